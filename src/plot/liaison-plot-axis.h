/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-plot.h"

G_BEGIN_DECLS

/**
 * LiaisonPlotAxis:
 * @step: between two grid lines
 * @last: the figure at the end
 *
 * An axis of figures, from 0 to a round one.
 */
typedef struct
{
  gint64 step;
  gint64 last;
} LiaisonPlotAxis;

/**
 * liaison_plot_axis_init:
 * @maximum: the greatest figure
 * @n_lines: how many grid lines there is room for
 *
 * Takes a step of 1, 2 or 5 times a power of ten.
 */
void liaison_plot_axis_init (LiaisonPlotAxis *axis, gint64 maximum, double n_lines);

/**
 * liaison_plot_axis_draw:
 * @left: where the grid lines begin, and @right where they end
 * @top: where the last figure is, and @bottom where 0 is
 *
 * Draws the lines of an upright axis, with the figures at the side where reading begins.
 */
void liaison_plot_axis_draw (const LiaisonPlotAxis  *axis,
                             LiaisonPlot            *plot,
                             cairo_t                *cr,
                             const LiaisonPlotTheme *theme,
                             double                  left,
                             double                  right,
                             double                  top,
                             double                  bottom);

G_END_DECLS
