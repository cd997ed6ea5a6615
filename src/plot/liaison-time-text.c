/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-time-text.h"

#include "liaison-plot-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

#define MOST_BUCKETS 60
#define DAYS_OF_YEAR 365.2425

static int first_weekday = 0; /* atomic: charts are made on their thread */

static char *
format_day (int         day,
            const char *format)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (day / 10000, day / 100 % 100, day % 100, 0, 0, 0);

  return g_date_time_format (date, format);
}

char *
liaison_time_text_label (LiaisonStep step,
                         int         day)
{
  switch (step)
    {
    case LIAISON_STEP_DAY:
      return liaison_time_text_day (day);
    case LIAISON_STEP_WEEK:
      /* Translators: a week, as strftime() formats its first day: "week from 6 December 2021" */
      return format_day (day, C_("date format", "week from %-e %B %Y"));
    case LIAISON_STEP_MONTH:
      return format_day (day, C_("date format", "%B %Y"));
    case LIAISON_STEP_QUARTER:
      /* Translators: a quarter of a year: its number, the year */
      return g_strdup_printf (C_("date format", "quarter %d of %d"), (day / 100 % 100 + 2) / 3, day / 10000);
    case LIAISON_STEP_YEAR:
    default:
      return g_strdup_printf ("%d", day / 10000);
    }
}

char *
liaison_time_text_tick (LiaisonStep step,
                        int         day)
{
  switch (step)
    {
    case LIAISON_STEP_DAY:
    case LIAISON_STEP_WEEK:
      /* Translators: a day on the axis of a chart, as strftime() formats it: "6 Dec" */
      return format_day (day, C_("date format", "%-e %b"));
    case LIAISON_STEP_MONTH:
      return format_day (day, "%b");
    case LIAISON_STEP_QUARTER:
      /* Translators: a quarter of a year on the axis of a chart */
      return g_strdup_printf (C_("date format", "Q%d"), (day / 100 % 100 + 2) / 3);
    case LIAISON_STEP_YEAR:
    default:
      return g_strdup_printf ("%d", day / 10000);
    }
}

char *
liaison_time_text_era (LiaisonStep step,
                       int         day)
{
  return step == LIAISON_STEP_YEAR ? g_strdup ("") : g_strdup_printf ("%d", day / 10000);
}

char *
liaison_time_text_day (int day)
{
  /* Translators: a day, as strftime() formats it: "9 December 2021" */
  return format_day (day, C_("date format", "%-e %B %Y"));
}

char *
liaison_time_text_weekday (int weekday)
{
  /* A Monday, from which the others are counted. */
  return format_day (liaison_day_add (20220103, weekday - 1), "%a");
}

static int
get_first_weekday_of_locale (void)
{
#ifdef __GLIBC__
  /* The C library names a day of reference, as yyyymmdd in the place of the pointer, and the day of the week counted from that, from 1. */
  int reference = GPOINTER_TO_INT (nl_langinfo (_NL_TIME_WEEK_1STDAY));
  int first = *nl_langinfo (_NL_TIME_FIRST_WEEKDAY);

  if (liaison_day_is_valid (reference) && first >= 1 && first <= 7)
    return liaison_day_weekday (liaison_day_add (reference, first - 1));
#endif

  return 1;
}

int
liaison_time_text_get_first_weekday (void)
{
  int chosen = g_atomic_int_get (&first_weekday);

  return chosen != 0 ? chosen : get_first_weekday_of_locale ();
}

void
liaison_time_text_set_first_weekday (int weekday)
{
  g_return_if_fail (weekday >= 0 && weekday <= 7);

  g_atomic_int_set (&first_weekday, weekday);
}

char *
liaison_time_text_span (int first,
                        int last)
{
  g_autofree char *start = liaison_time_text_day (first);
  g_autofree char *end = liaison_time_text_day (last);

  if (first == last)
    return g_steal_pointer (&start);

  /* Translators: from one day to another */
  return g_strdup_printf (C_("span", "%s – %s"), start, end);
}

char *
liaison_time_text_open_span (int first,
                             int last)
{
  g_autofree char *day = NULL;

  if (liaison_day_is_valid (first) && liaison_day_is_valid (last))
    return liaison_time_text_span (first, last);
  if (!liaison_day_is_valid (first) && !liaison_day_is_valid (last))
    return g_strdup (C_("span", "all dates"));

  day = liaison_time_text_day (liaison_day_is_valid (first) ? first : last);

  /* Translators: a day */
  return g_strdup_printf (liaison_day_is_valid (first) ? C_("span", "since %s") : C_("span", "until %s"), day);
}

char *
liaison_time_text_query_span (LiaisonQuery *query)
{
  int first, last;

  liaison_query_get_span (query, &first, &last);

  return liaison_time_text_open_span (first, last);
}

char *
liaison_time_text_ago (int days)
{
  if (days <= 0)
    return g_strdup (C_("time", "today"));

  /* Nobody counts in days what is long ago. */
  if (days >= 2 * DAYS_OF_YEAR)
    return g_strdup_printf (ngettext ("%d year ago", "%d years ago", (gulong) (days / DAYS_OF_YEAR)), (int) (days / DAYS_OF_YEAR));

  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", days), days);
}

char *
liaison_time_text_format_days (int days)
{
  if (days < 1000)
    return liaison_plot_text_format_number (days);

  /* Translators: years, as short as can be: "19 y" */
  return g_strdup_printf (C_("chart", "%d y"), days / 365);
}

LiaisonStep
liaison_step_choose (int first,
                     int last)
{
  int days = liaison_day_diff (first, last) + 1;

  if (days <= 31)
    return LIAISON_STEP_DAY;
  if (days <= MOST_BUCKETS * 7)
    return LIAISON_STEP_WEEK;
  if (days <= MOST_BUCKETS * 31)
    return LIAISON_STEP_MONTH;

  return days <= MOST_BUCKETS * 92 ? LIAISON_STEP_QUARTER : LIAISON_STEP_YEAR;
}

guint
liaison_step_round_years (guint least)
{
  static const guint round_years[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (round_years); i++)
    {
      if (round_years[i] >= least)
        return round_years[i];
    }

  return least;
}

LiaisonCountKey
liaison_step_get_count_key (LiaisonStep step)
{
  switch (step)
    {
    case LIAISON_STEP_DAY:
      return LIAISON_COUNT_DAY;
    case LIAISON_STEP_WEEK:
      return LIAISON_COUNT_WEEK;
    case LIAISON_STEP_MONTH:
      return LIAISON_COUNT_MONTH;
    case LIAISON_STEP_QUARTER:
      return LIAISON_COUNT_QUARTER;
    case LIAISON_STEP_YEAR:
    default:
      return LIAISON_COUNT_YEAR;
    }
}
