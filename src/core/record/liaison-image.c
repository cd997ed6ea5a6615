/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-image-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define KEY_BATCH "$batch"
#define KEY_CREATED "$created"
#define KEY_MODIFIED "$modified"
#define KEY_SENSITIVITY "$sensitivity"

static JsonNode *
value_to_node (const LiaisonRecord *record,
               guint                index)
{
  const LiaisonField *field = &liaison_kind_get_info (liaison_record_get_kind (record))->fields[index];
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  if (liaison_field_is_text (field))
    {
      json_node_set_string (node, liaison_record_get_text (record, index));
    }
  else if (liaison_field_is_list (field))
    {
      JsonArray *array = json_array_new ();

      for (const char * const *item = liaison_record_get_list (record, index); *item != NULL; item++)
        json_array_add_string_element (array, *item);
      json_node_init_array (node, array);
      json_array_unref (array);
    }
  else if (field->type == LIAISON_FIELD_TOKEN)
    {
      const char *token = liaison_vocabulary_get_token (field->vocabulary, liaison_record_get_integer (record, index));

      json_node_set_string (node, token ? token : "");
    }
  else
    {
      json_node_set_int (node, liaison_record_get_integer (record, index));
    }

  return node;
}

static void
node_to_value (JsonNode      *node,
               LiaisonRecord *record,
               guint          index)
{
  const LiaisonField *field = &liaison_kind_get_info (liaison_record_get_kind (record))->fields[index];

  if (liaison_field_is_text (field))
    {
      liaison_record_set_text (record, index, json_node_get_string (node));
    }
  else if (liaison_field_is_list (field))
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new ();
      JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
        g_ptr_array_add (items, (gpointer) json_array_get_string_element (array, i));
      g_ptr_array_add (items, NULL);
      liaison_record_set_list (record, index, (const char * const *) items->pdata);
    }
  else if (field->type == LIAISON_FIELD_TOKEN)
    {
      liaison_record_set_integer (record, index, liaison_vocabulary_parse (field->vocabulary, json_node_get_string (node)));
    }
  else
    {
      liaison_record_set_integer (record, index, json_node_get_int (node));
    }
}

static char *
object_to_text (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_alloc ();

  json_node_init_object (node, object);

  return json_to_string (node, FALSE);
}

static JsonObject *
parse_image (const char  *image,
             GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (JsonNode) node = json_from_string (image, &failure);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_dup_object (node);

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_DAMAGED, _("The change log cannot be read: %s"),
               failure ? failure->message : image);

  return NULL;
}

char *
liaison_image_new_whole (const LiaisonStoredRecord *stored)
{
  g_autoptr (JsonObject) object = json_object_new ();
  const LiaisonKindInfo *info = liaison_kind_get_info (liaison_record_get_kind (stored->record));
  LiaisonSensitivity sensitivity = liaison_record_get_sensitivity (stored->record);

  json_object_set_int_member (object, KEY_BATCH, stored->batch);
  json_object_set_int_member (object, KEY_CREATED, liaison_record_get_created (stored->record));
  json_object_set_int_member (object, KEY_MODIFIED, liaison_record_get_modified (stored->record));
  json_object_set_string_member (object, KEY_SENSITIVITY, liaison_vocabulary_get_token (&liaison_sensitivities, sensitivity));
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (!liaison_record_field_is_empty (stored->record, i))
        json_object_set_member (object, info->fields[i].name, value_to_node (stored->record, i));
    }

  return object_to_text (object);
}

char *
liaison_image_new_fields (const LiaisonRecord *record,
                          const LiaisonRecord *other)
{
  g_autoptr (JsonObject) object = json_object_new ();
  const LiaisonKindInfo *info = liaison_kind_get_info (liaison_record_get_kind (record));
  LiaisonSensitivity sensitivity = liaison_record_get_sensitivity (record);

  json_object_set_int_member (object, KEY_MODIFIED, liaison_record_get_modified (record));
  if (liaison_record_get_created (record) != liaison_record_get_created (other))
    json_object_set_int_member (object, KEY_CREATED, liaison_record_get_created (record));
  if (sensitivity != liaison_record_get_sensitivity (other))
    json_object_set_string_member (object, KEY_SENSITIVITY, liaison_vocabulary_get_token (&liaison_sensitivities, sensitivity));
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (!liaison_record_field_equal (record, other, i))
        json_object_set_member (object, info->fields[i].name, value_to_node (record, i));
    }

  return object_to_text (object);
}

gboolean
liaison_image_apply (const char     *image,
                     LiaisonRecord  *record,
                     gint64         *batch,
                     GError        **error)
{
  g_autoptr (JsonObject) object = parse_image (image, error);
  const LiaisonKindInfo *info = liaison_kind_get_info (liaison_record_get_kind (record));

  if (object == NULL)
    return FALSE;

  if (batch != NULL)
    *batch = json_object_get_int_member_with_default (object, KEY_BATCH, 0);
  if (json_object_has_member (object, KEY_CREATED))
    liaison_record_set_created (record, json_object_get_int_member (object, KEY_CREATED));
  if (json_object_has_member (object, KEY_MODIFIED))
    liaison_record_set_modified (record, json_object_get_int_member (object, KEY_MODIFIED));
  if (json_object_has_member (object, KEY_SENSITIVITY))
    liaison_record_set_sensitivity (record, liaison_vocabulary_parse (&liaison_sensitivities,
                                                                      json_object_get_string_member (object, KEY_SENSITIVITY)));
  for (guint i = 0; i < info->n_fields; i++)
    {
      JsonNode *node = json_object_get_member (object, info->fields[i].name);

      if (node != NULL)
        node_to_value (node, record, i);
    }

  return TRUE;
}

GArray *
liaison_image_get_fields (const char   *image,
                          LiaisonKind   kind,
                          GError      **error)
{
  g_autoptr (JsonObject) object = parse_image (image, error);
  const LiaisonKindInfo *info = liaison_kind_get_info (kind);
  GArray *fields;

  if (object == NULL)
    return NULL;

  fields = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (json_object_has_member (object, info->fields[i].name))
        g_array_append_val (fields, i);
    }

  return fields;
}
