/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * liaison_about_show:
 * @parent: (nullable): the window that it belongs to
 *
 * Tells of the program: who made it, under which licence, and what it runs on, for those who report a fault. Nothing of the store is told.
 */
void  liaison_about_show            (GtkWindow *parent);

/**
 * liaison_about_describe_system:
 *
 * Returns: (transfer full): what the program runs on, a line each: versions, the desktop, how things look
 */
char *liaison_about_describe_system (void);

G_END_DECLS
