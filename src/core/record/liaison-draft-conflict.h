/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-draft.h"
#include "liaison-field-edit.h"

G_BEGIN_DECLS

/**
 * LiaisonDraftConflict:
 * @mine: the record as the draft has it
 * @theirs: the same record as it is on record now
 * @field: the index of the field that has been changed in both, or %LIAISON_FIELD_SENSITIVITY
 * @takes_theirs: whether the value on record stays; to be set by whoever asks the person
 */
typedef struct
{
  LiaisonRecord *mine;
  LiaisonRecord *theirs;
  guint          field;
  gboolean       takes_theirs;
} LiaisonDraftConflict;

/**
 * liaison_draft_list_conflicts:
 * @now: the same record as it is in the store now
 *
 * Returns: (transfer full) (element-type LiaisonDraftConflict): the fields that have been changed in the draft, and otherwise in the store, since
 *   the draft was loaded; they live as long as both drafts
 */
GPtrArray *liaison_draft_list_conflicts (LiaisonDraft *self, LiaisonDraft *now);

/**
 * liaison_draft_take_over:
 * @now: the same record as it is in the store now
 * @conflicts: (element-type LiaisonDraftConflict): from liaison_draft_list_conflicts(), decided
 *
 * Makes the draft one of the record as it is now: what was changed in the draft stays, and what was changed in the store alone comes in.  A part
 * that has gone from the store comes back only where the draft has changed it.
 */
void       liaison_draft_take_over      (LiaisonDraft *self, LiaisonDraft *now, GPtrArray *conflicts);

G_END_DECLS
