/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-chart-theme.h"

#include <string.h>

static LiaisonColour
to_colour (const GdkRGBA *rgba)
{
  return (LiaisonColour) { rgba->red, rgba->green, rgba->blue };
}

/* The theme's own colours, by the names that GTK's default theme and its variants define. */
static LiaisonColour
look_up_colour (GtkStyleContext *context,
                const char      *name,
                LiaisonColour    fallback)
{
  GdkRGBA rgba;

  return gtk_style_context_lookup_color (context, name, &rgba) ? to_colour (&rgba) : fallback;
}

/* A theme for those who need contrast goes by its name, and there is no other way to tell it in GTK 4.8. */
static gboolean
needs_contrast (GtkWidget *widget)
{
  g_autofree char *name = NULL;

  g_object_get (gtk_widget_get_settings (widget), "gtk-theme-name", &name, NULL);

  return name != NULL && (strstr (name, "HighContrast") != NULL || strstr (name, "-hc") != NULL);
}

void
liaison_chart_get_theme (GtkWidget        *widget,
                         LiaisonPlotTheme *theme)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  LiaisonColour white = { 1, 1, 1 };
  GdkRGBA text;

  gtk_style_context_get_color (context, &text);
  liaison_plot_theme_init (theme,
                           look_up_colour (context, "theme_bg_color", white),
                           to_colour (&text),
                           look_up_colour (context, "theme_selected_bg_color", to_colour (&text)));
  theme->strong = needs_contrast (widget);
}
