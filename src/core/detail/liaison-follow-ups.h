/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-changes.h"
#include "liaison-db.h"
#include "liaison-reference.h"
#include "liaison-tokens.h"

G_BEGIN_DECLS

/**
 * LiaisonFollowUp:
 * @owner: (nullable): the contact who promised it
 * @due: as LiaisonDate writes it, "" where it is open
 * @overdue: whether it is open and its due date, which may be a month or a year, is over
 * @confidential: whether it or its engagement is, so that it is told only where it is looked for
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
  gboolean               confidential;
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

/**
 * liaison_follow_ups_load_due:
 * @today: the day as yyyymmdd
 * @days: how many days ahead one looks
 *
 * Returns: (transfer full) (element-type LiaisonFollowUp): the open follow-ups that are due by then, or overdue; %NULL with an error
 */
GPtrArray        *liaison_follow_ups_load_due (LiaisonDb *db, int today, guint days, GError **error);

/**
 * liaison_follow_up_dup_due:
 *
 * Returns: (transfer full): "due 11 Jan 2022", "overdue since 11 Jan 2022"; "" where it has no date
 */
char             *liaison_follow_up_dup_due      (const LiaisonFollowUp *item);

/**
 * liaison_follow_up_is_to_tell:
 * @told: (nullable): the due date that it was last told of with; %NULL where it never was
 * @next: the day as yyyymmdd from which it may be told of again; 0 for none
 * @today: the day
 *
 * Returns: whether a person who wants to be reminded is told of an item that falls due: once, and again with another due date or from @next on
 */
gboolean          liaison_follow_up_is_to_tell   (const LiaisonFollowUp *item, const char *told, int next, int today);

/**
 * liaison_follow_up_get_next_day:
 *
 * Returns: the day as yyyymmdd on which to tell of it again after it was told of today: when it falls due; 0 where that is today, or over
 */
int               liaison_follow_up_get_next_day (const LiaisonFollowUp *item, int today);

/**
 * liaison_follow_up_tick:
 * @text: what is to be done
 * @done: whether it is done now, or taken up again
 *
 * Returns: (transfer full): the change that says so
 */
LiaisonChanges   *liaison_follow_up_tick         (const char *uuid, const char *text, gboolean done);

void              liaison_follow_ups_free (LiaisonFollowUps *follow_ups);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonFollowUps, liaison_follow_ups_free)

G_END_DECLS
