/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-query-asks.h"

#include "liaison-audience-private.h"
#include "liaison-fold.h"
#include "liaison-names-private.h"
#include "liaison-query-private.h"
#include "liaison-rows-private.h"
#include "liaison-uuid.h"

#include <string.h>

static gboolean
is_term_of (const LiaisonQueryTerm *term,
            const char             *key)
{
  return !term->negative && g_strcmp0 (liaison_query_key_get_info (term->key)->name, key) == 0;
}

gboolean
liaison_query_asks (LiaisonQuery *query,
                    const char   *key)
{
  GPtrArray *terms = liaison_query_get_terms (query);

  for (guint i = 0; i < terms->len; i++)
    {
      if (is_term_of (g_ptr_array_index (terms, i), key))
        return TRUE;
    }

  return FALSE;
}

char *
liaison_query_dup_without (LiaisonQuery       *query,
                           const char * const *keys)
{
  GPtrArray *terms = liaison_query_get_terms (query);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);
      const char *name = liaison_query_key_get_info (term->key)->name;

      if (!term->negative && name && g_strv_contains (keys, name))
        continue;

      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_len (text, liaison_query_get_text (query) + term->start, term->length);
    }

  return g_string_free (text, FALSE);
}

char **
liaison_query_dup_words (LiaisonQuery *query)
{
  GPtrArray *terms = liaison_query_get_terms (query);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);

      if (term->negative || (term->key != LIAISON_QUERY_WORD && term->key != LIAISON_QUERY_PHRASE))
        continue;

      for (guint j = 0; j < term->values->len; j++)
        {
          const LiaisonQueryValue *value = g_ptr_array_index (term->values, j);
          g_autofree char *folded = liaison_fold (value->text);

          if (*folded)
            g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", folded);
        }
    }

  return g_strsplit (words->str, " ", -1);
}

/* Names of records */

static LiaisonKind
get_kind (LiaisonQueryKey key)
{
  if (key == LIAISON_QUERY_WITH || key == LIAISON_QUERY_BY)
    return LIAISON_KIND_CONTACT;

  return key == LIAISON_QUERY_TOPIC ? LIAISON_KIND_TOPIC : LIAISON_KIND_ORGANISATION;
}

static const char *
get_statement (LiaisonQueryKey key)
{
  switch ((int) key)
    {
    case LIAISON_QUERY_WITH:
    case LIAISON_QUERY_BY:
      return "SELECT uuid, name FROM contact WHERE id = ?1 AND sensitivity <= ?2";
    case LIAISON_QUERY_TOPIC:
      return "SELECT uuid, name FROM topic WHERE id = ?1 AND sensitivity <= ?2";
    case LIAISON_QUERY_ORG:
    case LIAISON_QUERY_OFFICE:
      return "SELECT uuid, name FROM organisation WHERE id = ?1 AND sensitivity <= ?2";
    default:
      return "SELECT uuid, CASE WHEN short_name <> '' THEN short_name ELSE name END FROM organisation WHERE id = ?1 AND sensitivity <= ?2";
    }
}

static gboolean
knows (GPtrArray  *records,
       const char *uuid)
{
  for (guint i = 0; i < records->len; i++)
    {
      if (g_strcmp0 (((const LiaisonReference *) g_ptr_array_index (records, i))->uuid, uuid) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
add_records (LiaisonDb                *db,
             LiaisonQueryKey           key,
             const LiaisonQueryValue  *value,
             LiaisonSensitivity        most,
             GPtrArray                *records,
             GError                  **error)
{
  LiaisonKind kind = get_kind (key);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;

  if (value->none)
    return TRUE;
  if (!liaison_names_find (db, kind, value->text, FALSE, keys, error) || !(sql = liaison_sql_new (db, get_statement (key), error)))
    return FALSE;

  for (guint i = 0; i < keys->len && !failure; i++)
    {
      liaison_sql_reset (sql);
      liaison_sql_bind_integer (sql, 1, g_array_index (keys, gint64, i));
      liaison_sql_bind_integer (sql, 2, most);
      if (liaison_sql_step (sql, &failure))
        {
          g_autofree char *uuid = liaison_sql_dup_uuid (sql, 0);

          if (!knows (records, uuid))
            g_ptr_array_add (records, liaison_reference_new (g_strdup (uuid), liaison_sql_dup_text (sql, 1)));
        }
    }

  return liaison_rows_end (&failure, error);
}

GPtrArray *
liaison_query_find_records (LiaisonDb     *db,
                            LiaisonQuery  *query,
                            const char    *key,
                            GError       **error)
{
  GPtrArray *terms = liaison_query_get_terms (query);
  LiaisonSensitivity most = liaison_audience_get_most (liaison_audience_get (query));
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_reference_free);

  g_return_val_if_fail (liaison_query_key_get_info (liaison_query_key_find (key, strlen (key)))->type == LIAISON_VALUE_NAME, NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);

      for (guint j = 0; j < term->values->len && is_term_of (term, key); j++)
        {
          if (!add_records (db, term->key, g_ptr_array_index (term->values, j), most, records, error))
            return NULL;
        }
    }

  return g_steal_pointer (&records);
}

/* Whether a name, with what is part of it, is the name of one record only: then it says what the UUID says. */
static gboolean
is_exact (LiaisonDb        *db,
          LiaisonQueryKey   key,
          const char       *name,
          gboolean         *exact,
          GError          **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean parts = key == LIAISON_QUERY_ORG || key == LIAISON_QUERY_OFFICE || key == LIAISON_QUERY_TOPIC;

  if (!liaison_names_find (db, get_kind (key), name, parts, keys, error))
    return FALSE;

  /* A quotation mark would end the value. */
  *exact = keys->len == 1 && !strchr (name, '"');

  return TRUE;
}

/* A UUID is left as it is where no name says the same. */
static gboolean
append_spelled (LiaisonDb                *db,
                const LiaisonQueryTerm   *term,
                const LiaisonQueryValue  *value,
                LiaisonSensitivity        most,
                const char               *written,
                GString                  *text,
                GError                  **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_reference_free);
  const LiaisonReference *record;
  gboolean exact = FALSE;
  guint8 uuid[16];

  if (liaison_query_key_get_info (term->key)->type == LIAISON_VALUE_NAME && liaison_uuid_parse (value->text, uuid))
    {
      if (!add_records (db, term->key, value, most, records, error))
        return FALSE;
      record = records->len ? g_ptr_array_index (records, 0) : NULL;
      if (record && !is_exact (db, term->key, record->name, &exact, error))
        return FALSE;
      if (exact)
        {
          g_string_append_printf (text, strchr (record->name, ' ') ? "\"%s\"" : "%s", record->name);
          return TRUE;
        }
    }

  g_string_append_len (text, written + value->start, value->length);

  return TRUE;
}

char *
liaison_query_spell_out (LiaisonDb     *db,
                         LiaisonQuery  *query,
                         GError       **error)
{
  const char *written = liaison_query_get_text (query);
  GPtrArray *terms = liaison_query_get_terms (query);
  LiaisonSensitivity most = liaison_audience_get_most (liaison_audience_get (query));
  g_autoptr (GString) text = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);

      for (guint j = 0; j < term->values->len; j++)
        {
          const LiaisonQueryValue *value = g_ptr_array_index (term->values, j);

          g_string_append_len (text, written + done, value->start - done);
          if (!append_spelled (db, term, value, most, written, text, error))
            return NULL;
          done = value->start + value->length;
        }
    }
  g_string_append (text, written + done);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
