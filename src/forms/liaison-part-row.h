/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-form-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_PART_ROW (liaison_part_row_get_type ())

/**
 * LiaisonPartRow:
 *
 * One part of a record in a LiaisonPartList: its fields, and a button that removes it.
 *
 * Properties: content (the fields).
 * Signals: "changed", "remove".
 */
G_DECLARE_FINAL_TYPE (LiaisonPartRow, liaison_part_row, LIAISON, PART_ROW, GtkWidget)

/**
 * liaison_part_row_new:
 *
 * Returns: (transfer floating): a row with the fields that the template for parts of @kind has
 */
LiaisonPartRow *liaison_part_row_new        (LiaisonKind kind);
void            liaison_part_row_bind       (LiaisonPartRow *self, LiaisonFormContext *context, LiaisonRecord *record);
LiaisonRecord  *liaison_part_row_get_record (LiaisonPartRow *self);

/* Names the row and its fields for a screen reader: "Post 2". */
void            liaison_part_row_set_name   (LiaisonPartRow *self, const char *name);

G_END_DECLS
