/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-field-text.h"

#include "liaison-config.h"
#include "liaison-country.h"

#include <glib/gi18n.h>

static char *
join (LiaisonDraft        *draft,
      const LiaisonField  *field,
      const char * const  *items)
{
  GString *text = g_string_new (NULL);

  for (; *items != NULL; items++)
    {
      const char *item = field->type == LIAISON_FIELD_LINKS ? liaison_draft_get_name (draft, *items) : *items;

      /* Translators: what stands between two items of a list */
      g_string_append_printf (text, "%s%s", text->len > 0 ? C_("list", ", ") : "", item);
    }

  return g_string_free (text, FALSE);
}

char *
liaison_field_dup_text (LiaisonDraft        *draft,
                        const LiaisonRecord *record,
                        guint                field)
{
  const LiaisonField *info = &liaison_kind_get_info (liaison_record_get_kind (record))->fields[field];

  g_return_val_if_fail (LIAISON_IS_DRAFT (draft), NULL);

  switch (info->type)
    {
    case LIAISON_FIELD_COUNTRY:
      return g_strdup (liaison_country_get_name (liaison_record_get_text (record, field)));

    case LIAISON_FIELD_LINK:
      return g_strdup (liaison_draft_get_name (draft, liaison_record_get_text (record, field)));

    case LIAISON_FIELD_LIST:
    case LIAISON_FIELD_LINKS:
      return join (draft, info, liaison_record_get_list (record, field));

    case LIAISON_FIELD_TOKEN:
      return g_strdup (liaison_vocabulary_get_label (info->vocabulary, liaison_record_get_integer (record, field)));

    case LIAISON_FIELD_BOOLEAN:
      return g_strdup (liaison_record_get_integer (record, field) ? _("Yes") : _("No"));

    case LIAISON_FIELD_INTEGER:
      return liaison_record_field_is_empty (record, field) ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, liaison_record_get_integer (record, field));

    case LIAISON_FIELD_TEXT:
    case LIAISON_FIELD_PROSE:
    case LIAISON_FIELD_ADDRESS:
    case LIAISON_FIELD_DATE:
    default:
      return g_strdup (liaison_record_get_text (record, field));
    }
}
