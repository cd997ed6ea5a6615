/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-copy-private.h"

#include "liaison-file.h"
#include "liaison-location.h"
#include "liaison-snapshot.h"
#include "liaison-sql-private.h"

#include "liaison-config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* A megabyte of pages between two looks at the cancellable. */
#define PAGES_AT_ONCE 256
#define OPERATIONS_BETWEEN_LOOKS 1000

static void
set_error (sqlite3     *target,
           const char  *path,
           int          code,
           GError     **error)
{
  switch (code & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled."));
      break;

    case SQLITE_FULL:
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NO_SPACE, _("The disk is full, so that the copy “%s” cannot be made."), path);
      break;

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_DAMAGED,
                   /* Translators: a path */
                   _("The store is damaged, so that no sound copy “%s” of it can be made."), path);
      break;

    default:
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED, _("The copy “%s” cannot be made: %s."), path, sqlite3_errmsg (target));
    }
}

static int
is_cancelled (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static int
open_copy (const char    *path,
           int            flags,
           const char    *options,
           GCancellable  *cancellable,
           sqlite3      **copy)
{
  g_autofree char *plain_uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *uri = g_strconcat (plain_uri, options, NULL);
  int code = sqlite3_open_v2 (uri, copy, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);

  if (code != SQLITE_OK)
    return code;

  sqlite3_progress_handler (*copy, OPERATIONS_BETWEEN_LOOKS, is_cancelled, cancellable);

  return sqlite3_exec (*copy, "PRAGMA cell_size_check = ON", NULL, NULL, NULL);
}

static int
copy_pages (sqlite3         *source,
            sqlite3         *target,
            gint64           page_size,
            LiaisonProgress  progress,
            gpointer         user_data,
            GCancellable    *cancellable)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", source, "main");
  int code = SQLITE_OK;

  if (backup == NULL)
    return sqlite3_errcode (target);

  while (code == SQLITE_OK)
    {
      code = g_cancellable_is_cancelled (cancellable) ? SQLITE_INTERRUPT : sqlite3_backup_step (backup, PAGES_AT_ONCE);
      if (progress != NULL)
        progress ((sqlite3_backup_pagecount (backup) - sqlite3_backup_remaining (backup)) * page_size,
                  sqlite3_backup_pagecount (backup) * page_size, user_data);
    }
  sqlite3_backup_finish (backup);

  return code == SQLITE_DONE ? SQLITE_OK : code;
}

/* https://www.sqlite.org/pragma.html#pragma_quick_check: one row, "ok", where nothing is found. */
static int
check (sqlite3 *target)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (target, "PRAGMA quick_check (1)", -1, &statement, NULL);

  if (code != SQLITE_OK)
    return code;

  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    code = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0 ? SQLITE_OK : SQLITE_CORRUPT;
  sqlite3_finalize (statement);

  return code;
}

static gboolean
fill (LiaisonDb        *db,
      const char       *path,
      LiaisonProgress   progress,
      gpointer          user_data,
      GCancellable     *cancellable,
      GError          **error)
{
  g_auto (LiaisonSnapshot) snapshot = NULL;
  sqlite3 *target = NULL;
  gint64 n_objects;
  gint64 page_size;
  int code;

  /* What is read first holds the state of the store; otherwise each commit by others would start the copy anew. */
  if (!liaison_snapshot_begin (&snapshot, db, error)
      || !liaison_sql_query_integer (db, "SELECT count (*) FROM sqlite_schema", 0, &n_objects, error)
      || !liaison_sql_query_integer (db, "PRAGMA page_size", 0, &page_size, error))
    return FALSE;

  /* Without a journal: what is not complete is deleted. */
  code = open_copy (path, SQLITE_OPEN_READWRITE, "", cancellable, &target);
  if (code == SQLITE_OK)
    code = sqlite3_exec (target, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;", NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = copy_pages (liaison_db_get_handle (db), target, page_size, progress, user_data, cancellable);
  if (code == SQLITE_OK)
    code = check (target);
  if (code != SQLITE_OK)
    set_error (target, path, code, error);
  sqlite3_close (target);

  return code == SQLITE_OK;
}

gboolean
liaison_copy_make (LiaisonDb        *db,
                   const char       *path,
                   LiaisonProgress   progress,
                   gpointer          user_data,
                   GCancellable     *cancellable,
                   GError          **error)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  gboolean made;

  if (fd < 0)
    {
      int saved_errno = errno;

      g_set_error (error, LIAISON_ERROR, saved_errno == EEXIST ? LIAISON_ERROR_EXISTS : LIAISON_ERROR_FAILED,
                   _("The copy “%s” cannot be made: %s."), path, g_strerror (saved_errno));
      return FALSE;
    }

  made = fill (db, path, progress, user_data, cancellable, error);
  if (made && fsync (fd) != 0)
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED, _("The copy “%s” cannot be made: %s."), path, g_strerror (errno));
      made = FALSE;
    }
  close (fd);
  if (!made)
    g_unlink (path);

  return made;
}

gboolean
liaison_copy_check (const char    *path,
                    GCancellable  *cancellable,
                    GError       **error)
{
  sqlite3 *copy = NULL;
  int code = open_copy (path, SQLITE_OPEN_READONLY, "?immutable=1", cancellable, &copy);

  if (code == SQLITE_OK)
    code = check (copy);
  if (code != SQLITE_OK)
    set_error (copy, path, code, error);
  sqlite3_close (copy);

  return code == SQLITE_OK;
}

gboolean
liaison_copy_save (LiaisonDb     *db,
                   const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *scratch = liaison_location_make_scratch (error);
  g_autofree char *checksum = NULL;

  if (scratch == NULL)
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_EXISTS, _("“%s” is there already; choose another name."), path);
      return FALSE;
    }

  if (liaison_copy_make (db, scratch, NULL, NULL, cancellable, error))
    checksum = liaison_file_copy (scratch, path, G_FILE_CREATE_PRIVATE, NULL, NULL, cancellable, error);
  g_unlink (scratch);

  return checksum != NULL;
}
