/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "counted-disk.h"
#include "db-fixture.h"

#include "liaison-derive-private.h"
#include "liaison-fold.h"
#include "liaison-query.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* What the program of schema 4 made of some names, and spellings by which it did not find them. */
static const struct
{
  const char *name;
  const char *search_text;
  const char *spelling;
} people[] = {
  { "Boris Yeltsin", "boris yeltsin ieltsin", "Jelzin" },
  { "Leonid Brezhnev", "leonid brezhnev", "Breschnew" },
  { "Mikhail Gorbachev", "mikhail gorbachev", "Mihail" },
};

/* Everybody takes part in so many engagements, and is spoken of in one more: in pieces, then. */
#define N_EACH 20
#define N_ALL (N_EACH + 1)

#define TO_FOURTH_SCHEMA \
  "INSERT INTO search (search) VALUES ('rebuild'); DROP TABLE stale_traits; DROP TABLE traits; DROP INDEX participation_sensitivity; DROP TABLE stale_text;" \
  "PRAGMA user_version = 4;"

static void
put_person (LiaisonDb *db,
            guint      person)
{
  db_fixture_put (db, LIAISON_KIND_CONTACT, person, "name", people[person].name, "side", "theirs", NULL);
  for (guint i = person * N_ALL; i < (person + 1) * N_ALL; i++)
    {
      gboolean is_there = i > person * N_ALL;

      db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, i, "title", is_there ? "Call" : people[person].name, "start", "1989-12-02", "precision", "day",
                      NULL);
      if (is_there)
        db_fixture_put (db, LIAISON_KIND_PARTICIPATION, i, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, i),
                        "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, person), "side", "theirs", NULL);
    }
}

static void
key_as_before (LiaisonDb *db,
               guint      person)
{
  g_autofree char *of_today = liaison_fold_search_text (people[person].name);
  g_autofree char *script = g_strdup_printf ("UPDATE contact SET x_folded = replace (x_folded, '%1$s', '%2$s');"
                                             "UPDATE search_text SET body = replace (body, '%1$s', '%2$s');",
                                             of_today, people[person].search_text);

  db_fixture_exec (db, script);
}

/* A store that the program of schema 4 has left. */
static void
set_up (DbFixture     *fixture,
        gconstpointer  data)
{
  db_fixture_set_up (fixture, data);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      put_person (fixture->db, i);
      key_as_before (fixture->db, i);
    }
  db_fixture_exec (fixture->db, TO_FOURTH_SCHEMA);
  g_clear_pointer (&fixture->db, liaison_db_close);
}

static LiaisonDb *
open_store (DbFixture     *fixture,
            LiaisonDbMode  mode)
{
  g_autoptr (GError) error = NULL;
  LiaisonDb *db = liaison_db_open (fixture->path, mode, &error);

  g_assert_no_error (error);

  return db;
}

/* Everybody is found by the spelling, and so are so many of the engagements. */
static void
assert_finds (LiaisonDb     *db,
              LiaisonEntity  entity,
              guint          n_found)
{
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (LiaisonQuery) query = liaison_query_parse (people[i].spelling);
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids = liaison_query_ids (db, query, entity, NULL, 0, 0, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ids->len, ==, n_found);
    }
}

static gboolean
refresh_piece (LiaisonDb *db)
{
  g_autoptr (GError) error = NULL;
  gboolean more = FALSE;

  liaison_derive_continue (db, &more, &error);
  g_assert_no_error (error);

  return more;
}

static void
assert_refreshed (LiaisonDb *db)
{
  g_autofree char *n_stale = db_fixture_query (db, "SELECT count (*) FROM stale_text");

  g_assert_cmpstr (n_stale, ==, "0");
  assert_finds (db, LIAISON_ENTITY_CONTACTS, 1);
  assert_finds (db, LIAISON_ENTITY_ENGAGEMENTS, N_ALL);
  db_fixture_assert_derived (db);
  db_fixture_exec (db, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
}

/* Once it is opened people are found at once, and what speaks of them when its turn has come. */
static void
test_written (DbFixture     *fixture,
              gconstpointer  data)
{
  guint n_pieces = 1;

  fixture->db = open_store (fixture, LIAISON_DB_WRITE);
  assert_finds (fixture->db, LIAISON_ENTITY_CONTACTS, 1);
  assert_finds (fixture->db, LIAISON_ENTITY_ENGAGEMENTS, N_EACH);
  db_fixture_assert_derived (fixture->db);

  while (refresh_piece (fixture->db))
    n_pieces++;
  g_assert_cmpuint (n_pieces, >, 1);
  assert_refreshed (fixture->db);
}

/* Nothing can be written, and nothing is wrong with it. */
static void
test_read (DbFixture     *fixture,
           gconstpointer  data)
{
  fixture->db = open_store (fixture, LIAISON_DB_READ);
  assert_finds (fixture->db, LIAISON_ENTITY_CONTACTS, 0);
  db_fixture_assert_derived (fixture->db);
}

/* It goes on after an edit, and where it was closed. */
static void
test_edited (DbFixture     *fixture,
             gconstpointer  data)
{
  fixture->db = open_store (fixture, LIAISON_DB_WRITE);
  g_assert_true (refresh_piece (fixture->db));
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, N_ALL * G_N_ELEMENTS (people), "title", "Summit", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, N_EACH, "summary", "Aboard a ship", NULL);
  g_clear_pointer (&fixture->db, liaison_db_close);

  fixture->db = open_store (fixture, LIAISON_DB_WRITE);
  while (refresh_piece (fixture->db))
    ;
  assert_refreshed (fixture->db);
}

/* Opens and refreshes the store in a process that is killed at one of its writes; FALSE where it has come to its end before. */
static gboolean
refresh_and_kill (DbFixture *fixture,
                  guint      n_writes)
{
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      LiaisonDb *db;

      counted_disk_end_at_write (n_writes);
      db = open_store (fixture, LIAISON_DB_WRITE);
      while (refresh_piece (db))
        ;
      liaison_db_close (db);
      _exit (0);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) ? WTERMSIG (status) == SIGKILL : WIFEXITED (status) && WEXITSTATUS (status) == 0);

  return WIFSIGNALED (status);
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

/* Wherever it is killed, the next start goes on. */
static void
test_killed (DbFixture     *fixture,
             gconstpointer  data)
{
  g_autofree char *before = g_build_filename (fixture->folder, "before.liaison", NULL);
  gboolean killed = TRUE;
  guint n_writes;

  copy_file (fixture->path, before);
  for (n_writes = 1; killed; n_writes++)
    {
      g_clear_pointer (&fixture->db, liaison_db_close);
      copy_file (before, fixture->path);
      killed = refresh_and_kill (fixture, n_writes);
      fixture->db = open_store (fixture, LIAISON_DB_WRITE);
      db_fixture_assert_derived (fixture->db);
      while (refresh_piece (fixture->db))
        ;
      assert_refreshed (fixture->db);
    }

  /* To have stored anything takes a few. */
  g_assert_cmpuint (n_writes, >, 10);
  g_assert_cmpint (g_unlink (before), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/older-names/written", DbFixture, NULL, set_up, test_written, db_fixture_tear_down);
  g_test_add ("/older-names/read", DbFixture, NULL, set_up, test_read, db_fixture_tear_down);
  g_test_add ("/older-names/edited", DbFixture, NULL, set_up, test_edited, db_fixture_tear_down);
  g_test_add ("/older-names/killed", DbFixture, NULL, set_up, test_killed, db_fixture_tear_down);

  return g_test_run ();
}
