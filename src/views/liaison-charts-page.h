/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query.h"
#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_CHARTS_PAGE (liaison_charts_page_get_type ())

/**
 * LiaisonChartsPage:
 *
 * The place "Charts": one chart at a time, of the same query as the list, and what can be chosen of it.
 *
 * Properties: store and query (both nullable).
 * Signal "opened" (query, label): the engagements under a mark are to be listed.
 * Signal "narrowed" (query): the charts are to be of this query, narrower than before, or as before again.
 */
G_DECLARE_FINAL_TYPE (LiaisonChartsPage, liaison_charts_page, LIAISON, CHARTS_PAGE, GtkWidget)

GtkWidget *liaison_charts_page_new       (void);

/* Returns: the token of the kind that is shown */
const char *liaison_charts_page_get_kind (LiaisonChartsPage *self);

/**
 * liaison_charts_page_show_kind:
 * @kind: the token of a kind of chart
 *
 * Returns: whether there is such a kind; then it is the one that is shown
 */
gboolean   liaison_charts_page_show_kind (LiaisonChartsPage *self, const char *kind);
void       liaison_charts_page_set_store (LiaisonChartsPage *self, LiaisonStore *store);
void       liaison_charts_page_set_query (LiaisonChartsPage *self, LiaisonQuery *query);

G_END_DECLS
