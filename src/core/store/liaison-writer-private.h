/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-worker.h"

G_BEGIN_DECLS

/**
 * LiaisonNews:
 * @changed: whether something was committed, by this program or another
 * @read_only: whether the store can only be read
 * @replaced: whether it can, because its file was replaced or taken away (liaison_db_is_replaced())
 * @undo_name: (nullable): what can be undone now
 * @redo_name: (nullable): what can be redone now
 *
 * What the writer tells about the store.
 */
typedef struct
{
  gboolean  changed;
  gboolean  read_only;
  gboolean  replaced;
  char     *undo_name;
  char     *redo_name;
} LiaisonNews;

/**
 * LiaisonWriterTell:
 *
 * Called on the owner's thread: once when the store is open, when it was replaced, and after everything that changed it, before the callback of the job that did.
 */
typedef void (*LiaisonWriterTell) (const LiaisonNews *news, gpointer user_data);

/**
 * LiaisonWriter:
 *
 * The one thread of a store that writes.  After each job it looks whether the store has changed, also by another process, which it looks
 * for twice a second.  Beside the jobs that it is given it keeps the store in order: it refreshes what is derived from changed contacts
 * in short pieces, and moves the write-ahead log into the file two seconds after the last change.
 *
 * The functions below are called on one thread, the owner's.
 */
typedef struct _LiaisonWriter LiaisonWriter;

/**
 * liaison_writer_new:
 * @open: opens the connection; one that cannot write makes the store read-only
 */
LiaisonWriter *liaison_writer_new          (LiaisonWorkerOpen open, gpointer open_data, LiaisonWriterTell tell, gpointer user_data);

/**
 * liaison_writer_free:
 *
 * As liaison_worker_free().
 */
void           liaison_writer_free         (LiaisonWriter *self);

/**
 * liaison_writer_push:
 *
 * As liaison_worker_push(); @done must not be %NULL.
 */
void           liaison_writer_push         (LiaisonWriter     *self,
                                            LiaisonJob         job,
                                            gpointer           data,
                                            GDestroyNotify     free_data,
                                            GDestroyNotify     free_result,
                                            GCancellable      *cancellable,
                                            LiaisonWorkerDone  done,
                                            gpointer           user_data);

/**
 * liaison_writer_start_upkeep:
 *
 * Begins to keep the store in order and to look for changes by other processes.
 */
void           liaison_writer_start_upkeep (LiaisonWriter *self);

/**
 * liaison_writer_stop:
 *
 * Ends the upkeep, lets the jobs that wait be done, checkpoints and closes; otherwise as liaison_worker_stop().
 */
gboolean       liaison_writer_stop         (LiaisonWriter *self, LiaisonWorkerStopped stopped, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonWriter, liaison_writer_free)

G_END_DECLS
