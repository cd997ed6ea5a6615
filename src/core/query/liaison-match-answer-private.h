/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-match-private.h"

G_BEGIN_DECLS

/* No day is later: the end of what is open. */
#define LIAISON_MATCH_NO_LAST_DAY 99999999

/**
 * LiaisonMatchAnswer:
 * @match: what becomes of it; borrowed
 * @query: what is answered; borrowed
 * @our_conditions: what is asked of one of our participations; @their_conditions likewise
 * @inside: what the spans hold wholly enough; %NULL without a span
 * @first_day: of what "from:" and "to:" leave; @last_day likewise
 * @is_restricted: whether something was asked that only records are
 * @has_witnesses: whether it is asked who they are that meet the conditions
 * @asks_same_rank: whether it is asked for two of the same rank
 *
 * A query as it is being answered: its terms are taken in turn (liaison-match.c), and those that speak of a participation of one side
 * (liaison-match-sides.c) or of days (liaison-match-spans.c) are applied together.
 */
typedef struct
{
  LiaisonMatch *match;
  LiaisonQuery *query;
  GPtrArray    *our_conditions;
  GPtrArray    *their_conditions;
  LiaisonBits  *inside;
  int           first_day;
  int           last_day;
  gboolean      is_restricted;
  gboolean      has_witnesses;
  gboolean      asks_same_rank;
} LiaisonMatchAnswer;

/* Leaves of what matches what is in @found, too, which holds records only. */
static inline void
liaison_match_answer_restrict (LiaisonMatchAnswer *answer,
                               const LiaisonBits  *found)
{
  liaison_bits_intersect (answer->match->engagements, found);
  answer->is_restricted = TRUE;
}

/* A term about who took part: keeps its condition for later, or applies it by itself. */
gboolean liaison_match_answer_take_participant  (LiaisonMatchAnswer *answer, const LiaisonQueryTerm *term, GError **error);

/* What was kept of both sides. */
gboolean liaison_match_answer_apply_sides       (LiaisonMatchAnswer *answer, GError **error);

/* Of those who meet the other terms, the ones who have somebody of the same rank on the other side. */
gboolean liaison_match_answer_apply_same_rank   (LiaisonMatchAnswer *answer, GError **error);

/* A term about days: keeps its span for later, or applies it by itself. */
gboolean liaison_match_answer_take_date         (LiaisonMatchAnswer *answer, const LiaisonQueryTerm *term, GError **error);

/* What was kept of days. */
gboolean liaison_match_answer_apply_span        (LiaisonMatchAnswer *answer, GError **error);

/* Adds to @found what begins on the days of the term. */
gboolean liaison_match_answer_collect_beginning (LiaisonMatchAnswer      *answer,
                                                 const LiaisonQueryTerm  *term,
                                                 LiaisonBits             *found,
                                                 GError                 **error);

G_END_DECLS
