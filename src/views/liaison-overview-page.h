/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query.h"
#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_OVERVIEW_PAGE (liaison_overview_page_get_type ())

/**
 * LiaisonOverviewPage:
 *
 * The place "Overview": where one stands, as figures and small charts of the same query as the list.
 *
 * Signal "opened" (query, label): the engagements under a figure are to be listed.
 */
G_DECLARE_FINAL_TYPE (LiaisonOverviewPage, liaison_overview_page, LIAISON, OVERVIEW_PAGE, GtkWidget)

/* Both may be %NULL. */
void liaison_overview_page_set_store (LiaisonOverviewPage *self, LiaisonStore *store);
void liaison_overview_page_set_query (LiaisonOverviewPage *self, LiaisonQuery *query);

G_END_DECLS
