/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query.h"
#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_FILTER_PANEL (liaison_filter_panel_get_type ())

/**
 * LiaisonFilterPanel:
 *
 * A query for those who do not type: the span, people, countries, groupings, forms, status, topics, level and sensitivity.  It shows what the
 * query has and changes nothing else in it.
 *
 * Signal "changed" (text): the person wants this query.
 */
G_DECLARE_FINAL_TYPE (LiaisonFilterPanel, liaison_filter_panel, LIAISON, FILTER_PANEL, GtkWidget)

/**
 * liaison_filter_panel_show_query:
 * @names: (nullable) (element-type utf8 utf8): what UUIDs are called
 */
void liaison_filter_panel_show_query (LiaisonFilterPanel *self, LiaisonQuery *query, GHashTable *names);

/* Where names are chosen from. */
void liaison_filter_panel_set_store  (LiaisonFilterPanel *self, LiaisonStore *store);

G_END_DECLS
