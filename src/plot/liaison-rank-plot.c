/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-rank-plot.h"

#include "liaison-grid.h"
#include "liaison-plot-bars.h"
#include "liaison-plot-key.h"
#include "liaison-plot-text.h"
#include "liaison-time-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP 6.0
#define LEAST_WIDTH 260.0
#define LEAST_BARS 3
#define MOST_BARS 200

/* More than these are not ranked: of a hundred thousand names, nobody reads the last ones. */
#define MOST_RANKED 1000
#define BAR_SHARE 0.7
#define LABEL_SHARE 0.34
#define LEAST_MARK 2.0

/* One who is ranked. */
typedef struct
{
  guint  row;   /* of the grids */
  gint64 value;  /* what is measured */
  gint64 added;  /* what stated totals add, which is in no bar */
  gint64 listed; /* the engagements under it */
} Bar;

struct _LiaisonRankPlot
{
  LiaisonPlot      parent_instance;

  LiaisonGrid     *grid;     /* engagements by who and group */
  LiaisonGrid     *measured; /* what is measured, by who; NULL where that are the engagements */
  LiaisonMeasure   measure;
  GArray          *groups;   /* int: the columns, in the order of the vocabulary */
  GArray          *bars;     /* Bar, the greatest first */
  guint            n_more;   /* ranked below these */
  gint64           maximum;
  LiaisonPlotKey  *key;

  guint            n_shown;
  double           top;
  double           pitch;    /* from bar to bar */
  double           label_width;
  double           room;     /* of the longest bar */
};

G_DEFINE_FINAL_TYPE (LiaisonRankPlot, liaison_rank_plot, LIAISON_TYPE_PLOT)

static const LiaisonChartChoice whats[] = {
  { "counterpart", NC_("chart", "Counterparts") },
  { "country", NC_("chart", "Countries") },
  { "organisation", NC_("chart", "Organisations") },
  { "principal", NC_("chart", "Principals") },
  { "topic", NC_("chart", "Topics") },
  { "format", NC_("chart", "Formats") },
  { NULL },
};

static const LiaisonChartChoice measures[] = {
  { "engagements", NC_("chart", "Engagements") },
  { "counterparts", NC_("chart", "Distinct counterparts") },
  { "countries", NC_("chart", "Distinct countries") },
  { NULL },
};

static const LiaisonChartOption options[] = {
  { "of", NC_("chart", "Ranking of"), whats },
  { "measure", NC_("chart", "By"), measures },
  { NULL },
};

/* Figures */

static int
compare_bars (gconstpointer a,
              gconstpointer b)
{
  const Bar *first = a;
  const Bar *second = b;
  int order = (first->value < second->value) - (first->value > second->value);

  return order != 0 ? order : (first->row > second->row) - (first->row < second->row);
}

/* The figure of what is measured; with none, nobody is there. */
static const LiaisonGridFigure *
find_measured (LiaisonRankPlot *self,
               GHashTable      *rows,
               const char      *key)
{
  static const LiaisonGridFigure nothing = { 0 };
  gpointer row = g_hash_table_lookup (rows, key);

  return row ? liaison_grid_get_figure (self->measured, (int) GPOINTER_TO_UINT (row) - 1, -1) : &nothing;
}

/* Everybody who has a name: "nobody named" is no one to be ranked. */
static void
fill_bars (LiaisonRankPlot *self)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; self->measured != NULL && i < liaison_grid_get_n_rows (self->measured); i++)
    g_hash_table_insert (rows, (gpointer) liaison_grid_get_row (self->measured, i).key, GUINT_TO_POINTER (i + 1));

  for (guint i = 0; i < liaison_grid_get_n_rows (self->grid); i++)
    {
      LiaisonGridValue value = liaison_grid_get_row (self->grid, i);
      const LiaisonGridFigure *figure = liaison_grid_get_figure (self->grid, i, -1);
      const LiaisonGridFigure *measured = self->measured ? find_measured (self, rows, value.key) : figure;
      Bar bar = { i, liaison_grid_figure_listed (measured), measured->added, liaison_grid_figure_listed (figure) };

      if (*value.key == '\0')
        continue;
      if (bar.value > 0)
        g_array_append_val (self->bars, bar);
    }

  g_array_sort (self->bars, compare_bars);
  self->maximum = self->bars->len > 0 ? g_array_index (self->bars, Bar, 0).value : 0;
}

/* A group may have engagements of nobody who is ranked. */
static gboolean
is_in_bars (LiaisonRankPlot *self,
            int              column)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      if (liaison_grid_figure_listed (liaison_grid_get_figure (self->grid, g_array_index (self->bars, Bar, i).row, column)) > 0)
        return TRUE;
    }

  return FALSE;
}

/* In the fixed order of the vocabulary, so that a group keeps its place and its colour everywhere. */
static void
fill_groups (LiaisonRankPlot *self)
{
  for (const LiaisonToken *token = liaison_groups.tokens; token->token != NULL; token++)
    {
      for (guint i = 0; i < liaison_grid_get_n_columns (self->grid); i++)
        {
          int column = i;

          if (liaison_grid_get_column (self->grid, i).number == token->value && is_in_bars (self, column))
            g_array_append_val (self->groups, column);
        }
    }

  for (guint i = 0; self->measured == NULL && self->groups->len > 1 && i < self->groups->len; i++)
    {
      LiaisonGridValue group = liaison_grid_get_column (self->grid, g_array_index (self->groups, int, i));

      liaison_plot_key_add (self->key, group.number - 1, group.label);
    }
}

static const char *
get_title (LiaisonRankPlot *self)
{
  switch ((int) liaison_grid_get_by (self->grid))
    {
    case LIAISON_COUNT_COUNTERPART:
      return C_("chart", "Whom do we speak with most?");
    case LIAISON_COUNT_COUNTRY:
      return C_("chart", "Which countries do we speak with most?");
    case LIAISON_COUNT_ORGANISATION:
      return C_("chart", "Which organisations do we speak with most?");
    case LIAISON_COUNT_PRINCIPAL:
      return C_("chart", "Who carries the load?");
    case LIAISON_COUNT_TOPIC:
      return C_("chart", "What do we speak about most?");
    default:
      return C_("chart", "In which formats do we speak most?");
    }
}

static char *
describe_value (LiaisonRankPlot *self,
                const Bar       *bar)
{
  g_autofree char *figure = liaison_plot_text_format_number (bar->value);
  g_autofree char *engagements = liaison_plot_text_describe_engagements (bar->listed);

  switch (self->measure)
    {
    case LIAISON_MEASURE_COUNTERPARTS:
      /* Translators: how many counterparts; in "12 engagements" */
      return g_strdup_printf (ngettext ("%s counterpart in %s", "%s counterparts in %s", bar->value), figure, engagements);
    case LIAISON_MEASURE_COUNTRIES:
      /* Translators: how many countries; in "12 engagements" */
      return g_strdup_printf (ngettext ("%s country in %s", "%s countries in %s", bar->value), figure, engagements);
    case LIAISON_MEASURE_ENGAGEMENTS:
    case LIAISON_MEASURE_ORGANISATIONS:
    default:
      return liaison_plot_text_describe_engagements (bar->value);
    }
}

static void
write_texts (LiaisonRankPlot *self)
{
  gint64 all = liaison_grid_figure_listed (liaison_grid_get_figure (self->grid, -1, -1));
  g_autofree char *engagements = liaison_plot_text_describe_engagements (all);
  g_autofree char *span = liaison_time_text_query_span (liaison_grid_get_query (self->grid));
  g_autofree char *number = liaison_plot_text_format_number (self->bars->len + self->n_more);
  g_autofree char *first = NULL;
  LiaisonPlotTexts texts = { .title = g_strdup (get_title (self)), .is_empty = self->bars->len == 0 };

  /* Translators: "12 engagements", "9 December 2021 – 14 January 2022"; how many people, countries or topics are ranked */
  texts.subtitle = g_strdup_printf (C_("chart", "%s · %s · %s in the ranking"), engagements, span, number);
  texts.rule = g_strdup (self->measured == NULL
                           ? _("Counted are engagements that were held, announced and unsourced ones included. One with several is counted for each"
                               " of them.")
                           : _("Counted is each one once, however often, in engagements that were held, announced and unsourced ones included."));
  if (self->bars->len > 0)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, 0);
      g_autofree char *value = describe_value (self, bar);

      /* Translators: who has most, and how many */
      first = g_strdup_printf (_("First is %s with %s."), liaison_grid_get_row (self->grid, bar->row).label, value);
    }
  texts.description = g_strdup (first ? first : _("No engagements."));
  liaison_plot_take_texts (LIAISON_PLOT (self), &texts);
}

static LiaisonPlot *
load (LiaisonDb            *db,
      LiaisonChartRequest  *request,
      GError              **error)
{
  g_autoptr (LiaisonRankPlot) self = g_object_new (LIAISON_TYPE_RANK_PLOT, NULL);
  LiaisonQuery *query = liaison_chart_request_get_query (request);
  LiaisonCountKey by = liaison_count_key_parse (liaison_chart_request_get (request, "of"));
  gboolean shows_all;

  self->measure = liaison_measure_parse (liaison_chart_request_get (request, "measure"));
  shows_all = self->measure != LIAISON_MEASURE_ENGAGEMENTS || liaison_chart_request_needs_all (request);
  /* One more, for there is a line of those whom nobody names. */
  self->grid = liaison_grid_load_most (db, query, by, LIAISON_COUNT_GROUP, shows_all ? 0 : MOST_RANKED + 1, 0, error);
  if (self->grid == NULL)
    return NULL;

  self->n_more = liaison_grid_get_n_dropped (self->grid);
  if (self->measure != LIAISON_MEASURE_ENGAGEMENTS)
    {
      self->measured = liaison_grid_load (db, query, LIAISON_SUBJECT_HELD, by, -1, self->measure, error);
      if (self->measured == NULL)
        return NULL;
    }

  fill_bars (self);
  fill_groups (self);
  write_texts (self);

  return LIAISON_PLOT (g_steal_pointer (&self));
}

const LiaisonChartKind liaison_rank_chart = { "ranking", NC_("chart", "Ranking"), options, load };

/* Places */

/* The figure at a bar's end; what stated totals add is told, though nothing is listed under it. */
static char *
make_figure (const Bar *bar)
{
  g_autofree char *value = liaison_plot_text_format_number (bar->value);
  g_autofree char *added = liaison_plot_text_format_number (bar->added);

  /* Translators: a figure, and how many more sources state without telling the single ones */
  return bar->added > 0 ? g_strdup_printf (C_("chart", "%s + %s stated"), value, added) : g_steal_pointer (&value);
}

static void
measure (LiaisonPlot  *plot,
         PangoContext *context,
         double        for_width,
         double       *width,
         double       *height)
{
  LiaisonRankPlot *self = LIAISON_RANK_PLOT (plot);
  double line_height = liaison_plot_text_get_height (context);

  *width = LEAST_WIDTH;
  *height = liaison_plot_bars_get_pitch (line_height) * CLAMP (self->bars->len, LEAST_BARS, MOST_BARS) + 4 * line_height;
}

static void
place_bar (LiaisonRankPlot *self,
           guint            index)
{
  LiaisonPlot *plot = LIAISON_PLOT (self);
  const Bar *bar = &g_array_index (self->bars, Bar, index);
  double height = round (self->pitch * BAR_SHARE);
  double y = self->top + index * self->pitch + round ((self->pitch - height) / 2);
  double start = self->label_width + 2 * GAP;
  double length = MAX (self->room * bar->value / self->maximum, LEAST_MARK);
  double x = start;
  LiaisonMark whole = { LIAISON_SHAPE_BOX, 0, y, 0, height, index, -1, bar->listed, -1 };

  for (guint i = 0; self->measured == NULL && i < self->groups->len; i++)
    {
      gint64 value = liaison_grid_figure_listed (liaison_grid_get_figure (self->grid, bar->row, g_array_index (self->groups, int, i)));
      double width = MAX (self->room * value / self->maximum, LEAST_MARK);
      LiaisonMark mark = { LIAISON_SHAPE_BOX, 0, y, width, height, index, i, value, -1 };

      if (value == 0)
        continue;
      mark.x = liaison_plot_mirror (plot, x, width);
      liaison_plot_add_mark (plot, &mark);
      x += width;
    }

  whole.width = MAX (x - start, length);
  whole.x = liaison_plot_mirror (plot, start, whole.width);
  liaison_plot_add_mark (plot, &whole);
}

static void
place (LiaisonPlot *plot)
{
  LiaisonRankPlot *self = LIAISON_RANK_PLOT (plot);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  double number_width = 0;

  self->top = liaison_plot_key_place (self->key, plot);
  self->pitch = liaison_plot_bars_get_pitch (frame->line_height);
  self->n_shown = liaison_plot_bars_fit (plot, self->bars->len, self->top, self->pitch);
  self->label_width = 0;
  for (guint i = 0; i < self->n_shown; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);
      g_autofree char *figure = make_figure (bar);
      double length = (double) bar->value / self->maximum;
      double label = liaison_plot_text_get_width (frame->context, liaison_grid_get_row (self->grid, bar->row).label);

      /* The figures of short bars have room beside them. */
      self->label_width = MAX (self->label_width, label);
      if (length > 0.6)
        number_width = MAX (number_width, liaison_plot_text_get_width (frame->context, figure) + 2 * GAP);
    }
  self->label_width = MIN (self->label_width, frame->width * LABEL_SHARE);
  self->room = MAX (frame->width - self->label_width - 2 * GAP - number_width - self->groups->len * LEAST_MARK, 1);

  for (guint i = 0; i < self->n_shown; i++)
    place_bar (self, i);
}

static int
pick (LiaisonPlot *plot,
      double       x,
      double       y)
{
  LiaisonRankPlot *self = LIAISON_RANK_PLOT (plot);

  if (y < self->top || x < 0 || x > liaison_plot_get_frame (plot)->width)
    return -1;

  return liaison_plot_bars_pick (plot, (int) ((y - self->top) / self->pitch), x, y);
}

static int
move (LiaisonPlot *plot,
      int          index,
      LiaisonMove  where)
{
  if (where == LIAISON_MOVE_UP || where == LIAISON_MOVE_DOWN)
    return liaison_plot_bars_move_along (plot, index, where == LIAISON_MOVE_DOWN ? 1 : -1);

  return liaison_plot_bars_move_within (plot, index, (where == LIAISON_MOVE_RIGHT) != liaison_plot_get_frame (plot)->rtl ? 1 : -1);
}

/* Drawing */

/* What a bar says beside it: the name before it, the figure after it. */
static void
draw_words (LiaisonRankPlot        *self,
            cairo_t                *cr,
            const LiaisonPlotTheme *theme,
            const LiaisonMark      *mark)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  const Bar *bar = &g_array_index (self->bars, Bar, mark->row);
  const char *label = liaison_grid_get_row (self->grid, bar->row).label;
  g_autofree char *figure = make_figure (bar);
  double y = mark->y + (mark->height - frame->line_height) / 2;

  if (frame->rtl)
    {
      liaison_plot_text_draw (cr, frame->context, theme->text, label, frame->width - self->label_width, y, 0, self->label_width);
      liaison_plot_text_draw (cr, frame->context, theme->text, figure, mark->x - GAP, y, 1, -1);
      return;
    }

  liaison_plot_text_draw (cr, frame->context, theme->text, label, self->label_width, y, 1, self->label_width);
  liaison_plot_text_draw (cr, frame->context, theme->text, figure, mark->x + mark->width + GAP, y, 0, -1);
}

static void
draw (LiaisonPlot            *plot,
      cairo_t                *cr,
      const LiaisonPlotTheme *theme)
{
  LiaisonRankPlot *self = LIAISON_RANK_PLOT (plot);
  double line_height = liaison_plot_get_frame (plot)->line_height;

  liaison_plot_key_draw (self->key, plot, cr, theme);
  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    {
      const LiaisonMark *mark = liaison_plot_get_mark (plot, i);

      if (mark->column >= 0 || self->measured != NULL)
        {
          guint style = mark->column < 0
            ? 0 : liaison_grid_get_column (self->grid, g_array_index (self->groups, int, mark->column)).number - 1;

          cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
          liaison_plot_theme_fill (theme, cr, style);
        }
      if (mark->column < 0)
        draw_words (self, cr, theme, mark);
    }
  liaison_plot_bars_draw_rest (plot, cr, theme, self->bars->len + self->n_more - self->n_shown, self->label_width + 2 * GAP,
                               self->top + self->n_shown * self->pitch + (self->pitch - line_height) / 2);
}

/* Words */

static char *
dup_mark_label (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  LiaisonRankPlot *self = LIAISON_RANK_PLOT (plot);
  const Bar *bar = &g_array_index (self->bars, Bar, mark->row);
  const char *label = liaison_grid_get_row (self->grid, bar->row).label;
  g_autofree char *value = NULL;

  if (mark->column < 0)
    {
      value = describe_value (self, bar);
      /* Translators: who is ranked, "12 engagements" */
      return g_strdup_printf (C_("chart", "%s: %s"), label, value);
    }

  value = liaison_plot_text_describe_engagements (mark->value);

  /* Translators: who is ranked, a group ("Calls"), "12 engagements" */
  return g_strdup_printf (C_("chart", "%s, %s: %s"), label,
                          liaison_grid_get_column (self->grid, g_array_index (self->groups, int, mark->column)).label, value);
}

static char *
dup_mark_query (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  LiaisonRankPlot *self = LIAISON_RANK_PLOT (plot);

  return liaison_grid_dup_query (self->grid, g_array_index (self->bars, Bar, mark->row).row,
                                 mark->column < 0 ? -1 : g_array_index (self->groups, int, mark->column));
}

static LiaisonPlotTable *
create_table (LiaisonPlot *plot)
{
  LiaisonRankPlot *self = LIAISON_RANK_PLOT (plot);
  LiaisonPlotTable *table = liaison_plot_table_new (1);

  liaison_plot_table_add_column (table, C_("chart", "Name"));
  if (self->measured != NULL)
    liaison_plot_table_add_column (table, self->measure == LIAISON_MEASURE_COUNTRIES ? C_("chart", "Countries") : C_("chart", "Counterparts"));
  liaison_plot_table_add_column (table, C_("chart", "Engagements"));
  for (guint i = 0; i < self->groups->len; i++)
    liaison_plot_table_add_column (table, liaison_grid_get_column (self->grid, g_array_index (self->groups, int, i)).label);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);
      g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();
      g_autofree char *value = liaison_plot_text_format_number (bar->value);
      g_autofree char *whole = liaison_plot_text_format_number (bar->listed);

      g_strv_builder_add (fields, liaison_grid_get_row (self->grid, bar->row).label);
      if (self->measured != NULL)
        g_strv_builder_add (fields, value);
      g_strv_builder_add (fields, whole);
      for (guint j = 0; j < self->groups->len; j++)
        {
          const LiaisonGridFigure *one = liaison_grid_get_figure (self->grid, bar->row, g_array_index (self->groups, int, j));
          g_autofree char *figure = liaison_plot_text_format_number (liaison_grid_figure_listed (one));

          g_strv_builder_add (fields, figure);
        }
      liaison_plot_table_add_row (table, g_strv_builder_end (fields), liaison_grid_dup_query (self->grid, bar->row, -1));
    }
  if (self->n_more > 0)
    liaison_plot_table_add_rest (table, self->n_more);

  return table;
}

static GPtrArray *
list_rows (LiaisonPlot *plot,
           gboolean    *is_ranking)
{
  LiaisonRankPlot *self = LIAISON_RANK_PLOT (plot);
  GPtrArray *rows = liaison_plot_rows_new ();

  *is_ranking = TRUE;
  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);
      LiaisonGridValue value = liaison_grid_get_row (self->grid, bar->row);

      liaison_plot_rows_add (rows, value.key, value.label, bar->value, bar->listed, describe_value (self, bar),
                             liaison_grid_dup_query (self->grid, bar->row, -1));
    }

  return rows;
}

static void
liaison_rank_plot_finalize (GObject *object)
{
  LiaisonRankPlot *self = LIAISON_RANK_PLOT (object);

  g_clear_pointer (&self->grid, liaison_grid_unref);
  g_clear_pointer (&self->measured, liaison_grid_unref);
  g_array_unref (self->groups);
  g_array_unref (self->bars);
  liaison_plot_key_free (self->key);

  G_OBJECT_CLASS (liaison_rank_plot_parent_class)->finalize (object);
}

static void
liaison_rank_plot_class_init (LiaisonRankPlotClass *klass)
{
  LiaisonPlotClass *plot_class = LIAISON_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_rank_plot_finalize;
  plot_class->measure = measure;
  plot_class->abridges = TRUE;
  plot_class->place = place;
  plot_class->draw = draw;
  plot_class->pick = pick;
  plot_class->move = move;
  plot_class->dup_mark_label = dup_mark_label;
  plot_class->dup_mark_query = dup_mark_query;
  plot_class->create_table = create_table;
  plot_class->list_rows = list_rows;
}

static void
liaison_rank_plot_init (LiaisonRankPlot *self)
{
  self->groups = g_array_new (FALSE, FALSE, sizeof (int));
  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  self->key = liaison_plot_key_new ();
}
