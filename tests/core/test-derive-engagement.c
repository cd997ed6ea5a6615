/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "liaison-derive-private.h"
#include "liaison-fold.h"

#include <stdlib.h>

#define ORGANISATION LIAISON_KIND_ORGANISATION
#define CONTACT LIAISON_KIND_CONTACT
#define POST LIAISON_KIND_POST
#define TOPIC LIAISON_KIND_TOPIC
#define ENGAGEMENT LIAISON_KIND_ENGAGEMENT
#define PARTICIPATION LIAISON_KIND_PARTICIPATION

#define UUID(kind, number) db_fixture_uuid (LIAISON_KIND_##kind, number)

#define assert_column(db, kind, number, column, expected) db_fixture_assert_column (db, kind, number, column, expected)

static void
assert_group (LiaisonDb    *db,
              guint         number,
              LiaisonGroup  group,
              gboolean      counted)
{
  g_autofree char *expected = g_strdup_printf ("%d", group);

  assert_column (db, ENGAGEMENT, number, "x_group", expected);
  assert_column (db, ENGAGEMENT, number, "x_counted", counted ? "1" : "0");
}

static void
test_groups (DbFixture     *fixture,
             gconstpointer  data)
{
  static const struct { const char *form; LiaisonGroup alone; LiaisonGroup with_counterpart; } cases[] = {
    { "phone-call", LIAISON_GROUP_CALLS, LIAISON_GROUP_CALLS },
    { "video-call", LIAISON_GROUP_CALLS, LIAISON_GROUP_CALLS },
    { "meeting", LIAISON_GROUP_MEETINGS, LIAISON_GROUP_MEETINGS },
    { "pull-aside", LIAISON_GROUP_MEETINGS, LIAISON_GROUP_MEETINGS },
    { "working-meal", LIAISON_GROUP_MEETINGS, LIAISON_GROUP_MEETINGS },
    { "visit-made", LIAISON_GROUP_TRAVEL, LIAISON_GROUP_MEETINGS },
    { "visit-hosted", LIAISON_GROUP_TRAVEL, LIAISON_GROUP_MEETINGS },
    { "multilateral-session", LIAISON_GROUP_SESSIONS, LIAISON_GROUP_SESSIONS },
    { "ceremony", LIAISON_GROUP_CEREMONIES, LIAISON_GROUP_CEREMONIES },
    { "letter", LIAISON_GROUP_WRITTEN, LIAISON_GROUP_WRITTEN },
    { "message", LIAISON_GROUP_WRITTEN, LIAISON_GROUP_WRITTEN },
    { "unspecified", LIAISON_GROUP_UNSPECIFIED, LIAISON_GROUP_UNSPECIFIED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      db_fixture_put (fixture->db, ENGAGEMENT, i, "form", cases[i].form, NULL);
      db_fixture_put (fixture->db, PARTICIPATION, i, "engagement", UUID (ENGAGEMENT, i), "country", "US", "side", "ours", NULL);
      assert_group (fixture->db, i, cases[i].alone, TRUE);

      /* Who stayed away is no counterpart. */
      db_fixture_put (fixture->db, PARTICIPATION, 100 + i, "engagement", UUID (ENGAGEMENT, i), "country", "PL", "attendance", "declined", NULL);
      assert_group (fixture->db, i, cases[i].alone, TRUE);
      db_fixture_put (fixture->db, PARTICIPATION, 100 + i, "attendance", "", NULL);
      assert_group (fixture->db, i, cases[i].with_counterpart, TRUE);
    }
}

static void
test_counted (DbFixture     *fixture,
              gconstpointer  data)
{
  static const char * const statuses[] = { "planned", "held", "not-held", "cancelled", "postponed" };
  static const char * const evidences[] = { "", "report", "announcement", "none" };

  for (guint s = 0; s < G_N_ELEMENTS (statuses); s++)
    {
      for (guint e = 0; e < G_N_ELEMENTS (evidences); e++)
        {
          db_fixture_put (fixture->db, ENGAGEMENT, 1, "status", statuses[s], "evidence", evidences[e], NULL);
          assert_group (fixture->db, 1, LIAISON_GROUP_MEETINGS, s == 1);
        }
    }
}

static void
test_containers (DbFixture     *fixture,
                 gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  db_fixture_put (db, ENGAGEMENT, 1, "form", "visit-made", NULL);
  db_fixture_put (db, ENGAGEMENT, 2, "form", "visit-hosted", NULL);
  db_fixture_put (db, ENGAGEMENT, 3, "form", "meeting", "parent", UUID (ENGAGEMENT, 1), NULL);
  assert_group (db, 1, 0, FALSE);
  assert_group (db, 2, LIAISON_GROUP_TRAVEL, TRUE);
  assert_group (db, 3, LIAISON_GROUP_MEETINGS, TRUE);

  /* What was not held makes no container. */
  db_fixture_put (db, ENGAGEMENT, 3, "status", "cancelled", NULL);
  assert_group (db, 1, LIAISON_GROUP_TRAVEL, TRUE);
  db_fixture_put (db, ENGAGEMENT, 3, "status", "held", NULL);
  assert_group (db, 1, 0, FALSE);

  /* From one visit to the other. */
  db_fixture_put (db, ENGAGEMENT, 3, "parent", UUID (ENGAGEMENT, 2), NULL);
  assert_group (db, 1, LIAISON_GROUP_TRAVEL, TRUE);
  assert_group (db, 2, 0, FALSE);

  /* A meeting with parts is counted as it was. */
  db_fixture_put (db, ENGAGEMENT, 2, "form", "meeting", NULL);
  assert_group (db, 2, LIAISON_GROUP_MEETINGS, TRUE);
  db_fixture_put (db, ENGAGEMENT, 2, "form", "visit-hosted", NULL);
  assert_group (db, 2, 0, FALSE);

  db_fixture_remove (db, ENGAGEMENT, 3);
  assert_group (db, 2, LIAISON_GROUP_TRAVEL, TRUE);
}

static void
put_people (LiaisonDb *db)
{
  db_fixture_put (db, ORGANISATION, 1, "name", "North Atlantic Treaty Organization", "short_name", "NATO", "kind", "international-organisation",
                  NULL);
  db_fixture_put (db, CONTACT, 1, "name", "Joe Biden", "given", "Joe", "family", "Biden", "side", "ours", "country", "US", NULL);
  db_fixture_put (db, CONTACT, 2, "name", "Emmanuel Macron", "given", "Emmanuel", "family", "Macron", "country", "FR", NULL);
  db_fixture_put (db, CONTACT, 3, "name", "Angela Merkel", "given", "Angela", "family", "Merkel", "country", "DE", NULL);
  db_fixture_put (db, CONTACT, 4, "name", "Francis", "country", "VA", NULL);
  db_fixture_put (db, ENGAGEMENT, 1, NULL);
}

#define TAKES_PART(number, contact_number, ...) \
  db_fixture_put (fixture->db, PARTICIPATION, number, "engagement", UUID (ENGAGEMENT, 1), \
                  "contact", contact_number ? UUID (CONTACT, contact_number) : "", __VA_ARGS__, NULL)

static void
assert_contact (LiaisonDb  *db,
                const char *column,
                guint       number)
{
  g_autofree char *expected = number ? g_strdup_printf ("%" G_GINT64_FORMAT, db_fixture_id (db, CONTACT, number)) : g_strdup ("");

  assert_column (db, ENGAGEMENT, 1, column, expected);
}

static void
test_lists (DbFixture     *fixture,
            gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_people (db);
  assert_column (db, ENGAGEMENT, 1, "x_ours || x_theirs || x_seat || x_seats", "");
  assert_contact (db, "x_principal", 0);
  assert_contact (db, "x_counterpart", 0);

  /* Unnamed seats stand in the lists, but the first counterpart is a person. */
  TAKES_PART (1, 1, "side", "ours");
  TAKES_PART (2, 0, "country", "PL", "position", "1");
  TAKES_PART (3, 0, "organisation", UUID (ORGANISATION, 1), "position", "2");
  TAKES_PART (4, 3, "position", "3");
  TAKES_PART (5, 2, "position", "4");
  TAKES_PART (6, 4, "position", "5", "side", "third");
  assert_column (db, ENGAGEMENT, 1, "x_ours", "Biden");
  assert_column (db, ENGAGEMENT, 1, "x_theirs", "PL, NATO, Merkel, Macron");
  assert_column (db, ENGAGEMENT, 1, "x_seats", "PL, NATO, DE, FR");
  assert_column (db, ENGAGEMENT, 1, "x_seat", "PL");
  assert_contact (db, "x_principal", 1);
  assert_contact (db, "x_counterpart", 3);

  /* By position; each seat once; a name without parts. */
  db_fixture_put (db, PARTICIPATION, 5, "position", "0", NULL);
  db_fixture_put (db, PARTICIPATION, 6, "side", "theirs", "seat_country", "FR", NULL);
  assert_column (db, ENGAGEMENT, 1, "x_theirs", "Macron, PL, NATO, Merkel, Francis");
  assert_column (db, ENGAGEMENT, 1, "x_seats", "FR, PL, NATO, DE");
  assert_contact (db, "x_counterpart", 2);

  db_fixture_remove (db, PARTICIPATION, 5);
  assert_column (db, ENGAGEMENT, 1, "x_theirs", "PL, NATO, Merkel, Francis");
  assert_column (db, ENGAGEMENT, 1, "x_seats", "PL, NATO, DE, FR");
}

/* Those who stayed away, or only took notes, are shown where there is nobody else. */
static void
test_lists_of_principals (DbFixture     *fixture,
                          gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_people (db);
  TAKES_PART (1, 2, "role", "interpreter");
  TAKES_PART (2, 3, "role", "plus-one", "position", "1");
  assert_column (db, ENGAGEMENT, 1, "x_theirs", "Macron, Merkel");
  TAKES_PART (3, 4, "role", "chair", "position", "2");
  assert_column (db, ENGAGEMENT, 1, "x_theirs", "Francis");
  assert_column (db, ENGAGEMENT, 1, "x_seats", "VA");
  assert_contact (db, "x_counterpart", 4);
  db_fixture_put (db, PARTICIPATION, 2, "role", "principal", "attendance", "represented", NULL);
  assert_column (db, ENGAGEMENT, 1, "x_theirs", "Merkel, Francis");
  db_fixture_put (db, PARTICIPATION, 2, "attendance", "absent", NULL);
  assert_column (db, ENGAGEMENT, 1, "x_theirs", "Francis");
}

static void
test_long_lists (DbFixture     *fixture,
                 gconstpointer  data)
{
  static const char countries[] = "ATBEBGCYCZDEDKEEESFIFRGRHRHU";

  db_fixture_put (fixture->db, ENGAGEMENT, 1, NULL);
  for (guint i = 0; i < 14; i++)
    {
      g_autofree char *country = g_strndup (countries + 2 * i, 2);
      g_autofree char *position = g_strdup_printf ("%u", i);

      TAKES_PART (i, 0, "country", country, "position", position);
      if (i == 7)
        assert_column (fixture->db, ENGAGEMENT, 1, "x_theirs", "AT, BE, BG, CY, CZ, DE, DK, EE");
      if (i == 11)
        assert_column (fixture->db, ENGAGEMENT, 1, "x_seats", "AT, BE, BG, CY, CZ, DE, DK, EE, ES, FI, FR, GR");
    }

  assert_column (fixture->db, ENGAGEMENT, 1, "x_theirs", "AT, BE, BG, CY, CZ, DE, DK, EE + 6");
  assert_column (fixture->db, ENGAGEMENT, 1, "x_seats", "AT, BE, BG, CY, CZ, DE, DK, EE, ES, FI, FR, GR + 2");
}

/* Search */

static void
assert_found (LiaisonDb  *db,
              const char *words,
              gboolean    expected)
{
  g_autofree char *statement = g_strdup_printf ("SELECT count (*) FROM search WHERE search MATCH '%s'", words);
  g_autofree char *found = db_fixture_query (db, statement);

  g_assert_cmpstr (found, ==, expected ? "1" : "0");
  /* The index says what the table says. */
  db_fixture_exec (db, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
}

static void
test_search (DbFixture     *fixture,
             gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  static const char * const words[] = {
    "riga", "ministerial", "grain", "agreed", "latvia", "nato", "organization", "macron", "jupiter", "president", "paris", "elysee", "france",
    "usa", "america", "envoy", "black", "bide*", "alliance",
  };

  put_people (db);
  db_fixture_put (db, ORGANISATION, 2, "name", "Élysée Palace", "kind", "state", NULL);
  db_fixture_put (db, TOPIC, 1, "name", "Black Sea", NULL);
  db_fixture_put (db, CONTACT, 2, "other_names", "Jupiter", NULL);
  db_fixture_put (db, POST, 1, "contact", UUID (CONTACT, 2), "title", "President", "organisation", UUID (ORGANISATION, 2), NULL);
  db_fixture_put (db, ENGAGEMENT, 1, "title", "Ministerial", "place", "Riga", "country", "LV", "purpose", "Grain", "summary", "They agreed.\nParis follows.",
                  "format", UUID (ORGANISATION, 1), "topics", UUID (TOPIC, 1), NULL);
  TAKES_PART (1, 1, "side", "ours", "title", "Envoy");
  TAKES_PART (2, 2, "position", "1");
  db_fixture_put (db, ORGANISATION, 1, "other_names", "Alliance", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    assert_found (db, words[i], TRUE);
  assert_found (db, "germany", FALSE);

  /* What changes is found by its new words only. */
  db_fixture_put (db, CONTACT, 2, "other_names", "Manu", NULL);
  assert_found (db, "jupiter", FALSE);
  assert_found (db, "manu", TRUE);
  db_fixture_put (db, TOPIC, 1, "name", "Baltic Sea", NULL);
  assert_found (db, "black", FALSE);
  assert_found (db, "baltic", TRUE);
  db_fixture_put (db, ORGANISATION, 2, "name", "Matignon", NULL);
  assert_found (db, "elysee", FALSE);
  assert_found (db, "matignon", TRUE);
  db_fixture_put (db, ORGANISATION, 1, "short_name", "OTAN", NULL);
  assert_found (db, "nato", FALSE);
  assert_found (db, "otan", TRUE);
  db_fixture_put (db, POST, 1, "title", "Prime Minister", NULL);
  assert_found (db, "president", FALSE);
  assert_found (db, "prime", TRUE);
  db_fixture_remove (db, TOPIC, 1);
  assert_found (db, "baltic", FALSE);
  db_fixture_remove (db, PARTICIPATION, 1);
  assert_found (db, "biden", FALSE);
  assert_found (db, "riga", TRUE);
  db_fixture_remove (db, ENGAGEMENT, 1);
  assert_found (db, "riga", FALSE);
}

/* No phrase reaches from one name into the next. */
static void
test_search_phrases (DbFixture     *fixture,
                     gconstpointer  data)
{
  g_autofree char *body = NULL;

  put_people (fixture->db);
  TAKES_PART (1, 2, "position", "1");
  TAKES_PART (2, 3, "position", "2");
  body = db_fixture_query (fixture->db, "SELECT body FROM search_text");

  g_assert_true (liaison_fold_has_phrase (body, "emmanuel macron"));
  g_assert_true (liaison_fold_has_phrase (body, "angela merkel"));
  g_assert_false (liaison_fold_has_phrase (body, "macron angela"));
  g_assert_false (liaison_fold_has_phrase (body, "engagement emmanuel"));
}

/* Stale contacts */

static void
put_busy_contact (LiaisonDb *db,
                  guint      n_engagements)
{
  db_fixture_put (db, CONTACT, 1, "name", "Dmytro Kuleba", "country", "UA", NULL);
  db_fixture_put_calls (db, 1, n_engagements);
}

static void
assert_query (LiaisonDb  *db,
              const char *statement,
              const char *expected)
{
  g_autofree char *result = db_fixture_query (db, statement);

  g_assert_cmpstr (result, ==, expected);
}

static guint
refresh (LiaisonDb *db)
{
  guint n_pieces = 0;
  gboolean more = TRUE;

  while (more)
    {
      g_autoptr (GError) error = NULL;

      liaison_derive_continue (db, &more, &error);
      g_assert_no_error (error);
      n_pieces++;
    }

  return n_pieces;
}

static void
test_stale (DbFixture     *fixture,
            gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_busy_contact (db, 300);
  assert_query (db, "SELECT count (*) FROM stale_contact", "0");

  /* What no engagement shows reaches none. */
  db_fixture_put (db, CONTACT, 1, "note", "Met first in Kyiv.", NULL);
  assert_query (db, "SELECT count (*) FROM stale_contact", "0");

  db_fixture_put (db, CONTACT, 1, "other_names", "Кулеба", "family", "Kuleba", "country", "PL", NULL);
  db_fixture_put (db, POST, 1, "contact", UUID (CONTACT, 1), "level", "minister", NULL);
  assert_query (db, "SELECT count (*) FROM stale_contact", "1");
  /* Counting is exact at once. */
  assert_query (db, "SELECT count (*) FROM participation WHERE x_level = 4 AND x_seat_country = 'PL'", "300");
  assert_query (db, "SELECT count (*) FROM engagement WHERE x_seat = 'UA'", "300");

  /* A new engagement needs no refreshing, and an edit between two pieces does no harm. */
  db_fixture_put (db, ENGAGEMENT, 5, "title", "Other", NULL);
  assert_query (db, "SELECT count (*) FROM engagement WHERE x_seat = 'PL' AND x_theirs = 'Kuleba'", "1");

  g_assert_cmpuint (refresh (db), >=, 1);
  assert_query (db, "SELECT count (*) FROM stale_contact", "0");
  assert_query (db, "SELECT count (*) FROM engagement WHERE x_seat = 'PL' AND x_theirs = 'Kuleba'", "300");
  assert_query (db, "SELECT count (*) FROM search WHERE search MATCH 'poland'", "300");
  assert_query (db, "SELECT count (*) FROM search WHERE search MATCH 'ukraine'", "0");
  db_fixture_exec (db, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
}

/* Refreshing goes on where it stopped. */
static void
test_stale_resumes (DbFixture     *fixture,
                    gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  gboolean more = TRUE;
  g_autoptr (GError) error = NULL;

  put_busy_contact (db, 210);
  db_fixture_put (db, CONTACT, 1, "family", "Kuleba", NULL);
  db_fixture_exec (db, "UPDATE stale_contact SET refreshed_to = (20211215 << 32) + 999999");
  liaison_derive_continue (db, &more, &error);
  g_assert_no_error (error);
  refresh (db);

  assert_query (db, "SELECT count (*) FROM engagement WHERE x_theirs = 'Kuleba' AND x_first_day <= 20211215", "0");
  assert_query (db, "SELECT count (*) FROM engagement WHERE x_theirs <> 'Kuleba' AND x_first_day > 20211215", "0");
}

/* The pieces are small from the first one on, and a name stands in no participation. */
static void
test_stale_pieces (DbFixture     *fixture,
                   gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  gboolean more = FALSE;
  g_autoptr (GError) error = NULL;
  g_autofree char *n_first = NULL;

  put_busy_contact (db, 300);
  db_fixture_exec (db, "CREATE TEMP TABLE written (id INTEGER);"
                       "CREATE TEMP TRIGGER note AFTER UPDATE ON participation BEGIN INSERT INTO written VALUES (new.id); END");
  db_fixture_put (db, CONTACT, 1, "name", "D. Kuleba", "family", "Kuleba", NULL);
  assert_query (db, "SELECT count (*) FROM stale_contact", "1");
  assert_query (db, "SELECT count (*) FROM temp.written", "0");

  liaison_derive_continue (db, &more, &error);
  g_assert_no_error (error);
  g_assert_true (more);
  n_first = db_fixture_query (db, "SELECT count (*) FROM engagement WHERE x_theirs = 'Kuleba'");
  g_assert_cmpint (atoi (n_first), >, 0);
  g_assert_cmpint (atoi (n_first), <=, 32);

  g_assert_cmpuint (refresh (db), >, 1);
  assert_query (db, "SELECT count (*) FROM engagement WHERE x_theirs = 'Kuleba'", "300");
}

static void
test_stale_contact_goes (DbFixture     *fixture,
                         gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_busy_contact (db, 201);
  db_fixture_put (db, CONTACT, 1, "name", "D. Kuleba", NULL);
  assert_query (db, "SELECT count (*) FROM stale_contact", "1");
  for (guint i = 0; i < 201; i++)
    db_fixture_remove (db, PARTICIPATION, i);
  db_fixture_remove (db, CONTACT, 1);
  assert_query (db, "SELECT count (*) FROM stale_contact", "0");
}

/* Whole stores */

static void
count_found (LiaisonKind  kind,
             gint64       id,
             const char  *column,
             gpointer     data)
{
  guint *n_found = data;

  (*n_found)++;
}

static guint
verify (LiaisonDb *db)
{
  g_autoptr (GError) error = NULL;
  guint n_found = 0;

  liaison_derive_verify (db, count_found, &n_found, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return n_found;
}

static void
test_verify (DbFixture     *fixture,
             gconstpointer  data)
{
  static const char * const damages[] = {
    "UPDATE contact SET x_sort_key = 'a' WHERE name = 'Francis'",
    "UPDATE contact SET x_folded = ' a' WHERE name = 'Francis'",
    "UPDATE organisation SET x_folded = ' a'",
    "UPDATE engagement SET x_first_day = 20200101",
    "UPDATE engagement SET x_title_key = 'z'",
    "UPDATE engagement SET x_group = 1",
    "UPDATE engagement SET x_counted = 0",
    "UPDATE engagement SET x_principal = 4",
    "UPDATE engagement SET x_theirs = 'Nobody'",
    "UPDATE participation SET x_seat_country = 'RU' WHERE x_seat_country = 'FR'",
    "UPDATE participation SET x_post = NULL, x_level = 1 WHERE x_seat_country = 'FR'",
    "UPDATE participation SET x_counts = 0 WHERE x_seat_country = 'FR'",
    "UPDATE search_text SET body = 'other'",
    "DELETE FROM search_text",
  };
  LiaisonDb *db = fixture->db;
  g_autoptr (LiaisonDb) reader = NULL;
  g_autoptr (GError) error = NULL;

  put_people (db);
  TAKES_PART (1, 1, "side", "ours");
  TAKES_PART (2, 2, NULL);
  db_fixture_put (db, ENGAGEMENT, 1, "start", "2021-12-09", "precision", "day", NULL);
  g_assert_cmpuint (verify (db), ==, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      db_fixture_exec (db, "BEGIN");
      db_fixture_exec (db, damages[i]);
      g_assert_cmpuint (verify (db), >=, 1);
      db_fixture_exec (db, "ROLLBACK");
    }

  reader = liaison_db_open (fixture->path, LIAISON_DB_READ, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (verify (reader), ==, 0);
  db_fixture_exec (db, damages[0]);
  g_assert_cmpuint (verify (reader), ==, 1);

  /* Keys of another locale cannot be judged. */
  db_fixture_exec (db, "UPDATE derived SET value = 'xx_XX'");
  g_assert_cmpuint (verify (reader), ==, 0);
}

static void
note_progress (guint64  done,
               guint64  total,
               gpointer data)
{
  guint64 *seen = data;

  g_assert_cmpuint (done, >, *seen);
  g_assert_cmpuint (done, <=, total);
  *seen = done;
}

static void
test_all (DbFixture     *fixture,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint64 seen = 0;

  put_busy_contact (fixture->db, 250);
  db_fixture_exec (fixture->db,
                   "BEGIN; UPDATE engagement SET x_theirs = '', x_group = 0, x_first_day = 0; UPDATE contact SET x_folded = '';"
                   "UPDATE participation SET x_day = 0, x_seat_country = '';"
                   "INSERT INTO search (search) VALUES ('delete-all'); DELETE FROM search_text");
  liaison_derive_begin (fixture->db, &error);
  g_assert_no_error (error);
  liaison_derive_all (fixture->db, NULL, note_progress, &seen, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (seen, ==, 250);
  db_fixture_exec (fixture->db, "COMMIT");
  g_assert_cmpuint (verify (fixture->db), ==, 0);
  assert_query (fixture->db, "SELECT count (*) FROM search WHERE search MATCH 'kuleba'", "250");

  g_cancellable_cancel (cancellable);
  g_assert_false (liaison_derive_all (fixture->db, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/derive-engagement/" name, DbFixture, NULL, db_fixture_set_up, function, db_fixture_tear_down)
  ADD ("groups", test_groups);
  ADD ("counted", test_counted);
  ADD ("containers", test_containers);
  ADD ("lists", test_lists);
  ADD ("lists/principals", test_lists_of_principals);
  ADD ("lists/long", test_long_lists);
  ADD ("search", test_search);
  ADD ("search/phrases", test_search_phrases);
  ADD ("stale", test_stale);
  ADD ("stale/resumes", test_stale_resumes);
  ADD ("stale/pieces", test_stale_pieces);
  ADD ("stale/contact-goes", test_stale_contact_goes);
  ADD ("verify", test_verify);
  ADD ("all", test_all);
#undef ADD

  return g_test_run ();
}
