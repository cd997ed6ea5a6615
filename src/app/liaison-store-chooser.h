/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LiaisonStoreChosen:
 * @path: the path that was chosen
 *
 * Called when a person has chosen; never when they have not.
 */
typedef void (*LiaisonStoreChosen) (const char *path, gpointer user_data);

/**
 * liaison_store_chooser_open:
 * @parent: (nullable): the window to ask over
 *
 * Asks which store to open.
 */
void liaison_store_chooser_open (GtkWindow          *parent,
                                 LiaisonStoreChosen  chosen,
                                 gpointer            user_data);

/**
 * liaison_store_chooser_save:
 * @parent: (nullable): the window to ask over
 *
 * Asks where to make a new store. The name that is given back ends in .liaison.
 */
void liaison_store_chooser_save (GtkWindow          *parent,
                                 LiaisonStoreChosen  chosen,
                                 gpointer            user_data);

G_END_DECLS
