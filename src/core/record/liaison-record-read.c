/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-record-statements-private.h"

#include "liaison-edit.h"

#include "liaison-config.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

void
liaison_stored_record_clear (LiaisonStoredRecord *stored)
{
  g_clear_pointer (&stored->record, liaison_record_unref);
}

char *
liaison_field_dup_column (const LiaisonField *field)
{
  return g_strdup_printf ("\"%s\"", field->name);
}

gboolean
liaison_record_find_id (LiaisonDb    *db,
                        LiaisonKind   kind,
                        const char   *uuid,
                        gint64       *id,
                        GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, liaison_record_get_statements (kind)->find, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, uuid);
  *id = liaison_sql_step (sql, &failure) ? liaison_sql_get_integer (sql, 0) : 0;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

gboolean
liaison_record_find_kind (LiaisonDb    *db,
                          const char   *uuid,
                          LiaisonKind  *kind,
                          GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, liaison_record_get_find_any (), error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, uuid);
  *kind = liaison_sql_step (sql, &failure) ? liaison_sql_get_integer (sql, 0) : LIAISON_N_KINDS;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

void
liaison_record_set_error_other_kind (const char   *uuid,
                                     LiaisonKind   kind,
                                     GError      **error)
{
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID,
               /* Translators: a UUID, and a kind of record as files name it */
               _("The UUID %s is that of a record of the kind “%s”."), uuid, liaison_kind_get_info (kind)->name);
}

char *
liaison_record_find_uuid (LiaisonDb    *db,
                          LiaisonKind   kind,
                          gint64        id,
                          GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, liaison_record_get_statements (kind)->find_uuid, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return NULL;

  liaison_sql_bind_integer (sql, 1, id);
  if (liaison_sql_step (sql, &failure))
    return liaison_sql_dup_uuid (sql, 0);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("There is no record of kind “%s” with the key %" PRId64 "."),
                 liaison_kind_get_label (kind), id);

  return NULL;
}

static char **
split_list (const char *text)
{
  return *text != '\0' ? g_strsplit (text, "\n", -1) : NULL;
}

static gboolean
read_links (LiaisonDb      *db,
            gint64          id,
            LiaisonRecord  *record,
            guint           index,
            GError        **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, liaison_record_get_statements (liaison_record_get_kind (record))->select_links[index], error);
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, id);
  while (liaison_sql_step (sql, &failure))
    g_ptr_array_add (uuids, liaison_sql_dup_uuid (sql, 0));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  g_ptr_array_add (uuids, NULL);
  liaison_record_set_list (record, index, (const char * const *) uuids->pdata);

  return TRUE;
}

static gboolean
read_field (LiaisonDb      *db,
            LiaisonSql     *sql,
            LiaisonRecord  *record,
            guint           index,
            GError        **error)
{
  const LiaisonField *field = &liaison_kind_get_info (liaison_record_get_kind (record))->fields[index];
  int column = COLUMN_FIRST_FIELD + index;

  switch (field->type)
    {
    case LIAISON_FIELD_LINKS:
      return read_links (db, liaison_sql_get_integer (sql, COLUMN_ID), record, index, error);

    case LIAISON_FIELD_LINK:
      if (!liaison_sql_is_null (sql, column))
        liaison_record_take_text (record, index, liaison_sql_dup_uuid (sql, column));
      break;

    case LIAISON_FIELD_LIST:
      {
        g_auto (GStrv) items = split_list (liaison_sql_get_text (sql, column));

        liaison_record_set_list (record, index, (const char * const *) items);
      }
      break;

    case LIAISON_FIELD_TOKEN:
    case LIAISON_FIELD_INTEGER:
    case LIAISON_FIELD_BOOLEAN:
      liaison_record_set_integer (record, index, liaison_sql_get_integer (sql, column));
      break;

    case LIAISON_FIELD_TEXT:
    case LIAISON_FIELD_PROSE:
    case LIAISON_FIELD_ADDRESS:
    case LIAISON_FIELD_DATE:
    case LIAISON_FIELD_COUNTRY:
    default:
      liaison_record_set_text (record, index, liaison_sql_get_text (sql, column));
      break;
    }

  return TRUE;
}

static LiaisonRecord *
read_row (LiaisonDb    *db,
          LiaisonKind   kind,
          LiaisonSql   *sql,
          GError      **error)
{
  g_autofree char *uuid = liaison_sql_dup_uuid (sql, COLUMN_UUID);
  g_autoptr (LiaisonRecord) record = liaison_record_new (kind, uuid);

  liaison_record_set_created (record, liaison_sql_get_integer (sql, COLUMN_CREATED));
  liaison_record_set_modified (record, liaison_sql_get_integer (sql, COLUMN_MODIFIED));
  liaison_record_set_sensitivity (record, liaison_sql_get_integer (sql, COLUMN_SENSITIVITY));
  for (guint i = 0; i < liaison_kind_get_info (kind)->n_fields; i++)
    {
      if (!read_field (db, sql, record, i, error))
        return NULL;
    }

  return g_steal_pointer (&record);
}

gboolean
liaison_record_read (LiaisonDb            *db,
                     LiaisonKind           kind,
                     const char           *uuid,
                     LiaisonStoredRecord  *stored,
                     GError              **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, liaison_record_get_statements (kind)->select_one, error);
  g_autoptr (GError) failure = NULL;

  stored->record = NULL;
  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, uuid);
  if (liaison_sql_step (sql, &failure))
    {
      stored->id = liaison_sql_get_integer (sql, COLUMN_ID);
      stored->batch = liaison_sql_get_integer (sql, COLUMN_BATCH);
      stored->record = read_row (db, kind, sql, error);
      return stored->record != NULL;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

LiaisonRecord *
liaison_record_load (LiaisonDb    *db,
                     LiaisonKind   kind,
                     const char   *uuid,
                     GError      **error)
{
  LiaisonStoredRecord stored;

  if (!liaison_record_read (db, kind, uuid, &stored, error))
    return NULL;

  if (stored.record == NULL)
    g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("There is no record of kind “%s” with the UUID %s."),
                 liaison_kind_get_label (kind), uuid);

  return stored.record;
}

/* What a record of the kind former leads to; takes it. */
static LiaisonRecord *
load_what_stayed (LiaisonDb      *db,
                  LiaisonRecord  *former,
                  GError        **error)
{
  g_autoptr (LiaisonRecord) G_GNUC_UNUSED taken = former;
  const char *contact = liaison_record_get_text (former, LIAISON_FORMER_CONTACT);

  if (*contact != '\0')
    return liaison_record_load (db, LIAISON_KIND_CONTACT, contact, error);

  return liaison_record_load (db, LIAISON_KIND_ORGANISATION, liaison_record_get_text (former, LIAISON_FORMER_ORGANISATION), error);
}

LiaisonRecord *
liaison_record_load_any (LiaisonDb   *db,
                         const char  *uuid,
                         GError     **error)
{
  LiaisonKind kind;
  LiaisonRecord *record;

  if (!liaison_record_find_kind (db, uuid, &kind, error))
    return NULL;
  if (kind == LIAISON_N_KINDS)
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("There is no record with the UUID “%s”."), uuid);
      return NULL;
    }

  record = liaison_record_load (db, kind, uuid, error);

  return record != NULL && kind == LIAISON_KIND_FORMER ? load_what_stayed (db, record, error) : record;
}

GPtrArray *
liaison_record_load_owned (LiaisonDb    *db,
                           LiaisonKind   kind,
                           guint         field,
                           const char   *owner,
                           GError      **error)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (kind);
  const LiaisonField *link = &info->fields[field];
  const char *target = liaison_kind_get_info (link->target)->name;
  gboolean ordered = liaison_kind_find_field (kind, "position") >= 0;
  g_autoptr (GString) text = g_string_new (liaison_record_get_statements (kind)->select);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_record_unref);
  g_autoptr (LiaisonSql) sql = NULL;
  g_autoptr (GError) failure = NULL;

  if (link->type == LIAISON_FIELD_LINKS)
    g_string_append_printf (text, " JOIN %s_%s l ON l.owner = t.id WHERE l.target = (SELECT id FROM %s WHERE uuid = ?1)",
                            info->name, link->name, target);
  else
    g_string_append_printf (text, " WHERE t.\"%s\" = (SELECT id FROM %s WHERE uuid = ?1)", link->name, target);
  g_string_append (text, ordered ? " ORDER BY t.position, t.id" : " ORDER BY t.id");

  sql = liaison_sql_new (db, text->str, error);
  if (sql == NULL)
    return NULL;

  liaison_sql_bind_uuid (sql, 1, owner);
  while (liaison_sql_step (sql, &failure))
    {
      LiaisonRecord *record = read_row (db, kind, sql, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }

  if (failure == NULL)
    return g_steal_pointer (&records);

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

gboolean
liaison_record_foreach (LiaisonDb          *db,
                        LiaisonKind         kind,
                        LiaisonRecordFunc   func,
                        gpointer            user_data,
                        GError            **error)
{
  g_autofree char *text = g_strconcat (liaison_record_get_statements (kind)->select, " ORDER BY t.uuid", NULL);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      g_autoptr (LiaisonRecord) record = read_row (db, kind, sql, error);

      if (record == NULL || !func (record, user_data, error))
        return FALSE;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
