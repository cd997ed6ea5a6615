/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A main loop that is watched from inside: how long each of its rounds is away from new events.  What lasts longer than two frames of a
 * display of 60 Hz is a stall: a person sees it.  A program has one of these.
 */

/* Milliseconds. */
#define FRAMES_STALL 33.3

/* Begins to watch the default context. */
void     frames_watch          (void);

/**
 * frames_begin_step:
 * @name: (nullable): what is done from now on; %NULL counts nothing
 *
 * Stalls are counted by steps.
 */
void     frames_begin_step     (const char *name);

/* A line for each step: its name, its stalls, the longest time away and how much CPU time of that, both in milliseconds. */
void     frames_print_steps    (void);

/* Whether what is waited for has come. */
typedef gboolean (*FramesQuestion) (gpointer data);

/* Runs the loop until it has; ends the program where it does not come. */
void     frames_run_until      (const char *what, FramesQuestion question, gpointer data);

/* Calls @func from the loop, so that it is watched too. */
void     frames_run_in_loop    (GFunc func, gpointer data, gpointer user_data);

/* Runs the loop until the frame that shows the present state has been painted. */
void     frames_wait_paint     (GtkWidget *widget);

/* Runs the loop for so long: what the program does by itself shall be watched too. */
void     frames_let_run        (guint milliseconds);

/* CPU time of this round so far, in milliseconds. */
double   frames_get_busy_cpu   (void);

/* Memory that only this process has, in MiB. */
double   frames_get_memory     (void);

G_END_DECLS
