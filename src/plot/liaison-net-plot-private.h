/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-grid.h"
#include "liaison-net-layout.h"
#include "liaison-net-plot.h"
#include "liaison-plot-key.h"

G_BEGIN_DECLS

/* How far a line reaches to either side for the pointer. */
#define LIAISON_NET_REACH 4.0

/* What the columns of marks are. */
enum { LIAISON_NET_EDGE, LIAISON_NET_NODE };

/* Styles: ours and theirs. */
enum { LIAISON_NET_OURS, LIAISON_NET_THEIRS };

typedef struct
{
  gboolean is_ours;
  int      line;        /* a row of the grid where it is ours, else a column */
  gint64   value;
  guint    n_neighbours;
  double   x;           /* in the picture */
  double   y;
  double   radius;
  gboolean is_inside;
  gboolean has_label;   /* whether there is room for it */
  double   label_x;     /* its left edge */
  double   label_y;     /* its upper edge */
  double   label_width;
} LiaisonNetNode;

struct _LiaisonNetPlot
{
  LiaisonPlot     parent_instance;

  LiaisonGrid    *grid;
  GArray         *nodes;   /* LiaisonNetNode: ours, then theirs, those with most first */
  GArray         *edges;   /* LiaisonNetEdge: those with most first; weights are figures */
  double         *x;       /* of nodes, from 0 to 1 */
  double         *y;
  gint64          maximum; /* of nodes */
  double          strongest; /* of edges */
  guint           n_left_out; /* nodes, those with fewest */
  guint           n_thin;     /* lines likewise */
  LiaisonPlotKey *key;
  double          top;
};

const char *liaison_net_plot_get_label    (LiaisonNetPlot *self, const LiaisonNetNode *node);

/* liaison-net-plot-place.c */
void        liaison_net_plot_place        (LiaisonPlot *plot);

/* liaison-net-plot-draw.c */
void        liaison_net_plot_draw         (LiaisonPlot *plot, cairo_t *cr, const LiaisonPlotTheme *theme);
void        liaison_net_plot_draw_current (LiaisonPlot *plot, cairo_t *cr, const LiaisonPlotTheme *theme, const LiaisonMark *mark);
void        liaison_net_plot_trace        (LiaisonPlot *plot, cairo_t *cr, const LiaisonMark *mark);

G_END_DECLS
