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

/**
 * LiaisonAction:
 * @uuid: of its batch
 * @name: what was done, for people: "Add call with Kuleba"
 * @time: seconds since 1970, UTC
 * @undone: whether it has been taken back, and can be done again
 */
typedef struct
{
  char     *uuid;
  char     *name;
  gint64    time;
  gboolean  undone;
} LiaisonAction;

/**
 * liaison_actions_load:
 * @most: how many at most
 *
 * Returns: (transfer full) (element-type LiaisonAction): what can be done again, and then what can be taken back, the newest first; %NULL with an
 *   error
 */
GPtrArray *liaison_actions_load (LiaisonDb *db, guint most, GError **error);

/**
 * liaison_undo_to:
 * @uuid: an action that can be taken back or done again
 * @stands: whether it stands afterwards as the newest one; else it is taken back, too
 *
 * Takes back, or does again, one action after the other, until @uuid is the newest one that stands, or the first that does not.
 *
 * Returns: %FALSE where one of them fails as it does in liaison_undo() and liaison_redo(); those before it have been done
 */
gboolean   liaison_undo_to      (LiaisonDb *db, const char *uuid, gboolean stands, GError **error);

G_END_DECLS
