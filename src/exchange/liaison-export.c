/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-export.h"

#include "liaison-choice-private.h"
#include "liaison-file.h"
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

typedef struct
{
  LiaisonDb       *db;
  GArray          *engagements;
  LiaisonProgress  progress;
  gpointer         user_data;
  GCancellable    *cancellable;
} FileExport;

static gboolean
write_export (GOutputStream *stream,
              gpointer       user_data,
              GError       **error)
{
  FileExport *export = user_data;

  return liaison_export (export->db, stream, export->engagements, export->progress, export->user_data, export->cancellable, error);
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
  FileExport export = { db, engagements, progress, user_data, cancellable };
  GError *failure = NULL;

  if (liaison_file_write (path, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, write_export, &export, cancellable, &failure))
    return TRUE;

  if (!liaison_error_is_cancelled (failure))
    g_prefix_error (&failure, _("“%s” cannot be written: "), path);
  g_propagate_error (error, failure);

  return FALSE;
}
