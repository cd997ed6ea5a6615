/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plain-store.h"

G_BEGIN_DECLS

/**
 * plain_find_entities:
 * @kind: contacts or organisations
 *
 * Returns: (transfer full): the keys of those that match, as a set of numbers
 */
GHashTable *plain_find_entities (PlainStore *store, LiaisonQuery *query, LiaisonEntity kind);

G_END_DECLS
