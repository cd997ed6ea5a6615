/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-store.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_DRAFT_WRITER (liaison_draft_writer_get_type ())

/**
 * LiaisonDraftWriter:
 *
 * Keeps what is being edited in its file, key by key, without waiting for the disk.  A draft that cannot be kept keeps nobody from going on.
 */
G_DECLARE_FINAL_TYPE (LiaisonDraftWriter, liaison_draft_writer, LIAISON, DRAFT_WRITER, GObject)

/**
 * liaison_draft_writer_new:
 * @store: whose drafts they are
 *
 * Returns: (transfer full): a writer for one form
 */
LiaisonDraftWriter *liaison_draft_writer_new   (LiaisonStore *store);

/**
 * liaison_draft_writer_write:
 * @uuid: the record that is edited
 * @text: (transfer full) (nullable): the draft, from liaison_draft_to_text(); %NULL takes the file away
 *
 * One is written at a time, and after it at once what has come last in the meantime.
 */
void                liaison_draft_writer_write (LiaisonDraftWriter *self, const char *uuid, char *text);

/**
 * liaison_draft_writer_flush:
 *
 * Hands what waits to the queue at once, for the program may be ending.
 */
void                liaison_draft_writer_flush (LiaisonDraftWriter *self);

G_END_DECLS
