/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-record.h"

G_BEGIN_DECLS

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
 * liaison_record_dup_value:
 * @field: the index of one of its fields, or %LIAISON_FIELD_SENSITIVITY
 *
 * Returns: (transfer full): the value as a person reads it: labels for tokens, names for countries and links, items of a list after each
 *   other; "" where there is none; %NULL with an error
 */
char *liaison_record_dup_value  (LiaisonDb *db, const LiaisonRecord *record, guint field, GError **error);

G_END_DECLS
