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
 *   it; "several" (kind, number): a person selected several; "unselected": nothing that is listed is selected any more; "clear-query":
 *   a person asked for all records again, from the list that the query left empty; "told" (message): something was done that a person
 *   should hear of.
 * Actions that it runs: win.edit on a double click, win.delete on the Delete key, win.show-query. Its own are "view." (liaison-list-actions.c).
 */
G_DECLARE_FINAL_TYPE (LiaisonListView, liaison_list_view, LIAISON, LIST_VIEW, GtkWidget)

LiaisonEntity liaison_list_view_get_entity (LiaisonListView *self);

/**
 * liaison_list_view_set_settings:
 * @settings: (nullable): where columns, order and place are kept, of the schema APPLICATION-ID.List; they write from now on only
 *   what this list has them write (g_settings_delay())
 */
void liaison_list_view_set_settings (LiaisonListView *self,
                                     GSettings       *settings);

/* The kind of the records that it lists. */
LiaisonKind liaison_list_view_get_kind (LiaisonListView *self);

/**
 * liaison_list_view_dup_selected:
 *
 * Returns: (transfer full) (element-type gint32): the keys of the selected records that are listed, in the order of the list
 */
GArray *liaison_list_view_dup_selected (LiaisonListView *self);
guint   liaison_list_view_get_n_selected (LiaisonListView *self);

/**
 * liaison_list_view_get_selected:
 *
 * Returns: the key of the record that is selected, 0 where none or several are
 */
gint32  liaison_list_view_get_selected (LiaisonListView *self);

/**
 * liaison_list_view_is_picking:
 *
 * Returns: whether a record was selected of which nothing is loaded yet, so that it will be told in a moment
 */
gboolean liaison_list_view_is_picking (LiaisonListView *self);

/**
 * liaison_list_view_pick_again:
 *
 * Tells what is selected once more, as "picked" or "several".
 */
void    liaison_list_view_pick_again (LiaisonListView *self);

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
 * liaison_list_view_dup_menu:
 *
 * Returns: (transfer full): what can be done with the list, as its menu offers it; the actions are its own
 */
GMenuModel *liaison_list_view_dup_menu (LiaisonListView *self);

/**
 * liaison_list_view_focus_list:
 *
 * Gives the focus to the list, from the search entry for example.
 */
void liaison_list_view_focus_list (LiaisonListView *self);

G_END_DECLS
