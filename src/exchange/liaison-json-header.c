/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-json-record.h"

#include "liaison-error.h"
#include "liaison-json-text-private.h"

#include "liaison-config.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  gboolean has_format;
  gint64   version;
  char    *unknown; /* the first key that a header of this version does not have */
} Header;

void
liaison_json_write_header (GString *json)
{
  g_string_append_printf (json, "{\"format\": \"%s\", \"version\": %d}\n", LIAISON_JSON_FORMAT, LIAISON_JSON_VERSION);
}

static gboolean
read_member (LiaisonJsonScan *scan,
             Header          *header,
             GError         **error)
{
  gsize length;
  const char *key = liaison_json_scan_get_text (scan, &length);
  gboolean is_format = liaison_json_text_is (key, length, "format");
  gboolean is_version = liaison_json_text_is (key, length, "version");
  LiaisonJsonToken token;
  const char *text;

  if (!is_format && !is_version && header->unknown == NULL)
    header->unknown = g_strndup (key, length);

  token = liaison_json_scan_next (scan, error);
  if (is_format && token == LIAISON_JSON_STRING)
    {
      text = liaison_json_scan_get_text (scan, &length);
      header->has_format = liaison_json_text_is (text, length, LIAISON_JSON_FORMAT);
    }
  else if (is_version && token == LIAISON_JSON_INTEGER)
    header->version = liaison_json_scan_get_integer (scan);

  return liaison_json_scan_skip (scan, token, error);
}

static gboolean
read_object (LiaisonJsonScan *scan,
             Header          *header,
             GError         **error)
{
  LiaisonJsonToken token = liaison_json_scan_next (scan, error);

  if (token != LIAISON_JSON_OBJECT)
    return liaison_json_scan_skip (scan, token, error);

  while ((token = liaison_json_scan_next (scan, error)) == LIAISON_JSON_KEY)
    {
      if (!read_member (scan, header, error))
        return FALSE;
    }

  return token == LIAISON_JSON_OBJECT_END && liaison_json_scan_next (scan, error) == LIAISON_JSON_END;
}

gboolean
liaison_json_read_header (LiaisonJsonScan *scan,
                          const char      *line,
                          gsize            length,
                          GError         **error)
{
  Header header = { 0 };
  g_autofree char *unknown = NULL;
  gboolean success;

  liaison_json_scan_start (scan, line, length);
  success = read_object (scan, &header, error);
  unknown = header.unknown;
  if (!success)
    return FALSE;

  if (!header.has_format || header.version < 1)
    g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX, _("this is not the header of Liaison JSON, {\"format\": \"%s\", \"version\": %d}"),
                 LIAISON_JSON_FORMAT, LIAISON_JSON_VERSION);
  else if (header.version > LIAISON_JSON_VERSION)
    g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NEWER,
                 _("this is Liaison JSON of the version %" PRId64 ", written by a newer Liaison; this one reads version %d"),
                 header.version, LIAISON_JSON_VERSION);
  else if (unknown)
    g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX, _("the header has no “%s”"), unknown);
  else
    return TRUE;

  return FALSE;
}
