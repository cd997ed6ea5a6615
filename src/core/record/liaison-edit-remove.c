/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-edit-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

typedef gboolean (*ReferenceFunc) (LiaisonEdit *edit, LiaisonKind kind, guint field, LiaisonRecord *record, const char *uuid, GError **error);

/* Calls @func for every record that refers to one of @target by a field with (or, for no flags, without) @flags. */
static gboolean
foreach_reference (LiaisonEdit        *edit,
                   LiaisonKind         target,
                   const char         *uuid,
                   LiaisonFieldFlags   flags,
                   ReferenceFunc       func,
                   GError            **error)
{
  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonKindInfo *info = liaison_kind_get_info (kind);

      for (guint i = 0; i < info->n_fields; i++)
        {
          const LiaisonField *field = &info->fields[i];
          gboolean is_link = field->type == LIAISON_FIELD_LINK || field->type == LIAISON_FIELD_LINKS;
          LiaisonFieldFlags relation = field->flags & (LIAISON_FIELD_OWNER | LIAISON_FIELD_CLEARED);
          g_autoptr (GPtrArray) records = NULL;

          if (!is_link || field->target != target || relation != flags)
            continue;

          records = liaison_record_load_owned (liaison_edit_get_db (edit), kind, i, uuid, error);
          if (records == NULL)
            return FALSE;

          for (guint r = 0; r < records->len; r++)
            {
              if (!func (edit, kind, i, records->pdata[r], uuid, error))
                return FALSE;
            }
        }
    }

  return TRUE;
}

static gboolean
remove_owned (LiaisonEdit    *edit,
              LiaisonKind     kind,
              guint           field,
              LiaisonRecord  *record,
              const char     *uuid,
              GError        **error)
{
  return liaison_edit_remove_record (edit, kind, liaison_record_get_uuid (record), error);
}

static gboolean
clear_reference (LiaisonEdit    *edit,
                 LiaisonKind     kind,
                 guint           field,
                 LiaisonRecord  *record,
                 const char     *uuid,
                 GError        **error)
{
  g_auto (LiaisonStoredRecord) stored = { NULL };

  if (liaison_kind_get_info (kind)->fields[field].type == LIAISON_FIELD_LINK)
    {
      liaison_record_set_text (record, field, NULL);
    }
  else
    {
      g_autoptr (GPtrArray) kept = g_ptr_array_new ();

      for (const char * const *item = liaison_record_get_list (record, field); *item != NULL; item++)
        {
          if (g_strcmp0 (*item, uuid) != 0)
            g_ptr_array_add (kept, (gpointer) *item);
        }
      g_ptr_array_add (kept, NULL);
      liaison_record_set_list (record, field, (const char * const *) kept->pdata);
    }
  liaison_record_set_modified (record, liaison_edit_get_now (edit));

  return liaison_record_read (liaison_edit_get_db (edit), kind, liaison_record_get_uuid (record), &stored, error)
    && liaison_edit_replace (edit, record, &stored, error);
}

static gboolean
refuse_reference (LiaisonEdit    *edit,
                  LiaisonKind     kind,
                  guint           field,
                  LiaisonRecord  *record,
                  const char     *uuid,
                  GError        **error)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (kind);
  g_autoptr (GPtrArray) records = liaison_record_load_owned (liaison_edit_get_db (edit), kind, field, uuid, error);

  if (records == NULL)
    return FALSE;

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_CONFLICT,
               /* Translators: a kind of record ("Participation") and the field of it that refers to what is to be deleted */
               ngettext ("It cannot be deleted: %u record still refers to it (%s: %s).",
                         "It cannot be deleted: %u records still refer to it (%s: %s).", records->len),
               records->len, liaison_kind_get_label (kind), liaison_field_get_label (&info->fields[field]));

  return FALSE;
}

gboolean
liaison_edit_remove_record (LiaisonEdit  *edit,
                            LiaisonKind   kind,
                            const char   *uuid,
                            GError      **error)
{
  g_auto (LiaisonStoredRecord) stored = { NULL };

  if (!foreach_reference (edit, kind, uuid, LIAISON_FIELD_OWNER, remove_owned, error)
      || !foreach_reference (edit, kind, uuid, LIAISON_FIELD_CLEARED, clear_reference, error)
      || !foreach_reference (edit, kind, uuid, LIAISON_FIELD_PLAIN, refuse_reference, error)
      || !liaison_record_read (liaison_edit_get_db (edit), kind, uuid, &stored, error))
    return FALSE;

  if (stored.record == NULL)
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("There is no record of kind “%s” with the UUID %s."),
                   liaison_kind_get_label (kind), uuid);
      return FALSE;
    }

  return liaison_edit_delete (edit, &stored, error);
}
