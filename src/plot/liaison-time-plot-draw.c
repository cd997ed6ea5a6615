/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-time-plot-private.h"

#include "liaison-plot-bars.h"
#include "liaison-plot-text.h"
#include "liaison-time-text.h"

#include <math.h>

#define GAP 6.0
#define ROUND 3.0

static double
get_widest_tick (LiaisonTimePlot *self)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  double widest = 0;

  /* Twelve neighbours show all the lengths that months and days have. */
  for (guint i = 0; i < MIN (self->days->len, 12); i++)
    {
      g_autofree char *tick = liaison_time_text_tick (self->step, liaison_time_plot_get_day (self, i));

      widest = MAX (widest, liaison_plot_text_get_width (frame->context, tick));
    }

  return widest;
}

/* The years under the axis, each where it begins and where there is room for it. */
static void
draw_eras (LiaisonTimePlot        *self,
           cairo_t                *cr,
           const LiaisonPlotTheme *theme)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  g_autofree char *shown = NULL;
  double taken = -G_MAXDOUBLE; /* from the start */

  for (guint i = 0; i < self->days->len; i++)
    {
      g_autofree char *era = liaison_time_text_era (self->step, liaison_time_plot_get_day (self, i));
      double from_start = i * self->slot;
      double x = liaison_time_plot_get_slot_x (self, i) + (frame->rtl ? self->slot : 0);

      if (*era == '\0' || g_strcmp0 (era, shown) == 0)
        continue;

      g_free (shown);
      shown = g_strdup (era);
      if (from_start < taken)
        continue;
      liaison_plot_text_draw (cr, frame->context, theme->text, era, x, self->bottom + GAP + frame->line_height, frame->rtl ? 1 : 0, -1);
      taken = from_start + liaison_plot_text_get_width (frame->context, era) + 2 * GAP;
    }
}

/* A tick for every n-th bucket, so that labels do not touch. */
static void
draw_ticks (LiaisonTimePlot        *self,
            cairo_t                *cr,
            const LiaisonPlotTheme *theme)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  guint every = MAX (ceil ((get_widest_tick (self) + 2 * GAP) / self->slot), 1);
  guint first = 0;

  if (self->step == LIAISON_STEP_YEAR)
    {
      every = liaison_step_round_years (every);
      first = (every - liaison_time_plot_get_day (self, 0) / 10000 % every) % every;
    }

  for (guint i = first; i < self->days->len; i += every)
    {
      double middle = liaison_time_plot_get_slot_x (self, i) + self->slot / 2;
      g_autofree char *tick = liaison_time_text_tick (self->step, liaison_time_plot_get_day (self, i));

      liaison_plot_text_draw (cr, frame->context, theme->dim, tick, middle, self->bottom + GAP, 0.5, -1);
    }
}

static void
add_bar_path (cairo_t           *cr,
              const LiaisonMark *mark,
              gboolean           rounded)
{
  double radius = rounded ? MIN (MIN (ROUND, mark->width / 2), mark->height) : 0;

  cairo_new_sub_path (cr);
  if (radius <= 0)
    {
      cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
      return;
    }

  cairo_arc (cr, mark->x + mark->width - radius, mark->y + radius, radius, -G_PI_2, 0);
  cairo_line_to (cr, mark->x + mark->width, mark->y + mark->height);
  cairo_line_to (cr, mark->x, mark->y + mark->height);
  cairo_arc (cr, mark->x + radius, mark->y + radius, radius, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}

static void
draw_stack (LiaisonTimePlot        *self,
            cairo_t                *cr,
            const LiaisonPlotTheme *theme,
            const LiaisonMark      *mark,
            gboolean                top)
{
  guint style = liaison_time_plot_get_stack (self, mark->column)->style;

  add_bar_path (cr, mark, top);
  if (style == LIAISON_PLOT_STYLE_PLANNED)
    liaison_plot_theme_fill_planned (theme, cr);
  else
    liaison_plot_theme_fill (theme, cr, style);
  if (top || mark->height <= 3)
    return;

  /* A hairline of the background keeps stacked marks apart. */
  liaison_colour_set (cr, theme->background);
  cairo_rectangle (cr, mark->x, mark->y, mark->width, 1);
  cairo_fill (cr);
}

/* The figure over a bar, where it is not wider than its slot. */
static void
draw_total (LiaisonTimePlot        *self,
            cairo_t                *cr,
            const LiaisonPlotTheme *theme,
            const LiaisonMark      *mark)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  g_autofree char *figure = liaison_plot_text_format_number (mark->value);

  if (liaison_plot_text_get_width (frame->context, figure) + 2 <= (self->is_comparison ? mark->width : self->slot))
    liaison_plot_text_draw (cr, frame->context, theme->text, figure, mark->x + mark->width / 2, mark->y - frame->line_height - 1, 0.5, -1);
}

static void
draw_marks (LiaisonTimePlot        *self,
            cairo_t                *cr,
            const LiaisonPlotTheme *theme)
{
  LiaisonPlot *plot = LIAISON_PLOT (self);

  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    {
      const LiaisonMark *mark = liaison_plot_get_mark (plot, i);

      /* A bucket's stacks come before its whole. */
      if (mark->column < 0 || self->is_comparison)
        draw_total (self, cr, theme, mark);
      if (mark->column >= 0)
        draw_stack (self, cr, theme, mark, self->is_comparison || liaison_plot_bars_is_end (plot, i));
    }
}

static void
draw_average (LiaisonTimePlot        *self,
              cairo_t                *cr,
              const LiaisonPlotTheme *theme,
              int                     stack,
              LiaisonColour           colour)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->days->len; i++)
    {
      double x = liaison_time_plot_get_slot_x (self, i) + self->slot / 2;

      sum += liaison_time_plot_get_value (self, i, stack);
      if (i >= self->window)
        sum -= liaison_time_plot_get_value (self, i - self->window, stack);
      if (i + 1 >= self->window)
        cairo_line_to (cr, x, liaison_time_plot_get_y (self, (double) sum / self->window));
    }

  /* On a line of the background, so that it stands out from the bars as well. */
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  liaison_colour_set (cr, theme->background);
  cairo_set_line_width (cr, 4);
  cairo_stroke_preserve (cr);
  liaison_colour_set (cr, colour);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

/* One line, or of two queries one each; the second one is broken, for those who do not tell the colours apart. */
static void
draw_averages (LiaisonTimePlot        *self,
               cairo_t                *cr,
               const LiaisonPlotTheme *theme)
{
  static const double dashes[] = { 6, 4 };

  if (self->window == 0)
    return;
  if (!self->is_comparison)
    {
      draw_average (self, cr, theme, -1, theme->text);
      return;
    }

  cairo_save (cr);
  for (guint i = 0; i < self->stacks->len; i++)
    {
      draw_average (self, cr, theme, i, liaison_plot_theme_get_colour (theme, i));
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
    }
  cairo_restore (cr);
}

static void
draw_today (LiaisonTimePlot        *self,
            cairo_t                *cr,
            const LiaisonPlotTheme *theme)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));

  for (guint i = 0; i < self->days->len; i++)
    {
      int start = liaison_time_plot_get_day (self, i);
      int next = liaison_step_next (self->step, start);
      double share, x;

      if (frame->today < start || frame->today >= next)
        continue;

      share = (double) liaison_day_diff (start, frame->today) / liaison_day_diff (start, next);
      x = liaison_time_plot_get_slot_x (self, i) + self->slot * (frame->rtl ? 1 - share : share);
      liaison_colour_set (cr, theme->accent);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, round (x) + 0.5, self->top - frame->line_height);
      cairo_line_to (cr, round (x) + 0.5, self->bottom);
      cairo_stroke (cr);
    }
}

void
liaison_time_plot_draw (LiaisonPlot            *plot,
                        cairo_t                *cr,
                        const LiaisonPlotTheme *theme)
{
  LiaisonTimePlot *self = LIAISON_TIME_PLOT (plot);

  liaison_plot_key_draw (self->key, plot, cr, theme);
  liaison_plot_axis_draw (&self->axis, plot, cr, theme, self->left, self->right, self->top, self->bottom);
  draw_ticks (self, cr, theme);
  draw_eras (self, cr, theme);
  draw_marks (self, cr, theme);
  draw_averages (self, cr, theme);
  draw_today (self, cr, theme);
}
