/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-count.h"
#include "liaison-day.h"

G_BEGIN_DECLS

/* How buckets of time are called, each by its first day (yyyymmdd). */

/* Returns: (transfer full): as a sentence has it: "December 2021", "week from 6 December 2021" */
char        *liaison_time_text_label (LiaisonStep step, int day);

/* Returns: (transfer full): as an axis has it, short: "Dec", "6 Dec", "Q4" */
char        *liaison_time_text_tick  (LiaisonStep step, int day);

/* Returns: (transfer full): what stands under the axis where it changes: the year; "" where the tick says it already */
char        *liaison_time_text_era   (LiaisonStep step, int day);

/* Returns: (transfer full): a day in full: "9 December 2021" */
char        *liaison_time_text_day   (int day);

/* Returns: (transfer full): a day of the week, from 1 (Monday) to 7, short: "Mon" */
char        *liaison_time_text_weekday (int weekday);

/* Returns: on which day a week begins for the person, from 1 (Monday) to 7: where they live, unless another one was set */
int          liaison_time_text_get_first_weekday (void);

/* Lets weeks begin on that day, from 1 (Monday) to 7, on all threads; 0, which it is at first, for that of the locale. */
void         liaison_time_text_set_first_weekday (int weekday);

/* Returns: (transfer full): the days from one to the other: "9 December 2021 – 14 January 2022" */
char        *liaison_time_text_span  (int first, int last);

/* Returns: (transfer full): the same where either need be no day, and nothing bounds it there: "since 9 December 2021", "all dates" */
char        *liaison_time_text_open_span (int first, int last);

/* Returns: (transfer full): the span that a query asks for, as liaison_time_text_open_span() has it */
char        *liaison_time_text_query_span (LiaisonQuery *query);

/**
 * liaison_time_text_ago:
 * @days: how many days ago
 *
 * Returns: (transfer full): "today", "1 day ago", "12 days ago"; whole years from two on
 */
char        *liaison_time_text_ago   (int days);

/* Returns: (transfer full): a number of days as short as can be: "12", and in years where there are very many: "19 y" */
char        *liaison_time_text_format_days (int days);

/**
 * liaison_step_choose:
 * @first: first day, yyyymmdd
 * @last: last day
 *
 * Returns: the finest step that needs about 60 buckets at most
 */
LiaisonStep  liaison_step_choose     (int first, int last);

/* Returns: of the numbers of years that one counts by (1, 2, 5, 10, …), the first that is no less than @least; beyond them, @least */
guint        liaison_step_round_years (guint least);

LiaisonCountKey liaison_step_get_count_key (LiaisonStep step);

G_END_DECLS
