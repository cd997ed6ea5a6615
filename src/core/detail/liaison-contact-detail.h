/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-figures.h"
#include "liaison-record-history.h"
#include "liaison-reference.h"

G_BEGIN_DECLS

/**
 * LiaisonPostDetail:
 * @organisation: (nullable): where the post is held
 * @from: as LiaisonDate writes it, "" where it is open; @to likewise, its day included
 * @current: whether it is held on the day of the detail
 */
typedef struct
{
  char             *uuid;
  char             *title;
  LiaisonReference *organisation;
  LiaisonLevel      level;
  LiaisonPortfolio  portfolio;
  LiaisonTenure     tenure;
  gboolean          primary;
  char             *from;
  char             *to;
  gboolean          current;
} LiaisonPostDetail;

/**
 * LiaisonSpokenWith:
 * @contact: somebody of the other side
 * @times: in how many engagements they spoke with each other, as the counting rules say it
 * @last_day: the last day of the last of these, as yyyymmdd; 0 where they are undated
 */
typedef struct
{
  LiaisonReference *contact;
  int               times;
  int               last_day;
} LiaisonSpokenWith;

/**
 * LiaisonContactDetail:
 * @record: the contact itself
 * @posts: (element-type LiaisonPostDetail): those held on the day first, then the latest first
 * @figures: the engagements that the contact takes part in
 * @spoken_with: (element-type LiaisonSpokenWith): for one of theirs, who of ours spoke with them, and the other way round; the most
 *   frequent first; none for a third
 * @last_spoken: the last day on which anybody of the other side spoke with them, as yyyymmdd; 0 where nobody has
 * @due_day: when contact is due by the contact's cadence, as yyyymmdd; 0 without a cadence, and where nobody has spoken with them yet
 * @overdue: whether it was due before the day of the detail; with a cadence, and nobody has ever spoken with them, it is
 * @history: (element-type LiaisonHistoryItem): what was done to the record, the newest first
 *
 * A contact with all that a page shows about it, as of one moment; read-only, and free of any thread.  Its engagements are those that the
 * query "with:UUID" (for one of ours "by:UUID") lists.
 */
typedef struct
{
  LiaisonRecord  *record;
  GPtrArray      *posts;
  LiaisonFigures  figures;
  GPtrArray      *spoken_with;
  int             last_spoken;
  int             due_day;
  gboolean        overdue;
  GPtrArray      *history;
} LiaisonContactDetail;

/**
 * liaison_contact_detail_load:
 * @uuid: a contact
 * @day: the day to judge what is current and overdue by, as yyyymmdd; see liaison_day_today()
 *
 * Returns: (transfer full): its detail; %NULL with %LIAISON_ERROR_NOT_FOUND where it is not there, or a failure of the store
 */
LiaisonContactDetail *liaison_contact_detail_load (LiaisonDb *db, const char *uuid, int day, GError **error);
void                  liaison_contact_detail_free (LiaisonContactDetail *detail);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonContactDetail, liaison_contact_detail_free)

G_END_DECLS
