/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-count-private.h"

#include "liaison-pair-map-private.h"

typedef LiaisonRun Run;

/* One engagement, as it is counted. */
typedef struct
{
  guint    key;
  int      day; /* its last one; 0 where it is not known */
  Run      by;
  Run      and_by;
  Run      items;
  gboolean announced;
} Case;

typedef struct
{
  GArray         *cells;
  GArray         *by_cells;     /* by code of the first key alone; NULL where they are not counted as well */
  GArray         *and_cells;
  LiaisonPairMap *index;        /* of cells by their codes */
  LiaisonPairMap *findings;     /* of what is counted in which cell */
  GByteArray     *announced;    /* by finding, whether nothing but announcements has it */
  const guint8   *kept;         /* by code of the first key, whether its cells are counted; NULL where all are */
  const guint8   *and_kept;
  gboolean        counts_items; /* and not engagements */
  gboolean        is_joint;     /* both keys are of the same participation */
  gboolean        by_theirs;    /* the first key is of the participations whose items are counted */
  gboolean        and_theirs;
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

static guint
find_cell (Work    *work,
           guint32  by,
           guint32  and_by)
{
  gboolean is_new;
  guint place = liaison_pair_map_add (work->index, by, and_by, &is_new);
  LiaisonCell cell = { by, and_by };

  if (is_new)
    g_array_append_val (work->cells, cell);

  return place;
}

static gboolean
has_code (Run     run,
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

/* Whether the entry is the first of its code. */
static gboolean
is_first (Run   run,
          guint index)
{
  for (guint i = 0; i < index; i++)
    {
      if (run.entries[i].code == run.entries[index].code)
        return FALSE;
    }

  return TRUE;
}

/* Each item is counted once in a cell; it rests on announcements only where no other engagement has it. */
static void
add_finding (Work     *work,
             guint     cell,
             guint32   item,
             gboolean  announced)
{
  gboolean is_new;
  guint place = liaison_pair_map_add (work->findings, cell, item, &is_new);
  guint8 flag = announced;

  if (is_new)
    {
      g_byte_array_append (work->announced, &flag, 1);
      g_array_index (work->cells, LiaisonCell, cell).dated++;
      g_array_index (work->cells, LiaisonCell, cell).announced += announced;
    }
  else if (work->announced->data[place] && !announced)
    {
      work->announced->data[place] = FALSE;
      g_array_index (work->cells, LiaisonCell, cell).announced--;
    }
}

static void
note_day (LiaisonCell *cell,
          const Case  *one)
{
  if (one->day > cell->last_day)
    {
      cell->last_day = one->day;
      cell->last = one->key;
    }
}

/* Counts an engagement under one value, whatever it has of the other key. */
static void
add_to_margin (GArray     *margin,
               const Case *one,
               guint32     code)
{
  LiaisonCell *cell;

  if (code >= margin->len)
    g_array_set_size (margin, MAX (code + 1, margin->len * 2));

  cell = &g_array_index (margin, LiaisonCell, code);
  cell->dated++;
  cell->announced += one->announced;
  note_day (cell, one);
}

/* The engagement as it is, under each of the different values. */
static void
add_run_to_margin (GArray     *margin,
                   const Case *one,
                   Run         run)
{
  if (run.n == 0)
    add_to_margin (margin, one, 0);

  for (guint i = 0; i < run.n; i++)
    {
      if (is_first (run, i))
        add_to_margin (margin, one, run.entries[i].code);
    }
}

/*
 * What an engagement puts into the cell of a pair of values: itself, or the distinct ones that are measured.  These are of the participations
 * that have the values, where the keys are of the other side as they are.
 */
static void
add_to_cell (Work       *work,
             const Case *one,
             guint32     by,
             guint32     and_by)
{
  guint index = find_cell (work, by, and_by);
  LiaisonCell *cell = &g_array_index (work->cells, LiaisonCell, index);

  note_day (cell, one);
  if (!work->counts_items)
    {
      cell->dated++;
      cell->announced += one->announced;
      return;
    }

  for (guint i = 0; i < one->items.n; i++)
    {
      const LiaisonEntry *item = &one->items.entries[i];

      if ((work->by_theirs && !has_code (one->by, item->participation, by))
          || (work->and_theirs && !has_code (one->and_by, item->participation, and_by)))
        continue;

      cell->unnamed += item->heads;
      if (item->code != 0)
        add_finding (work, index, item->code, one->announced);
    }
}

/* Whether some participation has both values. */
static gboolean
has_pair (const Case *one,
          guint32     by,
          guint32     and_by)
{
  for (guint i = 0; i < one->by.n; i++)
    {
      if (one->by.entries[i].code == by && has_code (one->and_by, one->by.entries[i].participation, and_by))
        return TRUE;
    }

  return FALSE;
}

static void
count_pair (Work       *work,
            const Case *one,
            guint32     by)
{
  if (work->kept && !work->kept[by])
    return;
  if (one->and_by.n == 0 && (!work->and_kept || work->and_kept[0]))
    add_to_cell (work, one, by, 0);

  for (guint j = 0; j < one->and_by.n; j++)
    {
      guint32 and_by = one->and_by.entries[j].code;

      if ((!work->and_kept || work->and_kept[and_by]) && is_first (one->and_by, j) && (!work->is_joint || has_pair (one, by, and_by)))
        add_to_cell (work, one, by, and_by);
    }
}

/* What has no value at all is counted under none. */
static void
count_case (Work       *work,
            const Case *one)
{
  if (one->by.n == 0)
    count_pair (work, one, 0);

  for (guint i = 0; i < one->by.n; i++)
    {
      if (is_first (one->by, i))
        count_pair (work, one, one->by.entries[i].code);
    }
}

static void
count_all (Work                 *work,
           const LiaisonCounted *counted,
           LiaisonValues        *by,
           LiaisonValues        *and_by,
           LiaisonValues        *items)
{
  static const Run nothing = { NULL, 0 };
  const LiaisonBits *bits = counted->engagements;

  for (guint key = liaison_bits_next (bits, 0); key < bits->size; key = liaison_bits_next (bits, key + 1))
    {
      const Case one = {
        .key = key,
        .day = counted->facts ? MIN (liaison_facts_get_last_day (counted->facts, key), counted->today) : 0,
        .by = by ? liaison_values_get_run (by, key) : nothing,
        .and_by = and_by ? liaison_values_get_run (and_by, key) : nothing,
        .items = items ? liaison_values_get_run (items, key) : nothing,
        .announced = liaison_bits_test (counted->announced, key),
      };

      if (work->by_cells)
        add_run_to_margin (work->by_cells, &one, one.by);
      if (work->and_cells)
        add_run_to_margin (work->and_cells, &one, one.and_by);
      if (work->index)
        count_case (work, &one);
    }
}

/* Leaves the cells in which something is. */
static void
finish_margin (GArray   *margin,
               gboolean  of_first)
{
  guint n = 0;

  for (guint code = 0; code < margin->len; code++)
    {
      LiaisonCell cell = g_array_index (margin, LiaisonCell, code);

      if (cell.dated == 0)
        continue;
      if (of_first)
        cell.by = code;
      else
        cell.and_by = code;
      g_array_index (margin, LiaisonCell, n++) = cell;
    }
  g_array_set_size (margin, n);
}

static GArray *
new_cells (void)
{
  return g_array_new (FALSE, TRUE, sizeof (LiaisonCell));
}

/* What is needed to count, with no cell yet. */
static Work
begin (LiaisonValues *by,
       LiaisonValues *and_by,
       LiaisonValues *items)
{
  return (Work) {
    .cells = new_cells (),
    .counts_items = items != NULL,
    .is_joint = by && and_by && by->scope == and_by->scope && by->scope != LIAISON_SCOPE_ENGAGEMENT,
    .by_theirs = by && by->scope == LIAISON_SCOPE_THEIRS,
    .and_theirs = and_by && and_by->scope == LIAISON_SCOPE_THEIRS,
  };
}

GArray *
liaison_cells_count (const LiaisonCounted  *counted,
                     LiaisonValues         *by,
                     LiaisonValues         *and_by,
                     LiaisonValues         *items,
                     GArray               **by_cells,
                     GArray               **and_cells)
{
  g_autoptr (LiaisonPairMap) index = liaison_pair_map_new ();
  g_autoptr (LiaisonPairMap) findings = liaison_pair_map_new ();
  g_autoptr (GByteArray) announced = g_byte_array_new ();
  gboolean is_margin = by && !and_by && !items;
  Work work = begin (by, and_by, items);

  g_assert ((!by_cells && !and_cells) || !items);

  work.by_cells = by_cells ? new_cells () : NULL;
  work.and_cells = and_cells ? new_cells () : NULL;
  work.index = index;
  work.findings = findings;
  work.announced = announced;

  /* One key alone needs no look-ups. */
  if (is_margin)
    {
      work.by_cells = work.cells;
      work.index = NULL;
    }
  count_all (&work, counted, by, and_by, items);
  if (work.by_cells)
    finish_margin (work.by_cells, TRUE);
  if (work.and_cells)
    finish_margin (work.and_cells, FALSE);
  if (by_cells)
    *by_cells = work.by_cells;
  if (and_cells)
    *and_cells = work.and_cells;

  return work.cells;
}

void
liaison_cells_count_margins (const LiaisonCounted  *counted,
                             LiaisonValues         *by,
                             LiaisonValues         *and_by,
                             GArray               **by_cells,
                             GArray               **and_cells)
{
  Work work = begin (by, and_by, NULL);

  g_clear_pointer (&work.cells, g_array_unref);
  work.by_cells = new_cells ();
  work.and_cells = new_cells ();
  count_all (&work, counted, by, and_by, NULL);
  finish_margin (work.by_cells, TRUE);
  finish_margin (work.and_cells, FALSE);
  *by_cells = work.by_cells;
  *and_cells = work.and_cells;
}

GArray *
liaison_cells_count_kept (const LiaisonCounted *counted,
                          LiaisonValues        *by,
                          LiaisonValues        *and_by,
                          const guint8         *kept,
                          const guint8         *and_kept)
{
  g_autoptr (LiaisonPairMap) index = liaison_pair_map_new ();
  Work work = begin (by, and_by, NULL);

  work.index = index;
  work.kept = kept;
  work.and_kept = and_kept;
  count_all (&work, counted, by, and_by, NULL);

  return work.cells;
}
