/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-plot-axis.h"

#include "liaison-plot-text.h"

#include <math.h>

#define GAP 6.0

static gint64
choose_step (gint64 maximum,
             double n_lines)
{
  static const int factors[] = { 1, 2, 5 };

  for (gint64 power = 1;; power *= 10)
    {
      for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
        {
          gint64 step = power * factors[i];

          if (ceil ((double) maximum / step) <= n_lines)
            return step;
        }
    }
}

void
liaison_plot_axis_init (LiaisonPlotAxis *axis,
                        gint64           maximum,
                        double           n_lines)
{
  maximum = MAX (maximum, 1);
  axis->step = choose_step (maximum, MAX (n_lines, 1));
  axis->last = (maximum + axis->step - 1) / axis->step * axis->step;
}

void
liaison_plot_axis_draw (const LiaisonPlotAxis  *axis,
                        LiaisonPlot            *plot,
                        cairo_t                *cr,
                        const LiaisonPlotTheme *theme,
                        double                  left,
                        double                  right,
                        double                  top,
                        double                  bottom)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);

  cairo_set_line_width (cr, 1);
  for (gint64 value = 0; value <= axis->last; value += axis->step)
    {
      double y = round (bottom - (bottom - top) * value / axis->last) - 0.5;
      g_autofree char *figure = liaison_plot_text_format_number (value);

      liaison_colour_set (cr, value == 0 ? theme->dim : theme->grid);
      cairo_move_to (cr, left, y);
      cairo_line_to (cr, right, y);
      cairo_stroke (cr);
      liaison_plot_text_draw (cr, frame->context, theme->dim, figure, frame->rtl ? right + GAP : left - GAP, y - frame->line_height / 2,
                              frame->rtl ? 0 : 1, -1);
    }
}
