/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frames.h"

#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DEADLINE (120 * G_USEC_PER_SEC)
#define MOST_STEPS 16

typedef struct
{
  const char *name;
  guint       n_stalls;
  guint       n_busy_stalls; /* by CPU time: whatever else the machine does, these remain */
  double      longest;
  double      longest_cpu;
} Step;

static Step steps[MOST_STEPS];
static guint n_steps;
static Step *current;
static gint64 round_start;
static double round_cpu;

static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  int n_ready = g_poll (fds, n_fds, timeout);

  round_start = g_get_monotonic_time ();
  round_cpu = bench_get_cpu ();

  return n_ready;
}

void
frames_watch (void)
{
  g_main_context_set_poll_func (NULL, poll_cb);
}

void
frames_begin_step (const char *name)
{
  current = NULL;
  if (name == NULL)
    return;

  g_assert (n_steps < MOST_STEPS);
  current = &steps[n_steps++];
  current->name = name;
}

void
frames_print_steps (void)
{
  for (guint i = 0; i < n_steps; i++)
    printf ("step %s %u %u %.0f %.0f\n", steps[i].name, steps[i].n_stalls, steps[i].n_busy_stalls, steps[i].longest, steps[i].longest_cpu);
}

static void
run_round (void)
{
  double away, cpu;

  /* Where something is to be done at once, nobody polls. */
  round_start = g_get_monotonic_time ();
  round_cpu = bench_get_cpu ();
  g_main_context_iteration (NULL, TRUE);
  away = (g_get_monotonic_time () - round_start) / 1e3;
  cpu = bench_get_cpu () - round_cpu;
  if (current == NULL)
    return;

  current->n_stalls += away > FRAMES_STALL;
  current->n_busy_stalls += cpu > FRAMES_STALL;
  current->longest = MAX (current->longest, away);
  current->longest_cpu = MAX (current->longest_cpu, cpu);
}

void
frames_run_until (const char     *what,
                  FramesQuestion  question,
                  gpointer        data)
{
  gint64 end = g_get_monotonic_time () + DEADLINE;

  while (!question (data))
    {
      if (g_get_monotonic_time () > end)
        bench_fail ("waited in vain for %s", what);
      run_round ();
    }
}

typedef struct
{
  GFunc    func;
  gpointer data;
  gpointer user_data;
  gboolean is_done;
} Call;

static gboolean
call_cb (gpointer data)
{
  Call *call = data;

  call->func (call->data, call->user_data);
  call->is_done = TRUE;

  return G_SOURCE_REMOVE;
}

static gboolean
is_done (gpointer data)
{
  return ((Call *) data)->is_done;
}

void
frames_run_in_loop (GFunc    func,
                    gpointer data,
                    gpointer user_data)
{
  Call call = { func, data, user_data, FALSE };

  g_idle_add_full (G_PRIORITY_HIGH, call_cb, &call, NULL);
  frames_run_until ("a call", is_done, &call);
}

static void
set_cb (gpointer is_set)
{
  *(gboolean *) is_set = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

void
frames_wait_paint (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (set_cb), &painted);

  gtk_widget_queue_draw (widget);
  frames_run_until ("a frame", is_set, &painted);
  g_signal_handler_disconnect (clock, handler);
}

static gboolean
time_over_cb (gpointer is_over)
{
  set_cb (is_over);

  return G_SOURCE_REMOVE;
}

void
frames_let_run (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, time_over_cb, &is_over);
  frames_run_until ("the end of a time", is_set, &is_over);
}

double
frames_get_busy_cpu (void)
{
  return bench_get_cpu () - round_cpu;
}

double
frames_get_memory (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  double size = 0;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;

  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      if (g_str_has_prefix (*line, "Private_Clean:") || g_str_has_prefix (*line, "Private_Dirty:"))
        size += g_ascii_strtod (strchr (*line, ':') + 1, NULL) / 1024;
    }

  return size;
}
