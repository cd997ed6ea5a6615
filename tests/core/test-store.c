/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "liaison-sql-private.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define ENDLESS "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"

static void
count_cb (LiaisonStore *store,
          gpointer      data)
{
  (*(guint *) data)++;
}

static void
count_notify_cb (LiaisonStore *store,
                 GParamSpec   *pspec,
                 gpointer      data)
{
  (*(guint *) data)++;
}

/* Adds a contact over a connection of its own, as another process does. */
static void
add_from_outside (StoreFixture *fixture,
                  const char   *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonChanges) changes = store_fixture_add_contact (name);
  g_autoptr (LiaisonDb) db = liaison_db_open (fixture->path, LIAISON_DB_WRITE, &error);

  g_assert_no_error (error);
  liaison_changes_apply (changes, db, &error);
  g_assert_no_error (error);
}

static gint64
count_contacts (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDb) db = liaison_db_open (path, LIAISON_DB_READ, &error);
  gint64 n;

  g_assert_no_error (error);
  liaison_sql_query_integer (db, "SELECT count(*) FROM contact", 0, &n, &error);
  g_assert_no_error (error);

  return n;
}

static guint
count_threads (void)
{
  g_autoptr (GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  guint n = 0;

  while (g_dir_read_name (tasks) != NULL)
    n++;

  return n;
}

static goffset
get_log_size (StoreFixture *fixture)
{
  g_autofree char *path = g_strconcat (fixture->path, "-wal", NULL);
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_size : -1;
}

static gpointer
count_contacts_job (LiaisonDb     *db,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  gint64 n = 0;

  liaison_sql_query_integer (db, "SELECT count(*) FROM contact", 0, &n, error);

  return GINT_TO_POINTER ((int) n);
}

static gpointer
endless_job (LiaisonDb     *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  gint64 n;

  liaison_sql_query_integer (db, ENDLESS, 0, &n, error);

  return NULL;
}

static void
test_open (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_assert_cmpstr (liaison_store_get_path (fixture->store), ==, fixture->path);
  g_assert_cmpstr (liaison_store_get_name (fixture->store), ==, "Kyiv desk");
  g_assert_false (liaison_store_get_read_only (fixture->store));
  g_assert_null (liaison_store_get_undo_name (fixture->store));
  g_assert_null (liaison_store_get_redo_name (fixture->store));
}

static void
test_open_refuses (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.liaison", NULL);
  g_autofree char *text = g_build_filename (fixture->folder, "text.liaison", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (store_fixture_open (missing, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_file_set_contents (text, "Dear diary", -1, &error);
  g_assert_no_error (error);
  g_assert_null (store_fixture_open (text, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_A_STORE);
}

static void
test_open_cancelled (StoreFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  liaison_store_open_async (fixture->path, NULL, NULL, cancellable, store_fixture_keep_cb, &result);
  g_assert_null (liaison_store_open_finish (store_fixture_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
count_progress (guint64  done,
                guint64  total,
                gpointer user_data)
{
  guint *n_calls = user_data;

  g_assert_cmpuint (done, <=, total);
  (*n_calls)++;
}

/* A store that has to be copied says how far that is; one that is opened in its place has nothing to say. */
static void
test_progress (StoreFixture  *fixture,
               gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "c3d4", NULL);
  g_autofree char *path = g_build_filename (folder, "store.liaison", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (fixture->path);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  const char *paths[] = { fixture->path, path };

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      LiaisonStore *store;
      guint n_calls = 0;

      liaison_store_open_async (paths[i], count_progress, &n_calls, NULL, store_fixture_keep_cb, &result);
      store = liaison_store_open_finish (store_fixture_wait (&result), &error);
      g_assert_no_error (error);
      g_assert_cmpint (liaison_store_get_is_copy (store), ==, i == 1);
      g_assert_cmpint (n_calls > 0, ==, i == 1);
      store_fixture_close (store);
    }
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* The superuser may write everything, so this runs as somebody else where it can. */
static void
test_read_only (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr (LiaisonChanges) changes = store_fixture_add_contact ("Jean Asselborn");
  g_autoptr (GError) error = NULL;
  gboolean is_superuser = getuid () == 0;
  LiaisonStore *store;

  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  if (is_superuser && setresuid (65534, 65534, 0) != 0)
    {
      g_test_skip ("in this user namespace the superuser is the only user");
      return;
    }

  store = store_fixture_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (liaison_store_get_read_only (store));
  g_assert_false (store_fixture_edit (store, changes, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_READ_ONLY);
  store_fixture_close (store);

  if (is_superuser)
    g_assert_cmpint (setresuid (0, 0, 0), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
}

typedef struct
{
  guint       n_changed;
  gboolean    over;
  const char *undo_name;
  gboolean    busy;
} EditReport;

static void
edited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  EditReport *report = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (liaison_store_edit_finish (LIAISON_STORE (source), result, &error));
  g_assert_no_error (error);
  report->over = TRUE;
  report->undo_name = liaison_store_get_undo_name (LIAISON_STORE (source));
  g_object_get (source, "busy", &report->busy, NULL);
  g_assert_cmpuint (report->n_changed, ==, 1);
}

static void
test_edit (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr (LiaisonChanges) changes = store_fixture_add_contact ("Dmytro Kuleba");
  EditReport report = { 0 };
  gboolean busy = FALSE;
  guint n_undo_notified = 0;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (count_cb), &report.n_changed);
  g_signal_connect (fixture->store, "notify::undo-name", G_CALLBACK (count_notify_cb), &n_undo_notified);
  liaison_store_edit_async (fixture->store, changes, edited_cb, &report);
  g_object_get (fixture->store, "busy", &busy, NULL);
  g_assert_true (busy);
  while (!report.over)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (report.busy);
  g_assert_cmpstr (report.undo_name, ==, "Add Dmytro Kuleba");
  g_assert_cmpuint (n_undo_notified, ==, 1);
  g_assert_cmpint (count_contacts (fixture->path), ==, 1);
}

static void
test_edit_refused (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (LiaisonChanges) changes = liaison_changes_new ("Delete nobody");
  g_autofree char *uuid = g_strdup ("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  g_autoptr (GError) error = NULL;
  guint n_changed = 0;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (count_cb), &n_changed);
  liaison_changes_remove (changes, LIAISON_KIND_CONTACT, uuid);
  g_assert_false (store_fixture_edit (fixture->store, changes, &error));

  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_null (liaison_store_get_undo_name (fixture->store));
}

static void
test_undo (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr (LiaisonChanges) changes = store_fixture_add_contact ("Annalena Baerbock");
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) undone = NULL, redone = NULL, nothing = NULL;
  g_autofree char *undo_name = NULL, *redo_name = NULL;

  g_assert_true (store_fixture_edit (fixture->store, changes, &error));

  liaison_store_undo_async (fixture->store, store_fixture_keep_cb, &undone);
  undo_name = liaison_store_undo_finish (fixture->store, store_fixture_wait (&undone), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undo_name, ==, "Add Annalena Baerbock");
  g_assert_null (liaison_store_get_undo_name (fixture->store));
  g_assert_cmpstr (liaison_store_get_redo_name (fixture->store), ==, "Add Annalena Baerbock");
  g_assert_cmpint (count_contacts (fixture->path), ==, 0);

  liaison_store_redo_async (fixture->store, store_fixture_keep_cb, &redone);
  redo_name = liaison_store_redo_finish (fixture->store, store_fixture_wait (&redone), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (redo_name, ==, "Add Annalena Baerbock");
  g_assert_cmpstr (liaison_store_get_undo_name (fixture->store), ==, "Add Annalena Baerbock");
  g_assert_null (liaison_store_get_redo_name (fixture->store));
  g_assert_cmpint (count_contacts (fixture->path), ==, 1);

  liaison_store_redo_async (fixture->store, store_fixture_keep_cb, &nothing);
  g_assert_null (liaison_store_redo_finish (fixture->store, store_fixture_wait (&nothing), &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
}

static void
test_undo_name_after_reopening (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (LiaisonChanges) changes = store_fixture_add_contact ("Ann Linde");
  g_autoptr (GError) error = NULL;

  g_assert_true (store_fixture_edit (fixture->store, changes, &error));
  g_clear_pointer (&fixture->store, store_fixture_close);

  fixture->store = store_fixture_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (liaison_store_get_undo_name (fixture->store), ==, "Add Ann Linde");
}

/* An own change is told once, and not again as if it were another's. */
static void
test_changed_by_others (StoreFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (LiaisonChanges) changes = store_fixture_add_contact ("Simon Coveney");
  g_autoptr (GError) error = NULL;
  guint n_changed = 0;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (count_cb), &n_changed);
  add_from_outside (fixture, "Zbigniew Rau");
  while (n_changed < 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (liaison_store_get_undo_name (fixture->store), ==, "Add Zbigniew Rau");

  g_assert_true (store_fixture_edit (fixture->store, changes, &error));
  g_assert_cmpuint (n_changed, ==, 2);

  add_from_outside (fixture, "Jan Lipavsky");
  while (g_strcmp0 (liaison_store_get_undo_name (fixture->store), "Add Jan Lipavsky") != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_changed, ==, 3);
}

static void
test_checkpoint (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr (LiaisonChanges) changes = store_fixture_add_contact ("Edgars Rinkevics");
  g_autoptr (GError) error = NULL;

  g_assert_true (store_fixture_edit (fixture->store, changes, &error));
  g_assert_cmpint (get_log_size (fixture), >, 0);
  while (get_log_size (fixture) > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* The readers see what the writer has committed, and a query that takes long keeps neither other queues nor edits waiting; what follows in its own
 * queue comes when it is cancelled. */
static void
test_run (StoreFixture  *fixture,
          gconstpointer  data)
{
  g_autoptr (LiaisonChanges) changes = store_fixture_add_contact ("Eva-Maria Liimets");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) stale = NULL, next = NULL;
  g_autoptr (GError) error = NULL;

  liaison_store_run_async (fixture->store, LIAISON_QUEUE_IDS, endless_job, NULL, NULL, NULL, cancellable, store_fixture_keep_cb, &stale);
  liaison_store_run_async (fixture->store, LIAISON_QUEUE_IDS, count_contacts_job, NULL, NULL, NULL, NULL, store_fixture_keep_cb, &next);
  g_assert_true (store_fixture_edit (fixture->store, changes, &error));

  for (LiaisonQueue queue = 0; queue <= LIAISON_QUEUE_WRITER; queue++)
    {
      g_autoptr (GAsyncResult) result = NULL;

      if (queue == LIAISON_QUEUE_IDS)
        continue;

      liaison_store_run_async (fixture->store, queue, count_contacts_job, NULL, NULL, NULL, NULL, store_fixture_keep_cb, &result);
      g_assert_cmpint (GPOINTER_TO_INT (liaison_store_run_finish (fixture->store, store_fixture_wait (&result), &error)), ==, 1);
      g_assert_no_error (error);
    }

  g_assert_null (stale);
  g_assert_null (next);
  g_cancellable_cancel (cancellable);
  g_assert_null (liaison_store_run_finish (fixture->store, store_fixture_wait (&stale), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (GPOINTER_TO_INT (liaison_store_run_finish (fixture->store, store_fixture_wait (&next), NULL)), ==, 1);
}

static void
test_close_while_busy (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (GAsyncResult) stale = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  EditReport reports[20] = { { 0 } };
  guint n_threads = count_threads ();

  liaison_store_run_async (fixture->store, LIAISON_QUEUE_PAGES, endless_job, NULL, NULL, NULL, NULL, store_fixture_keep_cb, &stale);
  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr (LiaisonChanges) changes = store_fixture_add_contact ("Gabrielius Landsbergis");

      reports[i].n_changed = 1;
      liaison_store_edit_async (fixture->store, changes, edited_cb, &reports[i]);
    }
  store_fixture_close (g_object_ref (fixture->store));

  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++)
    g_assert_true (reports[i].over);
  g_assert_null (liaison_store_run_finish (fixture->store, stale, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_threads (), <, n_threads);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_clear_object (&fixture->store);
  g_assert_cmpint (count_contacts (fixture->path), ==, 20);
}

static void
test_closed (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr (LiaisonStore) store = g_object_ref (fixture->store);
  g_autoptr (GAsyncResult) result = NULL, closed_again = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->store, store_fixture_close);
  liaison_store_run_async (store, LIAISON_QUEUE_PAGES, count_contacts_job, g_strdup ("data"), g_free, NULL, NULL,
                           store_fixture_keep_cb, &result);
  g_assert_null (liaison_store_run_finish (store, store_fixture_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&error);

  liaison_store_close_async (store, store_fixture_keep_cb, &closed_again);
  g_assert_false (liaison_store_close_finish (store, store_fixture_wait (&closed_again), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static void
test_dropped (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr (LiaisonChanges) changes = store_fixture_add_contact ("Pekka Haavisto");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_threads = count_threads ();

  liaison_store_run_async (fixture->store, LIAISON_QUEUE_IDS, count_contacts_job, NULL, NULL, NULL, NULL, store_fixture_keep_cb, &result);
  g_assert_cmpint (GPOINTER_TO_INT (liaison_store_run_finish (fixture->store, store_fixture_wait (&result), &error)), ==, 0);
  g_clear_object (&result);
  liaison_store_edit_async (fixture->store, changes, store_fixture_keep_cb, &result);
  g_assert_true (liaison_store_edit_finish (fixture->store, store_fixture_wait (&result), &error));
  g_clear_object (&result);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));

  g_assert_cmpuint (count_threads (), <, n_threads);
  g_assert_cmpint (count_contacts (fixture->path), ==, 1);
}

static void
forget_cb (LiaisonStore *store,
           gpointer      data)
{
  g_clear_object ((LiaisonStore **) data);
}

/* The last reference may go while the store tells of another program's change. */
static void
test_dropped_by_changed (StoreFixture  *fixture,
                         gconstpointer  data)
{
  gpointer weak = fixture->store;

  g_object_add_weak_pointer (weak, &weak);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (forget_cb), &fixture->store);
  add_from_outside (fixture, "Tanja Fajon");
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_null (fixture->store);
}

static gboolean
save_back (LiaisonStore  *store,
           GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  liaison_store_save_back_async (store, NULL, store_fixture_keep_cb, &result);

  return liaison_store_save_back_finish (store, store_fixture_wait (&result), error);
}

/* A store that the document portal shows is never opened itself. */
static void
test_copy (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr (LiaisonChanges) first = store_fixture_add_contact ("Mircea Geoana");
  g_autoptr (LiaisonChanges) second = store_fixture_add_contact ("Bogdan Aurescu");
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "a1b2", NULL);
  g_autofree char *path = g_build_filename (folder, "Kyiv desk.liaison", NULL);
  g_autoptr (GError) error = NULL;
  LiaisonStore *store;

  g_assert_false (liaison_store_get_is_copy (fixture->store));
  g_clear_pointer (&fixture->store, store_fixture_close);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (g_rename (fixture->path, path), ==, 0);

  store = store_fixture_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (liaison_store_get_is_copy (store));
  g_assert_false (liaison_store_get_unsaved (store));
  g_assert_cmpstr (liaison_store_get_path (store), ==, path);
  g_assert_true (store_fixture_edit (store, first, &error));
  g_assert_true (liaison_store_get_unsaved (store));
  store_fixture_close (store);
  g_assert_cmpint (count_contacts (path), ==, 0);

  store = store_fixture_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (liaison_store_get_unsaved (store));
  g_assert_cmpstr (liaison_store_get_undo_name (store), ==, "Add Mircea Geoana");
  g_assert_true (save_back (store, &error));
  g_assert_false (liaison_store_get_unsaved (store));
  g_assert_cmpint (count_contacts (path), ==, 1);

  /* Somebody else gets there first. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  liaison_db_close (liaison_db_create (path, &error));
  g_assert_true (store_fixture_edit (store, second, &error));
  g_assert_false (save_back (store, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_CONFLICT);
  g_assert_true (liaison_store_get_unsaved (store));
  store_fixture_close (store);
  g_assert_cmpint (count_contacts (path), ==, 0);
}

static void
add (const char *path,
     void (*test) (StoreFixture *fixture, gconstpointer data))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up_open, test, store_fixture_tear_down);
}

static void
add_closed (const char *path,
            void (*test) (StoreFixture *fixture, gconstpointer data))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  store_fixture_isolate ();

  add ("/store/open", test_open);
  add_closed ("/store/open/refuses", test_open_refuses);
  add_closed ("/store/open/cancelled", test_open_cancelled);
  add_closed ("/store/read-only", test_read_only);
  add_closed ("/store/open/progress", test_progress);
  add ("/store/edit", test_edit);
  add ("/store/edit/refused", test_edit_refused);
  add ("/store/undo", test_undo);
  add ("/store/undo/name-after-reopening", test_undo_name_after_reopening);
  add ("/store/changed-by-others", test_changed_by_others);
  add ("/store/checkpoint", test_checkpoint);
  add ("/store/run", test_run);
  add ("/store/close/while-busy", test_close_while_busy);
  add ("/store/close/later-jobs", test_closed);
  add ("/store/copy", test_copy);
  add ("/store/dropped", test_dropped);
  add ("/store/dropped/by-changed", test_dropped_by_changed);

  status = g_test_run ();
  store_fixture_end ();

  return status;
}
