/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-store-private.h"

#include "liaison-copy-private.h"

/* What is done with the whole store, on the thread that reads for long. */
static void
run_on_copier (LiaisonStore      *self,
               LiaisonJob         job,
               gpointer           data,
               GDestroyNotify     free_data,
               LiaisonWorkerDone  done,
               GTask             *task)
{
  g_task_set_check_cancellable (task, FALSE);
  if (!self->closed)
    {
      liaison_worker_push (liaison_copier_get_worker (self->copier), job, data, free_data, NULL, g_task_get_cancellable (task), done, task);
      return;
    }

  if (free_data != NULL)
    free_data (data);
  liaison_store_return_closed (task);
  g_object_unref (task);
}

static void
copied_cb (gpointer  result,
           GError   *error,
           gpointer  user_data)
{
  g_autoptr (GTask) task = user_data;

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
saved_back_cb (gpointer  result,
               GError   *error,
               gpointer  user_data)
{
  g_autoptr (GTask) task = user_data;
  LiaisonStore *self = g_task_get_source_object (task);
  guint n_changes = GPOINTER_TO_UINT (g_task_get_task_data (task));

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (self->n_changes == n_changes)
    liaison_store_set_unsaved (self, FALSE);
  g_task_return_boolean (task, TRUE);
}

static gpointer
save_back_job (LiaisonDb     *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return GINT_TO_POINTER (liaison_working_copy_save_back (data, db, cancellable, error));
}

static gpointer
save_copy_job (LiaisonDb     *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return GINT_TO_POINTER (liaison_copy_save (db, data, cancellable, error));
}

static gpointer
forget_edits_job (LiaisonDb     *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return GINT_TO_POINTER (liaison_working_copy_forget_edits (data, error));
}

void
liaison_store_save_back_async (LiaisonStore        *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (LIAISON_IS_STORE (self));
  g_return_if_fail (liaison_store_get_is_copy (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, liaison_store_save_back_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (self->n_changes), NULL);
  run_on_copier (self, save_back_job, liaison_store_file_get_copy (self->file), NULL, saved_back_cb, task);
}

gboolean
liaison_store_save_back_finish (LiaisonStore  *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
liaison_store_save_copy_async (LiaisonStore        *self,
                               const char          *path,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (LIAISON_IS_STORE (self));
  g_return_if_fail (path != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, liaison_store_save_copy_async);
  run_on_copier (self, save_copy_job, g_strdup (path), g_free, copied_cb, task);
}

gboolean
liaison_store_save_copy_finish (LiaisonStore  *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
liaison_store_forget_edits_async (LiaisonStore        *self,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (LIAISON_IS_STORE (self));
  g_return_if_fail (liaison_store_get_is_copy (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, liaison_store_forget_edits_async);
  run_on_copier (self, forget_edits_job, liaison_store_file_get_copy (self->file), NULL, copied_cb, task);
}

gboolean
liaison_store_forget_edits_finish (LiaisonStore  *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
