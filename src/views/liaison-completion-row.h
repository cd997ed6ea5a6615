/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-completion.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_COMPLETION_ROW (liaison_completion_row_get_type ())

/**
 * LiaisonCompletionRow:
 *
 * A completion in the list under a LiaisonSearchEntry: what it adds, and how many records that would find.
 */
G_DECLARE_FINAL_TYPE (LiaisonCompletionRow, liaison_completion_row, LIAISON, COMPLETION_ROW, GtkListBoxRow)

GtkWidget         *liaison_completion_row_new            (void);

/* @completion: (nullable): what the row shows from now on */
void               liaison_completion_row_set_completion (LiaisonCompletionRow *self, LiaisonCompletion *completion);
LiaisonCompletion *liaison_completion_row_get_completion (LiaisonCompletionRow *self);

/**
 * liaison_completion_row_dup_text:
 *
 * Returns: (transfer full): what the row says, in one line
 */
char              *liaison_completion_row_dup_text       (LiaisonCompletion *completion);

G_END_DECLS
