/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * liaison_make_store_async:
 * @path: where no file stands yet; its folder is made where it is missing
 * @with_sample: whether the store shall hold the sample, besides the groupings with which every store begins
 *
 * Makes a store file on a thread of its own. When it fails or is cancelled no file is left.
 */
void     liaison_make_store_async  (const char          *path,
                                   gboolean             with_sample,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);

/**
 * liaison_make_store_finish:
 *
 * Returns: %FALSE with an error of liaison_new_store(), or %G_IO_ERROR_CANCELLED
 */
gboolean liaison_make_store_finish (GAsyncResult        *result,
                                   GError             **error);

G_END_DECLS
