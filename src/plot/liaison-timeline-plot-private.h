/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-timeline-plot.h"
#include "liaison-timeline.h"

G_BEGIN_DECLS

/* All that begins on one day on one line. */
typedef struct
{
  guint  first;    /* of the items, which follow one another */
  guint  n;
  int    last_day; /* the latest of theirs */
  guint  line;
  guint  level;    /* how many others it stands on */
  double from;     /* from the start of the picture */
  double width;
} LiaisonTimelinePoint;

/* A group of engagements, held or planned ones. */
typedef struct
{
  LiaisonGroup  group; /* 0 for visits around others */
  gboolean      is_planned;
  char         *label;
  guint         n_levels;
  double        bottom;
} LiaisonTimelineLine;

/* A post as it is drawn. */
typedef struct
{
  guint  post;
  guint  level;
  double from;
  double width;
} LiaisonTimelineBand;

struct _LiaisonTimelinePlot
{
  LiaisonPlot      parent_instance;

  LiaisonTimeline *timeline;
  GArray          *lines;    /* LiaisonTimelineLine, from the top down */
  GArray          *points;   /* LiaisonTimelinePoint, by line and day */
  GPtrArray       *items;    /* LiaisonTimelineItem of the timeline, in the order of the points */
  GArray          *bands;    /* LiaisonTimelineBand, by level and day */
  int              first;    /* the days that are drawn, yyyymmdd */
  int              last;

  guint            n_band_levels;
  double           size;     /* of a point */
  double           left;     /* of the days, from the start */
  double           room;     /* of all days */
  double           top;      /* of the lines */
  double           bottom;   /* of the lines */
};

const LiaisonTimelinePoint *liaison_timeline_plot_get_point (LiaisonTimelinePlot *self, guint index);
const LiaisonTimelineLine  *liaison_timeline_plot_get_line  (LiaisonTimelinePlot *self, guint index);
const LiaisonTimelinePost  *liaison_timeline_plot_get_post  (LiaisonTimelinePlot *self, guint band);
const LiaisonTimelineItem  *liaison_timeline_plot_get_item  (LiaisonTimelinePlot *self, guint index);

/* Where a day begins, from the start of the picture. */
double       liaison_timeline_plot_get_x   (LiaisonTimelinePlot *self, int day);

void         liaison_timeline_plot_draw    (LiaisonPlot *plot, cairo_t *cr, const LiaisonPlotTheme *theme);

void         liaison_timeline_plot_match   (LiaisonPlot *plot, LiaisonPlot *other);
LiaisonPlot *liaison_timeline_plot_load    (LiaisonDb *db, LiaisonChartRequest *request, GError **error);

G_END_DECLS
