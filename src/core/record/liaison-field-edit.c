/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-field-edit.h"

struct _LiaisonFieldEdit
{
  LiaisonFieldEditMode mode;
  guint                field;
  LiaisonRecord       *value;
};

LiaisonFieldEdit *
liaison_field_edit_new (LiaisonFieldEditMode mode,
                        const LiaisonRecord *value,
                        guint                field)
{
  LiaisonFieldEdit *edit;

  g_return_val_if_fail (field != LIAISON_FIELD_SENSITIVITY || mode == LIAISON_FIELD_EDIT_SET, NULL);

  edit = g_atomic_rc_box_new0 (LiaisonFieldEdit);
  edit->mode = mode;
  edit->field = field;
  edit->value = liaison_record_copy (value);

  return edit;
}

LiaisonFieldEdit *
liaison_field_edit_ref (LiaisonFieldEdit *edit)
{
  return g_atomic_rc_box_acquire (edit);
}

static void
clear_edit (gpointer data)
{
  liaison_record_unref (((LiaisonFieldEdit *) data)->value);
}

void
liaison_field_edit_unref (LiaisonFieldEdit *edit)
{
  g_atomic_rc_box_release_full (edit, clear_edit);
}

guint
liaison_field_edit_get_field (LiaisonFieldEdit *edit)
{
  return edit->field;
}

/* What the list becomes; items keep their order, and what is added comes last. */
static void
edit_list (LiaisonFieldEdit *edit,
           LiaisonRecord    *record)
{
  const char * const *old = liaison_record_get_list (record, edit->field);
  const char * const *value = liaison_record_get_list (edit->value, edit->field);
  gboolean removes = edit->mode == LIAISON_FIELD_EDIT_REMOVE;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; old[i] != NULL; i++)
    {
      if (!removes || !g_strv_contains (value, old[i]))
        g_ptr_array_add (items, g_strdup (old[i]));
    }
  for (guint i = 0; !removes && value[i] != NULL; i++)
    {
      if (!g_strv_contains (old, value[i]))
        g_ptr_array_add (items, g_strdup (value[i]));
    }
  g_ptr_array_add (items, NULL);
  liaison_record_set_list (record, edit->field, (const char * const *) items->pdata);
}

static void
edit_field (LiaisonFieldEdit *edit,
            LiaisonRecord    *record)
{
  if (edit->mode == LIAISON_FIELD_EDIT_SET)
    liaison_record_copy_field (record, edit->value, edit->field);
  else if (liaison_field_is_list (&liaison_kind_get_info (liaison_record_get_kind (record))->fields[edit->field]))
    edit_list (edit, record);
  else if (edit->mode == LIAISON_FIELD_EDIT_ADD && liaison_record_field_is_empty (record, edit->field))
    liaison_record_copy_field (record, edit->value, edit->field);
  else if (edit->mode == LIAISON_FIELD_EDIT_REMOVE && liaison_record_field_equal (record, edit->value, edit->field))
    liaison_record_copy_field (record, NULL, edit->field);
}

gboolean
liaison_field_edit_apply (LiaisonFieldEdit *edit,
                          LiaisonRecord    *record)
{
  g_autoptr (LiaisonRecord) before = NULL;

  g_return_val_if_fail (liaison_record_get_kind (record) == liaison_record_get_kind (edit->value), FALSE);

  before = liaison_record_copy (record);
  edit_field (edit, record);

  return !liaison_record_field_equal (before, record, edit->field);
}
