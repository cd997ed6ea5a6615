/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/*
 * Copies of a store that Liaison keeps by itself, in the folder "backups" of the person's data folder: regular ones, as
 * liaison_backup_set_rules() has it, and one before a migration.  Together they take at most a tenth of the space that is free; the oldest go
 * first.  A store is known by its path.
 */

#define LIAISON_BACKUP_DAYS 1
#define LIAISON_BACKUP_KEPT 7

/**
 * liaison_backup_set_rules:
 * @days: how many days lie between regular copies at least; 0 for none at all; %LIAISON_BACKUP_DAYS at first
 * @kept: how many of them are kept of a store, at least one; %LIAISON_BACKUP_KEPT at first
 *
 * Chooses, for all threads, what is done from the next liaison_backup_make() on.
 */
void       liaison_backup_set_rules  (guint days, guint kept);

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
 * Makes a copy, unless there is one for this @reason that is new enough or the store has not changed since the newest one, and removes
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

/**
 * liaison_backup_make_before_migration:
 * @path: a store that is about to be opened for writing
 *
 * Makes a copy of a store of an older schema, which opening migrates, unless there is not enough space.
 */
gboolean   liaison_backup_make_before_migration (const char       *path,
                                                 LiaisonProgress   progress,
                                                 gpointer          user_data,
                                                 GCancellable     *cancellable,
                                                 GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonBackup, liaison_backup_free)

G_END_DECLS
