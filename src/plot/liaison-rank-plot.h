/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-chart-kind.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_RANK_PLOT (liaison_rank_plot_get_type ())

/**
 * LiaisonRankPlot:
 *
 * Who or what has most, as lying bars under one another.  A mark's row is a bar, its column a group of engagements, or -1 for the whole bar.
 */
G_DECLARE_FINAL_TYPE (LiaisonRankPlot, liaison_rank_plot, LIAISON, RANK_PLOT, LiaisonPlot)

extern const LiaisonChartKind liaison_rank_chart;

G_END_DECLS
