/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-slots-private.h"

typedef LiaisonRun Run;

#define FIRST_COLUMNS 8

/* One engagement, as it is counted. */
typedef struct
{
  guint    key;
  int      day; /* its last one; 0 where it is not known */
  gboolean announced;
} Case;

typedef struct
{
  LiaisonSlots  *pairs;      /* NULL where they are not counted, as the others */
  LiaisonSlots  *by_margin;  /* by code of the first key alone */
  LiaisonSlots  *and_margin;
  const guint32 *kept;       /* by code of the first key, the row of its pairs counted from 1, 0 for none; NULL where codes are rows */
  const guint32 *and_kept;
  gboolean       asks_and_first; /* the second key leaves out more engagements than the first one */
  gboolean       is_joint;       /* both keys are of the same participation */
} Work;

LiaisonCell *
liaison_cells_get (GArray  *cells,
                   guint32  by,
                   guint32  and_by)
{
  LiaisonCell made = { by, and_by };

  for (guint i = 0; i < cells->len; i++)
    {
      LiaisonCell *cell = &g_array_index (cells, LiaisonCell, i);

      if (cell->by == by && cell->and_by == and_by)
        return cell;
    }

  g_array_append_val (cells, made);

  return &g_array_index (cells, LiaisonCell, cells->len - 1);
}

gboolean
liaison_run_has (Run     run,
                 guint32 participation,
                 guint32 code)
{
  for (guint i = 0; i < run.n; i++)
    {
      if (run.entries[i].code == code && run.entries[i].participation == participation)
        return TRUE;
    }

  return FALSE;
}

gboolean
liaison_runs_have_pair (Run     run,
                        guint32 by,
                        Run     and_run,
                        guint32 and_by)
{
  for (guint i = 0; i < run.n; i++)
    {
      if (run.entries[i].code == by && liaison_run_has (and_run, run.entries[i].participation, and_by))
        return TRUE;
    }

  return FALSE;
}

static inline void
add (LiaisonSlot *slot,
     const Case  *one)
{
  liaison_slot_add (slot, one->key, one->day, one->announced);
}

/* The engagement under each of the different values, and under none where it has no value. */
static inline void
add_to_margin (LiaisonSlots *margin,
               const Case   *one,
               Run           run)
{
  if (run.n == 0)
    add (liaison_slots_get (margin, 0, 0), one);

  for (guint i = 0; i < run.n; i++)
    {
      if (liaison_run_is_first (run, i))
        add (liaison_slots_get (margin, run.entries[i].code, 0), one);
    }
}

static inline void
add_to_pair (const Work *work,
             const Case *one,
             guint32     row,
             guint32     and_by)
{
  guint32 column = and_by;

  if (work->and_kept)
    {
      if (work->and_kept[and_by] == 0)
        return;
      column = work->and_kept[and_by] - 1;
    }

  add (liaison_slots_get (work->pairs, row, column), one);
}

static inline void
add_row (const Work *work,
         const Case *one,
         Run         run,
         guint32     by,
         Run         and_run)
{
  guint32 row = by;

  if (work->kept)
    {
      if (work->kept[by] == 0)
        return;
      row = work->kept[by] - 1;
    }

  if (and_run.n == 0)
    add_to_pair (work, one, row, 0);
  for (guint i = 0; i < and_run.n; i++)
    {
      guint32 and_by = and_run.entries[i].code;

      if (liaison_run_is_first (and_run, i) && (!work->is_joint || liaison_runs_have_pair (run, by, and_run, and_by)))
        add_to_pair (work, one, row, and_by);
    }
}

/* What has no value at all is counted under none. */
static inline void
add_pairs (const Work *work,
           const Case *one,
           Run         run,
           Run         and_run)
{
  if (run.n == 0)
    add_row (work, one, run, 0, and_run);

  for (guint i = 0; i < run.n; i++)
    {
      if (liaison_run_is_first (run, i))
        add_row (work, one, run, run.entries[i].code, and_run);
    }
}

/* So many engagements at once: each of the loops over them is short, where to do all for one engagement after another took twice as long. */
typedef struct
{
  guint32 keys[LIAISON_RUNS_AT_ONCE];
  Case    cases[LIAISON_RUNS_AT_ONCE];
  Run     by[LIAISON_RUNS_AT_ONCE];
  Run     and_by[LIAISON_RUNS_AT_ONCE];
  guint   n;
} Batch;

static void
count_margin (LiaisonSlots *margin,
              const Batch  *batch,
              const Run    *runs)
{
  for (guint i = 0; i < batch->n; i++)
    {
      if (runs[i].n == 1)
        add (liaison_slots_get (margin, runs[i].entries->code, 0), &batch->cases[i]);
      else
        add_to_margin (margin, &batch->cases[i], runs[i]);
    }
}

static void
count_pairs (const Work  *work,
             const Batch *batch)
{
  for (guint i = 0; i < batch->n; i++)
    add_pairs (work, &batch->cases[i], batch->by[i], batch->and_by[i]);
}

/* The same where there is exactly one value of either key. */
static void
count_single_pairs (const Work  *work,
                    const Batch *batch)
{
  for (guint i = 0; i < batch->n; i++)
    add (liaison_slots_get (work->pairs, batch->by[i].entries->code, batch->and_by[i].entries->code), &batch->cases[i]);
}

/* Takes the engagements from the next word of their set on. */
static gboolean
take_keys (Batch             *batch,
           const LiaisonBits *bits,
           guint             *next)
{
  guint n_words = (bits->size + 63) / 64;

  for (batch->n = 0; *next < n_words && batch->n + 64 <= LIAISON_RUNS_AT_ONCE; (*next)++)
    {
      for (guint64 word = bits->words[*next]; word != 0; word &= word - 1)
        batch->keys[batch->n++] = *next * 64 + __builtin_ctzll (word);
    }

  return batch->n > 0;
}

static gboolean
is_kept (Run            run,
         const guint32 *kept)
{
  if (run.n == 0)
    return kept[0] != 0;

  for (guint i = 0; i < run.n; i++)
    {
      if (kept[run.entries[i].code] != 0)
        return TRUE;
    }

  return FALSE;
}

/* Takes the values of one key, and leaves out the engagements that have none of those that are kept. */
static void
take_runs (Batch         *batch,
           LiaisonValues *values,
           Run           *runs,
           const guint32 *kept)
{
  guint n = 0;

  liaison_values_get_runs (values, batch->keys, batch->n, runs);
  for (guint i = 0; kept && i < batch->n; i++)
    {
      if (!is_kept (runs[i], kept))
        continue;
      runs[n] = runs[i];
      batch->keys[n++] = batch->keys[i];
    }
  if (kept)
    batch->n = n;
}

static void
look_at_cases (Batch                *batch,
               const LiaisonCounted *counted)
{
  for (guint i = 0; i < batch->n; i++)
    {
      guint key = batch->keys[i];

      batch->cases[i] = (Case) { key, liaison_counted_get_day (counted, key), liaison_bits_test (counted->announced, key) };
    }
}

static void
count_all (const Work           *work,
           const LiaisonCounted *counted,
           LiaisonValues        *by,
           LiaisonValues        *and_by)
{
  g_autofree Batch *batch = g_new0 (Batch, 1);
  guint next = 0;
  gboolean are_single = and_by && !work->kept && liaison_values_are_single (by) && liaison_values_are_single (and_by);

  while (take_keys (batch, counted->engagements, &next))
    {
      if (and_by && work->asks_and_first)
        take_runs (batch, and_by, batch->and_by, work->and_kept);
      take_runs (batch, by, batch->by, work->asks_and_first ? NULL : work->kept);
      if (and_by && !work->asks_and_first)
        take_runs (batch, and_by, batch->and_by, NULL);
      look_at_cases (batch, counted);

      if (work->by_margin)
        count_margin (work->by_margin, batch, batch->by);
      if (work->and_margin)
        count_margin (work->and_margin, batch, batch->and_by);
      if (work->pairs && !and_by)
        count_margin (work->pairs, batch, batch->by);
      else if (work->pairs && are_single)
        count_single_pairs (work, batch);
      else if (work->pairs)
        count_pairs (work, batch);
    }
}

/* The cells of a margin; the code is that of the second key where it is not @of_first. */
static GArray *
finish_margin (const LiaisonSlots *margin,
               gboolean            of_first)
{
  GArray *cells = liaison_slots_to_cells (margin);

  for (guint i = 0; !of_first && i < cells->len; i++)
    {
      LiaisonCell *cell = &g_array_index (cells, LiaisonCell, i);

      cell->and_by = cell->by;
      cell->by = 0;
    }

  return cells;
}

/* What is counted under each code of one key, where every engagement has exactly one value of the other one. */
static GArray *
sum_margin (const GArray *cells,
            gboolean      of_first)
{
  g_auto (LiaisonSlots) margin = { NULL };

  liaison_slots_init (&margin, 1);
  for (guint i = 0; i < cells->len; i++)
    {
      const LiaisonCell *cell = &g_array_index (cells, LiaisonCell, i);
      LiaisonSlot *slot = liaison_slots_get (&margin, of_first ? cell->by : cell->and_by, 0);

      slot->dated += cell->dated;
      slot->announced += cell->announced;
      /* Of the last day, the first engagement. */
      if (cell->last_day > slot->last_day || (cell->last_day == slot->last_day && cell->last < slot->last))
        {
          slot->last_day = cell->last_day;
          slot->last = cell->last;
        }
    }

  return finish_margin (&margin, of_first);
}

GArray *
liaison_cells_count (const LiaisonCounted  *counted,
                     LiaisonValues         *by,
                     LiaisonValues         *and_by,
                     GArray               **by_cells,
                     GArray               **and_cells)
{
  g_auto (LiaisonSlots) pairs = { NULL };
  g_auto (LiaisonSlots) by_margin = { NULL };
  g_auto (LiaisonSlots) and_margin = { NULL };
  gboolean sums_by = by_cells && liaison_values_are_single (and_by);
  gboolean sums_and = and_cells && liaison_values_are_single (by);
  const Work work = {
    .pairs = &pairs,
    .by_margin = by_cells && !sums_by ? &by_margin : NULL,
    .and_margin = and_cells && !sums_and ? &and_margin : NULL,
    .is_joint = liaison_values_are_joint (by, and_by),
  };
  GArray *cells;

  liaison_slots_init (&pairs, and_by ? FIRST_COLUMNS : 1);
  liaison_slots_init (&by_margin, 1);
  liaison_slots_init (&and_margin, 1);
  count_all (&work, counted, by, and_by);
  cells = liaison_slots_to_cells (&pairs);
  if (by_cells)
    *by_cells = sums_by ? sum_margin (cells, TRUE) : finish_margin (&by_margin, TRUE);
  if (and_cells)
    *and_cells = sums_and ? sum_margin (cells, FALSE) : finish_margin (&and_margin, FALSE);

  return cells;
}

void
liaison_cells_count_margins (const LiaisonCounted  *counted,
                             LiaisonValues         *by,
                             LiaisonValues         *and_by,
                             GArray               **by_cells,
                             GArray               **and_cells)
{
  g_auto (LiaisonSlots) by_margin = { NULL };
  g_auto (LiaisonSlots) and_margin = { NULL };
  const Work work = { .by_margin = &by_margin, .and_margin = &and_margin };

  liaison_slots_init (&by_margin, 1);
  liaison_slots_init (&and_margin, 1);
  count_all (&work, counted, by, and_by);
  *by_cells = finish_margin (&by_margin, TRUE);
  *and_cells = finish_margin (&and_margin, FALSE);
}

/* The codes that are kept, by their places counted from 1. */
static GArray *
list_kept (const LiaisonValues *values,
           const guint8        *kept,
           guint32             *places)
{
  GArray *codes = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 code = 0; code < values->values->len; code++)
    {
      if (!kept[code])
        continue;
      g_array_append_val (codes, code);
      places[code] = codes->len;
    }

  return codes;
}

GArray *
liaison_cells_count_kept (const LiaisonCounted *counted,
                          LiaisonValues        *by,
                          LiaisonValues        *and_by,
                          const guint8         *kept,
                          const guint8         *and_kept)
{
  g_autofree guint32 *rows = g_new0 (guint32, by->values->len);
  g_autofree guint32 *columns = g_new0 (guint32, and_by->values->len);
  g_autoptr (GArray) codes = list_kept (by, kept, rows);
  g_autoptr (GArray) and_codes = list_kept (and_by, and_kept, columns);
  g_auto (LiaisonSlots) pairs = { NULL };
  const Work work = {
    .pairs = &pairs,
    .kept = rows,
    .and_kept = columns,
    .asks_and_first = (guint64) and_codes->len * by->values->len < (guint64) codes->len * and_by->values->len,
    .is_joint = liaison_values_are_joint (by, and_by),
  };
  GArray *cells;

  liaison_slots_init (&pairs, FIRST_COLUMNS);
  count_all (&work, counted, by, and_by);
  cells = liaison_slots_to_cells (&pairs);
  for (guint i = 0; i < cells->len; i++)
    {
      LiaisonCell *cell = &g_array_index (cells, LiaisonCell, i);

      cell->by = g_array_index (codes, guint32, cell->by);
      cell->and_by = g_array_index (and_codes, guint32, cell->and_by);
    }

  return cells;
}
