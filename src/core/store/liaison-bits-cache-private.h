/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-bits-private.h"

G_BEGIN_DECLS

/*
 * The sets that the last statements found, kept with a connection for as long as the store stays as it is.  Who types changes one term of a
 * query at a time, and every list asks which engagements count.
 */

/* What they are called among the data of a connection (liaison_db_set_data()). */
#define LIAISON_BITS_CACHE "liaison-bits-cache"

/**
 * liaison_bits_cache_find:
 * @key: the statement and what was bound to it
 * @bits: (out) (transfer none) (nullable): the set, until another is kept; %NULL where it is not known
 *
 * Called inside a snapshot (liaison-snapshot.h), as the next one.
 */
gboolean liaison_bits_cache_find (LiaisonDb *db, const char *key, const LiaisonBits **bits, GError **error);

/**
 * liaison_bits_cache_keep:
 * @bits: (transfer full): what the statement finds now
 */
void     liaison_bits_cache_keep (LiaisonDb *db, const char *key, LiaisonBits *bits);

G_END_DECLS
