/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include "liaison-query.h"
#include "liaison-saved-search.h"

/* In the order of their positions, and an icon that is none of ours is not taken. */
static void
test_load (DbFixture     *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) searches = NULL;
  const LiaisonSavedSearch *first;
  const LiaisonSavedSearch *second;

  db_fixture_put (fixture->db, LIAISON_KIND_SAVED_SEARCH, 1, "name", "B", "entity", "contacts", "query", "country:UA", "icon", "starred-symbolic",
                  "position", "2", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_SAVED_SEARCH, 2, "name", "C", "entity", "engagements", "query", "", "icon", "/etc/passwd",
                  "position", "1", NULL);
  searches = liaison_saved_searches_load (fixture->db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (searches->len, ==, 2);

  first = g_ptr_array_index (searches, 0);
  second = g_ptr_array_index (searches, 1);
  g_assert_cmpstr (first->name, ==, "C");
  g_assert_cmpstr (first->icon, ==, "edit-find-symbolic");
  g_assert_cmpint (first->entity, ==, LIAISON_ENTITY_ENGAGEMENTS);
  g_assert_cmpstr (second->name, ==, "B");
  g_assert_cmpstr (second->icon, ==, "starred-symbolic");
  g_assert_cmpstr (second->query, ==, "country:UA");
  g_assert_nonnull (second->record);
}

/* Each is a query without a mistake, and counts what it says. */
static void
test_built_in (DbFixture     *fixture,
               gconstpointer  data)
{
  static const int counts[] = { 2, 1, 1, 1, 1, 2 };
  LiaisonDb *db = fixture->db;
  g_autoptr (GPtrArray) searches = liaison_saved_searches_built_in ();

  db_fixture_put (db, LIAISON_KIND_CONTACT, 1, "name", "Dmytro Kuleba", "side", "theirs", "cadence", "10", NULL);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, 1, "start", "2022-01-11", "precision", "day", "status", "held", "evidence", "report", NULL);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, 2, "start", "2022-01-01", "precision", "day", "status", "held", "evidence", "none", NULL);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, 3, "start", "2022-02-01", "precision", "day", "status", "planned", "evidence", "report", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 1, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 2),
                  "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, 1), "side", "theirs", NULL);
  db_fixture_put (db, LIAISON_KIND_FOLLOW_UP, 1, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 1), "text", "Send it",
                  "due", "2022-01-10", "status", "needs-action", NULL);

  g_assert_cmpuint (searches->len, ==, G_N_ELEMENTS (counts));
  for (guint i = 0; i < searches->len; i++)
    {
      const LiaisonSavedSearch *search = g_ptr_array_index (searches, i);
      g_autoptr (LiaisonQuery) query = liaison_query_parse (search->query);
      g_autoptr (GError) error = NULL;

      liaison_query_check (query, &error);
      g_assert_no_error (error);
      g_assert_null (search->record);
      g_assert_cmpint (liaison_saved_search_count (db, search, &error), ==, counts[i]);
      g_assert_no_error (error);
    }
}

static GPtrArray *
load (LiaisonDb *db)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *searches = liaison_saved_searches_load (db, &error);

  g_assert_no_error (error);

  return searches;
}

static void
apply (LiaisonDb      *db,
       LiaisonChanges *changes)
{
  g_autoptr (LiaisonChanges) G_GNUC_UNUSED owned = changes;
  g_autoptr (GError) error = NULL;

  liaison_changes_apply (changes, db, &error);
  g_assert_no_error (error);
}

static void
assert_names (LiaisonDb  *db,
              const char *expected)
{
  g_autoptr (GPtrArray) searches = load (db);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < searches->len; i++)
    g_string_append (names, ((LiaisonSavedSearch *) g_ptr_array_index (searches, i))->name);
  g_assert_cmpstr (names->str, ==, expected);
}

/* From every place to every other one. */
static void
test_move (DbFixture     *fixture,
           gconstpointer  data)
{
  static const struct { guint from, to; const char *names; } moves[] = {
    { 0, 3, "BCDA" }, { 3, 0, "ABCD" }, { 1, 2, "ACBD" }, { 2, 1, "ABCD" }, { 3, 3, "ABCD" }, { 0, 1, "BACD" },
  };

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *uuid = NULL;
      const char name[] = { (char) ('A' + i), '\0' };

      apply (fixture->db, liaison_saved_search_create (name, LIAISON_ENTITY_ENGAGEMENTS, "kyiv", i + 1, &uuid));
      g_assert_cmpstr (uuid, !=, "");
    }
  assert_names (fixture->db, "ABCD");

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (GPtrArray) searches = load (fixture->db);

      apply (fixture->db, liaison_saved_searches_move (searches, moves[i].from, moves[i].to));
      assert_names (fixture->db, moves[i].names);
    }
}

static void
test_change (DbFixture     *fixture,
             gconstpointer  data)
{
  g_autofree char *uuid = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (LiaisonChanges) nothing = NULL;

  apply (fixture->db, liaison_saved_search_create ("100 % of it", LIAISON_ENTITY_CONTACTS, "kyiv", 1, &uuid));
  before = load (fixture->db);
  nothing = liaison_saved_search_change (g_ptr_array_index (before, 0), LIAISON_SAVED_SEARCH_NAME, "100 % of it");
  g_assert_true (liaison_changes_is_empty (nothing));

  apply (fixture->db, liaison_saved_search_change (g_ptr_array_index (before, 0), LIAISON_SAVED_SEARCH_QUERY, "lviv"));
  after = load (fixture->db);
  g_assert_cmpstr (((LiaisonSavedSearch *) g_ptr_array_index (after, 0))->query, ==, "lviv");
  g_assert_cmpstr (((LiaisonSavedSearch *) g_ptr_array_index (after, 0))->name, ==, "100 % of it");

  apply (fixture->db, liaison_saved_search_delete (g_ptr_array_index (after, 0)));
  assert_names (fixture->db, "");
}

static void
test_icons (void)
{
  for (const char * const *icon = liaison_saved_search_icons (); *icon; icon++)
    g_assert_cmpstr (liaison_saved_search_icon_label (*icon), !=, "");
  g_assert_cmpstr (liaison_saved_search_icon_label ("window-close-symbolic"), ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/saved-search/load", DbFixture, NULL, db_fixture_set_up, test_load, db_fixture_tear_down);
  g_test_add ("/saved-search/built-in", DbFixture, NULL, db_fixture_set_up, test_built_in, db_fixture_tear_down);
  g_test_add ("/saved-search/move", DbFixture, NULL, db_fixture_set_up, test_move, db_fixture_tear_down);
  g_test_add ("/saved-search/change", DbFixture, NULL, db_fixture_set_up, test_change, db_fixture_tear_down);
  g_test_add_func ("/saved-search/icons", test_icons);

  return g_test_run ();
}
