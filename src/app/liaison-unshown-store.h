/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-worker.h"

G_BEGIN_DECLS

/**
 * liaison_unshown_store_open:
 * @data: the path of a store
 *
 * Opens a store that no window need show, for reading, on the thread of a worker (#LiaisonWorkerOpen): for what the desktop asks. One that cannot be
 * locked where it lies is left alone.
 */
LiaisonDb *liaison_unshown_store_open (gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
