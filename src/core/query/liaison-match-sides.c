/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-match-answer-private.h"

#include "liaison-resolve-private.h"
#include "liaison-same-rank-private.h"

static LiaisonSide
get_side (LiaisonQueryKey key)
{
  return key >= LIAISON_QUERY_BY && key <= LIAISON_QUERY_OUR_LEVEL ? LIAISON_SIDE_OURS : LIAISON_SIDE_THEIRS;
}

static gboolean
find_condition (GPtrArray       *conditions,
                LiaisonQueryKey  key)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const LiaisonCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->key == key)
        return TRUE;
    }

  return FALSE;
}

static LiaisonPresence
get_side_presence (LiaisonMatchAnswer *answer,
                   LiaisonSide         side)
{
  return side == LIAISON_SIDE_OURS ? answer->match->our_presence : answer->match->their_presence;
}

static LiaisonBits *
match_conditions (LiaisonMatchAnswer  *answer,
                  LiaisonSide          side,
                  GPtrArray           *conditions,
                  LiaisonPresence      presence,
                  LiaisonBits        **witnesses,
                  GError             **error)
{
  g_autoptr (LiaisonBits) found = liaison_bits_new (answer->match->size);

  if (!liaison_participants_match (answer->match->participants, side, conditions, presence, found, witnesses, error))
    return NULL;

  return g_steal_pointer (&found);
}

/* A condition by itself: what asks for a further participation; or what is excluded, however it took part. */
static gboolean
apply_alone (LiaisonMatchAnswer  *answer,
             LiaisonCondition    *condition,
             gboolean             exclude,
             GError             **error)
{
  LiaisonSide side = get_side (condition->key);
  LiaisonPresence presence = exclude ? LIAISON_PRESENCE_PART : get_side_presence (answer, side);
  g_autoptr (GPtrArray) conditions = liaison_conditions_new ();
  g_autoptr (LiaisonBits) found = NULL;

  g_ptr_array_add (conditions, condition);
  found = match_conditions (answer, side, conditions, presence, NULL, error);
  if (!found)
    return FALSE;

  if (exclude)
    liaison_bits_subtract (answer->match->engagements, found);
  else
    liaison_bits_intersect (answer->match->engagements, found);

  return TRUE;
}

gboolean
liaison_match_answer_take_participant (LiaisonMatchAnswer      *answer,
                                       const LiaisonQueryTerm  *term,
                                       GError                 **error)
{
  gboolean is_ours = get_side (term->key) == LIAISON_SIDE_OURS;
  GPtrArray *conditions = is_ours ? answer->our_conditions : answer->their_conditions;
  gboolean is_single = term->key == LIAISON_QUERY_WITH || term->key == LIAISON_QUERY_COUNTRY || term->key == LIAISON_QUERY_LEVEL
    || term->key == LIAISON_QUERY_BY || term->key == LIAISON_QUERY_OUR_LEVEL;
  g_autofree char *list = NULL;

  if (!liaison_term_is_none (term))
    {
      list = liaison_resolve_term (answer->match->db, term, NULL, error);
      if (!list)
        return FALSE;
    }

  if (term->negative || (is_single && find_condition (conditions, term->key)))
    return apply_alone (answer, liaison_condition_new (term->key, g_steal_pointer (&list)), term->negative, error);

  g_ptr_array_add (conditions, liaison_condition_new (term->key, g_steal_pointer (&list)));

  return TRUE;
}

static gboolean
apply_side (LiaisonMatchAnswer  *answer,
            LiaisonSide          side,
            GError             **error)
{
  LiaisonMatch *match = answer->match;
  gboolean is_ours = side == LIAISON_SIDE_OURS;
  GPtrArray *conditions = is_ours ? answer->our_conditions : answer->their_conditions;
  LiaisonPresence presence = get_side_presence (answer, side);
  LiaisonBits **witnesses = is_ours ? &match->ours : &match->theirs;
  gboolean is_needed = answer->has_witnesses || answer->asks_same_rank; /* which looks among them */
  g_autoptr (LiaisonBits) found = NULL;

  if (conditions->len == 0 && presence == LIAISON_PRESENCE_PART)
    return TRUE;

  found = match_conditions (answer, side, conditions, presence, is_needed ? witnesses : NULL, error);
  if (!found)
    return FALSE;

  liaison_bits_intersect (match->engagements, found);
  /* Where somebody has to take part, only engagements that are on record match; nobody takes part in keys that no record has, too. */
  answer->is_restricted = answer->is_restricted || presence != LIAISON_PRESENCE_PART || liaison_conditions_ask_for_somebody (conditions);

  return TRUE;
}

/* First the side of which something is asked: of the other one only the engagements that this leaves are looked at. */
gboolean
liaison_match_answer_apply_sides (LiaisonMatchAnswer  *answer,
                                  GError             **error)
{
  gboolean ours_first = liaison_conditions_ask_for_somebody (answer->our_conditions);

  return apply_side (answer, ours_first ? LIAISON_SIDE_OURS : LIAISON_SIDE_THEIRS, error)
    && apply_side (answer, ours_first ? LIAISON_SIDE_THEIRS : LIAISON_SIDE_OURS, error);
}

gboolean
liaison_match_answer_apply_same_rank (LiaisonMatchAnswer  *answer,
                                      GError             **error)
{
  LiaisonMatch *match = answer->match;
  g_autoptr (LiaisonBits) having = NULL;
  g_autoptr (LiaisonBits) found = NULL;
  g_autoptr (LiaisonBits) ours = NULL;
  g_autoptr (LiaisonBits) theirs = NULL;
  gboolean is_known;

  if (!answer->asks_same_rank)
    return TRUE;

  /* Where there are no two of all who count, there are none among those. */
  having = liaison_bits_new (match->size);
  if (!liaison_participants_collect_traits (match->participants, LIAISON_TRAIT_SAME_RANK, having, &is_known, error))
    return FALSE;
  if (is_known)
    liaison_match_answer_restrict (answer, having);
  if (is_known && !answer->has_witnesses && !match->ours && !match->theirs)
    return TRUE;

  found = liaison_bits_new (match->size);
  ours = liaison_bits_new (match->participants->size);
  theirs = liaison_bits_new (match->participants->size);
  if (!liaison_same_rank_collect (match->participants, match->ours, match->theirs, found, ours, theirs, error))
    return FALSE;

  liaison_match_answer_restrict (answer, found);
  g_clear_pointer (&match->ours, liaison_bits_free);
  g_clear_pointer (&match->theirs, liaison_bits_free);
  match->ours = g_steal_pointer (&ours);
  match->theirs = g_steal_pointer (&theirs);

  return TRUE;
}
