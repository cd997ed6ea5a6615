/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-json-record.h"

#include "liaison-json-string-private.h"
#include "liaison-json-time-private.h"

/* Keys and tokens hold nothing to escape. */
static void
append_member (GString    *json,
               const char *key,
               const char *token)
{
  g_string_append_c (json, '"');
  g_string_append (json, key);
  g_string_append (json, "\": ");
  if (token == NULL)
    return;
  g_string_append_c (json, '"');
  g_string_append (json, token);
  g_string_append_c (json, '"');
}

static void
append_time (GString    *json,
             const char *key,
             gint64      seconds)
{
  append_member (json, key, NULL);
  g_string_append_c (json, '"');
  liaison_json_time_append (json, seconds);
  g_string_append_c (json, '"');
}

static void
append_list (GString            *json,
             const char * const *items)
{
  for (guint i = 0; items[i]; i++)
    {
      g_string_append (json, i == 0 ? "[" : ", ");
      liaison_json_string_append (json, items[i]);
    }
  g_string_append_c (json, ']');
}

static void
append_value (GString             *json,
              const LiaisonRecord *record,
              guint                index,
              const LiaisonField  *field)
{
  switch (field->type)
    {
    case LIAISON_FIELD_LIST:
    case LIAISON_FIELD_LINKS:
      append_list (json, liaison_record_get_list (record, index));
      break;

    case LIAISON_FIELD_TOKEN:
      liaison_json_string_append (json, liaison_vocabulary_get_token (field->vocabulary, (int) liaison_record_get_integer (record, index)));
      break;

    case LIAISON_FIELD_INTEGER:
      g_string_append_printf (json, "%" G_GINT64_FORMAT, liaison_record_get_integer (record, index));
      break;

    case LIAISON_FIELD_BOOLEAN:
      g_string_append (json, "true");
      break;

    case LIAISON_FIELD_TEXT:
    case LIAISON_FIELD_PROSE:
    case LIAISON_FIELD_ADDRESS:
    case LIAISON_FIELD_DATE:
    case LIAISON_FIELD_COUNTRY:
    case LIAISON_FIELD_LINK:
    default:
      liaison_json_string_append (json, liaison_record_get_text (record, index));
      break;
    }
}

void
liaison_json_write_record (GString             *json,
                           const LiaisonRecord *record)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (liaison_record_get_kind (record));

  g_string_append_c (json, '{');
  append_member (json, "record", info->name);
  g_string_append (json, ", ");
  append_member (json, "uuid", liaison_record_get_uuid (record));
  g_string_append (json, ", ");
  append_time (json, "created", liaison_record_get_created (record));
  g_string_append (json, ", ");
  append_time (json, "modified", liaison_record_get_modified (record));
  g_string_append (json, ", ");
  append_member (json, "sensitivity", liaison_vocabulary_get_token (&liaison_sensitivities, liaison_record_get_sensitivity (record)));

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (liaison_record_field_is_empty (record, i))
        continue;
      g_string_append (json, ", ");
      append_member (json, info->fields[i].name, NULL);
      append_value (json, record, i, &info->fields[i]);
    }
  g_string_append (json, "}\n");
}
