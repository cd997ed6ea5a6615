/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-record.h"

G_BEGIN_DECLS

/**
 * liaison_record_read_deleted:
 * @uuid: a record of @kind
 * @record: (out) (transfer full) (nullable): what the change log kept of the record when it was deleted last; unchanged where it says nothing
 *
 * Returns: %FALSE with an error where the log cannot be read
 */
gboolean liaison_record_read_deleted (LiaisonDb *db, LiaisonKind kind, const char *uuid, LiaisonRecord **record, GError **error);

/**
 * liaison_record_find_name:
 * @uuid: a record of @kind, or one that has been deleted
 *
 * Returns: (transfer full): what a person reads where another record names it; "" where it is not known; %NULL with an error
 */
char *liaison_record_find_name  (LiaisonDb *db, LiaisonKind kind, const char *uuid, GError **error);

/**
 * liaison_record_dup_phrase:
 * @record: a record
 *
 * Returns: (transfer full): what tells it from others of its kind: the name of a contact, who took part, the text of a follow-up; "" where it
 *   has nothing of the kind; %NULL with an error
 */
char *liaison_record_dup_phrase (LiaisonDb *db, const LiaisonRecord *record, GError **error);

/**
 * LiaisonFindName:
 * @kind: of a record that is linked to, and its UUID
 *
 * Returns: (transfer full): what a person reads for it; "" where it is not known; %NULL with an error
 */
typedef char *(*LiaisonFindName) (LiaisonKind kind, const char *uuid, gpointer user_data, GError **error);

/**
 * liaison_record_write_value:
 * @field: the index of one of its fields, or %LIAISON_FIELD_SENSITIVITY
 * @find: where the names of linked records are known
 *
 * Returns: (transfer full): the value as a person reads it: labels for tokens, names for countries and links, items of a list after each
 *   other; "" where there is none; %NULL with an error of @find
 */
char *liaison_record_write_value (const LiaisonRecord *record, guint field, LiaisonFindName find, gpointer user_data, GError **error);

/**
 * liaison_record_dup_value:
 * @field: the index of one of its fields, or %LIAISON_FIELD_SENSITIVITY
 *
 * Returns: (transfer full): liaison_record_write_value() with the names that the store has
 */
char *liaison_record_dup_value  (LiaisonDb *db, const LiaisonRecord *record, guint field, GError **error);

G_END_DECLS
