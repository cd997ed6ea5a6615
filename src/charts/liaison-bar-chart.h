/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-series.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_BAR_CHART (liaison_bar_chart_get_type ())

/**
 * LiaisonBarChart:
 *
 * Engagements over time as stacked bars.  One stop of the Tab key, in which the arrow keys walk from mark to mark; a click or Enter opens the
 * engagements under a mark.
 *
 * Property series: (nullable) what is shown.
 * Signal "activated" (query, label): a mark was opened: the query that lists its engagements, and the mark as a sentence.
 */
G_DECLARE_FINAL_TYPE (LiaisonBarChart, liaison_bar_chart, LIAISON, BAR_CHART, GtkWidget)

GtkWidget     *liaison_bar_chart_new        (void);
void           liaison_bar_chart_set_series (LiaisonBarChart *self, LiaisonSeries *series);
LiaisonSeries *liaison_bar_chart_get_series (LiaisonBarChart *self);

G_END_DECLS
