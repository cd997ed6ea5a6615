/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-record.h"
#include "liaison-sql-private.h"

G_BEGIN_DECLS

/* Records as rows: the statements are made from the tables of liaison-kind.c, once per kind. */

/**
 * LiaisonStoredRecord:
 * @record: what is stored
 * @id: its key
 * @batch: the batch that made the row
 */
typedef struct
{
  LiaisonRecord *record;
  gint64         id;
  gint64         batch;
} LiaisonStoredRecord;

void     liaison_stored_record_clear (LiaisonStoredRecord *stored);

/* The key of a record, 0 where it is not there; FALSE only where the store fails. */
gboolean liaison_record_find_id      (LiaisonDb *db, LiaisonKind kind, const char *uuid, gint64 *id, GError **error);

/**
 * liaison_record_find_kind:
 * @kind: (out): the kind of the record of that UUID, %LIAISON_N_KINDS where there is none
 *
 * For the UUIDs of files: each means one record, which changes but never becomes one of another kind.
 */
gboolean liaison_record_find_kind    (LiaisonDb *db, const char *uuid, LiaisonKind *kind, GError **error);

/* Sets the error of a UUID that is that of a record of another kind. */
void     liaison_record_set_error_other_kind (const char *uuid, LiaisonKind kind, GError **error);

/* Reads one record; stored->record is NULL where there is none of that UUID. */
gboolean liaison_record_read         (LiaisonDb *db, LiaisonKind kind, const char *uuid, LiaisonStoredRecord *stored, GError **error);

/**
 * liaison_record_insert:
 * @batch: the batch that makes the row
 * @incomplete: (out) (nullable): whether links had to be left empty because their targets are not there; where it is %NULL such a link is
 *   a %LIAISON_ERROR_NOT_FOUND error, told before anything is written
 */
gboolean liaison_record_insert       (LiaisonDb *db, const LiaisonRecord *record, gint64 batch, gint64 *id, gboolean *incomplete, GError **error);

/* Writes the fields in which @record differs from @stored, and its times and sensitivity. */
gboolean liaison_record_update       (LiaisonDb *db, const LiaisonRecord *record, const LiaisonStoredRecord *stored, GError **error);

/* Deletes the row and its link rows; whoever refers to it is the caller's care. */
gboolean liaison_record_delete       (LiaisonDb *db, LiaisonKind kind, gint64 id, GError **error);

/* A column's name, quoted where SQL needs it. */
char    *liaison_field_dup_column    (const LiaisonField *field);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonStoredRecord, liaison_stored_record_clear)

G_END_DECLS
