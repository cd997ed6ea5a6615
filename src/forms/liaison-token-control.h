/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-control.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_TOKEN_CONTROL (liaison_token_control_get_type ())

/**
 * LiaisonTokenControl:
 *
 * A value of a vocabulary, as a drop-down; forms of engagement have their icons.  Typing the beginning of a label chooses it without
 * opening the list.
 */
G_DECLARE_FINAL_TYPE (LiaisonTokenControl, liaison_token_control, LIAISON, TOKEN_CONTROL, GtkWidget)

/**
 * liaison_token_control_new:
 * @required: whether a value is needed; otherwise the first item is "not stated"
 */
LiaisonControl *liaison_token_control_new       (const LiaisonVocabulary *vocabulary, gboolean required);

/* The chosen value; 0 where there is none. */
int             liaison_token_control_get_value (LiaisonTokenControl *self);
void            liaison_token_control_set_value (LiaisonTokenControl *self, int value);

G_END_DECLS
