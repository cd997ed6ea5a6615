/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-plot-page.h"

#include "liaison-plot-text.h"
#include "liaison-time-text.h"

#include "liaison-config.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MARGIN 18.0
#define GAP 6.0
#define FONT "Cantarell, Sans 14px"
#define PNG_SCALE 2.0
#define MOST_PIXELS 16000.0

/* Of a PDF, 200 inches: Acrobat shows no longer page. */
#define MOST_POINTS 14400.0

/* A longer PNG has one pixel for each: cairo draws no image of more than 32,767. */
#define MOST_SHARP_PIXELS 8000.0

/* Of pages that leave it to the plot, in the shape of a newspaper's column. */
#define USUAL_WIDTH 960.0
#define USUAL_HEIGHT 600.0
#define MOST_USUAL_WIDTH 2400.0

/* Of a plot on paper, in percent: the least that one can read, which makes six points of ten. */
#define LEAST_PERCENT 60
#define PERCENT_STEP 5

gboolean
liaison_plot_format_from_path (const char        *path,
                               LiaisonPlotFormat *format)
{
  static const char * const suffixes[] = { ".svg", ".pdf", ".png", ".csv" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      if (g_str_has_suffix (lower, suffixes[i]))
        {
          *format = (LiaisonPlotFormat) i;
          return TRUE;
        }
    }

  return FALSE;
}

/* A paragraph of the page; returns where the next one begins. */
static double
draw_paragraph (cairo_t       *cr,
                PangoContext  *context,
                LiaisonColour  colour,
                const char    *text,
                double         scale,
                double         y,
                double         width,
                gboolean       rtl,
                gboolean       measures_only)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (scale > 1)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, (int) (MAX (width - 2 * MARGIN, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  if (!measures_only)
    {
      liaison_colour_set (cr, colour);
      cairo_move_to (cr, MARGIN, y);
      pango_cairo_show_layout (cr, layout);
      cairo_new_path (cr);
    }

  return y + height + GAP;
}

static double
draw_head (LiaisonPlot            *plot,
           cairo_t                *cr,
           PangoContext           *context,
           const LiaisonPlotTheme *theme,
           double                  width,
           gboolean                rtl,
           gboolean                measures_only)
{
  const LiaisonPlotTexts *texts = liaison_plot_get_texts (plot);
  LiaisonQuery *query = liaison_plot_get_query (plot);
  double y = draw_paragraph (cr, context, theme->text, texts->title, PANGO_SCALE_X_LARGE, MARGIN, width, rtl, measures_only);

  if (query != NULL && !liaison_query_is_empty (query) && !texts->tells_queries)
    y = draw_paragraph (cr, context, theme->text, liaison_query_get_text (query), 1, y, width, rtl, measures_only);

  return draw_paragraph (cr, context, theme->dim, texts->subtitle, 1, y, width, rtl, measures_only) + GAP;
}

static char *
make_foot (LiaisonPlot *plot)
{
  g_autofree char *today = liaison_time_text_day (liaison_plot_get_frame (plot)->today);

  /* Translators: the counting rule under a chart; the day when it was drawn */
  return g_strdup_printf (_("%s As of %s."), liaison_plot_get_texts (plot)->rule, today);
}

void
liaison_plot_page_draw (LiaisonPlot            *plot,
                        cairo_t                *cr,
                        PangoContext           *context,
                        const LiaisonPlotTheme *theme,
                        double                  width,
                        double                  height,
                        gboolean                rtl)
{
  g_autofree char *foot = make_foot (plot);
  double foot_height = draw_paragraph (cr, context, theme->dim, foot, PANGO_SCALE_SMALL, 0, width, rtl, TRUE);
  double foot_top = height - MARGIN - foot_height + GAP;
  double top;

  liaison_colour_set (cr, theme->background);
  cairo_paint (cr);

  top = draw_head (plot, cr, context, theme, width, rtl, FALSE);
  draw_paragraph (cr, context, theme->dim, foot, PANGO_SCALE_SMALL, foot_top, width, rtl, FALSE);
  if (liaison_plot_get_texts (plot)->is_empty)
    {
      draw_paragraph (cr, context, theme->text, liaison_plot_get_hint (plot), 1, top + MARGIN, width, rtl, FALSE);
      return;
    }

  cairo_save (cr);
  cairo_translate (cr, MARGIN, top);
  liaison_plot_layout (plot, context, MAX (width - 2 * MARGIN, 1), MAX (foot_top - GAP - top, 1), rtl);
  liaison_plot_draw (plot, cr, theme, -1, -1);
  cairo_restore (cr);
}

/* The least size of a page on which all of the plot is to be seen, where it is of that width. */
static void
measure (LiaisonPlot            *plot,
         cairo_t                *cr,
         PangoContext           *context,
         const LiaisonPlotTheme *theme,
         double                  for_width,
         double                 *width,
         double                 *height)
{
  g_autofree char *foot = make_foot (plot);
  double plot_width = 0;
  double plot_height = 2 * MARGIN + liaison_plot_text_get_height (context);

  if (!liaison_plot_get_texts (plot)->is_empty)
    liaison_plot_measure (plot, context, for_width - 2 * MARGIN, &plot_width, &plot_height);
  *width = plot_width + 2 * MARGIN;
  *height = draw_head (plot, cr, context, theme, for_width, FALSE, TRUE)
    + draw_paragraph (cr, context, theme->dim, foot, PANGO_SCALE_SMALL, 0, for_width, FALSE, TRUE) + MARGIN + plot_height;
}

void
liaison_plot_page_print (LiaisonPlot            *plot,
                         cairo_t                *cr,
                         PangoContext           *context,
                         const LiaisonPlotTheme *theme,
                         double                  width,
                         double                  height,
                         gboolean                rtl)
{
  int percent = 100;
  double least_width, least_height;
  double scale;

  measure (plot, cr, context, theme, width, &least_width, &least_height);
  while (percent > LEAST_PERCENT && (least_width > width * 100 / percent || least_height > height * 100 / percent))
    {
      percent -= PERCENT_STEP;
      measure (plot, cr, context, theme, width * 100 / percent, &least_width, &least_height);
    }
  scale = percent / 100.0;

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  liaison_plot_page_draw (plot, cr, context, theme, width / scale, height / scale, rtl);
  cairo_restore (cr);
}

static cairo_status_t
write_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

typedef struct
{
  GByteArray   *bytes;
  GCancellable *cancellable;
} Png;

static cairo_status_t
write_png (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  Png *png = closure;

  return g_cancellable_is_cancelled (png->cancellable) ? CAIRO_STATUS_WRITE_ERROR : write_bytes (png->bytes, data, length);
}

static cairo_surface_t *
create_surface (LiaisonPlotFormat  format,
                GByteArray        *bytes,
                double             width,
                double             height)
{
  double scale = MAX (width, height) > MOST_SHARP_PIXELS ? 1 : PNG_SCALE;
  cairo_surface_t *surface;

  switch (format)
    {
    case LIAISON_PLOT_SVG:
      surface = cairo_svg_surface_create_for_stream (write_bytes, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case LIAISON_PLOT_PDF:
      return cairo_pdf_surface_create_for_stream (write_bytes, bytes, width, height);
    case LIAISON_PLOT_PNG:
    case LIAISON_PLOT_CSV:
    case LIAISON_PLOT_TEXT:
    default:
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale), (int) ceil (height * scale));
      cairo_surface_set_device_scale (surface, scale, scale);
      return surface;
    }
}

static void
name_pdf (cairo_surface_t *surface,
          LiaisonPlot     *plot)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, liaison_plot_get_texts (plot)->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, liaison_plot_get_texts (plot)->description);
}

static PangoContext *
create_context (cairo_t  *cr,
                gboolean  rtl)
{
  PangoContext *context = pango_cairo_create_context (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);

  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);

  return context;
}

/* Of what ends with what matters least, a page is no longer than a sheet of paper, upright (ISO 216). */
static double
choose_height (LiaisonPlot       *plot,
               LiaisonPlotFormat  format,
               double             width,
               double             least)
{
  if (LIAISON_PLOT_GET_CLASS (plot)->abridges)
    least = MIN (least, width * G_SQRT2);
  else if (liaison_plot_get_stretches (plot))
    least = MAX (least, USUAL_HEIGHT);

  return MIN (ceil (least), format == LIAISON_PLOT_PDF ? MOST_POINTS : MOST_PIXELS);
}

/* Text is measured as a surface of that format draws it. */
static void
choose_size (LiaisonPlot            *plot,
             LiaisonPlotFormat       format,
             const LiaisonPlotTheme *theme,
             gboolean                rtl,
             double                 *width,
             double                 *height)
{
  g_autoptr (GByteArray) bytes = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  PangoContext *context;
  double least_width, least_height;

  if (*width > 0 && *height > 0)
    return;

  bytes = g_byte_array_new ();
  surface = create_surface (format, bytes, 1, 1);
  cr = cairo_create (surface);
  context = create_context (cr, rtl);
  measure (plot, cr, context, theme, *width > 0 ? *width : USUAL_WIDTH, &least_width, &least_height);
  if (*width <= 0)
    {
      *width = CLAMP (ceil (least_width), USUAL_WIDTH, MOST_USUAL_WIDTH);
      measure (plot, cr, context, theme, *width, &least_width, &least_height);
    }
  if (*height <= 0)
    *height = choose_height (plot, format, *width, least_height);
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static cairo_status_t
draw_on (cairo_surface_t        *surface,
         LiaisonPlot            *plot,
         const LiaisonPlotTheme *theme,
         double                  width,
         double                  height,
         gboolean                rtl)
{
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = create_context (cr, rtl);
  cairo_status_t status;

  liaison_plot_page_draw (plot, cr, context, theme, width, height, rtl);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  g_object_unref (context);

  return status;
}

static GBytes *
render_table (LiaisonPlot       *plot,
              LiaisonPlotFormat  format)
{
  g_autoptr (LiaisonPlotTable) table = liaison_plot_create_table (plot);
  char *text = format == LIAISON_PLOT_CSV ? liaison_plot_table_to_csv (table) : liaison_plot_table_to_text (table);

  return g_bytes_new_take (text, strlen (text));
}

GBytes *
liaison_plot_page_render (LiaisonPlot             *plot,
                          LiaisonPlotFormat        format,
                          const LiaisonPlotTheme  *theme,
                          double                   width,
                          double                   height,
                          gboolean                 rtl,
                          GCancellable            *cancellable,
                          GError                 **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Png png = { bytes, cancellable };
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (LIAISON_IS_PLOT (plot), NULL);
  g_return_val_if_fail (width <= MOST_PIXELS && height <= MOST_PIXELS, NULL);

  if (format == LIAISON_PLOT_CSV || format == LIAISON_PLOT_TEXT)
    return render_table (plot, format);

  choose_size (plot, format, theme, rtl, &width, &height);
  surface = create_surface (format, bytes, width, height);
  if (format == LIAISON_PLOT_PDF)
    name_pdf (surface, plot);
  status = draw_on (surface, plot, theme, width, height, rtl);
  if (status == CAIRO_STATUS_SUCCESS && format == LIAISON_PLOT_PNG)
    status = cairo_surface_write_to_png_stream (surface, write_png, &png);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The chart cannot be drawn: %s."), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
