/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-record-sql-private.h"

G_BEGIN_DECLS

/* The statements of a kind, made from its table in liaison-kind.c; shared between liaison-record-read.c and liaison-record-write.c. */

/* Columns of a SELECT before those of the fields. */
enum { COLUMN_ID, COLUMN_UUID, COLUMN_CREATED, COLUMN_MODIFIED, COLUMN_SENSITIVITY, COLUMN_BATCH, COLUMN_FIRST_FIELD };

/* The same of an INSERT or UPDATE, as parameters. */
enum { PARAMETER_UUID = 1, PARAMETER_CREATED, PARAMETER_MODIFIED, PARAMETER_SENSITIVITY, PARAMETER_BATCH, PARAMETER_FIRST_FIELD };

/**
 * LiaisonRecordStatements:
 * @find: the key of a UUID
 * @find_uuid: the UUID of a key
 * @select: all columns, of all rows
 * @select_one: the same, of a UUID
 * @insert: a row
 * @update: all columns but the batch, of a UUID
 * @remove: the row of a key
 * @select_links: for each field that is links, else %NULL: the UUIDs of its targets
 * @insert_links: the same: a target
 * @remove_links: the same: all targets
 */
typedef struct
{
  char  *find;
  char  *find_uuid;
  char  *select;
  char  *select_one;
  char  *insert;
  char  *update;
  char  *remove;
  char **select_links;
  char **insert_links;
  char **remove_links;
} LiaisonRecordStatements;

const LiaisonRecordStatements *liaison_record_get_statements (LiaisonKind kind);

/* The kind and the key of a UUID, whatever the kind. */
const char *liaison_record_get_find_any (void);

/**
 * LiaisonResolveFunc:
 * @uuid: the value of a link, not empty
 * @id: (out): its key; 0 where the link shall be empty
 */
typedef gboolean (*LiaisonResolveFunc) (gpointer user_data, const LiaisonField *field, const char *uuid, gint64 *id, GError **error);

/* The key of a link's target; where it is not there, a LIAISON_ERROR_NOT_FOUND that names the field. */
gboolean liaison_record_resolve       (LiaisonDb *db, const LiaisonField *field, const char *uuid, gint64 *id, GError **error);

/**
 * liaison_record_resolve_links:
 *
 * Resolves every link before anything is written, so that a dangling one leaves the transaction as it was.
 *
 * Returns: (transfer full): the keys of all links, field after field, 0 for an empty one
 */
gint64  *liaison_record_resolve_links (const LiaisonRecord *record, LiaisonResolveFunc resolve, gpointer user_data, GError **error);

/**
 * liaison_record_bind:
 * @first: the parameter of the UUID; the others follow in the order of the columns
 * @uuid: must stay, as must @record, until the statement is reset
 */
void     liaison_record_bind          (LiaisonSql          *sql,
                                       int                  first,
                                       const LiaisonRecord *record,
                                       const guint8         uuid[16],
                                       gint64               batch,
                                       const gint64        *ids);

/* Writes the link tables of a record; those in which @before does not differ are left alone. */
gboolean liaison_record_write_links   (LiaisonDb           *db,
                                       const LiaisonRecord *record,
                                       const LiaisonRecord *before,
                                       gint64               id,
                                       const gint64        *ids,
                                       GError             **error);

G_END_DECLS
