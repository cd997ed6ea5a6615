/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "counted-disk.h"
#include "db-fixture.h"
#include "liaison-check.h"
#include "random-edit.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * Any sequence of saved forms, merges, edits of several records at once, returns to an earlier state, restorations of what was deleted, undos and
 * redos leaves a store that is sound and equal to a model, also where the process is killed at any point.  The model is what the store held after
 * each action that is not undone, as text.
 */

#define N_ACTIONS 30
#define N_SEQUENCES 12
#define N_KILLS 25
#define LONGEST_LIFE_US 60000

/* Under the address sanitizer a process takes many times as long to begin and to end: there not at each write. */
#ifdef __SANITIZE_ADDRESS__
#define WRITE_STEP 4
#else
#define WRITE_STEP 1
#endif

/* The model */

typedef struct
{
  GPtrArray *states; /* what the store held after each action; those behind @now are undone */
  guint      now;
} Model;

static void
assert_state (const Model *model,
              const char  *state,
              RandomEdit   action)
{
  if (!g_str_equal (state, model->states->pdata[model->now]))
    g_error ("after action %d:\n%s\nexpected:\n%s", action, state, (const char *) model->states->pdata[model->now]);
}

static void
follow (Model      *model,
        LiaisonDb  *db,
        RandomEdit  action,
        gboolean    done)
{
  g_autofree char *state = random_edit_dump (db);

  if (action == RANDOM_EDIT_UNDO)
    {
      g_assert_cmpint (done, ==, model->now > 0);
      model->now -= done;
    }
  else if (action == RANDOM_EDIT_REDO)
    {
      g_assert_cmpint (done, ==, model->now + 1 < model->states->len);
      model->now += done;
    }
  else if (done && !g_str_equal (state, model->states->pdata[model->now]))
    {
      g_ptr_array_set_size (model->states, ++model->now);
      g_ptr_array_add (model->states, g_strdup (state));
    }
  assert_state (model, state, action);
}

static void
note_finding (const char *finding,
              gpointer    user_data)
{
  g_error ("the store is not sound: %s", finding);
}

static void
assert_sound (LiaisonDb *db)
{
  g_autoptr (GError) error = NULL;

  liaison_check (db, note_finding, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (DbFixture     *fixture,
        gconstpointer  data)
{
  db_fixture_set_up (fixture, NULL);
  for (guint i = 1; i <= RANDOM_EDIT_ORGANISATIONS; i++)
    db_fixture_put (fixture->db, LIAISON_KIND_ORGANISATION, i, "name", "Ministry", "kind", "ministry", NULL);
}

/* What the fixture itself did can be undone, too: the model begins with it. */
static void
forget_actions (LiaisonDb *db)
{
  db_fixture_exec (db, "UPDATE batch SET kind = 5");
}

static void
test_sequences (DbFixture     *fixture,
                gconstpointer  data)
{
  forget_actions (fixture->db);
  for (guint i = 0; i < N_SEQUENCES; i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
      Model model = { states, 0 };

      g_ptr_array_add (states, random_edit_dump (fixture->db));
      for (guint n = 0; n < N_ACTIONS; n++)
        {
          RandomEdit action;
          gboolean done = random_edit_act (fixture->db, random, &action);

          follow (&model, fixture->db, action, done);
        }
      assert_sound (fixture->db);
      forget_actions (fixture->db);
    }
}

/* Killing */

/* When a process ends: after some time, or at some write. */
typedef struct
{
  int   lifetime; /* in microseconds; 0 where it does not matter */
  guint n_writes; /* as well */
} End;

static LiaisonDb *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  LiaisonDb *db = liaison_db_open (path, LIAISON_DB_WRITE, &error);

  g_assert_no_error (error);

  return db;
}

/* The alarm ends the process wherever it is, as a kill would; each action that is done is told through the pipe. */
static void
live (const char *path,
      guint32     seed,
      End         end,
      int         pipe)
{
  const struct itimerval timer = { .it_value = { 0, end.lifetime } };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  LiaisonDb *db;

  if (end.n_writes > 0)
    counted_disk_end_at_write (end.n_writes);
  db = open_store (path);
  setitimer (ITIMER_REAL, &timer, NULL);
  for (guint n = 0; n < N_ACTIONS; n++)
    {
      RandomEdit action;

      random_edit_act (db, random, &action);
      g_assert_cmpint (write (pipe, "", 1), ==, 1);
    }
  liaison_db_close (db);
  _exit (0);
}

static guint
count_done (int pipe)
{
  char byte;
  guint n_done = 0;

  while (read (pipe, &byte, 1) == 1)
    n_done++;

  return n_done;
}

static guint
run_and_kill (const char *path,
              guint32     seed,
              End         end,
              gboolean   *killed)
{
  int ends[2];
  int status;
  guint n_done;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    live (path, seed, end, ends[1]);

  close (ends[1]);
  n_done = count_done (ends[0]);
  close (ends[0]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  *killed = WIFSIGNALED (status) && WTERMSIG (status) == (end.n_writes > 0 ? SIGKILL : SIGALRM);
  g_assert_true (*killed || (WIFEXITED (status) && WEXITSTATUS (status) == 0));

  return n_done;
}

/* What the same actions leave in a copy of the store, after each of them. */
static GPtrArray *
replay (const char *path,
        guint32     seed)
{
  GPtrArray *states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  LiaisonDb *db = open_store (path);

  g_ptr_array_add (states, random_edit_dump (db));
  for (guint n = 0; n < N_ACTIONS; n++)
    {
      RandomEdit action;

      random_edit_act (db, random, &action);
      g_ptr_array_add (states, random_edit_dump (db));
    }
  liaison_db_close (db);

  return states;
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Everything that was done is there, and of what was being done all or nothing. */
static void
assert_one_of (GPtrArray  *states,
               guint       n_done,
               const char *state)
{
  for (guint i = n_done; i < MIN (n_done + 2, states->len); i++)
    {
      if (g_str_equal (state, states->pdata[i]))
        return;
    }

  g_error ("after %u actions and a kill:\n%s", n_done, state);
}

static void
test_kills (DbFixture     *fixture,
            gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.liaison", NULL);
  guint n_killed = 0;

  forget_actions (fixture->db);
  /* Without one that was killed nothing would be tested; on a quick machine a few end by themselves first. */
  for (guint i = 0; i < N_KILLS || n_killed == 0; i++)
    {
      guint32 seed = g_test_rand_int ();
      g_autoptr (GPtrArray) states = NULL;
      g_autofree char *state = NULL;
      gboolean killed;
      guint n_done;

      liaison_db_close (g_steal_pointer (&fixture->db));
      copy_file (fixture->path, copy);
      n_done = run_and_kill (fixture->path, seed, (End) { g_test_rand_int_range (1000, LONGEST_LIFE_US), 0 }, &killed);
      n_killed += killed;
      states = replay (copy, seed);
      g_assert_cmpint (g_unlink (copy), ==, 0);
      fixture->db = open_store (fixture->path);
      state = random_edit_dump (fixture->db);
      assert_one_of (states, n_done, state);
      assert_sound (fixture->db);
      forget_actions (fixture->db);
    }
}

/* The same actions again and again from the same store, each time killed at a later write, until they come to their end. */
static void
test_kills_at_writes (DbFixture     *fixture,
                      gconstpointer  data)
{
  g_autofree char *begin = g_build_filename (fixture->folder, "begin.liaison", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.liaison", NULL);
  g_autoptr (GPtrArray) states = NULL;
  guint32 seed = g_test_rand_int ();
  guint n_kills = 0;
  gboolean killed = TRUE;

  forget_actions (fixture->db);
  liaison_db_close (g_steal_pointer (&fixture->db));
  copy_file (fixture->path, begin);
  copy_file (begin, copy);
  states = replay (copy, seed);

  for (guint n_writes = 1; killed; n_writes += WRITE_STEP)
    {
      g_autofree char *state = NULL;
      guint n_done;

      copy_file (begin, fixture->path);
      n_done = run_and_kill (fixture->path, seed, (End) { 0, n_writes }, &killed);
      n_kills += killed;
      g_assert_cmpuint (killed ? N_ACTIONS : n_done, ==, N_ACTIONS);
      fixture->db = open_store (fixture->path);
      state = random_edit_dump (fixture->db);
      assert_one_of (states, n_done, state);
      assert_sound (fixture->db);
      liaison_db_close (g_steal_pointer (&fixture->db));
    }
  g_test_message ("%u kills", n_kills);
  /* To have stored anything takes a few. */
  g_assert_cmpuint (n_kills, >, 10);
  g_assert_cmpint (g_unlink (begin), ==, 0);
  g_assert_cmpint (g_unlink (copy), ==, 0);
  fixture->db = open_store (fixture->path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/edit-random/sequences", DbFixture, NULL, set_up, test_sequences, db_fixture_tear_down);
  g_test_add ("/edit-random/kills", DbFixture, NULL, set_up, test_kills, db_fixture_tear_down);
  g_test_add ("/edit-random/kills-at-writes", DbFixture, NULL, set_up, test_kills_at_writes, db_fixture_tear_down);

  return g_test_run ();
}
