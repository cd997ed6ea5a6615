/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-draft-file.h"

#include "liaison-draft-private.h"
#include "liaison-image-private.h"
#include "liaison-uuid.h"

#include "liaison-config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define SUFFIX ".draft"

void
liaison_draft_file_free (LiaisonDraftFile *file)
{
  g_free (file->path);
  g_free (file->uuid);
  g_free (file->title);
  g_free (file);
}

static void
add_record (LiaisonDraftRole     role,
            const LiaisonRecord *record,
            gpointer             user_data)
{
  JsonBuilder *builder = user_data;
  const LiaisonStoredRecord stored = { (LiaisonRecord *) record, 0, 0 };
  g_autofree char *image = liaison_image_new_whole (&stored);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "role");
  json_builder_add_int_value (builder, role);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, liaison_kind_get_info (liaison_record_get_kind (record))->name);
  json_builder_set_member_name (builder, "uuid");
  json_builder_add_string_value (builder, liaison_record_get_uuid (record));
  json_builder_set_member_name (builder, "image");
  json_builder_add_string_value (builder, image);
  json_builder_end_object (builder);
}

static void
add_string (const char *key,
            const char *value,
            gpointer    user_data)
{
  JsonBuilder *builder = user_data;

  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, value);
}

char *
liaison_draft_to_text (LiaisonDraft *draft,
                       const char   *store,
                       const char   *title)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (LIAISON_IS_DRAFT (draft), NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "store");
  json_builder_add_string_value (builder, store);
  json_builder_set_member_name (builder, "title");
  json_builder_add_string_value (builder, title);
  json_builder_set_member_name (builder, "records");
  json_builder_begin_array (builder);
  liaison_draft_foreach_record (draft, add_record, builder);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "names");
  json_builder_begin_object (builder);
  liaison_draft_foreach_name (draft, add_string, builder);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "texts");
  json_builder_begin_object (builder);
  liaison_draft_foreach_text (draft, add_string, builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "liaison", "drafts", NULL);
}

/* Drafts of two stores may be of one record: a store and a copy of it. */
static char *
dup_prefix (const char *store)
{
  g_autofree char *canonical = g_canonicalize_filename (store, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);

  return g_strndup (hash, 16);
}

char *
liaison_draft_file_dup_path (const char *store,
                             const char *uuid)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *prefix = dup_prefix (store);
  g_autofree char *name = g_strconcat (prefix, "-", uuid, SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

gboolean
liaison_draft_file_write (const char  *path,
                          const char  *text,
                          GError     **error)
{
  g_autofree char *folder = dup_folder ();

  g_return_val_if_fail (path != NULL, FALSE);

  if (text == NULL)
    {
      if (g_unlink (path) == 0 || errno == ENOENT)
        return TRUE;
    }
  else if (g_mkdir_with_parents (folder, 0700) == 0)
    {
      return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
    }

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED, _("“%s” cannot be written: %s."), path, g_strerror (errno));

  return FALSE;
}

/* Reading */

static JsonObject *
read_object (const char  *path,
             GError     **error)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;

  root = json_from_string (text, NULL);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return json_node_dup_object (root);

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_DAMAGED, _("“%s” holds no draft."), path);

  return NULL;
}

static LiaisonRecord *
read_record (JsonObject        *object,
             LiaisonDraftRole  *role,
             GError           **error)
{
  LiaisonKind kind = liaison_kind_parse (json_object_get_string_member_with_default (object, "kind", NULL));
  const char *uuid = json_object_get_string_member_with_default (object, "uuid", "");
  const char *image = json_object_get_string_member_with_default (object, "image", "");
  g_autoptr (LiaisonRecord) record = NULL;

  *role = json_object_get_int_member_with_default (object, "role", 0);
  if (kind == LIAISON_N_KINDS || strlen (uuid) != LIAISON_UUID_LENGTH || !liaison_uuid_is_canonical (uuid))
    {
      g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_DAMAGED, _("A draft cannot be read: it holds something that is no record."));
      return NULL;
    }

  record = liaison_record_new (kind, uuid);

  return liaison_image_apply (image, record, NULL, error) ? g_steal_pointer (&record) : NULL;
}

static JsonArray *
get_records (JsonObject *object)
{
  JsonNode *records = json_object_get_member (object, "records");

  return records != NULL && JSON_NODE_HOLDS_ARRAY (records) ? json_node_get_array (records) : NULL;
}

/* The record that a draft is of comes first. */
static LiaisonRecord *
read_place (JsonObject        *object,
            guint              place,
            LiaisonDraftRole  *role,
            GError           **error)
{
  JsonArray *records = get_records (object);
  JsonNode *node = records != NULL && place < json_array_get_length (records) ? json_array_get_element (records, place) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return read_record (json_node_get_object (node), role, error);

  g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_DAMAGED, _("A draft cannot be read: it holds something that is no record."));

  return NULL;
}

/* Names, or texts; the drafts of earlier versions have none of these. */
static void
read_strings (LiaisonDraft  *draft,
              JsonObject    *object,
              const char    *member,
              void         (*set) (LiaisonDraft *draft, const char *key, const char *value))
{
  JsonNode *node = json_object_get_member (object, member);
  g_autoptr (GList) keys = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;

  keys = json_object_get_members (json_node_get_object (node));
  for (GList *key = keys; key != NULL; key = key->next)
    set (draft, key->data, json_object_get_string_member_with_default (json_node_get_object (node), key->data, ""));
}

LiaisonDraft *
liaison_draft_file_load (const char  *path,
                         GError     **error)
{
  g_autoptr (JsonObject) object = read_object (path, error);
  g_autoptr (LiaisonDraft) draft = NULL;

  for (guint i = 0; object != NULL && (i == 0 || i < json_array_get_length (get_records (object))); i++)
    {
      LiaisonDraftRole role;
      g_autoptr (LiaisonRecord) record = read_place (object, i, &role, error);

      if (record == NULL)
        return NULL;
      if (draft == NULL)
        draft = liaison_draft_new (record);
      else
        liaison_draft_take_record (draft, role, record);
    }
  if (draft != NULL)
    {
      read_strings (draft, object, "names", liaison_draft_set_name);
      read_strings (draft, object, "texts", liaison_draft_set_text);
      liaison_draft_forget_clean (draft);
    }

  return g_steal_pointer (&draft);
}

static LiaisonDraftFile *
read_file (const char *path)
{
  g_autoptr (JsonObject) object = read_object (path, NULL);
  g_autoptr (LiaisonRecord) record = NULL;
  LiaisonDraftRole role;
  LiaisonDraftFile *file;
  GStatBuf status;

  record = object != NULL ? read_place (object, 0, &role, NULL) : NULL;
  if (record == NULL || g_stat (path, &status) != 0)
    return NULL;

  file = g_new0 (LiaisonDraftFile, 1);
  file->path = g_strdup (path);
  file->kind = liaison_record_get_kind (record);
  file->uuid = g_strdup (liaison_record_get_uuid (record));
  file->title = g_strdup (json_object_get_string_member_with_default (object, "title", ""));
  file->time = status.st_mtime;

  return file;
}

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  const LiaisonDraftFile *first = *(LiaisonDraftFile * const *) a;
  const LiaisonDraftFile *second = *(LiaisonDraftFile * const *) b;

  if (first->time != second->time)
    return first->time > second->time ? -1 : 1;

  return strcmp (first->path, second->path);
}

GPtrArray *
liaison_draft_file_list (const char *store)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *prefix = dup_prefix (store);
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_draft_file_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      LiaisonDraftFile *file;

      if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, SUFFIX))
        continue;

      file = read_file (path);
      if (file != NULL)
        g_ptr_array_add (files, file);
    }
  g_ptr_array_sort (files, compare_files);

  return files;
}
