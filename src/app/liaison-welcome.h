/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_WELCOME (liaison_welcome_get_type ())

/**
 * LiaisonWelcome:
 *
 * What a window shows while it has no store: the sample, a new store, opening one, and those opened lately.
 *
 * Signal "open" (a path): a person chose a store that was opened lately.
 */
G_DECLARE_FINAL_TYPE (LiaisonWelcome, liaison_welcome, LIAISON, WELCOME, GtkWidget)

/**
 * liaison_welcome_set_recent:
 * @paths: paths of stores, ended by %NULL
 */
void liaison_welcome_set_recent (LiaisonWelcome     *self,
                                 const char *const  *paths);

G_END_DECLS
