/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * liaison_entry_read_from_left:
 * @entry: where a date is typed
 *
 * Writes what is typed from left to right also where other texts are mirrored, though it stands at the right there: days and times of day are
 * read so everywhere, as ISO 8601 writes them. While it has the focus, GTK goes by the keyboard until a letter comes.
 */
void liaison_entry_read_from_left (GtkEditable *entry);

G_END_DECLS
