/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-kind.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The columns of the three lists: their widths, their cells, and which of them there is room for.
 */

/**
 * liaison_list_columns_append:
 * @view: an empty column view, whose model's items are #LiaisonRow
 * @entity: what it lists
 *
 * Puts the columns of @entity into @view, each with a #LiaisonColumnSorter.
 */
void liaison_list_columns_append    (GtkColumnView *view,
                                     LiaisonEntity  entity);

/**
 * liaison_list_columns_fit:
 * @view: a column view of liaison_list_columns_append()
 * @width: the width of the list in application pixels
 *
 * Shows the columns for which a list of @width has room, the weightiest first.
 */
void liaison_list_columns_fit       (GtkColumnView *view,
                                     LiaisonEntity  entity,
                                     int            width);

/**
 * liaison_list_columns_show_sort:
 * @view: a column view of liaison_list_columns_append()
 * @column: a column of the entity
 *
 * Puts the arrow on the head of @column, as if a person had clicked it.
 */
void liaison_list_columns_show_sort (GtkColumnView *view,
                                     LiaisonEntity  entity,
                                     int            column,
                                     gboolean       descending);

G_END_DECLS
