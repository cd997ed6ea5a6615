/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-entities-private.h"
#include "liaison-order-private.h"
#include "liaison-snapshot.h"

static GArray *
list_engagements (LiaisonDb             *db,
                  LiaisonQuery          *query,
                  const LiaisonSortKey  *sort,
                  guint                  n_sort,
                  guint                  limit,
                  GError               **error)
{
  g_autoptr (LiaisonMatch) match = NULL;

  /* Everything is one walk over an index, and its beginning no more than that. */
  if (liaison_query_is_empty (query))
    return liaison_order_engagements (db, NULL, sort, n_sort, limit, error);

  match = liaison_match_new_for_list (db, query, error);

  return match ? liaison_order_engagements (db, match->engagements, sort, n_sort, limit, error) : NULL;
}

static GArray *
list_entities (LiaisonDb             *db,
               LiaisonQuery          *query,
               LiaisonEntity          entity,
               const LiaisonSortKey  *sort,
               guint                  n_sort,
               guint                  limit,
               GError               **error)
{
  g_autoptr (LiaisonBits) bits = liaison_entities_match (db, query, entity, error);
  GArray *ids;

  if (!bits)
    return NULL;

  if (entity == LIAISON_ENTITY_CONTACTS)
    ids = liaison_order_contacts (db, bits, sort, n_sort, error);
  else
    ids = liaison_order_organisations (db, bits, sort, n_sort, error);

  if (ids && limit > 0 && ids->len > limit)
    g_array_set_size (ids, limit);

  return ids;
}

GArray *
liaison_query_ids (LiaisonDb             *db,
                   LiaisonQuery          *query,
                   LiaisonEntity          entity,
                   const LiaisonSortKey  *sort,
                   guint                  n_sort,
                   guint                  limit,
                   GError               **error)
{
  g_auto (LiaisonSnapshot) snapshot = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  if (!liaison_snapshot_begin (&snapshot, db, error))
    return NULL;

  if (entity == LIAISON_ENTITY_ENGAGEMENTS)
    return list_engagements (db, query, sort, n_sort, limit, error);

  return list_entities (db, query, entity, sort, n_sort, limit, error);
}

static gboolean
tally_everything (LiaisonDb     *db,
                  LiaisonTally  *tally,
                  GError       **error)
{
  gint64 records;
  gint64 counted;

  if (!liaison_sql_query_integer (db, "SELECT count (*) FROM engagement", 0, &records, error)
      || !liaison_sql_query_integer (db, "SELECT count (*) FROM engagement e INDEXED BY engagement_group WHERE e.x_counted", 0, &counted, error))
    return FALSE;

  *tally = (LiaisonTally) { records, counted, 0 };

  return TRUE;
}

gboolean
liaison_query_tally (LiaisonDb     *db,
                     LiaisonQuery  *query,
                     LiaisonTally  *tally,
                     GError       **error)
{
  g_auto (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonMatch) match = NULL;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (query != NULL, FALSE);
  g_return_val_if_fail (tally != NULL, FALSE);

  if (!liaison_snapshot_begin (&snapshot, db, error))
    return FALSE;

  if (liaison_query_is_empty (query))
    return tally_everything (db, tally, error);

  match = liaison_match_new_for_list (db, query, error);

  return match && liaison_match_tally (match, tally, error);
}

int
liaison_query_count (LiaisonDb      *db,
                     LiaisonQuery   *query,
                     LiaisonEntity   entity,
                     GError        **error)
{
  g_auto (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonBits) bits = NULL;
  LiaisonTally tally;

  g_return_val_if_fail (db != NULL, -1);
  g_return_val_if_fail (query != NULL, -1);

  if (entity == LIAISON_ENTITY_ENGAGEMENTS)
    return liaison_query_tally (db, query, &tally, error) ? (int) tally.records : -1;

  if (!liaison_snapshot_begin (&snapshot, db, error))
    return -1;
  bits = liaison_entities_match (db, query, entity, error);

  return bits ? (int) liaison_bits_count (bits) : -1;
}
