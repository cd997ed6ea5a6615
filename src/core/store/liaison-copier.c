/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-copier-private.h"

#include "liaison-backup.h"
#include "liaison-day.h"

/* It gives way to what paints, but not to all: a person waits for what saves a copy, or saves back, on this thread. */
#define NICENESS 5

/* In microseconds: so long a copy waits in all.  What it reads keeps the log of the store from being begun anew, and of a person who never rests
 * there must be copies, too. */
#define PATIENCE (10 * 60 * G_USEC_PER_SEC)

struct _LiaisonCopier
{
  LiaisonWorker       *worker;
  LiaisonCopierFailed  failed;
  gpointer             user_data;
  GMainContext        *context;
  GSource             *timer;
  gboolean             started;
  gboolean             copying;
  gboolean             again;    /* when that is over */
  guint                delay;    /* in seconds */
  int                  day;      /* that the last copy was begun on */
};

typedef struct
{
  gint64        end;
  GCancellable *cancellable;
} Wait;

/* Nobody waits for a daily copy: it is made while nothing else is asked for, and gives up for what somebody waits for. */
static void
give_way_cb (guint64  done,
             guint64  total,
             gpointer data)
{
  const Wait *wait = data;

  if (!liaison_worker_wait_for_quiet (wait->end, wait->cancellable))
    g_cancellable_cancel (wait->cancellable);
}

static gpointer
copy_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  int today = GPOINTER_TO_INT (data);
  Wait wait = { g_get_monotonic_time () + PATIENCE, cancellable };

  give_way_cb (0, 0, &wait);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return GINT_TO_POINTER (liaison_backup_make (db, LIAISON_BACKUP_DAILY, today, 0, give_way_cb, &wait, cancellable, error));
}

static void copy_soon (LiaisonCopier *self);

static void
copied_cb (gpointer  result,
           GError   *error,
           gpointer  user_data)
{
  LiaisonCopier *self = user_data;
  g_autoptr (GError) failure = error;
  gboolean is_given_up = failure != NULL && liaison_error_is_cancelled (failure);

  self->copying = FALSE;
  if (self->started && (is_given_up || self->again))
    copy_soon (self);
  if (failure != NULL && !is_given_up)
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
  self->copying = TRUE;
  liaison_worker_push (self->worker, copy_job, GINT_TO_POINTER (self->day), NULL, NULL, NULL, copied_cb, self);
  clear_timer (self);

  return G_SOURCE_REMOVE;
}

static void
copy_soon (LiaisonCopier *self)
{
  self->again = self->copying;
  if (self->copying)
    return;

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
  liaison_worker_set_quiet (self->worker);
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
