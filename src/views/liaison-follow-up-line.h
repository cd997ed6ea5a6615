/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-follow-ups.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_FOLLOW_UP_LINE (liaison_follow_up_line_get_type ())

/**
 * LiaisonFollowUpLine:
 *
 * A follow-up in a list of them: a box to tick, what is to be done, by when and whom, and the engagement that it comes from.
 *
 * Signal "ticked" (done): the person has ticked it, or taken the tick away.
 */
G_DECLARE_FINAL_TYPE (LiaisonFollowUpLine, liaison_follow_up_line, LIAISON, FOLLOW_UP_LINE, GtkListBoxRow)

/**
 * liaison_follow_up_line_new:
 * @follow_up: what is shown; copied
 * @editable: whether it can be ticked
 *
 * Returns: (transfer floating): a row
 */
GtkWidget  *liaison_follow_up_line_new            (const LiaisonFollowUp *follow_up, gboolean editable);

const char *liaison_follow_up_line_get_uuid       (LiaisonFollowUpLine *self);
const char *liaison_follow_up_line_get_text       (LiaisonFollowUpLine *self);
const char *liaison_follow_up_line_get_engagement (LiaisonFollowUpLine *self);

/* Which of the heads of the list it stands under, translated. */
const char *liaison_follow_up_line_get_head       (LiaisonFollowUpLine *self);

/* Moves the focus to the box that is ticked. */
void        liaison_follow_up_line_focus_tick     (LiaisonFollowUpLine *self);
gboolean    liaison_follow_up_line_has_tick_focus (LiaisonFollowUpLine *self);

G_END_DECLS
