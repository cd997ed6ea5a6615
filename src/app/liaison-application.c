/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-application.h"

#include "liaison-about.h"
#include "liaison-appearance.h"
#include "liaison-background.h"
#include "liaison-clicks.h"
#include "liaison-config.h"
#include "liaison-follow-up-done.h"
#include "liaison-preferences-window.h"
#include "liaison-preferences.h"
#include "liaison-reminders.h"
#include "liaison-search-provider.h"
#include "liaison-settings.h"
#include "liaison-store-chooser.h"
#include "liaison-window.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define RESOURCE_PATH "/io/github/liaison_app/Liaison"

/* In bytes: the most that the C library keeps in its heap on a machine of 64 bits. */
#define LARGEST_PIECE (32 * 1024 * 1024)

struct _LiaisonApplication
{
  GtkApplication         parent_instance;

  GSettings             *settings;
  LiaisonAppearance     *appearance;
  LiaisonSearchProvider *search_provider;
  LiaisonBackground     *background;  /* (nullable): without settings nothing is reminded of */
  LiaisonReminders      *reminders;   /* (nullable): likewise */
  GtkWindow             *preferences; /* (nullable) (unowned): while it is open */
};

G_DEFINE_FINAL_TYPE (LiaisonApplication, liaison_application, GTK_TYPE_APPLICATION)

static LiaisonWindow *
find_window_of (LiaisonApplication *self,
                const char         *path)
{
  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (self)); window != NULL; window = window->next)
    if (LIAISON_IS_WINDOW (window->data) && g_strcmp0 (liaison_window_get_path (window->data), path) == 0)
      return window->data;
  return NULL;
}

/* A window that already has a store keeps it: what is being edited there is not to be lost. */
static LiaisonWindow *
get_window_for (LiaisonApplication *self,
                const char         *path)
{
  LiaisonWindow *window = find_window_of (self, path);

  if (window == NULL)
    window = find_window_of (self, NULL);
  return window != NULL ? window : liaison_window_new (GTK_APPLICATION (self), self->settings);
}

static void
open_path (LiaisonApplication *self,
           const char         *path)
{
  LiaisonWindow *window = get_window_for (self, path);

  if (g_strcmp0 (liaison_window_get_path (window), path) != 0)
    liaison_window_open_store (window, path);
  gtk_window_present (GTK_WINDOW (window));
}

static GtkWindow *
get_parent (LiaisonApplication *self)
{
  return gtk_application_get_active_window (GTK_APPLICATION (self));
}

static void
chosen_to_open_cb (const char *path,
                   gpointer    user_data)
{
  open_path (LIAISON_APPLICATION (user_data), path);
}

static void
chosen_to_make_cb (const char *path,
                   gpointer    user_data)
{
  LiaisonApplication *self = LIAISON_APPLICATION (user_data);
  LiaisonWindow *window = get_window_for (self, path);

  liaison_window_create_store (window, path, FALSE);
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_store_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  liaison_store_chooser_open (get_parent (user_data), chosen_to_open_cb, user_data);
}

static void
open_recent_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  open_path (user_data, g_variant_get_string (parameter, NULL));
}

static void
new_store_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  liaison_store_chooser_save (get_parent (user_data), chosen_to_make_cb, user_data);
}

static void
open_sample_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LiaisonApplication *self = LIAISON_APPLICATION (user_data);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "liaison", "sample.liaison", NULL);
  LiaisonWindow *window = get_window_for (self, path);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    open_path (self, path);
  else
    liaison_window_create_store (window, path, TRUE);
  gtk_window_present (GTK_WINDOW (window));
}

static LiaisonWindow *
get_last_window (LiaisonApplication *self)
{
  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (self)); window != NULL; window = window->next)
    if (LIAISON_IS_WINDOW (window->data))
      return window->data;
  return NULL;
}

/* What the desktop offers in the menu of the program's icon: the window's action of the same name, once there is a window. */
static void
new_record_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  LiaisonApplication *self = LIAISON_APPLICATION (user_data);
  LiaisonWindow *window;

  g_application_activate (G_APPLICATION (self));
  window = get_last_window (self);
  if (window != NULL)
    liaison_window_run_on_store (window, g_action_get_name (G_ACTION (action)), NULL);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  liaison_about_show (get_parent (user_data));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LiaisonApplication *self = LIAISON_APPLICATION (user_data);

  if (self->preferences == NULL)
    g_set_weak_pointer (&self->preferences, liaison_preferences_window_new (get_parent (self), self->settings, self->background));
  gtk_window_present (self->preferences);
}

/* Each window is asked as if it were closed by hand; the windows that were opened from it go with it. */
static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);
  LiaisonReminders *reminders = LIAISON_APPLICATION (user_data)->reminders;

  if (reminders != NULL)
    liaison_reminders_set_stays (reminders, FALSE);
  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (user_data)); window != NULL; window = window->next)
    if (LIAISON_IS_WINDOW (window->data))
      g_ptr_array_add (windows, g_object_ref (window->data));
  for (guint i = 0; i < windows->len; i++)
    gtk_window_close (GTK_WINDOW (windows->pdata[i]));
}

/* A window was asked whether it may close, and it may not: whoever wanted to quit does not any more. */
static void
stay_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LiaisonReminders *reminders = LIAISON_APPLICATION (user_data)->reminders;

  if (reminders != NULL)
    liaison_reminders_set_stays (reminders, TRUE);
}

/* A link belongs to no store: it is looked for in the one that is before the person, or was last. */
static void
open_link (LiaisonApplication *self,
           const char         *link)
{
  LiaisonWindow *window;

  g_application_activate (G_APPLICATION (self));
  window = get_last_window (self);
  if (window != NULL)
    liaison_window_open_link (window, link);
}

static void
open_link_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  open_link (user_data, g_variant_get_string (parameter, NULL));
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LiaisonApplication *self = LIAISON_APPLICATION (user_data);
  LiaisonWindow *window;

  g_application_activate (G_APPLICATION (self));
  window = get_last_window (self);
  if (window != NULL)
    liaison_window_run_on_store (window, "show-query", g_variant_new ("(ss)", "engagements", g_variant_get_string (parameter, NULL)));
}

/* In their place they can be ticked, and lead to the engagements that they come from. */
static void
follow_up_open_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  g_autofree const char **uuids = NULL;
  const char *path;

  g_variant_get (parameter, "(&s^a&s)", &path, &uuids);
  open_path (user_data, path);
  liaison_window_run_on_store (find_window_of (user_data, path), "show-place", g_variant_new_string ("follow-ups"));
}

static void
follow_up_done_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  g_autofree const char **uuids = NULL;
  const char *path;
  LiaisonWindow *window;
  g_autoptr (LiaisonStore) store = NULL;

  g_variant_get (parameter, "(&s^a&s)", &path, &uuids);
  window = find_window_of (user_data, path);
  if (window != NULL)
    g_object_get (window, "store", &store, NULL);
  for (guint i = 0; uuids[i] != NULL; i++)
    liaison_follow_up_mark_done (user_data, store, path, uuids[i]);
}

static void
follow_up_later_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  LiaisonApplication *self = LIAISON_APPLICATION (user_data);
  g_autofree const char **uuids = NULL;
  const char *path;

  g_variant_get (parameter, "(&s^a&s)", &path, &uuids);
  if (self->reminders != NULL)
    liaison_reminders_tell_tomorrow (self->reminders, path, uuids);
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = about_cb },
  { .name = "follow-up-done", .activate = follow_up_done_cb, .parameter_type = "(sas)" },
  { .name = "follow-up-later", .activate = follow_up_later_cb, .parameter_type = "(sas)" },
  { .name = "follow-up-open", .activate = follow_up_open_cb, .parameter_type = "(sas)" },
  { .name = "new-contact", .activate = new_record_cb },
  { .name = "new-engagement", .activate = new_record_cb },
  { .name = "new-store", .activate = new_store_cb },
  { .name = "open-link", .activate = open_link_cb, .parameter_type = "s" },
  { .name = "open-recent", .activate = open_recent_cb, .parameter_type = "s" },
  { .name = "open-sample", .activate = open_sample_cb },
  { .name = "open-store", .activate = open_store_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "search", .activate = search_cb, .parameter_type = "s" },
  { .name = "quit", .activate = quit_cb },
  { .name = "stay", .activate = stay_cb },
};

/* For desktops that start a program instead of asking it over D-Bus: each option is named after an action. */
static const GOptionEntry options[] = {
  { "new-contact", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  { "new-engagement", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  { NULL },
};

static const struct
{
  const char *action;
  const char *accelerators[3];
} accelerators[] = {
  { "app.new-store", { "<Control><Shift>o" } },
  { "app.open-store", { "<Control>o" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "win.filter", { "<Control><Shift>f" } },
  { "win.back", { "<Alt>Left" } },
  { "win.edit", { "<Control>e" } },
  { "win.forward", { "<Alt>Right" } },
  { "win.merge", { "<Control>m" } },
  { "win.import", { "<Control>i" } },
  { "win.new-contact", { "<Control><Shift>n" } },
  { "win.new-engagement", { "<Control>n" } },
  { "win.save-back", { "<Control>s" } },
  { "win.quick-find", { "<Control>k" } },
  { "win.save-search", { "<Control>d" } },
  { "win.search", { "<Control>f" } },
  { "win.show-actions", { "<Control><Alt>z" } },
  { "win.show-history", { "<Control>h" } },
  { "win.show-place('overview')", { "<Alt>0" } },
  { "win.show-place('engagements')", { "<Alt>1" } },
  { "win.show-place('contacts')", { "<Alt>2" } },
  { "win.show-place('organisations')", { "<Alt>3" } },
  { "win.show-place('charts')", { "<Alt>4" } },
  { "win.show-place('reports')", { "<Alt>5" } },
  { "win.show-place('follow-ups')", { "<Alt>6" } },
  { "win.show-place('totals')", { "<Alt>7" } },
  { "window.close", { "<Control>w" } },
};

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, RESOURCE_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static int
liaison_application_handle_local_options (GApplication *application,
                                          GVariantDict *given)
{
  for (const GOptionEntry *option = options; option->long_name != NULL; option++)
    {
      g_autoptr (GError) error = NULL;

      if (!g_variant_dict_contains (given, option->long_name))
        continue;
      if (!g_application_register (application, NULL, &error))
        {
          g_printerr ("liaison: %s\n", error->message);
          return 1;
        }
      g_action_group_activate_action (G_ACTION_GROUP (application), option->long_name, NULL);
      if (g_application_get_is_remote (application))
        return 0;
    }
  return G_APPLICATION_CLASS (liaison_application_parent_class)->handle_local_options (application, given);
}

/*
 * How the C library keeps what is given back to it (mallopt(3)).  One heap for all threads: in one for each, what a query needed lies idle while
 * another thread reads the next one.  And megabytes stay in that heap, too: the picture that GTK paints each frame into, and the ids of a large
 * store.  From the system anew they would be touched for the first time with each frame and each letter.  All of it goes back when the store
 * rests (liaison-worker.c).
 */
static void
keep_memory (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, 1);
  mallopt (M_MMAP_THRESHOLD, LARGEST_PIECE);
  mallopt (M_TRIM_THRESHOLD, 2 * LARGEST_PIECE);
#endif
}

static void
liaison_application_startup (GApplication *application)
{
  LiaisonApplication *self = LIAISON_APPLICATION (application);

  G_APPLICATION_CLASS (liaison_application_parent_class)->startup (application);

  self->appearance = liaison_appearance_new (g_application_get_dbus_connection (application));
  if (self->settings != NULL)
    {
      self->background = liaison_background_new (g_application_get_dbus_connection (application), self->settings);
      self->reminders = liaison_reminders_new (application, self->settings);
    }
  gtk_window_set_default_icon_name (LIAISON_APPLICATION_ID);
  liaison_clicks_keep ();
  load_style ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "preferences")), self->settings != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action, accelerators[i].accelerators);
}

/* Whoever the bus starts this program for asks as soon as it has its name there: what can be asked is to be there before. */
static gboolean
liaison_application_dbus_register (GApplication     *application,
                                   GDBusConnection  *connection,
                                   const char       *path,
                                   GError          **error)
{
  LiaisonApplication *self = LIAISON_APPLICATION (application);

  return G_APPLICATION_CLASS (liaison_application_parent_class)->dbus_register (application, connection, path, error)
         && liaison_search_provider_export (self->search_provider, connection, path, error);
}

static void
liaison_application_dbus_unregister (GApplication    *application,
                                     GDBusConnection *connection,
                                     const char      *path)
{
  LiaisonApplication *self = LIAISON_APPLICATION (application);

  if (self->search_provider != NULL)
    liaison_search_provider_unexport (self->search_provider);
  G_APPLICATION_CLASS (liaison_application_parent_class)->dbus_unregister (application, connection, path);
}

static void
liaison_application_activate (GApplication *application)
{
  LiaisonApplication *self = LIAISON_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *last = NULL;

  if (self->reminders != NULL)
    liaison_reminders_set_stays (self->reminders, TRUE);
  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }
  last = liaison_settings_dup_last_store (self->settings);
  if (last != NULL)
    open_path (self, last);
  else
    gtk_window_present (GTK_WINDOW (liaison_window_new (GTK_APPLICATION (self), self->settings)));
}

static void
liaison_application_open (GApplication  *application,
                          GFile        **files,
                          int            n_files,
                          const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      const char *path = g_file_peek_path (files[i]);
      g_autofree char *uri = g_file_get_uri (files[i]);

      /* What has no path SQLite cannot open; the window tells that there is no such file. */
      if (g_file_has_uri_scheme (files[i], "liaison"))
        open_link (LIAISON_APPLICATION (application), uri);
      else
        open_path (LIAISON_APPLICATION (application), path != NULL ? path : uri);
    }
}

static void
liaison_application_dispose (GObject *object)
{
  LiaisonApplication *self = LIAISON_APPLICATION (object);

  g_clear_weak_pointer (&self->preferences);
  g_clear_object (&self->reminders);
  g_clear_object (&self->background);
  g_clear_object (&self->search_provider);
  g_clear_object (&self->settings);
  g_clear_object (&self->appearance);

  G_OBJECT_CLASS (liaison_application_parent_class)->dispose (object);
}

static void
liaison_application_class_init (LiaisonApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = liaison_application_dispose;
  application_class->handle_local_options = liaison_application_handle_local_options;
  application_class->dbus_register = liaison_application_dbus_register;
  application_class->dbus_unregister = liaison_application_dbus_unregister;
  application_class->startup = liaison_application_startup;
  application_class->activate = liaison_application_activate;
  application_class->open = liaison_application_open;
}

static void
liaison_application_init (LiaisonApplication *self)
{
  keep_memory ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  self->settings = liaison_settings_new ();
  liaison_preferences_follow (self->settings);
  self->search_provider = liaison_search_provider_new (G_APPLICATION (self), self->settings);
}

LiaisonApplication *
liaison_application_new (void)
{
  return g_object_new (LIAISON_TYPE_APPLICATION,
                       "application-id", LIAISON_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", RESOURCE_PATH,
                       NULL);
}
