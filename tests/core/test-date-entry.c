/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-date-entry.h"
#include "liaison-error.h"

#include <locale.h>

/* A Friday. */
#define TODAY 20220114

typedef struct
{
  const char      *text;
  const char      *date;
  LiaisonPrecision precision;
} Example;

static void
assert_entry (const char       *text,
              const char       *date,
              LiaisonPrecision  precision)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *read = NULL;
  LiaisonDateEntry entry = { { 0 } };

  liaison_date_entry_parse (text, TODAY, &entry, &error);
  if (error != NULL)
    g_error ("%s: %s", text, error->message);
  read = liaison_date_to_string (&entry.date);
  g_assert_cmpstr (read, ==, date);
  g_assert_cmpint (entry.precision, ==, precision);
}

static void
test_examples (void)
{
  static const Example examples[] = {
    { "2022-01-11", "2022-01-11", LIAISON_PRECISION_DAY },
    { "  2022-01-11 ", "2022-01-11", LIAISON_PRECISION_DAY },
    { "2022-01-11 15:30", "2022-01-11T15:30", LIAISON_PRECISION_MINUTE },
    { "2022-01-11T15:30", "2022-01-11T15:30", LIAISON_PRECISION_MINUTE },
    { "2021-12", "2021-12", LIAISON_PRECISION_MONTH },
    { "2021", "2021", LIAISON_PRECISION_YEAR },
    { "2021/12/9", "2021-12-09", LIAISON_PRECISION_DAY },
    { "today", "2022-01-14", LIAISON_PRECISION_DAY },
    { "Yesterday", "2022-01-13", LIAISON_PRECISION_DAY },
    { "yesterday 15:30", "2022-01-13T15:30", LIAISON_PRECISION_MINUTE },
    { "yesterday at 3:30 pm", "2022-01-13T15:30", LIAISON_PRECISION_MINUTE },
    { "tomorrow 9am", "2022-01-15T09:00", LIAISON_PRECISION_MINUTE },
    { "12am today", "2022-01-14T00:00", LIAISON_PRECISION_MINUTE },
    { "15:30", "2022-01-14T15:30", LIAISON_PRECISION_MINUTE },
    { "-3d", "2022-01-11", LIAISON_PRECISION_DAY },
    { "+1w", "2022-01-21", LIAISON_PRECISION_DAY },
    { "Friday", "2022-01-14", LIAISON_PRECISION_DAY },
    { "sat", "2022-01-08", LIAISON_PRECISION_DAY },
    { "last friday", "2022-01-07", LIAISON_PRECISION_DAY },
    { "next friday", "2022-01-21", LIAISON_PRECISION_DAY },
    { "last Wed", "2022-01-12", LIAISON_PRECISION_DAY },
    { "three days ago", "2022-01-11", LIAISON_PRECISION_DAY },
    { "3 days ago 15:30", "2022-01-11T15:30", LIAISON_PRECISION_MINUTE },
    { "a week ago", "2022-01-07", LIAISON_PRECISION_DAY },
    { "2 months ago", "2021-11-14", LIAISON_PRECISION_DAY },
    { "this morning", "2022-01-14", LIAISON_PRECISION_DAY },
    { "last night", "2022-01-13", LIAISON_PRECISION_DAY },
    { "11 Jan 2022", "2022-01-11", LIAISON_PRECISION_DAY },
    { "11 January 2022, 15:30", "2022-01-11T15:30", LIAISON_PRECISION_MINUTE },
    { "January 11, 2022", "2022-01-11", LIAISON_PRECISION_DAY },
    { "11th of january", NULL, 0 },
    { "11th January", "2022-01-11", LIAISON_PRECISION_DAY },
    { "Tuesday 11 January 2022", "2022-01-11", LIAISON_PRECISION_DAY },
    { "9 dec", "2021-12-09", LIAISON_PRECISION_DAY },
    { "20 feb", "2022-02-20", LIAISON_PRECISION_DAY },
    { "Dec 2021", "2021-12", LIAISON_PRECISION_MONTH },
    { "9.12.2021", "2021-12-09", LIAISON_PRECISION_DAY },
    { "9.12.21", "2021-12-09", LIAISON_PRECISION_DAY },
    { "9.12.", "2021-12-09", LIAISON_PRECISION_DAY },
    { "9.12.98", "1998-12-09", LIAISON_PRECISION_DAY },
    { "24/12/2021", "2021-12-24", LIAISON_PRECISION_DAY },
    { "12/24/2021", "2021-12-24", LIAISON_PRECISION_DAY },
    { "12/12", "2021-12-12", LIAISON_PRECISION_DAY },
    { "12/2021", "2021-12", LIAISON_PRECISION_MONTH },
    { "about 24 dec", "2021-12-24", LIAISON_PRECISION_ABOUT },
    { "~2021-12", "2021-12", LIAISON_PRECISION_ABOUT },
    { "٢٠٢٢-٠١-١١", "2022-01-11", LIAISON_PRECISION_DAY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      LiaisonDateEntry entry;

      if (examples[i].date != NULL)
        assert_entry (examples[i].text, examples[i].date, examples[i].precision);
      else
        g_assert_false (liaison_date_entry_parse (examples[i].text, TODAY, &entry, NULL));
    }
}

static void
test_refused (void)
{
  static const char * const texts[] = { "", "x", "13:60", "2021-02-30", "2021-13-01", "31 June 2021", "30/02/2021", "2021-12 15:30", "1.2.3.4", "9",
                                        "99999", "9/12/2021", "3/4", "12 34", "kuleba", "9 dec dec", "0/1/2021", "\xff", "1/2/123",
                                        "2021-12-09T25:00" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      LiaisonDateEntry entry = { { 7 } };

      if (liaison_date_entry_parse (texts[i], TODAY, &entry, &error))
        g_error ("“%s” was taken for a date", texts[i]);
      g_assert_true (error->domain == LIAISON_ERROR);
      g_assert_true (g_str_has_suffix (error->message, ".") || strstr (error->message, "is not a date") != NULL);
      g_assert_cmpint (entry.date.year, ==, 7);
    }
}

/* The message names both days. */
static void
test_two_readings (void)
{
  g_autoptr (GError) error = NULL;
  LiaisonDateEntry entry;

  g_assert_false (liaison_date_entry_parse ("9/12/2021", TODAY, &entry, &error));
  g_assert_nonnull (strstr (error->message, "2021-09-12"));
  g_assert_nonnull (strstr (error->message, "2021-12-09"));
}

/* Every date of a record is read again from what a form shows of it. */
static void
test_formatted_is_read_again (void)
{
  static const Example examples[] = {
    { "2022-01-11 15:30", "2022-01-11T15:30", LIAISON_PRECISION_MINUTE },
    { "2022-01-11", "2022-01-11", LIAISON_PRECISION_DAY },
    { "about 2021-12-24", "2021-12-24", LIAISON_PRECISION_ABOUT },
    { "about 2021-12-24 10:00", "2021-12-24T10:00", LIAISON_PRECISION_ABOUT },
    { "about 2021-12", "2021-12", LIAISON_PRECISION_ABOUT },
    { "about 2021", "2021", LIAISON_PRECISION_ABOUT },
    { "2021", "2021", LIAISON_PRECISION_YEAR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *text = liaison_date_entry_format (examples[i].date, examples[i].precision);

      g_assert_cmpstr (text, ==, examples[i].text);
      assert_entry (text, examples[i].date, examples[i].precision);
    }
}

/* What a record holds that is no date is shown, so that it can be corrected. */
static void
test_damaged_is_shown (void)
{
  g_autofree char *text = liaison_date_entry_format ("2021-02-30", LIAISON_PRECISION_ABOUT);
  g_autofree char *empty = liaison_date_entry_format ("", LIAISON_PRECISION_ABOUT);

  g_assert_cmpstr (text, ==, "2021-02-30");
  g_assert_cmpstr (empty, ==, "");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-entry/examples", test_examples);
  g_test_add_func ("/date-entry/refused", test_refused);
  g_test_add_func ("/date-entry/two-readings", test_two_readings);
  g_test_add_func ("/date-entry/formatted-is-read-again", test_formatted_is_read_again);
  g_test_add_func ("/date-entry/damaged-is-shown", test_damaged_is_shown);

  return g_test_run ();
}
