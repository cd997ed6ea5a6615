/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-plot.h"

G_BEGIN_DECLS

/**
 * plot_check_all:
 * @name: what is told where something is wrong
 * @db: where its figures are from
 *
 * Checks what holds of every plot, whatever it shows: each mark's figure is how many engagements its query lists (in the table, that queries can be
 * run); marks lie in the picture, can be pointed at and reached by the arrow keys, and are called by names of their own; it is drawn at any size, in
 * every look and direction, without a complaint, and inside the picture.
 */
void plot_check_all (const char *name, LiaisonDb *db, LiaisonPlot *plot);

/**
 * plot_check_geometry:
 *
 * Returns: (transfer full): the marks as lines of text, for golden files: "ROW COLUMN VALUE X Y WIDTH HEIGHT LABEL"
 */
char *plot_check_geometry (LiaisonPlot *plot);

G_END_DECLS
