/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_CLAMP (liaison_clamp_get_type ())

/**
 * LiaisonClamp:
 *
 * Keeps its child from growing wider than one can read, and in the middle of what is left. Its height follows its width, never the other
 * way round.
 *
 * Properties: child, maximum (its greatest width in application pixels).
 */
G_DECLARE_FINAL_TYPE (LiaisonClamp, liaison_clamp, LIAISON, CLAMP, GtkWidget)

G_END_DECLS
