/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-job.h"
#include "liaison-list-groups.h"

G_BEGIN_DECLS

/**
 * LiaisonListAnswer:
 * @ids: (element-type gint32): the keys of all rows, in order
 * @groups: (nullable): the groups that they stand in; %NULL where there are none
 * @tally: of a list of engagements
 *
 * All that a list wants to know of a query, which is answered once for it.
 */
typedef struct
{
  GArray            *ids;
  LiaisonListGroups *groups;
  LiaisonTally       tally;
} LiaisonListAnswer;

void               liaison_list_answer_free       (LiaisonListAnswer *answer);

/* What a list asks. */
typedef struct _LiaisonListRequest LiaisonListRequest;

/**
 * liaison_list_request_new:
 * @sort: (element-type LiaisonSortKey): copied
 * @group: a LiaisonCountKey, or -1
 */
LiaisonListRequest *liaison_list_request_new      (LiaisonQuery *query, LiaisonEntity entity, GArray *sort, int group);
void                liaison_list_request_free     (LiaisonListRequest *request);

/* @ids: (element-type gint32): the keys of the first rows */
typedef void (*LiaisonListFirst) (GArray *ids, gpointer user_data);

/**
 * liaison_list_request_set_first:
 * @n: how many rows are the first ones
 * @user_data: (transfer full): freed by @free_data on any thread
 *
 * Lets the job hand over the keys of the first rows, on the thread that calls this, before it goes on with the others.  In groups there are no
 * first ones before all are known, and neither are there where those are all.
 */
void                liaison_list_request_set_first (LiaisonListRequest *request,
                                                    guint               n,
                                                    LiaisonListFirst    first,
                                                    gpointer            user_data,
                                                    GDestroyNotify      free_data);

/* A #LiaisonJob; returns: (transfer full): a #LiaisonListAnswer */
gpointer            liaison_list_answer_job       (LiaisonDb *db, gpointer request, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonListAnswer, liaison_list_answer_free)

G_END_DECLS
