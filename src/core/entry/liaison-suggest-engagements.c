/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-suggest-private.h"

#include "liaison-date-format.h"
#include "liaison-query.h"
#include "liaison-rows-private.h"
#include "liaison-tokens.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

static const char described[] =
  "SELECT uuid, title, form, start, \"end\", precision FROM engagement WHERE id = ?1";

static LiaisonSuggestion *
describe (LiaisonSql *sql)
{
  g_autofree char *uuid = liaison_sql_dup_uuid (sql, 0);
  g_autofree char *start = liaison_sql_dup_text (sql, 3);
  g_autofree char *end = liaison_sql_dup_text (sql, 4);
  const char *form = liaison_vocabulary_get_label (&liaison_forms, liaison_sql_get_integer (sql, 2));
  g_autofree char *date = liaison_date_format_short (start, end, liaison_vocabulary_get_token (&liaison_precisions, liaison_sql_get_integer (sql, 5)));
  /* Translators: the form of an engagement and its date: "Phone call · 11 Jan 2022" */
  g_autofree char *detail = *form ? g_strdup_printf (C_("engagement", "%s · %s"), form, date) : g_strdup (date);

  return liaison_suggestion_new (LIAISON_KIND_ENGAGEMENT, uuid, NULL, liaison_sql_get_text (sql, 1), detail);
}

GPtrArray *
liaison_suggest_describe_engagements (LiaisonDb     *db,
                                      const GArray  *ids,
                                      GError       **error)
{
  g_autoptr (GPtrArray) suggestions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, described, error);

  if (!sql)
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) failure = NULL;

      liaison_sql_reset (sql);
      liaison_sql_bind_integer (sql, 1, g_array_index (ids, gint32, i));
      if (liaison_sql_step (sql, &failure))
        g_ptr_array_add (suggestions, describe (sql));
      if (!liaison_rows_end (&failure, error))
        return NULL;
    }

  return g_steal_pointer (&suggestions);
}

GPtrArray *
liaison_suggest_engagements (LiaisonDb   *db,
                             const char  *text,
                             guint        limit,
                             GError     **error)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  ids = liaison_query_ids (db, query, LIAISON_ENTITY_ENGAGEMENTS, NULL, 0, limit, error);

  return ids ? liaison_suggest_describe_engagements (db, ids, error) : NULL;
}
