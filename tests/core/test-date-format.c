/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-date-format.h"

#include <locale.h>

#include "liaison-day.h"
#include "test-locale.h"

#define TODAY 20220114

typedef struct
{
  const char *start;
  const char *end;
  const char *precision;
  const char *short_form;
  const char *long_form;
} Example;

static void
assert_examples (const Example *examples,
                 gsize          n_examples)
{
  for (gsize i = 0; i < n_examples; i++)
    {
      const Example *example = &examples[i];
      g_autofree char *short_form = liaison_date_format_short (example->start, example->end, example->precision);
      g_autofree char *long_form = liaison_date_format_long (example->start, example->end, example->precision);

      g_assert_cmpstr (short_form, ==, example->short_form);
      g_assert_cmpstr (long_form, ==, example->long_form);
    }
}

static void
test_one_date (void)
{
  static const Example examples[] = {
    { "2022-01-11T15:30", NULL, "minute", "11 Jan 2022, 15:30", "Tuesday 11 January 2022, 15:30" },
    { "2022-01-01T00:00", NULL, "minute", "1 Jan 2022, 00:00", "Saturday 1 January 2022, 00:00" },
    { "2022-01-11", NULL, "day", "11 Jan 2022", "Tuesday 11 January 2022" },
    { "2021-12", NULL, "month", "Dec 2021", "December 2021" },
    { "2021", NULL, "year", "2021", "2021" },
    { "2021-12-24", NULL, "about", "about 24 Dec 2021", "about Friday 24 December 2021" },
    { "2021-12", NULL, "about", "about Dec 2021", "about December 2021" },
    { "2022-01-11", "", NULL, "11 Jan 2022", "Tuesday 11 January 2022" },
    { "1866-02-06", NULL, "day", "6 Feb 1866", "Tuesday 6 February 1866" },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

/* Neither the precision nor the text alone says how much is known. */
static void
test_precision (void)
{
  static const Example examples[] = {
    { "2022-01-11T15:30", NULL, "day", "11 Jan 2022", "Tuesday 11 January 2022" },
    { "2022-01-11T15:30", NULL, "month", "Jan 2022", "January 2022" },
    { "2022-01-11T15:30", NULL, "year", "2022", "2022" },
    { "2022-01", NULL, "minute", "Jan 2022", "January 2022" },
    { "2022", NULL, "day", "2022", "2022" },
    { "2022-01-11T15:30", NULL, "unheard of", "11 Jan 2022, 15:30", "Tuesday 11 January 2022, 15:30" },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_spans (void)
{
  static const Example examples[] = {
    { "2021-11-29", "2021-12-02", "day", "29 Nov – 2 Dec 2021",
      "Monday 29 November – Thursday 2 December 2021" },
    { "2021-11-29", "2021-11-30", "day", "29–30 Nov 2021", "Monday 29 November – Tuesday 30 November 2021" },
    { "2021-12-30", "2022-01-02", "day", "30 Dec 2021 – 2 Jan 2022",
      "Thursday 30 December 2021 – Sunday 2 January 2022" },
    { "2021-12-09", "2021-12-09", "day", "9 Dec 2021", "Thursday 9 December 2021" },
    { "2021-12-09T15:30", "2021-12-09T16:10", "minute", "9 Dec 2021, 15:30–16:10",
      "Thursday 9 December 2021, 15:30–16:10" },
    { "2021-12-09T15:30", "2021-12-09T15:30", "minute", "9 Dec 2021, 15:30", "Thursday 9 December 2021, 15:30" },
    { "2021-12-09T15:30", "2021-12-10T16:10", "day", "9–10 Dec 2021",
      "Thursday 9 December – Friday 10 December 2021" },
    { "2021-12-09T15:30", "2021-12-10T16:10", "minute", "9 Dec 2021, 15:30 – 10 Dec 2021, 16:10",
      "Thursday 9 December 2021, 15:30 – Friday 10 December 2021, 16:10" },
    { "2021-11", "2021-12", "month", "Nov – Dec 2021", "November – December 2021" },
    { "2021-12", "2022-01", "month", "Dec 2021 – Jan 2022", "December 2021 – January 2022" },
    { "2021-11-03", "2021-11-20", "month", "Nov 2021", "November 2021" },
    { "2019", "2021", "year", "2019 – 2021", "2019 – 2021" },
    { "2021-11-29", "2021-12", "day", "29 Nov 2021 – Dec 2021", "Monday 29 November 2021 – December 2021" },
    { "2021-11-29", "2021-12-02", "about", "about 29 Nov – 2 Dec 2021",
      "about Monday 29 November – Thursday 2 December 2021" },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_between (void)
{
  static const Example examples[] = {
    { "2021-12-01", "2021-12-24", "between", "between 1 Dec and 24 Dec 2021",
      "between Wednesday 1 December and Friday 24 December 2021" },
    { "2021-12-30", "2022-01-02", "between", "between 30 Dec 2021 and 2 Jan 2022",
      "between Thursday 30 December 2021 and Sunday 2 January 2022" },
    { "2021-11", "2021-12", "between", "between Nov and Dec 2021", "between November and December 2021" },
    { "2019", "2021", "between", "between 2019 and 2021", "between 2019 and 2021" },
    { "2021-12-01", NULL, "between", "1 Dec 2021", "Wednesday 1 December 2021" },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_no_date (void)
{
  static const Example examples[] = {
    { NULL, NULL, NULL, "undated", "undated" },
    { "", "", "day", "undated", "undated" },
    { "2021-02-30", NULL, "day", "2021-02-30", "2021-02-30" },
    { "2021-02-28", "2021-02-30", "day", "28 Feb 2021", "Sunday 28 February 2021" },
    { "\xff", NULL, "day", "\357\277\275", "\357\277\275" },
  };

  assert_examples (examples, G_N_ELEMENTS (examples));
}

static void
test_american_locale (void)
{
  static const Example examples[] = {
    { "2022-01-11T15:30", NULL, "minute", "Jan 11, 2022, 3:30 PM", "Tuesday, January 11, 2022, 3:30 PM" },
    { "2021-12", NULL, "month", "Dec 2021", "December 2021" },
    { "2021-11-29", "2021-12-02", "day", "Nov 29 – Dec 2, 2021", "Monday, November 29 – Thursday, December 2, 2021" },
    { "2021-11-29", "2021-11-30", "day", "Nov 29–30, 2021", "Monday, November 29 – Tuesday, November 30, 2021" },
    { "2021-12-01", "2021-12-24", "between", "between Dec 1 and Dec 24, 2021",
      "between Wednesday, December 1 and Friday, December 24, 2021" },
  };

  if (!test_locale_enter ("en_US"))
    return;

  assert_examples (examples, G_N_ELEMENTS (examples));
  test_locale_leave ();
}

/* Names of months and days come from the locale even where nothing is translated. */
static void
test_german_locale (void)
{
  static const Example examples[] = {
    { "2022-03-15T15:30", NULL, "minute", "15 Mär 2022, 15:30", "Dienstag 15 März 2022, 15:30" },
  };

  if (!test_locale_enter ("de_DE"))
    return;

  assert_examples (examples, G_N_ELEMENTS (examples));
  test_locale_leave ();
}

/* In the short form only, and the same in every locale. */
static void
test_iso_style (void)
{
  static const Example examples[] = {
    { "2022-01-11T15:30", NULL, "minute", "2022-01-11 15:30", "Tuesday, January 11, 2022, 3:30 PM" },
    { "2022-01-11T15:30", "2022-01-11T16:10", "minute", "2022-01-11 15:30–16:10", "Tuesday, January 11, 2022, 3:30 PM–4:10 PM" },
    { "2021-12", NULL, "month", "2021-12", "December 2021" },
    { "2021", NULL, "year", "2021", "2021" },
    { "2021-11-29", "2021-11-30", "day", "2021-11-29 – 2021-11-30", "Monday, November 29 – Tuesday, November 30, 2021" },
    { "2021-12-24", NULL, "about", "about 2021-12-24", "about Friday, December 24, 2021" },
  };

  if (!test_locale_enter ("en_US"))
    return;

  liaison_date_format_set_style (LIAISON_DATE_STYLE_ISO);
  assert_examples (examples, G_N_ELEMENTS (examples));
  liaison_date_format_set_style (LIAISON_DATE_STYLE_LOCALE);
  test_locale_leave ();
}

static void
assert_relative (int         day,
                 const char *expected)
{
  g_autofree char *relative = liaison_date_relative (day, TODAY);

  g_assert_cmpstr (relative, ==, expected);
}

static void
test_relative (void)
{
  assert_relative (20220114, "today");
  assert_relative (20220113, "yesterday");
  assert_relative (20220115, "tomorrow");
  assert_relative (20220111, "3 days ago");
  assert_relative (20220101, "13 days ago");
  assert_relative (20211231, "2 weeks ago");
  assert_relative (20211113, "8 weeks ago");
  assert_relative (20211112, "2 months ago");
  assert_relative (20200115, "23 months ago");
  assert_relative (20200114, "2 years ago");
  assert_relative (18660206, "155 years ago");
  assert_relative (20220117, "in 3 days");
  assert_relative (20220128, "in 2 weeks");
  assert_relative (20220317, "in 8 weeks");
  assert_relative (20220318, "in 2 months");
  assert_relative (20240113, "in 23 months");
  assert_relative (20240114, "in 2 years");
}

/* One of a unit that is not a day is never said: the next smaller unit says it better. */
static void
test_relative_units (void)
{
  for (int i = 0; i < 2000; i++)
    {
      int today = liaison_day_from_julian (g_test_rand_int_range (700000, 800000));
      int distance = g_test_rand_int_range (2, 3000);
      g_autofree char *past = liaison_date_relative (liaison_day_add (today, -distance), today);
      g_autofree char *future = liaison_date_relative (liaison_day_add (today, distance), today);

      g_assert_cmpint (g_ascii_strtoll (past, NULL, 10), >=, 2);
      g_assert_true (g_str_has_suffix (past, "s ago"));
      g_assert_true (g_str_has_prefix (future, "in "));
      g_assert_true (g_str_has_suffix (future, "s"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  g_test_add_func ("/date-format/one-date", test_one_date);
  g_test_add_func ("/date-format/precision", test_precision);
  g_test_add_func ("/date-format/spans", test_spans);
  g_test_add_func ("/date-format/between", test_between);
  g_test_add_func ("/date-format/no-date", test_no_date);
  g_test_add_func ("/date-format/american-locale", test_american_locale);
  g_test_add_func ("/date-format/german-locale", test_german_locale);
  g_test_add_func ("/date-format/iso-style", test_iso_style);
  g_test_add_func ("/date-format/relative", test_relative);
  g_test_add_func ("/date-format/relative/units", test_relative_units);

  return g_test_run ();
}
