/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-edit.h"

G_BEGIN_DECLS

/*
 * Merging two contacts, or two organisations, that are one.  Everything that named the one that goes names the other afterwards.  Its UUID
 * is kept as a former one (LIAISON_KIND_FORMER), so that a file that still has it finds the record that stays.
 */

/**
 * liaison_merge_propose:
 * @kept: the record that stays
 * @gone: the one that goes, of the same kind
 *
 * Returns: (transfer full): a copy of @kept with what only @gone has: empty fields are filled, lists are joined, and a name that differs
 *   becomes another name
 */
LiaisonRecord *liaison_merge_propose (const LiaisonRecord *kept, const LiaisonRecord *gone);

/**
 * liaison_merge_keep_names:
 * @merged: from liaison_merge_propose(), perhaps with another name
 * @kept: as there
 * @gone: as there
 *
 * Makes those of both names that @merged is not called by other names of it.
 */
void           liaison_merge_keep_names (LiaisonRecord *merged, const LiaisonRecord *kept, const LiaisonRecord *gone);

/**
 * liaison_merge_apply:
 * @merged: what the record that stays shall be; it has the UUID of a stored one
 * @gone: the UUID of the one that goes
 *
 * Merges within an edit.  Where both took part in one engagement on one side, or held one post, or were members at the same time, the one
 * of @gone goes, too.
 *
 * Returns: %FALSE with %LIAISON_ERROR_NOT_FOUND where one of the two is not there, %LIAISON_ERROR_INVALID where they are the same or no
 *   contacts and no organisations, or another failure of liaison_edit_put() and liaison_edit_remove()
 */
gboolean       liaison_merge_apply   (LiaisonEdit *edit, LiaisonRecord *merged, const char *gone, GError **error);

G_END_DECLS
