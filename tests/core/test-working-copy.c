/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "store-fixture.h"

#include "liaison-copy-private.h"
#include "liaison-header-private.h"
#include "liaison-location.h"
#include "liaison-working-copy-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <gmodule.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* The fixture's store is the original; nobody has it open. */
static void
close_original (DbFixture *fixture)
{
  g_clear_pointer (&fixture->db, liaison_db_close);
}

static LiaisonDb *
open_db (const char *path)
{
  g_autoptr (GError) error = NULL;
  LiaisonDb *db = liaison_db_open (path, LIAISON_DB_WRITE, &error);

  g_assert_no_error (error);

  return db;
}

static void
put_contact (const char *path,
             guint       number)
{
  g_autoptr (LiaisonDb) db = open_db (path);

  db_fixture_put (db, LIAISON_KIND_CONTACT, number, NULL);
}

static void
assert_n_contacts (const char *path,
                   const char *expected)
{
  g_autoptr (LiaisonDb) db = open_db (path);
  g_autofree char *n = db_fixture_query (db, "SELECT count (*) FROM contact");

  g_assert_cmpstr (n, ==, expected);
}

static LiaisonWorkingCopy *
open_copy (DbFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  LiaisonWorkingCopy *copy = liaison_working_copy_open (fixture->path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return copy;
}

/* A copy that holds a contact more than the original, which nobody else has open. */
static LiaisonWorkingCopy *
open_edited_copy (DbFixture *fixture)
{
  LiaisonWorkingCopy *copy;

  close_original (fixture);
  copy = open_copy (fixture);
  put_contact (liaison_working_copy_get_path (copy), 1);

  return copy;
}

static gboolean
save_back (LiaisonWorkingCopy  *copy,
           GError             **error)
{
  g_autoptr (LiaisonDb) db = open_db (liaison_working_copy_get_path (copy));

  return liaison_working_copy_save_back (copy, db, NULL, error);
}

static void
test_location (void)
{
  g_autofree char *in_portal = g_build_filename (g_get_user_runtime_dir (), "doc", "a1b2", "store.liaison", NULL);
  g_autofree char *beside = g_build_filename (g_get_user_runtime_dir (), "documents", "store.liaison", NULL);

  g_assert_true (liaison_location_needs_copy (in_portal));
  g_assert_true (liaison_location_needs_copy ("/run/user/1000/doc/a1b2/store.liaison"));
  g_assert_true (liaison_location_needs_copy ("/run/flatpak/doc/a1b2/store.liaison"));
  g_assert_true (liaison_location_needs_copy ("/run/flatpak/../flatpak/doc/a1b2/store.liaison"));
  g_assert_false (liaison_location_needs_copy (beside));
  g_assert_false (liaison_location_needs_copy ("/run/user/1000/docs/store.liaison"));
  g_assert_false (liaison_location_needs_copy ("/tmp/store.liaison"));
}

static void
test_open (DbFixture     *fixture,
           gconstpointer  data)
{
  g_autoptr (LiaisonWorkingCopy) copy = NULL;
  GStatBuf status;

  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 1, NULL);
  close_original (fixture);
  copy = open_copy (fixture);

  g_assert_true (g_str_has_prefix (liaison_working_copy_get_path (copy), g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (liaison_working_copy_get_path (copy), "/store.liaison"));
  g_assert_cmpint (g_stat (liaison_working_copy_get_path (copy), &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_false (liaison_working_copy_was_unsaved (copy));
  assert_n_contacts (liaison_working_copy_get_path (copy), "1");
}

static void
note_progress (guint64  done,
               guint64  total,
               gpointer user_data)
{
  guint64 *last = user_data;

  g_assert_cmpuint (done, >, last[0]);
  g_assert_cmpuint (done, <=, total);
  last[0] = done;
  last[1] = total;
}

static void
test_open_tells_progress (DbFixture     *fixture,
                          gconstpointer  data)
{
  g_autoptr (LiaisonWorkingCopy) copy = NULL;
  g_autoptr (GError) error = NULL;
  guint64 last[2] = { 0, 0 };
  GStatBuf status;

  close_original (fixture);
  copy = liaison_working_copy_open (fixture->path, note_progress, last, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (last[0], ==, status.st_size);
  g_assert_cmpuint (last[1], ==, status.st_size);
}

/* A copy without edits follows its original; one with edits stays. */
static void
test_open_again (DbFixture     *fixture,
                 gconstpointer  data)
{
  g_autoptr (LiaisonWorkingCopy) first = NULL, second = NULL, third = NULL;

  close_original (fixture);
  first = open_copy (fixture);

  put_contact (fixture->path, 1);
  second = open_copy (fixture);
  g_assert_cmpstr (liaison_working_copy_get_path (second), ==, liaison_working_copy_get_path (first));
  g_assert_false (liaison_working_copy_was_unsaved (second));
  assert_n_contacts (liaison_working_copy_get_path (second), "1");

  put_contact (liaison_working_copy_get_path (second), 2);
  put_contact (fixture->path, 3);
  put_contact (fixture->path, 4);
  third = open_copy (fixture);
  g_assert_true (liaison_working_copy_was_unsaved (third));
  assert_n_contacts (liaison_working_copy_get_path (third), "2");
}

static void
test_open_refuses (DbFixture     *fixture,
                   gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.liaison", NULL);
  g_autoptr (GError) error = NULL;
  FILE *file;

  g_assert_null (liaison_working_copy_open (missing, NULL, NULL, NULL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* Still open: its log holds what the file does not. */
  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 1, NULL);
  g_assert_null (liaison_working_copy_open (fixture->path, NULL, NULL, NULL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_LOCKED);
  g_clear_error (&error);

  close_original (fixture);
  file = g_fopen (fixture->path, "r+");
  g_assert_cmpint (fseek (file, 20 * 4096, SEEK_SET), ==, 0);
  for (int i = 0; i < 20 * 4096; i++)
    g_assert_cmpint (fputc ('x', file), ==, 'x');
  g_assert_cmpint (fclose (file), ==, 0);
  g_assert_null (liaison_working_copy_open (fixture->path, NULL, NULL, NULL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_DAMAGED);
}

/* Writes over a part of a file, as nobody should. */
static void
poke (const char   *path,
      long          offset,
      const guint8 *bytes,
      gsize         length)
{
  FILE *file = g_fopen (path, "r+");

  g_assert_cmpint (fseek (file, offset, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* What this program cannot read, another one can. */
static void
test_open_keeps_newer (DbFixture     *fixture,
                       gconstpointer  data)
{
  static const guint8 newer[] = { 0, 0, 0, 99 };
  static const guint8 own[] = { 0, 0, 0, LIAISON_SCHEMA_VERSION };
  g_autoptr (LiaisonWorkingCopy) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  close_original (fixture);
  copy = open_copy (fixture);
  path = g_strdup (liaison_working_copy_get_path (copy));
  put_contact (path, 1);
  g_clear_pointer (&copy, liaison_working_copy_free);

  poke (path, 60, newer, sizeof newer);
  g_assert_null (liaison_working_copy_open (fixture->path, NULL, NULL, NULL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, fixture->path));

  poke (path, 60, own, sizeof own);
  copy = open_copy (fixture);
  g_assert_true (liaison_working_copy_was_unsaved (copy));
  assert_n_contacts (path, "1");
}

static void
assert_aside (const char *copy,
              const char *name,
              const char *suffix,
              const char *contents,
              gsize       length)
{
  g_autofree char *folder = g_path_get_dirname (copy);
  g_autofree char *path = g_strconcat (folder, "/", name, suffix, NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  gsize kept_length;

  g_file_get_contents (path, &kept, &kept_length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (kept, kept_length, contents, length);
}

/* What nobody can read is told of and kept, each time under another name, and is in the way only once. */
static void
test_open_puts_damaged_aside (DbFixture     *fixture,
                              gconstpointer  data)
{
  static const char *names[] = { "aside-1-store.liaison", "aside-2-store.liaison" };

  close_original (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (LiaisonWorkingCopy) copy = open_copy (fixture);
      g_autofree char *path = g_strdup (liaison_working_copy_get_path (copy));
      g_autofree char *log = g_strconcat (path, "-wal", NULL);
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (liaison_working_copy_was_unsaved (copy));
      assert_n_contacts (path, "0");
      put_contact (path, 1);
      g_clear_pointer (&copy, liaison_working_copy_free);
      g_assert_cmpint (truncate (path, 2 * 4096 + i), ==, 0);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_true (g_file_set_contents (log, "log", -1, NULL));

      g_assert_null (liaison_working_copy_open (fixture->path, NULL, NULL, NULL, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, fixture->path));
      g_assert_nonnull (strstr (error->message, names[i]));
      assert_aside (path, names[i], "", contents, 2 * 4096 + i);
      assert_aside (path, names[i], "-wal", "log", 3);
    }
}

/* Without what is noted nobody can tell whether it was saved back. */
static void
test_open_puts_unknown_aside (DbFixture     *fixture,
                              gconstpointer  data)
{
  g_autoptr (LiaisonWorkingCopy) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL, *notes = NULL, *aside = NULL;

  close_original (fixture);
  copy = open_copy (fixture);
  folder = g_path_get_dirname (liaison_working_copy_get_path (copy));
  notes = g_build_filename (folder, "original.ini", NULL);
  aside = g_build_filename (folder, "aside-1-store.liaison", NULL);
  put_contact (liaison_working_copy_get_path (copy), 1);
  g_clear_pointer (&copy, liaison_working_copy_free);
  g_assert_true (g_file_set_contents (notes, "", -1, NULL));

  g_assert_null (liaison_working_copy_open (fixture->path, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, aside));
  assert_n_contacts (aside, "1");

  copy = open_copy (fixture);
  g_assert_false (liaison_working_copy_was_unsaved (copy));
  assert_n_contacts (liaison_working_copy_get_path (copy), "0");
}

/* A second program, which has the copy open from when it says so until it is told to end. */
static void
hold_copy (DbFixture *fixture,
           int        said,
           int        told)
{
  LiaisonWorkingCopy *copy = liaison_working_copy_open (fixture->path, NULL, NULL, NULL, NULL);
  char byte = copy != NULL ? 'y' : 'n';

  if (write (said, &byte, 1) == 1 && read (told, &byte, 1) == 0)
    _exit (0);
  _exit (1);
}

static void
test_open_elsewhere (DbFixture     *fixture,
                     gconstpointer  data)
{
  g_autoptr (LiaisonWorkingCopy) copy = NULL, same = NULL;
  g_autoptr (GError) error = NULL;
  int said[2], told[2];
  pid_t child;
  char answer;

  close_original (fixture);
  g_assert_cmpint (pipe (said), ==, 0);
  g_assert_cmpint (pipe (told), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (told[1]);
      hold_copy (fixture, said[1], told[0]);
    }
  g_assert_cmpint (read (said[0], &answer, 1), ==, 1);
  g_assert_cmpint (answer, ==, 'y');

  g_assert_null (liaison_working_copy_open (fixture->path, NULL, NULL, NULL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, fixture->path));

  /* However the other one ends, the copy is free then; one program may have it twice. */
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  copy = open_copy (fixture);
  same = open_copy (fixture);
  for (int i = 0; i < 2; i++)
    {
      close (said[i]);
      close (told[i]);
    }
}

static void
test_save_back (DbFixture     *fixture,
                gconstpointer  data)
{
  g_autoptr (LiaisonWorkingCopy) copy = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  close_original (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  copy = open_copy (fixture);
  put_contact (liaison_working_copy_get_path (copy), 1);
  put_contact (liaison_working_copy_get_path (copy), 2);
  assert_n_contacts (fixture->path, "0");

  g_assert_true (save_back (copy, &error));
  g_assert_no_error (error);
  assert_n_contacts (fixture->path, "2");
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);

  /* And once more, since what was written is what the original is now. */
  put_contact (liaison_working_copy_get_path (copy), 3);
  g_assert_true (save_back (copy, &error));
  assert_n_contacts (fixture->path, "3");

  again = open_copy (fixture);
  g_assert_false (liaison_working_copy_was_unsaved (again));
}

static void
test_save_back_refused (DbFixture     *fixture,
                        gconstpointer  data)
{
  g_autoptr (LiaisonWorkingCopy) copy = NULL;
  g_autoptr (GError) error = NULL;

  copy = open_edited_copy (fixture);
  put_contact (fixture->path, 2);
  put_contact (fixture->path, 3);

  g_assert_false (save_back (copy, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, fixture->path));
  assert_n_contacts (fixture->path, "2");
  assert_n_contacts (liaison_working_copy_get_path (copy), "1");
}

/* Replacing a file of this name fails, or the program ends as soon as it is replaced. */
static const char *failing_name, *ending_name;

/* In the place of the C library's, for GIO as well. */
G_MODULE_EXPORT int
rename (const char *from,
        const char *to)
{
  int result;

  if (g_strcmp0 (to, failing_name) == 0)
    {
      errno = EIO;
      return -1;
    }
  result = renameat (AT_FDCWD, from, AT_FDCWD, to);
  if (g_strcmp0 (to, ending_name) == 0)
    _exit (0);

  return result;
}

static void
save_back_and_end (DbFixture *fixture)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      g_autoptr (LiaisonWorkingCopy) copy = open_copy (fixture);

      ending_name = fixture->path;
      save_back (copy, NULL);
      _exit (1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

/* What was written here is known again, whatever went wrong since, and does not count as somebody else's. */
static void
test_save_back_again (DbFixture     *fixture,
                      gconstpointer  data)
{
  g_autoptr (LiaisonWorkingCopy) copy = NULL;
  g_autoptr (GError) error = NULL;

  copy = open_edited_copy (fixture);
  g_clear_pointer (&copy, liaison_working_copy_free);
  save_back_and_end (fixture);
  assert_n_contacts (fixture->path, "1");

  copy = open_copy (fixture);
  g_assert_true (liaison_working_copy_was_unsaved (copy));
  put_contact (liaison_working_copy_get_path (copy), 2);
  failing_name = fixture->path;
  g_assert_false (save_back (copy, &error));
  failing_name = NULL;
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED);
  g_clear_error (&error);
  g_clear_pointer (&copy, liaison_working_copy_free);
  assert_n_contacts (fixture->path, "1");

  copy = open_copy (fixture);
  g_assert_true (liaison_working_copy_was_unsaved (copy));
  g_assert_true (save_back (copy, &error));
  g_assert_no_error (error);
  assert_n_contacts (fixture->path, "2");
}

/* A date alone is no change. */
static void
test_save_back_after_touch (DbFixture     *fixture,
                            gconstpointer  data)
{
  struct timespec times[2] = { { 86400, 0 }, { 86400, 0 } };
  g_autoptr (LiaisonWorkingCopy) copy = NULL;
  g_autoptr (GError) error = NULL;

  copy = open_edited_copy (fixture);
  g_assert_cmpint (utimensat (-1, fixture->path, times, 0), ==, 0);

  g_assert_true (save_back (copy, &error));
  g_assert_no_error (error);
  assert_n_contacts (fixture->path, "1");
}

static void
test_save_back_cancelled (DbFixture     *fixture,
                          gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LiaisonWorkingCopy) copy = NULL;
  g_autoptr (LiaisonDb) db = NULL;
  g_autoptr (GError) error = NULL;

  copy = open_edited_copy (fixture);
  db = open_db (liaison_working_copy_get_path (copy));
  g_cancellable_cancel (cancellable);

  g_assert_false (liaison_working_copy_save_back (copy, db, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_n_contacts (fixture->path, "0");
}

static void
test_forget_edits (DbFixture     *fixture,
                   gconstpointer  data)
{
  g_autoptr (LiaisonWorkingCopy) copy = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  copy = open_edited_copy (fixture);

  g_assert_true (liaison_working_copy_forget_edits (copy, &error));
  g_assert_no_error (error);
  again = open_copy (fixture);
  g_assert_false (liaison_working_copy_was_unsaved (again));
  assert_n_contacts (liaison_working_copy_get_path (again), "0");
}

/* A copy under another name may lie where SQLite must not work, and replaces nothing. */
static void
test_save_copy (DbFixture     *fixture,
                gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "a1b2", NULL);
  g_autofree char *path = g_build_filename (folder, "other.liaison", NULL);
  g_autofree char *working = g_build_filename (g_get_user_data_dir (), "liaison", "working", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) left = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 1, NULL);
  g_assert_true (liaison_copy_save (fixture->db, path, NULL, &error));
  g_assert_no_error (error);
  assert_n_contacts (path, "1");

  g_assert_false (liaison_copy_save (fixture->db, path, NULL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_EXISTS);
  left = g_dir_open (working, 0, NULL);
  g_assert_null (g_dir_read_name (left));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
tear_down (DbFixture     *fixture,
           gconstpointer  data)
{
  db_fixture_tear_down (fixture, data);
  store_fixture_clear_folders ();
}

static void
add (const char *path,
     void (*test) (DbFixture *fixture, gconstpointer data))
{
  g_test_add (path, DbFixture, NULL, db_fixture_set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  store_fixture_isolate ();

  g_test_add_func ("/working-copy/location", test_location);
  add ("/working-copy/open", test_open);
  add ("/working-copy/open/tells-progress", test_open_tells_progress);
  add ("/working-copy/open/again", test_open_again);
  add ("/working-copy/open/refuses", test_open_refuses);
  add ("/working-copy/open/keeps-newer", test_open_keeps_newer);
  add ("/working-copy/open/puts-damaged-aside", test_open_puts_damaged_aside);
  add ("/working-copy/open/puts-unknown-aside", test_open_puts_unknown_aside);
  add ("/working-copy/open/elsewhere", test_open_elsewhere);
  add ("/working-copy/save-back", test_save_back);
  add ("/working-copy/save-back/refused", test_save_back_refused);
  add ("/working-copy/save-back/again", test_save_back_again);
  add ("/working-copy/save-back/after-touch", test_save_back_after_touch);
  add ("/working-copy/save-back/cancelled", test_save_back_cancelled);

  add ("/working-copy/forget-edits", test_forget_edits);
  add ("/working-copy/save-copy", test_save_copy);

  status = g_test_run ();
  store_fixture_end ();

  return status;
}
