/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LiaisonListMenuSelect:
 * @position: a row
 *
 * Selects the row that a menu was asked for.
 */
typedef void (*LiaisonListMenuSelect) (guint position, gpointer user_data);

/**
 * liaison_list_menu_attach:
 * @owner: a widget around @list that the menu hangs on: the list itself takes every child for a row
 * @list: the widget whose children are the rows: a GtkListView, or the last child of a GtkColumnView
 * @select: called before the menu is shown
 *
 * Lets a right click on a row, the menu key and Shift+F10 open a menu for it.
 */
void liaison_list_menu_attach    (GtkWidget             *owner,
                                  GtkWidget             *list,
                                  GMenuModel            *menu,
                                  LiaisonListMenuSelect  select,
                                  gpointer               user_data);

/**
 * liaison_list_menu_detach:
 * @owner: what menus hang on
 *
 * Takes the menus out of their owner, which has to do so before it goes: a popover is not a child that its parent frees.
 */
void liaison_list_menu_detach    (GtkWidget             *owner);

/**
 * liaison_list_menu_mark_child:
 * @item: an item whose child was just set by its factory
 *
 * Makes the row of @item known to the menu: GTK 4.8 does not tell the position of a row's widget.
 */
void liaison_list_menu_mark_child (GtkListItem *item);

G_END_DECLS
