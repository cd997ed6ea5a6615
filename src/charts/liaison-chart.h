/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-plot.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_CHART (liaison_chart_get_type ())

/**
 * LiaisonChart:
 *
 * Shows a plot.  One stop of the Tab key, in which the arrow keys walk from mark to mark; a click or Enter opens the engagements under a mark.
 *
 * Property plot: (nullable) what is shown.
 * Where time runs along its width, a stretch of it can be brushed with the pointer, or a mark be narrowed to with the plus key; Escape, the minus key
 * and a double click beside the marks lead out again.
 * A plot that can be looked at more closely is so with the scroll wheel and the keys plus, minus and 0, and moved with the pointer and Ctrl and arrows.
 *
 * Signal "narrowed" (query): the chart is to be drawn of this query.
 * Signal "widened": the last narrowing is to be taken back.
 * Signal "activated" (query, label): a mark was opened: the query that lists its engagements, and the mark as a sentence.
 */
G_DECLARE_FINAL_TYPE (LiaisonChart, liaison_chart, LIAISON, CHART, GtkWidget)

GtkWidget   *liaison_chart_new       (void);
void         liaison_chart_set_plot  (LiaisonChart *self, LiaisonPlot *plot);
LiaisonPlot *liaison_chart_get_plot  (LiaisonChart *self);

G_END_DECLS
