/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include "liaison-derive-private.h"
#include "liaison-query.h"

/* More than are brought up to date at once. */
#define N_BUSY 210

static void
assert_finds (LiaisonDb  *db,
              const char *text,
              int         n_found)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GError) error = NULL;

  liaison_query_check (query, &error);
  g_assert_no_error (error);
  g_assert_cmpint (liaison_query_count (db, query, LIAISON_ENTITY_ENGAGEMENTS, &error), ==, n_found);
  g_assert_no_error (error);
}

static void
put_post (LiaisonDb  *db,
          guint       number,
          const char *name,
          const char *side,
          const char *level)
{
  db_fixture_put (db, LIAISON_KIND_CONTACT, number, "name", name, "side", side, NULL);
  db_fixture_put (db, LIAISON_KIND_POST, number, "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, number), "title", "Envoy", "level", level,
                  "portfolio", "foreign-affairs", NULL);
}

static void
put_call (LiaisonDb *db,
          guint      number)
{
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, number, "title", "Call", "start", "2021-12-09", "precision", "day", "form", "phone-call",
                  "status", "held", NULL);
}

static void
put_participation (LiaisonDb  *db,
                   guint       number,
                   guint       engagement,
                   guint       contact,
                   const char *side)
{
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, number, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, engagement),
                  "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, contact), "side", side, NULL);
}

/* Somebody without a country takes part in so many calls. */
static void
put_busy_contact (LiaisonDb *db)
{
  put_post (db, 1, "Anne", "theirs", "minister");
  db_fixture_put_calls (db, 1, N_BUSY);
}

static void
finish_pieces (LiaisonDb *db)
{
  g_autoptr (GError) error = NULL;
  gboolean more = TRUE;

  while (more)
    {
      liaison_derive_continue (db, &more, &error);
      g_assert_no_error (error);
    }
}

/* An older store is opened: some have their traits, and others not yet. */
static void
test_made_in_pieces (DbFixture     *fixture,
                     gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_busy_contact (db);
  db_fixture_exec (db, "DELETE FROM traits; INSERT INTO stale_traits (last) SELECT max (id) FROM engagement");
  put_call (db, N_BUSY);
  assert_finds (db, "side:theirs", N_BUSY);
  assert_finds (db, "group:calls", N_BUSY + 1);
  assert_finds (db, "with:none", 1);

  finish_pieces (db);
  assert_finds (db, "side:theirs", N_BUSY);
  assert_finds (db, "group:calls", N_BUSY + 1);
  assert_finds (db, "with:none", 1);
  db_fixture_assert_derived (db);
}

/* All at once somebody sits for a country; that this is so is counted before every engagement has been looked at. */
static void
test_contact_to_follow (DbFixture     *fixture,
                        gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_busy_contact (db);
  assert_finds (db, "country:none", N_BUSY);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 1, "country", "FR", NULL);
  assert_finds (db, "country:none", 0);
  assert_finds (db, "is:bilateral", N_BUSY);

  finish_pieces (db);
  assert_finds (db, "country:none", 0);
  assert_finds (db, "is:bilateral", N_BUSY);
}

/* The level of a post that must not be heard of is none. */
static void
test_guarded_post (DbFixture     *fixture,
                   gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_post (db, 1, "Anne", "theirs", "minister");
  put_call (db, 1);
  put_participation (db, 1, 1, 1, "theirs");
  db_fixture_exec (db, "UPDATE post SET sensitivity = 3");
  assert_finds (db, "level:none", 0);
  assert_finds (db, "audience:public level:none", 1);
}

/* Two of one rank spoke, but not those who are asked for. */
static void
test_rank_of_others (DbFixture     *fixture,
                     gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_post (db, 1, "Anne", "theirs", "minister");
  put_post (db, 2, "Bert", "ours", "minister");
  put_post (db, 3, "Carl", "ours", "official");
  put_call (db, 1);
  put_participation (db, 1, 1, 1, "theirs");
  put_participation (db, 2, 1, 2, "ours");
  put_participation (db, 3, 1, 3, "ours");
  assert_finds (db, "is:same-rank", 1);
  assert_finds (db, "by:Bert is:same-rank", 1);
  assert_finds (db, "by:Carl is:same-rank", 0);
}

static void
count_finding (LiaisonKind  kind,
               gint64       id,
               const char  *columns,
               gpointer     data)
{
  guint *n_found = data;

  g_assert_cmpint (kind, ==, LIAISON_KIND_ENGAGEMENT);
  g_assert_cmpstr (columns, ==, "traits");
  ++*n_found;
}

static void
count_any (LiaisonKind  kind,
           gint64       id,
           const char  *columns,
           gpointer     data)
{
  ++*(guint *) data;
}

static guint
count_wrong (LiaisonDb         *db,
             LiaisonDeriveFunc  found)
{
  g_autoptr (GError) error = NULL;
  guint n_found = 0;

  liaison_derive_verify (db, found, &n_found, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return n_found;
}

static void
assert_wrong (LiaisonDb *db,
              guint      n_wrong)
{
  g_assert_cmpuint (count_wrong (db, count_finding), ==, n_wrong);
}

/* A key that no record has is in a damaged store only; the numbers of the others stay what they are. */
static void
test_negative_key (DbFixture     *fixture,
                   gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_call (db, 1);
  db_fixture_exec (db, "INSERT INTO engagement (id, uuid, created, modified, batch) SELECT -3, randomblob (16), created, modified, batch FROM engagement");
  g_assert_cmpuint (count_wrong (db, count_any), >, 0);

  db_fixture_exec (db, "INSERT INTO stale_traits (last) SELECT max (id) FROM engagement; UPDATE stale_traits SET refreshed_to = -10");
  finish_pieces (db);
  assert_finds (db, "group:calls", 1);
}

/* While traits have yet to be made nothing else is passed over. */
static void
test_stale_are_passed_over (DbFixture     *fixture,
                            gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_call (db, 1);
  db_fixture_exec (db, "DELETE FROM traits; INSERT INTO stale_traits (last) SELECT max (id) FROM engagement");
  assert_wrong (db, 0);
  db_fixture_exec (db, "UPDATE engagement SET x_group = 5");
  g_assert_cmpuint (count_wrong (db, count_any), ==, 1);
}

/* Of what is there, and of what is not. */
static void
test_wrong_is_found (DbFixture     *fixture,
                     gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  for (guint i = 0; i < 3; i++)
    put_call (db, i);
  assert_wrong (db, 0);

  db_fixture_exec (db, "UPDATE traits SET numbers = zeroblob (length (numbers))");
  assert_wrong (db, 3);
  db_fixture_exec (db, "UPDATE traits SET numbers = x'00010203'");
  assert_wrong (db, 4);
  db_fixture_exec (db, "INSERT INTO traits (chunk, numbers) VALUES (-7, zeroblob (3840)), (9223372036854775807, zeroblob (3840)),"
                       " (-9223372036854775808, x'01'), (7, zeroblob (3844))");
  assert_wrong (db, 8);
  assert_finds (db, "side:third", 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/traits/" name, DbFixture, NULL, db_fixture_set_up, function, db_fixture_tear_down)
  ADD ("made-in-pieces", test_made_in_pieces);
  ADD ("contact-to-follow", test_contact_to_follow);
  ADD ("guarded-post", test_guarded_post);
  ADD ("rank-of-others", test_rank_of_others);
  ADD ("negative-key", test_negative_key);
  ADD ("stale-are-passed-over", test_stale_are_passed_over);
  ADD ("wrong-is-found", test_wrong_is_found);

  return g_test_run ();
}
