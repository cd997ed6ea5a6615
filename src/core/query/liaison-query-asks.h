/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query.h"
#include "liaison-reference.h"

G_BEGIN_DECLS

/* What a query asks for, as those need to know who say it in words. */

/**
 * liaison_query_asks:
 * @key: a key of the query language: "grouping"
 *
 * Returns: whether the query narrows by it, in a term that does not exclude
 */
gboolean   liaison_query_asks              (LiaisonQuery *query, const char *key);

/**
 * liaison_query_dup_without:
 * @keys: ended by %NULL
 *
 * Returns: (transfer full): the text of the query without the terms of @keys that do not exclude
 */
char      *liaison_query_dup_without       (LiaisonQuery *query, const char * const *keys);

/**
 * liaison_query_dup_words:
 *
 * Returns: (transfer full): the words that are searched for, also those of phrases, folded; what is excluded is not among them
 */
char     **liaison_query_dup_words         (LiaisonQuery *query);

/**
 * liaison_query_find_records:
 * @key: with, by, org, office, grouping, format or topic
 *
 * Returns: (transfer full) (element-type LiaisonReference): the records that the values of @key name, in their order, each once, without what is
 *   part of them, and without those that an audience which the query is asked for must not hear of; groupings and formats by their short names; %NULL
 *   with an error
 */
GPtrArray *liaison_query_find_records      (LiaisonDb *db, LiaisonQuery *query, const char *key, GError **error);

/**
 * liaison_query_spell_out:
 *
 * Returns: (transfer full): the text of the query for people: names in place of UUIDs, where an audience that it is asked for may hear them;
 *   %NULL with an error
 */
char      *liaison_query_spell_out         (LiaisonDb *db, LiaisonQuery *query, GError **error);

G_END_DECLS
