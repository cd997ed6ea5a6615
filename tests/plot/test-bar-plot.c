/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-bar-plot.h"
#include "liaison-edit.h"

#include <glib/gstdio.h>

typedef struct
{
  char          *folder;
  LiaisonDb     *db;
  LiaisonSeries *series;
  PangoContext  *context;
} Fixture;

static void
add_engagements (LiaisonDb *db)
{
  static const LiaisonForm forms[] = { LIAISON_FORM_PHONE_CALL, LIAISON_FORM_LETTER, LIAISON_FORM_CEREMONY, LIAISON_FORM_MULTILATERAL_SESSION };
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonEdit) edit = liaison_edit_begin (db, LIAISON_BATCH_EDIT, "Add", &error);

  g_assert_no_error (error);
  for (int i = 0; i < 300; i++)
    {
      g_autoptr (LiaisonRecord) record = liaison_record_new (LIAISON_KIND_ENGAGEMENT, NULL);
      int day = liaison_day_add (20211101, g_test_rand_int_range (0, 400));
      g_autofree char *start = g_strdup_printf ("%04d-%02d-%02d", day / 10000, day / 100 % 100, day % 100);

      liaison_record_set_text (record, LIAISON_ENGAGEMENT_TITLE, "Engagement");
      liaison_record_set_text (record, LIAISON_ENGAGEMENT_START, start);
      liaison_record_set_integer (record, LIAISON_ENGAGEMENT_PRECISION, LIAISON_PRECISION_DAY);
      liaison_record_set_integer (record, LIAISON_ENGAGEMENT_FORM, forms[g_test_rand_int_range (0, G_N_ELEMENTS (forms))]);
      liaison_record_set_integer (record, LIAISON_ENGAGEMENT_STATUS,
                                  g_test_rand_int_range (0, 10) ? LIAISON_STATUS_HELD : LIAISON_STATUS_CANCELLED);
      liaison_edit_put (edit, record, NULL, &error);
      g_assert_no_error (error);
    }
  liaison_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (LiaisonQuery) query = liaison_query_parse ("");

  fixture->folder = g_dir_make_tmp ("liaison-plot-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "store.liaison", NULL);
  fixture->db = liaison_db_create (path, &error);
  g_assert_no_error (error);
  add_engagements (fixture->db);
  fixture->series = liaison_series_load (fixture->db, query, LIAISON_STEP_MONTH, &error);
  g_assert_no_error (error);
  fixture->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "store.liaison", NULL);

  g_object_unref (fixture->context);
  liaison_series_unref (fixture->series);
  liaison_db_close (fixture->db);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

/* Every figure of the series is the number of engagements that its query lists. */
static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 sum = 0;

  for (guint bucket = 0; bucket < liaison_series_get_n_buckets (fixture->series); bucket++)
    {
      gint64 stacked = 0;

      for (int stack = -1; stack < (int) liaison_series_get_n_stacks (fixture->series); stack++)
        {
          gint64 value = stack < 0 ? liaison_series_get_total (fixture->series, bucket)
                                   : liaison_series_get_value (fixture->series, bucket, stack);
          g_autoptr (LiaisonQuery) query = NULL;
          g_autoptr (GError) error = NULL;
          LiaisonTally tally;

          stacked += stack < 0 ? 0 : value;
          if (value == 0)
            continue;

          query = liaison_query_parse (liaison_series_get_query (fixture->series, bucket, stack));
          liaison_query_check (query, &error);
          g_assert_no_error (error);
          liaison_query_tally (fixture->db, query, &tally, &error);
          g_assert_no_error (error);
          g_assert_cmpint (tally.counted, ==, value);
        }
      g_assert_cmpint (stacked, ==, liaison_series_get_total (fixture->series, bucket));
      sum += stacked;
    }
  g_assert_cmpint (sum, ==, liaison_series_get_sum (fixture->series));
  g_assert_cmpint (sum, >, 200);
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  gboolean rtl = GPOINTER_TO_INT (data);
  g_autoptr (LiaisonBarPlot) plot = liaison_bar_plot_new (fixture->series);
  double last_x = rtl ? G_MAXDOUBLE : -1;
  guint last_bucket = G_MAXUINT;

  liaison_bar_plot_layout (plot, fixture->context, 900, 400, rtl);
  g_assert_cmpint (liaison_bar_plot_get_n_marks (plot), >, 14);

  for (guint i = 0; i < liaison_bar_plot_get_n_marks (plot); i++)
    {
      const LiaisonBarMark *mark = liaison_bar_plot_get_mark (plot, i);
      int picked = liaison_bar_plot_pick (plot, mark->x + mark->width / 2, mark->y + mark->height / 2);

      g_assert_cmpfloat (mark->x, >=, 0);
      g_assert_cmpfloat (mark->x + mark->width, <=, 900);
      g_assert_cmpfloat (mark->y, >=, 0);
      g_assert_cmpfloat (mark->y + mark->height, <, 400);
      if (mark->stack >= 0)
        g_assert_cmpint (picked, ==, i);
      else
        g_assert_cmpint (liaison_bar_plot_pick (plot, mark->x + mark->width / 2, mark->y - 1), ==, i);

      if (mark->bucket == last_bucket)
        continue;
      if (rtl)
        g_assert_cmpfloat (mark->x + mark->width, <=, last_x);
      else
        g_assert_cmpfloat (mark->x, >, last_x);
      last_x = rtl ? mark->x : mark->x + mark->width;
      last_bucket = mark->bucket;
    }
  g_assert_cmpint (liaison_bar_plot_pick (plot, -5, 200), ==, -1);
  g_assert_cmpint (liaison_bar_plot_pick (plot, 450, 399), ==, -1);
}

/* From the last mark the arrow keys reach every mark. */
static void
test_moves (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (LiaisonBarPlot) plot = liaison_bar_plot_new (fixture->series);
  g_autofree gboolean *seen = NULL;
  guint n, n_seen = 0;
  int mark;

  liaison_bar_plot_layout (plot, fixture->context, 900, 400, FALSE);
  n = liaison_bar_plot_get_n_marks (plot);
  seen = g_new0 (gboolean, n);

  for (mark = liaison_bar_plot_move (plot, -1, LIAISON_MOVE_LAST);;)
    {
      int next = mark;
      int earlier;

      do
        {
          mark = next;
          n_seen += !seen[mark];
          seen[mark] = TRUE;
          next = liaison_bar_plot_move (plot, mark, LIAISON_MOVE_DOWN);
        }
      while (next != mark);

      earlier = liaison_bar_plot_move (plot, mark, LIAISON_MOVE_EARLIER);
      if (earlier == mark)
        break;
      g_assert_cmpint (liaison_bar_plot_get_mark (plot, earlier)->bucket, <, liaison_bar_plot_get_mark (plot, mark)->bucket);
      for (mark = earlier; liaison_bar_plot_move (plot, mark, LIAISON_MOVE_UP) != mark;)
        mark = liaison_bar_plot_move (plot, mark, LIAISON_MOVE_UP);
    }
  g_assert_cmpint (n_seen, ==, n);
  g_assert_cmpint (liaison_bar_plot_move (plot, 0, LIAISON_MOVE_LAST), ==, n - 1);
}

/* Any size, also one that has no room, is drawn without a complaint, and something is drawn. */
static void
test_draw (Fixture       *fixture,
           gconstpointer  data)
{
  static const int sizes[][2] = { { 900, 400 }, { 300, 220 }, { 20, 20 }, { 1, 1 }, { 4000, 60 } };
  g_autoptr (LiaisonBarPlot) plot = liaison_bar_plot_new (fixture->series);
  LiaisonPlotTheme theme;

  liaison_plot_theme_init (&theme, (LiaisonColour) { 1, 1, 1 }, (LiaisonColour) { 0, 0, 0 }, (LiaisonColour) { 0, 0, 1 });
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, sizes[i][0], sizes[i][1]);
      cairo_t *cr = cairo_create (surface);
      guint n_painted = 0;

      liaison_bar_plot_layout (plot, fixture->context, sizes[i][0], sizes[i][1], i % 2);
      liaison_bar_plot_draw (plot, cr, &theme, 0, 1, 20220114);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_flush (surface);
      for (int y = 0; y < sizes[i][1]; y++)
        {
          const guint32 *row = (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));

          for (int x = 0; x < sizes[i][0]; x++)
            n_painted += row[x] != 0;
        }
      if (i < 2)
        g_assert_cmpint (n_painted, >, sizes[i][0] * sizes[i][1] / 20);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonQuery) query = liaison_query_parse ("from:1990 to:1991");
  g_autoptr (LiaisonSeries) series = liaison_series_load (fixture->db, query, LIAISON_STEP_YEAR, &error);
  g_autoptr (LiaisonBarPlot) plot = NULL;
  g_autofree char *description = NULL;

  g_assert_no_error (error);
  plot = liaison_bar_plot_new (series);
  liaison_bar_plot_layout (plot, fixture->context, 900, 400, FALSE);
  g_assert_cmpint (liaison_bar_plot_get_n_marks (plot), ==, 0);
  g_assert_cmpint (liaison_bar_plot_pick (plot, 450, 200), ==, -1);
  g_assert_cmpint (liaison_bar_plot_move (plot, -1, LIAISON_MOVE_FIRST), ==, -1);
  description = liaison_bar_plot_dup_description (plot);
  g_assert_cmpstr (description, ==, "No engagements.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/bar-plot/figures", Fixture, NULL, set_up, test_figures, tear_down);
  g_test_add ("/bar-plot/marks", Fixture, GINT_TO_POINTER (FALSE), set_up, test_marks, tear_down);
  g_test_add ("/bar-plot/marks-mirrored", Fixture, GINT_TO_POINTER (TRUE), set_up, test_marks, tear_down);
  g_test_add ("/bar-plot/moves", Fixture, NULL, set_up, test_moves, tear_down);
  g_test_add ("/bar-plot/draw", Fixture, NULL, set_up, test_draw, tear_down);
  g_test_add ("/bar-plot/empty", Fixture, NULL, set_up, test_empty, tear_down);

  return g_test_run ();
}
