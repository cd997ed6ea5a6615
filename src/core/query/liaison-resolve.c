/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-resolve-private.h"

#include "liaison-fold.h"
#include "liaison-names-private.h"
#include "liaison-rows-private.h"
#include "liaison-snapshot.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

LiaisonKind
liaison_resolve_get_kind (LiaisonQueryKey key)
{
  if (key == LIAISON_QUERY_WITH || key == LIAISON_QUERY_BY)
    return LIAISON_KIND_CONTACT;

  return key == LIAISON_QUERY_TOPIC ? LIAISON_KIND_TOPIC : LIAISON_KIND_ORGANISATION;
}

static char *
tell_nobody (LiaisonQueryKey  key,
             const char      *name)
{
  switch ((int) key)
    {
    case LIAISON_QUERY_WITH:
    case LIAISON_QUERY_BY:
      return g_strdup_printf (_("No contact is called “%s”."), name);

    case LIAISON_QUERY_TOPIC:
      return g_strdup_printf (_("No topic is called “%s”."), name);

    case LIAISON_QUERY_TAG:
      return g_strdup_printf (_("No contact has the tag “%s”."), name);

    default:
      return g_strdup_printf (_("No organisation is called “%s”."), name);
    }
}

static gboolean
has_tag (const char *tags,
         const char *folded)
{
  g_auto (GStrv) each = g_strsplit (tags, "\n", -1);

  for (char **tag = each; *tag; tag++)
    {
      g_autofree char *one = liaison_fold (*tag);

      if (g_strcmp0 (one, folded) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_tag (LiaisonDb   *db,
          const char  *text,
          GArray      *keys,
          GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "SELECT id, tags FROM contact WHERE tags <> ''", error);
  g_autofree char *folded = liaison_fold (text);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      gint64 key = liaison_sql_get_integer (sql, 0);

      if (has_tag (liaison_sql_get_text (sql, 1), folded))
        g_array_append_val (keys, key);
    }

  return liaison_rows_end (&failure, error);
}

gboolean
liaison_resolve_value (LiaisonDb                *db,
                       LiaisonQueryKey           key,
                       const LiaisonQueryValue  *value,
                       GArray                   *keys,
                       GError                  **error)
{
  /* What is part of an organisation or a topic goes with it. */
  gboolean parts = key == LIAISON_QUERY_ORG || key == LIAISON_QUERY_OFFICE || key == LIAISON_QUERY_TOPIC;

  if (key == LIAISON_QUERY_TAG)
    return find_tag (db, value->text, keys, error);

  return liaison_names_find (db, liaison_resolve_get_kind (key), value->text, parts, keys, error);
}

static void
append_item (GString    *list,
             const char *format,
             ...) G_GNUC_PRINTF (2, 3);

static void
append_item (GString    *list,
             const char *format,
             ...)
{
  va_list arguments;

  if (list->len > 1)
    g_string_append_c (list, ',');
  va_start (arguments, format);
  g_string_append_vprintf (list, format, arguments);
  va_end (arguments);
}

static gboolean
append_value (LiaisonDb                *db,
              LiaisonQueryKey           key,
              const LiaisonQueryValue  *value,
              GString                  *list,
              GPtrArray                *mistakes,
              GError                  **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  switch (liaison_query_key_get_info (key)->type)
    {
    case LIAISON_VALUE_COUNTRY:
      append_item (list, "\"%s\"", value->text);
      return TRUE;

    case LIAISON_VALUE_TOKEN:
      append_item (list, "%d", value->number);
      return TRUE;

    case LIAISON_VALUE_NAME:
    case LIAISON_VALUE_TEXT:
    case LIAISON_VALUE_DATE:
    default:
      break;
    }

  if (!liaison_resolve_value (db, key, value, keys, error))
    return FALSE;

  for (guint i = 0; i < keys->len; i++)
    append_item (list, "%" G_GINT64_FORMAT, g_array_index (keys, gint64, i));

  if (keys->len == 0 && mistakes)
    {
      g_autofree char *message = tell_nobody (key, value->text);

      g_ptr_array_add (mistakes, liaison_query_mistake_new (value->start, value->length, message));
    }

  return TRUE;
}

char *
liaison_resolve_term (LiaisonDb               *db,
                      const LiaisonQueryTerm  *term,
                      GPtrArray               *mistakes,
                      GError                 **error)
{
  g_autoptr (GString) list = g_string_new ("[");

  for (guint i = 0; i < term->values->len; i++)
    {
      if (!append_value (db, term->key, g_ptr_array_index (term->values, i), list, mistakes, error))
        return NULL;
    }
  g_string_append_c (list, ']');

  return g_string_free (g_steal_pointer (&list), FALSE);
}

gboolean
liaison_term_is_none (const LiaisonQueryTerm *term)
{
  const LiaisonQueryValue *value = g_ptr_array_index (term->values, 0);

  return value->none;
}

GPtrArray *
liaison_query_resolve (LiaisonDb     *db,
                       LiaisonQuery  *query,
                       GError       **error)
{
  g_autoptr (GPtrArray) mistakes = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_query_mistake_free);
  GPtrArray *terms = liaison_query_get_terms (query);
  GPtrArray *known = liaison_query_get_mistakes (query);
  g_auto (LiaisonSnapshot) snapshot = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  if (!liaison_snapshot_begin (&snapshot, db, error))
    return NULL;

  for (guint i = 0; i < known->len; i++)
    {
      const LiaisonQueryMistake *mistake = g_ptr_array_index (known, i);

      g_ptr_array_add (mistakes, liaison_query_mistake_new (mistake->start, mistake->length, mistake->message));
    }

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);
      gboolean is_name = liaison_query_key_get_info (term->key)->type == LIAISON_VALUE_NAME || term->key == LIAISON_QUERY_TAG;
      g_autofree char *list = NULL;

      if (!is_name || liaison_term_is_none (term))
        continue;

      list = liaison_resolve_term (db, term, mistakes, error);
      if (!list)
        return NULL;
    }

  g_ptr_array_sort (mistakes, liaison_query_mistake_compare);

  return g_steal_pointer (&mistakes);
}
