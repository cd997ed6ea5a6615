/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-draft.h"

G_BEGIN_DECLS

/**
 * liaison_field_dup_text:
 * @draft: where the names of linked records are known
 * @record: a record
 * @field: the index of one of its fields
 *
 * Returns: (transfer full): the value as a person reads it: labels for tokens, names for countries and links, items of a list after each
 *   other; "" where there is none
 */
char *liaison_field_dup_text (LiaisonDraft *draft, const LiaisonRecord *record, guint field);

G_END_DECLS
