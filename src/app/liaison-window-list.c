/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-window-private.h"

#include "liaison-changes.h"
#include "liaison-config.h"
#include "liaison-error-text.h"
#include "liaison-settings.h"

#include <glib/gi18n.h>

static void
several_cb (LiaisonWindow *self,
            const char    *kind,
            guint          n)
{
  liaison_detail_view_show_several (self->detail, kind, n);
  liaison_window_update_edit_actions (self);
}

static void
told_cb (LiaisonWindow *self,
         const char    *message)
{
  liaison_toast_show (self->toast, message, NULL, NULL);
}

guint
liaison_window_get_n_selected (LiaisonWindow *self)
{
  LiaisonListView *list = liaison_window_get_list (self);

  return list != NULL ? liaison_list_view_get_n_selected (list) : 0;
}

/* The name of the action, and what the toast says when it is done. */
static char *
write_action (LiaisonKind kind,
              guint       n)
{
  if (kind == LIAISON_KIND_CONTACT)
    return g_strdup_printf (ngettext ("Delete %'u contact", "Delete %'u contacts", n), n);
  if (kind == LIAISON_KIND_ORGANISATION)
    return g_strdup_printf (ngettext ("Delete %'u organisation", "Delete %'u organisations", n), n);
  return g_strdup_printf (ngettext ("Delete %'u engagement", "Delete %'u engagements", n), n);
}

static char *
write_done (LiaisonKind kind,
            guint       n)
{
  if (kind == LIAISON_KIND_CONTACT)
    return g_strdup_printf (ngettext ("Deleted %'u contact", "Deleted %'u contacts", n), n);
  if (kind == LIAISON_KIND_ORGANISATION)
    return g_strdup_printf (ngettext ("Deleted %'u organisation", "Deleted %'u organisations", n), n);
  return g_strdup_printf (ngettext ("Deleted %'u engagement", "Deleted %'u engagements", n), n);
}

typedef struct
{
  LiaisonWindow *window;
  LiaisonKind    kind;
  guint          n;
} Deletion;

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Deletion *deletion = user_data;
  g_autoptr (LiaisonWindow) self = deletion->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (liaison_store_edit_finish (LIAISON_STORE (object), result, &error))
    {
      message = write_done (deletion->kind, deletion->n);
      liaison_toast_show (self->toast, message, _ ("_Undo"), "win.undo");
      liaison_window_close_record (self);
    }
  else if (!liaison_error_is_cancelled (error))
    {
      message = liaison_error_dup_message (error);
      liaison_toast_show (self->toast, message, NULL, NULL);
    }
}

void
liaison_window_delete_selected (LiaisonWindow *self)
{
  LiaisonListView *list = liaison_window_get_list (self);
  g_autoptr (GArray) ids = liaison_list_view_dup_selected (list);
  LiaisonKind kind = liaison_list_view_get_kind (list);
  g_autofree char *action = write_action (kind, ids->len);
  g_autoptr (LiaisonChanges) changes = liaison_changes_new (action);
  Deletion *deletion = g_new (Deletion, 1);

  for (guint i = 0; i < ids->len; i++)
    liaison_changes_remove_key (changes, kind, g_array_index (ids, gint32, i));
  *deletion = (Deletion) { g_object_ref (self), kind, ids->len };
  liaison_store_edit_async (self->store, changes, deleted_cb, deletion);
}

static void
copy_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  LiaisonListView *list = liaison_window_get_list (LIAISON_WINDOW (widget));

  if (list != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (list), "view.copy", parameter);
}

/* An action of the list that is shown, for who is not in it: its name, and what it is run with. */
static void
in_list_action_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  LiaisonListView *list = liaison_window_get_list (LIAISON_WINDOW (widget));
  g_autoptr (GVariant) target = NULL;
  const char *action;

  g_variant_get (parameter, "(&smv)", &action, &target);
  if (list == NULL)
    return;
  liaison_list_view_focus_list (list);
  gtk_widget_activate_action_variant (GTK_WIDGET (list), action, target);
}

void
liaison_window_load_lists (LiaisonWindow *self)
{
  const struct { const char *name; LiaisonListView *list; } lists[] = {
    { "engagements", self->engagements }, { "contacts", self->contacts }, { "organisations", self->organisations },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GSettings) settings = liaison_settings_get_list (self->settings, lists[i].name);

      liaison_list_view_set_settings (lists[i].list, settings);
    }
}

void
liaison_window_bind_list (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, several_cb);
  gtk_widget_class_bind_template_callback (widget_class, told_cb);
  gtk_widget_class_install_action (widget_class, "win.copy", "s", copy_action_cb);
  gtk_widget_class_install_action (widget_class, "win.in-list", "(smv)", in_list_action_cb);
}
