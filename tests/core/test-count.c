/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "count-property.h"
#include "db-fixture.h"
#include "random-query.h"
#include "random-store.h"

#include "liaison-count-private.h"

#define N_STORES 2
#define N_QUERIES 5

static void
test_like_plain_loops (DbFixture     *fixture,
                       gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (PlainStore) store = NULL;

  random_store_fill (fixture->db, rand, 40);
  store = plain_store_new (fixture->db);
  count_property_check (store, "");
  count_property_check (store, "audience:public");
  count_property_check (store, "audience:internal");

  for (int i = 0; i < N_QUERIES; i++)
    {
      g_autofree char *text = random_query_new (rand, 3);

      count_property_check (store, text);
    }
}

/* All that is known of some figures. */
static char *
tell_all (LiaisonDb       *db,
          LiaisonQuery    *query,
          LiaisonCountKey  by,
          int              and_by,
          LiaisonMeasure   measure)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = liaison_count (db, query, by, and_by, measure, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < counts->len; i++)
    {
      const LiaisonCount *count = g_ptr_array_index (counts, i);

      g_string_append_printf (text, "%s|%s|%s|%s|%d|%d|%d|%d|%d|%s\n", count->key, count->label, count->and_key, count->and_label,
                              (int) count->value, (int) count->dated, (int) count->announced, (int) count->unnamed, count->at_least, count->query);
    }

  return g_string_free (text, FALSE);
}

/* The same figures are counted by SQL and from the facts in memory, whatever is asked and however the store has been changed in between. */
static void
test_facts_like_sql (DbFixture     *fixture,
                     gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDb) other = NULL;

  random_store_fill (fixture->db, rand, 60);
  other = liaison_db_open (liaison_db_get_path (fixture->db), LIAISON_DB_READ, &error);
  g_assert_no_error (error);

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *text = i == 0 ? g_strdup ("") : i == 1 ? g_strdup ("audience:public") : random_query_new (rand, 3);
      g_autoptr (LiaisonQuery) query = liaison_query_parse (text);

      /* A participation that is added later stands apart from the others of its engagement. */
      if (i % 4 == 2)
        db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 90000 + i, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, i), "contact",
                        db_fixture_uuid (LIAISON_KIND_CONTACT, i), "side", "theirs", NULL);

      for (LiaisonCountKey by = 0; by < LIAISON_N_COUNT_KEYS; by++)
        {
          int and_by = g_rand_int_range (rand, -1, LIAISON_N_COUNT_KEYS);
          LiaisonMeasure measure = g_rand_int_range (rand, 0, LIAISON_MEASURE_ORGANISATIONS + 1);
          g_autofree char *by_sql = NULL;
          g_autofree char *from_facts = NULL;

          if (and_by == (int) by)
            and_by = -1;
          by_sql = tell_all (fixture->db, query, by, and_by, measure);
          liaison_facts_prepare (other, &error);
          g_assert_no_error (error);
          from_facts = tell_all (other, query, by, and_by, measure);
          if (!g_str_equal (by_sql, from_facts))
            g_error ("“%s” by %d and %d, measure %d:\n%s\nfrom facts:\n%s", text, by, and_by, measure, by_sql, from_facts);
        }
    }
}

/* The keys of the records that are more sensitive than that. */
static GHashTable *
find_secrets (LiaisonDb *db,
              int        most)
{
  static const char all[] = "SELECT uuid FROM organisation WHERE sensitivity > ?1 UNION ALL SELECT uuid FROM contact WHERE sensitivity > ?1"
                            " UNION ALL SELECT uuid FROM topic WHERE sensitivity > ?1";
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, all, &error);
  GHashTable *secrets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_no_error (error);
  liaison_sql_bind_integer (sql, 1, most);
  while (liaison_sql_step (sql, &error))
    g_hash_table_add (secrets, liaison_sql_dup_uuid (sql, 0));
  g_assert_no_error (error);

  return secrets;
}

static void
look_for_secrets (LiaisonDb       *db,
                  LiaisonQuery    *query,
                  LiaisonCountKey  by,
                  int              and_by,
                  GHashTable      *secrets,
                  guint           *n_found)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = liaison_count (db, query, by, and_by, LIAISON_MEASURE_ENGAGEMENTS, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < counts->len; i++)
    {
      const LiaisonCount *count = g_ptr_array_index (counts, i);

      *n_found += g_hash_table_contains (secrets, count->key) || (count->and_key && g_hash_table_contains (secrets, count->and_key));
    }
}

/* Whichever keys are asked for, no figure is under a record of which the audience must not hear. */
static void
test_audience (DbFixture     *fixture,
               gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) secrets = NULL;
  g_autoptr (LiaisonQuery) everybody = liaison_query_parse ("");
  g_autoptr (LiaisonQuery) public = liaison_query_parse ("audience:public");

  random_store_fill (fixture->db, rand, 120);
  if (GPOINTER_TO_INT (data))
    liaison_facts_prepare (fixture->db, &error);
  g_assert_no_error (error);
  secrets = find_secrets (fixture->db, LIAISON_SENSITIVITY_PUBLIC);

  for (LiaisonCountKey by = 0; by < LIAISON_N_COUNT_KEYS; by++)
    {
      guint n_told = 0;
      guint n_found = 0;

      look_for_secrets (fixture->db, everybody, by, -1, secrets, &n_told);
      g_assert_true (n_told > 0 || (by != LIAISON_COUNT_PRINCIPAL && by != LIAISON_COUNT_COUNTERPART && by != LIAISON_COUNT_ORGANISATION
                                    && by != LIAISON_COUNT_OFFICE && by != LIAISON_COUNT_FORMAT && by != LIAISON_COUNT_TOPIC));
      for (int and_by = -1; and_by < LIAISON_N_COUNT_KEYS; and_by++)
        {
          if (and_by != (int) by)
            look_for_secrets (fixture->db, public, by, and_by, secrets, &n_found);
        }
      if (n_found > 0)
        g_error ("By %s, %u figures tell the public what it must not hear of", liaison_count_key_get_token (by), n_found);
    }
}

/* The counts as one text: "key value, key value". */
static char *
describe (LiaisonDb       *db,
          const char      *text,
          LiaisonCountKey  by,
          int              and_by,
          LiaisonMeasure   measure)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = liaison_count (db, query, by, and_by, measure, &error);
  GString *description = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < counts->len; i++)
    {
      const LiaisonCount *count = g_ptr_array_index (counts, i);

      g_string_append_printf (description, "%s%s%s%s %" G_GINT64_FORMAT, i > 0 ? ", " : "", count->key, count->and_key ? "/" : "",
                              count->and_key ? count->and_key : "", count->value);
      if (count->unnamed)
        g_string_append_printf (description, "+%" G_GINT64_FORMAT, count->unnamed);
    }

  return g_string_free (description, FALSE);
}

static void
assert_counts (LiaisonDb       *db,
               const char      *text,
               LiaisonCountKey  by,
               int              and_by,
               LiaisonMeasure   measure,
               const char      *expected)
{
  g_autofree char *description = describe (db, text, by, and_by, measure);

  g_assert_cmpstr (description, ==, expected);
}

static void
put_engagement (LiaisonDb  *db,
                guint       number,
                const char *form,
                const char *start,
                const char *end,
                const char *precision)
{
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, number, "form", form, "start", start, "end", end, "precision", precision, NULL);
}

static void
put_seat (LiaisonDb  *db,
          guint       number,
          guint       engagement,
          const char *country,
          const char *heads)
{
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, number, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, engagement),
                  "country", country, "head_count", heads, NULL);
}

/* Buckets ascend, empty ones between them and in the span are there, the undated ones come last. */
static void
test_series (DbFixture     *fixture,
             gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_engagement (db, 1, "meeting", "2021-11-30", "2021-12-02", "day");
  put_engagement (db, 2, "phone-call", "2022-02-01", "", "day");
  put_engagement (db, 3, "meeting", "", "", "");
  put_engagement (db, 4, "meeting", "2021-12", "", "month");
  put_engagement (db, 5, "meeting", "2022-02-20", "", "about");

  assert_counts (db, "", LIAISON_COUNT_MONTH, -1, LIAISON_MEASURE_ENGAGEMENTS, "2021-11 1, 2021-12 1, 2022-01 0, 2022-02 2, undated 1");
  assert_counts (db, "from:2021-10 to:2022-01", LIAISON_COUNT_MONTH, -1, LIAISON_MEASURE_ENGAGEMENTS,
                 "2021-10 0, 2021-11 1, 2021-12 1, 2022-01 0");
  assert_counts (db, "on:2022-01", LIAISON_COUNT_QUARTER, -1, LIAISON_MEASURE_ENGAGEMENTS, "2022-Q1 0");
  assert_counts (db, "", LIAISON_COUNT_YEAR, LIAISON_COUNT_GROUP, LIAISON_MEASURE_ENGAGEMENTS,
                 "2021/meetings 2, 2022/calls 1, 2022/meetings 1, undated/meetings 1");

  /* What began before the span is counted on its first day; what is imprecise is inside as a whole or not at all. */
  assert_counts (db, "from:2021-12-02 to:2021-12-03", LIAISON_COUNT_DAY, -1, LIAISON_MEASURE_ENGAGEMENTS, "2021-12-02 1, 2021-12-03 0");
  assert_counts (db, "on:2021-W48", LIAISON_COUNT_WEEK, -1, LIAISON_MEASURE_ENGAGEMENTS, "2021-W48 1");
}

/* A series of which nobody could look at every bucket leaves out the empty ones. */
static void
test_long_series (DbFixture     *fixture,
                  gconstpointer  data)
{
  put_engagement (fixture->db, 1, "meeting", "0600-01-01", "", "day");
  put_engagement (fixture->db, 2, "meeting", "2021-11-30", "", "day");

  assert_counts (fixture->db, "", LIAISON_COUNT_DAY, -1, LIAISON_MEASURE_ENGAGEMENTS, "0600-01-01 1, 2021-11-30 1");
  assert_counts (fixture->db, "from:2021-11-29 to:9999", LIAISON_COUNT_DAY, -1, LIAISON_MEASURE_ENGAGEMENTS, "2021-11-30 1");
}

/* A visit with a held child is a container, with a planned one it is not; what was not held is not counted either. */
static void
test_container (DbFixture     *fixture,
                gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_engagement (db, 1, "visit-made", "2021-11-30", "2021-12-02", "day");
  put_engagement (db, 2, "meeting", "2021-12-01", "", "day");
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, 2, "parent", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 1), NULL);
  assert_counts (db, "", LIAISON_COUNT_GROUP, -1, LIAISON_MEASURE_ENGAGEMENTS, "meetings 1");

  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, 2, "status", "planned", NULL);
  assert_counts (db, "", LIAISON_COUNT_GROUP, -1, LIAISON_MEASURE_ENGAGEMENTS, "travel 1");
  assert_counts (db, "status:planned", LIAISON_COUNT_TOTAL, -1, LIAISON_MEASURE_ENGAGEMENTS, "total 0");
}

/* Other keys by value, then label; unnamed heads beside the counterparts, one where no number is known. */
static void
test_seats (DbFixture     *fixture,
            gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_engagement (db, 1, "meeting", "2021-11-30", "", "day");
  put_engagement (db, 2, "meeting", "2021-12-01", "", "day");
  put_engagement (db, 3, "phone-call", "2021-12-01", "", "day");
  put_seat (db, 1, 1, "UA", "3");
  put_seat (db, 2, 2, "UA", "");
  put_seat (db, 3, 2, "PL", "");
  put_seat (db, 4, 2, "DE", "");

  assert_counts (db, "", LIAISON_COUNT_COUNTRY, -1, LIAISON_MEASURE_ENGAGEMENTS, "UA 2, DE 1,  1, PL 1");
  assert_counts (db, "", LIAISON_COUNT_TOTAL, -1, LIAISON_MEASURE_COUNTRIES, "total 3");
  assert_counts (db, "", LIAISON_COUNT_TOTAL, -1, LIAISON_MEASURE_COUNTERPARTS, "total 0+6");
  assert_counts (db, "", LIAISON_COUNT_COUNTRY, LIAISON_COUNT_MONTH, LIAISON_MEASURE_ENGAGEMENTS,
                 "UA/2021-11 1, UA/2021-12 1, DE/2021-12 1, /2021-12 1, PL/2021-12 1");
}

/* The value takes the place of what a participation can have one of only, and stands beside other terms. */
static void
test_queries (void)
{
  static const struct
  {
    const char      *text;
    LiaisonCountKey  by;
    const char      *value;
    int              and_by;
    const char      *and_value;
    const char      *narrowed;
  } cases[] = {
    { "", LIAISON_COUNT_TOTAL, "total", -1, NULL, "is:counted" },
    { "kyiv", LIAISON_COUNT_FORM, "phone-call", -1, NULL, "kyiv form:phone-call is:counted" },
    { "country:UA,PL is:counted", LIAISON_COUNT_COUNTRY, "UA", -1, NULL, "country:UA is:counted" },
    { "-country:UA kyiv", LIAISON_COUNT_COUNTRY, "PL", LIAISON_COUNT_MONTH, "2021-12", "-country:UA kyiv country:PL begins:2021-12 is:counted" },
    { "with:Kul by:Bl", LIAISON_COUNT_COUNTERPART, "x", LIAISON_COUNT_PRINCIPAL, "y", "with:x by:y is:counted" },
    { "org:EU", LIAISON_COUNT_ORGANISATION, "x", LIAISON_COUNT_LEVEL, "", "org:EU org:x level:none is:counted" },
    { "on:2021", LIAISON_COUNT_WEEK, "undated", -1, NULL, "on:2021 is:undated is:counted" },
    { "form:x kyiv", LIAISON_COUNT_OFFICE, "x", -1, NULL, "kyiv office:x is:counted" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonQuery) query = liaison_query_parse (cases[i].text);
      g_autofree char *narrowed = liaison_count_narrow (query, LIAISON_SUBJECT_HELD, cases[i].by, cases[i].value, cases[i].and_by, cases[i].and_value);

      g_assert_cmpstr (narrowed, ==, cases[i].narrowed);
    }
}

static void
test_tokens (void)
{
  for (LiaisonCountKey key = 0; key < LIAISON_N_COUNT_KEYS; key++)
    g_assert_cmpint (liaison_count_key_parse (liaison_count_key_get_token (key)), ==, key);

  g_assert_cmpint (liaison_count_key_parse ("colour"), ==, -1);
  g_assert_cmpint (liaison_count_key_parse (NULL), ==, -1);
  g_assert_cmpint (liaison_measure_parse ("countries"), ==, LIAISON_MEASURE_COUNTRIES);
  g_assert_cmpint (liaison_measure_parse ("heads"), ==, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize seed = 21; seed < 21 + N_STORES; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/count/like-plain-loops/%u", (guint) seed);

      g_test_add (path, DbFixture, GSIZE_TO_POINTER (seed), db_fixture_set_up, test_like_plain_loops, db_fixture_tear_down);
    }

  for (gsize seed = 11; seed < 11 + N_STORES; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/count/facts-like-sql/%u", (guint) seed);

      g_test_add (path, DbFixture, GSIZE_TO_POINTER (seed), db_fixture_set_up, test_facts_like_sql, db_fixture_tear_down);
    }

  g_test_add ("/count/audience/sql", DbFixture, GINT_TO_POINTER (FALSE), db_fixture_set_up, test_audience, db_fixture_tear_down);
  g_test_add ("/count/audience/facts", DbFixture, GINT_TO_POINTER (TRUE), db_fixture_set_up, test_audience, db_fixture_tear_down);
  g_test_add ("/count/series", DbFixture, NULL, db_fixture_set_up, test_series, db_fixture_tear_down);
  g_test_add ("/count/long-series", DbFixture, NULL, db_fixture_set_up, test_long_series, db_fixture_tear_down);
  g_test_add ("/count/container", DbFixture, NULL, db_fixture_set_up, test_container, db_fixture_tear_down);
  g_test_add ("/count/seats", DbFixture, NULL, db_fixture_set_up, test_seats, db_fixture_tear_down);
  g_test_add_func ("/count/queries", test_queries);
  g_test_add_func ("/count/tokens", test_tokens);

  return g_test_run ();
}
