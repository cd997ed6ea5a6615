/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LiaisonFileChosen:
 * @path: the path that was chosen
 *
 * Called when a person has chosen; never when they have not.
 */
typedef void (*LiaisonFileChosen) (const char *path, gpointer user_data);

/**
 * liaison_file_chooser_ask:
 * @chooser: (transfer full): what asks
 * @suffix: (nullable): what a name to save under shall end in, and what is offered first: ".liaison"
 * @kind: (nullable): what files with this suffix are called: "Liaison stores"
 * @free_data: (nullable): called with @user_data when the question is over
 *
 * Asks for a file that has a path. The chooser is no widget and nobody else holds it: it lives until it is answered.
 */
void liaison_file_chooser_ask (GtkFileChooserNative *chooser,
                               const char           *suffix,
                               const char           *kind,
                               LiaisonFileChosen     chosen,
                               gpointer              user_data,
                               GDestroyNotify        free_data);

G_END_DECLS
