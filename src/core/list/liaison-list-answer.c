/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-answer-private.h"

#include "liaison-match-private.h"
#include "liaison-order-private.h"
#include "liaison-snapshot.h"

/* What is handed over before the job ends. */
typedef struct
{
  LiaisonListFirst  func;
  gpointer          user_data;
  GDestroyNotify    free_data;
  GArray           *ids;
} First;

struct _LiaisonListRequest
{
  LiaisonQuery  *query;
  LiaisonEntity  entity;
  GArray        *sort;
  int            group;
  GMainContext  *context;
  guint          n_first;
  First         *first;   /* NULL where nobody waits for the first rows, or they have been handed over */
};

static void
first_free (gpointer data)
{
  First *first = data;

  first->free_data (first->user_data);
  g_clear_pointer (&first->ids, g_array_unref);
  g_free (first);
}

void
liaison_list_answer_free (LiaisonListAnswer *answer)
{
  g_clear_pointer (&answer->ids, g_array_unref);
  g_clear_pointer (&answer->groups, liaison_list_groups_free);
  g_free (answer);
}

LiaisonListRequest *
liaison_list_request_new (LiaisonQuery  *query,
                          LiaisonEntity  entity,
                          GArray        *sort,
                          int            group)
{
  LiaisonListRequest *request = g_new0 (LiaisonListRequest, 1);

  request->query = liaison_query_ref (query);
  request->entity = entity;
  request->sort = g_array_copy (sort);
  request->group = group;

  return request;
}

void
liaison_list_request_free (LiaisonListRequest *request)
{
  liaison_query_unref (request->query);
  g_array_unref (request->sort);
  g_clear_pointer (&request->context, g_main_context_unref);
  g_clear_pointer (&request->first, first_free);
  g_free (request);
}

void
liaison_list_request_set_first (LiaisonListRequest *request,
                                guint               n,
                                LiaisonListFirst    first,
                                gpointer            user_data,
                                GDestroyNotify      free_data)
{
  g_assert (request->first == NULL);

  request->n_first = n;
  request->context = g_main_context_ref_thread_default ();
  request->first = g_new (First, 1);
  *request->first = (First) { first, user_data, free_data, NULL };
}

static gboolean
hand_over_cb (gpointer data)
{
  First *first = data;

  first->func (first->ids, first->user_data);

  return G_SOURCE_REMOVE;
}

/* At the priority of the answer, which therefore comes after it. */
static void
hand_over (LiaisonListRequest *request,
           GArray             *ids)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  First *first = g_steal_pointer (&request->first);

  first->ids = ids;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, hand_over_cb, first, first_free);
  g_source_set_static_name (source, "Liaison first rows of a list");
  g_source_attach (source, request->context);
}

/* Engagements */

static gboolean
order (LiaisonDb           *db,
       LiaisonListRequest  *request,
       const LiaisonMatch  *match, /* NULL for everything */
       LiaisonListAnswer   *answer,
       GError             **error)
{
  const LiaisonBits *bits = match ? match->engagements : NULL;
  const LiaisonSortKey *sort = (gconstpointer) request->sort->data;
  gboolean few = bits && liaison_order_sorts_few (bits, sort, request->sort->len);

  /* The beginning of many is read off an index; to find that of a few all of them are sorted. */
  if (request->first && !few)
    {
      GArray *ids = liaison_order_engagements (db, bits, sort, request->sort->len, request->n_first, error);

      if (!ids)
        return FALSE;
      if (ids->len < request->n_first)
        {
          answer->ids = ids;
          return TRUE;
        }
      hand_over (request, ids);
    }

  answer->ids = liaison_order_engagements (db, bits, sort, request->sort->len, 0, error);
  if (answer->ids && request->first && answer->ids->len >= request->n_first)
    hand_over (request, g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint32)), answer->ids->data, request->n_first));

  return answer->ids != NULL;
}

static gboolean
arrange (LiaisonDb           *db,
         LiaisonListRequest  *request,
         LiaisonListAnswer   *answer,
         GError             **error)
{
  answer->groups = liaison_list_groups_new (db, request->query, (LiaisonCountKey) request->group, (gconstpointer) request->sort->data,
                                            request->sort->len, error);
  if (!answer->groups)
    return FALSE;

  answer->ids = g_array_ref (answer->groups->ids);
  answer->tally = answer->groups->tally;

  return TRUE;
}

static gboolean
list_engagements (LiaisonDb           *db,
                  LiaisonListRequest  *request,
                  LiaisonListAnswer   *answer,
                  GError             **error)
{
  g_auto (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonMatch) match = NULL;

  if (request->group >= 0)
    return arrange (db, request, answer, error);

  if (!liaison_snapshot_begin (&snapshot, db, error))
    return FALSE;

  /* Everything is one walk over an index, and its beginning no more than that. */
  if (liaison_query_is_empty (request->query))
    return order (db, request, NULL, answer, error) && liaison_query_tally (db, request->query, &answer->tally, error);

  match = liaison_match_new_for_list (db, request->query, error);

  return match && order (db, request, match, answer, error) && liaison_match_tally (match, &answer->tally, error);
}

gpointer
liaison_list_answer_job (LiaisonDb     *db,
                         gpointer       data,
                         GCancellable  *cancellable,
                         GError       **error)
{
  LiaisonListRequest *request = data;
  g_autoptr (LiaisonListAnswer) answer = g_new0 (LiaisonListAnswer, 1);

  if (request->entity == LIAISON_ENTITY_ENGAGEMENTS)
    return list_engagements (db, request, answer, error) ? g_steal_pointer (&answer) : NULL;

  answer->ids = liaison_query_ids (db, request->query, request->entity, (gconstpointer) request->sort->data, request->sort->len, 0,
                                   error);

  return answer->ids ? g_steal_pointer (&answer) : NULL;
}
