/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "held-job.h"
#include "store-fixture.h"

#include "liaison-sql-private.h"
#include "liaison-worker.h"

#include <sys/resource.h>

/* Counts without end. */
#define ENDLESS "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"

typedef struct
{
  gboolean  over;
  gpointer  result;
  GError   *error;
} Outcome;

static void
keep_outcome_cb (gpointer  result,
                 GError   *error,
                 gpointer  user_data)
{
  Outcome *outcome = user_data;

  g_assert_false (outcome->over);
  outcome->over = TRUE;
  outcome->result = result;
  outcome->error = error;
}

static void
wait_for (const gboolean *condition)
{
  while (!*condition)
    g_main_context_iteration (NULL, TRUE);
}

static LiaisonDb *
open_cb (gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  return liaison_db_open (data, LIAISON_DB_READ, error);
}

static LiaisonWorker *
new_worker (StoreFixture *fixture)
{
  return liaison_worker_new ("test", open_cb, fixture->path);
}

static gpointer
echo_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return data;
}

static void
append_cb (gpointer  result,
           GError   *error,
           gpointer  user_data)
{
  g_assert_no_error (error);
  g_array_append_val (user_data, result);
}

static void
test_order (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (LiaisonWorker) worker = new_worker (fixture);
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (gpointer));

  for (int i = 0; i < 200; i++)
    liaison_worker_push (worker, echo_job, GINT_TO_POINTER (i), NULL, NULL, NULL, append_cb, results);
  while (results->len < 200)
    g_main_context_iteration (NULL, TRUE);

  for (int i = 0; i < 200; i++)
    g_assert_cmpint (GPOINTER_TO_INT (g_array_index (results, gpointer, i)), ==, i);
}

typedef struct
{
  LiaisonWorker *worker;
  GThread       *thread;
  LiaisonDb     *db;
} Meeting;

static gpointer
look_around_job (LiaisonDb     *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Meeting *meeting = data;

  g_assert_true (liaison_worker_is_current (meeting->worker));
  g_assert_true (meeting->thread == NULL || meeting->thread == g_thread_self ());
  g_assert_true (meeting->db == NULL || meeting->db == db);
  meeting->thread = g_thread_self ();
  meeting->db = db;

  return NULL;
}

#ifdef __linux__
static gpointer
get_niceness_job (LiaisonDb     *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return GINT_TO_POINTER (getpriority (PRIO_PROCESS, 0));
}

/* Only its own thread gives way, not who asked. */
static void
test_niceness (StoreFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr (LiaisonWorker) worker = new_worker (fixture);
  g_autoptr (LiaisonWorker) other = new_worker (fixture);
  Outcome outcome = { 0 }, other_outcome = { 0 };
  int own = getpriority (PRIO_PROCESS, 0);

  liaison_worker_set_niceness (worker, 3);
  liaison_worker_push (worker, get_niceness_job, NULL, NULL, NULL, NULL, keep_outcome_cb, &outcome);
  liaison_worker_push (other, get_niceness_job, NULL, NULL, NULL, NULL, keep_outcome_cb, &other_outcome);
  wait_for (&outcome.over);
  wait_for (&other_outcome.over);

  /* The kernel's last step is 19. */
  g_assert_cmpint (GPOINTER_TO_INT (outcome.result), ==, MIN (own + 3, 19));
  g_assert_cmpint (GPOINTER_TO_INT (other_outcome.result), ==, own);
  g_assert_cmpint (getpriority (PRIO_PROCESS, 0), ==, own);
}
#endif

static void
test_one_thread_one_connection (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (LiaisonWorker) worker = new_worker (fixture);
  Meeting meeting = { .worker = worker };
  Outcome outcomes[3] = { { 0 } };

  g_assert_false (liaison_worker_is_current (worker));
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    liaison_worker_push (worker, look_around_job, &meeting, NULL, NULL, NULL, keep_outcome_cb, &outcomes[i]);
  wait_for (&outcomes[2].over);

  g_assert_true (outcomes[0].over && outcomes[1].over);
  g_assert_nonnull (meeting.db);
  g_assert_true (meeting.thread != g_thread_self ());
}

static gpointer
never_job (LiaisonDb     *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  g_assert_not_reached ();
}

static void
test_cancel_waiting (StoreFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr (LiaisonWorker) worker = new_worker (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome held = { 0 }, waiting = { 0 }, later = { 0 };
  HeldJob job;

  held_job_init (&job);
  liaison_worker_push (worker, held_job_run, &job, NULL, NULL, NULL, keep_outcome_cb, &held);
  liaison_worker_push (worker, never_job, NULL, NULL, NULL, cancellable, keep_outcome_cb, &waiting);
  liaison_worker_push (worker, echo_job, worker, NULL, NULL, NULL, keep_outcome_cb, &later);
  g_cancellable_cancel (cancellable);
  held_job_let_go (&job);
  wait_for (&later.over);

  g_assert_true (held.over);
  g_assert_no_error (held.error);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (later.result == worker);
  g_clear_error (&waiting.error);
  held_job_clear (&job);
}

typedef struct
{
  GCancellable *given;
  guint         n_before;
  guint         n_after;
} Count;

/* Steps through a statement without end, and cancels itself on the way as another thread might. */
static gpointer
count_job (LiaisonDb     *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Count *count = data;
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, ENDLESS, error);

  g_assert_nonnull (sql);
  while (liaison_sql_step (sql, error))
    {
      if (g_cancellable_is_cancelled (cancellable))
        count->n_after++;
      else if (++count->n_before == 5000)
        g_cancellable_cancel (count->given);
    }

  return NULL;
}

/* SQLite asks every thousand operations, and a row costs at least one. */
static void
test_cancel_running (StoreFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr (LiaisonWorker) worker = new_worker (fixture);
  Outcome first = { 0 }, second = { 0 };

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Count count = { .given = cancellable };
      Outcome *outcome = i == 0 ? &first : &second;

      liaison_worker_push (worker, count_job, &count, NULL, NULL, cancellable, keep_outcome_cb, outcome);
      wait_for (&outcome->over);
      g_assert_error (outcome->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (count.n_before, ==, 5000);
      g_assert_cmpuint (count.n_after, <=, 1000);
      g_clear_error (&outcome->error);
    }
}

static void
mark_cb (gpointer data)
{
  gboolean *mark = data;

  g_assert_false (*mark);
  *mark = TRUE;
}

static void
test_stop_lets_jobs_end (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (LiaisonWorker) worker = new_worker (fixture);
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (gpointer));
  gboolean stopped = FALSE;

  for (int i = 0; i < 50; i++)
    liaison_worker_push (worker, echo_job, worker, NULL, NULL, NULL, append_cb, results);
  g_assert_true (liaison_worker_stop (worker, mark_cb, &stopped));
  wait_for (&stopped);

  g_assert_cmpuint (results->len, ==, 50);
}

static void
test_stop_without_jobs (StoreFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (LiaisonWorker) worker = new_worker (fixture);
  gboolean stopped = FALSE;

  g_assert_false (liaison_worker_stop (worker, mark_cb, &stopped));
  g_assert_false (stopped);
}

static void
not_reached_cb (gpointer  result,
                GError   *error,
                gpointer  user_data)
{
  g_assert_not_reached ();
}

static gpointer
endless_job (LiaisonDb     *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, ENDLESS, error);

  liaison_sql_run (sql, error);

  return g_strdup ("a result that nobody takes");
}

static void
test_free_while_busy (StoreFixture  *fixture,
                      gconstpointer  data)
{
  LiaisonWorker *worker = new_worker (fixture);
  gboolean freed[6] = { FALSE };

  for (gsize i = 0; i < G_N_ELEMENTS (freed); i++)
    liaison_worker_push (worker, endless_job, &freed[i], mark_cb, g_free, NULL, not_reached_cb, NULL);
  liaison_worker_free (worker);

  for (gsize i = 0; i < G_N_ELEMENTS (freed); i++)
    g_assert_true (freed[i]);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
free_worker_cb (gpointer  result,
                GError   *error,
                gpointer  user_data)
{
  g_clear_pointer ((LiaisonWorker **) user_data, liaison_worker_free);
}

static void
test_free_in_callback (StoreFixture  *fixture,
                       gconstpointer  data)
{
  LiaisonWorker *worker = new_worker (fixture);
  gboolean freed = FALSE;

  liaison_worker_push (worker, echo_job, &freed, mark_cb, NULL, NULL, free_worker_cb, &worker);
  liaison_worker_push (worker, endless_job, NULL, NULL, g_free, NULL, not_reached_cb, NULL);
  wait_for (&freed);

  g_assert_null (worker);
}

/* A quiet worker, and another one, which it waits for. */
typedef struct
{
  LiaisonWorker *quiet;
  LiaisonWorker *other;
  HeldJob        job;     /* of the other one */
  GAsyncQueue   *begun;   /* gets something when the quiet one works */
  gint64         end;
  gint64         went_on;
  Outcome        held;
  Outcome        waited;
} Quiet;

static gpointer
wait_for_quiet_job (LiaisonDb     *db,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  Quiet *quiet = data;
  gboolean goes_on;

  g_async_queue_push (quiet->begun, quiet);
  goes_on = liaison_worker_wait_for_quiet (quiet->end, cancellable);
  quiet->went_on = g_get_monotonic_time ();

  return GINT_TO_POINTER (goes_on);
}

/* Returns when both have begun. */
static void
begin_quiet (Quiet        *quiet,
             StoreFixture *fixture,
             gint64        end,
             GCancellable *cancellable)
{
  *quiet = (Quiet) { .quiet = new_worker (fixture), .other = new_worker (fixture), .begun = g_async_queue_new (), .end = end };
  liaison_worker_set_quiet (quiet->quiet);
  held_job_init (&quiet->job);
  liaison_worker_push (quiet->other, held_job_run, &quiet->job, NULL, NULL, NULL, keep_outcome_cb, &quiet->held);
  held_job_wait_begun (&quiet->job);
  liaison_worker_push (quiet->quiet, wait_for_quiet_job, quiet, NULL, NULL, cancellable, keep_outcome_cb, &quiet->waited);
  g_async_queue_pop (quiet->begun);
}

static void
end_quiet (Quiet *quiet)
{
  held_job_let_go (&quiet->job);
  wait_for (&quiet->waited.over);
  wait_for (&quiet->held.over);
  g_clear_error (&quiet->waited.error);
  liaison_worker_free (quiet->quiet);
  liaison_worker_free (quiet->other);
  g_async_queue_unref (quiet->begun);
  held_job_clear (&quiet->job);
}

/* Not only until the other one ends: who asks again soon does not find it at work. */
static void
test_quiet (StoreFixture  *fixture,
            gconstpointer  data)
{
  Quiet quiet;

  begin_quiet (&quiet, fixture, G_MAXINT64, NULL);
  end_quiet (&quiet);

  g_assert_true (quiet.waited.result != NULL);
  g_assert_cmpint (quiet.went_on - quiet.job.let_go, >=, G_USEC_PER_SEC);
}

static void
test_quiet_has_end (StoreFixture  *fixture,
                    gconstpointer  data)
{
  Quiet quiet;

  begin_quiet (&quiet, fixture, g_get_monotonic_time () + G_USEC_PER_SEC / 10, NULL);
  wait_for (&quiet.waited.over);
  g_assert_true (quiet.waited.result != NULL);
  g_assert_false (quiet.held.over);

  end_quiet (&quiet);
}

static void
test_quiet_cancelled (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Quiet quiet;

  begin_quiet (&quiet, fixture, G_MAXINT64, cancellable);
  g_cancellable_cancel (cancellable);
  wait_for (&quiet.waited.over);
  g_assert_true (quiet.waited.result == NULL);
  g_assert_false (quiet.held.over);

  end_quiet (&quiet);
}

/* Somebody waits for the job behind it. */
static void
test_quiet_gives_up (StoreFixture  *fixture,
                     gconstpointer  data)
{
  Outcome behind = { 0 };
  Quiet quiet;

  begin_quiet (&quiet, fixture, G_MAXINT64, NULL);
  liaison_worker_push (quiet.quiet, echo_job, &quiet, NULL, NULL, NULL, keep_outcome_cb, &behind);
  wait_for (&behind.over);
  g_assert_true (quiet.waited.over);
  g_assert_true (quiet.waited.result == NULL);
  g_assert_false (quiet.held.over);

  end_quiet (&quiet);
}

static LiaisonDb *
open_second_time_cb (gpointer       data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  static gboolean asked;

  if (asked)
    return liaison_db_open (data, LIAISON_DB_READ, error);

  asked = TRUE;
  g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_LOCKED, "not now");

  return NULL;
}

static void
test_open_again (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr (LiaisonWorker) worker = liaison_worker_new ("test", open_second_time_cb, fixture->path);
  Outcome first = { 0 }, second = { 0 };

  liaison_worker_push (worker, never_job, NULL, NULL, NULL, NULL, keep_outcome_cb, &first);
  liaison_worker_push (worker, echo_job, worker, NULL, NULL, NULL, keep_outcome_cb, &second);
  wait_for (&second.over);

  g_assert_error (first.error, LIAISON_ERROR, LIAISON_ERROR_LOCKED);
  g_assert_no_error (second.error);
  g_assert_true (second.result == worker);
  g_clear_error (&first.error);
}

static void
add (const char *path,
     void (*test) (StoreFixture *fixture, gconstpointer data))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/worker/order", test_order);
#ifdef __linux__
  add ("/worker/niceness", test_niceness);
#endif
  add ("/worker/one-thread-one-connection", test_one_thread_one_connection);
  add ("/worker/cancel/waiting", test_cancel_waiting);
  add ("/worker/cancel/running", test_cancel_running);
  add ("/worker/stop/lets-jobs-end", test_stop_lets_jobs_end);
  add ("/worker/stop/without-jobs", test_stop_without_jobs);
  add ("/worker/free/while-busy", test_free_while_busy);
  add ("/worker/free/in-callback", test_free_in_callback);
  add ("/worker/quiet", test_quiet);
  add ("/worker/quiet/has-end", test_quiet_has_end);
  add ("/worker/quiet/cancelled", test_quiet_cancelled);
  add ("/worker/quiet/gives-up", test_quiet_gives_up);
  add ("/worker/open-again", test_open_again);

  return g_test_run ();
}
