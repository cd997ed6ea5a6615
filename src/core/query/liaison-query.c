/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-query-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

struct _LiaisonQuery
{
  char      *text;
  GPtrArray *terms;
  GPtrArray *mistakes;
};

G_DEFINE_BOXED_TYPE (LiaisonQuery, liaison_query, liaison_query_ref, liaison_query_unref)

LiaisonQueryMistake *
liaison_query_mistake_new (gsize       start,
                           gsize       length,
                           const char *message)
{
  LiaisonQueryMistake *mistake = g_new (LiaisonQueryMistake, 1);

  mistake->start = start;
  mistake->length = length;
  mistake->message = g_strdup (message);

  return mistake;
}

void
liaison_query_mistake_free (LiaisonQueryMistake *mistake)
{
  g_free (mistake->message);
  g_free (mistake);
}

void
liaison_query_value_free (LiaisonQueryValue *value)
{
  g_free (value->text);
  g_free (value);
}

void
liaison_query_term_free (LiaisonQueryTerm *term)
{
  g_ptr_array_unref (term->values);
  g_free (term);
}

int
liaison_query_mistake_compare (gconstpointer a,
                               gconstpointer b)
{
  const LiaisonQueryMistake *first = *(const LiaisonQueryMistake * const *) a;
  const LiaisonQueryMistake *second = *(const LiaisonQueryMistake * const *) b;

  return (first->start > second->start) - (first->start < second->start);
}

LiaisonQuery *
liaison_query_parse (const char *text)
{
  LiaisonQuery *query = g_atomic_rc_box_new0 (LiaisonQuery);

  query->text = g_utf8_make_valid (text ? text : "", -1);
  query->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_query_term_free);
  query->mistakes = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_query_mistake_free);
  liaison_query_scan (query->text, query->terms, query->mistakes);
  g_ptr_array_sort (query->mistakes, liaison_query_mistake_compare);

  return query;
}

static void
clear_query (gpointer data)
{
  LiaisonQuery *query = data;

  g_free (query->text);
  g_ptr_array_unref (query->terms);
  g_ptr_array_unref (query->mistakes);
}

LiaisonQuery *
liaison_query_ref (LiaisonQuery *query)
{
  return g_atomic_rc_box_acquire (query);
}

void
liaison_query_unref (LiaisonQuery *query)
{
  g_atomic_rc_box_release_full (query, clear_query);
}

const char *
liaison_query_get_text (LiaisonQuery *query)
{
  return query->text;
}

gboolean
liaison_query_is_empty (LiaisonQuery *query)
{
  return query->terms->len == 0;
}

GPtrArray *
liaison_query_get_terms (LiaisonQuery *query)
{
  return query->terms;
}

GPtrArray *
liaison_query_get_mistakes (LiaisonQuery *query)
{
  return query->mistakes;
}

void
liaison_query_tell_mistake (LiaisonQuery               *query,
                            const LiaisonQueryMistake  *mistake,
                            GError                    **error)
{
  glong place = g_utf8_pointer_to_offset (query->text, query->text + mistake->start) + 1;

  /* Translators: the number of a character in a query, and a sentence on what is wrong there */
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX, _("At character %ld of the query: %s"), place, mistake->message);
}

gboolean
liaison_query_check (LiaisonQuery  *query,
                     GError       **error)
{
  if (query->mistakes->len == 0)
    return TRUE;

  liaison_query_tell_mistake (query, g_ptr_array_index (query->mistakes, 0), error);

  return FALSE;
}

/* What all values of a date term leave open: the earliest first day, or the latest last day. */
static int
get_bound (const LiaisonQueryTerm *term,
           gboolean                last)
{
  int bound = last ? 0 : G_MAXINT;

  for (guint i = 0; i < term->values->len; i++)
    {
      const LiaisonQueryValue *value = g_ptr_array_index (term->values, i);

      bound = last ? MAX (bound, value->last) : MIN (bound, value->first);
    }

  return bound;
}

void
liaison_query_get_span (LiaisonQuery *query,
                        int          *first,
                        int          *last)
{
  *first = 0;
  *last = 99999999;

  for (guint i = 0; i < query->terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (query->terms, i);

      if (term->negative)
        continue;

      if (term->key == LIAISON_QUERY_FROM || term->key == LIAISON_QUERY_ON)
        *first = MAX (*first, get_bound (term, FALSE));
      if (term->key == LIAISON_QUERY_TO || term->key == LIAISON_QUERY_ON)
        *last = MIN (*last, get_bound (term, TRUE));
    }
}
