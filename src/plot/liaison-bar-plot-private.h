/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-bar-plot.h"

G_BEGIN_DECLS

/* One entry of the key over the plot. */
typedef struct
{
  guint        stack;
  double       x;
  double       y;
  PangoLayout *layout;
} LiaisonBarKey;

struct _LiaisonBarPlot
{
  LiaisonSeries *series;
  PangoContext  *context;
  gboolean       rtl;
  double         width;
  double         left;   /* of the bars' area */
  double         right;
  double         top;
  double         bottom;
  double         slot;   /* the width of a bucket */
  double         bar;    /* the width of a bar in it */
  gint64         y_step; /* between two grid lines */
  gint64         y_last; /* at the top */
  double         line_height;
  double         swatch;
  GArray        *marks;  /* LiaisonBarMark */
  GArray        *keys;   /* LiaisonBarKey */
};

/* The left edge of a bucket's slot. */
double       liaison_bar_plot_get_slot_x    (LiaisonBarPlot *plot, guint bucket);
double       liaison_bar_plot_get_y         (LiaisonBarPlot *plot, double value);
PangoLayout *liaison_bar_plot_create_layout (LiaisonBarPlot *plot, const char *text, gboolean small);

/* The width of a figure as it is drawn; @height: (out) (nullable). */
int          liaison_bar_plot_measure_number (LiaisonBarPlot *plot, gint64 number, int *height);

G_END_DECLS
