/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-transfer.h"

#include "liaison-export.h"
#include "liaison-query.h"

#include "liaison-config.h"

#include <inttypes.h>
#include <glib/gi18n.h>

/* So many remarks are kept: nobody reads more, and a file can consist of nothing else. */
#define MOST_REMARKS 10000

struct _LiaisonTransfer
{
  char                 *path;
  char                 *name;
  char                 *query;

  GMutex                lock;   /* of what both threads look at */
  LiaisonTransferState  state;

  /* The working thread's until it is over. */
  LiaisonImportResult   result;
  GString              *remarks;
  guint64               n_remarks;
};

static LiaisonTransfer *
transfer_new (const char *path)
{
  LiaisonTransfer *self = g_atomic_rc_box_new0 (LiaisonTransfer);

  self->path = g_strdup (path);
  self->remarks = g_string_new (NULL);
  g_mutex_init (&self->lock);
  return self;
}

static void
clear (gpointer data)
{
  LiaisonTransfer *self = data;

  g_free (self->path);
  g_free (self->name);
  g_free (self->query);
  g_string_free (self->remarks, TRUE);
  g_mutex_clear (&self->lock);
}

/* The following run on a thread of the store. */

static void
note_progress (guint64  done,
               guint64  total,
               gpointer user_data)
{
  LiaisonTransfer *self = user_data;
  const LiaisonImportResult *result = &self->result;

  g_mutex_lock (&self->lock);
  self->state.done = done;
  self->state.total = total;
  /* What is imported has a name, and progresses in bytes. */
  self->state.n_records = self->name != NULL ? result->added + result->changed + result->same + result->refused : done;
  g_mutex_unlock (&self->lock);
}

static void
note_remark (LiaisonRemark remark,
             const char   *place,
             const char   *reason,
             gpointer      user_data)
{
  LiaisonTransfer *self = user_data;

  if (++self->n_remarks > MOST_REMARKS)
    return;
  if (remark == LIAISON_REMARK_REFUSED)
    /* Translators: a place in a file, as "line 17", and why the record there was refused */
    g_string_append_printf (self->remarks, _ ("%s: refused: %s"), place, reason);
  else
    g_string_append_printf (self->remarks, "%s: %s", place, reason);
  g_string_append_c (self->remarks, '\n');
}

static gpointer
import_job (LiaisonDb     *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  LiaisonTransfer *self = data;
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GFileInfo) info = NULL;
  LiaisonImportOptions options = {
    .name = self->name, .remark = note_remark, .progress = note_progress, .user_data = self,
  };

  if (stream == NULL)
    return NULL;

  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  options.size = info != NULL ? (guint64) g_file_info_get_size (info) : 0;
  return GINT_TO_POINTER (liaison_import (db, G_INPUT_STREAM (stream), &options, &self->result, cancellable, error));
}

static gpointer
export_job (LiaisonDb     *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  LiaisonTransfer *self = data;
  g_autoptr (LiaisonQuery) query = self->query != NULL ? liaison_query_parse (self->query) : NULL;
  g_autoptr (GArray) engagements = NULL;

  if (query != NULL)
    {
      engagements = liaison_query_ids (db, query, LIAISON_ENTITY_ENGAGEMENTS, NULL, 0, 0, error);
      if (engagements == NULL)
        return NULL;
    }
  return GINT_TO_POINTER (liaison_export_to_file (db, self->path, engagements, note_progress, self, cancellable, error));
}

LiaisonTransfer *
liaison_transfer_import_async (LiaisonStore        *store,
                               const char          *path,
                               const char          *name,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  LiaisonTransfer *self = transfer_new (path);

  self->name = g_strdup (name);
  liaison_store_run_async (store, LIAISON_QUEUE_WRITER, import_job, liaison_transfer_ref (self), (GDestroyNotify) liaison_transfer_unref,
                           NULL, cancellable, callback, user_data);
  return self;
}

LiaisonTransfer *
liaison_transfer_export_async (LiaisonStore        *store,
                               const char          *path,
                               const char          *query,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  LiaisonTransfer *self = transfer_new (path);

  self->query = g_strdup (query);
  liaison_store_run_async (store, LIAISON_QUEUE_OUTPUTS, export_job, liaison_transfer_ref (self), (GDestroyNotify) liaison_transfer_unref,
                           NULL, cancellable, callback, user_data);
  return self;
}

gboolean
liaison_transfer_finish (LiaisonStore  *store,
                         GAsyncResult  *result,
                         GError       **error)
{
  return liaison_store_run_finish (store, result, error) != NULL;
}

LiaisonTransferState
liaison_transfer_get_state (LiaisonTransfer *self)
{
  LiaisonTransferState state;

  g_mutex_lock (&self->lock);
  state = self->state;
  g_mutex_unlock (&self->lock);
  return state;
}

const char *
liaison_transfer_get_path (LiaisonTransfer *self)
{
  return self->path;
}

const LiaisonImportResult *
liaison_transfer_get_result (LiaisonTransfer *self)
{
  return &self->result;
}

char *
liaison_transfer_dup_remarks (LiaisonTransfer *self)
{
  g_autoptr (GString) text = g_string_new_len (self->remarks->str, (gssize) self->remarks->len);

  if (self->n_remarks > MOST_REMARKS)
    g_string_append_printf (text, ngettext ("… and %" PRIu64 " more", "… and %" PRIu64 " more",
                                            (gulong) (self->n_remarks - MOST_REMARKS)), self->n_remarks - MOST_REMARKS);
  else if (text->len > 0)
    g_string_truncate (text, text->len - 1);
  return g_utf8_make_valid (text->str, (gssize) text->len);
}

LiaisonTransfer *
liaison_transfer_ref (LiaisonTransfer *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
liaison_transfer_unref (LiaisonTransfer *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
