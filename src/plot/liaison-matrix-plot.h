/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-chart-kind.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_MATRIX_PLOT (liaison_matrix_plot_get_type ())

/**
 * LiaisonMatrixPlot:
 *
 * Who meets whom: principals as rows, countries or counterparts as columns, a cell for each pair, those who never met among them.  A mark's row and
 * column are those that one sees.
 */
G_DECLARE_FINAL_TYPE (LiaisonMatrixPlot, liaison_matrix_plot, LIAISON, MATRIX_PLOT, LiaisonPlot)

extern const LiaisonChartKind liaison_matrix_chart;

G_END_DECLS
