/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-window-private.h"

#include "liaison-config.h"
#include "liaison-error-text.h"
#include "liaison-store-maker.h"
#include "liaison-settings.h"

#include <glib/gi18n.h>

static void
show_screen (LiaisonWindow *self,
             const char    *name)
{
  gtk_stack_set_visible_child_name (self->screens, name);
  gtk_spinner_set_spinning (self->waiting_spinner, g_str_equal (name, "waiting"));
  liaison_window_update_layout (self);
}

static void
run_awaiting (LiaisonWindow *self)
{
  const char *action = g_steal_pointer (&self->awaiting);
  g_autoptr (GVariant) target = g_steal_pointer (&self->awaiting_target);
  g_autofree char *full_name = NULL;

  if (action == NULL || self->store == NULL)
    return;
  full_name = g_strconcat ("win.", action, NULL);
  gtk_widget_activate_action_variant (GTK_WIDGET (self), full_name, target);
}

static void
show_welcome (LiaisonWindow *self)
{
  g_auto (GStrv) recent = liaison_settings_dup_recent_stores (self->settings);

  g_clear_pointer (&self->path, g_free);
  liaison_welcome_set_recent (self->welcome, (const char *const *) recent);
  show_screen (self, "welcome");
}

static void
show_error (LiaisonWindow *self,
            const GError  *error)
{
  if (liaison_error_is_cancelled (error))
    {
      show_welcome (self);
      return;
    }
  show_screen (self, "error");
  liaison_error_page_set_error (self->error_page, error, self->path);
}

/* What is waited for. Another store may be chosen before it has come, or the window closed: then it comes to nothing. */
typedef struct
{
  LiaisonWindow *window;
  GCancellable  *cancellable;
} Wait;

static Wait *
wait_new (LiaisonWindow *self)
{
  Wait *wait = g_new (Wait, 1);

  wait->window = g_object_ref (self);
  wait->cancellable = g_object_ref (self->opening);
  return wait;
}

static void
wait_free (Wait *wait)
{
  g_object_unref (wait->window);
  g_object_unref (wait->cancellable);
  g_free (wait);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wait, wait_free)

static gboolean
is_awaited (Wait *wait)
{
  return wait->window->opening == wait->cancellable;
}

/* While a copy of a store is made that cannot be opened in its place, or before its schema changes. */
static void
show_progress (guint64  done,
               guint64  total,
               gpointer user_data)
{
  LiaisonWindow *self = user_data;
  g_autofree char *done_size = g_format_size (done);
  g_autofree char *total_size = g_format_size (total);
  /* Translators: two sizes: "12.3 MB of 60.2 MB" */
  g_autofree char *text = g_strdup_printf (_ ("Copying: %s of %s"), done_size, total_size);

  if (self->opening == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->waiting_progress), total > 0);
  gtk_progress_bar_set_text (self->waiting_progress, text);
  gtk_progress_bar_set_fraction (self->waiting_progress, total > 0 ? (double) done / (double) total : 0);
}

/* The message names the store by %s. */
static void
begin_wait (LiaisonWindow *self,
            const char    *path,
            const char    *message)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *kept = g_strdup (path);
  g_autoptr (GString) text = g_string_new (message);

  liaison_window_close_store (self);
  g_free (self->path);
  self->path = g_steal_pointer (&kept);
  self->opening = g_cancellable_new ();

  g_string_replace (text, "%s", name, 1);
  gtk_label_set_label (self->waiting_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->waiting_progress), FALSE);
  show_screen (self, "waiting");
}

/* A store is called by its file; where two are called the same, the folder tells them apart. */
static char *
write_store_name (const char *const *paths,
                  const char        *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GString) label = g_string_new (name);

  for (const char *const *other = paths; *other != NULL; other++)
    {
      g_autofree char *other_name = g_filename_display_basename (*other);

      if (!g_str_equal (*other, path) && g_str_equal (other_name, name))
        {
          g_string_append_printf (label, " – %s", folder);
          break;
        }
    }
  /* No letter of it is a mnemonic. */
  g_string_replace (label, "_", "__", 0);

  return g_strdup (label->str);
}

void
liaison_window_update_recent (LiaisonWindow *self)
{
  g_auto (GStrv) paths = self->settings != NULL ? g_settings_get_strv (self->settings, "recent-stores") : g_new0 (char *, 1);
  g_autoptr (GMenu) recent = g_menu_new ();

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *name = write_store_name ((const char *const *) paths, paths[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "app.open-recent", "s", paths[i]);
      g_menu_append_item (recent, item);
    }
  g_menu_remove_all (self->recent_section);
  if (paths[0] != NULL)
    g_menu_append_submenu (self->recent_section, _ ("Open _recent"), G_MENU_MODEL (recent));
}

static void
show_store (LiaisonWindow *self,
            LiaisonStore  *store)
{
  liaison_settings_add_store (self->settings, self->path);
  liaison_window_set_store (self, store);
  show_screen (self, "store");
  liaison_window_start_places (self);
  liaison_window_offer_drafts (self);
  run_awaiting (self);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Wait) wait = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonStore) store = liaison_store_open_finish (result, &error);

  if (!is_awaited (wait))
    return;
  g_clear_object (&wait->window->opening);
  if (store != NULL)
    show_store (wait->window, store);
  else
    show_error (wait->window, error);
}

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Wait) wait = user_data;
  g_autoptr (GError) error = NULL;
  gboolean made = liaison_make_store_finish (result, &error);

  if (!is_awaited (wait))
    return;
  if (made)
    {
      liaison_window_open_store (wait->window, wait->window->path);
      return;
    }
  g_clear_object (&wait->window->opening);
  show_error (wait->window, error);
}

static void
cancel_waiting_cb (LiaisonWindow *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  show_welcome (self);
}

static void
try_again_cb (LiaisonWindow *self)
{
  liaison_window_open_store (self, self->path);
}

static void
recent_cb (LiaisonWindow *self,
           const char    *path)
{
  liaison_window_open_store (self, path);
}

/* The application lives until the last edit is in the file. */
static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GApplication) application = user_data;
  g_autoptr (GError) error = NULL;

  if (!liaison_store_close_finish (LIAISON_STORE (object), result, &error))
    g_message ("%s", error->message);
  g_application_release (application);
}

/* Returns: (transfer full) (nullable): the store that the window no longer shows */
static LiaisonStore *
take_store (LiaisonWindow *self)
{
  g_autoptr (LiaisonStore) store = self->store != NULL ? g_object_ref (self->store) : NULL;

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->awaiting = NULL;
  g_clear_pointer (&self->awaiting_target, g_variant_unref);
  liaison_window_save_session (self);
  liaison_window_leave_places (self);
  if (store != NULL)
    liaison_window_set_store (self, NULL);

  return g_steal_pointer (&store);
}

void
liaison_window_close_store (LiaisonWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (LiaisonStore) store = take_store (self);

  if (store == NULL)
    return;

  g_application_hold (G_APPLICATION (application));
  liaison_store_close_async (store, closed_cb, g_object_ref (application));
}

static void
closed_to_reopen_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (Wait) wait = user_data;

  if (is_awaited (wait))
    liaison_store_open_async (wait->window->path, show_progress, wait->window, wait->cancellable, opened_cb, wait_new (wait->window));
}

void
liaison_window_reopen_store (LiaisonWindow *self)
{
  g_autofree char *path = g_strdup (self->path);
  g_autoptr (LiaisonStore) store = take_store (self);

  /* Translators: %s is the name of a store */
  begin_wait (self, path, _ ("Opening %s…"));
  liaison_store_close_async (store, closed_to_reopen_cb, wait_new (self));
}

/* What was written by an earlier preference is written again. */
static void
tell_again (LiaisonWindow *self)
{
  if (self->store != NULL)
    liaison_store_tell_again (self->store);
}

static void
review_copies (LiaisonWindow *self)
{
  if (self->store != NULL)
    liaison_store_review_copies (self->store);
}

void
liaison_window_watch_settings (LiaisonWindow *self)
{
  static const struct { const char *changed; void (*react) (LiaisonWindow *self); } reactions[] = {
    { "changed::recent-stores", liaison_window_update_recent },
    { "changed::date-style", tell_again },
    { "changed::first-weekday", tell_again },
    { "changed::last-number-in-words", tell_again },
    { "changed::backup-days", review_copies },
    { "changed::backups-kept", review_copies },
  };

  for (guint i = 0; self->settings != NULL && i < G_N_ELEMENTS (reactions); i++)
    g_signal_connect_object (self->settings, reactions[i].changed, G_CALLBACK (reactions[i].react), self, G_CONNECT_SWAPPED);
}

void
liaison_window_bind_store (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, cancel_waiting_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, recent_cb);
}

void
liaison_window_open_store (LiaisonWindow *self,
                           const char    *path)
{
  g_return_if_fail (LIAISON_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  /* Translators: %s is the name of a store */
  begin_wait (self, path, _ ("Opening %s…"));
  liaison_store_open_async (self->path, show_progress, self, self->opening, opened_cb, wait_new (self));
}

void
liaison_window_run_on_store (LiaisonWindow *self,
                             const char    *action,
                             GVariant      *target)
{
  g_return_if_fail (LIAISON_IS_WINDOW (self));
  g_return_if_fail (action != NULL);

  self->awaiting = action;
  g_clear_pointer (&self->awaiting_target, g_variant_unref);
  self->awaiting_target = target != NULL ? g_variant_ref_sink (target) : NULL;
  if (self->opening == NULL)
    run_awaiting (self);
}

void
liaison_window_create_store (LiaisonWindow *self,
                             const char    *path,
                             gboolean       with_sample)
{
  g_return_if_fail (LIAISON_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  /* Translators: %s is the name of a store */
  begin_wait (self, path, _ ("Making %s…"));
  liaison_make_store_async (self->path, with_sample, self->opening, made_cb, wait_new (self));
}
