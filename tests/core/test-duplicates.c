/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "liaison-duplicates.h"
#include "liaison-suggestion.h"

#define MOST 5

enum { ZELENSKYY = 1, KULEBA, STEFANISHYNA, NEW };
enum { MINISTRY = 1 };

static void
set_up (DbFixture     *fixture,
        gconstpointer  data)
{
  LiaisonDb *db;

  db_fixture_set_up (fixture, NULL);
  db = fixture->db;
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, MINISTRY, "name", "Ministry of Foreign Affairs", "kind", "ministry", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, ZELENSKYY, "name", "Volodymyr Zelenskyy", "given", "Volodymyr", "family", "Zelenskyy",
                  "side", "theirs", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, KULEBA, "name", "Dmytro Kuleba", "other_names", "Дмитро Кулеба", "side", "theirs", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, STEFANISHYNA, "name", "Olha Stefanishyna", "side", "theirs", NULL);
  db_fixture_put (db, LIAISON_KIND_POST, 1, "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, KULEBA), "title", "Foreign Minister",
                  "organisation", db_fixture_uuid (LIAISON_KIND_ORGANISATION, MINISTRY), NULL);
  db_fixture_put (db, LIAISON_KIND_POST, 2, "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, STEFANISHYNA), "title", "Foreign Minister",
                  "organisation", db_fixture_uuid (LIAISON_KIND_ORGANISATION, MINISTRY), "to", "2019", NULL);
}

/* @expected: the names of those that are found, in their order: "Dmytro Kuleba, Volodymyr Zelenskyy" */
static void
assert_names (GPtrArray  *found,
              const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", liaison_suggestion_get_name (found->pdata[i]));
  g_assert_cmpstr (names->str, ==, expected);
}

static void
assert_duplicates (DbFixture  *fixture,
                   const char *name,
                   GPtrArray  *posts,
                   const char *expected)
{
  g_autoptr (LiaisonRecord) contact = db_fixture_record (LIAISON_KIND_CONTACT, NEW, "name", name, "side", "theirs", NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = liaison_duplicates_find (fixture->db, contact, posts != NULL ? posts : none, MOST, &error);

  g_assert_no_error (error);
  assert_names (found, expected);
}

static void
test_names (DbFixture     *fixture,
            gconstpointer  data)
{
  assert_duplicates (fixture, "Volodymyr Zelensky", NULL, "Volodymyr Zelenskyy");
  assert_duplicates (fixture, "Selenskyj Wolodymyr", NULL, "Volodymyr Zelenskyy");
  assert_duplicates (fixture, "Володимир Зеленський", NULL, "Volodymyr Zelenskyy");
  assert_duplicates (fixture, "Dmytro Kuleba", NULL, "Dmytro Kuleba");
  assert_duplicates (fixture, "Olena Zelenska", NULL, "");
  assert_duplicates (fixture, "Kuleba", NULL, "");
  assert_duplicates (fixture, "…", NULL, "");
}

static void
test_posts (DbFixture     *fixture,
            gconstpointer  data)
{
  g_autoptr (LiaisonRecord) post = db_fixture_record (LIAISON_KIND_POST, 9, "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, NEW),
                                                      "title", "foreign minister",
                                                      "organisation", db_fixture_uuid (LIAISON_KIND_ORGANISATION, MINISTRY), NULL);
  g_autoptr (GPtrArray) posts = g_ptr_array_new ();

  /* Whoever has left it is another one. */
  g_ptr_array_add (posts, post);
  assert_duplicates (fixture, "Andrii Sybiha", posts, "Dmytro Kuleba");
  liaison_record_set_text (post, LIAISON_POST_TO, "2021");
  assert_duplicates (fixture, "Andrii Sybiha", posts, "");
}

static void
test_told_apart (DbFixture     *fixture,
                 gconstpointer  data)
{
  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, NEW, "name", "Dmytro Kuleba", "side", "ours", NULL);
  assert_duplicates (fixture, "Dmytro Kuleba", NULL, "Dmytro Kuleba");
  db_fixture_put (fixture->db, LIAISON_KIND_DISTINCTION, 1, "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, KULEBA),
                  "other", db_fixture_uuid (LIAISON_KIND_CONTACT, NEW), NULL);
  assert_duplicates (fixture, "Dmytro Kuleba", NULL, "");
}

static void
assert_engagements (DbFixture  *fixture,
                    const char *start,
                    const char *form,
                    guint       contact,
                    const char *expected)
{
  g_autoptr (LiaisonRecord) engagement = db_fixture_record (LIAISON_KIND_ENGAGEMENT, NEW, "title", "New", "start", start, "form", form, NULL);
  g_autoptr (GPtrArray) participations = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_record_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  if (contact != 0)
    g_ptr_array_add (participations, db_fixture_record (LIAISON_KIND_PARTICIPATION, NEW, "contact",
                                                        db_fixture_uuid (LIAISON_KIND_CONTACT, contact), NULL));
  found = liaison_duplicates_find_engagements (fixture->db, engagement, participations, MOST, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", liaison_suggestion_get_name (found->pdata[i]));
  g_assert_cmpstr (names->str, ==, expected);
}

/* The same day, people and form; two that began at different minutes are two. */
static void
test_engagements (DbFixture     *fixture,
                  gconstpointer  data)
{
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, 1, "title", "Call", "start", "2022-01-11T15:30", "precision", "minute", "form", "phone-call", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 1, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 1),
                  "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, KULEBA), NULL);
  assert_engagements (fixture, "2022-01-11", "phone-call", KULEBA, "Call");
  assert_engagements (fixture, "2022-01-11T15:30", "phone-call", KULEBA, "Call");
  assert_engagements (fixture, "2022-01-11T16:00", "phone-call", KULEBA, "");
  assert_engagements (fixture, "2022-01-12", "phone-call", KULEBA, "");
  assert_engagements (fixture, "2022-01", "phone-call", KULEBA, "");
  assert_engagements (fixture, "2022-01-11", "video-call", KULEBA, "");
  assert_engagements (fixture, "2022-01-11", "phone-call", ZELENSKYY, "");
  assert_engagements (fixture, "2022-01-11", "phone-call", 0, "");
  db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 2, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 1),
                  "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, ZELENSKYY), NULL);
  assert_engagements (fixture, "2022-01-11", "phone-call", KULEBA, "");
}

static void
assert_organisations (DbFixture  *fixture,
                      const char *name,
                      const char *short_name,
                      const char *country,
                      const char *expected)
{
  g_autoptr (LiaisonRecord) organisation = db_fixture_record (LIAISON_KIND_ORGANISATION, NEW, "name", name, "short_name", short_name,
                                                              "country", country, "kind", "ministry", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = liaison_duplicates_find_organisations (fixture->db, organisation, MOST, &error);

  g_assert_no_error (error);
  assert_names (found, expected);
}

/* By any of their names, whole and without accents; each country has its own ministries. */
static void
test_organisations (DbFixture     *fixture,
                    gconstpointer  data)
{
  enum { CHANCELLERY = MINISTRY + 1 };

  db_fixture_put (fixture->db, LIAISON_KIND_ORGANISATION, CHANCELLERY, "name", "Kancelaria Prezesa Rady Ministrów", "short_name", "KPRM",
                  "other_names", "Chancellery of the Prime Minister", "country", "PL", "kind", "ministry", NULL);
  assert_organisations (fixture, "MINISTRY of foreign affairs", "", "", "Ministry of Foreign Affairs");
  assert_organisations (fixture, "Ministry of Foreign", "", "", "");
  assert_organisations (fixture, "Kancelaria Prezesa Rady Ministrow", "", "PL", "Kancelaria Prezesa Rady Ministrów");
  assert_organisations (fixture, "Office", "kprm", "", "Kancelaria Prezesa Rady Ministrów");
  assert_organisations (fixture, "Chancellery of the Prime Minister", "KPRM", "", "Kancelaria Prezesa Rady Ministrów");
  assert_organisations (fixture, "Chancellery of the Prime Minister", "KPRM", "EE", "");
  assert_organisations (fixture, "…", "", "", "");
  /* Each once, by name, whichever of its own is which. */
  assert_organisations (fixture, "Ministry of Foreign Affairs", "KPRM", "", "Kancelaria Prezesa Rady Ministrów, Ministry of Foreign Affairs");
  assert_organisations (fixture, "Chancellery of the Prime Minister", "KPRM", "", "Kancelaria Prezesa Rady Ministrów");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/duplicates/names", DbFixture, NULL, set_up, test_names, db_fixture_tear_down);
  g_test_add ("/duplicates/posts", DbFixture, NULL, set_up, test_posts, db_fixture_tear_down);
  g_test_add ("/duplicates/told-apart", DbFixture, NULL, set_up, test_told_apart, db_fixture_tear_down);

  g_test_add ("/duplicates/engagements", DbFixture, NULL, set_up, test_engagements, db_fixture_tear_down);
  g_test_add ("/duplicates/organisations", DbFixture, NULL, set_up, test_organisations, db_fixture_tear_down);

  return g_test_run ();
}
