/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-draft-conflict.h"

#include "liaison-draft-private.h"

static void
note_conflict (LiaisonRecord       *mine,
               const LiaisonRecord *base,
               LiaisonRecord       *theirs,
               guint                field,
               GPtrArray           *conflicts)
{
  LiaisonDraftConflict *conflict;

  if (liaison_record_field_equal (mine, base, field) || liaison_record_field_equal (theirs, base, field) || liaison_record_field_equal (mine, theirs, field))
    return;

  conflict = g_new0 (LiaisonDraftConflict, 1);
  conflict->mine = mine;
  conflict->theirs = theirs;
  conflict->field = field;
  g_ptr_array_add (conflicts, conflict);
}

static void
add_own (LiaisonDraftRole     role,
         const LiaisonRecord *record,
         gpointer             user_data)
{
  if (role == LIAISON_DRAFT_RECORD || role == LIAISON_DRAFT_PART)
    g_ptr_array_add (user_data, (LiaisonRecord *) record);
}

static void
add_stored (LiaisonDraftRole     role,
            const LiaisonRecord *record,
            gpointer             user_data)
{
  if (role == LIAISON_DRAFT_STORED)
    g_ptr_array_add (user_data, liaison_record_copy (record));
}

/* The draft's record and its parts, to be changed in place. */
static GPtrArray *
list_own (LiaisonDraft *draft)
{
  GPtrArray *records = g_ptr_array_new ();

  liaison_draft_foreach_record (draft, add_own, records);

  return records;
}

/* Copies of what the store had when the draft was loaded. */
static GPtrArray *
list_stored (LiaisonDraft *draft)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_record_unref);

  liaison_draft_foreach_record (draft, add_stored, records);

  return records;
}

static guint
get_n_fields (const LiaisonRecord *record)
{
  return liaison_kind_get_info (liaison_record_get_kind (record))->n_fields;
}

GPtrArray *
liaison_draft_list_conflicts (LiaisonDraft *self,
                              LiaisonDraft *now)
{
  GPtrArray *conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) own = list_own (self);

  g_return_val_if_fail (LIAISON_IS_DRAFT (now), conflicts);

  for (guint r = 0; r < own->len; r++)
    {
      LiaisonRecord *mine = own->pdata[r];
      LiaisonRecord *base = liaison_draft_find_stored (self, liaison_record_get_uuid (mine));
      LiaisonRecord *theirs = liaison_draft_find_stored (now, liaison_record_get_uuid (mine));

      if (base == NULL || theirs == NULL)
        continue;
      for (guint i = 0; i < get_n_fields (mine); i++)
        note_conflict (mine, base, theirs, i, conflicts);
      note_conflict (mine, base, theirs, LIAISON_FIELD_SENSITIVITY, conflicts);
    }

  return conflicts;
}

/* What only the store has changed. */
static void
take_theirs (LiaisonDraft *self,
             LiaisonDraft *now)
{
  g_autoptr (GPtrArray) own = list_own (self);

  for (guint r = 0; r < own->len; r++)
    {
      LiaisonRecord *mine = own->pdata[r];
      LiaisonRecord *base = liaison_draft_find_stored (self, liaison_record_get_uuid (mine));
      LiaisonRecord *theirs = liaison_draft_find_stored (now, liaison_record_get_uuid (mine));

      if (base == NULL || theirs == NULL)
        continue;
      for (guint i = 0; i < get_n_fields (mine); i++)
        {
          if (liaison_record_field_equal (mine, base, i))
            liaison_record_copy_field (mine, theirs, i);
        }
      if (liaison_record_field_equal (mine, base, LIAISON_FIELD_SENSITIVITY))
        liaison_record_copy_field (mine, theirs, LIAISON_FIELD_SENSITIVITY);
    }
}

/* What is no longer in the store is no longer there for the draft either, unless it is to be put there again. */
static void
drop_gone (LiaisonDraft *self,
           LiaisonDraft *now)
{
  g_autoptr (GPtrArray) own = list_own (self);
  g_autoptr (GPtrArray) stored = list_stored (self);

  for (guint i = 0; i < own->len; i++)
    {
      LiaisonRecord *base = liaison_draft_find_stored (self, liaison_record_get_uuid (own->pdata[i]));

      if (own->pdata[i] != liaison_draft_get_record (self) && base != NULL && liaison_record_equal (own->pdata[i], base)
          && liaison_draft_find_stored (now, liaison_record_get_uuid (own->pdata[i])) == NULL)
        liaison_draft_remove_part (self, own->pdata[i]);
    }
  for (guint i = 0; i < stored->len; i++)
    {
      if (liaison_draft_find_stored (now, liaison_record_get_uuid (stored->pdata[i])) == NULL)
        liaison_draft_forget_stored (self, liaison_record_get_uuid (stored->pdata[i]));
    }
}

static void
copy_name (const char *uuid,
           const char *name,
           gpointer    user_data)
{
  liaison_draft_set_name (user_data, uuid, name);
}

void
liaison_draft_take_over (LiaisonDraft *self,
                         LiaisonDraft *now,
                         GPtrArray    *conflicts)
{
  g_autoptr (GPtrArray) stored = list_stored (now);

  g_return_if_fail (LIAISON_IS_DRAFT (self));
  g_return_if_fail (LIAISON_IS_DRAFT (now));

  for (guint i = 0; i < conflicts->len; i++)
    {
      const LiaisonDraftConflict *conflict = g_ptr_array_index (conflicts, i);

      if (conflict->takes_theirs)
        liaison_record_copy_field (conflict->mine, conflict->theirs, conflict->field);
    }
  take_theirs (self, now);
  drop_gone (self, now);

  for (guint i = 0; i < stored->len; i++)
    {
      if (liaison_draft_find_stored (self, liaison_record_get_uuid (stored->pdata[i])) != NULL)
        liaison_draft_take_record (self, LIAISON_DRAFT_STORED, stored->pdata[i]);
      else
        liaison_draft_take_stored (self, stored->pdata[i]);
    }
  liaison_draft_foreach_name (now, copy_name, self);
}
