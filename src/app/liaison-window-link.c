/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-window-private.h"

#include "liaison-config.h"
#include "liaison-error-text.h"
#include "liaison-link.h"

#include <glib/gi18n.h>

static gpointer
load_job (LiaisonDb     *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return liaison_link_load (db, data, error);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LiaisonWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonRecord) record = liaison_store_run_finish (LIAISON_STORE (object), result, &error);

  if (self->store != LIAISON_STORE (object))
    return;
  if (record != NULL)
    {
      liaison_window_show_record (self, liaison_kind_get_info (liaison_record_get_kind (record))->name, liaison_record_get_uuid (record));
    }
  else if (!liaison_error_is_cancelled (error))
    {
      g_autofree char *message = liaison_error_dup_message (error);

      liaison_toast_show (self->toast, message, NULL, NULL);
    }
}

/* Opens the page of a record of any kind by its UUID, or tells that it is not there. */
static void
open_link_action_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);

  liaison_store_run_async (self->store, LIAISON_QUEUE_PAGES, load_job, g_variant_dup_string (parameter, NULL), g_free,
                           (GDestroyNotify) liaison_record_unref, NULL, loaded_cb, g_object_ref (self));
}

static void
copy_link_action_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  const char *uuid = liaison_window_get_uuid (self);
  g_autofree char *link = uuid != NULL ? liaison_link_new (uuid) : NULL;

  if (liaison_window_await_target (self, "win.copy-link") || link == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), link);
  liaison_toast_show (self->toast, _ ("Copied the link to this record"), NULL, NULL);
}

void
liaison_window_open_link (LiaisonWindow *self,
                          const char    *link)
{
  g_autofree char *uuid = NULL;

  g_return_if_fail (LIAISON_IS_WINDOW (self));
  g_return_if_fail (link != NULL);

  uuid = liaison_link_parse (link);
  if (uuid == NULL)
    liaison_toast_show (self->toast, _ ("This is not a link to a record: it holds no UUID."), NULL, NULL);
  else if (self->path == NULL)
    liaison_toast_show (self->toast, _ ("Open the store that holds the record, then the link once more."), NULL, NULL);
  else
    liaison_window_run_on_store (self, "open-link", g_variant_new_string (uuid));
}

void
liaison_window_update_link_actions (LiaisonWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-link", liaison_window_has_target (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.open-link", self->store != NULL);
}

void
liaison_window_bind_link (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-link", "s", open_link_action_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-link", NULL, copy_link_action_cb);
}
