/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-derive-steps-private.h"

#include "liaison-db-private.h"

/*
 * A stale contact's engagements are refreshed in the order of the index over its participations: by day, then key.  How far that has come
 * is one number, the day in its upper and the key in its lower half.
 */
#define PLACE "(p.x_day << 32) + p.engagement"

/*
 * A piece shall take less than 50 ms.  How long it takes to write what was derived is known when it is committed: each piece tells how many
 * engagements the next one may have.
 */
#define BUDGET (35 * G_TIME_SPAN_MILLISECOND)
#define FIRST_PACE 16
#define LEAST_PACE 4
#define MOST_PACE 1024

/* What it is called among the data of a connection (liaison_db_set_data()). */
#define PACE "liaison-derive-pace"

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

/* Refreshes the contact's engagements behind @place, at most @most of them, of which it takes off those that it has done. */
static gboolean
refresh (LiaisonDb  *db,
         gint64      contact,
         gint64      place,
         guint      *most,
         GError    **error)
{
  LiaisonDeriveMode mode = { .db = db, .sort_keys = TRUE };
  g_autoptr (LiaisonDeriveWalk) walk = liaison_derive_walk_new (&mode, error);
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean finished = FALSE;

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
  for (; *most > 0 && !finished; *most -= !finished)
    {
      finished = !liaison_sql_step (sql, &failure);
      if (finished)
        continue;
      place = liaison_sql_get_integer (sql, 1);
      if (!liaison_derive_walk_step (walk, liaison_sql_get_integer (sql, 0), error))
        return FALSE;
    }

  if (failure == NULL)
    return liaison_derive_walk_flush (walk, error) && note_place (db, contact, place, finished, error);

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
refresh_some (LiaisonDb  *db,
              guint       most,
              gboolean   *more,
              GError    **error)
{
  gint64 contact = 0, refreshed_to = 0;

  do
    {
      if (!find_stale (db, &contact, &refreshed_to, error)
          || (contact != 0 && !refresh (db, contact, refreshed_to, &most, error)))
        return FALSE;
    }
  while (contact != 0 && most > 0);

  *more = contact != 0;

  return TRUE;
}

static guint
get_pace (LiaisonDb *db)
{
  guint pace = GPOINTER_TO_UINT (liaison_db_get_data (db, PACE));

  return pace > 0 ? pace : FIRST_PACE;
}

static void
set_pace (LiaisonDb *db,
          guint      pace,
          gint64     time)
{
  guint next = MIN (pace * BUDGET / MAX (time, 1), 2 * pace);

  liaison_db_set_data (db, PACE, GUINT_TO_POINTER (CLAMP (next, LEAST_PACE, MOST_PACE)), NULL);
}

/* Whoever loses a piece with the power takes it up again: it need not be on the disk when the next one begins. */
static gboolean
refresh_piece (LiaisonDb  *db,
               gboolean   *more,
               GError    **error)
{
  guint pace = get_pace (db);
  gint64 start = g_get_monotonic_time ();

  if (!liaison_sql_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (liaison_derive_make_tables (db, error) && refresh_some (db, pace, more, error) && liaison_sql_exec (db, "COMMIT", error))
    {
      set_pace (db, pace, g_get_monotonic_time () - start);
      return TRUE;
    }

  liaison_sql_exec (db, "ROLLBACK", NULL);

  return FALSE;
}

gboolean
liaison_derive_continue (LiaisonDb  *db,
                         gboolean   *more,
                         GError    **error)
{
  gint64 n_stale = 0;
  gboolean success;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (more != NULL, FALSE);

  *more = FALSE;
  if (!liaison_sql_query_integer (db, "SELECT count (*) FROM stale_contact", 0, &n_stale, error))
    return FALSE;
  if (n_stale == 0)
    return TRUE;

  success = liaison_db_set_durable (db, FALSE, error) && refresh_piece (db, more, error);
  liaison_db_set_durable (db, TRUE, NULL);

  return success;
}
