/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-derive-steps-private.h"

#include "liaison-db-private.h"

/*
 * A stale contact's engagements are refreshed in the order of the index over its participations: by day, then key.  How far that has come
 * is one number, the day in its upper and the key in its lower half.
 */
#define PLACE "(p.x_day << 32) + p.engagement"

/* Why engagements are stale: a row that says so, by its key, and which they are. */
typedef struct
{
  const char *find;        /* a key, and how far it has come */
  const char *engagements; /* those of ?1 behind ?2, each with its place */
  const char *note;        /* that ?1 has come to ?2 */
  const char *finish;      /* ?1 */
} Cause;

/* All engagements up to a key, by their keys. */
#define ALL_UP_TO(table) \
  { "SELECT last, refreshed_to FROM " table " ORDER BY last LIMIT 1", \
    "SELECT id, id FROM engagement WHERE id > ?2 AND id <= ?1 ORDER BY id", \
    "UPDATE " table " SET refreshed_to = ?2 WHERE last = ?1", \
    "DELETE FROM " table " WHERE last = ?1" }

static const Cause causes[] = {
  { "SELECT contact, refreshed_to FROM stale_contact ORDER BY contact LIMIT 1",
    "SELECT p.engagement, " PLACE " FROM participation AS p INDEXED BY participation_contact"
    " WHERE p.contact = ?1 AND (p.x_day, p.engagement) > (?2 >> 32, ?2 & 0xffffffff) ORDER BY p.x_day, p.engagement",
    "UPDATE stale_contact SET refreshed_to = ?2 WHERE contact = ?1",
    "DELETE FROM stale_contact WHERE contact = ?1" },
  ALL_UP_TO ("stale_text"),
  ALL_UP_TO ("stale_traits"),
};

/* The first cause that is left. */
typedef struct
{
  const Cause *cause; /* NULL where nothing is stale */
  gint64       key;
  gint64       refreshed_to;
} Stale;

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

static gboolean
find_stale (LiaisonDb  *db,
            Stale      *stale,
            GError    **error)
{
  stale->cause = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (causes) && stale->cause == NULL; i++)
    {
      g_autoptr (LiaisonSql) sql = liaison_sql_new (db, causes[i].find, error);
      g_autoptr (GError) failure = NULL;

      if (sql == NULL)
        return FALSE;

      if (liaison_sql_step (sql, &failure))
        *stale = (Stale) { &causes[i], liaison_sql_get_integer (sql, 0), liaison_sql_get_integer (sql, 1) };
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
note_place (LiaisonDb    *db,
            const Stale  *stale,
            gint64        place,
            gboolean      finished,
            GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, finished ? stale->cause->finish : stale->cause->note, error);

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, stale->key);
  if (!finished)
    liaison_sql_bind_integer (sql, 2, place);

  return liaison_sql_run (sql, error);
}

/* Refreshes the engagements that are left, at most @most of them, of which it takes off those that it has done. */
static gboolean
refresh (LiaisonDb    *db,
         const Stale  *stale,
         guint        *most,
         GError      **error)
{
  LiaisonDeriveMode mode = { .db = db, .sort_keys = TRUE };
  g_autoptr (LiaisonDeriveWalk) walk = liaison_derive_walk_new (&mode, error);
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 place = stale->refreshed_to;
  gboolean finished = FALSE;

  if (walk == NULL)
    return FALSE;

  sql = liaison_sql_new (db, stale->cause->engagements, error);
  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, stale->key);
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
    return liaison_derive_walk_flush (walk, error) && note_place (db, stale, place, finished, error);

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
refresh_some (LiaisonDb  *db,
              guint       most,
              gboolean   *more,
              GError    **error)
{
  Stale stale;

  do
    {
      if (!find_stale (db, &stale, error) || (stale.cause != NULL && !refresh (db, &stale, &most, error)))
        return FALSE;
    }
  while (stale.cause != NULL && most > 0);

  *more = stale.cause != NULL;

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
  Stale stale;
  gboolean success;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (more != NULL, FALSE);

  *more = FALSE;
  if (!find_stale (db, &stale, error))
    return FALSE;
  if (stale.cause == NULL)
    return TRUE;

  success = liaison_db_set_durable (db, FALSE, error) && refresh_piece (db, more, error);
  liaison_db_set_durable (db, TRUE, NULL);

  return success;
}
