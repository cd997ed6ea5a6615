/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-saved-search.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

static const char *
get_action (guint field)
{
  switch (field)
    {
    case LIAISON_SAVED_SEARCH_NAME:
      /* Translators: the name of an action, as in "Undo: Rename search Ukraine" */
      return _("Rename search %s");
    case LIAISON_SAVED_SEARCH_ICON:
      return _("Change the icon of search %s");
    default:
      return _("Change search %s");
    }
}

static LiaisonChanges *
new_changes (const char *action,
             const char *search)
{
  g_autoptr (GString) name = g_string_new (action);

  g_string_replace (name, "%s", search, 1);

  return liaison_changes_new (name->str);
}

LiaisonChanges *
liaison_saved_search_create (const char     *name,
                             LiaisonEntity   entity,
                             const char     *query,
                             guint           position,
                             char          **uuid)
{
  g_autoptr (LiaisonRecord) record = liaison_record_new (LIAISON_KIND_SAVED_SEARCH, NULL);
  LiaisonChanges *changes = new_changes (_("Save search %s"), name);

  liaison_record_set_text (record, LIAISON_SAVED_SEARCH_NAME, name);
  liaison_record_set_integer (record, LIAISON_SAVED_SEARCH_ENTITY, entity);
  liaison_record_set_text (record, LIAISON_SAVED_SEARCH_QUERY, query);
  liaison_record_set_integer (record, LIAISON_SAVED_SEARCH_POSITION, position);
  liaison_changes_put (changes, record);
  *uuid = g_strdup (liaison_record_get_uuid (record));

  return changes;
}

LiaisonChanges *
liaison_saved_search_change (const LiaisonSavedSearch *search,
                             guint                     field,
                             const char               *text)
{
  g_autoptr (LiaisonRecord) record = NULL;
  g_autoptr (LiaisonChanges) changes = NULL;

  g_return_val_if_fail (search->record != NULL, NULL);

  changes = new_changes (get_action (field), search->name);
  if (g_str_equal (liaison_record_get_text (search->record, field), text))
    return g_steal_pointer (&changes);

  record = liaison_record_copy (search->record);
  liaison_record_set_text (record, field, text);
  liaison_changes_put (changes, record);

  return g_steal_pointer (&changes);
}

LiaisonChanges *
liaison_saved_search_delete (const LiaisonSavedSearch *search)
{
  LiaisonChanges *changes = NULL;

  g_return_val_if_fail (search->record != NULL, NULL);

  changes = new_changes (_("Delete search %s"), search->name);
  liaison_changes_remove (changes, LIAISON_KIND_SAVED_SEARCH, liaison_record_get_uuid (search->record));

  return changes;
}

/* Every search gets the position that it has then; only what changes is written. */
LiaisonChanges *
liaison_saved_searches_move (GPtrArray *searches,
                             guint      from,
                             guint      to)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  LiaisonChanges *changes;
  LiaisonSavedSearch *moved;

  g_return_val_if_fail (from < searches->len && to < searches->len, NULL);

  moved = g_ptr_array_index (searches, from);
  changes = new_changes (_("Move search %s"), moved->name);
  for (guint i = 0; i < searches->len; i++)
    {
      if (i != from)
        g_ptr_array_add (order, g_ptr_array_index (searches, i));
    }
  g_ptr_array_insert (order, to, moved);

  for (guint i = 0; i < order->len; i++)
    {
      const LiaisonSavedSearch *search = g_ptr_array_index (order, i);
      g_autoptr (LiaisonRecord) record = NULL;

      if (liaison_record_get_integer (search->record, LIAISON_SAVED_SEARCH_POSITION) == i + 1)
        continue;
      record = liaison_record_copy (search->record);
      liaison_record_set_integer (record, LIAISON_SAVED_SEARCH_POSITION, i + 1);
      liaison_changes_put (changes, record);
    }

  return changes;
}
