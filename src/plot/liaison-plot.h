/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-plot-table.h"
#include "liaison-plot-theme.h"
#include "liaison-query.h"

#include <glib-object.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * LiaisonShape:
 * @LIAISON_SHAPE_BOX: a rectangle
 * @LIAISON_SHAPE_DISC: the ellipse in it
 * @LIAISON_SHAPE_OTHER: what LiaisonPlotClass.trace() draws, inside it
 */
typedef enum { LIAISON_SHAPE_BOX, LIAISON_SHAPE_DISC, LIAISON_SHAPE_OTHER } LiaisonShape;

/**
 * LiaisonMark:
 * @x: left edge, in pixels of the target, as all lengths
 * @row: what of its data it stands for, and @column; each plot has its own meaning for them
 * @value: the figure that it stands for: as many engagements are listed under it, where these are what is counted
 * @share: of the whole, from 0 to 1; negative where there is no whole
 *
 * Something in a plot that can be pointed at, focused and opened.
 */
typedef struct
{
  LiaisonShape shape;
  double       x;
  double       y;
  double       width;
  double       height;
  int          row;
  int          column;
  gint64       value;
  double       share;
} LiaisonMark;

/**
 * LiaisonPlotRow:
 * @key: the same in all plots of a kind for what is the same
 * @label: what a person reads for it
 * @value: its figure
 * @listed: how many engagements are under it
 * @text: the figure in words: "3 counterparts in 12 engagements"
 * @query: the query that lists these
 *
 * A figure of a plot that has one figure a row.
 */
typedef struct
{
  char   *key;
  char   *label;
  gint64  value;
  gint64  listed;
  char   *text;
  char   *query;
} LiaisonPlotRow;

/**
 * LiaisonPlotView:
 * @left: the share of the whole that lies before it, and @top above it
 * @zoom: how many times it is enlarged
 *
 * What of a plot is looked at.
 */
typedef struct
{
  double left;
  double top;
  double zoom;
} LiaisonPlotView;

/* Where an arrow key leads, as one sees it. */
typedef enum { LIAISON_MOVE_LEFT, LIAISON_MOVE_RIGHT, LIAISON_MOVE_UP, LIAISON_MOVE_DOWN, LIAISON_MOVE_FIRST, LIAISON_MOVE_LAST } LiaisonMove;

#define LIAISON_TYPE_PLOT (liaison_plot_get_type ())

/**
 * LiaisonPlot:
 *
 * A picture of figures: what it says, where everything is, what lies under a point, how it is drawn, and the same as a table.  Knows cairo and
 * pango only, so that a widget, a printed page and the command line draw the same picture.  Its figures never change; it is made on any thread, and
 * then used by one at a time.
 */
G_DECLARE_DERIVABLE_TYPE (LiaisonPlot, liaison_plot, LIAISON, PLOT, GObject)

/**
 * LiaisonPlotClass:
 * @measure: the size below which nothing could be read; called with a context, before @place
 * @place: puts everything where it belongs in the size given, and tells its marks by liaison_plot_add_mark(), those beneath others first
 * @draw: draws everything but what is focused or pointed at; does not paint the background
 * @trace: (nullable): adds the outline of a mark to the path of @cr; asked of marks that are %LIAISON_SHAPE_OTHER only
 * @pick: as liaison_plot_pick(); by default the last mark whose shape holds the point
 * @move: as liaison_plot_move(), from a mark that there is, for the first four moves; by default to the next one in that direction
 * @dup_mark_label: a mark as a sentence, without its share: "Blinken with Ukraine: 12 engagements, the last 3 days ago"
 * @dup_mark_card: (nullable): lines of text about a mark, the first one its heading, where there is more to tell than its label
 * @dup_mark_query: the query that lists the engagements under a mark
 * @create_table: the same figures as a table
 * @draw_current: (nullable): draws over it what a mark has to do with others, while it is pointed at or focused
 * @zooms: whether a part of it can be looked at more closely
 * @abridges: whether what matters least is at its end, and left out and told of where there is no room
 * @list_rows: (nullable): as liaison_plot_list_rows()
 * @match: (nullable): takes over what equal figures need to look equal in both, where it is beside @other, another one of its class
 * @find_span: (nullable): the days, yyyymmdd, between two points of a plot along whose width time runs; %FALSE where there are none
 */
struct _LiaisonPlotClass
{
  GObjectClass parent_class;

  void              (*measure)        (LiaisonPlot *plot, PangoContext *context, double for_width, double *width, double *height);
  void              (*place)          (LiaisonPlot *plot);
  void              (*draw)           (LiaisonPlot *plot, cairo_t *cr, const LiaisonPlotTheme *theme);
  void              (*trace)          (LiaisonPlot *plot, cairo_t *cr, const LiaisonMark *mark);
  int               (*pick)           (LiaisonPlot *plot, double x, double y);
  int               (*move)           (LiaisonPlot *plot, int index, LiaisonMove move);
  char             *(*dup_mark_label) (LiaisonPlot *plot, const LiaisonMark *mark);
  char             *(*dup_mark_card)  (LiaisonPlot *plot, const LiaisonMark *mark);
  char             *(*dup_mark_query) (LiaisonPlot *plot, const LiaisonMark *mark);
  LiaisonPlotTable *(*create_table)   (LiaisonPlot *plot);
  void              (*draw_current)   (LiaisonPlot *plot, cairo_t *cr, const LiaisonPlotTheme *theme, const LiaisonMark *mark);
  GPtrArray        *(*list_rows)      (LiaisonPlot *plot, gboolean *is_ranking);
  void              (*match)          (LiaisonPlot *plot, LiaisonPlot *other);
  gboolean          (*find_span)      (LiaisonPlot *plot, double from, double to, int *first, int *last);
  gboolean            zooms;
  gboolean            abridges;
};

/**
 * LiaisonPlotTexts:
 * @title: the question: "Who has not been reached?"
 * @subtitle: how much, of what span
 * @rule: by what rule it was counted, in whole sentences
 * @description: the whole in a sentence, for those who do not see it
 * @hint: (nullable): what to do where there is nothing to draw; %NULL where the query matches nothing
 * @tells_queries: whether the subtitle says what was asked: where two queries are compared
 * @is_empty: whether there is nothing to draw
 *
 * What a plot says beside the picture.
 */
typedef struct
{
  char     *title;
  char     *subtitle;
  char     *rule;
  char     *description;
  char     *hint;
  gboolean  tells_queries;
  gboolean  is_empty;
} LiaisonPlotTexts;

/**
 * liaison_plot_take_texts:
 * @texts: its members are taken
 *
 * Called by the one who makes the plot.
 */
void                    liaison_plot_take_texts  (LiaisonPlot *plot, const LiaisonPlotTexts *texts);
const LiaisonPlotTexts *liaison_plot_get_texts   (LiaisonPlot *plot);

/* Returns: what to tell where there is nothing to draw */
const char             *liaison_plot_get_hint    (LiaisonPlot *plot);

/* What was asked, as a heading of exports has it; called by the one who makes the plot. */
void                    liaison_plot_set_query   (LiaisonPlot *plot, LiaisonQuery *query);
LiaisonQuery           *liaison_plot_get_query   (LiaisonPlot *plot);

/* Which kind of chart it is, a token that lives as long as the program; NULL where nobody said. */
void                    liaison_plot_set_kind    (LiaisonPlot *plot, const char *kind);
const char             *liaison_plot_get_kind    (LiaisonPlot *plot);

/* Whether its end is what is latest, which one looks at first; not where nothing is set. */
void               liaison_plot_set_ends_now      (LiaisonPlot *plot, gboolean ends_now);
gboolean           liaison_plot_get_ends_now      (LiaisonPlot *plot);

/* Whether more height than a plot measures makes it better to read; not where nothing is set. */
void               liaison_plot_set_stretches     (LiaisonPlot *plot, gboolean stretches);
gboolean           liaison_plot_get_stretches     (LiaisonPlot *plot);

/**
 * liaison_plot_measure:
 * @for_width: the width that it will have; 0 where that is not known
 * @width: (out): the least width
 * @height: (out): the least height
 */
void                    liaison_plot_measure     (LiaisonPlot *plot, PangoContext *context, double for_width, double *width, double *height);

/**
 * liaison_plot_layout:
 * @context: the fonts
 * @rtl: whether reading runs from right to left
 *
 * Places everything for a size; to be called before anything below, and again when the size, the fonts or the direction changes.
 */
void                    liaison_plot_layout      (LiaisonPlot *plot, PangoContext *context, double width, double height, gboolean rtl);

guint                   liaison_plot_get_n_marks (LiaisonPlot *plot);
const LiaisonMark      *liaison_plot_get_mark    (LiaisonPlot *plot, guint index);

/**
 * liaison_plot_find_mark:
 *
 * Returns: the index of the mark that stands for @row and @column, -1 where there is none
 */
int                     liaison_plot_find_mark   (LiaisonPlot *plot, int row, int column);

/**
 * liaison_plot_pick:
 *
 * Returns: the index of the mark at the point, -1 where there is none
 */
int                     liaison_plot_pick        (LiaisonPlot *plot, double x, double y);

/**
 * liaison_plot_move:
 * @index: a mark, or -1
 *
 * Returns: the mark that an arrow key leads to, @index where there is none in that direction; from -1, the last mark; -1 where there are no marks
 */
int                     liaison_plot_move        (LiaisonPlot *plot, int index, LiaisonMove move);

/**
 * liaison_plot_draw:
 * @focused: the mark that has the focus, or -1
 * @hovered: the mark under the pointer, or -1
 */
void                    liaison_plot_draw        (LiaisonPlot *plot, cairo_t *cr, const LiaisonPlotTheme *theme, int focused, int hovered);

/* Adds the outline of a mark to the path of @cr. */
void                    liaison_plot_trace       (LiaisonPlot *plot, cairo_t *cr, const LiaisonMark *mark);

/**
 * liaison_plot_dup_mark_label:
 *
 * Returns: (transfer full): the mark as a sentence: what, how many, which share
 */
char                   *liaison_plot_dup_mark_label (LiaisonPlot *plot, guint index);

/**
 * liaison_plot_dup_mark_card:
 *
 * Returns: (transfer full) (nullable): lines of text about the mark, the first one its heading; %NULL where the label says all
 */
char                   *liaison_plot_dup_mark_card (LiaisonPlot *plot, guint index);

/**
 * liaison_plot_dup_mark_query:
 *
 * Returns: (transfer full): the query that lists the engagements under the mark
 */
char                   *liaison_plot_dup_mark_query (LiaisonPlot *plot, guint index);

/**
 * liaison_plot_create_table:
 *
 * Returns: (transfer full): the figures as a table
 */
LiaisonPlotTable       *liaison_plot_create_table (LiaisonPlot *plot);

/**
 * liaison_plot_list_rows:
 * @is_ranking: (out): whether rows are in the order of their figures
 *
 * Returns: (transfer full) (nullable) (element-type LiaisonPlotRow): the figures of a plot that has one figure a row; %NULL where it has not
 */
GPtrArray              *liaison_plot_list_rows      (LiaisonPlot *plot, gboolean *is_ranking);

/* Returns: (transfer full) (element-type LiaisonPlotRow): no rows yet */
GPtrArray              *liaison_plot_rows_new       (void);

/**
 * liaison_plot_rows_add:
 * @text: (transfer full): as in #LiaisonPlotRow, and @query likewise
 */
void                    liaison_plot_rows_add       (GPtrArray  *rows,
                                                     const char *key,
                                                     const char *label,
                                                     gint64      value,
                                                     gint64      listed,
                                                     char       *text,
                                                     char       *query);

/**
 * liaison_plot_dup_span_query:
 * @from: a point of the width, and @to another, in any order
 *
 * Returns: (transfer full) (nullable): the query of the plot, narrowed to the days between the two; %NULL where time does not run there
 */
char                   *liaison_plot_dup_span_query (LiaisonPlot *plot, double from, double to);

/* Whether a part of the plot can be looked at more closely, by the next three, which place everything anew. */
gboolean                liaison_plot_can_zoom    (LiaisonPlot *plot);

/**
 * liaison_plot_zoom:
 * @factor: how many times as large as now
 * @x: the point that stays where it is
 *
 * Returns: whether that changed anything
 */
gboolean                liaison_plot_zoom        (LiaisonPlot *plot, double factor, double x, double y);

/**
 * liaison_plot_pan:
 * @x: how far what is shown moves to the right, and @y down
 *
 * Returns: whether that changed anything
 */
gboolean                liaison_plot_pan         (LiaisonPlot *plot, double x, double y);

/* What of the plot is looked at. */
LiaisonPlotView         liaison_plot_get_view    (LiaisonPlot *plot);

/* Before it is laid out: looks at the same as of another plot with the same figures. */
void                    liaison_plot_take_view   (LiaisonPlot *plot, LiaisonPlotView view);

/* Shows the whole again.  Returns: whether that changed anything */
gboolean                liaison_plot_show_whole  (LiaisonPlot *plot);

/**
 * liaison_plot_set_today:
 * @today: a day, yyyymmdd
 *
 * What is marked as today; the clock's day at first.
 */
void                    liaison_plot_set_today   (LiaisonPlot *plot, int today);

/* For the plots themselves */

/* The radius of what can be pointed at easily (WCAG 2.2, 2.5.8). */
#define LIAISON_PLOT_LEAST_REACH 12.0

/**
 * liaison_plot_set_view:
 * @top: where the part of the picture begins that can be looked at more closely; it is as wide as the picture
 *
 * Called in LiaisonPlotClass.place().
 */
void                    liaison_plot_set_view    (LiaisonPlot *plot, double top, double height);

/* Moves a point of the whole to where it is as closely as one looks; returns how many times as large it is. */
double                  liaison_plot_view        (LiaisonPlot *plot, double *x, double *y);

void                    liaison_plot_add_mark    (LiaisonPlot *plot, const LiaisonMark *mark);

/**
 * LiaisonPlotFrame:
 *
 * What a plot was last laid out for.
 */
typedef struct
{
  PangoContext *context;
  double        width;
  double        height;
  gboolean      rtl;
  int           today;
  double        line_height; /* of the small text that plots are labelled with */
} LiaisonPlotFrame;

const LiaisonPlotFrame *liaison_plot_get_frame   (LiaisonPlot *plot);

/* Mirrors a stretch of the picture where reading runs from right to left: the left edge of what is @width wide and @x from the start. */
double                  liaison_plot_mirror      (LiaisonPlot *plot, double x, double width);

G_END_DECLS
