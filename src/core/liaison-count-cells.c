/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-count-private.h"

#include <string.h>

/* A run of the entries of one engagement. */
typedef struct
{
  const LiaisonEntry *entries;
  guint               n;
} Run;

/* That something distinct is counted in a cell. */
typedef struct
{
  guint32 cell;
  guint32 item;
  guint32 announced;
} Finding;

/* One engagement, as it is counted. */
typedef struct
{
  Run      by;
  Run      and_by;
  Run      items;
  gboolean announced;
} Case;

typedef struct
{
  GArray     *cells;
  GHashTable *index;        /* of cells by their codes */
  GArray     *findings;
  gboolean    counts_items; /* and not engagements */
  gboolean    is_joint;     /* both keys are of the same participation */
  gboolean    by_theirs;    /* the first key is of the participations whose items are counted */
  gboolean    and_theirs;
} Work;

static gint64
make_index (guint32 by,
            guint32 and_by)
{
  return (gint64) by << 32 | and_by;
}

/* g_int64_hash() looks at the lower half only, where most codes are 0. */
static guint
hash_index (gconstpointer index)
{
  guint64 value = *(const guint64 *) index;

  return (value ^ value >> 32) * 0x9e3779b1u;
}

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
  gint64 index = make_index (by, and_by);
  gpointer known = g_hash_table_lookup (work->index, &index);
  LiaisonCell cell = { by, and_by };

  /* Counted from 1, for 0 is not there. */
  if (known)
    return GPOINTER_TO_UINT (known) - 1;

  g_array_append_val (work->cells, cell);
  g_hash_table_insert (work->index, g_memdup2 (&index, sizeof index), GUINT_TO_POINTER (work->cells->len));

  return work->cells->len - 1;
}

static Run
take_run (const LiaisonValues *values,
          guint               *position,
          guint32              engagement)
{
  Run run = { NULL, 0 };

  if (!values)
    return run;

  run.entries = (const LiaisonEntry *) values->entries->data + *position;
  while (*position < values->entries->len && g_array_index (values->entries, LiaisonEntry, *position).engagement == engagement)
    {
      run.n++;
      (*position)++;
    }

  return run;
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

  if (!work->counts_items)
    {
      cell->dated++;
      cell->announced += one->announced;
      return;
    }

  for (guint i = 0; i < one->items.n; i++)
    {
      const LiaisonEntry *item = &one->items.entries[i];
      Finding finding = { index, item->code, one->announced };

      if ((work->by_theirs && !has_code (one->by, item->participation, by))
          || (work->and_theirs && !has_code (one->and_by, item->participation, and_by)))
        continue;

      cell->unnamed += item->heads;
      if (item->code != 0)
        g_array_append_val (work->findings, finding);
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
  if (one->and_by.n == 0)
    add_to_cell (work, one, by, 0);

  for (guint j = 0; j < one->and_by.n; j++)
    {
      guint32 and_by = one->and_by.entries[j].code;

      if (is_first (one->and_by, j) && (!work->is_joint || has_pair (one, by, and_by)))
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

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  return memcmp (a, b, sizeof (Finding));
}

/* Each item is counted once in a cell; it rests on announcements only where no other engagement has it. */
static void
count_findings (Work *work)
{
  g_array_sort (work->findings, compare_findings);

  for (guint i = 0; i < work->findings->len; )
    {
      const Finding *first = &g_array_index (work->findings, Finding, i);
      LiaisonCell *cell = &g_array_index (work->cells, LiaisonCell, first->cell);
      gboolean announced = TRUE;

      for (; i < work->findings->len; i++)
        {
          const Finding *finding = &g_array_index (work->findings, Finding, i);

          if (finding->cell != first->cell || finding->item != first->item)
            break;
          announced = announced && finding->announced;
        }

      cell->dated++;
      cell->announced += announced;
    }
}

GArray *
liaison_cells_count (const LiaisonBits   *counted,
                     const LiaisonBits   *announced,
                     const LiaisonValues *by,
                     const LiaisonValues *and_by,
                     const LiaisonValues *items)
{
  g_autoptr (GHashTable) index = g_hash_table_new_full (hash_index, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) findings = g_array_new (FALSE, FALSE, sizeof (Finding));
  Work work = {
    .cells = g_array_new (FALSE, FALSE, sizeof (LiaisonCell)),
    .index = index,
    .findings = findings,
    .counts_items = items != NULL,
    .is_joint = and_by && by->scope == and_by->scope && by->scope != LIAISON_SCOPE_ENGAGEMENT,
    .by_theirs = by->scope == LIAISON_SCOPE_THEIRS,
    .and_theirs = and_by && and_by->scope == LIAISON_SCOPE_THEIRS,
  };
  guint by_position = 0;
  guint and_position = 0;
  guint item_position = 0;

  for (guint key = liaison_bits_next (counted, 0); key < counted->size; key = liaison_bits_next (counted, key + 1))
    {
      const Case one = {
        take_run (by, &by_position, key),
        take_run (and_by, &and_position, key),
        take_run (items, &item_position, key),
        liaison_bits_test (announced, key),
      };

      count_case (&work, &one);
    }

  count_findings (&work);

  return work.cells;
}
