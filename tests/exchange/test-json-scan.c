/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-error.h"
#include "liaison-json-scan.h"

#include <string.h>

/* A text with its length, since some hold NUL. */
#define TEXT(literal) { literal, sizeof (literal) - 1 }

typedef struct
{
  const char *text;
  gsize       length;
} Text;

typedef struct
{
  Text        text;
  const char *place; /* what the error begins with */
} Refused;

static const Text accepted[] = {
  TEXT ("[]"), TEXT ("{}"), TEXT (" [ ] "), TEXT ("\t{\r\n}\n"), TEXT ("[[]]"), TEXT ("[{},{}]"),
  TEXT ("null"), TEXT ("true"), TEXT ("false"), TEXT ("\"\""), TEXT ("0"), TEXT ("-0"), TEXT ("-1"),
  TEXT ("[1,2,3]"), TEXT ("[ 1 , 2 ]"), TEXT ("{\"a\":1,\"b\":2}"), TEXT ("{\"\":0}"), TEXT ("{\"a\":{\"a\":{\"a\":1}}}"),
  TEXT ("[{\"a\":1},{\"a\":1}]"), TEXT ("{\"a\":1,\"A\":2}"), TEXT ("{\"a\":1,\"a \":2}"), TEXT ("{\"a\":1,\"\\u00e4\":2}"),
  TEXT ("9223372036854775807"), TEXT ("-9223372036854775808"), TEXT ("1.5"), TEXT ("1e5"), TEXT ("1E+5"), TEXT ("1e-5"),
  TEXT ("0.1"), TEXT ("0e0"), TEXT ("-0.0"), TEXT ("1e-400"), TEXT ("123456789012345678901234567890.5"),
  TEXT ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""), TEXT ("\"\\u0001\""), TEXT ("\"\\u20AC\""), TEXT ("\"\\ud834\\udd1e\""),
  TEXT ("\"\\uFFFF\""), TEXT ("\"\x7f\""), TEXT ("\"ż\""), TEXT ("\"€\""), TEXT ("\"\xf0\x9d\x84\x9e\""), TEXT ("\"\xf4\x8f\xbf\xbf\""),
  TEXT ("\"\xed\x9f\xbf\""), TEXT ("\"\xee\x80\x80\""), TEXT ("\"\xef\xbf\xbf\""), TEXT ("\"/\""), TEXT ("\"שלום\""),
  TEXT ("\"e\xcc\x81\""), TEXT ("\"\xe2\x80\xa8\""), TEXT ("\"a string longer than a machine word, and then some\""),
};

static const Refused refused[] = {
  { TEXT (""), "byte 1:" },
  { TEXT (" "), "byte 2:" },
  { TEXT ("["), "byte 2:" },
  { TEXT ("{"), "byte 2:" },
  { TEXT ("]"), "byte 1:" },
  { TEXT ("}"), "byte 1:" },
  { TEXT ("[]]"), "byte 3:" },
  { TEXT ("[}"), "byte 2:" },
  { TEXT ("{]"), "byte 2:" },
  { TEXT ("[1,]"), "byte 4:" },
  { TEXT ("[,1]"), "byte 2:" },
  { TEXT ("[1,,2]"), "byte 4:" },
  { TEXT ("[1 2]"), "byte 4:" },
  { TEXT ("[1:2]"), "byte 3:" },
  { TEXT ("[1"), "byte 3:" },
  { TEXT ("[1,"), "byte 4:" },
  { TEXT ("[\"a\","), "byte 6:" },
  { TEXT ("{\"a\":1,}"), "byte 8:" },
  { TEXT ("{,}"), "byte 2:" },
  { TEXT ("{\"a\"}"), "byte 5:" },
  { TEXT ("{\"a\""), "byte 5:" },
  { TEXT ("{\"a\":"), "byte 6:" },
  { TEXT ("{\"a\":}"), "byte 6:" },
  { TEXT ("{\"a\" 1}"), "byte 6:" },
  { TEXT ("{\"a\"::1}"), "byte 6:" },
  { TEXT ("{\"a\":1 \"b\":2}"), "byte 8:" },
  { TEXT ("{a:1}"), "byte 2:" },
  { TEXT ("{1:1}"), "byte 2:" },
  { TEXT ("{'a':1}"), "byte 2:" },
  { TEXT ("{null:1}"), "byte 2:" },
  { TEXT ("[1}"), "byte 3:" },
  { TEXT ("{\"a\":1]"), "byte 7:" },
  { TEXT ("1 2"), "byte 3:" },
  { TEXT ("{} {}"), "byte 4:" },
  { TEXT ("[] //"), "byte 4:" },
  { TEXT ("/* */[]"), "byte 1:" },
  { TEXT ("# x"), "byte 1:" },
  { TEXT ("\xef\xbb\xbf[]"), "byte 1:" },
  { TEXT ("[]\0"), "byte 3:" },
  { TEXT ("\0"), "byte 1:" },
  { TEXT ("tru"), "byte 4:" },
  { TEXT ("True"), "byte 1:" },
  { TEXT ("truE"), "byte 1:" },
  { TEXT ("truex"), "byte 5:" },
  { TEXT ("nul"), "byte 4:" },
  { TEXT ("NaN"), "byte 1:" },
  { TEXT ("Infinity"), "byte 1:" },
  { TEXT ("-Infinity"), "byte 2:" },
  { TEXT ("undefined"), "byte 1:" },
  { TEXT ("+1"), "byte 1:" },
  { TEXT ("01"), "byte 1:" },
  { TEXT ("-01"), "byte 1:" },
  { TEXT ("00"), "byte 1:" },
  { TEXT ("-"), "byte 2:" },
  { TEXT ("--1"), "byte 2:" },
  { TEXT ("-a"), "byte 2:" },
  { TEXT ("1."), "byte 3:" },
  { TEXT ("1.a"), "byte 3:" },
  { TEXT (".5"), "byte 1:" },
  { TEXT ("1.e5"), "byte 3:" },
  { TEXT ("1e"), "byte 3:" },
  { TEXT ("1e+"), "byte 4:" },
  { TEXT ("1e+x"), "byte 4:" },
  { TEXT ("0x10"), "byte 2:" },
  { TEXT ("1_000"), "byte 2:" },
  { TEXT ("9223372036854775808"), "byte 1:" },
  { TEXT ("-9223372036854775809"), "byte 1:" },
  { TEXT ("99999999999999999999999999"), "byte 1:" },
  { TEXT ("1e400"), "byte 1:" },
  { TEXT ("-1e400"), "byte 1:" },
  { TEXT ("\"a"), "byte 3:" },
  { TEXT ("\""), "byte 2:" },
  { TEXT ("\"\\"), "byte 3:" },
  { TEXT ("\"\\\""), "byte 4:" },
  { TEXT ("'a'"), "byte 1:" },
  { TEXT ("\"\\a\""), "byte 3:" },
  { TEXT ("\"\\'\""), "byte 3:" },
  { TEXT ("\"\\x41\""), "byte 3:" },
  { TEXT ("\"\\U0041\""), "byte 3:" },
  { TEXT ("\"\\u\""), "byte 4:" },
  { TEXT ("\"\\u004\""), "byte 4:" },
  { TEXT ("\"\\u00zz\""), "byte 4:" },
  { TEXT ("\"\\u004"), "byte 7:" },
  { TEXT ("\"\\u0000\""), "byte 4:" },
  { TEXT ("\"\\ud834\""), "byte 4:" },
  { TEXT ("\"\\ud834x\""), "byte 4:" },
  { TEXT ("\"\\ud834\\n\""), "byte 4:" },
  { TEXT ("\"\\ud834\\u0041\""), "byte 4:" },
  { TEXT ("\"\\ud834\\ud834\""), "byte 4:" },
  { TEXT ("\"\\udd1e\""), "byte 4:" },
  { TEXT ("\"\\udd1e\\ud834\""), "byte 4:" },
  { TEXT ("\"\\ud834\\udd"), "byte 12:" },
  { TEXT ("\"a\nb\""), "line 1, byte 3:" },
  { TEXT ("\"a\tb\""), "byte 3:" },
  { TEXT ("\"a\0b\""), "byte 3:" },
  { TEXT ("\"\x1f\""), "byte 2:" },
  { TEXT ("\"\x80\""), "byte 2:" },
  { TEXT ("\"\xc0\xaf\""), "byte 2:" },
  { TEXT ("\"\xc1\xbf\""), "byte 2:" },
  { TEXT ("\"\xe0\x80\xaf\""), "byte 2:" },
  { TEXT ("\"\xe0\x9f\xbf\""), "byte 2:" },
  { TEXT ("\"\xed\xa0\x80\""), "byte 2:" },
  { TEXT ("\"\xed\xbf\xbf\""), "byte 2:" },
  { TEXT ("\"\xf0\x80\x80\xaf\""), "byte 2:" },
  { TEXT ("\"\xf0\x8f\xbf\xbf\""), "byte 2:" },
  { TEXT ("\"\xf4\x90\x80\x80\""), "byte 2:" },
  { TEXT ("\"\xf5\x80\x80\x80\""), "byte 2:" },
  { TEXT ("\"\xff\""), "byte 2:" },
  { TEXT ("\"\xfe\xff\""), "byte 2:" },
  { TEXT ("\"\xe4\""), "byte 2:" },
  { TEXT ("\"\xe2\x82\""), "byte 2:" },
  { TEXT ("\"twelve bytes \xe2\x28\xa1\""), "byte 15:" },
  { TEXT ("\"\xe2\x82"), "byte 4:" },
  { TEXT ("{\"\xff\":1}"), "byte 3:" },
  { TEXT ("[\xc3\xa9]"), "byte 2:" },
  { TEXT ("{\"a\":1,\"a\":2}"), "byte 8:" },
  { TEXT ("{\"a\":1,\"\\u0061\":2}"), "byte 8:" },
  { TEXT ("{\"\\u0061\":1,\"b\":0,\"\\u0061\":2}"), "byte 19:" },
  { TEXT ("{\"x\":{\"a\":1,\"b\":2,\"a\":3}}"), "byte 19:" },
  { TEXT ("[{\"\":1,\"\":2}]"), "byte 8:" },
  { TEXT ("{\n  \"a\": 1,\n  \"b\": tru\n}"), "line 3, byte 8:" },
  { TEXT ("\n\n\n?"), "line 4, byte 1:" },
  { TEXT ("[1,\n"), "line 2, byte 1:" },
};

/* Copied to memory of exactly its length, so that a sanitizer sees a read beyond it. */
static gboolean
check (const char *text,
       gsize       length,
       GError    **error)
{
  g_autofree char *copy = g_memdup2 (length ? text : " ", MAX (length, 1));

  return liaison_json_check (copy, length, error);
}

static void
test_accepted (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", accepted[i].text);
      check (accepted[i].text, accepted[i].length, &error);
      g_assert_no_error (error);
    }
}

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = g_strescape (refused[i].text.text, NULL);

      check (refused[i].text.text, refused[i].text.length, &error);
      g_test_message ("%s %s", shown, error ? error->message : "");
      g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, refused[i].place));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

/* What is cut anywhere is refused, and known to be cut. */
static void
test_cut (void)
{
  static const char text[] = "{\"a\": [true, null, -1.5e+3, \"x\\u00e9\\ud834\\udd1e\xf0\x9d\x84\x9e\"], \"b\": {\"c\": \"\"}}";

  for (gsize length = 0; length < sizeof text - 1; length++)
    {
      g_autoptr (LiaisonJsonScan) scan = liaison_json_scan_new ();
      g_autofree char *copy = g_memdup2 (text, MAX (length, 1));
      LiaisonJsonToken token;

      liaison_json_scan_start (scan, copy, length);
      do
        token = liaison_json_scan_next (scan, NULL);
      while (token != LIAISON_JSON_END && token != LIAISON_JSON_ERROR);
      g_assert_cmpint (token, ==, LIAISON_JSON_ERROR);
      g_assert_true (liaison_json_scan_is_cut (scan));
    }
}

static char *
nest (const char *open,
      const char *close,
      guint       depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  for (guint i = 0; close && i < depth; i++)
    g_string_append (text, close);

  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  static const guint refused_depths[] = { LIAISON_JSON_MAX_DEPTH + 1, 1000 * 1000 };
  g_autofree char *deepest = nest ("[", "]", LIAISON_JSON_MAX_DEPTH);

  g_assert_true (check (deepest, strlen (deepest), NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (refused_depths); i++)
    {
      g_autofree char *arrays = nest ("[", "]", refused_depths[i]);
      g_autofree char *objects = nest ("{\"a\":", NULL, refused_depths[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (check (arrays, strlen (arrays), &error));
      g_assert_true (g_str_has_prefix (error->message, "byte 65:"));
      g_assert_false (check (objects, strlen (objects), NULL));
    }
}

/* So many keys that comparing each with each would take minutes; the last is there twice. */
static void
test_many_keys (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 300 * 1000; i++)
    g_string_append_printf (text, "\"key %06u\":0,", i);
  g_string_append (text, "\"last\":0}");
  g_assert_true (check (text->str, text->len, NULL));

  g_string_truncate (text, text->len - 1);
  g_string_append (text, ",\"key 012345\":0}");
  g_assert_false (check (text->str, text->len, &error));
  g_assert_nonnull (strstr (error->message, "key 012345"));
}

static void
test_long_text (void)
{
  g_autoptr (GString) text = g_string_new ("\"");
  g_autoptr (LiaisonJsonScan) scan = liaison_json_scan_new ();
  gsize length;

  while (text->len < 10 * 1024 * 1024)
    g_string_append (text, "plain, łąż, \\n, \\u05e9\\u05dc ");
  g_string_append_c (text, '"');

  liaison_json_scan_start (scan, text->str, text->len);
  g_assert_cmpint (liaison_json_scan_next (scan, NULL), ==, LIAISON_JSON_STRING);
  g_assert_true (g_str_has_prefix (liaison_json_scan_get_text (scan, &length), "plain, łąż, \n, של plain"));
  g_assert_cmpuint (length, >, 5 * 1024 * 1024);
  g_assert_cmpint (liaison_json_scan_next (scan, NULL), ==, LIAISON_JSON_END);
}

/* Writes the tokens of a text down: one word each. */
static char *
describe (LiaisonJsonScan *scan)
{
  static const char * const names[] = { "error", "end", "{", "}", "[", "]", "key", "string", "integer", "number", "true", "false", "null" };
  g_autoptr (GString) words = g_string_new (NULL);
  LiaisonJsonToken token;

  do
    {
      gsize length;
      const char *text;

      token = liaison_json_scan_next (scan, NULL);
      g_string_append_printf (words, "%s%s", words->len ? " " : "", names[token]);
      if (token == LIAISON_JSON_INTEGER)
        g_string_append_printf (words, "=%" G_GINT64_FORMAT, liaison_json_scan_get_integer (scan));
      if (token != LIAISON_JSON_KEY && token != LIAISON_JSON_STRING)
        continue;
      text = liaison_json_scan_get_text (scan, &length);
      g_string_append_printf (words, "=%.*s", (int) length, text);
    }
  while (token != LIAISON_JSON_END && token != LIAISON_JSON_ERROR);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
test_tokens (void)
{
  static const char text[] = " {\"a\\n\" : [ 1, -2.5 , {} ,[ ]], \"b\":\"\\u20ac\", \"c\":true,\"d\":null, \"e\" :false}";
  g_autoptr (LiaisonJsonScan) scan = liaison_json_scan_new ();
  g_autofree char *words = NULL;

  liaison_json_scan_start (scan, text, strlen (text));
  words = describe (scan);
  g_assert_cmpstr (words, ==,
                   "{ key=a\n [ integer=1 number { } [ ] ] key=b string=€ key=c true key=d null key=e false } end");
}

/* One scan for many texts: nothing of one is left for the next. */
static void
test_again (void)
{
  static const char * const texts[] = { "{\"\\u0061\":[1", "{\"a\":1}", "[\"x\"", "{\"a\":2}" };
  static const char * const words[] = { "{ key=a [ integer=1 error", "{ key=a integer=1 } end", "[ string=x error", "{ key=a integer=2 } end" };
  g_autoptr (LiaisonJsonScan) scan = liaison_json_scan_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *described = NULL;

      liaison_json_scan_start (scan, texts[i], strlen (texts[i]));
      described = describe (scan);
      g_assert_cmpstr (described, ==, words[i]);
    }
}

static void
test_skip (void)
{
  static const char text[] = "{\"a\":{\"b\":[1,{\"c\":2}]},\"d\":3}";
  g_autoptr (LiaisonJsonScan) scan = liaison_json_scan_new ();
  g_autofree char *rest = NULL;

  liaison_json_scan_start (scan, text, strlen (text));
  liaison_json_scan_next (scan, NULL);
  liaison_json_scan_next (scan, NULL);
  g_assert_true (liaison_json_scan_skip (scan, liaison_json_scan_next (scan, NULL), NULL));
  rest = describe (scan);
  g_assert_cmpstr (rest, ==, "key=d integer=3 } end");
}

/* Whatever bytes come, the scan ends, and what it accepts is UTF-8 that the next scan accepts too. */
static void
test_random (void)
{
  static const char alphabet[] = "{}[]:,\"\\ua01e-+. \n\xc3\xa9\xf0\x9d\x84\x9e\xed\xa0tfn\0";

  for (guint round = 0; round < 20000; round++)
    {
      gsize length = g_test_rand_int_range (1, 24);
      g_autofree char *text = g_malloc (length);

      for (gsize i = 0; i < length; i++)
        text[i] = alphabet[g_test_rand_int_range (0, sizeof alphabet)];
      if (!liaison_json_check (text, length, NULL))
        continue;
      g_assert_true (g_utf8_validate (text, length, NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-scan/accepted", test_accepted);
  g_test_add_func ("/json-scan/refused", test_refused);
  g_test_add_func ("/json-scan/cut", test_cut);
  g_test_add_func ("/json-scan/depth", test_depth);
  g_test_add_func ("/json-scan/many-keys", test_many_keys);
  g_test_add_func ("/json-scan/long-text", test_long_text);
  g_test_add_func ("/json-scan/tokens", test_tokens);
  g_test_add_func ("/json-scan/again", test_again);
  g_test_add_func ("/json-scan/skip", test_skip);
  g_test_add_func ("/json-scan/random", test_random);

  return g_test_run ();
}
