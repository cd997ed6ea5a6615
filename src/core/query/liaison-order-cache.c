/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-order-cache-private.h"

#include "liaison-db-private.h"
#include "liaison-db-version-private.h"

typedef struct
{
  LiaisonSortKey   *sort;
  guint             n_sort;
  LiaisonDbVersion  version;
  GArray           *ids;
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  g_array_unref (order->ids);
  g_free (order->sort);
  g_free (order);
}

static gboolean
is_by (const Order          *order,
       const LiaisonSortKey *sort,
       guint                 n_sort)
{
  if (order->n_sort != n_sort)
    return FALSE;

  for (guint i = 0; i < n_sort; i++)
    {
      if (order->sort[i].column != sort[i].column || !order->sort[i].descending != !sort[i].descending)
        return FALSE;
    }

  return TRUE;
}

/* @order: (out) (nullable): what is kept, where it is still so */
static gboolean
find_order (LiaisonDb    *db,
            const Order **order,
            GError      **error)
{
  const Order *kept = liaison_db_get_data (db, LIAISON_ORDER_CACHE);
  LiaisonDbVersion version;

  *order = NULL;
  if (!liaison_db_version_read (db, &version, error))
    return FALSE;

  if (kept && liaison_db_version_equal (&kept->version, &version))
    *order = kept;

  return TRUE;
}

gboolean
liaison_order_cache_find (LiaisonDb             *db,
                          const LiaisonSortKey  *sort,
                          guint                  n_sort,
                          GArray               **ids,
                          GError               **error)
{
  const Order *order;

  *ids = NULL;
  if (!find_order (db, &order, error))
    return FALSE;

  if (order && is_by (order, sort, n_sort))
    *ids = order->ids;

  return TRUE;
}

gboolean
liaison_order_cache_get (LiaisonDb       *db,
                         LiaisonSortKey  *sort,
                         GArray         **ids,
                         GError         **error)
{
  const Order *order;

  *ids = NULL;
  if (!find_order (db, &order, error))
    return FALSE;

  if (order)
    {
      *sort = order->sort[0];
      *ids = order->ids;
    }

  return TRUE;
}

gboolean
liaison_order_cache_keep (LiaisonDb             *db,
                          const LiaisonSortKey  *sort,
                          guint                  n_sort,
                          GArray                *ids,
                          GError               **error)
{
  Order *order = g_new (Order, 1);

  *order = (Order) { g_memdup2 (sort, n_sort * sizeof sort[0]), n_sort, .ids = ids };
  liaison_db_set_data (db, LIAISON_ORDER_CACHE, order, free_order);

  if (liaison_db_version_read (db, &order->version, error))
    return TRUE;

  liaison_db_set_data (db, LIAISON_ORDER_CACHE, NULL, NULL);

  return FALSE;
}
