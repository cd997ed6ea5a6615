/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-control.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_TOPICS_CONTROL (liaison_topics_control_get_type ())

/**
 * LiaisonTopicsControl:
 *
 * The topics of an engagement, as chips, and an entry to pick or add another one.  Backspace in the empty entry takes the last one away.
 */
G_DECLARE_FINAL_TYPE (LiaisonTopicsControl, liaison_topics_control, LIAISON, TOPICS_CONTROL, GtkWidget)

LiaisonControl *liaison_topics_control_new (void);

G_END_DECLS
