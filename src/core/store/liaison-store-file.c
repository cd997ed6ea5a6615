/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-store-file-private.h"

#include "liaison-backup.h"
#include "liaison-location.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define SUFFIX ".liaison"

struct _LiaisonStoreFile
{
  char               *path;
  LiaisonWorkingCopy *copy;
  LiaisonProgress     progress;
  gpointer            progress_data;
};

LiaisonStoreFile *
liaison_store_file_new (const char *path)
{
  LiaisonStoreFile *self = g_new0 (LiaisonStoreFile, 1);

  self->path = g_canonicalize_filename (path, NULL);

  return self;
}

void
liaison_store_file_free (LiaisonStoreFile *self)
{
  g_clear_pointer (&self->copy, liaison_working_copy_free);
  g_free (self->path);
  g_free (self);
}

const char *
liaison_store_file_get_path (LiaisonStoreFile *self)
{
  return self->path;
}

char *
liaison_store_file_make_name (LiaisonStoreFile *self)
{
  g_autofree char *base = g_path_get_basename (self->path);

  if (strlen (base) > strlen (SUFFIX) && g_str_has_suffix (base, SUFFIX))
    base[strlen (base) - strlen (SUFFIX)] = '\0';

  return g_filename_display_name (base);
}

static const char *
get_opened_path (LiaisonStoreFile *self)
{
  return self->copy != NULL ? liaison_working_copy_get_path (self->copy) : self->path;
}

void
liaison_store_file_set_progress (LiaisonStoreFile *self,
                                 LiaisonProgress   progress,
                                 gpointer          user_data)
{
  self->progress = progress;
  self->progress_data = user_data;
}

LiaisonDb *
liaison_store_file_open_writer (gpointer       file,
                                GCancellable  *cancellable,
                                GError       **error)
{
  LiaisonStoreFile *self = file;
  g_autoptr (GError) failure = NULL;
  LiaisonDb *db;

  if (self->copy == NULL && liaison_location_needs_copy (self->path)
      && (self->copy = liaison_working_copy_open (self->path, self->progress, self->progress_data, cancellable, error)) == NULL)
    return NULL;

  /* What could never be saved back is not edited either. */
  if (self->copy != NULL && g_access (self->path, W_OK) != 0)
    return liaison_store_file_open_reader (file, cancellable, error);

  if (!liaison_backup_make_before_migration (get_opened_path (self), self->progress, self->progress_data, cancellable, error))
    return NULL;

  db = liaison_db_open (get_opened_path (self), LIAISON_DB_WRITE, &failure);
  if (db != NULL)
    return db;

  if (g_error_matches (failure, LIAISON_ERROR, LIAISON_ERROR_READ_ONLY))
    return liaison_store_file_open_reader (file, cancellable, error);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

LiaisonDb *
liaison_store_file_open_reader (gpointer       file,
                                GCancellable  *cancellable,
                                GError       **error)
{
  return liaison_db_open (get_opened_path (file), LIAISON_DB_READ, error);
}

LiaisonWorkingCopy *
liaison_store_file_get_copy (LiaisonStoreFile *self)
{
  return self->copy;
}
