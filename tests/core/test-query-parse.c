/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-query-private.h"

#include <string.h>

/* The terms as one text: key, sign, and for each value what was understood. */
static char *
describe (LiaisonQuery *query)
{
  GPtrArray *terms = liaison_query_get_terms (query);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);
      const char *name = liaison_query_key_get_info (term->key)->name;

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", term->negative ? "-" : "",
                              name ? name : term->key == LIAISON_QUERY_WORD ? "word" : "phrase");
      for (guint j = 0; j < term->values->len; j++)
        {
          const LiaisonQueryValue *value = g_ptr_array_index (term->values, j);

          g_string_append (text, j > 0 ? "," : "=");
          if (value->none)
            g_string_append (text, "NONE");
          else if (value->number)
            g_string_append_printf (text, "#%d", value->number);
          else if (value->first)
            g_string_append_printf (text, "%d..%d", value->first, value->last);
          else
            g_string_append (text, value->text);
        }
    }

  return g_string_free (text, FALSE);
}

static void
test_terms (void)
{
  static const struct
  {
    const char *text;
    const char *terms;
  } cases[] = {
    { NULL, "" },
    { "  \t\n ", "" },
    { "kyiv", "word=kyiv" },
    { "Jean-Yves 15:30 https://x.eu/a", "word=Jean-Yves word=15:30 word=https://x.eu/a" },
    { "-kyiv \"working lunch\" -\"press call\"", "-word=kyiv phrase=working lunch -phrase=press call" },
    { "“working lunch”", "phrase=working lunch" },
    { "\"say \\\"no\\\" \\\\ a\"", "phrase=say \"no\" \\ a" },
    { "with:Kuleba by:\"Jake Sullivan\"", "with=Kuleba by=Jake Sullivan" },
    { "with:Kuleba,\"Olaf Scholz\",Draghi", "with=Kuleba,Olaf Scholz,Draghi" },
    { "WITH:Kuleba Form:Phone-Call", "with=Kuleba form=#1" },
    { "country:ua,Poland,\"South Korea\"", "country=UA,PL,KR" },
    { "-country:ru", "-country=RU" },
    { "level:head-of-state,minister", "level=#1,#4" },
    { "group:calls,meetings status:held evidence:none side:third initiated:mutual", "group=#1,#2 status=#2 evidence=#3 side=#3 initiated=#3" },
    { "org:none with:none country:none by:none office:none format:none topic:none level:none initiated:none",
      "org=NONE with=NONE country=NONE by=NONE office=NONE format=NONE topic=NONE level=NONE initiated=NONE" },
    { "topic:\"none\" place:none tag:none", "topic=none place=none tag=none" },
    { "grouping:B9 format:G7 office:\"State Department\" tag:press place:\"Washington, DC\"",
      "grouping=B9 format=G7 office=State Department tag=press place=Washington, DC" },
    { "on:2021-12-09", "on=20211209..20211209" },
    { "from:2021-12 to:2021", "from=20211201..20211231 to=20210101..20211231" },
    { "from:today to:-30d begins:2021-W49", "from=20220114..20220114 to=20211215..20211215 begins=20211206..20211212" },
    { "is:counted,bilateral -is:confidential", "is=#1,#5 -is=#18" },
    { "with:867e7233-a9b0-55f5-95ce-638773325176", "with=867e7233-a9b0-55f5-95ce-638773325176" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonQuery) query = liaison_query_parse (cases[i].text);
      g_autoptr (GError) error = NULL;
      g_autofree char *terms = describe (query);

      g_assert_true (liaison_query_check (query, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (terms, ==, cases[i].terms);
      g_assert_cmpint (liaison_query_is_empty (query), ==, *cases[i].terms == '\0');
    }
}

/* Every mistake is told with its place, and the rest of the text stands. */
static void
test_mistakes (void)
{
  static const struct
  {
    const char *text;
    const char *wrong; /* the stretches, separated by | */
    const char *terms;
    const char *message; /* a part of the first one */
  } cases[] = {
    { "kyiv form:phone", "phone", "word=kyiv", "phone-call, video-call" },
    { "form:meeting,phone,letter", "phone", "form=#3,#10", "“form:” knows" },
    { "wiht:Kuleba kyiv", "wiht:Kuleba", "word=kyiv", "with, country, org" },
    { "colour:red,\"dark blue\" kyiv", "colour:red,\"dark blue\"", "word=kyiv", "“colour:” is no key" },
    { "with: Kuleba", "with:", "word=Kuleba", "missing after “with:”" },
    { "with:Kuleba, Scholz", ",", "with=Kuleba word=Scholz", "missing after “,”" },
    { "country:Ruritania", "Ruritania", "", "No country is called “Ruritania”" },
    { "from:2021-02-30 kyiv", "2021-02-30", "word=kyiv", "28 days" },
    { "on:someday", "someday", "", "someday" },
    { "& kyiv", "&", "word=kyiv", "no letter or digit" },
    { "- kyiv", "-", "word=kyiv", "no letter or digit" },
    { "\"working lunch", "\"working lunch", "phrase=working lunch", "not closed" },
    { "with:\"Olaf Scholz\"x", "x", "with=Olaf Scholz", "space or a comma" },
    { "format:none,G7", "none", "format=G7", "stand alone" },
    { "is:cuonted x:1 kyiv", "cuonted|x:1", "word=kyiv", "counted, container" },
    { "-wiht:a \"b", "wiht:a|\"b", "phrase=b", "no key" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonQuery) query = liaison_query_parse (cases[i].text);
      GPtrArray *mistakes = liaison_query_get_mistakes (query);
      g_autoptr (GString) wrong = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *terms = describe (query);

      for (guint j = 0; j < mistakes->len; j++)
        {
          const LiaisonQueryMistake *mistake = g_ptr_array_index (mistakes, j);

          g_string_append_printf (wrong, "%s%.*s", j > 0 ? "|" : "", (int) mistake->length, cases[i].text + mistake->start);
        }

      g_assert_cmpstr (wrong->str, ==, cases[i].wrong);
      g_assert_cmpstr (terms, ==, cases[i].terms);
      g_assert_false (liaison_query_check (query, &error));
      g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

static void
test_place_counts_characters (void)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse ("Žižka form:x");
  g_autoptr (GError) error = NULL;

  g_assert_false (liaison_query_check (query, &error));
  g_assert_true (g_str_has_prefix (error->message, "At character 12 of the query: “x”"));
}

static void
test_span (void)
{
  static const struct
  {
    const char *text;
    int         first;
    int         last;
  } cases[] = {
    { "kyiv", 0, 99999999 },
    { "from:2021-12", 20211201, 99999999 },
    { "to:2021-12", 0, 20211231 },
    { "from:2021-11-29 to:2022-01-11", 20211129, 20220111 },
    { "on:2021-W49", 20211206, 20211212 },
    { "on:2021-12,2021-10", 20211001, 20211231 },
    { "from:2021 from:2021-12 to:2022 to:2022-01", 20211201, 20220131 },
    { "-on:2021 -from:2020", 0, 99999999 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonQuery) query = liaison_query_parse (cases[i].text);
      int first;
      int last;

      liaison_query_get_span (query, &first, &last);
      g_assert_cmpint (first, ==, cases[i].first);
      g_assert_cmpint (last, ==, cases[i].last);
    }
}

/* Any bytes make a query: every mistake and every value lies inside the text, and nothing of it is lost. */
static void
test_any_text (void)
{
  static const char * const pieces[] = {
    "with:", "on:", "is:", "x:", "-", "\"", "“", "\\", ",", " ", "none", "2021", "ž", "\xff", "counted", "UA", ":", "&",
  };

  for (int round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (LiaisonQuery) query = NULL;
      GPtrArray *mistakes;
      GPtrArray *terms;
      gsize length;

      for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

      query = liaison_query_parse (text->str);
      length = strlen (liaison_query_get_text (query));
      g_assert_true (g_utf8_validate (liaison_query_get_text (query), -1, NULL));

      mistakes = liaison_query_get_mistakes (query);
      for (guint i = 0; i < mistakes->len; i++)
        {
          const LiaisonQueryMistake *mistake = g_ptr_array_index (mistakes, i);

          g_assert_cmpuint (mistake->length, >, 0);
          g_assert_cmpuint (mistake->start + mistake->length, <=, length);
        }

      terms = liaison_query_get_terms (query);
      for (guint i = 0; i < terms->len; i++)
        {
          const LiaisonQueryTerm *term = g_ptr_array_index (terms, i);

          g_assert_cmpuint (term->start + term->length, <=, length);
          g_assert_cmpuint (term->values->len, >, 0);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/parse/terms", test_terms);
  g_test_add_func ("/query/parse/mistakes", test_mistakes);
  g_test_add_func ("/query/parse/place-counts-characters", test_place_counts_characters);
  g_test_add_func ("/query/parse/span", test_span);
  g_test_add_func ("/query/parse/any-text", test_any_text);

  return g_test_run ();
}
