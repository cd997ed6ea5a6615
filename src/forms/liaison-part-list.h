/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-form-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_PART_LIST (liaison_part_list_get_type ())

/**
 * LiaisonPartList:
 *
 * The parts of one kind that a record has (posts, readouts, follow-ups), each with its fields, and a button for one more.
 *
 * Properties:
 *   kind       the name of the kind, "post"
 *   add-label  what the button says, with an underscore before its mnemonic
 * Signal "changed".
 */
G_DECLARE_FINAL_TYPE (LiaisonPartList, liaison_part_list, LIAISON, PART_LIST, GtkWidget)

void liaison_part_list_bind (LiaisonPartList *self, LiaisonFormContext *context);

G_END_DECLS
