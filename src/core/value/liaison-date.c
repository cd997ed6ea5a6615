/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-config.h"

#include "liaison-date.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "liaison-error.h"

/* The longest text form; shorter ones are its beginnings. Digits stand for any digit. */
#define FULL_FORM "0000-00-00T00:00"
#define YEAR_LENGTH 4
#define MONTH_LENGTH 7
#define DAY_LENGTH 10
#define MINUTE_LENGTH 16

#define MINUTES_A_DAY (24 * 60)

/* No more of a wrong text than this goes into a message: it may be a whole file. */
#define MAX_QUOTED 40

static char *
quote (const char *text)
{
  gsize length = strnlen (text, MAX_QUOTED + 1);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) MIN (length, MAX_QUOTED));

  return g_strdup_printf ("“%s%s”", valid, length > MAX_QUOTED ? "…" : "");
}

static gboolean
has_form (const char *text,
          const char *form,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (form[i]) ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
      return FALSE;

  return TRUE;
}

static gboolean
is_date_form (const char *text)
{
  gsize length = strnlen (text, MINUTE_LENGTH + 1);

  return (length == YEAR_LENGTH || length == MONTH_LENGTH || length == DAY_LENGTH || length == MINUTE_LENGTH) &&
         has_form (text, FULL_FORM, length);
}

static int
number_at (const char *text,
           gsize       position,
           gsize       digits)
{
  int number = 0;

  for (gsize i = position; i < position + digits; i++)
    number = number * 10 + g_ascii_digit_value (text[i]);

  return number;
}

static gboolean
refuse (const char  *text,
        const char  *reason,
        GError     **error)
{
  g_autofree char *quoted = quote (text);

  /* Translators: the first %s is a quoted text like “2021-02-30”, the second a reason. */
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("%s is not a date: %s"), quoted, reason);

  return FALSE;
}

static gboolean
refuse_day (const char         *text,
            const LiaisonDate  *date,
            GError            **error)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (date->year, date->month, 1, 0, 0, 0);
  g_autofree char *month = g_date_time_format (first, "%OB %Y");
  g_autofree char *reason = NULL;

  /* Translators: the first %s is a month and its year; every number is from 28 to 31. */
  reason = g_strdup_printf (_("%s has %d days"), month, liaison_days_in_month (date->year, date->month));

  return refuse (text, reason, error);
}

static gboolean
check_date (const char         *text,
            const LiaisonDate  *date,
            gsize               length,
            GError            **error)
{
  if (date->year == 0)
    return refuse (text, _("years run from 0001 to 9999"), error);

  if (length >= MONTH_LENGTH && (date->month < 1 || date->month > 12))
    return refuse (text, _("months run from 01 to 12"), error);

  if (length >= DAY_LENGTH && date->day == 0)
    return refuse (text, _("days run from 01"), error);

  if (length >= DAY_LENGTH && date->day > liaison_days_in_month (date->year, date->month))
    return refuse_day (text, date, error);

  if (length >= MINUTE_LENGTH && (date->minute >= MINUTES_A_DAY || number_at (text, 14, 2) > 59))
    return refuse (text, _("times run from 00:00 to 23:59"), error);

  return TRUE;
}

/* Reads a text that is_date_form() has found to be one. */
static gboolean
read_date (const char   *text,
           LiaisonDate  *date,
           GError      **error)
{
  LiaisonDate parsed = { 0, 0, 0, -1 };
  gsize length = strlen (text);

  parsed.year = number_at (text, 0, 4);
  if (length >= MONTH_LENGTH)
    parsed.month = number_at (text, 5, 2);
  if (length >= DAY_LENGTH)
    parsed.day = number_at (text, 8, 2);
  if (length >= MINUTE_LENGTH)
    parsed.minute = number_at (text, 11, 2) * 60 + number_at (text, 14, 2);

  if (!check_date (text, &parsed, length, error))
    return FALSE;

  *date = parsed;

  return TRUE;
}

gboolean
liaison_date_parse (const char   *text,
                    LiaisonDate  *date,
                    GError      **error)
{
  g_autofree char *quoted = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (is_date_form (text))
    return read_date (text, date, error);

  quoted = quote (text);
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX,
               _("%s is not a date: write it as 2021, 2021-12, 2021-12-09 or 2021-12-09T15:30"), quoted);

  return FALSE;
}

char *
liaison_date_to_string (const LiaisonDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  if (date->month == 0)
    return g_strdup_printf ("%04d", date->year);
  if (date->day == 0)
    return g_strdup_printf ("%04d-%02d", date->year, date->month);
  if (date->minute < 0)
    return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", date->year, date->month, date->day,
                          date->minute / 60, date->minute % 60);
}

int
liaison_date_first_day (const LiaisonDate *date)
{
  g_return_val_if_fail (date != NULL, LIAISON_DAY_FIRST);

  return liaison_day_from_parts (date->year, MAX (date->month, 1), MAX (date->day, 1));
}

int
liaison_date_last_day (const LiaisonDate *date)
{
  int month;

  g_return_val_if_fail (date != NULL, LIAISON_DAY_LAST);

  if (date->day != 0)
    return liaison_date_first_day (date);

  month = date->month != 0 ? date->month : 12;

  return liaison_day_from_parts (date->year, month, liaison_days_in_month (date->year, month));
}

static gboolean
is_quarter_form (const char *text)
{
  return strlen (text) == 7 && (has_form (text, "0000-Q0", 7) || has_form (text, "0000-q0", 7));
}

static gboolean
is_week_form (const char *text)
{
  return strlen (text) == 8 && (has_form (text, "0000-W00", 8) || has_form (text, "0000-w00", 8));
}

static gboolean
read_quarter (const char  *text,
              int         *first,
              int         *last,
              GError     **error)
{
  int year = number_at (text, 0, 4);
  int quarter = number_at (text, 6, 1);

  if (year == 0)
    return refuse (text, _("years run from 0001 to 9999"), error);
  if (quarter < 1 || quarter > 4)
    return refuse (text, _("quarters run from Q1 to Q4"), error);

  *first = liaison_day_from_parts (year, quarter * 3 - 2, 1);
  *last = liaison_day_from_parts (year, quarter * 3, liaison_days_in_month (year, quarter * 3));

  return TRUE;
}

static gboolean
read_week (const char  *text,
           int         *first,
           int         *last,
           GError     **error)
{
  int year = number_at (text, 0, 4);
  int week = number_at (text, 6, 2);
  GDate late_december;

  if (year == 0)
    return refuse (text, _("years run from 0001 to 9999"), error);

  /* 28 December is always in the last week of its year, and 4 January in the first (ISO 8601). */
  g_date_clear (&late_december, 1);
  g_date_set_dmy (&late_december, 28, G_DATE_DECEMBER, (GDateYear) year);
  if (week < 1 || week > (int) g_date_get_iso8601_week_of_year (&late_december))
    return refuse (text, _("the year does not have that week"), error);

  *first = liaison_step_start (LIAISON_STEP_WEEK, liaison_day_from_parts (year, 1, 4));
  *first = liaison_day_add (*first, (week - 1) * 7);
  *last = liaison_day_add (*first, 6);

  return TRUE;
}

static gboolean
read_span (const char  *text,
           int         *first,
           int         *last,
           GError     **error)
{
  LiaisonDate date;

  if (!read_date (text, &date, error))
    return FALSE;

  *first = liaison_date_first_day (&date);
  *last = liaison_date_last_day (&date);

  return TRUE;
}

/* Reads -30d, +2w, -1m and -1y. */
static gboolean
read_distance (const char *text,
               int         today,
               int        *day)
{
  char *unit;
  int number;

  if ((text[0] != '-' && text[0] != '+') || !g_ascii_isdigit (text[1]))
    return FALSE;

  /* Days are added up to the ends of the calendar; nothing larger makes a difference. */
  number = (int) MIN (g_ascii_strtoull (text + 1, &unit, 10), G_MAXINT / 12);
  if (text[0] == '-')
    number = -number;

  if (g_ascii_strcasecmp (unit, "d") == 0)
    *day = liaison_day_add (today, number);
  else if (g_ascii_strcasecmp (unit, "w") == 0)
    *day = liaison_day_add (today, number * 7);
  else if (g_ascii_strcasecmp (unit, "m") == 0)
    *day = liaison_day_add_months (today, number);
  else if (g_ascii_strcasecmp (unit, "y") == 0)
    *day = liaison_day_add_months (today, number * 12);
  else
    return FALSE;

  return TRUE;
}

static gboolean
read_named_day (const char *text,
                int         today,
                int        *day)
{
  if (g_ascii_strcasecmp (text, "today") == 0)
    *day = today;
  else if (g_ascii_strcasecmp (text, "yesterday") == 0)
    *day = liaison_day_add (today, -1);
  else if (g_ascii_strcasecmp (text, "tomorrow") == 0)
    *day = liaison_day_add (today, 1);
  else
    return FALSE;

  return TRUE;
}

gboolean
liaison_date_parse_query (const char  *text,
                          int          today,
                          int         *first,
                          int         *last,
                          GError     **error)
{
  g_autofree char *quoted = NULL;
  int ignored;

  g_return_val_if_fail (text != NULL, FALSE);

  if (first == NULL)
    first = &ignored;
  if (last == NULL)
    last = &ignored;

  if (read_named_day (text, today, first) || read_distance (text, today, first))
    {
      *last = *first;
      return TRUE;
    }

  if (is_quarter_form (text))
    return read_quarter (text, first, last, error);
  if (is_week_form (text))
    return read_week (text, first, last, error);
  if (is_date_form (text) && strlen (text) <= DAY_LENGTH)
    return read_span (text, first, last, error);

  quoted = quote (text);
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX,
               _("%s is not a date: write it as 2021, 2021-12, 2021-12-09, 2021-W49, 2021-Q4, today or -30d"),
               quoted);

  return FALSE;
}
