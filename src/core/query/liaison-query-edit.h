/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query.h"

G_BEGIN_DECLS

/*
 * A query as it is shown and changed by other means than typing.  The text is the one model: each of these functions answers with a text, in
 * which what is not touched stands as it was written, mistakes included.
 */

/**
 * liaison_query_print:
 *
 * Writes what was understood in the one canonical way: keys, tokens and codes as the language has them, quotation marks only where they are
 * needed.  What is parsed of it has the same terms and no mistakes.
 *
 * Returns: (transfer full): the text
 */
char *liaison_query_print          (LiaisonQuery *query);

guint liaison_query_get_n_terms    (LiaisonQuery *query);

/**
 * liaison_query_dup_term:
 * @index: of a term, in the order of the text
 *
 * Returns: (transfer full): the term as liaison_query_print() writes it
 */
char *liaison_query_dup_term       (LiaisonQuery *query, guint index);

/**
 * liaison_query_get_term_key:
 *
 * Returns: (transfer none) (nullable): the key of a term; %NULL for words and phrases
 */
const char *liaison_query_get_term_key (LiaisonQuery *query, guint index);

/**
 * liaison_query_get_term_place:
 * @start: (out): where the term begins in the text, in bytes
 * @value: (out): where its first value begins
 * @end: (out): where it ends
 */
void  liaison_query_get_term_place (LiaisonQuery *query, guint index, gsize *start, gsize *value, gsize *end);

/**
 * liaison_query_get_vocabulary:
 *
 * Returns: (transfer none) (nullable): the tokens that @key takes; %NULL where it takes something else
 */
const LiaisonVocabulary *liaison_query_get_vocabulary (const char *key);

/**
 * liaison_query_describe_term:
 * @names: (nullable) (element-type utf8 utf8): what UUIDs are called, from liaison_query_name_records()
 *
 * Returns: (transfer full): the term for a person's eye: "form: phone call or meeting", "not country: Russia"
 */
char *liaison_query_describe_term  (LiaisonQuery *query, guint index, GHashTable *names);

/**
 * liaison_query_name_records:
 *
 * Looks up what the records are called that the query names by their UUID.
 *
 * Returns: (transfer full) (element-type utf8 utf8): UUIDs and names; %NULL with an error
 */
GHashTable *liaison_query_name_records (LiaisonDb *db, LiaisonQuery *query, GError **error);

/* Whether the query names a record by its UUID. */
gboolean liaison_query_has_uuids   (LiaisonQuery *query);

/**
 * liaison_query_replace_term:
 * @term: (nullable): what stands in its stead; %NULL or "" to take it out
 *
 * Returns: (transfer full): the text of the query with a term exchanged
 */
char *liaison_query_replace_term   (LiaisonQuery *query, guint index, const char *term);

/**
 * liaison_query_add_term:
 *
 * Returns: (transfer full): the text of the query with @term behind it
 */
char *liaison_query_add_term       (LiaisonQuery *query, const char *term);

/**
 * liaison_query_dup_values:
 * @key: a key
 * @among: (nullable): only of a term all of whose values are among these tokens
 *
 * Returns: (transfer full): the values of the first term of @key that excludes nothing, as they are parsed: tokens, codes, names, dates
 */
GStrv liaison_query_dup_values     (LiaisonQuery *query, const char *key, const char * const *among);

/**
 * liaison_query_set_values:
 * @values: what that term shall have in their stead; without any, it is taken out
 *
 * Returns: (transfer full): the text of the query with the term of liaison_query_dup_values() changed, or added where there is none; what is among
 * the values is excluded by no other term any more
 */
char *liaison_query_set_values     (LiaisonQuery *query, const char *key, const char * const *among, const char * const *values);

/**
 * liaison_query_print_value:
 * @key: a key, or %NULL for a phrase
 *
 * Returns: (transfer full): @value as it is written behind @key: in quotation marks where it needs them
 */
char *liaison_query_print_value    (const char *key, const char *value);

G_END_DECLS
