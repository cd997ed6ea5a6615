/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/**
 * LiaisonWorkingCopy:
 *
 * A copy of a store that lies where SQLite must not open it, in the folder "working" of the person's data folder.  Edits go into the copy
 * until they are saved back; a copy with edits that are not is opened again as it is.
 *
 * The functions block, and are used by one thread at a time.
 */
typedef struct _LiaisonWorkingCopy LiaisonWorkingCopy;

/**
 * liaison_working_copy_open:
 * @original: the store
 * @progress: (nullable): called now and then while it is copied, with bytes
 *
 * Makes a copy, or takes the one that is there already: where it holds edits that have not been saved back, or where the original has not
 * changed since.  A copy is complete and checked.  One that is there already but cannot be read is never replaced, since it may hold edits: a
 * damaged one is put aside in its folder, which is told as %LIAISON_ERROR_FAILED once, and with any other the error is the one of reading it.
 *
 * As long as it is open here, other programs do not get it.
 *
 * Returns: (transfer full): the copy; %NULL with %LIAISON_ERROR_LOCKED where the original is in use elsewhere or was not closed
 *   properly, or another program has its copy, %LIAISON_ERROR_DAMAGED where it is not sound, or another error
 */
LiaisonWorkingCopy *liaison_working_copy_open        (const char *original, LiaisonProgress progress, gpointer user_data, GCancellable *cancellable, GError **error);
void                liaison_working_copy_free        (LiaisonWorkingCopy *self);

/* The file that SQLite may open. */
const char         *liaison_working_copy_get_path    (LiaisonWorkingCopy *self);

/* Whether, when it was opened, it held edits that had not been saved back. */
gboolean            liaison_working_copy_was_unsaved (LiaisonWorkingCopy *self);

/**
 * liaison_working_copy_save_back:
 * @db: a connection to the copy
 *
 * Replaces the original by what the copy holds.
 *
 * Returns: %FALSE with %LIAISON_ERROR_CONFLICT where the original has changed since it was copied (its contents count, not its date), or
 *   another error, after which it can be tried again, even where the original has been replaced already
 */
gboolean            liaison_working_copy_save_back   (LiaisonWorkingCopy *self, LiaisonDb *db, GCancellable *cancellable, GError **error);

/**
 * liaison_working_copy_forget_edits:
 *
 * From the next opening on the copy is one of the original again, whatever has been edited in it.
 */
gboolean            liaison_working_copy_forget_edits (LiaisonWorkingCopy *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonWorkingCopy, liaison_working_copy_free)

G_END_DECLS
