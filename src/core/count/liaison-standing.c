/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-standing.h"

#include "liaison-country.h"
#include "liaison-rows-private.h"
#include "liaison-standing-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

static const char standing_on_day[] =
  "SELECT c.uuid, CASE WHEN " LIAISON_SQL_IS_INTERNATIONAL ("w") " THEN '' ELSE c.country END, c.name, c.family, h.title"
  " FROM contact AS c LEFT JOIN post AS h ON h.id = coalesce ("
  "  (SELECT o.id FROM post AS o WHERE o.uuid = ?3 AND o.contact = c.id),"
  "  CASE WHEN ?2 = 0 THEN " LIAISON_SQL_LATEST_POST ("c.id") " ELSE " LIAISON_SQL_POST_OF_DAY ("c.id", "?2") " END)"
  " LEFT JOIN organisation AS w ON w.id = h.organisation WHERE c.uuid = ?1";

static const char members_on_day[] =
  "SELECT m.country, o.uuid, o.name, o.country FROM organisation AS g CROSS JOIN membership AS m ON m.grouping = g.id"
  " LEFT JOIN organisation AS o ON o.id = m.organisation"
  " WHERE g.uuid = ?1 AND m.x_first_day <= ?2 AND m.x_last_day >= ?2";

LiaisonSuggestion *
liaison_standing_on_day (LiaisonDb   *db,
                         const char  *contact,
                         const char  *post,
                         int          day,
                         GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, standing_on_day, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return NULL;

  liaison_sql_bind_uuid (sql, 1, contact);
  liaison_sql_bind_integer (sql, 2, day);
  if (post != NULL && *post != '\0')
    liaison_sql_bind_uuid (sql, 3, post);

  if (liaison_sql_step (sql, &failure))
    return liaison_suggestion_new_contact (contact, liaison_sql_get_text (sql, 1), liaison_sql_get_text (sql, 2),
                                           liaison_sql_get_text (sql, 3), liaison_sql_get_text (sql, 4));

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("The contact is not in the store any more."));

  return NULL;
}

static gpointer
read_member (LiaisonSql *sql)
{
  const char *country = liaison_sql_get_text (sql, 0);
  g_autofree char *uuid = NULL;

  if (*country != '\0')
    return liaison_suggestion_new (LIAISON_N_KINDS, NULL, country, liaison_country_get_name (country), NULL);

  uuid = liaison_sql_dup_uuid (sql, 1);

  return liaison_suggestion_new (LIAISON_KIND_ORGANISATION, uuid, liaison_sql_get_text (sql, 3), liaison_sql_get_text (sql, 2), NULL);
}

static int
compare_countries (gconstpointer a,
                   gconstpointer b)
{
  LiaisonSuggestion *first = *(LiaisonSuggestion * const *) a;
  LiaisonSuggestion *second = *(LiaisonSuggestion * const *) b;
  int kinds = liaison_suggestion_get_kind (second) - liaison_suggestion_get_kind (first);

  return kinds != 0 ? kinds : g_utf8_collate (liaison_suggestion_get_name (first), liaison_suggestion_get_name (second));
}

GPtrArray *
liaison_standing_members (LiaisonDb   *db,
                          const char  *grouping,
                          int          day,
                          GError     **error)
{
  GPtrArray *members = liaison_rows_read (db, members_on_day, grouping, day, read_member, g_object_unref, error);

  if (members != NULL)
    g_ptr_array_sort (members, compare_countries);

  return members;
}

static const char groupings_on_day[] =
  "SELECT g.uuid, CASE WHEN g.short_name <> '' THEN g.short_name ELSE g.name END, count (*), g.short_name = ''"
  " FROM organisation AS g CROSS JOIN membership AS m ON m.grouping = g.id"
  " WHERE m.x_first_day <= ?2 AND m.x_last_day >= ?2 AND g.sensitivity <= ?3 GROUP BY g.id ORDER BY count (*), g.x_sort_key, g.id";

static void
free_grouping (gpointer data)
{
  LiaisonGrouping *grouping = data;

  g_free (grouping->uuid);
  g_free (grouping->name);
  g_free (grouping);
}

GPtrArray *
liaison_standing_groupings (LiaisonDb           *db,
                            int                  day,
                            LiaisonSensitivity   most,
                            GError             **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, groupings_on_day, error);
  g_autoptr (GPtrArray) groupings = g_ptr_array_new_with_free_func (free_grouping);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return NULL;

  liaison_sql_bind_integer (sql, 2, day);
  liaison_sql_bind_integer (sql, 3, most);
  while (liaison_sql_step (sql, &failure))
    {
      LiaisonGrouping *grouping = g_new (LiaisonGrouping, 1);

      *grouping = (LiaisonGrouping) { liaison_sql_dup_uuid (sql, 0), liaison_sql_dup_text (sql, 1), liaison_sql_get_integer (sql, 2),
                                       liaison_sql_get_integer (sql, 3) };
      g_ptr_array_add (groupings, grouping);
    }

  return liaison_rows_end (&failure, error) ? g_steal_pointer (&groupings) : NULL;
}
