/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * liaison_recent_engagements_new:
 * @query: a text of the query language
 *
 * The latest few of the engagements that match @query, for the short list on a page; they follow the store.
 *
 * Returns: (transfer full): a selection model of #LiaisonRow in which nothing is selected
 */
GtkSelectionModel *liaison_recent_engagements_new (LiaisonStore *store,
                                                   const char   *query);

G_END_DECLS
