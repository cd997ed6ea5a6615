/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-completion.h"
#include "liaison-query.h"

G_BEGIN_DECLS

/**
 * liaison_complete:
 * @entity: what is listed
 * @text: a query that is being typed
 * @cursor: where, in bytes
 * @recent: (nullable): texts of earlier queries, the latest first, ended by %NULL
 *
 * Says how the query may go on.  Behind a key these are its values; where there is no key yet, the keys themselves, and what the word may be
 * the beginning of: contacts, countries, organisations, topics, tokens, saved and recent searches.  Names are found as they are by
 * liaison-suggest.h, whose functions this uses: it is for the pages queue.
 *
 * Returns: (transfer full) (element-type LiaisonCompletion): the likeliest first; %NULL with an error
 */
GPtrArray *liaison_complete        (LiaisonDb *db, LiaisonEntity entity, const char *text, gsize cursor, const char * const *recent, GError **error);

/**
 * liaison_complete_is_typing:
 *
 * Returns: whether a word or the value of a key is being typed at @cursor, so that completions are of use without being asked for
 */
gboolean   liaison_complete_is_typing (const char *text, gsize cursor);

/**
 * liaison_complete_count:
 * @completion: of liaison_complete()
 *
 * Returns: how many records the query would find with it, which is for a queue where it delays nobody; -1 with an error, and without one
 *   for a key, which finds nothing by itself
 */
int        liaison_complete_count  (LiaisonDb *db, LiaisonEntity entity, LiaisonCompletion *completion, GError **error);

G_END_DECLS
