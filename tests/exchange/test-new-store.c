/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "exchange-fixture.h"
#include "liaison-new-store.h"

#include <glib/gstdio.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("liaison-new-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "new.liaison", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_files (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *files = exchange_list_folder (fixture->folder);

  g_assert_cmpstr (files, ==, expected);
}

static void
assert_count (Fixture    *fixture,
              const char *statement,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDb) db = liaison_db_open (fixture->path, LIAISON_DB_WRITE, &error);
  g_autofree char *answer = NULL;

  g_assert_no_error (error);
  answer = db_fixture_query (db, statement);
  g_assert_cmpstr (answer, ==, expected);
}

static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  liaison_new_store (fixture->path, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_files (fixture, "new.liaison");
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  assert_count (fixture, "SELECT count (*) FROM organisation", "0");
}

static void
test_reference (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  liaison_new_store (fixture->path, liaison_fill_reference, NULL, &error);
  g_assert_no_error (error);
  assert_files (fixture, "new.liaison");
  assert_count (fixture, "SELECT count (*) > 8 FROM organisation WHERE kind IN (4, 5)", "1");
  assert_count (fixture, "SELECT count (*) FROM engagement", "0");
}

static void
test_sample (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  liaison_new_store (fixture->path, liaison_fill_sample, NULL, &error);
  g_assert_no_error (error);
  assert_files (fixture, "new.liaison");
  assert_count (fixture, "SELECT count (*) >= 89 FROM engagement", "1");
  assert_count (fixture, "SELECT count (*) FROM pragma_foreign_key_check", "0");
  assert_count (fixture, "SELECT count (*) FROM batch WHERE kind IN (1, 2)", "0");
}

/* What is there stays: a file, a folder, a link to nowhere. */
static void
test_existing (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "mine", -1, NULL));
  g_assert_false (liaison_new_store (fixture->path, liaison_fill_reference, NULL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
  g_clear_error (&error);

  g_assert_false (liaison_new_store (fixture->folder, NULL, NULL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_EXISTS);
  g_clear_error (&error);

  g_unlink (fixture->path);
  g_assert_cmpint (symlink ("nowhere", fixture->path), ==, 0);
  g_assert_false (liaison_new_store (fixture->path, NULL, NULL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_EXISTS);
  assert_files (fixture, "new.liaison");
}

/* A file that comes while the store is being filled stays, too. */
static gboolean
fill_late (LiaisonDb *db,
           gpointer   user_data,
           GError   **error)
{
  Fixture *fixture = user_data;

  return g_file_set_contents (fixture->path, "mine", -1, error);
}

static void
test_race (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (liaison_new_store (fixture->path, fill_late, fixture, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
  assert_files (fixture, "new.liaison");
}

static void
test_no_folder (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none", "new.liaison", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (liaison_new_store (path, NULL, NULL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
  assert_files (fixture, "");
}

static void
test_read_only_folder (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  if (g_access (fixture->folder, W_OK) == 0)
    g_test_skip ("whoever runs this may write everywhere");
  else
    {
      g_assert_false (liaison_new_store (fixture->path, NULL, NULL, &error));
      g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_READ_ONLY);
      assert_files (fixture, "");
    }
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

static gboolean
fill_and_fail (LiaisonDb *db,
               gpointer   user_data,
               GError   **error)
{
  if (liaison_fill_reference (db, NULL, error))
    g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_FAILED, "no");

  return FALSE;
}

/* A store that cannot be filled, by a failure, a cancellation or a full disk, leaves nothing behind. */
static void
test_failure (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (liaison_new_store (fixture->path, fill_and_fail, NULL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED);
  assert_files (fixture, "");
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (liaison_new_store (fixture->path, liaison_fill_sample, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_files (fixture, "");
  g_clear_error (&error);

  for (gsize limit = 1000; limit < 600 * 1000; limit *= 3)
    {
      exchange_limit_files (limit);
      g_assert_false (liaison_new_store (fixture->path, liaison_fill_sample, NULL, &error));
      exchange_limit_files (0);
      g_assert_nonnull (error);
      g_clear_error (&error);
      assert_files (fixture, "");
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/new-store/empty", test_empty },
    { "/new-store/reference", test_reference },
    { "/new-store/sample", test_sample },
    { "/new-store/existing", test_existing },
    { "/new-store/race", test_race },
    { "/new-store/no-folder", test_no_folder },
    { "/new-store/read-only-folder", test_read_only_folder },
    { "/new-store/failure", test_failure },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
