/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_COLUMN_SORTER (liaison_column_sorter_get_type ())

/**
 * LiaisonColumnSorter:
 *
 * What a column carries so that its head can be clicked. It sorts nothing, the store does: it only tells which column a person asked for.
 * GTK 4.8 cannot say which column a GtkColumnView is sorted by; but the view's own sorter asks that column's sorter first when it compares,
 * and turns its answer around when the order is descending. See liaison_column_sorter_read().
 */
G_DECLARE_FINAL_TYPE (LiaisonColumnSorter, liaison_column_sorter, LIAISON, COLUMN_SORTER, GtkSorter)

/**
 * liaison_column_sorter_new:
 * @column: what liaison_column_sorter_read() shall tell
 */
GtkSorter *liaison_column_sorter_new  (int column);

/**
 * liaison_column_sorter_read:
 * @view: a column view whose columns all have a #LiaisonColumnSorter, or no sorter
 * @descending: (out): whether the order is descending; untouched where it is unsorted
 *
 * Returns: the column by which @view is sorted first, -1 where it is unsorted
 */
int        liaison_column_sorter_read (GtkColumnView *view,
                                       gboolean      *descending);

G_END_DECLS
