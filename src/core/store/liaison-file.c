/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-file.h"

#include "liaison-uuid.h"

#include "liaison-config.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK (256 * 1024)

/* GIO says what happened to a file in the person's language. */
void
liaison_file_set_error (const char  *path,
                        GError      *failure,
                        GError     **error)
{
  LiaisonError code = LIAISON_ERROR_FAILED;

  if (liaison_error_is_cancelled (failure))
    {
      g_propagate_error (error, failure);
      return;
    }

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    code = LIAISON_ERROR_NOT_FOUND;
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_EXISTS))
    code = LIAISON_ERROR_EXISTS;
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    code = LIAISON_ERROR_NO_SPACE;
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_READ_ONLY) || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    code = LIAISON_ERROR_READ_ONLY;

  g_set_error (error, LIAISON_ERROR, code, "“%s”: %s", path, failure->message);
  g_error_free (failure);
}

static guint64
get_size (GInputStream *source)
{
  g_autoptr (GFileInfo) info = g_file_input_stream_query_info (G_FILE_INPUT_STREAM (source), G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);

  return info != NULL ? g_file_info_get_size (info) : 0;
}

/* Reads all of a file, into @target where there is one.  Returns: (transfer full): its SHA-256 */
static char *
read_through (GInputStream     *source,
              GOutputStream    *target,
              LiaisonProgress   progress,
              gpointer          user_data,
              GCancellable     *cancellable,
              GError          **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *block = g_malloc (BLOCK);
  guint64 total = progress != NULL ? get_size (source) : 0;
  guint64 done = 0;
  gssize length;

  while ((length = g_input_stream_read (source, block, BLOCK, cancellable, error)) > 0)
    {
      g_checksum_update (checksum, block, length);
      if (target != NULL && !g_output_stream_write_all (target, block, length, NULL, cancellable, error))
        return NULL;
      done += length;
      if (progress != NULL)
        progress (done, total, user_data);
    }

  return length == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

/* Writing a file that is there only when it is whole */

typedef struct
{
  char *path;       /* what links lead to */
  char *unfinished; /* where a new file is written, beside its name; NULL where GIO does so, replacing one that is there */
  int   fd;         /* of the unfinished file */
} Target;

static void
set_errno (int      error_number,
           GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (error_number), g_strerror (error_number));
}

static void
clear_target (Target *target)
{
  free (target->path);
  g_free (target->unfinished);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, clear_target)

static char *
make_unfinished_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uuid = liaison_uuid_new ();
  g_autofree char *name = g_strdup_printf (".liaison-%s", uuid);

  return g_build_filename (folder, name, NULL);
}

static GOutputStream *
open_path (const char *path,
           int         flags,
           int         mode,
           int        *fd,
           GError    **error)
{
  *fd = g_open (path, O_WRONLY | O_CLOEXEC | flags, mode);
  if (*fd >= 0)
    return g_unix_output_stream_new (*fd, TRUE);

  set_errno (errno, error);

  return NULL;
}

static gboolean
is_special (const GStatBuf *status)
{
  return !S_ISREG (status->st_mode) && !S_ISDIR (status->st_mode);
}

/* A device or a pipe is written to, as /dev/stdout; a link stays, and what it leads to is replaced. */
static GOutputStream *
open_target (Target            *target,
             const char        *path,
             GFileCreateFlags   flags,
             GCancellable      *cancellable,
             GError           **error)
{
  GStatBuf status;
  g_autoptr (GFile) file = NULL;
  int mode = flags & G_FILE_CREATE_PRIVATE ? 0600 : 0666;
  int fd;

  if (g_stat (path, &status) == 0 && is_special (&status))
    return open_path (path, 0, mode, &fd, error);

  target->path = realpath (path, NULL);
  if (target->path != NULL)
    {
      file = g_file_new_for_path (target->path);
      return (GOutputStream *) g_file_replace (file, NULL, FALSE, flags, cancellable, error);
    }

  target->path = strdup (path);
  target->unfinished = make_unfinished_path (path);

  return open_path (target->unfinished, O_CREAT | O_EXCL, mode, &target->fd, error);
}

/* What has a name shall be on the disk.  File systems that do not know of that say so. */
static gboolean
flush_target (Target  *target,
              GError **error)
{
  if (target->unfinished == NULL || fsync (target->fd) == 0 || errno == EINVAL || errno == ENOSYS)
    return TRUE;

  set_errno (errno, error);

  return FALSE;
}

static gboolean
close_target (Target         *target,
              GOutputStream  *stream,
              gboolean        keep,
              GCancellable   *cancellable,
              GError        **error)
{
  g_autoptr (GCancellable) abandon = g_cancellable_new ();

  /* Closed as cancelled, GIO leaves the file that is there as it was. */
  if (!keep)
    g_cancellable_cancel (abandon);
  if (!g_output_stream_close (stream, keep ? cancellable : abandon, keep ? error : NULL))
    keep = FALSE;
  if (target->unfinished == NULL)
    return keep;

  if (keep && g_rename (target->unfinished, target->path) == 0)
    return TRUE;
  if (keep)
    set_errno (errno, error);
  g_unlink (target->unfinished);

  return FALSE;
}

gboolean
liaison_file_write (const char           *path,
                    GFileCreateFlags      flags,
                    LiaisonFileWriteFunc  write,
                    gpointer              user_data,
                    GCancellable         *cancellable,
                    GError              **error)
{
  g_auto (Target) target = { .fd = -1 };
  g_autoptr (GOutputStream) stream = NULL;
  gboolean written;

  g_return_val_if_fail (path != NULL && write != NULL, FALSE);

  stream = open_target (&target, path, flags, cancellable, error);
  if (stream == NULL)
    return FALSE;

  written = write (stream, user_data, error) && !g_cancellable_set_error_if_cancelled (cancellable, error) && flush_target (&target, error);

  return close_target (&target, stream, written, cancellable, error);
}

/* Copying */

typedef struct
{
  GInputStream    *source;
  char            *checksum;
  LiaisonProgress  progress;
  gpointer         user_data;
  GCancellable    *cancellable;
} Copy;

static gboolean
write_copy (GOutputStream  *stream,
            gpointer        user_data,
            GError        **error)
{
  Copy *copy = user_data;

  copy->checksum = read_through (copy->source, stream, copy->progress, copy->user_data, copy->cancellable, error);

  return copy->checksum != NULL;
}

static GInputStream *
open_source (const char    *path,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return (GInputStream *) g_file_read (file, cancellable, error);
}

char *
liaison_file_copy (const char        *from,
                   const char        *to,
                   GFileCreateFlags   flags,
                   LiaisonProgress    progress,
                   gpointer           user_data,
                   GCancellable      *cancellable,
                   GError           **error)
{
  GError *failure = NULL;
  g_autoptr (GInputStream) source = NULL;
  Copy copy = { .progress = progress, .user_data = user_data, .cancellable = cancellable };

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  copy.source = source = open_source (from, cancellable, &failure);
  if (source != NULL && liaison_file_write (to, flags, write_copy, &copy, cancellable, &failure))
    return copy.checksum;

  g_free (copy.checksum);
  liaison_file_set_error (to, failure, error);

  return NULL;
}

char *
liaison_file_read (const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  GError *failure = NULL;
  g_autoptr (GInputStream) source = NULL;
  char *checksum = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  source = open_source (path, cancellable, &failure);
  if (source != NULL)
    checksum = read_through (source, NULL, NULL, NULL, cancellable, &failure);
  if (checksum == NULL)
    liaison_file_set_error (path, failure, error);

  return checksum;
}
