/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-slots-private.h"

#include <string.h>

#define FIRST_ROWS 64

/* 8 MiB, which the caches of a processor still help with. */
#define MOST_SLOTS (1 << 19)

void
liaison_slots_init (LiaisonSlots *self,
                    guint         n_columns)
{
  *self = (LiaisonSlots) { .n_rows = FIRST_ROWS, .n_columns = n_columns };
  self->slots = g_new0 (LiaisonSlot, (gsize) self->n_rows * n_columns);
}

void
liaison_slots_clear (LiaisonSlots *self)
{
  g_clear_pointer (&self->slots, g_free);
  g_clear_pointer (&self->places, liaison_pair_map_free);
  g_clear_pointer (&self->pairs, g_array_unref);
}

static LiaisonSlot *
add_place (LiaisonSlots *self,
           guint32       by,
           guint32       and_by)
{
  gboolean is_new;
  guint place = liaison_pair_map_add (self->places, by, and_by, &is_new);
  guint n = self->pairs->len / 2;

  if (is_new)
    {
      const guint32 pair[] = { by, and_by };

      g_array_append_vals (self->pairs, pair, G_N_ELEMENTS (pair));
      /* There is room for as many as the next power of two. */
      if ((n & (n - 1)) == 0)
        self->slots = g_renew (LiaisonSlot, self->slots, MAX ((gsize) n * 2, 1));
      memset (&self->slots[place], 0, sizeof (LiaisonSlot));
    }

  return &self->slots[place];
}

/* The table would be too large: what it has is looked up from now on. */
static void
scatter (LiaisonSlots *self)
{
  LiaisonSlots table = *self;

  self->places = liaison_pair_map_new ();
  self->pairs = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->slots = NULL;
  self->n_rows = self->n_columns = 0;
  for (guint by = 0; by < table.n_rows; by++)
    {
      for (guint and_by = 0; and_by < table.n_columns; and_by++)
        {
          const LiaisonSlot *slot = &table.slots[(gsize) by * table.n_columns + and_by];

          if (slot->dated > 0)
            *add_place (self, by, and_by) = *slot;
        }
    }
  g_free (table.slots);
}

static void
grow (LiaisonSlots *self,
      guint         n_rows,
      guint         n_columns)
{
  LiaisonSlot *slots = g_new0 (LiaisonSlot, (gsize) n_rows * n_columns);

  for (guint by = 0; by < self->n_rows; by++)
    memcpy (&slots[(gsize) by * n_columns], &self->slots[(gsize) by * self->n_columns], self->n_columns * sizeof (LiaisonSlot));
  g_free (self->slots);
  self->slots = slots;
  self->n_rows = n_rows;
  self->n_columns = n_columns;
}

LiaisonSlot *
liaison_slots_add (LiaisonSlots *self,
                   guint32       by,
                   guint32       and_by)
{
  gsize n_rows = MAX (self->n_rows, 1);
  gsize n_columns = MAX (self->n_columns, 1);

  if (self->places)
    return add_place (self, by, and_by);

  while (n_rows <= by)
    n_rows *= 2;
  while (n_columns <= and_by)
    n_columns *= 2;
  if (n_rows * n_columns > MOST_SLOTS && n_columns > 1)
    {
      scatter (self);
      return add_place (self, by, and_by);
    }

  grow (self, n_rows, n_columns);

  return &self->slots[(gsize) by * self->n_columns + and_by];
}

void
liaison_slot_add_cell (GArray            *cells,
                       guint32            by,
                       guint32            and_by,
                       const LiaisonSlot *slot)
{
  const LiaisonCell cell = { .by = by, .and_by = and_by, .dated = slot->dated, .announced = slot->announced, .last_day = slot->last_day,
                             .last = slot->last };

  if (slot->dated > 0)
    g_array_append_val (cells, cell);
}

GArray *
liaison_slots_to_cells (const LiaisonSlots *self)
{
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (LiaisonCell));

  for (guint i = 0; self->places && i < self->pairs->len; i += 2)
    liaison_slot_add_cell (cells, g_array_index (self->pairs, guint32, i), g_array_index (self->pairs, guint32, i + 1), &self->slots[i / 2]);
  for (guint by = 0; by < self->n_rows; by++)
    {
      for (guint and_by = 0; and_by < self->n_columns; and_by++)
        liaison_slot_add_cell (cells, by, and_by, &self->slots[(gsize) by * self->n_columns + and_by]);
    }

  return cells;
}
