/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-control.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_LINES_CONTROL (liaison_lines_control_get_type ())

/**
 * LiaisonLinesControl:
 *
 * Edits a field that holds several texts: an entry for each, and an empty one below them for the next.
 */
G_DECLARE_FINAL_TYPE (LiaisonLinesControl, liaison_lines_control, LIAISON, LINES_CONTROL, GtkWidget)

/**
 * liaison_lines_control_new:
 * @purpose: what is typed
 */
LiaisonControl *liaison_lines_control_new       (GtkInputPurpose purpose);

/**
 * liaison_lines_control_set_label:
 * @label: what the first of the texts is called; the others have their number behind it
 */
void            liaison_lines_control_set_label (LiaisonLinesControl *self, const char *label);

G_END_DECLS
