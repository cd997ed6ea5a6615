/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-derive-steps-private.h"

/*
 * A stale contact's engagements are refreshed in the order of the index over its participations: by day, then key.  How far that has come
 * is one number, the day in its upper and the key in its lower half.
 */
#define PLACE "(p.x_day << 32) + p.engagement"

/* Committing takes part of the 50 ms, too. */
#define BUDGET (35 * G_TIME_SPAN_MILLISECOND)

/* @contact: 0 where none is stale */
static gboolean
find_stale (LiaisonDb  *db,
            gint64     *contact,
            gint64     *refreshed_to,
            GError    **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "SELECT contact, refreshed_to FROM stale_contact ORDER BY contact LIMIT 1", error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  *contact = 0;
  if (liaison_sql_step (sql, &failure))
    {
      *contact = liaison_sql_get_integer (sql, 0);
      *refreshed_to = liaison_sql_get_integer (sql, 1);
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
note_place (LiaisonDb  *db,
            gint64      contact,
            gint64      place,
            gboolean    finished,
            GError    **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, finished ? "DELETE FROM stale_contact WHERE contact = ?1"
                                                             : "UPDATE stale_contact SET refreshed_to = ?2 WHERE contact = ?1", error);

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, contact);
  if (!finished)
    liaison_sql_bind_integer (sql, 2, place);

  return liaison_sql_run (sql, error);
}

/* Refreshes the contact's engagements behind @place until the time is up. */
static gboolean
refresh (LiaisonDb  *db,
         gint64      contact,
         gint64      place,
         gint64      deadline,
         GError    **error)
{
  LiaisonDeriveMode mode = { .db = db, .sort_keys = TRUE };
  g_autoptr (LiaisonDeriveWalk) walk = liaison_derive_walk_new (&mode, error);
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean in_time = TRUE;

  if (walk == NULL)
    return FALSE;

  sql = liaison_sql_new (db,
                         "SELECT p.engagement, " PLACE " FROM participation AS p INDEXED BY participation_contact"
                         " WHERE p.contact = ?1 AND (p.x_day, p.engagement) > (?2 >> 32, ?2 & 0xffffffff)"
                         " ORDER BY p.x_day, p.engagement", error);
  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, contact);
  liaison_sql_bind_integer (sql, 2, place);
  while (in_time && liaison_sql_step (sql, &failure))
    {
      place = liaison_sql_get_integer (sql, 1);
      if (!liaison_derive_walk_step (walk, liaison_sql_get_integer (sql, 0), error))
        return FALSE;
      in_time = g_get_monotonic_time () < deadline;
    }

  if (failure == NULL)
    return liaison_derive_walk_flush (walk, error) && note_place (db, contact, place, in_time, error);

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
refresh_some (LiaisonDb  *db,
              gboolean   *more,
              GError    **error)
{
  gint64 deadline = g_get_monotonic_time () + BUDGET;
  gint64 contact = 0, refreshed_to = 0;

  do
    {
      if (!find_stale (db, &contact, &refreshed_to, error)
          || (contact != 0 && !refresh (db, contact, refreshed_to, deadline, error)))
        return FALSE;
    }
  while (contact != 0 && g_get_monotonic_time () < deadline);

  *more = contact != 0;

  return TRUE;
}

gboolean
liaison_derive_continue (LiaisonDb  *db,
                         gboolean   *more,
                         GError    **error)
{
  gint64 n_stale = 0;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (more != NULL, FALSE);

  *more = FALSE;
  if (!liaison_sql_query_integer (db, "SELECT count (*) FROM stale_contact", 0, &n_stale, error))
    return FALSE;
  if (n_stale == 0)
    return TRUE;

  if (!liaison_sql_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (liaison_derive_make_tables (db, error) && refresh_some (db, more, error) && liaison_sql_exec (db, "COMMIT", error))
    return TRUE;

  liaison_sql_exec (db, "ROLLBACK", NULL);

  return FALSE;
}
