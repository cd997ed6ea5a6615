/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-validate.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

gboolean
liaison_validate_field (const LiaisonRecord  *record,
                        guint                 field,
                        GError              **error)
{
  const LiaisonField *info = &liaison_kind_get_info (liaison_record_get_kind (record))->fields[field];

  if (!(info->flags & LIAISON_FIELD_REQUIRED) || !liaison_record_field_is_empty (record, field))
    return TRUE;

  g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("This is needed."));

  return FALSE;
}

gboolean
liaison_validate_record (const LiaisonRecord  *record,
                         guint                *field,
                         GError              **error)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (liaison_record_get_kind (record));

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (liaison_validate_field (record, i, error))
        continue;

      g_prefix_error (error, "%s: ", liaison_field_get_label (&info->fields[i]));
      if (field != NULL)
        *field = i;
      return FALSE;
    }

  return TRUE;
}
