/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-error.h"
#include "liaison-record.h"

G_BEGIN_DECLS

/**
 * liaison_validate_field:
 * @record: a record as it is being filled in
 * @field: the index of a field
 *
 * Judges one field of a record, with what other fields say where the rule needs it (an end before the start is told at the end).
 * Forms show the sentence beside the field; import and liaison_edit_put() refuse with it.
 *
 * Returns: whether the field may be stored so; %LIAISON_ERROR_INVALID with one sentence for people otherwise, which does not repeat the
 *   field's name
 */
gboolean liaison_validate_field  (const LiaisonRecord *record, guint field, GError **error);

/**
 * liaison_validate_record:
 * @field: (out) (optional): the first field that is wrong; the number of fields where that is none of them but the UUID or the sensitivity
 *
 * Returns: whether all fields may be stored; the error's message begins with the name of the field
 */
gboolean liaison_validate_record (const LiaisonRecord *record, guint *field, GError **error);

G_END_DECLS
