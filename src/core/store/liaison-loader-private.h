/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-record.h"

G_BEGIN_DECLS

/**
 * LiaisonLoader:
 *
 * Puts many new records into a store, several by one statement: most of the time of a short INSERT is its beginning and its end. Their keys
 * are given here, so that others can refer to them before they are written. For a transaction in which nobody else inserts or deletes.
 */
typedef struct _LiaisonLoader LiaisonLoader;

/**
 * liaison_loader_new:
 * @batch: the batch that makes the rows
 */
LiaisonLoader *liaison_loader_new   (LiaisonDb *db, gint64 batch, GError **error);
void           liaison_loader_free  (LiaisonLoader *loader);

/**
 * liaison_loader_put:
 * @record: what shall be stored; it must not be changed any more
 * @is_new: (out): %FALSE where a record of its UUID is there already, and nothing was done
 *
 * Returns: %FALSE with %LIAISON_ERROR_NOT_FOUND where a link names a record that is not there, after which others can be put, or with a
 *   failure of the store, which may be that of a record put before
 */
gboolean       liaison_loader_put   (LiaisonLoader *loader, LiaisonRecord *record, gboolean *is_new, GError **error);

/**
 * liaison_loader_flush:
 *
 * Writes what waits; before anybody else looks at the store.
 */
gboolean       liaison_loader_flush (LiaisonLoader *loader, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonLoader, liaison_loader_free)

G_END_DECLS
