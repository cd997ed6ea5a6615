/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-undo.h"

#include "liaison-edit-private.h"
#include "liaison-image-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64           id;
  char            *name;
  LiaisonBatchKind kind;
} Batch;

static void
clear_batch (Batch *batch)
{
  g_clear_pointer (&batch->name, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, clear_batch)

/* Edits and imports: what a person did, as against undoing and redoing it. */
#define IS_ACTION "kind IN (1, 2)"

G_STATIC_ASSERT (LIAISON_BATCH_EDIT == 1 && LIAISON_BATCH_IMPORT == 2 && LIAISON_BATCH_UNDO == 3);

static const char undoable[] = "SELECT id, name, kind FROM batch WHERE " IS_ACTION " AND undone = 0 ORDER BY id DESC LIMIT 1";

/* The oldest of those that were undone was undone last; a new action passes all of them over (liaison_edit_commit()). */
static const char redoable[] = "SELECT id, name, kind FROM batch WHERE " IS_ACTION " AND undone = 1 ORDER BY id LIMIT 1";

/* id is 0 where there is no such batch. */
static gboolean
find_batch (LiaisonDb   *db,
            const char  *text,
            Batch       *batch,
            GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  if (liaison_sql_step (sql, &failure))
    {
      batch->id = liaison_sql_get_integer (sql, 0);
      batch->name = liaison_sql_dup_text (sql, 1);
      batch->kind = liaison_sql_get_integer (sql, 2);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

char *
liaison_undo_get_name (LiaisonDb  *db,
                       GError    **error)
{
  g_auto (Batch) batch = { 0 };

  return find_batch (db, undoable, &batch, error) ? g_steal_pointer (&batch.name) : NULL;
}

char *
liaison_redo_get_name (LiaisonDb  *db,
                       GError    **error)
{
  g_auto (Batch) batch = { 0 };

  return find_batch (db, redoable, &batch, error) ? g_steal_pointer (&batch.name) : NULL;
}

/* Inverting one row of the log */

typedef struct
{
  LiaisonKind      kind;
  LiaisonOperation operation;
  char            *uuid;
  char            *before;
  char            *after;
} Change;

static void
clear_change (Change *change)
{
  g_free (change->uuid);
  g_free (change->before);
  g_free (change->after);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, clear_change)

static void
set_conflict (const Change  *change,
              GError       **error)
{
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_CONFLICT,
               /* Translators: a kind of record and its UUID */
               _("It cannot be taken back: a record of kind “%s” (%s) has been changed since by another program."),
               liaison_kind_get_label (change->kind), change->uuid);
}

/* Whether the record stands as the action left it. */
static gboolean
is_as_left (const Change               *change,
            const LiaisonStoredRecord  *stored,
            gboolean                   *as_left,
            GError                    **error)
{
  g_autoptr (LiaisonRecord) left = NULL;

  *as_left = FALSE;
  if (stored->record == NULL)
    return TRUE;

  left = liaison_record_copy (stored->record);
  if (!liaison_image_apply (change->after, left, NULL, error))
    return FALSE;

  *as_left = liaison_record_equal (left, stored->record)
    && liaison_record_get_modified (left) == liaison_record_get_modified (stored->record);

  return TRUE;
}

static gboolean
restore_deleted (LiaisonEdit   *edit,
                 const Change  *change,
                 GPtrArray     *incomplete,
                 GError       **error)
{
  g_autoptr (LiaisonRecord) record = liaison_record_new (change->kind, change->uuid);
  gboolean is_incomplete = FALSE;
  gint64 batch = 0;

  if (!liaison_image_apply (change->before, record, &batch, error)
      || !liaison_edit_restore (edit, record, batch, &is_incomplete, error))
    return FALSE;

  if (is_incomplete)
    g_ptr_array_add (incomplete, g_steal_pointer (&record));

  return TRUE;
}

static gboolean
invert_change (LiaisonEdit   *edit,
               const Change  *change,
               GPtrArray     *incomplete,
               GError       **error)
{
  g_auto (LiaisonStoredRecord) stored = { NULL };
  g_autoptr (LiaisonRecord) record = NULL;
  gboolean as_left = FALSE;

  if (change->kind >= LIAISON_N_KINDS)
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_DAMAGED, _("The change log cannot be read: it names a kind of record %d."), change->kind);
      return FALSE;
    }

  if (!liaison_record_read (liaison_edit_get_db (edit), change->kind, change->uuid, &stored, error))
    return FALSE;

  if (change->operation == LIAISON_OPERATION_DELETE)
    {
      if (stored.record == NULL)
        return restore_deleted (edit, change, incomplete, error);
      set_conflict (change, error);
      return FALSE;
    }

  if (!is_as_left (change, &stored, &as_left, error))
    return FALSE;
  if (!as_left)
    {
      set_conflict (change, error);
      return FALSE;
    }

  if (change->operation == LIAISON_OPERATION_INSERT)
    return liaison_edit_delete (edit, &stored, error);

  record = liaison_record_copy (stored.record);

  return liaison_image_apply (change->before, record, NULL, error)
    && liaison_edit_replace (edit, record, &stored, error);
}

/* Links to records that came back later than those that name them. */
static gboolean
complete_links (LiaisonEdit  *edit,
                GPtrArray    *incomplete,
                GError      **error)
{
  for (guint i = 0; i < incomplete->len; i++)
    {
      LiaisonRecord *record = incomplete->pdata[i];
      g_auto (LiaisonStoredRecord) stored = { NULL };

      if (!liaison_record_read (liaison_edit_get_db (edit), liaison_record_get_kind (record), liaison_record_get_uuid (record), &stored, error)
          || !liaison_record_update (liaison_edit_get_db (edit), record, &stored, error))
        return FALSE;
    }
  g_ptr_array_set_size (incomplete, 0);

  return TRUE;
}

/* The log is read as of the beginning: what inverting writes to it belongs to another batch. */
static gboolean
invert_batch (LiaisonEdit  *edit,
              gint64        batch,
              GError      **error)
{
  LiaisonDb *db = liaison_edit_get_db (edit);
  g_autoptr (GPtrArray) incomplete = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_record_unref);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "SELECT kind, operation, uuid, before, after FROM change WHERE batch = ?1 ORDER BY id DESC",
                                                error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, batch);
  while (liaison_sql_step (sql, &failure))
    {
      g_auto (Change) change = {
        liaison_sql_get_integer (sql, 0),
        liaison_sql_get_integer (sql, 1),
        liaison_sql_dup_uuid (sql, 2),
        liaison_sql_dup_text (sql, 3),
        liaison_sql_dup_text (sql, 4),
      };

      /* What the log says of a record next holds for the whole record. */
      if (change.operation != LIAISON_OPERATION_DELETE && !complete_links (edit, incomplete, error))
        return FALSE;
      if (!invert_change (edit, &change, incomplete, error))
        return FALSE;
    }

  if (failure == NULL)
    return complete_links (edit, incomplete, error);

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* The rows that an import inserted */

typedef gboolean (*ImportedFunc) (LiaisonEdit *edit, const LiaisonStoredRecord *stored, GError **error);

static gboolean
foreach_imported (LiaisonEdit   *edit,
                  gint64         batch,
                  ImportedFunc   func,
                  GError       **error)
{
  LiaisonDb *db = liaison_edit_get_db (edit);

  for (int kind = LIAISON_N_KINDS - 1; kind >= 0; kind--)
    {
      g_autofree char *text = g_strdup_printf ("SELECT uuid FROM %s WHERE batch = ?1 ORDER BY id DESC", liaison_kind_get_info (kind)->name);
      g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
      g_autoptr (GError) failure = NULL;

      if (sql == NULL)
        return FALSE;

      liaison_sql_bind_integer (sql, 1, batch);
      while (liaison_sql_step (sql, &failure))
        {
          g_autofree char *uuid = liaison_sql_dup_uuid (sql, 0);
          g_auto (LiaisonStoredRecord) stored = { NULL };

          if (!liaison_record_read (db, kind, uuid, &stored, error) || !func (edit, &stored, error))
            return FALSE;
        }

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  return TRUE;
}

/* Every image is taken before the first row goes: a link to a row that is gone could not be read any more. */
static gboolean
remove_imported (LiaisonEdit  *edit,
                 gint64        batch,
                 GError      **error)
{
  return foreach_imported (edit, batch, liaison_edit_log_deletion, error)
    && foreach_imported (edit, batch, liaison_edit_delete_row, error);
}

static gboolean
mark_batch (LiaisonDb   *db,
            gint64       batch,
            gboolean     undone,
            GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, "UPDATE batch SET undone = ?2 WHERE id = ?1", error);

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, batch);
  liaison_sql_bind_integer (sql, 2, undone);

  return liaison_sql_run (sql, error);
}

/* The batch is chosen inside the transaction: another program may have added a newer one while this one waited for it. */
static LiaisonEdit *
begin (LiaisonDb         *db,
       LiaisonBatchKind   kind,
       const char        *text,
       const char        *nothing,
       Batch             *batch,
       GError           **error)
{
  g_autoptr (LiaisonEdit) edit = liaison_edit_begin (db, kind, "", error);

  if (edit == NULL || !find_batch (db, text, batch, error))
    return NULL;
  if (batch->id == 0)
    {
      g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, nothing);
      return NULL;
    }

  return liaison_edit_set_target (edit, batch->name, batch->id, error) ? g_steal_pointer (&edit) : NULL;
}

gboolean
liaison_undo (LiaisonDb  *db,
              char      **name,
              GError    **error)
{
  g_auto (Batch) batch = { 0 };
  g_autoptr (LiaisonEdit) edit = begin (db, LIAISON_BATCH_UNDO, undoable, _("There is nothing to undo."), &batch, error);

  if (edit == NULL
      || !invert_batch (edit, batch.id, error)
      || (batch.kind == LIAISON_BATCH_IMPORT && !remove_imported (edit, batch.id, error))
      || !mark_batch (db, batch.id, TRUE, error)
      || !liaison_edit_commit (edit, error))
    return FALSE;

  if (name != NULL)
    *name = g_steal_pointer (&batch.name);

  return TRUE;
}

gboolean
liaison_redo (LiaisonDb  *db,
              char      **name,
              GError    **error)
{
  g_auto (Batch) batch = { 0 };
  g_autoptr (LiaisonEdit) edit = begin (db, LIAISON_BATCH_REDO, redoable, _("There is nothing to redo."), &batch, error);
  gint64 undo = 0;

  /* To redo is to invert the undo. */
  if (edit == NULL
      || !liaison_sql_query_integer (db, "SELECT max (id) FROM batch WHERE target = ?1 AND kind = 3", batch.id, &undo, error)
      || !invert_batch (edit, undo, error)
      || !mark_batch (db, batch.id, FALSE, error)
      || !liaison_edit_commit (edit, error))
    return FALSE;

  if (name != NULL)
    *name = g_steal_pointer (&batch.name);

  return TRUE;
}
