/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query.h"
#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_FILTER_BAR (liaison_filter_bar_get_type ())

/**
 * LiaisonFilterBar:
 *
 * What a query holds, as chips: a term each, which its button or Delete takes out and a click or Enter lets one change; and the panel to
 * filter by without typing.
 *
 * Signals:
 *   "changed" (text): the person wants this query
 *   "edit" (value, end): the person wants to change what lies there in the query's text, in bytes
 */
G_DECLARE_FINAL_TYPE (LiaisonFilterBar, liaison_filter_bar, LIAISON, FILTER_BAR, GtkWidget)

/**
 * liaison_filter_bar_show_query:
 * @store: (nullable): where the names of records are looked up, and chosen from
 */
void liaison_filter_bar_show_query (LiaisonFilterBar *self, LiaisonQuery *query, LiaisonStore *store);

/* Opens the panel, as its button does. */
void liaison_filter_bar_open_panel (LiaisonFilterBar *self);

G_END_DECLS
