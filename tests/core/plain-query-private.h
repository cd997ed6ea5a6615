/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plain-store.h"

/*
 * Queries in plain words: whom a name means is in plain-names.c, what is asked of participations in plain-query-parts.c, what "is:" tells in
 * plain-query-states.c, the rest and the whole in plain-query.c.
 */

/* How one must have taken part to be meant. */
typedef enum { PLAIN_PART, PLAIN_SPOKE, PLAIN_REACHED } PlainPresence;

/* Whether a set that plain_resolve() gives has the key of a record. */
gboolean      plain_has_number          (GHashTable *set, gint64 number);

/* Whether each of the folded words, or its name key, is a word of a search text, or begins one. */
gboolean      plain_has_words           (const char *text, const char *words, gboolean whole);

/* Whether a folded text has the words, or the phrase, that somebody types. */
gboolean      plain_has_text            (const char *text, const char *words, gboolean phrase);

/* The greatest sensitivity that the audience of the query may hear of. */
int           plain_get_most_sensitive  (LiaisonQuery *query);

/* Of what is asked of participations: on which side, 0 for other terms; how they must have taken part; whether nobody is asked for. */
LiaisonSide   plain_get_side            (LiaisonQueryKey key);
PlainPresence plain_get_term_presence   (const LiaisonQueryTerm *term);
PlainPresence plain_get_presence        (LiaisonQuery *query);
gboolean      plain_is_none             (const LiaisonQueryTerm *term);
gboolean      plain_asks_same_rank      (const LiaisonQueryTerm *term);

/* Whether the participation is one of that side, in that way; and whether two are of the same rank. */
gboolean      plain_is_present          (const PlainPart *part, LiaisonSide side, PlainPresence presence);
gboolean      plain_are_peers           (const PlainPart *a, const PlainPart *b);

/* The participations of a side that meet all that a query asks of one. */
GPtrArray    *plain_find_witnesses      (PlainStore *store, LiaisonQuery *query, const PlainEngagement *engagement, LiaisonSide side);
gboolean      plain_passes_participants (PlainStore *store, LiaisonQuery *query, const PlainEngagement *engagement, LiaisonSide side);

/* Whether its date is a longer span in which it took place. */
gboolean      plain_is_imprecise        (const PlainEngagement *engagement);

/* A state is a value of "is:". */
gboolean      plain_is_state            (const PlainEngagement *engagement, int state);
gboolean      plain_is_spoken           (const PlainEngagement *engagement);
