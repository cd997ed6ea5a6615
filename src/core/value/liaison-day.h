/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A day is an integer yyyymmdd in the proleptic Gregorian calendar (20211209): it sorts by time,
 * can be read in the store, and is cheap to compare. The functions below take real days only;
 * what comes from outside goes through liaison_date_parse() first.
 */

/* The first and the last day that a record can name: its text form has four digits for the year. */
#define LIAISON_DAY_FIRST 10101
#define LIAISON_DAY_LAST 99991231

/**
 * LiaisonStep:
 * @LIAISON_STEP_DAY: a day
 * @LIAISON_STEP_WEEK: a week of ISO 8601, from Monday to Sunday
 * @LIAISON_STEP_MONTH: a calendar month
 * @LIAISON_STEP_QUARTER: January–March, April–June, July–September, October–December
 * @LIAISON_STEP_YEAR: a calendar year
 *
 * The width of a bucket in a series over time.
 */
typedef enum
{
  LIAISON_STEP_DAY,
  LIAISON_STEP_WEEK,
  LIAISON_STEP_MONTH,
  LIAISON_STEP_QUARTER,
  LIAISON_STEP_YEAR,
} LiaisonStep;

/**
 * liaison_day_is_valid:
 * @day: perhaps a day as yyyymmdd
 *
 * Tells whether the calendar has this day, between the years 1 and 9999.
 *
 * Returns: whether it has
 */
gboolean liaison_day_is_valid (int day);

/**
 * liaison_day_from_parts:
 * @year: the year
 * @month: 1–12
 * @day_of_month: 1–31
 *
 * Puts a day together; whether the calendar has it is not looked at.
 *
 * Returns: the day as yyyymmdd
 */
int liaison_day_from_parts (int year,
                            int month,
                            int day_of_month);

/**
 * liaison_day_from_gdate:
 * @date: a valid date
 *
 * Returns: the same day as yyyymmdd
 */
int liaison_day_from_gdate (const GDate *date);

/**
 * liaison_day_to_julian:
 * @day: a day as yyyymmdd
 *
 * Counts days as GDate does: 1 January of the year 1 has the number 1.
 *
 * Returns: the number of the day
 */
int liaison_day_to_julian (int day);

/**
 * liaison_day_from_julian:
 * @julian: a number as from liaison_day_to_julian(), at least 1
 *
 * Returns: its day as yyyymmdd
 */
int liaison_day_from_julian (int julian);

/**
 * liaison_day_today:
 *
 * The day that it is now, in the local zone. The environment variable LIAISON_TODAY (2022-01-14)
 * stands in for the clock where a test or a golden file needs a known day.
 *
 * Returns: the day as yyyymmdd
 */
int liaison_day_today (void);

/**
 * liaison_day_add:
 * @day: a day as yyyymmdd
 * @days: how many days to go on, or back where negative
 *
 * Returns: the day reached; never before %LIAISON_DAY_FIRST nor after %LIAISON_DAY_LAST
 */
int liaison_day_add (int day,
                     int days);

/**
 * liaison_day_add_months:
 * @day: a day as yyyymmdd
 * @months: how many months to go on, or back where negative
 *
 * Goes to the same day of another month, or to the last day of that month where it is shorter:
 * a month before 31 March is 28 or 29 February.
 *
 * Returns: the day reached; never before %LIAISON_DAY_FIRST nor after %LIAISON_DAY_LAST
 */
int liaison_day_add_months (int day,
                            int months);

/**
 * liaison_day_diff:
 * @from: a day as yyyymmdd
 * @to: another
 *
 * Returns: the days from @from to @to; negative where @to is the earlier
 */
int liaison_day_diff (int from,
                      int to);

/**
 * liaison_day_weekday:
 * @day: a day as yyyymmdd
 *
 * Returns: the weekday in the numbering of ISO 8601, from 1 (Monday) to 7 (Sunday)
 */
int liaison_day_weekday (int day);

/**
 * liaison_days_in_month:
 * @year: the year
 * @month: 1–12
 *
 * Returns: the number of days that the month has
 */
int liaison_days_in_month (int year,
                           int month);

/**
 * liaison_step_start:
 * @step: the width of the buckets
 * @day: a day as yyyymmdd
 *
 * Returns: the first day of the bucket that holds @day
 */
int liaison_step_start (LiaisonStep step,
                        int         day);

/**
 * liaison_step_next:
 * @step: the width of the buckets
 * @start: the first day of a bucket
 *
 * The result is always later than @start, also past the year 9999, so that a walk over buckets
 * up to a last day ends.
 *
 * Returns: the first day of the bucket that follows
 */
int liaison_step_next (LiaisonStep step,
                       int         start);

/**
 * liaison_step_key:
 * @step: the width of the buckets
 * @day: a day as yyyymmdd
 *
 * Names the bucket that holds @day as lists, charts and the command line name it: "2021-12-09",
 * "2021-W49", "2021-12", "2021-Q4" or "2021". The year of a week is that of its Thursday, as
 * ISO 8601 has it: 1 January 2022 is in "2021-W52". liaison_date_parse_query() reads every key.
 *
 * Returns: (transfer full): the key
 */
char *liaison_step_key (LiaisonStep step,
                        int         day);

G_END_DECLS
