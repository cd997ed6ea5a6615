/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-plain-private.h"

#include "liaison-fold.h"
#include "liaison-json-scan.h"
#include "liaison-uuid.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

#define MOST_BYTES (256 * 1024 * 1024)
#define ENTRIES_BETWEEN_LOOKS 100

/* Of all UUIDs made from plain documents; drawn at random. */
#define SPACE "c1f6a0a2-6c0e-4d54-9a4e-0f6d0b6c2b7e"

/* The lists of a document, each after those whose entries it refers to. */
static const struct
{
  const char      *key;
  const char      *place; /* of an entry, untranslated */
  LiaisonPlainTake take;
} lists[] = {
  { "organisations", NC_("place in a file", "organisation"), liaison_plain_take_organisation },
  { "people", NC_("place in a file", "person"), liaison_plain_take_person },
  { "engagements", NC_("place in a file", "engagement"), liaison_plain_take_engagement },
};

static void
init_plain (LiaisonPlain    *plain,
            LiaisonImporter *importer)
{
  plain->importer = importer;
  plain->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  plain->homes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  plain->organisations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  plain->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  plain->topics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  plain->counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  plain->readouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  plain->addresses = g_ptr_array_new_with_free_func (g_free);
}

static void
clear_plain (LiaisonPlain *plain)
{
  g_free (plain->space);
  g_hash_table_unref (plain->people);
  g_hash_table_unref (plain->homes);
  g_hash_table_unref (plain->organisations);
  g_hash_table_unref (plain->known);
  g_hash_table_unref (plain->topics);
  g_hash_table_unref (plain->counted);
  g_hash_table_unref (plain->readouts);
  g_ptr_array_unref (plain->addresses);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonPlain, clear_plain)

static void
clear_entry (LiaisonPlainEntry *entry)
{
  g_free (entry->id);
  g_free (entry->place);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonPlainEntry, clear_entry)

static GByteArray *
read_all (GInputStream *stream,
          GCancellable *cancellable,
          GError      **error)
{
  g_autoptr (GByteArray) text = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (1024 * 1024);
  gssize n_read;

  while ((n_read = g_input_stream_read (stream, chunk, 1024 * 1024, cancellable, error)) > 0)
    {
      g_byte_array_append (text, chunk, n_read);
      if (text->len > MOST_BYTES)
        {
          g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX,
                               _("The document is longer than 256 MB; Liaison JSON has no such limit."));
          return NULL;
        }
    }

  return n_read == 0 ? g_steal_pointer (&text) : NULL;
}

/* Reads the document: strictly first, since JSON-GLib takes what is not JSON and fails at what is nested deeply. */
static JsonObject *
parse (JsonParser *parser,
       GByteArray *text,
       GError    **error)
{
  const char *start = (const char *) text->data;
  gsize length = text->len;
  JsonNode *root;

  if (length >= 3 && memcmp (start, "\xef\xbb\xbf", 3) == 0)
    {
      start += 3;
      length -= 3;
    }
  if (!liaison_json_check (start, length, error) || !json_parser_load_from_data (parser, start, length, error))
    return NULL;

  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return json_node_get_object (root);

  g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX, _("The document is not an object."));

  return NULL;
}

static gboolean
know_organisation (LiaisonRecord *record,
                   gpointer       data,
                   GError       **error)
{
  liaison_plain_know_organisation (data, record);

  return TRUE;
}

static gboolean
know_topic (LiaisonRecord *record,
            gpointer       data,
            GError       **error)
{
  LiaisonPlain *plain = data;

  g_hash_table_insert (plain->topics, liaison_fold (liaison_record_get_text (record, LIAISON_TOPIC_NAME)),
                       g_strdup (liaison_record_get_uuid (record)));

  return TRUE;
}

/* What the store has of organisations and topics is not made once more. */
static gboolean
know_store (LiaisonPlain *plain,
            GError      **error)
{
  LiaisonDb *db = plain->importer->db;

  return liaison_record_foreach (db, LIAISON_KIND_ORGANISATION, know_organisation, plain, error) &&
         liaison_record_foreach (db, LIAISON_KIND_TOPIC, know_topic, plain, error);
}

/* Entries are known by their ids; those without one by their number, for the remark. */
static gboolean
begin_entry (LiaisonPlain      *plain,
             LiaisonPlainEntry *entry,
             const char        *place,
             guint              number,
             JsonNode          *node)
{
  const char *id = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      entry->object = json_node_get_object (node);
      id = json_object_get_string_member_with_default (entry->object, "id", NULL);
    }
  if (id != NULL && *id)
    {
      entry->id = g_strdup (id);
      /* Translators: an entry of a list and its name there: "engagement e042" */
      entry->place = g_strdup_printf (_("%s %s"), g_dpgettext2 (GETTEXT_PACKAGE, "place in a file", place), id);
      return TRUE;
    }

  /* Translators: an entry of a list and its number in it: "engagement no. 42" */
  entry->place = g_strdup_printf (_("%s no. %u"), g_dpgettext2 (GETTEXT_PACKAGE, "place in a file", place), number);
  liaison_importer_remark (plain->importer, LIAISON_REMARK_REFUSED, entry->place,
                           entry->object ? _("It has no “id”.") : _("It is not an object."));

  return FALSE;
}

static gboolean
look_up (LiaisonPlain *plain,
         guint         done,
         guint         total,
         GError      **error)
{
  if (done % ENTRIES_BETWEEN_LOOKS != 0)
    return TRUE;
  liaison_importer_tell_progress (plain->importer, done, total);

  return !g_cancellable_set_error_if_cancelled (plain->importer->cancellable, error);
}

static gboolean
take_list (LiaisonPlain    *plain,
           JsonObject      *document,
           const char      *key,
           const char      *place,
           LiaisonPlainTake take,
           GError         **error)
{
  JsonNode *node = json_object_get_member (document, key);
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_SYNTAX, _("“%s” is not an array."), key);
      return FALSE;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_auto (LiaisonPlainEntry) entry = { 0 };

      if (!look_up (plain, i, json_array_get_length (array), error))
        return FALSE;
      if (begin_entry (plain, &entry, place, i + 1, json_array_get_element (array, i)) && !take (plain, &entry, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
liaison_plain_import (LiaisonImporter *importer,
                      GInputStream    *stream,
                      GError         **error)
{
  g_autoptr (GByteArray) text = read_all (stream, importer->cancellable, error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *document = text ? parse (parser, text, error) : NULL;
  g_auto (LiaisonPlain) plain = { 0 };

  init_plain (&plain, importer);
  if (document == NULL)
    return FALSE;

  /* Two documents may use the same ids; what a document calls its source keeps them apart. */
  plain.space = liaison_uuid_new_from_name (SPACE, json_object_get_string_member_with_default (document, "source", ""));
  if (!know_store (&plain, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (!take_list (&plain, document, lists[i].key, lists[i].place, lists[i].take, error))
        return FALSE;
    }

  return liaison_plain_put_readouts (&plain, error) && liaison_edit_flush (importer->edit, error);
}
