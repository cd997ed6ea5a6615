/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LiaisonListMenuBuild:
 * @position: the row that a menu was asked for
 * @column: the column under the pointer, -1 where it was asked for by a key
 *
 * Returns: (transfer full) (nullable): the menu for the row, %NULL for none
 */
typedef GMenuModel *(*LiaisonListMenuBuild) (guint position, int column, gpointer user_data);

/**
 * liaison_list_menu_attach:
 * @owner: a widget around @list that the menu hangs on: the list itself takes every child for a row
 * @list: the widget whose children are the rows: a GtkListView, or the last child of a GtkColumnView
 * @build: called when the menu is asked for
 *
 * Lets a right click on a row, the menu key and Shift+F10 open a menu for it.
 */
void liaison_list_menu_attach    (GtkWidget            *owner,
                                  GtkWidget            *list,
                                  LiaisonListMenuBuild  build,
                                  gpointer              user_data);

/**
 * liaison_list_menu_detach:
 * @owner: what menus hang on
 *
 * Takes the menus out of their owner, which has to do so before it goes: a popover is not a child that its parent frees.
 */
void liaison_list_menu_detach    (GtkWidget            *owner);

/**
 * liaison_list_menu_present:
 * @owner: what menus hang on
 *
 * Gives the menus their sizes; to be called where @owner is given its own.
 */
void liaison_list_menu_present   (GtkWidget            *owner);

G_END_DECLS
