/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-plot.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_VERSUS_PLOT (liaison_versus_plot_get_type ())

/**
 * LiaisonVersusPlot:
 *
 * The figures of two queries, row by row, as pairs of bars in two colours and patterns.  A mark's row is a row, its column the query.
 */
G_DECLARE_FINAL_TYPE (LiaisonVersusPlot, liaison_versus_plot, LIAISON, VERSUS_PLOT, LiaisonPlot)

/**
 * liaison_versus_plot_new:
 * @plots: two plots of one kind, each of which can list its rows (liaison_plot_list_rows())
 * @names: what their queries are called
 *
 * Returns: (transfer full): the plot that compares them
 */
LiaisonPlot *liaison_versus_plot_new (LiaisonPlot * const plots[2], const char * const names[2]);

G_END_DECLS
