/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-tokens.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct
{
  double red;
  double green;
  double blue;
} LiaisonColour;

/**
 * LiaisonPlotTheme:
 * @background: what the plot is drawn on; it is not painted
 * @text: labels
 * @dim: axis and secondary labels, at least 4.5:1 on @background
 * @grid: hairlines
 * @accent: the focused mark's outline
 *
 * The colours of a plot, without GTK: a widget takes them from its style, an export uses liaison_plot_theme_init().
 */
typedef struct
{
  LiaisonColour background;
  LiaisonColour text;
  LiaisonColour dim;
  LiaisonColour grid;
  LiaisonColour accent;
  gboolean      dark;
} LiaisonPlotTheme;

/**
 * liaison_plot_theme_init:
 * @background: what the plot is drawn on
 * @text: the colour of text on it
 * @accent: the colour of what is chosen
 *
 * Derives the other colours from these three.
 */
void          liaison_plot_theme_init           (LiaisonPlotTheme *theme, LiaisonColour background, LiaisonColour text, LiaisonColour accent);

/**
 * liaison_plot_theme_get_group:
 *
 * The colour of a group: Okabe and Ito's palette, made darker or lighter until it stands out 3:1 from the background (WCAG 2.1, 1.4.11).
 */
LiaisonColour liaison_plot_theme_get_group      (const LiaisonPlotTheme *theme, LiaisonGroup group);

/**
 * liaison_plot_theme_fill_group:
 *
 * Fills the current path with the group's colour and its pattern, the second channel for those who do not tell the colours apart.
 */
void          liaison_plot_theme_fill_group     (const LiaisonPlotTheme *theme, cairo_t *cr, LiaisonGroup group);

/**
 * liaison_colour_get_contrast:
 *
 * Returns: the contrast ratio of two colours, 1 to 21 (WCAG 2.1, "contrast ratio")
 */
double        liaison_colour_get_contrast       (LiaisonColour a, LiaisonColour b);

G_END_DECLS
