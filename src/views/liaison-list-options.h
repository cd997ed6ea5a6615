/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The menus of a list. What they offer are the actions "view." of the list (liaison-list-actions.c) and some of the window's.
 */

/* What the names of the actions begin with that show and hide a column; its token follows. */
#define LIAISON_LIST_COLUMN_ACTION "column-"

/**
 * liaison_list_options_menu_new:
 * @columns: the columns that are shown, in order
 *
 * Returns: (transfer full): the menu of the list as a whole: columns, order, groups
 */
GMenuModel *liaison_list_options_menu_new        (LiaisonEntity  entity,
                                                  const int     *columns,
                                                  guint          n_columns);

/* Returns: (transfer full): the menu of the head of a column */
GMenuModel *liaison_list_options_column_menu_new (LiaisonEntity  entity,
                                                  int            column);

/**
 * liaison_list_options_row_menu_new:
 * @row: the row that it was asked for
 * @column: the column under the pointer, or -1
 * @columns: the columns that are shown
 *
 * Returns: (transfer full): the menu of a row
 */
GMenuModel *liaison_list_options_row_menu_new    (LiaisonEntity  entity,
                                                  LiaisonRow    *row,
                                                  int            column,
                                                  const int     *columns,
                                                  guint          n_columns);

G_END_DECLS
