/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * liaison_inscription_show:
 * @xalign: where the text stands, from 0 at the beginning of the line to 1 at its end, in the direction of @self
 *
 * Shows a text.  Pango lets one that is written in the other direction than the window, as Latin names in an Arabic one, stand at the other
 * end (https://docs.gtk.org/Pango/method.Layout.set_auto_dir.html); here all texts of a column stand under each other and under its head.
 */
void liaison_inscription_show (GtkInscription *self, const char *text, float xalign);

G_END_DECLS
