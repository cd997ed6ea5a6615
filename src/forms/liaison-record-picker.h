/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-form-context.h"
#include "liaison-suggestion.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_RECORD_PICKER (liaison_record_picker_get_type ())

/**
 * LiaisonRecordPicker:
 *
 * An entry under which records are suggested while a part of a name is typed (see liaison-suggest.h).  Up and Down choose among them, Enter
 * picks, Escape closes the list.  The store is asked on its own thread; Enter before the answer picks when it comes.
 *
 * Signals:
 *   "picked" (LiaisonSuggestion): the person has picked it; the entry still holds what was typed
 *   "add" (name): the person wants a new record of this name
 *   "edited": the person has changed the text
 *   "left": the focus has left the entry
 */
G_DECLARE_FINAL_TYPE (LiaisonRecordPicker, liaison_record_picker, LIAISON, RECORD_PICKER, GtkWidget)

/* What is suggested. */
typedef enum {
  LIAISON_PICK_CONTACTS,
  LIAISON_PICK_PARTICIPANTS,
  LIAISON_PICK_ORGANISATIONS,
  LIAISON_PICK_GROUPINGS,
  LIAISON_PICK_TOPICS,
  LIAISON_PICK_VISITS,
  LIAISON_PICK_READOUTS,
  LIAISON_PICK_COUNTRIES,
} LiaisonPickSource;

/**
 * liaison_pick_source_of_field:
 * @field: a field of @kind that links records, or holds codes of countries
 *
 * Returns: what is suggested for it
 */
LiaisonPickSource liaison_pick_source_of_field (LiaisonKind kind, guint field);

GtkWidget  *liaison_record_picker_new           (LiaisonPickSource source);

/**
 * liaison_record_picker_set_source:
 * @side: of contacts, those of this side come first; 0 where it does not matter
 */
void        liaison_record_picker_set_source    (LiaisonRecordPicker *self, LiaisonPickSource source, LiaisonSide side);

/**
 * liaison_record_picker_set_add_label:
 * @label: (nullable): what the last suggestion says, with %s for what was typed: "Add “%s”"; %NULL where nothing can be added
 */
void        liaison_record_picker_set_add_label (LiaisonRecordPicker *self, const char *label);
void        liaison_record_picker_set_context   (LiaisonRecordPicker *self, LiaisonFormContext *context);
void        liaison_record_picker_set_placeholder (LiaisonRecordPicker *self, const char *text);

/* The entry: what takes the focus and has the name. */
GtkWidget  *liaison_record_picker_get_entry     (LiaisonRecordPicker *self);

const char *liaison_record_picker_get_text      (LiaisonRecordPicker *self);

/* Shows a text without suggesting anything for it. */
void        liaison_record_picker_set_text      (LiaisonRecordPicker *self, const char *text);

G_END_DECLS
