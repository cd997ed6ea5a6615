/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * liaison_announce:
 * @widget: a widget of the window in which something happened
 * @message: what happened, for people
 *
 * Lets a screen reader say @message, which appears where the focus is not. GTK 4.8 has no way to announce, but tells of a changed
 * description: that of the widget that has the focus is set, and taken back when the focus leaves it, for liaison_describe()'s.
 */
void liaison_announce (GtkWidget  *widget,
                       const char *message);

/**
 * liaison_describe:
 * @widget: a widget that can have the focus
 * @text: (nullable): what a screen reader says of it after its name; %NULL for nothing
 *
 * Sets the description of a widget in which something may be announced: it is there again when that is over.
 */
void liaison_describe (GtkWidget  *widget,
                       const char *text);

G_END_DECLS
