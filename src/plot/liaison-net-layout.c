/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-net-layout.h"

#include <math.h>

#define ROUNDS 150

/* How much nearer those are who meet most, and how far apart groups are that no line connects. */
#define NEARER 0.5
#define APART 0.6

/* Consecutive points of a spiral at this angle never come to lie together. */
#define GOLDEN_ANGLE 2.399963229728653

typedef struct
{
  guint   n;
  double *distances; /* n × n */
  double *weights;   /* of these: who is near counts more; none of one to itself */
  double *x;
  double *y;
  double *pulls_x;   /* of each on the node that is placed */
  double *pulls_y;
} Layout;

static double *
at (Layout *layout,
    guint   row,
    guint   column)
{
  return &layout->distances[row * layout->n + column];
}

/* Shortest paths between all (Floyd and Warshall). */
static void
measure_paths (Layout *layout,
               GArray *edges)
{
  double strongest = 0;
  double longest = 1;

  for (guint i = 0; i < edges->len; i++)
    strongest = MAX (strongest, g_array_index (edges, LiaisonNetEdge, i).weight);
  for (guint i = 0; i < layout->n * layout->n; i++)
    layout->distances[i] = i % (layout->n + 1) == 0 ? 0 : HUGE_VAL;
  for (guint i = 0; i < edges->len; i++)
    {
      const LiaisonNetEdge *edge = &g_array_index (edges, LiaisonNetEdge, i);
      double length = 1 - NEARER * sqrt (edge->weight / strongest);

      *at (layout, edge->from, edge->to) = *at (layout, edge->to, edge->from) = length;
    }

  for (guint k = 0; k < layout->n; k++)
    {
      const double *further = at (layout, k, 0);

      for (guint i = 0; i < layout->n; i++)
        {
          double *row = at (layout, i, 0);
          double there = row[k];

          for (guint j = 0; j < layout->n; j++)
            row[j] = MIN (row[j], there + further[j]);
        }
    }

  for (guint i = 0; i < layout->n * layout->n; i++)
    longest = isfinite (layout->distances[i]) ? MAX (longest, layout->distances[i]) : longest;
  for (guint i = 0; i < layout->n * layout->n; i++)
    {
      layout->distances[i] = isfinite (layout->distances[i]) ? layout->distances[i] : 1 + longest * APART;
      layout->weights[i] = i % (layout->n + 1) == 0 ? 0 : 1 / (layout->distances[i] * layout->distances[i]);
    }
}

/* Several sums at once take less time than one, each addition of which waits for the one before. */
static double
sum (const double *values,
     guint         n)
{
  double sums[4] = { 0 };
  guint i = 0;

  for (; i + 4 <= n; i += 4)
    {
      for (guint j = 0; j < 4; j++)
        sums[j] += values[i + j];
    }
  for (; i < n; i++)
    sums[0] += values[i];

  return sums[0] + sums[1] + sums[2] + sums[3];
}

/* Puts a node where the others want it, each by how near it should be. */
static void
improve (Layout *layout,
         guint   node)
{
  const double *ideals = at (layout, node, 0);
  const double *weights = layout->weights + node * layout->n;
  const double *x = layout->x;
  const double *y = layout->y;
  double * restrict pulls_x = layout->pulls_x;
  double * restrict pulls_y = layout->pulls_y;
  double all = sum (weights, layout->n);

  for (guint i = 0; i < layout->n; i++)
    {
      double across = x[node] - x[i];
      double down = y[node] - y[i];
      /* These are near 1, so that hypot () would take care of nothing but time. */
      double share = ideals[i] / MAX (sqrt (across * across + down * down), 1e-6);

      pulls_x[i] = weights[i] * (x[i] + share * across);
      pulls_y[i] = weights[i] * (y[i] + share * down);
    }

  if (all > 0)
    {
      layout->x[node] = sum (layout->pulls_x, layout->n) / all;
      layout->y[node] = sum (layout->pulls_y, layout->n) / all;
    }
}

/* Turns the picture so that it is widest where a window is. */
static void
turn (Layout *layout)
{
  double middle_x = 0, middle_y = 0;
  double xx = 0, xy = 0, yy = 0;
  double angle;

  for (guint i = 0; i < layout->n; i++)
    {
      middle_x += layout->x[i] / layout->n;
      middle_y += layout->y[i] / layout->n;
    }
  for (guint i = 0; i < layout->n; i++)
    {
      xx += (layout->x[i] - middle_x) * (layout->x[i] - middle_x);
      xy += (layout->x[i] - middle_x) * (layout->y[i] - middle_y);
      yy += (layout->y[i] - middle_y) * (layout->y[i] - middle_y);
    }
  angle = -0.5 * atan2 (2 * xy, xx - yy);
  for (guint i = 0; i < layout->n; i++)
    {
      double across = layout->x[i] - middle_x;
      double down = layout->y[i] - middle_y;

      layout->x[i] = across * cos (angle) - down * sin (angle);
      layout->y[i] = across * sin (angle) + down * cos (angle);
    }
}

/* Stretches to the whole of 0 to 1. */
static void
normalise (double *values,
           guint   n)
{
  double least = G_MAXDOUBLE;
  double most = -G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    {
      least = MIN (least, values[i]);
      most = MAX (most, values[i]);
    }
  for (guint i = 0; i < n; i++)
    values[i] = most - least > 1e-3 ? (values[i] - least) / (most - least) : 0.5;
}

void
liaison_net_layout (guint   n_nodes,
                    GArray *edges,
                    double *x,
                    double *y)
{
  g_autofree double *distances = g_new (double, MAX (n_nodes * n_nodes, 1));
  g_autofree double *weights = g_new (double, MAX (n_nodes * n_nodes, 1));
  g_autofree double *pulls = g_new (double, MAX (2 * n_nodes, 1));
  Layout layout = { n_nodes, distances, weights, x, y, pulls, pulls + n_nodes };

  measure_paths (&layout, edges);
  for (guint i = 0; i < n_nodes; i++)
    {
      x[i] = sqrt (i + 0.5) * cos (i * GOLDEN_ANGLE);
      y[i] = sqrt (i + 0.5) * sin (i * GOLDEN_ANGLE);
    }
  for (guint round = 0; round < ROUNDS; round++)
    {
      for (guint i = 0; i < n_nodes; i++)
        improve (&layout, i);
    }
  turn (&layout);
  normalise (x, n_nodes);
  normalise (y, n_nodes);
}
