/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-ids-job-private.h"

#include <string.h>

LiaisonIdsRequest *
liaison_ids_request_new (LiaisonQuery  *query,
                         LiaisonEntity  entity,
                         GArray        *sort,
                         guint          limit,
                         int            group)
{
  LiaisonIdsRequest *request = g_malloc0 (sizeof *request + sort->len * sizeof (LiaisonSortKey));

  request->query = liaison_query_ref (query);
  request->entity = entity;
  request->limit = limit;
  request->group = group;
  request->n_sort = sort->len;
  if (sort->len > 0)
    memcpy (request->sort, sort->data, sort->len * sizeof (LiaisonSortKey));

  return request;
}

void
liaison_ids_request_free (LiaisonIdsRequest *request)
{
  liaison_query_unref (request->query);
  g_free (request);
}

gpointer
liaison_ids_job (LiaisonDb     *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  const LiaisonIdsRequest *request = data;

  return liaison_query_ids (db, request->query, request->entity, request->sort, request->n_sort, request->limit, error);
}

gpointer
liaison_groups_job (LiaisonDb     *db,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  const LiaisonIdsRequest *request = data;

  return liaison_list_groups_new (db, request->query, (LiaisonCountKey) request->group, request->sort, request->n_sort, error);
}

gpointer
liaison_tally_job (LiaisonDb     *db,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  const LiaisonIdsRequest *request = data;
  g_autofree LiaisonTally *tally = g_new0 (LiaisonTally, 1);

  return liaison_query_tally (db, request->query, tally, error) ? g_steal_pointer (&tally) : NULL;
}
