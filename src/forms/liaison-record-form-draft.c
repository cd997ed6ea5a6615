/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-record-form-private.h"

#include "liaison-draft-file.h"
#include "liaison-phrase.h"

/* What is written where; a text of NULL takes the file away. */
typedef struct
{
  char *path;
  char *text;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_free (writing->path);
  g_free (writing->text);
  g_free (writing);
}

static gpointer
write_job (LiaisonDb     *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Writing *writing = data;

  return GINT_TO_POINTER (liaison_draft_file_write (writing->path, writing->text, error));
}

static char *
dup_path (LiaisonRecordForm *self)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);
  LiaisonRecord *record = liaison_draft_get_record (liaison_form_context_get_draft (priv->context));

  return liaison_draft_file_dup_path (liaison_store_get_path (priv->store), liaison_record_get_uuid (record));
}

static char *
dup_text (LiaisonRecordForm *self)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);
  g_autofree char *phrase = NULL;
  g_autofree char *title = NULL;

  if (priv->over || !liaison_record_form_has_changes (self))
    return NULL;

  phrase = LIAISON_RECORD_FORM_GET_CLASS (self)->dup_phrase (self);
  title = liaison_phrase_title (phrase);

  return liaison_draft_to_text (liaison_form_context_get_draft (priv->context), liaison_store_get_path (priv->store), title);
}

static void start_writing (LiaisonRecordForm *self);

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LiaisonRecordForm) self = user_data;
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);

  /* A draft that cannot be kept keeps nobody from going on. */
  liaison_store_run_finish (LIAISON_STORE (object), result, NULL);
  priv->writing = FALSE;
  if (priv->unwritten && priv->context != NULL)
    start_writing (self);
}

static void
start_writing (LiaisonRecordForm *self)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);
  Writing *writing = g_new (Writing, 1);

  priv->writing = TRUE;
  priv->unwritten = FALSE;
  writing->path = dup_path (self);
  writing->text = dup_text (self);
  liaison_store_run_async (priv->store, LIAISON_QUEUE_PAGES, write_job, writing, writing_free, NULL, NULL, written_cb, g_object_ref (self));
}

void
liaison_record_form_keep_draft (LiaisonRecordForm *self)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);

  if (priv->context == NULL)
    return;

  /* One at a time, and then at once what has come in the meantime. */
  if (priv->writing)
    priv->unwritten = TRUE;
  else
    start_writing (self);
}

/* The queue keeps the order: what is being written is taken away after that. */
void
liaison_record_form_drop_draft (LiaisonRecordForm *self)
{
  LiaisonRecordFormPrivate *priv = liaison_record_form_get_private (self);

  priv->over = TRUE;
  if (priv->context != NULL)
    start_writing (self);
}
