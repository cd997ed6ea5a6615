/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-worker.h"

G_BEGIN_DECLS

/**
 * LiaisonCopierFailed:
 *
 * Called when a copy could not be made.
 */
typedef void (*LiaisonCopierFailed) (const GError *error, gpointer user_data);

/**
 * LiaisonCopier:
 *
 * Keeps copies of an open store (liaison-backup.h): one some time after it was opened, so that nobody waits for it, and one after the first
 * change of each later day.  Has a thread and a connection of its own, which only reads; it ends with the program however far a copy is.
 *
 * The functions below are called on one thread, the owner's.
 */
typedef struct _LiaisonCopier LiaisonCopier;

LiaisonCopier *liaison_copier_new         (LiaisonWorkerOpen open, gpointer open_data, LiaisonCopierFailed failed, gpointer user_data);
void           liaison_copier_free        (LiaisonCopier *self);

/* Begins to keep copies, each @delay seconds after there is a reason to. */
void           liaison_copier_start       (LiaisonCopier *self, guint delay);

/* The store has changed. */
void           liaison_copier_note_change (LiaisonCopier *self);

/* The rules of copies have changed. */
void           liaison_copier_review      (LiaisonCopier *self);

/* What else is to be read for long: as liaison_worker_push(). */
LiaisonWorker *liaison_copier_get_worker  (LiaisonCopier *self);

/* As liaison_worker_stop(), but interrupts what is under way. */
gboolean       liaison_copier_stop        (LiaisonCopier *self, LiaisonWorkerStopped stopped, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonCopier, liaison_copier_free)

G_END_DECLS
