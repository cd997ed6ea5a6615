/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-plot.h"

G_BEGIN_DECLS

/*
 * Plots of stacked bars, upright or lying: a mark's row is the bar, its column a stack; a bar's marks follow one another, its stacks first and then,
 * with the column -1, the whole bar.
 */

/**
 * liaison_plot_bars_move_along:
 * @direction: 1 to the next bar, -1 to the one before
 *
 * Returns: the mark in the same stack of the neighbouring bar, or where that does not have it, its last one: the whole
 */
int liaison_plot_bars_move_along  (LiaisonPlot *plot, int index, int direction);

/* Returns: the next mark of the same bar, or the one before */
int liaison_plot_bars_move_within (LiaisonPlot *plot, int index, int direction);

/**
 * liaison_plot_bars_pick:
 * @bar: the bar that the point belongs to
 *
 * Returns: the stack at the point, or else the whole bar; -1 where there is none
 */
int liaison_plot_bars_pick        (LiaisonPlot *plot, int bar, double x, double y);

/* Whether a mark is the last stack of its bar. */
gboolean liaison_plot_bars_is_end (LiaisonPlot *plot, guint index);

/* Lying bars, one under the other, with a name and a figure each: */

/* Returns: how far it is from bar to bar, by the height of a line of text */
double liaison_plot_bars_get_pitch (double line_height);

/**
 * liaison_plot_bars_fit:
 * @n: how many bars there are
 * @top: where the first one begins
 * @pitch: how far it is from bar to bar
 *
 * Returns: how many of them are shown; where not all are, there is room under them for the words that say so
 */
guint  liaison_plot_bars_fit       (LiaisonPlot *plot, guint n, double top, double pitch);

/**
 * liaison_plot_bars_draw_rest:
 * @n: how many bars are not shown; where there are none, nothing is said
 * @start: where the bars begin, from the start
 * @y: upper edge of the words
 */
void   liaison_plot_bars_draw_rest (LiaisonPlot            *plot,
                                    cairo_t                *cr,
                                    const LiaisonPlotTheme *theme,
                                    guint                   n,
                                    double                  start,
                                    double                  y);

G_END_DECLS
