/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/**
 * LiaisonWatch:
 *
 * Tells whether a store has changed since one looked last: by commits of one connection, which is watched, and by those of all others.
 */
typedef struct _LiaisonWatch LiaisonWatch;

/**
 * liaison_watch_new:
 * @db: the connection; must be closed before the watch is freed
 *
 * Returns: (transfer full): a watch that counts from now on
 */
LiaisonWatch *liaison_watch_new  (LiaisonDb *db);
void          liaison_watch_free (LiaisonWatch *self);

/**
 * liaison_watch_look:
 *
 * Looks for commits since the last look.  Where the store cannot be asked just now the answer comes with the next look.
 *
 * Returns: whether there were any that may have changed something
 */
gboolean      liaison_watch_look (LiaisonWatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonWatch, liaison_watch_free)

G_END_DECLS
