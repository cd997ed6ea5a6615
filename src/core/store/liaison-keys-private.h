/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-kind.h"

G_BEGIN_DECLS

/**
 * LiaisonKeys:
 *
 * The keys of records that were met lately, by kind and UUID, for a transaction that deletes nothing: an import finds most links here and
 * need not ask the store. Of a fixed size; what comes later takes the place of what came before.
 */
typedef struct _LiaisonKeys LiaisonKeys;

LiaisonKeys *liaison_keys_new  (void);
void         liaison_keys_free (LiaisonKeys *keys);

/**
 * liaison_keys_add:
 * @uuid: the sixteen bytes of a UUID
 */
void         liaison_keys_add  (LiaisonKeys *keys, LiaisonKind kind, const guint8 uuid[16], gint64 id);

/**
 * liaison_keys_find:
 *
 * Returns: the key, or 0 where it is not known here
 */
gint64       liaison_keys_find (LiaisonKeys *keys, LiaisonKind kind, const guint8 uuid[16]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonKeys, liaison_keys_free)

G_END_DECLS
