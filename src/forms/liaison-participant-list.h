/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-form-context.h"
#include "liaison-suggestion.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_PARTICIPANT_LIST (liaison_participant_list_get_type ())

/**
 * LiaisonParticipantList:
 *
 * Who takes part in the engagement of a form on one side, and an entry to seat somebody more by a part of the name.  Alt+Up and Alt+Down
 * move the row with the focus, Delete removes it, Enter unfolds it.
 *
 * Properties:
 *   side   the token of the side, "ours"
 *   label  its heading, with an underscore before its mnemonic
 *   entry-label  the name of the entry
 *
 * Signals: "changed"; "side-changed": a participation went to another list, which is to be shown again; "named": the names and titles of
 * the day have come from the store.
 */
G_DECLARE_FINAL_TYPE (LiaisonParticipantList, liaison_participant_list, LIAISON, PARTICIPANT_LIST, GtkWidget)

void      liaison_participant_list_bind         (LiaisonParticipantList *self, LiaisonFormContext *context);

/* Shows what the draft holds now. */
void      liaison_participant_list_refresh      (LiaisonParticipantList *self);

/**
 * liaison_participant_list_go_on:
 * @participation: a participation of the draft
 * @open: whether its details shall be shown
 *
 * Focuses its row, where this list has one.
 */
void      liaison_participant_list_go_on        (LiaisonParticipantList *self, LiaisonRecord *participation, gboolean open);

/**
 * liaison_participant_list_seat:
 * @suggestion: a contact, or a country or organisation with nobody named
 *
 * Seats a participant; one that has a seat here already keeps it.
 *
 * Returns: whether it had none
 */
gboolean  liaison_participant_list_seat         (LiaisonParticipantList *self, LiaisonSuggestion *suggestion);

/* Takes the seat of a participant away, where it has one; the focus stays where it is. */
void      liaison_participant_list_unseat       (LiaisonParticipantList *self, LiaisonSuggestion *suggestion);

/* Seats a contact by its UUID, once its name and title are known. */
void      liaison_participant_list_seat_contact (LiaisonParticipantList *self, const char *uuid);

/* Whether a country or an organisation is represented here, by somebody named or not. */
gboolean  liaison_participant_list_has_seat     (LiaisonParticipantList *self, LiaisonSuggestion *seat);

gboolean  liaison_participant_list_is_empty     (LiaisonParticipantList *self);

/**
 * liaison_participant_list_check:
 * @show: whether it is told beside the entry
 *
 * Returns: whether no text is left in the entry that has not become a participant
 */
gboolean  liaison_participant_list_check        (LiaisonParticipantList *self, gboolean show);

/**
 * liaison_participant_list_dup_label:
 *
 * Returns: (transfer full): the heading without its mnemonic
 */
char     *liaison_participant_list_dup_label    (LiaisonParticipantList *self);

/**
 * liaison_participant_list_dup_names:
 *
 * Returns: (transfer full): whom a title names: family names, countries, organisations
 */
GStrv     liaison_participant_list_dup_names    (LiaisonParticipantList *self);

/* Keeps in the draft what was typed and not picked yet; liaison_participant_list_bind() shows it again. */
void  liaison_participant_list_note_text (LiaisonParticipantList *self);

G_END_DECLS
