/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-draft-private.h"

void
liaison_draft_visit_links (LiaisonDraft    *self,
                           LiaisonRecord   *record,
                           LiaisonLinkFunc  func,
                           gpointer         user_data)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (liaison_record_get_kind (record));

  for (guint i = 0; i < info->n_fields; i++)
    {
      LiaisonKind target = info->fields[i].target;

      if (liaison_record_field_is_empty (record, i))
        continue;

      if (info->fields[i].type == LIAISON_FIELD_LINK)
        func (self, target, liaison_record_get_text (record, i), user_data);
      for (const char * const *link = info->fields[i].type == LIAISON_FIELD_LINKS ? liaison_record_get_list (record, i) : NULL;
           link != NULL && *link != NULL; link++)
        func (self, target, *link, user_data);
    }
}

void
liaison_draft_foreach_link (LiaisonDraft    *self,
                            LiaisonLinkFunc  func,
                            gpointer         user_data)
{
  liaison_draft_visit_links (self, self->record, func, user_data);
  for (guint i = 0; i < self->parts->len; i++)
    liaison_draft_visit_links (self, self->parts->pdata[i], func, user_data);
}

static void
visit_records (GPtrArray              *records,
               LiaisonDraftRole        role,
               LiaisonDraftRecordFunc  func,
               gpointer                user_data)
{
  for (guint i = 0; i < records->len; i++)
    func (role, records->pdata[i], user_data);
}

void
liaison_draft_foreach_record (LiaisonDraft           *self,
                              LiaisonDraftRecordFunc  func,
                              gpointer                user_data)
{
  GHashTableIter iter;
  gpointer stored;

  func (LIAISON_DRAFT_RECORD, self->record, user_data);
  visit_records (self->parts, LIAISON_DRAFT_PART, func, user_data);
  visit_records (self->additions, LIAISON_DRAFT_ADDITION, func, user_data);
  visit_records (self->detached, LIAISON_DRAFT_DETACHED, func, user_data);
  g_hash_table_iter_init (&iter, self->stored);
  while (g_hash_table_iter_next (&iter, NULL, &stored))
    func (LIAISON_DRAFT_STORED, stored, user_data);
}

void
liaison_draft_forget_clean (LiaisonDraft *self)
{
  g_hash_table_remove_all (self->clean);
}

static void
foreach_string (GHashTable           *strings,
                LiaisonDraftNameFunc  func,
                gpointer              user_data)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, strings);
  while (g_hash_table_iter_next (&iter, &key, &value))
    func (key, value, user_data);
}

void
liaison_draft_foreach_name (LiaisonDraft         *self,
                            LiaisonDraftNameFunc  func,
                            gpointer              user_data)
{
  foreach_string (self->names, func, user_data);
}

void
liaison_draft_foreach_text (LiaisonDraft         *self,
                            LiaisonDraftNameFunc  func,
                            gpointer              user_data)
{
  foreach_string (self->texts, func, user_data);
}

void
liaison_draft_take_record (LiaisonDraft     *self,
                           LiaisonDraftRole  role,
                           LiaisonRecord    *record)
{
  switch (role)
    {
    case LIAISON_DRAFT_PART:
      g_ptr_array_add (self->parts, liaison_record_ref (record));
      break;
    case LIAISON_DRAFT_ADDITION:
      g_ptr_array_add (self->additions, liaison_record_ref (record));
      break;
    case LIAISON_DRAFT_DETACHED:
      g_ptr_array_add (self->detached, liaison_record_ref (record));
      break;
    case LIAISON_DRAFT_STORED:
      liaison_draft_remember (self->stored, record);
      break;
    case LIAISON_DRAFT_RECORD:
    default:
      break;
    }
}
