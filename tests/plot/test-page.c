/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts as they leave the program: a page is as large as its chart needs, or as somebody says. */

#include "plot-fixture.h"

#include "liaison-plot-page.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define WIDTH 960
#define HEIGHT 600

/* A4 in points, less half an inch on each side. */
#define SHORT_SIDE 523
#define LONG_SIDE 770

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
}

/* Draws a page; tells how large it is, in its own pixels (PNG, 11.2.2). */
static void
render (LiaisonPlot *plot,
        int          width,
        int          height,
        guint32     *page_width,
        guint32     *page_height)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonPlotTheme theme;
  const guint8 *data;
  gsize size;

  liaison_plot_theme_init_look (&theme, LIAISON_PLOT_LIGHT);
  bytes = liaison_plot_page_render (plot, LIAISON_PLOT_PNG, &theme, width, height, FALSE, NULL, &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  g_assert_cmpint (size, >, 24);
  g_assert_cmpmem (data + 12, 4, "IHDR", 4);
  *page_width = read_number (data + 16);
  *page_height = read_number (data + 20);
}

/* How many marks there are where there is room for everything. */
static guint
count_all_marks (LiaisonPlot *plot)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  double width, height;

  liaison_plot_measure (plot, context, WIDTH, &width, &height);
  liaison_plot_layout (plot, context, MAX (width, WIDTH), height + 100, FALSE);
  g_object_unref (context);

  return liaison_plot_get_n_marks (plot);
}

static void
test_whole (DbFixture     *fixture,
            gconstpointer  data)
{
  const LiaisonChartKind *kind = data;
  g_autoptr (LiaisonPlot) plot = NULL;
  guint32 width, height;

  plot_fixture_fill_sample (fixture->db);
  plot = plot_fixture_load (fixture->db, kind, plot_fixture_get_query (kind), NULL, NULL);
  render (plot, 0, 0, &width, &height);
  g_assert_cmpint (width, >=, 2 * WIDTH);
  if (LIAISON_PLOT_GET_CLASS (plot)->abridges)
    g_assert_cmpint (height, <=, ceil (width * G_SQRT2) + 1);
  /* Where a map draws a country, and which names of a network fit, goes by the size. */
  else if (liaison_plot_get_stretches (plot))
    g_assert_cmpint (height, >=, 2 * HEIGHT);
  else
    g_assert_cmpint (liaison_plot_get_n_marks (plot), ==, count_all_marks (plot));

  render (plot, 700, 500, &width, &height);
  g_assert_cmpint (width, ==, 1400);
  g_assert_cmpint (height, ==, 1000);
}

/* A call on one day a year. */
static void
fill_years (LiaisonDb *db,
            guint      first,
            guint      last)
{
  db_fixture_put (db, LIAISON_KIND_CONTACT, 1, "name", "Ours", "side", "ours", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 2, "name", "Theirs", "side", "theirs", "country", "UA", NULL);
  for (guint year = first; year <= last; year++)
    {
      g_autofree char *day = g_strdup_printf ("%u-%02u-%02u", year, 1 + year % 12, 1 + year % 28);

      plot_fixture_put_call (db, year, day, 2);
    }
}

/* A hundred and sixty years are all there, however small the days, as long as there is room for that; then the last ones are. */
static void
test_long_calendar (DbFixture     *fixture,
                    gconstpointer  data)
{
  g_autoptr (LiaisonPlot) plot = NULL;
  guint32 width, height;

  fill_years (fixture->db, 1862, 2021);
  plot = plot_fixture_load (fixture->db, liaison_chart_kind_find ("calendar"), "", NULL, NULL);
  render (plot, 0, 0, &width, &height);
  g_assert_cmpint (liaison_plot_get_n_marks (plot), ==, 160);
  g_assert_cmpint (height, <=, 32767);
  for (guint i = 0; i < 160; i++)
    g_assert_cmpfloat (liaison_plot_get_mark (plot, i)->width, >=, 4);

  render (plot, 960, 600, &width, &height);
  g_assert_cmpint (liaison_plot_get_n_marks (plot), >, 0);
  g_assert_cmpint (liaison_plot_get_n_marks (plot), <, 160);
}

/* No page is longer than what readers of PDF show. */
static void
test_long_pdf (DbFixture     *fixture,
               gconstpointer  data)
{
  g_autoptr (LiaisonPlot) plot = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonPlotTheme theme;
  const char *text, *box;
  double width, height;
  gsize size;

  /* From then on cairo compresses what tells of a page, too. */
  if (cairo_version () >= CAIRO_VERSION_ENCODE (1, 17, 6))
    {
      g_test_skip ("this cairo writes no size of a page that can be read without a PDF reader");
      return;
    }

  fill_years (fixture->db, 1862, 2021);
  plot = plot_fixture_load (fixture->db, liaison_chart_kind_find ("calendar"), "", NULL, NULL);
  liaison_plot_theme_init_look (&theme, LIAISON_PLOT_LIGHT);
  bytes = liaison_plot_page_render (plot, LIAISON_PLOT_PDF, &theme, 0, 0, FALSE, NULL, &error);
  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &size);
  box = memmem (text, size, "/MediaBox", 9);
  g_assert_nonnull (box);
  g_assert_cmpint (sscanf (box, "/MediaBox [ 0 0 %lf %lf", &width, &height), ==, 2);
  g_assert_cmpfloat (width, ==, WIDTH);
  g_assert_cmpfloat (height, ==, 14400);
}

/* liaison_plot_page_print(), or liaison_plot_page_draw(), which makes nothing smaller. */
typedef void (*DrawPage) (LiaisonPlot            *plot,
                          cairo_t                *cr,
                          PangoContext           *context,
                          const LiaisonPlotTheme *theme,
                          double                  width,
                          double                  height,
                          gboolean                rtl);

/* How many marks there are on paper. */
static guint
count_marks (LiaisonPlot *plot,
             DrawPage     draw,
             double       width,
             double       height)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  LiaisonPlotTheme theme;

  liaison_plot_theme_init_look (&theme, LIAISON_PLOT_PRINT);
  draw (plot, cr, context, &theme, width, height, FALSE);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return liaison_plot_get_n_marks (plot);
}

/* On paper, what is a little too long becomes smaller. */
static void
test_print_long (DbFixture     *fixture,
                 gconstpointer  data)
{
  g_autoptr (LiaisonPlot) plot = NULL;

  plot_fixture_fill_sample (fixture->db);
  plot = plot_fixture_load (fixture->db, liaison_chart_kind_find ("gaps"), "", NULL, NULL);
  g_assert_cmpint (count_marks (plot, liaison_plot_page_draw, LONG_SIDE, SHORT_SIDE), <, 24);
  g_assert_cmpint (count_marks (plot, liaison_plot_page_print, LONG_SIDE, SHORT_SIDE), ==, 24);
}

/* And so does what is too wide, though not too long. */
static void
test_print_wide (DbFixture     *fixture,
                 gconstpointer  data)
{
  static const char * const countries[] = {
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT",
  };
  g_autoptr (LiaisonPlot) plot = NULL;

  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 1, "name", "Ours", "side", "ours", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 2 + i, "name", "Theirs", "side", "theirs", "country", countries[i], NULL);
      plot_fixture_put_call (fixture->db, 1 + i, "2021-06-15", 2 + i);
    }
  plot = plot_fixture_load (fixture->db, liaison_chart_kind_find ("matrix"), "", "with", "country");
  g_assert_cmpint (count_marks (plot, liaison_plot_page_draw, SHORT_SIDE, LONG_SIDE), <, G_N_ELEMENTS (countries));
  g_assert_cmpint (count_marks (plot, liaison_plot_page_print, SHORT_SIDE, LONG_SIDE), ==, G_N_ELEMENTS (countries));
}

/* What there is room for stays as large as it is. */
static void
test_print_fitting (DbFixture     *fixture,
                    gconstpointer  data)
{
  g_autoptr (LiaisonPlot) plot = NULL;
  double width;

  plot_fixture_fill_sample (fixture->db);
  plot = plot_fixture_load (fixture->db, data, "", NULL, NULL);
  count_marks (plot, liaison_plot_page_draw, LONG_SIDE, SHORT_SIDE);
  width = liaison_plot_get_frame (plot)->width;
  count_marks (plot, liaison_plot_page_print, LONG_SIDE, SHORT_SIDE);
  g_assert_cmpfloat (liaison_plot_get_frame (plot)->width, ==, width);
}

/* What is made of a chart that nobody waits for any more is nothing. */
static void
test_cancelled (DbFixture     *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LiaisonPlot) plot = NULL;
  LiaisonPlotTheme theme;

  plot_fixture_fill_sample (fixture->db);
  plot = plot_fixture_load (fixture->db, liaison_chart_kind_find ("calendar"), "", NULL, NULL);
  liaison_plot_theme_init_look (&theme, LIAISON_PLOT_LIGHT);
  g_cancellable_cancel (cancellable);
  for (LiaisonPlotFormat format = LIAISON_PLOT_SVG; format <= LIAISON_PLOT_PNG; format++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (liaison_plot_page_render (plot, format, &theme, 0, 0, FALSE, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (const LiaisonChartKind * const *kind = liaison_chart_kind_get_all (); *kind != NULL; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/page/whole/%s", (*kind)->token);

      g_test_add (path, DbFixture, *kind, db_fixture_set_up, test_whole, db_fixture_tear_down);
    }
  g_test_add ("/page/long-calendar", DbFixture, NULL, db_fixture_set_up, test_long_calendar, db_fixture_tear_down);
  g_test_add ("/page/cancelled", DbFixture, NULL, db_fixture_set_up, test_cancelled, db_fixture_tear_down);
  g_test_add ("/page/long-pdf", DbFixture, NULL, db_fixture_set_up, test_long_pdf, db_fixture_tear_down);
  g_test_add ("/page/print/long", DbFixture, NULL, db_fixture_set_up, test_print_long, db_fixture_tear_down);
  g_test_add ("/page/print/wide", DbFixture, NULL, db_fixture_set_up, test_print_wide, db_fixture_tear_down);
  g_test_add ("/page/print/map", DbFixture, liaison_chart_kind_find ("map"), db_fixture_set_up, test_print_fitting, db_fixture_tear_down);
  g_test_add ("/page/print/network", DbFixture, liaison_chart_kind_find ("network"), db_fixture_set_up, test_print_fitting, db_fixture_tear_down);
  g_test_add ("/page/print/over-time", DbFixture, liaison_chart_kind_find ("over-time"), db_fixture_set_up, test_print_fitting, db_fixture_tear_down);

  return g_test_run ();
}
