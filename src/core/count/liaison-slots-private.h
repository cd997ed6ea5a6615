/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-count-private.h"
#include "liaison-pair-map-private.h"

G_BEGIN_DECLS

/* What is counted of engagements in one cell, as small as it can be: a million of them are added to these. */
typedef struct
{
  guint32 dated;
  guint32 announced;
  int     last_day;
  guint32 last;
} LiaisonSlot;

/**
 * LiaisonSlots:
 * @slots: by row, and in it by column; where there are too many pairs for that, by @places
 * @n_rows: how many rows there is room for, 0 with @places; @n_columns likewise
 *
 * The cells of pairs of codes while engagements are counted.  Codes are given in the order in which values are met, so that the few which there are of
 * most keys make a small table, and finding a cell in it takes no look-up.
 */
typedef struct
{
  LiaisonSlot    *slots;
  guint           n_rows;
  guint           n_columns;
  LiaisonPairMap *places;
  GArray         *pairs; /* guint32: the codes by place, in turn */
} LiaisonSlots;

/* Adds an engagement, its last day and whether it is announced. */
static inline void
liaison_slot_add (LiaisonSlot *slot,
                  guint32      engagement,
                  int          day,
                  gboolean     announced)
{
  slot->dated++;
  slot->announced += announced;
  if (day > slot->last_day)
    {
      slot->last_day = day;
      slot->last = engagement;
    }
}

/* One column is enough where there is no second key. */
void         liaison_slots_init     (LiaisonSlots *self, guint n_columns);
void         liaison_slots_clear    (LiaisonSlots *self);

/* Makes room for a pair of codes, and returns its slot. */
LiaisonSlot *liaison_slots_add      (LiaisonSlots *self, guint32 by, guint32 and_by);

/* Adds the cell of a slot in which something is. */
void         liaison_slot_add_cell  (GArray *cells, guint32 by, guint32 and_by, const LiaisonSlot *slot);

/**
 * liaison_slots_to_cells:
 *
 * Returns: (transfer full) (element-type LiaisonCell): the cells in which something is
 */
GArray      *liaison_slots_to_cells (const LiaisonSlots *self);

/* Returns: (transfer none): the slot of a pair of codes, until the next one is asked for */
static inline LiaisonSlot *
liaison_slots_get (LiaisonSlots *self,
                   guint32       by,
                   guint32       and_by)
{
  if (G_LIKELY (by < self->n_rows && and_by < self->n_columns))
    return &self->slots[(gsize) by * self->n_columns + and_by];

  return liaison_slots_add (self, by, and_by);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonSlots, liaison_slots_clear)

G_END_DECLS
