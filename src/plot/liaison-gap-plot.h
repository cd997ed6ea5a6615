/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-chart-kind.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_GAP_PLOT (liaison_gap_plot_get_type ())

/**
 * LiaisonGapPlot:
 *
 * Who has not been reached: the days since the last contact with each country or counterpart, against how often there should be one.  A mark's row is
 * a bar.
 */
G_DECLARE_FINAL_TYPE (LiaisonGapPlot, liaison_gap_plot, LIAISON, GAP_PLOT, LiaisonPlot)

extern const LiaisonChartKind liaison_gap_chart;

G_END_DECLS
