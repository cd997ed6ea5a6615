/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-job.h"
#include "liaison-list-groups.h"
#include "liaison-query.h"

G_BEGIN_DECLS

/**
 * LiaisonIdsRequest:
 * @limit: how many ids at most, 0 for all
 * @group: a LiaisonCountKey, or -1
 *
 * What a list asks of the ids threads.
 */
typedef struct
{
  LiaisonQuery   *query;
  LiaisonEntity   entity;
  guint           n_sort;
  guint           limit;
  int             group;
  LiaisonSortKey  sort[];
} LiaisonIdsRequest;

/* @sort is copied. */
LiaisonIdsRequest *liaison_ids_request_new  (LiaisonQuery *query, LiaisonEntity entity, GArray *sort, guint limit, int group);
void               liaison_ids_request_free (LiaisonIdsRequest *request);

/* A #LiaisonJob; returns: (transfer full): a GArray of gint32 */
gpointer           liaison_ids_job          (LiaisonDb *db, gpointer request, GCancellable *cancellable, GError **error);

/* A #LiaisonJob; returns: (transfer full): #LiaisonListGroups */
gpointer           liaison_groups_job       (LiaisonDb *db, gpointer request, GCancellable *cancellable, GError **error);

/* A #LiaisonJob; returns: (transfer full): a #LiaisonTally, to be freed by g_free() */
gpointer           liaison_tally_job        (LiaisonDb *db, gpointer request, GCancellable *cancellable, GError **error);

G_END_DECLS
