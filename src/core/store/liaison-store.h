/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-changes.h"
#include "liaison-job.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_STORE (liaison_store_get_type ())

/**
 * LiaisonStore:
 *
 * An open store for a window: threads with a queue and a connection each, so that nothing on the main thread waits for the disk.
 *
 * Properties, all notified on the main thread:
 *   path        the file that the person knows
 *   name        its shown name (the file's name without suffix)
 *   read-only   whether nothing can be edited
 *   replaced    whether that is so because another program has replaced the file or taken it away
 *   undo-name   (nullable) what "Undo" would take back
 *   redo-name   (nullable) what "Redo" would do again
 *   busy        whether a write is under way
 *   is-copy     whether the file lies where SQLite must not open it (liaison-location.h), so that a copy of it is edited
 *   unsaved     whether the copy has changes that are not in the file: see liaison_store_save_back_async()
 *
 * Signal "changed": after every commit, by this process or another one; lists query again, details load again.
 * Signal "copy-failed" (GError): the backup copy of the day could not be made (liaison-backup.h).
 */
G_DECLARE_FINAL_TYPE (LiaisonStore, liaison_store, LIAISON, STORE, GObject)

/**
 * LiaisonQueue:
 * @LIAISON_QUEUE_PAGES: what a person sees at once: rows, details
 * @LIAISON_QUEUE_IDS: ids of whole queries; a list interrupts its own that is stale, and the new one finds what was found for it
 * @LIAISON_QUEUE_SUGGESTIONS: what may be meant by a text that somebody is typing
 * @LIAISON_QUEUE_CHARTS: series
 * @LIAISON_QUEUE_OUTPUTS: what leaves the program, which may take long: charts, reports and rows that are copied, saved or exported
 * @LIAISON_QUEUE_WRITER: everything that writes
 */
typedef enum
{
  LIAISON_QUEUE_PAGES,
  LIAISON_QUEUE_IDS,
  LIAISON_QUEUE_SUGGESTIONS,
  LIAISON_QUEUE_CHARTS,
  LIAISON_QUEUE_OUTPUTS,
  LIAISON_QUEUE_WRITER
} LiaisonQueue;

/**
 * liaison_store_open_async:
 * @path: a store file
 * @progress: (nullable): called on the main thread now and then, with bytes, while a copy is made before the store can be opened
 * @progress_data: for it; used until @callback is called
 *
 * Opens a store and starts its threads; never blocks.
 */
void          liaison_store_open_async    (const char          *path,
                                           LiaisonProgress      progress,
                                           gpointer             progress_data,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
LiaisonStore *liaison_store_open_finish   (GAsyncResult *result, GError **error);

/**
 * liaison_store_close_async:
 *
 * Lets the writer finish what it has, checkpoints, and ends the threads.  Later jobs fail with %G_IO_ERROR_CLOSED.
 */
void          liaison_store_close_async   (LiaisonStore *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean      liaison_store_close_finish  (LiaisonStore *self, GAsyncResult *result, GError **error);

/**
 * liaison_store_run_async:
 * @job: what to run
 * @data: (transfer full) (nullable): its data, freed with @free_data on the main thread when the job is over
 * @free_result: (nullable): how a result is freed that nobody takes
 *
 * Runs @job on the thread of @queue, in order of the calls (a cancelled job that has not begun is skipped).
 */
void          liaison_store_run_async     (LiaisonStore        *self,
                                           LiaisonQueue         queue,
                                           LiaisonJob           job,
                                           gpointer             data,
                                           GDestroyNotify       free_data,
                                           GDestroyNotify       free_result,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
gpointer      liaison_store_run_finish    (LiaisonStore *self, GAsyncResult *result, GError **error);

/**
 * liaison_store_edit_async:
 *
 * Applies @changes on the writer's thread, in one transaction.
 */
void          liaison_store_edit_async    (LiaisonStore *self, LiaisonChanges *changes, GAsyncReadyCallback callback, gpointer user_data);
gboolean      liaison_store_edit_finish   (LiaisonStore *self, GAsyncResult *result, GError **error);

/**
 * liaison_store_undo_async:
 *
 * Takes back the newest action.  liaison_store_undo_finish() returns its name, or %NULL with an error.
 */
void          liaison_store_undo_async    (LiaisonStore *self, GAsyncReadyCallback callback, gpointer user_data);
char         *liaison_store_undo_finish   (LiaisonStore *self, GAsyncResult *result, GError **error);
void          liaison_store_redo_async    (LiaisonStore *self, GAsyncReadyCallback callback, gpointer user_data);
char         *liaison_store_redo_finish   (LiaisonStore *self, GAsyncResult *result, GError **error);

/**
 * liaison_store_save_back_async:
 *
 * Of a store that is a copy: replaces the file by what the copy holds.  Fails with %LIAISON_ERROR_CONFLICT where the file has been changed by
 * somebody else since it was opened.
 */
void          liaison_store_save_back_async  (LiaisonStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean      liaison_store_save_back_finish (LiaisonStore *self, GAsyncResult *result, GError **error);

/**
 * liaison_store_save_copy_async:
 * @path: where no file stands yet
 *
 * Writes the store, as it is now, to another file; the store itself stays what and where it is.
 */
void          liaison_store_save_copy_async  (LiaisonStore *self, const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean      liaison_store_save_copy_finish (LiaisonStore *self, GAsyncResult *result, GError **error);

/**
 * liaison_store_forget_edits_async:
 *
 * Of a store that is a copy: gives up what has not been saved back, once it is closed and opened again.
 */
void          liaison_store_forget_edits_async  (LiaisonStore *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean      liaison_store_forget_edits_finish (LiaisonStore *self, GAsyncResult *result, GError **error);

/**
 * liaison_store_review_copies:
 *
 * Looks soon whether a backup copy is to be made, and which are too many: after liaison_backup_set_rules().
 */
void          liaison_store_review_copies (LiaisonStore *self);

/**
 * liaison_store_tell_again:
 *
 * Emits "changed" although nothing has: what shows the store reads it again, and writes it as it is to be written now.
 */
void          liaison_store_tell_again  (LiaisonStore *self);

const char   *liaison_store_get_path      (LiaisonStore *self);
const char   *liaison_store_get_name      (LiaisonStore *self);
gboolean      liaison_store_get_read_only (LiaisonStore *self);
gboolean      liaison_store_get_replaced  (LiaisonStore *self);
gboolean      liaison_store_get_is_copy   (LiaisonStore *self);
gboolean      liaison_store_get_unsaved   (LiaisonStore *self);
const char   *liaison_store_get_undo_name (LiaisonStore *self);
const char   *liaison_store_get_redo_name (LiaisonStore *self);

G_END_DECLS
