/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-count-private.h"

#include "liaison-snapshot.h"
#include "liaison-states-private.h"
#include "liaison-totals-private.h"

/* A series of more buckets than these leaves out the empty ones: nobody could look at all of them. */
#define MOST_BUCKETS 20000

/* A count as it is made. */
typedef struct
{
  LiaisonDb        *db;
  LiaisonQuery     *query;
  LiaisonCountKey   by;
  int               and_by;
  LiaisonMeasure    measure;
  LiaisonMatch     *match;
  LiaisonBits      *counted;
  LiaisonBits      *announced;
  LiaisonValues    *by_values;
  LiaisonValues    *and_values;
  LiaisonValues    *items;
  GArray           *cells;
  GPtrArray        *by_names;
  GPtrArray        *and_names;
  int               span_first;
  int               span_last;
} Counting;

/* How a cell stands among the others. */
typedef struct
{
  const LiaisonCell *cell;
  gint64             by_sum; /* of all cells with the same first value */
  gint64             by_time;
  gint64             and_time;
  char              *by_label;
  char              *and_label;
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

static void
clear_counting (Counting *counting)
{
  g_clear_pointer (&counting->match, liaison_match_free);
  g_clear_pointer (&counting->counted, liaison_bits_free);
  g_clear_pointer (&counting->announced, liaison_bits_free);
  g_clear_pointer (&counting->by_values, liaison_values_free);
  g_clear_pointer (&counting->and_values, liaison_values_free);
  g_clear_pointer (&counting->items, liaison_values_free);
  g_clear_pointer (&counting->cells, g_array_unref);
  g_clear_pointer (&counting->by_names, g_ptr_array_unref);
  g_clear_pointer (&counting->and_names, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counting, clear_counting)

static gboolean
load (Counting  *counting,
      GError   **error)
{
  counting->match = liaison_match_new (counting->db, counting->query, LIAISON_ENTITY_ENGAGEMENTS, error);
  if (!counting->match)
    return FALSE;

  counting->counted = liaison_match_get_counted (counting->match, error);
  counting->announced = liaison_bits_new (counting->match->size);
  if (!counting->counted || !liaison_states_collect (counting->match->participants, LIAISON_IS_ANNOUNCED, counting->announced, error))
    return FALSE;

  counting->by_values = liaison_values_load_key (counting->match, counting->counted, counting->by, counting->span_first, error);
  if (!counting->by_values)
    return FALSE;

  if (counting->and_by >= 0)
    {
      counting->and_values = liaison_values_load_key (counting->match, counting->counted, counting->and_by, counting->span_first, error);
      if (!counting->and_values)
        return FALSE;
    }

  if (counting->measure != LIAISON_MEASURE_ENGAGEMENTS)
    {
      counting->items = liaison_values_load_measure (counting->match, counting->counted, counting->measure, error);
      if (!counting->items)
        return FALSE;
    }

  return TRUE;
}

/* Stated totals */

static void
add_use (Counting              *counting,
         const LiaisonTotal    *total,
         const LiaisonTotalUse *use)
{
  LiaisonCell *cell;
  gint64 by;
  gint64 and_by = 0;

  if (!liaison_total_get_value (total, counting->by, &by)
      || (counting->and_by >= 0 && !liaison_total_get_value (total, counting->and_by, &and_by)))
    return;

  cell = liaison_cells_get (counting->cells, liaison_values_get_code (counting->by_values, by),
                            counting->and_values ? liaison_values_get_code (counting->and_values, and_by) : 0);
  cell->added += use->added;
  cell->at_least = cell->at_least || use->bound == LIAISON_BOUND_AT_LEAST;
}

static gboolean
add_totals (Counting  *counting,
            GError   **error)
{
  LiaisonCounts counts = counting->measure == LIAISON_MEASURE_ENGAGEMENTS ? LIAISON_COUNTS_OCCASIONS : LIAISON_COUNTS_HEADS;
  g_autoptr (GPtrArray) totals = NULL;
  g_autoptr (GPtrArray) uses = NULL;

  /* How many countries or organisations there were cannot be stated. */
  if (counting->measure == LIAISON_MEASURE_COUNTRIES || counting->measure == LIAISON_MEASURE_ORGANISATIONS)
    return TRUE;

  totals = liaison_totals_load (counting->db, error);
  if (!totals)
    return FALSE;

  uses = liaison_totals_use (counting->match, counting->query, counting->counted, totals, error);
  if (!uses)
    return FALSE;

  for (guint i = 0; i < uses->len; i++)
    {
      const LiaisonTotalUse *use = g_ptr_array_index (uses, i);

      if (use && use->added > 0 && use->counts == counts)
        add_use (counting, g_ptr_array_index (totals, i), use);
    }

  return TRUE;
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

static char *
make_label_key (GPtrArray *names,
                guint32    code)
{
  const LiaisonValueName *name = g_ptr_array_index (names, code);

  return g_utf8_collate_key (name->label, -1);
}

static void
clear_rank (gpointer data)
{
  Rank *rank = data;

  g_free (rank->by_label);
  g_free (rank->and_label);
}

static GArray *
rank_cells (Counting *counting)
{
  GArray *ranks = g_array_sized_new (FALSE, FALSE, sizeof (Rank), counting->cells->len);
  g_autofree gint64 *sums = g_new0 (gint64, counting->by_values->values->len);

  g_array_set_clear_func (ranks, clear_rank);
  for (guint i = 0; i < counting->cells->len; i++)
    {
      const LiaisonCell *cell = &g_array_index (counting->cells, LiaisonCell, i);

      sums[cell->by] += get_value (cell);
    }

  for (guint i = 0; i < counting->cells->len; i++)
    {
      const LiaisonCell *cell = &g_array_index (counting->cells, LiaisonCell, i);
      Rank rank = { cell, sums[cell->by], get_time (counting->by, counting->by_values, cell->by), 0 };

      if (get_value (cell) == 0 && cell->unnamed == 0)
        continue;

      rank.by_label = make_label_key (counting->by_names, cell->by);
      if (counting->and_by >= 0)
        {
          rank.and_time = get_time (counting->and_by, counting->and_values, cell->and_by);
          rank.and_label = make_label_key (counting->and_names, cell->and_by);
        }
      g_array_append_val (ranks, rank);
    }
  g_array_sort (ranks, compare_ranks);

  return ranks;
}

/* Figures */

static LiaisonCount *
make_count (Counting          *counting,
            const LiaisonCell *cell)
{
  const LiaisonValueName *by = g_ptr_array_index (counting->by_names, cell->by);
  const LiaisonValueName *and_by = counting->and_by >= 0 ? g_ptr_array_index (counting->and_names, cell->and_by) : NULL;
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
  count->query = liaison_count_narrow (counting->query, counting->by, by->key, counting->and_by, and_by ? and_by->key : NULL);

  return count;
}

static LiaisonCount *
make_empty_bucket (Counting *counting,
                   int       day)
{
  LiaisonValueName *name = liaison_count_name_time (counting->by, day);
  LiaisonCount *count = g_new0 (LiaisonCount, 1);

  count->query = liaison_count_narrow (counting->query, counting->by, name->key, -1, NULL);
  count->key = g_steal_pointer (&name->key);
  count->label = g_steal_pointer (&name->label);
  liaison_value_name_free (name);

  return count;
}

typedef struct
{
  gint64 first;
  gint64 last;
} Stretch;

static gboolean
is_walkable (LiaisonStep    step,
             const Stretch *stretch)
{
  int n = 0;

  if (stretch->first > stretch->last)
    return FALSE;

  for (int day = stretch->first; day <= stretch->last && n <= MOST_BUCKETS; day = liaison_step_next (step, day))
    n++;

  return n <= MOST_BUCKETS;
}

static Stretch
get_filled (GArray *ranks)
{
  Stretch filled = { G_MAXINT64, 0 };

  for (guint i = 0; i < ranks->len; i++)
    {
      const Rank *rank = &g_array_index (ranks, Rank, i);

      if (rank->by_time == G_MAXINT64)
        continue;
      filled.first = MIN (filled.first, rank->by_time);
      filled.last = MAX (filled.last, rank->by_time);
    }

  return filled;
}

/* From the first bucket to the last: those of the span, where it has ends, else of what there is. */
static gboolean
get_stretch (Counting *counting,
             GArray   *ranks,
             Stretch  *stretch)
{
  LiaisonStep step = liaison_count_key_get_step (counting->by);
  Stretch filled = get_filled (ranks);

  *stretch = filled;
  if (liaison_day_is_valid (counting->span_first))
    stretch->first = MIN (filled.first, liaison_step_start (step, counting->span_first));
  if (liaison_day_is_valid (counting->span_last))
    stretch->last = MAX (filled.last, liaison_step_start (step, counting->span_last));

  if (is_walkable (step, stretch))
    return TRUE;

  *stretch = filled;

  return is_walkable (step, stretch);
}

static void
add_series (Counting  *counting,
            GArray    *ranks,
            GPtrArray *counts)
{
  LiaisonStep step = liaison_count_key_get_step (counting->by);
  Stretch stretch;
  guint i = 0;

  if (get_stretch (counting, ranks, &stretch))
    {
      for (int day = stretch.first; day <= stretch.last; day = liaison_step_next (step, day))
        {
          gboolean is_empty = TRUE;

          for (; i < ranks->len && g_array_index (ranks, Rank, i).by_time == day; i++)
            {
              g_ptr_array_add (counts, make_count (counting, g_array_index (ranks, Rank, i).cell));
              is_empty = FALSE;
            }
          if (is_empty)
            g_ptr_array_add (counts, make_empty_bucket (counting, day));
        }
    }

  for (; i < ranks->len; i++)
    g_ptr_array_add (counts, make_count (counting, g_array_index (ranks, Rank, i).cell));
}

/* "total" is a figure also where it is nought. */
static void
add_plain (Counting  *counting,
           GArray    *ranks,
           GPtrArray *counts)
{
  const LiaisonCell nothing = { liaison_values_get_code (counting->by_values, 1) };

  for (guint i = 0; i < ranks->len; i++)
    g_ptr_array_add (counts, make_count (counting, g_array_index (ranks, Rank, i).cell));

  if (ranks->len == 0 && counting->by == LIAISON_COUNT_TOTAL && counting->and_by < 0)
    g_ptr_array_add (counts, make_count (counting, &nothing));
}

static gboolean
name_values (Counting  *counting,
             GError   **error)
{
  if (counting->by == LIAISON_COUNT_TOTAL)
    liaison_values_get_code (counting->by_values, 1);

  counting->by_names = liaison_count_name_values (counting->db, counting->by, counting->by_values->values, error);
  if (!counting->by_names)
    return FALSE;

  if (counting->and_by >= 0)
    counting->and_names = liaison_count_name_values (counting->db, counting->and_by, counting->and_values->values, error);

  return counting->and_by < 0 || counting->and_names;
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
  g_auto (Counting) counting = { .db = db, .query = query, .by = by, .and_by = and_by, .measure = measure };
  g_auto (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (GArray) ranks = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (by < LIAISON_N_COUNT_KEYS && and_by < LIAISON_N_COUNT_KEYS, NULL);

  liaison_query_get_span (query, &counting.span_first, &counting.span_last);
  if (!liaison_snapshot_begin (&snapshot, db, error) || !load (&counting, error))
    return NULL;

  counting.cells = liaison_cells_count (counting.counted, counting.announced, counting.by_values, counting.and_values, counting.items);
  if (!add_totals (&counting, error) || !name_values (&counting, error))
    return NULL;

  ranks = rank_cells (&counting);
  if (liaison_count_key_is_time (by))
    add_series (&counting, ranks, counts);
  else
    add_plain (&counting, ranks, counts);

  return g_steal_pointer (&counts);
}
