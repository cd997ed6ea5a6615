/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-focus-order.h"

/* A popover has its own order. */
static gboolean
move_into (GtkWidget        *child,
           GtkDirectionType  direction)
{
  return !GTK_IS_NATIVE (child) && gtk_widget_child_focus (child, direction);
}

gboolean
liaison_focus_order_move (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  gboolean forward = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_DOWN || direction == GTK_DIR_RIGHT;
  GtkWidget *child;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  child = gtk_widget_get_focus_child (widget);
  if (child == NULL)
    child = forward ? gtk_widget_get_first_child (widget) : gtk_widget_get_last_child (widget);
  while (child != NULL && !move_into (child, direction))
    child = forward ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child);

  return child != NULL;
}
