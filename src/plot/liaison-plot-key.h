/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-plot.h"

G_BEGIN_DECLS

/**
 * LiaisonPlotKey:
 *
 * What the styles of a plot stand for, in as many lines over it as are needed.
 */
typedef struct _LiaisonPlotKey LiaisonPlotKey;

LiaisonPlotKey *liaison_plot_key_new   (void);
void            liaison_plot_key_free  (LiaisonPlotKey *key);

/* A style of planned engagements. */
#define LIAISON_PLOT_STYLE_PLANNED G_MAXUINT

/* A line, as a moving average is drawn. */
#define LIAISON_PLOT_STYLE_LINE (G_MAXUINT - 1)

/* What nothing is known of, as liaison_plot_theme_fill_blank() fills it. */
#define LIAISON_PLOT_STYLE_BLANK (G_MAXUINT - 2)

void            liaison_plot_key_add   (LiaisonPlotKey *key, guint style, const char *label);

/* Adds a shade: @share as for liaison_plot_theme_get_shade(). */
void            liaison_plot_key_add_shade (LiaisonPlotKey *key, double share, const char *label);

/**
 * liaison_plot_key_place:
 *
 * Returns: the height that it takes, with the distance to what is under it; 0 where it is empty
 */
double          liaison_plot_key_place (LiaisonPlotKey *key, LiaisonPlot *plot);
void            liaison_plot_key_draw  (LiaisonPlotKey *key, LiaisonPlot *plot, cairo_t *cr, const LiaisonPlotTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonPlotKey, liaison_plot_key_free)

G_END_DECLS
