/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The outlines of countries, how they are laid flat, and what the map makes of them. */

#include "plot-fixture.h"

#include "liaison-country.h"
#include "liaison-map-projection.h"

#include <math.h>
#include <string.h>

#define DEGREE (G_PI / 180)
#define SQUARE_KILOMETRES (6371.0 * 6371.0)

#define WIDTH 1000
#define HEIGHT 600

/* The area of a ring on the globe, in square radians: Green's theorem over its corners, longitudes along parallels. */
static double
measure_on_globe (const LiaisonMapRing *ring)
{
  double sum = 0;

  for (guint i = 0; i < ring->n_points; i++)
    {
      LiaisonGlobePoint from = ring->points[i];
      LiaisonGlobePoint to = ring->points[(i + 1) % ring->n_points];

      sum += (to.longitude - from.longitude) * (sin (from.latitude) + sin (to.latitude)) / 2;
    }

  return -sum;
}

static double
measure_on_map (const LiaisonMapProjection *projection,
                const LiaisonMapRing       *ring)
{
  double twice = 0;

  for (guint i = 0; i < ring->n_points; i++)
    {
      LiaisonMapPoint from = liaison_map_projection_project (projection, ring->points[i]);
      LiaisonMapPoint to = liaison_map_projection_project (projection, ring->points[(i + 1) % ring->n_points]);

      twice += from.x * to.y - to.x * from.y;
    }

  return -twice / 2 / (projection->scale * projection->scale);
}

static const LiaisonMapCountry *
get_country (const char *code)
{
  guint n;
  const LiaisonMapCountry *countries = liaison_map_outlines_get (&n);
  int index = liaison_map_outlines_find (code);

  g_assert_cmpint (index, >=, 0);

  return &countries[index];
}

static double
sum_on_globe (const LiaisonMapCountry *country)
{
  double sum = 0;

  for (guint i = 0; i < country->n_rings; i++)
    sum += measure_on_globe (&country->rings[i]);

  return fabs (sum);
}

/* Every country there is has an outline, but few specks of land and what is left out. */
static void
test_countries (void)
{
  static const char without[] = "AQ BQ BV CC CX GF GI GP HK MO MQ RE SJ TK TV UM YT";
  guint n;
  const LiaisonMapCountry *countries = liaison_map_outlines_get (&n);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (countries[i].n_rings, >, 0);
      if (*countries[i].code == '\0')
        continue;
      g_assert_true (liaison_country_is_valid (countries[i].code));
      g_assert_false (liaison_country_is_former (countries[i].code));
      g_assert_true (g_hash_table_add (seen, (gpointer) countries[i].code));
      g_assert_cmpint (liaison_map_outlines_find (countries[i].code), ==, i);
    }

  for (const char * const *code = liaison_country_list (); *code != NULL; code++)
    {
      if (!liaison_country_is_former (*code) && !g_hash_table_contains (seen, *code) && strstr (without, *code) == NULL)
        g_error ("%s has no outline", *code);
    }
  g_assert_cmpint (liaison_map_outlines_find (""), ==, -1);
  g_assert_cmpint (liaison_map_outlines_find ("SU"), ==, -1);
}

/* Areas as yearbooks have them, in thousands of square kilometres: the outlines are simple, and not wrong. */
static void
test_areas (void)
{
  static const struct { const char *code; double area; } known[] = {
    { "UA", 604 }, { "PL", 313 }, { "DE", 357 }, { "BR", 8516 }, { "RU", 17098 }, { "CZ", 79 }, { "LT", 65 }, { "ZA", 1221 }, { "LS", 30 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      double area = sum_on_globe (get_country (known[i].code)) * SQUARE_KILOMETRES / 1000;

      if (fabs (area / known[i].area - 1) > 0.06)
        g_error ("%s has %g thousand square kilometres, and not %g", known[i].code, area, known[i].area);
    }
}

/* Both projections leave areas as great as they are. */
static void
test_equal_areas (void)
{
  static const char * const codes[] = { "UA", "PL", "NO", "TR", "KZ", "IT", "EG" };
  const LiaisonMapProjection projections[] = {
    { TRUE, { 11 * DEGREE, 0 }, 1, 0, 0 }, { FALSE, { 14 * DEGREE, 53 * DEGREE }, 150, 20, 30 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const LiaisonMapRing *ring = &get_country (codes[i])->rings[0];

      for (guint j = 0; j < G_N_ELEMENTS (projections); j++)
        {
          double ratio = measure_on_map (&projections[j], ring) / measure_on_globe (ring);

          if (fabs (ratio - 1) > 0.02)
            g_error ("%s is %g times as great by the projection %u", codes[i], ratio, j);
        }
    }
}

/* Points of the Equal Earth map, of its authors' formula: the edge of the equator and the poles. */
static void
test_known_points (void)
{
  const LiaisonMapProjection world = { TRUE, { 0, 0 }, 1, 0, 0 };
  LiaisonMapPoint edge = liaison_map_projection_project (&world, (LiaisonGlobePoint) { G_PI, 0 });
  LiaisonMapPoint pole = liaison_map_projection_project (&world, (LiaisonGlobePoint) { 0, G_PI_2 });

  g_assert_cmpfloat_with_epsilon (edge.x, 2.70663, 0.0001);
  g_assert_cmpfloat_with_epsilon (edge.y, 0, 0.0001);
  g_assert_cmpfloat_with_epsilon (pole.x, 0, 0.0001);
  g_assert_cmpfloat_with_epsilon (pole.y, -1.31736, 0.0001);
}

static void
test_fit (void)
{
  const LiaisonGlobePoint points[] = { { 30.5 * DEGREE, 50.4 * DEGREE }, { 2.3 * DEGREE, 48.9 * DEGREE }, { 24 * DEGREE, 38 * DEGREE } };
  LiaisonMapProjection projection = { FALSE, points[0], 1, 0, 0 };
  double left = WIDTH, right = 0, top = HEIGHT, bottom = 0;

  liaison_map_projection_fit (&projection, points, NULL, G_N_ELEMENTS (points), WIDTH, HEIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      LiaisonMapPoint point = liaison_map_projection_project (&projection, points[i]);

      g_assert_true (point.x >= -0.5 && point.x <= WIDTH + 0.5 && point.y >= -0.5 && point.y <= HEIGHT + 0.5);
      left = MIN (left, point.x);
      right = MAX (right, point.x);
      top = MIN (top, point.y);
      bottom = MAX (bottom, point.y);
    }
  g_assert_cmpfloat_with_epsilon (MAX ((right - left) / WIDTH, (bottom - top) / HEIGHT), 1, 0.002);
}

/* The map */

static LiaisonPlot *
load (LiaisonDb  *db,
      const char *part)
{
  LiaisonPlot *plot = plot_fixture_load (db, liaison_chart_kind_find ("map"), "", "part", part);

  plot_fixture_layout (plot, WIDTH, HEIGHT);

  return plot;
}

/* The mark of a country, found by what it is called. */
static const LiaisonMark *
find_mark (LiaisonPlot *plot,
           const char  *code)
{
  g_autofree char *start = g_strdup_printf ("%s: ", liaison_country_get_name (code));

  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    {
      g_autofree char *label = liaison_plot_dup_mark_label (plot, i);

      if (g_str_has_prefix (label, start))
        return liaison_plot_get_mark (plot, i);
    }

  g_error ("the map has no mark of %s", code);
}

static void
fill (LiaisonDb          *db,
      const char * const *countries)
{
  db_fixture_put (db, LIAISON_KIND_CONTACT, 1, "name", "Ours", "side", "ours", NULL);
  for (guint i = 0; countries[i] != NULL; i++)
    {
      db_fixture_put (db, LIAISON_KIND_CONTACT, i + 2, "name", countries[i], "side", "theirs", "country", countries[i], NULL);
      plot_fixture_put_call (db, i + 2, "2022-01-03", i + 2);
    }
}

/* The smallest have discs that are easy to point at, on whatever map; what is no more is told beside it. */
static void
test_small_states (DbFixture     *fixture,
                   gconstpointer  data)
{
  static const char * const countries[] = { "VA", "SM", "MC", "LI", "MT", "AD", "LU", "MV", "NR", "SU", "UA", NULL };
  static const char * const parts[] = { "fitted", "world", "europe" };

  fill (fixture->db, countries);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (LiaisonPlot) plot = load (fixture->db, parts[i]);

      for (guint j = 0; countries[j] != NULL; j++)
        {
          const LiaisonMark *mark = find_mark (plot, countries[j]);

          g_assert_cmpint (mark->value, ==, 1);
          g_assert_cmpint (liaison_plot_find_mark (plot, mark->row, mark->column), >=, 0);
          if (mark->shape == LIAISON_SHAPE_OTHER)
            continue;
          g_assert_cmpfloat (mark->width, >=, 24);
          g_assert_cmpfloat (mark->height, >=, 24);
          g_assert_true (liaison_plot_get_mark (plot, liaison_plot_pick (plot, mark->x + mark->width / 2, mark->y + mark->height / 2)) == mark);
        }
      g_assert_cmpint (find_mark (plot, "VA")->shape, ==, LIAISON_SHAPE_DISC);
      g_assert_cmpint (find_mark (plot, "SU")->shape, ==, LIAISON_SHAPE_BOX);
    }
}

/* What one sees where one points is what is there. */
static void
test_pick (DbFixture     *fixture,
           gconstpointer  data)
{
  static const char * const countries[] = { "UA", "FR", "NO", "TR", NULL };
  g_autoptr (LiaisonPlot) plot = NULL;
  const LiaisonMark *norway, *sweden;
  int picked;

  fill (fixture->db, countries);
  plot = load (fixture->db, "fitted");
  norway = find_mark (plot, "NO");
  sweden = find_mark (plot, "SE");
  g_assert_cmpint (sweden->value, ==, 0);
  /* The middle of Sweden's bounds lies in Sweden, and in Norway's bounds. */
  picked = liaison_plot_pick (plot, sweden->x + sweden->width / 2, sweden->y + sweden->height / 2);
  g_assert_true (liaison_plot_get_mark (plot, picked) == sweden);
  g_assert_cmpfloat (norway->x + norway->width, >, sweden->x + sweden->width / 2);
}

/* The picture is fitted to where most is, and what lies far away is told. */
static void
test_fitted (DbFixture     *fixture,
             gconstpointer  data)
{
  static const char * const countries[] = { "UA", "UA", "PL", "DE", "DE", "FR", "LT", "LV", "EE", "CZ", "SK", "JP", NULL };
  g_autoptr (LiaisonPlot) fitted = NULL;
  g_autoptr (LiaisonPlot) world = NULL;

  fill (fixture->db, countries);
  fitted = load (fixture->db, "fitted");
  world = load (fixture->db, "world");
  g_assert_cmpint (find_mark (fitted, "JP")->shape, ==, LIAISON_SHAPE_BOX);
  g_assert_cmpint (find_mark (world, "JP")->shape, ==, LIAISON_SHAPE_OTHER);
  g_assert_cmpfloat (find_mark (fitted, "UA")->width, >, 2.5 * find_mark (world, "UA")->width);
  g_assert_cmpint (find_mark (fitted, "UA")->value, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/countries", test_countries);
  g_test_add_func ("/map/areas", test_areas);
  g_test_add_func ("/map/equal-areas", test_equal_areas);
  g_test_add_func ("/map/known-points", test_known_points);
  g_test_add_func ("/map/fit", test_fit);
  g_test_add ("/map/small-states", DbFixture, NULL, db_fixture_set_up, test_small_states, db_fixture_tear_down);
  g_test_add ("/map/pick", DbFixture, NULL, db_fixture_set_up, test_pick, db_fixture_tear_down);
  g_test_add ("/map/fitted", DbFixture, NULL, db_fixture_set_up, test_fitted, db_fixture_tear_down);

  return g_test_run ();
}
