/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-control.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_LINKS_CONTROL (liaison_links_control_get_type ())

/**
 * LiaisonLinksControl:
 *
 * Records or countries that a field names, as chips, and an entry to pick another one; a topic that is not there yet can be added.
 * Backspace in the empty entry takes the last one away.
 */
G_DECLARE_FINAL_TYPE (LiaisonLinksControl, liaison_links_control, LIAISON, LINKS_CONTROL, GtkWidget)

/**
 * liaison_links_control_new:
 * @field: a field of @kind that is of links, or a list of codes of countries
 *
 * Returns: (transfer floating): the control
 */
LiaisonControl *liaison_links_control_new (LiaisonKind kind, guint field);

G_END_DECLS
