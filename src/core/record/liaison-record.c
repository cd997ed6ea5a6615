/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-record.h"

#include "liaison-uuid.h"

#include <string.h>

typedef union
{
  char  *text;
  char **list;
  gint64 integer;
} Value;

struct _LiaisonRecord
{
  LiaisonKind            kind;
  LiaisonSensitivity     sensitivity;
  const LiaisonKindInfo *info;
  char                  *uuid;
  gint64                 created;
  gint64                 modified;
  Value                  values[];
};

G_DEFINE_BOXED_TYPE (LiaisonRecord, liaison_record, liaison_record_ref, liaison_record_unref)

static const char * const empty_list[] = { NULL };

static const LiaisonField *
get_field (const LiaisonRecord *record,
           guint                field)
{
  g_assert (field < record->info->n_fields);

  return &record->info->fields[field];
}

static void
clear_value (LiaisonRecord *record,
             guint          field)
{
  if (liaison_field_is_text (get_field (record, field)))
    g_clear_pointer (&record->values[field].text, g_free);
  else if (liaison_field_is_list (get_field (record, field)))
    g_clear_pointer (&record->values[field].list, g_strfreev);
  else
    record->values[field].integer = 0;
}

static void
clear_record (gpointer data)
{
  LiaisonRecord *record = data;

  for (guint i = 0; i < record->info->n_fields; i++)
    clear_value (record, i);
  g_free (record->uuid);
}

LiaisonRecord *
liaison_record_new (LiaisonKind kind,
                    const char *uuid)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (kind);
  LiaisonRecord *record;

  g_return_val_if_fail (info != NULL, NULL);

  record = g_atomic_rc_box_alloc0 (sizeof (LiaisonRecord) + info->n_fields * sizeof (Value));
  record->kind = kind;
  record->info = info;
  record->uuid = uuid ? g_strdup (uuid) : liaison_uuid_new ();
  record->sensitivity = LIAISON_SENSITIVITY_PUBLIC;

  return record;
}

LiaisonRecord *
liaison_record_ref (LiaisonRecord *record)
{
  return g_atomic_rc_box_acquire (record);
}

void
liaison_record_unref (LiaisonRecord *record)
{
  g_atomic_rc_box_release_full (record, clear_record);
}

LiaisonRecord *
liaison_record_copy (const LiaisonRecord *record)
{
  LiaisonRecord *copy = liaison_record_new (record->kind, record->uuid);

  copy->sensitivity = record->sensitivity;
  copy->created = record->created;
  copy->modified = record->modified;
  for (guint i = 0; i < record->info->n_fields; i++)
    {
      if (liaison_field_is_text (get_field (record, i)))
        copy->values[i].text = g_strdup (record->values[i].text);
      else if (liaison_field_is_list (get_field (record, i)))
        copy->values[i].list = g_strdupv (record->values[i].list);
      else
        copy->values[i].integer = record->values[i].integer;
    }

  return copy;
}

gboolean
liaison_record_equal (const LiaisonRecord *a,
                      const LiaisonRecord *b)
{
  if (a->kind != b->kind || a->sensitivity != b->sensitivity || a->created != b->created || strcmp (a->uuid, b->uuid) != 0)
    return FALSE;

  for (guint i = 0; i < a->info->n_fields; i++)
    {
      if (!liaison_record_field_equal (a, b, i))
        return FALSE;
    }

  return TRUE;
}

LiaisonKind
liaison_record_get_kind (const LiaisonRecord *record)
{
  return record->kind;
}

const char *
liaison_record_get_uuid (const LiaisonRecord *record)
{
  return record->uuid;
}

gint64
liaison_record_get_created (const LiaisonRecord *record)
{
  return record->created;
}

void
liaison_record_set_created (LiaisonRecord *record,
                            gint64         seconds)
{
  record->created = seconds;
}

gint64
liaison_record_get_modified (const LiaisonRecord *record)
{
  return record->modified;
}

void
liaison_record_set_modified (LiaisonRecord *record,
                             gint64         seconds)
{
  record->modified = seconds;
}

LiaisonSensitivity
liaison_record_get_sensitivity (const LiaisonRecord *record)
{
  return record->sensitivity;
}

void
liaison_record_set_sensitivity (LiaisonRecord     *record,
                                LiaisonSensitivity sensitivity)
{
  record->sensitivity = sensitivity;
}

const char *
liaison_record_get_text (const LiaisonRecord *record,
                         guint                field)
{
  g_return_val_if_fail (liaison_field_is_text (get_field (record, field)), "");

  return record->values[field].text ? record->values[field].text : "";
}

void
liaison_record_set_text (LiaisonRecord *record,
                         guint          field,
                         const char    *value)
{
  liaison_record_take_text (record, field, g_strdup (value));
}

void
liaison_record_take_text (LiaisonRecord *record,
                          guint          field,
                          char          *value)
{
  g_return_if_fail (liaison_field_is_text (get_field (record, field)));

  g_free (record->values[field].text);
  record->values[field].text = value;
}

gint64
liaison_record_get_integer (const LiaisonRecord *record,
                            guint                field)
{
  g_return_val_if_fail (!liaison_field_is_text (get_field (record, field)), 0);
  g_return_val_if_fail (!liaison_field_is_list (get_field (record, field)), 0);

  return record->values[field].integer;
}

void
liaison_record_set_integer (LiaisonRecord *record,
                            guint          field,
                            gint64         value)
{
  g_return_if_fail (!liaison_field_is_text (get_field (record, field)));
  g_return_if_fail (!liaison_field_is_list (get_field (record, field)));

  record->values[field].integer = value;
}

const char * const *
liaison_record_get_list (const LiaisonRecord *record,
                         guint                field)
{
  g_return_val_if_fail (liaison_field_is_list (get_field (record, field)), empty_list);

  return record->values[field].list ? (const char * const *) record->values[field].list : empty_list;
}

void
liaison_record_set_list (LiaisonRecord      *record,
                         guint               field,
                         const char * const *values)
{
  char **copy;

  g_return_if_fail (liaison_field_is_list (get_field (record, field)));

  copy = g_strdupv ((char **) values);
  g_strfreev (record->values[field].list);
  record->values[field].list = copy;
}

gboolean
liaison_record_field_equal (const LiaisonRecord *a,
                            const LiaisonRecord *b,
                            guint                field)
{
  g_return_val_if_fail (a->kind == b->kind, FALSE);

  if (field == LIAISON_FIELD_SENSITIVITY)
    return liaison_record_get_sensitivity (a) == liaison_record_get_sensitivity (b);
  if (liaison_field_is_text (get_field (a, field)))
    return strcmp (liaison_record_get_text (a, field), liaison_record_get_text (b, field)) == 0;
  if (liaison_field_is_list (get_field (a, field)))
    return g_strv_equal (liaison_record_get_list (a, field), liaison_record_get_list (b, field));

  return a->values[field].integer == b->values[field].integer;
}

void
liaison_record_copy_field (LiaisonRecord       *record,
                           const LiaisonRecord *from,
                           guint                field)
{
  g_return_if_fail (from == NULL || from->kind == record->kind);
  g_return_if_fail (from != NULL || field != LIAISON_FIELD_SENSITIVITY);

  if (field == LIAISON_FIELD_SENSITIVITY)
    liaison_record_set_sensitivity (record, liaison_record_get_sensitivity (from));
  else if (liaison_field_is_text (get_field (record, field)))
    liaison_record_set_text (record, field, from != NULL ? liaison_record_get_text (from, field) : NULL);
  else if (liaison_field_is_list (get_field (record, field)))
    liaison_record_set_list (record, field, from != NULL ? liaison_record_get_list (from, field) : NULL);
  else
    liaison_record_set_integer (record, field, from != NULL ? liaison_record_get_integer (from, field) : 0);
}

gboolean
liaison_record_field_is_empty (const LiaisonRecord *record,
                               guint                field)
{
  if (liaison_field_is_text (get_field (record, field)))
    return *liaison_record_get_text (record, field) == '\0';
  if (liaison_field_is_list (get_field (record, field)))
    return *liaison_record_get_list (record, field) == NULL;

  return record->values[field].integer == 0;
}
