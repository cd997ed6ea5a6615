/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-link.h"

#include "liaison-uuid.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SCHEME "liaison:"
#define MOST_SLASHES 3

char *
liaison_link_new (const char *uuid)
{
  g_return_val_if_fail (uuid != NULL, NULL);

  return g_strconcat (SCHEME, uuid, NULL);
}

char *
liaison_link_parse (const char *text)
{
  guint8 bytes[16];
  char uuid[LIAISON_UUID_LENGTH + 1];

  g_return_val_if_fail (text != NULL, NULL);

  if (g_ascii_strncasecmp (text, SCHEME, strlen (SCHEME)) != 0)
    return NULL;
  text += strlen (SCHEME);
  for (guint i = 0; i < MOST_SLASHES && *text == '/'; i++)
    text++;
  if (!liaison_uuid_parse (text, bytes))
    return NULL;
  liaison_uuid_format (bytes, uuid);

  return g_strdup (uuid);
}

static gboolean
has_page (LiaisonKind kind)
{
  return kind == LIAISON_KIND_ENGAGEMENT || kind == LIAISON_KIND_CONTACT || kind == LIAISON_KIND_ORGANISATION;
}

/* Returns: (nullable): the UUID of the record that owns @record; of several that of the first */
static const char *
get_owner (const LiaisonRecord *record)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (liaison_record_get_kind (record));

  for (guint i = 0; i < info->n_fields; i++)
    {
      const LiaisonField *field = &info->fields[i];

      if (field->type == LIAISON_FIELD_LINK && field->flags & LIAISON_FIELD_OWNER)
        return liaison_record_get_text (record, i);
      if (field->type == LIAISON_FIELD_LINKS && has_page (field->target))
        return liaison_record_get_list (record, i)[0];
    }

  return NULL;
}

LiaisonRecord *
liaison_link_load (LiaisonDb   *db,
                   const char  *uuid,
                   GError     **error)
{
  g_autoptr (LiaisonRecord) record = liaison_record_load_any (db, uuid, error);
  const char *owner;

  if (record == NULL)
    return NULL;
  if (has_page (liaison_record_get_kind (record)))
    return g_steal_pointer (&record);

  owner = get_owner (record);
  if (owner != NULL && *owner != '\0')
    return liaison_link_load (db, owner, error);

  g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("This record has no page of its own."));

  return NULL;
}
