/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-kind.h"

G_BEGIN_DECLS

/*
 * The derived columns (x_… of the schema), the search text and the sort keys.  A writer notes what it touches in a temporary table, so that
 * one action and an import of a million records go the same way in flat memory, and lets everything that follows be derived before it
 * commits.
 */

/**
 * liaison_derive_begin:
 *
 * Makes the connection's temporary table of touched records ready and empty.
 */
gboolean liaison_derive_begin (LiaisonDb *db, GError **error);

/**
 * liaison_derive_touch:
 * @id: the key of a record of @kind that was inserted, changed, or is about to be deleted
 *
 * For a record that is owned by or linked from an engagement (a participation, a post, a membership…) it suffices to touch the record itself:
 * which engagements that reaches is known here.  A deletion is touched before the row goes.
 */
gboolean liaison_derive_touch (LiaisonDb *db, LiaisonKind kind, gint64 id, GError **error);

/**
 * liaison_derive_run:
 *
 * Brings all that follows from the touched records up to date, inside the caller's transaction.  A contact that takes part in many engagements is
 * only marked as stale: see liaison_derive_continue().
 */
gboolean liaison_derive_run (LiaisonDb *db, GCancellable *cancellable, LiaisonProgress progress, gpointer user_data, GError **error);

/**
 * liaison_derive_continue:
 * @more: (out): whether stale contacts are left
 *
 * Refreshes the next engagements of stale contacts, for at most 50 ms, in a transaction of its own.
 */
gboolean liaison_derive_continue (LiaisonDb *db, gboolean *more, GError **error);

/**
 * liaison_derive_check_locale:
 *
 * Makes the stored sort keys again where they were made in another locale than the program's.  In a transaction of its own.
 */
gboolean liaison_derive_check_locale (LiaisonDb *db, GError **error);

G_END_DECLS
