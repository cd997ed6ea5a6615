/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-new-store.h"

#include "liaison-data-resources.h"
#include "liaison-file.h"
#include "liaison-import.h"
#include "liaison-location.h"
#include "liaison-uuid.h"

#include "liaison-config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

#define DATA "/io/github/liaison_app/Liaison/data/"

static gboolean
refuse_existing (const char *path,
                 GError    **error)
{
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_EXISTS, _("“%s” is there already; a new store replaces nothing."), path);

  return FALSE;
}

/* Gives a file its name, unless another has taken it meanwhile. */
static gboolean
move_to (const char *from,
         const char *to,
         GError    **error)
{
  int status = renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
  int saved_errno = errno;

  /* Not every file system can rename so; the moment between looking and renaming is all that is lost. */
  if (status != 0 && (saved_errno == EINVAL || saved_errno == ENOSYS) && !g_file_test (to, G_FILE_TEST_EXISTS))
    {
      status = g_rename (from, to);
      saved_errno = errno;
    }
  if (status == 0)
    return TRUE;
  if (saved_errno == EEXIST || saved_errno == EINVAL || saved_errno == ENOSYS)
    return refuse_existing (to, error);

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED, _("“%s” cannot be made: %s."), to, g_strerror (saved_errno));

  return FALSE;
}

/* Removes a store that is not wanted, with what SQLite may have left beside it. */
static void
remove_store (const char *path)
{
  static const char * const suffixes[] = { "", "-journal", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/* Judged first, since a failure would be told of the unfinished file, whose name nobody knows. */
static gboolean
check_folder (const char *path,
              GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_access (folder, F_OK) != 0 && errno != ENOENT)
    g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_READ_ONLY, _("“%s” cannot be made: %s."), path, g_strerror (errno));
  else if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("“%s” cannot be made: there is no folder “%s”."), path, folder);
  else if (g_access (folder, W_OK) != 0)
    g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_READ_ONLY, _("“%s” cannot be made: the folder “%s” is read-only."), path, folder);
  else
    return TRUE;

  return FALSE;
}

/* Beside its name, so that it only has to be renamed; where SQLite cannot work, elsewhere. */
static char *
get_unfinished_path (const char *path,
                     gboolean    elsewhere,
                     GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uuid = liaison_uuid_new ();
  g_autofree char *name = g_strdup_printf (".liaison-%s", uuid);

  if (elsewhere)
    return liaison_location_make_scratch (error);

  return g_build_filename (folder, name, NULL);
}

/* A failure tells of the unfinished file, whose name nobody knows. */
static void
name_store (GError     **error,
            const char  *unfinished,
            const char  *path)
{
  g_autoptr (GString) message = NULL;

  if (error == NULL || *error == NULL)
    return;

  message = g_string_new ((*error)->message);
  g_string_replace (message, unfinished, path, 0);
  g_free ((*error)->message);
  (*error)->message = g_string_free (g_steal_pointer (&message), FALSE);
}

static gboolean
copy_to (const char  *from,
         const char  *to,
         GError     **error)
{
  g_autofree char *checksum = NULL;

  if (g_file_test (to, G_FILE_TEST_EXISTS))
    return refuse_existing (to, error);

  checksum = liaison_file_copy (from, to, G_FILE_CREATE_PRIVATE, NULL, NULL, NULL, error);
  if (checksum != NULL)
    remove_store (from);

  return checksum != NULL;
}

static gboolean
fill_unseen (LiaisonDb       *db,
             LiaisonFillFunc  fill,
             gpointer         user_data,
             GError         **error)
{
  return liaison_db_set_filling (db, TRUE, error)
    && fill (db, user_data, error)
    && liaison_db_set_filling (db, FALSE, error);
}

gboolean
liaison_new_store (const char     *path,
                   LiaisonFillFunc fill,
                   gpointer        user_data,
                   GError        **error)
{
  gboolean elsewhere = liaison_location_needs_copy (path);
  g_autofree char *unfinished = NULL;
  LiaisonDb *db;
  gboolean success;

  if (g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    return refuse_existing (path, error);
  if (!check_folder (path, error) || (unfinished = get_unfinished_path (path, elsewhere, error)) == NULL)
    return FALSE;

  db = liaison_db_create (unfinished, error);
  success = db != NULL && (fill == NULL || fill_unseen (db, fill, user_data, error));
  g_clear_pointer (&db, liaison_db_close);

  success = success && (elsewhere ? copy_to (unfinished, path, error) : move_to (unfinished, path, error));
  if (!success)
    {
      name_store (error, unfinished, path);
      remove_store (unfinished);
    }

  return success;
}

static gboolean
import_resource (LiaisonDb    *db,
                 const char   *path,
                 GCancellable *cancellable,
                 GError      **error)
{
  const LiaisonImportOptions options = { .name = _("What the store began with"), .seed = TRUE, .format = LIAISON_FORMAT_JSON, .strict = TRUE };
  LiaisonImportResult result;
  g_autoptr (GInputStream) stream =
    g_resource_open_stream (liaison_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return stream != NULL && liaison_import (db, stream, &options, &result, cancellable, error);
}

gboolean
liaison_fill_reference (LiaisonDb *db,
                        gpointer   user_data,
                        GError   **error)
{
  return import_resource (db, DATA "reference/reference.jsonl", user_data, error);
}

gboolean
liaison_fill_sample (LiaisonDb *db,
                     gpointer   user_data,
                     GError   **error)
{
  return liaison_fill_reference (db, user_data, error) && import_resource (db, DATA "sample/sample.jsonl", user_data, error);
}
