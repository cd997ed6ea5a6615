/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-control.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_PROSE_CONTROL (liaison_prose_control_get_type ())

/**
 * LiaisonProseControl:
 *
 * Prose.  It grows with what it holds; Tab leaves it.
 */
G_DECLARE_FINAL_TYPE (LiaisonProseControl, liaison_prose_control, LIAISON, PROSE_CONTROL, GtkWidget)

LiaisonControl *liaison_prose_control_new (void);

G_END_DECLS
