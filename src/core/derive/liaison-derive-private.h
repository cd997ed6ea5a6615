/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-kind.h"

G_BEGIN_DECLS

/*
 * The derived columns (x_… of the schema), the search text, the traits and the sort keys.  A writer notes what it touches in a temporary table, so that
 * one action and an import of a million records go the same way in flat memory, and lets everything that follows be derived before it
 * commits.
 *
 * Of the indices, the derivation needs those of the primary keys, participation_engagement, post_contact and engagement_parent; where there
 * are engagements that are not touched, all.  The indices over derived columns are better made after it.
 */

/**
 * liaison_derive_begin:
 *
 * Makes the connection's temporary tables ready and empty.  Inside the caller's transaction; where the stored sort keys are of another
 * locale they are made again, since keys of two cannot stand beside each other.
 */
gboolean liaison_derive_begin (LiaisonDb *db, GError **error);

/**
 * liaison_derive_touch:
 * @id: the key of a record of @kind that was inserted, is about to be changed or has been, or is about to be deleted
 *
 * For a record that is owned by or linked from an engagement (a participation, a post, an organisation…) it suffices to touch the record itself:
 * which engagements that reaches is known here.  A change is touched before and after, a deletion before the row goes.
 */
gboolean liaison_derive_touch (LiaisonDb *db, LiaisonKind kind, gint64 id, GError **error);

/**
 * liaison_derive_run:
 * @cancellable: (nullable): looked at now and then
 * @progress: (nullable): told of engagements
 *
 * Brings all that follows from the touched records up to date, inside the caller's transaction.  Rows whose derived columns stay the same
 * are not written.  A contact that takes part in many engagements is only marked as stale (see liaison_derive_continue()): its
 * participations, on which counting rests, are brought up to date at once, the texts of its engagements later.
 */
gboolean liaison_derive_run (LiaisonDb *db, GCancellable *cancellable, LiaisonProgress progress, gpointer user_data, GError **error);

/**
 * liaison_derive_all:
 *
 * As liaison_derive_run(), with every record touched: after a load that did not note what it wrote.  Needs liaison_derive_begin() before.
 */
gboolean liaison_derive_all (LiaisonDb *db, GCancellable *cancellable, LiaisonProgress progress, gpointer user_data, GError **error);

/**
 * liaison_derive_after_load:
 *
 * As liaison_derive_all(), where all engagements came in with what #LiaisonDeriveLoad derives.
 */
gboolean liaison_derive_after_load (LiaisonDb *db, GCancellable *cancellable, LiaisonProgress progress, gpointer user_data, GError **error);

/**
 * liaison_derive_continue:
 * @more: (out): whether any are left
 *
 * Refreshes the next engagements of stale contacts, and of a store whose texts or traits were made by an earlier program, for at most 50 ms, in a
 * transaction of its own.
 */
gboolean liaison_derive_continue (LiaisonDb *db, gboolean *more, GError **error);

/**
 * liaison_derive_check_locale:
 *
 * Makes the stored sort keys again where they were made in another locale than the program's.  In a transaction of its own.
 */
gboolean liaison_derive_check_locale (LiaisonDb *db, GError **error);

/**
 * LiaisonDeriveFunc:
 * @kind: the kind of a record whose derived columns are not what they should be
 * @id: its key
 * @column: one of them, or the table that search reads
 */
typedef void (*LiaisonDeriveFunc) (LiaisonKind kind, gint64 id, const char *column, gpointer user_data);

/**
 * liaison_derive_verify:
 *
 * Derives everything and compares it with what is stored, without writing; works on a connection that can only read.  What a stale contact
 * has not reached yet is passed over, and so are sort keys of another locale and names and texts that an earlier program has made.
 */
gboolean liaison_derive_verify (LiaisonDb          *db,
                                LiaisonDeriveFunc   found,
                                gpointer            found_data,
                                GCancellable       *cancellable,
                                LiaisonProgress     progress,
                                gpointer            user_data,
                                GError            **error);

G_END_DECLS
