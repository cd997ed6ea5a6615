/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query.h"

G_BEGIN_DECLS

/*
 * The order of all engagements by the keys that were asked for last, kept with a connection for as long as the store stays as it is.  What is
 * searched for next is mostly listed in the same order, and looking through an array takes a sixtieth of the time of walking over an index.
 */

/* What it is called among the data of a connection (liaison_db_set_data()). */
#define LIAISON_ORDER_CACHE "liaison-order-cache"

/**
 * liaison_order_cache_find:
 * @ids: (out) (transfer none) (nullable) (element-type gint32): the order, until another is kept; %NULL where it is not known
 *
 * Called inside a snapshot (liaison-snapshot.h), as the next ones.
 */
gboolean liaison_order_cache_find (LiaisonDb *db, const LiaisonSortKey *sort, guint n_sort, GArray **ids, GError **error);

/**
 * liaison_order_cache_get:
 * @sort: (out): its first key
 * @ids: (out) (transfer none) (nullable) (element-type gint32): as in liaison_order_cache_find()
 *
 * The order that is known, by whatever keys: it has every engagement.
 */
gboolean liaison_order_cache_get  (LiaisonDb *db, LiaisonSortKey *sort, GArray **ids, GError **error);

/**
 * liaison_order_cache_keep:
 * @ids: (transfer full): the order as it is now
 */
gboolean liaison_order_cache_keep (LiaisonDb *db, const LiaisonSortKey *sort, guint n_sort, GArray *ids, GError **error);

G_END_DECLS
