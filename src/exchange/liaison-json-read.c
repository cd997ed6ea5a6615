/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-json-record.h"

#include "liaison-error.h"
#include "liaison-json-text-private.h"
#include "liaison-json-time-private.h"
#include "liaison-uuid.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A record as it comes out of a line: its kind and UUID must be known before it can be made and its fields kept. */
typedef struct
{
  LiaisonJsonScan   *scan;
  LiaisonKind        kind;
  char               uuid[LIAISON_UUID_LENGTH + 1];
  gint64             created;
  gint64             modified;
  LiaisonSensitivity sensitivity;
  LiaisonRecord     *record;
  guint              next_field; /* where the next key is looked for first */
  gboolean           has_missed; /* whether a field stood before the kind or the UUID */
} Reader;

static gboolean refuse (LiaisonJsonScan *scan, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
refuse (LiaisonJsonScan *scan,
        GError         **error,
        const char      *format,
        ...)
{
  g_autofree char *place = liaison_json_scan_get_place (scan);
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, "%s: %s", place, reason);

  return FALSE;
}

/* Reads a value that must be a string, not terminated; NULL where it is none. */
static const char *
read_string (LiaisonJsonScan *scan,
             LiaisonJsonToken token,
             const char      *key,
             gsize           *length,
             GError         **error)
{
  *length = 0;
  if (token == LIAISON_JSON_STRING)
    return liaison_json_scan_get_text (scan, length);

  if (token != LIAISON_JSON_ERROR)
    refuse (scan, error, _("“%s” must be a string"), key);

  return NULL;
}

static gboolean
read_token (LiaisonJsonScan         *scan,
            LiaisonJsonToken         token,
            const char              *key,
            const LiaisonVocabulary *vocabulary,
            int                     *value,
            GError                 **error)
{
  const char *text;
  gsize length;

  text = read_string (scan, token, key, &length, error);
  if (text == NULL)
    return FALSE;

  *value = 0;
  for (const LiaisonToken *known = vocabulary->tokens; known->token && *value == 0; known++)
    {
      if (liaison_json_text_is (text, length, known->token))
        *value = known->value;
    }
  if (*value == 0 && length > 0)
    {
      g_autofree char *given = g_strndup (text, length);
      g_autofree char *tokens = liaison_vocabulary_list (vocabulary);

      return refuse (scan, error, _("“%s” cannot be “%s”; it is one of %s"), key, given, tokens);
    }

  return TRUE;
}

static gboolean
read_uuid (LiaisonJsonScan *scan,
           LiaisonJsonToken token,
           const char      *key,
           char             uuid[LIAISON_UUID_LENGTH + 1],
           GError         **error)
{
  const char *text;
  gsize length;
  guint8 bytes[16];

  text = read_string (scan, token, key, &length, error);
  if (text == NULL)
    return FALSE;
  if (length != LIAISON_UUID_LENGTH)
    return refuse (scan, error, _("“%s” must be a UUID"), key);

  memcpy (uuid, text, LIAISON_UUID_LENGTH);
  uuid[LIAISON_UUID_LENGTH] = '\0';
  if (liaison_uuid_is_canonical (uuid))
    return TRUE;
  if (!liaison_uuid_parse (uuid, bytes))
    return refuse (scan, error, _("“%s” must be a UUID"), key);
  liaison_uuid_format (bytes, uuid);

  return TRUE;
}

static gboolean
read_time (LiaisonJsonScan *scan,
           LiaisonJsonToken token,
           const char      *key,
           gint64          *seconds,
           GError         **error)
{
  const char *text;
  gsize length;

  text = read_string (scan, token, key, &length, error);
  if (text == NULL)
    return FALSE;
  if (!liaison_json_time_parse (text, length, seconds))
    return refuse (scan, error, _("“%s” must be a time in UTC, as 2022-01-14T00:00:00Z"), key);

  return TRUE;
}

/* Reads one element of a list, as a text of its own. */
static char *
read_element (LiaisonJsonScan    *scan,
              LiaisonJsonToken    token,
              const LiaisonField *field,
              GError            **error)
{
  char uuid[LIAISON_UUID_LENGTH + 1];
  const char *text;
  gsize length;

  if (field->type == LIAISON_FIELD_LINKS)
    return read_uuid (scan, token, field->name, uuid, error) ? g_strdup (uuid) : NULL;

  text = read_string (scan, token, field->name, &length, error);
  if (text == NULL)
    return NULL;
  if (length == 0)
    {
      refuse (scan, error, _("“%s” holds an empty text"), field->name);
      return NULL;
    }
  /* The store keeps a list in one column, a line each. */
  if (memchr (text, '\n', length))
    {
      refuse (scan, error, _("“%s” holds a text of several lines"), field->name);
      return NULL;
    }

  return g_strndup (text, length);
}

static gboolean
read_list (Reader             *reader,
           LiaisonJsonToken    token,
           guint               index,
           const LiaisonField *field,
           GError            **error)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GHashTable) known = NULL;

  if (token == LIAISON_JSON_ERROR)
    return FALSE;
  if (token != LIAISON_JSON_ARRAY)
    return refuse (reader->scan, error, _("“%s” must be an array of strings"), field->name);

  items = g_ptr_array_new_with_free_func (g_free);
  known = g_hash_table_new (g_str_hash, g_str_equal);
  while ((token = liaison_json_scan_next (reader->scan, error)) != LIAISON_JSON_ARRAY_END)
    {
      char *item = read_element (reader->scan, token, field, error);

      if (item == NULL)
        return FALSE;
      g_ptr_array_add (items, item);
      if (!g_hash_table_add (known, item))
        return refuse (reader->scan, error, _("“%s” holds “%s” twice"), field->name, item);
    }
  g_ptr_array_add (items, NULL);
  liaison_record_set_list (reader->record, index, (const char * const *) items->pdata);

  return TRUE;
}

static gboolean
read_text (Reader             *reader,
           LiaisonJsonToken    token,
           guint               index,
           const LiaisonField *field,
           GError            **error)
{
  char uuid[LIAISON_UUID_LENGTH + 1];
  const char *text;
  gsize length;

  if (field->type == LIAISON_FIELD_LINK)
    {
      if (!read_uuid (reader->scan, token, field->name, uuid, error))
        return FALSE;
      liaison_record_set_text (reader->record, index, uuid);
      return TRUE;
    }

  text = read_string (reader->scan, token, field->name, &length, error);
  if (text == NULL)
    return FALSE;
  liaison_record_take_text (reader->record, index, g_strndup (text, length));

  return TRUE;
}

static gboolean
read_integer (Reader             *reader,
              LiaisonJsonToken    token,
              guint               index,
              const LiaisonField *field,
              GError            **error)
{
  int value;

  if (token == LIAISON_JSON_ERROR)
    return FALSE;

  if (field->type == LIAISON_FIELD_TOKEN)
    {
      if (!read_token (reader->scan, token, field->name, field->vocabulary, &value, error))
        return FALSE;
      liaison_record_set_integer (reader->record, index, value);
    }
  else if (field->type == LIAISON_FIELD_BOOLEAN)
    {
      if (token != LIAISON_JSON_TRUE && token != LIAISON_JSON_FALSE)
        return refuse (reader->scan, error, _("“%s” must be true or false"), field->name);
      liaison_record_set_integer (reader->record, index, token == LIAISON_JSON_TRUE);
    }
  else
    {
      if (token != LIAISON_JSON_INTEGER)
        return refuse (reader->scan, error, _("“%s” must be an integer"), field->name);
      liaison_record_set_integer (reader->record, index, liaison_json_scan_get_integer (reader->scan));
    }

  return TRUE;
}

static gboolean
read_field (Reader  *reader,
            guint    index,
            GError **error)
{
  const LiaisonField *field = &liaison_kind_get_info (liaison_record_get_kind (reader->record))->fields[index];
  LiaisonJsonToken token = liaison_json_scan_next (reader->scan, error);

  if (liaison_field_is_text (field))
    return read_text (reader, token, index, field, error);
  if (liaison_field_is_list (field))
    return read_list (reader, token, index, field, error);

  return read_integer (reader, token, index, field, error);
}

static gboolean
read_kind (Reader  *reader,
           GError **error)
{
  g_autofree char *name = NULL;
  const char *text;
  gsize length;

  text = read_string (reader->scan, liaison_json_scan_next (reader->scan, error), "record", &length, error);
  if (text == NULL)
    return FALSE;

  name = g_strndup (text, length);
  reader->kind = liaison_kind_parse (name);
  if (reader->kind == LIAISON_N_KINDS)
    return refuse (reader->scan, error, _("there is no kind of record called “%s”"), name);

  return TRUE;
}

/* Reads the value of a key that all kinds have; @is_one tells whether @key is one. */
static gboolean
read_common (Reader     *reader,
             const char *key,
             gsize       length,
             gboolean   *is_one,
             GError    **error)
{
  LiaisonJsonScan *scan = reader->scan;

  *is_one = TRUE;
  if (liaison_json_text_is (key, length, "record"))
    return read_kind (reader, error);
  if (liaison_json_text_is (key, length, "uuid"))
    return read_uuid (scan, liaison_json_scan_next (scan, error), "uuid", reader->uuid, error);
  if (liaison_json_text_is (key, length, "created"))
    return read_time (scan, liaison_json_scan_next (scan, error), "created", &reader->created, error);
  if (liaison_json_text_is (key, length, "modified"))
    return read_time (scan, liaison_json_scan_next (scan, error), "modified", &reader->modified, error);
  if (liaison_json_text_is (key, length, "sensitivity"))
    {
      int sensitivity = 0;
      gboolean success = read_token (scan, liaison_json_scan_next (scan, error), "sensitivity", &liaison_sensitivities, &sensitivity, error);

      reader->sensitivity = sensitivity;
      return success;
    }
  *is_one = FALSE;

  return TRUE;
}

/* Keys mostly come in the order of the fields, so the search goes on where the last one ended. */
static gboolean
find_field (Reader     *reader,
            const char *key,
            gsize       length,
            guint      *index)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (liaison_record_get_kind (reader->record));

  for (guint i = 0; i < info->n_fields; i++)
    {
      *index = (reader->next_field + i) % info->n_fields;
      if (liaison_json_text_is (key, length, info->fields[*index].name))
        {
          reader->next_field = *index + 1;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
read_member (Reader  *reader,
             GError **error)
{
  gsize length;
  const char *key = liaison_json_scan_get_text (reader->scan, &length);
  gboolean is_common;
  guint index;

  if (!read_common (reader, key, length, &is_common, error))
    return FALSE;
  if (is_common)
    {
      if (reader->record == NULL && reader->kind != LIAISON_N_KINDS && *reader->uuid)
        reader->record = liaison_record_new (reader->kind, reader->uuid);
      return TRUE;
    }

  if (reader->record == NULL)
    {
      reader->has_missed = TRUE;
      return liaison_json_scan_skip (reader->scan, liaison_json_scan_next (reader->scan, error), error);
    }

  if (!find_field (reader, key, length, &index))
    {
      g_autofree char *name = g_strndup (key, length);

      return refuse (reader->scan, error, _("a record of the kind “%s” has no “%s”"),
                     liaison_kind_get_info (liaison_record_get_kind (reader->record))->name, name);
    }

  return read_field (reader, index, error);
}

static gboolean
read_object (Reader     *reader,
             const char *line,
             gsize       length,
             GError    **error)
{
  LiaisonJsonToken token;

  reader->has_missed = FALSE;
  liaison_json_scan_start (reader->scan, line, length);
  token = liaison_json_scan_next (reader->scan, error);
  if (token == LIAISON_JSON_ERROR)
    return FALSE;
  if (token != LIAISON_JSON_OBJECT)
    return refuse (reader->scan, error, _("a record must be an object"));

  while ((token = liaison_json_scan_next (reader->scan, error)) == LIAISON_JSON_KEY)
    {
      if (!read_member (reader, error))
        return FALSE;
    }

  return token == LIAISON_JSON_OBJECT_END && liaison_json_scan_next (reader->scan, error) == LIAISON_JSON_END;
}

LiaisonRecord *
liaison_json_read_record (LiaisonJsonScan *scan,
                          const char      *line,
                          gsize            length,
                          GError         **error)
{
  Reader reader = { .scan = scan, .kind = LIAISON_N_KINDS };
  gboolean success = read_object (&reader, line, length, error);

  if (success && reader.record == NULL)
    success = refuse (scan, error, reader.kind == LIAISON_N_KINDS ? _("“record” is missing") : _("“uuid” is missing"));

  /* Only a second look finds what stood before the kind or the UUID. */
  if (success && reader.has_missed)
    success = read_object (&reader, line, length, error);

  if (!success)
    {
      g_clear_pointer (&reader.record, liaison_record_unref);
      return NULL;
    }

  liaison_record_set_created (reader.record, reader.created);
  liaison_record_set_modified (reader.record, reader.modified);
  if (reader.sensitivity != 0)
    liaison_record_set_sensitivity (reader.record, reader.sensitivity);

  return reader.record;
}
