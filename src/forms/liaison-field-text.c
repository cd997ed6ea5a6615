/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-field-text.h"

#include "liaison-record-name.h"

static char *
find_in_draft (LiaisonKind   kind,
               const char   *uuid,
               gpointer      draft,
               GError      **error)
{
  return g_strdup (liaison_draft_get_name (draft, uuid));
}

char *
liaison_field_dup_text (LiaisonDraft        *draft,
                        const LiaisonRecord *record,
                        guint                field)
{
  g_return_val_if_fail (LIAISON_IS_DRAFT (draft), NULL);

  return liaison_record_write_value (record, field, find_in_draft, draft, NULL);
}
