/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-date.h"

#include <string.h>

#include "liaison-error.h"

#define TODAY 20220114

static void
assert_date (const char *text,
             int         first,
             int         last)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *again = NULL;
  LiaisonDate date;

  g_assert_true (liaison_date_parse (text, &date, &error));
  g_assert_no_error (error);
  g_assert_cmpint (liaison_date_first_day (&date), ==, first);
  g_assert_cmpint (liaison_date_last_day (&date), ==, last);

  again = liaison_date_to_string (&date);
  g_assert_cmpstr (again, ==, text);
}

static void
test_parse (void)
{
  LiaisonDate date;

  assert_date ("2021", 20210101, 20211231);
  assert_date ("2021-12", 20211201, 20211231);
  assert_date ("2021-12-09", 20211209, 20211209);
  assert_date ("2021-12-09T15:30", 20211209, 20211209);
  assert_date ("2020-02", 20200201, 20200229);
  assert_date ("0001-01-01", 10101, 10101);
  assert_date ("9999-12-31T23:59", 99991231, 99991231);

  g_assert_true (liaison_date_parse ("2021-12-09T15:30", &date, NULL));
  g_assert_cmpint (date.minute, ==, 15 * 60 + 30);
  g_assert_true (liaison_date_parse ("2021-12-09T00:00", &date, NULL));
  g_assert_cmpint (date.minute, ==, 0);
  g_assert_true (liaison_date_parse ("2021-12", &date, NULL));
  g_assert_cmpint (date.day, ==, 0);
  g_assert_cmpint (date.minute, ==, -1);
}

static void
assert_refused (const char   *text,
                LiaisonError  code,
                const char   *reason)
{
  g_autoptr (GError) error = NULL;
  LiaisonDate date = { 1, 2, 3, 4 };

  g_assert_false (liaison_date_parse (text, &date, &error));
  g_assert_error (error, LIAISON_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, reason));
  g_assert_cmpint (date.year, ==, 1);
  g_assert_cmpint (date.minute, ==, 4);
}

static void
test_parse_refuses_what_the_calendar_lacks (void)
{
  assert_refused ("2021-02-30", LIAISON_ERROR_INVALID, "“2021-02-30” is not a date: February 2021 has 28 days");
  assert_refused ("1900-02-29", LIAISON_ERROR_INVALID, "February 1900 has 28 days");
  assert_refused ("2021-04-31", LIAISON_ERROR_INVALID, "April 2021 has 30 days");
  assert_refused ("2021-12-00", LIAISON_ERROR_INVALID, "days run from 01");
  assert_refused ("2021-13", LIAISON_ERROR_INVALID, "months run from 01 to 12");
  assert_refused ("2021-00-01", LIAISON_ERROR_INVALID, "months run from 01 to 12");
  assert_refused ("0000", LIAISON_ERROR_INVALID, "years run from 0001 to 9999");
  assert_refused ("2021-12-09T24:00", LIAISON_ERROR_INVALID, "times run from 00:00 to 23:59");
  assert_refused ("2021-12-09T12:60", LIAISON_ERROR_INVALID, "times run from 00:00 to 23:59");
}

static void
test_parse_refuses_other_forms (void)
{
  static const char * const wrong[] = {
    "", "21", "202", "20211", "2021-", "2021-1", "2021-1-1", "2021-12-9", "2021-12-09T15",
    "2021-12-09T15:3", "2021-12-09T15:30:00", "2021-12-09T15:30Z", "2021-12-09 15:30",
    "2021-12-09t15:30", "2021/12/09", "20211209", "09.12.2021", " 2021", "2021 ", "+2021", "-202",
    "２０２１", "today", "2021-W49", "2021-Q4", "\xff\xfe\xfd\xfc",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_refused (wrong[i], LIAISON_ERROR_SYNTAX, "write it as 2021, 2021-12, 2021-12-09");
}

/* A message stays a sentence, and valid UTF-8, whatever it quotes. */
static void
test_parse_quotes_little (void)
{
  g_autofree char *huge = g_strnfill (10 * 1024 * 1024, '9');
  g_autoptr (GError) error = NULL;
  LiaisonDate date;

  huge[20] = '\xc3';
  g_assert_false (liaison_date_parse (huge, &date, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 200);
}

static void
test_parse_round_trip (void)
{
  for (int i = 0; i < 2000; i++)
    {
      int day = liaison_day_from_julian (g_test_rand_int_range (1, liaison_day_to_julian (LIAISON_DAY_LAST) + 1));
      LiaisonDate date = { day / 10000, day / 100 % 100, day % 100, g_test_rand_int_range (-1, 24 * 60) };
      int known = g_test_rand_int_range (0, 3);
      g_autofree char *text = NULL;
      LiaisonDate again;

      if (known < 2)
        date = (LiaisonDate) { date.year, known == 0 ? 0 : date.month, 0, -1 };

      text = liaison_date_to_string (&date);
      g_assert_true (liaison_date_parse (text, &again, NULL));
      g_assert_cmpmem (&again, sizeof again, &date, sizeof date);
    }
}

static void
assert_query (const char *text,
              int         first,
              int         last)
{
  g_autoptr (GError) error = NULL;
  int found_first;
  int found_last;

  g_assert_true (liaison_date_parse_query (text, TODAY, &found_first, &found_last, &error));
  g_assert_no_error (error);
  g_assert_cmpint (found_first, ==, first);
  g_assert_cmpint (found_last, ==, last);
}

static void
test_query (void)
{
  assert_query ("2021", 20210101, 20211231);
  assert_query ("2021-12", 20211201, 20211231);
  assert_query ("2021-12-09", 20211209, 20211209);
  assert_query ("2021-Q4", 20211001, 20211231);
  assert_query ("2021-q1", 20210101, 20210331);
  assert_query ("2021-W49", 20211206, 20211212);
  assert_query ("2021-W52", 20211227, 20220102);
  assert_query ("2020-w53", 20201228, 20210103);
  assert_query ("9999-W52", 99991227, 99991231);
  assert_query ("today", 20220114, 20220114);
  assert_query ("Yesterday", 20220113, 20220113);
  assert_query ("tomorrow", 20220115, 20220115);

  g_assert_true (liaison_date_parse_query ("today", TODAY, NULL, NULL, NULL));
}

static void
test_query_distances (void)
{
  assert_query ("-30d", 20211215, 20211215);
  assert_query ("+2w", 20220128, 20220128);
  assert_query ("-1m", 20211214, 20211214);
  assert_query ("-1Y", 20210114, 20210114);
  assert_query ("+0d", 20220114, 20220114);
  assert_query ("-99999999999999999999y", LIAISON_DAY_FIRST, LIAISON_DAY_FIRST);
  assert_query ("+99999999999999999999w", LIAISON_DAY_LAST, LIAISON_DAY_LAST);
}

static void
assert_query_refused (const char   *text,
                      LiaisonError  code)
{
  g_autoptr (GError) error = NULL;
  int first = 1;
  int last = 2;

  g_assert_false (liaison_date_parse_query (text, TODAY, &first, &last, &error));
  g_assert_error (error, LIAISON_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, text));
  g_assert_cmpint (first, ==, 1);
  g_assert_cmpint (last, ==, 2);
}

static void
test_query_refuses (void)
{
  static const char * const malformed[] = {
    "", "-", "-d", "30d", "-30", "-30x", "-30dd", "- 30d", "--30d", "now", "2021-W4", "2021-Q44",
    "2021-12-09T15:30", "2021-", "w49",
  };
  static const char * const impossible[] = {
    "2021-W53", "2021-W00", "2021-Q0", "2021-Q5", "0000-Q1", "0000-W01", "2021-02-30", "2021-13", "0000",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (malformed); i++)
    assert_query_refused (malformed[i], LIAISON_ERROR_SYNTAX);
  for (gsize i = 0; i < G_N_ELEMENTS (impossible); i++)
    assert_query_refused (impossible[i], LIAISON_ERROR_INVALID);
}

/* What a chart calls a bucket is what a query finds it by. */
static void
test_query_reads_step_keys (void)
{
  static const LiaisonStep steps[] = {
    LIAISON_STEP_DAY, LIAISON_STEP_WEEK, LIAISON_STEP_MONTH, LIAISON_STEP_QUARTER, LIAISON_STEP_YEAR,
  };

  for (int i = 0; i < 2000; i++)
    {
      LiaisonStep step = steps[g_test_rand_int_range (0, G_N_ELEMENTS (steps))];
      int day = liaison_day_from_julian (g_test_rand_int_range (1, liaison_day_to_julian (99990101)));
      int start = liaison_step_start (step, day);
      g_autofree char *key = liaison_step_key (step, day);

      assert_query (key, start, liaison_day_add (liaison_step_next (step, start), -1));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/parse/refuses-what-the-calendar-lacks", test_parse_refuses_what_the_calendar_lacks);
  g_test_add_func ("/date/parse/refuses-other-forms", test_parse_refuses_other_forms);
  g_test_add_func ("/date/parse/quotes-little", test_parse_quotes_little);
  g_test_add_func ("/date/parse/round-trip", test_parse_round_trip);
  g_test_add_func ("/date/query", test_query);
  g_test_add_func ("/date/query/distances", test_query_distances);
  g_test_add_func ("/date/query/refuses", test_query_refuses);
  g_test_add_func ("/date/query/reads-step-keys", test_query_reads_step_keys);

  return g_test_run ();
}
