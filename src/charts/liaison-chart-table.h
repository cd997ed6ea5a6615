/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-plot.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_CHART_TABLE (liaison_chart_table_get_type ())

/**
 * LiaisonChartTable:
 *
 * The figures of a plot as a table.
 *
 * Signal "activated" (query, label): a row was opened: the query that lists its engagements, and its name.
 */
G_DECLARE_FINAL_TYPE (LiaisonChartTable, liaison_chart_table, LIAISON, CHART_TABLE, GtkWidget)

GtkWidget *liaison_chart_table_new      (void);

/* @plot: (nullable): what is shown from now on */
void       liaison_chart_table_set_plot (LiaisonChartTable *self, LiaisonPlot *plot);

G_END_DECLS
