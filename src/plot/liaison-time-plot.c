/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-time-plot-private.h"

#include "liaison-plot-bars.h"
#include "liaison-plot-text.h"
#include "liaison-time-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_SLOT 5.0
#define LEAST_HEIGHT 200.0
#define MOST_BAR 72.0
#define LEAST_MARK 2.0
#define BAR_SHARE 0.74
#define GAP 6.0
#define LINES_PER_GRID_LINE 3.0

G_DEFINE_FINAL_TYPE (LiaisonTimePlot, liaison_time_plot, LIAISON_TYPE_PLOT)

static const LiaisonChartChoice steps[] = {
  { "auto", NC_("chart", "Automatic") },
  { "day", NC_("chart", "Day") },
  { "week", NC_("chart", "Week") },
  { "month", NC_("chart", "Month") },
  { "quarter", NC_("chart", "Quarter") },
  { "year", NC_("chart", "Year") },
  { NULL },
};

static const LiaisonChartChoice stacks[] = {
  { "group", NC_("chart", "Calls, meetings…") },
  { "form", NC_("chart", "Form") },
  { "initiated", NC_("chart", "Who initiated") },
  { "level", NC_("chart", "Level") },
  { "format", NC_("chart", "Format") },
  { "country", NC_("chart", "Country") },
  { "sides", NC_("chart", "Bilateral or multilateral") },
  { "none", NC_("chart", "Nothing") },
  { NULL },
};

static const LiaisonChartChoice yes_first[] = {
  { "yes", NC_("chart", "Shown") },
  { "no", NC_("chart", "Not shown") },
  { NULL },
};

static const LiaisonChartChoice no_first[] = {
  { "no", NC_("chart", "Not shown") },
  { "yes", NC_("chart", "Shown") },
  { NULL },
};

static const LiaisonChartOption options[] = {
  { "step", NC_("chart", "One bar for each"), steps },
  { "stack", NC_("chart", "Told apart by"), stacks },
  { "planned", NC_("chart", "Planned ones"), yes_first },
  { "average", NC_("chart", "Moving average"), no_first },
  { NULL },
};

const LiaisonChartKind liaison_time_chart = { "over-time", NC_("chart", "Over time"), options, liaison_time_plot_load,
                                              liaison_time_plot_load_comparison };

int
liaison_time_plot_get_day (LiaisonTimePlot *self,
                           guint            bucket)
{
  return g_array_index (self->days, int, bucket);
}

const LiaisonTimeStack *
liaison_time_plot_get_stack (LiaisonTimePlot *self,
                             guint            stack)
{
  return &g_array_index (self->stacks, LiaisonTimeStack, stack);
}

static const LiaisonTimeStack *
get_stack (LiaisonTimePlot *self,
           int              stack)
{
  return stack < 0 ? &self->whole : liaison_time_plot_get_stack (self, stack);
}

gint64
liaison_time_plot_get_value (LiaisonTimePlot *self,
                             guint            bucket,
                             int              stack)
{
  const LiaisonTimeStack *one = get_stack (self, stack);

  return one->rows[bucket] < 0 ? 0 : liaison_grid_get_figure (one->grid, one->rows[bucket], one->column)->value;
}

double
liaison_time_plot_get_slot_x (LiaisonTimePlot *self,
                              guint            bucket)
{
  return liaison_plot_get_frame (LIAISON_PLOT (self))->rtl ? self->right - (bucket + 1) * self->slot : self->left + bucket * self->slot;
}

double
liaison_time_plot_get_y (LiaisonTimePlot *self,
                         double           value)
{
  return self->bottom - (self->bottom - self->top) * value / self->axis.last;
}

/* How wide a stack is drawn. */
static double
get_stack_width (LiaisonTimePlot *self)
{
  return self->is_comparison ? MAX (self->bar / self->stacks->len, 1) : self->bar;
}

/* Places */

static void
measure (LiaisonPlot  *plot,
         PangoContext *context,
         double        for_width,
         double       *width,
         double       *height)
{
  LiaisonTimePlot *self = LIAISON_TIME_PLOT (plot);

  *width = self->days->len * LEAST_SLOT + 60;
  *height = LEAST_HEIGHT;
}

/* A bucket's stacks from the bottom up, then the whole bucket; stacks without engagements are no marks, but the least of the others can be seen. */
static void
place_bucket (LiaisonTimePlot *self,
              guint            bucket)
{
  double x = liaison_time_plot_get_slot_x (self, bucket) + (self->slot - self->bar) / 2;
  gint64 whole = liaison_time_plot_get_value (self, bucket, -1);
  double bottom = self->bottom;
  double bar = get_stack_width (self);
  gboolean rtl = liaison_plot_get_frame (LIAISON_PLOT (self))->rtl;

  for (guint stack = 0; stack < self->stacks->len; stack++)
    {
      gint64 value = liaison_time_plot_get_value (self, bucket, stack);
      double height = MAX ((self->bottom - self->top) * value / self->axis.last, LEAST_MARK);
      gboolean is_planned = liaison_time_plot_get_stack (self, stack)->style == LIAISON_PLOT_STYLE_PLANNED;
      LiaisonMark mark = { LIAISON_SHAPE_BOX, x, bottom - height, bar, height, bucket, stack, value, -1 };

      if (value == 0)
        continue;
      if (self->is_comparison)
        {
          mark.x += (rtl ? self->stacks->len - 1 - stack : stack) * bar;
          liaison_plot_add_mark (LIAISON_PLOT (self), &mark);
          continue;
        }
      if (self->is_partition && !is_planned)
        mark.share = (double) value / whole;
      liaison_plot_add_mark (LIAISON_PLOT (self), &mark);
      bottom -= height;
    }

  if (whole > 0 && self->is_partition)
    {
      LiaisonMark mark = { LIAISON_SHAPE_BOX, x, bottom, self->bar, self->bottom - bottom, bucket, -1, whole, (double) whole / self->whole.sum };

      liaison_plot_add_mark (LIAISON_PLOT (self), &mark);
    }
}

static void
place (LiaisonPlot *plot)
{
  LiaisonTimePlot *self = LIAISON_TIME_PLOT (plot);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  g_autofree char *number = liaison_plot_text_format_number (self->maximum);
  double axis_width = liaison_plot_text_get_width (frame->context, number) + 2 * GAP;

  self->left = frame->rtl ? GAP : axis_width;
  self->right = frame->width - (frame->rtl ? axis_width : GAP);
  self->top = liaison_plot_key_place (self->key, plot) + frame->line_height;
  self->bottom = MAX (frame->height - 2 * frame->line_height - 2 * GAP, self->top + 1);
  liaison_plot_axis_init (&self->axis, self->maximum, (self->bottom - self->top) / (frame->line_height * LINES_PER_GRID_LINE));
  self->slot = MAX (self->right - self->left, 1) / self->days->len;
  self->bar = CLAMP (self->slot * BAR_SHARE, 1, MOST_BAR);

  for (guint i = 0; i < self->days->len; i++)
    place_bucket (self, i);
}

/* Where two queries stand beside each other, the bar over the point. */
static int
pick_compared (LiaisonTimePlot *self,
               int              bucket,
               double           x)
{
  for (guint i = 0; i < liaison_plot_get_n_marks (LIAISON_PLOT (self)); i++)
    {
      const LiaisonMark *mark = liaison_plot_get_mark (LIAISON_PLOT (self), i);

      if (mark->row == bucket && x >= mark->x && x < mark->x + mark->width)
        return i;
    }

  return -1;
}

/* The stack at the point; beside and above it the whole bucket. */
static int
pick (LiaisonPlot *plot,
      double       x,
      double       y)
{
  LiaisonTimePlot *self = LIAISON_TIME_PLOT (plot);
  double line_height = liaison_plot_get_frame (plot)->line_height;
  int bucket;

  if (x < self->left || x >= self->right || y < self->top - line_height || y > self->bottom)
    return -1;

  bucket = (int) ((liaison_plot_get_frame (plot)->rtl ? self->right - x : x - self->left) / self->slot);
  return self->is_comparison ? pick_compared (self, bucket, x) : liaison_plot_bars_pick (plot, bucket, x, y);
}

static int
move (LiaisonPlot *plot,
      int          index,
      LiaisonMove  where)
{
  if (where == LIAISON_MOVE_UP || where == LIAISON_MOVE_DOWN)
    return liaison_plot_bars_move_within (plot, index, where == LIAISON_MOVE_UP ? 1 : -1);

  return liaison_plot_bars_move_along (plot, index, (where == LIAISON_MOVE_RIGHT) != liaison_plot_get_frame (plot)->rtl ? 1 : -1);
}

/* The days of the buckets that any part of the stretch belongs to. */
static gboolean
find_span (LiaisonPlot *plot,
           double       from,
           double       to,
           int         *first,
           int         *last)
{
  LiaisonTimePlot *self = LIAISON_TIME_PLOT (plot);
  int n = self->days->len;
  gboolean rtl = liaison_plot_get_frame (plot)->rtl;
  int begin = (int) floor ((rtl ? self->right - to : from - self->left) / self->slot);
  int end = (int) floor ((rtl ? self->right - from : to - self->left) / self->slot);

  if (end < 0 || begin >= n)
    return FALSE;

  *first = liaison_time_plot_get_day (self, CLAMP (begin, 0, n - 1));
  *last = liaison_day_add (liaison_step_next (self->step, liaison_time_plot_get_day (self, CLAMP (end, 0, n - 1))), -1);

  return TRUE;
}

/* Words */

static char *
dup_mark_label (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  LiaisonTimePlot *self = LIAISON_TIME_PLOT (plot);
  g_autofree char *bucket = liaison_time_text_label (self->step, liaison_time_plot_get_day (self, mark->row));
  g_autofree char *figure = liaison_plot_text_format_number (mark->value);
  g_autofree char *engagements = liaison_plot_text_describe_engagements (mark->value);
  g_autofree char *whole = NULL;

  if (mark->column < 0 || self->stacks->len == 1)
    /* Translators: a bucket of time ("December 2021"), "12 engagements" */
    return g_strdup_printf (C_("chart", "%s: %s"), bucket, engagements);

  if (!self->is_partition || liaison_time_plot_get_stack (self, mark->column)->style == LIAISON_PLOT_STYLE_PLANNED)
    /* Translators: a bucket of time, what is told apart ("Calls", "Planned"), "12 engagements" */
    return g_strdup_printf (C_("chart", "%s, %s: %s"), bucket, liaison_time_plot_get_stack (self, mark->column)->label, engagements);

  whole = liaison_plot_text_format_number (liaison_time_plot_get_value (self, mark->row, -1));

  /* Translators: a bucket of time, what is told apart ("Calls"), how many of that, and of how many in all */
  return g_strdup_printf (C_("chart", "%s, %s: %s of %s"), bucket, liaison_time_plot_get_stack (self, mark->column)->label, figure, whole);
}

static char *
dup_query (LiaisonTimePlot *self,
           guint            bucket,
           int              stack)
{
  const LiaisonTimeStack *one = get_stack (self, stack);
  g_autofree char *key = liaison_step_key (self->step, liaison_time_plot_get_day (self, bucket));

  if (one->column < 0)
    return liaison_grid_dup_query_of_keys (one->grid, key, NULL);

  return liaison_grid_dup_query_of_keys (one->grid, key, liaison_grid_get_column (one->grid, one->column).key);
}

static char *
dup_mark_query (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  return dup_query (LIAISON_TIME_PLOT (plot), mark->row, mark->column);
}

static LiaisonPlotTable *
create_table (LiaisonPlot *plot)
{
  LiaisonTimePlot *self = LIAISON_TIME_PLOT (plot);
  LiaisonPlotTable *table = liaison_plot_table_new (1);

  liaison_plot_table_add_column (table, C_("chart", "Time"));
  if (!self->is_comparison)
    liaison_plot_table_add_column (table, C_("chart", "Engagements"));
  for (guint i = 0; i < self->stacks->len; i++)
    {
      if (self->is_comparison || liaison_time_plot_get_stack (self, i)->grid != self->whole.grid)
        liaison_plot_table_add_column (table, liaison_time_plot_get_stack (self, i)->label);
    }

  for (guint bucket = 0; bucket < self->days->len; bucket++)
    {
      g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();
      g_autofree char *label = liaison_time_text_label (self->step, liaison_time_plot_get_day (self, bucket));
      g_autofree char *whole = liaison_plot_text_format_number (liaison_time_plot_get_value (self, bucket, -1));

      g_strv_builder_add (fields, label);
      if (!self->is_comparison)
        g_strv_builder_add (fields, whole);
      for (guint i = 0; i < self->stacks->len; i++)
        {
          g_autofree char *figure = liaison_plot_text_format_number (liaison_time_plot_get_value (self, bucket, i));

          if (self->is_comparison || liaison_time_plot_get_stack (self, i)->grid != self->whole.grid)
            g_strv_builder_add (fields, figure);
        }
      liaison_plot_table_add_row (table, g_strv_builder_end (fields), dup_query (self, bucket, -1));
    }

  return table;
}

static void
clear_stack (gpointer data)
{
  LiaisonTimeStack *stack = data;

  g_clear_pointer (&stack->grid, liaison_grid_unref);
  g_free (stack->rows);
  g_free (stack->label);
}

static void
liaison_time_plot_finalize (GObject *object)
{
  LiaisonTimePlot *self = LIAISON_TIME_PLOT (object);

  g_array_unref (self->days);
  g_array_unref (self->stacks);
  clear_stack (&self->whole);
  liaison_plot_key_free (self->key);

  G_OBJECT_CLASS (liaison_time_plot_parent_class)->finalize (object);
}

static void
liaison_time_plot_class_init (LiaisonTimePlotClass *klass)
{
  LiaisonPlotClass *plot_class = LIAISON_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_time_plot_finalize;
  plot_class->measure = measure;
  plot_class->place = place;
  plot_class->draw = liaison_time_plot_draw;
  plot_class->pick = pick;
  plot_class->move = move;
  plot_class->dup_mark_label = dup_mark_label;
  plot_class->dup_mark_query = dup_mark_query;
  plot_class->create_table = create_table;
  plot_class->find_span = find_span;
}

static void
liaison_time_plot_init (LiaisonTimePlot *self)
{
  liaison_plot_set_stretches (LIAISON_PLOT (self), TRUE);
  liaison_plot_set_ends_now (LIAISON_PLOT (self), TRUE);
  self->days = g_array_new (FALSE, FALSE, sizeof (int));
  self->stacks = g_array_new (FALSE, TRUE, sizeof (LiaisonTimeStack));
  g_array_set_clear_func (self->stacks, clear_stack);
  self->key = liaison_plot_key_new ();
}
