/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/*
 * Files as a whole, wherever they lie: they are written beside their names and get them when they are complete.  These block.
 */

/**
 * LiaisonFileWriteFunc:
 *
 * Writes what a file shall hold.
 */
typedef gboolean (*LiaisonFileWriteFunc) (GOutputStream *stream, gpointer user_data, GError **error);

/**
 * liaison_file_write:
 * @path: replaced where it is there; where it is a link, what that leads to; a device or a pipe is written to
 * @flags: %G_FILE_CREATE_PRIVATE where only its owner shall read it
 *
 * Writes a file that has its name only when it is whole: neither a failure nor the end of the program leaves one that is cut.
 *
 * Returns: %FALSE with the error of @write or one of GIO, which leaves it to the caller to name the file
 */
gboolean liaison_file_write (const char *path, GFileCreateFlags flags, LiaisonFileWriteFunc write, gpointer user_data, GCancellable *cancellable, GError **error);

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
