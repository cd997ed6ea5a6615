/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-day.h"

#include "liaison-bits-private.h"
#include "liaison-rows-private.h"

#include <string.h>

#define WALK "SELECT id FROM engagement INDEXED BY engagement_day WHERE "
#define LATEST " ORDER BY x_first_day DESC, x_minute DESC, id DESC"

/* ?1 is the first day, ?2 the last one; the first that has an answer has it. */
static const char * const walks[] = {
  WALK "x_first_day BETWEEN ?1 AND ?2" LATEST,
  WALK "x_first_day BETWEEN 1 AND ?1 - 1 AND ?2" LATEST,
  WALK "x_first_day > ?2 AND ?1 ORDER BY x_first_day, x_minute, id",
};

static gboolean
walk (LiaisonDb          *db,
      const char         *text,
      const LiaisonBits  *listed,
      int                 first,
      int                 last,
      gint32             *id,
      GError            **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, first);
  liaison_sql_bind_integer (sql, 2, last);
  while (*id == 0 && liaison_sql_step (sql, &failure))
    {
      gint32 found = liaison_sql_get_integer (sql, 0);

      if (liaison_bits_test (listed, found))
        *id = found;
    }

  return liaison_rows_end (&failure, error);
}

gboolean
liaison_list_day_find (LiaisonDb       *db,
                       const gint32    *ids,
                       guint            n_ids,
                       int              first,
                       int              last,
                       LiaisonListDay  *day,
                       GError         **error)
{
  g_autoptr (LiaisonBits) listed = NULL;
  guint size;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  if (!liaison_bits_read_size (db, "engagement", &size, error))
    return FALSE;

  listed = liaison_bits_new (size);
  for (guint i = 0; i < n_ids; i++)
    {
      /* The heads of groups are no records. */
      if (ids[i] > 0)
        liaison_bits_set (listed, ids[i]);
    }

  *day = (LiaisonListDay) { 0, FALSE };
  for (gsize i = 0; i < G_N_ELEMENTS (walks) && day->id == 0; i++)
    {
      if (!walk (db, walks[i], listed, first, last, &day->id, error))
        return FALSE;
      day->is_exact = i == 0 && day->id != 0;
    }

  return TRUE;
}

typedef struct
{
  int    first;
  int    last;
  guint  n_ids;
  gint32 ids[];
} Request;

static gpointer
find_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Request *request = data;
  g_autofree LiaisonListDay *day = g_new0 (LiaisonListDay, 1);

  return liaison_list_day_find (db, request->ids, request->n_ids, request->first, request->last, day, error) ? g_steal_pointer (&day) : NULL;
}

void
liaison_list_day_find_async (LiaisonStore        *store,
                             const gint32        *ids,
                             guint                n_ids,
                             int                  first,
                             int                  last,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Request *request = g_malloc (sizeof *request + n_ids * sizeof (gint32));

  request->first = first;
  request->last = last;
  request->n_ids = n_ids;
  if (n_ids > 0)
    memcpy (request->ids, ids, n_ids * sizeof (gint32));
  liaison_store_run_async (store, LIAISON_QUEUE_PAGES, find_job, request, g_free, g_free, NULL, callback, user_data);
}

LiaisonListDay *
liaison_list_day_find_finish (LiaisonStore  *store,
                              GAsyncResult  *result,
                              GError       **error)
{
  return liaison_store_run_finish (store, result, error);
}
