/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-plot-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

PangoLayout *
liaison_plot_text_create (PangoContext *context,
                          const char   *text)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

double
liaison_plot_text_get_height (PangoContext *context)
{
  g_autoptr (PangoLayout) layout = liaison_plot_text_create (context, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

double
liaison_plot_text_get_width (PangoContext *context,
                             const char   *text)
{
  g_autoptr (PangoLayout) layout = liaison_plot_text_create (context, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

void
liaison_plot_text_draw (cairo_t       *cr,
                        PangoContext  *context,
                        LiaisonColour  colour,
                        const char    *text,
                        double         x,
                        double         y,
                        double         align,
                        double         room)
{
  g_autoptr (PangoLayout) layout = liaison_plot_text_create (context, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (room >= 0 && width > room)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
      pango_layout_get_pixel_size (layout, &width, NULL);
    }

  liaison_colour_set (cr, colour);
  cairo_move_to (cr, round (x - width * align), round (y));
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

char *
liaison_plot_text_format_number (gint64 number)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, number);
}

char *
liaison_plot_text_dup_rest (guint n)
{
  return g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);
}

char *
liaison_plot_text_format_share (double share)
{
  /* Translators: a share in hundredths: "12 %" */
  return g_strdup_printf (C_("share", "%.0f %%"), share > 0 && share < 0.01 ? 1 : floor (share * 100 + 0.5));
}

char *
liaison_plot_text_describe_engagements (gint64 number)
{
  g_autofree char *figure = liaison_plot_text_format_number (number);

  /* Translators: how many engagements, as a figure */
  return g_strdup_printf (ngettext ("%s engagement", "%s engagements", number), figure);
}
