/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-draft-writer.h"

#include "liaison-draft-file.h"

/* What is written where; a text of NULL takes the file away. */
typedef struct
{
  char *path;
  char *text;
} Writing;

struct _LiaisonDraftWriter
{
  GObject       parent_instance;
  LiaisonStore *store;
  guint         n_writing; /* how many are under way */
  Writing      *next;      /* (nullable): what comes after it */
};

G_DEFINE_FINAL_TYPE (LiaisonDraftWriter, liaison_draft_writer, G_TYPE_OBJECT)

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

static void start (LiaisonDraftWriter *self, Writing *writing);

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LiaisonDraftWriter) self = user_data;

  liaison_store_run_finish (LIAISON_STORE (object), result, NULL);
  self->n_writing--;
  if (self->next != NULL)
    start (self, g_steal_pointer (&self->next));
}

static void
start (LiaisonDraftWriter *self,
       Writing            *writing)
{
  self->n_writing++;
  liaison_store_run_async (self->store, LIAISON_QUEUE_PAGES, write_job, writing, writing_free, NULL, NULL, written_cb, g_object_ref (self));
}

static void
liaison_draft_writer_finalize (GObject *object)
{
  LiaisonDraftWriter *self = LIAISON_DRAFT_WRITER (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->next, writing_free);

  G_OBJECT_CLASS (liaison_draft_writer_parent_class)->finalize (object);
}

static void
liaison_draft_writer_class_init (LiaisonDraftWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_draft_writer_finalize;
}

static void
liaison_draft_writer_init (LiaisonDraftWriter *self)
{
}

LiaisonDraftWriter *
liaison_draft_writer_new (LiaisonStore *store)
{
  LiaisonDraftWriter *self = g_object_new (LIAISON_TYPE_DRAFT_WRITER, NULL);

  self->store = g_object_ref (store);

  return self;
}

void
liaison_draft_writer_write (LiaisonDraftWriter *self,
                            const char         *uuid,
                            char               *text)
{
  Writing *writing;

  g_return_if_fail (LIAISON_IS_DRAFT_WRITER (self));

  writing = g_new (Writing, 1);
  writing->path = liaison_draft_file_dup_path (liaison_store_get_path (self->store), uuid);
  writing->text = text;
  g_clear_pointer (&self->next, writing_free);

  /* The queue keeps the order: a file is taken away after what is being written, and at once, since the program may be ending. */
  if (self->n_writing > 0 && text != NULL)
    self->next = writing;
  else
    start (self, writing);
}

void
liaison_draft_writer_flush (LiaisonDraftWriter *self)
{
  g_return_if_fail (LIAISON_IS_DRAFT_WRITER (self));

  if (self->next != NULL)
    start (self, g_steal_pointer (&self->next));
}
