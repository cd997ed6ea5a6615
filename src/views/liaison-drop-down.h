/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * liaison_drop_down_name:
 * @drop_down: of strings
 * @caption: what is chosen by it
 *
 * Names the drop-down by the caption, and the button inside, which takes the focus and has no name of its own, by that and what is chosen:
 * "How: Set to". Called again, it names them anew.
 */
void liaison_drop_down_name (GtkDropDown *drop_down, const char *caption);

/**
 * liaison_drop_down_add_typing:
 * @drop_down: of a #GtkStringList
 *
 * Lets letters that are typed while it has the focus choose the next item that begins with them.
 */
void liaison_drop_down_add_typing (GtkDropDown *drop_down);

G_END_DECLS
