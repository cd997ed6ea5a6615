/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-chart-kind.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_TILE_PLOT (liaison_tile_plot_get_type ())

/**
 * LiaisonTilePlot:
 *
 * The figures of the last days beside those of as many days before them, a tile for each.  A mark's row is a tile.
 */
G_DECLARE_FINAL_TYPE (LiaisonTilePlot, liaison_tile_plot, LIAISON, TILE_PLOT, LiaisonPlot)

extern const LiaisonChartKind liaison_tile_chart;

G_END_DECLS
