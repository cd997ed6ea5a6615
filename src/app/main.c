/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-application.h"
#include "liaison-cli.h"
#include "liaison-preferences.h"
#include "liaison-settings.h"

#include "liaison-config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>

/* A report is published in the same style from the command line as from the window. What other verbs print depends on no settings. */
static void
follow_publisher (const char *verb)
{
  g_autoptr (GSettings) settings = g_str_equal (verb, "report") ? liaison_settings_new () : NULL;

  liaison_preferences_follow (settings);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (LiaisonApplication) application = NULL;
  const char *locales = g_getenv ("LIAISON_LOCALEDIR"); /* set where it runs from the folder in which it was built */

  /* A write beyond a limit shall fail as one on a full disk does, and not end the program in the middle of it. */
  signal (SIGXFSZ, SIG_IGN);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locales != NULL ? locales : LIAISON_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* GTK starts only where a window is wanted: the verbs need no display. */
  if (argc > 1 && liaison_cli_is_verb (argv[1]))
    {
      follow_publisher (argv[1]);
      return liaison_cli_main (argc, argv);
    }

  application = liaison_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
