/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-field-edit.h"

G_BEGIN_DECLS

/**
 * LiaisonPreviewValue:
 * @text: a value that records have before the change, as a person reads it; "" for none
 * @n: how many of those that would change have it
 */
typedef struct
{
  char  *text;
  guint  n;
} LiaisonPreviewValue;

/**
 * LiaisonBulkPreview:
 * @n_records: how many records there are of the keys
 * @n_changed: how many of them the change would make others
 * @n_refused: how many of those could not be stored then
 * @refusal: (nullable): why, for the first of them
 * @values: (element-type LiaisonPreviewValue): what those that would change hold now, the most frequent first
 *
 * What a change of one field would do to many records.
 */
typedef struct
{
  guint      n_records;
  guint      n_changed;
  guint      n_refused;
  char      *refusal;
  GPtrArray *values;
} LiaisonBulkPreview;

/**
 * liaison_bulk_preview_load:
 * @keys: (element-type gint32): records of @kind; those that are gone are passed over
 * @cancellable: (nullable): looked at between two records
 *
 * Returns: (transfer full): what @edit would change; nothing is written; %NULL with an error
 */
LiaisonBulkPreview *liaison_bulk_preview_load (LiaisonDb         *db,
                                               LiaisonKind        kind,
                                               GArray            *keys,
                                               LiaisonFieldEdit  *edit,
                                               GCancellable      *cancellable,
                                               GError           **error);
void                liaison_bulk_preview_free (LiaisonBulkPreview *preview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonBulkPreview, liaison_bulk_preview_free)

G_END_DECLS
