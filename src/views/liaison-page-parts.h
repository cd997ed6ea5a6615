/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-figures.h"
#include "liaison-reference.h"
#include "liaison-tokens.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What the three detail pages are made of. Texts of records are always shown as they are, never as markup.
 */

/**
 * liaison_page_clear:
 *
 * Takes everything out of a box, before it is filled anew.
 */
void       liaison_page_clear      (GtkBox *box);

/**
 * liaison_page_text_new:
 * @style: (nullable): a style class
 *
 * Returns: (transfer floating): a label at the start of the line that wraps
 */
GtkWidget *liaison_page_text_new   (const char *text,
                                    const char *style);

/**
 * liaison_page_choice_new:
 * @value: one of several values
 * @name: what a screen reader calls it, which sees no heading over it: "Country: Ukraine"
 *
 * Returns: (transfer floating): a radio button with a text that wraps, to be put into a group
 */
GtkWidget *liaison_page_choice_new (const char *value,
                                    const char *name);

/**
 * liaison_page_tag_new:
 * @icon_name: (nullable): an icon before the word
 *
 * Returns: (transfer floating): a small outlined word
 */
GtkWidget *liaison_page_tag_new    (const char *word,
                                    const char *icon_name);

/**
 * liaison_page_guard_new:
 * @sensitivity: of a record
 *
 * Returns: (transfer floating): a tag with a lock that says for whom a record is, invisible where it is for everybody
 */
GtkWidget *liaison_page_guard_new  (LiaisonSensitivity sensitivity);

/**
 * liaison_page_record_new:
 * @kind: the name of a kind of record
 * @text: what it is called
 *
 * Returns: (transfer floating): a link that shows the record (win.show-record)
 */
GtkWidget *liaison_page_record_new (const char *kind,
                                    const char *uuid,
                                    const char *text);

/**
 * liaison_page_query_new:
 * @place: the place whose list is meant: "engagements"
 * @query: a text of the query language
 *
 * Returns: (transfer floating): a link that lists what matches (win.show-query)
 */
GtkWidget *liaison_page_query_new  (const char *place,
                                    const char *query,
                                    const char *text);

/**
 * liaison_page_chart_new:
 * @kind: the token of a kind of chart
 * @query: a text of the query language
 *
 * Returns: (transfer floating): a link that draws the chart of what matches (win.show-chart)
 */
GtkWidget *liaison_page_chart_new  (const char *kind,
                                    const char *query,
                                    const char *text);

/**
 * liaison_page_address_new:
 * @address: a web address
 *
 * Returns: (transfer floating): a link that opens @address outside; where it is neither http nor https, which nothing stored should be,
 *   only its text, which can be copied
 */
GtkWidget *liaison_page_address_new (const char *address);

/**
 * liaison_page_figure_new:
 * @name: what it counts
 * @place: (nullable): the place whose list is under the figure; %NULL where it cannot be opened
 * @query: (nullable): the text of the query that lists it
 *
 * Returns: (transfer floating): a figure over its name, to be opened where it has a query
 */
GtkWidget *liaison_page_figure_new  (const char *figure,
                                     const char *name,
                                     const char *place,
                                     const char *query);

/**
 * liaison_page_write_day:
 * @day: a day as yyyymmdd, 0 for none
 *
 * Returns: (transfer full): the day in the short form of the locale; "" for none
 */
char      *liaison_page_write_day   (int day);

/**
 * liaison_page_write_span:
 * @from: as LiaisonDate writes it, "" where it is open; @to likewise
 *
 * Returns: (transfer full): the span in words: "since 17 Mar 2020", "2019 – 2021"; "" where both are open
 */
char      *liaison_page_write_span  (const char *from,
                                     const char *to);

/**
 * liaison_page_write_time:
 * @seconds: since 1970
 * @undone: whether the change has been taken back, which is told behind it
 *
 * Returns: (transfer full): date and time of a change, as it was on the clock here
 */
char      *liaison_page_write_time  (gint64   seconds,
                                     gboolean undone);

/**
 * liaison_page_fill_history:
 * @box: an empty box
 * @history: (element-type LiaisonHistoryItem): what was done to a record
 */
void       liaison_page_fill_history (GtkBox    *box,
                                      GPtrArray *history);

G_END_DECLS
