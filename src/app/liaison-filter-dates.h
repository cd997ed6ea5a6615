/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_FILTER_DATES (liaison_filter_dates_get_type ())

/**
 * LiaisonFilterDates:
 *
 * The span of a query: two days as they are written in a query, each with a calendar, and spans that are often asked for.
 *
 * Signal "set" (key, among, values): the person wants this day behind "from" or "to"; among is %NULL.
 * Signal "set-span" (from, to): both at once; "" where a side is open.
 */
G_DECLARE_FINAL_TYPE (LiaisonFilterDates, liaison_filter_dates, LIAISON, FILTER_DATES, GtkWidget)

/* Shows the span that the query has. */
void liaison_filter_dates_show_query (LiaisonFilterDates *self, LiaisonQuery *query);

G_END_DECLS
