/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-chart-kind.h"
#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_CHART_PANE (liaison_chart_pane_get_type ())

/**
 * LiaisonChartPane:
 *
 * A chart of a store, loaded when it is seen and again whenever the store changes.
 *
 * Property compact: whether it is one of several, and small.
 * Signal "opened" (query, label): the engagements under a mark are to be listed.
 * Signals "narrowed" (query) and "widened": as #LiaisonChart.
 */
G_DECLARE_FINAL_TYPE (LiaisonChartPane, liaison_chart_pane, LIAISON, CHART_PANE, GtkWidget)

/* Either may be %NULL: then nothing is shown. */
void liaison_chart_pane_set_store   (LiaisonChartPane *self, LiaisonStore *store);
void liaison_chart_pane_set_request (LiaisonChartPane *self, LiaisonChartRequest *request);

G_END_DECLS
