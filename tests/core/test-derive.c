/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "liaison-date.h"
#include "liaison-derive-private.h"
#include "liaison-sort-key-private.h"

#include "test-locale.h"

#define ORGANISATION LIAISON_KIND_ORGANISATION
#define MEMBERSHIP LIAISON_KIND_MEMBERSHIP
#define CONTACT LIAISON_KIND_CONTACT
#define POST LIAISON_KIND_POST
#define TOPIC LIAISON_KIND_TOPIC
#define ENGAGEMENT LIAISON_KIND_ENGAGEMENT
#define PARTICIPATION LIAISON_KIND_PARTICIPATION

#define UUID(kind, number) db_fixture_uuid (LIAISON_KIND_##kind, number)

static void
assert_key (LiaisonDb   *db,
            LiaisonKind  kind,
            guint        number,
            const char  *column,
            LiaisonKind  target,
            guint        target_number)
{
  g_autofree char *expected = target_number ? g_strdup_printf ("%" G_GINT64_FORMAT, db_fixture_id (db, target, target_number)) : g_strdup ("");

  db_fixture_assert_column (db, kind, number, column, expected);
}

static void
test_days (DbFixture     *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *start, *end, *precision;
    const char *first, *last, *minute;
  } cases[] = {
    { "2021-12-09T15:30", "", "minute", "20211209", "20211209", "930" },
    { "2021-12-09T00:00", "2021-12-10T01:00", "minute", "20211209", "20211210", "0" },
    { "2021-12-09", "", "day", "20211209", "20211209", "-1" },
    { "2021-11-29", "2021-12-02", "day", "20211129", "20211202", "-1" },
    { "2021-12", "", "month", "20211201", "20211231", "-1" },
    { "2020-02", "", "month", "20200201", "20200229", "-1" },
    { "1900-02", "", "month", "19000201", "19000228", "-1" },
    { "2021-11", "2022-01", "month", "20211101", "20220131", "-1" },
    { "2021", "", "year", "20210101", "20211231", "-1" },
    { "2021-12-24", "", "about", "20211224", "20211224", "-1" },
    { "2021-12-01", "2021-12-24", "between", "20211201", "20211224", "-1" },
    { "", "", "", "0", "0", "-1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      db_fixture_put (fixture->db, ENGAGEMENT, 1, "start", cases[i].start, "end", cases[i].end, "precision", cases[i].precision, NULL);
      db_fixture_assert_column (fixture->db, ENGAGEMENT, 1, "x_first_day", cases[i].first);
      db_fixture_assert_column (fixture->db, ENGAGEMENT, 1, "x_last_day", cases[i].last);
      db_fixture_assert_column (fixture->db, ENGAGEMENT, 1, "x_minute", cases[i].minute);
    }
}

/* Whatever SQL makes of a date is what liaison-date.c makes of it. */
static void
test_days_equal (DbFixture     *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonSql) sql = liaison_sql_new (fixture->db, "SELECT liaison_first_day (?1), liaison_last_day (?1), liaison_minute (?1)",
                                                &error);

  g_assert_no_error (error);
  for (int i = 0; i < 5000; i++)
    {
      LiaisonDate date;
      g_autofree char *whole = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", g_test_rand_int_range (0, 10000), g_test_rand_int_range (0, 14),
                                                g_test_rand_int_range (0, 33), g_test_rand_int_range (0, 25), g_test_rand_int_range (0, 61));
      g_autofree char *text = g_strndup (whole, g_test_rand_bit () ? g_test_rand_int_range (0, 17) : 10);
      gboolean is_date = liaison_date_parse (text, &date, NULL);

      liaison_sql_bind_text (sql, 1, text);
      g_assert_true (liaison_sql_step (sql, &error));
      g_assert_cmpint (liaison_sql_get_integer (sql, 0), ==, is_date ? liaison_date_first_day (&date) : 0);
      g_assert_cmpint (liaison_sql_get_integer (sql, 1), ==, is_date ? liaison_date_last_day (&date) : 0);
      g_assert_cmpint (liaison_sql_get_integer (sql, 2), ==, is_date ? date.minute : -1);
      liaison_sql_reset (sql);
    }
}

static void
test_periods (DbFixture     *fixture,
              gconstpointer  data)
{
  static const struct { const char *from, *to, *first, *last; } cases[] = {
    { "", "", "0", "99999999" },
    { "2021", "", "20210101", "99999999" },
    { "2021-02", "2021-02", "20210201", "20210228" },
    { "", "2021", "0", "20211231" },
    { "2021-01-20", "2025-01-20", "20210120", "20250120" },
  };

  db_fixture_put (fixture->db, CONTACT, 1, NULL);
  db_fixture_put (fixture->db, ORGANISATION, 1, "kind", "grouping", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      db_fixture_put (fixture->db, POST, 1, "contact", UUID (CONTACT, 1), "from", cases[i].from, "to", cases[i].to, NULL);
      db_fixture_assert_column (fixture->db, POST, 1, "x_first_day", cases[i].first);
      db_fixture_assert_column (fixture->db, POST, 1, "x_last_day", cases[i].last);

      db_fixture_put (fixture->db, MEMBERSHIP, 1, "grouping", UUID (ORGANISATION, 1), "country", "PL", "from", cases[i].from,
                      "to", cases[i].to, NULL);
      db_fixture_assert_column (fixture->db, MEMBERSHIP, 1, "x_first_day", cases[i].first);
      db_fixture_assert_column (fixture->db, MEMBERSHIP, 1, "x_last_day", cases[i].last);
    }
}

static void
test_names (DbFixture     *fixture,
            gconstpointer  data)
{
  g_autofree char *found = NULL;

  db_fixture_put (fixture->db, CONTACT, 1, "name", "Dmytro Kuleba", "given", "Dmytro", "family", "Kuleba", "other_names", "Кулеба,Дмитро", NULL);
  db_fixture_put (fixture->db, CONTACT, 2, "name", "…", NULL);
  db_fixture_put (fixture->db, ORGANISATION, 1, "name", "North Atlantic Treaty Organization", "short_name", "NATO", "other_names", "НАТО", NULL);
  db_fixture_put (fixture->db, TOPIC, 1, "name", "Black Sea", NULL);

  found = db_fixture_query (fixture->db, "SELECT group_concat (name) FROM contact WHERE x_folded LIKE '% kul%' AND x_folded LIKE '% dmyt%'");
  g_assert_cmpstr (found, ==, "Dmytro Kuleba");
  db_fixture_assert_column (fixture->db, CONTACT, 1, "x_folded LIKE '% uleba%'", "0");
  db_fixture_assert_column (fixture->db, CONTACT, 1, "x_folded LIKE '% dmytro kuleba%'", "1");
  /* The name in its parts adds nothing to the shown one. */
  db_fixture_assert_column (fixture->db, CONTACT, 1, "x_folded LIKE '% kuleba%kuleba%kuleba%'", "0");
  /* Nothing to be found by is not the same as not derived yet. */
  db_fixture_assert_column (fixture->db, CONTACT, 2, "x_folded", " ");
  db_fixture_assert_column (fixture->db, ORGANISATION, 1, "x_folded LIKE '% nato%'", "1");
  db_fixture_assert_column (fixture->db, TOPIC, 1, "x_folded", " black sea");
}

static void
test_sort_names (DbFixture     *fixture,
                 gconstpointer  data)
{
  g_autofree char *order = NULL;

  db_fixture_put (fixture->db, CONTACT, 1, "name", "Charles de Gaulle", "given", "Charles", "family", "de Gaulle", NULL);
  db_fixture_put (fixture->db, CONTACT, 2, "name", "Miloš Zeman", "given", "Miloš", "family", "Zeman", NULL);
  db_fixture_put (fixture->db, CONTACT, 3, "name", "Francis", NULL);
  db_fixture_put (fixture->db, CONTACT, 4, "name", "Ursula von der Leyen", "family", "von der Leyen", "given", "Ursula",
                  "sort_name", "Leyen, Ursula von der", NULL);
  db_fixture_put (fixture->db, CONTACT, 5, "name", "Anna Zeman", "given", "Anna", "family", "Zeman", NULL);

  order = db_fixture_query (fixture->db, "SELECT group_concat (name) FROM (SELECT name FROM contact ORDER BY x_sort_key)");
  g_assert_cmpstr (order, ==, "Charles de Gaulle,Francis,Ursula von der Leyen,Anna Zeman,Miloš Zeman");
}

static void
test_sort_keys (void)
{
  static const char * const texts[] = { "", "a", "Ä", "Zeman", "Зеленський", "東京", "⼨ 豈", "😀", "\xf4\x8f\xbf\xbf" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *key = liaison_sort_key_new (texts[i]);

      g_assert_true (g_utf8_validate (key, -1, NULL));
      g_assert_cmpuint (strlen (key), <=, LIAISON_SORT_KEY_MOST_BYTES);
    }

  {
    g_autofree char *long_text = g_strnfill (1000000, 'x');
    g_autofree char *key = liaison_sort_key_new (long_text);

    g_assert_cmpuint (strlen (key), <=, LIAISON_SORT_KEY_MOST_BYTES);
  }
}

/* In a language all letters have their places, and every key can be stored. */
static void
test_sort_keys_of_a_language (void)
{
  g_autofree char *plain = liaison_sort_key_describe ();

  if (!test_locale_enter ("cs_CZ"))
    return;

  {
    g_autofree char *described = liaison_sort_key_describe ();
    g_autofree char *with_ch = liaison_sort_key_new ("Charvát");
    g_autofree char *with_h = liaison_sort_key_new ("Hora");
    g_autofree char *with_c = liaison_sort_key_new ("Čapek");

    g_assert_cmpstr (described, !=, plain);
    g_assert_cmpstr (with_h, <, with_ch);
    g_assert_cmpstr (with_c, <, with_h);
  }

  for (gunichar letter = 1; letter < 0x20000; letter++)
    {
      char text[7] = { 0 };
      g_autofree char *key = NULL;

      if (!g_unichar_validate (letter))
        continue;

      g_unichar_to_utf8 (letter, text);
      key = liaison_sort_key_new (text);
      g_assert_true (g_utf8_validate (key, -1, NULL));
    }

  test_locale_leave ();
}

static void
test_locale_changes (DbFixture     *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title_key = NULL;
  g_autofree char *name_key = NULL;

  db_fixture_put (fixture->db, CONTACT, 1, "name", "Émile", NULL);
  db_fixture_put (fixture->db, ENGAGEMENT, 1, "title", "Émile in Paris", NULL);
  name_key = db_fixture_column (fixture->db, CONTACT, 1, "x_sort_key");
  title_key = db_fixture_column (fixture->db, ENGAGEMENT, 1, "x_title_key");

  /* As another locale would have left it. */
  db_fixture_exec (fixture->db, "UPDATE contact SET x_sort_key = 'other'; UPDATE engagement SET x_title_key = 'other'");
  liaison_derive_check_locale (fixture->db, &error);
  g_assert_no_error (error);
  db_fixture_assert_column (fixture->db, CONTACT, 1, "x_sort_key", "other");

  db_fixture_exec (fixture->db, "UPDATE derived SET value = 'xx_XX' WHERE name = 'collation'");
  liaison_derive_check_locale (fixture->db, &error);
  g_assert_no_error (error);
  db_fixture_assert_column (fixture->db, CONTACT, 1, "x_sort_key", name_key);
  db_fixture_assert_column (fixture->db, ENGAGEMENT, 1, "x_title_key", title_key);

  /* An edit in another locale does not mix the two. */
  db_fixture_exec (fixture->db, "UPDATE contact SET x_sort_key = 'other'; UPDATE derived SET value = 'xx_XX' WHERE name = 'collation'");
  db_fixture_put (fixture->db, CONTACT, 2, "name", "Anna", NULL);
  db_fixture_assert_column (fixture->db, CONTACT, 1, "x_sort_key", name_key);
}

/* The posts of one contact, and the post that it holds on a day; 0 is none. */
static void
test_post_of_the_day (DbFixture     *fixture,
                      gconstpointer  data)
{
  static const struct { const char *start; const char *precision; guint post; } cases[] = {
    { "1999-12-31", "day", 0 },
    { "2000-01-01", "day", 1 },
    { "2004-12-31", "day", 1 },     /* a year without months ends with it */
    { "2005-06-01", "day", 0 },
    { "2010-03-01", "day", 2 },     /* deputy minister and head of mission at once: the higher level */
    { "2015-05-05", "day", 5 },     /* the primary one, though a minister's is higher */
    { "2018-01-01", "day", 7 },     /* of one level: the latest */
    { "2020-07-15T10:00", "minute", 8 },
    { "2020-07", "month", 0 },      /* begins in the middle of that month: as of the first day there was none */
    { "2020", "year", 0 },
    { "", "", 8 },                  /* undated: the latest */
  };

  db_fixture_put (fixture->db, CONTACT, 1, NULL);
#define PUT(number, ...) db_fixture_put (fixture->db, POST, number, "contact", UUID (CONTACT, 1), __VA_ARGS__, NULL)
  PUT (1, "from", "2000", "to", "2004");
  PUT (2, "from", "2010", "to", "2010", "level", "deputy-minister");
  PUT (3, "from", "2010", "to", "2010", "level", "head-of-mission");
  PUT (4, "from", "2015", "to", "2015", "level", "minister");
  PUT (5, "from", "2015", "to", "2015", "level", "official", "primary", "1");
  PUT (6, "from", "2016", "to", "2018", "level", "official", "portfolio", "defence");
  PUT (7, "from", "2017", "to", "2018", "level", "official", "portfolio", "finance");
  PUT (8, "from", "2020-07-10", "level", "minister", "portfolio", "foreign-affairs");
#undef PUT
  db_fixture_put (fixture->db, ENGAGEMENT, 1, NULL);
  db_fixture_put (fixture->db, PARTICIPATION, 1, "engagement", UUID (ENGAGEMENT, 1), "contact", UUID (CONTACT, 1), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      db_fixture_put (fixture->db, ENGAGEMENT, 1, "start", cases[i].start, "precision", cases[i].precision, NULL);
      assert_key (fixture->db, PARTICIPATION, 1, "x_post", POST, cases[i].post);
    }

  db_fixture_assert_column (fixture->db, PARTICIPATION, 1, "x_level", "4");
  db_fixture_assert_column (fixture->db, PARTICIPATION, 1, "x_portfolio", "1");

  /* What is given by hand comes first; a post of somebody else does not count. */
  db_fixture_put (fixture->db, PARTICIPATION, 1, "post", UUID (POST, 2), NULL);
  assert_key (fixture->db, PARTICIPATION, 1, "x_post", POST, 2);
  db_fixture_assert_column (fixture->db, PARTICIPATION, 1, "x_level", "5");
  db_fixture_put (fixture->db, CONTACT, 2, NULL);
  db_fixture_put (fixture->db, POST, 9, "contact", UUID (CONTACT, 2), NULL);
  db_fixture_put (fixture->db, PARTICIPATION, 1, "post", UUID (POST, 9), NULL);
  assert_key (fixture->db, PARTICIPATION, 1, "x_post", POST, 8);
}

/* A post that comes, changes, moves to another contact or goes reaches the participations of both. */
static void
test_post_changes (DbFixture     *fixture,
                   gconstpointer  data)
{
  db_fixture_put (fixture->db, CONTACT, 1, NULL);
  db_fixture_put (fixture->db, CONTACT, 2, NULL);
  db_fixture_put (fixture->db, ENGAGEMENT, 1, "start", "2021-12-09", "precision", "day", NULL);
  db_fixture_put (fixture->db, PARTICIPATION, 1, "engagement", UUID (ENGAGEMENT, 1), "contact", UUID (CONTACT, 1), NULL);
  db_fixture_put (fixture->db, PARTICIPATION, 2, "engagement", UUID (ENGAGEMENT, 1), "contact", UUID (CONTACT, 2), NULL);

  db_fixture_put (fixture->db, POST, 1, "contact", UUID (CONTACT, 1), "level", "minister", NULL);
  assert_key (fixture->db, PARTICIPATION, 1, "x_post", POST, 1);

  db_fixture_put (fixture->db, POST, 1, "to", "2021-12-08", NULL);
  assert_key (fixture->db, PARTICIPATION, 1, "x_post", POST, 0);
  db_fixture_assert_column (fixture->db, PARTICIPATION, 1, "x_level", "0");

  db_fixture_put (fixture->db, POST, 1, "to", "2021-12-09", "contact", UUID (CONTACT, 2), NULL);
  assert_key (fixture->db, PARTICIPATION, 1, "x_post", POST, 0);
  assert_key (fixture->db, PARTICIPATION, 2, "x_post", POST, 1);

  db_fixture_remove (fixture->db, POST, 1);
  assert_key (fixture->db, PARTICIPATION, 2, "x_post", POST, 0);
}

static void
assert_seat (DbFixture  *fixture,
             const char *country,
             guint       organisation)
{
  db_fixture_assert_column (fixture->db, PARTICIPATION, 1, "x_seat_country", country);
  assert_key (fixture->db, PARTICIPATION, 1, "x_seat_organisation", ORGANISATION, organisation);
}

enum { EU = 1, EEAS, DELEGATION, MINISTRY, OFFICE, COMPANY, NATO };

static void
put_organisations (LiaisonDb *db)
{
  db_fixture_put (db, ORGANISATION, EU, "name", "European Union", "short_name", "EU", "kind", "international-organisation", NULL);
  db_fixture_put (db, ORGANISATION, EEAS, "name", "External Action Service", "kind", "international-organisation",
                  "parent", UUID (ORGANISATION, EU), NULL);
  db_fixture_put (db, ORGANISATION, DELEGATION, "name", "Delegation", "kind", "grouping", "country", "US",
                  "parent", UUID (ORGANISATION, EEAS), NULL);
  db_fixture_put (db, ORGANISATION, MINISTRY, "name", "Ministry of Foreign Affairs", "kind", "ministry", "country", "UA", NULL);
  db_fixture_put (db, ORGANISATION, OFFICE, "name", "Office", "kind", "mission", "parent", UUID (ORGANISATION, MINISTRY), NULL);
  db_fixture_put (db, ORGANISATION, COMPANY, "name", "Company", "kind", "company", NULL);
  db_fixture_put (db, ORGANISATION, NATO, "name", "North Atlantic Treaty Organization", "short_name", "NATO", "kind", "grouping", NULL);
}

static void
test_seat_of_contacts (DbFixture     *fixture,
                       gconstpointer  data)
{
  static const struct { const char *country; guint post_at; const char *seat_country; guint seat_organisation; } cases[] = {
    { "NO", 0, "NO", 0 },
    { "NO", NATO, "", NATO },
    { "NO", EEAS, "", EU },
    { "NO", DELEGATION, "", EU },
    { "NO", MINISTRY, "NO", 0 },
    { "", MINISTRY, "UA", 0 },
    { "", OFFICE, "UA", 0 },
    { "", COMPANY, "", 0 },
    { "", 0, "", 0 },
  };

  put_organisations (fixture->db);
  db_fixture_put (fixture->db, CONTACT, 1, NULL);
  db_fixture_put (fixture->db, POST, 1, "contact", UUID (CONTACT, 1), NULL);
  db_fixture_put (fixture->db, ENGAGEMENT, 1, NULL);
  db_fixture_put (fixture->db, PARTICIPATION, 1, "engagement", UUID (ENGAGEMENT, 1), "contact", UUID (CONTACT, 1), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      db_fixture_put (fixture->db, CONTACT, 1, "country", cases[i].country, NULL);
      db_fixture_put (fixture->db, POST, 1, "organisation", cases[i].post_at ? UUID (ORGANISATION, cases[i].post_at) : "", NULL);
      assert_seat (fixture, cases[i].seat_country, cases[i].seat_organisation);
    }

  /* By hand. */
  db_fixture_put (fixture->db, POST, 1, "organisation", UUID (ORGANISATION, EEAS), NULL);
  db_fixture_put (fixture->db, PARTICIPATION, 1, "seat_country", "DE", NULL);
  assert_seat (fixture, "DE", 0);
  db_fixture_put (fixture->db, PARTICIPATION, 1, "seat_country", "", "seat_organisation", UUID (ORGANISATION, NATO), NULL);
  assert_seat (fixture, "", NATO);
}

static void
test_seat_of_the_unnamed (DbFixture     *fixture,
                          gconstpointer  data)
{
  static const struct { guint organisation; const char *country; const char *seat_country; guint seat_organisation; } cases[] = {
    { 0, "PL", "PL", 0 },
    { NATO, "", "", NATO },
    { EEAS, "", "", EU },
    { MINISTRY, "", "UA", 0 },
    { OFFICE, "", "UA", 0 },
    { COMPANY, "", "", COMPANY },
  };

  put_organisations (fixture->db);
  db_fixture_put (fixture->db, ENGAGEMENT, 1, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      db_fixture_put (fixture->db, PARTICIPATION, 1, "engagement", UUID (ENGAGEMENT, 1), "country", cases[i].country,
                      "organisation", cases[i].organisation ? UUID (ORGANISATION, cases[i].organisation) : "", NULL);
      assert_seat (fixture, cases[i].seat_country, cases[i].seat_organisation);
    }
}

static void
test_seat_follows_organisations (DbFixture     *fixture,
                                 gconstpointer  data)
{
  put_organisations (fixture->db);
  db_fixture_put (fixture->db, CONTACT, 1, "country", "FR", NULL);
  db_fixture_put (fixture->db, POST, 1, "contact", UUID (CONTACT, 1), "organisation", UUID (ORGANISATION, DELEGATION), NULL);
  db_fixture_put (fixture->db, ENGAGEMENT, 1, NULL);
  db_fixture_put (fixture->db, PARTICIPATION, 1, "engagement", UUID (ENGAGEMENT, 1), "contact", UUID (CONTACT, 1), NULL);
  assert_seat (fixture, "", EU);

  db_fixture_put (fixture->db, ORGANISATION, EEAS, "parent", "", NULL);
  assert_seat (fixture, "", EEAS);
  db_fixture_put (fixture->db, ORGANISATION, EEAS, "parent", UUID (ORGANISATION, NATO), NULL);
  assert_seat (fixture, "", NATO);
  db_fixture_put (fixture->db, ORGANISATION, DELEGATION, "kind", "mission", NULL);
  assert_seat (fixture, "FR", 0);
  db_fixture_put (fixture->db, ORGANISATION, DELEGATION, "kind", "grouping", NULL);
  assert_seat (fixture, "", NATO);

  /* Without the post the country of the contact is left. */
  db_fixture_remove (fixture->db, POST, 1);
  assert_seat (fixture, "FR", 0);
}

/* A chain of parents that ends in itself, as only another program can write it, ends nevertheless. */
static void
test_seat_in_a_circle (DbFixture     *fixture,
                       gconstpointer  data)
{
  put_organisations (fixture->db);
  db_fixture_exec (fixture->db, "UPDATE organisation SET parent = (SELECT id FROM organisation WHERE name = 'External Action Service')"
                                " WHERE short_name = 'EU'");
  db_fixture_put (fixture->db, ENGAGEMENT, 1, NULL);
  db_fixture_put (fixture->db, PARTICIPATION, 1, "engagement", UUID (ENGAGEMENT, 1), "organisation", UUID (ORGANISATION, EEAS), NULL);
  db_fixture_assert_column (fixture->db, PARTICIPATION, 1, "x_seat_organisation IS NOT NULL", "1");
}

static void
test_counts (DbFixture     *fixture,
             gconstpointer  data)
{
  static const char * const roles[] = { "", "principal", "chair", "host", "plus-one", "note-taker", "interpreter", "observer" };
  static const char * const attendances[] = { "", "attended", "invited", "declined", "absent", "represented" };

  db_fixture_put (fixture->db, ENGAGEMENT, 1, "start", "2021-12-09", "precision", "day", NULL);
  for (guint r = 0; r < G_N_ELEMENTS (roles); r++)
    {
      for (guint a = 0; a < G_N_ELEMENTS (attendances); a++)
        {
          db_fixture_put (fixture->db, PARTICIPATION, 1, "engagement", UUID (ENGAGEMENT, 1), "country", "PL", "role", roles[r],
                          "attendance", attendances[a], NULL);
          db_fixture_assert_column (fixture->db, PARTICIPATION, 1, "x_counts", r <= 3 && a <= 1 ? "1" : "0");
          db_fixture_assert_column (fixture->db, PARTICIPATION, 1, "x_day", "20211209");
        }
    }

  db_fixture_put (fixture->db, ENGAGEMENT, 1, "start", "2022-01-10", NULL);
  db_fixture_assert_column (fixture->db, PARTICIPATION, 1, "x_day", "20220110");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/derive/" name, DbFixture, NULL, db_fixture_set_up, function, db_fixture_tear_down)
  ADD ("days", test_days);
  ADD ("days/equal", test_days_equal);
  ADD ("periods", test_periods);
  ADD ("names", test_names);
  ADD ("sort/names", test_sort_names);
  g_test_add_func ("/derive/sort/keys", test_sort_keys);
  g_test_add_func ("/derive/sort/keys-of-a-language", test_sort_keys_of_a_language);
  ADD ("sort/locale-changes", test_locale_changes);
  ADD ("post/of-the-day", test_post_of_the_day);
  ADD ("post/changes", test_post_changes);
  ADD ("seat/contacts", test_seat_of_contacts);
  ADD ("seat/unnamed", test_seat_of_the_unnamed);
  ADD ("seat/follows-organisations", test_seat_follows_organisations);
  ADD ("seat/circle", test_seat_in_a_circle);
  ADD ("counts", test_counts);
#undef ADD

  return g_test_run ();
}
