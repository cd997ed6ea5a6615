/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-header-private.h"

#include "liaison-config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
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

static gssize
read_header (const char   *path,
             guint8       *header,
             struct stat  *status,
             GError      **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int saved_errno = errno;
  gssize length = -1;

  if (fd >= 0)
    {
      length = fstat (fd, status) == 0 ? read (fd, header, HEADER_SIZE) : -1;
      saved_errno = errno;
      close (fd);
    }

  if (length < 0)
    {
      g_set_error (error, LIAISON_ERROR, saved_errno == ENOENT ? LIAISON_ERROR_NOT_FOUND : LIAISON_ERROR_FAILED,
                   /* Translators: a path and the system's reason */
                   _("“%s” cannot be opened: %s."), path, g_strerror (saved_errno));
    }

  return length;
}

/* The header tells the length of the file in pages, when it was written last by a SQLite that keeps that number.  Beside a write-ahead
 * log the file may be longer, and shorter where a checkpoint was killed: the log makes it whole. */
static gboolean
is_cut (const guint8      *header,
        const struct stat *status)
{
  gboolean page_count_is_valid = get_be32 (header + 24) == get_be32 (header + 92);
  guint64 size = (guint64) get_be32 (header + 28) * get_page_size (header);

  return page_count_is_valid && (guint64) status->st_size < size;
}

gboolean
liaison_header_is_older (const char *path)
{
  guint8 header[HEADER_SIZE] = { 0 };
  struct stat status;

  return read_header (path, header, &status, NULL) == HEADER_SIZE && get_be32 (header + 60) < LIAISON_SCHEMA_VERSION;
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
  struct stat status;
  gssize length = read_header (path, header, &status, error);

  if (length < 0)
    return FALSE;

  if (length < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0)
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

  if (is_cut (header, &status) && !liaison_header_has_log (path))
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_DAMAGED,
                   _("“%s” is incomplete: its end is missing. It was left untouched; open a backup copy instead."), path);
      return FALSE;
    }

  return TRUE;
}
