/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-plot.h"

#include "liaison-day.h"
#include "liaison-plot-move.h"
#include "liaison-plot-text.h"
#include "liaison-query-edit.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

#define FOCUS_WIDTH 2.0
#define FOCUS_MARGIN 2.0
#define MOST_ZOOM 24.0

typedef struct
{
  LiaisonPlotTexts  texts;
  LiaisonQuery     *query;
  LiaisonPlotFrame  frame;
  LiaisonPlotView   view;
  double            view_top;    /* where it is in the picture */
  double            view_height;
  const char       *kind;
  gboolean          ends_now;
  gboolean          stretches;
  GArray           *marks; /* LiaisonMark */
} LiaisonPlotPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LiaisonPlot, liaison_plot, G_TYPE_OBJECT)

static LiaisonPlotPrivate *
get_private (LiaisonPlot *plot)
{
  return liaison_plot_get_instance_private (plot);
}

static void
trace_shape (cairo_t           *cr,
             const LiaisonMark *mark)
{
  if (mark->shape != LIAISON_SHAPE_DISC)
    {
      cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
      return;
    }

  cairo_save (cr);
  cairo_translate (cr, mark->x + mark->width / 2, mark->y + mark->height / 2);
  cairo_scale (cr, MAX (mark->width / 2, 0.1), MAX (mark->height / 2, 0.1));
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_restore (cr);
}

static gboolean
is_inside (LiaisonPlot       *plot,
           cairo_t           *cr,
           const LiaisonMark *mark,
           double             x,
           double             y)
{
  if (x < mark->x || x >= mark->x + mark->width || y < mark->y || y >= mark->y + mark->height)
    return FALSE;
  if (mark->shape == LIAISON_SHAPE_BOX)
    return TRUE;

  cairo_new_path (cr);
  liaison_plot_trace (plot, cr, mark);

  return cairo_in_fill (cr, x, y);
}

static int
pick_mark (LiaisonPlot *plot,
           double       x,
           double       y)
{
  LiaisonPlotPrivate *priv = get_private (plot);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  int found = -1;

  for (int i = (int) priv->marks->len - 1; i >= 0 && found < 0; i--)
    {
      if (is_inside (plot, cr, &g_array_index (priv->marks, LiaisonMark, i), x, y))
        found = i;
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return found;
}

static void
measure_nothing (LiaisonPlot  *plot,
                 PangoContext *context,
                 double        for_width,
                 double       *width,
                 double       *height)
{
  *width = 200;
  *height = 150;
}

static void
liaison_plot_finalize (GObject *object)
{
  LiaisonPlotPrivate *priv = get_private (LIAISON_PLOT (object));

  g_free (priv->texts.title);
  g_free (priv->texts.subtitle);
  g_free (priv->texts.rule);
  g_free (priv->texts.description);
  g_free (priv->texts.hint);
  g_clear_pointer (&priv->query, liaison_query_unref);
  g_clear_object (&priv->frame.context);
  g_array_unref (priv->marks);

  G_OBJECT_CLASS (liaison_plot_parent_class)->finalize (object);
}

static void
liaison_plot_class_init (LiaisonPlotClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_plot_finalize;
  klass->measure = measure_nothing;
  klass->pick = pick_mark;
  klass->move = liaison_plot_move_to_next;
}

static void
liaison_plot_init (LiaisonPlot *plot)
{
  LiaisonPlotPrivate *priv = get_private (plot);

  priv->marks = g_array_new (FALSE, TRUE, sizeof (LiaisonMark));
  priv->frame.today = liaison_day_today ();
  priv->view.zoom = 1;
}

void
liaison_plot_take_texts (LiaisonPlot            *plot,
                         const LiaisonPlotTexts *texts)
{
  LiaisonPlotPrivate *priv = get_private (plot);

  g_return_if_fail (LIAISON_IS_PLOT (plot));
  g_return_if_fail (priv->texts.title == NULL);

  priv->texts = *texts;
}

const LiaisonPlotTexts *
liaison_plot_get_texts (LiaisonPlot *plot)
{
  g_return_val_if_fail (LIAISON_IS_PLOT (plot), NULL);

  return &get_private (plot)->texts;
}

const char *
liaison_plot_get_hint (LiaisonPlot *plot)
{
  const char *hint = get_private (plot)->texts.hint;

  return hint ? hint : _("Nothing to draw: no engagement matches.");
}

void
liaison_plot_set_query (LiaisonPlot  *plot,
                        LiaisonQuery *query)
{
  LiaisonPlotPrivate *priv = get_private (plot);

  g_return_if_fail (LIAISON_IS_PLOT (plot));
  g_return_if_fail (priv->query == NULL);

  priv->query = liaison_query_ref (query);
}

LiaisonQuery *
liaison_plot_get_query (LiaisonPlot *plot)
{
  g_return_val_if_fail (LIAISON_IS_PLOT (plot), NULL);

  return get_private (plot)->query;
}

void
liaison_plot_set_kind (LiaisonPlot *plot,
                       const char  *kind)
{
  get_private (plot)->kind = kind;
}

const char *
liaison_plot_get_kind (LiaisonPlot *plot)
{
  return get_private (plot)->kind;
}

void
liaison_plot_set_ends_now (LiaisonPlot *plot,
                           gboolean     ends_now)
{
  get_private (plot)->ends_now = ends_now;
}

gboolean
liaison_plot_get_ends_now (LiaisonPlot *plot)
{
  return get_private (plot)->ends_now;
}

void
liaison_plot_set_stretches (LiaisonPlot *plot,
                            gboolean     stretches)
{
  get_private (plot)->stretches = stretches;
}

gboolean
liaison_plot_get_stretches (LiaisonPlot *plot)
{
  return get_private (plot)->stretches;
}

void
liaison_plot_measure (LiaisonPlot  *plot,
                      PangoContext *context,
                      double        for_width,
                      double       *width,
                      double       *height)
{
  g_return_if_fail (LIAISON_IS_PLOT (plot));

  LIAISON_PLOT_GET_CLASS (plot)->measure (plot, context, for_width, width, height);
}

void
liaison_plot_layout (LiaisonPlot  *plot,
                     PangoContext *context,
                     double        width,
                     double        height,
                     gboolean      rtl)
{
  LiaisonPlotPrivate *priv = get_private (plot);

  g_return_if_fail (LIAISON_IS_PLOT (plot));

  g_set_object (&priv->frame.context, context);
  priv->frame.width = width;
  priv->frame.height = height;
  priv->frame.rtl = rtl;
  priv->frame.line_height = liaison_plot_text_get_height (context);
  g_array_set_size (priv->marks, 0);
  if (!priv->texts.is_empty)
    LIAISON_PLOT_GET_CLASS (plot)->place (plot);
}

guint
liaison_plot_get_n_marks (LiaisonPlot *plot)
{
  return get_private (plot)->marks->len;
}

const LiaisonMark *
liaison_plot_get_mark (LiaisonPlot *plot,
                       guint        index)
{
  LiaisonPlotPrivate *priv = get_private (plot);

  g_return_val_if_fail (index < priv->marks->len, NULL);

  return &g_array_index (priv->marks, LiaisonMark, index);
}

int
liaison_plot_find_mark (LiaisonPlot *plot,
                        int          row,
                        int          column)
{
  LiaisonPlotPrivate *priv = get_private (plot);

  for (guint i = 0; i < priv->marks->len; i++)
    {
      const LiaisonMark *mark = &g_array_index (priv->marks, LiaisonMark, i);

      if (mark->row == row && mark->column == column)
        return i;
    }

  return -1;
}

int
liaison_plot_pick (LiaisonPlot *plot,
                   double       x,
                   double       y)
{
  g_return_val_if_fail (LIAISON_IS_PLOT (plot), -1);

  return get_private (plot)->marks->len > 0 ? LIAISON_PLOT_GET_CLASS (plot)->pick (plot, x, y) : -1;
}

int
liaison_plot_move (LiaisonPlot *plot,
                   int          index,
                   LiaisonMove  move)
{
  LiaisonPlotPrivate *priv = get_private (plot);
  int last = (int) priv->marks->len - 1;

  g_return_val_if_fail (LIAISON_IS_PLOT (plot), -1);

  if (last < 0 || index < 0 || index > last || move == LIAISON_MOVE_LAST)
    return last;

  return move == LIAISON_MOVE_FIRST ? 0 : LIAISON_PLOT_GET_CLASS (plot)->move (plot, index, move);
}

static void
draw_outline (LiaisonPlot       *plot,
              cairo_t           *cr,
              LiaisonColour      colour,
              const LiaisonMark *mark,
              double             margin,
              double             width)
{
  LiaisonMark outline = *mark;

  if (mark->shape != LIAISON_SHAPE_OTHER)
    {
      outline.x -= margin;
      outline.y -= margin;
      outline.width += 2 * margin;
      outline.height += 2 * margin;
    }
  cairo_new_path (cr);
  liaison_plot_trace (plot, cr, &outline);
  liaison_colour_set (cr, colour);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

void
liaison_plot_draw (LiaisonPlot            *plot,
                   cairo_t                *cr,
                   const LiaisonPlotTheme *theme,
                   int                     focused,
                   int                     hovered)
{
  LiaisonPlotPrivate *priv = get_private (plot);
  int n = priv->marks->len;
  int current = hovered >= 0 ? hovered : focused;

  g_return_if_fail (LIAISON_IS_PLOT (plot));
  g_return_if_fail (priv->frame.context != NULL);

  if (!priv->texts.is_empty)
    LIAISON_PLOT_GET_CLASS (plot)->draw (plot, cr, theme);
  if (current >= 0 && current < n && LIAISON_PLOT_GET_CLASS (plot)->draw_current != NULL)
    LIAISON_PLOT_GET_CLASS (plot)->draw_current (plot, cr, theme, liaison_plot_get_mark (plot, current));
  if (hovered >= 0 && hovered < n)
    draw_outline (plot, cr, theme->text, liaison_plot_get_mark (plot, hovered), 0.5, 1);
  if (focused >= 0 && focused < n)
    draw_outline (plot, cr, theme->accent, liaison_plot_get_mark (plot, focused), FOCUS_MARGIN, FOCUS_WIDTH);
}

void
liaison_plot_trace (LiaisonPlot       *plot,
                    cairo_t           *cr,
                    const LiaisonMark *mark)
{
  if (mark->shape == LIAISON_SHAPE_OTHER)
    LIAISON_PLOT_GET_CLASS (plot)->trace (plot, cr, mark);
  else
    trace_shape (cr, mark);
}

char *
liaison_plot_dup_mark_label (LiaisonPlot *plot,
                             guint        index)
{
  const LiaisonMark *mark = liaison_plot_get_mark (plot, index);
  g_autofree char *label = LIAISON_PLOT_GET_CLASS (plot)->dup_mark_label (plot, mark);
  g_autofree char *share = NULL;

  if (mark->share < 0)
    return g_steal_pointer (&label);

  share = liaison_plot_text_format_share (mark->share);

  /* Translators: a mark of a chart as a sentence; its share of the whole, "12 %" */
  return g_strdup_printf (C_("chart", "%s (%s)"), label, share);
}

char *
liaison_plot_dup_mark_card (LiaisonPlot *plot,
                            guint        index)
{
  LiaisonPlotClass *plot_class = LIAISON_PLOT_GET_CLASS (plot);

  return plot_class->dup_mark_card ? plot_class->dup_mark_card (plot, liaison_plot_get_mark (plot, index)) : NULL;
}

char *
liaison_plot_dup_mark_query (LiaisonPlot *plot,
                             guint        index)
{
  return LIAISON_PLOT_GET_CLASS (plot)->dup_mark_query (plot, liaison_plot_get_mark (plot, index));
}

LiaisonPlotTable *
liaison_plot_create_table (LiaisonPlot *plot)
{
  g_return_val_if_fail (LIAISON_IS_PLOT (plot), NULL);

  return LIAISON_PLOT_GET_CLASS (plot)->create_table (plot);
}

static void
free_row (gpointer data)
{
  LiaisonPlotRow *row = data;

  g_free (row->key);
  g_free (row->label);
  g_free (row->text);
  g_free (row->query);
  g_free (row);
}

GPtrArray *
liaison_plot_rows_new (void)
{
  return g_ptr_array_new_with_free_func (free_row);
}

void
liaison_plot_rows_add (GPtrArray  *rows,
                       const char *key,
                       const char *label,
                       gint64      value,
                       gint64      listed,
                       char       *text,
                       char       *query)
{
  LiaisonPlotRow *row = g_new (LiaisonPlotRow, 1);

  *row = (LiaisonPlotRow) { g_strdup (key), g_strdup (label), value, listed, text, query };
  g_ptr_array_add (rows, row);
}

GPtrArray *
liaison_plot_list_rows (LiaisonPlot *plot,
                        gboolean    *is_ranking)
{
  LiaisonPlotClass *plot_class = LIAISON_PLOT_GET_CLASS (plot);

  return plot_class->list_rows ? plot_class->list_rows (plot, is_ranking) : NULL;
}

/* A query with another day for one of the keys "from" and "to". */
static LiaisonQuery *
set_day (LiaisonQuery *query,
         const char   *key,
         int           day)
{
  g_autofree char *text = liaison_step_key (LIAISON_STEP_DAY, day);
  const char * const values[] = { text, NULL };
  g_autofree char *changed = liaison_query_set_values (query, key, NULL, values);

  return liaison_query_parse (changed);
}

char *
liaison_plot_dup_span_query (LiaisonPlot *plot,
                             double       from,
                             double       to)
{
  LiaisonPlotPrivate *priv = get_private (plot);
  LiaisonPlotClass *plot_class = LIAISON_PLOT_GET_CLASS (plot);
  g_autoptr (LiaisonQuery) begun = NULL;
  g_autoptr (LiaisonQuery) whole = NULL;
  int first, last;

  g_return_val_if_fail (LIAISON_IS_PLOT (plot), NULL);

  if (plot_class->find_span == NULL || priv->query == NULL || priv->texts.is_empty
      || !plot_class->find_span (plot, MIN (from, to), MAX (from, to), &first, &last))
    return NULL;

  begun = set_day (priv->query, "from", first);
  whole = set_day (begun, "to", last);

  return g_strdup (liaison_query_get_text (whole));
}

gboolean
liaison_plot_can_zoom (LiaisonPlot *plot)
{
  return LIAISON_PLOT_GET_CLASS (plot)->zooms && !get_private (plot)->texts.is_empty;
}

/* Looks at another part, which lies wholly in the picture. */
static gboolean
set_view (LiaisonPlot *plot,
          double       left,
          double       top,
          double       zoom)
{
  LiaisonPlotPrivate *priv = get_private (plot);
  LiaisonPlotView view = { .zoom = CLAMP (zoom, 1, MOST_ZOOM) };
  double room = 1 - 1 / view.zoom;

  view.left = CLAMP (left, 0, room);
  view.top = CLAMP (top, 0, room);
  if (!liaison_plot_can_zoom (plot) || priv->frame.context == NULL
      || (view.zoom == priv->view.zoom && view.left == priv->view.left && view.top == priv->view.top))
    return FALSE;

  priv->view = view;
  liaison_plot_layout (plot, priv->frame.context, priv->frame.width, priv->frame.height, priv->frame.rtl);

  return TRUE;
}

gboolean
liaison_plot_zoom (LiaisonPlot *plot,
                   double       factor,
                   double       x,
                   double       y)
{
  LiaisonPlotPrivate *priv = get_private (plot);
  double zoom = CLAMP (priv->view.zoom * factor, 1, MOST_ZOOM);
  double across = x / MAX (priv->frame.width, 1);
  double down = (y - priv->view_top) / MAX (priv->view_height, 1);

  return set_view (plot, priv->view.left + across / priv->view.zoom - across / zoom, priv->view.top + down / priv->view.zoom - down / zoom, zoom);
}

gboolean
liaison_plot_pan (LiaisonPlot *plot,
                  double       x,
                  double       y)
{
  LiaisonPlotPrivate *priv = get_private (plot);

  return set_view (plot, priv->view.left - x / MAX (priv->frame.width, 1) / priv->view.zoom,
                   priv->view.top - y / MAX (priv->view_height, 1) / priv->view.zoom, priv->view.zoom);
}

gboolean
liaison_plot_show_whole (LiaisonPlot *plot)
{
  return set_view (plot, 0, 0, 1);
}

LiaisonPlotView
liaison_plot_get_view (LiaisonPlot *plot)
{
  return get_private (plot)->view;
}

void
liaison_plot_take_view (LiaisonPlot     *plot,
                        LiaisonPlotView  view)
{
  get_private (plot)->view = view;
}

void
liaison_plot_set_view (LiaisonPlot *plot,
                       double       top,
                       double       height)
{
  LiaisonPlotPrivate *priv = get_private (plot);

  priv->view_top = top;
  priv->view_height = height;
}

double
liaison_plot_view (LiaisonPlot *plot,
                   double      *x,
                   double      *y)
{
  LiaisonPlotPrivate *priv = get_private (plot);

  *x = (*x - priv->view.left * priv->frame.width) * priv->view.zoom;
  *y = priv->view_top + (*y - priv->view_top - priv->view.top * priv->view_height) * priv->view.zoom;

  return priv->view.zoom;
}

void
liaison_plot_set_today (LiaisonPlot *plot,
                        int          today)
{
  get_private (plot)->frame.today = today;
}

void
liaison_plot_add_mark (LiaisonPlot       *plot,
                       const LiaisonMark *mark)
{
  g_array_append_vals (get_private (plot)->marks, mark, 1);
}

const LiaisonPlotFrame *
liaison_plot_get_frame (LiaisonPlot *plot)
{
  return &get_private (plot)->frame;
}

double
liaison_plot_mirror (LiaisonPlot *plot,
                     double       x,
                     double       width)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);

  return frame->rtl ? frame->width - x - width : x;
}
