/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-db-private.h"

#include "liaison-core-resources.h"
#include "liaison-functions-private.h"
#include "liaison-guard-private.h"
#include "liaison-header-private.h"
#include "liaison-rows-private.h"

#include "liaison-config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define BUSY_TIMEOUT_MS 2000
#define OPERATIONS_BETWEEN_LOOKS 1000
#define MOST_CACHED_STATEMENTS 200

/* Most texts are constants that are asked for again and again: their places lead to the statement without hashing them. */
#define N_PLACES 64

struct _LiaisonDb
{
  sqlite3      *handle;
  char         *path;
  gboolean      read_only;
  int           guard;
  GCancellable *cancellable;
  gulong        cancelled_handler;
  GHashTable   *statements; /* text → LiaisonSql */
  LiaisonSql   *last[N_PLACES]; /* the one of these that was taken last by a text at such a place */
  GData        *data;
};

static int
look_for_cancellation (gpointer data)
{
  LiaisonDb *db = data;

  return g_cancellable_is_cancelled (db->cancellable);
}

/* A virtual table may work for long within one operation, but it runs statements of SQLite's own, and these look at this. */
static void
cancelled_cb (GCancellable *cancellable,
              gpointer      handle)
{
  sqlite3_interrupt (handle);
}

static gboolean
path_is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0 && faccessat (AT_FDCWD, folder, W_OK, AT_EACCESS) == 0;
}

void
liaison_db_configure_sqlite (void)
{
  static gsize is_configured = 0;

  if (!g_once_init_enter (&is_configured))
    return;

  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  liaison_guard_logs ();
  g_once_init_leave (&is_configured, 1);
}

static gboolean
connect_file (LiaisonDb   *db,
              int          flags,
              gboolean     immutable,
              GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (db->path);
  g_autofree char *plain_uri = g_file_get_uri (file);
  g_autofree char *uri = g_strconcat (plain_uri, immutable ? "?immutable=1" : NULL, NULL);
  int code;

  liaison_db_configure_sqlite ();
  code = sqlite3_open_v2 (uri, &db->handle, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (code == SQLITE_OK)
    code = liaison_functions_register (db->handle);
  if (code != SQLITE_OK)
    {
      liaison_db_set_error (db, code, error);
      return FALSE;
    }

  sqlite3_busy_timeout (db->handle, BUSY_TIMEOUT_MS);
  sqlite3_progress_handler (db->handle, OPERATIONS_BETWEEN_LOOKS, look_for_cancellation, db);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);

  return liaison_sql_exec (db,
                           "PRAGMA foreign_keys = ON;"
                           "PRAGMA automatic_index = OFF;" /* with it the planner passes over covering indices */
                           "PRAGMA cell_size_check = ON;"
                           "PRAGMA mmap_size = 0;",
                           error);
}

/* @purpose: "version" for what makes a schema out of the one before, "reading" for what stands for it where nothing may be written */
static GBytes *
load_script (const char *purpose,
             int         version,
             GError    **error)
{
  g_autofree char *name = g_strdup_printf ("/io/github/liaison_app/Liaison/core/sql/%s-%03d.sql", purpose, version);

  return g_resource_lookup_data (liaison_core_get_resource (), name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static gboolean
run_migration (LiaisonDb   *db,
               int          version,
               GError     **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %d", version);
  g_autoptr (GBytes) script = load_script ("version", version, error);
  gint64 made = 0;

  if (script == NULL)
    return FALSE;

  /* Another process may have made it while this one waited. */
  if (liaison_sql_exec (db, "BEGIN EXCLUSIVE", error)
      && liaison_sql_query_integer (db, "PRAGMA user_version", 0, &made, error)
      && (made >= version || liaison_sql_exec (db, g_bytes_get_data (script, NULL), error))
      && (made >= version || liaison_sql_exec (db, stamp, error))
      && liaison_sql_exec (db, "COMMIT", error))
    return TRUE;

  sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

static gboolean
migrate (LiaisonDb   *db,
         int          from,
         GError     **error)
{
  for (int version = from + 1; version <= LIAISON_SCHEMA_VERSION; version++)
    {
      if (!run_migration (db, version, error))
        {
          g_prefix_error (error, _("Making schema %d failed. "), version);
          return FALSE;
        }
    }

  return TRUE;
}

/* Tables of a later schema are empty in an older store, and indices only make it faster. */
static gboolean
add_temporary_tables (LiaisonDb   *db,
                      GBytes      *migration,
                      GError     **error)
{
  g_autoptr (GRegex) index = g_regex_new ("^CREATE INDEX [^;]*;", G_REGEX_MULTILINE, 0, NULL);
  g_autofree char *tables = g_regex_replace_literal (index, g_bytes_get_data (migration, NULL), -1, 0, "", 0, NULL);
  g_autoptr (GString) text = g_string_new (tables);

  g_string_replace (text, "CREATE TABLE ", "CREATE TEMP TABLE ", 0);

  return liaison_sql_exec (db, text->str, error);
}

/*
 * A store that is only read cannot be migrated, and need not be: what later schemas add to it is made for this connection alone.  A migration
 * that does more than CREATE TABLE and CREATE INDEX has a script for reading beside it.
 */
static gboolean
add_what_is_missing (LiaisonDb   *db,
                     int          from,
                     GError     **error)
{
  for (int version = from + 1; version <= LIAISON_SCHEMA_VERSION; version++)
    {
      g_autoptr (GBytes) reading = load_script ("reading", version, NULL);
      g_autoptr (GBytes) migration = reading ? NULL : load_script ("version", version, error);

      if (!reading && !migration)
        return FALSE;
      if (reading ? !liaison_sql_exec (db, g_bytes_get_data (reading, NULL), error) : !add_temporary_tables (db, migration, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_identity (LiaisonDb   *db,
                int         *version,
                GError     **error)
{
  gint64 application = 0, schema = 0, n_objects = 0;

  /* Reading the schema table makes SQLite parse it: a damaged one is told here and not in the middle of somebody's work. */
  if (!liaison_sql_query_integer (db, "PRAGMA application_id", 0, &application, error)
      || !liaison_sql_query_integer (db, "PRAGMA user_version", 0, &schema, error)
      || !liaison_sql_query_integer (db, "SELECT count(*) FROM sqlite_schema", 0, &n_objects, error))
    return FALSE;

  if (application != LIAISON_APPLICATION_NUMBER || schema > LIAISON_SCHEMA_VERSION || schema < 1)
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_A_STORE, _("“%s” is not a Liaison store."), db->path);
      return FALSE;
    }

  *version = schema;

  return TRUE;
}

static LiaisonDb *
new_db (const char *path,
        gboolean    read_only)
{
  LiaisonDb *db = g_new0 (LiaisonDb, 1);

  db->path = g_canonicalize_filename (path, NULL);
  db->read_only = read_only;
  db->guard = -1;
  db->statements = g_hash_table_new (g_str_hash, g_str_equal);

  return db;
}

static void
free_db (LiaisonDb *db)
{
  GHashTableIter iter;
  gpointer sql;

  liaison_db_set_cancellable (db, NULL);
  g_hash_table_iter_init (&iter, db->statements);
  while (g_hash_table_iter_next (&iter, NULL, &sql))
    liaison_sql_destroy (sql);
  g_hash_table_unref (db->statements);
  g_datalist_clear (&db->data);
  liaison_guard_lift (db->guard);
  sqlite3_close_v2 (db->handle);
  liaison_guard_end (db->guard);
  g_free (db->path);
  g_free (db);
}

/* What has no log yet, as a copy that another tool made, must not be held: who begins one wants it for itself. */
static gboolean
guard (LiaisonDb   *db,
       GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "PRAGMA journal_mode", error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  if (liaison_sql_step (sql, &failure) && g_strcmp0 (liaison_sql_get_text (sql, 0), "wal") == 0)
    db->guard = liaison_guard_take (db->path);

  return liaison_rows_end (&failure, error);
}

static gboolean
open_for_reading (LiaisonDb   *db,
                  int         *version,
                  GError     **error)
{
  gboolean immutable = !path_is_writable (db->path);

  if (immutable && liaison_header_has_log (db->path))
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_READ_ONLY,
                   _("“%s” was not closed properly and its folder is read-only. Copy it with the file “-wal” beside it to a folder "
                     "that can be written, and open it there."), db->path);
      return FALSE;
    }

  return connect_file (db, SQLITE_OPEN_READONLY, immutable, error)
    && check_identity (db, version, error)
    && add_what_is_missing (db, *version, error)
    && (immutable || guard (db, error));
}

static gboolean
open_for_writing (LiaisonDb   *db,
                  int         *version,
                  GError     **error)
{
  if (!path_is_writable (db->path))
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_READ_ONLY,
                   _("“%s” cannot be written: the file or its folder is read-only."), db->path);
      return FALSE;
    }

  return connect_file (db, SQLITE_OPEN_READWRITE, FALSE, error)
    && check_identity (db, version, error)
    && liaison_sql_exec (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", error)
    && migrate (db, *version, error)
    && guard (db, error);
}

LiaisonDb *
liaison_db_open (const char     *path,
                 LiaisonDbMode   mode,
                 GError        **error)
{
  LiaisonDb *db;
  int version = 0;

  g_return_val_if_fail (path != NULL, NULL);

  if (!liaison_header_check (path, error))
    return NULL;

  db = new_db (path, mode == LIAISON_DB_READ);
  if (mode == LIAISON_DB_READ ? open_for_reading (db, &version, error) : open_for_writing (db, &version, error))
    return db;

  free_db (db);

  return NULL;
}

LiaisonDb *
liaison_db_create (const char  *path,
                   GError     **error)
{
  LiaisonDb *db;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      int saved_errno = errno;

      g_set_error (error, LIAISON_ERROR, saved_errno == EEXIST ? LIAISON_ERROR_EXISTS : LIAISON_ERROR_FAILED,
                   _("“%s” cannot be made: %s."), path, g_strerror (saved_errno));
      return NULL;
    }
  close (fd);

  db = new_db (path, FALSE);
  if (connect_file (db, SQLITE_OPEN_READWRITE, FALSE, error)
      && liaison_sql_exec (db, "PRAGMA page_size = 4096; PRAGMA application_id = " G_STRINGIFY (LIAISON_APPLICATION_NUMBER) ";"
                               "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", error)
      && migrate (db, 0, error))
    return db;

  free_db (db);
  g_unlink (path);

  return NULL;
}

void
liaison_db_close (LiaisonDb *db)
{
  g_return_if_fail (db != NULL);

  if (!db->read_only)
    {
      liaison_db_set_cancellable (db, NULL);
      sqlite3_exec (db->handle, "PRAGMA optimize", NULL, NULL, NULL);
      liaison_db_checkpoint (db);
    }
  free_db (db);
}

const char *
liaison_db_get_path (LiaisonDb *db)
{
  return db->path;
}

const char *
liaison_db_get_library_version (void)
{
  return sqlite3_libversion ();
}

int
liaison_db_get_store_version (void)
{
  return LIAISON_SCHEMA_VERSION;
}

gboolean
liaison_db_is_read_only (LiaisonDb *db)
{
  return db->read_only;
}

gboolean
liaison_db_is_replaced (LiaisonDb *db)
{
  int moved = 0;

  return sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved;
}

void
liaison_db_set_cancellable (LiaisonDb    *db,
                            GCancellable *cancellable)
{
  g_cancellable_disconnect (db->cancellable, db->cancelled_handler);
  db->cancelled_handler = 0;
  g_set_object (&db->cancellable, cancellable);
  /* What writes is stopped by the look at the cancellable alone: interrupted, it would be rolled back by SQLite and not by who began it
   * (https://www.sqlite.org/c3ref/interrupt.html). */
  if (cancellable != NULL && db->read_only)
    db->cancelled_handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), db->handle, NULL);
}

void
liaison_db_rest (LiaisonDb *db)
{
  sqlite3_db_release_memory (db->handle);
}

gboolean
liaison_db_set_durable (LiaisonDb  *db,
                        gboolean    durable,
                        GError    **error)
{
  return liaison_sql_exec (db, durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL", error);
}

gboolean
liaison_db_set_filling (LiaisonDb  *db,
                        gboolean    filling,
                        GError    **error)
{
  return liaison_sql_exec (db, filling ? "PRAGMA journal_mode = MEMORY" : "PRAGMA journal_mode = WAL", error);
}

gboolean
liaison_db_checkpoint (LiaisonDb *db)
{
  int code;

  sqlite3_busy_timeout (db->handle, 0);
  code = sqlite3_wal_checkpoint_v2 (db->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  sqlite3_busy_timeout (db->handle, BUSY_TIMEOUT_MS);

  return code == SQLITE_OK;
}

sqlite3 *
liaison_db_get_handle (LiaisonDb *db)
{
  return db->handle;
}

gint64
liaison_db_get_last_id (LiaisonDb *db)
{
  return sqlite3_last_insert_rowid (db->handle);
}

int
liaison_db_get_n_changed (LiaisonDb *db)
{
  return sqlite3_changes (db->handle);
}

LiaisonSql *
liaison_db_take_statement (LiaisonDb  *db,
                           const char *text)
{
  LiaisonSql **last = &db->last[GPOINTER_TO_SIZE (text) / 8 % N_PLACES];

  if (*last == NULL || strcmp (liaison_sql_get_statement_text (*last), text) != 0)
    *last = g_hash_table_lookup (db->statements, text);

  return *last != NULL && liaison_sql_take (*last) ? *last : NULL;
}

void
liaison_db_keep_statement (LiaisonDb  *db,
                           LiaisonSql *sql)
{
  const char *text = liaison_sql_get_statement_text (sql);

  if (g_hash_table_size (db->statements) < MOST_CACHED_STATEMENTS && !g_hash_table_contains (db->statements, text))
    g_hash_table_insert (db->statements, (gpointer) text, sql);
  else
    liaison_sql_destroy (sql);
}

gpointer
liaison_db_get_data (LiaisonDb  *db,
                     const char *name)
{
  return g_datalist_get_data (&db->data, name);
}

void
liaison_db_set_data (LiaisonDb      *db,
                     const char     *name,
                     gpointer        data,
                     GDestroyNotify  destroy)
{
  g_datalist_set_data_full (&db->data, name, data, destroy);
}
