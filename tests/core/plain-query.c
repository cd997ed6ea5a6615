/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain-query-private.h"

#include "liaison-fold.h"

gboolean
plain_has_number (GHashTable *set,
                  gint64      number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return number != 0 && g_hash_table_contains (set, text);
}

/* Dates */

gboolean
plain_is_imprecise (const PlainEngagement *engagement)
{
  return engagement->precision == LIAISON_PRECISION_MONTH || engagement->precision == LIAISON_PRECISION_YEAR
    || engagement->precision == LIAISON_PRECISION_BETWEEN;
}

static gboolean
overlaps (const PlainEngagement *engagement,
          int                    first,
          int                    last)
{
  return first <= last && engagement->first != 0 && engagement->last >= first && engagement->first <= last;
}

static gboolean
is_date (LiaisonQueryKey key)
{
  return key == LIAISON_QUERY_FROM || key == LIAISON_QUERY_TO || key == LIAISON_QUERY_ON;
}

static gboolean
passes_date (const PlainEngagement  *engagement,
             const LiaisonQueryTerm *term,
             gboolean                loosely)
{
  for (guint i = 0; i < term->values->len; i++)
    {
      const LiaisonQueryValue *value = g_ptr_array_index (term->values, i);
      int first = term->key == LIAISON_QUERY_TO ? 0 : value->first;
      int last = term->key == LIAISON_QUERY_FROM ? G_MAXINT : value->last;

      if (!overlaps (engagement, first, last))
        continue;
      if (loosely || !plain_is_imprecise (engagement) || (engagement->first >= first && engagement->last <= last))
        return TRUE;
    }

  return FALSE;
}

static gboolean
begins_in (LiaisonQuery           *query,
           const PlainEngagement  *engagement,
           const LiaisonQueryTerm *term)
{
  int span_first;
  int span_last;

  liaison_query_get_span (query, &span_first, &span_last);
  for (guint i = 0; i < term->values->len; i++)
    {
      const LiaisonQueryValue *value = g_ptr_array_index (term->values, i);
      int day = MAX (engagement->first, span_first);

      if (engagement->first != 0 && value->first <= day && day <= value->last)
        return TRUE;
    }

  return FALSE;
}

/* Terms on the whole engagement */

static gboolean
has_side (const PlainEngagement *engagement,
          LiaisonSide            side)
{
  for (guint i = 0; i < engagement->parts->len; i++)
    {
      const PlainPart *part = g_ptr_array_index (engagement->parts, i);

      if (part->side == side && plain_takes_part (part))
        return TRUE;
    }

  return FALSE;
}

gboolean
plain_has_text (const char *text,
                const char *words,
                gboolean    phrase)
{
  g_autofree char *folded = liaison_fold (words);

  return phrase ? liaison_fold_has_phrase (text, folded) : plain_has_words (text, folded, FALSE);
}

static gboolean
passes_value (const PlainEngagement   *engagement,
              LiaisonQueryKey          key,
              const LiaisonQueryValue *value)
{
  g_autofree char *place = liaison_fold_search_text (engagement->place);

  switch ((int) key)
    {
    case LIAISON_QUERY_WORD:
      return plain_has_text (engagement->search, value->text, FALSE);
    case LIAISON_QUERY_PHRASE:
      return plain_has_text (engagement->search, value->text, TRUE);
    case LIAISON_QUERY_PLACE:
      return plain_has_text (place, value->text, FALSE);
    case LIAISON_QUERY_FORM:
      return engagement->form == value->number;
    case LIAISON_QUERY_STATUS:
      return engagement->status == value->number;
    case LIAISON_QUERY_EVIDENCE:
      return engagement->evidence == value->number;
    case LIAISON_QUERY_INITIATED:
      return engagement->initiated == value->number;
    case LIAISON_QUERY_GROUP:
      return engagement->group == value->number;
    case LIAISON_QUERY_SIDE:
      return has_side (engagement, value->number);
    case LIAISON_QUERY_FORMAT:
      return engagement->told_format == 0;
    case LIAISON_QUERY_TOPIC:
      return engagement->topics->len == 0;
    case LIAISON_QUERY_IS:
      return plain_is_state (engagement, value->number);
    case LIAISON_QUERY_AUDIENCE:
      return engagement->sensitivity <= value->number;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
passes_names (PlainStore             *store,
              LiaisonQuery           *query,
              const PlainEngagement  *engagement,
              const LiaisonQueryTerm *term)
{
  GHashTable *set = plain_resolve (store, query, term);

  if (term->key == LIAISON_QUERY_FORMAT)
    return plain_has_number (set, engagement->told_format);

  for (guint i = 0; term->key == LIAISON_QUERY_TOPIC && i < engagement->topics->len; i++)
    {
      if (plain_has_number (set, g_array_index (engagement->topics, gint64, i)))
        return TRUE;
    }

  for (guint i = 0; term->key == LIAISON_QUERY_TAG && i < engagement->parts->len; i++)
    {
      const PlainPart *part = g_ptr_array_index (engagement->parts, i);

      if (plain_has_number (set, part->contact))
        return TRUE;
    }

  return FALSE;
}

static gboolean
passes_plain (PlainStore             *store,
              LiaisonQuery           *query,
              const PlainEngagement  *engagement,
              const LiaisonQueryTerm *term)
{
  gboolean is_name = term->key == LIAISON_QUERY_FORMAT || term->key == LIAISON_QUERY_TOPIC || term->key == LIAISON_QUERY_TAG;

  if (is_name && !plain_is_none (term))
    return passes_names (store, query, engagement, term);

  for (guint i = 0; i < term->values->len; i++)
    {
      if (passes_value (engagement, term->key, g_ptr_array_index (term->values, i)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
passes (PlainStore            *store,
        LiaisonQuery          *query,
        const PlainEngagement *engagement,
        gboolean               loosely)
{
  GPtrArray *terms = liaison_query_get_terms (query);
  int first;
  int last;

  liaison_query_get_span (query, &first, &last);
  if (first > last || (plain_get_presence (query) != PLAIN_PART && !plain_is_spoken (engagement)))
    return FALSE;

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);
      gboolean passed;

      if (plain_get_side (term->key) != 0 || plain_get_term_presence (term) != PLAIN_PART || plain_asks_same_rank (term))
        continue;

      if (is_date (term->key))
        passed = passes_date (engagement, term, loosely && !term->negative);
      else if (term->key == LIAISON_QUERY_BEGINS)
        passed = begins_in (query, engagement, term);
      else
        passed = passes_plain (store, query, engagement, term);

      if (passed == term->negative)
        return FALSE;
    }

  return plain_passes_participants (store, query, engagement, LIAISON_SIDE_OURS)
    && plain_passes_participants (store, query, engagement, LIAISON_SIDE_THEIRS);
}

/* Audiences */

int
plain_get_most_sensitive (LiaisonQuery *query)
{
  GPtrArray *terms = liaison_query_get_terms (query);
  int most = LIAISON_SENSITIVITY_CONFIDENTIAL;

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);
      int widest = 0;

      for (guint j = 0; j < term->values->len; j++)
        widest = MAX (widest, ((const LiaisonQueryValue *) g_ptr_array_index (term->values, j))->number);
      if (term->key == LIAISON_QUERY_AUDIENCE && !term->negative)
        most = MIN (most, widest);
    }

  return most;
}

static GArray *
show_topics (LiaisonQuery          *query,
             const PlainEngagement *engagement)
{
  GArray *topics = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < engagement->topics->len; i++)
    {
      if (g_array_index (engagement->topic_sensitivities, int, i) <= plain_get_most_sensitive (query))
        g_array_append_val (topics, g_array_index (engagement->topics, gint64, i));
    }

  return topics;
}

guint
plain_count_topics (LiaisonQuery          *query,
                    const PlainEngagement *engagement)
{
  g_autoptr (GArray) topics = show_topics (query, engagement);

  return topics->len;
}

static PlainPart *
show_part (PlainPart *part,
           int        most)
{
  if (part->post_sensitivity > most)
    return part->untitled;

  return part->body_sensitivity > most ? part->bodiless : part;
}

static void
clear_shown (PlainEngagement *shown)
{
  g_ptr_array_unref (shown->parts);
  g_array_unref (shown->topics);
}

/* The engagement without those of whom the audience of the query must not hear. */
static PlainEngagement
show_to_audience (const PlainEngagement *engagement,
                  LiaisonQuery          *query)
{
  int most = plain_get_most_sensitive (query);
  PlainEngagement shown = *engagement;

  shown.told_format = engagement->format_sensitivity <= most ? engagement->format : 0;
  shown.topics = show_topics (query, engagement);
  shown.parts = g_ptr_array_new ();
  for (guint i = 0; i < engagement->parts->len; i++)
    {
      PlainPart *part = g_ptr_array_index (engagement->parts, i);

      if (part->sensitivity <= most)
        g_ptr_array_add (shown.parts, show_part (part, most));
    }

  return shown;
}

gboolean
plain_matches (PlainStore            *store,
               LiaisonQuery          *query,
               const PlainEngagement *engagement)
{
  PlainEngagement shown = show_to_audience (engagement, query);
  gboolean matches = passes (store, query, &shown, FALSE);

  clear_shown (&shown);

  return matches;
}

gboolean
plain_is_outside (PlainStore            *store,
                  LiaisonQuery          *query,
                  const PlainEngagement *engagement)
{
  PlainEngagement shown = show_to_audience (engagement, query);
  gboolean outside = passes (store, query, &shown, TRUE) && !passes (store, query, &shown, FALSE);

  clear_shown (&shown);

  return outside;
}

GPtrArray *
plain_witnesses (PlainStore            *store,
                 LiaisonQuery          *query,
                 const PlainEngagement *engagement,
                 LiaisonSide            side)
{
  PlainEngagement shown = show_to_audience (engagement, query);
  GPtrArray *witnesses = passes (store, query, &shown, FALSE) ? plain_find_witnesses (store, query, &shown, side) : g_ptr_array_new ();

  clear_shown (&shown);

  return witnesses;
}
