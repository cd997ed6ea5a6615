/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * liaison_focus_order_move:
 * @widget: a widget that holds others
 * @direction: where the focus shall go
 *
 * The focus function of a widget class whose children have the focus in the order in which they were put in.  By itself GTK goes by their
 * places, which depend on what they hold, and stays where a class has a grab_focus function of its own.
 *
 * Returns: whether the focus is in @widget now
 */
gboolean liaison_focus_order_move (GtkWidget *widget, GtkDirectionType direction);

G_END_DECLS
