/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_BULK_WINDOW (liaison_bulk_window_get_type ())

/**
 * LiaisonBulkWindow:
 *
 * Changes one field of many records at once: which field, how, and to what; under it stands how many of them change, and from what.  It is one
 * action, and can be cancelled while it is under way.
 */
G_DECLARE_FINAL_TYPE (LiaisonBulkWindow, liaison_bulk_window, LIAISON, BULK_WINDOW, GtkWindow)

/**
 * liaison_bulk_window_run_async:
 * @kind: of the records: engagements, contacts or organisations
 * @keys: (element-type gint32): their keys, as a list has them
 */
void  liaison_bulk_window_run_async  (GtkWindow           *parent,
                                      LiaisonStore        *store,
                                      LiaisonKind          kind,
                                      GArray              *keys,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);

/**
 * liaison_bulk_window_run_finish:
 *
 * Returns: (transfer full): what was done, for people; %NULL with %G_IO_ERROR_CANCELLED
 */
char *liaison_bulk_window_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
