/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A click while what is under the pointer is laid out: see liaison-clicks.h. */
#include "liaison-clicks.h"

#include <gtk/gtk.h>

typedef struct
{
  GtkWidget *window;
  GtkWidget *button;
  GSource   *release;
  gboolean   shown;
  gboolean   moved;
  gboolean   pressed;
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

/* The server hears of the release, the program has yet to. */
static gboolean
release_cb (Fixture *fixture)
{
  run_xdotool ("mouseup 1");
  fixture->released = TRUE;
  return G_SOURCE_REMOVE;
}

/* What was pressed has been laid out: in the turn of the main loop in which the next frame begins, and right before that, it is let go. */
static void
after_paint_cb (GdkFrameClock *clock,
                Fixture       *fixture)
{
  fixture->shown = TRUE;
  if (!fixture->pressed)
    return;
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, fixture);
  g_source_set_ready_time (fixture->release, 0);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_FLUSH_EVENTS);
  /* Until then that frame is due as well. */
  g_usleep (G_USEC_PER_SEC / 20);
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

  fixture.release = g_timeout_source_new (0);
  g_source_set_priority (fixture.release, GDK_PRIORITY_EVENTS + 1);
  g_source_set_ready_time (fixture.release, -1);
  g_source_set_callback (fixture.release, G_SOURCE_FUNC (release_cb), &fixture, NULL);
  g_source_attach (fixture.release, NULL);

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
  g_source_unref (fixture.release);
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
