/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-bulk-private.h"

#include "liaison-sql-private.h"

struct _LiaisonBulk
{
  LiaisonDb   *db;
  GPtrArray   *row_indices;     /* statements that make them again */
  GPtrArray   *derived_indices;
};

/*
 * The indices to drop: those of the tables that grow large. Posts and memberships are few, and deriving looks into them by indices that
 * hold derived columns themselves, as it does into the participations of an engagement.
 */
static const char select_indices[] =
  "SELECT name, sql, instr (sql, 'x_') > 0 AND name <> 'participation_engagement' FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN"
  " ('contact', 'engagement', 'participation', 'follow_up', 'engagement_topics', 'readout_engagements') ORDER BY rowid";

gboolean
liaison_bulk_store_is_empty (LiaisonDb  *db,
                             gboolean   *is_empty,
                             GError    **error)
{
  gint64 has_rows;

  if (!liaison_sql_query_integer (db,
                                  "SELECT EXISTS (SELECT 1 FROM contact) OR EXISTS (SELECT 1 FROM engagement)"
                                  " OR EXISTS (SELECT 1 FROM readout)",
                                  0, &has_rows, error))
    return FALSE;

  *is_empty = !has_rows;

  return TRUE;
}

static gboolean
run_all (LiaisonDb  *db,
         GPtrArray  *statements,
         GError    **error)
{
  for (guint i = 0; i < statements->len; i++)
    {
      g_autoptr (LiaisonSql) sql = liaison_sql_new (db, statements->pdata[i], error);

      if (sql == NULL || !liaison_sql_run (sql, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
liaison_bulk_new (LiaisonDb    *db,
                  LiaisonBulk **bulk,
                  GError      **error)
{
  gboolean is_empty;

  *bulk = NULL;
  if (!liaison_bulk_store_is_empty (db, &is_empty, error))
    return FALSE;
  if (!is_empty)
    return TRUE;

  /* The cache holds the indices of UUIDs, into which rows go in any order. */
  if (!liaison_sql_exec (db, "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -16384", error))
    return FALSE;

  *bulk = g_new0 (LiaisonBulk, 1);
  (*bulk)->db = db;
  (*bulk)->row_indices = g_ptr_array_new_with_free_func (g_free);
  (*bulk)->derived_indices = g_ptr_array_new_with_free_func (g_free);

  return TRUE;
}

gboolean
liaison_bulk_begin (LiaisonBulk  *bulk,
                    GError      **error)
{
  g_autoptr (GPtrArray) drops = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (bulk->db, select_indices, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      GPtrArray *indices = liaison_sql_get_integer (sql, 2) ? bulk->derived_indices : bulk->row_indices;

      g_ptr_array_add (drops, g_strdup_printf ("DROP INDEX \"%s\"", liaison_sql_get_text (sql, 0)));
      g_ptr_array_add (indices, liaison_sql_dup_text (sql, 1));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  liaison_sql_reset (sql);

  return run_all (bulk->db, drops, error);
}

gboolean
liaison_bulk_rows_done (LiaisonBulk  *bulk,
                        GError      **error)
{
  return run_all (bulk->db, bulk->row_indices, error);
}

gboolean
liaison_bulk_derived_done (LiaisonBulk  *bulk,
                           GError      **error)
{
  return run_all (bulk->db, bulk->derived_indices, error);
}

void
liaison_bulk_free (LiaisonBulk *bulk)
{
  if (bulk == NULL)
    return;

  liaison_sql_exec (bulk->db, "PRAGMA foreign_keys = ON; PRAGMA cache_size = -2000", NULL);
  g_ptr_array_unref (bulk->row_indices);
  g_ptr_array_unref (bulk->derived_indices);
  g_free (bulk);
}

gboolean
liaison_bulk_forget (LiaisonDb  *db,
                     GError    **error)
{
  return liaison_sql_exec (db,
                           "CREATE TEMP TABLE IF NOT EXISTS seen (kind INTEGER NOT NULL, uuid BLOB NOT NULL, PRIMARY KEY (kind, uuid))"
                           " STRICT, WITHOUT ROWID;"
                           "DELETE FROM temp.seen;", error);
}

gboolean
liaison_bulk_see (LiaisonDb    *db,
                  LiaisonKind   kind,
                  const char   *uuid,
                  gboolean     *is_new,
                  GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "INSERT OR IGNORE INTO temp.seen (kind, uuid) VALUES (?1, ?2)", error);

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, kind);
  liaison_sql_bind_uuid (sql, 2, uuid);
  if (!liaison_sql_run (sql, error))
    return FALSE;

  *is_new = liaison_db_get_n_changed (db) > 0;

  return TRUE;
}
