/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query.h"
#include "liaison-row.h"
#include "liaison-store.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_LAZY_LIST (liaison_lazy_list_get_type ())

/**
 * LiaisonLazyList:
 *
 * A GListModel of #LiaisonRow over a query.  The ids of the query are read once (the first page comes first, the rest behind it), the rows'
 * texts by page as they are asked for, at most a bounded number of pages is kept, and results of a stale query are dropped.  When the query or the
 * store changes, the row objects stay, the ids behind them are swapped, and items-changed is emitted for the tail only: a whole-list
 * items-changed takes over a second at a million rows.
 *
 * Properties: store, entity, n-items (notified), loading (whether ids are under way), records and counted (the list's head; see LiaisonTally),
 * both known as soon as loading has ended.
 * Signals: "ids-changing" before the ids behind the rows are swapped: a view remembers by id where it is; "ids-changed" after the ids behind the rows were swapped: a view re-reads its bound cells (or listens to "changed" of their rows,
 *   which was emitted where one in view shows something else, and is emitted later for the others) and selects again by id; "failed" (GError) when the query could not be run or rows
 *   could not be loaded.
 *
 * A row is loaded when it is first read.  After a new query or order the first rows come before the rest: until that is there, rows further down
 * stand for nothing (their id is 0), and the list keeps its length, so that nothing jumps.
 *
 * After a new query the list also becomes as short or long as its ids are many step by step, as far as GTK has widgets for its rows: two hundred
 * at once would take it a tenth of a second.  Until then there are fewer or more items than liaison_lazy_list_get_ids() gives.
 */
G_DECLARE_FINAL_TYPE (LiaisonLazyList, liaison_lazy_list, LIAISON, LAZY_LIST, GObject)

LiaisonLazyList *liaison_lazy_list_new          (LiaisonStore *store, LiaisonEntity entity);
LiaisonEntity    liaison_lazy_list_get_entity   (LiaisonLazyList *self);

/**
 * liaison_lazy_list_set_query:
 *
 * Shows what matches @query from now on.
 */
void             liaison_lazy_list_set_query    (LiaisonLazyList *self, LiaisonQuery *query);
LiaisonQuery    *liaison_lazy_list_get_query    (LiaisonLazyList *self);

/**
 * liaison_lazy_list_set_sort:
 * @sort: copied; none sorts by date, the newest first, or by name
 */
void             liaison_lazy_list_set_sort     (LiaisonLazyList *self, const LiaisonSortKey *sort, guint n_sort);

/**
 * liaison_lazy_list_set_group:
 * @group: a LiaisonCountKey that liaison_list_groups_new() takes, or -1 for none
 *
 * Lists engagements in groups: before each stands a row that is its head (liaison_row_get_group()), whose id is below 0.
 */
void             liaison_lazy_list_set_group    (LiaisonLazyList *self, int group);
int              liaison_lazy_list_get_group    (LiaisonLazyList *self);

/* How many engagements stand in several groups. */
guint            liaison_lazy_list_get_n_several (LiaisonLazyList *self);

/**
 * liaison_lazy_list_set_in_view:
 * @first: the position of the first row that is seen
 * @n: how many are seen
 *
 * What is seen is loaded first; of the rows that show something else, those in view tell so at once, the others when nothing else is to be
 * done.  Until this is called, all rows are taken to be in view.
 */
void             liaison_lazy_list_set_in_view  (LiaisonLazyList *self, guint first, guint n);

/* Lets all rows say that they have changed when the ids do next, as when something else is marked in them. */
void             liaison_lazy_list_show_again   (LiaisonLazyList *self);

/* Asks the store again, as after a change; the store's own "changed" signal does it already. */
void             liaison_lazy_list_reload       (LiaisonLazyList *self);

/**
 * liaison_lazy_list_find:
 *
 * Returns: the position of the record of key @id, or %GTK_INVALID_LIST_POSITION's value (G_MAXUINT) where it is not listed
 */
guint            liaison_lazy_list_find         (LiaisonLazyList *self, gint32 id);

/**
 * liaison_lazy_list_get_ids:
 * @n_ids: (out): how many they are
 *
 * Returns: (transfer none) (array length=n_ids): the keys by position, until the ids change
 */
const gint32    *liaison_lazy_list_get_ids      (LiaisonLazyList *self, guint *n_ids);

/* The record's key at @position, 0 beyond the end, below 0 for the head of a group; never loads anything. */
gint32           liaison_lazy_list_get_id       (LiaisonLazyList *self, guint position);

gboolean         liaison_lazy_list_get_loading  (LiaisonLazyList *self);
guint            liaison_lazy_list_get_records  (LiaisonLazyList *self);
guint            liaison_lazy_list_get_counted  (LiaisonLazyList *self);

G_END_DECLS
