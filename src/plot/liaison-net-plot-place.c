/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-net-plot-private.h"

#include "liaison-plot-text.h"

#include <math.h>

#define GAP 4.0
#define MARGIN 24.0
#define LEAST_RADIUS 5.0
#define MOST_RADIUS 17.0

#define ROUNDS 60
#define MOST_LABEL 11.5 /* lines of text */

/* So many have their names whatever lies under them. */
#define N_GREATEST 12
#define NEVER 1000

/* How far from its middle a node can be pointed at. */
static double
get_reach (const LiaisonNetNode *node)
{
  return MAX (node->radius, LIAISON_PLOT_LEAST_REACH);
}

/* Pushes nodes apart that would lie upon each other. */
static void
part_nodes (LiaisonNetPlot *self,
            double          width,
            double          height)
{
  const double margin = LIAISON_PLOT_LEAST_REACH;
  LiaisonNetNode *nodes = (LiaisonNetNode *) (gpointer) self->nodes->data;

  for (guint round = 0; round < ROUNDS; round++)
    {
      for (guint i = 0; i < self->nodes->len; i++)
        {
          for (guint j = 0; j < i; j++)
            {
              double x = nodes[i].x - nodes[j].x;
              double y = nodes[i].y - nodes[j].y;
              double distance = hypot (x, y);
              double overlap = get_reach (&nodes[i]) + get_reach (&nodes[j]) + 1 - distance;

              if (overlap <= 0)
                continue;
              if (distance < 0.01)
                {
                  /* Two in one place go aside, each pair in a direction of its own. */
                  x = cos (i);
                  y = sin (i);
                  distance = 1;
                }
              nodes[i].x += x / distance * overlap / 2;
              nodes[i].y += y / distance * overlap / 2;
              nodes[j].x -= x / distance * overlap / 2;
              nodes[j].y -= y / distance * overlap / 2;
            }
          nodes[i].x = CLAMP (nodes[i].x, margin, MAX (width - margin, margin));
          nodes[i].y = CLAMP (nodes[i].y, self->top + margin, MAX (height - margin, self->top + margin));
        }
    }
}

static void
place_nodes (LiaisonNetPlot *self)
{
  LiaisonPlot *plot = LIAISON_PLOT (self);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  LiaisonNetNode *nodes = (LiaisonNetNode *) (gpointer) self->nodes->data;
  double width = MAX (frame->width - 2 * MARGIN, 1);
  double height = MAX (frame->height - self->top - 2 * MARGIN, 1);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      nodes[i].radius = LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * sqrt ((double) nodes[i].value / MAX (self->maximum, 1));
      nodes[i].x = MARGIN + self->x[i] * width;
      nodes[i].y = self->top + MARGIN + self->y[i] * height;
    }
  part_nodes (self, frame->width, frame->height);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      double reach = get_reach (&nodes[i]);

      liaison_plot_view (plot, &nodes[i].x, &nodes[i].y);
      nodes[i].is_inside = nodes[i].x >= reach && nodes[i].x <= frame->width - reach && nodes[i].y >= self->top + reach
        && nodes[i].y <= frame->height - reach;
    }
}

/* How much a label would lie on: names may not be on names, and on nodes only those of the greatest. */
static guint
count_overlaps (LiaisonNetPlot       *self,
                const LiaisonNetNode *label)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  guint n = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const LiaisonNetNode *node = &g_array_index (self->nodes, LiaisonNetNode, i);

      if (node->is_inside && node->x + node->radius > label->label_x && node->x - node->radius < label->label_x + label->label_width
          && node->y + node->radius > label->label_y && node->y - node->radius < label->label_y + frame->line_height)
        n++;
      if (node != label && node->has_label && node->label_x + node->label_width + GAP > label->label_x
          && node->label_x < label->label_x + label->label_width + GAP && node->label_y + frame->line_height > label->label_y
          && node->label_y < label->label_y + frame->line_height)
        n += NEVER;
    }

  return n;
}

/* Beside its node, over it, under it or across a corner: where least else is. */
static void
place_label (LiaisonNetPlot *self,
             LiaisonNetNode *node,
             guint           most_overlaps)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  double room = MIN (MOST_LABEL * frame->line_height, frame->width);
  double width = MIN (liaison_plot_text_get_width (frame->context, liaison_net_plot_get_label (self, node)), room);
  double height = frame->line_height;
  double right = node->x + node->radius + GAP;
  double left = node->x - node->radius - GAP - width;
  double over = node->y - node->radius - 1 - height;
  double under = node->y + node->radius + 1;
  const double places[][2] = {
    { right, node->y - height / 2 }, { left, node->y - height / 2 }, { node->x - width / 2, under }, { node->x - width / 2, over },
    { right - GAP, over + height / 2 }, { right - GAP, under - height / 2 }, { left + GAP, over + height / 2 }, { left + GAP, under - height / 2 },
  };
  guint least = NEVER;
  guint best = 0;

  node->label_width = width;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint n;

      node->label_x = places[i][0];
      node->label_y = places[i][1];
      n = count_overlaps (self, node);
      if (node->label_x < 0 || node->label_x + width > frame->width || node->label_y < self->top || node->label_y + height > frame->height || n >= least)
        continue;
      least = n;
      best = i;
    }

  node->label_x = places[best][0];
  node->label_y = places[best][1];
  node->has_label = least <= most_overlaps;
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const LiaisonNetNode *first = *(const LiaisonNetNode * const *) a;
  const LiaisonNetNode *second = *(const LiaisonNetNode * const *) b;

  if (first->value != second->value)
    return first->value < second->value ? 1 : -1;

  return first < second ? -1 : first > second;
}

/* Those with most have their names first. */
static void
place_labels (LiaisonNetPlot *self)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  for (guint i = 0; i < self->nodes->len; i++)
    {
      LiaisonNetNode *node = &g_array_index (self->nodes, LiaisonNetNode, i);

      node->has_label = FALSE;
      if (node->is_inside)
        g_ptr_array_add (nodes, node);
    }
  g_ptr_array_sort (nodes, compare_values);
  for (guint i = 0; i < nodes->len; i++)
    place_label (self, g_ptr_array_index (nodes, i), i < N_GREATEST ? NEVER - 1 : 0);
}

static void
add_edge_marks (LiaisonNetPlot *self)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));

  for (guint i = 0; i < self->edges->len; i++)
    {
      const LiaisonNetEdge *edge = &g_array_index (self->edges, LiaisonNetEdge, i);
      const LiaisonNetNode *from = &g_array_index (self->nodes, LiaisonNetNode, edge->from);
      const LiaisonNetNode *to = &g_array_index (self->nodes, LiaisonNetNode, edge->to);
      double left = MAX (MIN (from->x, to->x) - LIAISON_NET_REACH, 0);
      double top = MAX (MIN (from->y, to->y) - LIAISON_NET_REACH, self->top);
      const LiaisonMark mark = { LIAISON_SHAPE_OTHER, left, top, MIN (MAX (from->x, to->x) + LIAISON_NET_REACH, frame->width) - left,
                                 MIN (MAX (from->y, to->y) + LIAISON_NET_REACH, frame->height) - top, i, LIAISON_NET_EDGE, edge->weight, -1 };

      if (from->is_inside && to->is_inside)
        liaison_plot_add_mark (LIAISON_PLOT (self), &mark);
    }
}

static void
add_node_marks (LiaisonNetPlot *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const LiaisonNetNode *node = &g_array_index (self->nodes, LiaisonNetNode, i);
      double reach = get_reach (node);
      const LiaisonMark mark = { LIAISON_SHAPE_DISC, node->x - reach, node->y - reach, 2 * reach, 2 * reach, i, LIAISON_NET_NODE, node->value, -1 };

      if (node->is_inside)
        liaison_plot_add_mark (LIAISON_PLOT (self), &mark);
    }
}

void
liaison_net_plot_place (LiaisonPlot *plot)
{
  LiaisonNetPlot *self = LIAISON_NET_PLOT (plot);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);

  self->top = liaison_plot_key_place (self->key, plot);
  liaison_plot_set_view (plot, self->top, MAX (frame->height - self->top, 1));
  place_nodes (self);
  place_labels (self);
  add_edge_marks (self);
  add_node_marks (self);
}
