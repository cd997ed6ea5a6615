/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-announce.h"

static void
focus_moved_cb (GtkWindow  *window,
                GParamSpec *pspec,
                GtkWidget  *widget)
{
  gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_signal_handlers_disconnect_by_func (window, focus_moved_cb, widget);
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

  gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
  g_signal_handlers_disconnect_by_func (root, focus_moved_cb, focus);
  g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_moved_cb), focus, 0);
}
