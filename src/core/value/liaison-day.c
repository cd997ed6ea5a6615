/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-day.h"

#include "liaison-date.h"

/* How far a query or an edit can go: further than the calendar of records is long, and small
 * enough that sums of it do not overflow. */
#define FARTHEST 4000000

static void
to_gdate (int    day,
          GDate *date)
{
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) (day % 100), (GDateMonth) (day / 100 % 100), (GDateYear) (day / 10000));
}

gboolean
liaison_day_is_valid (int day)
{
  return day >= LIAISON_DAY_FIRST && day <= LIAISON_DAY_LAST &&
         g_date_valid_dmy ((GDateDay) (day % 100), (GDateMonth) (day / 100 % 100), (GDateYear) (day / 10000));
}

int
liaison_day_from_parts (int year,
                        int month,
                        int day_of_month)
{
  return year * 10000 + month * 100 + day_of_month;
}

int
liaison_day_from_gdate (const GDate *date)
{
  g_return_val_if_fail (date != NULL && g_date_valid (date), LIAISON_DAY_FIRST);

  return liaison_day_from_parts (g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date));
}

int
liaison_day_to_julian (int day)
{
  /* Counted in years that begin in March, the leap day is the last of its year; 153 days are five months from March or August on. */
  int month = (day / 100 % 100 + 9) % 12;
  int year = day / 10000 - (month >= 10);

  return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day % 100 - 306;
}

int
liaison_day_from_julian (int julian)
{
  GDate date;

  g_return_val_if_fail (julian >= 1, LIAISON_DAY_FIRST);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) julian);

  return liaison_day_from_gdate (&date);
}

int
liaison_day_today (void)
{
  const char *fixed = g_getenv ("LIAISON_TODAY");
  g_autoptr (GDateTime) now = NULL;
  LiaisonDate date;

  if (fixed != NULL && liaison_date_parse (fixed, &date, NULL))
    return liaison_date_first_day (&date);

  now = g_date_time_new_now_local ();

  return liaison_day_from_parts (g_date_time_get_year (now),
                                 g_date_time_get_month (now),
                                 g_date_time_get_day_of_month (now));
}

int
liaison_day_add (int day,
                 int days)
{
  int julian = liaison_day_to_julian (day) + CLAMP (days, -FARTHEST, FARTHEST);

  return liaison_day_from_julian (CLAMP (julian, 1, liaison_day_to_julian (LIAISON_DAY_LAST)));
}

int
liaison_day_add_months (int day,
                        int months)
{
  int month = day / 10000 * 12 + day / 100 % 100 - 1 + CLAMP (months, -FARTHEST, FARTHEST);
  int year = month / 12;

  if (month < 12)
    return LIAISON_DAY_FIRST;
  if (year > 9999)
    return LIAISON_DAY_LAST;

  month = month % 12 + 1;

  return liaison_day_from_parts (year, month, MIN (day % 100, liaison_days_in_month (year, month)));
}

int
liaison_day_diff (int from,
                  int to)
{
  return liaison_day_to_julian (to) - liaison_day_to_julian (from);
}

int
liaison_day_weekday (int day)
{
  /* The first day of the calendar was a Monday. */
  return (liaison_day_to_julian (day) - 1) % 7 + 1;
}

int
liaison_days_in_month (int year,
                       int month)
{
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

int
liaison_step_start (LiaisonStep step,
                    int         day)
{
  int year = day / 10000;
  int month = day / 100 % 100;

  switch (step)
    {
    case LIAISON_STEP_WEEK:
      return liaison_day_from_julian (liaison_day_to_julian (day) - liaison_day_weekday (day) + 1);
    case LIAISON_STEP_MONTH:
      return liaison_day_from_parts (year, month, 1);
    case LIAISON_STEP_QUARTER:
      return liaison_day_from_parts (year, (month - 1) / 3 * 3 + 1, 1);
    case LIAISON_STEP_YEAR:
      return liaison_day_from_parts (year, 1, 1);
    case LIAISON_STEP_DAY:
    default:
      return day;
    }
}

/* Unlike liaison_day_add_months() this goes on after the year 9999: a walk must not stand still. */
static int
first_of_month_after (int start,
                      int months)
{
  int month = start / 10000 * 12 + start / 100 % 100 - 1 + months;

  return liaison_day_from_parts (month / 12, month % 12 + 1, 1);
}

int
liaison_step_next (LiaisonStep step,
                   int         start)
{
  switch (step)
    {
    case LIAISON_STEP_WEEK:
      return liaison_day_from_julian (liaison_day_to_julian (start) + 7);
    case LIAISON_STEP_MONTH:
      return first_of_month_after (start, 1);
    case LIAISON_STEP_QUARTER:
      return first_of_month_after (start, 3);
    case LIAISON_STEP_YEAR:
      return first_of_month_after (start, 12);
    case LIAISON_STEP_DAY:
    default:
      return liaison_day_from_julian (liaison_day_to_julian (start) + 1);
    }
}

char *
liaison_step_key (LiaisonStep step,
                  int         day)
{
  int year = day / 10000;
  int month = day / 100 % 100;
  GDate date;

  switch (step)
    {
    case LIAISON_STEP_WEEK:
      to_gdate (day, &date);
      year = liaison_day_from_julian (liaison_day_to_julian (day) - liaison_day_weekday (day) + 4) / 10000;
      return g_strdup_printf ("%04d-W%02u", year, g_date_get_iso8601_week_of_year (&date));
    case LIAISON_STEP_MONTH:
      return g_strdup_printf ("%04d-%02d", year, month);
    case LIAISON_STEP_QUARTER:
      return g_strdup_printf ("%04d-Q%d", year, (month - 1) / 3 + 1);
    case LIAISON_STEP_YEAR:
      return g_strdup_printf ("%04d", year);
    case LIAISON_STEP_DAY:
    default:
      return g_strdup_printf ("%04d-%02d-%02d", year, month, day % 100);
    }
}
