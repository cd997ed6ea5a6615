/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-row.h"
#include "liaison-store.h"

G_BEGIN_DECLS

/**
 * LiaisonRowTable:
 *
 * The rows of a lazy list: which records stand where, and the objects for the rows that somebody holds.  A row is made when it is asked
 * for, stays the same object for its position as long as somebody holds it, and is loaded when it is read.  Of those that show something
 * else, the ones in view are told first.
 */
typedef struct _LiaisonRowTable LiaisonRowTable;

typedef void (*LiaisonRowTableFailed) (gpointer user_data, const GError *error);

/**
 * liaison_row_table_new:
 * @failed: called when rows could not be loaded
 */
LiaisonRowTable *liaison_row_table_new         (LiaisonStore *store, LiaisonEntity entity, LiaisonRowTableFailed failed, gpointer user_data);

/* Rows that somebody still holds stand for nothing from then on. */
void             liaison_row_table_free        (LiaisonRowTable *self);

/**
 * liaison_row_table_swap:
 * @ids: keys of records, gint32, by position; kept.  Those below 0 are heads of groups: -1 the first of @heads
 * @heads: (nullable) (element-type LiaisonRowData): what the heads show; kept
 * @n_items: how many rows there are; those beyond @ids stand for nothing yet
 * @all: whether those that show the same are told as well, as when something else is marked in them
 *
 * Puts other records behind the rows.
 *
 * Returns: (transfer full) (element-type LiaisonRow): the rows in view that show something else now, for liaison_row_tell(); the others are
 *   told when nothing else is to be done
 */
GPtrArray       *liaison_row_table_swap        (LiaisonRowTable *self, GArray *ids, GPtrArray *heads, guint n_items, gboolean all);

/**
 * liaison_row_table_set_in_view:
 * @first: a position
 * @n: how many rows are in view from there on; all until this is called
 *
 * What is seen is loaded, and told, before the rest: of two hundred rows that GTK has widgets for, a window shows thirty.
 */
void             liaison_row_table_set_in_view (LiaisonRowTable *self, guint first, guint n);

/* Makes rows at the end, or does away with them. */
void             liaison_row_table_set_n_items (LiaisonRowTable *self, guint n_items);

/* The store has changed: rows that somebody looks at are loaded again, and tell it where something else is in them. */
void             liaison_row_table_age         (LiaisonRowTable *self);

guint            liaison_row_table_get_n_items (LiaisonRowTable *self);

/* Returns: (transfer full) (nullable): the row at @position, %NULL beyond the end */
LiaisonRow      *liaison_row_table_get_row     (LiaisonRowTable *self, guint position);

/* Returns: (transfer none): the keys by position; they may be fewer than there are rows */
const gint32    *liaison_row_table_get_ids     (LiaisonRowTable *self, guint *n_ids);

/* Returns: the key of the record at @position, 0 where there is none or it is not known yet */
gint32           liaison_row_table_get_id      (LiaisonRowTable *self, guint position);

/* Returns: the position of the record of key @id, or G_MAXUINT */
guint            liaison_row_table_find        (LiaisonRowTable *self, gint32 id);

/* How many rows somebody holds, and how many records are kept in memory. */
guint            liaison_row_table_get_n_held  (LiaisonRowTable *self);
guint            liaison_row_table_get_n_kept  (LiaisonRowTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonRowTable, liaison_row_table_free)

G_END_DECLS
