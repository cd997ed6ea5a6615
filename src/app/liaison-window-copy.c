/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-window-private.h"

#include "liaison-config.h"
#include "liaison-error-text.h"
#include "liaison-error.h"
#include "liaison-store-chooser.h"

#include <glib/gi18n.h>

/* A window may be gone, or show another store, when something that it has begun is over. */
typedef struct
{
  LiaisonWindow *window;
  LiaisonStore  *store;
  char          *path; /* of a copy that is saved */
} Saving;

static Saving *
saving_new (LiaisonWindow *self,
            const char    *path)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (self);
  saving->store = g_object_ref (self->store);
  saving->path = g_strdup (path);
  return saving;
}

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_object_unref (saving->store);
  g_free (saving->path);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static char *
dup_file_name (LiaisonWindow *self)
{
  return g_filename_display_basename (liaison_store_get_path (self->store));
}

/* Saving a copy under another name */

static void
copied_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (saving->path);
  g_autofree char *message = NULL;

  if (liaison_store_save_copy_finish (LIAISON_STORE (object), result, &error))
    {
      /* Translators: %s is the name of a file */
      message = g_strdup_printf (_ ("Saved a copy as %s"), name);
      liaison_toast_show (saving->window->toast, message, NULL, NULL);
      return;
    }
  message = liaison_error_dup_message (error);
  liaison_window_tell_failure (saving->window, _ ("The copy was not saved"), message);
}

static void
copy_name_chosen_cb (const char *path,
                     gpointer    user_data)
{
  LiaisonWindow *self = LIAISON_WINDOW (user_data);

  if (self->store != NULL)
    liaison_store_save_copy_async (self->store, path, NULL, copied_cb, saving_new (self, path));
}

static void
save_copy_action_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);

  liaison_store_chooser_save_copy (GTK_WINDOW (self), liaison_store_get_name (self->store), copy_name_chosen_cb, g_object_ref (self),
                                   g_object_unref);
}

/* Saving back */

static void
forgotten_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  gboolean forgotten = liaison_store_forget_edits_finish (LIAISON_STORE (object), result, &error);
  g_autofree char *message = NULL;

  if (saving->window->store != saving->store)
    return;
  if (forgotten)
    {
      liaison_window_reopen_store (saving->window);
      return;
    }
  message = liaison_error_dup_message (error);
  liaison_window_tell_failure (saving->window, _ ("Your changes were not discarded"), message);
}

static void
conflict_answered_cb (LiaisonWindow *self,
                      int            response)
{
  liaison_window_close_question (self);
  if (self->store == NULL)
    return;
  if (response == GTK_RESPONSE_ACCEPT)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-copy", NULL);
  else if (response == GTK_RESPONSE_REJECT)
    liaison_store_forget_edits_async (self->store, forgotten_cb, saving_new (self, NULL));
}

static void
ask_about_conflict (LiaisonWindow *self)
{
  g_autofree char *name = dup_file_name (self);
  /* Translators: %s is the name of a file */
  g_autofree char *title = g_strdup_printf (_ ("“%s” has been changed by somebody else"), name);
  GtkDialog *dialog = liaison_window_new_question (self, title,
                                    _ ("Nothing was written. Save what you have under another name; or discard your changes, and open the "
                                       "file as it is now."));
  GtkWidget *discard;

  gtk_dialog_add_button (dialog, _ ("_Keep editing"), GTK_RESPONSE_CANCEL);
  discard = gtk_dialog_add_button (dialog, _ ("_Discard my changes"), GTK_RESPONSE_REJECT);
  gtk_widget_add_css_class (discard, "destructive-action");
  gtk_dialog_add_button (dialog, _ ("Save under _another name…"), GTK_RESPONSE_ACCEPT);
  liaison_window_ask (self, dialog, G_CALLBACK (conflict_answered_cb));
}

static void
set_saving_back (LiaisonWindow *self,
                 gboolean       saving_back)
{
  self->saving_back = saving_back;
  gtk_spinner_set_spinning (self->copy_spinner, saving_back);
  liaison_window_update_copy (self);
}

static void
tell_not_saved (LiaisonWindow *self,
                const GError  *error)
{
  g_autofree char *message = liaison_error_dup_message (error);

  if (g_error_matches (error, LIAISON_ERROR, LIAISON_ERROR_CONFLICT))
    ask_about_conflict (self);
  else
    liaison_window_tell_failure (self, _ ("The store was not saved back"), message);
}

static void
saved_back_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  LiaisonWindow *self = saving->window;
  gboolean saved = liaison_store_save_back_finish (LIAISON_STORE (object), result, &error);
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (self->store != saving->store)
    return;

  set_saving_back (self, FALSE);
  if (!saved)
    {
      self->leaving = FALSE;
      gtk_widget_activate_action (GTK_WIDGET (self), "app.stay", NULL);
      tell_not_saved (self, error);
      return;
    }
  if (self->leaving)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  name = dup_file_name (self);
  /* Translators: %s is the name of a file */
  message = g_strdup_printf (_ ("Saved to %s"), name);
  liaison_toast_show (self->toast, message, NULL, NULL);
}

static void
save_back_action_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);

  set_saving_back (self, TRUE);
  liaison_store_save_back_async (self->store, NULL, saved_back_cb, saving_new (self, NULL));
}

/* Closing */

static void
closing_answered_cb (LiaisonWindow *self,
                     int            response)
{
  liaison_window_close_question (self);
  self->leaving = response == GTK_RESPONSE_ACCEPT || response == GTK_RESPONSE_REJECT;
  if (response == GTK_RESPONSE_ACCEPT)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-back", NULL);
  else if (response == GTK_RESPONSE_REJECT)
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "app.stay", NULL);
}

static void
ask_about_closing (LiaisonWindow *self)
{
  g_autofree char *name = dup_file_name (self);
  /* Translators: %s is the name of a file */
  g_autofree char *title = g_strdup_printf (_ ("Save your changes back to “%s”?"), name);
  GtkDialog *dialog = liaison_window_new_question (self, title,
                                    _ ("They are in a copy on this computer. If you close without saving back, the copy is kept, and shown "
                                       "again when you open the store the next time."));

  gtk_dialog_add_button (dialog, _ ("_Keep open"), GTK_RESPONSE_CANCEL);
  gtk_dialog_add_button (dialog, _ ("_Close without saving back"), GTK_RESPONSE_REJECT);
  gtk_dialog_add_button (dialog, _ ("Save _back"), GTK_RESPONSE_ACCEPT);
  liaison_window_ask (self, dialog, G_CALLBACK (closing_answered_cb));
}

gboolean
liaison_window_may_close (LiaisonWindow *self)
{
  if (self->store == NULL || !liaison_store_get_is_copy (self->store))
    return TRUE;
  if (self->saving_back)
    {
      self->leaving = TRUE;
      return FALSE;
    }
  if (self->leaving || !liaison_store_get_unsaved (self->store))
    return TRUE;

  ask_about_closing (self);
  return FALSE;
}

/* Copies of the day that fail */

static void
show_failure_action_cb (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);

  liaison_toast_dismiss (self->toast);
  if (self->failure != NULL)
    liaison_window_tell_failure (self, _ ("There is no backup copy of today"), self->failure);
}

static void
copy_failed_cb (LiaisonWindow *self,
                const GError  *error)
{
  g_free (self->failure);
  self->failure = liaison_error_dup_message (error);
  liaison_toast_show (self->toast, _ ("The backup copy of today could not be made"), _ ("_Details"), "win.show-failure");
}

void
liaison_window_watch_copy (LiaisonWindow *self)
{
  self->leaving = FALSE;
  self->saving_back = FALSE;
  g_signal_connect_object (self->store, "copy-failed", G_CALLBACK (copy_failed_cb), self, G_CONNECT_SWAPPED);
}

void
liaison_window_update_copy (LiaisonWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_copy = self->store != NULL && liaison_store_get_is_copy (self->store);
  gboolean unsaved = is_copy && liaison_store_get_unsaved (self->store);
  g_autofree char *name = is_copy ? dup_file_name (self) : NULL;
  g_autofree char *text = NULL;

  gtk_widget_action_set_enabled (widget, "win.save-copy", self->store != NULL);
  gtk_widget_action_set_enabled (widget, "win.save-back", unsaved && !self->saving_back);
  gtk_widget_set_visible (self->copy_bar, is_copy);
  if (!is_copy)
    return;

  /* Translators: %s is the name of a file */
  text = g_strdup_printf (unsaved ? _ ("You edit a copy of %s: your changes are not in the file yet.")
                                  : _ ("You edit a copy of %s, since the file lies where it cannot be edited in place."),
                          name);
  gtk_label_set_label (self->copy_label, text);
  gtk_widget_set_tooltip_text (self->copy_bar, liaison_store_get_path (self->store));
}

void
liaison_window_bind_copy (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save-back", NULL, save_back_action_cb);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-failure", NULL, show_failure_action_cb);
}
