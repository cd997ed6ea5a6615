/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-location.h"

#include "liaison-error.h"
#include "liaison-uuid.h"

#include "liaison-config.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
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

char *
liaison_location_make_scratch (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "liaison", "working", NULL);
  g_autofree char *uuid = liaison_uuid_new ();
  g_autofree char *name = g_strdup_printf (".liaison-%s", uuid);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_build_filename (folder, name, NULL);

  g_set_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED, _("The folder “%s” cannot be made: %s."), folder, g_strerror (errno));

  return NULL;
}
