/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-calendar-plot.h"
#include "liaison-grid.h"
#include "liaison-plot-key.h"

G_BEGIN_DECLS

/* A day on which there is something; a row of -1 where there is none of it. */
typedef struct
{
  int day;
  int held;    /* the row of the grid */
  int planned;
} LiaisonCalendarDay;

/* A year, a part of one, or a run of years in which nothing is. */
typedef struct
{
  int      first;  /* its days, yyyymmdd */
  int      last;
  int      monday; /* the day number on which its first week begins, whatever weekday that is */
  double   y;      /* of its heading */
  gboolean is_gap;
} LiaisonCalendarBlock;

struct _LiaisonCalendarPlot
{
  LiaisonPlot     parent_instance;

  LiaisonGrid    *held;
  LiaisonGrid    *planned;
  GArray         *days;        /* LiaisonCalendarDay, ascending */
  GArray         *years;       /* int: those in which something is, ascending */
  int             first;       /* the day that is drawn from the beginning of its part of the year on, and up to whose end it is */
  int             last;
  gint64          maximum;     /* of what was held on a day */
  gint64          sum;         /* of all days */
  int             first_weekday;
  LiaisonPlotKey *key;

  GArray         *blocks;      /* LiaisonCalendarBlock, from the top down */
  double          label_width;
  double          cell;
  guint           n_earlier;   /* days before those that there is room for */
};

const LiaisonCalendarDay *liaison_calendar_plot_get_day  (LiaisonCalendarPlot *self, guint index);
gint64                    liaison_calendar_plot_get_held (LiaisonCalendarPlot *self, const LiaisonCalendarDay *day);

/* The left upper corner of a day's cell, whichever way reading runs. */
void                      liaison_calendar_plot_find_cell (LiaisonCalendarPlot *self, const LiaisonCalendarBlock *block, int day, double *x, double *y);

void                      liaison_calendar_plot_draw     (LiaisonPlot *plot, cairo_t *cr, const LiaisonPlotTheme *theme);

G_END_DECLS
