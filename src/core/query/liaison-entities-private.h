/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-match-private.h"

G_BEGIN_DECLS

/**
 * liaison_entities_match:
 * @entity: contacts or organisations
 *
 * Answers a query for contacts or organisations.  Words, phrases, side, tag, sensitivity, "is:overdue" and "is:archived" describe these
 * themselves.  So do country, org, grouping and level, where nothing is asked about engagements: the country that is on record, organisations and
 * levels of posts at any time, members as of today.  Where something is, those are found who take part in such an engagement with a
 * participation that meets the conditions on their side.
 *
 * Returns: (transfer full): the keys; %NULL with an error
 */
LiaisonBits *liaison_entities_match (LiaisonDb *db, LiaisonQuery *query, LiaisonEntity entity, GError **error);

G_END_DECLS
