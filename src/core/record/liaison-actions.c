/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-undo.h"

#include "liaison-edit.h"
#include "liaison-rows-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* Edits and imports, as in liaison-undo.c; those that a newer action has passed over can be neither taken back nor done again. */
static const char actions[] =
  "SELECT uuid, name, time, undone FROM batch WHERE kind IN (1, 2) AND undone IN (0, 1) ORDER BY id DESC LIMIT ?1";

G_STATIC_ASSERT (LIAISON_BATCH_EDIT == 1 && LIAISON_BATCH_IMPORT == 2);

static void
free_action (gpointer data)
{
  LiaisonAction *action = data;

  g_free (action->uuid);
  g_free (action->name);
  g_free (action);
}

GPtrArray *
liaison_actions_load (LiaisonDb  *db,
                      guint       most,
                      GError    **error)
{
  g_autoptr (GPtrArray) loaded = g_ptr_array_new_with_free_func (free_action);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, actions, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return NULL;

  liaison_sql_bind_integer (sql, 1, most);
  while (liaison_sql_step (sql, &failure))
    {
      LiaisonAction *action = g_new0 (LiaisonAction, 1);

      action->uuid = liaison_sql_dup_uuid (sql, 0);
      action->name = liaison_sql_dup_text (sql, 1);
      action->time = liaison_sql_get_integer (sql, 2);
      action->undone = liaison_sql_get_integer (sql, 3) == 1;
      g_ptr_array_add (loaded, action);
    }

  return liaison_rows_end (&failure, error) ? g_steal_pointer (&loaded) : NULL;
}

/* How far it is: negative to take back, positive to do again.  ?1 is the action. */
static const char way[] =
  "SELECT t.undone, (SELECT count(*) FROM batch b WHERE b.kind IN (1, 2) AND b.undone = 0 AND b.id > t.id),"
  " (SELECT count(*) FROM batch b WHERE b.kind IN (1, 2) AND b.undone = 1 AND b.id <= t.id)"
  " FROM batch t WHERE t.uuid = ?1 AND t.kind IN (1, 2) AND t.undone IN (0, 1)";

static gboolean
measure_way (LiaisonDb   *db,
             const char  *uuid,
             gboolean     stands,
             int         *steps,
             GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, way, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, uuid);
  if (liaison_sql_step (sql, &failure))
    {
      if (liaison_sql_get_integer (sql, 0) == 1)
        *steps = (int) liaison_sql_get_integer (sql, 2) - !stands;
      else
        *steps = -(int) liaison_sql_get_integer (sql, 1) - !stands;
      return TRUE;
    }
  if (!liaison_rows_end (&failure, error))
    return FALSE;

  g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("This action can no longer be taken back or done again."));

  return FALSE;
}

gboolean
liaison_undo_to (LiaisonDb   *db,
                 const char  *uuid,
                 gboolean     stands,
                 GError     **error)
{
  int steps;

  g_return_val_if_fail (uuid != NULL, FALSE);

  if (!measure_way (db, uuid, stands, &steps, error))
    return FALSE;
  for (; steps < 0; steps++)
    {
      if (!liaison_undo (db, NULL, error))
        return FALSE;
    }
  for (; steps > 0; steps--)
    {
      if (!liaison_redo (db, NULL, error))
        return FALSE;
    }

  return TRUE;
}
