/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-participant-list.h"
#include "liaison-participant-row.h"
#include "liaison-record-picker.h"

G_BEGIN_DECLS

/*
 * The list in two files: liaison-participant-list.c is the widget, its rows and its entry, -seats.c who has a seat in it, and by what title of
 * the form's day.
 */
struct _LiaisonParticipantList
{
  GtkWidget            parent_instance;

  GtkWidget           *box;
  GtkLabel            *heading;
  GtkWidget           *rows_frame;
  GtkListBox          *rows;
  LiaisonRecordPicker *picker;
  GtkWidget           *message;

  LiaisonFormContext  *context;
  LiaisonSide          side;
  char                *entry_label;
  GHashTable          *standings; /* UUID of a contact → LiaisonSuggestion of the form's day */
  GCancellable        *asking;
  gboolean             adding; /* whether a contact is being added on top of the form */
};

/* liaison-participant-list.c */
/* @place: how many rows it stands behind; -1 for the last place */
void               liaison_participant_list_insert_row    (LiaisonParticipantList *self, LiaisonRecord *participation, int place);

/* Takes its participation out of the draft, too; the focus stays where it is. */
void               liaison_participant_list_take_row      (LiaisonParticipantList *self, LiaisonParticipantRow *row);

/* liaison-participant-list-seats.c */

/* (nullable): the contact of a participation with the title of the day, as far as the store has told it. */
LiaisonSuggestion *liaison_participant_list_get_standing  (LiaisonParticipantList *self, LiaisonRecord *participation);

/* As a person does it: a contact whose country sits here with nobody named is named there. */
void               liaison_participant_list_seat_or_name  (LiaisonParticipantList *self, LiaisonSuggestion *suggestion);

/* Asks the store for all of them; the rows show them when they come. */
void               liaison_participant_list_ask_standings (LiaisonParticipantList *self);

G_END_DECLS
