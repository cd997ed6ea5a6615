/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-chart-kind.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_TIME_PLOT (liaison_time_plot_get_type ())

/**
 * LiaisonTimePlot:
 *
 * Engagements over time as stacked bars, what is planned hatched on top of them.  A mark's row is a bucket, its column a stack, or -1 for the whole
 * bucket.
 */
G_DECLARE_FINAL_TYPE (LiaisonTimePlot, liaison_time_plot, LIAISON, TIME_PLOT, LiaisonPlot)

extern const LiaisonChartKind liaison_time_chart;

G_END_DECLS
