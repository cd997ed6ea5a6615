/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-census-private.h"

#include "liaison-lines-private.h"
#include "liaison-states-private.h"
#include "liaison-totals-private.h"

/* A series of more buckets than these leaves out the empty ones. */
#define MOST_BUCKETS 20000

void
liaison_census_clear (LiaisonCensus *census)
{
  g_clear_pointer (&census->match, liaison_match_free);
  g_clear_pointer (&census->counted, liaison_bits_free);
  g_clear_pointer (&census->announced, liaison_bits_free);
  g_clear_pointer (&census->by_values, liaison_values_free);
  g_clear_pointer (&census->and_values, liaison_values_free);
  g_clear_pointer (&census->items, liaison_values_free);
  g_clear_pointer (&census->totals, g_ptr_array_unref);
  g_clear_pointer (&census->uses, g_ptr_array_unref);
  g_clear_pointer (&census->cells, g_array_unref);
  g_clear_pointer (&census->by_cells, g_array_unref);
  g_clear_pointer (&census->and_cells, g_array_unref);
  g_clear_pointer (&census->all_cells, g_array_unref);
  g_clear_pointer (&census->by_names, g_ptr_array_unref);
  g_clear_pointer (&census->and_names, g_ptr_array_unref);
}

static gboolean
find_engagements (LiaisonCensus  *census,
                  GError        **error)
{
  census->match = liaison_match_new (census->db, census->query, LIAISON_ENTITY_ENGAGEMENTS, error);
  if (!census->match)
    return FALSE;

  census->counted = census->subject == LIAISON_SUBJECT_PLANNED ? liaison_match_get_planned (census->match, error)
                                                               : liaison_match_get_counted (census->match, error);
  census->announced = liaison_bits_new (census->match->size);

  return census->counted && liaison_states_collect (census->match->participants, LIAISON_IS_ANNOUNCED, census->announced, error);
}

static gboolean
load_values (LiaisonCensus  *census,
             GError        **error)
{
  census->by_values = liaison_values_load_key (census->match, census->counted, census->by, census->span_first, error);
  if (!census->by_values)
    return FALSE;

  if (census->and_by >= 0)
    {
      census->and_values = liaison_values_load_key (census->match, census->counted, census->and_by, census->span_first, error);
      if (!census->and_values)
        return FALSE;
    }

  if (census->measure != LIAISON_MEASURE_ENGAGEMENTS)
    {
      census->items = liaison_values_load_measure (census->match, census->counted, census->measure, error);
      if (!census->items)
        return FALSE;
    }

  return TRUE;
}

/* Stated totals */

static gboolean
load_totals (LiaisonCensus  *census,
             GError        **error)
{
  /* How many countries or organisations there were cannot be stated, and nobody states what is planned. */
  if (census->measure == LIAISON_MEASURE_COUNTRIES || census->measure == LIAISON_MEASURE_ORGANISATIONS
      || census->subject == LIAISON_SUBJECT_PLANNED)
    return TRUE;

  census->totals = liaison_totals_load (census->db, error);
  if (!census->totals)
    return FALSE;

  census->uses = liaison_totals_use (census->match, census->query, census->counted, census->totals, error);

  return census->uses != NULL;
}

static void
add_use (LiaisonCensus         *census,
         GArray                *cells,
         gboolean               by,
         gboolean               and_by,
         const LiaisonTotal    *total,
         const LiaisonTotalUse *use)
{
  LiaisonCell *cell;
  gint64 by_value = 0;
  gint64 and_value = 0;

  if ((by && !liaison_total_get_value (total, census->by, &by_value))
      || (and_by && !liaison_total_get_value (total, census->and_by, &and_value)))
    return;

  cell = liaison_cells_get (cells, by ? liaison_values_get_code (census->by_values, by_value) : 0,
                            and_by ? liaison_values_get_code (census->and_values, and_value) : 0);
  cell->added += use->added;
  cell->at_least = cell->at_least || use->bound == LIAISON_BOUND_AT_LEAST;
}

static void
add_totals (LiaisonCensus *census,
            GArray        *cells,
            gboolean       by,
            gboolean       and_by)
{
  LiaisonCounts counts = census->measure == LIAISON_MEASURE_ENGAGEMENTS ? LIAISON_COUNTS_OCCASIONS : LIAISON_COUNTS_HEADS;

  for (guint i = 0; census->uses && i < census->uses->len; i++)
    {
      const LiaisonTotalUse *use = g_ptr_array_index (census->uses, i);

      if (use && use->added > 0 && use->counts == counts)
        add_use (census, cells, by, and_by, g_ptr_array_index (census->totals, i), use);
    }
}

/* All engagements in one cell, which needs no further pass: whichever cell has the last day, all of them have. */
static GArray *
sum_up (LiaisonCensus *census)
{
  g_autoptr (LiaisonBits) announced = liaison_bits_copy (census->counted);
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (LiaisonCell));
  GArray *each = census->cells ? census->cells : census->by_cells;
  LiaisonCell all = { 0 };

  liaison_bits_intersect (announced, census->announced);
  all.dated = liaison_bits_count (census->counted);
  all.announced = liaison_bits_count (announced);
  for (guint i = 0; i < each->len; i++)
    {
      const LiaisonCell *cell = &g_array_index (each, LiaisonCell, i);

      if (cell->last_day > all.last_day)
        {
          all.last_day = cell->last_day;
          all.last = cell->last;
        }
    }
  g_array_append_val (cells, all);

  return cells;
}

/* The greatest value that so many of the figures reach. */
static gint64
find_least (const GArray *cells,
            guint         most)
{
  gint64 least = 0;
  gint64 step = 1;

  for (guint i = 0; i < cells->len; i++)
    {
      while (step <= liaison_cell_get_value (&g_array_index (cells, LiaisonCell, i)))
        step *= 2;
    }

  for (; step > 0; step /= 2)
    {
      guint n = 0;

      for (guint i = 0; i < cells->len; i++)
        n += liaison_cell_get_value (&g_array_index (cells, LiaisonCell, i)) >= least + step;
      if (n >= most)
        least += step;
    }

  return least;
}

/* Leaves of a margin the cells with the greatest figures; returns which codes they have. */
static guint8 *
keep_most (GArray   *cells,
           guint     most,
           guint     n_codes,
           gboolean  of_first,
           guint    *n_dropped)
{
  guint8 *kept = g_new0 (guint8, MAX (n_codes, 1));
  gint64 least = most > 0 && cells->len > most ? find_least (cells, most) : 0;
  guint n = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      LiaisonCell cell = g_array_index (cells, LiaisonCell, i);

      if (liaison_cell_get_value (&cell) < least)
        {
          *n_dropped += cell.dated > 0 && (of_first ? cell.by : cell.and_by) != 0;
          continue;
        }
      kept[of_first ? cell.by : cell.and_by] = TRUE;
      g_array_index (cells, LiaisonCell, n++) = cell;
    }
  g_array_set_size (cells, n);

  return kept;
}

/* How many values have engagements; to have none is no value. */
static guint
count_dated (const GArray *cells,
             gboolean      of_first)
{
  guint n = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const LiaisonCell *cell = &g_array_index (cells, LiaisonCell, i);

      n += cell->dated > 0 && (of_first ? cell->by : cell->and_by) != 0;
    }

  return n;
}

static void
drop_others (GArray       *cells,
             const guint8 *kept,
             const guint8 *and_kept)
{
  guint n = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const LiaisonCell cell = g_array_index (cells, LiaisonCell, i);

      if (kept[cell.by] && and_kept[cell.and_by])
        g_array_index (cells, LiaisonCell, n++) = cell;
    }
  g_array_set_size (cells, n);
}

/*
 * By both keys and by each, and of those only what is wanted.  Whole lines are counted first, and then the pairs of those with most: nobody looks at
 * all pairs of very many.
 */
static void
count_lines (LiaisonCensus *census,
             LiaisonLines  *lines)
{
  g_autofree guint8 *kept = NULL;
  g_autofree guint8 *and_kept = NULL;
  guint n_dropped = 0;

  census->by_cells = liaison_lines_list (lines, TRUE, census->most);
  census->and_cells = liaison_lines_list (lines, FALSE, census->and_most);
  census->all_cells = sum_up (census);
  add_totals (census, census->by_cells, TRUE, FALSE);
  add_totals (census, census->and_cells, FALSE, TRUE);
  liaison_lines_complete (lines, TRUE, census->by_cells);
  liaison_lines_complete (lines, FALSE, census->and_cells);
  kept = keep_most (census->by_cells, census->most, census->by_values->values->len, TRUE, &n_dropped);
  and_kept = keep_most (census->and_cells, census->and_most, census->and_values->values->len, FALSE, &n_dropped);
  census->n_dropped = liaison_lines_get_n (lines, TRUE) - count_dated (census->by_cells, TRUE);
  census->n_and_dropped = liaison_lines_get_n (lines, FALSE) - count_dated (census->and_cells, FALSE);
  census->cells = liaison_lines_list_pairs (lines, kept, and_kept);
}

/* Where there are so many times the wanted ones, their pairs with other values are too many for the caches of a processor. */
#define MANY_TIMES 8

/* There may be very many counterparts; of all else there are few. */
static gboolean
may_have_many (LiaisonCountKey      key,
               guint                wanted,
               const LiaisonFacts  *facts)
{
  return key == LIAISON_COUNT_COUNTERPART && wanted > 0 && (!facts || facts->n_contacts / MANY_TIMES > wanted);
}

/* The same where values are not plain: where there may be very many of either, whole lines come first as well. */
static void
count_most (LiaisonCensus        *census,
            const LiaisonCounted *counted)
{
  gboolean at_once = !may_have_many (census->by, census->most, counted->facts)
    && !may_have_many (census->and_by, census->and_most, counted->facts);
  g_autofree guint8 *kept = NULL;
  g_autofree guint8 *and_kept = NULL;

  if (at_once)
    census->cells = liaison_cells_count (counted, census->by_values, census->and_values, &census->by_cells, &census->and_cells);
  else
    liaison_cells_count_margins (counted, census->by_values, census->and_values, &census->by_cells, &census->and_cells);
  census->all_cells = sum_up (census);
  add_totals (census, census->by_cells, TRUE, FALSE);
  add_totals (census, census->and_cells, FALSE, TRUE);
  kept = keep_most (census->by_cells, census->most, census->by_values->values->len, TRUE, &census->n_dropped);
  and_kept = keep_most (census->and_cells, census->and_most, census->and_values->values->len, FALSE, &census->n_and_dropped);
  if (at_once)
    drop_others (census->cells, kept, and_kept);
  else
    census->cells = liaison_cells_count_kept (counted, census->by_values, census->and_values, kept, and_kept);
}

static void
count_items (LiaisonCensus        *census,
             const LiaisonCounted *counted)
{
  census->cells = liaison_cells_count_items (counted, census->by_values, census->and_values, census->items);
  if (census->has_margins)
    census->all_cells = liaison_cells_count_items (counted, NULL, NULL, census->items);
  if (!census->has_margins || !census->and_values)
    return;

  census->by_cells = liaison_cells_count_items (counted, census->by_values, NULL, census->items);
  census->and_cells = liaison_cells_count_items (counted, NULL, census->and_values, census->items);
  add_totals (census, census->by_cells, TRUE, FALSE);
  add_totals (census, census->and_cells, FALSE, TRUE);
}

static gboolean
count_cells (LiaisonCensus  *census,
             GError        **error)
{
  LiaisonCounted counted = { census->counted, census->announced, NULL, liaison_day_today () };
  g_auto (LiaisonLines) lines = { NULL };

  if (!liaison_facts_find (census->db, &counted.facts, error))
    return FALSE;

  if (census->items)
    count_items (census, &counted);
  else if (census->is_bare && liaison_lines_count (&lines, &counted, census->by_values, census->and_values))
    count_lines (census, &lines);
  else if (census->has_margins && census->and_values)
    count_most (census, &counted);
  else
    census->cells = liaison_cells_count (&counted, census->by_values, census->and_values, NULL, NULL);
  if (census->has_margins && !census->all_cells)
    census->all_cells = sum_up (census);

  add_totals (census, census->cells, TRUE, census->and_values != NULL);
  if (census->has_margins)
    add_totals (census, census->all_cells, FALSE, FALSE);

  return TRUE;
}

/* Names those values alone that have a cell: of very many, few may be left. */
static GPtrArray *
name_cells (LiaisonCensus        *census,
            LiaisonCountKey       key,
            const LiaisonValues  *values,
            const GArray         *cells,
            gboolean              of_first,
            GError              **error)
{
  g_autofree guint8 *named = g_new0 (guint8, values->values->len);

  for (guint i = 0; i < cells->len; i++)
    {
      const LiaisonCell *cell = &g_array_index (cells, LiaisonCell, i);

      named[of_first ? cell->by : cell->and_by] = TRUE;
    }

  return liaison_count_name_values (census->db, key, values->values, named, error);
}

static gboolean
name_values (LiaisonCensus  *census,
             GError        **error)
{
  /* A total is a figure also where it is nought. */
  if (census->by == LIAISON_COUNT_TOTAL)
    liaison_cells_get (census->cells, liaison_values_get_code (census->by_values, 1), 0);

  census->by_names = name_cells (census, census->by, census->by_values, census->by_cells ? census->by_cells : census->cells, TRUE, error);
  if (!census->by_names)
    return FALSE;

  if (census->and_by >= 0)
    census->and_names = name_cells (census, census->and_by, census->and_values, census->and_cells ? census->and_cells : census->cells, FALSE, error);

  return census->and_by < 0 || census->and_names;
}

gboolean
liaison_census_take (LiaisonCensus  *census,
                     GError        **error)
{
  liaison_query_get_span (census->query, &census->span_first, &census->span_last);

  return find_engagements (census, error) && load_values (census, error) && load_totals (census, error) && count_cells (census, error)
    && name_values (census, error);
}

static gboolean
is_walkable (LiaisonStep step,
             int         first,
             int         last)
{
  int n = 0;

  for (int day = first; day <= last && n <= MOST_BUCKETS; day = liaison_step_next (step, day))
    n++;

  return first <= last && n <= MOST_BUCKETS;
}

gboolean
liaison_census_get_stretch (LiaisonCensus *census,
                            int           *first,
                            int           *last)
{
  LiaisonStep step = liaison_count_key_get_step (census->by);
  int span_first = *first;
  int span_last = *last;

  if (liaison_day_is_valid (census->span_first))
    span_first = MIN (span_first, liaison_step_start (step, census->span_first));
  if (liaison_day_is_valid (census->span_last))
    span_last = MAX (span_last, liaison_step_start (step, census->span_last));

  if (is_walkable (step, span_first, span_last))
    {
      *first = span_first;
      *last = span_last;
      return TRUE;
    }

  return is_walkable (step, *first, *last);
}
