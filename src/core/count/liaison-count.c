/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-census-private.h"

#include "liaison-snapshot.h"

/* How a cell stands among the others. */
typedef struct
{
  const LiaisonCell *cell;
  gint64             by_sum; /* of all cells with the same first value */
  gint64             by_time;
  gint64             and_time;
  const char        *by_label; /* as it is sorted */
  const char        *and_label;
} Rank;

void
liaison_count_free (LiaisonCount *count)
{
  g_free (count->key);
  g_free (count->label);
  g_free (count->and_key);
  g_free (count->and_label);
  g_free (count->query);
  g_free (count);
}

/* Order */

static gint64
get_value (const LiaisonCell *cell)
{
  return cell->dated + cell->added;
}

/* The day of a bucket of time, the undated one after all others; 0 for keys that are not of time, which are ordered by their figures. */
static gint64
get_time (LiaisonCountKey      key,
          const LiaisonValues *values,
          guint32              code)
{
  gint64 value;

  if (!liaison_count_key_is_time (key))
    return 0;

  value = g_array_index (values->values, gint64, code);

  return value == LIAISON_COUNT_UNDATED ? G_MAXINT64 : value;
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

/* Time ascends; other values by their figures, the greatest first, then by label. */
static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const Rank *first = a;
  const Rank *second = b;
  int order = compare_numbers (first->by_time, second->by_time);

  if (order == 0)
    order = -compare_numbers (first->by_sum, second->by_sum);
  if (order == 0)
    order = g_strcmp0 (first->by_label, second->by_label);
  if (order == 0)
    order = compare_numbers (first->cell->by, second->cell->by);
  if (order == 0)
    order = compare_numbers (first->and_time, second->and_time);
  if (order == 0)
    order = -compare_numbers (get_value (first->cell), get_value (second->cell));
  if (order == 0)
    order = g_strcmp0 (first->and_label, second->and_label);

  return order != 0 ? order : compare_numbers (first->cell->and_by, second->cell->and_by);
}

static const char *
get_label_key (GPtrArray *names,
               guint32    code)
{
  return liaison_value_name_get_label_key (g_ptr_array_index (names, code));
}

static GArray *
rank_cells (LiaisonCensus *census)
{
  GArray *ranks = g_array_sized_new (FALSE, FALSE, sizeof (Rank), census->cells->len);
  g_autofree gint64 *sums = g_new0 (gint64, census->by_values->values->len);

  for (guint i = 0; i < census->cells->len; i++)
    {
      const LiaisonCell *cell = &g_array_index (census->cells, LiaisonCell, i);

      sums[cell->by] += get_value (cell);
    }

  for (guint i = 0; i < census->cells->len; i++)
    {
      const LiaisonCell *cell = &g_array_index (census->cells, LiaisonCell, i);
      Rank rank = { cell, sums[cell->by], get_time (census->by, census->by_values, cell->by), 0 };

      if (get_value (cell) == 0 && cell->unnamed == 0)
        continue;

      rank.by_label = get_label_key (census->by_names, cell->by);
      if (census->and_by >= 0)
        {
          rank.and_time = get_time (census->and_by, census->and_values, cell->and_by);
          rank.and_label = get_label_key (census->and_names, cell->and_by);
        }
      g_array_append_val (ranks, rank);
    }
  g_array_sort (ranks, compare_ranks);

  return ranks;
}

/* Figures */

static LiaisonCount *
make_count (LiaisonCensus     *census,
            const LiaisonCell *cell)
{
  const LiaisonValueName *by = g_ptr_array_index (census->by_names, cell->by);
  const LiaisonValueName *and_by = census->and_by >= 0 ? g_ptr_array_index (census->and_names, cell->and_by) : NULL;
  LiaisonCount *count = g_new0 (LiaisonCount, 1);

  count->key = g_strdup (by->key);
  count->label = g_strdup (by->label);
  if (and_by)
    {
      count->and_key = g_strdup (and_by->key);
      count->and_label = g_strdup (and_by->label);
    }
  count->value = get_value (cell);
  count->dated = cell->dated;
  count->announced = cell->announced;
  count->unnamed = cell->unnamed;
  count->at_least = cell->at_least;
  count->query = liaison_count_narrow (census->query, LIAISON_SUBJECT_HELD, census->by, by->key, census->and_by, and_by ? and_by->key : NULL);

  return count;
}

static LiaisonCount *
make_empty_bucket (LiaisonCensus *census,
                   int       day)
{
  LiaisonValueName *name = liaison_count_name_time (census->by, day);
  LiaisonCount *count = g_new0 (LiaisonCount, 1);

  count->query = liaison_count_narrow (census->query, LIAISON_SUBJECT_HELD, census->by, name->key, -1, NULL);
  count->key = g_strdup (name->key);
  count->label = g_strdup (name->label);
  liaison_value_name_free (name);

  return count;
}

/* From the first bucket to the last that is to be listed. */
static gboolean
get_stretch (LiaisonCensus *census,
             GArray        *ranks,
             int           *first,
             int           *last)
{
  *first = G_MAXINT;
  *last = 0;
  for (guint i = 0; i < ranks->len; i++)
    {
      const Rank *rank = &g_array_index (ranks, Rank, i);

      if (rank->by_time == G_MAXINT64)
        continue;
      *first = MIN (*first, rank->by_time);
      *last = MAX (*last, rank->by_time);
    }

  return liaison_census_get_stretch (census, first, last);
}

static void
add_series (LiaisonCensus *census,
            GArray        *ranks,
            GPtrArray     *counts)
{
  LiaisonStep step = liaison_count_key_get_step (census->by);
  int first;
  int last;
  guint i = 0;

  if (get_stretch (census, ranks, &first, &last))
    {
      for (int day = first; day <= last; day = liaison_step_next (step, day))
        {
          gboolean is_empty = TRUE;

          for (; i < ranks->len && g_array_index (ranks, Rank, i).by_time == day; i++)
            {
              g_ptr_array_add (counts, make_count (census, g_array_index (ranks, Rank, i).cell));
              is_empty = FALSE;
            }
          if (is_empty)
            g_ptr_array_add (counts, make_empty_bucket (census, day));
        }
    }

  for (; i < ranks->len; i++)
    g_ptr_array_add (counts, make_count (census, g_array_index (ranks, Rank, i).cell));
}

/* "total" is a figure also where it is nought. */
static void
add_plain (LiaisonCensus *census,
           GArray        *ranks,
           GPtrArray     *counts)
{
  const LiaisonCell nothing = { liaison_values_get_code (census->by_values, 1) };

  for (guint i = 0; i < ranks->len; i++)
    g_ptr_array_add (counts, make_count (census, g_array_index (ranks, Rank, i).cell));

  if (ranks->len == 0 && census->by == LIAISON_COUNT_TOTAL && census->and_by < 0)
    g_ptr_array_add (counts, make_count (census, &nothing));
}

GPtrArray *
liaison_count (LiaisonDb        *db,
               LiaisonQuery     *query,
               LiaisonCountKey   by,
               int               and_by,
               LiaisonMeasure    measure,
               GError          **error)
{
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_count_free);
  g_auto (LiaisonCensus) census = { .db = db, .query = query, .by = by, .and_by = and_by, .measure = measure };
  g_auto (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (GArray) ranks = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (by < LIAISON_N_COUNT_KEYS && and_by < LIAISON_N_COUNT_KEYS, NULL);

  if (!liaison_snapshot_begin (&snapshot, db, error) || !liaison_census_take (&census, error))
    return NULL;

  ranks = rank_cells (&census);
  if (liaison_count_key_is_time (by))
    add_series (&census, ranks, counts);
  else
    add_plain (&census, ranks, counts);

  return g_steal_pointer (&counts);
}
