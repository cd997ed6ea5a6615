/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-record-form-private.h"

#include "liaison-conflict-window.h"

/* What is asked for, and then what was found. */
typedef struct
{
  LiaisonKind  kind;
  char        *uuid;
} Wanted;

typedef struct
{
  LiaisonRecordForm *form;
  LiaisonDraft      *now;
  GPtrArray         *conflicts;
} Question;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->uuid);
  g_free (wanted);
}

static void
question_free (Question *question)
{
  g_object_unref (question->form);
  g_object_unref (question->now);
  g_ptr_array_unref (question->conflicts);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static LiaisonDraft *
get_draft (LiaisonRecordForm *self)
{
  return liaison_form_context_get_draft (liaison_record_form_get_private (self)->context);
}

static void
go_on (LiaisonRecordForm *self,
       LiaisonDraft      *now,
       GPtrArray         *conflicts)
{
  liaison_draft_take_over (get_draft (self), now, conflicts);
  liaison_record_form_store (self);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (question->form);

  priv->looking = FALSE;
  if (liaison_conflict_window_run_finish (result) && priv->context != NULL)
    go_on (question->form, question->now, question->conflicts);
  else
    liaison_record_form_stay (question->form);
}

static gpointer
load_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Wanted *wanted = data;

  return liaison_draft_load (db, wanted->kind, wanted->uuid, error);
}

/* Where it cannot be read, or is gone, saving tells what is to be told. */
static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonRecordForm) self = user_data;
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);
  g_autoptr (LiaisonDraft) now = liaison_store_run_finish (LIAISON_STORE (object), result, NULL);
  g_autoptr (GPtrArray) conflicts = NULL;
  Question *question;

  if (priv->context == NULL)
    return;
  if (now == NULL)
    {
      priv->looking = FALSE;
      liaison_record_form_store (self);
      return;
    }

  conflicts = liaison_draft_list_conflicts (get_draft (self), now);
  if (conflicts->len == 0)
    {
      priv->looking = FALSE;
      go_on (self, now, conflicts);
      return;
    }

  question = g_new (Question, 1);
  *question = (Question) { g_object_ref (self), g_object_ref (now), g_ptr_array_ref (conflicts) };
  liaison_conflict_window_run_async (GTK_WINDOW (self), get_draft (self), now, conflicts, answered_cb, question);
}

void
liaison_record_form_compare (LiaisonRecordForm *self)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);
  Wanted *wanted;

  if (priv->looking)
    return;

  priv->looking = TRUE;
  wanted = g_new (Wanted, 1);
  wanted->kind = priv->kind;
  wanted->uuid = g_strdup (liaison_record_get_uuid (liaison_draft_get_record (get_draft (self))));
  liaison_store_run_async (priv->store, LIAISON_QUEUE_PAGES, load_job, wanted, wanted_free, g_object_unref, NULL, loaded_cb,
                           g_object_ref (self));
}
