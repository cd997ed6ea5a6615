/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/*
 * Several statements that belong together must see one state of the store, whatever another connection writes between them.  A savepoint
 * does it, alone as well as inside a transaction of the caller:
 *
 *   g_auto (LiaisonSnapshot) snapshot = NULL;
 *
 *   if (!liaison_snapshot_begin (&snapshot, db, error))
 *     return NULL;
 */
typedef LiaisonDb *LiaisonSnapshot;

/**
 * liaison_snapshot_begin:
 * @snapshot: a snapshot that is %NULL
 *
 * Holds the state of the store as of the first statement that follows, until the end of the scope.
 */
gboolean liaison_snapshot_begin (LiaisonSnapshot *snapshot, LiaisonDb *db, GError **error);
void     liaison_snapshot_end   (LiaisonSnapshot *snapshot);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonSnapshot, liaison_snapshot_end)

G_END_DECLS
