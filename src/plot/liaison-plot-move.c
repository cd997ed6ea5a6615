/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-plot-move.h"

#include <math.h>

/* How much a step aside weighs against a step ahead, when an arrow key looks for the next mark. */
#define ASIDE 3.0

/* How high a line of marks that lie about is for the arrow keys, in lines of text. */
#define LINE_HEIGHT 2.0

/* How far a mark is in a direction, where it is in that direction at all. */
static double
get_distance (const LiaisonMark *from,
              const LiaisonMark *to,
              LiaisonMove        move)
{
  double x = to->x + to->width / 2 - from->x - from->width / 2;
  double y = to->y + to->height / 2 - from->y - from->height / 2;
  double ahead = move == LIAISON_MOVE_LEFT ? -x : move == LIAISON_MOVE_RIGHT ? x : move == LIAISON_MOVE_UP ? -y : y;
  double aside = move == LIAISON_MOVE_LEFT || move == LIAISON_MOVE_RIGHT ? fabs (y) : fabs (x);

  return ahead < 0.5 || aside > ahead * ASIDE + 1 ? G_MAXDOUBLE : ahead + aside * ASIDE;
}

int
liaison_plot_move_to_next (LiaisonPlot *plot,
                           int          index,
                           LiaisonMove  move)
{
  const LiaisonMark *from = liaison_plot_get_mark (plot, index);
  double least = G_MAXDOUBLE;
  int next = index;

  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    {
      double distance = (int) i == index ? G_MAXDOUBLE : get_distance (from, liaison_plot_get_mark (plot, i), move);

      if (distance < least)
        {
          least = distance;
          next = i;
        }
    }

  return next;
}

/* The middle of a mark, in lines from the top. */
static int
get_line (const LiaisonMark *mark,
          double             height)
{
  return (int) floor ((mark->y + mark->height / 2) / height);
}

static double
get_middle (const LiaisonMark *mark)
{
  return mark->x + mark->width / 2;
}

static int
move_along_line (LiaisonPlot *plot,
                 int          index,
                 double       height,
                 gboolean     to_right)
{
  const LiaisonMark *from = liaison_plot_get_mark (plot, index);
  double least = G_MAXDOUBLE;
  int next = index;

  /* Of marks in one place, the later is to the right of the earlier. */
  for (int i = 0; i < (int) liaison_plot_get_n_marks (plot); i++)
    {
      const LiaisonMark *mark = liaison_plot_get_mark (plot, i);
      double ahead = to_right ? get_middle (mark) - get_middle (from) : get_middle (from) - get_middle (mark);
      gboolean is_ahead = ahead > 0 || (ahead == 0 && (to_right ? i > index : i < index));

      if (is_ahead && get_line (mark, height) == get_line (from, height) && (ahead < least || (ahead == least && !to_right)))
        {
          least = ahead;
          next = i;
        }
    }

  return next;
}

static int
move_across_lines (LiaisonPlot *plot,
                   int          index,
                   double       height,
                   int          step)
{
  const LiaisonMark *from = liaison_plot_get_mark (plot, index);
  int nearest = G_MAXINT;
  double least = G_MAXDOUBLE;
  int next = index;

  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    {
      const LiaisonMark *mark = liaison_plot_get_mark (plot, i);
      int lines = (get_line (mark, height) - get_line (from, height)) * step;
      double aside = fabs (get_middle (mark) - get_middle (from));

      if (lines > 0 && (lines < nearest || (lines == nearest && aside < least)))
        {
          nearest = lines;
          least = aside;
          next = i;
        }
    }

  return next;
}

int
liaison_plot_move_in_lines (LiaisonPlot *plot,
                            int          index,
                            LiaisonMove  move)
{
  double height = liaison_plot_get_frame (plot)->line_height * LINE_HEIGHT;

  if (move == LIAISON_MOVE_LEFT || move == LIAISON_MOVE_RIGHT)
    return move_along_line (plot, index, height, move == LIAISON_MOVE_RIGHT);

  return move_across_lines (plot, index, height, move == LIAISON_MOVE_DOWN ? 1 : -1);
}
