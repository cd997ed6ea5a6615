/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-pair-plot.h"

#include "liaison-plot-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP 6.0
#define SPACING 24.0

/* Narrower, two panes lie beneath each other. */
#define LEAST_PAIR 720.0

/* A pane, and where its plot is. */
typedef struct
{
  LiaisonPlot *plot;
  char        *name;   /* of its query */
  double       x;
  double       y;
  double       width;
  double       height;
  guint        first;  /* of its marks in the whole */
} Pane;

struct _LiaisonPairPlot
{
  LiaisonPlot  parent_instance;

  Pane         panes[2];
};

G_DEFINE_FINAL_TYPE (LiaisonPairPlot, liaison_pair_plot, LIAISON_TYPE_PLOT)

/* A mark's row has the pane in its last bit, so that rows of both are different. */

static int
to_row (int row,
        int pane)
{
  return row * 2 + pane;
}

static Pane *
get_pane (LiaisonPairPlot   *self,
          const LiaisonMark *mark)
{
  return &self->panes[mark->row & 1];
}

/* The row in the pane's own plot. */
static int
get_own_row (const LiaisonMark *mark)
{
  return (mark->row - (mark->row & 1)) / 2;
}

/* The mark of the pane's own plot. */
static guint
get_own_index (LiaisonPairPlot   *self,
               const LiaisonMark *mark)
{
  return liaison_plot_find_mark (get_pane (self, mark)->plot, get_own_row (mark), mark->column);
}

/* Figures */

void
liaison_pair_plot_take_texts (LiaisonPlot         *plot,
                              LiaisonPlot * const  plots[2],
                              const char * const   names[2],
                              gboolean             is_empty)
{
  const LiaisonPlotTexts *first = liaison_plot_get_texts (plots[0]);
  const LiaisonPlotTexts *second = liaison_plot_get_texts (plots[1]);
  const LiaisonPlotTexts texts = {
    .title = g_strdup (first->title),
    /* Translators: two queries that are compared */
    .subtitle = g_strdup_printf (C_("chart", "%s against %s"), names[0], names[1]),
    .rule = g_strdup (first->rule),
    /* Translators: two queries, each with a sentence about what it finds */
    .description = g_strdup_printf (C_("chart", "%s: %s %s: %s"), names[0], first->description, names[1], second->description),
    .hint = first->hint && second->hint ? g_strdup (first->hint) : NULL,
    .tells_queries = TRUE,
    .is_empty = is_empty,
  };

  liaison_plot_take_texts (plot, &texts);
}

LiaisonPlot *
liaison_pair_plot_new (LiaisonPlot * const  plots[2],
                       const char * const   names[2])
{
  LiaisonPairPlot *self = g_object_new (LIAISON_TYPE_PAIR_PLOT, NULL);
  gboolean is_empty = TRUE;
  gboolean are_both = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (self->panes); i++)
    {
      self->panes[i].plot = g_object_ref (plots[i]);
      self->panes[i].name = g_strdup (names[i]);
      is_empty = is_empty && liaison_plot_get_texts (plots[i])->is_empty;
      are_both = are_both && !liaison_plot_get_texts (plots[i])->is_empty;
    }
  for (guint i = 0; are_both && i < G_N_ELEMENTS (self->panes); i++)
    {
      LiaisonPlotClass *plot_class = LIAISON_PLOT_GET_CLASS (plots[i]);

      if (plot_class->match != NULL)
        plot_class->match (plots[i], plots[1 - i]);
    }
  liaison_pair_plot_take_texts (LIAISON_PLOT (self), plots, names, is_empty);
  liaison_plot_set_stretches (LIAISON_PLOT (self), liaison_plot_get_stretches (plots[0]) || liaison_plot_get_stretches (plots[1]));
  liaison_plot_set_ends_now (LIAISON_PLOT (self), liaison_plot_get_ends_now (plots[0]) && liaison_plot_get_ends_now (plots[1]));

  return LIAISON_PLOT (self);
}

/* Places */

static gboolean
is_beside (double width)
{
  return width >= LEAST_PAIR;
}

static void
measure (LiaisonPlot  *plot,
         PangoContext *context,
         double        for_width,
         double       *width,
         double       *height)
{
  LiaisonPairPlot *self = LIAISON_PAIR_PLOT (plot);
  gboolean beside = is_beside (for_width);
  double room = beside ? (for_width - SPACING) / 2 : for_width;
  double head = liaison_plot_text_get_height (context) + GAP;
  double widths[2], heights[2];

  for (guint i = 0; i < G_N_ELEMENTS (self->panes); i++)
    liaison_plot_measure (self->panes[i].plot, context, room, &widths[i], &heights[i]);

  *width = beside ? 2 * MAX (widths[0], widths[1]) + SPACING : MAX (widths[0], widths[1]);
  *height = beside ? MAX (heights[0], heights[1]) + head : heights[0] + heights[1] + 2 * head + SPACING;
}

static void
place_pane (LiaisonPairPlot *self,
            guint            index)
{
  LiaisonPlot *plot = LIAISON_PLOT (self);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  Pane *pane = &self->panes[index];

  liaison_plot_set_today (pane->plot, frame->today);
  liaison_plot_layout (pane->plot, frame->context, pane->width, pane->height, frame->rtl);
  pane->first = liaison_plot_get_n_marks (plot);
  for (guint i = 0; i < liaison_plot_get_n_marks (pane->plot); i++)
    {
      LiaisonMark mark = *liaison_plot_get_mark (pane->plot, i);

      mark.row = to_row (mark.row, index);
      mark.x += pane->x;
      mark.y += pane->y;
      liaison_plot_add_mark (plot, &mark);
    }
}

static void
place (LiaisonPlot *plot)
{
  LiaisonPairPlot *self = LIAISON_PAIR_PLOT (plot);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  gboolean beside = is_beside (frame->width);
  double head = frame->line_height + GAP;
  double widths[2], heights[2], least;

  for (guint i = 0; i < G_N_ELEMENTS (self->panes); i++)
    {
      Pane *pane = &self->panes[i];

      pane->width = beside ? (frame->width - SPACING) / 2 : frame->width;
      pane->x = liaison_plot_mirror (plot, beside ? i * (pane->width + SPACING) : 0, pane->width);
      liaison_plot_measure (pane->plot, frame->context, pane->width, &widths[i], &heights[i]);
    }

  /* Beneath each other, they have the height that is left by the measure of what they need. */
  least = MAX (heights[0] + heights[1], 1);
  self->panes[0].y = head;
  self->panes[0].height = MAX (beside ? frame->height - head : (frame->height - 2 * head - SPACING) * heights[0] / least, 1);
  self->panes[1].y = beside ? head : head + self->panes[0].height + SPACING + head;
  self->panes[1].height = MAX (frame->height - self->panes[1].y, 1);
  for (guint i = 0; i < G_N_ELEMENTS (self->panes); i++)
    place_pane (self, i);
}

static int
pick (LiaisonPlot *plot,
      double       x,
      double       y)
{
  LiaisonPairPlot *self = LIAISON_PAIR_PLOT (plot);

  for (guint i = 0; i < G_N_ELEMENTS (self->panes); i++)
    {
      const Pane *pane = &self->panes[i];
      int own = x >= pane->x && x < pane->x + pane->width && y >= pane->y && y < pane->y + pane->height
        ? liaison_plot_pick (pane->plot, x - pane->x, y - pane->y) : -1;

      if (own >= 0)
        return own + (int) pane->first;
    }

  return -1;
}

/* Within a pane as its plot has it, and from its edge to the other one. */
static int
move (LiaisonPlot *plot,
      int          index,
      LiaisonMove  where)
{
  LiaisonPairPlot *self = LIAISON_PAIR_PLOT (plot);
  guint here = liaison_plot_get_mark (plot, index)->row & 1;
  const Pane *pane = &self->panes[here];
  const Pane *other = &self->panes[1 - here];
  gboolean beside = is_beside (liaison_plot_get_frame (plot)->width);
  gboolean leads_there = beside ? (where == LIAISON_MOVE_LEFT || where == LIAISON_MOVE_RIGHT) : (where == LIAISON_MOVE_UP || where == LIAISON_MOVE_DOWN);
  gboolean ahead = beside ? (where == LIAISON_MOVE_RIGHT) == (other->x > pane->x) : (where == LIAISON_MOVE_DOWN) == (here == 0);
  int own = index - (int) pane->first;
  int next = liaison_plot_move (pane->plot, own, where);

  if (next != own || !leads_there || !ahead || liaison_plot_get_n_marks (other->plot) == 0)
    return next + (int) pane->first;

  return (int) other->first + (here == 0 ? 0 : (int) liaison_plot_get_n_marks (other->plot) - 1);
}

static gboolean
find_span (LiaisonPlot *plot,
           double       from,
           double       to,
           int         *first,
           int         *last)
{
  LiaisonPairPlot *self = LIAISON_PAIR_PLOT (plot);

  for (guint i = 0; i < G_N_ELEMENTS (self->panes); i++)
    {
      const Pane *pane = &self->panes[i];
      LiaisonPlotClass *plot_class = LIAISON_PLOT_GET_CLASS (pane->plot);

      if (from >= pane->x && from < pane->x + pane->width && plot_class->find_span != NULL
          && !liaison_plot_get_texts (pane->plot)->is_empty)
        return plot_class->find_span (pane->plot, from - pane->x, MIN (to - pane->x, pane->width), first, last);
    }

  return FALSE;
}

/* Drawing */

static void
draw (LiaisonPlot            *plot,
      cairo_t                *cr,
      const LiaisonPlotTheme *theme)
{
  LiaisonPairPlot *self = LIAISON_PAIR_PLOT (plot);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);

  for (guint i = 0; i < G_N_ELEMENTS (self->panes); i++)
    {
      const Pane *pane = &self->panes[i];

      liaison_plot_text_draw (cr, frame->context, theme->text, pane->name, frame->rtl ? pane->x + pane->width : pane->x,
                              pane->y - frame->line_height - GAP, frame->rtl ? 1 : 0, pane->width);
      if (liaison_plot_get_texts (pane->plot)->is_empty)
        {
          liaison_plot_text_draw (cr, frame->context, theme->dim, liaison_plot_get_hint (pane->plot), frame->rtl ? pane->x + pane->width : pane->x,
                                  pane->y + GAP, frame->rtl ? 1 : 0, pane->width);
          continue;
        }
      cairo_save (cr);
      cairo_translate (cr, pane->x, pane->y);
      liaison_plot_draw (pane->plot, cr, theme, -1, -1);
      cairo_restore (cr);
    }
}

static void
trace (LiaisonPlot       *plot,
       cairo_t           *cr,
       const LiaisonMark *mark)
{
  LiaisonPairPlot *self = LIAISON_PAIR_PLOT (plot);
  const Pane *pane = get_pane (self, mark);
  LiaisonMark own = *mark;

  own.row = get_own_row (mark);
  own.x -= pane->x;
  own.y -= pane->y;
  cairo_save (cr);
  cairo_translate (cr, pane->x, pane->y);
  liaison_plot_trace (pane->plot, cr, &own);
  cairo_restore (cr);
}

static void
draw_current (LiaisonPlot            *plot,
              cairo_t                *cr,
              const LiaisonPlotTheme *theme,
              const LiaisonMark      *mark)
{
  LiaisonPairPlot *self = LIAISON_PAIR_PLOT (plot);
  const Pane *pane = get_pane (self, mark);
  LiaisonPlotClass *plot_class = LIAISON_PLOT_GET_CLASS (pane->plot);

  if (plot_class->draw_current == NULL)
    return;

  cairo_save (cr);
  cairo_translate (cr, pane->x, pane->y);
  plot_class->draw_current (pane->plot, cr, theme, liaison_plot_get_mark (pane->plot, get_own_index (self, mark)));
  cairo_restore (cr);
}

/* Words */

static char *
dup_mark_label (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  LiaisonPairPlot *self = LIAISON_PAIR_PLOT (plot);
  const Pane *pane = get_pane (self, mark);
  const LiaisonMark *own = liaison_plot_get_mark (pane->plot, get_own_index (self, mark));
  g_autofree char *label = LIAISON_PLOT_GET_CLASS (pane->plot)->dup_mark_label (pane->plot, own);

  /* Translators: one of two queries that are compared; what is said of a mark in its chart */
  return g_strdup_printf (C_("chart", "%s: %s"), pane->name, label);
}

static char *
dup_mark_card (LiaisonPlot       *plot,
               const LiaisonMark *mark)
{
  LiaisonPairPlot *self = LIAISON_PAIR_PLOT (plot);

  return liaison_plot_dup_mark_card (get_pane (self, mark)->plot, get_own_index (self, mark));
}

static char *
dup_mark_query (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  LiaisonPairPlot *self = LIAISON_PAIR_PLOT (plot);

  return liaison_plot_dup_mark_query (get_pane (self, mark)->plot, get_own_index (self, mark));
}

static void
add_row (LiaisonPlotTable   *table,
         const char         *name,
         const char * const *own_fields,
         guint               n_own_fields,
         const char         *query)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();

  g_strv_builder_add (fields, name);
  for (guint i = 0; i + 1 < table->columns->len; i++)
    g_strv_builder_add (fields, i < n_own_fields ? own_fields[i] : "");
  liaison_plot_table_add_row (table, g_strv_builder_end (fields), g_strdup (query));
}

/* The rows of a pane, where need be under one that says what their columns are. */
static void
add_rows (LiaisonPlotTable       *table,
          const LiaisonPlotTable *own,
          const char             *name,
          gboolean                with_heading)
{
  if (with_heading)
    add_row (table, name, (const char * const *) own->columns->pdata, own->columns->len, "");
  for (guint i = 0; i < own->rows->len; i++)
    add_row (table, name, g_ptr_array_index (own->rows, i), own->columns->len, g_ptr_array_index (own->queries, i));
}

static gboolean
has_same_columns (const LiaisonPlotTable *first,
                  const LiaisonPlotTable *second)
{
  gboolean same = first->columns->len == second->columns->len;

  for (guint i = 0; same && i < first->columns->len; i++)
    same = g_str_equal (g_ptr_array_index (first->columns, i), g_ptr_array_index (second->columns, i));

  return same;
}

/* One under the other; where the columns are others, these have no names that hold for both. */
static LiaisonPlotTable *
create_table (LiaisonPlot *plot)
{
  LiaisonPairPlot *self = LIAISON_PAIR_PLOT (plot);
  g_autoptr (LiaisonPlotTable) first = liaison_plot_create_table (self->panes[0].plot);
  g_autoptr (LiaisonPlotTable) second = liaison_plot_create_table (self->panes[1].plot);
  const LiaisonPlotTable *longer = first->columns->len >= second->columns->len ? first : second;
  gboolean same = has_same_columns (first, second);
  LiaisonPlotTable *table = liaison_plot_table_new (1 + first->n_names);

  liaison_plot_table_add_column (table, C_("chart", "Query"));
  for (guint i = 0; i < longer->columns->len; i++)
    liaison_plot_table_add_column (table, same || i < first->n_names ? g_ptr_array_index (longer->columns, i) : "");
  add_rows (table, first, self->panes[0].name, !same);
  add_rows (table, second, self->panes[1].name, !same);

  return table;
}

static void
liaison_pair_plot_finalize (GObject *object)
{
  LiaisonPairPlot *self = LIAISON_PAIR_PLOT (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->panes); i++)
    {
      g_clear_object (&self->panes[i].plot);
      g_free (self->panes[i].name);
    }

  G_OBJECT_CLASS (liaison_pair_plot_parent_class)->finalize (object);
}

static void
liaison_pair_plot_class_init (LiaisonPairPlotClass *klass)
{
  LiaisonPlotClass *plot_class = LIAISON_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_pair_plot_finalize;
  plot_class->measure = measure;
  plot_class->place = place;
  plot_class->draw = draw;
  plot_class->draw_current = draw_current;
  plot_class->trace = trace;
  plot_class->pick = pick;
  plot_class->move = move;
  plot_class->dup_mark_label = dup_mark_label;
  plot_class->dup_mark_card = dup_mark_card;
  plot_class->dup_mark_query = dup_mark_query;
  plot_class->create_table = create_table;
  plot_class->find_span = find_span;
}

static void
liaison_pair_plot_init (LiaisonPairPlot *self)
{
}
