/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-announce.h"

/* The description of a widget's own, which GTK 4.8 does not give back. */
#define DESCRIPTION "liaison-description"

static void
set_description (GtkWidget  *widget,
                 const char *text)
{
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
focus_moved_cb (GtkWindow  *window,
                GParamSpec *pspec,
                GtkWidget  *widget)
{
  set_description (widget, g_object_get_data (G_OBJECT (widget), DESCRIPTION));
  g_signal_handlers_disconnect_by_func (window, focus_moved_cb, widget);
}

void
liaison_describe (GtkWidget  *widget,
                  const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_data_full (G_OBJECT (widget), DESCRIPTION, g_strdup (text), g_free);
  set_description (widget, text);
}

void
liaison_announce (GtkWidget  *widget,
                  const char *message)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (message != NULL);

  root = gtk_widget_get_root (widget);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL || !GTK_IS_WINDOW (root))
    return;

  /* Of an entry, its text has the focus, but the entry is what a screen reader knows. */
  if (GTK_IS_TEXT (focus) && GTK_IS_EDITABLE (gtk_widget_get_parent (focus)))
    focus = gtk_widget_get_parent (focus);

  set_description (focus, message);
  g_signal_handlers_disconnect_by_func (root, focus_moved_cb, focus);
  g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_moved_cb), focus, 0);
}
