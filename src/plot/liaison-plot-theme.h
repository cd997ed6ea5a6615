/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

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
 * @strong: whether patterns are to be seen as well as colours: in print, and where the person needs contrast
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
  gboolean      strong;
} LiaisonPlotTheme;

/**
 * LiaisonPlotLook:
 * @LIAISON_PLOT_LIGHT: dark on light
 * @LIAISON_PLOT_DARK: light on dark
 * @LIAISON_PLOT_CONTRAST: black on white, with the strongest patterns
 * @LIAISON_PLOT_PRINT: the same on the white of paper
 *
 * How a plot that is not in a window may look.
 */
typedef enum { LIAISON_PLOT_LIGHT, LIAISON_PLOT_DARK, LIAISON_PLOT_CONTRAST, LIAISON_PLOT_PRINT } LiaisonPlotLook;

/**
 * liaison_plot_theme_init_look:
 *
 * Takes the colours of GTK's default theme.
 */
void          liaison_plot_theme_init_look      (LiaisonPlotTheme *theme, LiaisonPlotLook look);

/**
 * liaison_plot_theme_init:
 * @background: what the plot is drawn on
 * @text: the colour of text on it
 * @accent: the colour of what is chosen
 *
 * Derives the other colours from these three.
 */
void          liaison_plot_theme_init           (LiaisonPlotTheme *theme, LiaisonColour background, LiaisonColour text, LiaisonColour accent);

/* How many styles there are; further ones begin again with other patterns. */
#define LIAISON_PLOT_N_STYLES 8

/**
 * liaison_plot_theme_get_colour:
 * @style: what it stands for, counted from 0: the same value has the same style everywhere
 *
 * The colour of a style: Okabe and Ito's palette, made darker or lighter until it stands out 3:1 from the background (WCAG 2.1, 1.4.11).
 */
LiaisonColour liaison_plot_theme_get_colour     (const LiaisonPlotTheme *theme, guint style);

/**
 * liaison_plot_theme_fill:
 *
 * Fills the current path with the style's colour and its pattern, the second channel for those who do not tell the colours apart.
 */
void          liaison_plot_theme_fill           (const LiaisonPlotTheme *theme, cairo_t *cr, guint style);

/* Fills the current path with what is not yet so: hatched, with an outline. */
void          liaison_plot_theme_fill_planned   (const LiaisonPlotTheme *theme, cairo_t *cr);

/* Fills the current path, and keeps it, with what has no figure: pale, and hatched where patterns are to be seen. */
void          liaison_plot_theme_fill_blank     (const LiaisonPlotTheme *theme, cairo_t *cr);

/**
 * liaison_plot_theme_get_shade:
 * @share: from 0 to 1
 *
 * Returns: a colour for a figure among others, the stronger the greater; already the least stands out from the background
 */
LiaisonColour liaison_plot_theme_get_shade      (const LiaisonPlotTheme *theme, double share);

/* Returns: the colour of text on @ground, black or white, or the theme's where that can be read as well */
LiaisonColour liaison_plot_theme_get_ink        (const LiaisonPlotTheme *theme, LiaisonColour ground);

/* @share of 0 is @a, of 1 @b. */
LiaisonColour liaison_colour_mix                (LiaisonColour a, LiaisonColour b, double share);
void          liaison_colour_set                (cairo_t *cr, LiaisonColour colour);

/**
 * liaison_colour_get_contrast:
 *
 * Returns: the contrast ratio of two colours, 1 to 21 (WCAG 2.1, "contrast ratio")
 */
double        liaison_colour_get_contrast       (LiaisonColour a, LiaisonColour b);

G_END_DECLS
