/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "liaison-standing.h"
#include "liaison-suggest.h"

#define MOST 10

enum { KULEBA = 1, KUMOCH, RAU, ZELENSKYY, STOLTENBERG, KULM, KUL };
enum { NATO = 1, B9, MINISTRY };
enum { ENERGY = 1, GAS };

static void
put_contact (LiaisonDb  *db,
             guint       number,
             const char *given,
             const char *family,
             const char *side,
             const char *country)
{
  g_autofree char *name = g_strjoin (" ", given, family, NULL);

  db_fixture_put (db, LIAISON_KIND_CONTACT, number, "name", name, "given", given, "family", family, "side", side, "country", country, NULL);
}

static void
put_call (LiaisonDb  *db,
          guint       number,
          guint       contact,
          const char *start)
{
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, number, "title", "Call", "start", start, "form", "phone-call", "status", "held", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, number,
                  "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, number),
                  "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, contact), "side", "theirs", NULL);
}

static void
put_visit (LiaisonDb  *db,
           guint       number,
           const char *title,
           const char *start,
           const char *end,
           const char *form)
{
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, number, "title", title, "start", start, "end", end, "form", form, "status", "held", NULL);
}

static void
fill_people (LiaisonDb *db)
{
  put_contact (db, KULEBA, "Dmytro", "Kuleba", "theirs", "UA");
  put_contact (db, KUMOCH, "Jakub", "Kumoch", "theirs", "PL");
  put_contact (db, RAU, "Zbigniew", "Rau", "theirs", "PL");
  put_contact (db, ZELENSKYY, "Volodymyr", "Zelenskyy", "theirs", "UA");
  put_contact (db, STOLTENBERG, "Jens", "Stoltenberg", "theirs", "NO");
  put_contact (db, KULM, "Karl", "Kulm", "ours", "US");
  put_contact (db, KUL, "Kule", "Kul", "theirs", "UA");
  db_fixture_put (db, LIAISON_KIND_CONTACT, KULEBA, "other_names", "Дмитро Кулеба", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, KUL, "archived", "1", NULL);
  db_fixture_put (db, LIAISON_KIND_POST, 1, "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, KULEBA),
                  "title", "Envoy", "to", "2020-03-03", NULL);
  db_fixture_put (db, LIAISON_KIND_POST, 2, "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, KULEBA),
                  "title", "Minister for Foreign Affairs", "from", "2020-03-04", NULL);
  db_fixture_put (db, LIAISON_KIND_POST, 3, "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, STOLTENBERG),
                  "title", "Secretary General", "organisation", db_fixture_uuid (LIAISON_KIND_ORGANISATION, NATO),
                  "from", "2014-10-01", NULL);
  put_call (db, 1, KUMOCH, "2022-01-11");
  put_call (db, 2, KUMOCH, "2021-12-11");
  put_call (db, 3, KULEBA, "2021-12-09");
  put_call (db, 4, KULM, "2021-12-09");
}

static void
fill_bodies (LiaisonDb *db)
{
  static const char * const members[] = { "PL", "BG", "HU" };

  db_fixture_put (db, LIAISON_KIND_ORGANISATION, NATO, "name", "North Atlantic Treaty Organization", "short_name", "NATO",
                  "kind", "international-organisation", NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, B9, "name", "Bucharest Nine", "short_name", "B9", "kind", "grouping", NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, MINISTRY, "name", "Ministry of the North", "kind", "ministry", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    db_fixture_put (db, LIAISON_KIND_MEMBERSHIP, i + 1, "grouping", db_fixture_uuid (LIAISON_KIND_ORGANISATION, B9),
                    "country", members[i], "from", "2015-11-04", NULL);
  db_fixture_put (db, LIAISON_KIND_MEMBERSHIP, G_N_ELEMENTS (members), "to", "2021-12-31", NULL);

  db_fixture_put (db, LIAISON_KIND_TOPIC, ENERGY, "name", "Energy", NULL);
  db_fixture_put (db, LIAISON_KIND_TOPIC, GAS, "name", "Gas transit", "parent", db_fixture_uuid (LIAISON_KIND_TOPIC, ENERGY), NULL);

  put_visit (db, 5, "Visit to Riga", "2021-11-29", "2021-12-02", "visit-made");
  put_visit (db, 6, "Visit to Berlin", "2021-12-20", "2021-12-21", "visit-made");
  put_visit (db, 7, "Visit by Rau", "2021-12-05", "2021-12-05", "visit-hosted");
}

static void
set_up (DbFixture *fixture)
{
  db_fixture_set_up (fixture, NULL);
  fill_bodies (fixture->db);
  fill_people (fixture->db);
}

/* The suggestions' names as one text; takes them. */
static char *
join (GPtrArray *suggestions)
{
  GString *names = g_string_new (NULL);

  g_assert_nonnull (suggestions);
  for (guint i = 0; i < suggestions->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", liaison_suggestion_get_name (suggestions->pdata[i]));
  g_ptr_array_unref (suggestions);

  return g_string_free (names, FALSE);
}

static void
assert_contacts (const DbFixture *fixture,
                 const char      *text,
                 LiaisonSide      side,
                 const char      *expected)
{
  GPtrArray *suggestions = liaison_suggest_contacts (fixture->db, text, side, 20211209, MOST, NULL);
  g_autofree char *names = join (suggestions);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_contacts (gconstpointer data)
{
  const DbFixture *fixture = data;

  assert_contacts (fixture, "kuleba", LIAISON_SIDE_THEIRS, "Dmytro Kuleba");
  assert_contacts (fixture, "dmy kul", LIAISON_SIDE_THEIRS, "Dmytro Kuleba");
  assert_contacts (fixture, "nobody", LIAISON_SIDE_THEIRS, "");
  assert_contacts (fixture, "rau kuleba", LIAISON_SIDE_THEIRS, "");
  assert_contacts (fixture, "zbigniew", 0, "Zbigniew Rau");
}

/* Other spellings and scripts find the name that is on record. */
static void
test_spellings (gconstpointer data)
{
  const DbFixture *fixture = data;

  assert_contacts (fixture, "Кулеба", LIAISON_SIDE_THEIRS, "Dmytro Kuleba");
  assert_contacts (fixture, "Selenskyj", LIAISON_SIDE_THEIRS, "Volodymyr Zelenskyy");
}

/* Recent use decides among equals; the other side comes behind, the archived last. */
static void
test_contacts_ranked (gconstpointer data)
{
  const DbFixture *fixture = data;

  assert_contacts (fixture, "ku", LIAISON_SIDE_THEIRS, "Jakub Kumoch, Dmytro Kuleba, Karl Kulm, Kule Kul");
  assert_contacts (fixture, "kul", LIAISON_SIDE_OURS, "Karl Kulm, Dmytro Kuleba, Kule Kul");
}

static void
test_contacts_of_late (gconstpointer data)
{
  const DbFixture *fixture = data;

  assert_contacts (fixture, "", LIAISON_SIDE_THEIRS, "Jakub Kumoch, Dmytro Kuleba, Karl Kulm");
  assert_contacts (fixture, NULL, LIAISON_SIDE_OURS, "Karl Kulm, Jakub Kumoch, Dmytro Kuleba");
}

static void
test_limit (gconstpointer data)
{
  const DbFixture *fixture = data;
  g_autofree char *names = join (liaison_suggest_contacts (fixture->db, "ku", LIAISON_SIDE_THEIRS, 20211209, 1, NULL));

  g_assert_cmpstr (names, ==, "Jakub Kumoch");
}

/* The title is that of the day; an international organisation's official has no country. */
static void
test_standing (gconstpointer data)
{
  const DbFixture *fixture = data;
  static const struct
  {
    const char *text;
    int         day;
    const char *title;
    const char *country;
  } examples[] = {
    { "kuleba", 20211209, "Minister for Foreign Affairs", "UA" },
    { "kuleba", 20200303, "Envoy", "UA" },
    { "kuleba", 0, "Minister for Foreign Affairs", "UA" },
    { "stoltenberg", 20211209, "Secretary General", "" },
    { "stoltenberg", 20100101, "", "NO" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) suggestions = liaison_suggest_contacts (fixture->db, examples[i].text, 0, examples[i].day, MOST, &error);
      g_autoptr (LiaisonSuggestion) standing = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (suggestions->len, ==, 1);
      g_assert_cmpstr (liaison_suggestion_get_detail (suggestions->pdata[0]), ==, examples[i].title);
      g_assert_cmpstr (liaison_suggestion_get_country (suggestions->pdata[0]), ==, examples[i].country);

      standing = liaison_standing_on_day (fixture->db, liaison_suggestion_get_uuid (suggestions->pdata[0]), NULL, examples[i].day, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (liaison_suggestion_get_detail (standing), ==, examples[i].title);
      g_assert_cmpstr (liaison_suggestion_get_country (standing), ==, examples[i].country);
      g_assert_cmpstr (liaison_suggestion_get_short_name (standing), ==, liaison_suggestion_get_short_name (suggestions->pdata[0]));
    }
}

static void
test_standing_of_nobody (gconstpointer data)
{
  const DbFixture *fixture = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (liaison_standing_on_day (fixture->db, db_fixture_uuid (LIAISON_KIND_ORGANISATION, B9), NULL, 20211209, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
}

static void
test_members (gconstpointer data)
{
  const DbFixture *fixture = data;
  g_autofree char *before = join (liaison_standing_members (fixture->db, db_fixture_uuid (LIAISON_KIND_ORGANISATION, B9), 20211231, NULL));
  g_autofree char *after = join (liaison_standing_members (fixture->db, db_fixture_uuid (LIAISON_KIND_ORGANISATION, B9), 20220101, NULL));

  g_assert_cmpstr (before, ==, "Bulgaria, Hungary, Poland");
  g_assert_cmpstr (after, ==, "Bulgaria, Poland");
}

static void
test_organisations (gconstpointer data)
{
  const DbFixture *fixture = data;
  g_autofree char *nato = join (liaison_suggest_organisations (fixture->db, "nat", 0, MOST, NULL));
  g_autofree char *north = join (liaison_suggest_organisations (fixture->db, "north", 0, MOST, NULL));
  g_autofree char *groupings = join (liaison_suggest_organisations (fixture->db, "", LIAISON_ORGANISATION_GROUPING, MOST, NULL));

  g_assert_cmpstr (nato, ==, "North Atlantic Treaty Organization");
  g_assert_cmpstr (north, ==, "North Atlantic Treaty Organization, Ministry of the North");
  g_assert_cmpstr (groupings, ==, "Bucharest Nine");
}

static void
test_topics (gconstpointer data)
{
  const DbFixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) gas = liaison_suggest_topics (fixture->db, "tran", MOST, &error);
  g_autofree char *all = join (liaison_suggest_topics (fixture->db, "", MOST, NULL));

  g_assert_cmpuint (gas->len, ==, 1);
  g_assert_cmpstr (liaison_suggestion_get_name (gas->pdata[0]), ==, "Gas transit");
  g_assert_cmpstr (liaison_suggestion_get_detail (gas->pdata[0]), ==, "Energy");
  g_assert_cmpstr (all, ==, "Energy, Gas transit");
}

/* The visit that holds the day comes first, then the nearest. */
static void
test_visits (gconstpointer data)
{
  const DbFixture *fixture = data;
  g_autofree char *inside = join (liaison_suggest_visits (fixture->db, "", 20211201, MOST, NULL));
  g_autofree char *later = join (liaison_suggest_visits (fixture->db, "", 20220101, MOST, NULL));
  g_autofree char *named = join (liaison_suggest_visits (fixture->db, "ber", 20211201, MOST, NULL));

  g_assert_cmpstr (inside, ==, "Visit to Riga, Visit by Rau, Visit to Berlin");
  g_assert_cmpstr (later, ==, "Visit to Berlin, Visit by Rau, Visit to Riga");
  g_assert_cmpstr (named, ==, "Visit to Berlin");
}

static void
test_countries (gconstpointer data)
{
  g_autofree char *poland = join (liaison_suggest_countries ("pola", MOST));
  g_autoptr (GPtrArray) by_code = liaison_suggest_countries ("ua", MOST);
  g_autoptr (GPtrArray) all = liaison_suggest_countries ("", MOST);

  g_assert_cmpstr (poland, ==, "Poland");
  g_assert_cmpstr (liaison_suggestion_get_country (by_code->pdata[0]), ==, "UA");
  g_assert_cmpuint (all->len, ==, MOST);
}

/* Behind the people: countries and bodies that sit with nobody named. */
static void
test_participants (gconstpointer data)
{
  const DbFixture *fixture = data;
  g_autofree char *people = join (liaison_suggest_participants (fixture->db, "zbi", LIAISON_SIDE_THEIRS, 20211209, MOST, NULL));
  g_autofree char *poland = join (liaison_suggest_participants (fixture->db, "poland", LIAISON_SIDE_THEIRS, 20211209, MOST, NULL));
  g_autofree char *b9 = join (liaison_suggest_participants (fixture->db, "b9", LIAISON_SIDE_THEIRS, 20211209, MOST, NULL));
  g_autofree char *of_late = join (liaison_suggest_participants (fixture->db, "", LIAISON_SIDE_OURS, 20211209, MOST, NULL));

  g_assert_cmpstr (people, ==, "Zbigniew Rau");
  g_assert_cmpstr (poland, ==, "Poland");
  g_assert_cmpstr (b9, ==, "Bucharest Nine");
  g_assert_cmpstr (of_late, ==, "Karl Kulm, Jakub Kumoch, Dmytro Kuleba");
}

static void
test_engagements (DbFixture     *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  LiaisonSuggestion *first;

  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 90, "name", "Dmytro Kuleba", "family", "Kuleba", "side", "theirs", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, 90, "title", "Talks in Kyiv", "start", "2022-01-10", "precision", "day",
                  "form", "meeting", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, 91, "title", "Call about it", "start", "2022-01-12", "precision", "day", "form", "phone-call", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 90, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 90),
                  "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, 90), "side", "theirs", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 91, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 91),
                  "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, 90), "side", "theirs", NULL);

  found = liaison_suggest_engagements (fixture->db, "kuleba nokey:x", 5, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 2);
  first = g_ptr_array_index (found, 0);
  g_assert_cmpstr (liaison_suggestion_get_name (first), ==, "Call about it");
  g_assert_cmpstr (liaison_suggestion_get_detail (first), ==, "Phone call · 12 Jan 2022");
  g_assert_cmpstr (liaison_suggestion_get_uuid (first), ==, db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 91));
  g_assert_cmpstr (liaison_suggestion_get_name (g_ptr_array_index (found, 1)), ==, "Talks in Kyiv");
}

int
main (int    argc,
      char **argv)
{
  DbFixture fixture = { NULL };
  int status;

  g_test_init (&argc, &argv, NULL);
  /* Nothing here writes: one store does for all. */
  set_up (&fixture);

#define ADD(path, function) g_test_add_data_func ("/suggest/" path, &fixture, function)
  ADD ("contacts", test_contacts);
  ADD ("spellings", test_spellings);
  ADD ("contacts-ranked", test_contacts_ranked);
  ADD ("contacts-of-late", test_contacts_of_late);
  ADD ("limit", test_limit);
  ADD ("standing", test_standing);
  ADD ("standing-of-nobody", test_standing_of_nobody);
  ADD ("members", test_members);
  ADD ("organisations", test_organisations);
  ADD ("topics", test_topics);
  ADD ("visits", test_visits);
  ADD ("countries", test_countries);
  ADD ("participants", test_participants);
#undef ADD
  g_test_add ("/suggest/engagements", DbFixture, NULL, db_fixture_set_up, test_engagements, db_fixture_tear_down);

  status = g_test_run ();
  db_fixture_tear_down (&fixture, NULL);

  return status;
}
