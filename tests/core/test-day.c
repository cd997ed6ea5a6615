/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-day.h"

static const LiaisonStep all_steps[] = {
  LIAISON_STEP_DAY,
  LIAISON_STEP_WEEK,
  LIAISON_STEP_MONTH,
  LIAISON_STEP_QUARTER,
  LIAISON_STEP_YEAR,
};

static int
random_day (void)
{
  return liaison_day_from_julian (g_test_rand_int_range (1, liaison_day_to_julian (LIAISON_DAY_LAST) + 1));
}

static void
test_is_valid (void)
{
  g_assert_true (liaison_day_is_valid (20211209));
  g_assert_true (liaison_day_is_valid (20200229));
  g_assert_true (liaison_day_is_valid (LIAISON_DAY_FIRST));
  g_assert_true (liaison_day_is_valid (LIAISON_DAY_LAST));
  g_assert_false (liaison_day_is_valid (20210229));
  g_assert_false (liaison_day_is_valid (19000229));
  g_assert_false (liaison_day_is_valid (20211300));
  g_assert_false (liaison_day_is_valid (20210431));
  g_assert_false (liaison_day_is_valid (0));
  g_assert_false (liaison_day_is_valid (-20211209));
  g_assert_false (liaison_day_is_valid (100000101));
}

static void
test_arithmetic (void)
{
  g_assert_cmpint (liaison_day_add (20211231, 1), ==, 20220101);
  g_assert_cmpint (liaison_day_add (20200301, -1), ==, 20200229);
  g_assert_cmpint (liaison_day_add (20220114, -30), ==, 20211215);
  g_assert_cmpint (liaison_day_diff (20211129, 20220111), ==, 43);
  g_assert_cmpint (liaison_day_diff (20220111, 20211129), ==, -43);
  g_assert_cmpint (liaison_day_to_julian (LIAISON_DAY_FIRST), ==, 1);

  g_assert_cmpint (liaison_day_add_months (20210331, -1), ==, 20210228);
  g_assert_cmpint (liaison_day_add_months (20200331, -1), ==, 20200229);
  g_assert_cmpint (liaison_day_add_months (20211209, 1), ==, 20220109);
  g_assert_cmpint (liaison_day_add_months (20200229, 12), ==, 20210228);
}

static void
test_ends_of_the_calendar (void)
{
  g_assert_cmpint (liaison_day_add (LIAISON_DAY_LAST, 1), ==, LIAISON_DAY_LAST);
  g_assert_cmpint (liaison_day_add (20220101, G_MAXINT), ==, LIAISON_DAY_LAST);
  g_assert_cmpint (liaison_day_add (LIAISON_DAY_FIRST, -1), ==, LIAISON_DAY_FIRST);
  g_assert_cmpint (liaison_day_add (20220101, G_MININT), ==, LIAISON_DAY_FIRST);
  g_assert_cmpint (liaison_day_add_months (99991201, 1), ==, LIAISON_DAY_LAST);
  g_assert_cmpint (liaison_day_add_months (20220101, G_MAXINT), ==, LIAISON_DAY_LAST);
  g_assert_cmpint (liaison_day_add_months (10101, -1), ==, LIAISON_DAY_FIRST);
  g_assert_cmpint (liaison_day_add_months (20220101, G_MININT), ==, LIAISON_DAY_FIRST);

  for (gsize i = 0; i < G_N_ELEMENTS (all_steps); i++)
    {
      int start = liaison_step_start (all_steps[i], LIAISON_DAY_LAST);

      g_assert_cmpint (liaison_step_next (all_steps[i], start), >, LIAISON_DAY_LAST);
      g_assert_cmpint (liaison_step_start (all_steps[i], LIAISON_DAY_FIRST), ==, LIAISON_DAY_FIRST);
    }
}

static void
test_today (void)
{
  g_autoptr (GDateTime) now = NULL;
  GDate date;

  g_setenv ("LIAISON_TODAY", "2022-01-14", TRUE);
  g_assert_cmpint (liaison_day_today (), ==, 20220114);

  /* Without the variable it is the day of the clock: between the days before and after the call. */
  g_unsetenv ("LIAISON_TODAY");
  now = g_date_time_new_now_local ();
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  g_assert_cmpint (liaison_day_diff (liaison_day_from_gdate (&date), liaison_day_today ()), >=, 0);
  g_assert_cmpint (liaison_day_diff (liaison_day_from_gdate (&date), liaison_day_today ()), <=, 1);
}

/* Against GDateTime, which counts in another way. */
static void
test_against_gdatetime (void)
{
  for (int i = 0; i < 2000; i++)
    {
      int day = random_day ();
      int days = g_test_rand_int_range (-4000, 4000);
      g_autoptr (GDateTime) time = g_date_time_new_utc (day / 10000, day / 100 % 100, day % 100, 0, 0, 0);
      g_autofree char *week = g_date_time_format (time, "%G-W%V");
      g_autofree char *key = liaison_step_key (LIAISON_STEP_WEEK, day);
      g_autofree char *padded = g_strdup_printf ("%8s", week);
      int julian = liaison_day_to_julian (day);

      g_strdelimit (padded, " ", '0');
      g_assert_true (liaison_day_is_valid (day));
      g_assert_cmpint (liaison_day_from_julian (julian), ==, day);
      g_assert_cmpint (liaison_day_weekday (day), ==, g_date_time_get_day_of_week (time));
      g_assert_cmpstr (key, ==, padded);

      if (julian + days >= 1 && julian + days <= liaison_day_to_julian (LIAISON_DAY_LAST))
        {
          g_autoptr (GDateTime) moved = g_date_time_add_days (time, days);
          int expected = liaison_day_from_parts (g_date_time_get_year (moved), g_date_time_get_month (moved),
                                                 g_date_time_get_day_of_month (moved));

          g_assert_cmpint (liaison_day_add (day, days), ==, expected);
          g_assert_cmpint (liaison_day_diff (day, expected), ==, days);
        }
    }
}

static void
assert_key (LiaisonStep  step,
            int          day,
            const char  *expected)
{
  g_autofree char *key = liaison_step_key (step, day);

  g_assert_cmpstr (key, ==, expected);
}

static void
test_step_key (void)
{
  assert_key (LIAISON_STEP_DAY, 20211209, "2021-12-09");
  assert_key (LIAISON_STEP_WEEK, 20211209, "2021-W49");
  assert_key (LIAISON_STEP_MONTH, 20211209, "2021-12");
  assert_key (LIAISON_STEP_QUARTER, 20211209, "2021-Q4");
  assert_key (LIAISON_STEP_YEAR, 20211209, "2021");
  assert_key (LIAISON_STEP_QUARTER, 20220331, "2022-Q1");
  assert_key (LIAISON_STEP_QUARTER, 20220401, "2022-Q2");
  assert_key (LIAISON_STEP_YEAR, 8660101, "0866");
}

/* The borders of years are where weeks are counted wrong most often. */
static void
test_step_key_week (void)
{
  assert_key (LIAISON_STEP_WEEK, 20220101, "2021-W52");
  assert_key (LIAISON_STEP_WEEK, 20220103, "2022-W01");
  assert_key (LIAISON_STEP_WEEK, 20210103, "2020-W53");
  assert_key (LIAISON_STEP_WEEK, 20210104, "2021-W01");
  assert_key (LIAISON_STEP_WEEK, 20181231, "2019-W01");
  assert_key (LIAISON_STEP_WEEK, 10101, "0001-W01");
  assert_key (LIAISON_STEP_WEEK, 99991231, "9999-W52");
}

/* Every day is in the bucket that its start and the next start enclose, and in no other. */
static void
test_steps_divide_time (void)
{
  for (int i = 0; i < 2000; i++)
    {
      LiaisonStep step = all_steps[g_test_rand_int_range (0, G_N_ELEMENTS (all_steps))];
      int day = random_day ();
      int start = liaison_step_start (step, day);
      int next = liaison_step_next (step, start);
      g_autofree char *key = liaison_step_key (step, day);
      g_autofree char *start_key = liaison_step_key (step, start);
      g_autofree char *next_key = liaison_step_key (step, next);

      g_assert_cmpint (start, <=, day);
      g_assert_cmpint (day, <, next);
      g_assert_cmpint (liaison_step_start (step, start), ==, start);
      g_assert_cmpint (liaison_step_start (step, next), ==, next);
      g_assert_cmpstr (start_key, ==, key);
      g_assert_cmpstr (next_key, !=, key);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/is-valid", test_is_valid);
  g_test_add_func ("/day/arithmetic", test_arithmetic);
  g_test_add_func ("/day/ends-of-the-calendar", test_ends_of_the_calendar);
  g_test_add_func ("/day/today", test_today);
  g_test_add_func ("/day/against-gdatetime", test_against_gdatetime);
  g_test_add_func ("/day/step-key", test_step_key);
  g_test_add_func ("/day/step-key/week", test_step_key_week);
  g_test_add_func ("/day/steps-divide-time", test_steps_divide_time);

  return g_test_run ();
}
