/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-header-private.h"

#include "liaison-db-private.h"

#include "liaison-config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define HEADER_SIZE 100

static guint32
get_be32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static guint32
get_page_size (const guint8 *header)
{
  guint32 size = (guint32) header[16] << 8 | header[17];

  return size == 1 ? 65536 : size;
}

/* Bytes that are not there come as 0, and are not counted: the file is shorter. */
static gboolean
read_file (sqlite3_file  *file,
           guint8        *header,
           sqlite3_int64 *size)
{
  int code = file->pMethods->xFileSize (file, size);

  if (code == SQLITE_OK)
    code = file->pMethods->xRead (file, header, HEADER_SIZE, 0);

  return code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ;
}

/* By the hand that SQLite itself reads with: to close a file takes from a program all locks that it has on it, those of its connections too,
 * and then another program takes the write-ahead log away under them (https://www.sqlite.org/howtocorrupt.html, 2.2). */
static gboolean
read_header (const char     *path,
             guint8         *header,
             sqlite3_int64  *size,
             GError        **error)
{
  sqlite3_vfs *vfs;
  g_autofree sqlite3_file *file = NULL;
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  sqlite3_filename name;
  int saved_errno = 0;
  gboolean done;

  liaison_db_configure_sqlite ();
  vfs = sqlite3_vfs_find (NULL);
  file = g_malloc0 ((gsize) vfs->szOsFile);
  name = sqlite3_create_filename (full, "", "", 0, NULL);
  done = vfs->xOpen (vfs, name, file, SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READONLY, NULL) == SQLITE_OK && read_file (file, header, size);
  if (!done)
    saved_errno = vfs->xGetLastError (vfs, 0, NULL);
  if (file->pMethods != NULL)
    file->pMethods->xClose (file);
  sqlite3_free_filename (name);

  if (!done)
    {
      g_set_error (error, LIAISON_ERROR, saved_errno == ENOENT ? LIAISON_ERROR_NOT_FOUND : LIAISON_ERROR_FAILED,
                   /* Translators: a path and the system's reason */
                   _("“%s” cannot be opened: %s."), path, g_strerror (saved_errno));
    }

  return done;
}

/* The header tells the length of the file in pages, when it was written last by a SQLite that keeps that number.  Beside a write-ahead
 * log the file may be longer, and shorter where a checkpoint was killed: the log makes it whole. */
static gboolean
is_cut (const guint8  *header,
        sqlite3_int64  size)
{
  gboolean page_count_is_valid = get_be32 (header + 24) == get_be32 (header + 92);

  return page_count_is_valid && size < (sqlite3_int64) get_be32 (header + 28) * get_page_size (header);
}

gboolean
liaison_header_is_older (const char *path)
{
  guint8 header[HEADER_SIZE] = { 0 };
  sqlite3_int64 size = 0;

  return read_header (path, header, &size, NULL) && size >= HEADER_SIZE && get_be32 (header + 60) < LIAISON_SCHEMA_VERSION;
}

gboolean
liaison_header_has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (log, &status) == 0 && status.st_size > 0;
}

gboolean
liaison_header_check (const char  *path,
                      GError     **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  sqlite3_int64 size = 0;

  if (!read_header (path, header, &size, error))
    return FALSE;

  if (size < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0)
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_A_STORE,
                   _("“%s” is not a Liaison store, nor a database. It was left untouched."), path);
      return FALSE;
    }

  if (get_be32 (header + 68) != LIAISON_APPLICATION_NUMBER)
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_A_STORE,
                   _("“%s” is a database of another application. It was left untouched."), path);
      return FALSE;
    }

  if (get_be32 (header + 60) > LIAISON_SCHEMA_VERSION)
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NEWER,
                   _("“%s” was written by a newer Liaison (schema %u, this one knows %u). Update Liaison to open it."),
                   path, get_be32 (header + 60), LIAISON_SCHEMA_VERSION);
      return FALSE;
    }

  if (is_cut (header, size) && !liaison_header_has_log (path))
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_DAMAGED,
                   _("“%s” is incomplete: its end is missing. It was left untouched; open a backup copy instead."), path);
      return FALSE;
    }

  return TRUE;
}
