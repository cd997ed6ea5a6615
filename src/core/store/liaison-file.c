/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-file.h"

#include "liaison-config.h"

#define BLOCK (256 * 1024)

/* GIO says what happened to a file in the person's language. */
void
liaison_file_set_error (const char  *path,
                        GError      *failure,
                        GError     **error)
{
  LiaisonError code = LIAISON_ERROR_FAILED;

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
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

/* @to: (nullable) */
static char *
copy (const char        *from,
      const char        *to,
      GFileCreateFlags   flags,
      LiaisonProgress    progress,
      gpointer           user_data,
      GCancellable      *cancellable,
      GError           **error)
{
  g_autoptr (GFile) source_file = g_file_new_for_path (from);
  g_autoptr (GFile) target_file = to != NULL ? g_file_new_for_path (to) : NULL;
  g_autoptr (GFileInputStream) source = NULL;
  g_autoptr (GFileOutputStream) target = NULL;
  g_autoptr (GCancellable) abandon = g_cancellable_new ();
  gboolean existed = target_file != NULL && g_file_query_exists (target_file, NULL);
  g_autofree char *checksum = NULL;
  GError *failure = NULL;

  source = g_file_read (source_file, cancellable, &failure);
  if (source != NULL && target_file != NULL)
    target = g_file_replace (target_file, NULL, FALSE, flags, cancellable, &failure);
  if (failure == NULL)
    checksum = read_through (G_INPUT_STREAM (source), (GOutputStream *) target, progress, user_data, cancellable, &failure);

  /* A stream that is closed with a cancelled cancellable does not replace the file. */
  if (checksum == NULL)
    g_cancellable_cancel (abandon);
  if (target != NULL && !g_output_stream_close (G_OUTPUT_STREAM (target), abandon, failure == NULL ? &failure : NULL))
    g_clear_pointer (&checksum, g_free);
  /* A new file GIO would leave, cut. */
  if (checksum == NULL && target != NULL && !existed)
    g_file_delete (target_file, NULL, NULL);

  if (checksum == NULL)
    liaison_file_set_error (to != NULL ? to : from, failure, error);

  return g_steal_pointer (&checksum);
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
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  return copy (from, to, flags, progress, user_data, cancellable, error);
}

char *
liaison_file_read (const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return copy (path, NULL, G_FILE_CREATE_NONE, NULL, NULL, cancellable, error);
}
