/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-control.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FLAG_CONTROL (liaison_flag_control_get_type ())

/**
 * LiaisonFlagControl:
 *
 * Yes or no, as a check button that carries the name of the field itself.
 */
G_DECLARE_FINAL_TYPE (LiaisonFlagControl, liaison_flag_control, LIAISON, FLAG_CONTROL, GtkWidget)

LiaisonControl *liaison_flag_control_new       (void);

/**
 * liaison_flag_control_set_label:
 * @label: the name of the field, with an underscore before its mnemonic
 */
void            liaison_flag_control_set_label (LiaisonFlagControl *self, const char *label);

G_END_DECLS
