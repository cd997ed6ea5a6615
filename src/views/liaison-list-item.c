/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-item.h"

#define ITEM_KEY "liaison-list-item"
#define COLUMN_KEY "liaison-list-column"

void
liaison_list_item_mark (GtkListItem *item,
                        int          column)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_LIST_ITEM (item));

  child = gtk_list_item_get_child (item);
  g_object_set_data (G_OBJECT (child), ITEM_KEY, item);
  g_object_set_data (G_OBJECT (child), COLUMN_KEY, GINT_TO_POINTER (column));
}

/* Of all widgets of a row only those that a factory has set are marked. */
GtkListItem *
liaison_list_item_find (GtkWidget *row)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (row), ITEM_KEY);

  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL && item == NULL; child = gtk_widget_get_next_sibling (child))
    item = liaison_list_item_find (child);
  return item;
}

guint
liaison_list_item_position (GtkWidget *row)
{
  GtkListItem *item = liaison_list_item_find (row);

  return item != NULL ? gtk_list_item_get_position (item) : GTK_INVALID_LIST_POSITION;
}

GtkWidget *
liaison_list_item_find_row (GtkWidget *list,
                            GtkWidget *widget)
{
  while (widget != NULL && gtk_widget_get_parent (widget) != list)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

int
liaison_list_item_find_column (GtkWidget *row,
                               GtkWidget *widget)
{
  for (; widget != NULL && widget != row; widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *first = gtk_widget_get_first_child (widget);

      if (g_object_get_data (G_OBJECT (widget), ITEM_KEY) != NULL)
        return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), COLUMN_KEY));
      if (first != NULL && g_object_get_data (G_OBJECT (first), ITEM_KEY) != NULL)
        return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (first), COLUMN_KEY));
    }
  return -1;
}
