/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-view-private.h"

#include "liaison-config.h"
#include "liaison-count.h"
#include "liaison-error.h"
#include "liaison-list-options.h"
#include "liaison-row-text.h"

#include <glib/gi18n-lib.h>

/* Columns */

static void
show_column_cb (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  LiaisonListView *self = user_data;
  const char *token = g_action_get_name (G_ACTION (action)) + strlen (LIAISON_LIST_COLUMN_ACTION);

  liaison_list_columns_show (self->layout, liaison_row_column_parse (self->entity, token), g_variant_get_boolean (state));
}

static void
fit_columns_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  liaison_list_columns_reset (LIAISON_LIST_VIEW (user_data)->layout);
}

static void
move_column_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LiaisonListView *self = user_data;
  const char *token;
  int steps;

  g_variant_get (parameter, "(&si)", &token, &steps);
  liaison_list_columns_move (self->layout, liaison_row_column_parse (self->entity, token), steps);
}

static void
widen_column_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  LiaisonListView *self = user_data;
  const char *token;
  int digits;

  g_variant_get (parameter, "(&si)", &token, &digits);
  liaison_list_columns_widen (self->layout, liaison_row_column_parse (self->entity, token), digits);
}

/* Order */

static LiaisonSortKey
parse_key (LiaisonListView *self,
           const char      *text)
{
  gboolean descending = text[0] == '-';

  return (LiaisonSortKey) { liaison_row_column_parse (self->entity, text + (descending ? 1 : 0)), descending };
}

static void
sort_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LiaisonListView *self = user_data;
  LiaisonSortKey key = parse_key (self, g_variant_get_string (parameter, NULL));

  liaison_list_view_set_sort (self, &key, 1);
}

/* What is sorted by already gets a further key, which breaks ties. */
static void
sort_also_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  LiaisonListView *self = user_data;
  LiaisonSortKey added = parse_key (self, g_variant_get_string (parameter, NULL));
  LiaisonSortKey keys[LIAISON_LIST_MOST_SORT_KEYS];
  guint n_keys = 0;

  for (guint i = 0; i < self->n_sort && n_keys < LIAISON_LIST_MOST_SORT_KEYS - 1; i++)
    if (self->sort[i].column != added.column)
      keys[n_keys++] = self->sort[i];
  keys[n_keys++] = added;
  liaison_list_view_set_sort (self, keys, n_keys);
}

static void
group_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  LiaisonListView *self = user_data;

  liaison_list_view_set_group (self, liaison_count_key_parse (g_variant_get_string (parameter, NULL)));
}

/* Records */

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  liaison_list_view_open_selected (user_data);
}

static void
go_to_date_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  liaison_list_view_ask_date (user_data, "");
}

static void
select_all_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  LiaisonListView *self = user_data;

  if (self->selection != NULL)
    gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

typedef struct
{
  LiaisonListView *view;
  guint            n_rows;
} Copy;

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Copy *copy = user_data;
  g_autoptr (LiaisonListView) self = copy->view;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = liaison_row_text_write_finish (LIAISON_STORE (source), result, &error);
  g_autofree char *message = NULL;

  if (text != NULL)
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
      message = g_strdup_printf (ngettext ("Copied %'u row", "Copied %'u rows", copy->n_rows), copy->n_rows);
      liaison_list_view_note (self, message);
    }
  else if (!liaison_error_is_cancelled (error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    {
      message = liaison_error_dup_message (error);
      liaison_list_view_note (self, message);
    }
}

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LiaisonListView *self = user_data;
  int format = liaison_row_format_parse (g_variant_get_string (parameter, NULL));
  GArray *ids = self->selection != NULL ? liaison_selection_dup_ids (self->selection) : NULL;
  g_autofree int *columns = NULL;
  guint n_columns;
  Copy *copy;

  if (format < 0 || ids == NULL || ids->len == 0)
    {
      g_clear_pointer (&ids, g_array_unref);
      return;
    }
  columns = liaison_list_columns_get_visible (self->layout, &n_columns);
  copy = g_new (Copy, 1);
  *copy = (Copy) { g_object_ref (self), ids->len };
  liaison_row_text_write_async (self->store, self->entity, ids, columns, n_columns, (LiaisonRowFormat) format, copied_cb, copy);
}

/* Asks for one more thing than is asked for already. */
static void
narrow_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LiaisonListView *self = user_data;
  const char *before = self->query != NULL ? liaison_query_get_text (self->query) : "";
  g_autofree char *query = g_strconcat (before, before[0] != '\0' ? " " : "", g_variant_get_string (parameter, NULL), NULL);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-query", "(ss)", liaison_vocabulary_get_token (&liaison_entities, (int) self->entity),
                              query);
}

GMenuModel *
liaison_list_view_build_row_menu (guint    position,
                                  int      column,
                                  gpointer user_data)
{
  LiaisonListView *self = LIAISON_LIST_VIEW (user_data);
  g_autoptr (LiaisonRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  g_autofree int *columns = NULL;
  guint n_columns;

  if (row == NULL || liaison_row_get_id (row) <= 0)
    return NULL;
  /* The menu is for what is selected, where it was asked for there; else for the record under the pointer. */
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);

  columns = liaison_list_columns_get_visible (self->layout, &n_columns);
  return liaison_list_options_row_menu_new (self->entity, row, column, columns, n_columns);
}

/* All of them */

static const GActionEntry entries[] = {
  { .name = "fit-columns", .activate = fit_columns_cb },
  { .name = "move-column", .activate = move_column_cb, .parameter_type = "(si)" },
  { .name = "widen-column", .activate = widen_column_cb, .parameter_type = "(si)" },
  { .name = "sort", .activate = sort_cb, .parameter_type = "s", .state = "''" },
  { .name = "sort-also", .activate = sort_also_cb, .parameter_type = "s" },
  { .name = "group", .activate = group_cb, .parameter_type = "s", .state = "''" },
  { .name = "open", .activate = open_cb },
  { .name = "go-to-date", .activate = go_to_date_cb },
  { .name = "select-all", .activate = select_all_cb },
  { .name = "copy", .activate = copy_cb, .parameter_type = "s" },
  { .name = "narrow", .activate = narrow_cb, .parameter_type = "s" },
};

static char *
get_column_action (LiaisonListView *self,
                   int              column)
{
  return g_strconcat (LIAISON_LIST_COLUMN_ACTION, liaison_row_column_get_token (self->entity, column), NULL);
}

static void
set_state (LiaisonListView *self,
           const char      *name,
           GVariant        *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
set_enabled (LiaisonListView *self,
             const char      *name,
             gboolean         enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

void
liaison_list_view_update_actions (LiaisonListView *self)
{
  guint n_selected = self->selection != NULL ? liaison_selection_get_n_selected (self->selection) : 0;
  g_autofree char *key = NULL;

  for (int i = 0; i < liaison_row_column_count (self->entity); i++)
    {
      g_autofree char *name = get_column_action (self, i);

      set_state (self, name, g_variant_new_boolean (liaison_list_columns_is_visible (self->layout, i)));
      /* The first column tells what a row is, and bears the lock. */
      set_enabled (self, name, i > 0);
    }
  if (self->n_sort > 0)
    key = g_strconcat (self->sort[0].descending ? "-" : "", liaison_row_column_get_token (self->entity, self->sort[0].column), NULL);
  set_state (self, "sort", g_variant_new_string (key != NULL ? key : ""));
  set_state (self, "group", g_variant_new_string (self->group >= 0 ? liaison_count_key_get_token ((LiaisonCountKey) self->group) : ""));
  set_enabled (self, "fit-columns", !liaison_list_columns_is_automatic (self->layout));
  set_enabled (self, "copy", n_selected > 0);
  set_enabled (self, "open", n_selected == 1);
}

/* Else the focus is nowhere when an entry was chosen by a key. */
static void
options_closed_cb (LiaisonListView *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->date_popover)))
    liaison_list_view_focus_list (self);
}

GMenuModel *
liaison_list_view_dup_menu (LiaisonListView *self)
{
  g_autofree int *columns = NULL;
  guint n_columns;

  g_return_val_if_fail (LIAISON_IS_LIST_VIEW (self), NULL);

  liaison_list_view_update_actions (self);
  columns = liaison_list_columns_get_visible (self->layout, &n_columns);
  return liaison_list_options_menu_new (self->entity, columns, n_columns);
}

/* The menu of the options tells what there is now. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  LiaisonListView *self = user_data;
  g_autoptr (GMenuModel) menu = liaison_list_view_dup_menu (self);

  gtk_menu_button_set_menu_model (button, menu);
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed", G_CALLBACK (options_closed_cb), self, G_CONNECT_SWAPPED);
}

void
liaison_list_view_add_actions (LiaisonListView *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  for (int i = 0; i < liaison_row_column_count (self->entity); i++)
    {
      g_autofree char *name = get_column_action (self, i);
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (TRUE));
      g_autoptr (GMenuModel) menu = liaison_list_options_column_menu_new (self->entity, i);

      g_signal_connect (action, "change-state", G_CALLBACK (show_column_cb), self);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
      liaison_list_columns_set_menu (self->layout, i, menu);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", G_ACTION_GROUP (self->actions));
  gtk_menu_button_set_create_popup_func (self->options, create_popup_cb, self, NULL);
}
