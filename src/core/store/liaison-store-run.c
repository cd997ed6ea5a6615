/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-store-private.h"

#include "liaison-undo.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GTask          *task;
  GDestroyNotify  free_result;
} Run;

void
liaison_store_return_closed (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, _("The store is closed."));
}

static void
ran_cb (gpointer  result,
        GError   *error,
        gpointer  user_data)
{
  Run *run = user_data;
  g_autoptr (GTask) task = g_steal_pointer (&run->task);
  LiaisonQueue queue = GPOINTER_TO_INT (g_task_get_task_data (task));

  if (queue == LIAISON_QUEUE_WRITER)
    liaison_store_count_writes (g_task_get_source_object (task), -1);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, run->free_result);
  g_free (run);
}

void
liaison_store_run_async (LiaisonStore        *self,
                         LiaisonQueue         queue,
                         LiaisonJob           job,
                         gpointer             data,
                         GDestroyNotify       free_data,
                         GDestroyNotify       free_result,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Run *run;

  g_return_if_fail (LIAISON_IS_STORE (self));
  g_return_if_fail (queue <= LIAISON_QUEUE_WRITER);
  g_return_if_fail (job != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, liaison_store_run_async);
  g_task_set_task_data (task, GINT_TO_POINTER (queue), NULL);
  /* What was committed before it could be cancelled has happened. */
  g_task_set_check_cancellable (task, queue != LIAISON_QUEUE_WRITER);

  if (self->closed)
    {
      if (data != NULL && free_data != NULL)
        free_data (data);
      liaison_store_return_closed (task);
      return;
    }

  run = g_new0 (Run, 1);
  run->task = g_steal_pointer (&task);
  run->free_result = free_result;
  if (queue != LIAISON_QUEUE_WRITER)
    {
      liaison_worker_push (self->readers[queue], job, data, free_data, free_result, cancellable, ran_cb, run);
      return;
    }

  liaison_store_count_writes (self, 1);
  liaison_writer_push (self->writer, job, data, free_data, free_result, cancellable, ran_cb, run);
}

gpointer
liaison_store_run_finish (LiaisonStore  *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Edits */

static gpointer
edit_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return GINT_TO_POINTER (liaison_changes_apply (data, db, error));
}

static gpointer
undo_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  char *name = NULL;

  return liaison_undo (db, &name, error) ? name : NULL;
}

static gpointer
redo_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  char *name = NULL;

  return liaison_redo (db, &name, error) ? name : NULL;
}

void
liaison_store_edit_async (LiaisonStore        *self,
                          LiaisonChanges      *changes,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (changes != NULL);

  liaison_store_run_async (self, LIAISON_QUEUE_WRITER, edit_job, liaison_changes_ref (changes),
                           (GDestroyNotify) liaison_changes_unref, NULL, NULL, callback, user_data);
}

gboolean
liaison_store_edit_finish (LiaisonStore  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return liaison_store_run_finish (self, result, error) != NULL;
}

void
liaison_store_undo_async (LiaisonStore        *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  liaison_store_run_async (self, LIAISON_QUEUE_WRITER, undo_job, NULL, NULL, g_free, NULL, callback, user_data);
}

char *
liaison_store_undo_finish (LiaisonStore  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return liaison_store_run_finish (self, result, error);
}

void
liaison_store_redo_async (LiaisonStore        *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  liaison_store_run_async (self, LIAISON_QUEUE_WRITER, redo_job, NULL, NULL, g_free, NULL, callback, user_data);
}

char *
liaison_store_redo_finish (LiaisonStore  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return liaison_store_run_finish (self, result, error);
}
