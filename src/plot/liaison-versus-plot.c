/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-versus-plot.h"

#include "liaison-pair-plot.h"
#include "liaison-plot-bars.h"
#include "liaison-plot-key.h"
#include "liaison-plot-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP 6.0
#define LEAST_WIDTH 260.0
#define LEAST_ROWS 3
#define MOST_ROWS 200
#define PITCH 2.5     /* lines of text, from row to row */
#define BAR_SHARE 0.4 /* of a row */
#define LABEL_SHARE 0.34
#define LEAST_MARK 2.0

/* A row of either query, or of both. */
typedef struct
{
  const char           *label;
  const LiaisonPlotRow *sides[2]; /* %NULL where it has no such row */
  guint                 place;
} Row;

struct _LiaisonVersusPlot
{
  LiaisonPlot     parent_instance;

  char           *names[2];
  GPtrArray      *lists[2]; /* LiaisonPlotRow */
  GArray         *rows;     /* Row */
  gint64          maximum;
  LiaisonPlotKey *key;

  guint           n_shown;
  double          top;
  double          pitch;
  double          label_width;
  double          room;     /* of the longest bar */
};

G_DEFINE_FINAL_TYPE (LiaisonVersusPlot, liaison_versus_plot, LIAISON_TYPE_PLOT)

static const Row *
get_row (LiaisonVersusPlot *self,
         guint              index)
{
  return &g_array_index (self->rows, Row, index);
}

static gint64
get_value (const Row *row,
           guint      side)
{
  return row->sides[side] ? row->sides[side]->value : 0;
}

/* Figures */

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *first = a;
  const Row *second = b;
  gint64 first_most = MAX (get_value (first, 0), get_value (first, 1));
  gint64 second_most = MAX (get_value (second, 0), get_value (second, 1));
  int order = (first_most < second_most) - (first_most > second_most);

  return order != 0 ? order : (first->place > second->place) - (first->place < second->place);
}

/* What both have is one row. */
static void
fill_rows (LiaisonVersusPlot *self,
           gboolean           is_ranking)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint side = 0; side < 2; side++)
    {
      for (guint i = 0; i < self->lists[side]->len; i++)
        {
          const LiaisonPlotRow *one = g_ptr_array_index (self->lists[side], i);
          guint place = GPOINTER_TO_UINT (g_hash_table_lookup (known, one->key));

          if (place == 0)
            {
              const Row row = { one->label, { NULL, NULL }, self->rows->len };

              g_array_append_val (self->rows, row);
              place = self->rows->len;
              g_hash_table_insert (known, one->key, GUINT_TO_POINTER (place));
            }
          g_array_index (self->rows, Row, place - 1).sides[side] = one;
          self->maximum = MAX (self->maximum, one->value);
        }
    }
  if (is_ranking)
    g_array_sort (self->rows, compare_rows);
}

LiaisonPlot *
liaison_versus_plot_new (LiaisonPlot * const  plots[2],
                         const char * const   names[2])
{
  LiaisonVersusPlot *self = g_object_new (LIAISON_TYPE_VERSUS_PLOT, NULL);
  gboolean is_ranking = FALSE;

  for (guint side = 0; side < 2; side++)
    {
      self->names[side] = g_strdup (names[side]);
      self->lists[side] = liaison_plot_list_rows (plots[side], &is_ranking);
      liaison_plot_key_add (self->key, side, names[side]);
    }
  fill_rows (self, is_ranking);
  liaison_pair_plot_take_texts (LIAISON_PLOT (self), plots, names, self->maximum == 0);

  return LIAISON_PLOT (self);
}

/* Places */

static void
measure (LiaisonPlot  *plot,
         PangoContext *context,
         double        for_width,
         double       *width,
         double       *height)
{
  double line_height = liaison_plot_text_get_height (context);

  *width = LEAST_WIDTH;
  *height = round (line_height * PITCH) * CLAMP (LIAISON_VERSUS_PLOT (plot)->rows->len, LEAST_ROWS, MOST_ROWS) + 4 * line_height;
}

static char *
make_figure (const Row *row,
             guint      side)
{
  return liaison_plot_text_format_number (get_value (row, side));
}

static void
place_row (LiaisonVersusPlot *self,
           guint              index)
{
  LiaisonPlot *plot = LIAISON_PLOT (self);
  const Row *row = get_row (self, index);
  double height = round (self->pitch * BAR_SHARE);

  for (guint side = 0; side < 2; side++)
    {
      const LiaisonPlotRow *one = row->sides[side];
      LiaisonMark mark = { LIAISON_SHAPE_BOX, 0, self->top + index * self->pitch + side * height, 0, height - 1, index, side, 0, -1 };

      if (one == NULL || one->value == 0)
        continue;
      mark.value = one->listed;
      mark.width = MAX (self->room * one->value / self->maximum, LEAST_MARK);
      mark.x = liaison_plot_mirror (plot, self->label_width + 2 * GAP, mark.width);
      liaison_plot_add_mark (plot, &mark);
    }
}

static void
place (LiaisonPlot *plot)
{
  LiaisonVersusPlot *self = LIAISON_VERSUS_PLOT (plot);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  g_autofree char *most = liaison_plot_text_format_number (self->maximum);

  self->top = liaison_plot_key_place (self->key, plot);
  self->pitch = round (frame->line_height * PITCH);
  self->n_shown = liaison_plot_bars_fit (plot, self->rows->len, self->top, self->pitch);
  self->label_width = 0;
  for (guint i = 0; i < self->n_shown; i++)
    self->label_width = MAX (self->label_width, liaison_plot_text_get_width (frame->context, get_row (self, i)->label));
  self->label_width = MIN (self->label_width, frame->width * LABEL_SHARE);
  self->room = MAX (frame->width - self->label_width - 4 * GAP - liaison_plot_text_get_width (frame->context, most), 1);

  for (guint i = 0; i < self->n_shown; i++)
    place_row (self, i);
}

/* One bar after the other, whichever way. */
static int
move (LiaisonPlot *plot,
      int          index,
      LiaisonMove  where)
{
  gboolean forward = where == LIAISON_MOVE_DOWN || (where != LIAISON_MOVE_UP && (where == LIAISON_MOVE_RIGHT) != liaison_plot_get_frame (plot)->rtl);

  return CLAMP (index + (forward ? 1 : -1), 0, (int) liaison_plot_get_n_marks (plot) - 1);
}

/* Drawing */

static void
draw_row (LiaisonVersusPlot      *self,
          cairo_t                *cr,
          const LiaisonPlotTheme *theme,
          guint                   index)
{
  LiaisonPlot *plot = LIAISON_PLOT (self);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  const Row *row = get_row (self, index);
  double height = round (self->pitch * BAR_SHARE);
  double top = self->top + index * self->pitch;

  liaison_plot_text_draw (cr, frame->context, theme->text, row->label, frame->rtl ? frame->width - self->label_width : self->label_width,
                          top + height - frame->line_height / 2, frame->rtl ? 0 : 1, self->label_width);
  for (guint side = 0; side < 2; side++)
    {
      int mark = liaison_plot_find_mark (plot, index, side);
      double end = self->label_width + 2 * GAP + (mark >= 0 ? liaison_plot_get_mark (plot, mark)->width + GAP : 0);
      g_autofree char *figure = make_figure (row, side);

      liaison_plot_text_draw (cr, frame->context, mark >= 0 ? theme->text : theme->dim, figure, liaison_plot_mirror (plot, end, 0),
                              top + side * height + (height - frame->line_height) / 2, frame->rtl ? 1 : 0, -1);
    }
}

static void
draw (LiaisonPlot            *plot,
      cairo_t                *cr,
      const LiaisonPlotTheme *theme)
{
  LiaisonVersusPlot *self = LIAISON_VERSUS_PLOT (plot);

  liaison_plot_key_draw (self->key, plot, cr, theme);
  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    {
      const LiaisonMark *mark = liaison_plot_get_mark (plot, i);

      cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
      liaison_plot_theme_fill (theme, cr, mark->column);
    }
  for (guint i = 0; i < self->n_shown; i++)
    draw_row (self, cr, theme, i);
  liaison_plot_bars_draw_rest (plot, cr, theme, self->rows->len - self->n_shown, self->label_width + 2 * GAP,
                               self->top + self->n_shown * self->pitch);
}

/* Words */

static char *
dup_mark_label (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  LiaisonVersusPlot *self = LIAISON_VERSUS_PLOT (plot);
  const Row *row = get_row (self, mark->row);

  /* Translators: one of two queries that are compared; what is compared; "12 engagements" */
  return g_strdup_printf (C_("chart", "%s, %s: %s"), self->names[mark->column], row->label, row->sides[mark->column]->text);
}

static char *
dup_mark_query (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  return g_strdup (get_row (LIAISON_VERSUS_PLOT (plot), mark->row)->sides[mark->column]->query);
}

static LiaisonPlotTable *
create_table (LiaisonPlot *plot)
{
  LiaisonVersusPlot *self = LIAISON_VERSUS_PLOT (plot);
  LiaisonPlotTable *table = liaison_plot_table_new (1);

  liaison_plot_table_add_column (table, C_("chart", "Name"));
  liaison_plot_table_add_column (table, self->names[0]);
  liaison_plot_table_add_column (table, self->names[1]);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = get_row (self, i);
      g_autofree char *first = make_figure (row, 0);
      g_autofree char *second = make_figure (row, 1);
      const char * const fields[] = { row->label, first, second, NULL };

      liaison_plot_table_add_row (table, g_strdupv ((char **) fields), g_strdup (row->sides[row->sides[0] ? 0 : 1]->query));
    }

  return table;
}

static void
liaison_versus_plot_finalize (GObject *object)
{
  LiaisonVersusPlot *self = LIAISON_VERSUS_PLOT (object);

  for (guint side = 0; side < 2; side++)
    {
      g_free (self->names[side]);
      g_clear_pointer (&self->lists[side], g_ptr_array_unref);
    }
  g_array_unref (self->rows);
  liaison_plot_key_free (self->key);

  G_OBJECT_CLASS (liaison_versus_plot_parent_class)->finalize (object);
}

static void
liaison_versus_plot_class_init (LiaisonVersusPlotClass *klass)
{
  LiaisonPlotClass *plot_class = LIAISON_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_versus_plot_finalize;
  plot_class->measure = measure;
  plot_class->abridges = TRUE;
  plot_class->place = place;
  plot_class->draw = draw;
  plot_class->move = move;
  plot_class->dup_mark_label = dup_mark_label;
  plot_class->dup_mark_query = dup_mark_query;
  plot_class->create_table = create_table;
}

static void
liaison_versus_plot_init (LiaisonVersusPlot *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->key = liaison_plot_key_new ();
}
