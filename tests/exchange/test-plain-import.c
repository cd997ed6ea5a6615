/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "exchange-fixture.h"
#include "liaison-plain-private.h"

#include <string.h>

/* Single quotation marks stand for double ones, which C would have escaped. */
static void
import_plain (LiaisonDb  *db,
              ImportRun  *run,
              const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');

  exchange_import (db, run, json, strlen (json));
}

static void
assert_query (LiaisonDb  *db,
              const char *statement,
              const char *expected)
{
  g_autofree char *answer = db_fixture_query (db, statement);

  g_assert_cmpstr (answer, ==, expected);
}

static const char document[] =
  "{'source': 'Desk 4', 'window': ['2021-11-10', '2022-01-14'],"
  " 'people': ["
  "  {'id': 'blinken', 'name': 'Antony J. Blinken', 'given': 'Antony', 'family': 'Blinken', 'title': 'Secretary of State',"
  "   'affiliation': 'Department of State', 'role': 'Secretary of State', 'country': 'US', 'side': 'us'},"
  "  {'id': 'kuleba', 'name': 'Dmytro Kuleba', 'title': 'Minister', 'affiliation': 'Ministry of Foreign Affairs of Ukraine',"
  "   'role': 'Minister for Foreign Affairs', 'country': 'UA', 'side': 'counterpart'},"
  "  {'id': 'stoltenberg', 'name': 'Jens Stoltenberg', 'title': 'Secretary General', 'affiliation': 'NATO',"
  "   'role': null, 'country': 'NO', 'side': 'counterpart', 'represents': 'nato'}],"
  " 'organisations': [{'id': 'nato', 'name': 'North Atlantic Treaty Organization', 'short': 'NATO', 'type': 'alliance', 'members': ['PL', 'US']}],"
  " 'engagements': ["
  "  {'id': 'e1', 'date': '2021-12-09', 'end_date': null, 'date_precision': 'about', 'form': 'call', 'format': 'bilateral', 'place': null,"
  "   'title': 'Call with Kuleba', 'ours': ['blinken'], 'theirs': ['kuleba'], 'topics': ['Ukraine', 'energy'], 'summary': 'On energy.',"
  "   'source_url': 'https://example.org/1', 'evidence': 'announcement', 'verified': true},"
  "  {'id': 'e2', 'date': '2021-12-10', 'end_date': '2021-12-12', 'form': 'visit', 'direction': 'incoming', 'format': 'NATO', 'country': 'UA',"
  "   'place': 'Washington, DC', 'title': 'Visit', 'ours': ['blinken'], 'theirs': ['kuleba', 'stoltenberg'], 'topics': ['Energy'],"
  "   'source_url': 'https://example.org/1'},"
  "  {'id': 'e3', 'date': '1866-01', 'form': 'video call', 'format': 'secure line', 'title': 'Long ago', 'ours': ['blinken'], 'theirs': []},"
  "  {'id': 'e4', 'date': '2022-05-01', 'form': 'working-meal', 'title': 'To come', 'ours': [], 'theirs': ['kuleba']}]}";

static void
test_document (DbFixture    *fixture,
               gconstpointer data)
{
  g_auto (ImportRun) run = { 0 };
  LiaisonDb *db = fixture->db;

  import_plain (db, &run, document);
  g_assert_no_error (run.error);
  g_assert_cmpuint (run.remarks->len, ==, 0);

  assert_query (db, "SELECT group_concat (name || ' ' || side || ' ' || country, ', ') FROM (SELECT * FROM contact ORDER BY name)",
                "Antony J. Blinken 1 US, Dmytro Kuleba 2 UA, Jens Stoltenberg 2 NO");
  assert_query (db, "SELECT group_concat (title || ' ' || level || ' ' || portfolio, ', ') FROM (SELECT * FROM post ORDER BY title)",
                "Minister for Foreign Affairs 4 1, Secretary General 3 0, Secretary of State 4 1");
  assert_query (db, "SELECT o.short_name FROM post p JOIN organisation o ON o.id = p.organisation WHERE p.title = 'Secretary General'", "NATO");
  assert_query (db, "SELECT group_concat (country) FROM (SELECT * FROM membership ORDER BY country)", "PL,US");
  assert_query (db, "SELECT group_concat (name || ' ' || kind || ' ' || country, ', ') FROM (SELECT * FROM organisation ORDER BY name)",
                "Department of State 2 US, Ministry of Foreign Affairs of Ukraine 2 UA, North Atlantic Treaty Organization 4 ");

  assert_query (db, "SELECT start || ' ' || precision || ' ' || form || ' ' || status || ' ' || evidence FROM engagement WHERE title = 'Call with Kuleba'",
                "2021-12-09 5 1 2 2");
  assert_query (db, "SELECT e.\"end\" || ' ' || e.form || ' ' || e.country || ' ' || o.short_name || ' ' || e.evidence FROM engagement e"
                    " JOIN organisation o ON o.id = e.format WHERE e.title = 'Visit'", "2021-12-12 7 US NATO 1");
  assert_query (db, "SELECT start || ' ' || precision || ' ' || form || ' ' || purpose || ' ' || evidence FROM engagement WHERE title = 'Long ago'",
                "1866-01 3 2 secure line 3");
  assert_query (db, "SELECT form || ' ' || status FROM engagement WHERE title = 'To come'", "5 1");
  assert_query (db, "SELECT group_concat (name) FROM (SELECT * FROM topic ORDER BY name)", "Ukraine,energy");
  assert_query (db, "SELECT count (*) FROM engagement_topics", "3");
  assert_query (db, "SELECT address || ' ' || (SELECT count (*) FROM readout_engagements) FROM readout", "https://example.org/1 2");
  assert_query (db, "SELECT group_concat (side || position, ' ') FROM (SELECT p.* FROM participation p JOIN engagement e ON e.id = p.engagement"
                    " WHERE e.title = 'Visit' ORDER BY p.side, p.position)", "11 21 22");
}

static void
test_twice (DbFixture    *fixture,
            gconstpointer data)
{
  g_auto (ImportRun) run = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto (GStrv) parts = g_strsplit (document, "On energy.", 2);
  g_autofree char *changed = g_strjoinv ("On gas.", parts);
  guint64 n_records;

  import_plain (fixture->db, &run, document);
  g_assert_no_error (run.error);
  n_records = run.result.added;
  g_assert_cmpuint (run.result.changed + run.result.same, ==, 0);
  before = exchange_export (fixture->db, NULL);
  import_plain (fixture->db, &run, document);
  g_assert_no_error (run.error);
  g_assert_cmpuint (run.result.added + run.result.changed + run.result.refused, ==, 0);
  g_assert_cmpuint (run.result.same, ==, n_records);
  after = exchange_export (fixture->db, NULL);
  exchange_assert_same (after, before);

  import_plain (fixture->db, &run, changed);
  g_assert_cmpuint (run.result.added, ==, 0);
  g_assert_cmpuint (run.result.changed, ==, 1);
  assert_query (fixture->db, "SELECT summary FROM engagement WHERE title = 'Call with Kuleba'", "On gas.");
}

/* What the store has under the same name is not made once more, and the same ids of another source are others. */
static void
test_known (DbFixture    *fixture,
            gconstpointer data)
{
  g_autofree char *reference = exchange_load_data ("reference/reference.jsonl");
  g_auto (GStrv) parts = g_strsplit (document, "Desk 4", 2);
  g_autofree char *other = g_strjoinv ("Desk 5", parts);
  g_auto (ImportRun) run = { 0 };

  exchange_import_all (fixture->db, reference);
  import_plain (fixture->db, &run, document);
  g_assert_no_error (run.error);
  assert_query (fixture->db, "SELECT count (*) FROM organisation WHERE short_name = 'NATO' OR name = 'NATO'", "1");
  assert_query (fixture->db, "SELECT count (*) > 25 FROM membership m JOIN organisation o ON o.id = m.grouping WHERE o.short_name = 'NATO'", "1");

  import_plain (fixture->db, &run, other);
  g_assert_no_error (run.error);
  assert_query (fixture->db, "SELECT count (*) FROM contact", "6");
  assert_query (fixture->db, "SELECT count (*) FROM organisation WHERE name = 'Department of State'", "1");
  assert_query (fixture->db, "SELECT count (*) FROM topic", "2");
}

static void
test_dirty (DbFixture    *fixture,
            gconstpointer data)
{
  static const char text[] =
    "{'people': ["
    "  {'id': 'a', 'name': '', 'given': 'Ann', 'family': '', 'country': 'USA', 'side': 'us'},"
    "  {'id': 'b', 'name': '', 'side': 'us'}, {'id': 'c', 'name': 'C', 'side': 'both'}, {'name': 'D', 'side': 'us'}, 7,"
    "  {'id': 'a', 'name': 'A', 'side': 'us'}, {'id': 'e', 'name': 5, 'given': 'E', 'side': 'counterpart', 'represents': 'x', 'title': 'T'}],"
    " 'engagements': ["
    "  {'id': 'e1', 'date': '2021-02-30', 'form': 'call', 'title': 'T', 'ours': ['a'], 'theirs': []},"
    "  {'id': 'e2', 'date': '2021-02-03', 'end_date': '2021-02-01', 'form': 'seance', 'title': 'T', 'ours': ['a', 'a', 'z'], 'theirs': 'e',"
    "   'source_url': 'see the file', 'topics': ['', 'x', 'X'], 'country': 'xx'},"
    "  {'id': 'e3', 'date': '', 'end_date': '2021-13-01', 'form': 'call', 'title': 'Undated', 'ours': ['b']},"
    "  {'id': 'e4', 'form': 'call', 'ours': []}]}";
  g_auto (ImportRun) run = { 0 };

  import_plain (fixture->db, &run, text);
  g_assert_no_error (run.error);
  import_run_assert_remark (&run, "person a: repaired", "“USA” is no code of a country");
  import_run_assert_remark (&run, "person b: refused", "Shown name");
  import_run_assert_remark (&run, "person c: refused", "Side");
  import_run_assert_remark (&run, "person no. 4: refused", "no “id”");
  import_run_assert_remark (&run, "person no. 5: refused", "not an object");
  import_run_assert_remark (&run, "person a: refused", "given twice");
  import_run_assert_remark (&run, "person e: repaired", "“name” is not a string");
  import_run_assert_remark (&run, "person e: repaired", "“x”, which is represented");
  import_run_assert_remark (&run, "engagement e1: refused", "28 days");
  import_run_assert_remark (&run, "engagement e2: repaired", "before the start");
  import_run_assert_remark (&run, "engagement e2: repaired", "no form “seance”");
  import_run_assert_remark (&run, "engagement e2: repaired", "“a” twice");
  import_run_assert_remark (&run, "engagement e2: repaired", "“z” is not among the people");
  import_run_assert_remark (&run, "engagement e2: repaired", "“theirs” is not an array");
  import_run_assert_remark (&run, "engagement e2: repaired", "no web address");
  import_run_assert_remark (&run, "engagement e2: repaired", "“topics” holds something");
  import_run_assert_remark (&run, "engagement e3: repaired", "since there is no start");
  import_run_assert_remark (&run, "engagement e3: repaired", "“b” is not among the people");
  import_run_assert_remark (&run, "engagement e4: refused", "Title");

  assert_query (fixture->db, "SELECT group_concat (name) FROM (SELECT * FROM contact ORDER BY name)", "Ann,E");
  assert_query (fixture->db, "SELECT group_concat (title || form || \"end\") FROM (SELECT * FROM engagement ORDER BY title)", "T12,Undated1");
  assert_query (fixture->db, "SELECT count (*) FROM participation", "1");
  assert_query (fixture->db, "SELECT count (*) FROM topic", "1");
}

static void
test_refused_whole (DbFixture    *fixture,
                    gconstpointer data)
{
  static const char * const documents[][2] = {
    { "{'people': [], 'engagements': {}}", "“engagements” is not an array" },
    { "{'people': [{'id': 'a', 'id': 'b'}]}", "the key “id” is given twice" },
    { "{'people': [1, 2}", "a comma or ]" },
    { "{'people': [{'id': 'a'}", "ends too early" },
    { "{'people': []} {}", "something follows" },
    { "{'people': ['\\ud800']}", "surrogate" },
  };
  g_autoptr (GString) deep = g_string_new ("{\"people\": ");
  g_auto (ImportRun) run = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      import_plain (fixture->db, &run, documents[i][0]);
      g_assert_error (run.error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX);
      g_assert_nonnull (strstr (run.error->message, documents[i][1]));
    }

  for (guint i = 0; i < 1000 * 1000; i++)
    g_string_append_c (deep, '[');
  exchange_import (fixture->db, &run, deep->str, deep->len);
  g_assert_error (run.error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX);
  assert_query (fixture->db, "SELECT count (*) FROM batch", "0");
}

static void
test_rank (void)
{
  static const struct
  {
    const char      *title;
    const char      *country;
    LiaisonPlainBody body;
    LiaisonPlainRank rank;
  } titles[] = {
    { "President", "US", 0, { LIAISON_LEVEL_HEAD_OF_STATE } },
    { "President of the Republic of Finland", "FI", 0, { LIAISON_LEVEL_HEAD_OF_STATE } },
    { "King of Jordan", "JO", 0, { LIAISON_LEVEL_HEAD_OF_STATE } },
    { "President-elect", "BR", 0, { LIAISON_LEVEL_HEAD_OF_STATE, 0, LIAISON_TENURE_DESIGNATE } },
    { "Acting President", "BR", 0, { LIAISON_LEVEL_HEAD_OF_STATE, 0, LIAISON_TENURE_ACTING } },
    { "Vice President", "US", 0, { 0 } },
    { "President of the Senate", "IT", 0, { 0 } },
    { "Crown Prince", "SA", 0, { 0 } },
    { "Interim Prime Minister", "MX", 0, { LIAISON_LEVEL_HEAD_OF_GOVERNMENT, 0, LIAISON_TENURE_INTERIM } },
    { "Federal Chancellor (to 8 December 2021)", "DE", 0, { LIAISON_LEVEL_HEAD_OF_GOVERNMENT } },
    { "Chancellor of the Exchequer", "GB", 0, { 0 } },
    { "President of the Council of Ministers", "IT", 0, { LIAISON_LEVEL_HEAD_OF_GOVERNMENT } },
    { "Deputy Prime Minister", "UA", 0, { 0 } },
    { "Foreign Minister", "FR", 0, { LIAISON_LEVEL_MINISTER, LIAISON_PORTFOLIO_FOREIGN_AFFAIRS } },
    { "Minister for Europe and Foreign Affairs", "FR", 0, { LIAISON_LEVEL_MINISTER, LIAISON_PORTFOLIO_FOREIGN_AFFAIRS } },
    { "Minister of Foreign Affairs; Chair-in-Office", "PL", 0, { LIAISON_LEVEL_MINISTER, LIAISON_PORTFOLIO_FOREIGN_AFFAIRS } },
    { "Secretary of State", "US", 0, { LIAISON_LEVEL_MINISTER, LIAISON_PORTFOLIO_FOREIGN_AFFAIRS } },
    { "Secretary of State", "DE", 0, { 0 } },
    { "Deputy Secretary of State", "US", 0, { LIAISON_LEVEL_DEPUTY_MINISTER, LIAISON_PORTFOLIO_FOREIGN_AFFAIRS } },
    { "Assistant Secretary of State for European Affairs", "US", 0, { 0 } },
    { "Minister of State for Europe", "GB", 0, { 0 } },
    { "Deputy Minister of Defence", "RU", 0, { LIAISON_LEVEL_DEPUTY_MINISTER, LIAISON_PORTFOLIO_DEFENCE } },
    { "Federal Minister of Finance", "DE", 0, { LIAISON_LEVEL_MINISTER, LIAISON_PORTFOLIO_FINANCE } },
    { "Minister of Agriculture", "DE", 0, { LIAISON_LEVEL_MINISTER } },
    { "National Security Advisor", "US", 0, { LIAISON_LEVEL_NATIONAL_SECURITY_ADVISER, LIAISON_PORTFOLIO_SECURITY } },
    { "Chief of the General Staff", "RU", 0, { LIAISON_LEVEL_CHIEF_OF_DEFENCE, LIAISON_PORTFOLIO_ARMED_FORCES } },
    { "U.S. Permanent Representative to NATO", "US", 0, { LIAISON_LEVEL_HEAD_OF_MISSION } },
    { "Secretary General of NATO", "NO", LIAISON_PLAIN_INTERNATIONAL, { LIAISON_LEVEL_HEAD_OF_INTERNATIONAL_ORGANISATION } },
    { "Deputy Secretary General", "RO", LIAISON_PLAIN_INTERNATIONAL, { 0 } },
    { "President of the European Commission", "DE", LIAISON_PLAIN_PART, { LIAISON_LEVEL_HEAD_OF_INTERNATIONAL_ORGANISATION } },
    { "Secretary General of the EEAS", "IT", LIAISON_PLAIN_PART, { 0 } },
    { "", "", 0, { 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      LiaisonPlainRank rank = liaison_plain_guess_rank (titles[i].title, titles[i].country, titles[i].body);

      g_test_message ("%s", titles[i].title);
      g_assert_cmpint (rank.level, ==, titles[i].rank.level);
      g_assert_cmpint (rank.portfolio, ==, titles[i].rank.portfolio);
      g_assert_cmpint (rank.tenure, ==, titles[i].rank.tenure);
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*func) (DbFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/plain-import/document", test_document },
    { "/plain-import/twice", test_twice },
    { "/plain-import/known", test_known },
    { "/plain-import/dirty", test_dirty },
    { "/plain-import/refused-whole", test_refused_whole },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, DbFixture, NULL, db_fixture_set_up, tests[i].func, db_fixture_tear_down);
  g_test_add_func ("/plain-import/rank", test_rank);

  return g_test_run ();
}
