/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A click while what is under the pointer is laid out: see liaison-clicks.h. */
#include "liaison-clicks.h"

#include <gtk/gtk.h>

typedef struct
{
  GtkWidget *window;
  GtkWidget *button;
  gboolean   shown;
  gboolean   moved;
  gboolean   pressed;
  gboolean   laid_out;
  gboolean   released;
  gboolean   clicked;
  gboolean   told; /* that the button has been released, whatever came of it */
} Fixture;

static void
run_xdotool (const char *command)
{
  g_autofree char *line = g_strconcat ("xdotool ", command, NULL);
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_command_line_sync (line, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static void
after_paint_cb (GdkFrameClock *clock,
                Fixture       *fixture)
{
  fixture->shown = TRUE;
  fixture->laid_out = fixture->pressed;
  if (fixture->laid_out)
    gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_FLUSH_EVENTS);
}

/* The frame after that in which what was pressed was laid out begins, and GTK has yet to know of it: the server hears of the release, the
 * program will later. */
static gboolean
flush_events_cb (GSignalInvocationHint *hint,
                 guint                  n_values,
                 const GValue          *values,
                 gpointer               user_data)
{
  Fixture *fixture = user_data;

  if (!fixture->laid_out)
    return TRUE;
  run_xdotool ("mouseup 1");
  fixture->released = TRUE;
  return FALSE;
}

static gboolean
event_cb (GtkEventController *controller,
          GdkEvent           *event,
          Fixture            *fixture)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_PRESS)
    {
      fixture->pressed = TRUE;
      gtk_widget_queue_allocate (fixture->window);
    }
  else if (gdk_event_get_event_type (event) == GDK_MOTION_NOTIFY)
    {
      fixture->moved = TRUE;
    }
  else if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE)
    {
      fixture->told = TRUE;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
clicked_cb (Fixture *fixture)
{
  fixture->clicked = TRUE;
}

static void
test_layout_meanwhile (void)
{
  Fixture fixture = { 0 };
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  fixture.window = gtk_window_new ();
  fixture.button = gtk_button_new_with_label ("Button");
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 1600, 1000);
  gtk_window_set_child (GTK_WINDOW (fixture.window), fixture.button);
  g_signal_connect_swapped (fixture.button, "clicked", G_CALLBACK (clicked_cb), &fixture);
  g_signal_connect (controller, "event", G_CALLBACK (event_cb), &fixture);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (fixture.window, controller);

  /* Before the handlers. */
  g_signal_add_emission_hook (g_signal_lookup ("flush-events", GDK_TYPE_FRAME_CLOCK), 0, flush_events_cb, &fixture, NULL);

  gtk_window_present (GTK_WINDOW (fixture.window));
  g_signal_connect (gtk_widget_get_frame_clock (fixture.window), "after-paint", G_CALLBACK (after_paint_cb), &fixture);
  while (!fixture.shown || !gtk_window_is_active (GTK_WINDOW (fixture.window)))
    g_main_context_iteration (NULL, TRUE);
  run_xdotool ("mousemove 800 500");
  while (!fixture.moved)
    g_main_context_iteration (NULL, TRUE);
  run_xdotool ("mousedown 1");
  while (!fixture.told)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (fixture.released);
  g_assert_true (fixture.clicked);
  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  liaison_clicks_keep ();
  g_test_add_func ("/clicks/layout-meanwhile", test_layout_meanwhile);

  return g_test_run ();
}
