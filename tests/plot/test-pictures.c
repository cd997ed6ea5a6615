/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Every kind of chart on the sample, light and dark, as a page that leaves the program: its colours by a coarse grid, compared with golden files.
 * Each cell is told by three digits, which are the red, green and blue of its mean, from 0 to f.
 *
 *   test-pictures GOLDEN-FOLDER
 *
 * LIAISON_WRITE_GOLDEN writes the golden files anew.
 */

#include "plot-fixture.h"

#include "liaison-plot-page.h"

#include <stdlib.h>
#include <string.h>

#define CELL 20
#define N_COLUMNS 40
#define N_ROWS 26

/* Fonts differ: how far the colour of a cell may be from the golden one, and in which share of the cells it may be farther. */
#define TOLERANCE 1
#define MOST_FAR 0.01

static const char *golden_folder;

static cairo_surface_t *
draw (LiaisonPlot     *plot,
      LiaisonPlotLook  look)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, N_COLUMNS * CELL, N_ROWS * CELL);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  LiaisonPlotTheme theme;

  liaison_plot_theme_init_look (&theme, look);
  liaison_plot_page_draw (plot, cr, context, &theme, N_COLUMNS * CELL, N_ROWS * CELL, FALSE);
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* The mean of one channel in a cell, in sixteen steps. */
static int
get_mean (cairo_surface_t *surface,
          int              row,
          int              column,
          int              shift)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  int sum = 0;

  for (int y = row * CELL; y < (row + 1) * CELL; y++)
    {
      const guint32 *line = (const guint32 *) (gconstpointer) (data + y * stride);

      for (int x = column * CELL; x < (column + 1) * CELL; x++)
        sum += line[x] >> shift & 0xff;
    }

  return sum / (CELL * CELL) / 16;
}

static char *
describe (cairo_surface_t *surface)
{
  GString *text = g_string_new (NULL);

  for (int row = 0; row < N_ROWS; row++)
    {
      for (int column = 0; column < N_COLUMNS; column++)
        g_string_append_printf (text, "%s%x%x%x", column > 0 ? " " : "", get_mean (surface, row, column, 16), get_mean (surface, row, column, 8),
                                get_mean (surface, row, column, 0));
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static gboolean
is_near (const char *cell,
         const char *golden)
{
  for (int i = 0; i < 3; i++)
    {
      if (!g_ascii_isxdigit (golden[i]) || abs (g_ascii_xdigit_value (cell[i]) - g_ascii_xdigit_value (golden[i])) > TOLERANCE)
        return FALSE;
    }

  return TRUE;
}

static void
check_picture (const char *name,
               const char *found)
{
  g_autofree char *path = g_build_filename (golden_folder, name, NULL);
  g_autofree char *golden = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) far = g_string_new (NULL);
  guint n_far = 0;
  gsize length;

  if (g_getenv ("LIAISON_WRITE_GOLDEN"))
    g_file_set_contents (path, found, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &golden, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpint (length, ==, strlen (found));

  for (guint i = 0; i < N_ROWS * N_COLUMNS; i++)
    {
      const char *cell = found + 4 * i;

      if (is_near (cell, golden + 4 * i))
        continue;
      n_far++;
      g_string_append_printf (far, "row %u, column %u: %.3s is not %.3s\n", i / N_COLUMNS + 1, i % N_COLUMNS + 1, cell, golden + 4 * i);
    }
  if (n_far > MOST_FAR * N_ROWS * N_COLUMNS)
    g_error ("%s: the colours of %u of %u cells are others:\n%s", name, n_far, N_ROWS * N_COLUMNS, far->str);
}

static void
test_picture (DbFixture     *fixture,
              gconstpointer  data)
{
  static const struct { const char *name; LiaisonPlotLook look; } looks[] = {
    { "light", LIAISON_PLOT_LIGHT }, { "dark", LIAISON_PLOT_DARK },
  };
  const LiaisonChartKind *kind = data;
  g_autoptr (LiaisonPlot) plot = NULL;

  plot_fixture_fill_sample (fixture->db);
  plot = plot_fixture_load (fixture->db, kind, plot_fixture_get_query (kind), NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      cairo_surface_t *surface = draw (plot, looks[i].look);
      g_autofree char *found = describe (surface);
      g_autofree char *name = g_strdup_printf ("%s-%s.txt", kind->token, looks[i].name);

      check_picture (name, found);
      cairo_surface_destroy (surface);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  golden_folder = argv[1];

  for (const LiaisonChartKind * const *kind = liaison_chart_kind_get_all (); *kind != NULL; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/pictures/%s", (*kind)->token);

      g_test_add (path, DbFixture, *kind, db_fixture_set_up, test_picture, db_fixture_tear_down);
    }

  return g_test_run ();
}
