/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-bulk-preview.h"

G_BEGIN_DECLS

/* What LiaisonBulkWindow offers and says. */

/**
 * liaison_bulk_get_fields:
 * @n: (out): how many there are
 *
 * Returns: (transfer none): the fields that are worth being the same in many records of @kind, the most usual first
 */
const int  *liaison_bulk_get_fields (LiaisonKind kind, guint *n);

/* (transfer full): "Edit 3 contacts" */
char       *liaison_bulk_dup_title  (LiaisonKind kind, guint n);

/* (transfer full): the name of the action: "Change Tags of 3 contacts" */
char       *liaison_bulk_dup_action (LiaisonKind kind, const char *label, guint n);

/* (transfer full): what was done: "Changed Tags of 3 contacts" */
char       *liaison_bulk_dup_done   (LiaisonKind kind, const char *label, guint n);

/* (transfer full): what those that would change hold now, a line each: "12 × “Planned”" */
char       *liaison_bulk_dup_values (const LiaisonBulkPreview *preview);

G_END_DECLS
