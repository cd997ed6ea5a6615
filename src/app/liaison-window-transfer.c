/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-window-private.h"

#include "liaison-config.h"
#include "liaison-error-text.h"
#include "liaison-import-report.h"

#include <inttypes.h>
#include <glib/gi18n.h>

#define SUFFIX ".jsonl"

/* How often a person sees how far it is. */
#define LOOK_INTERVAL_MS 150

static const char *
get_verb (LiaisonWindow *self)
{
  /* Translators: %1$s is the name of a file, %2$s a number of records with its word */
  return self->importing ? _ ("Importing %1$s: %2$s") : _ ("Exporting to %1$s: %2$s");
}

static void
show_state (LiaisonWindow *self)
{
  LiaisonTransferState state = liaison_transfer_get_state (self->transfer);
  g_autofree char *name = g_filename_display_basename (liaison_transfer_get_path (self->transfer));
  g_autofree char *count = g_strdup_printf (ngettext ("%'" PRIu64 " record", "%'" PRIu64 " records",
                                                      (gulong) state.n_records), state.n_records);
  g_autoptr (GString) text = g_string_new (get_verb (self));

  g_string_replace (text, "%2$s", count, 1);
  g_string_replace (text, "%1$s", name, 1);
  gtk_label_set_label (self->transfer_label, text->str);
  if (state.total > 0)
    gtk_progress_bar_set_fraction (self->transfer_progress, (double) state.done / (double) state.total);
  else
    gtk_progress_bar_pulse (self->transfer_progress);
}

static gboolean
look_cb (gpointer user_data)
{
  show_state (user_data);
  return G_SOURCE_CONTINUE;
}

static void
update (LiaisonWindow *self)
{
  gtk_widget_set_visible (self->transfer_bar, self->transfer != NULL);
  liaison_window_update_transfer (self);
}

static void
begin (LiaisonWindow *self)
{
  gtk_progress_bar_set_fraction (self->transfer_progress, 0);
  self->transfer_timer = g_timeout_add (LOOK_INTERVAL_MS, look_cb, self);
  show_state (self);
  update (self);
}

/* Returns: (transfer full): the transfer that is over */
static LiaisonTransfer *
end (LiaisonWindow *self)
{
  g_clear_handle_id (&self->transfer_timer, g_source_remove);
  g_clear_object (&self->transfer_cancellable);
  return g_steal_pointer (&self->transfer);
}

static void
tell_not_done (LiaisonWindow *self,
               const GError  *error)
{
  g_autofree char *message = liaison_error_dup_message (error);

  if (!liaison_error_is_cancelled (error))
    liaison_window_tell_failure (self, self->importing ? _ ("The file was not imported") : _ ("Nothing was exported"), message);
  else
    liaison_toast_show (self->toast, self->importing ? _ ("Import cancelled: the store is as it was")
                                                     : _ ("Export cancelled: nothing was written"), NULL, NULL);
}

static void
tell_done (LiaisonWindow   *self,
           LiaisonTransfer *transfer)
{
  g_autofree char *name = g_filename_display_basename (liaison_transfer_get_path (transfer));
  g_autofree char *message = NULL;

  if (self->importing)
    {
      liaison_import_report_show (GTK_WINDOW (self), transfer);
      return;
    }
  /* Translators: %s is the name of a file */
  message = g_strdup_printf (_ ("Exported to %s"), name);
  liaison_toast_show (self->toast, message, NULL, NULL);
}

static void
transferred_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LiaisonWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = liaison_transfer_finish (LIAISON_STORE (object), result, &error);
  g_autoptr (LiaisonTransfer) transfer = end (self);

  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    return;
  update (self);
  if (self->leaving)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (done)
    tell_done (self, transfer);
  else
    tell_not_done (self, error);
}

static void
import_chosen_cb (const char *path,
                  gpointer    user_data)
{
  LiaisonWindow *self = LIAISON_WINDOW (user_data);
  g_autofree char *file = g_filename_display_basename (path);
  /* Translators: the name of an action, as in "Undo: Import of calls.jsonl" */
  g_autofree char *name = g_strdup_printf (_ ("Import of %s"), file);

  if (self->store == NULL || self->transfer != NULL)
    return;
  self->importing = TRUE;
  self->transfer_cancellable = g_cancellable_new ();
  self->transfer = liaison_transfer_import_async (self->store, path, name, self->transfer_cancellable, transferred_cb, g_object_ref (self));
  begin (self);
}

static void
export_to (LiaisonWindow *self,
           const char    *path,
           const char    *query)
{
  if (self->store == NULL || self->transfer != NULL)
    return;
  self->importing = FALSE;
  self->transfer_cancellable = g_cancellable_new ();
  self->transfer = liaison_transfer_export_async (self->store, path, query, self->transfer_cancellable, transferred_cb, g_object_ref (self));
  begin (self);
}

static void
export_all_chosen_cb (const char *path,
                      gpointer    user_data)
{
  export_to (LIAISON_WINDOW (user_data), path, NULL);
}

static void
export_shown_chosen_cb (const char *path,
                        gpointer    user_data)
{
  LiaisonWindow *self = LIAISON_WINDOW (user_data);

  export_to (self, path, liaison_window_get_query (self));
}

static void
import_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_ ("Import a file"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), NULL);

  liaison_file_chooser_ask (chooser, ".json*", _ ("Liaison JSON and plain JSON"), import_chosen_cb, g_object_ref (widget), g_object_unref);
}

static void
ask_where_to_export (LiaisonWindow     *self,
                     const char        *title,
                     const char        *name,
                     LiaisonFileChosen  chosen)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (title, GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  g_autofree char *file_name = g_strconcat (name, SUFFIX, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file_name);
  liaison_file_chooser_ask (chooser, SUFFIX, _ ("Liaison JSON"), chosen, g_object_ref (self), g_object_unref);
}

static void
export_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);

  ask_where_to_export (self, _ ("Export the whole store"), liaison_store_get_name (self->store), export_all_chosen_cb);
}

static void
export_shown_action_cb (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  ask_where_to_export (LIAISON_WINDOW (widget), _ ("Export the engagements shown"), _ ("Engagements"), export_shown_chosen_cb);
}

static void
cancel_transfer_action_cb (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  g_cancellable_cancel (LIAISON_WINDOW (widget)->transfer_cancellable);
}

static void
closing_answered_cb (LiaisonWindow *self,
                     int            response)
{
  liaison_window_close_question (self);
  if (response != GTK_RESPONSE_ACCEPT)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "app.stay", NULL);
      return;
    }
  if (self->transfer == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  self->leaving = TRUE;
  g_cancellable_cancel (self->transfer_cancellable);
}

gboolean
liaison_window_may_end_transfer (LiaisonWindow *self)
{
  GtkDialog *dialog;

  if (self->transfer == NULL)
    return TRUE;

  dialog = liaison_window_new_question (self, self->importing ? _ ("Stop the import?") : _ ("Stop the export?"),
                                        self->importing ? _ ("The store will be as it was before.") : _ ("Nothing will have been written."));
  gtk_dialog_add_button (dialog, _ ("_Keep open"), GTK_RESPONSE_CANCEL);
  gtk_dialog_add_button (dialog, _ ("_Stop and close"), GTK_RESPONSE_ACCEPT);
  liaison_window_ask (self, dialog, G_CALLBACK (closing_answered_cb));
  return FALSE;
}

void
liaison_window_update_transfer (LiaisonWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean idle = self->store != NULL && self->transfer == NULL;

  gtk_widget_action_set_enabled (widget, "win.import", idle && !liaison_store_get_read_only (self->store));
  gtk_widget_action_set_enabled (widget, "win.export", idle);
  gtk_widget_action_set_enabled (widget, "win.export-shown", idle && liaison_window_shows_engagements (self));
  gtk_widget_action_set_enabled (widget, "win.cancel-transfer", self->transfer != NULL);
}

void
liaison_window_bind_transfer (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action_cb);
  gtk_widget_class_install_action (widget_class, "win.export-shown", NULL, export_shown_action_cb);
  gtk_widget_class_install_action (widget_class, "win.cancel-transfer", NULL, cancel_transfer_action_cb);
}
