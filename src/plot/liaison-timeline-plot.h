/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-chart-kind.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_TIMELINE_PLOT (liaison_timeline_plot_get_type ())

/**
 * LiaisonTimelinePlot:
 *
 * The engagements of one person, country or organisation, each where it took place in time, on a line for each of their groups; what takes several
 * days is a span, and what would cover another one stands on it.  Over them are the posts that were held meanwhile.  A mark's row is a point
 * of time on a line, its column 0; or a post, its column 1.
 */
G_DECLARE_FINAL_TYPE (LiaisonTimelinePlot, liaison_timeline_plot, LIAISON, TIMELINE_PLOT, LiaisonPlot)

extern const LiaisonChartKind liaison_timeline_chart;

G_END_DECLS
