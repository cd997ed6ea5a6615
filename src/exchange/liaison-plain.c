/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-plain-private.h"

#include "liaison-country.h"
#include "liaison-fold.h"
#include "liaison-uuid.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* What the entries have in common: records, remarks, values. */

LiaisonRecord *
liaison_plain_new_record (LiaisonPlain *plain,
                          LiaisonKind   kind,
                          ...)
{
  g_autoptr (GString) name = g_string_new (liaison_kind_get_info (kind)->name);
  g_autofree char *uuid = NULL;
  const char *part;
  va_list parts;

  va_start (parts, kind);
  while ((part = va_arg (parts, const char *)) != NULL)
    g_string_append_printf (name, "\n%s", part);
  va_end (parts);
  uuid = liaison_uuid_new_from_name (plain->space, name->str);

  return liaison_record_new (kind, uuid);
}

gboolean
liaison_plain_put (LiaisonPlain            *plain,
                   const LiaisonPlainEntry *entry,
                   LiaisonRecord           *record,
                   gboolean                *taken,
                   GError                 **error)
{
  g_autoptr (GError) reason = NULL;
  LiaisonFate fate = liaison_importer_put (plain->importer, record, &reason);

  *taken = fate == LIAISON_FATE_TAKEN;
  if (*taken)
    {
      g_hash_table_add (plain->counted, g_strdup (liaison_record_get_uuid (record)));
      return TRUE;
    }
  if (fate == LIAISON_FATE_FAILED)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  liaison_importer_remark (plain->importer, LIAISON_REMARK_REFUSED, entry->place, reason->message);

  return TRUE;
}

void
liaison_plain_count_known (LiaisonPlain        *plain,
                           const LiaisonRecord *record,
                           const char          *known)
{
  if (g_str_equal (known, liaison_record_get_uuid (record)) && g_hash_table_add (plain->counted, g_strdup (known)))
    plain->importer->result->same++;
}

void
liaison_plain_repair (LiaisonPlain            *plain,
                      const LiaisonPlainEntry *entry,
                      const char              *format,
                      ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  liaison_importer_remark (plain->importer, LIAISON_REMARK_REPAIRED, entry->place, reason);
}

static const char *
get_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

const char *
liaison_plain_get_text (LiaisonPlain            *plain,
                        const LiaisonPlainEntry *entry,
                        const char              *key)
{
  JsonNode *node = json_object_get_member (entry->object, key);
  const char *text;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return "";

  text = get_string (node);
  if (text == NULL)
    liaison_plain_repair (plain, entry, _("“%s” is not a string; left out."), key);

  return text ? text : "";
}

GPtrArray *
liaison_plain_get_texts (LiaisonPlain            *plain,
                         const LiaisonPlainEntry *entry,
                         const char              *key)
{
  JsonNode *node = json_object_get_member (entry->object, key);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *texts = g_ptr_array_new ();
  JsonArray *array;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return texts;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      liaison_plain_repair (plain, entry, _("“%s” is not an array; left out."), key);
      return texts;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *text = get_string (json_array_get_element (array, i));

      if (text == NULL || *text == '\0')
        liaison_plain_repair (plain, entry, _("“%s” holds something that is not a text; left out."), key);
      else if (!g_hash_table_add (known, (gpointer) text))
        liaison_plain_repair (plain, entry, _("“%s” holds “%s” twice; once is taken."), key, text);
      else
        g_ptr_array_add (texts, (gpointer) text);
    }

  return texts;
}

const char *
liaison_plain_get_country (LiaisonPlain            *plain,
                           const LiaisonPlainEntry *entry,
                           const char              *key)
{
  const char *country = liaison_plain_get_text (plain, entry, key);

  if (*country == '\0' || liaison_country_is_valid (country))
    return country;

  liaison_plain_repair (plain, entry, _("“%s” is no code of a country; left out."), country);

  return "";
}

/* Organisations by name: those of a country under its code as well. */

static char *
make_key (const char *name,
          const char *country)
{
  g_autofree char *folded = liaison_fold (name);

  return country && *country ? g_strdup_printf ("%s\n%s", country, folded) : g_steal_pointer (&folded);
}

const char *
liaison_plain_find_organisation (LiaisonPlain *plain,
                                 const char   *name,
                                 const char   *country)
{
  g_autofree char *key = make_key (name, country);

  return *key ? g_hash_table_lookup (plain->known, key) : NULL;
}

static void
know (LiaisonPlain        *plain,
      const LiaisonRecord *record,
      const char          *name)
{
  g_autofree char *key = make_key (name, liaison_record_get_text (record, LIAISON_ORGANISATION_COUNTRY));

  if (*key && !g_hash_table_contains (plain->known, key))
    g_hash_table_insert (plain->known, g_steal_pointer (&key), g_strdup (liaison_record_get_uuid (record)));
}

void
liaison_plain_know_organisation (LiaisonPlain        *plain,
                                 const LiaisonRecord *record)
{
  know (plain, record, liaison_record_get_text (record, LIAISON_ORGANISATION_NAME));
  know (plain, record, liaison_record_get_text (record, LIAISON_ORGANISATION_SHORT_NAME));
  for (const char * const *name = liaison_record_get_list (record, LIAISON_ORGANISATION_OTHER_NAMES); *name; name++)
    know (plain, record, *name);
}
