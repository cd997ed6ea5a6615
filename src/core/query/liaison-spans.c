/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-spans-private.h"

#include "liaison-order-cache-private.h"
#include "liaison-row.h"
#include "liaison-rows-private.h"
#include "liaison-tokens.h"

static const char begun_inside[] =
  "SELECT id FROM engagement INDEXED BY engagement_day WHERE x_first_day BETWEEN max (?2, 1) AND ?3";

/* Those of several days that reach into the span from before it, or beyond its end. */
static const char crossing[] =
  "SELECT id, x_first_day, precision IN (3, 4, 6) FROM engagement INDEXED BY engagement_long"
  " WHERE x_last_day > x_first_day AND x_last_day >= ?2 AND x_first_day BETWEEN 1 AND ?3 AND (x_first_day < ?2 OR x_last_day > ?3)";

G_STATIC_ASSERT (LIAISON_PRECISION_MONTH == 3 && LIAISON_PRECISION_YEAR == 4 && LIAISON_PRECISION_BETWEEN == 6);

/* An order by date, as far as it is looked through: its beginning are the days before another one, or where it descends those after. */
static gboolean
find_place (LiaisonDb     *db,
            const GArray  *ids,
            gboolean       descending,
            int            day,
            guint         *place,
            GError       **error)
{
  guint end = ids->len;

  *place = 0;
  while (*place < end)
    {
      guint middle = *place + (end - *place) / 2;
      gint64 begun;

      if (!liaison_sql_query_integer (db, "SELECT x_first_day FROM engagement WHERE id = ?1", g_array_index (ids, gint32, middle), &begun, error))
        return FALSE;

      if ((begun < day) != descending)
        *place = middle + 1;
      else
        end = middle;
    }

  return TRUE;
}

/* Those that begin in the span.  They follow one another in an order by date, which is known where the list is in it. */
static gboolean
collect_begun (LiaisonDb    *db,
               int           first,
               int           last,
               LiaisonBits  *bits,
               GError      **error)
{
  LiaisonSortKey key;
  GArray *ids;
  guint from, to;

  if (!liaison_order_cache_get (db, &key, &ids, error))
    return FALSE;
  if (!ids || key.column != LIAISON_ENGAGEMENT_COLUMN_DATE)
    return liaison_bits_collect (bits, db, begun_inside, NULL, first, last, error);

  if (!find_place (db, ids, key.descending, MAX (first, 1), key.descending ? &to : &from, error)
      || !find_place (db, ids, key.descending, last + 1, key.descending ? &from : &to, error))
    return FALSE;

  liaison_bits_set_all (bits, ids, from, to);

  return TRUE;
}

gboolean
liaison_spans_collect (LiaisonDb    *db,
                       int           first,
                       int           last,
                       LiaisonBits  *inside,
                       LiaisonBits  *outside,
                       int          *earliest,
                       GError      **error)
{
  g_autoptr (LiaisonBits) begun = liaison_bits_new (inside->size);
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;

  if (first > last)
    return TRUE;

  sql = liaison_sql_new (db, crossing, error);
  if (!sql || !collect_begun (db, first, last, begun, error))
    return FALSE;

  *earliest = MIN (*earliest, first);
  liaison_sql_bind_integer (sql, 2, first);
  liaison_sql_bind_integer (sql, 3, last);
  while (liaison_sql_step (sql, &failure))
    {
      guint key = liaison_sql_get_integer (sql, 0);

      *earliest = MIN (*earliest, (int) liaison_sql_get_integer (sql, 1));
      if (!liaison_sql_get_integer (sql, 2))
        {
          liaison_bits_set (begun, key);
          continue;
        }

      liaison_bits_clear (begun, key);
      liaison_bits_set (outside, key);
    }
  liaison_bits_unite (inside, begun);

  return liaison_rows_end (&failure, error);
}

gboolean
liaison_spans_collect_beginning (LiaisonDb    *db,
                                 int           first,
                                 int           last,
                                 int           span_first,
                                 LiaisonBits  *bits,
                                 GError      **error)
{
  /* What began before the span is counted on its first day. */
  if (first <= span_first)
    first = last >= span_first ? 0 : G_MAXINT;

  return collect_begun (db, first, last, bits, error);
}
