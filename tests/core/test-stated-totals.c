/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include "liaison-count-totals.h"
#include "liaison-stated-totals.h"
#include "liaison-suggest.h"

enum { SULLIVAN = 1, FINER, YERMAK, KALIN };
enum { SEVEN = 1, MANY };
enum { EUROPE = 1, OFFICE };

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

static void
put_call (LiaisonDb  *db,
          guint       number,
          const char *form,
          const char *start,
          guint       by,
          guint       with)
{
  g_autofree char *title = g_strdup_printf ("Occasion %u", number);

  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, number, "title", title, "form", form, "start", start, "precision", "day", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, number * 10, "engagement", call (number), "contact", contact (by), "side", "ours", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, number * 10 + 1, "engagement", call (number), "contact", contact (with), NULL);
}

/* Sullivan: two calls with Yermak within the period and one before it, a meeting with Kalın within it; Finer: a call with Yermak. */
static void
put_world (LiaisonDb *db)
{
  static const char * const names[] = { NULL, "Jake Sullivan", "Jon Finer", "Andriy Yermak", "İbrahim Kalın" };
  static const char * const countries[] = { NULL, "US", "US", "UA", "TR" };

  for (guint i = SULLIVAN; i <= KALIN; i++)
    db_fixture_put (db, LIAISON_KIND_CONTACT, i, "name", names[i], "side", i <= FINER ? "ours" : "theirs", "country", countries[i], NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, EUROPE, "name", "Europe", "kind", "grouping", NULL);
  db_fixture_put (db, LIAISON_KIND_MEMBERSHIP, 1, "grouping", db_fixture_uuid (LIAISON_KIND_ORGANISATION, EUROPE), "country", "TR", NULL);

  put_call (db, 1, "phone-call", "2021-12-01", SULLIVAN, YERMAK);
  put_call (db, 2, "phone-call", "2022-01-10", SULLIVAN, YERMAK);
  put_call (db, 3, "phone-call", "2021-11-01", SULLIVAN, YERMAK);
  put_call (db, 4, "meeting", "2021-12-20", SULLIVAN, KALIN);
  put_call (db, 5, "phone-call", "2021-12-21", FINER, YERMAK);
}

/* As a form has it: it is stored nowhere. */
static LiaisonRecord *
new_total (guint       number,
           const char *amount)
{
  return db_fixture_record (LIAISON_KIND_STATED_TOTAL, number, "text", "They have spoken often.", "principals", contact (SULLIVAN), "counts",
                            "occasions", "number", amount, "bound", *amount != '\0' ? "exact" : "unstated", "from", "2021-11-29", "to",
                            "2022-01-11", NULL);
}

static void
assert_coverable (LiaisonDb           *db,
                  const LiaisonRecord *total,
                  const char          *names)
{
  g_autoptr (GError) error = NULL;
  guint n_matches;
  g_autoptr (GPtrArray) suggestions = liaison_suggest_coverable (db, total, 10, &n_matches, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < suggestions->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? ", " : "", liaison_suggestion_get_name (suggestions->pdata[i]));
  g_assert_cmpstr (found->str, ==, names);
}

static void
assert_use (LiaisonDb           *db,
            const LiaisonRecord *total,
            gint64               covered,
            gint64               added)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonTotalUse) use = liaison_count_total (db, total, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (use->uuid, ==, liaison_record_get_uuid (total));
  g_assert_cmpint (use->covered, ==, covered);
  g_assert_cmpint (use->added, ==, added);
}

static void
test_coverable (DbFixture     *fixture,
                gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  g_autoptr (LiaisonRecord) total = new_total (SEVEN, "7");
  g_autoptr (LiaisonRecord) empty = liaison_record_new (LIAISON_KIND_STATED_TOTAL, NULL);

  put_world (db);
  assert_coverable (db, empty, "");
  assert_coverable (db, total, "Occasion 2, Occasion 4, Occasion 1");

  liaison_record_set_list (total, LIAISON_STATED_TOTAL_COUNTERPARTS, (const char * const[]) { contact (YERMAK), NULL });
  assert_coverable (db, total, "Occasion 2, Occasion 1");

  /* A country, or the members of a grouping, beside the counterparts that are named. */
  liaison_record_set_list (total, LIAISON_STATED_TOTAL_COUNTERPARTS, NULL);
  liaison_record_set_list (total, LIAISON_STATED_TOTAL_COUNTRIES, (const char * const[]) { "UA", NULL });
  assert_coverable (db, total, "Occasion 2, Occasion 1");
  liaison_record_set_list (total, LIAISON_STATED_TOTAL_ORGANISATIONS,
                           (const char * const[]) { db_fixture_uuid (LIAISON_KIND_ORGANISATION, EUROPE), NULL });
  assert_coverable (db, total, "Occasion 2, Occasion 4, Occasion 1");
  liaison_record_set_integer (total, LIAISON_STATED_TOTAL_FORM, LIAISON_FORM_PHONE_CALL);
  assert_coverable (db, total, "Occasion 2, Occasion 1");

  /* What is covered is there also where it does not match. */
  liaison_record_set_list (total, LIAISON_STATED_TOTAL_COVERED_ENGAGEMENTS, (const char * const[]) { call (5), call (2), NULL });
  assert_coverable (db, total, "Occasion 2, Occasion 1, Occasion 5");

  /* Of one day, the one with the later time first, as in the list. */
  put_call (db, 6, "phone-call", "2022-01-10", SULLIVAN, YERMAK);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, 6, "start", "2022-01-10T10:00", "precision", "minute", NULL);
  assert_coverable (db, total, "Occasion 6, Occasion 2, Occasion 1, Occasion 5");
}

/* Those beyond the limit are counted; what is covered, but does not match, is none of them. */
static void
test_coverable_limit (DbFixture     *fixture,
                      gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  g_autoptr (LiaisonRecord) total = new_total (SEVEN, "7");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;
  guint n_matches;

  put_world (db);
  liaison_record_set_list (total, LIAISON_STATED_TOTAL_COVERED_ENGAGEMENTS, (const char * const[]) { call (5), NULL });
  suggestions = liaison_suggest_coverable (db, total, 2, &n_matches, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (suggestions->len, ==, 3);
  g_assert_cmpuint (n_matches, ==, 3);
}

static void
test_coverable_totals (DbFixture     *fixture,
                       gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  g_autoptr (LiaisonRecord) total = new_total (MANY, "24");

  put_world (db);
  liaison_record_set_list (total, LIAISON_STATED_TOTAL_COUNTERPARTS, (const char * const[]) { contact (YERMAK), NULL });
  db_fixture_put (db, LIAISON_KIND_STATED_TOTAL, SEVEN, "text", "Seven times.", "principals", contact (SULLIVAN), "counts", "occasions", "number",
                  "7", "bound", "exact", "from", "2021-12", "to", "2021-12", NULL);
  assert_coverable (db, total, "Occasion 2, Occasion 1, Seven times.");

  /* Of another principal, of a longer period, of heads, of no number: it cannot be a part. */
  db_fixture_put (db, LIAISON_KIND_STATED_TOTAL, SEVEN, "principals", contact (FINER), NULL);
  assert_coverable (db, total, "Occasion 2, Occasion 1");
  db_fixture_put (db, LIAISON_KIND_STATED_TOTAL, SEVEN, "principals", contact (SULLIVAN), "from", "2021-11", NULL);
  assert_coverable (db, total, "Occasion 2, Occasion 1");
  db_fixture_put (db, LIAISON_KIND_STATED_TOTAL, SEVEN, "from", "2021-12", "counts", "heads", NULL);
  assert_coverable (db, total, "Occasion 2, Occasion 1");
  db_fixture_put (db, LIAISON_KIND_STATED_TOTAL, SEVEN, "counts", "occasions", "bound", "unstated", "number", "", NULL);
  assert_coverable (db, total, "Occasion 2, Occasion 1");
}

/* What is told while a total is edited is what is counted when it is stored. */
static void
test_remainder (DbFixture     *fixture,
                gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  g_autoptr (LiaisonRecord) total = new_total (SEVEN, "7");
  g_autoptr (GPtrArray) stored = NULL;
  const LiaisonStatedTotal *shown;

  put_world (db);
  assert_use (db, total, 0, 7);
  liaison_record_set_list (total, LIAISON_STATED_TOTAL_COVERED_ENGAGEMENTS, (const char * const[]) { call (1), call (2), call (4), NULL });
  assert_use (db, total, 3, 4);
  liaison_record_set_integer (total, LIAISON_STATED_TOTAL_NUMBER, 2);
  assert_use (db, total, 3, 0);
  /* Yermak twice, Kalın once. */
  liaison_record_set_integer (total, LIAISON_STATED_TOTAL_NUMBER, 5);
  liaison_record_set_integer (total, LIAISON_STATED_TOTAL_COUNTS, LIAISON_COUNTS_HEADS);
  assert_use (db, total, 2, 3);
  liaison_record_set_integer (total, LIAISON_STATED_TOTAL_BOUND, LIAISON_BOUND_UNSTATED);
  assert_use (db, total, 0, 0);

  db_fixture_put (db, LIAISON_KIND_STATED_TOTAL, SEVEN, "text", "Five people.", "principals", contact (SULLIVAN), "countries", "UA,TR", "counts",
                  "heads", "number", "5", "bound", "at-least", "from", "2021-11-29", "to", "2022-01-11", "covered_engagements", call (1), NULL);
  /* Another one that is edited is counted beside it, the same one in its stead. */
  liaison_record_set_integer (total, LIAISON_STATED_TOTAL_BOUND, LIAISON_BOUND_EXACT);
  assert_use (db, total, 2, 3);

  stored = liaison_stated_totals_load (db, NULL);
  g_assert_cmpuint (stored->len, ==, 1);
  shown = stored->pdata[0];
  g_assert_cmpstr (shown->text, ==, "Five people.");
  g_assert_cmpstr (shown->ours, ==, "Jake Sullivan");
  g_assert_cmpstr (shown->theirs, ==, "Ukraine, Türkiye");
  g_assert_cmpint (shown->covered, ==, 1);
  g_assert_cmpint (shown->added, ==, 4);
}

static void
assert_number (LiaisonCounts  counts,
               LiaisonBound   bound,
               gint64         number,
               const char    *expected)
{
  g_autofree char *written = liaison_stated_total_write_number (counts, bound, number);

  g_assert_cmpstr (written, ==, expected);
}

static void
test_number (void)
{
  assert_number (LIAISON_COUNTS_OCCASIONS, LIAISON_BOUND_EXACT, 7, "7 times");
  assert_number (LIAISON_COUNTS_OCCASIONS, LIAISON_BOUND_EXACT, 1, "1 time");
  assert_number (LIAISON_COUNTS_HEADS, LIAISON_BOUND_AT_LEAST, 16, "at least 16 people");
  assert_number (LIAISON_COUNTS_HEADS, LIAISON_BOUND_UNSTATED, 0, "no number stated");
}

static void
assert_found (GPtrArray  *suggestions,
              const char *name,
              const char *detail)
{
  g_assert_cmpuint (suggestions->len, ==, 1);
  g_assert_cmpstr (liaison_suggestion_get_name (suggestions->pdata[0]), ==, name);
  g_assert_cmpstr (liaison_suggestion_get_detail (suggestions->pdata[0]), ==, detail);
  g_ptr_array_unref (suggestions);
}

static void
test_suggested (DbFixture     *fixture,
                gconstpointer  data)
{
  LiaisonDb *db = fixture->db;

  put_world (db);
  db_fixture_put (db, LIAISON_KIND_STATED_TOTAL, SEVEN, "text", "Sullivan and Yermak: seven times.", "counts", "occasions", "number", "7",
                  "bound", "exact", "from", "2021-11-29", "to", "2022-01-11", NULL);
  db_fixture_put (db, LIAISON_KIND_READOUT, 1, "title", "Fact sheet", "issuer", "White House", "published", "2022-01-11", NULL);
  db_fixture_put (db, LIAISON_KIND_READOUT, 2, "address", "https://example.org/sheet", NULL);

  assert_found (liaison_suggest_totals (db, "yerm sev", 5, NULL), "Sullivan and Yermak: seven times.", "7 times · 29 Nov 2021 – 11 Jan 2022");
  assert_found (liaison_suggest_readouts (db, "white fact", 5, NULL), "Fact sheet", "White House · 11 Jan 2022");
  assert_found (liaison_suggest_readouts (db, "example.org", 5, NULL), "https://example.org/sheet", "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/stated-totals/coverable", DbFixture, NULL, db_fixture_set_up, test_coverable, db_fixture_tear_down);
  g_test_add ("/stated-totals/coverable-limit", DbFixture, NULL, db_fixture_set_up, test_coverable_limit, db_fixture_tear_down);
  g_test_add ("/stated-totals/coverable-totals", DbFixture, NULL, db_fixture_set_up, test_coverable_totals, db_fixture_tear_down);
  g_test_add ("/stated-totals/remainder", DbFixture, NULL, db_fixture_set_up, test_remainder, db_fixture_tear_down);
  g_test_add_func ("/stated-totals/number", test_number);
  g_test_add ("/stated-totals/suggested", DbFixture, NULL, db_fixture_set_up, test_suggested, db_fixture_tear_down);

  return g_test_run ();
}
