/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-entities-private.h"

G_BEGIN_DECLS

/**
 * LiaisonRowFigures:
 *
 * How many counted engagements contacts or organisations take part in, and when the last of them was: what their rows say, as the lists
 * sort by it (liaison-order-entities.c).  The busiest has more than a hundred thousand: they are read off covering indices, and which
 * engagements count is one set for all.
 */
typedef struct _LiaisonRowFigures LiaisonRowFigures;

/* Inside a snapshot. */
LiaisonRowFigures *liaison_row_figures_new  (LiaisonDb *db, LiaisonEntity entity, GError **error);
void               liaison_row_figures_free (LiaisonRowFigures *self);

/**
 * liaison_row_figures_read:
 * @key: of a contact or an organisation
 * @last: (out): a day, yyyymmdd; 0 where none is known
 */
gboolean           liaison_row_figures_read (LiaisonRowFigures *self, gint64 key, guint *counted, int *last, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonRowFigures, liaison_row_figures_free)

G_END_DECLS
