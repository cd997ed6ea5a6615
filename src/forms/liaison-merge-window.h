/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_MERGE_WINDOW (liaison_merge_window_get_type ())

/**
 * LiaisonMergeWindow:
 *
 * Merges a contact or an organisation with another one that is the same: the other one is chosen by a part of its name, then both stand
 * side by side, and wherever they differ the person chooses.  See liaison-merge.h.
 */
G_DECLARE_FINAL_TYPE (LiaisonMergeWindow, liaison_merge_window, LIAISON, MERGE_WINDOW, GtkWindow)

/**
 * liaison_merge_window_run_async:
 * @parent: (nullable): the window that it belongs to
 * @kind: contact or organisation
 * @uuid: the record that stays, unless the person turns them round
 * @other: (nullable): the one that goes; %NULL where it is to be chosen
 *
 * Shows the window until the two are merged or it is left.
 */
void  liaison_merge_window_run_async  (GtkWindow           *parent,
                                       LiaisonStore        *store,
                                       LiaisonKind          kind,
                                       const char          *uuid,
                                       const char          *other,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);

/**
 * liaison_merge_window_run_finish:
 * @message: (out): what was done, for people: "Merged Dmitry Kulieba into Dmytro Kuleba"
 *
 * Returns: (transfer full): the record that stayed, which the person may have turned round; %NULL with %G_IO_ERROR_CANCELLED where the
 *   window was left
 */
char *liaison_merge_window_run_finish (GAsyncResult *result, char **message, GError **error);

G_END_DECLS
