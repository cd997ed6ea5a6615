/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-net-plot-private.h"

#include "liaison-plot-text.h"

#include <math.h>

#define MOST_WIDTH 7.0
#define VEIL 0.82
#define RIM 0.72
#define LEAST_STRENGTH 0.2
#define MOST_STRENGTH 0.55

static const LiaisonNetNode *
get_node (LiaisonNetPlot *self,
          guint           index)
{
  return &g_array_index (self->nodes, LiaisonNetNode, index);
}

/* A line is as broad to the pointer as a finger's edge, however thin it is drawn. */
void
liaison_net_plot_trace (LiaisonPlot       *plot,
                        cairo_t           *cr,
                        const LiaisonMark *mark)
{
  LiaisonNetPlot *self = LIAISON_NET_PLOT (plot);
  const LiaisonNetEdge *edge = &g_array_index (self->edges, LiaisonNetEdge, mark->row);
  const LiaisonNetNode *from = get_node (self, edge->from);
  const LiaisonNetNode *to = get_node (self, edge->to);
  double length = MAX (hypot (to->x - from->x, to->y - from->y), 0.1);
  double x = -(to->y - from->y) / length * LIAISON_NET_REACH;
  double y = (to->x - from->x) / length * LIAISON_NET_REACH;

  cairo_move_to (cr, from->x + x, from->y + y);
  cairo_line_to (cr, to->x + x, to->y + y);
  cairo_line_to (cr, to->x - x, to->y - y);
  cairo_line_to (cr, from->x - x, from->y - y);
  cairo_close_path (cr);
}

static void
draw_edge (LiaisonNetPlot       *self,
           cairo_t              *cr,
           LiaisonColour         colour,
           const LiaisonNetEdge *edge)
{
  const LiaisonNetNode *from = get_node (self, edge->from);
  const LiaisonNetNode *to = get_node (self, edge->to);

  liaison_colour_set (cr, colour);
  cairo_set_line_width (cr, 1 + (MOST_WIDTH - 1) * (edge->weight - 1) / MAX (self->strongest - 1, 1));
  cairo_move_to (cr, from->x, from->y);
  cairo_line_to (cr, to->x, to->y);
  cairo_stroke (cr);
}

/* Ours are squares, theirs are round. */
static void
draw_node (LiaisonNetPlot         *self,
           cairo_t                *cr,
           const LiaisonPlotTheme *theme,
           const LiaisonNetNode   *node)
{
  double side = node->radius * 0.9;

  cairo_new_path (cr);
  if (node->is_ours)
    cairo_rectangle (cr, node->x - side, node->y - side, 2 * side, 2 * side);
  else
    cairo_arc (cr, node->x, node->y, node->radius, 0, 2 * G_PI);
  liaison_plot_theme_fill (theme, cr, node->is_ours ? LIAISON_NET_OURS : LIAISON_NET_THEIRS);
  cairo_new_path (cr);
  if (node->is_ours)
    cairo_rectangle (cr, node->x - side, node->y - side, 2 * side, 2 * side);
  else
    cairo_arc (cr, node->x, node->y, node->radius, 0, 2 * G_PI);
  liaison_colour_set (cr, theme->background);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* A name with a rim of the background, so that lines do not run through it. */
static void
draw_label (LiaisonNetPlot         *self,
            cairo_t                *cr,
            const LiaisonPlotTheme *theme,
            const LiaisonNetNode   *node)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  const char *label = liaison_net_plot_get_label (self, node);

  if (!node->has_label)
    return;

  cairo_rectangle (cr, node->label_x - 1, node->label_y + 1, node->label_width + 2, MAX (frame->line_height - 2, 0));
  cairo_set_source_rgba (cr, theme->background.red, theme->background.green, theme->background.blue, RIM);
  cairo_fill (cr);
  liaison_plot_text_draw (cr, frame->context, theme->text, label, node->label_x, node->label_y, 0, node->label_width + 1);
}

static void
begin (LiaisonNetPlot *self,
       cairo_t        *cr)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, self->top, frame->width, MAX (frame->height - self->top, 0));
  cairo_clip (cr);
}

void
liaison_net_plot_draw (LiaisonPlot            *plot,
                       cairo_t                *cr,
                       const LiaisonPlotTheme *theme)
{
  LiaisonNetPlot *self = LIAISON_NET_PLOT (plot);

  liaison_plot_key_draw (self->key, plot, cr, theme);
  begin (self, cr);
  for (int i = (int) self->edges->len - 1; i >= 0; i--)
    {
      const LiaisonNetEdge *edge = &g_array_index (self->edges, LiaisonNetEdge, i);
      double strength = LEAST_STRENGTH + (MOST_STRENGTH - LEAST_STRENGTH) * edge->weight / self->strongest;

      draw_edge (self, cr, liaison_colour_mix (theme->background, theme->text, strength), edge);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    draw_node (self, cr, theme, get_node (self, i));
  for (guint i = 0; i < self->nodes->len; i++)
    draw_label (self, cr, theme, get_node (self, i));
  cairo_restore (cr);
}

/* The mark and what it is connected with, over all else, which is veiled. */
void
liaison_net_plot_draw_current (LiaisonPlot            *plot,
                               cairo_t                *cr,
                               const LiaisonPlotTheme *theme,
                               const LiaisonMark      *mark)
{
  LiaisonNetPlot *self = LIAISON_NET_PLOT (plot);
  g_autofree gboolean *is_near = g_new0 (gboolean, self->nodes->len);

  begin (self, cr);
  cairo_set_source_rgba (cr, theme->background.red, theme->background.green, theme->background.blue, VEIL);
  cairo_paint (cr);
  for (guint i = 0; i < self->edges->len; i++)
    {
      const LiaisonNetEdge *edge = &g_array_index (self->edges, LiaisonNetEdge, i);

      if (mark->column == LIAISON_NET_EDGE ? mark->row != (int) i : mark->row != (int) edge->from && mark->row != (int) edge->to)
        continue;
      is_near[edge->from] = is_near[edge->to] = TRUE;
      draw_edge (self, cr, theme->dim, edge);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      if (is_near[i])
        draw_node (self, cr, theme, get_node (self, i));
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      if (is_near[i])
        draw_label (self, cr, theme, get_node (self, i));
    }
  cairo_restore (cr);
}
