/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-writer-private.h"

#include "liaison-derive-private.h"
#include "liaison-undo.h"
#include "liaison-watch-private.h"

#define LOOK_INTERVAL_MS 500
#define CHECKPOINT_DELAY_MS 2000

struct _LiaisonWriter
{
  LiaisonWorker     *worker;
  LiaisonWatch      *watch;        /* the writing thread's */
  gboolean           replaced;     /* likewise */
  LiaisonWriterTell  tell;
  gpointer           tell_data;
  GMainContext      *context;
  GCancellable      *upkeep;       /* cancelled when it ends */
  GSource           *look_timer;
  GSource           *checkpoint_timer;
  guint              n_errands;    /* not over yet */
  gboolean           refreshing;
  gboolean           read_only;
  LiaisonNews       *withheld;     /* until the refreshing has come to its end */
};

typedef struct _Errand Errand;

/* A job with what the writer needs around it. */
struct _Errand
{
  LiaisonWriter     *writer;
  LiaisonJob         job;
  gpointer           data;
  GDestroyNotify     free_data;
  LiaisonWorkerDone  done;       /* of a job that was given */
  gpointer           user_data;
  void             (*upkept) (Errand *errand, gboolean result); /* of upkeep */
  LiaisonNews       *news;
};

static void
news_free (LiaisonNews *news)
{
  g_free (news->undo_name);
  g_free (news->redo_name);
  g_free (news);
}

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  if (errand->data != NULL && errand->free_data != NULL)
    errand->free_data (errand->data);
  g_clear_pointer (&errand->news, news_free);
  g_free (errand);
}

/* The following run on the writing thread. */

static LiaisonNews *
look (LiaisonWriter *self,
      LiaisonDb     *db)
{
  gboolean first = self->watch == NULL;
  gboolean replaced = liaison_db_is_replaced (db);
  gboolean changed;
  LiaisonNews *news;

  if (first)
    self->watch = liaison_watch_new (db);
  changed = liaison_watch_look (self->watch) && !first;
  if (!changed && !first && replaced == self->replaced)
    return NULL;

  self->replaced = replaced;
  news = g_new0 (LiaisonNews, 1);
  news->changed = changed;
  news->read_only = liaison_db_is_read_only (db) || replaced;
  news->replaced = replaced;
  news->undo_name = liaison_undo_get_name (db, NULL);
  news->redo_name = liaison_redo_get_name (db, NULL);

  return news;
}

static gpointer
run_errand (LiaisonDb     *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Errand *errand = data;
  gpointer result;

  g_assert (liaison_worker_is_current (errand->writer->worker));

  result = errand->job (db, errand->data, cancellable, error);

  /* What was committed is told even where the rest was cancelled. */
  liaison_db_set_cancellable (db, NULL);
  errand->news = look (errand->writer, db);

  return result;
}

static gpointer
look_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return NULL;
}

static gpointer
checkpoint_job (LiaisonDb     *db,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  return GINT_TO_POINTER (liaison_db_checkpoint (db));
}

static gpointer
check_locale_job (LiaisonDb     *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  liaison_derive_check_locale (db, error);

  return NULL;
}

static gpointer
refresh_job (LiaisonDb     *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  gboolean more = FALSE;

  return GINT_TO_POINTER (liaison_derive_continue (db, &more, error) && more);
}

/* And the following on the owner's. */

static void errand_over_cb (gpointer result, GError *error, gpointer user_data);
static void checkpointed (Errand *errand, gboolean is_empty);
static void refreshed (Errand *errand, gboolean more);

static void
push_errand (LiaisonWriter  *self,
             Errand         *errand,
             GDestroyNotify  free_result,
             GCancellable   *cancellable)
{
  errand->writer = self;
  self->n_errands++;
  liaison_worker_push (self->worker, run_errand, errand, errand_free, free_result, cancellable, errand_over_cb, errand);
}

static void
push_upkeep (LiaisonWriter *self,
             LiaisonJob     job,
             void         (*upkept) (Errand *errand, gboolean result))
{
  Errand *errand = g_new0 (Errand, 1);

  errand->job = job;
  errand->upkept = upkept;
  push_errand (self, errand, NULL, self->upkeep);
}

static void
clear_timer (GSource **timer)
{
  if (*timer != NULL)
    g_source_destroy (*timer);
  g_clear_pointer (timer, g_source_unref);
}

static void
set_timer (LiaisonWriter  *self,
           GSource       **timer,
           guint           interval,
           GSourceFunc     callback)
{
  clear_timer (timer);
  *timer = g_timeout_source_new (interval);
  g_source_set_callback (*timer, callback, self, NULL);
  g_source_attach (*timer, self->context);
}

static gboolean
is_kept_up (LiaisonWriter *self)
{
  return self->look_timer != NULL && !self->read_only;
}

static gboolean
look_cb (gpointer data)
{
  LiaisonWriter *self = data;

  /* Whatever else it does, it looks. */
  if (self->n_errands == 0)
    push_upkeep (self, look_job, NULL);

  return G_SOURCE_CONTINUE;
}

static gboolean
checkpoint_timeout_cb (gpointer data)
{
  LiaisonWriter *self = data;

  push_upkeep (self, checkpoint_job, checkpointed);
  clear_timer (&self->checkpoint_timer);

  return G_SOURCE_REMOVE;
}

/* While somebody reads it cannot be emptied: later, then. */
static void
checkpointed (Errand   *errand,
              gboolean  is_empty)
{
  LiaisonWriter *self = errand->writer;

  if (!is_empty && is_kept_up (self) && self->checkpoint_timer == NULL)
    set_timer (self, &self->checkpoint_timer, CHECKPOINT_DELAY_MS, checkpoint_timeout_cb);
}

static void
refresh (LiaisonWriter *self)
{
  self->refreshing = TRUE;
  push_upkeep (self, refresh_job, refreshed);
}

/* What is told may free the writer. */
static void
tell (LiaisonWriter *self,
      LiaisonNews   *news)
{
  self->read_only = news->read_only;
  if (news->changed && is_kept_up (self))
    set_timer (self, &self->checkpoint_timer, CHECKPOINT_DELAY_MS, checkpoint_timeout_cb);

  self->tell (news, self->tell_data);
}

/* A contact with a hundred thousand engagements takes many pieces; lists that were queried again after each would do nothing else. */
static void
refreshed (Errand   *errand,
           gboolean  more)
{
  LiaisonWriter *self = errand->writer;

  if (errand->news == NULL)
    errand->news = g_steal_pointer (&self->withheld);
  g_clear_pointer (&self->withheld, news_free);

  self->refreshing = more && is_kept_up (self);
  if (self->refreshing)
    {
      self->withheld = g_steal_pointer (&errand->news);
      refresh (self);
    }
}

/* Upkeep that fails leaves the store as it was and is tried again after the next change, so its errors are for nobody. */
static void
errand_over_cb (gpointer  result,
                GError   *error,
                gpointer  user_data)
{
  Errand *errand = user_data;
  LiaisonWriter *self = errand->writer;
  gboolean is_upkeep = errand->done == NULL;

  self->n_errands--;
  if (errand->upkept != NULL)
    errand->upkept (errand, result != NULL);

  if (errand->news != NULL)
    {
      if (errand->news->changed && errand->job != refresh_job && is_kept_up (self) && !self->refreshing)
        refresh (self);
      tell (self, errand->news);
    }

  if (is_upkeep)
    g_clear_error (&error);
  else
    errand->done (result, error, errand->user_data);
}

static void
end_upkeep (LiaisonWriter *self)
{
  clear_timer (&self->look_timer);
  clear_timer (&self->checkpoint_timer);
  g_cancellable_cancel (self->upkeep);
}

LiaisonWriter *
liaison_writer_new (LiaisonWorkerOpen  open,
                    gpointer           open_data,
                    LiaisonWriterTell  tell_func,
                    gpointer           user_data)
{
  LiaisonWriter *self = g_new0 (LiaisonWriter, 1);

  self->worker = liaison_worker_new ("liaison-writer", open, open_data);
  /* It looks for changes twice a second, and a copy that waited for an import would keep the log from being begun anew
   * (https://www.sqlite.org/wal.html#avoiding_excessively_large_wal_files). */
  liaison_worker_set_quiet (self->worker);
  self->tell = tell_func;
  self->tell_data = user_data;
  self->context = g_main_context_ref_thread_default ();
  self->upkeep = g_cancellable_new ();

  return self;
}

void
liaison_writer_free (LiaisonWriter *self)
{
  g_return_if_fail (self != NULL);

  end_upkeep (self);
  g_clear_pointer (&self->worker, liaison_worker_free);
  g_clear_pointer (&self->watch, liaison_watch_free);
  g_clear_pointer (&self->withheld, news_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->upkeep);
  g_free (self);
}

void
liaison_writer_push (LiaisonWriter     *self,
                     LiaisonJob         job,
                     gpointer           data,
                     GDestroyNotify     free_data,
                     GDestroyNotify     free_result,
                     GCancellable      *cancellable,
                     LiaisonWorkerDone  done,
                     gpointer           user_data)
{
  Errand *errand;

  g_return_if_fail (self != NULL);
  g_return_if_fail (done != NULL);

  errand = g_new0 (Errand, 1);
  errand->job = job;
  errand->data = data;
  errand->free_data = free_data;
  errand->done = done;
  errand->user_data = user_data;
  push_errand (self, errand, free_result, cancellable);
}

void
liaison_writer_start_upkeep (LiaisonWriter *self)
{
  g_return_if_fail (self != NULL);

  set_timer (self, &self->look_timer, LOOK_INTERVAL_MS, look_cb);
  if (self->read_only)
    return;

  push_upkeep (self, check_locale_job, NULL);
  refresh (self);
}

gboolean
liaison_writer_stop (LiaisonWriter        *self,
                     LiaisonWorkerStopped  stopped,
                     gpointer              user_data)
{
  g_return_val_if_fail (self != NULL, FALSE);

  end_upkeep (self);

  return liaison_worker_stop (self->worker, stopped, user_data);
}
