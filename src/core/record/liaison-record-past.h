/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-edit.h"

G_BEGIN_DECLS

/*
 * What a record was: every value that the change log has of it and of what it owns, and the way back to it.  To go back is an action like any
 * other: it is logged, and can be undone.
 */

/**
 * LiaisonValueChange:
 * @batch: the UUID of the action that made the change
 * @name: of that action, for people
 * @time: of it, seconds since 1970, UTC
 * @order: of it among all actions: a later one has a greater number, also in the same second
 * @batch_kind: what made it
 * @undone: whether it has been taken back
 * @operation: %LIAISON_OPERATION_UPDATE of one field, or that a part came or went
 * @kind: of the record that was changed; @uuid is its UUID
 * @part: what is told of it where it is a part of the record that was asked for: "Participation: Dmytro Kuleba"; "" for that record itself
 * @field: the index of the field, or %LIAISON_FIELD_SENSITIVITY; of an update only
 * @before: the value as a person reads it; @after likewise
 * @old: (nullable): a record whose @field has the value before; %NULL where it cannot be restored, or is what stands there now
 */
typedef struct
{
  char             *batch;
  char             *name;
  gint64            time;
  gint64            order;
  LiaisonBatchKind  batch_kind;
  gboolean          undone;
  LiaisonOperation  operation;
  LiaisonKind       kind;
  char             *uuid;
  char             *part;
  guint             field;
  char             *before;
  char             *after;
  LiaisonRecord    *old;
} LiaisonValueChange;

/**
 * liaison_value_changes_load:
 * @uuid: a record of @kind
 *
 * Returns: (transfer full) (element-type LiaisonValueChange): what has changed in the record and in what it owns or has owned, the newest first;
 *   that it was made is the last; %NULL with an error
 */
GPtrArray *liaison_value_changes_load (LiaisonDb *db, LiaisonKind kind, const char *uuid, GError **error);

/**
 * liaison_record_return:
 * @uuid: a record of @kind
 * @batch: the UUID of an action of its history
 * @name: the name of the new action
 *
 * Makes a record, and what it owns, what they were after an action, in a transaction of its own.
 *
 * Returns: %FALSE with %LIAISON_ERROR_CONFLICT or %LIAISON_ERROR_NOT_FOUND where what they referred to then is gone
 */
gboolean   liaison_record_return      (LiaisonDb *db, LiaisonKind kind, const char *uuid, const char *batch, const char *name, GError **error);

/**
 * LiaisonDeletedRecord:
 * @phrase: what it was called
 * @name: of the action that deleted it
 * @time: of that, seconds since 1970, UTC
 */
typedef struct
{
  LiaisonKind  kind;
  char        *uuid;
  char        *phrase;
  char        *name;
  gint64       time;
} LiaisonDeletedRecord;

/**
 * liaison_deleted_records_load:
 * @most: how many at most
 *
 * Returns: (transfer full) (element-type LiaisonDeletedRecord): the engagements, contacts, organisations, stated totals, reports and saved searches
 *   that have been deleted and are not there again, nor merged into another one, what went last first; %NULL with an error
 */
GPtrArray *liaison_deleted_records_load (LiaisonDb *db, guint most, GError **error);

/**
 * liaison_deleted_record_restore:
 * @uuid: a record that has been deleted
 * @name: the name of the new action
 *
 * Brings a record back as it was, with what went with it, and names it again where others had named it and name nothing else by now.
 *
 * Returns: %FALSE with %LIAISON_ERROR_NOT_FOUND where the log does not have it, or where what it refers to is gone itself
 */
gboolean   liaison_deleted_record_restore (LiaisonDb *db, LiaisonKind kind, const char *uuid, const char *name, GError **error);

G_END_DECLS
