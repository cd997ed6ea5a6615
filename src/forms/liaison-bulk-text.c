/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-bulk-text.h"

#include "liaison-config.h"
#include "liaison-control.h"

#include <glib/gi18n.h>

/* So many of the values that would go are named. */
#define MOST_VALUES 6

/* What is worth being the same in many records. */
static const int engagement_fields[] = {
  LIAISON_ENGAGEMENT_STATUS, LIAISON_ENGAGEMENT_TOPICS, (int) LIAISON_FIELD_SENSITIVITY, LIAISON_ENGAGEMENT_FORM, LIAISON_ENGAGEMENT_FORMAT,
  LIAISON_ENGAGEMENT_PLACE, LIAISON_ENGAGEMENT_COUNTRY, LIAISON_ENGAGEMENT_INITIATED, LIAISON_ENGAGEMENT_EVIDENCE,
  LIAISON_ENGAGEMENT_PURPOSE,
};
static const int contact_fields[] = {
  LIAISON_CONTACT_TAGS, (int) LIAISON_FIELD_SENSITIVITY, LIAISON_CONTACT_SIDE, LIAISON_CONTACT_COUNTRY, LIAISON_CONTACT_CADENCE,
  LIAISON_CONTACT_ARCHIVED,
};
static const int organisation_fields[] = {
  LIAISON_ORGANISATION_KIND, (int) LIAISON_FIELD_SENSITIVITY, LIAISON_ORGANISATION_COUNTRY, LIAISON_ORGANISATION_PARENT,
  LIAISON_ORGANISATION_ARCHIVED,
};

const int *
liaison_bulk_get_fields (LiaisonKind  kind,
                         guint       *n)
{
  if (kind == LIAISON_KIND_CONTACT)
    {
      *n = G_N_ELEMENTS (contact_fields);
      return contact_fields;
    }
  if (kind == LIAISON_KIND_ORGANISATION)
    {
      *n = G_N_ELEMENTS (organisation_fields);
      return organisation_fields;
    }
  *n = G_N_ELEMENTS (engagement_fields);
  return engagement_fields;
}

char *
liaison_bulk_dup_title (LiaisonKind kind,
                        guint       n)
{
  if (kind == LIAISON_KIND_CONTACT)
    return g_strdup_printf (ngettext ("Edit %'u contact", "Edit %'u contacts", n), n);
  if (kind == LIAISON_KIND_ORGANISATION)
    return g_strdup_printf (ngettext ("Edit %'u organisation", "Edit %'u organisations", n), n);
  return g_strdup_printf (ngettext ("Edit %'u engagement", "Edit %'u engagements", n), n);
}

char *
liaison_bulk_dup_action (LiaisonKind  kind,
                         const char  *label,
                         guint        n)
{
  /* Translators: the names of actions, as in "Undo: Change Status of 12 engagements"; %s is a field */
  if (kind == LIAISON_KIND_CONTACT)
    return g_strdup_printf (ngettext ("Change %s of %'u contact", "Change %s of %'u contacts", n), label, n);
  if (kind == LIAISON_KIND_ORGANISATION)
    return g_strdup_printf (ngettext ("Change %s of %'u organisation", "Change %s of %'u organisations", n), label, n);
  return g_strdup_printf (ngettext ("Change %s of %'u engagement", "Change %s of %'u engagements", n), label, n);
}

char *
liaison_bulk_dup_done (LiaisonKind  kind,
                       const char  *label,
                       guint        n)
{
  /* Translators: what was done; %s is a field */
  if (kind == LIAISON_KIND_CONTACT)
    return g_strdup_printf (ngettext ("Changed %s of %'u contact", "Changed %s of %'u contacts", n), label, n);
  if (kind == LIAISON_KIND_ORGANISATION)
    return g_strdup_printf (ngettext ("Changed %s of %'u organisation", "Changed %s of %'u organisations", n), label, n);
  return g_strdup_printf (ngettext ("Changed %s of %'u engagement", "Changed %s of %'u engagements", n), label, n);
}

char *
liaison_bulk_dup_values (const LiaisonBulkPreview *preview)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (preview->values->len, MOST_VALUES); i++)
    {
      const LiaisonPreviewValue *value = g_ptr_array_index (preview->values, i);

      /* Translators: how many records have which value now: "12 × “Planned”" */
      g_string_append_printf (text, *value->text != '\0' ? _("%'u × “%s”") : _("%'u × empty"), value->n, value->text);
      g_string_append_c (text, '\n');
    }
  if (preview->values->len > MOST_VALUES)
    g_string_append_printf (text, ngettext ("and %'u other value", "and %'u other values", preview->values->len - MOST_VALUES),
                            preview->values->len - MOST_VALUES);
  g_string_truncate (text, g_str_has_suffix (text->str, "\n") ? text->len - 1 : text->len);

  return g_string_free (text, FALSE);
}
