/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-window-private.h"

gboolean
liaison_window_shows_totals (LiaisonWindow *self)
{
  return gtk_stack_get_visible_child (self->place_stack) == GTK_WIDGET (self->totals);
}

static void
total_opened_cb (LiaisonWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit", NULL);
}

void
liaison_window_bind_totals (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, totals);
  gtk_widget_class_bind_template_callback (widget_class, total_opened_cb);
}
