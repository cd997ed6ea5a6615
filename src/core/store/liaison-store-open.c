/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-store-private.h"

/* By then the window shows what it has to show. */
#define COPY_DELAY_SECONDS 10

/* So often, in microseconds, progress is told. */
#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)

typedef struct
{
  LiaisonStore *store;
  guint64       done;
  guint64       total;
} Progress;

static void
progress_free (gpointer data)
{
  Progress *progress = data;

  g_object_unref (progress->store);
  g_free (progress);
}

static gboolean
tell_progress_cb (gpointer data)
{
  Progress *progress = data;
  LiaisonStore *self = progress->store;

  if (self->progress != NULL)
    self->progress (progress->done, progress->total, self->progress_data);

  return G_SOURCE_REMOVE;
}

/* On the writing thread. */
static void
note_progress (guint64  done,
               guint64  total,
               gpointer user_data)
{
  LiaisonStore *self = user_data;
  Progress *progress;

  if (g_get_monotonic_time () - self->progress_time < PROGRESS_INTERVAL)
    return;

  self->progress_time = g_get_monotonic_time ();
  progress = g_new (Progress, 1);
  *progress = (Progress) { g_object_ref (self), done, total };
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, tell_progress_cb, progress, progress_free);
}

static void
opened_cb (gpointer  result,
           GError   *error,
           gpointer  user_data)
{
  g_autoptr (GTask) task = user_data;
  LiaisonStore *self = g_task_get_task_data (task);

  self->progress = NULL;
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self->unsaved = liaison_store_get_is_copy (self) && liaison_working_copy_was_unsaved (liaison_store_file_get_copy (self->file));
  liaison_writer_start_upkeep (self->writer);
  if (!self->read_only)
    liaison_copier_start (self->copier, COPY_DELAY_SECONDS);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static void
closed_cb (gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, TRUE);
}

/* The readers end before the writer, so that none of them keeps it from emptying the log. */
static void
reader_stopped_cb (gpointer user_data)
{
  GTask *task = user_data;
  LiaisonStore *self = g_task_get_source_object (task);

  if (--self->n_stopping == 0)
    liaison_writer_stop (self->writer, closed_cb, task);
}

static gpointer
open_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return NULL;
}

void
liaison_store_open_async (const char          *path,
                          LiaisonProgress      progress,
                          gpointer             progress_data,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  LiaisonStore *self;
  GTask *task;

  g_return_if_fail (path != NULL);

  self = liaison_store_new (path);
  liaison_store_file_set_progress (self->file, note_progress, self);
  self->progress = progress;
  self->progress_data = progress_data;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, liaison_store_open_async);
  g_task_set_task_data (task, self, g_object_unref);
  liaison_writer_push (self->writer, open_job, NULL, NULL, NULL, cancellable, opened_cb, task);
}

LiaisonStore *
liaison_store_open_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
liaison_store_close_async (LiaisonStore        *self,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (LIAISON_IS_STORE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, liaison_store_close_async);
  if (self->closed)
    {
      liaison_store_return_closed (task);
      g_object_unref (task);
      return;
    }

  self->closed = TRUE;
  self->n_stopping = 1;
  for (int i = 0; i < LIAISON_QUEUE_WRITER; i++)
    {
      liaison_worker_cancel_all (self->readers[i]);
      self->n_stopping += liaison_worker_stop (self->readers[i], reader_stopped_cb, task);
    }
  self->n_stopping += liaison_copier_stop (self->copier, reader_stopped_cb, task);
  reader_stopped_cb (task);
}

gboolean
liaison_store_close_finish (LiaisonStore  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
