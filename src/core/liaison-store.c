/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-store.h"

#include "liaison-undo.h"
#include "liaison-writer-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SUFFIX ".liaison"

struct _LiaisonStore
{
  GObject        parent_instance;
  char          *path;
  char          *name;
  char          *undo_name;
  char          *redo_name;
  gboolean       read_only;
  gboolean       closed;
  guint          n_writes;                       /* asked for and not over yet */
  guint          n_stopping;                     /* readers that a closing store waits for */
  LiaisonWriter *writer;
  LiaisonWorker *readers[LIAISON_QUEUE_WRITER];  /* by queue */
};

enum { PROP_PATH = 1, PROP_NAME, PROP_READ_ONLY, PROP_UNDO_NAME, PROP_REDO_NAME, PROP_BUSY, N_PROPS };
enum { CHANGED, N_SIGNALS };

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

/* The path is read on every thread: it is set before they are started and freed after they have ended. */

static LiaisonDb *
open_reader (gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  LiaisonStore *self = data;

  return liaison_db_open (self->path, LIAISON_DB_READ, error);
}

static LiaisonDb *
open_writer (gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  LiaisonStore *self = data;
  g_autoptr (GError) failure = NULL;
  LiaisonDb *db = liaison_db_open (self->path, LIAISON_DB_WRITE, &failure);

  if (db != NULL)
    return db;

  if (g_error_matches (failure, LIAISON_ERROR, LIAISON_ERROR_READ_ONLY))
    return liaison_db_open (self->path, LIAISON_DB_READ, error);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
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
tell_cb (const LiaisonNews *news,
         gpointer           user_data)
{
  g_autoptr (LiaisonStore) self = g_object_ref (user_data);

  if (self->read_only != news->read_only)
    {
      self->read_only = news->read_only;
      g_object_notify_by_pspec (user_data, properties[PROP_READ_ONLY]);
    }

  set_text (self, &self->undo_name, news->undo_name, PROP_UNDO_NAME);
  set_text (self, &self->redo_name, news->redo_name, PROP_REDO_NAME);
  if (news->changed)
    g_signal_emit (self, signals[CHANGED], 0);
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

static void
opened_cb (gpointer  result,
           GError   *error,
           gpointer  user_data)
{
  g_autoptr (GTask) task = user_data;
  LiaisonStore *self = g_task_get_task_data (task);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  liaison_writer_start_upkeep (self->writer);
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
  g_clear_pointer (&self->writer, liaison_writer_free);

  G_OBJECT_CLASS (liaison_store_parent_class)->dispose (object);
}

static void
liaison_store_finalize (GObject *object)
{
  LiaisonStore *self = LIAISON_STORE (object);

  g_free (self->path);
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
      g_value_set_string (value, self->path);
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
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
liaison_store_init (LiaisonStore *self)
{
  self->writer = liaison_writer_new (open_writer, self, tell_cb, self);
  for (int i = 0; i < LIAISON_QUEUE_WRITER; i++)
    self->readers[i] = liaison_worker_new (queues[i].name, queues[i].n_threads, open_reader, self);
}

static char *
make_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  if (strlen (base) > strlen (SUFFIX) && g_str_has_suffix (base, SUFFIX))
    base[strlen (base) - strlen (SUFFIX)] = '\0';

  return g_filename_display_name (base);
}

void
liaison_store_open_async (const char          *path,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;
  LiaisonStore *self;

  g_return_if_fail (path != NULL);

  self = g_object_new (LIAISON_TYPE_STORE, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->name = make_name (path);

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
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, _("The store is closed."));
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
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, _("The store is closed."));
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

const char *
liaison_store_get_path (LiaisonStore *self)
{
  g_return_val_if_fail (LIAISON_IS_STORE (self), NULL);

  return self->path;
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
