/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>

static char *own_folder;

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_assert_cmpint (g_unlink (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
make_own_folder (const char *variable,
                 const char *name)
{
  g_autofree char *path = g_build_filename (own_folder, name, NULL);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_setenv (variable, path, TRUE);
}

void
store_fixture_isolate (void)
{
  g_autoptr (GError) error = NULL;

  own_folder = g_dir_make_tmp ("liaison-own-XXXXXX", &error);
  g_assert_no_error (error);
  make_own_folder ("XDG_DATA_HOME", "data");
  make_own_folder ("XDG_RUNTIME_DIR", "runtime");
}

void
store_fixture_clear_folders (void)
{
  remove_folder (g_get_user_data_dir ());
  remove_folder (g_get_user_runtime_dir ());
  g_assert_cmpint (g_mkdir (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_cmpint (g_mkdir (g_get_user_runtime_dir (), 0700), ==, 0);
}

void
store_fixture_end (void)
{
  remove_folder (own_folder);
  g_clear_pointer (&own_folder, g_free);
}

void
store_fixture_keep_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      data)
{
  GAsyncResult **kept = data;

  g_assert_null (*kept);
  *kept = g_object_ref (result);
}

GAsyncResult *
store_fixture_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

LiaisonStore *
store_fixture_open (const char  *path,
                    GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  liaison_store_open_async (path, NULL, NULL, NULL, store_fixture_keep_cb, &result);

  return liaison_store_open_finish (store_fixture_wait (&result), error);
}

void
store_fixture_close (LiaisonStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  liaison_store_close_async (store, store_fixture_keep_cb, &result);
  liaison_store_close_finish (store, store_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_object_unref (store);
}

gboolean
store_fixture_edit (LiaisonStore    *store,
                    LiaisonChanges  *changes,
                    GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  liaison_store_edit_async (store, changes, store_fixture_keep_cb, &result);

  return liaison_store_edit_finish (store, store_fixture_wait (&result), error);
}

void
store_fixture_set_up (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  LiaisonDb *db;

  fixture->folder = g_dir_make_tmp ("liaison-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "Kyiv desk.liaison", NULL);
  db = liaison_db_create (fixture->path, &error);
  g_assert_no_error (error);
  liaison_db_close (db);
}

void
store_fixture_set_up_open (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_set_up (fixture, data);
  fixture->store = store_fixture_open (fixture->path, &error);
  g_assert_no_error (error);
}

void
store_fixture_tear_down (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_clear_pointer (&fixture->store, store_fixture_close);
  remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->path, g_free);
}

LiaisonRecord *
store_fixture_new_contact (const char  *name,
                           LiaisonSide  side)
{
  LiaisonRecord *record = liaison_record_new (LIAISON_KIND_CONTACT, NULL);

  liaison_record_set_text (record, LIAISON_CONTACT_NAME, name);
  liaison_record_set_integer (record, LIAISON_CONTACT_SIDE, side);

  return record;
}

LiaisonChanges *
store_fixture_add_contact (const char *name)
{
  g_autoptr (LiaisonRecord) record = store_fixture_new_contact (name, LIAISON_SIDE_THEIRS);
  g_autofree char *title = g_strdup_printf ("Add %s", name);
  LiaisonChanges *changes = liaison_changes_new (title);

  liaison_changes_put (changes, record);

  return changes;
}
