/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-date.h"
#include "liaison-tokens.h"

G_BEGIN_DECLS

/**
 * LiaisonDateEntry:
 * @date: as far as it was written
 * @precision: what follows from how far it was written (minute, day, month, year), or about where the text says so
 *
 * What a person meant who typed a date into a form.
 */
typedef struct
{
  LiaisonDate      date;
  LiaisonPrecision precision;
} LiaisonDateEntry;

/**
 * liaison_date_entry_parse:
 * @text: what a person typed
 * @today: the day that relative dates start from, as yyyymmdd; see liaison_day_today()
 * @entry: (out caller-allocates): what was meant; untouched on failure
 * @error: return location for a %LIAISON_ERROR_SYNTAX or %LIAISON_ERROR_INVALID
 *
 * Reads a date more generously than liaison_date_parse():
 *
 * - 2022, 2022-01, 2022-01-11, 2022/1/11, each with "about" before it;
 * - 11 Jan 2022, Jan 11, 2022, January 2022, 11 January, in English or in the language of the locale;
 * - 11.1.2022; 11/1/2022 in the order that the locale writes, or in the only one that is possible; 1/2022;
 * - today, yesterday, tomorrow, a weekday (the last one of that name, today included), -3d, +2w;
 * - last Tuesday, next Tuesday, three days ago, a week ago, this morning, last night;
 * - any day with a time: 15:30, 3:30 pm, 9am; a time alone is of today.
 *
 * A day without its year is the one nearest to @today, and so is a year of two digits. A text with several readings between which
 * nothing decides is refused, and the message names both.
 *
 * Returns: whether @text is a date
 */
gboolean liaison_date_entry_parse  (const char        *text,
                                    int                today,
                                    LiaisonDateEntry  *entry,
                                    GError           **error);

/**
 * liaison_date_entry_format:
 * @date: a date in its text form, or ""
 * @precision: its precision; only about makes a difference
 *
 * Returns: (transfer full): what a form shows for editing, which liaison_date_entry_parse() reads again: "2022-01-11 15:30"; a @date that is
 *   none comes back as it is
 */
char    *liaison_date_entry_format (const char        *date,
                                    LiaisonPrecision   precision);

G_END_DECLS
