/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-record.h"

G_BEGIN_DECLS

/**
 * LiaisonBatchKind:
 * @LIAISON_BATCH_EDIT: an action of a person
 * @LIAISON_BATCH_IMPORT: a file that was read in; its insertions are not logged, since the rows carry the batch
 * @LIAISON_BATCH_UNDO: what took a batch back
 * @LIAISON_BATCH_REDO: what took that back
 * @LIAISON_BATCH_SEED: as an import, but what a new store begins with: nobody did it, so nobody can undo it
 *
 * What made a batch of changes.  Stored: never renumber.
 */
typedef enum {
  LIAISON_BATCH_EDIT = 1,
  LIAISON_BATCH_IMPORT,
  LIAISON_BATCH_UNDO,
  LIAISON_BATCH_REDO,
  LIAISON_BATCH_SEED,
} LiaisonBatchKind;

typedef enum { LIAISON_OPERATION_INSERT = 1, LIAISON_OPERATION_UPDATE, LIAISON_OPERATION_DELETE } LiaisonOperation;

typedef enum { LIAISON_OUTCOME_ADDED, LIAISON_OUTCOME_CHANGED, LIAISON_OUTCOME_SAME } LiaisonOutcome;

/**
 * LiaisonEdit:
 *
 * One action of a person, or one import: a transaction with its rows in the change log.  This is the only way in which records are
 * written.  Freed without liaison_edit_commit() it leaves the store as it was.
 */
typedef struct _LiaisonEdit LiaisonEdit;

/**
 * liaison_edit_begin:
 * @name: what is done, for people, as in "Undo: %s": "Add call with Kuleba"
 *
 * Returns: (transfer full): an open transaction (BEGIN IMMEDIATE), or %NULL
 */
LiaisonEdit *liaison_edit_begin  (LiaisonDb *db, LiaisonBatchKind kind, const char *name, GError **error);

/**
 * liaison_edit_put:
 * @record: what shall be stored under its UUID
 * @outcome: (out) (optional): whether it was added, changed or the same already
 *
 * Inserts or updates a record.  It is validated first (liaison-validate.h).  Created is set where it is 0, modified where something
 * changed; an import that brings its own modified time keeps it.  A record that is the same already is not touched.  In an import the
 * second record of one UUID is %LIAISON_ERROR_INVALID, and a record that was put must not be changed any more.
 *
 * Returns: %FALSE with %LIAISON_ERROR_INVALID (a value, told with its field), %LIAISON_ERROR_NOT_FOUND (a link to a record that is
 *   not there) or a failure of the store; after the first two the edit can go on
 */
gboolean     liaison_edit_put    (LiaisonEdit *edit, LiaisonRecord *record, LiaisonOutcome *outcome, GError **error);

/**
 * liaison_edit_remove:
 *
 * Deletes a record and what it owns; links to it that may be empty are emptied.
 *
 * Returns: %FALSE with %LIAISON_ERROR_CONFLICT where other records name it (the message tells which and how many), or
 *   %LIAISON_ERROR_NOT_FOUND
 */
gboolean     liaison_edit_remove (LiaisonEdit *edit, LiaisonKind kind, const char *uuid, GError **error);

/**
 * liaison_edit_flush:
 *
 * Writes what is gathered: an import puts several records by one statement. liaison_edit_commit() does it, too.
 */
gboolean     liaison_edit_flush  (LiaisonEdit *edit, GError **error);

/**
 * liaison_edit_watch:
 * @cancellable: (nullable): looked at while what follows from the changes is derived
 * @progress: (nullable): told of engagements then
 *
 * For an edit that may reach many engagements, before it is committed.
 */
void         liaison_edit_watch  (LiaisonEdit *edit, GCancellable *cancellable, LiaisonProgress progress, gpointer user_data);

/**
 * liaison_edit_commit:
 *
 * Derives what follows from the changes (liaison-derive.c) and commits.  An edit that changed nothing leaves no batch.
 */
gboolean     liaison_edit_commit (LiaisonEdit *edit, GError **error);

gint64       liaison_edit_get_batch (LiaisonEdit *edit);
LiaisonDb   *liaison_edit_get_db    (LiaisonEdit *edit);
void         liaison_edit_free      (LiaisonEdit *edit);

/**
 * liaison_record_load:
 *
 * Returns: (transfer full): the record as it is stored; %NULL with %LIAISON_ERROR_NOT_FOUND where it is not there
 */
LiaisonRecord *liaison_record_load (LiaisonDb *db, LiaisonKind kind, const char *uuid, GError **error);

/**
 * liaison_record_find_uuid:
 * @id: a key, as queries return them
 *
 * Returns: (transfer full): the UUID of the record; %NULL with %LIAISON_ERROR_NOT_FOUND where it is not there
 */
char          *liaison_record_find_uuid (LiaisonDb *db, LiaisonKind kind, gint64 id, GError **error);

/**
 * liaison_record_load_any:
 * @uuid: of a record of any kind
 *
 * Returns: (transfer full): the record as it is stored, or the one that it was merged into; %NULL with %LIAISON_ERROR_NOT_FOUND where
 *   there is none of that UUID
 */
LiaisonRecord *liaison_record_load_any (LiaisonDb *db, const char *uuid, GError **error);

/**
 * liaison_record_load_owned:
 * @kind: a kind with a link to @owner_kind, as participations to engagements
 * @field: the index of that link (or links)
 * @owner: the UUID of the record linked to
 *
 * Returns: (transfer full) (element-type LiaisonRecord): the records of @kind whose @field names @owner, in order of their
 *   position field where they have one, else as they were added
 */
GPtrArray     *liaison_record_load_owned (LiaisonDb *db, LiaisonKind kind, guint field, const char *owner, GError **error);

/**
 * LiaisonRecordFunc:
 *
 * Returns: %FALSE with an error to end the walk
 */
typedef gboolean (*LiaisonRecordFunc) (LiaisonRecord *record, gpointer user_data, GError **error);

/**
 * liaison_record_foreach:
 *
 * Calls @func for every record of @kind, ordered by UUID, one at a time.
 */
gboolean       liaison_record_foreach (LiaisonDb *db, LiaisonKind kind, LiaisonRecordFunc func, gpointer user_data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonEdit, liaison_edit_free)

G_END_DECLS
