/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-bulk-preview.h"

#include "liaison-edit.h"
#include "liaison-record-name.h"
#include "liaison-validate.h"

static void
free_value (gpointer data)
{
  LiaisonPreviewValue *value = data;

  g_free (value->text);
  g_free (value);
}

void
liaison_bulk_preview_free (LiaisonBulkPreview *preview)
{
  g_free (preview->refusal);
  g_ptr_array_unref (preview->values);
  g_free (preview);
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const LiaisonPreviewValue *first = *(const LiaisonPreviewValue * const *) a;
  const LiaisonPreviewValue *second = *(const LiaisonPreviewValue * const *) b;

  return first->n != second->n ? (first->n > second->n ? -1 : 1) : g_utf8_collate (first->text, second->text);
}

static void
count_value (LiaisonBulkPreview *preview,
             GHashTable         *known,
             char               *text)
{
  LiaisonPreviewValue *value = g_hash_table_lookup (known, text);

  if (value == NULL)
    {
      value = g_new0 (LiaisonPreviewValue, 1);
      value->text = g_strdup (text);
      g_hash_table_insert (known, value->text, value);
      g_ptr_array_add (preview->values, value);
    }
  value->n++;
}

static gboolean
look_at (LiaisonDb           *db,
         LiaisonRecord       *record,
         LiaisonFieldEdit    *edit,
         LiaisonBulkPreview  *preview,
         GHashTable          *known,
         GError             **error)
{
  g_autoptr (LiaisonRecord) before = liaison_record_copy (record);
  g_autoptr (GError) refusal = NULL;
  g_autofree char *text = NULL;

  preview->n_records++;
  if (!liaison_field_edit_apply (edit, record))
    return TRUE;

  preview->n_changed++;
  text = liaison_record_dup_value (db, before, liaison_field_edit_get_field (edit), error);
  if (text == NULL)
    return FALSE;
  count_value (preview, known, text);

  if (!liaison_validate_record (record, NULL, &refusal))
    {
      preview->n_refused++;
      if (preview->refusal == NULL)
        preview->refusal = g_strdup (refusal->message);
    }

  return TRUE;
}

LiaisonBulkPreview *
liaison_bulk_preview_load (LiaisonDb         *db,
                           LiaisonKind        kind,
                           GArray            *keys,
                           LiaisonFieldEdit  *edit,
                           GCancellable      *cancellable,
                           GError           **error)
{
  g_autoptr (LiaisonBulkPreview) preview = g_new0 (LiaisonBulkPreview, 1);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  preview->values = g_ptr_array_new_with_free_func (free_value);
  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autofree char *uuid = NULL;
      g_autoptr (LiaisonRecord) record = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      uuid = liaison_record_find_uuid (db, kind, g_array_index (keys, gint32, i), &failure);
      if (uuid != NULL)
        record = liaison_record_load (db, kind, uuid, &failure);
      if (g_error_matches (failure, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND))
        continue;
      if (record == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (!look_at (db, record, edit, preview, known, error))
        return NULL;
    }
  g_ptr_array_sort (preview->values, compare_values);

  return g_steal_pointer (&preview);
}
