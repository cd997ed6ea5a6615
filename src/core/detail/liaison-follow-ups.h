/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-reference.h"
#include "liaison-tokens.h"

G_BEGIN_DECLS

/**
 * LiaisonFollowUp:
 * @owner: (nullable): the contact who promised it
 * @due: as LiaisonDate writes it, "" where it is open
 * @overdue: whether it is open and its due date, which may be a month or a year, is over
 * @engagement: the engagement that it comes from, by its title
 * @date: what a person reads for the date of that, in the short form
 */
typedef struct
{
  char                  *uuid;
  char                  *text;
  LiaisonReference      *owner;
  char                  *due;
  LiaisonFollowUpStatus  status;
  gboolean               overdue;
  LiaisonReference      *engagement;
  char                  *date;
} LiaisonFollowUp;

/**
 * LiaisonFollowUps:
 * @items: (element-type LiaisonFollowUp): open ones by due date, those without one last; closed ones with what was closed last first
 * @n_open: how many are open in the store; @n_overdue of them, and @n_closed likewise
 *
 * The follow-ups of all engagements, as of one moment; read-only, and free of any thread.
 */
typedef struct
{
  GPtrArray *items;
  guint      n_open;
  guint      n_overdue;
  guint      n_closed;
} LiaisonFollowUps;

/**
 * liaison_follow_ups_load:
 * @closed: whether those that are done or dropped are listed, in the stead of the open ones
 * @today: the day as yyyymmdd
 * @most: how many are listed at most; 0 for the counts alone
 *
 * Returns: (transfer full): the follow-ups; %NULL with an error
 */
LiaisonFollowUps *liaison_follow_ups_load (LiaisonDb *db, gboolean closed, int today, guint most, GError **error);
void              liaison_follow_ups_free (LiaisonFollowUps *follow_ups);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonFollowUps, liaison_follow_ups_free)

G_END_DECLS
