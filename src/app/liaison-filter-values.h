/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query.h"
#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_FILTER_VALUES (liaison_filter_values_get_type ())

/**
 * LiaisonFilterValues:
 *
 * The names behind a key of the query language, each to be taken out, and an entry to choose further ones by: any of them will do.
 *
 * Properties, of which all are for construction: key; source (a #LiaisonPickSource); side (a #LiaisonSide); title.
 * Signal "set" (key, among, values): the person wants these values in the stead of those that the query has; among is %NULL.
 */
G_DECLARE_FINAL_TYPE (LiaisonFilterValues, liaison_filter_values, LIAISON, FILTER_VALUES, GtkWidget)

/**
 * liaison_filter_values_show_query:
 * @names: (nullable) (element-type utf8 utf8): what UUIDs are called
 *
 * Shows what the query has of the key.
 */
void liaison_filter_values_show_query (LiaisonFilterValues *self, LiaisonQuery *query, GHashTable *names);

/* Where names are chosen from. */
void liaison_filter_values_set_store  (LiaisonFilterValues *self, LiaisonStore *store);

G_END_DECLS
