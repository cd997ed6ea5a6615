/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-order-cache-private.h"

#include "liaison-db-private.h"

typedef struct
{
  LiaisonSortKey  key;
  gint64          others; /* changes whenever another connection has written */
  int             own;    /* how much this one has written */
  GArray         *ids;
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  g_array_unref (order->ids);
  g_free (order);
}

static gboolean
read_state (LiaisonDb   *db,
            gint64      *others,
            int         *own,
            GError     **error)
{
  *own = sqlite3_total_changes (liaison_db_get_handle (db));

  return liaison_sql_query_integer (db, "PRAGMA data_version", 0, others, error);
}

gboolean
liaison_order_cache_find (LiaisonDb             *db,
                          const LiaisonSortKey  *key,
                          GArray               **ids,
                          GError               **error)
{
  const Order *order = liaison_db_get_data (db, LIAISON_ORDER_CACHE);
  gint64 others;
  int own;

  *ids = NULL;
  if (!read_state (db, &others, &own, error))
    return FALSE;

  if (order && order->key.column == key->column && !order->key.descending == !key->descending && order->others == others && order->own == own)
    *ids = order->ids;

  return TRUE;
}

gboolean
liaison_order_cache_keep (LiaisonDb             *db,
                          const LiaisonSortKey  *key,
                          GArray                *ids,
                          GError               **error)
{
  Order *order = g_new (Order, 1);

  *order = (Order) { .key = *key, .ids = ids };
  liaison_db_set_data (db, LIAISON_ORDER_CACHE, order, free_order);

  if (read_state (db, &order->others, &order->own, error))
    return TRUE;

  liaison_db_set_data (db, LIAISON_ORDER_CACHE, NULL, NULL);

  return FALSE;
}
