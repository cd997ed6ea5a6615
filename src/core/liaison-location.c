/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-location.h"

#include <gio/gio.h>
#include <string.h>

static gboolean
is_inside (const char *path,
           const char *folder)
{
  return g_str_has_prefix (path, folder) && (path[strlen (folder)] == G_DIR_SEPARATOR || path[strlen (folder)] == '\0');
}

static gboolean
is_in_portal (const char *path)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", NULL);
  g_autoptr (GPatternSpec) of_anybody = g_pattern_spec_new ("/run/user/*/doc/*");

  return is_inside (path, folder) || is_inside (path, "/run/flatpak/doc") || g_pattern_spec_match_string (of_anybody, path);
}

static gboolean
is_remote (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);

  return info != NULL && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

gboolean
liaison_location_needs_copy (const char *path)
{
  g_autofree char *canonical = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  canonical = g_canonicalize_filename (path, NULL);

  if (is_in_portal (canonical))
    return TRUE;

  /* Where all that the person has is remote, a copy would be no better off. */
  return is_remote (canonical) && !is_remote (g_get_user_data_dir ());
}
