/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-worker.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <sys/resource.h>

/* In microseconds: after so long without work none is expected soon. */
#define REST (2 * G_USEC_PER_SEC)

/* After so long without a question a person reads, or is away. */
#define QUIET G_USEC_PER_SEC

typedef struct
{
  LiaisonWorker     *worker;
  LiaisonJob         job;           /* NULL in what ends a thread */
  gpointer           data;
  GDestroyNotify     free_data;
  GDestroyNotify     free_result;
  GCancellable      *cancellable;   /* of this run alone, so that a worker that ends can interrupt it */
  GCancellable      *given;         /* by who asked for the job; cancels the other */
  gulong             given_handler;
  LiaisonWorkerDone  done;
  gpointer           user_data;
  gpointer           result;
  GError            *error;
  GSource           *source;        /* brings it back to the owner */
  GList              link;          /* in the worker's list of what is not over */
} Work;

struct _LiaisonWorker
{
  char                 *name;
  LiaisonWorkerOpen     open;
  gpointer              open_data;
  GMainContext         *context;
  GAsyncQueue          *queue;    /* the only thing that both sides touch */
  GThread              *thread;   /* none until the first job */
  int                   niceness; /* as setpriority(2) takes it */
  gboolean              is_quiet;
  GQueue                works;    /* not over yet; the owner's */
  gboolean              stopping;
  LiaisonWorkerStopped  stopped;
  gpointer              stopped_data;
};

/* The worker whose thread this is. */
static GPrivate current_worker;

/*
 * Of the threads of all workers that are not quiet: how many work, and when one of them ended last.  Whoever waits for quiet is woken when that
 * changes, and when he has something else to do.
 */
static GMutex busy_mutex;
static GCond busy_cond;
static guint n_busy;
static gint64 busy_until;

static void
cancel_cb (GCancellable *given,
           gpointer      cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
work_free (Work *work)
{
  g_cancellable_disconnect (work->given, work->given_handler);
  if (work->result != NULL && work->free_result != NULL)
    work->free_result (work->result);
  if (work->data != NULL && work->free_data != NULL)
    work->free_data (work->data);
  g_clear_error (&work->error);
  g_clear_object (&work->given);
  g_clear_object (&work->cancellable);
  g_clear_pointer (&work->source, g_source_unref);
  g_free (work);
}

static void
end_thread (LiaisonWorker *self)
{
  /* It has nothing left to do but to return, so this does not wait. */
  g_thread_join (g_steal_pointer (&self->thread));
  self->stopped (self->stopped_data);
}

static gboolean
work_over_cb (gpointer data)
{
  Work *work = data;
  LiaisonWorker *self = work->worker;

  g_queue_unlink (&self->works, &work->link);
  g_cancellable_disconnect (work->given, work->given_handler);
  work->given_handler = 0;

  /* What is called here may free the worker. */
  if (work->job == NULL)
    end_thread (self);
  else if (work->done != NULL)
    work->done (g_steal_pointer (&work->result), g_steal_pointer (&work->error), work->user_data);
  work_free (work);

  return G_SOURCE_REMOVE;
}

static void
hand_back (LiaisonWorker *self,
           Work          *work)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, work_over_cb, work, NULL);
  g_source_set_static_name (source, "Liaison job is over");
  work->source = g_source_ref (source);
  g_source_attach (source, self->context);
}

static void
run (LiaisonWorker  *self,
     Work           *work,
     LiaisonDb     **db)
{
  if (g_cancellable_set_error_if_cancelled (work->cancellable, &work->error))
    return;

  if (*db == NULL)
    *db = self->open (self->open_data, work->cancellable, &work->error);
  if (*db == NULL)
    return;

  liaison_db_set_cancellable (*db, work->cancellable);
  work->result = work->job (*db, work->data, work->cancellable, &work->error);
  liaison_db_set_cancellable (*db, NULL);
}

/* Linux has a priority for each thread, and 0 means the one that asks (setpriority(2), “C library/kernel differences”); elsewhere it would be
 * that of the whole program. */
static void
give_way (int niceness)
{
#ifdef __linux__
  if (niceness != 0)
    setpriority (PRIO_PROCESS, 0, getpriority (PRIO_PROCESS, 0) + niceness);
#endif
}

static void
count_work (LiaisonWorker *self,
            int            change)
{
  if (self->is_quiet)
    return;

  g_mutex_lock (&busy_mutex);
  n_busy += change;
  busy_until = g_get_monotonic_time ();
  g_cond_broadcast (&busy_cond);
  g_mutex_unlock (&busy_mutex);
}

static gboolean
is_busy (void)
{
  gboolean busy;

  g_mutex_lock (&busy_mutex);
  busy = n_busy > 0;
  g_mutex_unlock (&busy_mutex);

  return busy;
}

/*
 * Gives back to the system what will not be needed soon: the pages that SQLite keeps, and what lies idle between what is in use, which free()
 * keeps: a list of all ids leaves a hole of megabytes (malloc_trim(3)).  That holds up whoever wants memory meanwhile, for milliseconds, so it
 * is not done while another thread works that is not quiet.
 */
static void
rest (LiaisonDb *db)
{
  if (db != NULL)
    liaison_db_rest (db);
#ifdef __GLIBC__
  if (!is_busy ())
    malloc_trim (0);
#endif
}

/* Waits for the next work. */
static Work *
take (LiaisonWorker *self,
      LiaisonDb     *db)
{
  Work *work = g_async_queue_timeout_pop (self->queue, REST);

  if (work == NULL)
    {
      rest (db);
      work = g_async_queue_pop (self->queue);
    }

  return work;
}

static gpointer
serve_cb (gpointer data)
{
  LiaisonWorker *self = data;
  LiaisonDb *db = NULL;
  gboolean ended = FALSE;

  g_private_set (&current_worker, self);
  give_way (self->niceness);

  while (!ended)
    {
      Work *work = take (self, db);

      count_work (self, 1);
      ended = work->job == NULL;
      if (ended)
        g_clear_pointer (&db, liaison_db_close);
      else
        run (self, work, &db);
      hand_back (self, work);
      count_work (self, -1);
    }

  return NULL;
}

static void
wake (void)
{
  g_mutex_lock (&busy_mutex);
  g_cond_broadcast (&busy_cond);
  g_mutex_unlock (&busy_mutex);
}

static void
wake_cb (GCancellable *cancellable,
         gpointer      user_data)
{
  wake ();
}

static void
append (LiaisonWorker *self,
        Work          *work)
{
  work->worker = self;
  work->link.data = work;
  g_queue_push_tail_link (&self->works, &work->link);
  g_async_queue_push (self->queue, work);
  if (self->is_quiet)
    wake ();
}

/* What ends the thread. */
static void
append_end (LiaisonWorker *self)
{
  self->stopping = TRUE;
  if (self->thread != NULL)
    append (self, g_new0 (Work, 1));
}

LiaisonWorker *
liaison_worker_new (const char        *name,
                    LiaisonWorkerOpen  open,
                    gpointer           open_data)
{
  LiaisonWorker *self = g_new0 (LiaisonWorker, 1);

  self->name = g_strdup (name);
  self->open = open;
  self->open_data = open_data;
  self->context = g_main_context_ref_thread_default ();
  self->queue = g_async_queue_new ();
  g_queue_init (&self->works);

  return self;
}

void
liaison_worker_set_niceness (LiaisonWorker *self,
                             int            niceness)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->thread == NULL);

  self->niceness = niceness;
}

void
liaison_worker_set_quiet (LiaisonWorker *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->thread == NULL);

  self->is_quiet = TRUE;
}

void
liaison_worker_free (LiaisonWorker *self)
{
  Work *work;

  g_return_if_fail (self != NULL);

  liaison_worker_cancel_all (self);
  if (!self->stopping)
    append_end (self);
  g_clear_pointer (&self->thread, g_thread_join);

  /* All of it is on its way back now. */
  while ((work = g_queue_peek_head (&self->works)) != NULL)
    {
      g_queue_unlink (&self->works, &work->link);
      if (work->source != NULL)
        g_source_destroy (work->source);
      work_free (work);
    }

  g_async_queue_unref (self->queue);
  g_main_context_unref (self->context);
  g_free (self->name);
  g_free (self);
}

void
liaison_worker_push (LiaisonWorker     *self,
                     LiaisonJob         job,
                     gpointer           data,
                     GDestroyNotify     free_data,
                     GDestroyNotify     free_result,
                     GCancellable      *cancellable,
                     LiaisonWorkerDone  done,
                     gpointer           user_data)
{
  Work *work;

  g_return_if_fail (self != NULL);
  g_return_if_fail (job != NULL);
  g_return_if_fail (!self->stopping);

  work = g_new0 (Work, 1);
  work->job = job;
  work->data = data;
  work->free_data = free_data;
  work->free_result = free_result;
  work->done = done;
  work->user_data = user_data;
  work->cancellable = g_cancellable_new ();
  if (cancellable != NULL)
    {
      work->given = g_object_ref (cancellable);
      work->given_handler = g_cancellable_connect (cancellable, G_CALLBACK (cancel_cb), g_object_ref (work->cancellable), g_object_unref);
    }

  if (self->thread == NULL)
    self->thread = g_thread_new (self->name, serve_cb, self);
  append (self, work);
}

void
liaison_worker_cancel_all (LiaisonWorker *self)
{
  g_return_if_fail (self != NULL);

  for (GList *l = self->works.head; l != NULL; l = l->next)
    {
      Work *work = l->data;

      g_cancellable_cancel (work->cancellable);
    }
}

gboolean
liaison_worker_stop (LiaisonWorker        *self,
                     LiaisonWorkerStopped  stopped,
                     gpointer              user_data)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (!self->stopping, FALSE);

  self->stopped = stopped;
  self->stopped_data = user_data;
  append_end (self);

  return self->thread != NULL;
}

gboolean
liaison_worker_wait_for_quiet (gint64        end,
                               GCancellable *cancellable)
{
  LiaisonWorker *self = g_private_get (&current_worker);
  gboolean goes_on;
  gulong handler;

  g_return_val_if_fail (self != NULL && self->is_quiet, FALSE);
  g_return_val_if_fail (G_IS_CANCELLABLE (cancellable), FALSE);

  handler = g_cancellable_connect (cancellable, G_CALLBACK (wake_cb), NULL, NULL);
  g_mutex_lock (&busy_mutex);
  while ((goes_on = !g_cancellable_is_cancelled (cancellable) && g_async_queue_length (self->queue) <= 0))
    {
      gint64 quiet = n_busy > 0 ? G_MAXINT64 : busy_until + QUIET;

      if (!g_cond_wait_until (&busy_cond, &busy_mutex, MIN (quiet, end)))
        break;
    }
  g_mutex_unlock (&busy_mutex);
  g_cancellable_disconnect (cancellable, handler);

  return goes_on;
}

gboolean
liaison_worker_is_current (LiaisonWorker *self)
{
  return g_private_get (&current_worker) == self;
}
