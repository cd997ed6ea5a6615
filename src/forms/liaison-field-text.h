/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-draft.h"

G_BEGIN_DECLS

/**
 * liaison_field_dup_text:
 * @draft: where the names of linked records are known
 * @record: a record
 * @field: the index of one of its fields, or %LIAISON_FIELD_SENSITIVITY
 *
 * Returns: (transfer full): liaison_record_write_value() with the names that the draft knows
 */
char *liaison_field_dup_text (LiaisonDraft *draft, const LiaisonRecord *record, guint field);

G_END_DECLS
