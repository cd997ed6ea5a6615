/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli-private.h"

#include "liaison-backup.h"
#include "liaison-location.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

char *
liaison_cli_get_own_store (void)
{
  return g_build_filename (g_get_user_data_dir (), "liaison", "store.liaison", NULL);
}

LiaisonDb *
liaison_cli_open_db (const char   *path,
                     LiaisonDbMode mode,
                     GError      **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS) && liaison_location_needs_copy (path))
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED,
                   /* Translators: a path */
                   _("“%s” lies in the document portal or on a remote file system, where a store cannot be locked. Copy it to a folder of your own, "
                     "or open it in the window, which edits a copy and saves it back."), path);
      return NULL;
    }

  if (mode == LIAISON_DB_WRITE && !liaison_backup_make_before_migration (path, NULL, NULL, liaison_cli_get_interrupt (), error))
    return NULL;

  return liaison_db_open (path, mode, error);
}

LiaisonDb *
liaison_cli_open_store (const char   *path,
                        LiaisonDbMode mode)
{
  g_autoptr (GError) error = NULL;
  LiaisonDb *db = liaison_cli_open_db (path, mode, &error);

  if (db == NULL)
    liaison_cli_error ("%s", error->message);

  return db;
}

void
liaison_cli_make_folder (const char *path)
{
  g_autofree char *own = liaison_cli_get_own_store ();
  g_autofree char *folder = g_path_get_dirname (own);

  /* A failure shows itself when the store is made. */
  if (g_strcmp0 (path, own) == 0)
    g_mkdir_with_parents (folder, 0700);
}

gboolean
liaison_cli_is_store (const char *path,
                      const char *store)
{
  GStatBuf status, store_status;

  return g_stat (path, &status) == 0 && g_stat (store, &store_status) == 0 && status.st_dev == store_status.st_dev &&
         status.st_ino == store_status.st_ino;
}
