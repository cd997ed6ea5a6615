/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-importer-private.h"

#include "liaison-json-record.h"
#include "liaison-json-text-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* How much of a stream is looked at to tell what it is. */
#define BEGINNING 4096

LiaisonFormat
liaison_format_parse (const char *token)
{
  if (g_strcmp0 (token, "liaison-json") == 0)
    return LIAISON_FORMAT_JSON;
  if (g_strcmp0 (token, "plain") == 0)
    return LIAISON_FORMAT_PLAIN;

  return LIAISON_FORMAT_UNKNOWN;
}

/* What an object with this key at its top is. */
static LiaisonFormat
judge_key (const char *key,
           gsize       length)
{
  static const char * const plain_keys[] = { "people", "organisations", "engagements" };

  if (liaison_json_text_is (key, length, "format") || liaison_json_text_is (key, length, "record"))
    return LIAISON_FORMAT_JSON;
  for (gsize i = 0; i < G_N_ELEMENTS (plain_keys); i++)
    {
      if (liaison_json_text_is (key, length, plain_keys[i]))
        return LIAISON_FORMAT_PLAIN;
    }

  return LIAISON_FORMAT_UNKNOWN;
}

/* The beginning may end anywhere, so a mistake is only the end of what can be seen. */
static LiaisonFormat
judge_beginning (const char *text,
                 gsize       length)
{
  g_autoptr (LiaisonJsonScan) scan = liaison_json_scan_new ();
  LiaisonFormat format = LIAISON_FORMAT_UNKNOWN;

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }

  liaison_json_scan_start (scan, text, length);
  if (liaison_json_scan_next (scan, NULL) != LIAISON_JSON_OBJECT)
    return LIAISON_FORMAT_UNKNOWN;

  while (format == LIAISON_FORMAT_UNKNOWN && liaison_json_scan_next (scan, NULL) == LIAISON_JSON_KEY)
    {
      gsize key_length;
      const char *key = liaison_json_scan_get_text (scan, &key_length);

      format = judge_key (key, key_length);
      if (!liaison_json_scan_skip (scan, liaison_json_scan_next (scan, NULL), NULL))
        break;
    }

  return format;
}

static gboolean
find_format (GBufferedInputStream *stream,
             LiaisonFormat        *format,
             GCancellable         *cancellable,
             GError              **error)
{
  const char *beginning;
  gsize length = 0;
  gssize n_read;

  do
    {
      n_read = g_buffered_input_stream_fill (stream, -1, cancellable, error);
      beginning = g_buffered_input_stream_peek_buffer (stream, &length);
    }
  while (n_read > 0 && length < BEGINNING);
  if (n_read < 0)
    return FALSE;

  *format = length > 0 ? judge_beginning (beginning, length) : LIAISON_FORMAT_UNKNOWN;
  if (*format != LIAISON_FORMAT_UNKNOWN)
    return TRUE;

  g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX,
                       length == 0
                       ? _("There is nothing in it.")
                       : _("It is neither Liaison JSON nor a JSON document of people, organisations and engagements."));

  return FALSE;
}

static gboolean
run (LiaisonImporter *importer,
     GInputStream    *stream,
     GError         **error)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new_sized (stream, BEGINNING);
  LiaisonFormat format = importer->options->format;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (buffered), FALSE);
  if (format == LIAISON_FORMAT_UNKNOWN && !find_format (G_BUFFERED_INPUT_STREAM (buffered), &format, importer->cancellable, error))
    return FALSE;
  if (!liaison_importer_begin (importer, error))
    return FALSE;

  if (format == LIAISON_FORMAT_PLAIN)
    return liaison_plain_import (importer, buffered, error);

  return liaison_json_import (importer, buffered, error);
}

gboolean
liaison_import (LiaisonDb                  *db,
                GInputStream               *stream,
                const LiaisonImportOptions *options,
                LiaisonImportResult        *result,
                GCancellable               *cancellable,
                GError                    **error)
{
  g_auto (LiaisonImporter) importer = { .db = db, .options = options, .result = result, .cancellable = cancellable };

  g_return_val_if_fail (db != NULL && options != NULL && options->name != NULL, FALSE);

  *result = (LiaisonImportResult) { 0 };

  return run (&importer, stream, error) && liaison_importer_finish (&importer, error);
}
