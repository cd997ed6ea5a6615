/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-form-context.h"
#include "liaison-suggestion.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_PARTICIPANT_ROW (liaison_participant_row_get_type ())

/**
 * LiaisonParticipantRow:
 *
 * Somebody who takes part in the engagement of a form: name and title of the day, and, unfolded, everything that can be said of the
 * participation.
 *
 * Signals:
 *   "changed": after the participation was edited
 *   "side-changed": after it went to another side
 *   "remove": the person wants it gone
 *   "move" (step): the person wants it up (-1) or down (1)
 */
G_DECLARE_FINAL_TYPE (LiaisonParticipantRow, liaison_participant_row, LIAISON, PARTICIPANT_ROW, GtkListBoxRow)

GtkWidget         *liaison_participant_row_new          (LiaisonFormContext *context, LiaisonRecord *participation);
LiaisonRecord     *liaison_participant_row_get_record   (LiaisonParticipantRow *self);

/**
 * liaison_participant_row_set_standing:
 * @standing: (nullable): the contact with its title of the day
 */
void               liaison_participant_row_set_standing (LiaisonParticipantRow *self, LiaisonSuggestion *standing);

/* Unfolds the row, or folds it. */
void               liaison_participant_row_toggle       (LiaisonParticipantRow *self);
gboolean           liaison_participant_row_get_open     (LiaisonParticipantRow *self);

/**
 * liaison_participant_row_dup_name:
 *
 * Returns: (transfer full): who or what takes part, as a person reads it
 */
char              *liaison_participant_row_dup_name     (LiaisonFormContext *context, LiaisonRecord *participation);

G_END_DECLS
