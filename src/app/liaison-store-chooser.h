/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-file-chooser.h"

G_BEGIN_DECLS

/**
 * liaison_store_chooser_open:
 * @parent: (nullable): the window to ask over
 *
 * Asks which store to open.
 */
void liaison_store_chooser_open (GtkWindow          *parent,
                                 LiaisonFileChosen  chosen,
                                 gpointer            user_data);

/**
 * liaison_store_chooser_save:
 * @parent: (nullable): the window to ask over
 *
 * Asks where to make a new store. The name that is given back ends in .liaison.
 */
void liaison_store_chooser_save (GtkWindow          *parent,
                                 LiaisonFileChosen  chosen,
                                 gpointer            user_data);

/**
 * liaison_store_chooser_save_copy:
 * @parent: (nullable): the window to ask over
 * @name: of the store that is copied
 * @free_data: (nullable): called with @user_data when the question is over
 *
 * Asks where to save a copy of a store. The name that is given back ends in .liaison.
 */
void liaison_store_chooser_save_copy (GtkWindow          *parent,
                                      const char         *name,
                                      LiaisonFileChosen   chosen,
                                      gpointer            user_data,
                                      GDestroyNotify      free_data);

G_END_DECLS
