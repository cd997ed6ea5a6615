/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-chart.h"

G_BEGIN_DECLS

/* The pointer drags only from so far on; before, it is a click. */
#define LIAISON_CHART_LEAST_DRAG 12.0

struct _LiaisonChart
{
  GtkWidget       parent_instance;

  LiaisonPlot    *plot; /* NULL where there is none */
  GtkWidget      *mark;
  int             focused;
  int             focused_row;    /* what it stands for, wherever it is laid out */
  int             focused_column;
  int             hovered;
  double          brush_from; /* where the pointer is brushing; not where both are the same */
  double          brush_to;
  gboolean        drags;      /* whether the pointer moves what is shown, */
  double          dragged_x;  /* and how far it has */
  double          dragged_y;
  double          pointer_x;
  double          pointer_y;
  int             width;      /* that was last allocated */
  guint           resizing;
  gboolean        is_new;     /* of another kind than that which was looked at, and not scrolled yet */
  guint           scrolling;
};

/* liaison-chart.c */

/* The plot is looked at in another way: the focus stays on what it was on, where that is to be seen. */
void     liaison_chart_view_changed (LiaisonChart *self);

/* liaison-chart-scroll.c: what is in view of a chart that is larger than its window. */

/* To the mark that the keyboard is on. */
void     liaison_chart_scroll_to_mark     (LiaisonChart *self);

/* To where one looks first at a new chart. */
void     liaison_chart_scroll_when_placed (LiaisonChart *self);

/* liaison-chart-zoom.c: looks more closely at a part of the plot. */
void     liaison_chart_add_zoom     (LiaisonChart *self);
void     liaison_chart_install_zoom (GtkWidgetClass *widget_class);

/* Looks @steps more closely at the focused mark, or at the middle. */
void     liaison_chart_zoom_by_key  (LiaisonChart *self, int steps);

/* Returns: whether only a part was shown */
gboolean liaison_chart_show_whole   (LiaisonChart *self);

/* What can be looked at more closely is moved by the pointer, and not brushed. */
void     liaison_chart_drag_view    (LiaisonChart *self, double width, double height, GtkGestureDrag *drag);

G_END_DECLS
