/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-aside.h"

#include "liaison-sql-private.h"

gboolean
liaison_aside_begin (LiaisonDb  *db,
                     GError    **error)
{
  return liaison_sql_exec (db,
                           "CREATE TEMP TABLE IF NOT EXISTS aside (id INTEGER PRIMARY KEY, line INTEGER NOT NULL, text TEXT NOT NULL) STRICT;"
                           "DELETE FROM temp.aside;", error);
}

gboolean
liaison_aside_add (LiaisonDb   *db,
                   gint64       line,
                   const char  *text,
                   gsize        length,
                   GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "INSERT INTO temp.aside (line, text) VALUES (?1, ?2)", error);
  g_autofree char *copy = g_strndup (text, length);

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, line);
  liaison_sql_bind_static (sql, 2, copy);

  return liaison_sql_run (sql, error);
}

gboolean
liaison_aside_next (LiaisonDb     *db,
                    gboolean       backwards,
                    LiaisonAside  *aside,
                    GError       **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db,
                                                backwards
                                                ? "SELECT id, line, text FROM temp.aside WHERE id < ?1 ORDER BY id DESC LIMIT 1"
                                                : "SELECT id, line, text FROM temp.aside WHERE id > ?1 ORDER BY id LIMIT 1",
                                                error);

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, aside->id == 0 && backwards ? G_MAXINT64 : aside->id);
  if (!liaison_sql_step (sql, error))
    return FALSE;

  aside->id = liaison_sql_get_integer (sql, 0);
  aside->line = liaison_sql_get_integer (sql, 1);
  g_free (aside->text);
  aside->text = liaison_sql_dup_text (sql, 2);

  return TRUE;
}

gboolean
liaison_aside_remove (LiaisonDb  *db,
                      gint64      id,
                      GError    **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "DELETE FROM temp.aside WHERE id = ?1", error);

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, id);

  return liaison_sql_run (sql, error);
}

void
liaison_aside_clear (LiaisonAside *aside)
{
  g_clear_pointer (&aside->text, g_free);
}
