/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-count-private.h"

#include "liaison-pair-map-private.h"

typedef LiaisonRun Run;

/* One engagement, as what is distinct in it is counted. */
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
  LiaisonPairMap *index;      /* of cells by their codes */
  LiaisonPairMap *findings;   /* of what is counted in which cell */
  GByteArray     *announced;  /* by finding, whether nothing but announcements has it */
  gboolean        is_joint;   /* both keys are of the same participation */
  gboolean        by_theirs;  /* the first key is of the participations whose items are counted */
  gboolean        and_theirs;
} Work;

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

/* The distinct ones of a pair of values: of the participations that have these, where the keys are of the other side as they are. */
static void
add_to_cell (Work       *work,
             const Case *one,
             guint32     by,
             guint32     and_by)
{
  guint index = find_cell (work, by, and_by);
  LiaisonCell *cell = &g_array_index (work->cells, LiaisonCell, index);

  if (one->day > cell->last_day)
    {
      cell->last_day = one->day;
      cell->last = one->key;
    }

  for (guint i = 0; i < one->items.n; i++)
    {
      const LiaisonEntry *item = &one->items.entries[i];

      if ((work->by_theirs && !liaison_run_has (one->by, item->participation, by))
          || (work->and_theirs && !liaison_run_has (one->and_by, item->participation, and_by)))
        continue;

      cell->unnamed += item->heads;
      if (item->code != 0)
        add_finding (work, index, item->code, one->announced);
    }
}

static void
count_pairs (Work       *work,
             const Case *one,
             guint32     by)
{
  if (one->and_by.n == 0)
    add_to_cell (work, one, by, 0);

  for (guint j = 0; j < one->and_by.n; j++)
    {
      guint32 and_by = one->and_by.entries[j].code;

      if (liaison_run_is_first (one->and_by, j) && (!work->is_joint || liaison_runs_have_pair (one->by, by, one->and_by, and_by)))
        add_to_cell (work, one, by, and_by);
    }
}

/* What has no value at all is counted under none. */
static void
count_case (Work       *work,
            const Case *one)
{
  if (one->by.n == 0)
    count_pairs (work, one, 0);

  for (guint i = 0; i < one->by.n; i++)
    {
      if (liaison_run_is_first (one->by, i))
        count_pairs (work, one, one->by.entries[i].code);
    }
}

GArray *
liaison_cells_count_items (const LiaisonCounted *counted,
                           LiaisonValues        *by,
                           LiaisonValues        *and_by,
                           LiaisonValues        *items)
{
  static const Run nothing = { NULL, 0 };
  g_autoptr (LiaisonPairMap) index = liaison_pair_map_new ();
  g_autoptr (LiaisonPairMap) findings = liaison_pair_map_new ();
  g_autoptr (GByteArray) announced = g_byte_array_new ();
  const LiaisonBits *bits = counted->engagements;
  Work work = {
    .cells = g_array_new (FALSE, TRUE, sizeof (LiaisonCell)),
    .index = index,
    .findings = findings,
    .announced = announced,
    .is_joint = liaison_values_are_joint (by, and_by),
    .by_theirs = by && by->scope == LIAISON_SCOPE_THEIRS,
    .and_theirs = and_by && and_by->scope == LIAISON_SCOPE_THEIRS,
  };

  for (guint key = liaison_bits_next (bits, 0); key < bits->size; key = liaison_bits_next (bits, key + 1))
    {
      const Case one = {
        .key = key,
        .day = liaison_counted_get_day (counted, key),
        .by = by ? liaison_values_get_run (by, key) : nothing,
        .and_by = and_by ? liaison_values_get_run (and_by, key) : nothing,
        .items = liaison_values_get_run (items, key),
        .announced = liaison_bits_test (counted->announced, key),
      };

      count_case (&work, &one);
    }

  return work.cells;
}
