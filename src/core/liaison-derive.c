/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-derive-private.h"

#include "liaison-sql-private.h"

gboolean
liaison_derive_begin (LiaisonDb  *db,
                      GError    **error)
{
  return liaison_sql_exec (db,
                           "CREATE TEMP TABLE IF NOT EXISTS touched (kind INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;"
                           "DELETE FROM temp.touched;", error);
}

gboolean
liaison_derive_touch (LiaisonDb    *db,
                      LiaisonKind   kind,
                      gint64        id,
                      GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "INSERT OR IGNORE INTO temp.touched (kind, id) VALUES (?1, ?2)", error);

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, kind);
  liaison_sql_bind_integer (sql, 2, id);

  return liaison_sql_run (sql, error);
}

gboolean
liaison_derive_run (LiaisonDb        *db,
                    GCancellable     *cancellable,
                    LiaisonProgress   progress,
                    gpointer          user_data,
                    GError          **error)
{
  return TRUE;
}

gboolean
liaison_derive_continue (LiaisonDb  *db,
                         gboolean   *more,
                         GError    **error)
{
  *more = FALSE;

  return TRUE;
}

gboolean
liaison_derive_check_locale (LiaisonDb  *db,
                             GError    **error)
{
  return TRUE;
}
