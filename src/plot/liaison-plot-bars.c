/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-plot-bars.h"

#include "liaison-plot-text.h"

#include <math.h>

#define PITCH 1.6 /* lines of text, from bar to bar */

int
liaison_plot_bars_move_along (LiaisonPlot *plot,
                              int          index,
                              int          direction)
{
  LiaisonMark from = *liaison_plot_get_mark (plot, index);
  int neighbour = -1;

  for (int i = index + direction; i >= 0 && i < (int) liaison_plot_get_n_marks (plot); i += direction)
    {
      const LiaisonMark *mark = liaison_plot_get_mark (plot, i);

      if (mark->row == from.row)
        continue;
      if (neighbour >= 0 && liaison_plot_get_mark (plot, neighbour)->row != mark->row)
        break;
      if (mark->column == from.column)
        return i;
      if (neighbour < 0 || direction > 0)
        neighbour = i;
    }

  return neighbour >= 0 ? neighbour : index;
}

int
liaison_plot_bars_move_within (LiaisonPlot *plot,
                               int          index,
                               int          direction)
{
  int next = index + direction;

  if (next < 0 || next >= (int) liaison_plot_get_n_marks (plot)
      || liaison_plot_get_mark (plot, next)->row != liaison_plot_get_mark (plot, index)->row)
    return index;

  return next;
}

int
liaison_plot_bars_pick (LiaisonPlot *plot,
                        int          bar,
                        double       x,
                        double       y)
{
  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    {
      const LiaisonMark *mark = liaison_plot_get_mark (plot, i);

      if (mark->row == bar && mark->column >= 0
          && x >= mark->x && x < mark->x + mark->width && y >= mark->y && y < mark->y + mark->height)
        return i;
    }

  return liaison_plot_find_mark (plot, bar, -1);
}

gboolean
liaison_plot_bars_is_end (LiaisonPlot *plot,
                          guint        index)
{
  const LiaisonMark *mark = liaison_plot_get_mark (plot, index);
  const LiaisonMark *next = index + 1 < liaison_plot_get_n_marks (plot) ? liaison_plot_get_mark (plot, index + 1) : NULL;

  return next == NULL || next->row != mark->row || next->column < 0;
}

double
liaison_plot_bars_get_pitch (double line_height)
{
  return round (line_height * PITCH);
}

guint
liaison_plot_bars_fit (LiaisonPlot *plot,
                       guint        n,
                       double       top,
                       double       pitch)
{
  guint n_fitting = MAX ((liaison_plot_get_frame (plot)->height - top) / pitch, 0);

  return n <= n_fitting ? n : MAX (n_fitting, 1) - (n_fitting > 1);
}

void
liaison_plot_bars_draw_rest (LiaisonPlot            *plot,
                             cairo_t                *cr,
                             const LiaisonPlotTheme *theme,
                             guint                   n,
                             double                  start,
                             double                  y)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  g_autofree char *text = liaison_plot_text_dup_rest (n);

  if (n > 0)
    liaison_plot_text_draw (cr, frame->context, theme->dim, text, liaison_plot_mirror (plot, start, 0), y, frame->rtl ? 1 : 0, -1);
}
