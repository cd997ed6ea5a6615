/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-copier-private.h"

#include "liaison-backup.h"
#include "liaison-day.h"

/* It gives way to what paints, but not to all: a person waits for what saves a copy, or saves back, on this thread. */
#define NICENESS 5

struct _LiaisonCopier
{
  LiaisonWorker       *worker;
  LiaisonCopierFailed  failed;
  gpointer             user_data;
  GMainContext        *context;
  GSource             *timer;
  gboolean             started;
  guint                delay;    /* in seconds */
  int                  day;      /* that the last copy was begun on */
};

/* Nobody waits for a daily copy: it is made while nothing else is asked of the store. */
static void
give_way_cb (guint64  done,
             guint64  total,
             gpointer cancellable)
{
  liaison_worker_wait_for_quiet (cancellable);
}

static gpointer
copy_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  int today = GPOINTER_TO_INT (data);

  return GINT_TO_POINTER (liaison_backup_make (db, LIAISON_BACKUP_DAILY, today, 0, give_way_cb, cancellable, cancellable, error));
}

static void
copied_cb (gpointer  result,
           GError   *error,
           gpointer  user_data)
{
  LiaisonCopier *self = user_data;
  g_autoptr (GError) failure = error;

  if (failure != NULL && !liaison_error_is_cancelled (failure))
    self->failed (failure, self->user_data);
}

static void
clear_timer (LiaisonCopier *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static gboolean
copy_cb (gpointer data)
{
  LiaisonCopier *self = data;

  self->day = liaison_day_today ();
  liaison_worker_push (self->worker, copy_job, GINT_TO_POINTER (self->day), NULL, NULL, NULL, copied_cb, self);
  clear_timer (self);

  return G_SOURCE_REMOVE;
}

static void
copy_soon (LiaisonCopier *self)
{
  clear_timer (self);
  self->timer = g_timeout_source_new_seconds (self->delay);
  g_source_set_callback (self->timer, copy_cb, self, NULL);
  g_source_attach (self->timer, self->context);
}

LiaisonCopier *
liaison_copier_new (LiaisonWorkerOpen    open,
                    gpointer             open_data,
                    LiaisonCopierFailed  failed,
                    gpointer             user_data)
{
  LiaisonCopier *self = g_new0 (LiaisonCopier, 1);

  self->worker = liaison_worker_new ("liaison-copies", open, open_data);
  liaison_worker_set_niceness (self->worker, NICENESS);
  liaison_worker_set_background (self->worker);
  self->failed = failed;
  self->user_data = user_data;
  self->context = g_main_context_ref_thread_default ();

  return self;
}

void
liaison_copier_free (LiaisonCopier *self)
{
  clear_timer (self);
  liaison_worker_free (self->worker);
  g_main_context_unref (self->context);
  g_free (self);
}

void
liaison_copier_start (LiaisonCopier *self,
                      guint          delay)
{
  self->started = TRUE;
  self->delay = delay;
  copy_soon (self);
}

void
liaison_copier_note_change (LiaisonCopier *self)
{
  if (self->started && self->timer == NULL && self->day != liaison_day_today ())
    copy_soon (self);
}

void
liaison_copier_review (LiaisonCopier *self)
{
  if (self->started)
    copy_soon (self);
}

LiaisonWorker *
liaison_copier_get_worker (LiaisonCopier *self)
{
  return self->worker;
}

gboolean
liaison_copier_stop (LiaisonCopier        *self,
                     LiaisonWorkerStopped  stopped,
                     gpointer              user_data)
{
  self->started = FALSE;
  clear_timer (self);
  liaison_worker_cancel_all (self->worker);

  return liaison_worker_stop (self->worker, stopped, user_data);
}
