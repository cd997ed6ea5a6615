/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include "liaison-count-totals.h"

enum { SULLIVAN = 1, FINER, NULAND, YERMAK, KALIN, SOLOCH };
enum { YERMAK_TOTAL = 1, CALLS_TOTAL, OTHERS_TOTAL, HEADS_TOTAL, UNSTATED_TOTAL };
enum { EUROPE = 1, OFFICE };

#define SPAN "from:2021-11-29 to:2022-01-11"

static const char *
contact (guint number)
{
  return db_fixture_uuid (LIAISON_KIND_CONTACT, number);
}

static const char *
call (guint number)
{
  return db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, number);
}

/* A call of Sullivan's with one or two others. */
static void
put_call (LiaisonDb  *db,
          guint       number,
          const char *start,
          guint       with,
          guint       and_with)
{
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, number, "form", "phone-call", "start", start, "precision", *start ? "day" : "", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, number * 10, "engagement", call (number), "contact", contact (SULLIVAN), "side", "ours", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, number * 10 + 1, "engagement", call (number), "contact", contact (with), NULL);
  if (and_with)
    db_fixture_put (db, LIAISON_KIND_PARTICIPATION, number * 10 + 2, "engagement", call (number), "contact", contact (and_with), NULL);
}

static void
put_total (LiaisonDb  *db,
           guint       number,
           const char *principals,
           const char *amount,
           const char *bound)
{
  db_fixture_put (db, LIAISON_KIND_STATED_TOTAL, number, "text", "So often.", "principals", principals, "counts", "occasions", "number", amount,
                  "bound", bound, "from", "2021-11-29", "to", "2022-01-11", NULL);
}

static void
change_total (LiaisonDb  *db,
              guint       number,
              const char *field,
              const char *value)
{
  db_fixture_put (db, LIAISON_KIND_STATED_TOTAL, number, field, value, NULL);
}

/*
 * As in the fact sheet of January 2022: seven times with Yermak, of whom one call is on record, from before the period; and calls across Europe, at
 * least twenty-four, which may include the seven and two calls on record.  A call with Yermak lies in the period, too, if @in_period.
 */
static void
put_world (LiaisonDb *db,
           gboolean   in_period)
{
  static const char * const names[] = { NULL, "Jake Sullivan", "Jon Finer", "Victoria Nuland", "Andriy Yermak", "İbrahim Kalın", "Paweł Soloch" };
  static const char * const countries[] = { NULL, "US", "US", "US", "UA", "TR", "PL" };
  g_autofree char *covered = g_strjoin (",", call (2), call (3), NULL);

  for (guint i = SULLIVAN; i <= SOLOCH; i++)
    db_fixture_put (db, LIAISON_KIND_CONTACT, i, "name", names[i], "side", i <= NULAND ? "ours" : "theirs", "country", countries[i], NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, EUROPE, "name", "Europe", "kind", "grouping", NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, OFFICE, "name", "Treasury", NULL);
  for (guint i = YERMAK; i <= SOLOCH; i++)
    db_fixture_put (db, LIAISON_KIND_MEMBERSHIP, i, "grouping", db_fixture_uuid (LIAISON_KIND_ORGANISATION, EUROPE), "country", countries[i], NULL);

  put_call (db, 1, in_period ? "2021-12-01" : "2021-11-26", YERMAK, 0);
  put_call (db, 2, "2022-01-10", KALIN, 0);
  put_call (db, 3, "2021-12-27", SOLOCH, 0);
  put_call (db, 4, "2021-12-20", SOLOCH, KALIN);

  put_total (db, YERMAK_TOTAL, contact (SULLIVAN), "7", "exact");
  change_total (db, YERMAK_TOTAL, "counterparts", contact (YERMAK));
  change_total (db, YERMAK_TOTAL, "covered_engagements", call (1));
  put_total (db, CALLS_TOTAL, contact (SULLIVAN), "24", "at-least");
  change_total (db, CALLS_TOTAL, "form", "phone-call");
  change_total (db, CALLS_TOTAL, "organisations", db_fixture_uuid (LIAISON_KIND_ORGANISATION, EUROPE));
  change_total (db, CALLS_TOTAL, "covered_engagements", covered);
  change_total (db, CALLS_TOTAL, "covered_totals", db_fixture_uuid (LIAISON_KIND_STATED_TOTAL, YERMAK_TOTAL));
}

static GPtrArray *
count (LiaisonDb       *db,
       const char      *text,
       LiaisonCountKey  by,
       LiaisonMeasure   measure)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GError) error = NULL;
  GPtrArray *counts;

  liaison_query_check (query, &error);
  g_assert_no_error (error);
  counts = liaison_count (db, query, by, -1, measure, &error);
  g_assert_no_error (error);

  return counts;
}

static void
assert_total (LiaisonDb      *db,
              const char     *text,
              LiaisonMeasure  measure,
              gint64          dated,
              gint64          value,
              gboolean        at_least)
{
  g_autoptr (GPtrArray) counts = count (db, text, LIAISON_COUNT_TOTAL, measure);
  const LiaisonCount *figure = g_ptr_array_index (counts, 0);

  g_assert_cmpuint (counts->len, ==, 1);
  g_assert_cmpint (figure->dated, ==, dated);
  g_assert_cmpint (figure->value, ==, value);
  g_assert_cmpint (figure->at_least, ==, at_least);
}

/* Three calls on record; 7 with Yermak, of which none is among them; 24 that cover these 7 and two of the three: 3 + 7 + (24 − 9). */
static void
test_worked_by_hand (DbFixture     *fixture,
                     gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_world (db, FALSE);
  assert_total (db, "by:Sullivan " SPAN, LIAISON_MEASURE_ENGAGEMENTS, 3, 25, TRUE);
  assert_total (db, "by:Sullivan with:Yermak " SPAN, LIAISON_MEASURE_ENGAGEMENTS, 0, 7, FALSE);
  assert_total (db, "by:Sullivan country:UA " SPAN, LIAISON_MEASURE_ENGAGEMENTS, 0, 7, FALSE);
  assert_total (db, "by:Sullivan grouping:Europe " SPAN, LIAISON_MEASURE_ENGAGEMENTS, 3, 25, TRUE);

  /* Of calls, the seven cannot be said to be some: 3 + (24 − 2). */
  assert_total (db, "by:Sullivan form:phone-call " SPAN, LIAISON_MEASURE_ENGAGEMENTS, 3, 25, TRUE);
  assert_total (db, "by:Sullivan group:calls " SPAN, LIAISON_MEASURE_ENGAGEMENTS, 3, 25, TRUE);
  assert_total (db, "by:Sullivan form:unspecified " SPAN, LIAISON_MEASURE_ENGAGEMENTS, 0, 7, FALSE);
  assert_total (db, "by:Sullivan form:meeting " SPAN, LIAISON_MEASURE_ENGAGEMENTS, 0, 0, FALSE);
}

/* A call that both cover is one of the seven, and not counted beside them: 4 + 6 + (24 − 9). */
static void
test_covered_once (DbFixture     *fixture,
                   gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  g_autofree char *covered = g_strjoin (",", call (1), call (2), call (3), NULL);

  put_world (db, TRUE);
  assert_total (db, "by:Sullivan " SPAN, LIAISON_MEASURE_ENGAGEMENTS, 4, 25, TRUE);
  change_total (db, CALLS_TOTAL, "covered_engagements", covered);
  assert_total (db, "by:Sullivan " SPAN, LIAISON_MEASURE_ENGAGEMENTS, 4, 25, TRUE);

  /* More on record than stated adds nothing, and takes nothing away. */
  change_total (db, YERMAK_TOTAL, "number", "1");
  assert_total (db, "by:Sullivan with:Yermak " SPAN, LIAISON_MEASURE_ENGAGEMENTS, 1, 1, FALSE);
}

/* A period that lies only partly in the span adds nothing, and is told. */
static void
test_period (DbFixture     *fixture,
             gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  g_autoptr (LiaisonQuery) query = liaison_query_parse ("by:Sullivan from:2021-12");
  g_autoptr (GPtrArray) uses = NULL;
  g_autoptr (GError) error = NULL;

  put_world (db, FALSE);
  assert_total (db, "by:Sullivan from:2021-12", LIAISON_MEASURE_ENGAGEMENTS, 3, 3, FALSE);
  assert_total (db, "by:Sullivan to:2022-01-10", LIAISON_MEASURE_ENGAGEMENTS, 4, 4, FALSE);
  assert_total (db, "by:Sullivan on:2021,2022", LIAISON_MEASURE_ENGAGEMENTS, 4, 4, FALSE);
  assert_total (db, "by:Sullivan -on:2021-12", LIAISON_MEASURE_ENGAGEMENTS, 2, 2, FALSE);
  assert_total (db, "by:Sullivan -on:2020", LIAISON_MEASURE_ENGAGEMENTS, 4, 25, TRUE);

  uses = liaison_count_totals (db, query, -1, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (uses->len, ==, 2);
  for (guint i = 0; i < uses->len; i++)
    {
      const LiaisonTotalUse *use = g_ptr_array_index (uses, i);

      g_assert_false (use->inside);
      g_assert_cmpint (use->added, ==, 0);
    }
}

static gint64
find_value (GPtrArray  *counts,
            const char *key)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const LiaisonCount *figure = g_ptr_array_index (counts, i);

      if (g_strcmp0 (figure->key, key) == 0)
        return figure->value;
    }

  return 0;
}

/* What several did together is credited to none of them, but to all of them. */
static void
test_several_principals (DbFixture     *fixture,
                         gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  g_autofree char *principals = g_strjoin (",", contact (FINER), contact (NULAND), NULL);
  g_autoptr (GPtrArray) counts = NULL;

  put_world (db, FALSE);
  put_total (db, OTHERS_TOTAL, principals, "40", "at-least");
  assert_total (db, "by:Finer " SPAN, LIAISON_MEASURE_ENGAGEMENTS, 0, 0, FALSE);
  assert_total (db, "by:Finer,Nuland " SPAN, LIAISON_MEASURE_ENGAGEMENTS, 0, 40, TRUE);
  assert_total (db, "-by:Sullivan " SPAN, LIAISON_MEASURE_ENGAGEMENTS, 0, 40, TRUE);
  assert_total (db, SPAN, LIAISON_MEASURE_ENGAGEMENTS, 3, 65, TRUE);

  counts = count (db, SPAN, LIAISON_COUNT_PRINCIPAL, LIAISON_MEASURE_ENGAGEMENTS);
  g_assert_cmpint (find_value (counts, contact (SULLIVAN)), ==, 25);
  g_assert_cmpuint (counts->len, ==, 1);
}

static void
assert_value (LiaisonDb       *db,
              LiaisonCountKey  by,
              const char      *key,
              gint64           value)
{
  g_autoptr (GPtrArray) counts = count (db, SPAN, by, LIAISON_MEASURE_ENGAGEMENTS);

  g_assert_cmpint (find_value (counts, key), ==, value);
}

/* In a series over time they are undated; else they are where all of them is. */
static void
test_buckets (DbFixture     *fixture,
              gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_world (db, FALSE);
  assert_value (db, LIAISON_COUNT_MONTH, "undated", 22);
  assert_value (db, LIAISON_COUNT_MONTH, "2021-12", 2);
  assert_value (db, LIAISON_COUNT_FORM, "phone-call", 18);
  assert_value (db, LIAISON_COUNT_FORM, "unspecified", 7);
  assert_value (db, LIAISON_COUNT_COUNTERPART, contact (YERMAK), 7);
  assert_value (db, LIAISON_COUNT_COUNTRY, "UA", 7);
  assert_value (db, LIAISON_COUNT_COUNTRY, "TR", 2);
  assert_value (db, LIAISON_COUNT_TOPIC, "", 3);
}

/* Eight people, two of whom are on record in what is covered, and a third elsewhere: 3 + 6. */
static void
test_heads (DbFixture     *fixture,
            gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_world (db, TRUE);
  put_total (db, HEADS_TOTAL, contact (SULLIVAN), "8", "exact");
  change_total (db, HEADS_TOTAL, "counts", "heads");
  change_total (db, HEADS_TOTAL, "organisations", db_fixture_uuid (LIAISON_KIND_ORGANISATION, EUROPE));
  change_total (db, HEADS_TOTAL, "covered_engagements", call (4));

  assert_total (db, "by:Sullivan " SPAN, LIAISON_MEASURE_COUNTERPARTS, 3, 9, FALSE);
  assert_total (db, "by:Sullivan grouping:Europe " SPAN, LIAISON_MEASURE_COUNTERPARTS, 3, 9, FALSE);
  assert_total (db, "by:Sullivan country:PL " SPAN, LIAISON_MEASURE_COUNTERPARTS, 1, 1, FALSE);
  assert_total (db, "by:Sullivan " SPAN, LIAISON_MEASURE_ENGAGEMENTS, 4, 25, TRUE);
  assert_total (db, "by:Sullivan " SPAN, LIAISON_MEASURE_COUNTRIES, 3, 3, FALSE);
}

/* What is asked and not stated is not there; without a number nothing is added. */
static void
test_unstated (DbFixture     *fixture,
               gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  const char *office = db_fixture_uuid (LIAISON_KIND_ORGANISATION, OFFICE);

  put_world (db, FALSE);
  put_total (db, UNSTATED_TOTAL, contact (FINER), "", "unstated");
  assert_total (db, "by:Finer", LIAISON_MEASURE_ENGAGEMENTS, 0, 0, FALSE);

  put_total (db, UNSTATED_TOTAL, contact (FINER), "5", "exact");
  change_total (db, UNSTATED_TOTAL, "offices", office);
  assert_total (db, "by:Finer", LIAISON_MEASURE_ENGAGEMENTS, 0, 5, FALSE);
  assert_total (db, "office:Treasury", LIAISON_MEASURE_ENGAGEMENTS, 0, 5, FALSE);
  assert_total (db, "by:Finer with:Yermak", LIAISON_MEASURE_ENGAGEMENTS, 0, 0, FALSE);
  assert_total (db, "by:Finer -with:Yermak", LIAISON_MEASURE_ENGAGEMENTS, 0, 0, FALSE);
  assert_total (db, "by:Finer is:spoke-with status:held", LIAISON_MEASURE_ENGAGEMENTS, 0, 5, FALSE);
  assert_total (db, "by:Finer kyiv", LIAISON_MEASURE_ENGAGEMENTS, 0, 0, FALSE);
  assert_total (db, "by:Finer is:undated", LIAISON_MEASURE_ENGAGEMENTS, 0, 5, FALSE);
  assert_total (db, "by:Finer is:internal", LIAISON_MEASURE_ENGAGEMENTS, 0, 0, FALSE);
  assert_total (db, "by:Finer begins:2021-12", LIAISON_MEASURE_ENGAGEMENTS, 0, 0, FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/count/totals/worked-by-hand", DbFixture, NULL, db_fixture_set_up, test_worked_by_hand, db_fixture_tear_down);
  g_test_add ("/count/totals/covered-once", DbFixture, NULL, db_fixture_set_up, test_covered_once, db_fixture_tear_down);
  g_test_add ("/count/totals/period", DbFixture, NULL, db_fixture_set_up, test_period, db_fixture_tear_down);
  g_test_add ("/count/totals/several-principals", DbFixture, NULL, db_fixture_set_up, test_several_principals, db_fixture_tear_down);
  g_test_add ("/count/totals/buckets", DbFixture, NULL, db_fixture_set_up, test_buckets, db_fixture_tear_down);
  g_test_add ("/count/totals/heads", DbFixture, NULL, db_fixture_set_up, test_heads, db_fixture_tear_down);
  g_test_add ("/count/totals/unstated", DbFixture, NULL, db_fixture_set_up, test_unstated, db_fixture_tear_down);

  return g_test_run ();
}
