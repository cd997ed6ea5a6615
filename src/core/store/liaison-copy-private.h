/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/**
 * liaison_copy_make:
 * @db: a connection to what is copied; one that only reads suffices
 * @path: where no file stands yet
 * @progress: (nullable): called now and then, with bytes
 *
 * Copies a store as it is at one moment (SQLite's online backup), while others go on writing to it, and checks the copy.  Mode 0600,
 * complete on the disk when this returns.
 *
 * Returns: %FALSE with an error, %LIAISON_ERROR_DAMAGED where the copy is not sound; there is no file then
 */
gboolean liaison_copy_make (LiaisonDb *db, const char *path, LiaisonProgress progress, gpointer user_data, GCancellable *cancellable, GError **error);

/**
 * liaison_copy_save:
 * @path: where no file stands yet; it may lie where SQLite must not open it
 *
 * As liaison_copy_make(), under a name that a person has chosen: what fails leaves nothing there.
 */
gboolean liaison_copy_save (LiaisonDb *db, const char *path, GCancellable *cancellable, GError **error);

/**
 * liaison_copy_check:
 * @path: a file that nobody writes to
 *
 * Returns: whether it is a sound database; %LIAISON_ERROR_DAMAGED or another error otherwise
 */
gboolean liaison_copy_check (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
