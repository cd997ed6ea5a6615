/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Which row a widget of a list shows: GTK 4.8 does not tell. The widgets that factories make are marked, and found again from a row or
 * from what lies under the pointer.
 */

/**
 * liaison_list_item_mark:
 * @item: an item whose child was just set by its factory
 * @column: the column that it shows, -1 for all of them
 */
void         liaison_list_item_mark        (GtkListItem *item,
                                            int          column);

/**
 * liaison_list_item_find:
 * @row: the widget of a row: a child of the list
 *
 * Returns: (transfer none) (nullable): the item of the row
 */
GtkListItem *liaison_list_item_find        (GtkWidget   *row);

/* Returns: the position of a row, %GTK_INVALID_LIST_POSITION where it shows nothing */
guint        liaison_list_item_position    (GtkWidget   *row);

/**
 * liaison_list_item_find_row:
 * @list: the list, whose children are the rows
 * @widget: (nullable): a widget in it
 *
 * Returns: (transfer none) (nullable): the row that @widget is in
 */
GtkWidget   *liaison_list_item_find_row    (GtkWidget   *list,
                                            GtkWidget   *widget);

/**
 * liaison_list_item_find_column:
 * @row: a row
 * @widget: (nullable): a widget in it
 *
 * Returns: the column of the cell that @widget is in, -1 where it is in none
 */
int          liaison_list_item_find_column (GtkWidget   *row,
                                            GtkWidget   *widget);

G_END_DECLS
