/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-config.h"

#include "liaison-date-format.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "liaison-date.h"
#include "liaison-tokens.h"

/* From here on a distance is told in the next larger unit: with 63 days two months are over. */
#define DAYS_TOLD_IN_WEEKS 14
#define DAYS_TOLD_IN_MONTHS 63
#define MONTHS_TOLD_IN_YEARS 24

/*
 * How dates look: patterns for g_date_time_format(), each translated in the context "date". A date must
 * fit the text around it, so its pattern comes from the translation, and only the names of months and
 * days from the C library. English has two orders; the locale tells which.
 */
typedef struct
{
  const char *day;
  const char *month;

  /* The start of a span that ends in the same year. */
  const char *day_before_end;
  const char *month_before_end;

  /* A span inside one month; NULL where it is written as one inside a year. */
  const char *day_in_month;
  const char *end_in_month;
} Patterns;

static const Patterns short_patterns = {
  /* Translators: 11 Jan 2022 */
  .day = NC_ ("date", "%-e %b %Y"),
  /* Translators: Jan 2022 */
  .month = NC_ ("date", "%b %Y"),
  /* Translators: the start of 29 Nov – 2 Dec 2021 */
  .day_before_end = NC_ ("date", "%-e %b"),
  /* Translators: the start of Nov – Dec 2021 */
  .month_before_end = NC_ ("date", "%b"),
  /* Translators: the start of 29–30 Nov 2021; xgettext:no-c-format */
  .day_in_month = NC_ ("date", "%-e"),
  .end_in_month = "%-e %b %Y",
};

static const Patterns short_patterns_month_first = {
  /* Translators: Jan 11, 2022: what 11 Jan 2022 is where the month comes first */
  .day = NC_ ("date", "%b %-e, %Y"),
  .month = "%b %Y",
  /* Translators: the start of Nov 29 – Dec 2, 2021 */
  .day_before_end = NC_ ("date", "%b %-e"),
  .month_before_end = "%b",
  .day_in_month = "%b %-e",
  /* Translators: the end of Nov 29–30, 2021 */
  .end_in_month = NC_ ("date", "%-e, %Y"),
};

static const Patterns long_patterns = {
  /* Translators: Tuesday 11 January 2022 */
  .day = NC_ ("date", "%A %-e %B %Y"),
  /* Translators: January 2022 */
  .month = NC_ ("date", "%OB %Y"),
  /* Translators: the start of Monday 29 November – Thursday 2 December 2021 */
  .day_before_end = NC_ ("date", "%A %-e %B"),
  /* Translators: the start of November – December 2021 */
  .month_before_end = NC_ ("date", "%OB"),
};

static const Patterns long_patterns_month_first = {
  /* Translators: Tuesday, January 11, 2022: what Tuesday 11 January 2022 is where the month comes first */
  .day = NC_ ("date", "%A, %B %-e, %Y"),
  .month = "%OB %Y",
  /* Translators: the start of Monday, November 29 – Thursday, December 2, 2021 */
  .day_before_end = NC_ ("date", "%A, %B %-e"),
  .month_before_end = "%OB",
};

/* The same in all languages: they are not translated. */
static const Patterns iso_patterns = {
  .day = "%Y-%m-%d",
  .month = "%Y-%m",
  .day_before_end = "%Y-%m-%d",
  .month_before_end = "%Y-%m",
};

static int style = LIAISON_DATE_STYLE_LOCALE; /* atomic: rows are written on the threads that read them */

/* The C locale is nobody's, although it has the month first. */
static gboolean
is_month_first (void)
{
  const char *locale = setlocale (LC_TIME, NULL);
  const char *pattern = nl_langinfo (D_FMT);

  if (locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX") || g_str_has_prefix (locale, "C."))
    return FALSE;

  return g_str_has_prefix (pattern, "%m") || g_str_has_prefix (pattern, "%D");
}

static gboolean
has_twelve_hours (void)
{
  const char *pattern = nl_langinfo (T_FMT);

  return strstr (pattern, "%r") != NULL || strstr (pattern, "%I") != NULL || strstr (pattern, "%l") != NULL;
}

static char *
format (const LiaisonDate *date,
        const char        *pattern)
{
  int minute = MAX (date->minute, 0);
  g_autoptr (GDateTime) time = g_date_time_new_utc (date->year, MAX (date->month, 1), MAX (date->day, 1),
                                                    minute / 60, minute % 60, 0);

  return g_date_time_format (time, g_dpgettext2 (GETTEXT_PACKAGE, "date", pattern));
}

static char *
format_time (const LiaisonDate *date,
             const Patterns    *patterns)
{
  /* Translators: 3:30 PM, for locales with twelve hours */
  static const char * const twelve_hours = NC_ ("date", "%-l:%M %p");
  /* Translators: 15:30 */
  static const char * const all_hours = NC_ ("date", "%H:%M");

  return format (date, patterns != &iso_patterns && has_twelve_hours () ? twelve_hours : all_hours);
}

static char *
format_one (const LiaisonDate *date,
            const Patterns    *patterns)
{
  /* Translators: 2022 */
  static const char * const year = NC_ ("date", "%Y");
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (date->month == 0)
    return format (date, year);
  if (date->day == 0)
    return format (date, patterns->month);

  day = format (date, patterns->day);
  if (date->minute < 0)
    return g_steal_pointer (&day);

  time = format_time (date, patterns);
  if (patterns == &iso_patterns)
    return g_strconcat (day, " ", time, NULL);

  /* Translators: a day and a time: 11 Jan 2022, 15:30 */
  return g_strdup_printf (C_ ("date", "%s, %s"), day, time);
}

static gboolean
has_time (const LiaisonDate *start,
          const LiaisonDate *end)
{
  return start->minute >= 0 || end->minute >= 0;
}

static gboolean
is_one_month (const LiaisonDate *start,
              const LiaisonDate *end)
{
  return start->year == end->year && start->month == end->month && start->day != 0 && end->day != 0;
}

/* What comes before an end says only what the end does not. */
static char *
format_before_end (const LiaisonDate *start,
                   const LiaisonDate *end,
                   const Patterns    *patterns)
{
  gboolean is_month = start->day == 0;

  if (start->year != end->year || start->month == 0 || is_month != (end->day == 0) || has_time (start, end))
    return format_one (start, patterns);

  return format (start, is_month ? patterns->month_before_end : patterns->day_before_end);
}

/* Start and end are on the same day, or equally little is known of them. */
static char *
format_one_day (const LiaisonDate *start,
                const LiaisonDate *end,
                const Patterns    *patterns)
{
  g_autofree char *first = format_one (start, patterns);
  g_autofree char *last = NULL;

  if (start->minute < 0 || end->minute < 0 || start->minute == end->minute)
    return g_steal_pointer (&first);

  last = format_time (end, patterns);

  /* Translators: a span within a day or a month: 11 Jan 2022, 15:30–16:10, or 29–30 Nov 2021 */
  return g_strdup_printf (C_ ("date", "%s–%s"), first, last);
}

static char *
format_span (const LiaisonDate *start,
             const LiaisonDate *end,
             const Patterns    *patterns)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (is_one_month (start, end) && !has_time (start, end) && patterns->day_in_month != NULL)
    {
      first = format (start, patterns->day_in_month);
      last = format (end, patterns->end_in_month);

      return g_strdup_printf (C_ ("date", "%s–%s"), first, last);
    }

  first = format_before_end (start, end, patterns);
  last = format_one (end, patterns);

  /* Translators: a span: 29 Nov – 2 Dec 2021 */
  return g_strdup_printf (C_ ("date", "%s – %s"), first, last);
}

static char *
format_dates (const LiaisonDate *start,
              const LiaisonDate *end,
              const Patterns    *patterns)
{
  if (start->year == end->year && start->month == end->month && start->day == end->day)
    return format_one_day (start, end, patterns);

  return format_span (start, end, patterns);
}

static char *
format_between (const LiaisonDate *start,
                const LiaisonDate *end,
                const Patterns    *patterns)
{
  g_autofree char *first = format_before_end (start, end, patterns);
  g_autofree char *last = format_one (end, patterns);

  /* Translators: some time between two dates: between 1 Dec and 24 Dec 2021 */
  return g_strdup_printf (C_ ("date", "between %s and %s"), first, last);
}

static char *
format_about (const LiaisonDate *start,
              const LiaisonDate *end,
              const Patterns    *patterns)
{
  g_autofree char *dates = format_dates (start, end, patterns);

  /* Translators: a date that is not known exactly: about 24 Dec 2021 */
  return g_strdup_printf (C_ ("date", "about %s"), dates);
}

/* Leaves out what is finer than the precision. */
static void
coarsen (LiaisonDate *date,
         int          precision)
{
  if (precision == LIAISON_PRECISION_DAY || precision == LIAISON_PRECISION_MONTH || precision == LIAISON_PRECISION_YEAR)
    date->minute = -1;
  if (precision == LIAISON_PRECISION_MONTH || precision == LIAISON_PRECISION_YEAR)
    date->day = 0;
  if (precision == LIAISON_PRECISION_YEAR)
    date->month = 0;
}

static char *
format_record (const char     *start,
               const char     *end,
               const char     *precision_token,
               const Patterns *patterns)
{
  int precision = precision_token != NULL ? liaison_vocabulary_parse (&liaison_precisions, precision_token) : 0;
  LiaisonDate first;
  LiaisonDate last;

  if (start == NULL || *start == '\0')
    return g_strdup (C_ ("date", "undated"));
  if (!liaison_date_parse (start, &first, NULL))
    return g_utf8_make_valid (start, -1);

  coarsen (&first, precision);
  if (end == NULL || !liaison_date_parse (end, &last, NULL))
    last = first;
  coarsen (&last, precision);

  if (precision == LIAISON_PRECISION_ABOUT)
    return format_about (&first, &last, patterns);
  if (precision == LIAISON_PRECISION_BETWEEN && memcmp (&first, &last, sizeof first) != 0)
    return format_between (&first, &last, patterns);

  return format_dates (&first, &last, patterns);
}

void
liaison_date_format_set_style (LiaisonDateStyle new_style)
{
  g_atomic_int_set (&style, (int) new_style);
}

char *
liaison_date_format_short (const char *start,
                           const char *end,
                           const char *precision)
{
  if (g_atomic_int_get (&style) == LIAISON_DATE_STYLE_ISO)
    return format_record (start, end, precision, &iso_patterns);
  return format_record (start, end, precision, is_month_first () ? &short_patterns_month_first : &short_patterns);
}

char *
liaison_date_format_long (const char *start,
                          const char *end,
                          const char *precision)
{
  return format_record (start, end, precision, is_month_first () ? &long_patterns_month_first : &long_patterns);
}

char *
liaison_date_format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M") : NULL;

  return text != NULL ? liaison_date_format_short (text, NULL, NULL) : g_strdup ("");
}

/* The months that are over between two days. */
static int
count_months (int from,
              int to)
{
  int months = (to / 10000 - from / 10000) * 12 + to / 100 % 100 - from / 100 % 100;

  return liaison_day_add_months (from, months) > to ? months - 1 : months;
}

static char *
format_past (int days,
             int months)
{
  if (days < DAYS_TOLD_IN_WEEKS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day ago", "%d days ago", (gulong) days), days);
  if (days < DAYS_TOLD_IN_MONTHS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d week ago", "%d weeks ago", (gulong) days / 7), days / 7);
  if (months < MONTHS_TOLD_IN_YEARS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d month ago", "%d months ago", (gulong) months), months);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d year ago", "%d years ago", (gulong) months / 12),
                          months / 12);
}

static char *
format_future (int days,
               int months)
{
  if (days < DAYS_TOLD_IN_WEEKS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %d day", "in %d days", (gulong) days), days);
  if (days < DAYS_TOLD_IN_MONTHS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %d week", "in %d weeks", (gulong) days / 7), days / 7);
  if (months < MONTHS_TOLD_IN_YEARS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %d month", "in %d months", (gulong) months), months);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %d year", "in %d years", (gulong) months / 12),
                          months / 12);
}

char *
liaison_date_relative (int day,
                       int today)
{
  int days = liaison_day_diff (today, day);

  if (days == 0)
    return g_strdup (C_ ("date", "today"));
  if (days == -1)
    return g_strdup (C_ ("date", "yesterday"));
  if (days == 1)
    return g_strdup (C_ ("date", "tomorrow"));
  if (days < 0)
    return format_past (-days, count_months (day, today));

  return format_future (days, count_months (today, day));
}
