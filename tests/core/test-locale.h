/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <glib/gstdio.h>
#include <locale.h>

/*
 * Locales for tests of what depends on them. A test machine has none but C.UTF-8, so they are made
 * from their sources where these are (the package locales), in a folder that goes with the test.
 */

static char *test_locale_folder;

static inline void
test_locale_remove (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      test_locale_remove (child);
    }

  g_remove (path);
}

/* Goes back to the locale that every test starts with. */
static inline void
test_locale_leave (void)
{
  g_assert_nonnull (setlocale (LC_ALL, "C.UTF-8"));
  g_unsetenv ("LANGUAGE");
  g_unsetenv ("LOCPATH");
  if (test_locale_folder != NULL)
    test_locale_remove (test_locale_folder);
  g_clear_pointer (&test_locale_folder, g_free);
}

/* Enters a locale such as "de_DE"; where it cannot be made, the test is marked as skipped. */
static inline gboolean
test_locale_enter (const char *name)
{
  g_autofree char *full_name = g_strconcat (name, ".UTF-8", NULL);
  g_autofree char *path = NULL;
  const char *argv[] = { "localedef", "--no-archive", "-i", name, "-f", "UTF-8", NULL, NULL };
  int status = 0;

  test_locale_folder = g_dir_make_tmp ("liaison-locale-XXXXXX", NULL);
  g_assert_nonnull (test_locale_folder);
  path = g_build_filename (test_locale_folder, full_name, NULL);
  argv[6] = path;

  if (!g_spawn_sync (NULL, (char **) argv, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, &status, NULL) ||
      !g_spawn_check_wait_status (status, NULL))
    {
      test_locale_leave ();
      g_test_skip ("localedef or the sources of the locale are not installed");
      return FALSE;
    }

  g_setenv ("LOCPATH", test_locale_folder, TRUE);
  g_unsetenv ("LC_ALL");
  g_assert_nonnull (setlocale (LC_ALL, full_name));

  return TRUE;
}
