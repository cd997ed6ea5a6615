/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * liaison_mnemonics_strip:
 * @widget: a widget, a whole template for example
 *
 * Takes the underscores out of what a screen reader is told: GTK 4.8 names a button by its label as it was written, "_Cancel", and by the
 * label inside it once more. To be called when the labels have been set.
 */
void liaison_mnemonics_strip (GtkWidget *widget);

G_END_DECLS
