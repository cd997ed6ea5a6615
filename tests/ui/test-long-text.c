/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that changes in the frame that paints it: see liaison-long-text.h. */
#include "liaison-long-text.h"

#include <gtk/gtk.h>

/* As many as are not measured before the test has ended. */
#define N_LINES 20000

static const char style[] = ".other textview { background: #fee; } .other trough { background: #f00; }";

/* What is done within a frame, and has been painted with it. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *view;
  void     (*change) (GtkTextView *view);
  gboolean   changed;
  gboolean   painted;
} Fixture;

/* To measure the rest is for when nothing else is to be done, and here something always is. */
static gboolean
keep_busy_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
change_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  Fixture *fixture = user_data;

  fixture->change (GTK_TEXT_VIEW (fixture->view));
  if (gtk_widget_has_css_class (fixture->window, "other"))
    gtk_widget_remove_css_class (fixture->window, "other");
  else
    gtk_widget_add_css_class (fixture->window, "other");
  fixture->changed = TRUE;

  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (Fixture *fixture)
{
  fixture->painted = fixture->changed;
}

static void
write_lines (GtkTextView *view)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < N_LINES; i++)
    g_string_append_printf (text, "Line %u of a text that is so long that every line of it is broken into several.\n", i);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text->str, -1);
}

static void
go_to_end (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
}

static void
write_and_go_to_end (GtkTextView *view)
{
  write_lines (view);
  go_to_end (view);
}

static void
change_in_a_frame (Fixture *fixture)
{
  fixture->changed = FALSE;
  fixture->painted = FALSE;
  gtk_widget_add_tick_callback (fixture->view, change_cb, fixture, NULL);
  while (!fixture->painted)
    g_main_context_iteration (NULL, TRUE);
}

/* GTK tells with a warning, which ends the test, that it has painted a scroll bar that had no place. */
static void
test_change (const void *data)
{
  void (* const *changes) (GtkTextView *) = data;
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  Fixture fixture = { gtk_window_new (), g_object_new (LIAISON_TYPE_LONG_TEXT, NULL) };
  GtkAdjustment *adjustment;
  guint busy;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), fixture.view);
  gtk_window_set_child (GTK_WINDOW (fixture.window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 300, 300);
  gtk_window_present (GTK_WINDOW (fixture.window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (fixture.window), "after-paint", G_CALLBACK (after_paint_cb), &fixture);
  busy = g_idle_add_full (GTK_TEXT_VIEW_PRIORITY_VALIDATE - 1, keep_busy_cb, NULL, NULL);

  for (guint i = 0; changes[i]; i++)
    {
      fixture.change = changes[i];
      change_in_a_frame (&fixture);
    }

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture.view));
  while (gtk_adjustment_get_value (adjustment) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (busy);
  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

int
main (int    argc,
      char **argv)
{
  static void (* const at_once[]) (GtkTextView *) = { write_lines, write_and_go_to_end, NULL };
  static void (* const one_by_one[]) (GtkTextView *) = { write_lines, go_to_end, NULL };
  g_autoptr (GtkCssProvider) provider = NULL;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (provider, style, -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_data_func ("/long-text/new", at_once, test_change);
  g_test_add_data_func ("/long-text/new-style", one_by_one, test_change);

  return g_test_run ();
}
