/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-chart-kind.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_MAP_PLOT (liaison_map_plot_get_type ())

/**
 * LiaisonMapPlot:
 *
 * Countries shaded by how many engagements there were with them, or how long ago the last one was; a country too small to be pointed at has a disc.
 */
G_DECLARE_FINAL_TYPE (LiaisonMapPlot, liaison_map_plot, LIAISON, MAP_PLOT, LiaisonPlot)

extern const LiaisonChartKind liaison_map_chart;

G_END_DECLS
