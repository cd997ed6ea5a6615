/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-draft-conflict.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_CONFLICT_WINDOW (liaison_conflict_window_get_type ())

/**
 * LiaisonConflictWindow:
 *
 * Asks, field by field, which of two versions shall be saved: the one of a form, or the one that somebody else has stored since the form was
 * opened.
 */
G_DECLARE_FINAL_TYPE (LiaisonConflictWindow, liaison_conflict_window, LIAISON, CONFLICT_WINDOW, GtkWindow)

/**
 * liaison_conflict_window_run_async:
 * @mine: what the form holds
 * @now: what is on record
 * @conflicts: (element-type LiaisonDraftConflict): where they differ; decided in place
 */
void     liaison_conflict_window_run_async  (GtkWindow           *parent,
                                             LiaisonDraft        *mine,
                                             LiaisonDraft        *now,
                                             GPtrArray           *conflicts,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);

/* Returns: whether it shall be saved as decided; else one goes back to the form. */
gboolean liaison_conflict_window_run_finish (GAsyncResult *result);

G_END_DECLS
