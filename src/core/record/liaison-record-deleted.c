/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-record-past-private.h"

#include "liaison-field-edit.h"
#include "liaison-image-private.h"
#include "liaison-record-name.h"
#include "liaison-record-sql-private.h"
#include "liaison-rows-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* What a person would look for by itself. */
static const LiaisonKind listed[] = {
  LIAISON_KIND_ENGAGEMENT, LIAISON_KIND_CONTACT, LIAISON_KIND_ORGANISATION, LIAISON_KIND_STATED_TOTAL, LIAISON_KIND_REPORT,
  LIAISON_KIND_SAVED_SEARCH,
};

static void
free_deleted (gpointer data)
{
  LiaisonDeletedRecord *deleted = data;

  g_free (deleted->uuid);
  g_free (deleted->phrase);
  g_free (deleted->name);
  g_free (deleted);
}

/* Walks back through the log; what has come back since, or is another record now, is left out.  ?1 is how many. */
static char *
build_list_statement (void)
{
  GString *text = g_string_new ("SELECT c.kind, c.uuid, b.name, b.time, c.before FROM change c CROSS JOIN batch b ON b.id = c.batch WHERE c.operation = ");

  g_string_append_printf (text, "%d AND CASE c.kind", LIAISON_OPERATION_DELETE);
  for (guint i = 0; i < G_N_ELEMENTS (listed); i++)
    g_string_append_printf (text, " WHEN %d THEN NOT EXISTS (SELECT 1 FROM %s WHERE uuid = c.uuid)", listed[i],
                            liaison_kind_get_info (listed[i])->name);
  g_string_append (text, " ELSE 0 END AND NOT EXISTS (SELECT 1 FROM former WHERE uuid = c.uuid)"
                         " AND NOT EXISTS (SELECT 1 FROM change l WHERE l.uuid = c.uuid AND l.id > c.id) ORDER BY c.id DESC LIMIT ?1");

  return g_string_free (text, FALSE);
}

static LiaisonDeletedRecord *
read_deleted (LiaisonDb   *db,
              LiaisonSql  *sql,
              GError     **error)
{
  LiaisonDeletedRecord *deleted = g_new0 (LiaisonDeletedRecord, 1);
  g_autoptr (LiaisonRecord) record = NULL;

  deleted->kind = liaison_sql_get_integer (sql, 0);
  deleted->uuid = liaison_sql_dup_uuid (sql, 1);
  deleted->name = liaison_sql_dup_text (sql, 2);
  deleted->time = liaison_sql_get_integer (sql, 3);
  record = liaison_record_new (deleted->kind, deleted->uuid);
  if (liaison_image_apply (liaison_sql_get_text (sql, 4), record, NULL, error))
    deleted->phrase = liaison_record_dup_phrase (db, record, error);
  if (deleted->phrase != NULL)
    return deleted;

  free_deleted (deleted);

  return NULL;
}

GPtrArray *
liaison_deleted_records_load (LiaisonDb  *db,
                              guint       most,
                              GError    **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (free_deleted);
  g_autofree char *text = build_list_statement ();
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return NULL;

  liaison_sql_bind_integer (sql, 1, most);
  while (liaison_sql_step (sql, &failure))
    {
      LiaisonDeletedRecord *deleted = read_deleted (db, sql, error);

      if (deleted == NULL)
        return NULL;
      g_ptr_array_add (records, deleted);
    }

  return liaison_rows_end (&failure, error) ? g_steal_pointer (&records) : NULL;
}

/* Restoring */

typedef struct
{
  LiaisonDb   *db;
  LiaisonKind  kind;
  const char  *uuid;
  GPtrArray   *put;   /* (element-type LiaisonRecord): the record, then its parts */
  GPtrArray   *named; /* (element-type LiaisonRecord): records that named it, with the links that did */
} Restoration;

static void
restoration_clear (Restoration *restoration)
{
  g_ptr_array_unref (restoration->put);
  g_ptr_array_unref (restoration->named);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Restoration, restoration_clear)

static gboolean
is_part (const Restoration   *restoration,
         const LiaisonRecord *record)
{
  LiaisonKind kind = liaison_record_get_kind (record);

  if (g_str_equal (liaison_record_get_uuid (record), restoration->uuid))
    return TRUE;
  for (int field = liaison_past_find_owner_field (kind, restoration->kind, 0); field >= 0;
       field = liaison_past_find_owner_field (kind, restoration->kind, field + 1))
    {
      if (g_str_equal (liaison_record_get_text (record, field), restoration->uuid))
        return TRUE;
    }

  return FALSE;
}

/* ?1 is the deletion's batch, ?2 the UUID as the images write it; the record itself comes first. */
static const char of_batch[] =
  "SELECT kind, uuid, operation, before FROM change WHERE batch = ?1 AND operation IN (2, 3) AND (uuid = ?3 OR instr (before, ?2) > 0)"
  " ORDER BY uuid <> ?3, id DESC";

G_STATIC_ASSERT (LIAISON_OPERATION_UPDATE == 2 && LIAISON_OPERATION_DELETE == 3);

static gboolean
collect (Restoration  *restoration,
         gint64        batch,
         GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (restoration->db, of_batch, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, batch);
  liaison_sql_bind_text (sql, 2, restoration->uuid);
  liaison_sql_bind_uuid (sql, 3, restoration->uuid);
  while (liaison_sql_step (sql, &failure))
    {
      g_autofree char *uuid = liaison_sql_dup_uuid (sql, 1);
      g_autoptr (LiaisonRecord) record = liaison_record_new (liaison_sql_get_integer (sql, 0), uuid);

      if (!liaison_image_apply (liaison_sql_get_text (sql, 3), record, NULL, error))
        return FALSE;
      if (liaison_sql_get_integer (sql, 2) == LIAISON_OPERATION_UPDATE)
        g_ptr_array_add (restoration->named, g_steal_pointer (&record));
      else if (is_part (restoration, record))
        g_ptr_array_add (restoration->put, g_steal_pointer (&record));
    }

  return liaison_rows_end (&failure, error);
}

/* Gives one record back the links that the deletion took from it. */
static gboolean
name_again (const Restoration    *restoration,
            LiaisonEdit          *edit,
            const LiaisonRecord  *before,
            GError              **error)
{
  LiaisonKind kind = liaison_record_get_kind (before);
  const LiaisonKindInfo *info = liaison_kind_get_info (kind);
  const char *only[] = { restoration->uuid, NULL };
  g_auto (LiaisonStoredRecord) stored = { NULL };
  g_autoptr (LiaisonRecord) value = liaison_record_new (kind, NULL);
  gboolean changed = FALSE;

  if (!liaison_record_read (restoration->db, kind, liaison_record_get_uuid (before), &stored, error))
    return FALSE;
  if (stored.record == NULL)
    return TRUE;

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autoptr (LiaisonFieldEdit) field_edit = NULL;

      if (info->fields[i].type == LIAISON_FIELD_LINK && g_str_equal (liaison_record_get_text (before, i), restoration->uuid))
        liaison_record_set_text (value, i, restoration->uuid);
      else if (info->fields[i].type == LIAISON_FIELD_LINKS && g_strv_contains (liaison_record_get_list (before, i), restoration->uuid))
        liaison_record_set_list (value, i, only);
      else
        continue;

      field_edit = liaison_field_edit_new (LIAISON_FIELD_EDIT_ADD, value, i);
      changed |= liaison_field_edit_apply (field_edit, stored.record);
    }

  return !changed || liaison_edit_put (edit, stored.record, NULL, error);
}

/* 0 where the record has not been deleted, or is there again. */
static gboolean
find_deletion (Restoration  *restoration,
               gint64       *batch,
               GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (restoration->db, "SELECT batch FROM change WHERE uuid = ?1 AND operation = 3 ORDER BY id DESC LIMIT 1",
                                                error);
  g_autoptr (GError) failure = NULL;
  gint64 id = 0;

  *batch = 0;
  if (sql == NULL || !liaison_record_find_id (restoration->db, restoration->kind, restoration->uuid, &id, error))
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, restoration->uuid);
  if (id == 0 && liaison_sql_step (sql, &failure))
    *batch = liaison_sql_get_integer (sql, 0);

  return liaison_rows_end (&failure, error);
}

gboolean
liaison_deleted_record_restore (LiaisonDb    *db,
                                LiaisonKind   kind,
                                const char   *uuid,
                                const char   *name,
                                GError      **error)
{
  g_auto (Restoration) restoration = {
    db, kind, uuid,
    g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_record_unref),
    g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_record_unref),
  };
  g_autoptr (LiaisonEdit) edit = NULL;
  gint64 batch;

  if (!find_deletion (&restoration, &batch, error))
    return FALSE;
  if (batch == 0)
    {
      g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("This record has not been deleted, or is there again."));
      return FALSE;
    }
  if (!collect (&restoration, batch, error))
    return FALSE;

  edit = liaison_edit_begin (db, LIAISON_BATCH_EDIT, name, error);
  if (edit == NULL)
    return FALSE;
  for (guint i = 0; i < restoration.put->len; i++)
    {
      if (!liaison_edit_put (edit, restoration.put->pdata[i], NULL, error))
        return FALSE;
    }
  for (guint i = 0; i < restoration.named->len; i++)
    {
      if (!name_again (&restoration, edit, restoration.named->pdata[i], error))
        return FALSE;
    }

  return liaison_edit_commit (edit, error);
}
