/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-count-private.h"

#include "liaison-query-private.h"

/* The key of the query language that asks for a value of a key of counts; %LIAISON_N_QUERY_KEYS for the total, of which all is a value. */
static LiaisonQueryKey
get_query_key (LiaisonCountKey key)
{
  static const LiaisonQueryKey keys[] = {
    [LIAISON_COUNT_DAY] = LIAISON_QUERY_BEGINS,
    [LIAISON_COUNT_WEEK] = LIAISON_QUERY_BEGINS,
    [LIAISON_COUNT_MONTH] = LIAISON_QUERY_BEGINS,
    [LIAISON_COUNT_QUARTER] = LIAISON_QUERY_BEGINS,
    [LIAISON_COUNT_YEAR] = LIAISON_QUERY_BEGINS,
    [LIAISON_COUNT_FORM] = LIAISON_QUERY_FORM,
    [LIAISON_COUNT_GROUP] = LIAISON_QUERY_GROUP,
    [LIAISON_COUNT_COUNTRY] = LIAISON_QUERY_COUNTRY,
    [LIAISON_COUNT_PRINCIPAL] = LIAISON_QUERY_BY,
    [LIAISON_COUNT_COUNTERPART] = LIAISON_QUERY_WITH,
    [LIAISON_COUNT_ORGANISATION] = LIAISON_QUERY_ORG,
    [LIAISON_COUNT_FORMAT] = LIAISON_QUERY_FORMAT,
    [LIAISON_COUNT_TOPIC] = LIAISON_QUERY_TOPIC,
    [LIAISON_COUNT_LEVEL] = LIAISON_QUERY_LEVEL,
    [LIAISON_COUNT_INITIATED] = LIAISON_QUERY_INITIATED,
    [LIAISON_COUNT_OFFICE] = LIAISON_QUERY_OFFICE,
    [LIAISON_COUNT_OUR_LEVEL] = LIAISON_QUERY_OUR_LEVEL,
    [LIAISON_COUNT_TOTAL] = LIAISON_N_QUERY_KEYS,
  };

  return keys[key];
}

static char *
make_term (LiaisonCountKey key,
           const char     *value)
{
  LiaisonQueryKey query_key = get_query_key (key);

  if (query_key == LIAISON_N_QUERY_KEYS)
    return g_strdup ("");
  if (g_strcmp0 (value, "undated") == 0)
    return g_strdup ("is:undated");

  return g_strdup_printf ("%s:%s", liaison_query_key_get_info (query_key)->name, *value ? value : "none");
}

/*
 * A participation has one contact, one seat and one level, and a second term on these would ask for another participation: the value takes the
 * place of what the first one allows.  Returns its number, or -1 where the value is asked for beside the others.
 */
static int
find_replaced (GPtrArray       *terms,
               LiaisonCountKey  key)
{
  LiaisonQueryKey query_key = get_query_key (key);

  if (query_key != LIAISON_QUERY_WITH && query_key != LIAISON_QUERY_COUNTRY && query_key != LIAISON_QUERY_LEVEL
      && query_key != LIAISON_QUERY_BY && query_key != LIAISON_QUERY_OUR_LEVEL)
    return -1;

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);

      if (term->key == query_key && !term->negative)
        return i;
    }

  return -1;
}

/* Whether a term that is replaced lets a value through; who fits a name is not known here, and figures are only of those that do. */
static gboolean
allows (const LiaisonQueryTerm *term,
        const char             *value)
{
  gboolean found = term->key != LIAISON_QUERY_COUNTRY;

  for (guint i = 0; i < term->values->len && !found; i++)
    {
      const LiaisonQueryValue *one = g_ptr_array_index (term->values, i);

      found = one->none ? *value == '\0' : g_str_equal (one->text, value);
    }

  return found;
}

static void
append_term (GString    *text,
             const char *term,
             gssize      length)
{
  if (*term && text->len)
    g_string_append_c (text, ' ');
  g_string_append_len (text, term, length);
}

/* Whether a term asks for the subject and nothing else. */
static gboolean
is_of_subject (const LiaisonQueryTerm *term,
               LiaisonSubject          subject)
{
  const LiaisonQueryValue *value = g_ptr_array_index (term->values, 0);

  if (term->negative || term->values->len != 1)
    return FALSE;
  if (subject == LIAISON_SUBJECT_PLANNED)
    return term->key == LIAISON_QUERY_STATUS && value->number == LIAISON_STATUS_PLANNED;

  return term->key == LIAISON_QUERY_IS && value->number == LIAISON_IS_COUNTED;
}

char *
liaison_count_narrow (LiaisonQuery   *query,
                      LiaisonSubject  subject,
                      int             by,
                      const char     *value,
                      int             and_by,
                      const char     *and_value)
{
  GPtrArray *terms = liaison_query_get_terms (query);
  int replaced = by >= 0 ? find_replaced (terms, by) : -1;
  int and_replaced = and_by >= 0 ? find_replaced (terms, and_by) : -1;
  g_autofree char *term_text = by >= 0 ? make_term (by, value) : g_strdup ("");
  g_autofree char *and_text = and_by >= 0 ? make_term (and_by, and_value) : g_strdup ("");
  GString *text = g_string_new (NULL);
  gboolean has_subject = FALSE;
  gboolean is_impossible = (replaced >= 0 && !allows (g_ptr_array_index (terms, replaced), value))
    || (and_replaced >= 0 && !allows (g_ptr_array_index (terms, and_replaced), and_value));

  for (int i = 0; i < (int) terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);

      has_subject = has_subject || is_of_subject (term, subject);
      if (i == replaced)
        append_term (text, term_text, -1);
      else if (i == and_replaced)
        append_term (text, and_text, -1);
      else
        append_term (text, liaison_query_get_text (query) + term->start, term->length);
    }

  if (replaced < 0)
    append_term (text, term_text, -1);
  if (and_replaced < 0)
    append_term (text, and_text, -1);
  /* Of a country that the query leaves out there is nothing, and nothing is listed. */
  if (is_impossible)
    append_term (text, subject == LIAISON_SUBJECT_PLANNED ? "-status:planned" : "-is:counted", -1);
  if (!has_subject)
    append_term (text, subject == LIAISON_SUBJECT_PLANNED ? "status:planned" : "is:counted", -1);

  return g_string_free (text, FALSE);
}
