/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/*
 * Files as a whole, wherever they lie: by GIO, which writes beside a file and gives it its name when it is complete.  These block.
 */

/**
 * liaison_file_copy:
 * @to: replaced by the contents of @from; left alone on failure
 * @flags: %G_FILE_CREATE_PRIVATE where only its owner shall read it
 * @progress: (nullable): called now and then, with bytes
 *
 * Returns: (transfer full): the SHA-256 of what was copied; %NULL with a #LiaisonError that names the file
 */
char *liaison_file_copy      (const char *from, const char *to, GFileCreateFlags flags, LiaisonProgress progress, gpointer user_data, GCancellable *cancellable, GError **error);

/**
 * liaison_file_read:
 *
 * Returns: (transfer full): the SHA-256 of a file; %NULL with a #LiaisonError that names it
 */
char *liaison_file_read      (const char *path, GCancellable *cancellable, GError **error);

/**
 * liaison_file_set_error:
 * @failure: (transfer full): what GIO failed with
 *
 * Sets the #LiaisonError that a failure of GIO with a file amounts to.
 */
void  liaison_file_set_error (const char *path, GError *failure, GError **error);

G_END_DECLS
