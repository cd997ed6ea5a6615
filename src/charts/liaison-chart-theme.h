/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-plot-theme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * liaison_chart_get_theme:
 * @theme: (out): the colours that a plot is drawn with in a widget
 */
void liaison_chart_get_theme (GtkWidget *widget, LiaisonPlotTheme *theme);

G_END_DECLS
