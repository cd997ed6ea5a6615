/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-plot-theme.h"

#include <math.h>

#define LEAST_MARK_CONTRAST 3.0
#define LEAST_TEXT_CONTRAST 4.5
#define PATTERN_STEP 6.0
#define PATTERN_WIDTH 1.2
#define PATTERN_STRENGTH 0.45

typedef enum { PATTERN_SOLID, PATTERN_RISING, PATTERN_DOTS, PATTERN_LEVEL, PATTERN_CROSS, PATTERN_UPRIGHT, PATTERN_FALLING } Pattern;

/* Okabe and Ito, "Color Universal Design" (2008): told apart with the common colour blindnesses. */
static const struct
{
  LiaisonColour colour;
  Pattern       pattern;
} groups[] = {
  [LIAISON_GROUP_CALLS] = { { 0.000, 0.447, 0.698 }, PATTERN_SOLID },
  [LIAISON_GROUP_MEETINGS] = { { 0.902, 0.624, 0.000 }, PATTERN_RISING },
  [LIAISON_GROUP_UNSPECIFIED] = { { 0.600, 0.600, 0.600 }, PATTERN_DOTS },
  [LIAISON_GROUP_SESSIONS] = { { 0.000, 0.620, 0.451 }, PATTERN_LEVEL },
  [LIAISON_GROUP_CEREMONIES] = { { 0.800, 0.475, 0.655 }, PATTERN_CROSS },
  [LIAISON_GROUP_WRITTEN] = { { 0.941, 0.894, 0.259 }, PATTERN_UPRIGHT },
  [LIAISON_GROUP_TRAVEL] = { { 0.835, 0.369, 0.000 }, PATTERN_FALLING },
};

static LiaisonColour
mix (LiaisonColour a,
     LiaisonColour b,
     double        share)
{
  return (LiaisonColour) {
    a.red + (b.red - a.red) * share,
    a.green + (b.green - a.green) * share,
    a.blue + (b.blue - a.blue) * share,
  };
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
    result = mix (colour, pole, share);

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
  theme->dim = make_stand_out (mix (text, background, 0.4), background, text, LEAST_TEXT_CONTRAST);
  theme->grid = mix (background, text, 0.14);
}

LiaisonColour
liaison_plot_theme_get_group (const LiaisonPlotTheme *theme,
                              LiaisonGroup            group)
{
  static const LiaisonColour black = { 0, 0, 0 }, white = { 1, 1, 1 };

  g_return_val_if_fail (group > 0 && group < G_N_ELEMENTS (groups), theme->text);

  return make_stand_out (groups[group].colour, theme->background, theme->dark ? white : black, LEAST_MARK_CONTRAST);
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
  if (pattern == PATTERN_LEVEL)
    {
      for (double y = floor (y0 / PATTERN_STEP) * PATTERN_STEP; y < y1; y += PATTERN_STEP)
        {
          cairo_move_to (cr, x0, y);
          cairo_line_to (cr, x1, y);
        }
    }
  if (pattern == PATTERN_UPRIGHT)
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

void
liaison_plot_theme_fill_group (const LiaisonPlotTheme *theme,
                               cairo_t                *cr,
                               LiaisonGroup            group)
{
  LiaisonColour colour = liaison_plot_theme_get_group (theme, group);
  Pattern pattern = groups[group].pattern;
  double x0, y0, x1, y1;

  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
  cairo_fill_preserve (cr);
  if (pattern == PATTERN_SOLID)
    {
      cairo_new_path (cr);
      return;
    }

  cairo_save (cr);
  cairo_clip (cr);
  cairo_set_source_rgba (cr, theme->background.red, theme->background.green, theme->background.blue, PATTERN_STRENGTH);
  if (pattern == PATTERN_DOTS)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_width (cr, PATTERN_WIDTH * 2);
      add_dots (cr, x0, y0, x1, y1);
    }
  else
    {
      cairo_set_line_width (cr, PATTERN_WIDTH);
      add_lines (cr, x0, y0, x1, y1, pattern);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}
