/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-derive-traits-private.h"

#include "liaison-sort-key-private.h"

/* Engagements between two looks at the cancellable, and reports of progress. */
#define STRIDE 1000

/* From so many on the search index is prepared for them, and after so many it is brought up to them: each time costs it a segment. */
#define BULK 10000
#define MOST_UNINDEXED 20000

/* In the table derived: what the stored sort keys depend on. */
#define FACT "collation"

/* Whether the stored sort keys are of the program's locale; a store without any states none. */
static gboolean
look_at_locale (LiaisonDb   *db,
                gboolean    *same,
                gboolean    *stated,
                GError     **error)
{
  g_autofree char *own = liaison_sort_key_describe ();
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "SELECT value FROM derived WHERE name = '" FACT "'", error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  *stated = liaison_sql_step (sql, &failure);
  *same = *stated && g_str_equal (liaison_sql_get_text (sql, 0), own);
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
state_locale (LiaisonDb  *db,
              GError    **error)
{
  g_autofree char *own = liaison_sort_key_describe ();
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "REPLACE INTO derived (name, value) VALUES ('" FACT "', ?1)", error);

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_static (sql, 1, own);

  return liaison_sql_run (sql, error);
}

gboolean
liaison_derive_begin (LiaisonDb  *db,
                      GError    **error)
{
  LiaisonDeriveMode mode = { .db = db, .sort_keys = TRUE };
  gboolean same = FALSE, stated = FALSE;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!liaison_derive_make_tables (db, error) || !look_at_locale (db, &same, &stated, error))
    return FALSE;
  if (same)
    return TRUE;

  if (stated
      && (!liaison_derive_reach_all (db, error)
          || !liaison_derive_own_columns (&mode, error)
          || !liaison_derive_clear_tables (db, error)))
    return FALSE;

  return state_locale (db, error);
}

gboolean
liaison_derive_check_locale (LiaisonDb  *db,
                             GError    **error)
{
  gboolean same = FALSE, stated = FALSE;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!look_at_locale (db, &same, &stated, error))
    return FALSE;
  if (same || !stated)
    return TRUE;

  if (!liaison_sql_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (liaison_derive_begin (db, error) && liaison_sql_exec (db, "COMMIT", error))
    return TRUE;

  liaison_sql_exec (db, "ROLLBACK", NULL);

  return FALSE;
}

/* Going over the engagements that were reached */

typedef struct
{
  LiaisonDeriveMode *mode;
  LiaisonDeriveWalk *walk;
  LiaisonProgress    progress;
  gpointer           user_data;
  guint64            done;
  guint64            total;
} Run;

/* The next keys of a statement that has a range and a limit. */
static gboolean
read_keys (LiaisonDb   *db,
           const char  *text,
           gint64       after,
           GArray      *ids,
           GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  g_array_set_size (ids, 0);
  liaison_sql_bind_integer (sql, 1, after);
  liaison_sql_bind_integer (sql, 2, STRIDE);
  while (liaison_sql_step (sql, &failure))
    {
      gint64 id = liaison_sql_get_integer (sql, 0);

      g_array_append_val (ids, id);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
walk_stride (Run      *run,
             GArray   *ids,
             GError  **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (!liaison_derive_walk_step (run->walk, g_array_index (ids, gint64, i), error))
        return FALSE;
    }
  run->done += ids->len;
  if ((run->done == run->total || run->done % MOST_UNINDEXED < ids->len) && !liaison_derive_walk_flush (run->walk, error))
    return FALSE;

  if (run->progress != NULL)
    run->progress (run->done, run->total, run->user_data);

  return !g_cancellable_set_error_if_cancelled (run->mode->cancellable, error);
}

static gboolean
walk_engagements (Run      *run,
                  GError  **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 after = G_MININT64;

  while (read_keys (run->mode->db, "SELECT id FROM temp.derive_engagement WHERE id > ?1 ORDER BY id LIMIT ?2", after, ids, error))
    {
      if (ids->len == 0)
        return TRUE;
      if (!walk_stride (run, ids, error))
        return FALSE;
      after = g_array_index (ids, gint64, ids->len - 1);
    }

  return FALSE;
}

static gboolean
walk_busy_contacts (LiaisonDeriveMode  *mode,
                    LiaisonDeriveWalk  *walk,
                    GError            **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 after = G_MININT64;

  while (read_keys (mode->db, "SELECT id FROM temp.derive_contact WHERE id > ?1 AND busy AND placed ORDER BY id LIMIT ?2", after, ids, error))
    {
      if (ids->len == 0)
        return TRUE;
      for (guint i = 0; i < ids->len; i++)
        {
          if (!liaison_derive_walk_contact (walk, g_array_index (ids, gint64, i), error))
            return FALSE;
        }
      after = g_array_index (ids, gint64, ids->len - 1);
    }

  return FALSE;
}

/* Running */

static gboolean
walk_reached (LiaisonDeriveMode  *mode,
              LiaisonProgress     progress,
              gpointer            user_data,
              GError            **error)
{
  g_autoptr (LiaisonDeriveWalk) walk = liaison_derive_walk_new (mode, error);
  Run run = { mode, walk, progress, user_data, 0, 0 };
  gint64 n_reached = 0;

  if (walk == NULL
      || !liaison_sql_query_integer (mode->db, "SELECT count (*) FROM temp.derive_engagement", 0, &n_reached, error)
      || !walk_busy_contacts (mode, walk, error))
    return FALSE;

  run.total = n_reached;
  if (n_reached < BULK || mode->found != NULL)
    return walk_engagements (&run, error);

  return liaison_derive_search_begin_bulk (mode->db, error)
    && walk_engagements (&run, error)
    && liaison_derive_search_end_bulk (mode->db, liaison_derive_walk_get_n_texts (walk) >= BULK, error);
}

gboolean
liaison_derive_run (LiaisonDb        *db,
                    GCancellable     *cancellable,
                    LiaisonProgress   progress,
                    gpointer          user_data,
                    GError          **error)
{
  LiaisonDeriveMode mode = { .db = db, .sort_keys = TRUE, .cancellable = cancellable };

  g_return_val_if_fail (db != NULL, FALSE);

  return liaison_derive_reach_touched (db, error)
    && liaison_derive_own_columns (&mode, error)
    && walk_reached (&mode, progress, user_data, error)
    && liaison_derive_clear_tables (db, error);
}

static gboolean
derive_all (LiaisonDeriveMode  *mode,
            LiaisonProgress     progress,
            gpointer            user_data,
            GError            **error)
{
  return liaison_derive_reach_all (mode->db, error)
    && liaison_derive_sql (mode->db, "DELETE FROM traits", error)
    && liaison_derive_own_columns (mode, error)
    && walk_reached (mode, progress, user_data, error)
    && liaison_derive_clear_stale (mode->db, error)
    && liaison_derive_clear_tables (mode->db, error);
}

gboolean
liaison_derive_all (LiaisonDb        *db,
                    GCancellable     *cancellable,
                    LiaisonProgress   progress,
                    gpointer          user_data,
                    GError          **error)
{
  LiaisonDeriveMode mode = { .db = db, .sort_keys = TRUE, .cancellable = cancellable };

  g_return_val_if_fail (db != NULL, FALSE);

  return derive_all (&mode, progress, user_data, error);
}

gboolean
liaison_derive_after_load (LiaisonDb        *db,
                           GCancellable     *cancellable,
                           LiaisonProgress   progress,
                           gpointer          user_data,
                           GError          **error)
{
  LiaisonDeriveMode mode = { .db = db, .sort_keys = TRUE, .loaded = TRUE, .cancellable = cancellable };

  g_return_val_if_fail (db != NULL, FALSE);

  return derive_all (&mode, progress, user_data, error);
}

/* Takes out what is known not to be what it should be. */
static gboolean
pass_over_stale (LiaisonDb  *db,
                 GError    **error)
{
  g_autofree char *names = g_strdup_printf ("DELETE FROM temp.touched WHERE kind IN (%d, %d, %d) AND EXISTS (SELECT 1 FROM stale_text)",
                                            LIAISON_KIND_ORGANISATION, LIAISON_KIND_CONTACT, LIAISON_KIND_TOPIC);

  return liaison_derive_sql (db,
                             "DELETE FROM temp.derive_engagement WHERE id IN (SELECT p.engagement FROM stale_contact AS s"
                             " CROSS JOIN participation AS p ON p.contact = s.contact)", error)
    && liaison_derive_sql (db,
                           "DELETE FROM temp.derive_engagement WHERE EXISTS"
                           " (SELECT 1 FROM stale_text WHERE id > refreshed_to AND id <= last)", error)
    && liaison_sql_exec (db, names, error);
}

gboolean
liaison_derive_verify (LiaisonDb          *db,
                       LiaisonDeriveFunc   found,
                       gpointer            found_data,
                       GCancellable       *cancellable,
                       LiaisonProgress     progress,
                       gpointer            user_data,
                       GError            **error)
{
  LiaisonDeriveMode mode = { .db = db, .found = found, .found_data = found_data, .cancellable = cancellable };
  gboolean stated;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (found != NULL, FALSE);

  return liaison_derive_make_tables (db, error)
    && look_at_locale (db, &mode.sort_keys, &stated, error)
    && liaison_derive_reach_all (db, error)
    && pass_over_stale (db, error)
    && liaison_derive_own_columns (&mode, error)
    && walk_reached (&mode, progress, user_data, error)
    && liaison_derive_traits_verify (&mode, error)
    && liaison_derive_clear_tables (db, error);
}
