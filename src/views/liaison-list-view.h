/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-store.h"
#include "liaison-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_LIST_VIEW (liaison_list_view_get_type ())

/**
 * LiaisonListView:
 *
 * The list of one entity: a head that counts, a column view that becomes rows of two lines where it is narrow, and what stands in its
 * stead while there is nothing to list.
 *
 * Properties: entity (a #LiaisonEntity, construct only), store (nullable).
 * Signals: "picked" (kind, UUID, key): a person selected a record; "opened" (likewise): a person clicked it or pressed Enter on
 *   it; "clear-query": a person asked for all records again, from the list that the query left empty.
 * Actions that it runs: win.edit on a double click, win.delete on the Delete key.
 */
G_DECLARE_FINAL_TYPE (LiaisonListView, liaison_list_view, LIAISON, LIST_VIEW, GtkWidget)

/**
 * liaison_list_view_set_store:
 * @store: (nullable): the store to list from
 */
void liaison_list_view_set_store (LiaisonListView *self,
                                  LiaisonStore    *store);

/**
 * liaison_list_view_set_query:
 *
 * Lists what matches @query.
 */
void liaison_list_view_set_query (LiaisonListView *self,
                                  LiaisonQuery    *query);

/**
 * liaison_list_view_select:
 * @id: a record's key, 0 to select nothing
 *
 * Selects a record, as when a person goes back to it; it is no pick of theirs.
 */
void liaison_list_view_select    (LiaisonListView *self,
                                  gint32           id);

/**
 * liaison_list_view_focus_list:
 *
 * Gives the focus to the list, from the search entry for example.
 */
void liaison_list_view_focus_list (LiaisonListView *self);

G_END_DECLS
