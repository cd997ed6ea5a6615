/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/*
 * Copies of a store that Liaison keeps by itself, in the folder "backups" of the person's data folder: one a day for seven days, and one
 * before a migration.  Together they take at most a tenth of the space that is free; the oldest go first.  A store is known by its
 * path.
 */

typedef enum { LIAISON_BACKUP_DAILY, LIAISON_BACKUP_MIGRATION } LiaisonBackupReason;

/**
 * LiaisonBackup:
 * @path: the copy
 * @day: the day that it was made on, yyyymmdd
 * @size: in bytes
 */
typedef struct
{
  char                *path;
  LiaisonBackupReason  reason;
  int                  day;
  guint64              size;
} LiaisonBackup;

void       liaison_backup_free       (LiaisonBackup *backup);

/**
 * liaison_backup_get_folder:
 *
 * Returns: (transfer full): where copies are kept
 */
char      *liaison_backup_get_folder (void);

/**
 * liaison_backup_list:
 * @path: a store's path; the store need not be there any more
 *
 * Returns: (transfer full) (element-type LiaisonBackup): its copies, the newest first
 */
GPtrArray *liaison_backup_list       (const char *path);

/**
 * liaison_backup_make:
 * @db: a connection to the store; one that only reads suffices
 * @today: the day that it is, yyyymmdd
 * @free_space: how many bytes may be thought to be free, a tenth of which copies may take; 0 asks the file system
 * @progress: (nullable): called now and then, with bytes
 *
 * Makes a copy, unless there is one of @today for this @reason already or the store has not changed since the newest one, and removes
 * what is too old or too much.  A copy is checked before an older one goes for it.  Takes seconds for a large store, during which others can
 * write to it.
 *
 * Returns: %FALSE with %LIAISON_ERROR_NO_SPACE where the copy would take more than its share, %LIAISON_ERROR_DAMAGED where the store is
 *   damaged, or another error; older copies stay then
 */
gboolean   liaison_backup_make       (LiaisonDb            *db,
                                      LiaisonBackupReason   reason,
                                      int                   today,
                                      guint64               free_space,
                                      LiaisonProgress       progress,
                                      gpointer              user_data,
                                      GCancellable         *cancellable,
                                      GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonBackup, liaison_backup_free)

G_END_DECLS
