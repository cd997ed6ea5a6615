/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_APPLICATION (liaison_application_get_type ())

/**
 * LiaisonApplication:
 *
 * The program with a window: `liaison [STORE]`. Without a store it opens the one that was opened last. The verbs of the command line
 * never come here.
 */
G_DECLARE_FINAL_TYPE (LiaisonApplication, liaison_application, LIAISON, APPLICATION, GtkApplication)

LiaisonApplication *liaison_application_new (void);

G_END_DECLS
