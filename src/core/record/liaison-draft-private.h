/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-draft.h"

G_BEGIN_DECLS

/*
 * The draft in three files: liaison-draft.c is what it holds, -visit.c goes through all of that, for those who load it and keep it in a file,
 * -changes.c is what has to be written of it.
 */
struct _LiaisonDraft
{
  GObject        parent_instance;
  LiaisonRecord *record;
  GPtrArray     *parts;     /* in order */
  GPtrArray     *additions; /* new records that others may refer to */
  GPtrArray     *detached;  /* parts that belong to others still */
  GHashTable    *stored;    /* UUID → the record as it is in the store */
  GHashTable    *clean;     /* UUID → the record as it was when nothing was edited yet */
  GHashTable    *names;     /* UUID → what it is called */
  GHashTable    *texts;     /* place in a form → what was typed there and is in no record */
};

/* Keeps a copy of a record in a table by its UUID, which lives as long as the copy does. */
void liaison_draft_remember (GHashTable *table, const LiaisonRecord *record);

/* A kind of part: the records of @kind whose @field names the draft's record. */
typedef struct
{
  LiaisonKind owner;
  LiaisonKind kind;
  guint       field;
} LiaisonDraftPart;

/* Ended by an entry whose owner and kind are the same. */
extern const LiaisonDraftPart liaison_draft_parts[];

/* (nullable): the record of that UUID as the store had it when the draft was loaded. */
LiaisonRecord *liaison_draft_find_stored (LiaisonDraft *self, const char *uuid);

/* The store does not have it any more: what the draft has of it is new. */
void liaison_draft_forget_stored (LiaisonDraft *self, const char *uuid);

/* Adds a part as it is stored. */
void liaison_draft_take_stored (LiaisonDraft *self, LiaisonRecord *part);

/**
 * LiaisonDraftRole:
 * @LIAISON_DRAFT_RECORD: what the draft is of
 * @LIAISON_DRAFT_PART: one of its parts
 * @LIAISON_DRAFT_ADDITION: a new record that others may refer to
 * @LIAISON_DRAFT_DETACHED: a part that belongs to others still
 * @LIAISON_DRAFT_STORED: a record as the store had it when the draft was begun
 *
 * What a record is to a draft.  Written to files: never renumber.
 */
typedef enum {
  LIAISON_DRAFT_RECORD = 1,
  LIAISON_DRAFT_PART,
  LIAISON_DRAFT_ADDITION,
  LIAISON_DRAFT_DETACHED,
  LIAISON_DRAFT_STORED,
} LiaisonDraftRole;

/* Calls @func for everything that the draft holds, the record that it is of first. */
typedef void (*LiaisonDraftRecordFunc) (LiaisonDraftRole role, const LiaisonRecord *record, gpointer user_data);
void liaison_draft_foreach_record (LiaisonDraft *self, LiaisonDraftRecordFunc func, gpointer user_data);

/* Takes nothing of it for what nobody has to be asked about. */
void liaison_draft_forget_clean   (LiaisonDraft *self);

/* Calls @func for each name that is known. */
typedef void (*LiaisonDraftNameFunc) (const char *uuid, const char *name, gpointer user_data);
void liaison_draft_foreach_name   (LiaisonDraft *self, LiaisonDraftNameFunc func, gpointer user_data);

/* Calls @func for each text that is in no record, with its place. */
void liaison_draft_foreach_text   (LiaisonDraft *self, LiaisonDraftNameFunc func, gpointer user_data);

/* Takes back what liaison_draft_foreach_record() gave; the record that the draft is of is there already. */
void liaison_draft_take_record    (LiaisonDraft *self, LiaisonDraftRole role, LiaisonRecord *record);

/* Calls @func for each link that a record of the draft has. */
typedef void (*LiaisonLinkFunc) (LiaisonDraft *self, LiaisonKind target, const char *uuid, gpointer user_data);
void liaison_draft_foreach_link (LiaisonDraft *self, LiaisonLinkFunc func, gpointer user_data);
/* The same for one record. */
void liaison_draft_visit_links  (LiaisonDraft *self, LiaisonRecord *record, LiaisonLinkFunc func, gpointer user_data);

G_END_DECLS
