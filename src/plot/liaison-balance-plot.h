/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-chart-kind.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_BALANCE_PLOT (liaison_balance_plot_get_type ())

/**
 * LiaisonBalancePlot:
 *
 * Who initiates: what our side did to one side of an axis, what theirs did to the other, per country, counterpart or time.  A mark's row is a line,
 * its column one of ours, theirs, mutual and not known.
 */
G_DECLARE_FINAL_TYPE (LiaisonBalancePlot, liaison_balance_plot, LIAISON, BALANCE_PLOT, LiaisonPlot)

extern const LiaisonChartKind liaison_balance_chart;

G_END_DECLS
