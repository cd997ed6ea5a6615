/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query-private.h"

G_BEGIN_DECLS

/**
 * liaison_resolve_term:
 * @term: a term of names, tags, countries or tokens, without "none"
 * @mistakes: (nullable) (element-type LiaisonQueryMistake): where names are told that nobody has
 *
 * Finds what the values of a term stand for in a store: the keys of records, of contacts for tags, codes, or numbers of tokens.
 *
 * Returns: (transfer full): an array of JSON, for json_each(); %NULL with an error
 */
char *liaison_resolve_term (LiaisonDb *db, const LiaisonQueryTerm *term, GPtrArray *mistakes, GError **error);

/**
 * liaison_resolve_value:
 * @keys: (element-type gint64): where the keys are added that a name or a tag stands for
 */
gboolean liaison_resolve_value (LiaisonDb *db, LiaisonQueryKey key, const LiaisonQueryValue *value, GArray *keys, GError **error);

/* What a name behind @key, which takes one, is the name of. */
LiaisonKind liaison_resolve_get_kind (LiaisonQueryKey key);

/* Whether the term is "none". */
gboolean liaison_term_is_none (const LiaisonQueryTerm *term);

G_END_DECLS
