/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-plot-theme.h"

#include <math.h>

static const LiaisonColour white = { 1, 1, 1 }, black = { 0, 0, 0 }, accent = { 0.2, 0.5, 0.9 };
/* The backgrounds of GTK's default theme, light and dark, and of its high-contrast variants. */
static const LiaisonColour backgrounds[] = { { 1, 1, 1 }, { 0.965, 0.961, 0.957 }, { 0.176, 0.176, 0.176 }, { 0.208, 0.208, 0.208 }, { 0, 0, 0 } };

static void
test_contrast (void)
{
  /* The extremes, and the example that WCAG's definition is usually checked with: #767676 on white. */
  g_assert_cmpfloat_with_epsilon (liaison_colour_get_contrast (white, black), 21, 0.01);
  g_assert_cmpfloat_with_epsilon (liaison_colour_get_contrast (white, white), 1, 0.01);
  g_assert_cmpfloat_with_epsilon (liaison_colour_get_contrast (white, (LiaisonColour) { 118 / 255.0, 118 / 255.0, 118 / 255.0 }), 4.54, 0.01);
}

static void
test_styles_stand_out (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (backgrounds); i++)
    {
      LiaisonPlotTheme theme;

      liaison_plot_theme_init (&theme, backgrounds[i], i < 2 ? black : white, accent);
      g_assert_cmpint (theme.dark, ==, i >= 2);
      g_assert_cmpfloat (liaison_colour_get_contrast (theme.dim, theme.background), >=, 4.5);
      for (guint style = 0; style < LIAISON_PLOT_N_STYLES; style++)
        g_assert_cmpfloat (liaison_colour_get_contrast (liaison_plot_theme_get_colour (&theme, style), theme.background), >=, 3);
      for (int tenth = 0; tenth <= 10; tenth++)
        {
          LiaisonColour shade = liaison_plot_theme_get_shade (&theme, tenth / 10.0);

          g_assert_cmpfloat (liaison_colour_get_contrast (liaison_plot_theme_get_ink (&theme, shade), shade), >=, 4.5);
        }
    }
}

static void
test_styles_differ (void)
{
  LiaisonPlotTheme theme;

  liaison_plot_theme_init (&theme, white, black, accent);
  for (guint a = 0; a < LIAISON_PLOT_N_STYLES; a++)
    {
      for (guint b = a + 1; b < LIAISON_PLOT_N_STYLES; b++)
        {
          LiaisonColour first = liaison_plot_theme_get_colour (&theme, a);
          LiaisonColour second = liaison_plot_theme_get_colour (&theme, b);

          g_assert_cmpfloat (ABS (first.red - second.red) + ABS (first.green - second.green) + ABS (first.blue - second.blue), >, 0.2);
        }
    }
}

/* Complete protanopia, deuteranopia and tritanopia, of linear light (Machado, Oliveira and Fernandes 2009, table 1). */
static const double blindnesses[][3][3] = {
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};

static double
linearise (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
bend (double share)
{
  return share > 216.0 / 24389 ? cbrt (share) : (24389.0 / 27 * share + 16) / 116;
}

/* CIE 1976 L*a*b* under D65, of a colour as somebody sees it. */
static void
see (LiaisonColour colour,
     const double  blindness[3][3],
     double        lab[3])
{
  static const double to_xyz[3][3] = { { 0.4124, 0.3576, 0.1805 }, { 0.2126, 0.7152, 0.0722 }, { 0.0193, 0.1192, 0.9505 } };
  static const double white_point[] = { 0.95047, 1, 1.08883 };
  const double light[] = { linearise (colour.red), linearise (colour.green), linearise (colour.blue) };
  double seen[3], bent[3];

  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (blindness[i][0] * light[0] + blindness[i][1] * light[1] + blindness[i][2] * light[2], 0, 1);
  for (guint i = 0; i < 3; i++)
    bent[i] = bend ((to_xyz[i][0] * seen[0] + to_xyz[i][1] * seen[1] + to_xyz[i][2] * seen[2]) / white_point[i]);
  lab[0] = 116 * bent[1] - 16;
  lab[1] = 500 * (bent[0] - bent[1]);
  lab[2] = 200 * (bent[1] - bent[2]);
}

/* What is stacked next to each other, or is one of two that are compared, is told apart by colour alone: 2.3 is what one just notices. */
static void
test_neighbours_differ_for_everybody (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (backgrounds); i++)
    {
      LiaisonPlotTheme theme;

      liaison_plot_theme_init (&theme, backgrounds[i], i < 2 ? black : white, accent);
      for (guint j = 0; j < G_N_ELEMENTS (blindnesses); j++)
        {
          for (guint style = 0; style < LIAISON_PLOT_N_STYLES; style++)
            {
              double first[3], second[3];

              see (liaison_plot_theme_get_colour (&theme, style), blindnesses[j], first);
              see (liaison_plot_theme_get_colour (&theme, (style + 1) % LIAISON_PLOT_N_STYLES), blindnesses[j], second);
              g_assert_cmpfloat (sqrt (pow (first[0] - second[0], 2) + pow (first[1] - second[1], 2) + pow (first[2] - second[2], 2)), >=, 9);
            }
        }
    }
}

#define SWATCH 48

/* Which pixels of a swatch have the colour of its pattern. */
static void
draw_swatch (guint   style,
             guint8  pattern[SWATCH * SWATCH])
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SWATCH, SWATCH);
  cairo_t *cr = cairo_create (surface);
  const guint8 *data;
  LiaisonPlotTheme theme;
  LiaisonColour colour;

  liaison_plot_theme_init_look (&theme, LIAISON_PLOT_CONTRAST);
  colour = liaison_plot_theme_get_colour (&theme, style);
  cairo_rectangle (cr, 0, 0, SWATCH, SWATCH);
  liaison_plot_theme_fill (&theme, cr, style);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (guint i = 0; i < SWATCH * SWATCH; i++)
    {
      guint32 pixel = *(const guint32 *) (gconstpointer) (data + i / SWATCH * cairo_image_surface_get_stride (surface) + i % SWATCH * 4);

      pattern[i] = fabs ((pixel >> 8 & 0xff) / 255.0 - colour.green) > 0.1;
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Any two are told apart without any colour. */
static void
test_patterns_differ (void)
{
  static guint8 patterns[LIAISON_PLOT_N_STYLES][SWATCH * SWATCH];

  for (guint style = 0; style < LIAISON_PLOT_N_STYLES; style++)
    draw_swatch (style, patterns[style]);
  for (guint a = 0; a < LIAISON_PLOT_N_STYLES; a++)
    {
      for (guint b = a + 1; b < LIAISON_PLOT_N_STYLES; b++)
        {
          guint n = 0;

          for (guint i = 0; i < SWATCH * SWATCH; i++)
            n += patterns[a][i] != patterns[b][i];
          g_assert_cmpint (n, >, SWATCH * SWATCH / 12);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plot-theme/contrast", test_contrast);
  g_test_add_func ("/plot-theme/styles-stand-out", test_styles_stand_out);
  g_test_add_func ("/plot-theme/styles-differ", test_styles_differ);
  g_test_add_func ("/plot-theme/neighbours-differ-for-everybody", test_neighbours_differ_for_everybody);
  g_test_add_func ("/plot-theme/patterns-differ", test_patterns_differ);

  return g_test_run ();
}
