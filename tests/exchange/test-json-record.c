/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-json-record.h"

#include "exchange-fixture.h"

#include <string.h>

#define UUID "017e0003-0000-7000-8000-000000000001"
#define OTHER_UUID "017e0003-0000-7000-8000-000000000002"
#define TIMES "\"created\": \"2022-01-14T12:00:00Z\", \"modified\": \"2022-01-15T23:59:59Z\""
#define BEGINNING(kind) "{\"record\": \"" kind "\", \"uuid\": \"" UUID "\", " TIMES ", \"sensitivity\": \"public\""

static LiaisonRecord *
read_record (const char *line,
             GError    **error)
{
  g_autoptr (LiaisonJsonScan) scan = liaison_json_scan_new ();
  /* Of exactly its length, so that a sanitizer sees a read beyond it. */
  g_autofree char *copy = g_memdup2 (line, strlen (line));

  return liaison_json_read_record (scan, copy, strlen (line), error);
}

static char *
write_record (const LiaisonRecord *record)
{
  GString *json = g_string_new (NULL);

  liaison_json_write_record (json, record);

  return g_string_free (json, FALSE);
}

/* The text of a record and the same in another way: both are read as the same, which is written in the first way. */
static void
assert_canonical (const char *line,
                  const char *variant)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonRecord) record = read_record (variant, &error);
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  written = write_record (record);
  g_assert_cmpstr (written, ==, line);
}

static void
test_golden (void)
{
  static const char contact[] =
    BEGINNING ("contact") ", \"name\": \"Dmytro \\\"Dima\\\" Kuleba\", \"family\": \"Kuleba\", \"other_names\": [\"Дмитро Кулеба\", \"Kuleba, D.\"], "
    "\"side\": \"theirs\", \"country\": \"UA\", \"note\": \"One.\\nTwo\\t\\\\ \\u001f \x7f\", \"tags\": [\"a\"], \"cadence\": 30, \"archived\": true}\n";
  static const char engagement[] =
    BEGINNING ("engagement") ", \"title\": \"שלום e\xcc\x81 \xf0\x9d\x84\x9e \xe2\x80\xa8\", \"start\": \"2021-12-09T15:30\", \"precision\": \"minute\", "
    "\"form\": \"phone-call\", \"format\": \"" OTHER_UUID "\", \"status\": \"not-held\", \"topics\": [\"" OTHER_UUID "\", \"" UUID "\"]}\n";

  assert_canonical (contact, contact);
  assert_canonical (engagement, engagement);
}

static void
test_variants (void)
{
  static const char line[] = BEGINNING ("contact") ", \"name\": \"Łukasz\", \"side\": \"ours\"}\n";
  static const char * const variants[] = {
    "{\"side\":\"ours\",\"name\":\"\\u0141ukasz\"," TIMES ",\"uuid\":\"" UUID "\",\"record\":\"contact\"}",
    "{\"uuid\":\"017E0003-0000-7000-8000-000000000001\"," TIMES ",\"record\":\"contact\",\"side\":\"ours\",\"name\":\"Łukasz\"}",
    " { \"record\" : \"contact\" , \"name\" : \"Łukasz\", \"uuid\":\"" UUID "\" ," TIMES ", \"side\" : \"ours\" } \r",
    BEGINNING ("contact") ",\"name\":\"Łukasz\",\"side\":\"ours\",\"note\":\"\",\"tags\":[],\"cadence\":0,\"archived\":false}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (variants); i++)
    assert_canonical (line, variants[i]);
}

static void
test_without_times (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonRecord) record = read_record ("{\"record\":\"topic\",\"uuid\":\"" UUID "\",\"name\":\"Energy\"}", &error);

  g_assert_no_error (error);
  g_assert_cmpint (liaison_record_get_created (record), ==, 0);
  g_assert_cmpint (liaison_record_get_modified (record), ==, 0);
  g_assert_cmpint (liaison_record_get_sensitivity (record), ==, LIAISON_SENSITIVITY_PUBLIC);
}

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    gint64      seconds;
  } times[] = {
    { "1970-01-01T00:00:01Z", 1 },          { "1969-12-31T23:59:59Z", -1 },         { "2000-02-29T12:00:00Z", 951825600 },
    { "2038-01-19T03:14:08Z", 2147483648 }, { "1900-03-01T00:00:00Z", -2203891200 }, { "9999-12-31T23:59:59Z", 253402300799 },
    { "0001-01-01T00:00:00Z", -62135596800 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *line = g_strdup_printf ("{\"record\": \"topic\", \"uuid\": \"" UUID "\", \"created\": \"%s\", \"modified\": \"%s\", "
                                               "\"sensitivity\": \"internal\", \"name\": \"Energy\"}\n", times[i].text, times[i].text);
      g_autoptr (LiaisonRecord) record = read_record (line, NULL);

      g_assert_cmpint (liaison_record_get_created (record), ==, times[i].seconds);
      assert_canonical (line, line);
    }
}

/* What a damaged store holds is no time of the calendar. */
static void
test_times_outside (void)
{
  g_autoptr (LiaisonRecord) record = liaison_record_new (LIAISON_KIND_TOPIC, UUID);
  g_autofree char *line = NULL;

  liaison_record_set_created (record, G_MININT64);
  liaison_record_set_modified (record, G_MAXINT64);
  line = write_record (record);
  g_assert_nonnull (strstr (line, "\"created\": \"0001-01-01T00:00:00Z\", \"modified\": \"9999-12-31T23:59:59Z\""));
}

/* A line, and what is said of it. */
static const char * const refused[][2] = {
  { "[]", "must be an object" },
  { "\"record\"", "must be an object" },
  { "{}", "“record” is missing" },
  { "{\"uuid\":\"" UUID "\"}", "“record” is missing" },
  { "{\"record\":\"topic\"}", "“uuid” is missing" },
  { "{\"record\":\"person\",\"uuid\":\"" UUID "\"}", "no kind of record called “person”" },
  { "{\"record\":\"\",\"uuid\":\"" UUID "\"}", "no kind of record" },
  { "{\"record\":null,\"uuid\":\"" UUID "\"}", "“record” must be a string" },
  { "{\"record\":\"topic\",\"uuid\":7}", "“uuid” must be a string" },
  { "{\"record\":\"topic\",\"uuid\":\"\"}", "“uuid” must be a UUID" },
  { "{\"record\":\"topic\",\"uuid\":\"" UUID "0\"}", "“uuid” must be a UUID" },
  { "{\"record\":\"topic\",\"uuid\":\"017e0003-0000-7000-8000-00000000000g\"}", "“uuid” must be a UUID" },
  { "{\"record\":\"topic\",\"uuid\":\"{17e0003-0000-7000-8000-00000000000}\"}", "“uuid” must be a UUID" },
  { BEGINNING ("topic") ",\"name\":\"a\",\"titel\":\"b\"}", "a record of the kind “topic” has no “titel”" },
  { BEGINNING ("topic") ",\"title\":\"b\"}", "has no “title”" },
  { "{\"titel\":\"b\",\"record\":\"topic\",\"uuid\":\"" UUID "\"}", "has no “titel”" },
  { BEGINNING ("topic") ",\"name\":null}", "“name” must be a string" },
  { BEGINNING ("topic") ",\"name\":[\"a\"]}", "“name” must be a string" },
  { BEGINNING ("topic") ",\"name\":{\"a\":1}}", "“name” must be a string" },
  { BEGINNING ("topic") ",\"name\":1}", "“name” must be a string" },
  { BEGINNING ("topic") ",\"parent\":\"\"}", "“parent” must be a UUID" },
  { BEGINNING ("contact") ",\"side\":\"us\"}", "“side” cannot be “us”; it is one of ours, theirs, third" },
  { BEGINNING ("contact") ",\"side\":1}", "“side” must be a string" },
  { BEGINNING ("contact") ",\"cadence\":\"30\"}", "“cadence” must be an integer" },
  { BEGINNING ("contact") ",\"cadence\":30.0}", "“cadence” must be an integer" },
  { BEGINNING ("contact") ",\"cadence\":9223372036854775808}", "the number is too large" },
  { BEGINNING ("contact") ",\"archived\":1}", "“archived” must be true or false" },
  { BEGINNING ("contact") ",\"archived\":\"true\"}", "“archived” must be true or false" },
  { BEGINNING ("contact") ",\"tags\":\"a\"}", "“tags” must be an array" },
  { BEGINNING ("contact") ",\"tags\":[1]}", "“tags” must be a string" },
  { BEGINNING ("contact") ",\"tags\":[\"\"]}", "“tags” holds an empty text" },
  { BEGINNING ("contact") ",\"tags\":[\"a\\nb\"]}", "“tags” holds a text of several lines" },
  { BEGINNING ("contact") ",\"tags\":[\"a\",\"b\",\"a\"]}", "“tags” holds “a” twice" },
  { BEGINNING ("engagement") ",\"topics\":[\"energy\"]}", "“topics” must be a UUID" },
  { BEGINNING ("engagement") ",\"topics\":[\"" UUID "\",\"" UUID "\"]}", "twice" },
  { "{\"record\":\"topic\",\"uuid\":\"" UUID "\",\"created\":\"2022-01-14\"}", "“created” must be a time" },
  { "{\"record\":\"topic\",\"uuid\":\"" UUID "\",\"created\":\"2022-02-30T00:00:00Z\"}", "“created” must be a time" },
  { "{\"record\":\"topic\",\"uuid\":\"" UUID "\",\"created\":\"2022-01-14T24:00:00Z\"}", "“created” must be a time" },
  { "{\"record\":\"topic\",\"uuid\":\"" UUID "\",\"modified\":\"2022-01-14T00:00:00+00:00\"}", "“modified” must be a time" },
  { "{\"record\":\"topic\",\"uuid\":\"" UUID "\",\"modified\":1642161600}", "“modified” must be a string" },
  { "{\"record\":\"topic\",\"uuid\":\"" UUID "\",\"sensitivity\":\"secret\"}", "“sensitivity” cannot be “secret”" },
  { BEGINNING ("topic") ",\"name\":\"a\",\"name\":\"b\"}", "the key “name” is given twice" },
  { BEGINNING ("topic") ",\"record\":\"contact\",\"side\":\"ours\"}", "has no “side”" },
  { BEGINNING ("topic") ",\"name\":\"a\"", "ends too early" },
  { BEGINNING ("topic") ",\"name\":\"a\"} {}", "something follows" },
  { BEGINNING ("topic") ",\"name\":\"\xff\"}", "not UTF-8" },
  { BEGINNING ("topic") ",\"name\":\"a\\u0000b\"}", "U+0000" },
};

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LiaisonRecord) record = read_record (refused[i][0], &error);

      g_test_message ("%s", error ? error->message : refused[i][0]);
      g_assert_null (record);
      g_assert_nonnull (strstr (error->message, refused[i][1]));
      g_assert_true (g_str_has_prefix (error->message, "byte "));
    }
}

/* Every line of the shipped data is read and written again as it stands. */
static void
test_data (gconstpointer name)
{
  g_autofree char *text = exchange_load_data (name);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_lines = g_strv_length (lines);

  g_assert_cmpuint (n_lines, >, 200);
  g_assert_cmpstr (lines[n_lines - 1], ==, "");
  for (guint i = 1; i < n_lines - 1; i++)
    {
      g_autofree char *line = g_strconcat (lines[i], "\n", NULL);

      assert_canonical (line, line);
    }
}

static void
test_header (void)
{
  static const struct
  {
    const char *line;
    int         code; /* -1 where it is accepted */
  } headers[] = {
    { "{\"format\": \"liaison-json\", \"version\": 1}", -1 },
    { " {\"version\":1,\"format\":\"liaison-json\"}\r", -1 },
    { "{\"format\": \"liaison-json\", \"version\": 2}", LIAISON_ERROR_NEWER },
    { "{\"format\": \"liaison-json\", \"version\": 2, \"needs\": [\"x\"]}", LIAISON_ERROR_NEWER },
    { "{\"format\": \"liaison-json\", \"version\": 0}", LIAISON_ERROR_SYNTAX },
    { "{\"format\": \"liaison-json\", \"version\": \"1\"}", LIAISON_ERROR_SYNTAX },
    { "{\"format\": \"liaison-json\", \"version\": 1.5}", LIAISON_ERROR_SYNTAX },
    { "{\"format\": \"liaison-json\"}", LIAISON_ERROR_SYNTAX },
    { "{\"format\": \"geojson\", \"version\": 1}", LIAISON_ERROR_SYNTAX },
    { "{\"format\": \"liaison-json\", \"version\": 1, \"extra\": true}", LIAISON_ERROR_SYNTAX },
    { "{\"format\": \"liaison-json\", \"version\": 1, \"version\": 1}", LIAISON_ERROR_SYNTAX },
    { "{\"version\": 1}", LIAISON_ERROR_SYNTAX },
    { "{}", LIAISON_ERROR_SYNTAX },
    { "[]", LIAISON_ERROR_SYNTAX },
    { "1", LIAISON_ERROR_SYNTAX },
    { "{\"format\": \"liaison", LIAISON_ERROR_SYNTAX },
    { "", LIAISON_ERROR_SYNTAX },
    { BEGINNING ("topic") "}", LIAISON_ERROR_SYNTAX },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr (LiaisonJsonScan) scan = liaison_json_scan_new ();
      g_autoptr (GError) error = NULL;
      gboolean accepted = liaison_json_read_header (scan, headers[i].line, strlen (headers[i].line), &error);

      g_test_message ("%s: %s", headers[i].line, error ? error->message : "accepted");
      g_assert_cmpint (accepted, ==, headers[i].code < 0);
      g_assert_true (accepted || g_error_matches (error, LIAISON_ERROR, headers[i].code));
    }
}

/* A text of 10 MB goes in and out as it is. */
static void
test_long_text (void)
{
  g_autofree char *text = g_malloc (10 * 1024 * 1024 + 1);
  g_autoptr (LiaisonRecord) record = liaison_record_new (LIAISON_KIND_TOPIC, UUID);
  g_autoptr (LiaisonRecord) read = NULL;
  g_autofree char *line = NULL;

  for (gsize i = 0; i < 10 * 1024 * 1024; i++)
    text[i] = " \n\"\\abcxyz/"[i % 11];
  text[10 * 1024 * 1024] = '\0';
  liaison_record_set_text (record, LIAISON_TOPIC_NAME, text);

  line = write_record (record);
  read = read_record (line, NULL);
  g_assert_true (liaison_record_equal (read, record));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-record/golden", test_golden);
  g_test_add_func ("/json-record/variants", test_variants);
  g_test_add_func ("/json-record/without-times", test_without_times);
  g_test_add_func ("/json-record/times", test_times);
  g_test_add_func ("/json-record/times/outside", test_times_outside);
  g_test_add_func ("/json-record/refused", test_refused);
  g_test_add_data_func ("/json-record/reference", "reference/reference.jsonl", test_data);
  g_test_add_data_func ("/json-record/sample", "sample/sample.jsonl", test_data);
  g_test_add_func ("/json-record/header", test_header);
  g_test_add_func ("/json-record/long-text", test_long_text);

  return g_test_run ();
}
