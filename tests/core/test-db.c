/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-db.h"
#include "liaison-edit.h"
#include "liaison-header-private.h"
#include "liaison-snapshot.h"
#include "liaison-sql-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534
#define LOG_INDEX_IN_USE 128 /* UNIX_SHM_DMS of SQLite's os_unix.c */

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("liaison-db-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "a b %41#?.liaison", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
add_topics (LiaisonDb *db,
            int        n_topics)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonEdit) edit = liaison_edit_begin (db, LIAISON_BATCH_EDIT, "Add topics", &error);

  g_assert_no_error (error);
  for (int i = 0; i < n_topics; i++)
    {
      g_autoptr (LiaisonRecord) topic = liaison_record_new (LIAISON_KIND_TOPIC, NULL);
      g_autofree char *name = g_strdup_printf ("Topic %d", i);

      liaison_record_set_text (topic, LIAISON_TOPIC_NAME, name);
      liaison_edit_put (edit, topic, NULL, &error);
      g_assert_no_error (error);
    }
  liaison_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
create_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDb) db = liaison_db_create (path, &error);

  g_assert_no_error (error);
  add_topics (db, 200);
}

static char *
get_checksum (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
}

/* Refused with @code and the path in the message, and not a byte of the file or its folder changed. */
static void
assert_refused (Fixture      *fixture,
                LiaisonError  code)
{
  static const LiaisonDbMode modes[] = { LIAISON_DB_READ, LIAISON_DB_WRITE };
  g_autofree char *before = get_checksum (fixture->path);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

      g_assert_null (liaison_db_open (fixture->path, modes[i], &error));
      g_assert_error (error, LIAISON_ERROR, (int) code);
      g_assert_nonnull (strstr (error->message, fixture->path));
      after = get_checksum (fixture->path);
      g_assert_cmpstr (before, ==, after);
      g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
    }
}

static void
write_file (const char *path,
            const char *contents,
            gssize      length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
}

static void
run_sql (const char *path,
         const char *script)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, script, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (LiaisonDb) db = NULL;
  GStatBuf status;

  create_store (fixture->path);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));

  g_assert_null (liaison_db_create (fixture->path, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_EXISTS);
  g_clear_error (&error);

  db = liaison_db_open (fixture->path, LIAISON_DB_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (liaison_db_get_path (db), ==, fixture->path);
}

static void
test_no_database (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *noise = g_malloc (5000);
  g_autoptr (GError) error = NULL;

  g_assert_null (liaison_db_open (fixture->path, LIAISON_DB_READ, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (liaison_db_open (fixture->folder, LIAISON_DB_READ, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED);

  write_file (fixture->path, "", 0);
  assert_refused (fixture, LIAISON_ERROR_NOT_A_STORE);
  write_file (fixture->path, "Dear Sir or Madam", -1);
  assert_refused (fixture, LIAISON_ERROR_NOT_A_STORE);
  for (int i = 0; i < 5000; i++)
    noise[i] = g_test_rand_int_range (0, 256);
  write_file (fixture->path, noise, 5000);
  assert_refused (fixture, LIAISON_ERROR_NOT_A_STORE);
}

static void
test_foreign (Fixture       *fixture,
              gconstpointer  data)
{
  run_sql (fixture->path, "PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1);");
  assert_refused (fixture, LIAISON_ERROR_NOT_A_STORE);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);

  run_sql (fixture->path, "PRAGMA application_id = 1162169159; PRAGMA user_version = 1; CREATE TABLE t (x);");
  assert_refused (fixture, LIAISON_ERROR_NOT_A_STORE);
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  create_store (fixture->path);
  run_sql (fixture->path, "PRAGMA user_version = 99");
  assert_refused (fixture, LIAISON_ERROR_NEWER);
}

static void
assert_has_no_merged (LiaisonDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonRecord) record = liaison_record_load_any (db, "00000000-0000-4000-8000-000000000001", &error);

  g_assert_null (record);
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
}

/* What makes a store what a program of an earlier schema had made. */
#define TO_FIFTH_SCHEMA "DROP TABLE stale_traits; DROP TABLE traits; DROP INDEX participation_sensitivity; PRAGMA user_version = 5;"
#define TO_FOURTH_SCHEMA TO_FIFTH_SCHEMA "DROP TABLE stale_text; PRAGMA user_version = 4;"
#define TO_THIRD_SCHEMA TO_FOURTH_SCHEMA "ALTER TABLE report DROP COLUMN without_footnotes; ALTER TABLE report DROP COLUMN with_annex; PRAGMA user_version = 3;"
#define TO_SECOND_SCHEMA TO_THIRD_SCHEMA "DROP INDEX engagement_place; DROP INDEX participation_post_of_day; PRAGMA user_version = 2;"
#define TO_FIRST_SCHEMA TO_SECOND_SCHEMA "DROP TABLE distinction; DROP TABLE former; PRAGMA user_version = 1;"

/* A store of the first schema can be read as it is, and is brought up to date when it is opened for writing. */
static void
test_older (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  LiaisonDb *db;
  gint64 version = 0;

  create_store (fixture->path);
  run_sql (fixture->path, TO_FIRST_SCHEMA);
  db = liaison_db_open (fixture->path, LIAISON_DB_READ, &error);
  g_assert_no_error (error);
  assert_has_no_merged (db);
  liaison_db_close (db);

  db = liaison_db_open (fixture->path, LIAISON_DB_WRITE, &error);
  g_assert_no_error (error);
  assert_has_no_merged (db);
  g_assert_true (liaison_sql_query_integer (db, "SELECT count (*) FROM main.former, main.distinction", 0, &version, &error));
  g_assert_true (liaison_sql_query_integer (db, "PRAGMA user_version", 0, &version, &error));
  g_assert_no_error (error);
  g_assert_cmpint (version, ==, LIAISON_SCHEMA_VERSION);
  liaison_db_close (db);
}

static void
test_cut (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  create_store (fixture->path);
  g_file_get_contents (fixture->path, &contents, &length, &error);
  g_assert_no_error (error);

  for (gsize kept = 100; kept < length; kept += length / 7)
    {
      write_file (fixture->path, contents, kept);
      assert_refused (fixture, LIAISON_ERROR_DAMAGED);
    }
  write_file (fixture->path, contents, 99);
  assert_refused (fixture, LIAISON_ERROR_NOT_A_STORE);
}

static gboolean
count_record (LiaisonRecord  *record,
              gpointer        data,
              GError        **error)
{
  for (guint i = 0; i < liaison_kind_get_info (liaison_record_get_kind (record))->n_fields; i++)
    {
      if (liaison_field_is_text (&liaison_kind_get_info (liaison_record_get_kind (record))->fields[i]))
        g_assert_true (g_utf8_validate (liaison_record_get_text (record, i), -1, NULL));
    }
  ++*(int *) data;

  return TRUE;
}

/* Whatever bit is flipped: an error or valid texts, never a crash. */
static void
test_flipped_bits (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *contents = NULL;
  gsize length;
  int n_refused = 0, n_read = 0;

  create_store (fixture->path);
  g_file_get_contents (fixture->path, &contents, &length, &failure);
  g_assert_no_error (failure);

  for (int round = 0; round < 200; round++)
    {
      g_autofree char *damaged = g_memdup2 (contents, length);
      g_autoptr (GError) error = NULL;
      LiaisonDb *db;

      for (int i = 0; i < 20; i++)
        damaged[g_test_rand_int_range (0, length)] ^= 1 << g_test_rand_int_range (0, 8);
      write_file (fixture->path, damaged, length);
      db = liaison_db_open (fixture->path, LIAISON_DB_READ, &error);
      if (db != NULL)
        liaison_record_foreach (db, LIAISON_KIND_TOPIC, count_record, &n_read, &error);
      if (error != NULL)
        {
          g_assert_true (error->domain == LIAISON_ERROR);
          g_assert_cmpstr (error->message, !=, "");
          n_refused++;
        }
      g_clear_pointer (&db, liaison_db_close);
    }

  g_assert_cmpint (n_read, >, 0);
  g_assert_cmpint (n_refused, >, 0);
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDb) db = NULL;
  sqlite3 *other = NULL;

  create_store (fixture->path);
  db = liaison_db_open (fixture->path, LIAISON_DB_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);

  g_assert_null (liaison_edit_begin (db, LIAISON_BATCH_EDIT, "Edit", &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_LOCKED);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
}

/* What was saved into a file that nobody can open any more would be lost without a word. */
static void
test_replaced (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *other = g_build_filename (fixture->folder, "other.liaison", NULL);
  g_autoptr (LiaisonDb) db = NULL;

  create_store (other);
  create_store (fixture->path);
  db = liaison_db_open (fixture->path, LIAISON_DB_WRITE, &error);
  g_assert_no_error (error);
  add_topics (db, 1);

  g_assert_cmpint (g_rename (other, fixture->path), ==, 0);
  g_assert_null (liaison_edit_begin (db, LIAISON_BATCH_EDIT, "Edit", &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_REPLACED);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_clear_error (&error);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_null (liaison_edit_begin (db, LIAISON_BATCH_EDIT, "Edit", &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_REPLACED);
}

/* Root may write everywhere, so root does this as nobody. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gboolean is_root = geteuid () == 0;
  LiaisonDb *db;
  int n_read = 0;

  if (is_root && (chown (fixture->folder, NOBODY, (gid_t) -1) != 0 || seteuid (NOBODY) != 0))
    {
      g_test_skip ("in this user namespace root is the only user");
      return;
    }
  create_store (fixture->path);
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);

  g_assert_null (liaison_db_open (fixture->path, LIAISON_DB_WRITE, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_READ_ONLY);
  g_clear_error (&error);

  db = liaison_db_open (fixture->path, LIAISON_DB_READ, &error);
  g_assert_no_error (error);
  g_assert_true (liaison_db_is_read_only (db));
  liaison_record_foreach (db, LIAISON_KIND_TOPIC, count_record, &n_read, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_read, ==, 200);
  g_assert_null (liaison_edit_begin (db, LIAISON_BATCH_EDIT, "Edit", &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_READ_ONLY);
  liaison_db_close (db);

  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
copy_file (const char *from,
           const char *to,
           gssize      most)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;
  FILE *file;

  g_file_get_contents (from, &contents, &length, &error);
  g_assert_no_error (error);
  file = g_fopen (to, most < 0 ? "w" : "r+");
  g_assert_nonnull (file);
  length = most < 0 ? length : (gsize) most;
  g_assert_cmpuint (fwrite (contents, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* A checkpoint writes the first page, which tells the length of the file, before it writes the last: killed in between it leaves a file
 * that is shorter than it says, and a log that makes it whole. */
static void
test_killed_in_checkpoint (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *killed = g_build_filename (fixture->folder, "killed.liaison", NULL);
  g_autofree char *killed_log = g_strconcat (killed, "-wal", NULL);
  g_autoptr (LiaisonDb) db = NULL;
  g_autoptr (LiaisonDb) again = NULL;
  int n_read = 0;

  create_store (fixture->path);
  db = liaison_db_open (fixture->path, LIAISON_DB_WRITE, &error);
  g_assert_no_error (error);
  add_topics (db, 2000);
  copy_file (fixture->path, killed, -1);
  copy_file (log, killed_log, -1);
  g_assert_true (liaison_db_checkpoint (db));
  copy_file (fixture->path, killed, 4096);

  again = liaison_db_open (killed, LIAISON_DB_WRITE, &error);
  g_assert_no_error (error);
  liaison_record_foreach (again, LIAISON_KIND_TOPIC, count_record, &n_read, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_read, ==, 2200);
}

/* Who only reads keeps the log from being emptied, and nobody waits for that. */
static void
test_checkpoint_with_reader (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDb) db = NULL;
  g_autoptr (LiaisonDb) reader = NULL;
  int n_read = 0;

  create_store (fixture->path);
  db = liaison_db_open (fixture->path, LIAISON_DB_WRITE, &error);
  g_assert_no_error (error);
  reader = liaison_db_open (fixture->path, LIAISON_DB_READ, &error);
  g_assert_no_error (error);

  {
    g_auto (LiaisonSnapshot) snapshot = NULL;

    g_assert_true (liaison_snapshot_begin (&snapshot, reader, &error));
    liaison_record_foreach (reader, LIAISON_KIND_TOPIC, count_record, &n_read, &error);
    add_topics (db, 10);
    g_assert_false (liaison_db_checkpoint (db));
  }

  g_assert_true (liaison_db_checkpoint (db));
}

/* Whether another program would be kept from having some of a file for itself: all of a store, as one that closes it last has it to delete the log,
 * or of the index of a log the byte that says that somebody has it in use. */
static gboolean
is_held (const char *path,
         off_t       begin)
{
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    {
      struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = begin };
      int fd = open (path, O_RDWR | O_CLOEXEC);

      _exit (fd < 0 || fcntl (fd, F_GETLK, &lock) != 0 ? 2 : lock.l_type != F_UNLCK);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), <, 2);

  return WEXITSTATUS (status) == 1;
}

/* As a file chooser finds out what each of its files is. */
static void
look_at_files (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GFile) child = g_file_get_child (file, name);
      g_autoptr (GFileInputStream) stream = g_file_read (child, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (g_input_stream_close (G_INPUT_STREAM (stream), NULL, &error));
      g_assert_no_error (error);
    }
}

/* A second connection looks at the file before SQLite opens it, and what else is in the program may as well. */
static void
test_locks_are_kept (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *log_index = g_strconcat (fixture->path, "-shm", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.liaison", NULL);
  g_autoptr (LiaisonDb) reader = NULL;
  g_autoptr (LiaisonDb) writer = NULL;

  create_store (fixture->path);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_false (is_held (fixture->path, 0));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LiaisonDb) first = NULL;

      first = liaison_db_open (fixture->path, i == 0 ? LIAISON_DB_READ : LIAISON_DB_WRITE, &error);
      g_assert_no_error (error);
      reader = liaison_db_open (i == 0 ? fixture->path : link, LIAISON_DB_READ, &error);
      g_assert_no_error (error);
      look_at_files (fixture->folder);
      g_assert_true (is_held (fixture->path, 0));
      g_assert_true (is_held (log_index, LOG_INDEX_IN_USE));

      /* What the first one lets go is its own. */
      g_clear_pointer (&first, liaison_db_close);
      g_assert_true (is_held (fixture->path, 0));
      g_assert_true (is_held (log_index, LOG_INDEX_IN_USE));
      g_clear_pointer (&reader, liaison_db_close);
      g_assert_false (is_held (fixture->path, 0));
      g_assert_false (is_held (log_index, LOG_INDEX_IN_USE));
    }

  writer = liaison_db_open (fixture->path, LIAISON_DB_WRITE, &error);
  g_assert_no_error (error);
  g_clear_pointer (&writer, liaison_db_close);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (log_index, G_FILE_TEST_EXISTS));
}

/* What a store is made of, a line for each table and index. */
static char *
describe_schema (const char *path)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT type || ' ' || name || ' ' || coalesce (sql, '') FROM sqlite_schema"
                                       " UNION ALL SELECT 'version ' || user_version FROM pragma_user_version ORDER BY 1",
                                       -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (lines, "%s\n", (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);

  return g_strdup (lines->str);
}

/* Reading changes nothing in a store of an earlier schema; opened for writing it has the tables and indices of a new one. */
static void
test_older_as_new (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *of_today = NULL;
  g_autofree char *older = NULL;
  g_autofree char *migrated = NULL;
  g_autoptr (LiaisonDb) reader = NULL;
  g_autoptr (LiaisonDb) writer = NULL;

  create_store (fixture->path);
  of_today = describe_schema (fixture->path);
  run_sql (fixture->path, data);
  older = describe_schema (fixture->path);
  g_assert_cmpstr (older, !=, of_today);

  reader = liaison_db_open (fixture->path, LIAISON_DB_READ, &error);
  g_assert_no_error (error);
  g_clear_pointer (&reader, liaison_db_close);
  migrated = describe_schema (fixture->path);
  g_assert_cmpstr (migrated, ==, older);

  writer = liaison_db_open (fixture->path, LIAISON_DB_WRITE, &error);
  g_assert_no_error (error);
  g_clear_pointer (&writer, liaison_db_close);
  g_free (migrated);
  migrated = describe_schema (fixture->path);
  g_assert_cmpstr (migrated, ==, of_today);
}

/* Who gives up does not wait for the next look at the cancellable, and what reads after that is not disturbed. */
static void
test_interrupted (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDb) writer = liaison_db_create (fixture->path, &error);
  g_autoptr (LiaisonDb) db = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (LiaisonSnapshot) snapshot = NULL;
  gint64 n_topics;

  g_assert_no_error (error);
  add_topics (writer, 3);
  db = liaison_db_open (fixture->path, LIAISON_DB_READ, &error);
  g_assert_no_error (error);
  liaison_db_set_cancellable (db, cancellable);
  g_assert_true (liaison_snapshot_begin (&snapshot, db, &error));
  {
    g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "SELECT id FROM topic", &error);

    g_assert_true (liaison_sql_step (sql, &error));
    g_cancellable_cancel (cancellable);
    g_assert_false (liaison_sql_step (sql, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_clear_error (&error);
  }
  liaison_snapshot_end (&snapshot);
  liaison_db_set_cancellable (db, NULL);

  /* The snapshot has gone with it: what is written now is seen. */
  add_topics (writer, 3);
  g_assert_true (liaison_sql_query_integer (db, "SELECT count (*) FROM topic", 0, &n_topics, &error));
  g_assert_cmpint (n_topics, ==, 6);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/db/create", Fixture, NULL, set_up, test_create, tear_down);
  g_test_add ("/db/no-database", Fixture, NULL, set_up, test_no_database, tear_down);
  g_test_add ("/db/foreign", Fixture, NULL, set_up, test_foreign, tear_down);
  g_test_add ("/db/newer", Fixture, NULL, set_up, test_newer, tear_down);
  g_test_add ("/db/older", Fixture, NULL, set_up, test_older, tear_down);
  g_test_add ("/db/older/as-new/first", Fixture, TO_FIRST_SCHEMA, set_up, test_older_as_new, tear_down);
  g_test_add ("/db/older/as-new/second", Fixture, TO_SECOND_SCHEMA, set_up, test_older_as_new, tear_down);
  g_test_add ("/db/older/as-new/third", Fixture, TO_THIRD_SCHEMA, set_up, test_older_as_new, tear_down);
  g_test_add ("/db/older/as-new/fourth", Fixture, TO_FOURTH_SCHEMA, set_up, test_older_as_new, tear_down);
  g_test_add ("/db/older/as-new/fifth", Fixture, TO_FIFTH_SCHEMA, set_up, test_older_as_new, tear_down);
  g_test_add ("/db/cut", Fixture, NULL, set_up, test_cut, tear_down);
  g_test_add ("/db/cut/killed-in-checkpoint", Fixture, NULL, set_up, test_killed_in_checkpoint, tear_down);
  g_test_add ("/db/checkpoint-with-reader", Fixture, NULL, set_up, test_checkpoint_with_reader, tear_down);
  g_test_add ("/db/flipped-bits", Fixture, NULL, set_up, test_flipped_bits, tear_down);
  g_test_add ("/db/locked", Fixture, NULL, set_up, test_locked, tear_down);
  g_test_add ("/db/locks-are-kept", Fixture, NULL, set_up, test_locks_are_kept, tear_down);
  g_test_add ("/db/replaced", Fixture, NULL, set_up, test_replaced, tear_down);
  g_test_add ("/db/interrupted", Fixture, NULL, set_up, test_interrupted, tear_down);
  g_test_add ("/db/read-only", Fixture, NULL, set_up, test_read_only, tear_down);

  return g_test_run ();
}
