/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { LIAISON_DATE_STYLE_LOCALE, LIAISON_DATE_STYLE_ISO } LiaisonDateStyle;

/**
 * liaison_date_format_set_style:
 * @style: the locale's, which it is at first, or that of ISO 8601: "2022-01-11 15:30", "2021-12", "2021-11-29 – 2021-12-02"
 *
 * Chooses how liaison_date_format_short() writes from now on, on all threads: for the whole process, as the locale is.
 */
void liaison_date_format_set_style (LiaisonDateStyle style);

/**
 * liaison_date_format_short:
 * @start: (nullable): the start of a record, in the text form of LiaisonDate
 * @end: (nullable): its end, likewise; %NULL or empty where it has none
 * @precision: (nullable): its precision: minute, day, month, year, about or between
 *
 * Writes when something took place as a person reads it in a list, in the order and with the
 * names of the locale: "11 Jan 2022, 15:30", "11 Jan 2022", "Dec 2021", "2021",
 * "about 24 Dec 2021", "29 Nov – 2 Dec 2021", "between 1 Dec and 24 Dec 2021". Nothing finer than
 * the precision is shown, nor finer than the text knows; a list without times passes "day". A text
 * that is not a date is shown as it stands, so that a damaged record can be recognised.
 *
 * Returns: (transfer full): the text; a translated "undated" without a @start
 */
char *liaison_date_format_short (const char *start,
                                 const char *end,
                                 const char *precision);

/**
 * liaison_date_format_long:
 * @start: (nullable): the start of a record, in the text form of LiaisonDate
 * @end: (nullable): its end, likewise; %NULL or empty where it has none
 * @precision: (nullable): its precision: minute, day, month, year, about or between
 *
 * As liaison_date_format_short(), but in full, for headings and sentences: "Tuesday 11 January
 * 2022, 15:30", "December 2021", "Monday 29 November – Thursday 2 December 2021".
 *
 * Returns: (transfer full): the text; a translated "undated" without a @start
 */
char *liaison_date_format_long (const char *start,
                                const char *end,
                                const char *precision);

/**
 * liaison_date_format_time:
 * @seconds: a moment, in seconds since 1970
 *
 * Returns: (transfer full): the moment where the person is, in the short form: "11 Jan 2022, 15:30"; "" for what is no time
 */
char *liaison_date_format_time (gint64 seconds);

/**
 * liaison_date_relative:
 * @day: a day as yyyymmdd
 * @today: the day that it is, as yyyymmdd; see liaison_day_today()
 *
 * Says how far away a day is: "today", "tomorrow", "3 days ago", "in 2 weeks", "5 months ago",
 * "2 years ago". Days up to 13, weeks up to 8, months up to 23, all rounded down.
 *
 * Returns: (transfer full): the distance in words
 */
char *liaison_date_relative (int day,
                             int today);

G_END_DECLS
