/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-row-data-private.h"

G_BEGIN_DECLS

/* Between a list and its rows. */

/**
 * LiaisonRowHooks:
 * @want: somebody reads the row for the first time since it got its record; the owner may load it, also at once by liaison_row_set_record()
 * @gone: nobody holds the row any more
 */
typedef struct
{
  void (*want) (gpointer owner, LiaisonRow *row);
  void (*gone) (gpointer owner, LiaisonRow *row);
} LiaisonRowHooks;

LiaisonRow *liaison_row_new          (const LiaisonRowHooks *hooks, gpointer owner, guint position, gint32 id);

/* The owner goes, or has no more use for the row: it stands for nothing from now on, and calls no hooks.  Nothing is emitted. */
void        liaison_row_detach       (LiaisonRow *self);

guint       liaison_row_get_position (LiaisonRow *self);

/* Whether somebody has read the row. */
gboolean    liaison_row_is_wanted    (LiaisonRow *self);

/**
 * liaison_row_set_record:
 * @data: (nullable): what is known of the record
 *
 * Makes the row stand for a record.  Nothing is emitted.
 *
 * Returns: whether the row shows something else now
 */
gboolean    liaison_row_set_record   (LiaisonRow *self, gint32 id, LiaisonRowData *data);

/* Emits what tells that the row shows something else. */
void        liaison_row_tell         (LiaisonRow *self);

G_END_DECLS
