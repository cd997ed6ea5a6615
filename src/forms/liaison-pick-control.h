/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-control.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_PICK_CONTROL (liaison_pick_control_get_type ())

/**
 * LiaisonPickControl:
 *
 * A country, or a link to another record, chosen by typing a part of its name.  An organisation that is not on record yet can be added
 * with its name and kind; it is stored with the draft.
 */
G_DECLARE_FINAL_TYPE (LiaisonPickControl, liaison_pick_control, LIAISON, PICK_CONTROL, GtkWidget)

LiaisonControl *liaison_pick_control_new (LiaisonKind kind, guint field);

G_END_DECLS
