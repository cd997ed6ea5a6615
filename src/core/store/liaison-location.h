/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * liaison_location_needs_copy:
 * @path: of a store
 *
 * Tells whether a store lies where SQLite cannot lock it and must therefore never open it: under the document portal, which shows a
 * sandbox single files ($XDG_RUNTIME_DIR/doc, /run/user/UID/doc, /run/flatpak/doc), or on a remote file system.  May block on a slow
 * file system.  Where the person's data folder is remote itself, remote stores are opened in place.
 *
 * Returns: whether a copy of it has to be opened instead
 */
gboolean liaison_location_needs_copy   (const char *path);

/**
 * liaison_location_make_scratch:
 *
 * Returns: (transfer full): where no file stands yet and SQLite can work, in the person's data folder; %NULL with an error where that folder
 *   cannot be made
 */
char    *liaison_location_make_scratch (GError **error);

G_END_DECLS
