/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/**
 * LiaisonJob:
 * @db: the thread's connection; its statements are interrupted when @cancellable is cancelled
 * @data: what was given with the job
 *
 * Runs on a thread of the store.  Returns: the result, or %NULL with @error set (a %NULL result without error is allowed).
 */
typedef gpointer (*LiaisonJob) (LiaisonDb *db, gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
