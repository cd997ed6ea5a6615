/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-edit.h"

G_BEGIN_DECLS

/**
 * LiaisonHistoryItem:
 * @batch: the UUID of the batch of changes
 * @name: what was done, for people: "Add call with Kuleba"
 * @time: seconds since 1970, UTC
 * @batch_kind: what made the batch
 * @operation: what it did to the record; a change of what the record owns (a participation, a post…) is an update of it
 * @undone: whether the batch has been taken back
 */
typedef struct
{
  char            *batch;
  char            *name;
  gint64           time;
  LiaisonBatchKind batch_kind;
  LiaisonOperation operation;
  gboolean         undone;
} LiaisonHistoryItem;

/**
 * liaison_record_history_load:
 * @uuid: a record of @kind
 *
 * Reads what has been done to a record and to what it owns or has owned, a batch an item, the newest first.  An import logs no insertions; the
 * batch that the row carries stands for it.
 *
 * Returns: (transfer full) (element-type LiaisonHistoryItem): the items, none where the record is unknown; %NULL with an error
 */
GPtrArray *liaison_record_history_load (LiaisonDb *db, LiaisonKind kind, const char *uuid, GError **error);
void       liaison_history_item_free   (LiaisonHistoryItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonHistoryItem, liaison_history_item_free)

G_END_DECLS
