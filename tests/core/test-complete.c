/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"

#include "liaison-complete.h"
#include "liaison-saved-search.h"

#include <string.h>

static void
put_store (LiaisonDb *db)
{
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, 1, "name", "Bucharest Nine", "short_name", "B9", "kind", "grouping", NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, 2, "name", "Ministry of Foreign Affairs", "kind", "ministry", "country", "UA", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 1, "name", "Antony J. Blinken", "family", "Blinken", "side", "ours", "country", "US", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 2, "name", "Dmytro Kuleba", "family", "Kuleba", "side", "theirs", "country", "UA", "tags", "press list", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 3, "name", "Volodymyr Zelenskyy", "family", "Zelenskyy", "side", "theirs", "country", "UA", NULL);
  db_fixture_put (db, LIAISON_KIND_TOPIC, 1, "name", "Minsk, the agreements", NULL);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, 1, "title", "Call", "start", "2022-01-11", "precision", "day", "form", "phone-call",
                  "status", "held", "place", "Geneva", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 1, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 1),
                  "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, 2), "side", "theirs", NULL);
  db_fixture_put (db, LIAISON_KIND_SAVED_SEARCH, 1, "name", "Calls to Kyiv", "entity", "engagements", "query", "country:UA group:calls", NULL);
}

/* The completions at the bar in @text, each as its label. */
static char *
complete (LiaisonDb  *db,
          const char *text)
{
  static const char * const recent[] = { "kuleba from:2021-12", NULL };
  const char *bar = strchr (text, '|');
  g_autofree char *before = g_strndup (text, bar - text);
  g_autofree char *typed = g_strconcat (before, bar + 1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = liaison_complete (db, LIAISON_ENTITY_ENGAGEMENTS, typed, bar - text, recent, &error);
  GString *labels = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (labels, "%s[%s]", i > 0 ? " " : "", liaison_completion_get_label (g_ptr_array_index (found, i)));

  return g_string_free (labels, FALSE);
}

/* What the text is when the first completion is accepted, with a bar where the cursor stands. */
static char *
accept_first (LiaisonDb  *db,
              const char *text)
{
  const char *bar = strchr (text, '|');
  g_autofree char *before = g_strndup (text, bar - text);
  g_autofree char *typed = g_strconcat (before, bar + 1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = liaison_complete (db, LIAISON_ENTITY_ENGAGEMENTS, typed, bar - text, NULL, &error);
  GString *result;

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, >, 0);
  result = g_string_new (liaison_completion_get_text (g_ptr_array_index (found, 0)));
  g_string_insert (result, liaison_completion_get_cursor (g_ptr_array_index (found, 0)), "|");

  return g_string_free (result, FALSE);
}

static void
test_labels (DbFixture     *fixture,
             gconstpointer  data)
{
  static const char * const cases[][2] = {
    { "kul|", "[with: Dmytro Kuleba] [kuleba from:2021-12]" },
    { "Кул|", "[with: Dmytro Kuleba] [kuleba from:2021-12]" },
    { "blin|", "[by: Antony J. Blinken]" },
    { "from:2021 zel|", "[with: Volodymyr Zelenskyy]" },
    { "with:|", "[Dmytro Kuleba] [none]" },
    { "with:zel|", "[Volodymyr Zelenskyy]" },
    { "-with:Kuleba,\"zelen|", "[Volodymyr Zelenskyy]" },
    { "by:bl|ab", "[Antony J. Blinken]" },
    { "country:|", "[Ukraine] [United States] [none]" },
    { "country:ukr|", "[Ukraine]" },
    { "country:unite|", "[United States] [United Arab Emirates] [United Kingdom] [United States Minor Outlying Islands]" },
    { "kyiv -|", "[with:] [country:] [org:] [grouping:] [level:] [by:] [office:] [our-level:] [format:] [form:] [group:] [topic:]" },
    { "grouping:|", "[Bucharest Nine]" },
    { "format:b9|", "[Bucharest Nine]" },
    { "topic:|", "[Minsk, the agreements] [none]" },
    { "place:gen|", "[Geneva]" },
    { "tag:|", "[press list]" },
    { "form:v|", "[Video call] [Visit made] [Visit hosted]" },
    { "form:call|", "[Phone call] [Video call]" },
    { "is:un|", "[Unsourced] [Counterpart not named] [Undated]" },
    { "on:2022|", "[2022-01] [2022-Q1] [2022]" },
    { "from:y|", "[yesterday]" },
    { "2021-12|", "[on: 2021-12] [kuleba from:2021-12]" },
    { "kyiv 2022|", "[on: 2022]" },
    { "2021-13|", "" },
    { "-30d|", "[from: -30d]" },
    { "phon|", "[form: Phone call]" },
    { "kyiv|", "[Calls to Kyiv]" },
    { "counterp|", "[is: Counterpart not named] [with:] [country:] [org:] [grouping:] [level:]" },
    { "\"kul|", "" },
    { "foo:ku|", "" },
    { "&|", "" },
  };

  put_store (fixture->db);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *labels = complete (fixture->db, cases[i][0]);

      if (!g_str_equal (labels, cases[i][1]))
        g_error ("“%s”: %s", cases[i][0], labels);
    }
}

static void
test_accept (DbFixture     *fixture,
             gconstpointer  data)
{
  static const char * const cases[][2] = {
    { "kul|", "with:\"Dmytro Kuleba\" |" },
    { "-kul|", "-with:\"Dmytro Kuleba\" |" },
    { "from:2021 kul| form:meeting", "from:2021 with:\"Dmytro Kuleba\"| form:meeting" },
    { "with:Scholz,kul|", "with:Scholz,\"Dmytro Kuleba\" |" },
    { "with:kul|,Scholz", "with:\"Dmytro Kuleba\"|,Scholz" },
    { "with:\"dmytro k|", "with:\"Dmytro Kuleba\" |" },
    { "with:\"dmytro k|x\" kyiv", "with:\"Dmytro Kuleba\"| kyiv" },
    { "grouping:buch|", "grouping:B9 |" },
    { "topic:min|", "topic:\"Minsk, the agreements\" |" },
    { "coun|", "country:|" },
    { "kyiv -2021-12-09|", "kyiv -on:2021-12-09 |" },
    { "kyiv -30d| by:blinken", "kyiv from:-30d| by:blinken" },
    { "country:ukra|", "country:UA |" },
    { "kyiv|", "country:UA group:calls|" },
  };

  put_store (fixture->db);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = accept_first (fixture->db, cases[i][0]);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

/* At any place of any text something can be accepted without a mistake that was not there before. */
static void
test_any_place (DbFixture     *fixture,
                gconstpointer  data)
{
  static const char * const pieces[] = { "with:", "on:", "is:", "x:", "-", "\"", "“", "\\", ",", " ", "none", "2021", "ž", "ku", "UA", ":", "Зел" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  put_store (fixture->db);
  for (int round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) found = NULL;
      g_autoptr (GError) error = NULL;
      const char *at;

      for (int n = g_rand_int_range (rand, 0, 7); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      at = g_utf8_offset_to_pointer (text->str, g_rand_int_range (rand, 0, g_utf8_strlen (text->str, -1) + 1));
      found = liaison_complete (fixture->db, LIAISON_ENTITY_ENGAGEMENTS, text->str, at - text->str, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (found->len, <=, 12);

      for (guint i = 0; i < found->len; i++)
        {
          LiaisonCompletion *completion = g_ptr_array_index (found, i);
          const char *result = liaison_completion_get_text (completion);
          const char *cursor = result + liaison_completion_get_cursor (completion);

          g_assert_true (g_utf8_validate (result, cursor - result, NULL) && g_utf8_validate (cursor, -1, NULL));
        }
    }
}

static void
test_count (DbFixture     *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  put_store (fixture->db);
  found = liaison_complete (fixture->db, LIAISON_ENTITY_ENGAGEMENTS, "with:", 5, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (liaison_complete_count (fixture->db, LIAISON_ENTITY_ENGAGEMENTS, g_ptr_array_index (found, 0), &error), ==, 1);
  g_assert_cmpint (liaison_complete_count (fixture->db, LIAISON_ENTITY_ENGAGEMENTS, g_ptr_array_index (found, 1), &error), ==, 0);
  g_assert_no_error (error);

  g_assert_cmpstr (liaison_completion_get_count (g_ptr_array_index (found, 0)), ==, "");
  liaison_completion_set_count (g_ptr_array_index (found, 0), 1);
  g_assert_cmpstr (liaison_completion_get_count (g_ptr_array_index (found, 0)), ==, "1");
}

/* Behind other terms come first the values that occur in what these find, and the others after them. */
static void
test_among_found (DbFixture     *fixture,
                  gconstpointer  data)
{
  static const char * const cases[][2] = {
    { "country:|", "[Ukraine] [Poland] [United States] [none]" },
    { "borscht country:|", "[Poland] [Ukraine] [United States] [none]" },
    { "country:| borscht", "[Poland] [Ukraine] [United States] [none]" },
    { "borscht -country:|", "[Poland] [Ukraine] [United States] [none]" },
    { "borscht country:pol|", "[Poland] [French Polynesia]" },
    { "borscht country:UA,|", "[Poland] [Ukraine] [United States] [none]" },
    { "geneva country:|", "[Ukraine] [Poland] [United States] [none]" },
    { "borscht with:|", "[Radosław Sikorski] [Dmytro Kuleba] [none]" },
    { "borscht with:sik|", "[Radosław Sikorski]" },
    { "borscht with:kul|", "[Dmytro Kuleba]" },
    { "borscht topic:|", "[Soup] [Minsk, the agreements] [none]" },
    { "borscht place:|", "[Warsaw] [Geneva]" },
  };

  put_store (fixture->db);
  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 4, "name", "Radosław Sikorski", "family", "Sikorski", "side", "theirs", "country", "PL", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_TOPIC, 2, "name", "Soup", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, 2, "title", "Borscht", "start", "2021-01-11", "precision", "day", "form", "meeting",
                  "status", "held", "place", "Warsaw", "topics", db_fixture_uuid (LIAISON_KIND_TOPIC, 2), NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 2, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 2),
                  "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, 4), "side", "theirs", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *labels = complete (fixture->db, cases[i][0]);

      if (!g_str_equal (labels, cases[i][1]))
        g_error ("“%s”: %s", cases[i][0], labels);
    }
}

static void
test_is_typing (void)
{
  g_assert_true (liaison_complete_is_typing ("ku", 2));
  g_assert_true (liaison_complete_is_typing ("with:", 5));
  g_assert_true (liaison_complete_is_typing ("kyiv -", 6));
  g_assert_false (liaison_complete_is_typing ("", 0));
  g_assert_false (liaison_complete_is_typing ("kyiv ", 5));
  g_assert_false (liaison_complete_is_typing ("\"kyiv", 5));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/complete/labels", DbFixture, NULL, db_fixture_set_up, test_labels, db_fixture_tear_down);
  g_test_add ("/complete/accept", DbFixture, NULL, db_fixture_set_up, test_accept, db_fixture_tear_down);
  g_test_add ("/complete/any-place", DbFixture, NULL, db_fixture_set_up, test_any_place, db_fixture_tear_down);
  g_test_add ("/complete/count", DbFixture, NULL, db_fixture_set_up, test_count, db_fixture_tear_down);
  g_test_add ("/complete/among-found", DbFixture, NULL, db_fixture_set_up, test_among_found, db_fixture_tear_down);
  g_test_add_func ("/complete/is-typing", test_is_typing);

  return g_test_run ();
}
