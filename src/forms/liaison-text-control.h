/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-control.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_TEXT_CONTROL (liaison_text_control_get_type ())

/**
 * LiaisonTextControl:
 *
 * One line of text, an address, or a whole number.
 */
G_DECLARE_FINAL_TYPE (LiaisonTextControl, liaison_text_control, LIAISON, TEXT_CONTROL, GtkWidget)

LiaisonControl *liaison_text_control_new          (LiaisonFieldType type);

/**
 * liaison_text_control_set_proposal:
 * @proposal: a text that follows from other fields
 *
 * Shows @proposal as long as the person has not written anything else; a button in the entry goes back to it.
 */
void            liaison_text_control_set_proposal (LiaisonTextControl *self, const char *proposal);

/* What an empty entry stands for. */
void            liaison_text_control_set_placeholder (LiaisonTextControl *self, const char *text);

G_END_DECLS
