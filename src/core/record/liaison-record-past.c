/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-record-past-private.h"

#include "liaison-image-private.h"
#include "liaison-record-sql-private.h"
#include "liaison-rows-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

int
liaison_past_find_owner_field (LiaisonKind kind,
                               LiaisonKind owner,
                               int         field)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (kind);

  for (; field < (int) info->n_fields; field++)
    {
      if (info->fields[field].type == LIAISON_FIELD_LINK && info->fields[field].target == owner
          && (info->fields[field].flags & LIAISON_FIELD_OWNER) != 0)
        return field;
    }

  return -1;
}

/* What the record owns now, and what it owned once: a deletion in the log holds the whole, with the owner's UUID. */
static char *
build_parts_statement (LiaisonKind kind,
                       LiaisonKind owner,
                       int         field)
{
  const char *name = liaison_kind_get_info (kind)->fields[field].name;
  const char *table = liaison_kind_get_info (owner)->name;

  return g_strdup_printf ("SELECT p.uuid FROM %s o CROSS JOIN %s p ON p.\"%s\" = o.id WHERE o.uuid = ?1"
                          " UNION SELECT d.uuid FROM %s o CROSS JOIN change d ON d.batch >= o.batch WHERE o.uuid = ?1"
                          "  AND d.operation = %d AND d.kind = %d AND lower (hex (?1)) = replace (json_extract (d.before, '$.%s'), '-', '')",
                          table, liaison_kind_get_info (kind)->name, name, table, LIAISON_OPERATION_DELETE, kind, name);
}

static gboolean
list_parts (LiaisonDb    *db,
            LiaisonKind   kind,
            LiaisonKind   owner,
            int           field,
            const char   *uuid,
            GPtrArray    *records,
            GError      **error)
{
  g_autofree char *text = build_parts_statement (kind, owner, field);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, uuid);
  while (liaison_sql_step (sql, &failure))
    {
      g_autofree char *part = liaison_sql_dup_uuid (sql, 0);

      g_ptr_array_add (records, liaison_record_new (kind, part));
    }

  return liaison_rows_end (&failure, error);
}

GPtrArray *
liaison_past_list_records (LiaisonDb    *db,
                           LiaisonKind   owner,
                           const char   *uuid,
                           GError      **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_record_unref);

  g_ptr_array_add (records, liaison_record_new (owner, uuid));
  for (LiaisonKind kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      for (int field = liaison_past_find_owner_field (kind, owner, 0); field >= 0;
           field = liaison_past_find_owner_field (kind, owner, field + 1))
        {
          if (!list_parts (db, kind, owner, field, uuid, records, error))
            return NULL;
        }
    }

  return g_steal_pointer (&records);
}

/* Going back */

typedef struct
{
  LiaisonRecord *then;     /* NULL where it was not there */
  gint64         origin;   /* the batch that made it first */
  gboolean       is_there; /* now */
} Past;

static gboolean
step_back (Past                *past,
           const LiaisonRecord *which,
           LiaisonOperation     operation,
           const char          *before,
           GError             **error)
{
  switch (operation)
    {
    case LIAISON_OPERATION_INSERT:
      g_clear_pointer (&past->then, liaison_record_unref);
      return TRUE;

    case LIAISON_OPERATION_DELETE:
      g_clear_pointer (&past->then, liaison_record_unref);
      past->then = liaison_record_new (liaison_record_get_kind (which), liaison_record_get_uuid (which));
      return liaison_image_apply (before, past->then, &past->origin, error);

    case LIAISON_OPERATION_UPDATE:
    default:
      return past->then == NULL || liaison_image_apply (before, past->then, NULL, error);
    }
}

static gboolean
go_back (LiaisonDb            *db,
         const LiaisonRecord  *which,
         gint64                batch,
         Past                 *past,
         GError              **error)
{
  g_auto (LiaisonStoredRecord) stored = { NULL };
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "SELECT operation, before FROM change WHERE uuid = ?1 AND batch > ?2 ORDER BY id DESC", error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL || !liaison_record_read (db, liaison_record_get_kind (which), liaison_record_get_uuid (which), &stored, error))
    return FALSE;

  past->is_there = stored.record != NULL;
  past->then = stored.record != NULL ? liaison_record_copy (stored.record) : NULL;
  past->origin = stored.batch;
  liaison_sql_bind_uuid (sql, 1, liaison_record_get_uuid (which));
  liaison_sql_bind_integer (sql, 2, batch);
  while (liaison_sql_step (sql, &failure))
    {
      if (!step_back (past, which, liaison_sql_get_integer (sql, 0), liaison_sql_get_text (sql, 1), error))
        return FALSE;
    }

  /* An import logs no insertions: the row says when it came. */
  if (past->origin > batch)
    g_clear_pointer (&past->then, liaison_record_unref);

  return liaison_rows_end (&failure, error);
}

static gboolean
find_batch (LiaisonDb   *db,
            const char  *uuid,
            gint64      *id,
            GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "SELECT id FROM batch WHERE uuid = ?1", error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, uuid);
  *id = 0;
  if (liaison_sql_step (sql, &failure))
    *id = liaison_sql_get_integer (sql, 0);
  if (!liaison_rows_end (&failure, error))
    return FALSE;
  if (*id != 0)
    return TRUE;

  g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("This action is not in the history."));

  return FALSE;
}

/* What is to be put and removed; all of it is read before the first is written, since writing adds to what is read. */
static gboolean
collect (LiaisonDb    *db,
         GPtrArray    *records,
         gint64        batch,
         GPtrArray    *put,
         GPtrArray    *removed,
         GError      **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      const LiaisonRecord *which = g_ptr_array_index (records, i);
      Past past = { NULL };

      if (!go_back (db, which, batch, &past, error))
        {
          g_clear_pointer (&past.then, liaison_record_unref);
          return FALSE;
        }
      if (past.then != NULL)
        g_ptr_array_add (put, past.then);
      else if (past.is_there)
        g_ptr_array_add (removed, (gpointer) which);
    }

  return TRUE;
}

gboolean
liaison_record_return (LiaisonDb    *db,
                       LiaisonKind   kind,
                       const char   *uuid,
                       const char   *batch,
                       const char   *name,
                       GError      **error)
{
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_record_unref);
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();
  g_autoptr (GPtrArray) records = liaison_past_list_records (db, kind, uuid, error);
  g_autoptr (LiaisonEdit) edit = NULL;
  gint64 id;

  if (records == NULL || !find_batch (db, batch, &id, error) || !collect (db, records, id, put, removed, error))
    return FALSE;
  if (put->len == 0 || g_strcmp0 (liaison_record_get_uuid (put->pdata[0]), uuid) != 0)
    {
      g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("The record was not there then."));
      return FALSE;
    }

  edit = liaison_edit_begin (db, LIAISON_BATCH_EDIT, name, error);
  if (edit == NULL)
    return FALSE;
  for (guint i = 0; i < put->len; i++)
    {
      if (!liaison_edit_put (edit, put->pdata[i], NULL, error))
        return FALSE;
    }
  for (guint i = 0; i < removed->len; i++)
    {
      if (!liaison_edit_remove (edit, liaison_record_get_kind (removed->pdata[i]), liaison_record_get_uuid (removed->pdata[i]), error))
        return FALSE;
    }

  return liaison_edit_commit (edit, error);
}
