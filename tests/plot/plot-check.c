/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot-check.h"

#include "liaison-plot-page.h"

#include <math.h>
#include <string.h>

#define WIDTH 960
#define HEIGHT 540

/* Looking at each of very many marks takes long; every n-th of them will do. */
#define MOST_LOOKS 150

static PangoContext *
create_context (void)
{
  return pango_font_map_create_context (pango_cairo_font_map_get_default ());
}

static gint64
count_listed (LiaisonDb  *db,
              const char *name,
              const char *text)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GError) error = NULL;
  LiaisonTally tally;

  if (!liaison_query_check (query, &error) || !liaison_query_tally (db, query, &tally, &error))
    g_error ("%s: “%s”: %s", name, text, error->message);

  return tally.records;
}

static void
check_figures (const char  *name,
               LiaisonDb   *db,
               LiaisonPlot *plot)
{
  guint n = liaison_plot_get_n_marks (plot);
  guint every = 1 + n / MOST_LOOKS;

  for (guint i = 0; i < n; i += every)
    {
      const LiaisonMark *mark = liaison_plot_get_mark (plot, i);
      g_autofree char *query = liaison_plot_dup_mark_query (plot, i);
      g_autofree char *label = liaison_plot_dup_mark_label (plot, i);
      gint64 listed = count_listed (db, name, query);

      g_assert_cmpstr (label, !=, "");
      if (listed != mark->value)
        g_error ("%s: “%s” stands for %d, and “%s” lists %d", name, label, (int) mark->value, query, (int) listed);
    }
}

static void
check_table (const char  *name,
             LiaisonDb   *db,
             LiaisonPlot *plot)
{
  g_autoptr (LiaisonPlotTable) table = liaison_plot_create_table (plot);
  g_autofree char *csv = liaison_plot_table_to_csv (table);

  g_assert_cmpint (table->columns->len, >, table->n_names);
  g_assert_cmpint (table->rows->len, ==, table->queries->len);
  g_assert_true (g_utf8_validate (csv, -1, NULL));
  for (guint i = 0; i < table->rows->len; i += 1 + table->rows->len / MOST_LOOKS)
    {
      const char *query = g_ptr_array_index (table->queries, i);

      g_assert_cmpint (g_strv_length (g_ptr_array_index (table->rows, i)), ==, table->columns->len);
      if (*query != '\0')
        count_listed (db, name, query);
    }
}

static void
check_places (const char  *name,
              LiaisonPlot *plot,
              double       width,
              double       height)
{
  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    {
      const LiaisonMark *mark = liaison_plot_get_mark (plot, i);

      if (!(mark->x >= -0.5 && mark->y >= -0.5 && mark->x + mark->width <= width + 0.5 && mark->y + mark->height <= height + 0.5
            && mark->width > 0 && mark->height > 0))
        g_error ("%s: the mark %u is at %g, %g, %g × %g in %g × %g", name, i, mark->x, mark->y, mark->width, mark->height, width, height);
      if (liaison_plot_find_mark (plot, mark->row, mark->column) != (int) i)
        g_error ("%s: the mark %u stands for what another one stands for, %d and %d", name, i, mark->row, mark->column);
    }
}

/* What is pointed at is where the point is: for other shapes than boxes, the middle may lie outside. */
static void
check_pick (const char  *name,
            LiaisonPlot *plot)
{
  guint n = liaison_plot_get_n_marks (plot);

  for (guint i = 0; i < n; i += 1 + n / MOST_LOOKS)
    {
      LiaisonMark mark = *liaison_plot_get_mark (plot, i);
      int picked = liaison_plot_pick (plot, mark.x + mark.width / 2, mark.y + mark.height / 2);

      if (mark.shape != LIAISON_SHAPE_OTHER && mark.width >= 1 && mark.height >= 1 && picked < 0)
        g_error ("%s: nothing is in the middle of the mark %u", name, i);
    }
  g_assert_cmpint (liaison_plot_pick (plot, -10, -10), ==, -1);
}

/* From the last mark, the arrow keys lead to all others, and Home and End to ends. */
static void
check_moves (const char  *name,
             LiaisonPlot *plot)
{
  guint n = liaison_plot_get_n_marks (plot);
  g_autofree gboolean *seen = g_new0 (gboolean, MAX (n, 1));
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (int));
  int last = liaison_plot_move (plot, -1, LIAISON_MOVE_FIRST);

  if (n == 0)
    {
      g_assert_cmpint (last, ==, -1);
      return;
    }

  g_assert_cmpint (last, ==, n - 1);
  g_array_append_val (queue, last);
  seen[last] = TRUE;
  for (guint i = 0; i < queue->len; i++)
    {
      for (LiaisonMove move = LIAISON_MOVE_LEFT; move <= LIAISON_MOVE_LAST; move++)
        {
          int next = liaison_plot_move (plot, g_array_index (queue, int, i), move);

          g_assert_true (next >= 0 && next < (int) n);
          if (!seen[next])
            g_array_append_val (queue, next);
          seen[next] = TRUE;
        }
    }
  if (queue->len != n)
    g_error ("%s: the arrow keys reach %u of %u marks", name, queue->len, n);
}

static guint
draw (LiaisonPlot     *plot,
      LiaisonPlotLook  look,
      int              width,
      int              height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  LiaisonPlotTheme theme;
  guint n_painted = 0;

  liaison_plot_theme_init_look (&theme, look);
  liaison_plot_draw (plot, cr, &theme, (int) liaison_plot_get_n_marks (plot) - 1, 0);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        n_painted += row[x] != 0;
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return n_painted;
}

static void
check_drawing (const char   *name,
               LiaisonPlot  *plot,
               PangoContext *context)
{
  static const int sizes[][2] = { { 960, 540 }, { 360, 300 }, { 30, 20 }, { 1, 1 }, { 3000, 60 } };
  gboolean is_empty = liaison_plot_get_texts (plot)->is_empty;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      guint n_painted;

      liaison_plot_layout (plot, context, sizes[i][0], sizes[i][1], i % 2);
      n_painted = draw (plot, (LiaisonPlotLook) (i % 4), sizes[i][0], sizes[i][1]);
      if (i < 2 && !is_empty && n_painted < 300)
        g_error ("%s: hardly anything is drawn: %u pixels", name, n_painted);
    }
}

static void
check_texts (LiaisonPlot *plot)
{
  const LiaisonPlotTexts *texts = liaison_plot_get_texts (plot);

  g_assert_true (g_str_has_suffix (texts->title, "?"));
  g_assert_cmpstr (texts->subtitle, !=, "");
  g_assert_cmpstr (texts->rule, !=, "");
  g_assert_cmpstr (texts->description, !=, "");
}

void
plot_check_all (const char  *name,
                LiaisonDb   *db,
                LiaisonPlot *plot)
{
  PangoContext *context = create_context ();

  check_texts (plot);
  check_table (name, db, plot);
  for (int rtl = 0; rtl < 2; rtl++)
    {
      double width, height;

      liaison_plot_measure (plot, context, WIDTH, &width, &height);
      width = MAX (width, WIDTH);
      height = MAX (height, HEIGHT);
      liaison_plot_layout (plot, context, width, height, rtl);
      check_places (name, plot, width, height);
      check_pick (name, plot);
      check_moves (name, plot);
      if (!rtl)
        check_figures (name, db, plot);
    }
  check_drawing (name, plot, context);
  g_object_unref (context);
}

char *
plot_check_geometry (LiaisonPlot *plot)
{
  PangoContext *context = create_context ();
  GString *text = g_string_new (NULL);

  liaison_plot_layout (plot, context, WIDTH, HEIGHT, FALSE);
  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    {
      const LiaisonMark *mark = liaison_plot_get_mark (plot, i);
      g_autofree char *label = liaison_plot_dup_mark_label (plot, i);

      g_string_append_printf (text, "%d %d %d %.0f %.0f %.0f %.0f %s\n", mark->row, mark->column, (int) mark->value, mark->x, mark->y, mark->width,
                              mark->height, label);
    }
  g_object_unref (context);

  return g_string_free (text, FALSE);
}
