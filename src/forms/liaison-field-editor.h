/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-control.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_EDITOR (liaison_field_editor_get_type ())

/**
 * LiaisonFieldEditor:
 *
 * One field of a record in a form: its label, the control that its type asks for, a hint of what was understood, and what is wrong with
 * it.  An error is shown once the field was left or saving was tried, and from then on as it is typed; a screen reader has it as the
 * control's description.
 *
 * Properties:
 *   field  kind and field, "contact.family"; "sensitivity" is one for every kind
 *   label  (nullable): another label than the field's own, with an underscore before its mnemonic
 *   wide   whether it takes a whole row of a LiaisonFormGrid
 *
 * Signal "changed": after the record was changed by the person.
 */
G_DECLARE_FINAL_TYPE (LiaisonFieldEditor, liaison_field_editor, LIAISON, FIELD_EDITOR, GtkWidget)

LiaisonKind     liaison_field_editor_get_kind      (LiaisonFieldEditor *self);
guint           liaison_field_editor_get_field     (LiaisonFieldEditor *self);
LiaisonControl *liaison_field_editor_get_control   (LiaisonFieldEditor *self);
gboolean        liaison_field_editor_get_wide      (LiaisonFieldEditor *self);

/**
 * liaison_field_editor_bind:
 * @record: (transfer none): a record of the editor's kind, which is changed in place from now on
 */
void            liaison_field_editor_bind          (LiaisonFieldEditor *self, LiaisonFormContext *context, LiaisonRecord *record);

/* Shows the record's value again, after something else has changed it. */
void            liaison_field_editor_reload        (LiaisonFieldEditor *self);

/**
 * liaison_field_editor_set_prefix:
 * @prefix: what the field belongs to, where a form has several of the kind: "Post 2"
 *
 * Makes the field's name unique for a screen reader.
 */
void            liaison_field_editor_set_prefix    (LiaisonFieldEditor *self, const char *prefix);

/**
 * liaison_field_editor_check:
 * @show: whether the error is shown although the field was not left yet
 *
 * Judges the field again: what is right may depend on another one.
 *
 * Returns: (nullable): the error, owned by the editor
 */
const GError   *liaison_field_editor_check         (LiaisonFieldEditor *self, gboolean show);

/* Whether what is wrong is told beside the field: the person has been there, or wanted to save. */
gboolean        liaison_field_editor_is_told       (LiaisonFieldEditor *self);

/* Whether what the control holds could not be stored into the record. */
gboolean        liaison_field_editor_is_misread    (LiaisonFieldEditor *self);

/* The label, without its mnemonic. */
const char     *liaison_field_editor_get_name      (LiaisonFieldEditor *self);

/**
 * LiaisonFieldEditorFunc:
 */
typedef void (*LiaisonFieldEditorFunc) (LiaisonFieldEditor *editor, gpointer user_data);

/**
 * liaison_field_editor_foreach:
 * @root: a widget
 *
 * Calls @func for each bound or unbound editor inside @root that is visible, in the order of the focus.
 */
void            liaison_field_editor_foreach       (GtkWidget *root, LiaisonFieldEditorFunc func, gpointer user_data);

/**
 * liaison_field_editor_note_text:
 *
 * Keeps in the draft what was typed and cannot be read yet; nothing where the record has it.
 */
void            liaison_field_editor_note_text    (LiaisonFieldEditor *self);

/* Shows the texts again that liaison_field_editor_note_text() has kept, of all editors in a widget that is visible. */
void            liaison_field_editor_restore_texts (GtkWidget *root);

/* Whether the draft has a text for any editor of the record. */
gboolean        liaison_field_editor_has_text_of  (LiaisonDraft *draft, const LiaisonRecord *record);

G_END_DECLS
