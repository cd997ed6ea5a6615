/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query.h"
#include "liaison-reference.h"
#include "liaison-tokens.h"

G_BEGIN_DECLS

/**
 * LiaisonTimelineItem:
 * @first_day: its first day within the span of the query, and @last_day its last one, as yyyymmdd
 * @group: of the counting rules; 0 for a visit that contains others, which is not counted
 * @is_planned: whether it is planned; held otherwise
 *
 * An engagement on a timeline.
 */
typedef struct
{
  int          first_day;
  int          last_day;
  LiaisonForm  form;
  LiaisonGroup group;
  gboolean     is_planned;
  char        *title;
  char        *ours;
  char        *theirs;
} LiaisonTimelineItem;

/**
 * LiaisonTimelinePost:
 * @first_day: as yyyymmdd; 0 where it is open, and @last_day then 99999999
 * @holder: who held it; "" where that is the one whose timeline it is
 * @query: the query that lists the engagements of that time, with its holder
 * @n_engagements: how many these are
 *
 * A post that was held.
 */
typedef struct
{
  int   first_day;
  int   last_day;
  char *title;
  char *holder;
  char *query;
  guint n_engagements;
} LiaisonTimelinePost;

/**
 * LiaisonTimeline:
 * @subject: (nullable): what a person reads for the one whose timeline it is; %NULL where the query names no single one
 * @is_ours: whether that is one of ours
 * @items: (element-type LiaisonTimelineItem): those that were held, visits around others, and planned ones, by their first days
 * @posts: (element-type LiaisonTimelinePost): by their first days
 * @n_undated: how many are left out because they have no date
 *
 * The engagements of one person, country or organisation with the posts that were held meanwhile; read-only, and free of any thread.
 */
typedef struct
{
  char      *subject;
  gboolean   is_ours;
  GPtrArray *items;
  GPtrArray *posts;
  guint      n_undated;
} LiaisonTimeline;

/**
 * liaison_timeline_load:
 * @query: of the keys with, org, country and by, the first one that names a single record says whose timeline it is
 *
 * Returns: (transfer full): the timeline; %NULL with an error
 */
LiaisonTimeline *liaison_timeline_load (LiaisonDb *db, LiaisonQuery *query, GError **error);
void             liaison_timeline_free (LiaisonTimeline *timeline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonTimeline, liaison_timeline_free)

G_END_DECLS
