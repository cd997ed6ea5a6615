/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/*
 * Undo is per store, newest action first, across processes and restarts.  An undo is itself a batch of the change log, and a redo is the
 * undo of an undo: nothing is ever taken out of the log.
 */

/**
 * liaison_undo_get_name:
 *
 * Returns: (transfer full) (nullable): the name of the action that liaison_undo() would take back, %NULL where there is none
 */
char    *liaison_undo_get_name (LiaisonDb *db, GError **error);
char    *liaison_redo_get_name (LiaisonDb *db, GError **error);

/**
 * liaison_undo:
 * @name: (out) (optional) (transfer full): the name of the action taken back
 *
 * Takes back the newest action that is not undone.
 *
 * Returns: %FALSE with %LIAISON_ERROR_NOT_FOUND where there is nothing to undo, %LIAISON_ERROR_CONFLICT where a record is no longer
 *   as the action left it (the message names it); nothing is changed then
 */
gboolean liaison_undo          (LiaisonDb *db, char **name, GError **error);
gboolean liaison_redo          (LiaisonDb *db, char **name, GError **error);

G_END_DECLS
