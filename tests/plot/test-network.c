/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The network: its figures by plain statements, its layout, and looking at it more closely. */

#include "plot-fixture.h"
#include "random-store.h"

#include "liaison-net-layout.h"

#include <math.h>
#include <string.h>

#define WIDTH 900
#define HEIGHT 600

static LiaisonPlot *
load (LiaisonDb *db)
{
  LiaisonPlot *plot = plot_fixture_load (db, liaison_chart_kind_find ("network"), "", NULL, NULL);

  plot_fixture_layout (plot, WIDTH, HEIGHT);

  return plot;
}

/* Every pair of the table is one of the statement, with the same figure; and there are as many. */
static void
check_figures (LiaisonDb *db)
{
  g_autoptr (LiaisonPlot) plot = load (db);
  g_autoptr (LiaisonPlotTable) table = liaison_plot_create_table (plot);
  g_autofree char *expected = plot_query_lines (
    db, "SELECT a.name || '|' || b.name || '|' || count (DISTINCT e.id) AS line FROM engagement e"
        " JOIN participation p ON p.engagement = e.id AND p.side = 1 AND p.attendance NOT IN (3, 4) JOIN contact a ON a.id = p.contact"
        " JOIN participation q ON q.engagement = e.id AND q.side = 2 AND q.attendance NOT IN (3, 4) JOIN contact b ON b.id = q.contact"
        " WHERE e.status = 2 AND NOT (e.form IN (6, 7) AND EXISTS (SELECT 1 FROM engagement c WHERE c.parent = e.id AND c.status = 2))"
        " GROUP BY a.id, b.id");
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *found = NULL;

  g_assert_cmpint (table->rows->len, >, 0);
  /* Names may be doubled: the figures of pairs are compared as sorted lines. */
  for (guint i = 0; i < table->rows->len; i++)
    {
      GStrv fields = g_ptr_array_index (table->rows, i);

      g_ptr_array_add (lines, g_strdup_printf ("%s|%s|%s", fields[0], fields[1], fields[2]));
    }
  found = plot_join_lines (lines);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_sample (DbFixture     *fixture,
             gconstpointer  data)
{
  plot_fixture_fill_sample (fixture->db);
  check_figures (fixture->db);
}

static void
test_random (DbFixture     *fixture,
             gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  random_store_fill (fixture->db, rand, 60);
  check_figures (fixture->db);
}

/* The same figures make the same picture. */
static void
test_same (DbFixture     *fixture,
           gconstpointer  data)
{
  g_autoptr (LiaisonPlot) first = NULL;
  g_autoptr (LiaisonPlot) second = NULL;

  plot_fixture_fill_sample (fixture->db);
  first = load (fixture->db);
  second = load (fixture->db);
  g_assert_cmpint (liaison_plot_get_n_marks (first), >, 100);
  g_assert_cmpint (liaison_plot_get_n_marks (first), ==, liaison_plot_get_n_marks (second));
  for (guint i = 0; i < liaison_plot_get_n_marks (first); i++)
    g_assert_cmpmem (liaison_plot_get_mark (first, i), sizeof (LiaisonMark), liaison_plot_get_mark (second, i), sizeof (LiaisonMark));
}

/* Where the wheel turns, what is there stays there; the whole comes back as it was. */
static void
test_zoom (DbFixture     *fixture,
           gconstpointer  data)
{
  g_autoptr (LiaisonPlot) plot = NULL;
  LiaisonMark before, after;
  guint n, last;

  plot_fixture_fill_sample (fixture->db);
  plot = load (fixture->db);
  n = liaison_plot_get_n_marks (plot);
  last = n - 1;
  before = *liaison_plot_get_mark (plot, last);

  g_assert_true (liaison_plot_can_zoom (plot));
  g_assert_false (liaison_plot_zoom (plot, 0.5, 100, 100));
  g_assert_false (liaison_plot_pan (plot, 30, 30));
  g_assert_true (liaison_plot_zoom (plot, 2, before.x + before.width / 2, before.y + before.height / 2));
  g_assert_cmpint (liaison_plot_get_n_marks (plot), <, n);
  after = *liaison_plot_get_mark (plot, liaison_plot_find_mark (plot, before.row, before.column));
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 0.01);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 0.01);
  g_assert_cmpint (liaison_plot_pick (plot, after.x + after.width / 2, after.y + after.height / 2), ==,
                   liaison_plot_find_mark (plot, before.row, before.column));

  g_assert_true (liaison_plot_pan (plot, 10, 0) || liaison_plot_pan (plot, -10, 0));
  after = *liaison_plot_get_mark (plot, liaison_plot_find_mark (plot, before.row, before.column));
  g_assert_cmpfloat_with_epsilon (fabs (after.x - before.x), 10, 0.01);

  g_assert_true (liaison_plot_show_whole (plot));
  g_assert_false (liaison_plot_show_whole (plot));
  g_assert_cmpint (liaison_plot_get_n_marks (plot), ==, n);
  g_assert_cmpmem (liaison_plot_get_mark (plot, last), sizeof before, &before, sizeof before);
}

static cairo_surface_t *
draw (LiaisonPlot *plot,
      int          hovered)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  LiaisonPlotTheme theme;

  liaison_plot_theme_init_look (&theme, LIAISON_PLOT_LIGHT);
  liaison_colour_set (cr, theme.background);
  cairo_paint (cr);
  liaison_plot_draw (plot, cr, &theme, -1, hovered);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* How bright the inner part of a mark is, from 0 to 255. */
static double
get_brightness (cairo_surface_t   *surface,
                const LiaisonMark *mark)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  double sum = 0;
  int n = 0;

  for (int y = mark->y + mark->height * 0.4; y <= mark->y + mark->height * 0.6; y++)
    {
      for (int x = mark->x + mark->width * 0.4; x <= mark->x + mark->width * 0.6; x++)
        {
          guint32 pixel = *(const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (surface) + x * 4);

          sum += ((pixel >> 16 & 0xff) + (pixel >> 8 & 0xff) + (pixel & 0xff)) / 3.0;
          n++;
        }
    }

  return sum / n;
}

/* Whoever is pointed at stands out with all that he meets, and nobody else does. */
static void
test_neighbours (DbFixture     *fixture,
                 gconstpointer  data)
{
  g_autoptr (LiaisonPlot) plot = NULL;
  cairo_surface_t *usual, *hovered;
  g_autoptr (GHashTable) neighbours = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (LiaisonPlotTable) table = NULL;
  int found = -1;
  guint n_near = 0, n_far = 0;

  plot_fixture_fill_sample (fixture->db);
  plot = load (fixture->db);
  table = liaison_plot_create_table (plot);
  for (guint i = 0; i < table->rows->len; i++)
    {
      GStrv fields = g_ptr_array_index (table->rows, i);

      if (g_str_equal (fields[0], "Mark A. Milley"))
        g_hash_table_add (neighbours, fields[1]);
    }
  g_assert_cmpint (g_hash_table_size (neighbours), ==, 2);
  g_hash_table_add (neighbours, (gpointer) "Mark A. Milley");

  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    {
      g_autofree char *label = liaison_plot_dup_mark_label (plot, i);

      if (g_str_has_prefix (label, "Mark A. Milley:"))
        found = i;
    }
  g_assert_cmpint (found, >=, 0);
  usual = draw (plot, -1);
  hovered = draw (plot, found);
  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    {
      const LiaisonMark *mark = liaison_plot_get_mark (plot, i);
      g_autofree char *label = liaison_plot_dup_mark_label (plot, i);
      g_auto (GStrv) parts = g_strsplit (label, ":", 2);
      double paler = get_brightness (hovered, mark) - get_brightness (usual, mark);

      if (strchr (parts[0], ',') != NULL)
        continue;
      if (g_hash_table_contains (neighbours, parts[0]))
        {
          n_near++;
          g_assert_cmpfloat_with_epsilon (paler, 0, 3);
        }
      else
        {
          n_far++;
          g_assert_cmpfloat (paler, >, 10);
        }
    }
  g_assert_cmpint (n_near, ==, 3);
  g_assert_cmpint (n_far, >, 50);
  cairo_surface_destroy (usual);
  cairo_surface_destroy (hovered);
}

/* A path of four: its ends are further from each other than neighbours are, and who meets more is nearer. */
static void
test_layout (void)
{
  const LiaisonNetEdge edges[] = { { 0, 1, 1 }, { 1, 2, 9 }, { 2, 3, 1 } };
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (LiaisonNetEdge));
  double x[4], y[4];

  g_array_append_vals (array, edges, G_N_ELEMENTS (edges));
  liaison_net_layout (4, array, x, y);
  g_assert_cmpfloat_with_epsilon (fabs (x[0] - x[3]), 1, 0.001);
  g_assert_cmpfloat (fabs (x[1] - x[2]), <, fabs (x[0] - x[1]));
  g_assert_cmpfloat (fabs (x[0] - x[1]), <, fabs (x[0] - x[2]));
}

/* A hundred and fifty nodes, some that no line connects with the others, in no time. */
static void
test_large (void)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (LiaisonNetEdge));
  double x[150], y[150];

  for (guint i = 30; i < 150; i++)
    {
      const LiaisonNetEdge edge = { i % 30, i, 1 + i % 7 };
      const LiaisonNetEdge other = { i % 11, i, 1 };

      g_array_append_val (edges, edge);
      if (i % 3 == 0)
        g_array_append_val (edges, other);
    }
  liaison_net_layout (150, edges, x, y);
  for (guint i = 0; i < 150; i++)
    g_assert_true (x[i] >= 0 && x[i] <= 1 && y[i] >= 0 && y[i] <= 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/network/sample", DbFixture, NULL, db_fixture_set_up, test_sample, db_fixture_tear_down);
  g_test_add ("/network/random", DbFixture, NULL, db_fixture_set_up, test_random, db_fixture_tear_down);
  g_test_add ("/network/same", DbFixture, NULL, db_fixture_set_up, test_same, db_fixture_tear_down);
  g_test_add ("/network/zoom", DbFixture, NULL, db_fixture_set_up, test_zoom, db_fixture_tear_down);
  g_test_add ("/network/neighbours", DbFixture, NULL, db_fixture_set_up, test_neighbours, db_fixture_tear_down);
  g_test_add_func ("/network/layout", test_layout);
  g_test_add_func ("/network/large", test_large);

  return g_test_run ();
}
