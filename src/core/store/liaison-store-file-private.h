/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-working-copy-private.h"

G_BEGIN_DECLS

/**
 * LiaisonStoreFile:
 *
 * The file of an open store: where the person knows it to be, and which file SQLite opens for it.  Its first connection must be the
 * writer's; from then on it does not change and may be used on every thread.
 */
typedef struct _LiaisonStoreFile LiaisonStoreFile;

LiaisonStoreFile   *liaison_store_file_new         (const char *path);
void                liaison_store_file_free        (LiaisonStoreFile *self);

const char         *liaison_store_file_get_path    (LiaisonStoreFile *self);

/* Its name as a person reads it: without folder and suffix. */
char               *liaison_store_file_make_name   (LiaisonStoreFile *self);

/**
 * liaison_store_file_set_progress:
 * @progress: (nullable): called now and then on the writer's thread, with bytes, while a copy is made before the file can be opened
 */
void                liaison_store_file_set_progress (LiaisonStoreFile *self, LiaisonProgress progress, gpointer user_data);

/**
 * liaison_store_file_open_writer:
 * @file: the #LiaisonStoreFile
 *
 * A #LiaisonWorkerOpen.  Finds out whether the file or a copy of it is to be opened, keeps a copy before a migration, and opens: for
 * reading only where the file cannot be written.
 */
LiaisonDb          *liaison_store_file_open_writer (gpointer file, GCancellable *cancellable, GError **error);

/* A #LiaisonWorkerOpen, too. */
LiaisonDb          *liaison_store_file_open_reader (gpointer file, GCancellable *cancellable, GError **error);

/* Returns: (nullable): the copy that is edited instead of the file */
LiaisonWorkingCopy *liaison_store_file_get_copy    (LiaisonStoreFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonStoreFile, liaison_store_file_free)

G_END_DECLS
