/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-day.h"

G_BEGIN_DECLS

/**
 * LiaisonDate:
 * @year: 1–9999
 * @month: 1–12, or 0 where it is not known
 * @day: 1–31, or 0 where it is not known
 * @minute: minutes after midnight, or -1 where the time is not known
 *
 * A date as far as it is known. Its text form in records and exchange is ISO 8601, cut off where
 * knowledge ends: "2021", "2021-12", "2021-12-09", "2021-12-09T15:30".
 */
typedef struct
{
  int year;
  int month;
  int day;
  int minute;
} LiaisonDate;

/**
 * liaison_date_parse:
 * @text: a date in its text form
 * @date: (out caller-allocates): the date; untouched on failure
 * @error: return location for a %LIAISON_ERROR_SYNTAX or %LIAISON_ERROR_INVALID
 *
 * Reads a date of a record. Only the four exact forms are accepted, and only what the calendar
 * has: "2021-02-30" is refused with a sentence that says that February 2021 has 28 days. The error
 * is %LIAISON_ERROR_INVALID then, and %LIAISON_ERROR_SYNTAX where the form is wrong.
 *
 * Returns: whether @text is a date
 */
gboolean liaison_date_parse (const char   *text,
                             LiaisonDate  *date,
                             GError      **error);

/**
 * liaison_date_to_string:
 * @date: a valid date
 *
 * Returns: (transfer full): its text form, which liaison_date_parse() reads
 */
char *liaison_date_to_string (const LiaisonDate *date);

/**
 * liaison_date_first_day:
 * @date: a valid date
 *
 * Returns: the first day, as yyyymmdd, that it may be: of a month its first, of a year 1 January
 */
int liaison_date_first_day (const LiaisonDate *date);

/**
 * liaison_date_last_day:
 * @date: a valid date
 *
 * Returns: the last day, as yyyymmdd, that it may be: of a month its last, of a year 31 December
 */
int liaison_date_last_day (const LiaisonDate *date);

/**
 * liaison_date_parse_query:
 * @text: a date as a person writes it in a query
 * @today: the day that relative dates start from, as yyyymmdd; see liaison_day_today()
 * @first: (out) (optional): the first day of what it names
 * @last: (out) (optional): the last day of what it names
 * @error: return location for a %LIAISON_ERROR_SYNTAX or %LIAISON_ERROR_INVALID
 *
 * Reads a day or a span of days: 2021, 2021-12, 2021-12-09, 2021-W49, 2021-Q4, today, yesterday,
 * tomorrow, or a distance from @today in days, weeks, months or years (-30d, +2w, -1m, -1y),
 * which names the one day that is so far away. Letters may be of either case.
 *
 * Returns: whether @text is a date
 */
gboolean liaison_date_parse_query (const char  *text,
                                   int          today,
                                   int         *first,
                                   int         *last,
                                   GError     **error);

G_END_DECLS
