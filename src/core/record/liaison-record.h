/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LiaisonRecord:
 *
 * One record of any kind, in memory: its UUID, times, sensitivity, and the values of its kind's fields.  A link is the UUID of the
 * record that it names.  Nothing is validated here (see liaison-validate.h) and nothing is stored (see liaison-edit.h).
 *
 * Reference counted; once it is shared with another thread it is not changed any more: liaison_record_copy() first.
 */
typedef struct _LiaisonRecord LiaisonRecord;

#define LIAISON_TYPE_RECORD (liaison_record_get_type ())

GType          liaison_record_get_type (void);

/**
 * liaison_record_new:
 * @kind: a kind
 * @uuid: (nullable): its UUID in the canonical form, or %NULL for a new one
 *
 * Returns: (transfer full): an empty record; created and modified are 0, which the writer fills in; sensitivity is public
 */
LiaisonRecord *liaison_record_new      (LiaisonKind kind, const char *uuid);
LiaisonRecord *liaison_record_ref      (LiaisonRecord *record);
void           liaison_record_unref    (LiaisonRecord *record);

/**
 * liaison_record_copy:
 *
 * Returns: (transfer full): a record of the same content that can be changed
 */
LiaisonRecord *liaison_record_copy     (const LiaisonRecord *record);

/**
 * liaison_record_equal:
 *
 * Returns: whether both are of one kind, UUID, sensitivity and created time, and all fields are the same; the modified time
 *   is not looked at, since it follows from the rest
 */
gboolean       liaison_record_equal    (const LiaisonRecord *a, const LiaisonRecord *b);

LiaisonKind    liaison_record_get_kind (const LiaisonRecord *record);
const char    *liaison_record_get_uuid (const LiaisonRecord *record);

/* Seconds since 1970, UTC. */
gint64         liaison_record_get_created     (const LiaisonRecord *record);
void           liaison_record_set_created     (LiaisonRecord *record, gint64 seconds);
gint64         liaison_record_get_modified    (const LiaisonRecord *record);
void           liaison_record_set_modified    (LiaisonRecord *record, gint64 seconds);

LiaisonSensitivity liaison_record_get_sensitivity (const LiaisonRecord *record);
void               liaison_record_set_sensitivity (LiaisonRecord *record, LiaisonSensitivity sensitivity);

/**
 * liaison_record_get_text:
 * @field: the index of a field whose value is a text or a link, as %LIAISON_CONTACT_NAME
 *
 * Returns: (transfer none): the value, "" where there is none
 */
const char    *liaison_record_get_text  (const LiaisonRecord *record, guint field);

/**
 * liaison_record_set_text:
 * @value: (nullable): valid UTF-8; %NULL and "" are the same
 */
void           liaison_record_set_text  (LiaisonRecord *record, guint field, const char *value);

/**
 * liaison_record_take_text:
 * @value: (nullable) (transfer full): as for liaison_record_set_text()
 */
void           liaison_record_take_text (LiaisonRecord *record, guint field, char *value);

/**
 * liaison_record_get_integer:
 * @field: the index of a token, an integer or a boolean
 *
 * Returns: the value, 0 where there is none
 */
gint64         liaison_record_get_integer (const LiaisonRecord *record, guint field);
void           liaison_record_set_integer (LiaisonRecord *record, guint field, gint64 value);

/**
 * liaison_record_get_list:
 * @field: the index of a list or of links
 *
 * Returns: (transfer none): the values in order, never %NULL, ended by %NULL
 */
const char * const *liaison_record_get_list (const LiaisonRecord *record, guint field);

/**
 * liaison_record_set_list:
 * @values: (nullable): ended by %NULL; copied
 */
void                liaison_record_set_list (LiaisonRecord *record, guint field, const char * const *values);

/**
 * liaison_record_field_equal:
 * @field: the index of a field, or %LIAISON_FIELD_SENSITIVITY
 *
 * Returns: whether two records of one kind have the same value there
 */
gboolean       liaison_record_field_equal (const LiaisonRecord *a, const LiaisonRecord *b, guint field);

/**
 * liaison_record_copy_field:
 * @from: (nullable): a record of the same kind; %NULL empties the field
 * @field: the index of a field, or %LIAISON_FIELD_SENSITIVITY, which cannot be emptied
 */
void           liaison_record_copy_field  (LiaisonRecord *record, const LiaisonRecord *from, guint field);

/**
 * liaison_record_field_is_empty:
 *
 * Returns: whether the field has no value
 */
gboolean       liaison_record_field_is_empty (const LiaisonRecord *record, guint field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonRecord, liaison_record_unref)

G_END_DECLS
