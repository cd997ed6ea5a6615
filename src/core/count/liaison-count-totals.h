/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-count.h"
#include "liaison-record.h"

G_BEGIN_DECLS

/**
 * LiaisonTotalUse:
 * @uuid: the stated total
 * @text: as it is stated
 * @counts: occasions or heads
 * @bound: how the number is meant
 * @number: how many are stated, 0 where that is unstated
 * @inside: whether its period lies wholly in the span of the query; else it adds nothing and is only mentioned
 * @covered: how many of those that it may include the query counts already
 * @added: what it adds: to engagements where it counts occasions, to distinct counterparts where it counts heads
 * @credited: whether that is in the figures by the keys asked for: a total of several principals is credited to none singly
 *
 * What a stated total does to the figures of a query.
 */
typedef struct
{
  char          *uuid;
  char          *text;
  LiaisonCounts  counts;
  LiaisonBound   bound;
  gint64         number;
  gboolean       inside;
  gint64         covered;
  gint64         added;
  gboolean       credited;
} LiaisonTotalUse;

/**
 * liaison_count_totals:
 * @by: the key that is counted by, or -1
 * @and_by: the second one, or -1
 *
 * Finds the stated totals that match a query by their own fields: every person, office, seat and form that the total states must be one that the
 * query allows, and a field that the query asks for must be stated (a form that is not stated is "unspecified").  A named counterpart stands for
 * its seat, organisation and level on the last day of the period.
 *
 * A total adds what it states beyond those that it covers and the query counts.  A covered total that the query counts, too, counts with its own
 * number.
 *
 * Returns: (transfer full) (element-type LiaisonTotalUse): the totals; %NULL with an error
 */
GPtrArray       *liaison_count_totals   (LiaisonDb *db, LiaisonQuery *query, int by, int and_by, GError **error);

/**
 * liaison_count_total:
 * @record: a stated total, perhaps one that is being edited: it need not be stored
 *
 * Returns: (transfer full): what it does to the figures of all engagements; %NULL with an error
 */
LiaisonTotalUse *liaison_count_total    (LiaisonDb *db, const LiaisonRecord *record, GError **error);
void             liaison_total_use_free (LiaisonTotalUse *use);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonTotalUse, liaison_total_use_free)

G_END_DECLS
