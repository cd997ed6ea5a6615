/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-saved-searches-private.h"

#include "liaison-config.h"
#include "liaison-error-text.h"

#include <glib/gi18n.h>

/* The row that has the focus; NULL where it is built in. */
static LiaisonSavedSearchRow *
get_focused (LiaisonSavedSearches *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  LiaisonSavedSearchRow *row = LIAISON_IS_SAVED_SEARCH_ROW (focus) ? LIAISON_SAVED_SEARCH_ROW (focus) : NULL;

  return row != NULL && liaison_saved_search_row_get_search (row)->record != NULL ? row : NULL;
}

typedef struct
{
  LiaisonSavedSearches *self;
  char                 *message;
} Edit;

static void
edited_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Edit *edit = user_data;
  g_autoptr (LiaisonSavedSearches) self = edit->self;
  g_autofree char *message = edit->message;
  g_autoptr (GError) error = NULL;

  g_free (edit);
  if (!liaison_store_edit_finish (LIAISON_STORE (object), result, &error))
    {
      g_autofree char *failure = liaison_error_dup_message (error);

      g_signal_emit_by_name (self, "told", failure, FALSE);
      return;
    }

  if (self->store == LIAISON_STORE (object))
    liaison_saved_searches_reload (self);
  if (message != NULL)
    g_signal_emit_by_name (self, "told", message, TRUE);
}

static gboolean
can_edit (LiaisonSavedSearches *self)
{
  return self->store != NULL && !liaison_store_get_read_only (self->store);
}

static void
take_changes (LiaisonSavedSearches *self,
              LiaisonChanges       *changes, /* (transfer full) */
              const char           *message)
{
  g_autoptr (LiaisonChanges) G_GNUC_UNUSED owned = changes;
  Edit *edit;

  if (!can_edit (self) || liaison_changes_is_empty (changes))
    return;

  edit = g_new (Edit, 1);
  edit->self = g_object_ref (self);
  edit->message = g_strdup (message);
  liaison_store_edit_async (self->store, changes, edited_cb, edit);
}

static void
change_text (LiaisonSavedSearches  *self,
             LiaisonSavedSearchRow *row,
             guint                  field,
             const char            *text)
{
  take_changes (self, liaison_saved_search_change (liaison_saved_search_row_get_search (row), field, text), NULL);
}

static void
keep_edited (LiaisonSavedSearches  *self,
             LiaisonSavedSearchRow *row)
{
  g_free (self->edited);
  self->edited = g_strdup (liaison_saved_searches_get_row_uuid (row));
}

/* A popover has the focus while it is open; else nothing in reach of the keys has it afterwards. */
void
liaison_saved_searches_closed_cb (LiaisonSavedSearches *self)
{
  LiaisonSavedSearchRow *row = liaison_saved_searches_find_row (self, self->edited);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
liaison_saved_searches_open_naming (LiaisonSavedSearches  *self,
                                    LiaisonSavedSearchRow *row)
{
  graphene_rect_t bounds;

  if (!can_edit (self) || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    return;

  keep_edited (self, row);
  gtk_popover_set_pointing_to (self->naming, &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                                               MAX ((int) bounds.size.height, 1) });
  gtk_editable_set_text (self->name_entry, liaison_saved_search_row_get_search (row)->name);
  gtk_popover_popup (self->naming);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

static char *
dup_name (LiaisonSavedSearches *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name_entry)));
}

void
liaison_saved_searches_name_changed_cb (LiaisonSavedSearches *self)
{
  g_autofree char *name = dup_name (self);

  gtk_widget_set_sensitive (self->save, *name != '\0');
}

void
liaison_saved_searches_named_cb (LiaisonSavedSearches *self)
{
  LiaisonSavedSearchRow *row = liaison_saved_searches_find_row (self, self->edited);
  g_autofree char *name = dup_name (self);

  if (*name == '\0')
    return;
  gtk_popover_popdown (self->naming);
  if (row == NULL)
    return;
  /* The popover may still have the focus when the row comes with its new name. */
  g_free (self->awaited);
  self->awaited = g_strdup (liaison_saved_searches_get_row_uuid (row));
  change_text (self, row, LIAISON_SAVED_SEARCH_NAME, name);
}

static int
count_built_in (LiaisonSavedSearches *self)
{
  int n_built_in = 0;
  LiaisonSavedSearchRow *row;

  while ((row = liaison_saved_searches_get_row (self, n_built_in)) != NULL && liaison_saved_search_row_get_search (row)->record == NULL)
    n_built_in++;

  return n_built_in;
}

static void
move_row (LiaisonSavedSearches  *self,
          LiaisonSavedSearchRow *row,
          int                    index)
{
  int n_built_in = count_built_in (self);
  g_autoptr (GPtrArray) searches = liaison_saved_searches_copy (self);

  g_ptr_array_remove_range (searches, 0, (guint) n_built_in);
  take_changes (self, liaison_saved_searches_move (searches, (guint) (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) - n_built_in),
                                                   (guint) (index - n_built_in)), NULL);
}

static void
move_focused (LiaisonSavedSearches *self,
              int                   step)
{
  LiaisonSavedSearchRow *row = get_focused (self);
  int index = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + step : -1;
  LiaisonSavedSearchRow *place = index >= 0 ? liaison_saved_searches_get_row (self, index) : NULL;

  if (place == NULL || liaison_saved_search_row_get_search (place)->record == NULL)
    return;
  /* The focus goes along: it is kept by its place. */
  gtk_widget_grab_focus (GTK_WIDGET (place));
  move_row (self, row, index);
}

gboolean
liaison_saved_searches_dropped (GtkListBoxRow *row,
                                int            place,
                                gpointer       user_data)
{
  LiaisonSavedSearches *self = user_data;

  if (!can_edit (self))
    return FALSE;
  /* What is built in stays on top. */
  move_row (self, LIAISON_SAVED_SEARCH_ROW (row), MAX (place, count_built_in (self)));

  return TRUE;
}

static void
delete_row (LiaisonSavedSearches  *self,
            LiaisonSavedSearchRow *row)
{
  const LiaisonSavedSearch *search = liaison_saved_search_row_get_search (row);
  /* Translators: %s is the name of a saved search */
  g_autofree char *message = g_strdup_printf (_ ("Deleted search %s"), search->name);

  take_changes (self, liaison_saved_search_delete (search), message);
}

/* Actions */

static void
action_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  LiaisonSavedSearches *self = LIAISON_SAVED_SEARCHES (widget);
  LiaisonSavedSearchRow *row;

  /* The row has the focus again then. */
  gtk_popover_popdown (GTK_POPOVER (self->menu));
  row = get_focused (self);
  if (row == NULL || !can_edit (self))
    return;

  if (g_str_equal (name, "saved.rename"))
    liaison_saved_searches_open_naming (self, row);
  else if (g_str_equal (name, "saved.delete"))
    delete_row (self, row);
  else if (g_str_equal (name, "saved.move-up"))
    move_focused (self, -1);
  else if (g_str_equal (name, "saved.move-down"))
    move_focused (self, 1);
  else if (g_str_equal (name, "saved.update"))
    change_text (self, row, LIAISON_SAVED_SEARCH_QUERY, self->query != NULL ? self->query : "");
  else
    change_text (self, row, LIAISON_SAVED_SEARCH_ICON, g_variant_get_string (parameter, NULL));
}

static void
open_menu (LiaisonSavedSearches  *self,
           LiaisonSavedSearchRow *row)
{
  graphene_rect_t bounds;

  if (liaison_saved_search_row_get_search (row)->record == NULL || !can_edit (self)
      || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    return;

  keep_edited (self, row);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                                             (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
liaison_saved_searches_menu_pressed_cb (LiaisonSavedSearches *self,
                                        int                   n_press,
                                        double                x,
                                        double                y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row != NULL)
    open_menu (self, LIAISON_SAVED_SEARCH_ROW (row));
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  LiaisonSavedSearches *self = LIAISON_SAVED_SEARCHES (widget);
  LiaisonSavedSearchRow *row = get_focused (self);

  if (row == NULL)
    return FALSE;
  open_menu (self, row);

  return TRUE;
}

GMenuModel *
liaison_saved_searches_menu_new (void)
{
  g_autoptr (GMenu) icons = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (const char * const *icon = liaison_saved_search_icons (); *icon != NULL; icon++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (liaison_saved_search_icon_label (*icon), NULL);

      g_menu_item_set_action_and_target (item, "saved.set-icon", "s", *icon);
      g_menu_append_item (icons, item);
    }
  g_menu_append (menu, _ ("_Rename…"), "saved.rename");
  g_menu_append_submenu (menu, _ ("_Icon"), G_MENU_MODEL (icons));
  g_menu_append (menu, _ ("Move _up"), "saved.move-up");
  g_menu_append (menu, _ ("Move _down"), "saved.move-down");
  g_menu_append (menu, _ ("_Take the present search"), "saved.update");
  g_menu_append (menu, _ ("_Delete"), "saved.delete");

  return G_MENU_MODEL (menu);
}

void
liaison_saved_searches_bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "saved.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "saved.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "saved.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "saved.move-down", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

void
liaison_saved_searches_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "saved.rename", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "saved.delete", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "saved.move-up", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "saved.move-down", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "saved.update", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "saved.set-icon", "s", action_cb);
}

void
liaison_saved_searches_add (LiaisonSavedSearches *self,
                            const char           *name,
                            LiaisonEntity         entity,
                            const char           *query)
{
  int n_rows = 0;

  g_return_if_fail (LIAISON_IS_SAVED_SEARCHES (self));

  while (liaison_saved_searches_get_row (self, n_rows) != NULL)
    n_rows++;
  g_clear_pointer (&self->named, g_free);
  take_changes (self, liaison_saved_search_create (name, entity, query, (guint) (n_rows - count_built_in (self) + 1), &self->named), NULL);
}
