/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli-private.h"

#include "liaison-cli-show-private.h"
#include "liaison-edit.h"
#include "liaison-json-record.h"
#include "liaison-snapshot.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What belongs to a record: what it owns, and the readouts of an engagement. */
static gboolean
belongs (LiaisonKind          kind,
         const LiaisonField  *field,
         LiaisonKind          target)
{
  if (field->type != LIAISON_FIELD_LINK && field->type != LIAISON_FIELD_LINKS)
    return FALSE;

  return field->target == target && (field->flags & LIAISON_FIELD_OWNER || kind == LIAISON_KIND_READOUT);
}

static gboolean
append_owned (GString              *json,
              LiaisonDb            *db,
              const LiaisonRecord  *record,
              GError              **error)
{
  gboolean first = TRUE;

  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonKindInfo *info = liaison_kind_get_info (kind);

      for (guint i = 0; i < info->n_fields; i++)
        {
          g_autoptr (GPtrArray) owned = NULL;

          if (!belongs (kind, &info->fields[i], liaison_record_get_kind (record)))
            continue;

          owned = liaison_record_load_owned (db, kind, i, liaison_record_get_uuid (record), error);
          if (owned == NULL)
            return FALSE;
          for (guint r = 0; r < owned->len; r++)
            {
              g_string_append (json, first ? "" : ",");
              liaison_json_write_record (json, owned->pdata[r]);
              g_string_truncate (json, json->len - (json->str[json->len - 1] == '\n'));
              first = FALSE;
            }
        }
    }

  return TRUE;
}

/* The record as a line of Liaison JSON has it, with one key more for what belongs to it. */
static gboolean
show_json (LiaisonDb            *db,
           const LiaisonRecord  *record,
           GError              **error)
{
  g_autoptr (GString) json = g_string_new (NULL);

  liaison_json_write_record (json, record);
  g_string_truncate (json, strrchr (json->str, '}') - json->str);
  g_string_append (json, ",\"owned\":[");
  if (!append_owned (json, db, record, error))
    return FALSE;
  g_string_append (json, "]}\n");
  liaison_cli_write (json->str);

  return TRUE;
}

static LiaisonCliStatus
run (const char *store,
     const char *uuid,
     gboolean    as_json)
{
  g_autoptr (LiaisonDb) db = liaison_cli_open_store (store, LIAISON_DB_READ);
  g_auto (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  if (db == NULL)
    return LIAISON_CLI_FAILED;

  record = liaison_snapshot_begin (&snapshot, db, &error) ? liaison_record_load_any (db, uuid, &error) : NULL;
  if (record != NULL && (as_json ? show_json (db, record, &error) : liaison_cli_show_text (db, record, &error)))
    return LIAISON_CLI_DONE;

  liaison_cli_error ("%s", error->message);

  return LIAISON_CLI_FAILED;
}

LiaisonCliStatus
liaison_cli_show (const LiaisonCliVerb *verb,
                  char                **words)
{
  g_autofree char *store = NULL;
  g_autofree char *format = NULL;
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &format, N_("text or json"), N_("FORMAT") },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING_ARRAY, &arguments, NULL, NULL },
    { NULL },
  };

  if (!liaison_cli_parse (verb, words, entries, &store))
    return LIAISON_CLI_USAGE;
  if (arguments == NULL || g_strv_length (arguments) != 1)
    return liaison_cli_usage_error (verb, _("Give the UUID of one record."));
  if (format != NULL && !g_str_equal (format, "text") && !g_str_equal (format, "json"))
    return liaison_cli_usage_error (verb, _("“%s” is no format; there are text and json."), format);

  return run (store, arguments[0], g_strcmp0 (format, "json") == 0);
}
