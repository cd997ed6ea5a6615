/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-validate-private.h"

#include "liaison-config.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LiaisonKind kind;
  guint       field;
  gint64      most;
} Range;

/* Of the integers that are counted; positions may be anything that fits. */
static const Range ranges[] = {
  { LIAISON_KIND_CONTACT, LIAISON_CONTACT_CADENCE, 36500 },
  { LIAISON_KIND_PARTICIPATION, LIAISON_PARTICIPATION_HEAD_COUNT, 1000000 },
  { LIAISON_KIND_STATED_TOTAL, LIAISON_STATED_TOTAL_NUMBER, 1000000000 },
};

static gboolean
is_blank (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char_validated (text, -1)))
    text = g_utf8_next_char (text);

  return *text == '\0';
}

static gboolean
validate_required (const LiaisonRecord  *record,
                   const LiaisonField   *info,
                   guint                 field,
                   GError              **error)
{
  gboolean is_missing = liaison_field_is_text (info) ? is_blank (liaison_record_get_text (record, field))
                                                     : liaison_record_field_is_empty (record, field);

  return !is_missing || liaison_validate_refuse (error, _("This is needed."));
}

static gboolean
validate_item (const LiaisonField  *info,
               const char          *item,
               GError             **error)
{
  if (info->type == LIAISON_FIELD_LINKS)
    return liaison_validate_uuid (item, error);

  return liaison_validate_line (item, error) && (!is_blank (item) || liaison_validate_refuse (error, _("One of the entries is empty.")));
}

static gboolean
validate_list (const LiaisonRecord  *record,
               const LiaisonField   *info,
               guint                 field,
               GError              **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (const char * const *item = liaison_record_get_list (record, field); *item != NULL; item++)
    {
      if (!validate_item (info, *item, error))
        return FALSE;
      if (!g_hash_table_add (seen, (gpointer) *item))
        return liaison_validate_refuse (error, _("One of the entries is there twice."));
    }

  return TRUE;
}

/* What another kind of record refers to is looked at when it is stored; that nothing is a part of itself can be told before. */
static gboolean
validate_not_itself (const LiaisonRecord  *record,
                     const LiaisonField   *info,
                     const char           *uuid,
                     GError              **error)
{
  return info->target != liaison_record_get_kind (record) || strcmp (uuid, liaison_record_get_uuid (record)) != 0
    || liaison_validate_refuse (error, _("A record cannot refer to itself."));
}

static gboolean
validate_links (const LiaisonRecord  *record,
                const LiaisonField   *info,
                guint                 field,
                GError              **error)
{
  for (const char * const *item = liaison_record_get_list (record, field); *item != NULL; item++)
    {
      if (!validate_not_itself (record, info, *item, error))
        return FALSE;
    }

  return validate_list (record, info, field, error);
}

static gboolean
validate_token (const LiaisonVocabulary  *vocabulary,
                gint64                    value,
                GError                  **error)
{
  g_autofree char *tokens = NULL;

  if (value == (int) value && liaison_vocabulary_get_token (vocabulary, value) != NULL)
    return TRUE;

  tokens = liaison_vocabulary_list (vocabulary);
  /* Translators: a list of words like "ours, theirs, third" */
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("Choose one of: %s."), tokens);

  return FALSE;
}

static gboolean
validate_integer (const LiaisonRecord  *record,
                  guint                 field,
                  GError              **error)
{
  gint64 value = liaison_record_get_integer (record, field);
  gint64 most = G_MAXINT32;

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      if (ranges[i].kind == liaison_record_get_kind (record) && ranges[i].field == field)
        most = ranges[i].most;
    }

  if (value >= 0 && value <= most)
    return TRUE;

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("Give a number from 0 to %" PRId64 "."), most);

  return FALSE;
}

static gboolean
validate_text (const LiaisonRecord  *record,
               const LiaisonField   *info,
               guint                 field,
               GError              **error)
{
  const char *text = liaison_record_get_text (record, field);

  if (*text == '\0')
    return TRUE;

  switch ((int) info->type)
    {
    case LIAISON_FIELD_PROSE:
      return liaison_validate_prose (text, error);

    case LIAISON_FIELD_ADDRESS:
      return liaison_validate_address (text, error);

    case LIAISON_FIELD_DATE:
      return liaison_validate_date (text, error);

    case LIAISON_FIELD_COUNTRY:
      return liaison_validate_country (text, error);

    case LIAISON_FIELD_LINK:
      return liaison_validate_uuid (text, error) && validate_not_itself (record, info, text, error);

    default:
      return liaison_validate_line (text, error);
    }
}

static gboolean
validate_value (const LiaisonRecord  *record,
                const LiaisonField   *info,
                guint                 field,
                GError              **error)
{
  switch (info->type)
    {
    case LIAISON_FIELD_LIST:
      return validate_list (record, info, field, error);

    case LIAISON_FIELD_LINKS:
      return validate_links (record, info, field, error);

    case LIAISON_FIELD_TOKEN:
      return liaison_record_field_is_empty (record, field)
        || validate_token (info->vocabulary, liaison_record_get_integer (record, field), error);

    case LIAISON_FIELD_INTEGER:
      return validate_integer (record, field, error);

    case LIAISON_FIELD_BOOLEAN:
      return (liaison_record_get_integer (record, field) & ~G_GINT64_CONSTANT (1)) == 0 || liaison_validate_refuse (error, _("This is either yes or no."));

    case LIAISON_FIELD_TEXT:
    case LIAISON_FIELD_PROSE:
    case LIAISON_FIELD_ADDRESS:
    case LIAISON_FIELD_DATE:
    case LIAISON_FIELD_COUNTRY:
    case LIAISON_FIELD_LINK:
    default:
      return validate_text (record, info, field, error);
    }
}

gboolean
liaison_validate_field (const LiaisonRecord  *record,
                        guint                 field,
                        GError              **error)
{
  const LiaisonField *info;

  g_return_val_if_fail (record != NULL, FALSE);
  g_return_val_if_fail (field < liaison_kind_get_info (liaison_record_get_kind (record))->n_fields, FALSE);

  info = &liaison_kind_get_info (liaison_record_get_kind (record))->fields[field];

  return validate_value (record, info, field, error)
    && (!(info->flags & LIAISON_FIELD_REQUIRED) || validate_required (record, info, field, error))
    && liaison_validate_rules (record, field, error);
}

/* What every record has beside its fields. */
static gboolean
validate_heading (const LiaisonRecord  *record,
                  GError              **error)
{
  if (!liaison_validate_uuid (liaison_record_get_uuid (record), error))
    {
      g_prefix_error (error, "%s: ", _("UUID"));
      return FALSE;
    }

  if (!validate_token (&liaison_sensitivities, liaison_record_get_sensitivity (record), error))
    {
      g_prefix_error (error, "%s: ", _("Sensitivity"));
      return FALSE;
    }

  return TRUE;
}

gboolean
liaison_validate_record (const LiaisonRecord  *record,
                         guint                *field,
                         GError              **error)
{
  const LiaisonKindInfo *info;

  g_return_val_if_fail (record != NULL, FALSE);

  info = liaison_kind_get_info (liaison_record_get_kind (record));
  if (field != NULL)
    *field = info->n_fields;
  if (!validate_heading (record, error))
    return FALSE;

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
