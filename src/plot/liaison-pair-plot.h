/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-plot.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_PAIR_PLOT (liaison_pair_plot_get_type ())

/**
 * LiaisonPairPlot:
 *
 * Two plots of one kind in two panes, beside each other or where there is less room beneath each other, each under its query: what a comparison
 * is where the figures of two queries cannot share a picture.
 */
G_DECLARE_FINAL_TYPE (LiaisonPairPlot, liaison_pair_plot, LIAISON, PAIR_PLOT, LiaisonPlot)

/**
 * liaison_pair_plot_new:
 * @plots: two plots of one kind
 * @names: what their queries are called
 *
 * Returns: (transfer full): the two in one
 */
LiaisonPlot *liaison_pair_plot_new        (LiaisonPlot * const plots[2], const char * const names[2]);

/**
 * liaison_pair_plot_take_texts:
 * @plot: a plot in which two others are compared
 * @is_empty: whether there is nothing to draw
 *
 * Gives it the texts that the two others have in common, and says which two these are.
 */
void         liaison_pair_plot_take_texts (LiaisonPlot         *plot,
                                           LiaisonPlot * const  plots[2],
                                           const char * const   names[2],
                                           gboolean             is_empty);

G_END_DECLS
