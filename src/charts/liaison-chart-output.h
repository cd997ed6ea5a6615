/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-chart-kind.h"
#include "liaison-plot-page.h"
#include "liaison-store.h"

G_BEGIN_DECLS

/**
 * liaison_chart_output_make_async:
 * @request: which chart
 * @view: what of it is looked at
 * @rtl: whether reading runs from right to left
 *
 * Makes what a chart leaves the window as: a picture that looks like paper, or its table with all that is in it, however much of that is drawn.  It is
 * counted and drawn on the thread of charts, where that takes as long as it needs.
 */
void    liaison_chart_output_make_async  (LiaisonStore        *store,
                                          LiaisonChartRequest *request,
                                          LiaisonPlotView      view,
                                          LiaisonPlotFormat    format,
                                          gboolean             rtl,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);

/* Returns: (transfer full): the file as a whole; %NULL with an error */
GBytes *liaison_chart_output_make_finish (LiaisonStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
