/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-control.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_PRECISION_CONTROL (liaison_precision_control_get_type ())

/**
 * LiaisonPrecisionControl:
 *
 * How sure the date of an engagement is: as exact as it is written, about, or between its start and its end.
 */
G_DECLARE_FINAL_TYPE (LiaisonPrecisionControl, liaison_precision_control, LIAISON, PRECISION_CONTROL, GtkWidget)

LiaisonControl *liaison_precision_control_new (void);

G_END_DECLS
