/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-matrix-plot-private.h"

#include "liaison-day.h"
#include "liaison-plot-text.h"
#include "liaison-time-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#define GAP 6.0
#define MOST_ROWS 60
#define MOST_COLUMNS 80
#define LEAST_CELL 20.0
#define LABEL_SHARE 0.3
#define HEAD_SHARE 0.3

/* In lines of text: what holds text grows with it. */
#define COLUMN_SHARE 1.4
#define MOST_COLUMN 3.4
#define ROW_SHARE 1.5
#define MOST_HEAD 14.0
#define MOST_LABEL 14.0

G_DEFINE_FINAL_TYPE (LiaisonMatrixPlot, liaison_matrix_plot, LIAISON_TYPE_PLOT)

static const LiaisonChartChoice whos[] = {
  { "principal", NC_("chart", "Principals") },
  { "our-level", NC_("chart", "Levels") },
  { NULL },
};

static const LiaisonChartChoice whoms[] = {
  { "country", NC_("chart", "Countries") },
  { "counterpart", NC_("chart", "Counterparts") },
  { "organisation", NC_("chart", "Organisations") },
  { "level", NC_("chart", "Levels") },
  { "topic", NC_("chart", "Topics") },
  { NULL },
};

static const LiaisonChartChoice readings[] = {
  { "count", NC_("chart", "Engagements") },
  { "days", NC_("chart", "Days since the last") },
  { NULL },
};

static const LiaisonChartChoice orders[] = {
  { "count", NC_("chart", "Number") },
  { "name", NC_("chart", "Name") },
  { "cluster", NC_("chart", "Likeness") },
  { NULL },
};

static const LiaisonChartOption options[] = {
  { "of", NC_("chart", "Of ours"), whos },
  { "with", NC_("chart", "With"), whoms },
  { "cell", NC_("chart", "Cells show"), readings },
  { "order", NC_("chart", "Ordered by"), orders },
  { NULL },
};

/* Figures */

const LiaisonGridFigure *
liaison_matrix_plot_get_figure (LiaisonMatrixPlot *self,
                                guint              row,
                                guint              column)
{
  return liaison_grid_get_figure (self->grid, g_array_index (self->rows, int, row), g_array_index (self->columns, int, column));
}

static LiaisonGridValue
get_row (LiaisonMatrixPlot *self,
         guint              row)
{
  return liaison_grid_get_row (self->grid, g_array_index (self->rows, int, row));
}

static LiaisonGridValue
get_column (LiaisonMatrixPlot *self,
            guint              column)
{
  return liaison_grid_get_column (self->grid, g_array_index (self->columns, int, column));
}

/* Those who have a name and engagements, most of them first. */
static void
fill_lines (LiaisonMatrixPlot *self,
            guint              most_rows,
            guint              most_columns)
{
  for (int i = 0; i < (int) liaison_grid_get_n_rows (self->grid) && self->rows->len < most_rows; i++)
    {
      if (*liaison_grid_get_row (self->grid, i).key != '\0' && liaison_grid_figure_listed (liaison_grid_get_figure (self->grid, i, -1)) > 0)
        g_array_append_val (self->rows, i);
    }

  for (int i = 0; i < (int) liaison_grid_get_n_columns (self->grid) && self->columns->len < most_columns; i++)
    {
      if (*liaison_grid_get_column (self->grid, i).key != '\0' && liaison_grid_figure_listed (liaison_grid_get_figure (self->grid, -1, i)) > 0)
        g_array_append_val (self->columns, i);
    }
}

/* Levels have an order of their own, the highest first. */
static int
compare_values (LiaisonCountKey  key,
                LiaisonGridValue a,
                LiaisonGridValue b)
{
  if (key == LIAISON_COUNT_LEVEL || key == LIAISON_COUNT_OUR_LEVEL)
    return (a.number > b.number) - (a.number < b.number);

  return g_utf8_collate (a.label, b.label);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      grid)
{
  return compare_values (liaison_grid_get_by (grid), liaison_grid_get_row (grid, *(const int *) a), liaison_grid_get_row (grid, *(const int *) b));
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b,
                 gpointer      grid)
{
  return compare_values (liaison_grid_get_and_by (grid), liaison_grid_get_column (grid, *(const int *) a),
                         liaison_grid_get_column (grid, *(const int *) b));
}

static int
get_days_since (LiaisonMatrixPlot       *self,
                const LiaisonGridFigure *figure)
{
  return figure->last_day > 0 ? liaison_day_diff (figure->last_day, liaison_plot_get_frame (LIAISON_PLOT (self))->today) : 0;
}

static void
measure_cells (LiaisonMatrixPlot *self,
               guint             *n_empty)
{
  *n_empty = 0;
  for (guint row = 0; row < self->rows->len; row++)
    {
      for (guint column = 0; column < self->columns->len; column++)
        {
          const LiaisonGridFigure *figure = liaison_matrix_plot_get_figure (self, row, column);

          *n_empty += liaison_grid_figure_listed (figure) == 0;
          self->maximum = MAX (self->maximum, liaison_grid_figure_listed (figure));
          self->longest = MAX (self->longest, get_days_since (self, figure));
        }
    }
}

static void
write_texts (LiaisonMatrixPlot *self,
             guint              n_empty)
{
  const LiaisonGridFigure *all = liaison_grid_get_figure (self->grid, -1, -1);
  g_autofree char *engagements = liaison_plot_text_describe_engagements (liaison_grid_figure_listed (all));
  g_autofree char *span = liaison_time_text_query_span (liaison_grid_get_query (self->grid));
  guint n_pairs = self->rows->len * self->columns->len;
  const LiaisonPlotTexts texts = {
    .title = g_strdup (C_("chart", "Who meets whom?")),
    /* Translators: "12 engagements", "9 December 2021 – 14 January 2022"; then how many pairs never met, of how many */
    .subtitle = g_strdup_printf (C_("chart", "%s · %s · %u of %u pairs have none"), engagements, span, n_empty, n_pairs),
    .rule = g_strdup (_("Counted are engagements that were held, announced and unsourced ones included, in which both took part. One with several is"
                        " counted for each of them.")),
    .description = g_strdup_printf (liaison_grid_get_by (self->grid) == LIAISON_COUNT_PRINCIPAL
                                      ? _("%s of %u principals; %u of %u pairs have none.")
                                      : _("%s of principals of %u levels; %u of %u pairs have none."),
                                    engagements, self->rows->len, n_empty, n_pairs),
    .is_empty = n_pairs == 0,
  };

  liaison_plot_take_texts (LIAISON_PLOT (self), &texts);
}

static LiaisonPlot *
load (LiaisonDb            *db,
      LiaisonChartRequest  *request,
      GError              **error)
{
  g_autoptr (LiaisonMatrixPlot) self = g_object_new (LIAISON_TYPE_MATRIX_PLOT, NULL);
  LiaisonCountKey by = liaison_count_key_parse (liaison_chart_request_get (request, "of"));
  LiaisonCountKey and_by = liaison_count_key_parse (liaison_chart_request_get (request, "with"));
  gboolean is_whole = liaison_chart_request_is_for_table (request);
  guint n_empty;

  self->shows_days = liaison_chart_request_is (request, "cell", "days");
  /* One more, for there is a line of those whom nobody names. */
  self->grid = liaison_grid_load_most (db, liaison_chart_request_get_query (request), by, and_by, is_whole ? 0 : MOST_ROWS + 1,
                                       is_whole ? 0 : MOST_COLUMNS + 1, error);
  if (self->grid == NULL)
    return NULL;

  fill_lines (self, is_whole ? G_MAXUINT : MOST_ROWS, is_whole ? G_MAXUINT : MOST_COLUMNS);
  if (liaison_chart_request_is (request, "order", "name"))
    {
      g_array_sort_with_data (self->rows, compare_rows, self->grid);
      g_array_sort_with_data (self->columns, compare_columns, self->grid);
    }
  else if (liaison_chart_request_is (request, "order", "cluster"))
    {
      liaison_matrix_plot_cluster (self);
    }
  measure_cells (self, &n_empty);
  write_texts (self, n_empty);

  return LIAISON_PLOT (g_steal_pointer (&self));
}

const LiaisonChartKind liaison_matrix_chart = { "matrix", NC_("chart", "Who meets whom"), options, load };

/* Places */

static double
get_widest (LiaisonMatrixPlot *self,
            PangoContext      *context,
            gboolean           of_rows)
{
  guint n = of_rows ? self->rows->len : self->columns->len;
  double widest = 0;

  for (guint i = 0; i < n; i++)
    widest = MAX (widest, liaison_plot_text_get_width (context, of_rows ? get_row (self, i).label : get_column (self, i).label));

  return widest;
}

/* Room for the name of the column, which is written upwards, and for the greatest figure. */
static double
get_least_cell (LiaisonMatrixPlot *self,
                PangoContext      *context,
                double             line_height)
{
  g_autofree char *figure = self->shows_days ? liaison_time_text_format_days (self->longest) : liaison_plot_text_format_number (self->maximum);

  return MAX (MAX (LEAST_CELL, round (line_height * COLUMN_SHARE)), ceil (liaison_plot_text_get_width (context, figure)) + 4);
}

/* The whole of the longest name of a column where there is room for all rows beneath it. */
static double
get_head_height (LiaisonMatrixPlot *self)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  double whole = MIN (get_widest (self, frame->context, FALSE), frame->line_height * MOST_HEAD);
  double room = frame->height - GAP - self->rows->len * round (frame->line_height * ROW_SHARE);

  return MIN (whole, MAX (frame->height * HEAD_SHARE, room));
}

static void
measure (LiaisonPlot  *plot,
         PangoContext *context,
         double        for_width,
         double       *width,
         double       *height)
{
  LiaisonMatrixPlot *self = LIAISON_MATRIX_PLOT (plot);
  double line_height = liaison_plot_text_get_height (context);

  *width = MIN (get_widest (self, context, TRUE), line_height * MOST_LABEL) + 2 * GAP + self->columns->len * get_least_cell (self, context, line_height);
  /* Beneath the rows, a line tells of columns that there is no room for. */
  *height = MIN (get_widest (self, context, FALSE), line_height * MOST_HEAD) + 2 * GAP + self->rows->len * round (line_height * ROW_SHARE) + line_height;
}

/* Whether there is no room for some rows or columns. */
static gboolean
is_cut (LiaisonMatrixPlot *self)
{
  return self->n_rows < self->rows->len || self->n_columns < self->columns->len;
}

static void
place (LiaisonPlot *plot)
{
  LiaisonMatrixPlot *self = LIAISON_MATRIX_PLOT (plot);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  double left, top, least;

  self->label_width = MIN (MIN (get_widest (self, frame->context, TRUE), frame->width * LABEL_SHARE), frame->line_height * MOST_LABEL);
  self->head_height = get_head_height (self);
  left = self->label_width + GAP;
  top = self->head_height + GAP;
  least = get_least_cell (self, frame->context, frame->line_height);
  self->cell_width = CLAMP ((frame->width - left) / self->columns->len, least, MAX (round (frame->line_height * MOST_COLUMN), least));
  self->cell_height = round (frame->line_height * ROW_SHARE);
  self->n_columns = CLAMP ((frame->width - left) / self->cell_width + 0.01, 0, self->columns->len);
  self->n_rows = CLAMP ((frame->height - top) / self->cell_height, 0, self->rows->len);
  /* What is cut off is told on a line below. */
  if (is_cut (self))
    self->n_rows = CLAMP ((frame->height - top - GAP - frame->line_height) / self->cell_height, 0, self->rows->len);

  for (guint row = 0; row < self->n_rows; row++)
    {
      for (guint column = 0; column < self->n_columns; column++)
        {
          LiaisonMark mark = { LIAISON_SHAPE_BOX, left + column * self->cell_width, top + row * self->cell_height, self->cell_width,
                               self->cell_height, row, column, liaison_grid_figure_listed (liaison_matrix_plot_get_figure (self, row, column)), -1 };

          mark.x = liaison_plot_mirror (plot, mark.x, mark.width);
          liaison_plot_add_mark (plot, &mark);
        }
    }
}

/* Drawing */

static void
draw_cell (LiaisonMatrixPlot      *self,
           cairo_t                *cr,
           const LiaisonPlotTheme *theme,
           const LiaisonMark      *mark)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  const LiaisonGridFigure *figure = liaison_matrix_plot_get_figure (self, mark->row, mark->column);
  int days = get_days_since (self, figure);
  double share = self->shows_days ? 1 - log1p (MAX (days, 0)) / log1p (MAX (self->longest, 1)) : sqrt ((double) mark->value / MAX (self->maximum, 1));
  LiaisonColour shade = liaison_plot_theme_get_shade (theme, share);
  g_autofree char *text = NULL;

  if (mark->value == 0)
    {
      /* That there is none is a finding: a frame that is empty. */
      cairo_rectangle (cr, mark->x + 1.5, mark->y + 1.5, MAX (mark->width - 3, 0), MAX (mark->height - 3, 0));
      liaison_colour_set (cr, theme->grid);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
      return;
    }

  cairo_rectangle (cr, mark->x + 1, mark->y + 1, MAX (mark->width - 2, 0), MAX (mark->height - 2, 0));
  liaison_colour_set (cr, shade);
  cairo_fill (cr);
  if (self->shows_days && figure->last_day == 0)
    return;

  text = self->shows_days ? liaison_time_text_format_days (days) : liaison_plot_text_format_number (mark->value);
  if (liaison_plot_text_get_width (frame->context, text) <= mark->width - 2)
    liaison_plot_text_draw (cr, frame->context, liaison_plot_theme_get_ink (theme, shade), text, mark->x + mark->width / 2,
                            mark->y + (mark->height - frame->line_height) / 2, 0.5, -1);
}

/* The names of columns are written upwards. */
static void
draw_column_label (LiaisonMatrixPlot      *self,
                   cairo_t                *cr,
                   const LiaisonPlotTheme *theme,
                   guint                   column)
{
  LiaisonPlot *plot = LIAISON_PLOT (self);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  double x = liaison_plot_mirror (plot, self->label_width + GAP + column * self->cell_width, self->cell_width);

  cairo_save (cr);
  cairo_translate (cr, round (x + (self->cell_width - frame->line_height) / 2), self->head_height);
  cairo_rotate (cr, -G_PI_2);
  liaison_plot_text_draw (cr, frame->context, theme->text, get_column (self, column).label, 0, 0, 0, self->head_height);
  cairo_restore (cr);
}

static void
draw_rest (LiaisonMatrixPlot      *self,
           cairo_t                *cr,
           const LiaisonPlotTheme *theme)
{
  LiaisonPlot *plot = LIAISON_PLOT (self);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  /* Translators: how many rows are shown, of how many; the same of columns */
  g_autofree char *text = g_strdup_printf (C_("chart", "Shown are %u of %u rows and %u of %u columns"), self->n_rows, self->rows->len,
                                           self->n_columns, self->columns->len);

  liaison_plot_text_draw (cr, frame->context, theme->dim, text, liaison_plot_mirror (plot, 0, 0),
                          self->head_height + GAP + self->n_rows * self->cell_height + GAP, frame->rtl ? 1 : 0, frame->width);
}

static void
draw (LiaisonPlot            *plot,
      cairo_t                *cr,
      const LiaisonPlotTheme *theme)
{
  LiaisonMatrixPlot *self = LIAISON_MATRIX_PLOT (plot);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);

  for (guint column = 0; column < self->n_columns && self->n_rows > 0; column++)
    draw_column_label (self, cr, theme, column);

  for (guint row = 0; row < self->n_rows; row++)
    {
      double y = self->head_height + GAP + row * self->cell_height + (self->cell_height - frame->line_height) / 2;

      liaison_plot_text_draw (cr, frame->context, theme->text, get_row (self, row).label,
                              frame->rtl ? frame->width - self->label_width : self->label_width, y, frame->rtl ? 0 : 1, self->label_width);
    }

  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    draw_cell (self, cr, theme, liaison_plot_get_mark (plot, i));
  if (is_cut (self) && self->n_rows > 0)
    draw_rest (self, cr, theme);
}

/* Words */

static char *
dup_mark_label (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  LiaisonMatrixPlot *self = LIAISON_MATRIX_PLOT (plot);
  const LiaisonGridFigure *figure = liaison_matrix_plot_get_figure (self, mark->row, mark->column);
  const char *who = get_row (self, mark->row).label;
  const char *whom = get_column (self, mark->column).label;
  g_autofree char *engagements = liaison_plot_text_describe_engagements (mark->value);
  g_autofree char *ago = liaison_time_text_ago (get_days_since (self, figure));

  if (mark->value == 0)
    /* Translators: a principal, a country or counterpart */
    return g_strdup_printf (C_("chart", "%s, %s: no engagement"), who, whom);
  if (figure->last_day == 0)
    return g_strdup_printf (C_("chart", "%s, %s: %s"), who, whom, engagements);

  /* Translators: a principal, a country or counterpart, "12 engagements", "3 days ago" */
  return g_strdup_printf (C_("chart", "%s, %s: %s, the last %s"), who, whom, engagements, ago);
}

static char *
dup_mark_query (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  LiaisonMatrixPlot *self = LIAISON_MATRIX_PLOT (plot);

  return liaison_grid_dup_query (self->grid, g_array_index (self->rows, int, mark->row), g_array_index (self->columns, int, mark->column));
}

static LiaisonPlotTable *
create_table (LiaisonPlot *plot)
{
  LiaisonMatrixPlot *self = LIAISON_MATRIX_PLOT (plot);
  LiaisonPlotTable *table = liaison_plot_table_new (1);

  liaison_plot_table_add_column (table, liaison_grid_get_by (self->grid) == LIAISON_COUNT_PRINCIPAL ? C_("chart", "Principal") : C_("chart", "Level"));
  liaison_plot_table_add_column (table, C_("chart", "Engagements"));
  for (guint i = 0; i < self->columns->len; i++)
    liaison_plot_table_add_column (table, get_column (self, i).label);

  for (guint row = 0; row < self->rows->len; row++)
    {
      int grid_row = g_array_index (self->rows, int, row);
      g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();
      g_autofree char *whole = liaison_plot_text_format_number (liaison_grid_figure_listed (liaison_grid_get_figure (self->grid, grid_row, -1)));

      g_strv_builder_add (fields, get_row (self, row).label);
      g_strv_builder_add (fields, whole);
      for (guint column = 0; column < self->columns->len; column++)
        {
          const LiaisonGridFigure *figure = liaison_matrix_plot_get_figure (self, row, column);
          g_autofree char *text = NULL;

          if (!self->shows_days)
            text = liaison_plot_text_format_number (liaison_grid_figure_listed (figure));
          else if (figure->last_day > 0)
            text = liaison_plot_text_format_number (get_days_since (self, figure));
          g_strv_builder_add (fields, text ? text : "");
        }
      liaison_plot_table_add_row (table, g_strv_builder_end (fields), liaison_grid_dup_query (self->grid, grid_row, -1));
    }

  return table;
}

/* The same shades. */
static void
match (LiaisonPlot *plot,
       LiaisonPlot *other)
{
  LiaisonMatrixPlot *self = LIAISON_MATRIX_PLOT (plot);

  self->maximum = MAX (self->maximum, LIAISON_MATRIX_PLOT (other)->maximum);
  self->longest = MAX (self->longest, LIAISON_MATRIX_PLOT (other)->longest);
}

static void
liaison_matrix_plot_finalize (GObject *object)
{
  LiaisonMatrixPlot *self = LIAISON_MATRIX_PLOT (object);

  g_clear_pointer (&self->grid, liaison_grid_unref);
  g_array_unref (self->rows);
  g_array_unref (self->columns);

  G_OBJECT_CLASS (liaison_matrix_plot_parent_class)->finalize (object);
}

static void
liaison_matrix_plot_class_init (LiaisonMatrixPlotClass *klass)
{
  LiaisonPlotClass *plot_class = LIAISON_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_matrix_plot_finalize;
  plot_class->measure = measure;
  plot_class->place = place;
  plot_class->draw = draw;
  plot_class->dup_mark_label = dup_mark_label;
  plot_class->dup_mark_query = dup_mark_query;
  plot_class->create_table = create_table;
  plot_class->match = match;
}

static void
liaison_matrix_plot_init (LiaisonMatrixPlot *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (int));
  self->columns = g_array_new (FALSE, FALSE, sizeof (int));
}
