/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-participants-private.h"

G_BEGIN_DECLS

/**
 * LiaisonMatch:
 * @size: the size of sets of engagements
 * @engagements: those that match
 * @outside: those that would, had they not an imprecise date that only partly lies in the span
 * @ours: the participations of our side that meet what the query asks of one of ours; %NULL where it asks nothing but a presence
 * @theirs: likewise of theirs: the counterparts whose own participation meets every counterpart condition
 * @our_presence: how a participation of ours must have taken part; @their_presence likewise
 *
 * A query as a store answers it.
 */
typedef struct
{
  LiaisonDb           *db;
  guint                size;
  LiaisonParticipants *participants;
  LiaisonBits         *engagements;
  LiaisonBits         *outside;
  LiaisonBits         *ours;
  LiaisonBits         *theirs;
  LiaisonPresence      our_presence;
  LiaisonPresence      their_presence;
} LiaisonMatch;

/**
 * liaison_match_new:
 * @entity: what is listed: for contacts and organisations, the terms that describe these themselves are left out
 *
 * Answers a query.
 *
 * How the terms are joined.  With, country, org, grouping and level describe one and the same participation of the other side, by,
 * office and our-level one of ours.  Somebody is one contact, has one seat and one level: a further with, country, level, by or our-level therefore asks
 * for a further participation, by itself.  "is:spoke-with" and "is:reached" say how these participations took part.  What is excluded must not be in the
 * engagement at all.  "country:none" and its like ask for a participation without one; where nothing else is asked of the side, nobody there will
 * do as well.
 */
LiaisonMatch *liaison_match_new  (LiaisonDb *db, LiaisonQuery *query, LiaisonEntity entity, GError **error);

/**
 * liaison_match_new_for_list:
 *
 * As liaison_match_new(), where nobody asks who they are that meet the conditions: liaison_match_is_witness() does not tell.
 */
LiaisonMatch *liaison_match_new_for_list (LiaisonDb *db, LiaisonQuery *query, GError **error);

void          liaison_match_free (LiaisonMatch *match);

/**
 * liaison_match_get_counted:
 *
 * Returns: (transfer full): the counted ones among the engagements that match; %NULL with an error
 */
LiaisonBits  *liaison_match_get_counted (const LiaisonMatch *match, GError **error);

/**
 * liaison_match_tally:
 *
 * What the head of a list says of the engagements that match.
 */
gboolean      liaison_match_tally       (const LiaisonMatch *match, LiaisonTally *tally, GError **error);

/* The planned ones among them. */
LiaisonBits  *liaison_match_get_planned (const LiaisonMatch *match, GError **error);

/**
 * liaison_match_is_witness:
 * @key: a participation
 * @counts: its x_counts
 *
 * Returns: whether it meets what the query asks of its side
 */
static inline gboolean
liaison_match_is_witness (const LiaisonMatch *match,
                          LiaisonSide         side,
                          guint               key,
                          gboolean            counts)
{
  const LiaisonBits *witnesses = side == LIAISON_SIDE_OURS ? match->ours : match->theirs;
  LiaisonPresence presence = side == LIAISON_SIDE_OURS ? match->our_presence : match->their_presence;

  if (witnesses)
    return liaison_bits_test (witnesses, key);

  return liaison_participants_are_present (match->participants, key, counts, presence);
}

/**
 * liaison_match_describes_entity:
 *
 * Returns: whether the term describes a contact or an organisation itself, and not engagements, wherever these are listed
 */
gboolean      liaison_match_describes_entity (const LiaisonQueryTerm *term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonMatch, liaison_match_free)

G_END_DECLS
