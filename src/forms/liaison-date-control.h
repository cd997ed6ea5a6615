/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-control.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_DATE_CONTROL (liaison_date_control_get_type ())

/**
 * LiaisonDateControl:
 *
 * A date as a person writes it (see liaison-date-entry.h), with what was understood as its hint, and a calendar.  For the start of an
 * engagement the precision is stored with it.
 */
G_DECLARE_FINAL_TYPE (LiaisonDateControl, liaison_date_control, LIAISON, DATE_CONTROL, GtkWidget)

LiaisonControl *liaison_date_control_new (void);

G_END_DECLS
