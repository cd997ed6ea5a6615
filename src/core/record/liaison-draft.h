/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-changes.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_DRAFT (liaison_draft_get_type ())

/**
 * LiaisonDraft:
 *
 * What a form edits: a record, its parts (the posts of a contact; the participations, readouts and follow-ups of an engagement; the
 * memberships of a grouping), and new records that these refer to, as a topic that was named for the first time.  It is nothing but
 * records, beside what they were when the form was opened; what has to be written follows from the difference.
 *
 * Used by one thread at a time.
 */
G_DECLARE_FINAL_TYPE (LiaisonDraft, liaison_draft, LIAISON, DRAFT, GObject)

/**
 * liaison_draft_new:
 * @record: (transfer none): a new record, filled in as far as it is known
 *
 * Returns: (transfer full): a draft of a record that is not in the store
 */
LiaisonDraft  *liaison_draft_new            (LiaisonRecord *record);

/**
 * liaison_draft_new_of:
 * @records: (element-type LiaisonRecord): a record as it is edited, and its parts after it
 * @stored: (nullable) (element-type LiaisonRecord): both as they are in the store; %NULL where they are not there
 *
 * Returns: (transfer full): a draft of that
 */
LiaisonDraft  *liaison_draft_new_of         (GPtrArray *records, GPtrArray *stored);

/**
 * liaison_draft_load:
 * @kind: a kind of record
 * @uuid: the record to be edited
 *
 * Returns: (transfer full): the record with its parts, and the names of all that they refer to; %NULL with %LIAISON_ERROR_NOT_FOUND where
 *   it is not there, or a failure of the store
 */
LiaisonDraft  *liaison_draft_load           (LiaisonDb *db, LiaisonKind kind, const char *uuid, GError **error);

/* Whether the store has the record and its parts as the draft has them. */
gboolean       liaison_draft_is_stored      (LiaisonDraft *self, LiaisonDb *db);

/* Whether the record is not in the store yet. */
gboolean       liaison_draft_is_new         (LiaisonDraft *self);

/**
 * liaison_draft_get_record:
 *
 * Returns: (transfer none): the record that the draft is of, to be changed in place
 */
LiaisonRecord *liaison_draft_get_record     (LiaisonDraft *self);

/**
 * liaison_draft_list_parts:
 * @kind: a kind of part
 *
 * Returns: (transfer container) (element-type LiaisonRecord): the parts of that kind in their order, to be changed in place
 */
GPtrArray     *liaison_draft_list_parts     (LiaisonDraft *self, LiaisonKind kind);

/**
 * liaison_draft_add_part:
 * @part: (transfer none): a new record
 *
 * Adds a part behind those of its kind; its link to the draft's record and its position are filled in.
 */
void           liaison_draft_add_part       (LiaisonDraft *self, LiaisonRecord *part);

/**
 * liaison_draft_remove_part:
 * @part: one of the parts
 *
 * Takes a part away.  A readout that other engagements share only loses its link to this one.
 */
void           liaison_draft_remove_part    (LiaisonDraft *self, LiaisonRecord *part);

/**
 * liaison_draft_move_part:
 * @part: a participation
 * @place: how many of its side shall come before it; behind the last of them where there are fewer
 *
 * Returns: whether it stands elsewhere now
 */
gboolean       liaison_draft_move_part      (LiaisonDraft *self, LiaisonRecord *part, guint place);

/**
 * liaison_draft_add_new:
 * @record: (transfer none): a new record that the draft's others may refer to
 *
 * It is stored with the draft if something refers to it then.
 */
void           liaison_draft_add_new        (LiaisonDraft *self, LiaisonRecord *record);

/**
 * liaison_draft_find_new:
 * @uuid: (nullable): a UUID
 *
 * Returns: (transfer none) (nullable): the record of that UUID that was added with liaison_draft_add_new()
 */
LiaisonRecord *liaison_draft_find_new       (LiaisonDraft *self, const char *uuid);

/**
 * liaison_draft_take_topic:
 * @name: what a topic that is not in the store is called
 *
 * One name is one topic, however often and in whatever field it is typed: names are compared as by liaison_fold().
 *
 * Returns: (transfer none): the one that was added of that name, or else a new one, added by this
 */
LiaisonRecord *liaison_draft_take_topic     (LiaisonDraft *self, const char *name);

/**
 * liaison_draft_get_name:
 * @uuid: (nullable): a record that one of the draft refers to
 *
 * Returns: (transfer none): what it is called, "" where that is not known
 */
const char    *liaison_draft_get_name       (LiaisonDraft *self, const char *uuid);
void           liaison_draft_set_name       (LiaisonDraft *self, const char *uuid, const char *name);

/**
 * liaison_draft_get_text:
 * @place: where in the form it stands
 *
 * Returns: (transfer none): what was typed there and is in no record: half a date, a part of a name that was not picked yet; "" for nothing
 */
const char    *liaison_draft_get_text       (LiaisonDraft *self, const char *place);
void           liaison_draft_set_text       (LiaisonDraft *self, const char *place, const char *text);

/* Whether there is any such text. */
gboolean       liaison_draft_has_texts      (LiaisonDraft *self);

/* Whether there is any at a place that begins so. */
gboolean       liaison_draft_has_texts_at   (LiaisonDraft *self, const char *beginning);

/**
 * liaison_draft_set_clean:
 *
 * Takes what the draft holds now for what nobody has to be asked about: the defaults of a new record.
 */
void           liaison_draft_set_clean      (LiaisonDraft *self);

/* Whether it differs from what it was when it was loaded, or when liaison_draft_set_clean() was called. */
gboolean       liaison_draft_is_changed     (LiaisonDraft *self);

/**
 * liaison_draft_check:
 * @record: (out) (optional) (transfer none): the record that is wrong
 * @field: (out) (optional): its field
 *
 * Validates every record of the draft; see liaison_validate_field().
 *
 * Returns: %FALSE with the error of the first field that is wrong
 */
gboolean       liaison_draft_check          (LiaisonDraft *self, LiaisonRecord **record, guint *field, GError **error);

/**
 * liaison_draft_dup_changes:
 * @name: the name of the action
 *
 * Returns: (transfer full): what has to be put and removed so that the store has what the draft has; empty where nothing differs
 */
LiaisonChanges *liaison_draft_dup_changes   (LiaisonDraft *self, const char *name);

G_END_DECLS
