/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-job.h"

G_BEGIN_DECLS

/**
 * LiaisonWorkerOpen:
 *
 * Opens the connection of a thread, on that thread.  Called for the first job, and again for the next one where it failed.
 */
typedef LiaisonDb *(*LiaisonWorkerOpen) (gpointer data, GCancellable *cancellable, GError **error);

/**
 * LiaisonWorkerDone:
 * @result: (transfer full) (nullable): what the job returned
 * @error: (transfer full) (nullable): why it failed
 *
 * Called on the thread of the worker's owner when a job is over.
 */
typedef void (*LiaisonWorkerDone) (gpointer result, GError *error, gpointer user_data);

/**
 * LiaisonWorkerStopped:
 *
 * Called on the thread of the worker's owner when its own has ended.
 */
typedef void (*LiaisonWorkerStopped) (gpointer user_data);

/**
 * LiaisonWorker:
 *
 * A queue of jobs and the thread that serves it, with a connection of its own, so that a connection is never used by two threads, and one job
 * finds what another has kept with it (liaison_db_set_data()).
 *
 * The functions below are called on the thread that made the worker, its owner, which also runs the callbacks in its main context.
 */
typedef struct _LiaisonWorker LiaisonWorker;

/**
 * liaison_worker_new:
 * @name: of the thread, for debuggers; at most 15 bytes are seen
 * @open: how the thread opens its connection
 * @open_data: for @open; must outlive the worker, and be safe to read from its thread
 *
 * Nothing is started before the first job.
 *
 * Returns: (transfer full): the worker
 */
LiaisonWorker *liaison_worker_new        (const char *name, LiaisonWorkerOpen open, gpointer open_data);

/**
 * liaison_worker_free:
 *
 * Interrupts what runs, skips what waits, and returns when the thread has ended; callbacks that were not called yet never are.
 */
void           liaison_worker_free       (LiaisonWorker *self);

/**
 * liaison_worker_set_niceness:
 * @niceness: how far its thread gives way to the others of the program and to other programs, as nice(1) has it; 0 is not at all, 19 the most
 *
 * To be called before the first job.
 */
void           liaison_worker_set_niceness (LiaisonWorker *self, int niceness);

/**
 * liaison_worker_set_quiet:
 *
 * Says that its work is not what liaison_worker_wait_for_quiet() waits for, whoever else may wait for it.  To be called before the first job.
 */
void           liaison_worker_set_quiet (LiaisonWorker *self);

/**
 * liaison_worker_push:
 * @job: what to run
 * @data: (transfer full) (nullable): its data
 * @free_data: (nullable): frees @data, on the owner's thread, after @done
 * @free_result: (nullable): frees a result that @done is never given
 * @cancellable: (nullable): skips the job, or interrupts it
 * @done: (nullable): called when the job is over, in the owner's main context
 *
 * Appends a job to the queue.
 */
void           liaison_worker_push       (LiaisonWorker     *self,
                                          LiaisonJob         job,
                                          gpointer           data,
                                          GDestroyNotify     free_data,
                                          GDestroyNotify     free_result,
                                          GCancellable      *cancellable,
                                          LiaisonWorkerDone  done,
                                          gpointer           user_data);

/**
 * liaison_worker_cancel_all:
 *
 * Interrupts what runs and skips what waits; all of it ends with %G_IO_ERROR_CANCELLED.
 */
void           liaison_worker_cancel_all (LiaisonWorker *self);

/**
 * liaison_worker_stop:
 * @stopped: called when all jobs are over and the thread has closed its connection and ended
 *
 * Lets the jobs that wait be done and ends the thread, without blocking.  No job may be pushed any more.
 *
 * Returns: whether @stopped will be called; %FALSE where none was ever started
 */
gboolean       liaison_worker_stop       (LiaisonWorker *self, LiaisonWorkerStopped stopped, gpointer user_data);

/**
 * liaison_worker_wait_for_quiet:
 * @end: after which there is no more waiting, as g_get_monotonic_time() tells it
 * @cancellable: that of the job
 *
 * To be called by a long job of a quiet worker, between its steps.  Returns when no worker of the program has worked for a second, but for those
 * that are quiet; at @end; or when the job should give up.
 *
 * Returns: whether to go on; %FALSE where @cancellable was cancelled or another job waits behind this one
 */
gboolean       liaison_worker_wait_for_quiet (gint64 end, GCancellable *cancellable);

/**
 * liaison_worker_is_current:
 *
 * Returns: whether the calling thread is this worker's
 */
gboolean       liaison_worker_is_current (LiaisonWorker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonWorker, liaison_worker_free)

G_END_DECLS
