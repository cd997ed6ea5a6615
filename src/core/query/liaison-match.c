/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-match-private.h"

#include "liaison-audience-private.h"
#include "liaison-day.h"
#include "liaison-resolve-private.h"
#include "liaison-same-rank-private.h"
#include "liaison-spans-private.h"
#include "liaison-states-private.h"
#include "liaison-terms-private.h"

/* No day is later: the end of what is open. */
#define NO_LAST_DAY 99999999

/* A query as it is being answered. */
typedef struct
{
  LiaisonMatch *match;
  LiaisonQuery *query;
  GPtrArray    *our_conditions;
  GPtrArray    *their_conditions;
  LiaisonBits  *inside;      /* what the spans hold wholly enough; %NULL without a span */
  int           first_day;
  int           last_day;
  gboolean      is_restricted; /* whether something was asked that only records are */
  gboolean      has_witnesses; /* whether it is asked who they are that meet the conditions */
} Answer;

static void
clear_answer (Answer *answer)
{
  g_clear_pointer (&answer->our_conditions, g_ptr_array_unref);
  g_clear_pointer (&answer->their_conditions, g_ptr_array_unref);
  g_clear_pointer (&answer->inside, liaison_bits_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, clear_answer)

static void
restrict_to (Answer            *answer,
             const LiaisonBits *found)
{
  liaison_bits_intersect (answer->match->engagements, found);
  answer->is_restricted = TRUE;
}

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

static LiaisonSide
get_side (LiaisonQueryKey key)
{
  return key >= LIAISON_QUERY_BY && key <= LIAISON_QUERY_OUR_LEVEL ? LIAISON_SIDE_OURS : LIAISON_SIDE_THEIRS;
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

static gboolean
asks_for_same_rank (Answer *answer)
{
  GPtrArray *terms = liaison_query_get_terms (answer->query);
  gboolean is_asked = FALSE;

  for (guint i = 0; i < terms->len && !is_asked; i++)
    is_asked = asks_same_rank (g_ptr_array_index (terms, i));

  return is_asked;
}

/* Conditions on participants */

static GPtrArray *
new_conditions (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_condition_free);
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

/* Where somebody has to take part, only engagements that are on record match; nobody takes part in keys that no record has, too. */
static gboolean
ask_for_somebody (GPtrArray *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const LiaisonCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->list)
        return TRUE;
    }

  return FALSE;
}

static LiaisonPresence
get_side_presence (Answer      *answer,
                   LiaisonSide  side)
{
  return side == LIAISON_SIDE_OURS ? answer->match->our_presence : answer->match->their_presence;
}

static LiaisonBits *
match_conditions (Answer           *answer,
                  LiaisonSide       side,
                  GPtrArray        *conditions,
                  LiaisonPresence   presence,
                  LiaisonBits     **witnesses,
                  GError          **error)
{
  g_autoptr (LiaisonBits) found = liaison_bits_new (answer->match->size);

  if (!liaison_participants_match (answer->match->participants, side, conditions, presence, found, witnesses, error))
    return NULL;

  return g_steal_pointer (&found);
}

/* A condition by itself: what asks for a further participation; or what is excluded, however it took part. */
static gboolean
apply_alone (Answer            *answer,
             LiaisonCondition  *condition,
             gboolean           exclude,
             GError           **error)
{
  LiaisonSide side = get_side (condition->key);
  LiaisonPresence presence = exclude ? LIAISON_PRESENCE_PART : get_side_presence (answer, side);
  g_autoptr (GPtrArray) conditions = new_conditions ();
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

static gboolean
take_participant_term (Answer                  *answer,
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
apply_side (Answer       *answer,
            LiaisonSide   side,
            GError      **error)
{
  LiaisonMatch *match = answer->match;
  gboolean is_ours = side == LIAISON_SIDE_OURS;
  GPtrArray *conditions = is_ours ? answer->our_conditions : answer->their_conditions;
  LiaisonPresence presence = get_side_presence (answer, side);
  LiaisonBits **witnesses = is_ours ? &match->ours : &match->theirs;
  gboolean is_needed = answer->has_witnesses || asks_for_same_rank (answer); /* which looks among them */
  g_autoptr (LiaisonBits) found = NULL;

  if (conditions->len == 0 && presence == LIAISON_PRESENCE_PART)
    return TRUE;

  found = match_conditions (answer, side, conditions, presence, is_needed ? witnesses : NULL, error);
  if (!found)
    return FALSE;

  liaison_bits_intersect (match->engagements, found);
  answer->is_restricted = answer->is_restricted || presence != LIAISON_PRESENCE_PART || ask_for_somebody (conditions);

  return TRUE;
}

/* First the side of which something is asked: of the other one only the engagements that this leaves are looked at. */
static gboolean
apply_sides (Answer  *answer,
             GError **error)
{
  gboolean ours_first = ask_for_somebody (answer->our_conditions);

  return apply_side (answer, ours_first ? LIAISON_SIDE_OURS : LIAISON_SIDE_THEIRS, error)
    && apply_side (answer, ours_first ? LIAISON_SIDE_THEIRS : LIAISON_SIDE_OURS, error);
}

/* Spans */

/* What is asked for is among these and begins on these days. */
static void
narrow_span (LiaisonParticipants *participants,
             const LiaisonBits   *reaching,
             int                  first,
             int                  last)
{
  guint n = liaison_bits_count (reaching);
  gboolean is_first = !participants->has_span;

  participants->has_span = TRUE;
  participants->first_day = is_first ? first : MAX (participants->first_day, first);
  participants->last_day = is_first ? last : MIN (participants->last_day, last);
  participants->n_in_span = is_first ? n : MIN (participants->n_in_span, n);
}

static gboolean
apply_span (Answer        *answer,
            GArray        *days, /* first and last, in turn */
            gboolean       negative,
            GError       **error)
{
  LiaisonMatch *match = answer->match;
  g_autoptr (LiaisonBits) inside = liaison_bits_new (match->size);
  g_autoptr (LiaisonBits) reaching = liaison_bits_new (match->size);
  int earliest = NO_LAST_DAY;
  int latest = 0;

  for (guint i = 0; i + 1 < days->len; i += 2)
    {
      int last = g_array_index (days, int, i + 1);

      if (!liaison_spans_collect (match->db, g_array_index (days, int, i), last, inside, reaching, &earliest, error))
        return FALSE;
      latest = MAX (latest, last);
    }
  liaison_bits_unite (reaching, inside);

  if (negative)
    {
      liaison_bits_subtract (match->engagements, inside);
      return TRUE;
    }

  restrict_to (answer, reaching);
  narrow_span (match->participants, reaching, earliest, latest);
  if (answer->inside)
    liaison_bits_intersect (answer->inside, inside);
  else
    answer->inside = g_steal_pointer (&inside);

  return TRUE;
}

static gboolean
take_date_term (Answer                  *answer,
                const LiaisonQueryTerm  *term,
                GError                 **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < term->values->len; i++)
    {
      const LiaisonQueryValue *value = g_ptr_array_index (term->values, i);
      int first = term->key == LIAISON_QUERY_TO ? 0 : value->first;
      int last = term->key == LIAISON_QUERY_FROM ? NO_LAST_DAY : value->last;

      g_array_append_val (days, first);
      g_array_append_val (days, last);
    }

  /* "from:" and "to:" are looked up together, as one span. */
  if (!term->negative && term->values->len == 1)
    {
      answer->first_day = MAX (answer->first_day, g_array_index (days, int, 0));
      answer->last_day = MIN (answer->last_day, g_array_index (days, int, 1));
      return TRUE;
    }

  return apply_span (answer, days, term->negative, error);
}

static gboolean
apply_whole_span (Answer  *answer,
                  GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (LiaisonBits) nothing = NULL;
  int first;
  int last;

  /* Spans that have no day in common hold nothing, not even what reaches into both. */
  liaison_query_get_span (answer->query, &first, &last);
  if (first > last)
    {
      nothing = liaison_bits_new (answer->match->size);
      restrict_to (answer, nothing);
      return TRUE;
    }

  if (answer->first_day == 0 && answer->last_day == NO_LAST_DAY)
    return TRUE;

  g_array_append_val (days, answer->first_day);
  g_array_append_val (days, answer->last_day);

  return apply_span (answer, days, FALSE, error);
}

static gboolean
apply_beginning (Answer                  *answer,
                 const LiaisonQueryTerm  *term,
                 LiaisonBits             *found,
                 GError                 **error)
{
  int span_first;
  int span_last;

  liaison_query_get_span (answer->query, &span_first, &span_last);
  for (guint i = 0; i < term->values->len; i++)
    {
      const LiaisonQueryValue *value = g_ptr_array_index (term->values, i);

      if (!liaison_spans_collect_beginning (answer->match->db, value->first, value->last, span_first, found, error))
        return FALSE;
    }

  return TRUE;
}

/* The answer */

static gboolean
take_plain_term (Answer                  *answer,
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
      if (!apply_beginning (answer, term, found, error))
        return FALSE;
    }
  else if (!liaison_terms_collect (match->participants, term, found, error))
    {
      return FALSE;
    }

  if (is_excluded)
    liaison_bits_subtract (match->engagements, found);
  else
    restrict_to (answer, found);

  return TRUE;
}

static gboolean
take_term (Answer                  *answer,
           const LiaisonQueryTerm  *term,
           GError                 **error)
{
  if (get_presence (term) != LIAISON_PRESENCE_PART || asks_same_rank (term))
    return TRUE;

  if (is_participant_key (term->key))
    return take_participant_term (answer, term, error);

  if (is_date_key (term->key))
    return take_date_term (answer, term, error);

  return take_plain_term (answer, term, error);
}

/* Those terms that are dear, or the others. */
static gboolean
take_terms (Answer         *answer,
            LiaisonEntity   entity,
            gboolean        are_dear,
            GError        **error)
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

/* Whether both sides spoke, before anything else: every condition on participants depends on it. */
static gboolean
take_presence (Answer  *answer,
               GError **error)
{
  LiaisonMatch *match = answer->match;
  GPtrArray *terms = liaison_query_get_terms (answer->query);
  g_autoptr (LiaisonBits) spoken = NULL;

  for (guint i = 0; i < terms->len; i++)
    {
      LiaisonPresence presence = get_presence (g_ptr_array_index (terms, i));

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
  restrict_to (answer, spoken);

  return TRUE;
}

/* Of those who meet the other terms, the ones who have somebody of the same rank on the other side. */
static gboolean
apply_same_rank (Answer  *answer,
                 GError **error)
{
  LiaisonMatch *match = answer->match;
  g_autoptr (LiaisonBits) having = NULL;
  g_autoptr (LiaisonBits) found = NULL;
  g_autoptr (LiaisonBits) ours = NULL;
  g_autoptr (LiaisonBits) theirs = NULL;
  gboolean is_known;

  if (!asks_for_same_rank (answer))
    return TRUE;

  /* Where there are no two of all who count, there are none among those. */
  having = liaison_bits_new (match->size);
  if (!liaison_participants_collect_traits (match->participants, LIAISON_TRAIT_SAME_RANK, having, &is_known, error))
    return FALSE;
  if (is_known)
    restrict_to (answer, having);
  if (is_known && !answer->has_witnesses && !match->ours && !match->theirs)
    return TRUE;

  found = liaison_bits_new (match->size);
  ours = liaison_bits_new (match->participants->size);
  theirs = liaison_bits_new (match->participants->size);
  if (!liaison_same_rank_collect (match->participants, match->ours, match->theirs, found, ours, theirs, error))
    return FALSE;

  restrict_to (answer, found);
  g_clear_pointer (&match->ours, liaison_bits_free);
  g_clear_pointer (&match->theirs, liaison_bits_free);
  match->ours = g_steal_pointer (&ours);
  match->theirs = g_steal_pointer (&theirs);

  return TRUE;
}

static gboolean
finish_answer (Answer  *answer,
               GError **error)
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
begin_answer (Answer       *answer,
              LiaisonMatch *match,
              LiaisonQuery *query)
{
  answer->match = match;
  answer->query = query;
  answer->last_day = NO_LAST_DAY;
  answer->our_conditions = new_conditions ();
  answer->their_conditions = new_conditions ();
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
  g_auto (Answer) answer = { NULL };

  match->db = db;
  if (!load_participants (match, query, error) || !liaison_bits_read_size (db, "engagement", &match->size, error))
    return NULL;

  begin_answer (&answer, match, query);
  answer.has_witnesses = has_witnesses;
  if (!take_presence (&answer, error)
      || !take_terms (&answer, entity, FALSE, error)
      || !apply_whole_span (&answer, error)
      || !apply_sides (&answer, error)
      || !take_terms (&answer, entity, TRUE, error)
      || !apply_same_rank (&answer, error)
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
