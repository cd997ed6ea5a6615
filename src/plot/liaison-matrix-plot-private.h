/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-grid.h"
#include "liaison-matrix-plot.h"

G_BEGIN_DECLS

struct _LiaisonMatrixPlot
{
  LiaisonPlot  parent_instance;

  LiaisonGrid *grid;
  GArray      *rows;        /* int: rows of the grid, in the order in which they are shown */
  GArray      *columns;     /* int: likewise */
  gboolean     shows_days;  /* since the last engagement, and not how many there were */
  gint64       maximum;
  int          longest;     /* days since the last engagement of a cell, at most */

  guint        n_rows;      /* that there is room for */
  guint        n_columns;
  double       label_width;
  double       head_height; /* of the names of columns */
  double       cell_width;
  double       cell_height;
};

/* Between liaison-matrix-plot.c and liaison-matrix-plot-order.c: puts rows and columns beside those with a similar pattern. */
void                     liaison_matrix_plot_cluster    (LiaisonMatrixPlot *self);

const LiaisonGridFigure *liaison_matrix_plot_get_figure (LiaisonMatrixPlot *self, guint row, guint column);

G_END_DECLS
