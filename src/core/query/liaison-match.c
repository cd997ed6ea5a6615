/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-match-answer-private.h"

#include "liaison-audience-private.h"
#include "liaison-day.h"
#include "liaison-states-private.h"
#include "liaison-terms-private.h"

static void
clear_answer (LiaisonMatchAnswer *answer)
{
  g_clear_pointer (&answer->our_conditions, g_ptr_array_unref);
  g_clear_pointer (&answer->their_conditions, g_ptr_array_unref);
  g_clear_pointer (&answer->inside, liaison_bits_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonMatchAnswer, clear_answer)

static gboolean
is_participant_key (LiaisonQueryKey key)
{
  return key >= LIAISON_QUERY_WITH && key <= LIAISON_QUERY_OUR_LEVEL;
}

static gboolean
is_date_key (LiaisonQueryKey key)
{
  return key == LIAISON_QUERY_FROM || key == LIAISON_QUERY_TO || key == LIAISON_QUERY_ON;
}

/* "is:spoke-with" or "is:reached" alone in a positive term: it speaks of the participations that the other terms describe. */
static LiaisonPresence
get_presence (const LiaisonQueryTerm *term)
{
  const LiaisonQueryValue *value = g_ptr_array_index (term->values, 0);

  if (term->key != LIAISON_QUERY_IS || term->negative || term->values->len > 1)
    return LIAISON_PRESENCE_PART;

  if (value->number == LIAISON_IS_SPOKE_WITH)
    return LIAISON_PRESENCE_COUNTS;

  return value->number == LIAISON_IS_REACHED ? LIAISON_PRESENCE_REACHED : LIAISON_PRESENCE_PART;
}

gboolean
liaison_match_describes_entity (const LiaisonQueryTerm *term)
{
  switch ((int) term->key)
    {
    case LIAISON_QUERY_WORD:
    case LIAISON_QUERY_PHRASE:
    case LIAISON_QUERY_SIDE:
    case LIAISON_QUERY_TAG:
      return TRUE;

    case LIAISON_QUERY_IS:
      for (guint i = 0; i < term->values->len; i++)
        {
          const LiaisonQueryValue *value = g_ptr_array_index (term->values, i);

          if (value->number < LIAISON_IS_OVERDUE)
            return FALSE;
        }
      return TRUE;

    default:
      return FALSE;
    }
}

G_STATIC_ASSERT (LIAISON_IS_OVERDUE < LIAISON_IS_ARCHIVED && LIAISON_IS_ARCHIVED < LIAISON_IS_PUBLIC);

/* "is:same-rank" alone in a positive term: it, too, speaks of the participations that the other terms describe. */
static gboolean
asks_same_rank (const LiaisonQueryTerm *term)
{
  const LiaisonQueryValue *value = g_ptr_array_index (term->values, 0);

  return term->key == LIAISON_QUERY_IS && !term->negative && term->values->len == 1 && value->number == LIAISON_IS_SAME_RANK;
}

/* The answer */

static gboolean
take_plain_term (LiaisonMatchAnswer      *answer,
                 const LiaisonQueryTerm  *term,
                 GError                 **error)
{
  LiaisonMatch *match = answer->match;
  g_autoptr (LiaisonBits) found = liaison_bits_new (match->size);
  gboolean is_excluded = term->negative;

  if (liaison_term_is_for_most (term))
    {
      if (!liaison_terms_collect_others (match->participants, term, found, error))
        return FALSE;
      is_excluded = !is_excluded;
    }
  else if (term->key == LIAISON_QUERY_BEGINS)
    {
      if (!liaison_match_answer_collect_beginning (answer, term, found, error))
        return FALSE;
    }
  else if (!liaison_terms_collect (match->participants, term, found, error))
    {
      return FALSE;
    }

  if (is_excluded)
    liaison_bits_subtract (match->engagements, found);
  else
    liaison_match_answer_restrict (answer, found);

  return TRUE;
}

static gboolean
take_term (LiaisonMatchAnswer      *answer,
           const LiaisonQueryTerm  *term,
           GError                 **error)
{
  if (get_presence (term) != LIAISON_PRESENCE_PART || asks_same_rank (term))
    return TRUE;

  if (is_participant_key (term->key))
    return liaison_match_answer_take_participant (answer, term, error);

  if (is_date_key (term->key))
    return liaison_match_answer_take_date (answer, term, error);

  return take_plain_term (answer, term, error);
}

/* Those terms that are dear, or the others. */
static gboolean
take_terms (LiaisonMatchAnswer  *answer,
            LiaisonEntity        entity,
            gboolean             are_dear,
            GError             **error)
{
  GPtrArray *terms = liaison_query_get_terms (answer->query);

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);

      if (liaison_term_is_dear (term) != are_dear || (entity != LIAISON_ENTITY_ENGAGEMENTS && liaison_match_describes_entity (term)))
        continue;
      if (!take_term (answer, term, error))
        return FALSE;
    }

  return TRUE;
}

/* How both sides took part, and whether in the same rank, before anything else: every condition on participants depends on it. */
static gboolean
take_presence (LiaisonMatchAnswer  *answer,
               GError             **error)
{
  LiaisonMatch *match = answer->match;
  GPtrArray *terms = liaison_query_get_terms (answer->query);
  g_autoptr (LiaisonBits) spoken = NULL;

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);
      LiaisonPresence presence = get_presence (term);

      answer->asks_same_rank = answer->asks_same_rank || asks_same_rank (term);
      if (presence == LIAISON_PRESENCE_PART)
        continue;

      /* Who spoke has reached. */
      match->our_presence = LIAISON_PRESENCE_COUNTS;
      if (match->their_presence != LIAISON_PRESENCE_COUNTS)
        match->their_presence = presence;
    }

  if (match->our_presence == LIAISON_PRESENCE_PART)
    return TRUE;

  spoken = liaison_bits_new (match->size);
  if (!liaison_states_collect_spoken (match->participants, spoken, error))
    return FALSE;
  liaison_match_answer_restrict (answer, spoken);

  return TRUE;
}

static gboolean
finish_answer (LiaisonMatchAnswer  *answer,
               GError             **error)
{
  LiaisonMatch *match = answer->match;

  /* So far, keys are in the set that no record has. */
  if (!answer->is_restricted)
    {
      g_autoptr (LiaisonBits) all = liaison_bits_new (match->size);

      if (!liaison_states_collect_all (match->db, all, error))
        return FALSE;
      liaison_bits_intersect (match->engagements, all);
    }

  match->outside = liaison_bits_new (match->size);
  if (answer->inside)
    {
      liaison_bits_unite (match->outside, match->engagements);
      liaison_bits_subtract (match->outside, answer->inside);
      liaison_bits_intersect (match->engagements, answer->inside);
    }

  return TRUE;
}

static void
begin_answer (LiaisonMatchAnswer *answer,
              LiaisonMatch       *match,
              LiaisonQuery       *query)
{
  answer->match = match;
  answer->query = query;
  answer->last_day = LIAISON_MATCH_NO_LAST_DAY;
  answer->our_conditions = liaison_conditions_new ();
  answer->their_conditions = liaison_conditions_new ();
  match->engagements = liaison_bits_new (match->size);
  liaison_bits_fill (match->engagements);
  match->participants->among = match->engagements;
}

static gboolean
load_participants (LiaisonMatch  *match,
                   LiaisonQuery  *query,
                   GError       **error)
{
  LiaisonAudience audience = liaison_audience_get (query);

  match->participants = liaison_participants_new (match->db, liaison_day_today (), error);
  if (!match->participants)
    return FALSE;

  match->participants->audience = audience;

  return audience == 0
    || (liaison_audience_find_hidden (match->db, audience, match->participants->size, &match->participants->hidden, error)
        && liaison_audience_find_untitled (match->db, audience, match->participants->size, &match->participants->untitled, error));
}

static LiaisonMatch *
match_query (LiaisonDb      *db,
             LiaisonQuery   *query,
             LiaisonEntity   entity,
             gboolean        has_witnesses,
             GError        **error)
{
  g_autoptr (LiaisonMatch) match = g_new0 (LiaisonMatch, 1);
  g_auto (LiaisonMatchAnswer) answer = { NULL };

  match->db = db;
  if (!load_participants (match, query, error) || !liaison_bits_read_size (db, "engagement", &match->size, error))
    return NULL;

  begin_answer (&answer, match, query);
  answer.has_witnesses = has_witnesses;
  if (!take_presence (&answer, error)
      || !take_terms (&answer, entity, FALSE, error)
      || !liaison_match_answer_apply_span (&answer, error)
      || !liaison_match_answer_apply_sides (&answer, error)
      || !take_terms (&answer, entity, TRUE, error)
      || !liaison_match_answer_apply_same_rank (&answer, error)
      || !finish_answer (&answer, error))
    return NULL;

  match->participants->among = NULL;

  return g_steal_pointer (&match);
}

LiaisonMatch *
liaison_match_new (LiaisonDb      *db,
                   LiaisonQuery   *query,
                   LiaisonEntity   entity,
                   GError        **error)
{
  return match_query (db, query, entity, TRUE, error);
}

LiaisonMatch *
liaison_match_new_for_list (LiaisonDb     *db,
                            LiaisonQuery  *query,
                            GError       **error)
{
  return match_query (db, query, LIAISON_ENTITY_ENGAGEMENTS, FALSE, error);
}

void
liaison_match_free (LiaisonMatch *match)
{
  g_clear_pointer (&match->participants, liaison_participants_free);
  g_clear_pointer (&match->engagements, liaison_bits_free);
  g_clear_pointer (&match->outside, liaison_bits_free);
  g_clear_pointer (&match->ours, liaison_bits_free);
  g_clear_pointer (&match->theirs, liaison_bits_free);
  g_free (match);
}

LiaisonBits *
liaison_match_get_counted (const LiaisonMatch  *match,
                           GError             **error)
{
  g_autoptr (LiaisonBits) counted = liaison_bits_copy (match->engagements);
  g_autoptr (LiaisonBits) others = liaison_bits_new (match->size);

  if (!liaison_states_collect_uncounted (match->db, others, error))
    return NULL;

  liaison_bits_subtract (counted, others);

  return g_steal_pointer (&counted);
}

gboolean
liaison_match_tally (const LiaisonMatch  *match,
                     LiaisonTally        *tally,
                     GError             **error)
{
  g_autoptr (LiaisonBits) counted = liaison_match_get_counted (match, error);

  if (!counted)
    return FALSE;

  tally->records = liaison_bits_count (match->engagements);
  tally->counted = liaison_bits_count (counted);
  tally->outside = liaison_bits_count (match->outside);

  return TRUE;
}

LiaisonBits *
liaison_match_get_planned (const LiaisonMatch  *match,
                           GError             **error)
{
  g_autoptr (LiaisonBits) planned = liaison_bits_new (match->size);

  if (!liaison_states_collect_planned (match->db, planned, error))
    return NULL;

  liaison_bits_intersect (planned, match->engagements);

  return g_steal_pointer (&planned);
}
