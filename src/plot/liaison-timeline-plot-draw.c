/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-timeline-plot-private.h"

#include "liaison-day.h"
#include "liaison-plot-key.h"
#include "liaison-plot-text.h"
#include "liaison-time-text.h"

#include <math.h>

#define GAP 6.0
#define CONTAINER_STYLE 2

/* The ground of a post, between the background and the text. */
#define BAND_STRENGTH 0.12

static double
mirror (LiaisonTimelinePlot *self,
        double               x)
{
  return liaison_plot_mirror (LIAISON_PLOT (self), x, 0);
}

/* How many days the narrowest stretch of a step has. */
static int
get_days (LiaisonStep step)
{
  static const int days[] = {
    [LIAISON_STEP_DAY] = 1, [LIAISON_STEP_WEEK] = 7, [LIAISON_STEP_MONTH] = 28, [LIAISON_STEP_QUARTER] = 90, [LIAISON_STEP_YEAR] = 365,
  };

  return days[step];
}

/* The finest step whose labels do not touch; of years, how many apart. */
static guint
choose_step (LiaisonTimelinePlot *self,
             LiaisonStep         *step)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  double day_width = self->room / (liaison_day_diff (self->first, self->last) + 1);

  for (*step = LIAISON_STEP_DAY; *step < LIAISON_STEP_YEAR; (*step)++)
    {
      g_autofree char *tick = liaison_time_text_tick (*step, 20201130);

      if (day_width * get_days (*step) >= liaison_plot_text_get_width (frame->context, tick) + 2 * GAP)
        return 1;
    }

  return liaison_step_round_years (ceil ((liaison_plot_text_get_width (frame->context, "2020") + 2 * GAP) / (day_width * 365)));
}

static void
draw_tick (LiaisonTimelinePlot    *self,
           cairo_t                *cr,
           const LiaisonPlotTheme *theme,
           const char             *text,
           int                     day,
           double                  y,
           LiaisonColour           colour)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));

  liaison_plot_text_draw (cr, frame->context, colour, text, mirror (self, liaison_timeline_plot_get_x (self, day) + 3), y, frame->rtl ? 1 : 0, -1);
}

static void
draw_axis (LiaisonTimelinePlot    *self,
           cairo_t                *cr,
           const LiaisonPlotTheme *theme)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  LiaisonStep step;
  guint every = choose_step (self, &step);
  g_autofree char *shown = NULL;
  double taken = -G_MAXDOUBLE;

  for (int day = liaison_step_start (step, self->first); day <= self->last; day = liaison_step_next (step, day))
    {
      g_autofree char *tick = liaison_time_text_tick (step, day);
      g_autofree char *era = liaison_time_text_era (step, day);
      double x = liaison_timeline_plot_get_x (self, day);

      if (day < self->first || (step == LIAISON_STEP_YEAR && day / 10000 % every != 0))
        continue;
      liaison_colour_set (cr, theme->grid);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, round (mirror (self, x)) + 0.5, self->top);
      cairo_line_to (cr, round (mirror (self, x)) + 0.5, self->bottom);
      cairo_stroke (cr);
      if (x + liaison_plot_text_get_width (frame->context, tick) <= self->left + self->room + GAP)
        draw_tick (self, cr, theme, tick, day, self->bottom + GAP, theme->dim);
      if (*era == '\0' || g_strcmp0 (era, shown) == 0 || x < taken
          || x + liaison_plot_text_get_width (frame->context, era) > self->left + self->room + GAP)
        continue;
      g_free (shown);
      shown = g_strdup (era);
      taken = x + liaison_plot_text_get_width (frame->context, era) + 2 * GAP;
      draw_tick (self, cr, theme, era, day, self->bottom + GAP + frame->line_height, theme->text);
    }
}

static void
draw_lines (LiaisonTimelinePlot    *self,
            cairo_t                *cr,
            const LiaisonPlotTheme *theme)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const LiaisonTimelineLine *line = liaison_timeline_plot_get_line (self, i);
      double y = round (line->bottom) + 1.5;

      liaison_colour_set (cr, theme->grid);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, mirror (self, self->left), y);
      cairo_line_to (cr, mirror (self, self->left + self->room), y);
      cairo_stroke (cr);
      liaison_plot_text_draw (cr, frame->context, theme->text, line->label, mirror (self, self->left - GAP), line->bottom - frame->line_height + 2,
                              frame->rtl ? 0 : 1, self->left - GAP);
    }
}

static void
add_pill (cairo_t           *cr,
          const LiaisonMark *mark)
{
  double radius = MIN (mark->width, mark->height) / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, mark->x + mark->width - radius, mark->y + radius, radius, -G_PI_2, G_PI_2);
  cairo_arc (cr, mark->x + radius, mark->y + radius, radius, G_PI_2, G_PI + G_PI_2);
  cairo_close_path (cr);
}

static void
draw_point (LiaisonTimelinePlot    *self,
            cairo_t                *cr,
            const LiaisonPlotTheme *theme,
            const LiaisonMark      *mark)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  const LiaisonTimelineLine *line = liaison_timeline_plot_get_line (self, liaison_timeline_plot_get_point (self, mark->row)->line);
  guint style = line->group == 0 ? CONTAINER_STYLE : (guint) line->group - 1;
  g_autofree char *figure = liaison_plot_text_format_number (mark->value);

  add_pill (cr, mark);
  if (line->is_planned)
    liaison_plot_theme_fill_planned (theme, cr);
  else if (mark->value > 1)
    {
      /* A figure is not read on a pattern. */
      liaison_colour_set (cr, liaison_plot_theme_get_colour (theme, style));
      cairo_fill (cr);
    }
  else
    liaison_plot_theme_fill (theme, cr, style);
  cairo_new_path (cr);
  if (mark->value <= 1)
    return;

  liaison_plot_text_draw (cr, frame->context, line->is_planned ? theme->text : liaison_plot_theme_get_ink (theme, liaison_plot_theme_get_colour (theme, style)),
                          figure, mark->x + mark->width / 2, mark->y + (mark->height - frame->line_height) / 2, 0.5, -1);
}

static void
draw_band (LiaisonTimelinePlot    *self,
           cairo_t                *cr,
           const LiaisonPlotTheme *theme,
           const LiaisonMark      *mark)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  const LiaisonTimelinePost *post = liaison_timeline_plot_get_post (self, mark->row);
  g_autofree char *text = *post->holder != '\0' ? g_strdup_printf ("%s, %s", post->holder, post->title) : g_strdup (post->title);

  cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
  liaison_colour_set (cr, liaison_colour_mix (theme->background, theme->text, BAND_STRENGTH));
  cairo_fill (cr);
  /* Where it begins and ends can be seen, whatever the colours. */
  liaison_colour_set (cr, theme->dim);
  cairo_rectangle (cr, frame->rtl ? mark->x + mark->width - 1 : mark->x, mark->y, 1, mark->height);
  cairo_fill (cr);
  if (mark->width > 4 * GAP)
    liaison_plot_text_draw (cr, frame->context, theme->text, text, frame->rtl ? mark->x + mark->width - GAP : mark->x + GAP,
                            mark->y + (mark->height - frame->line_height) / 2, frame->rtl ? 1 : 0, mark->width - 2 * GAP);
}

static void
draw_today (LiaisonTimelinePlot    *self,
            cairo_t                *cr,
            const LiaisonPlotTheme *theme)
{
  int today = liaison_plot_get_frame (LIAISON_PLOT (self))->today;
  double x;

  if (today < self->first || today > self->last)
    return;

  x = round (mirror (self, liaison_timeline_plot_get_x (self, today))) + 0.5;
  liaison_colour_set (cr, theme->accent);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, 0);
  cairo_line_to (cr, x, self->bottom);
  cairo_stroke (cr);
}

void
liaison_timeline_plot_draw (LiaisonPlot            *plot,
                            cairo_t                *cr,
                            const LiaisonPlotTheme *theme)
{
  LiaisonTimelinePlot *self = LIAISON_TIMELINE_PLOT (plot);

  draw_axis (self, cr, theme);
  draw_lines (self, cr, theme);
  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    {
      const LiaisonMark *mark = liaison_plot_get_mark (plot, i);

      if (mark->column == 1)
        draw_band (self, cr, theme, mark);
      else
        draw_point (self, cr, theme, mark);
    }
  draw_today (self, cr, theme);
}
