/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-edit.h"
#include "liaison-field-edit.h"

G_BEGIN_DECLS

/**
 * LiaisonChanges:
 *
 * What one action of a person changes: records to put and to remove, in this order, with the name of the action.  A form fills it, the
 * store's writer applies it in one transaction.
 */
typedef struct _LiaisonChanges LiaisonChanges;

/**
 * liaison_changes_new:
 * @name: what is done, for people: "Add call with Kuleba"
 */
LiaisonChanges *liaison_changes_new      (const char *name);
LiaisonChanges *liaison_changes_ref      (LiaisonChanges *changes);
void            liaison_changes_unref    (LiaisonChanges *changes);
const char     *liaison_changes_get_name (LiaisonChanges *changes);
gboolean        liaison_changes_is_empty (LiaisonChanges *changes);

/* The record is copied as it is now. */
void            liaison_changes_put      (LiaisonChanges *changes, const LiaisonRecord *record);
void            liaison_changes_remove   (LiaisonChanges *changes, LiaisonKind kind, const char *uuid);

/**
 * liaison_changes_remove_key:
 * @key: the record's key in the store, as lists have them
 *
 * Removes a record of which nothing but its key is known, as one of many that are selected. One that is gone by then is passed over.
 */
void            liaison_changes_remove_key (LiaisonChanges *changes, LiaisonKind kind, gint32 key);

/**
 * liaison_changes_edit:
 * @uuid: a stored record of @kind
 *
 * Changes one field of a record as it is when the changes are applied.
 */
void            liaison_changes_edit     (LiaisonChanges *changes, LiaisonKind kind, const char *uuid, LiaisonFieldEdit *edit);

/* The same for a record of which nothing but its key is known; one that is gone by then is passed over. */
void            liaison_changes_edit_key (LiaisonChanges *changes, LiaisonKind kind, gint32 key, LiaisonFieldEdit *edit);

/**
 * liaison_changes_merge:
 * @merged: what the record that stays shall be; copied
 * @gone: the UUID of the one that goes
 *
 * Merges two contacts or organisations; see liaison_merge_apply().
 */
void            liaison_changes_merge    (LiaisonChanges *changes, const LiaisonRecord *merged, const char *gone);

/**
 * liaison_changes_apply:
 *
 * Applies everything in one transaction.
 *
 * Returns: %FALSE with the first record's error, and nothing is changed
 */
gboolean        liaison_changes_apply    (LiaisonChanges *changes, LiaisonDb *db, GError **error);

/**
 * liaison_changes_apply_watched:
 * @cancellable: (nullable): ends it before it is committed, with %G_IO_ERROR_CANCELLED and nothing changed
 * @progress: (nullable): told how many of the changes are applied
 *
 * For changes of many records.
 */
gboolean        liaison_changes_apply_watched (LiaisonChanges   *changes,
                                               LiaisonDb        *db,
                                               GCancellable     *cancellable,
                                               LiaisonProgress   progress,
                                               gpointer          user_data,
                                               GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonChanges, liaison_changes_unref)

G_END_DECLS
