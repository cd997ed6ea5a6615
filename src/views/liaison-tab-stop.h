/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * liaison_tab_stop_unite:
 * @list: a list of rows to choose from, as a sidebar
 *
 * Makes a list one stop of the Tab key: the arrow keys go through its rows, Tab leaves it. GTK's own goes from row to row.
 */
void liaison_tab_stop_unite (GtkListBox *list);

G_END_DECLS
