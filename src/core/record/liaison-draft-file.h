/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-draft.h"

G_BEGIN_DECLS

/*
 * Drafts that outlive the program.  Each open form has a file of its own in the user's data folder, not in the store: what nobody has saved
 * yet is no record, belongs to no change log, and must be writable while another program writes to the store or the store itself cannot
 * be written.  A file is replaced as a whole, so that a kill at any point leaves the draft before or after the last key.
 */

/**
 * LiaisonDraftFile:
 * @path: where it lies
 * @kind: of the record
 * @uuid: of the record
 * @title: what is edited, for people: "Call with Kuleba"
 * @time: when it was written last, seconds since 1970, UTC
 */
typedef struct
{
  char        *path;
  LiaisonKind  kind;
  char        *uuid;
  char        *title;
  gint64       time;
} LiaisonDraftFile;

void          liaison_draft_file_free    (LiaisonDraftFile *file);

/**
 * liaison_draft_to_text:
 * @store: the path of the store that it belongs to
 * @title: what is edited, for people
 *
 * Returns: (transfer full): the whole draft, with what the store had when it was begun, as JSON
 */
char         *liaison_draft_to_text      (LiaisonDraft *draft, const char *store, const char *title);

/**
 * liaison_draft_file_dup_path:
 * @store: the path of the store
 * @uuid: the record
 *
 * Returns: (transfer full): where the draft of that record lies
 */
char         *liaison_draft_file_dup_path (const char *store, const char *uuid);

/**
 * liaison_draft_file_write:
 * @text: (nullable): from liaison_draft_to_text(); %NULL removes the file, where there is one
 *
 * Waits for the disk.
 */
gboolean      liaison_draft_file_write   (const char *path, const char *text, GError **error);

/**
 * liaison_draft_file_list:
 * @store: the path of a store
 *
 * Waits for the disk.  What cannot be read as a draft is passed over.
 *
 * Returns: (transfer full) (element-type LiaisonDraftFile): the drafts of that store, the latest first
 */
GPtrArray    *liaison_draft_file_list    (const char *store);

/**
 * liaison_draft_file_load:
 *
 * Waits for the disk.
 *
 * Returns: (transfer full): the draft as it was; %NULL with an error
 */
LiaisonDraft *liaison_draft_file_load    (const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonDraftFile, liaison_draft_file_free)

G_END_DECLS
