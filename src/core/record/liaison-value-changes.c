/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-record-past-private.h"

#include "liaison-field-edit.h"
#include "liaison-image-private.h"
#include "liaison-record-name.h"
#include "liaison-record-sql-private.h"
#include "liaison-rows-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* A row of the log, or the insertion that an import did not log. */
typedef struct
{
  gint64           id; /* its place among the others */
  char            *batch;
  char            *name;
  gint64           time;
  gint64           order;
  LiaisonBatchKind batch_kind;
  gboolean         undone;
  LiaisonOperation operation;
  LiaisonKind      kind;
  char            *uuid;
  char            *before;
  char            *after;
} Row;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->batch);
  g_free (row->name);
  g_free (row->uuid);
  g_free (row->before);
  g_free (row->after);
  g_free (row);
}

static void
free_change (gpointer data)
{
  LiaisonValueChange *change = data;

  g_free (change->batch);
  g_free (change->name);
  g_free (change->uuid);
  g_free (change->part);
  g_free (change->before);
  g_free (change->after);
  g_clear_pointer (&change->old, liaison_record_unref);
  g_free (change);
}

/* ?1 is the record.  What an import inserted has no row in the log; its own row names the batch, which is older than all that followed. */
static char *
build_statement (LiaisonKind kind)
{
  const char *table = liaison_kind_get_info (kind)->name;

  return g_strdup_printf ("SELECT c.id, b.uuid, b.name, b.time, b.kind, b.undone, c.operation, c.before, c.after, b.id"
                          " FROM change c CROSS JOIN batch b ON b.id = c.batch WHERE c.uuid = ?1"
                          " UNION ALL SELECT 0, b.uuid, b.name, b.time, b.kind, b.undone, %d, NULL, NULL, b.id"
                          " FROM %s r CROSS JOIN batch b ON b.id = r.batch"
                          " WHERE r.uuid = ?1 AND NOT EXISTS (SELECT 1 FROM change c WHERE c.uuid = ?1 AND c.operation = %d)",
                          LIAISON_OPERATION_INSERT, table, LIAISON_OPERATION_INSERT);
}

static gboolean
read_rows (LiaisonDb            *db,
           const LiaisonRecord  *which,
           GPtrArray            *rows,
           GError              **error)
{
  g_autofree char *text = build_statement (liaison_record_get_kind (which));
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, liaison_record_get_uuid (which));
  while (liaison_sql_step (sql, &failure))
    {
      Row *row = g_new0 (Row, 1);

      row->id = liaison_sql_get_integer (sql, 0);
      row->batch = liaison_sql_dup_uuid (sql, 1);
      row->name = liaison_sql_dup_text (sql, 2);
      row->time = liaison_sql_get_integer (sql, 3);
      row->batch_kind = liaison_sql_get_integer (sql, 4);
      row->undone = liaison_sql_get_integer (sql, 5) != 0;
      row->operation = liaison_sql_get_integer (sql, 6);
      row->kind = liaison_record_get_kind (which);
      row->uuid = g_strdup (liaison_record_get_uuid (which));
      row->before = liaison_sql_is_null (sql, 7) ? NULL : liaison_sql_dup_text (sql, 7);
      row->after = liaison_sql_is_null (sql, 8) ? NULL : liaison_sql_dup_text (sql, 8);
      row->order = liaison_sql_get_integer (sql, 9);
      g_ptr_array_add (rows, row);
    }

  return liaison_rows_end (&failure, error);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *first = *(const Row * const *) a;
  const Row *second = *(const Row * const *) b;

  return first->id > second->id ? -1 : first->id < second->id;
}

typedef struct
{
  LiaisonDb  *db;
  const char *uuid;    /* of the record that was asked for */
  GPtrArray  *changes;
} Loading;

/* %NULL where there is no such image; its fields that are not in the image are empty. */
static gboolean
read_image (const Row      *row,
            const char     *image,
            LiaisonRecord **record,
            GError        **error)
{
  *record = liaison_record_new (row->kind, row->uuid);

  return image == NULL || liaison_image_apply (image, *record, NULL, error);
}

/* "Participation: Dmytro Kuleba"; "" for the record that was asked for. */
static char *
write_part (const Loading        *loading,
            const Row            *row,
            GError              **error)
{
  g_autofree char *name = NULL;

  if (g_str_equal (row->uuid, loading->uuid))
    return g_strdup ("");

  name = liaison_record_find_name (loading->db, row->kind, row->uuid, error);
  if (name == NULL)
    return NULL;
  /* Translators: a kind of record, and which one: "Participation: Dmytro Kuleba" */
  return *name != '\0' ? g_strdup_printf (_("%s: %s"), liaison_kind_get_label (row->kind), name) : g_strdup (liaison_kind_get_label (row->kind));
}

static LiaisonValueChange *
add_change (const Loading *loading,
            const Row     *row,
            const char    *part)
{
  LiaisonValueChange *change = g_new0 (LiaisonValueChange, 1);

  change->batch = g_strdup (row->batch);
  change->name = g_strdup (row->name);
  change->time = row->time;
  change->order = row->order;
  change->batch_kind = row->batch_kind;
  change->undone = row->undone;
  change->operation = row->operation;
  change->kind = row->kind;
  change->uuid = g_strdup (row->uuid);
  change->part = g_strdup (part);
  g_ptr_array_add (loading->changes, change);

  return change;
}

static gboolean
add_field (const Loading        *loading,
           const Row            *row,
           const char           *part,
           guint                 field,
           LiaisonRecord        *before,
           const LiaisonRecord  *after,
           const LiaisonRecord  *now,
           GError              **error)
{
  LiaisonValueChange *change = add_change (loading, row, part);

  change->field = field;
  change->before = liaison_record_dup_value (loading->db, before, field, error);
  change->after = change->before != NULL ? liaison_record_dup_value (loading->db, after, field, error) : NULL;
  if (now != NULL && !liaison_record_field_equal (before, now, field))
    change->old = liaison_record_ref (before);

  return change->after != NULL;
}

static gboolean
add_update (const Loading  *loading,
            const Row      *row,
            const char     *part,
            GError        **error)
{
  g_auto (LiaisonStoredRecord) stored = { NULL };
  g_autoptr (LiaisonRecord) before = NULL;
  g_autoptr (LiaisonRecord) after = NULL;
  g_autoptr (GArray) fields = liaison_image_get_fields (row->after, row->kind, error);

  if (fields == NULL || !read_image (row, row->before, &before, error) || !read_image (row, row->after, &after, error)
      || !liaison_record_read (loading->db, row->kind, row->uuid, &stored, error))
    return FALSE;

  for (guint i = 0; i < fields->len; i++)
    {
      if (!add_field (loading, row, part, g_array_index (fields, guint, i), before, after, stored.record, error))
        return FALSE;
    }

  return liaison_record_field_equal (before, after, LIAISON_FIELD_SENSITIVITY)
    || add_field (loading, row, part, LIAISON_FIELD_SENSITIVITY, before, after, stored.record, error);
}

static gboolean
add_row (const Loading  *loading,
         const Row      *row,
         GError        **error)
{
  g_autofree char *part = write_part (loading, row, error);

  if (part == NULL)
    return FALSE;
  if (row->operation == LIAISON_OPERATION_UPDATE)
    return add_update (loading, row, part, error);

  add_change (loading, row, part);

  return TRUE;
}

GPtrArray *
liaison_value_changes_load (LiaisonDb   *db,
                            LiaisonKind  kind,
                            const char  *uuid,
                            GError     **error)
{
  g_autoptr (GPtrArray) records = liaison_past_list_records (db, kind, uuid, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (free_change);
  const Loading loading = { db, uuid, changes };

  if (records == NULL)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    {
      if (!read_rows (db, records->pdata[i], rows, error))
        return NULL;
    }
  g_ptr_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    {
      if (!add_row (&loading, rows->pdata[i], error))
        return NULL;
    }

  return g_steal_pointer (&changes);
}
