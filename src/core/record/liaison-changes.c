/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-changes.h"

#include "liaison-merge.h"
#include "liaison-rows-private.h"

typedef struct
{
  LiaisonKind    kind;
  LiaisonRecord *record; /* what is put, or NULL */
  char          *uuid;   /* of what is removed, or NULL; where there is a record as well, it is merged into that one */
  gint32         key;    /* of what is removed, or 0 */
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
liaison_changes_merge (LiaisonChanges      *changes,
                       const LiaisonRecord *merged,
                       const char          *gone)
{
  Change change = { liaison_record_get_kind (merged), liaison_record_copy (merged), g_strdup (gone) };

  g_array_append_val (changes->changes, change);
}

/* What has been deleted since it was selected, perhaps with another of the selection, is where it should be. */
static gboolean
remove_key (LiaisonEdit  *edit,
            LiaisonDb    *db,
            LiaisonKind   kind,
            gint32        key,
            GError      **error)
{
  g_autofree char *text = g_strdup_printf ("SELECT uuid FROM %s WHERE id = ?1", liaison_kind_get_info (kind)->name);
  g_autofree char *uuid = NULL;
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, key);
  if (liaison_sql_step (sql, &failure))
    uuid = liaison_sql_dup_uuid (sql, 0);
  liaison_sql_reset (sql);
  if (!liaison_rows_end (&failure, error))
    return FALSE;

  return uuid == NULL || liaison_edit_remove (edit, kind, uuid, error);
}

static gboolean
apply_change (const Change  *change,
              LiaisonEdit   *edit,
              LiaisonDb     *db,
              GError       **error)
{
  g_autoptr (LiaisonRecord) record = NULL;

  if (change->key != 0)
    return remove_key (edit, db, change->kind, change->key, error);
  if (change->record == NULL)
    return liaison_edit_remove (edit, change->kind, change->uuid, error);

  /* The writer fills in times; what the form gave stays as it is. */
  record = liaison_record_copy (change->record);

  return change->uuid != NULL ? liaison_merge_apply (edit, record, change->uuid, error) : liaison_edit_put (edit, record, NULL, error);
}

gboolean
liaison_changes_apply (LiaisonChanges  *changes,
                       LiaisonDb       *db,
                       GError         **error)
{
  g_autoptr (LiaisonEdit) edit = liaison_edit_begin (db, LIAISON_BATCH_EDIT, changes->name, error);

  if (edit == NULL)
    return FALSE;

  for (guint i = 0; i < changes->changes->len; i++)
    {
      if (!apply_change (&g_array_index (changes->changes, Change, i), edit, db, error))
        return FALSE;
    }

  return liaison_edit_commit (edit, error);
}
