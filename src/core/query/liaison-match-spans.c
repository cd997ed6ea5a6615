/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-match-answer-private.h"

#include "liaison-spans-private.h"

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
apply_span (LiaisonMatchAnswer  *answer,
            GArray              *days, /* first and last, in turn */
            gboolean             negative,
            GError             **error)
{
  LiaisonMatch *match = answer->match;
  g_autoptr (LiaisonBits) inside = liaison_bits_new (match->size);
  g_autoptr (LiaisonBits) reaching = liaison_bits_new (match->size);
  int earliest = LIAISON_MATCH_NO_LAST_DAY;
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

  liaison_match_answer_restrict (answer, reaching);
  narrow_span (match->participants, reaching, earliest, latest);
  if (answer->inside)
    liaison_bits_intersect (answer->inside, inside);
  else
    answer->inside = g_steal_pointer (&inside);

  return TRUE;
}

gboolean
liaison_match_answer_take_date (LiaisonMatchAnswer      *answer,
                                const LiaisonQueryTerm  *term,
                                GError                 **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < term->values->len; i++)
    {
      const LiaisonQueryValue *value = g_ptr_array_index (term->values, i);
      int first = term->key == LIAISON_QUERY_TO ? 0 : value->first;
      int last = term->key == LIAISON_QUERY_FROM ? LIAISON_MATCH_NO_LAST_DAY : value->last;

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

gboolean
liaison_match_answer_apply_span (LiaisonMatchAnswer  *answer,
                                 GError             **error)
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
      liaison_match_answer_restrict (answer, nothing);
      return TRUE;
    }

  if (answer->first_day == 0 && answer->last_day == LIAISON_MATCH_NO_LAST_DAY)
    return TRUE;

  g_array_append_val (days, answer->first_day);
  g_array_append_val (days, answer->last_day);

  return apply_span (answer, days, FALSE, error);
}

gboolean
liaison_match_answer_collect_beginning (LiaisonMatchAnswer      *answer,
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
