/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-day.h"
#include "liaison-grid.h"
#include "liaison-plot-axis.h"
#include "liaison-plot-key.h"
#include "liaison-time-plot.h"

G_BEGIN_DECLS

/**
 * LiaisonTimeStack:
 * @grid: where its figures are from, by time
 * @column: in it, -1 where all of it is meant
 * @rows: by bucket, the row of the grid, -1 where it has none
 * @style: of liaison_plot_theme_fill(), or %LIAISON_PLOT_STYLE_PLANNED
 */
typedef struct
{
  LiaisonGrid *grid;
  int          column;
  int         *rows;
  guint        style;
  char        *label;
  gint64       sum;
} LiaisonTimeStack;

struct _LiaisonTimePlot
{
  LiaisonPlot      parent_instance;

  LiaisonStep      step;
  GArray          *days;         /* int: the first days of the buckets */
  GArray          *stacks;       /* LiaisonTimeStack, from the bottom up */
  LiaisonTimeStack whole;        /* all that was held */
  gboolean         is_comparison; /* whether the two stacks are those of two queries, and stand beside each other */
  gboolean         is_partition; /* whether each engagement is in one stack, so that a bar is the whole */
  guint            window;       /* buckets of the moving average, 0 for none */
  gint64           maximum;      /* of a bar */
  gint64           undated;
  LiaisonPlotKey  *key;

  LiaisonPlotAxis  axis;
  double           left;         /* of the bars */
  double           right;
  double           top;
  double           bottom;
  double           slot;         /* the width of a bucket */
  double           bar;          /* the width of a bar in it */
};

int                     liaison_time_plot_get_day   (LiaisonTimePlot *self, guint bucket);
const LiaisonTimeStack *liaison_time_plot_get_stack (LiaisonTimePlot *self, guint stack);

/* @stack: a stack, or -1 for the whole bucket */
gint64                  liaison_time_plot_get_value (LiaisonTimePlot *self, guint bucket, int stack);

/* The left edge of a bucket's slot. */
double                  liaison_time_plot_get_slot_x (LiaisonTimePlot *self, guint bucket);
double                  liaison_time_plot_get_y      (LiaisonTimePlot *self, double value);

void                    liaison_time_plot_draw  (LiaisonPlot *plot, cairo_t *cr, const LiaisonPlotTheme *theme);

/* Between liaison-time-plot.c and liaison-time-plot-load.c. */
LiaisonPlot            *liaison_time_plot_load_comparison (LiaisonDb *db, LiaisonChartRequest *request, GError **error);
LiaisonPlot            *liaison_time_plot_load  (LiaisonDb *db, LiaisonChartRequest *request, GError **error);

G_END_DECLS
