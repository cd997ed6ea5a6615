/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-spans-private.h"

#include "liaison-rows-private.h"
#include "liaison-tokens.h"

static const char begun_inside[] =
  "SELECT id FROM engagement INDEXED BY engagement_day WHERE x_first_day BETWEEN max (?2, 1) AND ?3";

/* Those of several days that reach into the span from before it, or beyond its end. */
static const char crossing[] =
  "SELECT id, x_first_day, precision IN (3, 4, 6) FROM engagement INDEXED BY engagement_long"
  " WHERE x_last_day > x_first_day AND x_last_day >= ?2 AND x_first_day BETWEEN 1 AND ?3 AND (x_first_day < ?2 OR x_last_day > ?3)";

G_STATIC_ASSERT (LIAISON_PRECISION_MONTH == 3 && LIAISON_PRECISION_YEAR == 4 && LIAISON_PRECISION_BETWEEN == 6);

gboolean
liaison_spans_collect (LiaisonDb    *db,
                       int           first,
                       int           last,
                       LiaisonBits  *inside,
                       LiaisonBits  *outside,
                       GError      **error)
{
  g_autoptr (LiaisonBits) begun = liaison_bits_new (inside->size);
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;

  if (first > last)
    return TRUE;

  sql = liaison_sql_new (db, crossing, error);
  if (!sql || !liaison_bits_collect (begun, db, begun_inside, NULL, first, last, error))
    return FALSE;

  liaison_sql_bind_integer (sql, 2, first);
  liaison_sql_bind_integer (sql, 3, last);
  while (liaison_sql_step (sql, &failure))
    {
      guint key = liaison_sql_get_integer (sql, 0);

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

  return liaison_bits_collect (bits, db, begun_inside, NULL, first, last, error);
}
