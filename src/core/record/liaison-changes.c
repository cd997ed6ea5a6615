/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-changes.h"

#include "liaison-merge.h"

typedef struct
{
  LiaisonKind       kind;
  LiaisonRecord    *record; /* what is put, or NULL */
  char             *uuid;   /* of what is removed or edited, or NULL; where there is a record as well, it is merged into that one */
  gint32            key;    /* of what is removed or edited, or 0 */
  LiaisonFieldEdit *edit;   /* what becomes of a field of the record, or NULL */
} Change;

struct _LiaisonChanges
{
  char   *name;
  GArray *changes;
};

static void
clear_change (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->record, liaison_record_unref);
  g_clear_pointer (&change->uuid, g_free);
  g_clear_pointer (&change->edit, liaison_field_edit_unref);
}

LiaisonChanges *
liaison_changes_new (const char *name)
{
  LiaisonChanges *changes = g_atomic_rc_box_new0 (LiaisonChanges);

  changes->name = g_strdup (name);
  changes->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (changes->changes, clear_change);

  return changes;
}

LiaisonChanges *
liaison_changes_ref (LiaisonChanges *changes)
{
  return g_atomic_rc_box_acquire (changes);
}

static void
clear_changes (gpointer data)
{
  LiaisonChanges *changes = data;

  g_free (changes->name);
  g_array_unref (changes->changes);
}

void
liaison_changes_unref (LiaisonChanges *changes)
{
  g_atomic_rc_box_release_full (changes, clear_changes);
}

const char *
liaison_changes_get_name (LiaisonChanges *changes)
{
  return changes->name;
}

gboolean
liaison_changes_is_empty (LiaisonChanges *changes)
{
  return changes->changes->len == 0;
}

void
liaison_changes_put (LiaisonChanges      *changes,
                     const LiaisonRecord *record)
{
  Change change = { liaison_record_get_kind (record), liaison_record_copy (record) };

  g_array_append_val (changes->changes, change);
}

void
liaison_changes_remove (LiaisonChanges *changes,
                        LiaisonKind     kind,
                        const char     *uuid)
{
  Change change = { kind, NULL, g_strdup (uuid) };

  g_array_append_val (changes->changes, change);
}

void
liaison_changes_remove_key (LiaisonChanges *changes,
                            LiaisonKind     kind,
                            gint32          key)
{
  Change change = { kind, NULL, NULL, key };

  g_array_append_val (changes->changes, change);
}

void
liaison_changes_edit (LiaisonChanges   *changes,
                      LiaisonKind       kind,
                      const char       *uuid,
                      LiaisonFieldEdit *edit)
{
  Change change = { kind, NULL, g_strdup (uuid), 0, liaison_field_edit_ref (edit) };

  g_array_append_val (changes->changes, change);
}

void
liaison_changes_edit_key (LiaisonChanges   *changes,
                          LiaisonKind       kind,
                          gint32            key,
                          LiaisonFieldEdit *edit)
{
  Change change = { kind, NULL, NULL, key, liaison_field_edit_ref (edit) };

  g_array_append_val (changes->changes, change);
}

void
liaison_changes_merge (LiaisonChanges      *changes,
                       const LiaisonRecord *merged,
                       const char          *gone)
{
  Change change = { liaison_record_get_kind (merged), liaison_record_copy (merged), g_strdup (gone) };

  g_array_append_val (changes->changes, change);
}

/* What has been deleted since it was selected, perhaps with another of the selection, has no UUID any more. */
static gboolean
find_uuid (LiaisonDb     *db,
           const Change  *change,
           char         **uuid,
           GError       **error)
{
  g_autoptr (GError) failure = NULL;

  if (change->key == 0)
    {
      *uuid = g_strdup (change->uuid);
      return TRUE;
    }

  *uuid = liaison_record_find_uuid (db, change->kind, change->key, &failure);
  if (*uuid != NULL || g_error_matches (failure, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
edit_field (LiaisonEdit       *edit,
            LiaisonDb         *db,
            LiaisonKind        kind,
            const char        *uuid,
            LiaisonFieldEdit  *field_edit,
            GError           **error)
{
  g_autoptr (LiaisonRecord) record = liaison_record_load (db, kind, uuid, error);

  if (record == NULL)
    return FALSE;

  return !liaison_field_edit_apply (field_edit, record) || liaison_edit_put (edit, record, NULL, error);
}

/* What needs nothing but the record's UUID. */
static gboolean
apply_to_stored (const Change  *change,
                 LiaisonEdit   *edit,
                 LiaisonDb     *db,
                 GError       **error)
{
  g_autofree char *uuid = NULL;

  if (!find_uuid (db, change, &uuid, error))
    return FALSE;
  if (uuid == NULL)
    return TRUE;

  return change->edit != NULL ? edit_field (edit, db, change->kind, uuid, change->edit, error)
                              : liaison_edit_remove (edit, change->kind, uuid, error);
}

static gboolean
apply_change (const Change  *change,
              LiaisonEdit   *edit,
              LiaisonDb     *db,
              GError       **error)
{
  g_autoptr (LiaisonRecord) record = NULL;

  if (change->record == NULL)
    return apply_to_stored (change, edit, db, error);

  /* The writer fills in times; what the form gave stays as it is. */
  record = liaison_record_copy (change->record);

  return change->uuid != NULL ? liaison_merge_apply (edit, record, change->uuid, error) : liaison_edit_put (edit, record, NULL, error);
}

gboolean
liaison_changes_apply (LiaisonChanges  *changes,
                       LiaisonDb       *db,
                       GError         **error)
{
  return liaison_changes_apply_watched (changes, db, NULL, NULL, NULL, error);
}

gboolean
liaison_changes_apply_watched (LiaisonChanges   *changes,
                               LiaisonDb        *db,
                               GCancellable     *cancellable,
                               LiaisonProgress   progress,
                               gpointer          user_data,
                               GError          **error)
{
  g_autoptr (LiaisonEdit) edit = liaison_edit_begin (db, LIAISON_BATCH_EDIT, changes->name, error);
  guint n = changes->changes->len;

  if (edit == NULL)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !apply_change (&g_array_index (changes->changes, Change, i), edit, db, error))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, n, user_data);
    }
  liaison_edit_watch (edit, cancellable, NULL, NULL);

  return liaison_edit_commit (edit, error);
}
