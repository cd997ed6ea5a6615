/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-order-cache-private.h"

#include "liaison-db-private.h"
#include "liaison-db-version-private.h"

typedef struct
{
  LiaisonSortKey    key;
  LiaisonDbVersion  version;
  GArray           *ids;
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  g_array_unref (order->ids);
  g_free (order);
}

gboolean
liaison_order_cache_find (LiaisonDb             *db,
                          const LiaisonSortKey  *key,
                          GArray               **ids,
                          GError               **error)
{
  const Order *order = liaison_db_get_data (db, LIAISON_ORDER_CACHE);
  LiaisonDbVersion version;

  *ids = NULL;
  if (!liaison_db_version_read (db, &version, error))
    return FALSE;

  if (order && order->key.column == key->column && !order->key.descending == !key->descending
      && liaison_db_version_equal (&order->version, &version))
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

  if (liaison_db_version_read (db, &order->version, error))
    return TRUE;

  liaison_db_set_data (db, LIAISON_ORDER_CACHE, NULL, NULL);

  return FALSE;
}
