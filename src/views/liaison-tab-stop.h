/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * liaison_tab_stop_unite:
 * @list: a #GtkListBox of rows to choose from, as a sidebar, a #GtkListView or a #GtkColumnView
 *
 * Makes a list one stop of the Tab key: the arrow keys go through its rows, Tab leaves it. GTK's own goes from row to row.
 */
void liaison_tab_stop_unite (GtkWidget *list);

G_END_DECLS
