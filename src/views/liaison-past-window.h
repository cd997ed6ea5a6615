/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_PAST_WINDOW (liaison_past_window_get_type ())

/**
 * LiaisonPastWindow:
 *
 * A list of what was, the newest first, with a button beside what one can go back to.  Whoever opens it fills it, and does what is chosen.
 *
 * Signal "wanted": it is to be filled: between liaison_past_window_begin() and liaison_past_window_end(); when it opens and after every change of
 *   the store.
 * Signal "chosen" (index): the button of the line that was added with that index was pressed.
 */
G_DECLARE_FINAL_TYPE (LiaisonPastWindow, liaison_past_window, LIAISON, PAST_WINDOW, GtkWindow)

/**
 * liaison_past_window_new:
 * @title: of the window
 * @explanation: what the buttons do
 * @empty: what is told where there is nothing
 *
 * Returns: (transfer none): the window over @parent, which GTK owns; not shown yet
 */
LiaisonPastWindow *liaison_past_window_new   (GtkWindow *parent, LiaisonStore *store, const char *title, const char *explanation, const char *empty);

/* Takes all lines out. */
void               liaison_past_window_begin (LiaisonPastWindow *self);

/**
 * liaison_past_window_add:
 * @text: what was
 * @caption: (nullable): when, and what else there is to know
 * @is_head: whether the lines after it belong to it
 * @button: (nullable): what the button says; %NULL for none
 * @name: (nullable): the same for a screen reader, which does not see beside what it stands
 * @index: what "chosen" tells
 */
void               liaison_past_window_add   (LiaisonPastWindow *self,
                                              const char        *text,
                                              const char        *caption,
                                              gboolean           is_head,
                                              const char        *button,
                                              const char        *name,
                                              guint              index);

/* Shows the lines, with the focus where it was. */
void               liaison_past_window_end   (LiaisonPastWindow *self);

/* Tells what could not be done; %NULL that all is well again. */
void               liaison_past_window_tell  (LiaisonPastWindow *self, const char *message);

G_END_DECLS
