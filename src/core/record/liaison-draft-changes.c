/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-draft-private.h"

#include "liaison-validate.h"

static void
note_addition (LiaisonDraft *self,
               LiaisonKind   target,
               const char   *uuid,
               gpointer      user_data)
{
  GPtrArray *records = user_data;
  LiaisonRecord *record = liaison_draft_find_new (self, uuid);

  if (record == NULL || g_ptr_array_find (records, record, NULL))
    return;

  /* Noted before, so that a circle ends, and then after those that it refers to. */
  g_ptr_array_add (records, record);
  liaison_draft_visit_links (self, record, note_addition, records);
  g_ptr_array_remove (records, record);
  g_ptr_array_add (records, record);
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  return liaison_record_get_kind (*(LiaisonRecord * const *) a) - liaison_record_get_kind (*(LiaisonRecord * const *) b);
}

/* Every record that the store shall have, each after those that it refers to. */
static GPtrArray *
list_records (LiaisonDraft *self)
{
  GPtrArray *records = g_ptr_array_new ();

  liaison_draft_foreach_link (self, note_addition, records);
  g_ptr_array_add (records, self->record);
  g_ptr_array_extend (records, self->parts, NULL, NULL);
  g_ptr_array_extend (records, self->detached, NULL, NULL);
  /* The sort is stable: what is of one kind stays in its order. */
  g_ptr_array_sort (records, compare_kinds);

  return records;
}

void
liaison_draft_set_clean (LiaisonDraft *self)
{
  g_autoptr (GPtrArray) records = list_records (self);

  g_return_if_fail (LIAISON_IS_DRAFT (self));

  g_hash_table_remove_all (self->clean);
  for (guint i = 0; i < records->len; i++)
    liaison_draft_remember (self->clean, records->pdata[i]);
}

gboolean
liaison_draft_is_changed (LiaisonDraft *self)
{
  g_autoptr (GPtrArray) records = list_records (self);

  g_return_val_if_fail (LIAISON_IS_DRAFT (self), FALSE);

  if (records->len != g_hash_table_size (self->clean))
    return TRUE;

  for (guint i = 0; i < records->len; i++)
    {
      LiaisonRecord *clean = g_hash_table_lookup (self->clean, liaison_record_get_uuid (records->pdata[i]));

      if (clean == NULL || !liaison_record_equal (clean, records->pdata[i]))
        return TRUE;
    }

  return FALSE;
}

gboolean
liaison_draft_check (LiaisonDraft   *self,
                     LiaisonRecord **record,
                     guint          *field,
                     GError        **error)
{
  g_autoptr (GPtrArray) records = list_records (self);

  g_return_val_if_fail (LIAISON_IS_DRAFT (self), FALSE);

  for (guint i = 0; i < records->len; i++)
    {
      if (liaison_validate_record (records->pdata[i], field, error))
        continue;

      if (record != NULL)
        *record = records->pdata[i];
      return FALSE;
    }

  return TRUE;
}

/* Parts that are gone, those that refer to others first. */
static void
remove_parts (LiaisonDraft   *self,
              GPtrArray      *records,
              LiaisonChanges *changes)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) stored = g_hash_table_get_values (self->stored);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (kept, (char *) liaison_record_get_uuid (records->pdata[i]));

  for (LiaisonKind kind = LIAISON_N_KINDS; kind-- > 0;)
    {
      for (GList *item = stored; item != NULL; item = item->next)
        {
          const char *uuid = liaison_record_get_uuid (item->data);

          if (liaison_record_get_kind (item->data) == kind && !g_hash_table_contains (kept, uuid))
            liaison_changes_remove (changes, kind, uuid);
        }
    }
}

LiaisonChanges *
liaison_draft_dup_changes (LiaisonDraft *self,
                           const char   *name)
{
  LiaisonChanges *changes = liaison_changes_new (name);
  g_autoptr (GPtrArray) records = list_records (self);

  g_return_val_if_fail (LIAISON_IS_DRAFT (self), changes);

  for (guint i = 0; i < records->len; i++)
    {
      LiaisonRecord *stored = g_hash_table_lookup (self->stored, liaison_record_get_uuid (records->pdata[i]));

      if (stored == NULL || !liaison_record_equal (stored, records->pdata[i]))
        liaison_changes_put (changes, records->pdata[i]);
    }
  remove_parts (self, records, changes);

  return changes;
}
