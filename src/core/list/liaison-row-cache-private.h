/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-row-data-private.h"

G_BEGIN_DECLS

/**
 * LiaisonRowCache:
 *
 * What rows show, by the key of their record; at most a given number of them, of which those go first that were not asked for longest.
 * After a change of the store all of them are stale: good enough to be shown until they are loaded again.
 */
typedef struct _LiaisonRowCache LiaisonRowCache;

LiaisonRowCache *liaison_row_cache_new      (guint most);
void             liaison_row_cache_free     (LiaisonRowCache *self);

/**
 * liaison_row_cache_get:
 * @fresh: (out): whether it was put in after the store changed last
 *
 * Returns: (transfer none) (nullable): what is known of a record
 */
LiaisonRowData  *liaison_row_cache_get      (LiaisonRowCache *self, gint32 id, gboolean *fresh);

/* @data: (transfer none) */
void             liaison_row_cache_put      (LiaisonRowCache *self, LiaisonRowData *data);
void             liaison_row_cache_remove   (LiaisonRowCache *self, gint32 id);

/* The store has changed. */
void             liaison_row_cache_age      (LiaisonRowCache *self);

guint            liaison_row_cache_get_size (LiaisonRowCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonRowCache, liaison_row_cache_free)

G_END_DECLS
