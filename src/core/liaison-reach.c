/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-reach.h"

#include "liaison-names-private.h"
#include "liaison-rows-private.h"

static const char members[] =
  "SELECT DISTINCT country FROM membership WHERE \"grouping\" = ?1 AND country <> '' AND ?2 BETWEEN x_first_day AND x_last_day ORDER BY country";

static const char ours[] = "SELECT x_ours FROM engagement WHERE id = ?1";

static gboolean
add_members (LiaisonDb  *db,
             gint64      grouping,
             int         day,
             GPtrArray  *codes,
             GError    **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, members, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, grouping);
  liaison_sql_bind_integer (sql, 2, day);
  while (liaison_sql_step (sql, &failure))
    {
      const char *code = liaison_sql_get_text (sql, 0);

      /* A name may fit several groupings. */
      if (!g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
        g_ptr_array_add (codes, g_strdup (code));
    }

  return liaison_rows_end (&failure, error);
}

GPtrArray *
liaison_reach_list_members (LiaisonDb   *db,
                            const char  *grouping,
                            int          day,
                            GError     **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!liaison_names_find (db, LIAISON_KIND_ORGANISATION, grouping, FALSE, keys, error))
    return NULL;

  for (guint i = 0; i < keys->len; i++)
    {
      if (!add_members (db, g_array_index (keys, gint64, i), day, codes, error))
        return NULL;
    }

  return g_steal_pointer (&codes);
}

char *
liaison_reach_dup_ours (LiaisonDb  *db,
                        int         engagement,
                        GError    **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, ours, error);
  g_autoptr (GError) failure = NULL;
  char *names;

  if (!sql)
    return NULL;

  liaison_sql_bind_integer (sql, 1, engagement);
  names = liaison_sql_step (sql, &failure) ? liaison_sql_dup_text (sql, 0) : g_strdup ("");
  if (!liaison_rows_end (&failure, error))
    g_clear_pointer (&names, g_free);

  return names;
}
