/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-store.h"

#include "liaison-copier-private.h"
#include "liaison-copy-private.h"
#include "liaison-store-file-private.h"
#include "liaison-undo.h"
#include "liaison-writer-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* By then the window shows what it has to show. */
#define COPY_DELAY_SECONDS 10

/* So often, in microseconds, progress is told. */
#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)

struct _LiaisonStore
{
  GObject           parent_instance;
  LiaisonStoreFile *file;
  char             *name;
  char             *undo_name;
  char             *redo_name;
  gboolean          read_only;
  gboolean          unsaved;
  gboolean          closed;
  guint             n_changes;
  guint             n_writes;                       /* asked for and not over yet */
  guint             n_stopping;                     /* readers that a closing store waits for */
  LiaisonProgress   progress;                       /* of opening */
  gpointer          progress_data;
  gint64            progress_time;                  /* the writing thread's: when it was told last */
  GMainContext     *context;
  LiaisonWriter    *writer;
  LiaisonCopier    *copier;
  LiaisonWorker    *readers[LIAISON_QUEUE_WRITER];  /* by queue */
};

enum { PROP_PATH = 1, PROP_NAME, PROP_READ_ONLY, PROP_UNDO_NAME, PROP_REDO_NAME, PROP_BUSY, PROP_IS_COPY, PROP_UNSAVED, N_PROPS };
enum { CHANGED, COPY_FAILED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LiaisonStore, liaison_store, G_TYPE_OBJECT)

typedef struct
{
  GTask          *task;
  GDestroyNotify  free_result;
} Run;

/* Of the reading threads by their queue: how many there are, and what a debugger calls them. */
static const struct { const char *name; guint n_threads; } queues[] = {
  [LIAISON_QUEUE_PAGES] = { "liaison-pages", 1 },
  [LIAISON_QUEUE_IDS] = { "liaison-ids", 2 },
  [LIAISON_QUEUE_CHARTS] = { "liaison-charts", 1 },
};

static void
return_closed (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, _("The store is closed."));
}

static void
set_text (LiaisonStore  *self,
          char         **text,
          const char    *value,
          int            property)
{
  if (g_strcmp0 (*text, value) == 0)
    return;

  g_free (*text);
  *text = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_flag (LiaisonStore *self,
          gboolean     *flag,
          gboolean      value,
          int           property)
{
  if (*flag == value)
    return;

  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
note_change (LiaisonStore *self)
{
  self->n_changes++;
  set_flag (self, &self->unsaved, liaison_store_get_is_copy (self), PROP_UNSAVED);
  liaison_copier_note_change (self->copier);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
tell_cb (const LiaisonNews *news,
         gpointer           user_data)
{
  g_autoptr (LiaisonStore) self = g_object_ref (user_data);

  set_flag (self, &self->read_only, news->read_only, PROP_READ_ONLY);
  set_text (self, &self->undo_name, news->undo_name, PROP_UNDO_NAME);
  set_text (self, &self->redo_name, news->redo_name, PROP_REDO_NAME);
  if (news->changed)
    note_change (self);
}

static void
copy_failed_cb (const GError *error,
                gpointer      user_data)
{
  g_autoptr (LiaisonStore) self = g_object_ref (user_data);

  g_signal_emit (self, signals[COPY_FAILED], 0, error);
}

static void
count_writes (LiaisonStore *self,
              int           difference)
{
  gboolean was_busy = self->n_writes > 0;

  self->n_writes += difference;
  if (was_busy != (self->n_writes > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
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
    count_writes (g_task_get_source_object (task), -1);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, run->free_result);
  g_free (run);
}

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
    set_flag (self, &self->unsaved, FALSE, PROP_UNSAVED);
  g_task_return_boolean (task, TRUE);
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

/* Jobs. */

static gpointer
open_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return NULL;
}

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

static gpointer
redo_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  char *name = NULL;

  return liaison_redo (db, &name, error) ? name : NULL;
}

static void
liaison_store_dispose (GObject *object)
{
  LiaisonStore *self = LIAISON_STORE (object);

  for (int i = 0; i < LIAISON_QUEUE_WRITER; i++)
    g_clear_pointer (&self->readers[i], liaison_worker_free);
  g_clear_pointer (&self->copier, liaison_copier_free);
  g_clear_pointer (&self->writer, liaison_writer_free);

  G_OBJECT_CLASS (liaison_store_parent_class)->dispose (object);
}

static void
liaison_store_finalize (GObject *object)
{
  LiaisonStore *self = LIAISON_STORE (object);

  liaison_store_file_free (self->file);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->name);
  g_free (self->undo_name);
  g_free (self->redo_name);

  G_OBJECT_CLASS (liaison_store_parent_class)->finalize (object);
}

static void
liaison_store_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  LiaisonStore *self = LIAISON_STORE (object);

  switch (id)
    {
    case PROP_PATH:
      g_value_set_string (value, liaison_store_get_path (self));
      break;

    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;

    case PROP_UNDO_NAME:
      g_value_set_string (value, self->undo_name);
      break;

    case PROP_REDO_NAME:
      g_value_set_string (value, self->redo_name);
      break;

    case PROP_BUSY:
      g_value_set_boolean (value, self->n_writes > 0);
      break;

    case PROP_IS_COPY:
      g_value_set_boolean (value, liaison_store_get_is_copy (self));
      break;

    case PROP_UNSAVED:
      g_value_set_boolean (value, self->unsaved);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static GParamSpec *
text_property (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
boolean_property (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
liaison_store_class_init (LiaisonStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = liaison_store_dispose;
  object_class->finalize = liaison_store_finalize;
  object_class->get_property = liaison_store_get_property;

  properties[PROP_PATH] = text_property ("path");
  properties[PROP_NAME] = text_property ("name");
  properties[PROP_READ_ONLY] = boolean_property ("read-only");
  properties[PROP_UNDO_NAME] = text_property ("undo-name");
  properties[PROP_REDO_NAME] = text_property ("redo-name");
  properties[PROP_BUSY] = boolean_property ("busy");
  properties[PROP_IS_COPY] = boolean_property ("is-copy");
  properties[PROP_UNSAVED] = boolean_property ("unsaved");
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COPY_FAILED] = g_signal_new ("copy-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
liaison_store_init (LiaisonStore *self)
{
}

static LiaisonStore *
store_new (const char *path)
{
  LiaisonStore *self = g_object_new (LIAISON_TYPE_STORE, NULL);

  self->file = liaison_store_file_new (path);
  self->name = liaison_store_file_make_name (self->file);
  self->context = g_main_context_ref_thread_default ();
  liaison_store_file_set_progress (self->file, note_progress, self);
  self->writer = liaison_writer_new (liaison_store_file_open_writer, self->file, tell_cb, self);
  self->copier = liaison_copier_new (liaison_store_file_open_reader, self->file, copy_failed_cb, self);
  for (int i = 0; i < LIAISON_QUEUE_WRITER; i++)
    self->readers[i] = liaison_worker_new (queues[i].name, queues[i].n_threads, liaison_store_file_open_reader, self->file);

  return self;
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

  self = store_new (path);
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
      return_closed (task);
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
      return_closed (task);
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

  count_writes (self, 1);
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
  return_closed (task);
  g_object_unref (task);
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

const char *
liaison_store_get_path (LiaisonStore *self)
{
  g_return_val_if_fail (LIAISON_IS_STORE (self), NULL);

  return liaison_store_file_get_path (self->file);
}

const char *
liaison_store_get_name (LiaisonStore *self)
{
  g_return_val_if_fail (LIAISON_IS_STORE (self), NULL);

  return self->name;
}

gboolean
liaison_store_get_read_only (LiaisonStore *self)
{
  g_return_val_if_fail (LIAISON_IS_STORE (self), FALSE);

  return self->read_only;
}

gboolean
liaison_store_get_is_copy (LiaisonStore *self)
{
  g_return_val_if_fail (LIAISON_IS_STORE (self), FALSE);

  return liaison_store_file_get_copy (self->file) != NULL;
}

gboolean
liaison_store_get_unsaved (LiaisonStore *self)
{
  g_return_val_if_fail (LIAISON_IS_STORE (self), FALSE);

  return self->unsaved;
}

const char *
liaison_store_get_undo_name (LiaisonStore *self)
{
  g_return_val_if_fail (LIAISON_IS_STORE (self), NULL);

  return self->undo_name;
}

const char *
liaison_store_get_redo_name (LiaisonStore *self)
{
  g_return_val_if_fail (LIAISON_IS_STORE (self), NULL);

  return self->redo_name;
}
