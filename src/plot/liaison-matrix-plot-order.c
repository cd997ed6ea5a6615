/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-matrix-plot-private.h"

#include <math.h>

/* How similar two rows or two columns are, by the angle between them. */
static double
compare_lines (LiaisonMatrixPlot *self,
               gboolean           of_rows,
               guint              a,
               guint              b)
{
  guint n = of_rows ? self->columns->len : self->rows->len;
  double product = 0;
  double first_square = 0;
  double second_square = 0;

  for (guint i = 0; i < n; i++)
    {
      double first = (of_rows ? liaison_matrix_plot_get_figure (self, a, i) : liaison_matrix_plot_get_figure (self, i, a))->value;
      double second = (of_rows ? liaison_matrix_plot_get_figure (self, b, i) : liaison_matrix_plot_get_figure (self, i, b))->value;

      product += first * second;
      first_square += first * first;
      second_square += second * second;
    }

  return first_square > 0 && second_square > 0 ? product / sqrt (first_square * second_square) : -1;
}

/* From the first line on, each is followed by the one of the others that is most similar to it. */
static GArray *
chain (LiaisonMatrixPlot *self,
       gboolean           of_rows)
{
  GArray *lines = of_rows ? self->rows : self->columns;
  GArray *chained = g_array_sized_new (FALSE, FALSE, sizeof (int), lines->len);
  g_autofree gboolean *taken = g_new0 (gboolean, MAX (lines->len, 1));
  guint current = 0;

  for (guint n = 0; n < lines->len; n++)
    {
      double most = -2;
      guint next = 0;

      taken[current] = TRUE;
      g_array_append_val (chained, g_array_index (lines, int, current));
      for (guint i = 0; i < lines->len; i++)
        {
          double likeness = taken[i] ? -3 : compare_lines (self, of_rows, current, i);

          if (likeness > most)
            {
              most = likeness;
              next = i;
            }
        }
      current = next;
    }

  return chained;
}

void
liaison_matrix_plot_cluster (LiaisonMatrixPlot *self)
{
  GArray *rows = chain (self, TRUE);
  GArray *columns = chain (self, FALSE);

  g_array_unref (self->rows);
  g_array_unref (self->columns);
  self->rows = rows;
  self->columns = columns;
}
