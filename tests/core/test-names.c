/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include "liaison-names-private.h"
#include "liaison-query.h"

static void
assert_names (LiaisonDb   *db,
              LiaisonKind  kind,
              const char  *text,
              const char  *expected)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  liaison_names_find (db, kind, text, kind != LIAISON_KIND_CONTACT, keys, &error);
  g_assert_no_error (error);

  for (guint number = 1; number < 8; number++)
    {
      g_autoptr (LiaisonRecord) record = liaison_record_load (db, kind, db_fixture_uuid (kind, number), NULL);

      for (guint i = 0; record && i < keys->len; i++)
        {
          if (g_array_index (keys, gint64, i) == db_fixture_id (db, kind, number))
            g_string_append_printf (found, "%s%u", found->len ? " " : "", number);
        }
    }

  g_assert_cmpstr (found->str, ==, expected);
}

static void
put_names (LiaisonDb *db)
{
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, 1, "name", "European Union", "short_name", "EU", NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, 2, "name", "Europe", NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, 3, "name", "European Commission", "parent", db_fixture_uuid (LIAISON_KIND_ORGANISATION, 1), NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, 4, "name", "Directorate", "parent", db_fixture_uuid (LIAISON_KIND_ORGANISATION, 3), NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, 5, "name", "Mission to the EU", "other_names", "USEU", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 1, "name", "Volodymyr Zelenskyy", "given", "Volodymyr", "family", "Zelenskyy", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 2, "name", "Charles Michel", "given", "Charles", "family", "Michel", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 3, "name", "Michel Barnier", "family", "Barnier", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 4, "name", "Michelle Obama", "other_names", "FLOTUS", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 5, "name", "Jack Kennedy", "given", "John", "additional", "Fitzgerald", "family", "Kennedy", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 6, "name", "John Fitzgerald Kennedy Jr.", NULL);
  db_fixture_put (db, LIAISON_KIND_TOPIC, 1, "name", "Energy", NULL);
  db_fixture_put (db, LIAISON_KIND_TOPIC, 2, "name", "Gas", "parent", db_fixture_uuid (LIAISON_KIND_TOPIC, 1), NULL);
}

/* The best fit decides: called so, all words, beginnings of words. */
static void
test_fits (DbFixture     *fixture,
           gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_names (db);
  assert_names (db, LIAISON_KIND_CONTACT, "Charles Michel", "2");
  assert_names (db, LIAISON_KIND_CONTACT, "michel", "2 3");
  assert_names (db, LIAISON_KIND_CONTACT, "mich", "2 3 4");
  assert_names (db, LIAISON_KIND_CONTACT, "flotus", "4");
  assert_names (db, LIAISON_KIND_CONTACT, "Зеленський", "1");
  assert_names (db, LIAISON_KIND_CONTACT, "Selenskyj", "1");
  assert_names (db, LIAISON_KIND_CONTACT, "zelensky vol", "1");
  assert_names (db, LIAISON_KIND_CONTACT, "John Fitzgerald Kennedy", "5");
  assert_names (db, LIAISON_KIND_CONTACT, "john kennedy", "5");
  assert_names (db, LIAISON_KIND_CONTACT, "fitzgerald", "5 6");
  assert_names (db, LIAISON_KIND_CONTACT, "nobody", "");
  assert_names (db, LIAISON_KIND_ORGANISATION, "Europe", "2");
  assert_names (db, LIAISON_KIND_ORGANISATION, "useu", "5");
}

/* A name takes along what is part of the record, a UUID means the record alone. */
static void
test_parts (DbFixture     *fixture,
            gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_names (db);
  assert_names (db, LIAISON_KIND_ORGANISATION, "eu", "1 3 4");
  assert_names (db, LIAISON_KIND_ORGANISATION, db_fixture_uuid (LIAISON_KIND_ORGANISATION, 1), "1");
  assert_names (db, LIAISON_KIND_TOPIC, "energy", "1 2");
  assert_names (db, LIAISON_KIND_TOPIC, db_fixture_uuid (LIAISON_KIND_TOPIC, 1), "1");
  assert_names (db, LIAISON_KIND_CONTACT, db_fixture_uuid (LIAISON_KIND_CONTACT, 2), "2");
  assert_names (db, LIAISON_KIND_CONTACT, db_fixture_uuid (LIAISON_KIND_ORGANISATION, 2), "");
}

/* What is part of itself by a detour is there once. */
static void
test_circle (DbFixture     *fixture,
             gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_names (db);
  db_fixture_exec (db, "UPDATE organisation SET parent = (SELECT id FROM organisation WHERE name = 'Directorate') WHERE name = 'European Union'");
  assert_names (db, LIAISON_KIND_ORGANISATION, "eu", "1 3 4");
}

static void
test_resolve (DbFixture     *fixture,
              gconstpointer  data)
{
  static const char text[] = "with:Michel,Nobody org:Atlantis form:x topic:none -topic:Gass by:Barnier tag:vip";
  static const char * const wrong[] = { "Nobody", "Atlantis", "x", "Gass", "vip" };
  static const char * const messages[] = { "No contact is called", "No organisation is called", "is nothing that", "No topic is called",
                                           "No contact has the tag" };
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GPtrArray) mistakes = NULL;
  g_autoptr (GError) error = NULL;

  put_names (fixture->db);
  mistakes = liaison_query_resolve (fixture->db, query, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (mistakes->len, ==, G_N_ELEMENTS (wrong));
  for (guint i = 0; i < mistakes->len; i++)
    {
      const LiaisonQueryMistake *mistake = g_ptr_array_index (mistakes, i);
      g_autofree char *stretch = g_strndup (text + mistake->start, mistake->length);

      g_assert_cmpstr (stretch, ==, wrong[i]);
      g_assert_nonnull (g_strrstr (mistake->message, messages[i]));
    }
}

/* A contact that was renamed is found at once, though its engagements' texts are not refreshed yet. */
static void
test_stale (DbFixture     *fixture,
            gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  g_autoptr (LiaisonQuery) word = liaison_query_parse ("renam");
  g_autoptr (LiaisonQuery) phrase = liaison_query_parse ("\"renamed michel\"");
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) phrase_ids = NULL;
  g_autoptr (GError) error = NULL;

  put_names (db);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, 1, NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 1, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 1),
                  "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, 2), NULL);
  db_fixture_exec (db, "UPDATE contact SET x_folded = 'renamed michel' WHERE name = 'Charles Michel';"
                       "INSERT INTO stale_contact (contact) SELECT id FROM contact WHERE name = 'Charles Michel'");

  ids = liaison_query_ids (db, word, LIAISON_ENTITY_ENGAGEMENTS, NULL, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
  phrase_ids = liaison_query_ids (db, phrase, LIAISON_ENTITY_ENGAGEMENTS, NULL, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (phrase_ids->len, ==, 1);
}

/* Scripts without a Latin form, and letters that the index does not know as such. */
static void
test_scripts (DbFixture     *fixture,
              gconstpointer  data)
{
  static const struct { const char *title; const char *query; } cases[] = {
    { "会议在北京", "会议" },
    { "اجتماع في القاهرة", "القاه" },
    { "बैठक दिल्ली", "दिल्ली" },
    { "Meeting 𞤀𞤣𞤤𞤢𞤥 here", "𞤀𞤣𞤤𞤢𞤥" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonQuery) query = liaison_query_parse (cases[i].query);
      g_autoptr (GArray) ids = NULL;
      g_autoptr (GError) error = NULL;

      db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, i, "title", cases[i].title, NULL);
      ids = liaison_query_ids (fixture->db, query, LIAISON_ENTITY_ENGAGEMENTS, NULL, 0, 0, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (ids->len, ==, 1);
      g_assert_cmpint (g_array_index (ids, gint32, 0), ==, db_fixture_id (fixture->db, LIAISON_KIND_ENGAGEMENT, i));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/names/fits", DbFixture, NULL, db_fixture_set_up, test_fits, db_fixture_tear_down);
  g_test_add ("/names/parts", DbFixture, NULL, db_fixture_set_up, test_parts, db_fixture_tear_down);
  g_test_add ("/names/circle", DbFixture, NULL, db_fixture_set_up, test_circle, db_fixture_tear_down);
  g_test_add ("/names/resolve", DbFixture, NULL, db_fixture_set_up, test_resolve, db_fixture_tear_down);
  g_test_add ("/names/stale", DbFixture, NULL, db_fixture_set_up, test_stale, db_fixture_tear_down);
  g_test_add ("/names/scripts", DbFixture, NULL, db_fixture_set_up, test_scripts, db_fixture_tear_down);

  return g_test_run ();
}
