/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-kind.h"

G_BEGIN_DECLS

/**
 * LiaisonBulk:
 *
 * What makes an import into an empty store fast: indices are dropped while rows come in and made again from all of them at once, which is a
 * sort instead of a walk down the tree for each row. That is inside the caller's transaction, so that a failure leaves them as they were.
 * Foreign keys are not looked at meanwhile: every link is a key that was just found, and an import deletes nothing.
 */
typedef struct _LiaisonBulk LiaisonBulk;

/**
 * liaison_bulk_new:
 * @bulk: (out) (transfer full) (nullable): %NULL where the store is not empty, and records are therefore put in one by one
 *
 * Sets the connection up; outside of a transaction.
 */
gboolean liaison_bulk_new          (LiaisonDb *db, LiaisonBulk **bulk, GError **error);

/**
 * liaison_bulk_store_is_empty:
 * @is_empty: (out): whether what was set up may be begun
 *
 * Asks again, inside the transaction.
 */
gboolean liaison_bulk_store_is_empty (LiaisonDb *db, gboolean *is_empty, GError **error);

/**
 * liaison_bulk_begin:
 *
 * Drops the indices; at the beginning of the transaction.
 */
gboolean liaison_bulk_begin        (LiaisonBulk *bulk, GError **error);

/**
 * liaison_bulk_rows_done:
 *
 * Makes the indices that do not hold derived columns: deriving needs them, and writes only the others.
 */
gboolean liaison_bulk_rows_done    (LiaisonBulk *bulk, GError **error);

/**
 * liaison_bulk_derived_done:
 *
 * Makes the rest of the indices.
 */
gboolean liaison_bulk_derived_done (LiaisonBulk *bulk, GError **error);

/**
 * liaison_bulk_free:
 *
 * Sets the connection up as it was; outside of a transaction.
 */
void     liaison_bulk_free         (LiaisonBulk *bulk);

/**
 * liaison_bulk_see:
 * @is_new: (out): whether it is the first time since liaison_bulk_forget()
 *
 * Notes on disk that a record has been seen, for those who must know one given twice.
 */
gboolean liaison_bulk_see          (LiaisonDb *db, LiaisonKind kind, const char *uuid, gboolean *is_new, GError **error);

/* Makes the table of what has been seen ready and empty. */
gboolean liaison_bulk_forget       (LiaisonDb *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonBulk, liaison_bulk_free)

G_END_DECLS
