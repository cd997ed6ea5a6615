/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-record.h"

G_BEGIN_DECLS

/**
 * LiaisonFieldEditMode:
 * @LIAISON_FIELD_EDIT_SET: the field gets the value, whatever it held; no value empties it
 * @LIAISON_FIELD_EDIT_ADD: a list gets what it does not have of the value; any other field gets it where it is empty
 * @LIAISON_FIELD_EDIT_REMOVE: a list loses what it has of the value; any other field is emptied where it holds it
 */
typedef enum {
  LIAISON_FIELD_EDIT_SET = 1,
  LIAISON_FIELD_EDIT_ADD,
  LIAISON_FIELD_EDIT_REMOVE,
} LiaisonFieldEditMode;

/**
 * LiaisonFieldEdit:
 *
 * The change of one field that can be made to any number of records of a kind.  Immutable, and free of any thread.
 */
typedef struct _LiaisonFieldEdit LiaisonFieldEdit;

/**
 * liaison_field_edit_new:
 * @value: a record of the kind that holds the value; copied
 * @field: the index of the field, or %LIAISON_FIELD_SENSITIVITY, which can only be set
 */
LiaisonFieldEdit    *liaison_field_edit_new         (LiaisonFieldEditMode mode, const LiaisonRecord *value, guint field);
LiaisonFieldEdit    *liaison_field_edit_ref         (LiaisonFieldEdit *edit);
void                 liaison_field_edit_unref       (LiaisonFieldEdit *edit);
guint                liaison_field_edit_get_field   (LiaisonFieldEdit *edit);

/**
 * liaison_field_edit_apply:
 * @record: a record of the kind, which is changed in place
 *
 * Returns: whether it is another one now
 */
gboolean             liaison_field_edit_apply       (LiaisonFieldEdit *edit, LiaisonRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonFieldEdit, liaison_field_edit_unref)

G_END_DECLS
