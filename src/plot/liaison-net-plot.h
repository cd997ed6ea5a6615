/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-chart-kind.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_NET_PLOT (liaison_net_plot_get_type ())

/**
 * LiaisonNetPlot:
 *
 * Principals and those whom they meet, with a line between two that is the broader the more engagements they had.
 */
G_DECLARE_FINAL_TYPE (LiaisonNetPlot, liaison_net_plot, LIAISON, NET_PLOT, LiaisonPlot)

extern const LiaisonChartKind liaison_net_chart;

G_END_DECLS
