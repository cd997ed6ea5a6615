/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-balance-plot.h"

#include "liaison-grid.h"
#include "liaison-plot-bars.h"
#include "liaison-plot-key.h"
#include "liaison-plot-text.h"
#include "liaison-time-text.h"
#include "liaison-tokens.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP 6.0
#define LEAST_WIDTH 320.0
#define MOST_LINES 200
#define BAR_SHARE 0.7
#define LABEL_SHARE 0.28
#define LEAST_MARK 2.0

/* Ours, theirs and mutual are bars; who began what is not known is told at the end. */
typedef enum { SHARE_OURS, SHARE_THEIRS, SHARE_MUTUAL, SHARE_UNKNOWN, N_SHARES } Share;

static const struct { const char *key; const char *label; guint style; } shares[N_SHARES] = {
  [SHARE_OURS] = { "ours", NC_("chart", "Initiated by ours"), 0 },
  [SHARE_THEIRS] = { "theirs", NC_("chart", "Initiated by theirs"), 1 },
  [SHARE_MUTUAL] = { "mutual", NC_("chart", "Mutual"), 3 },
  [SHARE_UNKNOWN] = { NULL, NC_("chart", "Not known"), 2 },
};

typedef struct
{
  guint  row;
  gint64 values[N_SHARES];
} Line;

struct _LiaisonBalancePlot
{
  LiaisonPlot      parent_instance;

  LiaisonGrid     *grid;
  gboolean         is_time;
  GArray          *lines;    /* Line */
  gint64           sums[N_SHARES];
  gint64           maximum[N_SHARES];
  LiaisonPlotKey  *key;

  guint            n_shown;
  double           top;
  double           pitch;
  double           label_width;
  double           axis;     /* where the bars of both sides meet, from the start */
  double           scale;    /* pixels for an engagement */
  double           unknown;  /* where the last column begins */
};

G_DEFINE_FINAL_TYPE (LiaisonBalancePlot, liaison_balance_plot, LIAISON_TYPE_PLOT)

static const LiaisonChartChoice whats[] = {
  { "country", NC_("chart", "Country") },
  { "counterpart", NC_("chart", "Counterpart") },
  { "principal", NC_("chart", "Principal") },
  { "month", NC_("chart", "Month") },
  { "quarter", NC_("chart", "Quarter") },
  { "year", NC_("chart", "Year") },
  { NULL },
};

static const LiaisonChartOption options[] = {
  { "by", NC_("chart", "One line for each"), whats },
  { NULL },
};

/* Figures */

static Share
find_share (const char *key)
{
  for (Share share = SHARE_OURS; share < SHARE_UNKNOWN; share++)
    {
      if (g_str_equal (shares[share].key, key))
        return share;
    }

  return SHARE_UNKNOWN;
}

static void
fill_lines (LiaisonBalancePlot *self)
{
  for (guint i = 0; i < liaison_grid_get_n_rows (self->grid); i++)
    {
      Line line = { i };
      gint64 whole = 0;

      for (guint j = 0; j < liaison_grid_get_n_columns (self->grid); j++)
        {
          gint64 value = liaison_grid_figure_listed (liaison_grid_get_figure (self->grid, i, j));
          Share share = find_share (liaison_grid_get_column (self->grid, j).key);

          line.values[share] += value;
          whole += value;
        }

      /* Empty buckets of time stand for themselves, what has no date or no name does not. */
      if ((whole == 0 && !self->is_time) || *liaison_grid_get_row (self->grid, i).key == '\0' || liaison_grid_get_row (self->grid, i).number < 0)
        continue;

      g_array_append_val (self->lines, line);
      for (Share share = 0; share < N_SHARES; share++)
        {
          self->sums[share] += line.values[share];
          self->maximum[share] = MAX (self->maximum[share], line.values[share]);
        }
    }
}

/* Where one can tell who began comes first: what is not known at all says nothing about the balance. */
static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Line *first = a;
  const Line *second = b;
  gint64 first_known = first->values[SHARE_OURS] + first->values[SHARE_THEIRS] + first->values[SHARE_MUTUAL];
  gint64 second_known = second->values[SHARE_OURS] + second->values[SHARE_THEIRS] + second->values[SHARE_MUTUAL];

  if (first_known != second_known)
    return first_known < second_known ? 1 : -1;

  return (first->row > second->row) - (first->row < second->row);
}

static gint64
count_whole (LiaisonBalancePlot *self,
             Share               share)
{
  gint64 sum = 0;

  for (guint j = 0; j < liaison_grid_get_n_columns (self->grid); j++)
    {
      if (find_share (liaison_grid_get_column (self->grid, j).key) == share)
        sum += liaison_grid_figure_listed (liaison_grid_get_figure (self->grid, -1, j));
    }

  return sum;
}

static void
write_texts (LiaisonBalancePlot *self)
{
  g_autofree char *ours = liaison_plot_text_format_number (count_whole (self, SHARE_OURS));
  g_autofree char *theirs = liaison_plot_text_format_number (count_whole (self, SHARE_THEIRS));
  g_autofree char *unknown = liaison_plot_text_format_number (count_whole (self, SHARE_UNKNOWN));
  g_autofree char *span = liaison_time_text_query_span (liaison_grid_get_query (self->grid));
  const LiaisonPlotTexts texts = {
    .title = g_strdup (C_("chart", "Who seeks whom?")),
    /* Translators: how many engagements either side initiated, of how many this is not known, and the days */
    .subtitle = g_strdup_printf (C_("chart", "%s initiated by ours, %s by theirs, %s not known · %s"), ours, theirs, unknown, span),
    .rule = g_strdup (_("Counted are engagements that were held, announced and unsourced ones included, by who is on record as having initiated"
                        " them. One with several is counted for each of them.")),
    .description = g_strdup_printf (_("%s engagements were initiated by ours, %s by theirs; of %s it is not known."), ours, theirs, unknown),
    .is_empty = self->lines->len == 0,
  };

  liaison_plot_take_texts (LIAISON_PLOT (self), &texts);
}

/* Whether nobody has noted of anything who initiated it. */
static gboolean
is_unknown (LiaisonBalancePlot *self)
{
  return self->sums[SHARE_OURS] + self->sums[SHARE_THEIRS] + self->sums[SHARE_MUTUAL] == 0;
}

static const char *
get_share_label (Share share)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "chart", shares[share].label);
}

static LiaisonPlot *
load (LiaisonDb            *db,
      LiaisonChartRequest  *request,
      GError              **error)
{
  g_autoptr (LiaisonBalancePlot) self = g_object_new (LIAISON_TYPE_BALANCE_PLOT, NULL);
  LiaisonCountKey by = liaison_count_key_parse (liaison_chart_request_get (request, "by"));

  self->is_time = by <= LIAISON_COUNT_YEAR;
  self->grid = liaison_grid_load_most (db, liaison_chart_request_get_query (request), by, LIAISON_COUNT_INITIATED, 0, 0, error);
  if (self->grid == NULL)
    return NULL;

  fill_lines (self);
  if (!self->is_time)
    g_array_sort (self->lines, compare_lines);
  for (Share share = 0; share < N_SHARES; share++)
    {
      /* What is not known has a column of its own beside what is, or all the room. */
      if (self->sums[share] > 0 && (share != SHARE_UNKNOWN || is_unknown (self)))
        liaison_plot_key_add (self->key, shares[share].style, get_share_label (share));
    }
  write_texts (self);

  return LIAISON_PLOT (g_steal_pointer (&self));
}

const LiaisonChartKind liaison_balance_chart = { "reciprocity", NC_("chart", "Reciprocity"), options, load };

/* Places */

static void
measure (LiaisonPlot  *plot,
         PangoContext *context,
         double        for_width,
         double       *width,
         double       *height)
{
  LiaisonBalancePlot *self = LIAISON_BALANCE_PLOT (plot);
  double line_height = liaison_plot_text_get_height (context);

  *width = LEAST_WIDTH;
  *height = liaison_plot_bars_get_pitch (line_height) * CLAMP (self->lines->len, 3, MOST_LINES) + 5 * line_height;
}

static const char *
get_label (LiaisonBalancePlot *self,
           guint               line)
{
  return liaison_grid_get_row (self->grid, g_array_index (self->lines, Line, line).row).label;
}

static void
place_mark (LiaisonBalancePlot *self,
            guint               line,
            Share               share,
            double              x,
            double              width)
{
  LiaisonPlot *plot = LIAISON_PLOT (self);
  double height = round (self->pitch * BAR_SHARE);
  LiaisonMark mark = { LIAISON_SHAPE_BOX, liaison_plot_mirror (plot, x, width), self->top + line * self->pitch + round ((self->pitch - height) / 2),
                       width, height, line, share, g_array_index (self->lines, Line, line).values[share], -1 };

  if (mark.value > 0)
    liaison_plot_add_mark (plot, &mark);
}

/* What is mutual lies across the axis; both sides begin beside it. */
static void
place_line (LiaisonBalancePlot *self,
            guint               line)
{
  const Line *one = &g_array_index (self->lines, Line, line);
  double mutual = one->values[SHARE_MUTUAL] * self->scale;
  double ours = MAX (one->values[SHARE_OURS] * self->scale, LEAST_MARK);
  double theirs = MAX (one->values[SHARE_THEIRS] * self->scale, LEAST_MARK);

  place_mark (self, line, SHARE_OURS, self->axis - mutual / 2 - ours, ours);
  place_mark (self, line, SHARE_MUTUAL, self->axis - mutual / 2, MAX (mutual, LEAST_MARK));
  place_mark (self, line, SHARE_THEIRS, self->axis + mutual / 2, theirs);
  if (is_unknown (self))
    place_mark (self, line, SHARE_UNKNOWN, self->axis, MAX (one->values[SHARE_UNKNOWN] * self->scale, LEAST_MARK));
  else
    place_mark (self, line, SHARE_UNKNOWN, self->unknown, MAX (liaison_plot_get_frame (LIAISON_PLOT (self))->width - self->unknown, LEAST_MARK));
}

/* The bars have the room between the names and what is not known; figures stand at both their ends. */
static void
place_axis (LiaisonBalancePlot *self,
            double              figure_width)
{
  double left = self->label_width + 2 * GAP + (is_unknown (self) ? 0 : figure_width);
  double right = MAX (self->unknown - (is_unknown (self) ? 0 : 2 * GAP) - figure_width, left + 1);
  double sides = is_unknown (self) ? self->maximum[SHARE_UNKNOWN]
                                   : self->maximum[SHARE_OURS] + self->maximum[SHARE_THEIRS] + self->maximum[SHARE_MUTUAL];

  self->scale = (right - left) / MAX (sides, 1);
  self->axis = left + (self->maximum[SHARE_OURS] + self->maximum[SHARE_MUTUAL] / 2.0) * self->scale;
}

/* The longest of all figures. */
static gint64
get_greatest (LiaisonBalancePlot *self)
{
  gint64 greatest = 0;

  for (Share share = 0; share < N_SHARES; share++)
    greatest = MAX (greatest, self->maximum[share]);

  return greatest;
}

static void
place (LiaisonPlot *plot)
{
  LiaisonBalancePlot *self = LIAISON_BALANCE_PLOT (plot);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  g_autofree char *number = liaison_plot_text_format_number (get_greatest (self));
  double figure_width = liaison_plot_text_get_width (frame->context, number) + 2 * GAP;
  double heading_width = liaison_plot_text_get_width (frame->context, get_share_label (SHARE_UNKNOWN));

  self->top = liaison_plot_key_place (self->key, plot);
  self->unknown = frame->width;
  if (!is_unknown (self) && self->sums[SHARE_UNKNOWN] > 0)
    {
      self->unknown -= MAX (figure_width, MIN (heading_width, frame->width * LABEL_SHARE));
      self->top += frame->line_height;
    }
  self->pitch = liaison_plot_bars_get_pitch (frame->line_height);
  self->n_shown = liaison_plot_bars_fit (plot, self->lines->len, self->top, self->pitch);
  self->label_width = 0;
  for (guint i = 0; i < self->n_shown; i++)
    self->label_width = MAX (self->label_width, liaison_plot_text_get_width (frame->context, get_label (self, i)));
  self->label_width = MIN (self->label_width, frame->width * LABEL_SHARE);
  place_axis (self, figure_width);

  for (guint i = 0; i < self->n_shown; i++)
    place_line (self, i);
}

/* Drawing */

static void
draw_mark (LiaisonBalancePlot     *self,
           cairo_t                *cr,
           const LiaisonPlotTheme *theme,
           const LiaisonMark      *mark)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  g_autofree char *figure = liaison_plot_text_format_number (mark->value);
  double y = mark->y + (mark->height - frame->line_height) / 2;
  gboolean is_before = (mark->column == SHARE_OURS) != frame->rtl;

  if (mark->column == SHARE_UNKNOWN && !is_unknown (self))
    {
      liaison_plot_text_draw (cr, frame->context, theme->dim, figure, frame->rtl ? mark->x : mark->x + mark->width, y, frame->rtl ? 0 : 1, -1);
      return;
    }

  cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
  liaison_plot_theme_fill (theme, cr, shares[mark->column].style);
  if (mark->column != SHARE_MUTUAL)
    liaison_plot_text_draw (cr, frame->context, theme->text, figure, is_before ? mark->x - GAP : mark->x + mark->width + GAP, y, is_before ? 1 : 0, -1);
}

static void
draw_names (LiaisonBalancePlot     *self,
            cairo_t                *cr,
            const LiaisonPlotTheme *theme)
{
  LiaisonPlot *plot = LIAISON_PLOT (self);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  double axis = round (liaison_plot_mirror (plot, self->axis, 0)) + 0.5;

  for (guint i = 0; i < self->n_shown; i++)
    liaison_plot_text_draw (cr, frame->context, theme->text, get_label (self, i),
                            frame->rtl ? frame->width - self->label_width : self->label_width,
                            self->top + i * self->pitch + (self->pitch - frame->line_height) / 2, frame->rtl ? 0 : 1, self->label_width);
  liaison_plot_bars_draw_rest (plot, cr, theme, self->lines->len - self->n_shown, self->label_width + 2 * GAP,
                               self->top + self->n_shown * self->pitch + (self->pitch - frame->line_height) / 2);

  if (self->unknown < frame->width)
    liaison_plot_text_draw (cr, frame->context, theme->dim, get_share_label (SHARE_UNKNOWN), frame->rtl ? 0 : frame->width,
                            self->top - frame->line_height, frame->rtl ? 0 : 1, frame->width - self->unknown);

  liaison_colour_set (cr, theme->dim);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, axis, self->top);
  cairo_line_to (cr, axis, self->top + self->n_shown * self->pitch);
  cairo_stroke (cr);
}

static void
draw (LiaisonPlot            *plot,
      cairo_t                *cr,
      const LiaisonPlotTheme *theme)
{
  LiaisonBalancePlot *self = LIAISON_BALANCE_PLOT (plot);

  liaison_plot_key_draw (self->key, plot, cr, theme);
  draw_names (self, cr, theme);
  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    draw_mark (self, cr, theme, liaison_plot_get_mark (plot, i));
}

/* Words */

static char *
dup_mark_label (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  LiaisonBalancePlot *self = LIAISON_BALANCE_PLOT (plot);
  g_autofree char *engagements = liaison_plot_text_describe_engagements (mark->value);

  /* Translators: a country, who initiated, "12 engagements" */
  return g_strdup_printf (C_("chart", "%s, %s: %s"), get_label (self, mark->row),
                          g_dpgettext2 (GETTEXT_PACKAGE, "chart", shares[mark->column].label), engagements);
}

static char *
dup_mark_query (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  LiaisonBalancePlot *self = LIAISON_BALANCE_PLOT (plot);
  const Line *line = &g_array_index (self->lines, Line, mark->row);
  const char *key = liaison_grid_get_row (self->grid, line->row).key;
  g_autofree char *whole = NULL;

  if (mark->column != SHARE_UNKNOWN)
    return liaison_grid_dup_query_of_keys (self->grid, key, shares[mark->column].key);

  /* What is said not to be known, and what nothing is said of. */
  whole = liaison_grid_dup_query_of_keys (self->grid, key, NULL);

  return g_strconcat (whole, " -initiated:ours,theirs,mutual", NULL);
}

static LiaisonPlotTable *
create_table (LiaisonPlot *plot)
{
  LiaisonBalancePlot *self = LIAISON_BALANCE_PLOT (plot);
  LiaisonPlotTable *table = liaison_plot_table_new (1);

  liaison_plot_table_add_column (table, self->is_time ? C_("chart", "Time") : C_("chart", "Name"));
  for (Share share = 0; share < N_SHARES; share++)
    liaison_plot_table_add_column (table, g_dpgettext2 (GETTEXT_PACKAGE, "chart", shares[share].label));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();

      g_strv_builder_add (fields, get_label (self, i));
      for (Share share = 0; share < N_SHARES; share++)
        {
          g_autofree char *figure = liaison_plot_text_format_number (line->values[share]);

          g_strv_builder_add (fields, figure);
        }
      liaison_plot_table_add_row (table, g_strv_builder_end (fields), liaison_grid_dup_query (self->grid, line->row, -1));
    }

  return table;
}

static void
liaison_balance_plot_finalize (GObject *object)
{
  LiaisonBalancePlot *self = LIAISON_BALANCE_PLOT (object);

  g_clear_pointer (&self->grid, liaison_grid_unref);
  g_array_unref (self->lines);
  liaison_plot_key_free (self->key);

  G_OBJECT_CLASS (liaison_balance_plot_parent_class)->finalize (object);
}

static void
liaison_balance_plot_class_init (LiaisonBalancePlotClass *klass)
{
  LiaisonPlotClass *plot_class = LIAISON_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_balance_plot_finalize;
  plot_class->measure = measure;
  plot_class->abridges = TRUE;
  plot_class->place = place;
  plot_class->draw = draw;
  plot_class->dup_mark_label = dup_mark_label;
  plot_class->dup_mark_query = dup_mark_query;
  plot_class->create_table = create_table;
}

static void
liaison_balance_plot_init (LiaisonBalancePlot *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->key = liaison_plot_key_new ();
}
