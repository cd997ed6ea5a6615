/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-window-private.h"

#include "liaison-changes.h"
#include "liaison-config.h"
#include "liaison-error-text.h"

#include <glib/gi18n.h>

static void
tell_failure (LiaisonWindow *self,
              const GError  *error)
{
  g_autofree char *message = liaison_error_dup_message (error);

  if (!liaison_error_is_cancelled (error))
    liaison_toast_show (self->toast, message, NULL, NULL);
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = liaison_store_undo_finish (LIAISON_STORE (object), result, &error);
  g_autofree char *message = NULL;

  if (error != NULL)
    {
      tell_failure (self, error);
      return;
    }
  /* Translators: %s is the name of an action: "Delete call with Kuleba" */
  message = g_strdup_printf (_ ("Undone: %s"), name);
  liaison_toast_show (self->toast, message, _ ("_Redo"), "win.redo");
}

static void
redone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = liaison_store_redo_finish (LIAISON_STORE (object), result, &error);
  g_autofree char *message = NULL;

  if (error != NULL)
    {
      tell_failure (self, error);
      return;
    }
  /* Translators: %s is the name of an action: "Delete call with Kuleba" */
  message = g_strdup_printf (_ ("Done again: %s"), name);
  liaison_toast_show (self->toast, message, _ ("_Undo"), "win.undo");
}

static void
undo_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);

  liaison_toast_dismiss (self->toast);
  liaison_store_undo_async (self->store, undone_cb, g_object_ref (self));
}

static void
redo_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);

  liaison_toast_dismiss (self->toast);
  liaison_store_redo_async (self->store, redone_cb, g_object_ref (self));
}

/* In a text these keys undo what was typed, also when nothing of that is left to be undone. */
static gboolean
undo_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));
  const char *action;

  if (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  g_variant_get (arguments, "(&s)", &action);
  return gtk_widget_activate_action (widget, action, NULL);
}

/* What the toast says when the deletion is done. */
typedef struct
{
  LiaisonWindow *window;
  char          *message;
} Deletion;

static void
deletion_free (Deletion *deletion)
{
  g_object_unref (deletion->window);
  g_free (deletion->message);
  g_free (deletion);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_free)

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Deletion) deletion = user_data;
  g_autoptr (GError) error = NULL;
  LiaisonWindow *self = deletion->window;

  if (!liaison_store_edit_finish (LIAISON_STORE (object), result, &error))
    {
      tell_failure (self, error);
      return;
    }
  liaison_window_close_record (self);
  liaison_toast_show (self->toast, deletion->message, _ ("_Undo"), "win.undo");
}

static void
delete_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  const char *phrase = liaison_window_get_phrase (self);
  g_autofree char *action = NULL;
  g_autoptr (LiaisonChanges) changes = NULL;
  Deletion *deletion;

  if (liaison_window_get_n_selected (self) > 1)
    {
      liaison_window_delete_selected (self);
      return;
    }
  if (liaison_window_await_target (self, "win.delete"))
    return;

  /* Translators: the name of an action, as in "Undo: Delete call with Kuleba"; %s is what a record is called */
  action = g_strdup_printf (_ ("Delete %s"), phrase);
  changes = liaison_changes_new (action);
  deletion = g_new (Deletion, 1);
  liaison_changes_remove (changes, liaison_kind_parse (liaison_window_get_kind (self)),
                          liaison_window_get_uuid (self));
  deletion->window = g_object_ref (self);
  deletion->message = g_strdup_printf (_ ("Deleted %s"), phrase);
  liaison_store_edit_async (self->store, changes, deleted_cb, deletion);
}

static gboolean
has_item (GMenu      *menu,
          int         position,
          const char *label)
{
  g_autofree char *found = NULL;

  return g_menu_model_get_n_items (G_MENU_MODEL (menu)) > position
    && g_menu_model_get_item_attribute (G_MENU_MODEL (menu), position, G_MENU_ATTRIBUTE_LABEL, "s", &found) && g_str_equal (found, label);
}

/* The menu says what would be undone. */
static void
update_menu (LiaisonWindow *self)
{
  const char *undo_name = self->store != NULL ? liaison_store_get_undo_name (self->store) : NULL;
  const char *redo_name = self->store != NULL ? liaison_store_get_redo_name (self->store) : NULL;
  g_autofree char *undo = undo_name != NULL ? g_strdup_printf (_ ("_Undo: %s"), undo_name) : g_strdup (_ ("_Undo"));
  g_autofree char *redo = redo_name != NULL ? g_strdup_printf (_ ("_Redo: %s"), redo_name) : g_strdup (_ ("_Redo"));
  g_autoptr (GMenuItem) undo_item = NULL;
  g_autoptr (GMenuItem) redo_item = NULL;

  /* This is asked with every letter of a search, and a menu makes its rows anew. */
  if (has_item (self->undo_section, 0, undo) && has_item (self->undo_section, 1, redo))
    return;

  undo_item = g_menu_item_new (undo, "win.undo");
  redo_item = g_menu_item_new (redo, "win.redo");
  g_menu_item_set_attribute (undo_item, "accel", "s", "<Control>z");
  g_menu_item_set_attribute (redo_item, "accel", "s", "<Control><Shift>z");
  g_menu_remove_all (self->undo_section);
  g_menu_append_item (self->undo_section, undo_item);
  g_menu_append_item (self->undo_section, redo_item);
  g_menu_append (self->undo_section, _ ("Last _actions…"), "win.show-actions");
  g_menu_append (self->undo_section, _ ("_Deleted records…"), "win.show-deleted");
}

void
liaison_window_update_edit_actions (LiaisonWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean editable = self->store != NULL && !liaison_store_get_read_only (self->store);

  update_menu (self);
  gtk_widget_action_set_enabled (widget, "win.undo", editable && liaison_store_get_undo_name (self->store) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", editable && liaison_store_get_redo_name (self->store) != NULL);
  liaison_window_update_form_actions (self);
  liaison_window_update_link_actions (self);
  liaison_window_update_past_actions (self);
  gtk_widget_action_set_enabled (widget, "win.delete",
                                 editable && (liaison_window_has_target (self) || liaison_window_get_n_selected (self) > 1));
}

void
liaison_window_bind_edit (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback_full (widget_class, "update_edit_actions",
                                                G_CALLBACK (liaison_window_update_edit_actions));

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action_cb);
  gtk_widget_class_install_action (widget_class, "win.delete", NULL, delete_action_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_key_cb, "(s)", "win.undo");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, undo_key_cb, "(s)", "win.redo");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, undo_key_cb, "(s)", "win.redo");
}
