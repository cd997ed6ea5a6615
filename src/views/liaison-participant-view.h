/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-engagement-detail.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * liaison_participant_view_new:
 * @participant: who took part; not kept
 *
 * Shows one who took part in an engagement: the name, which leads to the contact or the organisation; the title as of that day; the
 * organisation and the seat; and the role and the attendance where they are not the rule.
 *
 * Returns: (transfer floating): a widget
 */
GtkWidget *liaison_participant_view_new (const LiaisonParticipantDetail *participant);

G_END_DECLS
