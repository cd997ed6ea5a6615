/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-export.h"

#include "liaison-choice-private.h"
#include "liaison-json-record.h"
#include "liaison-snapshot.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* How much is gathered before it is written. */
#define CHUNK (256 * 1024)
#define RECORDS_BETWEEN_PROGRESS 100

typedef struct
{
  GOutputStream  *stream;
  GString        *json;
  guint64         n_records;
  LiaisonProgress progress;
  gpointer        user_data;
  GCancellable   *cancellable;
} Export;

static gboolean
flush (Export  *export,
       GError **error)
{
  if (!g_output_stream_write_all (export->stream, export->json->str, export->json->len, NULL, export->cancellable, error))
    return FALSE;
  g_string_truncate (export->json, 0);

  return TRUE;
}

static gboolean
export_record (LiaisonRecord *record,
               gpointer       user_data,
               GError       **error)
{
  Export *export = user_data;

  liaison_json_write_record (export->json, record);
  export->n_records++;
  if (export->progress && export->n_records % RECORDS_BETWEEN_PROGRESS == 0)
    export->progress (export->n_records, 0, export->user_data);

  return export->json->len < CHUNK || flush (export, error);
}

static gboolean
export_records (LiaisonDb *db,
                GArray    *engagements,
                Export    *export,
                GError   **error)
{
  g_autoptr (LiaisonChoice) choice = NULL;

  if (engagements)
    {
      choice = liaison_choice_new (db, engagements, export->cancellable, error);
      if (choice == NULL)
        return FALSE;
    }

  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      if (choice ? !liaison_choice_foreach (choice, kind, export_record, export, error)
                 : !liaison_record_foreach (db, kind, export_record, export, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
liaison_export (LiaisonDb      *db,
                GOutputStream  *stream,
                GArray         *engagements,
                LiaisonProgress progress,
                gpointer        user_data,
                GCancellable   *cancellable,
                GError        **error)
{
  g_auto (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (GString) json = g_string_sized_new (CHUNK);
  Export export = { stream, json, 0, progress, user_data, cancellable };
  gboolean success;

  if (!liaison_snapshot_begin (&snapshot, db, error))
    return FALSE;

  liaison_db_set_cancellable (db, cancellable);
  liaison_json_write_header (json);
  success = export_records (db, engagements, &export, error) && flush (&export, error);
  liaison_db_set_cancellable (db, NULL);

  return success;
}

gboolean
liaison_export_to_file (LiaisonDb      *db,
                        const char     *path,
                        GArray         *engagements,
                        LiaisonProgress progress,
                        gpointer        user_data,
                        GCancellable   *cancellable,
                        GError        **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean existed = g_file_query_exists (file, NULL);
  g_autoptr (GFileOutputStream) stream =
    g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  GError *failure = NULL;

  if (stream == NULL)
    {
      g_prefix_error (error, _("“%s” cannot be written: "), path);
      return FALSE;
    }
  if (liaison_export (db, G_OUTPUT_STREAM (stream), engagements, progress, user_data, cancellable, &failure)
      && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, &failure))
    return TRUE;

  if (!g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_prefix_error (&failure, _("“%s” cannot be written: "), path);
  g_propagate_error (error, failure);
  /* Closed as cancelled, what was written so far is thrown away and the file stays as it was; a new one GIO would leave. */
  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
  if (!existed)
    g_file_delete (file, NULL, NULL);

  return FALSE;
}
