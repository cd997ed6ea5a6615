/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-edit-private.h"

#include "liaison-bulk-private.h"
#include "liaison-derive-private.h"
#include "liaison-former-private.h"
#include "liaison-image-private.h"
#include "liaison-loader-private.h"
#include "liaison-uuid.h"
#include "liaison-validate.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

struct _LiaisonEdit
{
  LiaisonDb       *db;
  LiaisonBatchKind kind;
  gint64           batch;
  gint64           now;
  guint64          n_changes;
  gboolean         open;
  LiaisonBulk     *bulk;   /* of an import into an empty store */
  LiaisonLoader   *loader; /* likewise */
  GHashTable      *formers; /* UUIDs of what was merged; read when they are needed first */
  GCancellable    *cancellable;
  LiaisonProgress  progress;
  gpointer         user_data;
};

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Whether records come from a file: many at once, each with its own times, and logged by their rows alone. */
static gboolean
is_import (LiaisonEdit *edit)
{
  return edit->kind == LIAISON_BATCH_IMPORT || edit->kind == LIAISON_BATCH_SEED;
}

static gboolean
insert_batch (LiaisonEdit  *edit,
              const char   *name,
              GError      **error)
{
  g_autofree char *uuid = liaison_uuid_new ();
  g_autoptr (LiaisonSql) sql = liaison_sql_new (edit->db, "INSERT INTO batch (uuid, kind, name, time) VALUES (?1, ?2, ?3, ?4)", error);

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, uuid);
  liaison_sql_bind_integer (sql, 2, edit->kind);
  liaison_sql_bind_text (sql, 3, name);
  liaison_sql_bind_integer (sql, 4, edit->now);
  if (!liaison_sql_run (sql, error))
    return FALSE;

  edit->batch = liaison_db_get_last_id (edit->db);

  return TRUE;
}

/* Inside the transaction: nobody who replaces a store asks whether one is open. */
static gboolean
begin (LiaisonDb  *db,
       GError    **error)
{
  if (!liaison_sql_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!liaison_db_is_replaced (db))
    return TRUE;

  liaison_sql_exec (db, "ROLLBACK", NULL);
  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_REPLACED,
               _("“%s” was replaced or taken away by another program since it was opened here. Nothing more is saved into it; open it again to "
                 "go on with what is there now."), liaison_db_get_path (db));

  return FALSE;
}

/* Another program may have filled the store while this one waited for it; a connection is set up only outside of a transaction. */
static gboolean
reconsider_bulk (LiaisonEdit  *edit,
                 GError      **error)
{
  gboolean is_empty = FALSE;

  if (edit->bulk == NULL)
    return TRUE;
  if (!liaison_bulk_store_is_empty (edit->db, &is_empty, error) || is_empty)
    return is_empty;

  edit->open = FALSE;
  if (!liaison_sql_exec (edit->db, "ROLLBACK", error))
    return FALSE;
  g_clear_pointer (&edit->bulk, liaison_bulk_free);
  edit->open = begin (edit->db, error);

  return edit->open;
}

LiaisonEdit *
liaison_edit_begin (LiaisonDb         *db,
                    LiaisonBatchKind   kind,
                    const char        *name,
                    GError           **error)
{
  g_autoptr (LiaisonEdit) edit = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (liaison_db_is_read_only (db))
    {
      g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_READ_ONLY, _("“%s” is open for reading only."), liaison_db_get_path (db));
      return NULL;
    }

  edit = g_new0 (LiaisonEdit, 1);
  edit->db = db;
  edit->kind = kind;
  edit->now = get_now ();

  if (is_import (edit) && (!liaison_bulk_forget (db, error) || !liaison_bulk_new (db, &edit->bulk, error)))
    return NULL;

  if (!begin (db, error))
    return NULL;
  edit->open = TRUE;
  if (!reconsider_bulk (edit, error)
      || !liaison_derive_begin (db, error)
      || !insert_batch (edit, name, error)
      || (edit->bulk != NULL && !liaison_bulk_begin (edit->bulk, error)))
    return NULL;
  if (edit->bulk != NULL)
    {
      edit->loader = liaison_loader_new (db, edit->batch, error);
      if (edit->loader == NULL)
        return NULL;
    }

  return g_steal_pointer (&edit);
}

gboolean
liaison_edit_set_target (LiaisonEdit  *edit,
                         const char   *name,
                         gint64        target,
                         GError      **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (edit->db, "UPDATE batch SET name = ?2, target = ?3 WHERE id = ?1", error);

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, edit->batch);
  liaison_sql_bind_text (sql, 2, name);
  liaison_sql_bind_integer (sql, 3, target);

  return liaison_sql_run (sql, error);
}

static gboolean
log_change (LiaisonEdit         *edit,
            const LiaisonRecord *record,
            LiaisonOperation     operation,
            const char          *before,
            const char          *after,
            GError             **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (edit->db,
                                                "INSERT INTO change (batch, kind, uuid, operation, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                                error);

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, edit->batch);
  liaison_sql_bind_integer (sql, 2, liaison_record_get_kind (record));
  liaison_sql_bind_uuid (sql, 3, liaison_record_get_uuid (record));
  liaison_sql_bind_integer (sql, 4, operation);
  if (before != NULL)
    liaison_sql_bind_static (sql, 5, before);
  if (after != NULL)
    liaison_sql_bind_static (sql, 6, after);

  return liaison_sql_run (sql, error);
}

/* Inserted rows of an import carry the batch that made them: logging each would double the store. */
static gboolean
log_insertion (LiaisonEdit          *edit,
               const LiaisonRecord  *record,
               gint64                batch,
               GError              **error)
{
  LiaisonStoredRecord stored = { (LiaisonRecord *) record, 0, batch };
  g_autofree char *after = NULL;

  if (is_import (edit))
    return TRUE;

  after = liaison_image_new_whole (&stored);

  return log_change (edit, record, LIAISON_OPERATION_INSERT, NULL, after, error);
}

/* What is loaded in bulk is all derived together. */
static gboolean
touch (LiaisonEdit  *edit,
       LiaisonKind   kind,
       gint64        id,
       GError      **error)
{
  return edit->bulk != NULL || liaison_derive_touch (edit->db, kind, id, error);
}

gboolean
liaison_edit_restore (LiaisonEdit          *edit,
                      const LiaisonRecord  *record,
                      gint64                batch,
                      gboolean             *incomplete,
                      GError              **error)
{
  gint64 id;

  edit->n_changes++;

  return liaison_record_insert (edit->db, record, batch ? batch : edit->batch, &id, incomplete, error)
    && log_insertion (edit, record, batch ? batch : edit->batch, error)
    && touch (edit, liaison_record_get_kind (record), id, error);
}

gboolean
liaison_edit_replace (LiaisonEdit                *edit,
                      const LiaisonRecord        *record,
                      const LiaisonStoredRecord  *stored,
                      GError                    **error)
{
  g_autofree char *before = liaison_image_new_fields (stored->record, record);
  g_autofree char *after = liaison_image_new_fields (record, stored->record);
  LiaisonKind kind = liaison_record_get_kind (record);

  edit->n_changes++;

  /* Touched before and after: what the record no longer belongs to has to be derived again too. */
  return touch (edit, kind, stored->id, error)
    && liaison_record_update (edit->db, record, stored, error)
    && log_change (edit, record, LIAISON_OPERATION_UPDATE, before, after, error)
    && touch (edit, kind, stored->id, error);
}

gboolean
liaison_edit_log_deletion (LiaisonEdit                *edit,
                           const LiaisonStoredRecord  *stored,
                           GError                    **error)
{
  g_autofree char *before = liaison_image_new_whole (stored);

  return log_change (edit, stored->record, LIAISON_OPERATION_DELETE, before, NULL, error);
}

gboolean
liaison_edit_delete_row (LiaisonEdit                *edit,
                         const LiaisonStoredRecord  *stored,
                         GError                    **error)
{
  LiaisonKind kind = liaison_record_get_kind (stored->record);

  edit->n_changes++;

  return touch (edit, kind, stored->id, error)
    && liaison_record_delete (edit->db, kind, stored->id, error);
}

gboolean
liaison_edit_delete (LiaisonEdit                *edit,
                     const LiaisonStoredRecord  *stored,
                     GError                    **error)
{
  return liaison_edit_log_deletion (edit, stored, error)
    && liaison_edit_delete_row (edit, stored, error);
}

/* An import gives each record once: of two, nobody could say which is meant. */
static gboolean
refuse_second (LiaisonEdit                *edit,
               const LiaisonRecord        *record,
               const LiaisonStoredRecord  *stored,
               GError                    **error)
{
  gboolean is_new = stored->batch != edit->batch;

  if (!is_import (edit))
    return TRUE;
  if (is_new && !liaison_bulk_see (edit->db, liaison_record_get_kind (record), liaison_record_get_uuid (record), &is_new, error))
    return FALSE;
  if (is_new)
    return TRUE;

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("The record %s is given twice."), liaison_record_get_uuid (record));

  return FALSE;
}

static gboolean
put_existing (LiaisonEdit                *edit,
              LiaisonRecord              *record,
              const LiaisonStoredRecord  *stored,
              LiaisonOutcome             *outcome,
              GError                    **error)
{
  gint64 own_modified = liaison_record_get_modified (record);

  if (!refuse_second (edit, record, stored, error))
    return FALSE;

  if (liaison_record_get_created (record) == 0)
    liaison_record_set_created (record, liaison_record_get_created (stored->record));
  if (liaison_record_equal (record, stored->record))
    {
      *outcome = LIAISON_OUTCOME_SAME;
      return TRUE;
    }

  if (!is_import (edit) || own_modified == 0)
    liaison_record_set_modified (record, edit->now);
  *outcome = LIAISON_OUTCOME_CHANGED;

  return liaison_edit_replace (edit, record, stored, error);
}

/* The times that a record gets where it brings none. */
static void
complete_times (LiaisonEdit   *edit,
                LiaisonRecord *record)
{
  if (liaison_record_get_created (record) == 0)
    liaison_record_set_created (record, edit->now);
  if (liaison_record_get_modified (record) == 0)
    liaison_record_set_modified (record, liaison_record_get_created (record));
}

static gboolean
load (LiaisonEdit    *edit,
      LiaisonRecord  *record,
      gboolean       *is_new,
      GError        **error)
{
  gint64 own_created = liaison_record_get_created (record);
  gint64 own_modified = liaison_record_get_modified (record);

  complete_times (edit, record);
  if (!liaison_loader_put (edit->loader, record, is_new, error))
    return FALSE;

  if (*is_new)
    edit->n_changes++;
  else
    {
      liaison_record_set_created (record, own_created);
      liaison_record_set_modified (record, own_modified);
    }

  return TRUE;
}

/* A former UUID is one of nothing that is on record: it would lead astray. */
static gboolean
refuse_former_of_present (LiaisonEdit          *edit,
                          const LiaisonRecord  *record,
                          GError              **error)
{
  const char *uuid = liaison_record_get_uuid (record);
  gint64 contact = 0;
  gint64 organisation = 0;

  if (!liaison_record_find_id (edit->db, LIAISON_KIND_CONTACT, uuid, &contact, error)
      || !liaison_record_find_id (edit->db, LIAISON_KIND_ORGANISATION, uuid, &organisation, error))
    return FALSE;
  if (contact == 0 && organisation == 0)
    return TRUE;

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_INVALID, _("The record %s is still on record, so it cannot have been merged into another one."), uuid);

  return FALSE;
}

/*
 * Whatever names a record that was merged into another one means that one.  @merged: whether the record is itself one that is gone; what
 * it held went into the other one, so an import leaves that as it is.
 */
static gboolean
replace_formers (LiaisonEdit    *edit,
                 LiaisonRecord  *record,
                 gboolean       *merged,
                 GError        **error)
{
  LiaisonKind kind = liaison_record_get_kind (record);

  if (kind == LIAISON_KIND_FORMER)
    {
      g_clear_pointer (&edit->formers, g_hash_table_unref);
      return edit->loader != NULL || refuse_former_of_present (edit, record, error);
    }

  if (edit->formers == NULL)
    edit->formers = liaison_formers_load (edit->db, error);
  if (edit->formers == NULL)
    return FALSE;
  if (g_hash_table_size (edit->formers) == 0)
    return TRUE;

  liaison_formers_replace (edit->formers, record);
  *merged = (kind == LIAISON_KIND_CONTACT || kind == LIAISON_KIND_ORGANISATION)
    && g_hash_table_contains (edit->formers, liaison_record_get_uuid (record));
  if (!*merged || is_import (edit))
    return TRUE;

  g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_CONFLICT, _("It has been merged into another record in the meantime."));

  return FALSE;
}

/* Of a record that its kind does not have yet. */
static gboolean
refuse_other_kind (LiaisonEdit          *edit,
                   const LiaisonRecord  *record,
                   GError              **error)
{
  const char *uuid = liaison_record_get_uuid (record);
  LiaisonKind kind;

  if (!liaison_record_find_kind (edit->db, uuid, &kind, error))
    return FALSE;
  if (kind == LIAISON_N_KINDS)
    return TRUE;

  liaison_record_set_error_other_kind (uuid, kind, error);

  return FALSE;
}

gboolean
liaison_edit_put (LiaisonEdit     *edit,
                  LiaisonRecord   *record,
                  LiaisonOutcome  *outcome,
                  GError         **error)
{
  g_auto (LiaisonStoredRecord) stored = { NULL };
  gboolean is_new = FALSE;
  gboolean merged = FALSE;
  LiaisonOutcome result;

  g_return_val_if_fail (edit != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  if (outcome == NULL)
    outcome = &result;
  *outcome = LIAISON_OUTCOME_ADDED;

  if (!liaison_validate_record (record, NULL, error) || !replace_formers (edit, record, &merged, error))
    return FALSE;
  if (merged)
    {
      *outcome = LIAISON_OUTCOME_SAME;
      return TRUE;
    }
  if (edit->loader != NULL && !load (edit, record, &is_new, error))
    return FALSE;
  if (is_new)
    return TRUE;

  if (!liaison_record_read (edit->db, liaison_record_get_kind (record), liaison_record_get_uuid (record), &stored, error))
    return FALSE;
  if (stored.record != NULL)
    return put_existing (edit, record, &stored, outcome, error);

  if (is_import (edit) && !refuse_other_kind (edit, record, error))
    return FALSE;

  complete_times (edit, record);

  return liaison_edit_restore (edit, record, edit->batch, NULL, error);
}

gboolean
liaison_edit_flush (LiaisonEdit  *edit,
                    GError      **error)
{
  g_return_val_if_fail (edit != NULL, FALSE);

  return edit->loader == NULL || liaison_loader_flush (edit->loader, error);
}

gboolean
liaison_edit_remove (LiaisonEdit  *edit,
                     LiaisonKind   kind,
                     const char   *uuid,
                     GError      **error)
{
  g_return_val_if_fail (edit != NULL, FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  /* What waits to be written may be the record itself, or refer to it; and the loader must not go on with the key of what is gone. */
  if (!liaison_edit_flush (edit, error))
    return FALSE;
  g_clear_pointer (&edit->loader, liaison_loader_free);

  if (!liaison_sql_exec (edit->db, "SAVEPOINT removal", error))
    return FALSE;

  if (liaison_edit_remove_record (edit, kind, uuid, error))
    return liaison_sql_exec (edit->db, "RELEASE removal", error);

  liaison_sql_exec (edit->db, "ROLLBACK TO removal; RELEASE removal", NULL);

  return FALSE;
}

/* Brings what follows from the changes up to date. */
static gboolean
derive (LiaisonEdit  *edit,
        GError      **error)
{
  if (edit->bulk == NULL)
    return liaison_derive_run (edit->db, edit->cancellable, edit->progress, edit->user_data, error);

  return liaison_bulk_rows_done (edit->bulk, error)
    && liaison_derive_after_load (edit->db, edit->cancellable, edit->progress, edit->user_data, error)
    && liaison_bulk_derived_done (edit->bulk, error);
}

/* After a new action nothing that was undone before it can be redone. */
static gboolean
pass_over_undone (LiaisonEdit  *edit,
                  GError      **error)
{
  if (edit->kind != LIAISON_BATCH_EDIT && edit->kind != LIAISON_BATCH_IMPORT)
    return TRUE;

  return liaison_sql_exec (edit->db, "UPDATE batch SET undone = 2 WHERE undone = 1", error);
}

void
liaison_edit_watch (LiaisonEdit     *edit,
                    GCancellable    *cancellable,
                    LiaisonProgress  progress,
                    gpointer         user_data)
{
  g_return_if_fail (edit != NULL);

  g_set_object (&edit->cancellable, cancellable);
  edit->progress = progress;
  edit->user_data = user_data;
}

gboolean
liaison_edit_commit (LiaisonEdit  *edit,
                     GError      **error)
{
  g_return_val_if_fail (edit != NULL && edit->open, FALSE);

  if (edit->n_changes == 0)
    {
      edit->open = FALSE;
      return liaison_sql_exec (edit->db, "ROLLBACK", error);
    }

  if (!liaison_edit_flush (edit, error)
      || !pass_over_undone (edit, error)
      || !derive (edit, error)
      || !liaison_sql_exec (edit->db, "COMMIT", error))
    return FALSE;

  edit->open = FALSE;

  return TRUE;
}

gint64
liaison_edit_get_batch (LiaisonEdit *edit)
{
  return edit->batch;
}

gint64
liaison_edit_get_now (LiaisonEdit *edit)
{
  return edit->now;
}

LiaisonDb *
liaison_edit_get_db (LiaisonEdit *edit)
{
  return edit->db;
}

void
liaison_edit_free (LiaisonEdit *edit)
{
  if (edit->open)
    {
      liaison_db_set_cancellable (edit->db, NULL);
      liaison_sql_exec (edit->db, "ROLLBACK", NULL);
    }
  g_clear_pointer (&edit->loader, liaison_loader_free);
  g_clear_pointer (&edit->formers, g_hash_table_unref);
  liaison_bulk_free (edit->bulk);
  g_clear_object (&edit->cancellable);
  g_free (edit);
}
