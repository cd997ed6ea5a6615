/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-plot-theme.h"
#include "liaison-series.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * LiaisonBarPlot:
 *
 * Engagements over time as stacked bars: where everything is, what lies under a point, and how it is drawn.  Knows cairo and pango only,
 * so that a widget, a printed page and the command line draw the same picture.  Lengths are in pixels of the target.
 */
typedef struct _LiaisonBarPlot LiaisonBarPlot;

/**
 * LiaisonBarMark:
 * @bucket: the bucket
 * @stack: the stack in it, or -1 for the whole bucket
 * @value: the figure that it stands for
 */
typedef struct
{
  guint  bucket;
  int    stack;
  gint64 value;
  double x;
  double y;
  double width;
  double height;
} LiaisonBarMark;

LiaisonBarPlot *liaison_bar_plot_new            (LiaisonSeries *series);
void            liaison_bar_plot_free           (LiaisonBarPlot *plot);
LiaisonSeries  *liaison_bar_plot_get_series     (LiaisonBarPlot *plot);

/**
 * liaison_bar_plot_get_least_width:
 *
 * Returns: the width below which bars could not be told apart
 */
double          liaison_bar_plot_get_least_width (LiaisonBarPlot *plot);

/**
 * liaison_bar_plot_layout:
 * @context: the fonts
 * @rtl: whether time runs from right to left
 *
 * Places everything for a size; to be called before anything below, and again when the size, the fonts or the direction changes.
 */
void            liaison_bar_plot_layout         (LiaisonBarPlot *plot, PangoContext *context, double width, double height, gboolean rtl);

/* Bucket by bucket: its stacks from the bottom up, then the whole bucket; stacks without engagements are no marks. */
guint                 liaison_bar_plot_get_n_marks (LiaisonBarPlot *plot);
const LiaisonBarMark *liaison_bar_plot_get_mark    (LiaisonBarPlot *plot, guint index);

/**
 * liaison_bar_plot_pick:
 *
 * Returns: the index of the mark under the point: the stack there, beside and above it the whole bucket; -1 outside
 */
int             liaison_bar_plot_pick           (LiaisonBarPlot *plot, double x, double y);

typedef enum { LIAISON_MOVE_EARLIER, LIAISON_MOVE_LATER, LIAISON_MOVE_UP, LIAISON_MOVE_DOWN, LIAISON_MOVE_FIRST, LIAISON_MOVE_LAST } LiaisonBarMove;

/**
 * liaison_bar_plot_move:
 * @index: a mark, or -1
 *
 * Returns: the mark that an arrow key leads to: along time to the next bucket with engagements, up and down through a bucket's stacks;
 *   @index where there is none; -1 only in an empty plot
 */
int             liaison_bar_plot_move           (LiaisonBarPlot *plot, int index, LiaisonBarMove move);

/**
 * liaison_bar_plot_draw:
 * @focused: the mark that has the focus, or -1
 * @hovered: the mark under the pointer, or -1
 * @today: today, yyyymmdd, marked as a hairline where it lies in the plot; 0 for none
 */
void            liaison_bar_plot_draw           (LiaisonBarPlot *plot, cairo_t *cr, const LiaisonPlotTheme *theme, int focused, int hovered, int today);

/**
 * liaison_bar_plot_dup_mark_label:
 *
 * Returns: (transfer full): the mark as a sentence: "January 2022: 12 engagements, of them 5 calls"
 */
char           *liaison_bar_plot_dup_mark_label (LiaisonBarPlot *plot, guint index);

/**
 * liaison_bar_plot_dup_description:
 *
 * Returns: (transfer full): a sentence for the whole: how many, from when to when, the most in which bucket
 */
char           *liaison_bar_plot_dup_description (LiaisonBarPlot *plot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonBarPlot, liaison_bar_plot_free)

G_END_DECLS
