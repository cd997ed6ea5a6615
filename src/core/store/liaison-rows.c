/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-rows-private.h"

#include "liaison-reference.h"

gboolean
liaison_rows_end (GError **failure,
                  GError **error)
{
  if (!*failure)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (failure));

  return FALSE;
}

GPtrArray *
liaison_rows_read (LiaisonDb         *db,
                   const char        *text,
                   const char        *uuid,
                   int                day,
                   LiaisonRowReader   reader,
                   GDestroyNotify     free_row,
                   GError           **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return NULL;

  liaison_sql_bind_uuid (sql, 1, uuid);
  liaison_sql_bind_integer (sql, 2, day);
  while (liaison_sql_step (sql, &failure))
    g_ptr_array_add (rows, reader (sql));

  return liaison_rows_end (&failure, error) ? g_steal_pointer (&rows) : NULL;
}

static gpointer
read_reference (LiaisonSql *sql)
{
  return liaison_reference_new (liaison_sql_dup_uuid (sql, 0), liaison_sql_dup_text (sql, 1));
}

GPtrArray *
liaison_rows_read_references (LiaisonDb   *db,
                              const char  *text,
                              const char  *uuid,
                              GError     **error)
{
  return liaison_rows_read (db, text, uuid, 0, read_reference, (GDestroyNotify) liaison_reference_free, error);
}

gpointer
liaison_rows_take_first (GPtrArray *rows)
{
  return rows->len > 0 ? g_ptr_array_steal_index (rows, 0) : NULL;
}

gboolean
liaison_rows_read_figures (LiaisonDb       *db,
                           const char      *text,
                           const char      *uuid,
                           LiaisonFigures  *figures,
                           GError         **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, uuid);
  if (liaison_sql_step (sql, &failure))
    {
      figures->records = liaison_sql_get_integer (sql, 0);
      figures->counted = liaison_sql_get_integer (sql, 1);
      figures->first_day = liaison_sql_get_integer (sql, 2);
      figures->last_day = liaison_sql_get_integer (sql, 3);
      return TRUE;
    }

  return liaison_rows_end (&failure, error);
}
