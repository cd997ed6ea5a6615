/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-view-private.h"

#include "liaison-count.h"
#include "liaison-row.h"

#define SAVE_AFTER 500       /* milliseconds: a column that is drawn wider changes with every step */
#define MOST_KEPT_SELECTED 1000

static char **
write_sort (LiaisonListView *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->n_sort; i++)
    {
      g_autofree char *key = g_strconcat (self->sort[i].descending ? "-" : "",
                                          liaison_row_column_get_token (self->entity, self->sort[i].column), NULL);

      g_strv_builder_add (builder, key);
    }
  return g_strv_builder_end (builder);
}

/* One that cannot be written, as an administrator may have it, would keep the others from being written with it. */
static void
keep (LiaisonListView *self,
      const char      *key,
      GVariant        *value)
{
  g_autoptr (GVariant) kept = g_variant_take_ref (value);

  if (g_settings_is_writable (self->settings, key))
    g_settings_set_value (self->settings, key, kept);
}

static void
keep_layout (LiaisonListView *self)
{
  g_auto (GStrv) order = liaison_list_columns_dup_order (self->layout);
  g_auto (GStrv) shown = liaison_list_columns_dup_shown (self->layout);
  g_auto (GStrv) sort = write_sort (self);
  const char *group = self->group >= 0 ? liaison_count_key_get_token ((LiaisonCountKey) self->group) : "";

  keep (self, "order", g_variant_new_strv ((const char *const *) order, -1));
  keep (self, "shown", g_variant_new_strv ((const char *const *) shown, -1));
  keep (self, "sort", g_variant_new_strv ((const char *const *) sort, -1));
  keep (self, "widths", liaison_list_columns_dup_widths (self->layout));
  keep (self, "group", g_variant_new_string (group));
}

static gboolean
save_cb (gpointer user_data)
{
  LiaisonListView *self = user_data;

  self->save_source = 0;
  keep_layout (self);
  g_settings_apply (self->settings);
  return G_SOURCE_REMOVE;
}

void
liaison_list_view_save_soon (LiaisonListView *self)
{
  if (self->settings != NULL && self->save_source == 0)
    self->save_source = g_timeout_add (SAVE_AFTER, save_cb, self);
}

static void
load_sort (LiaisonListView *self)
{
  g_auto (GStrv) stored = g_settings_get_strv (self->settings, "sort");
  LiaisonSortKey keys[LIAISON_LIST_MOST_SORT_KEYS];
  guint n_keys = 0;

  for (guint i = 0; stored[i] != NULL && n_keys < LIAISON_LIST_MOST_SORT_KEYS; i++)
    {
      gboolean descending = stored[i][0] == '-';
      int column = liaison_row_column_parse (self->entity, stored[i] + (descending ? 1 : 0));

      if (column >= 0)
        keys[n_keys++] = (LiaisonSortKey) { column, descending };
    }
  if (n_keys > 0)
    liaison_list_view_set_sort (self, keys, n_keys);
}

static void
load_group (LiaisonListView *self)
{
  g_autofree char *token = g_settings_get_string (self->settings, "group");
  int group = liaison_count_key_parse (token);

  if (self->entity == LIAISON_ENTITY_ENGAGEMENTS
      && (group == LIAISON_COUNT_MONTH || group == LIAISON_COUNT_COUNTRY || group == LIAISON_COUNT_FORMAT || group == LIAISON_COUNT_PRINCIPAL))
    liaison_list_view_set_group (self, group);
}

void
liaison_list_view_load (LiaisonListView *self)
{
  g_auto (GStrv) order = NULL;
  g_auto (GStrv) shown = NULL;
  g_autoptr (GVariant) widths = NULL;

  if (self->settings == NULL)
    return;
  order = g_settings_get_strv (self->settings, "order");
  shown = g_settings_get_strv (self->settings, "shown");
  widths = g_settings_get_value (self->settings, "widths");
  liaison_list_columns_set_layout (self->layout, (const char *const *) order, (const char *const *) shown, widths);
  load_sort (self);
  load_group (self);
  liaison_list_view_update_actions (self);
}

static void
keep_place (LiaisonListView *self)
{
  g_autoptr (GArray) ids = liaison_selection_dup_ids (self->selection);
  GVariantBuilder selected = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("au"));
  gint32 top = liaison_lazy_list_get_id (self->list, liaison_list_view_get_top (self));

  for (guint i = 0; i < ids->len && ids->len <= MOST_KEPT_SELECTED; i++)
    g_variant_builder_add (&selected, "u", (guint32) g_array_index (ids, gint32, i));
  keep (self, "place", g_variant_new ("(sauu)", liaison_store_get_path (self->store), &selected, (guint32) MAX (top, 0)));
}

void
liaison_list_view_save_place (LiaisonListView *self)
{
  if (self->save_source != 0)
    {
      g_clear_handle_id (&self->save_source, g_source_remove);
      keep_layout (self);
    }
  if (self->settings == NULL)
    return;
  if (self->selection != NULL)
    keep_place (self);
  g_settings_apply (self->settings);
}

void
liaison_list_view_restore_place (LiaisonListView *self)
{
  g_autoptr (GVariantIter) selected = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  const char *path;
  guint32 id;
  guint32 top;
  guint position;
  g_autoptr (GVariant) place = NULL;

  if (self->settings == NULL)
    return;
  place = g_settings_get_value (self->settings, "place");
  g_variant_get (place, "(&sauu)", &path, &selected, &top);
  if (g_strcmp0 (path, liaison_store_get_path (self->store)) != 0)
    return;
  while (g_variant_iter_next (selected, "u", &id))
    g_array_append_val (ids, id);
  if (ids->len > 0 && liaison_selection_get_n_selected (self->selection) == 0)
    liaison_list_view_select_ids (self, ids);
  position = liaison_lazy_list_find (self->list, (gint32) MIN (top, G_MAXINT32));
  if (top > 0 && position != GTK_INVALID_LIST_POSITION)
    liaison_list_view_scroll_to_top (self, position);
}
