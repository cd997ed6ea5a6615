/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-record.h"

G_BEGIN_DECLS

/* The UUIDs that contacts and organisations had before they were merged into others: see liaison-merge.h. */

/**
 * liaison_formers_load:
 *
 * Returns: (transfer full): former UUID → that of the record that stayed, for all that are on record no more; %NULL with an error
 */
GHashTable *liaison_formers_load    (LiaisonDb *db, GError **error);

/* Names in each link of @record, in place of a record that is gone, the one that stayed. */
void        liaison_formers_replace (GHashTable *formers, LiaisonRecord *record);

/**
 * liaison_former_find_id:
 * @kind: contact or organisation; others have no former UUIDs
 * @id: (out): the key of the record that stayed; 0 where the UUID is not a former one
 */
gboolean    liaison_former_find_id  (LiaisonDb *db, LiaisonKind kind, const char *uuid, gint64 *id, GError **error);

G_END_DECLS
