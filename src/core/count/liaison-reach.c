/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-reach.h"

#include "liaison-audience-private.h"
#include "liaison-names-private.h"
#include "liaison-rows-private.h"
#include "liaison-standing.h"

static const char uuid_of[] = "SELECT uuid FROM organisation WHERE id = ?1";

static const char ours[] = "SELECT x_ours FROM engagement WHERE id = ?1";

static const char ours_for_audience[] = "SELECT " LIAISON_SQL_TOLD_NAMES ("?1", "1", "?2");

G_STATIC_ASSERT (LIAISON_SIDE_OURS == 1);

static const char own_country[] = "SELECT own_country FROM store";

static char *
read_uuid (LiaisonDb  *db,
           gint64      organisation,
           GError    **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, uuid_of, error);

  if (!sql)
    return NULL;

  liaison_sql_bind_integer (sql, 1, organisation);

  return liaison_sql_step (sql, error) ? liaison_sql_dup_uuid (sql, 0) : NULL;
}

static gboolean
add_members (LiaisonDb  *db,
             gint64      grouping,
             int         day,
             GPtrArray  *codes,
             GError    **error)
{
  g_autofree char *uuid = read_uuid (db, grouping, error);
  g_autoptr (GPtrArray) members = uuid ? liaison_standing_members (db, uuid, day, error) : NULL;

  if (!members)
    return FALSE;

  for (guint i = 0; i < members->len; i++)
    {
      LiaisonSuggestion *member = g_ptr_array_index (members, i);
      const char *code = liaison_suggestion_get_country (member);

      /* A name may fit several groupings, and some members are organisations. */
      if (liaison_suggestion_get_kind (member) == LIAISON_N_KINDS && !g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
        g_ptr_array_add (codes, g_strdup (code));
    }

  return TRUE;
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

/* The text of a statement's only row; "" where it has none. */
static char *
read_text (LiaisonSql  *sql,
           GError     **error)
{
  g_autoptr (GError) failure = NULL;
  char *text = liaison_sql_step (sql, &failure) ? liaison_sql_dup_text (sql, 0) : g_strdup ("");

  if (!liaison_rows_end (&failure, error))
    g_clear_pointer (&text, g_free);

  return text;
}

char *
liaison_reach_dup_ours (LiaisonDb     *db,
                        LiaisonQuery  *query,
                        int            engagement,
                        GError       **error)
{
  LiaisonAudience audience = liaison_audience_get (query);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, audience ? ours_for_audience : ours, error);

  if (!sql)
    return NULL;

  liaison_sql_bind_integer (sql, 1, engagement);
  if (audience)
    liaison_sql_bind_integer (sql, 2, audience);

  return read_text (sql, error);
}

char *
liaison_reach_dup_own_country (LiaisonDb  *db,
                               GError    **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, own_country, error);

  return sql ? read_text (sql, error) : NULL;
}
