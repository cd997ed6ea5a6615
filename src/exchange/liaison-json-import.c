/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-importer-private.h"

#include "liaison-aside.h"
#include "liaison-json-lines.h"
#include "liaison-json-record.h"

#include "liaison-config.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#define MOST_BYTES_A_LINE (64 * 1024 * 1024)
#define LINES_BETWEEN_PROGRESS 1000

typedef struct
{
  LiaisonImporter  *importer;
  LiaisonJsonScan  *scan;
  LiaisonJsonLines *lines;
  guint64           n_aside;
} Import;

static char *
dup_place (guint64 number)
{
  /* Translators: a place in a file */
  return g_strdup_printf (_("line %" PRIu64), number);
}

static void
refuse_line (Import     *import,
             guint64     number,
             const char *reason)
{
  g_autofree char *place = dup_place (number);

  liaison_importer_remark (import->importer, LIAISON_REMARK_REFUSED, place, reason);
}

static gboolean
is_blank (const char *line,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isspace (line[i]))
        return FALSE;
    }

  return TRUE;
}

/* Takes in a record; one that has to wait is left to the caller, with the reason. */
static LiaisonFate
take_line (Import     *import,
           guint64     number,
           const char *line,
           gsize       length,
           GError    **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (LiaisonRecord) record = liaison_json_read_record (import->scan, line, length, &reason);
  LiaisonFate fate = record ? liaison_importer_put (import->importer, record, &reason) : LIAISON_FATE_REFUSED;

  if (fate == LIAISON_FATE_REFUSED)
    refuse_line (import, number, reason->message);
  else if (fate != LIAISON_FATE_TAKEN)
    g_propagate_error (error, g_steal_pointer (&reason));

  return fate;
}

/* A file that ends in the middle of a record has lost nobody knows how many: to take in the rest would hide that. */
static gboolean
refuse_cut (Import     *import,
            const char *line,
            gsize       length,
            GError    **error)
{
  g_autofree char *place = NULL;
  LiaisonJsonToken token;

  if (!liaison_json_lines_is_open (import->lines))
    return TRUE;

  liaison_json_scan_start (import->scan, line, length);
  do
    token = liaison_json_scan_next (import->scan, NULL);
  while (token != LIAISON_JSON_ERROR && token != LIAISON_JSON_END);
  if (token == LIAISON_JSON_END || !liaison_json_scan_is_cut (import->scan))
    return TRUE;

  place = dup_place (liaison_json_lines_get_number (import->lines));
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX, _("%s: the file is cut in the middle of a record, so nothing was imported."),
               place);

  return FALSE;
}

static gboolean
read_line (Import     *import,
           const char *line,
           gsize       length,
           GError    **error)
{
  guint64 number = liaison_json_lines_get_number (import->lines);
  g_autoptr (GError) reason = NULL;

  if (is_blank (line, length))
    return TRUE;
  if (!refuse_cut (import, line, length, error))
    return FALSE;

  switch (take_line (import, number, line, length, &reason))
    {
    case LIAISON_FATE_TAKEN:
    case LIAISON_FATE_REFUSED:
      return TRUE;

    case LIAISON_FATE_WAITING:
      import->n_aside++;
      return liaison_aside_add (import->importer->db, number, line, length, error);

    case LIAISON_FATE_FAILED:
    default:
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
}

static gboolean
read_header (Import  *import,
             GError **error)
{
  g_autofree char *place = dup_place (1);
  const char *line;
  gsize length;

  switch (liaison_json_lines_next (import->lines, &line, &length, import->importer->cancellable, error))
    {
    case LIAISON_JSON_LINE:
      if (liaison_json_read_header (import->scan, line, length, error))
        return TRUE;
      g_prefix_error (error, "%s: ", place);
      return FALSE;

    case LIAISON_JSON_LINE_TOO_LONG:
    case LIAISON_JSON_LINES_END:
      g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX, _("This is not Liaison JSON: the header is missing."));
      return FALSE;

    case LIAISON_JSON_LINES_ERROR:
    default:
      return FALSE;
    }
}

static gboolean
read_records (Import  *import,
              GError **error)
{
  const LiaisonImportOptions *options = import->importer->options;
  LiaisonJsonLine status;
  const char *line;
  gsize length;

  while ((status = liaison_json_lines_next (import->lines, &line, &length, import->importer->cancellable, error)) < LIAISON_JSON_LINES_END)
    {
      guint64 number = liaison_json_lines_get_number (import->lines);

      if (status == LIAISON_JSON_LINE_TOO_LONG)
        refuse_line (import, number, _("the line is longer than 64 MB"));
      else if (!read_line (import, line, length, error))
        return FALSE;

      if (number % LINES_BETWEEN_PROGRESS != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (import->importer->cancellable, error))
        return FALSE;
      liaison_importer_tell_progress (import->importer, liaison_json_lines_get_offset (import->lines), options->size);
    }

  return status == LIAISON_JSON_LINES_END;
}

/*
 * Tries all that was put aside once more. @taken: how many were taken in or refused for another reason; where that was none, the rest is
 * refused (@is_last).
 */
static gboolean
retry_aside (Import   *import,
             gboolean  backwards,
             gboolean  is_last,
             guint64  *taken,
             GError  **error)
{
  LiaisonDb *db = import->importer->db;
  g_auto (LiaisonAside) aside = { 0 };
  g_autoptr (GError) failure = NULL;

  *taken = 0;
  while (liaison_aside_next (db, backwards, &aside, &failure))
    {
      g_autoptr (GError) reason = NULL;
      LiaisonFate fate = take_line (import, aside.line, aside.text, strlen (aside.text), &reason);

      if (fate == LIAISON_FATE_FAILED)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      if (fate == LIAISON_FATE_WAITING)
        {
          if (is_last)
            refuse_line (import, aside.line, reason->message);
          continue;
        }
      *taken += 1;
      if (!liaison_aside_remove (db, aside.id, error))
        return FALSE;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Records that refer to later ones. Going back and forth takes a chain of them in one pass, whichever way it lies in the file. */
static gboolean
settle_aside (Import  *import,
              GError **error)
{
  gboolean backwards = TRUE;
  gboolean is_last = FALSE;

  while (import->n_aside > 0)
    {
      guint64 taken;

      if (!retry_aside (import, backwards, is_last, &taken, error))
        return FALSE;
      if (is_last)
        break;
      import->n_aside -= taken;
      is_last = taken == 0;
      backwards = !backwards && !is_last;
    }

  return TRUE;
}

gboolean
liaison_json_import (LiaisonImporter *importer,
                     GInputStream    *stream,
                     GError         **error)
{
  g_autoptr (LiaisonJsonScan) scan = liaison_json_scan_new ();
  g_autoptr (LiaisonJsonLines) lines = liaison_json_lines_new (stream, MOST_BYTES_A_LINE);
  Import import = { .importer = importer, .scan = scan, .lines = lines };

  return liaison_aside_begin (importer->db, error) && read_header (&import, error) && read_records (&import, error) &&
         settle_aside (&import, error) && liaison_edit_flush (importer->edit, error);
}
