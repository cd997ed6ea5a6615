/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-about.h"

#include "liaison-config.h"
#include "liaison-db.h"

#include <glib/gi18n.h>
#include <locale.h>

static const char *const authors[] = { "The Liaison authors", NULL };

char *
liaison_about_describe_system (void)
{
  GString *text = g_string_new (NULL);
  GtkSettings *settings = gtk_settings_get_default ();
  GdkDisplay *display = gdk_display_get_default ();
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  g_autofree char *theme = NULL;
  gboolean dark;
  gboolean animated;
  int resolution;

  g_object_get (settings, "gtk-theme-name", &theme, "gtk-application-prefer-dark-theme", &dark, "gtk-enable-animations", &animated,
                "gtk-xft-dpi", &resolution, NULL);

  /* Not translated: those who read it need not share the person's language. */
  g_string_append_printf (text, "Liaison %s\n", LIAISON_VERSION);
  g_string_append_printf (text, "GTK %u.%u.%u\n", gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version ());
  g_string_append_printf (text, "GLib %u.%u.%u\n", glib_major_version, glib_minor_version, glib_micro_version);
  g_string_append_printf (text, "SQLite %s\n", liaison_db_get_library_version ());
  g_string_append_printf (text, "json-glib %s\n", LIAISON_JSON_GLIB_VERSION);
  g_string_append_printf (text, "Store version: %d\n", liaison_db_get_store_version ());
  g_string_append_printf (text, "System: %s\n", system != NULL ? system : "unknown");
  g_string_append_printf (text, "Flatpak: %s\n", g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? "yes" : "no");
  g_string_append_printf (text, "Display: %s\n", G_OBJECT_TYPE_NAME (display));
  g_string_append_printf (text, "Locale: %s\n", setlocale (LC_MESSAGES, NULL));
  g_string_append_printf (text, "Theme: %s%s\n", theme, dark ? ", dark" : "");
  g_string_append_printf (text, "Animations: %s\n", animated ? "yes" : "no");
  g_string_append_printf (text, "Text: %d dots per inch\n", resolution / 1024);

  return g_string_free (text, FALSE);
}

/* Whose work is in what everybody gets. */
static void
add_sources (GtkAboutDialog *dialog)
{
  const char *const outlines[] = { "Natural Earth https://www.naturalearthdata.com", NULL };
  const char *const names[] = { "iso-codes https://salsa.debian.org/iso-codes-team/iso-codes", NULL };

  gtk_about_dialog_add_credit_section (dialog, _ ("Outlines of countries"), (const char **) outlines);
  gtk_about_dialog_add_credit_section (dialog, _ ("Names of countries"), (const char **) names);
}

void
liaison_about_show (GtkWindow *parent)
{
  g_autofree char *system = liaison_about_describe_system ();
  GtkWidget *dialog = g_object_new (GTK_TYPE_ABOUT_DIALOG,
                                    "transient-for", parent,
                                    "modal", TRUE,
                                    "destroy-with-parent", TRUE,
                                    "program-name", _ ("Liaison"),
                                    "logo-icon-name", LIAISON_APPLICATION_ID,
                                    "version", LIAISON_VERSION,
                                    "comments", _ ("The record of who spoke with whom"),
                                    "website", "https://github.com/liaison-app/liaison",
                                    "website-label", _ ("Sources and issues"),
                                    "authors", authors,
                                    "copyright", _ ("© The Liaison authors"),
                                    "license-type", GTK_LICENSE_GPL_3_0,
                                    "system-information", system,
                                    /* Translators: put your names here, one a line */
                                    "translator-credits", _ ("translator-credits"),
                                    NULL);

  add_sources (GTK_ABOUT_DIALOG (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}
