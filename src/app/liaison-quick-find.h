/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-find-item.h"
#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_QUICK_FIND (liaison_quick_find_get_type ())

/**
 * LiaisonQuickFind:
 *
 * One box for everything: the beginnings of words find contacts, organisations, engagements, saved searches, places of the window and actions.
 * Up and Down choose, Enter goes there, Escape closes.  Records are looked up on a thread of the store.
 */
G_DECLARE_FINAL_TYPE (LiaisonQuickFind, liaison_quick_find, LIAISON, QUICK_FIND, GtkWindow)

/**
 * liaison_quick_find_new:
 * @parent: the window whose actions are run
 * @store: the store whose records are found
 * @items: (element-type LiaisonFindItem): what is found beside the records: places and actions, group by group
 */
GtkWindow *liaison_quick_find_new (GtkWindow *parent, LiaisonStore *store, GListModel *items);

G_END_DECLS
