/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-changes.h"

typedef struct
{
  LiaisonKind    kind;
  LiaisonRecord *record; /* what is put, or NULL */
  char          *uuid;   /* of what is removed, or NULL */
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
  Change change = { liaison_record_get_kind (record), liaison_record_copy (record), NULL };

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
      Change *change = &g_array_index (changes->changes, Change, i);

      if (change->record != NULL)
        {
          /* The writer fills in times; what the form gave stays as it is. */
          g_autoptr (LiaisonRecord) record = liaison_record_copy (change->record);

          if (!liaison_edit_put (edit, record, NULL, error))
            return FALSE;
        }
      else if (!liaison_edit_remove (edit, change->kind, change->uuid, error))
        {
          return FALSE;
        }
    }

  return liaison_edit_commit (edit, error);
}
