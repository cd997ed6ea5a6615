/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-plot-theme.h"

#include <math.h>

#define LEAST_MARK_CONTRAST 3.0
#define LEAST_TEXT_CONTRAST 4.5
#define PATTERN_STEP 6.0
#define PATTERN_WIDTH 1.2
#define PATTERN_STRENGTH 0.45
#define STRONG_PATTERN 0.85
#define HATCH_STRENGTH 0.3
#define FULL_SHADE_CONTRAST 5.5
#define LEAST_SHADE 0.12

typedef enum { PATTERN_SOLID, PATTERN_RISING, PATTERN_DOTS, PATTERN_LEVEL, PATTERN_CROSS, PATTERN_UPRIGHT, PATTERN_FALLING, PATTERN_SQUARES } Pattern;

/* Okabe and Ito, "Color Universal Design" (2008): told apart with the common colour blindnesses. */
static const struct
{
  LiaisonColour colour;
  Pattern       pattern;
} styles[LIAISON_PLOT_N_STYLES] = {
  { { 0.000, 0.447, 0.698 }, PATTERN_SOLID },
  { { 0.902, 0.624, 0.000 }, PATTERN_RISING },
  { { 0.600, 0.600, 0.600 }, PATTERN_DOTS },
  { { 0.000, 0.620, 0.451 }, PATTERN_LEVEL },
  { { 0.800, 0.475, 0.655 }, PATTERN_CROSS },
  { { 0.941, 0.894, 0.259 }, PATTERN_UPRIGHT },
  { { 0.835, 0.369, 0.000 }, PATTERN_FALLING },
  { { 0.337, 0.706, 0.914 }, PATTERN_SQUARES },
};

/* Of GTK's default theme: the background and the text of content, and what is chosen. */
static const LiaisonColour looks[][3] = {
  [LIAISON_PLOT_LIGHT] = { { 1, 1, 1 }, { 0.180, 0.204, 0.212 }, { 0.208, 0.518, 0.894 } },
  [LIAISON_PLOT_DARK] = { { 0.176, 0.176, 0.176 }, { 1, 1, 1 }, { 0.208, 0.518, 0.894 } },
  [LIAISON_PLOT_CONTRAST] = { { 1, 1, 1 }, { 0, 0, 0 }, { 0.106, 0.416, 0.796 } },
  [LIAISON_PLOT_PRINT] = { { 1, 1, 1 }, { 0, 0, 0 }, { 0, 0, 0 } },
};

LiaisonColour
liaison_colour_mix (LiaisonColour a,
                    LiaisonColour b,
                    double        share)
{
  return (LiaisonColour) {
    a.red + (b.red - a.red) * share,
    a.green + (b.green - a.green) * share,
    a.blue + (b.blue - a.blue) * share,
  };
}

void
liaison_colour_set (cairo_t       *cr,
                    LiaisonColour  colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

static double
linearise (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (LiaisonColour colour)
{
  return 0.2126 * linearise (colour.red) + 0.7152 * linearise (colour.green) + 0.0722 * linearise (colour.blue);
}

double
liaison_colour_get_contrast (LiaisonColour a,
                             LiaisonColour b)
{
  double first = get_luminance (a);
  double second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/* Moves @colour towards @pole until it stands out from @background by @least. */
static LiaisonColour
make_stand_out (LiaisonColour colour,
                LiaisonColour background,
                LiaisonColour pole,
                double        least)
{
  LiaisonColour result = colour;

  for (double share = 0.0; share <= 1.0 && liaison_colour_get_contrast (result, background) < least; share += 0.02)
    result = liaison_colour_mix (colour, pole, share);

  return result;
}

void
liaison_plot_theme_init (LiaisonPlotTheme *theme,
                         LiaisonColour     background,
                         LiaisonColour     text,
                         LiaisonColour     accent)
{
  theme->background = background;
  theme->text = text;
  theme->accent = accent;
  theme->dark = get_luminance (background) < get_luminance (text);
  theme->dim = make_stand_out (liaison_colour_mix (text, background, 0.4), background, text, LEAST_TEXT_CONTRAST);
  theme->grid = liaison_colour_mix (background, text, 0.14);
  theme->strong = FALSE;
}

void
liaison_plot_theme_init_look (LiaisonPlotTheme *theme,
                              LiaisonPlotLook   look)
{
  g_return_if_fail (look < G_N_ELEMENTS (looks));

  liaison_plot_theme_init (theme, looks[look][0], looks[look][1], looks[look][2]);
  theme->strong = look == LIAISON_PLOT_CONTRAST || look == LIAISON_PLOT_PRINT;
}

static const LiaisonColour black = { 0, 0, 0 }, white = { 1, 1, 1 };

LiaisonColour
liaison_plot_theme_get_colour (const LiaisonPlotTheme *theme,
                               guint                   style)
{
  return make_stand_out (styles[style % G_N_ELEMENTS (styles)].colour, theme->background, theme->dark ? white : black, LEAST_MARK_CONTRAST);
}

LiaisonColour
liaison_plot_theme_get_shade (const LiaisonPlotTheme *theme,
                              double                  share)
{
  LiaisonColour full = make_stand_out (styles[0].colour, theme->background, theme->dark ? white : black, FULL_SHADE_CONTRAST);

  return liaison_colour_mix (theme->background, full, LEAST_SHADE + (1 - LEAST_SHADE) * CLAMP (share, 0, 1));
}

LiaisonColour
liaison_plot_theme_get_ink (const LiaisonPlotTheme *theme,
                            LiaisonColour           ground)
{
  if (liaison_colour_get_contrast (theme->text, ground) >= LEAST_TEXT_CONTRAST)
    return theme->text;

  return liaison_colour_get_contrast (white, ground) > liaison_colour_get_contrast (black, ground) ? white : black;
}

static void
add_lines (cairo_t *cr,
           double   x0,
           double   y0,
           double   x1,
           double   y1,
           Pattern  pattern)
{
  double height = y1 - y0;

  /* Lines start at multiples of the step, so that neighbouring marks of one group look like one. */
  if (pattern == PATTERN_LEVEL || pattern == PATTERN_SQUARES)
    {
      for (double y = floor (y0 / PATTERN_STEP) * PATTERN_STEP; y < y1; y += PATTERN_STEP)
        {
          cairo_move_to (cr, x0, y);
          cairo_line_to (cr, x1, y);
        }
    }
  if (pattern == PATTERN_UPRIGHT || pattern == PATTERN_SQUARES)
    {
      for (double x = floor (x0 / PATTERN_STEP) * PATTERN_STEP; x < x1; x += PATTERN_STEP)
        {
          cairo_move_to (cr, x, y0);
          cairo_line_to (cr, x, y1);
        }
    }
  if (pattern == PATTERN_RISING || pattern == PATTERN_CROSS)
    {
      for (double x = floor ((x0 - height) / PATTERN_STEP) * PATTERN_STEP; x < x1; x += PATTERN_STEP)
        {
          cairo_move_to (cr, x, y1);
          cairo_line_to (cr, x + height, y0);
        }
    }
  if (pattern == PATTERN_FALLING || pattern == PATTERN_CROSS)
    {
      for (double x = floor ((x0 - height) / PATTERN_STEP) * PATTERN_STEP; x < x1; x += PATTERN_STEP)
        {
          cairo_move_to (cr, x, y0);
          cairo_line_to (cr, x + height, y1);
        }
    }
}

static void
add_dots (cairo_t *cr,
          double   x0,
          double   y0,
          double   x1,
          double   y1)
{
  for (double y = floor (y0 / PATTERN_STEP) * PATTERN_STEP; y < y1; y += PATTERN_STEP)
    {
      for (double x = floor (x0 / PATTERN_STEP) * PATTERN_STEP; x < x1; x += PATTERN_STEP)
        {
          cairo_move_to (cr, x, y);
          cairo_line_to (cr, x, y);
        }
    }
}

static void
draw_pattern (cairo_t *cr,
              Pattern  pattern)
{
  double x0, y0, x1, y1;

  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  cairo_save (cr);
  cairo_clip (cr);
  if (pattern == PATTERN_DOTS)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_width (cr, PATTERN_WIDTH * 2);
      add_dots (cr, x0, y0, x1, y1);
    }
  else if (pattern != PATTERN_SOLID)
    {
      cairo_set_line_width (cr, PATTERN_WIDTH);
      add_lines (cr, x0, y0, x1, y1, pattern);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
liaison_plot_theme_fill (const LiaisonPlotTheme *theme,
                         cairo_t                *cr,
                         guint                   style)
{
  Pattern pattern = (styles[style % G_N_ELEMENTS (styles)].pattern + style / G_N_ELEMENTS (styles)) % (PATTERN_SQUARES + 1);

  liaison_colour_set (cr, liaison_plot_theme_get_colour (theme, style));
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, theme->background.red, theme->background.green, theme->background.blue,
                         theme->strong ? STRONG_PATTERN : PATTERN_STRENGTH);
  draw_pattern (cr, pattern);
}

void
liaison_plot_theme_fill_planned (const LiaisonPlotTheme *theme,
                                 cairo_t                *cr)
{
  liaison_colour_set (cr, theme->dim);
  cairo_set_line_width (cr, 1);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgba (cr, theme->dim.red, theme->dim.green, theme->dim.blue, STRONG_PATTERN);
  draw_pattern (cr, PATTERN_RISING);
}

void
liaison_plot_theme_fill_blank (const LiaisonPlotTheme *theme,
                               cairo_t                *cr)
{
  cairo_path_t *path;

  liaison_colour_set (cr, theme->strong ? theme->background : theme->grid);
  cairo_fill_preserve (cr);
  if (!theme->strong)
    return;

  path = cairo_copy_path (cr);
  liaison_colour_set (cr, liaison_colour_mix (theme->background, theme->text, HATCH_STRENGTH));
  draw_pattern (cr, PATTERN_RISING);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
}
