/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-chart-kind.h"
#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_CHART_VIEW (liaison_chart_view_get_type ())

/**
 * LiaisonChartView:
 *
 * A plot with its question, span and counting rule, as a picture or as a table, which can be copied, saved and printed.
 *
 * Properties:
 *   plot         (nullable) what is shown
 *   table-shown  whether as a table
 *   compact      whether it is one of several, and small: without what can be done with it
 * Signal "opened" (query, label): the engagements under a mark are to be listed.
 * Signals "narrowed" (query) and "widened": as #LiaisonChart.
 */
G_DECLARE_FINAL_TYPE (LiaisonChartView, liaison_chart_view, LIAISON, CHART_VIEW, GtkWidget)

GtkWidget *liaison_chart_view_new        (void);
void       liaison_chart_view_set_plot   (LiaisonChartView *self, LiaisonPlot *plot);

/**
 * liaison_chart_view_set_source:
 * @store: (nullable): where the plot is from
 * @request: (nullable): what was asked for
 *
 * What is copied or saved is counted and drawn anew, off the main thread; nothing can be where this is not known.
 */
void       liaison_chart_view_set_source (LiaisonChartView *self, LiaisonStore *store, LiaisonChartRequest *request);

G_END_DECLS
