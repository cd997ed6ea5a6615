/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "held-job.h"
#include "store-fixture.h"

#include "liaison-backup.h"
#include "liaison-copier-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MUCH ((guint64) 1 << 40)

static void
put_contact (DbFixture *fixture,
             guint      number)
{
  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, number, NULL);
}

static void
make (DbFixture           *fixture,
      LiaisonBackupReason  reason,
      int                  today)
{
  g_autoptr (GError) error = NULL;

  liaison_backup_make (fixture->db, reason, today, MUCH, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static const LiaisonBackup *
get (GPtrArray *backups,
     guint      index)
{
  g_assert_cmpuint (index, <, backups->len);

  return g_ptr_array_index (backups, index);
}

static gint64
count_contacts (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDb) db = liaison_db_open (path, LIAISON_DB_READ, &error);
  gint64 n;

  g_assert_no_error (error);
  liaison_sql_query_integer (db, "SELECT count (*) FROM contact", 0, &n, &error);
  g_assert_no_error (error);

  return n;
}

static void
test_make (DbFixture     *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = liaison_backup_get_folder ();
  g_autoptr (GPtrArray) backups = NULL;
  const LiaisonBackup *backup;
  GStatBuf status;

  put_contact (fixture, 1);
  make (fixture, LIAISON_BACKUP_DAILY, 20220114);
  backups = liaison_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = get (backups, 0);

  g_assert_cmpint (backup->day, ==, 20220114);
  g_assert_cmpint (backup->reason, ==, LIAISON_BACKUP_DAILY);
  g_assert_true (g_str_has_prefix (backup->path, folder));
  g_assert_nonnull (strstr (backup->path, "/store-"));
  g_assert_cmpint (g_stat (backup->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (backup->size, ==, status.st_size);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (count_contacts (backup->path), ==, 1);
}

/* What a program that was killed has left, on whatever day. */
static void
test_make_after_kill (DbFixture     *fixture,
                      gconstpointer  data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *left = NULL;

  put_contact (fixture, 1);
  make (fixture, LIAISON_BACKUP_DAILY, 20220113);
  backups = liaison_backup_list (fixture->path);
  left = g_strconcat (get (backups, 0)->path, ".part", NULL);
  g_assert_cmpint (g_rename (get (backups, 0)->path, left), ==, 0);

  make (fixture, LIAISON_BACKUP_DAILY, 20220114);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = liaison_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
}

typedef struct
{
  DbFixture *fixture;
  int        n_written;  /* atomic */
  int        finished;   /* atomic */
} Writing;

static gpointer
write_cb (gpointer data)
{
  Writing *writing = data;

  while (!g_atomic_int_get (&writing->finished))
    {
      put_contact (writing->fixture, g_atomic_int_get (&writing->n_written));
      g_atomic_int_inc (&writing->n_written);
    }

  return NULL;
}

/* Commits while the copy is made neither start it anew nor wait for it; a connection that only reads suffices. */
static void
test_make_while_written (DbFixture     *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDb) reader = liaison_db_open (fixture->path, LIAISON_DB_READ, &error);
  g_autoptr (GPtrArray) backups = NULL;
  Writing writing = { fixture, 0, 0 };
  GThread *thread;

  g_assert_no_error (error);
  thread = g_thread_new ("write", write_cb, &writing);
  while (g_atomic_int_get (&writing.n_written) < 3)
    g_thread_yield ();
  liaison_backup_make (reader, LIAISON_BACKUP_DAILY, 20220114, MUCH, NULL, NULL, NULL, &error);
  g_atomic_int_set (&writing.finished, TRUE);
  g_thread_join (thread);

  g_assert_no_error (error);
  backups = liaison_backup_list (fixture->path);
  g_assert_cmpint (count_contacts (get (backups, 0)->path), >=, 3);
  g_assert_cmpint (count_contacts (get (backups, 0)->path), <=, writing.n_written);
}

static void
test_one_a_day (DbFixture     *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) first = NULL, second = NULL, third = NULL;

  put_contact (fixture, 1);
  make (fixture, LIAISON_BACKUP_DAILY, 20220114);
  put_contact (fixture, 2);
  make (fixture, LIAISON_BACKUP_DAILY, 20220114);
  first = liaison_backup_list (fixture->path);
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpint (count_contacts (get (first, 0)->path), ==, 1);

  make (fixture, LIAISON_BACKUP_DAILY, 20220115);
  second = liaison_backup_list (fixture->path);
  g_assert_cmpuint (second->len, ==, 2);
  g_assert_cmpint (get (second, 0)->day, ==, 20220115);
  g_assert_cmpint (count_contacts (get (second, 0)->path), ==, 2);

  /* Nothing has changed since. */
  make (fixture, LIAISON_BACKUP_DAILY, 20220116);
  third = liaison_backup_list (fixture->path);
  g_assert_cmpuint (third->len, ==, 2);
}

static void
test_seven_days (DbFixture     *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) backups = NULL;

  put_contact (fixture, 0);
  make (fixture, LIAISON_BACKUP_MIGRATION, 20220101);
  for (int day = 1; day <= 12; day++)
    {
      put_contact (fixture, day);
      make (fixture, LIAISON_BACKUP_DAILY, 20220100 + day);
    }

  backups = liaison_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 8);
  for (guint i = 0; i < 7; i++)
    {
      g_assert_cmpint (get (backups, i)->day, ==, 20220112 - (int) i);
      g_assert_cmpint (get (backups, i)->reason, ==, LIAISON_BACKUP_DAILY);
    }
  g_assert_cmpint (get (backups, 7)->reason, ==, LIAISON_BACKUP_MIGRATION);

  put_contact (fixture, 20);
  make (fixture, LIAISON_BACKUP_MIGRATION, 20220113);
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = liaison_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 8);
  g_assert_cmpint (get (backups, 0)->reason, ==, LIAISON_BACKUP_MIGRATION);
  g_assert_cmpint (get (backups, 0)->day, ==, 20220113);
}

static guint
count_copies (DbFixture *fixture)
{
  g_autoptr (GPtrArray) backups = liaison_backup_list (fixture->path);

  return backups->len;
}

static void
make_before_migration (DbFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  liaison_backup_make_before_migration (fixture->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_before_migration (DbFixture     *fixture,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) backups = NULL;

  liaison_db_checkpoint (fixture->db);
  make_before_migration (fixture);
  g_assert_cmpuint (count_copies (fixture), ==, 0);

  db_fixture_exec (fixture->db, "DROP TABLE stale_traits; DROP TABLE traits; DROP INDEX participation_sensitivity; PRAGMA user_version = 5;");
  liaison_db_checkpoint (fixture->db);
  make_before_migration (fixture);
  backups = liaison_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpint (get (backups, 0)->reason, ==, LIAISON_BACKUP_MIGRATION);
}

/* How often, and how many: what is too many goes although no copy is made. */
static void
test_rules (DbFixture     *fixture,
            gconstpointer  data)
{
  static const struct { guint days; guint kept; int day; guint n_copies; } steps[] = {
    { 0, 7, 20220101, 0 }, { 7, 7, 20220102, 1 }, { 7, 7, 20220108, 1 }, { 7, 7, 20220109, 2 }, { 1, 7, 20220110, 3 }, { 1, 2, 20220111, 2 },
    { 0, 1, 20220112, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      liaison_backup_set_rules (steps[i].days, steps[i].kept);
      put_contact (fixture, (int) i);
      make (fixture, LIAISON_BACKUP_DAILY, steps[i].day);
      g_assert_cmpuint (count_copies (fixture), ==, steps[i].n_copies);
    }
  liaison_backup_set_rules (LIAISON_BACKUP_DAYS, LIAISON_BACKUP_KEPT);
}

static void
test_share (DbFixture     *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) all = NULL, fewer = NULL, still = NULL;
  g_autoptr (GError) error = NULL;
  guint64 size;

  for (int day = 1; day <= 5; day++)
    {
      put_contact (fixture, day);
      make (fixture, LIAISON_BACKUP_DAILY, 20220100 + day);
    }
  all = liaison_backup_list (fixture->path);
  g_assert_cmpuint (all->len, ==, 5);
  size = get (all, 0)->size;

  /* Room for three. */
  put_contact (fixture, 6);
  g_assert_true (liaison_backup_make (fixture->db, LIAISON_BACKUP_DAILY, 20220106, 10 * (3 * size + 1), NULL, NULL, NULL, &error));
  fewer = liaison_backup_list (fixture->path);
  g_assert_cmpuint (fewer->len, ==, 3);
  g_assert_cmpint (get (fewer, 0)->day, ==, 20220106);
  g_assert_cmpint (get (fewer, 2)->day, ==, 20220104);

  /* Room for none: the older ones stay. */
  put_contact (fixture, 7);
  g_assert_false (liaison_backup_make (fixture->db, LIAISON_BACKUP_DAILY, 20220107, 10 * size - 10, NULL, NULL, NULL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NO_SPACE);
  still = liaison_backup_list (fixture->path);
  g_assert_cmpuint (still->len, ==, 3);
}

static void
test_stores_apart (DbFixture     *fixture,
                   gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "elsewhere", NULL);
  g_autofree char *path = g_build_filename (folder, "store.liaison", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  LiaisonDb *other;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  other = liaison_db_create (path, &error);
  g_assert_no_error (error);
  make (fixture, LIAISON_BACKUP_DAILY, 20220114);

  backups = liaison_backup_list (path);
  g_assert_cmpuint (backups->len, ==, 0);
  g_assert_true (liaison_backup_make (other, LIAISON_BACKUP_DAILY, 20220114, 0, NULL, NULL, NULL, &error));
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = liaison_backup_list (path);
  g_assert_cmpuint (backups->len, ==, 1);

  liaison_db_close (other);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A damaged store does not push out the sound copies. */
static void
test_damaged (DbFixture     *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *noise = g_strnfill (3 * 4096, 'x');
  FILE *file;

  for (int i = 0; i < 100; i++)
    put_contact (fixture, i);
  make (fixture, LIAISON_BACKUP_DAILY, 20220114);
  g_clear_pointer (&fixture->db, liaison_db_close);
  file = g_fopen (fixture->path, "r+");
  g_assert_cmpint (fseek (file, 60 * 4096, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (noise, 4096, 3, file), ==, 3);
  g_assert_cmpint (fclose (file), ==, 0);
  fixture->db = liaison_db_open (fixture->path, LIAISON_DB_WRITE, &error);
  g_assert_no_error (error);

  g_assert_false (liaison_backup_make (fixture->db, LIAISON_BACKUP_DAILY, 20220115, MUCH, NULL, NULL, NULL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_DAMAGED);
  backups = liaison_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpint (get (backups, 0)->day, ==, 20220114);
}

static guint
count_files (void)
{
  g_autofree char *path = liaison_backup_get_folder ();
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n++;

  return n;
}

static void
test_cancelled (DbFixture     *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_files = count_files ();

  g_cancellable_cancel (cancellable);
  g_assert_false (liaison_backup_make (fixture->db, LIAISON_BACKUP_DAILY, 20220114, MUCH, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (), ==, n_files);
}

static LiaisonDb *
open_cb (gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  return liaison_db_open (data, LIAISON_DB_READ, error);
}

static void
keep_error_cb (const GError *error,
               gpointer      user_data)
{
  *(GError **) user_data = g_error_copy (error);
}

static guint
count_backups (DbFixture *fixture)
{
  g_autoptr (GPtrArray) backups = liaison_backup_list (fixture->path);

  return backups->len;
}

static void
wait_for_backup (DbFixture *fixture)
{
  while (count_backups (fixture) == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Today is 14 January 2022. */
static void
test_copier (DbFixture     *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonCopier) copier = liaison_copier_new (open_cb, fixture->path, keep_error_cb, &error);

  put_contact (fixture, 1);
  liaison_copier_note_change (copier);
  g_assert_cmpuint (count_backups (fixture), ==, 0);
  liaison_copier_start (copier, 0);
  wait_for_backup (fixture);

  put_contact (fixture, 2);
  liaison_copier_note_change (copier);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_no_error (error);
  g_assert_cmpuint (count_backups (fixture), ==, 1);
}

/* Begins a copy while a worker works. */
static void
start_beside (LiaisonCopier *copier,
              LiaisonWorker *worker,
              HeldJob       *job)
{
  held_job_init (job);
  liaison_worker_push (worker, held_job_run, job, NULL, NULL, NULL, NULL, NULL);
  held_job_wait_begun (job);
  liaison_copier_start (copier, 0);
  /* Its timer. */
  g_main_context_iteration (NULL, TRUE);
}

/* A copy is made when nothing has been asked for a second. */
static void
test_copier_gives_way (DbFixture     *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonCopier) copier = liaison_copier_new (open_cb, fixture->path, keep_error_cb, &error);
  g_autoptr (LiaisonWorker) asked = liaison_worker_new ("asked", open_cb, fixture->path);
  HeldJob job;

  put_contact (fixture, 1);
  start_beside (copier, asked, &job);
  held_job_let_go (&job);
  wait_for_backup (fixture);

  g_assert_no_error (error);
  g_assert_cmpint (g_get_monotonic_time () - job.let_go, >=, G_USEC_PER_SEC);
  held_job_clear (&job);
}

static gpointer
no_job (LiaisonDb     *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  return NULL;
}

static void
answered_cb (gpointer  result,
             GError   *error,
             gpointer  user_data)
{
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* What somebody waits for does not wait for a copy, which is made later. */
static void
test_copier_gives_up (DbFixture     *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonCopier) copier = liaison_copier_new (open_cb, fixture->path, keep_error_cb, &error);
  g_autoptr (LiaisonWorker) asked = liaison_worker_new ("asked", open_cb, fixture->path);
  gboolean answered = FALSE;
  HeldJob job;

  put_contact (fixture, 1);
  start_beside (copier, asked, &job);
  liaison_worker_push (liaison_copier_get_worker (copier), no_job, NULL, NULL, NULL, NULL, answered_cb, &answered);
  while (!answered)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_backups (fixture), ==, 0);

  held_job_let_go (&job);
  wait_for_backup (fixture);
  g_assert_no_error (error);
  held_job_clear (&job);
}

static void
test_copier_fails (DbFixture     *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonCopier) copier = liaison_copier_new (open_cb, fixture->path, keep_error_cb, &error);
  g_autofree char *folder = liaison_backup_get_folder ();
  g_autofree char *above = g_path_get_dirname (folder);

  g_assert_cmpint (g_mkdir_with_parents (above, 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  liaison_copier_start (copier, 0);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, folder));
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

  add ("/backup/make", test_make);
  add ("/backup/make/after-kill", test_make_after_kill);
  add ("/backup/make/while-written", test_make_while_written);
  add ("/backup/make/cancelled", test_cancelled);
  add ("/backup/one-a-day", test_one_a_day);
  add ("/backup/seven-days", test_seven_days);
  add ("/backup/before-migration", test_before_migration);
  add ("/backup/rules", test_rules);
  add ("/backup/share", test_share);
  add ("/backup/stores-apart", test_stores_apart);
  add ("/backup/damaged", test_damaged);
  add ("/backup/copier", test_copier);
  add ("/backup/copier/fails", test_copier_fails);
  add ("/backup/copier/gives-way", test_copier_gives_way);
  add ("/backup/copier/gives-up", test_copier_gives_up);

  status = g_test_run ();
  store_fixture_end ();

  return status;
}
