/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-import.h"
#include "liaison-store.h"

G_BEGIN_DECLS

/**
 * LiaisonTransfer:
 *
 * An import into a store or an export from it while it is under way: what to do, how far it is, and what came of it.
 */
typedef struct _LiaisonTransfer LiaisonTransfer;

/**
 * LiaisonTransferState:
 * @done: of @total, in bytes where it is an import, in records where it is an export
 * @total: 0 where it is not known
 * @n_records: how many have been read or written
 */
typedef struct
{
  guint64 done;
  guint64 total;
  guint64 n_records;
} LiaisonTransferState;

/**
 * liaison_transfer_import_async:
 * @path: the file to read
 * @name: what undo calls it
 *
 * Reads a file into a store on its writing thread, as one action; cancelled or failed, it leaves the store as it was.
 *
 * Returns: (transfer full): the transfer
 */
LiaisonTransfer           *liaison_transfer_import_async (LiaisonStore        *store,
                                                          const char          *path,
                                                          const char          *name,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);

/**
 * liaison_transfer_export_async:
 * @path: the file to write; one that is there is replaced when all is written
 * @query: (nullable): the text of a query for engagements; %NULL for the whole store
 *
 * Returns: (transfer full): the transfer
 */
LiaisonTransfer           *liaison_transfer_export_async (LiaisonStore        *store,
                                                          const char          *path,
                                                          const char          *query,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);

gboolean                   liaison_transfer_finish       (LiaisonStore        *store,
                                                          GAsyncResult        *result,
                                                          GError             **error);

LiaisonTransferState       liaison_transfer_get_state    (LiaisonTransfer     *self);

const char                *liaison_transfer_get_path     (LiaisonTransfer     *self);

/* When it is over: how many records there were of each fate. */
const LiaisonImportResult *liaison_transfer_get_result   (LiaisonTransfer     *self);

/**
 * liaison_transfer_dup_remarks:
 *
 * When it is over.
 *
 * Returns: (transfer full): a line for each record that was refused or not taken in whole, with its place and the reason; a great many
 *   are cut short
 */
char                      *liaison_transfer_dup_remarks  (LiaisonTransfer     *self);

LiaisonTransfer           *liaison_transfer_ref          (LiaisonTransfer     *self);
void                       liaison_transfer_unref        (LiaisonTransfer     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonTransfer, liaison_transfer_unref)

G_END_DECLS
