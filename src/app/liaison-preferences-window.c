/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-preferences-window.h"

#include "liaison-backup.h"
#include "liaison-clamp.h"
#include "liaison-config.h"
#include "liaison-preference-row.h"

#include <glib/gi18n.h>

struct _LiaisonPreferencesWindow
{
  GtkWindow             parent_instance;

  GtkDropDown          *start;
  GtkDropDown          *date_style;
  GtkDropDown          *first_weekday;
  GtkDropDown          *name_order;
  GtkDropDown          *sensitivity;
  GtkSpinButton        *last_in_words;
  LiaisonPreferenceRow *reminders_row;
  GtkSwitch            *reminders;
  GtkSpinButton        *reminder_days;
  GtkDropDown          *backup_days;
  GtkSpinButton        *backups_kept;
  LiaisonPreferenceRow *folder_row;

  LiaisonBackground    *background;
};

G_DEFINE_FINAL_TYPE (LiaisonPreferencesWindow, liaison_preferences_window, GTK_TYPE_WINDOW)

/* What the settings call the choices of a list, in its order. */
static const char * const starts[] = { "left-off", "everything", "last-30-days", "this-year", NULL };
static const char * const date_styles[] = { "locale", "iso", NULL };
static const char * const weekdays[] = { "locale", "monday", "saturday", "sunday", NULL };
static const char * const name_orders[] = { "given-first", "family-first", "by-country", NULL };
static const char * const sensitivities[] = { "public", "internal", "confidential", NULL };
static const char * const backup_days[] = { "daily", "weekly", "never", NULL };

static gboolean
get_choice (GValue   *value,
            GVariant *stored,
            gpointer  user_data)
{
  const char * const *names = user_data;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!g_str_equal (names[i], g_variant_get_string (stored, NULL)))
        continue;
      g_value_set_uint (value, i);
      return TRUE;
    }

  return FALSE;
}

static GVariant *
set_choice (const GValue       *value,
            const GVariantType *type,
            gpointer            user_data)
{
  const char * const *names = user_data;
  guint chosen = g_value_get_uint (value);

  return chosen < g_strv_length ((char **) names) ? g_variant_new_string (names[chosen]) : NULL;
}

static void
bind_choice (GSettings          *settings,
             const char         *key,
             GtkDropDown        *drop_down,
             const char * const *names)
{
  g_settings_bind_with_mapping (settings, key, drop_down, "selected", G_SETTINGS_BIND_DEFAULT, get_choice, set_choice, (gpointer) names, NULL);
}

static const char *
describe_background (LiaisonBackgroundState state)
{
  switch (state)
    {
    case LIAISON_BACKGROUND_ASKING:
      return _ ("The desktop is asked to let Liaison remind you without a window…");
    case LIAISON_BACKGROUND_ALLOWED:
      return _ ("By notifications, also while no window is open");
    case LIAISON_BACKGROUND_REFUSED:
      return _ ("By notifications while a window is open: the desktop does not let Liaison run without one");
    case LIAISON_BACKGROUND_ABSENT:
      return _ ("By notifications while a window is open: this desktop starts no programs in the background");
    case LIAISON_BACKGROUND_UNASKED:
    default:
      return _ ("By notifications, when they fall due");
    }
}

static void
show_background (LiaisonPreferencesWindow *self)
{
  g_object_set (self->reminders_row, "description", describe_background (liaison_background_get_state (self->background)), NULL);
}

static void
show_folder_cb (LiaisonPreferencesWindow *self)
{
  g_autofree char *folder = liaison_backup_get_folder ();
  g_autofree char *address = NULL;

  /* Before the first copy there is none. */
  g_mkdir_with_parents (folder, 0700);
  address = g_filename_to_uri (folder, NULL, NULL);
  gtk_show_uri (GTK_WINDOW (self), address, GDK_CURRENT_TIME);
}

static void
liaison_preferences_window_dispose (GObject *object)
{
  g_clear_object (&LIAISON_PREFERENCES_WINDOW (object)->background);

  G_OBJECT_CLASS (liaison_preferences_window_parent_class)->dispose (object);
}

static void
liaison_preferences_window_class_init (LiaisonPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_preferences_window_dispose;

  g_type_ensure (LIAISON_TYPE_CLAMP);
  g_type_ensure (LIAISON_TYPE_PREFERENCE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/liaison_app/Liaison/liaison-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonPreferencesWindow, start);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPreferencesWindow, date_style);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPreferencesWindow, first_weekday);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPreferencesWindow, name_order);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPreferencesWindow, sensitivity);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPreferencesWindow, last_in_words);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPreferencesWindow, reminders_row);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPreferencesWindow, reminders);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPreferencesWindow, reminder_days);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPreferencesWindow, backup_days);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPreferencesWindow, backups_kept);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPreferencesWindow, folder_row);
  gtk_widget_class_bind_template_callback (widget_class, show_folder_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
liaison_preferences_window_init (LiaisonPreferencesWindow *self)
{
  g_autofree char *folder = liaison_backup_get_folder ();
  g_autofree char *shown = g_filename_display_name (folder);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (self->folder_row, "description", shown, NULL);
}

GtkWindow *
liaison_preferences_window_new (GtkWindow         *parent,
                                GSettings         *settings,
                                LiaisonBackground *background)
{
  LiaisonPreferencesWindow *self = g_object_new (LIAISON_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

  bind_choice (settings, "start", self->start, starts);
  bind_choice (settings, "date-style", self->date_style, date_styles);
  bind_choice (settings, "first-weekday", self->first_weekday, weekdays);
  bind_choice (settings, "name-order", self->name_order, name_orders);
  bind_choice (settings, "sensitivity", self->sensitivity, sensitivities);
  g_settings_bind (settings, "last-number-in-words", self->last_in_words, "value", G_SETTINGS_BIND_DEFAULT);
  self->background = g_object_ref (background);
  g_signal_connect_object (background, "notify::state", G_CALLBACK (show_background), self, G_CONNECT_SWAPPED);
  show_background (self);
  g_settings_bind (settings, "reminders", self->reminders, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reminder-days", self->reminder_days, "value", G_SETTINGS_BIND_DEFAULT);
  g_object_bind_property (self->reminders, "active", self->reminder_days, "sensitive", G_BINDING_SYNC_CREATE);
  bind_choice (settings, "backup-days", self->backup_days, backup_days);
  g_settings_bind (settings, "backups-kept", self->backups_kept, "value", G_SETTINGS_BIND_DEFAULT);

  return GTK_WINDOW (self);
}
