/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-header-private.h"

#include "liaison-db-private.h"

#include "liaison-config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

typedef struct
{
  guint8        bytes[HEADER_SIZE]; /* 0 where the file is shorter */
  sqlite3_int64 size;               /* of the whole file */
} Header;

/* By the hand that SQLite itself reads with: to close a file takes from a program all locks that it has on it, those of its connections too,
 * and then another program takes the write-ahead log away under them (https://www.sqlite.org/howtocorrupt.html, 2.2). */
static gboolean
read_as_sqlite (const char *path,
                Header     *header)
{
  g_autofree sqlite3_file *file = NULL;
  g_autofree char *full = NULL;
  sqlite3_vfs *vfs;
  sqlite3_filename name;
  int code;

  liaison_db_configure_sqlite ();
  vfs = sqlite3_vfs_find (NULL);
  full = g_malloc0 ((gsize) vfs->mxPathname + 1);
  /* It follows symbolic links, and says so by more than SQLITE_OK. */
  if ((vfs->xFullPathname (vfs, path, vfs->mxPathname, full) & 0xff) != SQLITE_OK)
    return FALSE;

  file = g_malloc0 ((gsize) vfs->szOsFile);
  name = sqlite3_create_filename (full, "", "", 0, NULL);
  code = vfs->xOpen (vfs, name, file, SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READONLY, NULL);
  if (code == SQLITE_OK)
    code = file->pMethods->xFileSize (file, &header->size);
  if (code == SQLITE_OK)
    code = file->pMethods->xRead (file, header->bytes, HEADER_SIZE, 0);
  if (file->pMethods != NULL)
    file->pMethods->xClose (file);
  sqlite3_free_filename (name);

  return code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ;
}

/* What SQLite cannot open has no connection that could lose a lock: a file of the document portal, a folder, nothing. */
static gboolean
read_plainly (const char  *path,
              Header      *header,
              GError     **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int saved_errno = errno;
  gboolean done = FALSE;
  GStatBuf status;

  memset (header, 0, sizeof *header);
  if (fd >= 0)
    {
      done = fstat (fd, &status) == 0 && read (fd, header->bytes, HEADER_SIZE) >= 0;
      saved_errno = errno;
      close (fd);
    }

  if (done)
    header->size = status.st_size;
  else
    g_set_error (error, LIAISON_ERROR, saved_errno == ENOENT ? LIAISON_ERROR_NOT_FOUND : LIAISON_ERROR_FAILED,
                 /* Translators: a path and the system's reason */
                 _("“%s” cannot be opened: %s."), path, g_strerror (saved_errno));

  return done;
}

static gboolean
read_header (const char  *path,
             Header      *header,
             GError     **error)
{
  return read_as_sqlite (path, header) || read_plainly (path, header, error);
}

/* The header tells the length of the file in pages, when it was written last by a SQLite that keeps that number.  Beside a write-ahead
 * log the file may be longer, and shorter where a checkpoint was killed: the log makes it whole. */
static gboolean
is_cut (const Header *header)
{
  const guint8 *bytes = header->bytes;
  gboolean page_count_is_valid = get_be32 (bytes + 24) == get_be32 (bytes + 92);

  return page_count_is_valid && header->size < (sqlite3_int64) get_be32 (bytes + 28) * get_page_size (bytes);
}

gboolean
liaison_header_is_older (const char *path)
{
  Header header = { { 0 }, 0 };

  return read_header (path, &header, NULL) && header.size >= HEADER_SIZE && get_be32 (header.bytes + 60) < LIAISON_SCHEMA_VERSION;
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
  Header header = { { 0 }, 0 };

  if (!read_header (path, &header, error))
    return FALSE;

  if (header.size < HEADER_SIZE || memcmp (header.bytes, "SQLite format 3", 16) != 0)
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_A_STORE,
                   _("“%s” is not a Liaison store, nor a database. It was left untouched."), path);
      return FALSE;
    }

  if (get_be32 (header.bytes + 68) != LIAISON_APPLICATION_NUMBER)
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_A_STORE,
                   _("“%s” is a database of another application. It was left untouched."), path);
      return FALSE;
    }

  if (get_be32 (header.bytes + 60) > LIAISON_SCHEMA_VERSION)
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NEWER,
                   _("“%s” was written by a newer Liaison (schema %u, this one knows %u). Update Liaison to open it."),
                   path, get_be32 (header.bytes + 60), LIAISON_SCHEMA_VERSION);
      return FALSE;
    }

  if (is_cut (&header) && !liaison_header_has_log (path))
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_DAMAGED,
                   _("“%s” is incomplete: its end is missing. It was left untouched; open a backup copy instead."), path);
      return FALSE;
    }

  return TRUE;
}
