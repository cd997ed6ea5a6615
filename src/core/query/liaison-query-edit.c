/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-query-edit.h"

#include "liaison-country.h"
#include "liaison-query-private.h"
#include "liaison-resolve-private.h"
#include "liaison-rows-private.h"
#include "liaison-uuid.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const LiaisonQueryTerm *
get_term (LiaisonQuery *query,
          guint         index)
{
  GPtrArray *terms = liaison_query_get_terms (query);

  g_assert (index < terms->len);

  return g_ptr_array_index (terms, index);
}

guint
liaison_query_get_n_terms (LiaisonQuery *query)
{
  return liaison_query_get_terms (query)->len;
}

const char *
liaison_query_get_term_key (LiaisonQuery *query,
                            guint         index)
{
  return liaison_query_key_get_info (get_term (query, index)->key)->name;
}

void
liaison_query_get_term_place (LiaisonQuery *query,
                              guint         index,
                              gsize        *start,
                              gsize        *value,
                              gsize        *end)
{
  const LiaisonQueryTerm *term = get_term (query, index);

  *start = term->start;
  *value = ((const LiaisonQueryValue *) g_ptr_array_index (term->values, 0))->start;
  *end = term->start + term->length;
}

const LiaisonVocabulary *
liaison_query_get_vocabulary (const char *key)
{
  LiaisonQueryKey found = liaison_query_key_find (key, strlen (key));

  g_return_val_if_fail (found != LIAISON_N_QUERY_KEYS, NULL);

  return liaison_query_key_get_info (found)->vocabulary;
}

/* Printing */

static gboolean
needs_quotes (LiaisonQueryKey  key,
              const char      *text)
{
  if (key == LIAISON_QUERY_PHRASE)
    return TRUE;
  if (key == LIAISON_QUERY_WORD)
    return FALSE;
  if (liaison_query_key_get_info (key)->has_none && g_ascii_strcasecmp (text, "none") == 0)
    return TRUE;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      if (*at == ',' || g_unichar_isspace (g_utf8_get_char (at)) || liaison_query_is_quotation_mark (at))
        return TRUE;
    }

  return FALSE;
}

static void
print_text (GString         *out,
            LiaisonQueryKey  key,
            const char      *text)
{
  if (!needs_quotes (key, text))
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      if (*at == '\\' || liaison_query_is_quotation_mark (at))
        g_string_append_c (out, '\\');
      g_string_append_unichar (out, g_utf8_get_char (at));
    }
  g_string_append_c (out, '"');
}

static void
print_value (GString                 *out,
             LiaisonQueryKey          key,
             const LiaisonQueryValue *value)
{
  const LiaisonQueryKeyInfo *info = liaison_query_key_get_info (key);

  if (value->none)
    g_string_append (out, "none");
  else if (info->type == LIAISON_VALUE_TOKEN)
    g_string_append (out, liaison_vocabulary_get_token (info->vocabulary, value->number));
  else
    print_text (out, key, value->text);
}

static void
print_term (GString                *out,
            const LiaisonQueryTerm *term)
{
  const char *name = liaison_query_key_get_info (term->key)->name;

  g_string_append_printf (out, "%s%s%s", term->negative ? "-" : "", name ? name : "", name ? ":" : "");
  for (guint i = 0; i < term->values->len; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      print_value (out, term->key, g_ptr_array_index (term->values, i));
    }
}

char *
liaison_query_dup_term (LiaisonQuery *query,
                        guint         index)
{
  GString *out = g_string_new (NULL);

  print_term (out, get_term (query, index));

  return g_string_free (out, FALSE);
}

char *
liaison_query_print (LiaisonQuery *query)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < liaison_query_get_n_terms (query); i++)
    {
      g_string_append (out, i > 0 ? " " : "");
      print_term (out, get_term (query, i));
    }

  return g_string_free (out, FALSE);
}

char *
liaison_query_print_value (const char *key,
                           const char *value)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (value != NULL, NULL);

  print_text (out, key ? liaison_query_key_find (key, strlen (key)) : LIAISON_QUERY_PHRASE, value);

  return g_string_free (out, FALSE);
}

/* For people */

static const char *
describe_value (LiaisonQueryKey          key,
                const LiaisonQueryValue *value,
                GHashTable              *names)
{
  const LiaisonQueryKeyInfo *info = liaison_query_key_get_info (key);
  const char *name;

  if (value->none)
    return C_("query", "none");
  if (info->type == LIAISON_VALUE_TOKEN)
    return liaison_vocabulary_get_label (info->vocabulary, value->number);
  if (info->type == LIAISON_VALUE_COUNTRY)
    return liaison_country_get_name (value->text);

  name = names && info->type == LIAISON_VALUE_NAME ? g_hash_table_lookup (names, value->text) : NULL;

  return name ? name : value->text;
}

char *
liaison_query_describe_term (LiaisonQuery *query,
                             guint         index,
                             GHashTable   *names)
{
  const LiaisonQueryTerm *term = get_term (query, index);
  const char *key = liaison_query_get_term_key (query, index);
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; i < term->values->len; i++)
    {
      /* Translators: between the values of a term of a query, any of which will do */
      g_string_append (values, i > 0 ? C_("query", " or ") : "");
      g_string_append (values, describe_value (term->key, g_ptr_array_index (term->values, i), names));
    }

  if (!key)
    key = term->key == LIAISON_QUERY_PHRASE ? C_("query", "phrase") : C_("query", "word");

  /* Translators: a term of a query: a key and its values */
  return g_strdup_printf (term->negative ? C_("query", "not %s: %s") : C_("query", "%s: %s"), key, values->str);
}

/* The values that are UUIDs, with the kind of the record. */
static gboolean
is_uuid (const LiaisonQueryTerm  *term,
         const LiaisonQueryValue *value)
{
  guint8 uuid[16];

  return liaison_query_key_get_info (term->key)->type == LIAISON_VALUE_NAME && liaison_uuid_parse (value->text, uuid);
}

static gboolean
name_record (LiaisonDb    *db,
             LiaisonKind   kind,
             const char   *uuid,
             GHashTable   *names,
             GError      **error)
{
  g_autofree char *text = g_strdup_printf ("SELECT name FROM %s WHERE uuid = ?1", liaison_kind_get_info (kind)->name);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, uuid);
  if (liaison_sql_step (sql, &failure))
    g_hash_table_insert (names, g_strdup (uuid), liaison_sql_dup_text (sql, 0));

  return liaison_rows_end (&failure, error);
}

gboolean
liaison_query_has_uuids (LiaisonQuery *query)
{
  for (guint i = 0; i < liaison_query_get_n_terms (query); i++)
    {
      const LiaisonQueryTerm *term = get_term (query, i);

      for (guint j = 0; j < term->values->len; j++)
        {
          if (is_uuid (term, g_ptr_array_index (term->values, j)))
            return TRUE;
        }
    }

  return FALSE;
}

GHashTable *
liaison_query_name_records (LiaisonDb     *db,
                            LiaisonQuery  *query,
                            GError       **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_return_val_if_fail (db != NULL, NULL);

  for (guint i = 0; i < liaison_query_get_n_terms (query); i++)
    {
      const LiaisonQueryTerm *term = get_term (query, i);

      for (guint j = 0; j < term->values->len; j++)
        {
          const LiaisonQueryValue *value = g_ptr_array_index (term->values, j);

          if (is_uuid (term, value) && !name_record (db, liaison_resolve_get_kind (term->key), value->text, names, error))
            return NULL;
        }
    }

  return g_steal_pointer (&names);
}

/* Changing */

static void
append_words (GString    *out,
              const char *text,
              gsize       length)
{
  g_autofree char *part = g_strstrip (g_strndup (text, length));

  if (*part)
    g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", part);
}

char *
liaison_query_replace_term (LiaisonQuery *query,
                            guint         index,
                            const char   *replacement)
{
  const LiaisonQueryTerm *term = get_term (query, index);
  const char *text = liaison_query_get_text (query);
  GString *out = g_string_new (NULL);

  append_words (out, text, term->start);
  append_words (out, replacement ? replacement : "", replacement ? strlen (replacement) : 0);
  append_words (out, text + term->start + term->length, strlen (text + term->start + term->length));

  return g_string_free (out, FALSE);
}

char *
liaison_query_add_term (LiaisonQuery *query,
                        const char   *term)
{
  const char *text = liaison_query_get_text (query);
  GString *out = g_string_new (NULL);

  append_words (out, text, strlen (text));
  append_words (out, term, strlen (term));

  return g_string_free (out, FALSE);
}

static const char *
get_value_text (LiaisonQueryKey          key,
                const LiaisonQueryValue *value)
{
  const LiaisonQueryKeyInfo *info = liaison_query_key_get_info (key);

  if (value->none)
    return "none";

  return info->type == LIAISON_VALUE_TOKEN ? liaison_vocabulary_get_token (info->vocabulary, value->number) : value->text;
}

static gboolean
has_only (const LiaisonQueryTerm *term,
          const char * const     *among)
{
  for (guint i = 0; among && i < term->values->len; i++)
    {
      if (!g_strv_contains (among, get_value_text (term->key, g_ptr_array_index (term->values, i))))
        return FALSE;
    }

  return TRUE;
}

/* The index of the term whose values are meant; G_MAXUINT where there is none. */
static guint
find_term (LiaisonQuery       *query,
           const char         *key,
           const char * const *among)
{
  for (guint i = 0; i < liaison_query_get_n_terms (query); i++)
    {
      const LiaisonQueryTerm *term = get_term (query, i);

      if (!term->negative && g_strcmp0 (liaison_query_get_term_key (query, i), key) == 0 && has_only (term, among))
        return i;
    }

  return G_MAXUINT;
}

GStrv
liaison_query_dup_values (LiaisonQuery       *query,
                          const char         *key,
                          const char * const *among)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  guint index = find_term (query, key, among);

  if (index != G_MAXUINT)
    {
      const LiaisonQueryTerm *term = get_term (query, index);

      for (guint i = 0; i < term->values->len; i++)
        g_strv_builder_add (values, get_value_text (term->key, g_ptr_array_index (term->values, i)));
    }

  return g_strv_builder_end (values);
}

/* "none" is the token, for nobody is called so whom a person would pick from a list. */
static char *
print_values (const char         *key,
              const char * const *values)
{
  GString *out = g_string_new (key);

  g_string_append_c (out, ':');
  for (guint i = 0; values[i]; i++)
    {
      g_autofree char *value = g_str_equal (values[i], "none") ? g_strdup ("none") : liaison_query_print_value (key, values[i]);

      g_string_append_printf (out, "%s%s", i > 0 ? "," : "", value);
    }

  return g_string_free (out, FALSE);
}

/* An excluding term without @values; %NULL where nothing is left of it. */
static char *
print_others (const LiaisonQueryTerm *term,
              const char             *key,
              const char * const     *values)
{
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();
  g_auto (GStrv) left = NULL;
  g_autofree char *printed = NULL;

  for (guint i = 0; i < term->values->len; i++)
    {
      const char *value = get_value_text (term->key, g_ptr_array_index (term->values, i));

      if (!g_strv_contains (values, value))
        g_strv_builder_add (others, value);
    }
  left = g_strv_builder_end (others);
  printed = left[0] ? print_values (key, (const char * const *) left) : NULL;

  return printed ? g_strconcat ("-", printed, NULL) : NULL;
}

/* What is chosen is not excluded any more. */
static char *
include_values (const char         *text,
                const char         *key,
                const char * const *values)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);

  for (guint i = liaison_query_get_n_terms (query); i > 0; i--)
    {
      const LiaisonQueryTerm *term = get_term (query, i - 1);
      g_autofree char *before = liaison_query_dup_term (query, i - 1);
      g_autofree char *after = NULL;

      if (!term->negative || g_strcmp0 (liaison_query_get_term_key (query, i - 1), key) != 0)
        continue;

      after = print_others (term, key, values);
      if (g_strcmp0 (before, after) != 0)
        {
          g_autofree char *included = liaison_query_replace_term (query, i - 1, after);

          return include_values (included, key, values);
        }
    }

  return g_strdup (text);
}

char *
liaison_query_set_values (LiaisonQuery       *query,
                          const char         *key,
                          const char * const *among,
                          const char * const *values)
{
  guint index = find_term (query, key, among);
  g_autofree char *term = values[0] ? print_values (key, values) : NULL;
  g_autofree char *text = NULL;

  if (index != G_MAXUINT)
    text = liaison_query_replace_term (query, index, term);
  else
    text = term ? liaison_query_add_term (query, term) : g_strdup (liaison_query_get_text (query));

  return include_values (text, key, values);
}
