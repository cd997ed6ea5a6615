/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-report.h"

G_BEGIN_DECLS

/**
 * LiaisonProposal:
 * @query: what it tells of, without a span
 * @value: its number
 * @score: how much it says
 */
typedef struct
{
  LiaisonHighlightKind  kind;
  char                 *query;
  gint64                value;
  double                score;
} LiaisonProposal;

/**
 * liaison_proposals_find:
 * @report: its query, span and audience are looked at
 *
 * Counts what the records of a report bear out, and ranks it: the higher the principal and the greater the number, the more it says.
 *
 * Returns: (transfer full) (element-type LiaisonProposal): the proposals, the best first; %NULL with an error
 */
GPtrArray *liaison_proposals_find  (LiaisonDb *db, const LiaisonReport *report, GError **error);

/**
 * liaison_proposals_choose:
 * @most: how many highlights are wanted
 *
 * Adds the best proposals to a report, no two that say the same of the same principal.
 */
void       liaison_proposals_choose (GPtrArray *proposals, LiaisonReport *report, guint most);

G_END_DECLS
