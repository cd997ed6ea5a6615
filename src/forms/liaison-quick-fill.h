/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-draft.h"
#include "liaison-quick-entry.h"

G_BEGIN_DECLS

/**
 * LiaisonQuickFill:
 *
 * Brings what a line says into the fields of an engagement, as it is typed.  Only what the line says otherwise than before is changed, so
 * that a field that the person has put right stays so; what the line no longer says is taken back to what was there before it.
 */
typedef struct _LiaisonQuickFill LiaisonQuickFill;

LiaisonQuickFill *liaison_quick_fill_new   (void);
void              liaison_quick_fill_free  (LiaisonQuickFill *self);

/**
 * liaison_quick_fill_apply:
 * @draft: of an engagement
 *
 * Returns: a bit for each field of the engagement that it has changed, to be shown again
 */
guint             liaison_quick_fill_apply (LiaisonQuickFill *self, LiaisonDraft *draft, const LiaisonQuickEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonQuickFill, liaison_quick_fill_free)

G_END_DECLS
