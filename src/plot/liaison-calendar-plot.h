/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-chart-kind.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_CALENDAR_PLOT (liaison_calendar_plot_get_type ())

/**
 * LiaisonCalendarPlot:
 *
 * Engagements by day: a year is a row of weeks, or two or four of them where there is less room, and a day is a cell, the darker the more took
 * place.  What is planned is hatched.  A mark's row is a day on which there is something, its column 0 for what was held and 1 for what is planned.
 */
G_DECLARE_FINAL_TYPE (LiaisonCalendarPlot, liaison_calendar_plot, LIAISON, CALENDAR_PLOT, LiaisonPlot)

extern const LiaisonChartKind liaison_calendar_chart;

G_END_DECLS
