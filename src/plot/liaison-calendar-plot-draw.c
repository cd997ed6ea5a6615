/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-calendar-plot-private.h"

#include "liaison-day.h"
#include "liaison-plot-text.h"
#include "liaison-time-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP 6.0
#define MONTH_STRENGTH 0.7 /* of dim labels */
#define EMPTY_STRENGTH 0.45 /* of the grid's colour */

/* A figure may touch the edges of its cell, but not leave it. */
#define FIGURE_MARGIN 1.5

static void
add_cell (LiaisonCalendarPlot        *self,
          cairo_t                    *cr,
          const LiaisonCalendarBlock *block,
          int                         day)
{
  double size = MAX (self->cell - 1, 1);
  double x, y;

  liaison_calendar_plot_find_cell (self, block, day, &x, &y);
  cairo_rectangle (cr, x, y, size, size);
}

/* The cells of all days, on which those with something are drawn. */
static void
draw_cells (LiaisonCalendarPlot        *self,
            cairo_t                    *cr,
            const LiaisonPlotTheme     *theme,
            const LiaisonCalendarBlock *block)
{
  int last = liaison_day_to_julian (block->last);

  for (int julian = liaison_day_to_julian (block->first); julian <= last; julian++)
    add_cell (self, cr, block, liaison_day_from_julian (julian));
  liaison_colour_set (cr, liaison_colour_mix (theme->background, theme->grid, EMPTY_STRENGTH));
  cairo_fill (cr);
}

/* A line between one month and the next, with a step where that begins within a week. */
static void
add_month_line (LiaisonCalendarPlot        *self,
                cairo_t                    *cr,
                const LiaisonCalendarBlock *block,
                int                         day)
{
  gboolean rtl = liaison_plot_get_frame (LIAISON_PLOT (self))->rtl;
  int weekday = (liaison_day_to_julian (day) - block->monday) % 7;
  double behind = rtl ? -self->cell : self->cell;
  double x, y, top;

  liaison_calendar_plot_find_cell (self, block, day, &x, &y);
  x += rtl ? self->cell - 0.5 : -0.5;
  y -= 0.5;
  top = y - weekday * self->cell;
  cairo_move_to (cr, x, top + 7 * self->cell);
  cairo_line_to (cr, x, y);
  if (weekday > 0)
    {
      cairo_line_to (cr, x + behind, y);
      cairo_line_to (cr, x + behind, top);
    }
}

static void
draw_months (LiaisonCalendarPlot        *self,
             cairo_t                    *cr,
             const LiaisonPlotTheme     *theme,
             const LiaisonCalendarBlock *block)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  double named = 0;
  double x, y;

  for (int month = block->first; month <= block->last; month = liaison_step_next (LIAISON_STEP_MONTH, month))
    {
      g_autofree char *name = liaison_time_text_tick (LIAISON_STEP_MONTH, month);
      double width = liaison_plot_text_get_width (frame->context, name);
      double start;

      liaison_calendar_plot_find_cell (self, block, month, &x, &y);
      /* A month that begins within a week is named where its first whole one begins. */
      if ((liaison_day_to_julian (month) - block->monday) % 7 > 0 && month > block->first)
        x += frame->rtl ? -self->cell : self->cell;
      x += frame->rtl ? self->cell : 0;
      start = liaison_plot_mirror (LIAISON_PLOT (self), x, 0);
      if (start < named)
        continue;

      liaison_plot_text_draw (cr, frame->context, theme->dim, name, x, block->y, frame->rtl ? 1 : 0, -1);
      named = start + width + GAP;
    }

  for (int month = liaison_step_next (LIAISON_STEP_MONTH, block->first); month <= block->last; month = liaison_step_next (LIAISON_STEP_MONTH, month))
    add_month_line (self, cr, block, month);
  cairo_set_line_width (cr, 1);
  liaison_colour_set (cr, liaison_colour_mix (theme->background, theme->dim, MONTH_STRENGTH));
  cairo_stroke (cr);
}

/* The year, and as many days of the week under it as there is room for. */
static void
draw_labels (LiaisonCalendarPlot        *self,
             cairo_t                    *cr,
             const LiaisonPlotTheme     *theme,
             const LiaisonCalendarBlock *block)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  double x = frame->rtl ? frame->width - self->label_width + GAP : self->label_width - GAP;
  double align = frame->rtl ? 0 : 1;
  guint step = ceil (frame->line_height / self->cell);
  g_autofree char *year = g_strdup_printf ("%d", block->first / 10000);

  liaison_plot_text_draw (cr, frame->context, theme->text, year, x, block->y, align, -1);
  for (guint i = 0; i < 7; i += step)
    {
      g_autofree char *name = liaison_time_text_weekday ((self->first_weekday - 1 + i) % 7 + 1);
      double y = block->y + frame->line_height + 2 + i * self->cell + (self->cell - frame->line_height) / 2;

      liaison_plot_text_draw (cr, frame->context, theme->dim, name, x, y, align, -1);
    }
}

static void
draw_gap (LiaisonCalendarPlot        *self,
          cairo_t                    *cr,
          const LiaisonPlotTheme     *theme,
          const LiaisonCalendarBlock *block)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  /* Translators: from one year to another, in which there were no engagements */
  g_autofree char *text = g_strdup_printf (C_("chart", "%d–%d: none"), block->first / 10000, block->last / 10000);

  liaison_plot_text_draw (cr, frame->context, theme->dim, text, frame->rtl ? frame->width - self->label_width : self->label_width, block->y,
                          frame->rtl ? 1 : 0, -1);
}

/* What a page has no room for. */
static void
draw_earlier (LiaisonCalendarPlot    *self,
              cairo_t                *cr,
              const LiaisonPlotTheme *theme)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  g_autofree char *text = g_strdup_printf (ngettext ("and %u day before these", "and %u days before these", self->n_earlier), self->n_earlier);
  double y = g_array_index (self->blocks, LiaisonCalendarBlock, 0).y - frame->line_height - GAP;

  if (self->n_earlier > 0)
    liaison_plot_text_draw (cr, frame->context, theme->dim, text, frame->rtl ? frame->width - self->label_width : self->label_width, y,
                            frame->rtl ? 1 : 0, -1);
}

static void
draw_mark (LiaisonCalendarPlot    *self,
           cairo_t                *cr,
           const LiaisonPlotTheme *theme,
           const LiaisonMark      *mark)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  g_autofree char *figure = liaison_plot_text_format_number (mark->value);
  LiaisonColour shade, ink = theme->text;

  if (mark->column == 1)
    {
      cairo_rectangle (cr, mark->x + 0.5, mark->y + 0.5, MAX (mark->width - 1, 0), MAX (mark->height - 1, 0));
      liaison_plot_theme_fill_planned (theme, cr);
      return;
    }

  /* By the root, so that one and two can be told apart beside a very busy day. */
  shade = liaison_plot_theme_get_shade (theme, sqrt ((double) mark->value / MAX (self->maximum, 1)));
  ink = liaison_plot_theme_get_ink (theme, shade);
  cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
  liaison_colour_set (cr, shade);
  cairo_fill (cr);
  if (mark->height + 2 * FIGURE_MARGIN >= frame->line_height && liaison_plot_text_get_width (frame->context, figure) <= mark->width)
    liaison_plot_text_draw (cr, frame->context, ink, figure, mark->x + mark->width / 2, mark->y + (mark->height - frame->line_height) / 2, 0.5, -1);
}

static void
draw_today (LiaisonCalendarPlot        *self,
            cairo_t                    *cr,
            const LiaisonPlotTheme     *theme,
            const LiaisonCalendarBlock *block)
{
  int today = liaison_plot_get_frame (LIAISON_PLOT (self))->today;

  if (today < block->first || today > block->last)
    return;

  add_cell (self, cr, block, today);
  liaison_colour_set (cr, theme->accent);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

void
liaison_calendar_plot_draw (LiaisonPlot            *plot,
                            cairo_t                *cr,
                            const LiaisonPlotTheme *theme)
{
  LiaisonCalendarPlot *self = LIAISON_CALENDAR_PLOT (plot);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  double left, top, right, bottom;
  double height = frame->line_height + 2 + 7 * self->cell;

  /* Long spans are looked at a piece at a time. */
  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  liaison_plot_key_draw (self->key, plot, cr, theme);
  draw_earlier (self, cr, theme);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const LiaisonCalendarBlock *block = &g_array_index (self->blocks, LiaisonCalendarBlock, i);

      if (block->y > bottom || block->y + height < top)
        continue;
      if (block->is_gap)
        {
          draw_gap (self, cr, theme, block);
          continue;
        }
      draw_cells (self, cr, theme, block);
      draw_labels (self, cr, theme, block);
    }

  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    {
      const LiaisonMark *mark = liaison_plot_get_mark (plot, i);

      if (mark->y <= bottom && mark->y + mark->height >= top)
        draw_mark (self, cr, theme, mark);
    }

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const LiaisonCalendarBlock *block = &g_array_index (self->blocks, LiaisonCalendarBlock, i);

      if (block->is_gap || block->y > bottom || block->y + height < top)
        continue;
      draw_months (self, cr, theme, block);
      draw_today (self, cr, theme, block);
    }
}
