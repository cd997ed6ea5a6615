/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-plot.h"

G_BEGIN_DECLS

/*
 * Where arrow keys lead among the marks of a plot, left, right, up or down; to the mark itself where there is none in that direction.
 */

/**
 * liaison_plot_move_to_next:
 *
 * Returns: the nearest mark in that direction
 */
int liaison_plot_move_to_next  (LiaisonPlot *plot, int index, LiaisonMove move);

/**
 * liaison_plot_move_in_lines:
 *
 * Returns: where marks lie about: left and right along the marks whose middles are in one line, up and down the nearest one in the next line that has
 *   any.  So every mark can be reached, wherever it is.
 */
int liaison_plot_move_in_lines (LiaisonPlot *plot, int index, LiaisonMove move);

G_END_DECLS
