/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-suggestion.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_SUGGESTION_ROW (liaison_suggestion_row_get_type ())

/**
 * LiaisonSuggestionRow:
 *
 * A suggestion in the list under a LiaisonRecordPicker: its name, what tells it from others, its country.
 */
G_DECLARE_FINAL_TYPE (LiaisonSuggestionRow, liaison_suggestion_row, LIAISON, SUGGESTION_ROW, GtkWidget)

/**
 * liaison_suggestion_row_new:
 * @add_label: (nullable): what a suggestion without a record says, with %s for its name
 */
GtkWidget         *liaison_suggestion_row_new            (LiaisonSuggestion *suggestion, const char *add_label);
LiaisonSuggestion *liaison_suggestion_row_get_suggestion (LiaisonSuggestionRow *self);

/**
 * liaison_suggestion_row_dup_text:
 *
 * Returns: (transfer full): what the row says, in one line
 */
char              *liaison_suggestion_row_dup_text       (LiaisonSuggestion *suggestion, const char *add_label);

G_END_DECLS
