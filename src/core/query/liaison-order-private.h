/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-bits-private.h"
#include "liaison-query.h"

G_BEGIN_DECLS

/**
 * liaison_order_engagements:
 * @bits: (nullable): which; %NULL for all
 * @sort: the keys, a LiaisonEngagementColumn each; ties are ended by date and key, in the direction of the last one; none is by date, the
 *   newest first
 * @limit: how many at most, 0 for all
 *
 * Puts engagements in order.  By one key they are read off an index; by several, ranks read off the indices are sorted; a few are sorted by the
 * store, unless the order of all is known already.  All give the same order.
 *
 * Returns: (transfer full) (element-type gint32): their keys, not to be changed, as the order of all is shared; %NULL with an error
 */
GArray *liaison_order_engagements (LiaisonDb *db, const LiaisonBits *bits, const LiaisonSortKey *sort, guint n_sort, guint limit, GError **error);

/* Whether engagements are so few that to sort them takes no longer than to read the order of all.  The list's first rows are then no sooner
 * there than the rest. */
gboolean liaison_order_sorts_few (const LiaisonBits *bits, const LiaisonSortKey *sort, guint n_sort);

/**
 * liaison_order_contacts:
 * @bits: which
 * @sort: the keys, a LiaisonContactColumn each; ties are ended by name
 */
GArray *liaison_order_contacts      (LiaisonDb *db, const LiaisonBits *bits, const LiaisonSortKey *sort, guint n_sort, GError **error);
GArray *liaison_order_organisations (LiaisonDb *db, const LiaisonBits *bits, const LiaisonSortKey *sort, guint n_sort, GError **error);

G_END_DECLS
