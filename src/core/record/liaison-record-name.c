/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-record-name.h"

#include "liaison-country.h"
#include "liaison-edit.h"
#include "liaison-image-private.h"
#include "liaison-rows-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* The fields that say what a record is, by kind; the first that is not empty does. */
static const int name_fields[LIAISON_N_KINDS][4] = {
  [LIAISON_KIND_ORGANISATION] = { LIAISON_ORGANISATION_NAME, -1 },
  [LIAISON_KIND_STORE] = { LIAISON_STORE_NAME, -1 },
  [LIAISON_KIND_MEMBERSHIP] = { LIAISON_MEMBERSHIP_ORGANISATION, LIAISON_MEMBERSHIP_COUNTRY, -1 },
  [LIAISON_KIND_CONTACT] = { LIAISON_CONTACT_NAME, -1 },
  [LIAISON_KIND_POST] = { LIAISON_POST_TITLE, -1 },
  [LIAISON_KIND_TOPIC] = { LIAISON_TOPIC_NAME, -1 },
  [LIAISON_KIND_ENGAGEMENT] = { LIAISON_ENGAGEMENT_TITLE, -1 },
  [LIAISON_KIND_PARTICIPATION] = { LIAISON_PARTICIPATION_CONTACT, LIAISON_PARTICIPATION_ORGANISATION, LIAISON_PARTICIPATION_COUNTRY, -1 },
  [LIAISON_KIND_READOUT] = { LIAISON_READOUT_TITLE, LIAISON_READOUT_ADDRESS, LIAISON_READOUT_ISSUER, -1 },
  [LIAISON_KIND_FOLLOW_UP] = { LIAISON_FOLLOW_UP_TEXT, -1 },
  [LIAISON_KIND_STATED_TOTAL] = { LIAISON_STATED_TOTAL_TEXT, -1 },
  [LIAISON_KIND_SAVED_SEARCH] = { LIAISON_SAVED_SEARCH_NAME, -1 },
  [LIAISON_KIND_REPORT] = { LIAISON_REPORT_NAME, LIAISON_REPORT_TITLE, -1 },
  [LIAISON_KIND_HIGHLIGHT] = { LIAISON_HIGHLIGHT_WORDING, LIAISON_HIGHLIGHT_MEASURE, -1 },
  [LIAISON_KIND_ISSUE] = { LIAISON_ISSUE_ISSUED, -1 },
  [LIAISON_KIND_FORMER] = { LIAISON_FORMER_CONTACT, LIAISON_FORMER_ORGANISATION, -1 },
  [LIAISON_KIND_DISTINCTION] = { LIAISON_DISTINCTION_OTHER, -1 },
};

gboolean
liaison_record_read_deleted (LiaisonDb       *db,
                             LiaisonKind      kind,
                             const char      *uuid,
                             LiaisonRecord  **record,
                             GError         **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "SELECT before FROM change WHERE uuid = ?1 AND operation = 3 ORDER BY id DESC LIMIT 1", error);
  g_autoptr (LiaisonRecord) read = NULL;
  g_autofree char *image = NULL;
  g_autoptr (GError) failure = NULL;

  G_STATIC_ASSERT (LIAISON_OPERATION_DELETE == 3);

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, uuid);
  if (liaison_sql_step (sql, &failure))
    image = liaison_sql_dup_text (sql, 0);
  if (!liaison_rows_end (&failure, error))
    return FALSE;
  if (image == NULL)
    return TRUE;

  read = liaison_record_new (kind, uuid);
  if (!liaison_image_apply (image, read, NULL, error))
    return FALSE;
  *record = g_steal_pointer (&read);

  return TRUE;
}

char *
liaison_record_find_name (LiaisonDb   *db,
                          LiaisonKind  kind,
                          const char  *uuid,
                          GError     **error)
{
  g_auto (LiaisonStoredRecord) stored = { NULL };

  g_return_val_if_fail (uuid != NULL, NULL);

  if (*uuid == '\0')
    return g_strdup ("");
  if (!liaison_record_read (db, kind, uuid, &stored, error)
      || (stored.record == NULL && !liaison_record_read_deleted (db, kind, uuid, &stored.record, error)))
    return NULL;

  return stored.record != NULL ? liaison_record_dup_phrase (db, stored.record, error) : g_strdup ("");
}

char *
liaison_record_dup_phrase (LiaisonDb            *db,
                           const LiaisonRecord  *record,
                           GError              **error)
{
  const int *fields = name_fields[liaison_record_get_kind (record)];

  for (guint i = 0; fields[i] >= 0; i++)
    {
      if (!liaison_record_field_is_empty (record, fields[i]))
        return liaison_record_dup_value (db, record, fields[i], error);
    }

  return g_strdup ("");
}

static char *
join_values (const LiaisonField   *field,
             const char * const   *items,
             LiaisonFindName       find,
             gpointer              user_data,
             GError              **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (; *items != NULL; items++)
    {
      g_autofree char *item = field->type == LIAISON_FIELD_LINKS ? find (field->target, *items, user_data, error) : g_strdup (*items);

      if (item == NULL)
        return NULL;
      /* Translators: what stands between two items of a list */
      g_string_append_printf (text, "%s%s", text->len > 0 ? C_("list", ", ") : "", item);
    }

  return g_strdup (text->str);
}

char *
liaison_record_write_value (const LiaisonRecord  *record,
                            guint                 index,
                            LiaisonFindName       find,
                            gpointer              user_data,
                            GError              **error)
{
  const LiaisonField *field;

  if (index == LIAISON_FIELD_SENSITIVITY)
    return g_strdup (liaison_vocabulary_get_label (&liaison_sensitivities, liaison_record_get_sensitivity (record)));

  field = &liaison_kind_get_info (liaison_record_get_kind (record))->fields[index];
  if (liaison_record_field_is_empty (record, index) && field->type != LIAISON_FIELD_BOOLEAN)
    return g_strdup ("");

  switch (field->type)
    {
    case LIAISON_FIELD_COUNTRY:
      return g_strdup (liaison_country_get_name (liaison_record_get_text (record, index)));
    case LIAISON_FIELD_LINK:
      return find (field->target, liaison_record_get_text (record, index), user_data, error);
    case LIAISON_FIELD_LIST:
    case LIAISON_FIELD_LINKS:
      return join_values (field, liaison_record_get_list (record, index), find, user_data, error);
    case LIAISON_FIELD_TOKEN:
      return g_strdup (liaison_vocabulary_get_label (field->vocabulary, liaison_record_get_integer (record, index)));
    case LIAISON_FIELD_BOOLEAN:
      return g_strdup (liaison_record_get_integer (record, index) ? _("Yes") : _("No"));
    case LIAISON_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, liaison_record_get_integer (record, index));
    case LIAISON_FIELD_TEXT:
    case LIAISON_FIELD_PROSE:
    case LIAISON_FIELD_ADDRESS:
    case LIAISON_FIELD_DATE:
    default:
      return g_strdup (liaison_record_get_text (record, index));
    }
}

static char *
find_in_store (LiaisonKind   kind,
               const char   *uuid,
               gpointer      db,
               GError      **error)
{
  return liaison_record_find_name (db, kind, uuid, error);
}

char *
liaison_record_dup_value (LiaisonDb            *db,
                          const LiaisonRecord  *record,
                          guint                 field,
                          GError              **error)
{
  return liaison_record_write_value (record, field, find_in_store, db, error);
}
