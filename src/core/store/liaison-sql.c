/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-sql-private.h"

#include "liaison-db-private.h"
#include "liaison-uuid.h"

#include "liaison-config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

struct _LiaisonSql
{
  LiaisonDb    *db;
  sqlite3_stmt *statement;
  char         *text;
  char         *repaired; /* the last text that had to be made valid */
  gboolean      is_kept;  /* whether the connection has it */
  gboolean      in_use;
};

LiaisonSql *
liaison_sql_new (LiaisonDb   *db,
                 const char  *text,
                 GError     **error)
{
  LiaisonSql *sql = liaison_db_take_statement (db, text);
  sqlite3_stmt *statement = NULL;
  int code;

  if (sql != NULL)
    return sql;

  code = sqlite3_prepare_v3 (liaison_db_get_handle (db), text, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      liaison_db_set_error (db, code, error);
      return NULL;
    }

  sql = g_new0 (LiaisonSql, 1);
  sql->db = db;
  sql->statement = statement;
  sql->text = g_strdup (text);
  sql->in_use = TRUE;

  return sql;
}

gboolean
liaison_sql_take (LiaisonSql *sql)
{
  gboolean was_free = !sql->in_use;

  sql->in_use = TRUE;

  return was_free;
}

const char *
liaison_sql_get_statement_text (LiaisonSql *sql)
{
  return sql->text;
}

void
liaison_sql_destroy (LiaisonSql *sql)
{
  sqlite3_finalize (sql->statement);
  g_free (sql->text);
  g_free (sql->repaired);
  g_free (sql);
}

void
liaison_sql_free (LiaisonSql *sql)
{
  sqlite3_reset (sql->statement);
  sqlite3_clear_bindings (sql->statement);
  g_clear_pointer (&sql->repaired, g_free);
  sql->in_use = FALSE;
  if (!sql->is_kept)
    {
      sql->is_kept = TRUE;
      liaison_db_keep_statement (sql->db, sql);
    }
}

void
liaison_sql_bind_integer (LiaisonSql *sql,
                          int         index,
                          gint64      value)
{
  sqlite3_bind_int64 (sql->statement, index, value);
}

void
liaison_sql_bind_null (LiaisonSql *sql,
                       int         index)
{
  sqlite3_bind_null (sql->statement, index);
}

void
liaison_sql_bind_text (LiaisonSql *sql,
                       int         index,
                       const char *value)
{
  sqlite3_bind_text (sql->statement, index, value ? value : "", -1, SQLITE_TRANSIENT);
}

void
liaison_sql_bind_static (LiaisonSql *sql,
                         int         index,
                         const char *value)
{
  sqlite3_bind_text (sql->statement, index, value ? value : "", -1, SQLITE_STATIC);
}

void
liaison_sql_bind_pointer (LiaisonSql *sql,
                          int         index,
                          gpointer    value,
                          const char *type)
{
  sqlite3_bind_pointer (sql->statement, index, value, type, NULL);
}

void
liaison_sql_bind_uuid (LiaisonSql *sql,
                       int         index,
                       const char *uuid)
{
  guint8 bytes[16];

  if (liaison_uuid_parse (uuid, bytes))
    sqlite3_bind_blob (sql->statement, index, bytes, sizeof bytes, SQLITE_TRANSIENT);
  else
    sqlite3_bind_null (sql->statement, index);
}

void
liaison_sql_bind_bytes (LiaisonSql  *sql,
                        int          index,
                        const guint8 uuid[16])
{
  sqlite3_bind_blob (sql->statement, index, uuid, 16, SQLITE_STATIC);
}

void
liaison_sql_bind_blob (LiaisonSql    *sql,
                       int            index,
                       gconstpointer  data,
                       gsize          size)
{
  sqlite3_bind_blob64 (sql->statement, index, data, size, SQLITE_STATIC);
}

void
liaison_sql_bind_column (LiaisonSql *sql,
                         int         index,
                         LiaisonSql *from,
                         int         column)
{
  sqlite3_bind_value (sql->statement, index, sqlite3_column_value (from->statement, column));
}

gboolean
liaison_sql_step (LiaisonSql  *sql,
                  GError     **error)
{
  int code = sqlite3_step (sql->statement);

  if (code == SQLITE_ROW)
    return TRUE;

  if (code != SQLITE_DONE)
    liaison_db_set_error (sql->db, code, error);

  return FALSE;
}

gboolean
liaison_sql_run (LiaisonSql  *sql,
                 GError     **error)
{
  int code;

  do
    code = sqlite3_step (sql->statement);
  while (code == SQLITE_ROW);

  if (code != SQLITE_DONE)
    liaison_db_set_error (sql->db, code, error);
  sqlite3_reset (sql->statement);

  return code == SQLITE_DONE;
}

void
liaison_sql_reset (LiaisonSql *sql)
{
  sqlite3_reset (sql->statement);
}

gint64
liaison_sql_get_integer (LiaisonSql *sql,
                         int         column)
{
  return sqlite3_column_int64 (sql->statement, column);
}

const char *
liaison_sql_get_text (LiaisonSql *sql,
                      int         column)
{
  const char *text = (const char *) sqlite3_column_text (sql->statement, column);
  int length = sqlite3_column_bytes (sql->statement, column);

  if (text == NULL)
    return "";

  /* A damaged page can hold anything, also a text that ends in the middle. */
  if (g_utf8_validate_len (text, length, NULL))
    return text;

  g_free (sql->repaired);
  sql->repaired = g_utf8_make_valid (text, length);

  return sql->repaired;
}

char *
liaison_sql_dup_text (LiaisonSql *sql,
                      int         column)
{
  return g_strdup (liaison_sql_get_text (sql, column));
}

const void *
liaison_sql_get_blob (LiaisonSql *sql,
                      int         column,
                      gsize      *size)
{
  const void *data = sqlite3_column_blob (sql->statement, column);

  *size = data != NULL ? sqlite3_column_bytes (sql->statement, column) : 0;

  return data;
}

char *
liaison_sql_dup_uuid (LiaisonSql *sql,
                      int         column)
{
  const guint8 *bytes = sqlite3_column_blob (sql->statement, column);
  char text[37] = "";

  if (bytes != NULL && sqlite3_column_bytes (sql->statement, column) == 16)
    liaison_uuid_format (bytes, text);

  return g_strdup (text);
}

gboolean
liaison_sql_is_null (LiaisonSql *sql,
                     int         column)
{
  return sqlite3_column_type (sql->statement, column) == SQLITE_NULL;
}

gboolean
liaison_sql_exec (LiaisonDb   *db,
                  const char  *script,
                  GError     **error)
{
  int code = sqlite3_exec (liaison_db_get_handle (db), script, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    liaison_db_set_error (db, code, error);

  return code == SQLITE_OK;
}

gboolean
liaison_sql_query_integer (LiaisonDb   *db,
                           const char  *text,
                           gint64       parameter,
                           gint64      *result,
                           GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  if (sqlite3_bind_parameter_count (sql->statement) > 0)
    liaison_sql_bind_integer (sql, 1, parameter);

  *result = liaison_sql_step (sql, &failure) ? liaison_sql_get_integer (sql, 0) : 0;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* What each of SQLite's primary result codes (https://www.sqlite.org/rescode.html) means to a person. */
static const char *
describe_code (int           code,
               LiaisonError *domain_code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      *domain_code = LIAISON_ERROR_LOCKED;
      return _("Another program is writing to the store. Try again when it has finished.");

    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
      *domain_code = LIAISON_ERROR_DAMAGED;
      return _("The store is damaged. Nothing was changed; open a backup copy instead.");

    case SQLITE_NOTADB:
      *domain_code = LIAISON_ERROR_NOT_A_STORE;
      return _("The file is not a Liaison store.");

    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      *domain_code = LIAISON_ERROR_READ_ONLY;
      return _("The store cannot be written: the file or its folder is read-only.");

    case SQLITE_FULL:
      *domain_code = LIAISON_ERROR_NO_SPACE;
      return _("The disk is full. Nothing was changed; free some space and try again.");

    case SQLITE_CANTOPEN:
      *domain_code = LIAISON_ERROR_NOT_FOUND;
      return _("The file cannot be opened.");

    case SQLITE_CONSTRAINT:
      *domain_code = LIAISON_ERROR_CONFLICT;
      return _("Other records still refer to this one.");

    case SQLITE_IOERR:
      *domain_code = LIAISON_ERROR_FAILED;
      return _("The disk reported an error while the store was being read or written.");

    default:
      *domain_code = LIAISON_ERROR_FAILED;
      return _("The store could not carry this out.");
    }
}

/* Of what it keeps beside the store, even to read it, SQLite only says that it could not be written. */
static gboolean
is_full (LiaisonDb *db,
         int        code)
{
  int reason = sqlite3_system_errno (liaison_db_get_handle (db));

  return (code & 0xff) == SQLITE_IOERR && (reason == ENOSPC || reason == EDQUOT);
}

void
liaison_db_set_error (LiaisonDb  *db,
                      int         code,
                      GError    **error)
{
  LiaisonError domain_code;
  const char *sentence;
  g_autofree char *reason = NULL;

  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled."));
      return;
    }

  sentence = describe_code (is_full (db, code) ? SQLITE_FULL : code, &domain_code);
  /* SQLite quotes the schema, of which a damaged file may have anything. */
  reason = g_utf8_make_valid (sqlite3_errmsg (liaison_db_get_handle (db)), -1);
  g_set_error (error, LIAISON_ERROR, domain_code, "%s (%s: %s)", sentence, liaison_db_get_path (db), reason);
}
