/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-clicks.h"

#include <gtk/gtk.h>

#define BUTTONS (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK | GDK_BUTTON4_MASK | GDK_BUTTON5_MASK)

/* What is pressed stays so until its release has come: a motion of GTK's own, which has no time, cannot tell otherwise. */
static gboolean
event_cb (GtkEventController *controller,
          GdkEvent           *event,
          gboolean           *pressed)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
      *pressed = TRUE;
      return GDK_EVENT_PROPAGATE;
    case GDK_BUTTON_RELEASE:
    case GDK_GRAB_BROKEN:
      *pressed = FALSE;
      return GDK_EVENT_PROPAGATE;
    case GDK_MOTION_NOTIFY:
      return *pressed && gdk_event_get_time (event) == GDK_CURRENT_TIME && (gdk_event_get_modifier_state (event) & BUTTONS) == 0;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
free_data (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

static void
windows_changed_cb (GListModel *windows,
                    guint       position,
                    guint       n_removed,
                    guint       n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkEventController *controller = gtk_event_controller_legacy_new ();

      gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
      g_signal_connect_data (controller, "event", G_CALLBACK (event_cb), g_new0 (gboolean, 1), free_data, 0);
      gtk_widget_add_controller (window, controller);
    }
}

void
liaison_clicks_keep (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  g_signal_connect (windows, "items-changed", G_CALLBACK (windows_changed_cb), NULL);
  windows_changed_cb (windows, 0, 0, g_list_model_get_n_items (windows));
}
