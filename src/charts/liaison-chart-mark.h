/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_CHART_MARK (liaison_chart_mark_get_type ())

/**
 * LiaisonChartMark:
 *
 * What stands for the current mark of a chart to the keyboard and to a screen reader: GTK 4.8 cannot expose what is only drawn, so one
 * focusable child moves from mark to mark and takes the mark's name.  It draws nothing.
 */
G_DECLARE_FINAL_TYPE (LiaisonChartMark, liaison_chart_mark, LIAISON, CHART_MARK, GtkWidget)

GtkWidget *liaison_chart_mark_new       (void);

/**
 * liaison_chart_mark_set_label:
 * @label: the mark as a sentence
 */
void       liaison_chart_mark_set_label (LiaisonChartMark *self, const char *label);

G_END_DECLS
