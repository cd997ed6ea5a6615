/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-plot-theme.h"

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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plot-theme/contrast", test_contrast);
  g_test_add_func ("/plot-theme/styles-stand-out", test_styles_stand_out);
  g_test_add_func ("/plot-theme/styles-differ", test_styles_differ);

  return g_test_run ();
}
