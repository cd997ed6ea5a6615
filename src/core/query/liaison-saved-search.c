/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-saved-search.h"

#include "liaison-edit.h"
#include "liaison-query.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char    *name;
  LiaisonEntity  entity;
  const char    *query;
  const char    *icon;
} built_in[] = {
  { NC_ ("saved search", "Last 30 days"), LIAISON_ENTITY_ENGAGEMENTS, "from:-30d to:today", "document-open-recent-symbolic" },
  { NC_ ("saved search", "Planned"), LIAISON_ENTITY_ENGAGEMENTS, "status:planned", "x-office-calendar-symbolic" },
  { NC_ ("saved search", "Overdue follow-ups"), LIAISON_ENTITY_ENGAGEMENTS, "is:overdue", "liaison-place-follow-ups-symbolic" },
  { NC_ ("saved search", "Past their cadence"), LIAISON_ENTITY_CONTACTS, "is:overdue", "alarm-symbolic" },
  { NC_ ("saved search", "Unsourced"), LIAISON_ENTITY_ENGAGEMENTS, "is:unsourced", "dialog-question-symbolic" },
  { NC_ ("saved search", "Nobody named"), LIAISON_ENTITY_ENGAGEMENTS, "is:unnamed", "avatar-default-symbolic" },
};

/* The name of each, and what it shows. */
static const char * const icons[][2] = {
  { "edit-find-symbolic", NC_ ("icon", "Magnifying glass") },
  { "starred-symbolic", NC_ ("icon", "Star") },
  { "user-bookmarks-symbolic", NC_ ("icon", "Bookmark") },
  { "document-open-recent-symbolic", NC_ ("icon", "Clock") },
  { "x-office-calendar-symbolic", NC_ ("icon", "Calendar") },
  { "avatar-default-symbolic", NC_ ("icon", "Person") },
  { "mark-location-symbolic", NC_ ("icon", "Place") },
  { "liaison-form-phone-call-symbolic", NC_ ("icon", "Telephone") },
};

LiaisonSavedSearch *
liaison_saved_search_copy (const LiaisonSavedSearch *search)
{
  LiaisonSavedSearch *copy = g_new0 (LiaisonSavedSearch, 1);

  copy->record = search->record ? liaison_record_ref (search->record) : NULL;
  copy->name = g_strdup (search->name);
  copy->entity = search->entity;
  copy->query = g_strdup (search->query);
  copy->icon = g_strdup (search->icon);

  return copy;
}

void
liaison_saved_search_free (LiaisonSavedSearch *search)
{
  g_clear_pointer (&search->record, liaison_record_unref);
  g_free (search->name);
  g_free (search->query);
  g_free (search->icon);
  g_free (search);
}

static gboolean
is_icon (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    {
      if (g_str_equal (icons[i][0], name))
        return TRUE;
    }

  return FALSE;
}

/* An icon is a name from elsewhere: one that is not ours is not looked for. */
static gboolean
add_record (LiaisonRecord  *record,
            gpointer        user_data,
            GError        **error)
{
  LiaisonSavedSearch *search = g_new0 (LiaisonSavedSearch, 1);
  const char *icon = liaison_record_get_text (record, LIAISON_SAVED_SEARCH_ICON);

  search->record = liaison_record_ref (record);
  search->name = g_strdup (liaison_record_get_text (record, LIAISON_SAVED_SEARCH_NAME));
  search->entity = liaison_record_get_integer (record, LIAISON_SAVED_SEARCH_ENTITY);
  search->query = g_strdup (liaison_record_get_text (record, LIAISON_SAVED_SEARCH_QUERY));
  search->icon = g_strdup (is_icon (icon) ? icon : icons[0][0]);
  g_ptr_array_add (user_data, search);

  return TRUE;
}

static int
compare_searches (gconstpointer a,
                  gconstpointer b)
{
  const LiaisonSavedSearch *first = *(const LiaisonSavedSearch * const *) a;
  const LiaisonSavedSearch *second = *(const LiaisonSavedSearch * const *) b;
  gint64 before = liaison_record_get_integer (first->record, LIAISON_SAVED_SEARCH_POSITION);
  gint64 behind = liaison_record_get_integer (second->record, LIAISON_SAVED_SEARCH_POSITION);

  if (before != behind)
    return before < behind ? -1 : 1;

  return g_utf8_collate (first->name, second->name);
}

GPtrArray *
liaison_saved_searches_load (LiaisonDb  *db,
                             GError    **error)
{
  g_autoptr (GPtrArray) searches = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_saved_search_free);

  g_return_val_if_fail (db != NULL, NULL);

  if (!liaison_record_foreach (db, LIAISON_KIND_SAVED_SEARCH, add_record, searches, error))
    return NULL;

  g_ptr_array_sort (searches, compare_searches);

  return g_steal_pointer (&searches);
}

GPtrArray *
liaison_saved_searches_built_in (void)
{
  GPtrArray *searches = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_saved_search_free);

  for (gsize i = 0; i < G_N_ELEMENTS (built_in); i++)
    {
      LiaisonSavedSearch *search = g_new0 (LiaisonSavedSearch, 1);

      search->name = g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "saved search", built_in[i].name));
      search->entity = built_in[i].entity;
      search->query = g_strdup (built_in[i].query);
      search->icon = g_strdup (built_in[i].icon);
      g_ptr_array_add (searches, search);
    }

  return searches;
}

int
liaison_saved_search_count (LiaisonDb                 *db,
                            const LiaisonSavedSearch  *search,
                            GError                   **error)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (search->query);

  return liaison_query_count (db, query, search->entity, error);
}

const char * const *
liaison_saved_search_icons (void)
{
  static const char *names[G_N_ELEMENTS (icons) + 1];

  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    names[i] = icons[i][0];

  return names;
}

const char *
liaison_saved_search_icon_label (const char *icon)
{
  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    {
      if (g_str_equal (icons[i][0], icon))
        return g_dpgettext2 (GETTEXT_PACKAGE, "icon", icons[i][1]);
    }

  return "";
}
