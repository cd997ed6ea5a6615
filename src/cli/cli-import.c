/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli-private.h"

#include "liaison-import.h"
#include "liaison-new-store.h"

#include "liaison-config.h"

#include <inttypes.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

typedef struct
{
  char           **files;
  LiaisonFormat    format;
  gboolean         strict;
  gboolean         dry_run;
  const char      *file;   /* the one that is being read, as it is shown */
  int              percent; /* the progress told last, -1 where there is none */
  LiaisonCliStatus status;
} Import;

static void
remark (LiaisonRemark remark,
        const char   *place,
        const char   *reason,
        gpointer      user_data)
{
  Import *import = user_data;

  if (remark == LIAISON_REMARK_REFUSED)
    liaison_cli_error (_("%s, %s: refused: %s"), import->file, place, reason);
  else
    liaison_cli_error (_("%s, %s: %s"), import->file, place, reason);
}

static void
tell_progress (guint64  done,
               guint64  total,
               gpointer user_data)
{
  Import *import = user_data;

  liaison_cli_progress_tell (&import->percent, import->file, done, total);
}

static GInputStream *
open_file (const char *path,
           guint64    *size,
           GError    **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInfo) info = NULL;
  GFileInputStream *stream;

  *size = 0;
  if (g_strcmp0 (path, "-") == 0)
    return g_unix_input_stream_new (STDIN_FILENO, FALSE);

  file = g_file_new_for_path (path);
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;

  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  if (info)
    *size = g_file_info_get_size (info);

  return G_INPUT_STREAM (stream);
}

static void
tell_result (Import                    *import,
             const LiaisonImportResult *result)
{
  g_autofree char *counts = g_strdup_printf (_("%" PRIu64 " added, %" PRIu64 " changed, %" PRIu64
                                               " same, %" PRIu64 " refused"),
                                             result->added, result->changed, result->same, result->refused);
  g_autofree char *line = import->dry_run ? g_strdup_printf (_("%s: would be %s\n"), import->file, counts)
                                          : g_strdup_printf ("%s: %s\n", import->file, counts);

  liaison_cli_write (line);
}

static gboolean
import_file (Import     *import,
             LiaisonDb  *db,
             const char *path,
             GError    **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *base = g_filename_display_basename (path);
  g_autofree char *name = g_strdup_printf (_("Import of %s"), base);
  LiaisonImportOptions options = {
    .name = name,
    .format = import->format,
    .strict = import->strict,
    .dry_run = import->dry_run,
    .remark = remark,
    .progress = liaison_cli_progress_is_seen () ? tell_progress : NULL,
    .user_data = import,
  };
  g_autoptr (GInputStream) stream = open_file (path, &options.size, error);
  LiaisonImportResult result = { 0 };
  gboolean success;

  import->file = shown;
  if (stream == NULL)
    return FALSE;

  success = liaison_import (db, stream, &options, &result, liaison_cli_get_interrupt (), error);
  liaison_cli_progress_end (&import->percent);
  if (!success)
    {
      g_prefix_error (error, "%s: ", shown);
      return FALSE;
    }

  tell_result (import, &result);
  if (result.refused > 0)
    import->status = LIAISON_CLI_FAILED;

  return TRUE;
}

static gboolean
import_files (LiaisonDb *db,
              gpointer   user_data,
              GError   **error)
{
  Import *import = user_data;

  for (char **path = import->files; *path; path++)
    {
      if (!import_file (import, db, *path, error))
        return FALSE;
    }

  return TRUE;
}

/* What a dry run brings into a store that is not there yet is thrown away with the store. */
static gboolean
import_and_discard (LiaisonDb *db,
                    gpointer   user_data,
                    GError   **error)
{
  if (import_files (db, user_data, error))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");

  return FALSE;
}

static gboolean
import_into (Import     *import,
             const char *store,
             GError    **error)
{
  g_autoptr (LiaisonDb) db = NULL;
  g_autoptr (GError) discarded = NULL;

  if (g_file_test (store, G_FILE_TEST_EXISTS))
    {
      db = liaison_cli_open_db (store, LIAISON_DB_WRITE, error);
      return db != NULL && import_files (db, import, error);
    }

  liaison_cli_make_folder (store);
  if (!import->dry_run)
    return liaison_new_store (store, import_files, import, error);

  liaison_new_store (store, import_and_discard, import, &discarded);
  if (*discarded->message == '\0')
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&discarded));

  return FALSE;
}

static LiaisonCliStatus
run (Import     *import,
     const char *store)
{
  g_autoptr (GError) error = NULL;

  import->percent = -1;
  import->status = LIAISON_CLI_DONE;
  if (import_into (import, store, &error))
    return import->status;

  if (liaison_error_is_cancelled (error))
    liaison_cli_error (_("Cancelled; the store is as it was."));
  else
    liaison_cli_error ("%s", error->message);

  return LIAISON_CLI_FAILED;
}

LiaisonCliStatus
liaison_cli_import (const LiaisonCliVerb *verb,
                    char                **words)
{
  g_autofree char *store = NULL;
  g_autofree char *format = NULL;
  g_auto (GStrv) files = NULL;
  Import import = { 0 };
  const GOptionEntry entries[] = {
    { "format", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &format, N_("liaison-json or plain; told by the content where it is not given"),
      N_("FORMAT") },
    { "strict", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &import.strict, N_("Read nothing of a file where one record is refused"), NULL },
    { "dry-run", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &import.dry_run, N_("Only tell what would be done"), NULL },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };

  if (!liaison_cli_parse (verb, words, entries, &store))
    return LIAISON_CLI_USAGE;
  if (files == NULL)
    return liaison_cli_usage_error (verb, _("A file to read is missing."));

  import.format = liaison_format_parse (format);
  if (format && import.format == LIAISON_FORMAT_UNKNOWN)
    return liaison_cli_usage_error (verb, _("There is no format “%s”; there are liaison-json and plain."), format);

  import.files = files;

  return run (&import, store);
}
