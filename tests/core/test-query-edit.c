/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "random-query.h"

#include "liaison-query-edit.h"
#include "liaison-query-private.h"

#include <string.h>

/* What a person wrote, and what the program would have written. */
static void
test_print (void)
{
  static const char * const cases[][2] = {
    { "", "" },
    { "  kyiv   -moscow ", "kyiv -moscow" },
    { "WITH:Kuleba Form:Phone-Call,video-call", "with:Kuleba form:phone-call,video-call" },
    { "with:\"Kuleba\"", "with:Kuleba" },
    { "with:“Olaf Scholz”,Draghi", "with:\"Olaf Scholz\",Draghi" },
    { "country:Poland,ua -country:\"South Korea\"", "country:PL,UA -country:KR" },
    { "topic:none topic:\"none\" place:none", "topic:none topic:\"none\" place:none" },
    { "“working lunch” -„press call”", "\"working lunch\" -\"press call\"" },
    { "\"say \\\"no\\\" \\\\ a\"", "\"say \\\"no\\\" \\\\ a\"" },
    { "\"a \\“b\\” c\"", "\"a \\“b\\” c\"" },
    { "with:a\\b,c“d", "with:a\\b,\"c\\“d\"" },
    { "from:-30d on:2021-W49", "from:-30d on:2021-W49" },
    { "form:phone kyiv with: -\"open", "kyiv -\"open\"" },
    { "Jean-Yves 15:30 https://x.eu/a,b --c", "Jean-Yves 15:30 https://x.eu/a,b --c" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonQuery) query = liaison_query_parse (cases[i][0]);
      g_autofree char *printed = liaison_query_print (query);

      g_assert_cmpstr (printed, ==, cases[i][1]);
    }
}

static void
assert_same_value (const LiaisonQueryValue *a,
                   const LiaisonQueryValue *b)
{
  g_assert_cmpstr (a->none ? "" : a->text, ==, b->none ? "" : b->text);
  g_assert_cmpint (a->none, ==, b->none);
  g_assert_cmpint (a->number, ==, b->number);
  g_assert_cmpint (a->first, ==, b->first);
  g_assert_cmpint (a->last, ==, b->last);
}

static void
assert_same_terms (LiaisonQuery *a,
                   LiaisonQuery *b)
{
  GPtrArray *first = liaison_query_get_terms (a);
  GPtrArray *second = liaison_query_get_terms (b);

  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++)
    {
      const LiaisonQueryTerm *one = g_ptr_array_index (first, i);
      const LiaisonQueryTerm *other = g_ptr_array_index (second, i);

      g_assert_cmpint (one->key, ==, other->key);
      g_assert_cmpint (one->negative, ==, other->negative);
      g_assert_cmpuint (one->values->len, ==, other->values->len);
      /* A token is written as the language has it, in whichever case it was typed. */
      for (guint j = 0; j < one->values->len && liaison_query_key_get_info (one->key)->type != LIAISON_VALUE_TOKEN; j++)
        assert_same_value (g_ptr_array_index (one->values, j), g_ptr_array_index (other->values, j));
      for (guint j = 0; j < one->values->len; j++)
        g_assert_cmpint (((LiaisonQueryValue *) g_ptr_array_index (one->values, j))->number, ==,
                         ((LiaisonQueryValue *) g_ptr_array_index (other->values, j))->number);
    }
}

/* Parsed, printed and parsed again, a text means the same; printed again, it is the same; and what is printed has no mistakes. */
static void
check_round_trip (const char *text)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autofree char *printed = liaison_query_print (query);
  g_autoptr (LiaisonQuery) again = liaison_query_parse (printed);
  g_autofree char *printed_again = liaison_query_print (again);

  assert_same_terms (query, again);
  g_assert_cmpstr (printed, ==, printed_again);
  g_assert_cmpuint (liaison_query_get_mistakes (again)->len, ==, 0);
}

static void
test_round_trip (void)
{
  static const char * const pieces[] = {
    "with:", "on:", "is:", "x:", "country:", "-", "\"", "“", "\\", ",", " ", " ", "none", "2021", "today", "ž", "\xff", "Counted", "UA", ":", "&",
    "а", "日本", "\xc2\xa0", "\n",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int n = g_rand_int_range (rand, 0, 10); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      check_round_trip (text->str);
    }

  for (int round = 0; round < 2000; round++)
    {
      g_autofree char *text = random_query_new (rand, 6);

      check_round_trip (text);
    }
}

/* A term goes or changes, and what stands around it stays as it was written. */
static void
test_replace_term (void)
{
  static const struct
  {
    const char *text;
    guint       index;
    const char *term;
    const char *result;
  } cases[] = {
    { "kyiv  by:Biden  form:phone", 1, NULL, "kyiv form:phone" },
    { "by:Biden kyiv", 0, "", "kyiv" },
    { "by:Biden", 0, NULL, "" },
    { "“a b” by:Biden,Blinken foo:bar", 1, "by:Sullivan", "“a b” by:Sullivan foo:bar" },
    { "a -b c", 1, "b", "a b c" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonQuery) query = liaison_query_parse (cases[i].text);
      g_autofree char *result = liaison_query_replace_term (query, cases[i].index, cases[i].term);

      g_assert_cmpstr (result, ==, cases[i].result);
    }
}

static void
test_values (void)
{
  static const char * const sensitivities[] = { "public", "internal", "confidential", NULL };
  static const struct
  {
    const char *text;
    const char *key;
    const char * const *among;
    const char *before;
    const char *set;
    const char *result;
  } cases[] = {
    { "", "form", NULL, "", "meeting|letter", "form:meeting,letter" },
    { "kyiv form:Meeting to:2021", "form", NULL, "meeting", "phone-call", "kyiv form:phone-call to:2021" },
    { "kyiv form:meeting", "form", NULL, "meeting", "", "kyiv" },
    { "kyiv", "form", NULL, "", "", "kyiv" },
    { "-with:A with:\"B C\",D with:E", "with", NULL, "B C|D", "B C|F, G", "-with:A with:\"B C\",\"F, G\" with:E" },
    { "is:counted is:internal", "is", sensitivities, "internal", "internal|confidential", "is:counted is:internal,confidential" },
    { "is:counted", "is", sensitivities, "", "public", "is:counted is:public" },
    { "country:Poland", "country", NULL, "PL", "PL|UA", "country:PL,UA" },
    { "topic:none", "topic", NULL, "none", "none", "topic:none" },
    { "-form:meeting kyiv", "form", NULL, "", "meeting", "kyiv form:meeting" },
    { "-country:UA,PL country:DE -country:PL", "country", NULL, "DE", "DE|PL", "-country:UA country:DE,PL" },
    { "-topic:meeting", "form", NULL, "", "meeting", "-topic:meeting form:meeting" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonQuery) query = liaison_query_parse (cases[i].text);
      g_auto (GStrv) before = liaison_query_dup_values (query, cases[i].key, cases[i].among);
      g_autofree char *joined = g_strjoinv ("|", before);
      g_auto (GStrv) set = *cases[i].set ? g_strsplit (cases[i].set, "|", -1) : g_new0 (char *, 1);
      g_autofree char *result = liaison_query_set_values (query, cases[i].key, cases[i].among, (const char * const *) set);

      g_assert_cmpstr (joined, ==, cases[i].before);
      g_assert_cmpstr (result, ==, cases[i].result);
    }
}

static void
test_describe (DbFixture     *fixture,
               gconstpointer  data)
{
  const char *uuid = db_fixture_uuid (LIAISON_KIND_CONTACT, 1);
  g_autofree char *text = g_strdup_printf ("form:phone-call,meeting -country:PL with:%s by:none \"a b\" org:%s", uuid, uuid);
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GString) described = g_string_new (NULL);
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GError) error = NULL;

  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 1, "name", "Dmytro Kuleba", NULL);
  g_assert_true (liaison_query_has_uuids (query));
  names = liaison_query_name_records (fixture->db, query, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < liaison_query_get_n_terms (query); i++)
    {
      g_autofree char *one = liaison_query_describe_term (query, i, i < 5 ? names : NULL);

      g_string_append_printf (described, "%s|", one);
    }

  g_assert_true (g_str_has_prefix (described->str, "form: Phone call or Meeting|not country: Poland|with: Dmytro Kuleba|by: none|phrase: a b|org: "));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/edit/print", test_print);
  g_test_add_func ("/query/edit/round-trip", test_round_trip);
  g_test_add_func ("/query/edit/replace-term", test_replace_term);
  g_test_add_func ("/query/edit/values", test_values);
  g_test_add ("/query/edit/describe", DbFixture, NULL, db_fixture_set_up, test_describe, db_fixture_tear_down);

  return g_test_run ();
}
