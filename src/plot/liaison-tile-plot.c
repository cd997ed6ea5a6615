/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-tile-plot.h"

#include "liaison-day.h"
#include "liaison-grid.h"
#include "liaison-plot-text.h"
#include "liaison-time-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#define GAP 6.0
#define SPACING 12.0
#define LEAST_TILE 130.0
#define LEAST_WIDTH 280.0
#define BIG_SCALE 2.2
#define TILE_LINES 5.4

/* There is nothing to compare with. */
#define NO_BEFORE -1

typedef struct
{
  char   *label;  /* "Calls" */
  int     day;    /* what is shown in the figure's stead; 0 for none */
  gint64  value;
  gint64  before; /* in the days before, or NO_BEFORE */
  gint64  listed; /* the engagements under it */
  char   *query;
} Tile;

struct _LiaisonTilePlot
{
  LiaisonPlot  parent_instance;

  GArray      *tiles;
  guint        n_columns;
  double       tile_width;
  double       tile_height;
};

G_DEFINE_FINAL_TYPE (LiaisonTilePlot, liaison_tile_plot, LIAISON_TYPE_PLOT)

static const LiaisonChartChoice spans[] = {
  { "30", NC_("chart", "30 days") },
  { "7", NC_("chart", "7 days") },
  { "90", NC_("chart", "90 days") },
  { "365", NC_("chart", "365 days") },
  { NULL },
};

static const LiaisonChartOption options[] = {
  { "span", NC_("chart", "The last"), spans },
  { NULL },
};

/* What is counted in the span, and in the one before it. */
static const struct { const char *label; const char *terms; LiaisonMeasure measure; } figures[] = {
  { NC_("chart", "Engagements"), "", LIAISON_MEASURE_ENGAGEMENTS },
  { NC_("chart", "Calls"), "group:calls", LIAISON_MEASURE_ENGAGEMENTS },
  { NC_("chart", "Meetings"), "group:meetings", LIAISON_MEASURE_ENGAGEMENTS },
  { NC_("chart", "Sessions"), "group:sessions", LIAISON_MEASURE_ENGAGEMENTS },
  { NC_("chart", "Distinct counterparts"), "", LIAISON_MEASURE_COUNTERPARTS },
  { NC_("chart", "Distinct countries"), "", LIAISON_MEASURE_COUNTRIES },
  { NC_("chart", "Unsourced"), "is:unsourced", LIAISON_MEASURE_ENGAGEMENTS },
};

typedef struct
{
  LiaisonDb       *db;
  LiaisonQuery    *query;
  LiaisonTilePlot *plot;
  int              first;
  int              last;
  int              before_first;
  int              before_last;
} Load;

/* Figures */

static void
append_day (GString    *text,
            const char *key,
            int         day)
{
  g_autofree char *value = day > 0 ? liaison_step_key (LIAISON_STEP_DAY, day) : NULL;

  if (value != NULL)
    g_string_append_printf (text, "%s%s:%s", text->len > 0 ? " " : "", key, value);
}

static LiaisonQuery *
narrow (Load       *load,
        const char *terms,
        int         first,
        int         last)
{
  GString *text = g_string_new (liaison_query_get_text (load->query));
  LiaisonQuery *query;

  if (*terms != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", terms);
  append_day (text, "from", first);
  append_day (text, "to", last);
  query = liaison_query_parse (text->str);
  g_string_free (text, TRUE);

  return query;
}

/* Returns: how many; -1 with an error.  What stated totals add is under no list. */
static gint64
count (Load            *load,
       LiaisonQuery    *query,
       LiaisonSubject   subject,
       LiaisonMeasure   measure,
       char           **text,
       GError         **error)
{
  g_autoptr (LiaisonGrid) grid = liaison_grid_load (load->db, query, subject, LIAISON_COUNT_TOTAL, -1, measure, error);

  if (grid == NULL)
    return -1;

  if (text != NULL)
    *text = liaison_grid_dup_query (grid, -1, -1);

  return liaison_grid_figure_listed (liaison_grid_get_figure (grid, -1, -1));
}

static void
add_tile (Load       *load,
          const char *label,
          gint64      value,
          gint64      before,
          gint64      listed,
          char       *query)
{
  const Tile tile = { g_strdup (label), 0, value, before, listed, query };

  g_array_append_val (load->plot->tiles, tile);
}

static gboolean
add_figure (Load    *load,
            guint    index,
            GError **error)
{
  g_autoptr (LiaisonQuery) now = narrow (load, figures[index].terms, load->first, load->last);
  g_autoptr (LiaisonQuery) then = narrow (load, figures[index].terms, load->before_first, load->before_last);
  g_autofree char *text = NULL;
  gint64 value = count (load, now, LIAISON_SUBJECT_HELD, figures[index].measure, NULL, error);
  gint64 before = value < 0 ? -1 : count (load, then, LIAISON_SUBJECT_HELD, figures[index].measure, NULL, error);
  gint64 listed = before < 0 ? -1 : count (load, now, LIAISON_SUBJECT_HELD, LIAISON_MEASURE_ENGAGEMENTS, &text, error);

  if (listed < 0)
    return FALSE;

  add_tile (load, g_dpgettext2 (GETTEXT_PACKAGE, "chart", figures[index].label), value, before, listed, g_steal_pointer (&text));

  return TRUE;
}

/* What is to come, and what is late: there is no span before these. */
static gboolean
add_outlook (Load    *load,
             GError **error)
{
  g_autoptr (LiaisonQuery) coming = narrow (load, "", load->last, 0);
  g_autoptr (LiaisonQuery) overdue = narrow (load, "is:overdue", 0, 0);
  g_autofree char *text = NULL;
  gint64 n_planned = count (load, coming, LIAISON_SUBJECT_PLANNED, LIAISON_MEASURE_ENGAGEMENTS, &text, error);
  LiaisonTally tally;

  if (n_planned < 0 || !liaison_query_tally (load->db, overdue, &tally, error))
    return FALSE;

  add_tile (load, C_("chart", "Planned from today"), n_planned, NO_BEFORE, n_planned, g_steal_pointer (&text));
  add_tile (load, C_("chart", "Follow-up overdue"), tally.records, NO_BEFORE, tally.records, g_strdup (liaison_query_get_text (overdue)));

  return TRUE;
}

/* A day, and what is on it. */
static gboolean
add_day (Load            *load,
         const char      *label,
         int              day,
         LiaisonSubject   subject,
         GError         **error)
{
  g_autoptr (LiaisonQuery) on_day = narrow (load, "", day, day);
  g_autofree char *text = NULL;
  gint64 value = count (load, on_day, subject, LIAISON_MEASURE_ENGAGEMENTS, &text, error);

  if (value < 0)
    return FALSE;

  add_tile (load, label, value, NO_BEFORE, value, g_steal_pointer (&text));
  g_array_index (load->plot->tiles, Tile, load->plot->tiles->len - 1).day = day;

  return TRUE;
}

/* The first day on which something is planned; 0 where nothing is, -1 with an error. */
static int
find_next (Load    *load,
           GError **error)
{
  g_autoptr (LiaisonQuery) coming = narrow (load, "", load->last, 0);
  g_autoptr (LiaisonGrid) grid = liaison_grid_load (load->db, coming, LIAISON_SUBJECT_PLANNED, LIAISON_COUNT_DAY, -1, LIAISON_MEASURE_ENGAGEMENTS,
                                                    error);

  if (grid == NULL)
    return -1;

  for (guint i = 0; i < liaison_grid_get_n_rows (grid); i++)
    {
      if (liaison_grid_get_row (grid, i).number >= load->last && liaison_grid_get_figure (grid, i, -1)->value > 0)
        return liaison_grid_get_row (grid, i).number;
    }

  return 0;
}

/* When the last engagement was held, and when the next one is planned. */
static gboolean
add_days (Load    *load,
          GError **error)
{
  g_autoptr (LiaisonGrid) held = liaison_grid_load (load->db, load->query, LIAISON_SUBJECT_HELD, LIAISON_COUNT_TOTAL, -1, LIAISON_MEASURE_ENGAGEMENTS,
                                                    error);
  int last = held ? liaison_grid_get_figure (held, -1, -1)->last_day : -1;
  int next = held ? find_next (load, error) : -1;

  if (next < 0)
    return FALSE;

  return (last == 0 || add_day (load, C_("chart", "Last held"), last, LIAISON_SUBJECT_HELD, error))
    && (next == 0 || add_day (load, C_("chart", "Next planned"), next, LIAISON_SUBJECT_PLANNED, error));
}

static char *
describe_tile (const Tile *tile)
{
  g_autofree char *value = liaison_plot_text_format_number (tile->value);
  g_autofree char *before = liaison_plot_text_format_number (tile->before);
  g_autofree char *day = NULL;
  g_autofree char *engagements = NULL;

  if (tile->day > 0)
    {
      day = liaison_time_text_day (tile->day);
      engagements = liaison_plot_text_describe_engagements (tile->value);
      /* Translators: "Last held", a day, "12 engagements" */
      return g_strdup_printf (C_("chart", "%s: %s, %s"), tile->label, day, engagements);
    }

  if (tile->before == NO_BEFORE)
    return g_strdup_printf (C_("chart", "%s: %s"), tile->label, value);

  /* Translators: what is counted; how many, and how many in the days before */
  return g_strdup_printf (C_("chart", "%s: %s, before that %s"), tile->label, value, before);
}

static void
write_texts (Load *load,
             int   days)
{
  g_autofree char *span = liaison_time_text_span (load->first, load->last);
  g_autofree char *first = describe_tile (&g_array_index (load->plot->tiles, Tile, 0));
  gboolean is_empty = TRUE;
  LiaisonPlotTexts texts = { .title = g_strdup (C_("chart", "Where do we stand?")) };

  for (guint i = 0; i < load->plot->tiles->len; i++)
    {
      const Tile *tile = &g_array_index (load->plot->tiles, Tile, i);

      is_empty = is_empty && tile->value <= 0 && tile->before <= 0;
    }
  texts.is_empty = is_empty;
  /* Translators: a span of days; how many days it has */
  texts.subtitle = g_strdup_printf (ngettext ("%s · compared with the day before", "%s · compared with the %d days before", days), span, days);
  texts.rule = g_strdup (_("Counted are engagements that were held, announced and unsourced ones included. A visit counts by the engagements inside"
                           " it."));
  texts.description = g_strdup_printf ("%s.", first);
  liaison_plot_take_texts (LIAISON_PLOT (load->plot), &texts);
}

static LiaisonPlot *
load_tiles (LiaisonDb            *db,
            LiaisonChartRequest  *request,
            GError              **error)
{
  g_autoptr (LiaisonTilePlot) self = g_object_new (LIAISON_TYPE_TILE_PLOT, NULL);
  Load load = { .db = db, .query = liaison_chart_request_get_query (request), .plot = self, .last = liaison_day_today () };
  int days = atoi (liaison_chart_request_get (request, "span"));

  load.first = liaison_day_add (load.last, 1 - days);
  load.before_last = liaison_day_add (load.first, -1);
  load.before_first = liaison_day_add (load.first, -days);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      if (!add_figure (&load, i, error))
        return NULL;
    }
  if (!add_outlook (&load, error) || !add_days (&load, error))
    return NULL;

  write_texts (&load, days);

  return LIAISON_PLOT (g_steal_pointer (&self));
}

const LiaisonChartKind liaison_tile_chart = { "overview", NC_("chart", "Overview"), options, load_tiles };

/* Places */

/* So wide that what a tile tells of is not cut off. */
static double
get_least_tile (LiaisonTilePlot *self,
                PangoContext    *context)
{
  double width = LEAST_TILE;

  for (guint i = 0; i < self->tiles->len; i++)
    width = MAX (width, liaison_plot_text_get_width (context, g_array_index (self->tiles, Tile, i).label) + 4 * GAP);

  return MIN (width, LEAST_WIDTH);
}

/* As many columns as there is room for, but no more than it takes for as few lines. */
static guint
count_columns (LiaisonTilePlot *self,
               double           least_tile,
               double           width)
{
  guint n_tiles = self->tiles->len;
  guint n_columns = CLAMP ((width + SPACING) / (least_tile + SPACING), 1, n_tiles);
  guint n_rows = (n_tiles + n_columns - 1) / n_columns;

  return (n_tiles + n_rows - 1) / n_rows;
}

static void
measure (LiaisonPlot  *plot,
         PangoContext *context,
         double        for_width,
         double       *width,
         double       *height)
{
  LiaisonTilePlot *self = LIAISON_TILE_PLOT (plot);
  double line_height = liaison_plot_text_get_height (context);

  guint n_columns = count_columns (self, get_least_tile (self, context), for_width > 0 ? for_width : LEAST_WIDTH);
  guint n_rows = (self->tiles->len + n_columns - 1) / n_columns;

  *width = LEAST_WIDTH;
  *height = n_rows * (round (line_height * TILE_LINES) + SPACING) - SPACING;
}

static void
place (LiaisonPlot *plot)
{
  LiaisonTilePlot *self = LIAISON_TILE_PLOT (plot);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  double least_tile = get_least_tile (self, frame->context);

  self->n_columns = count_columns (self, least_tile, frame->width);
  self->tile_width = CLAMP ((frame->width + SPACING) / self->n_columns - SPACING, 1, 2 * least_tile);
  self->tile_height = round (frame->line_height * TILE_LINES);

  for (guint i = 0; i < self->tiles->len; i++)
    {
      LiaisonMark mark = { LIAISON_SHAPE_BOX, liaison_plot_mirror (plot, i % self->n_columns * (self->tile_width + SPACING), self->tile_width),
                           i / self->n_columns * (self->tile_height + SPACING), self->tile_width, self->tile_height, i, 0,
                           g_array_index (self->tiles, Tile, i).listed, -1 };

      if (mark.y + mark.height <= frame->height)
        liaison_plot_add_mark (plot, &mark);
    }
}

/* Drawing */

static PangoLayout *
create_big (PangoContext *context,
            const char   *text,
            double        scale)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

/* As big as there is room for. */
static void
draw_big (cairo_t       *cr,
          PangoContext  *context,
          LiaisonColour  colour,
          const char    *text,
          double         x,
          double         y,
          double         align,
          double         room)
{
  g_autoptr (PangoLayout) layout = create_big (context, text, BIG_SCALE);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > room && room > 0)
    {
      g_object_unref (layout);
      layout = create_big (context, text, MAX (BIG_SCALE * room / width, 1));
      pango_layout_get_pixel_size (layout, &width, NULL);
    }
  liaison_colour_set (cr, colour);
  cairo_move_to (cr, round (x - width * align), round (y));
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

/* How it was before; the sign says whether there is more now, so that no colour has to. */
static char *
describe_change (const Tile *tile)
{
  g_autofree char *before = liaison_plot_text_format_number (tile->before);

  if (tile->day > 0)
    return liaison_plot_text_describe_engagements (tile->value);
  if (tile->before == NO_BEFORE)
    return g_strdup ("");
  if (tile->value == tile->before)
    /* Translators: as many as in the days before */
    return g_strdup (C_("chart", "= as before"));

  /* Translators: how many there were in the days before */
  return g_strdup_printf (tile->value > tile->before ? C_("chart", "▲ from %s") : C_("chart", "▼ from %s"), before);
}

/* A day of another year is nothing without that. */
static char *
make_day (LiaisonTilePlot *self,
          int              day)
{
  g_autofree char *tick = liaison_time_text_tick (LIAISON_STEP_DAY, day);

  if (day / 10000 == liaison_plot_get_frame (LIAISON_PLOT (self))->today / 10000)
    return g_steal_pointer (&tick);

  /* Translators: "6 Dec", and the year */
  return g_strdup_printf (C_("date format", "%s %d"), tick, day / 10000);
}

static void
draw_tile (LiaisonTilePlot        *self,
           cairo_t                *cr,
           const LiaisonPlotTheme *theme,
           const LiaisonMark      *mark)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  const Tile *tile = &g_array_index (self->tiles, Tile, mark->row);
  g_autofree char *value = tile->day > 0 ? make_day (self, tile->day) : liaison_plot_text_format_number (tile->value);
  g_autofree char *change = describe_change (tile);
  double align = frame->rtl ? 1 : 0;
  double x = frame->rtl ? mark->x + mark->width - 2 * GAP : mark->x + 2 * GAP;
  double room = MAX (mark->width - 4 * GAP, 0);

  cairo_rectangle (cr, mark->x + 0.5, mark->y + 0.5, MAX (mark->width - 1, 0), MAX (mark->height - 1, 0));
  liaison_colour_set (cr, theme->grid);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);

  liaison_plot_text_draw (cr, frame->context, theme->text, tile->label, x, mark->y + GAP, align, room);
  draw_big (cr, frame->context, theme->text, value, x, mark->y + GAP + frame->line_height, align, room);
  liaison_plot_text_draw (cr, frame->context, theme->dim, change, x, mark->y + mark->height - GAP - frame->line_height, align, room);
}

static void
draw (LiaisonPlot            *plot,
      cairo_t                *cr,
      const LiaisonPlotTheme *theme)
{
  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    draw_tile (LIAISON_TILE_PLOT (plot), cr, theme, liaison_plot_get_mark (plot, i));
}

/* Words */

static char *
dup_mark_label (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  return describe_tile (&g_array_index (LIAISON_TILE_PLOT (plot)->tiles, Tile, mark->row));
}

static char *
dup_mark_query (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  return g_strdup (g_array_index (LIAISON_TILE_PLOT (plot)->tiles, Tile, mark->row).query);
}

static LiaisonPlotTable *
create_table (LiaisonPlot *plot)
{
  LiaisonTilePlot *self = LIAISON_TILE_PLOT (plot);
  LiaisonPlotTable *table = liaison_plot_table_new (1);

  liaison_plot_table_add_column (table, C_("chart", "Figure"));
  liaison_plot_table_add_column (table, C_("chart", "Now"));
  liaison_plot_table_add_column (table, C_("chart", "Before"));

  for (guint i = 0; i < self->tiles->len; i++)
    {
      const Tile *tile = &g_array_index (self->tiles, Tile, i);
      g_autofree char *value = tile->day > 0 ? liaison_time_text_day (tile->day) : liaison_plot_text_format_number (tile->value);
      g_autofree char *before = tile->before == NO_BEFORE ? g_strdup ("") : liaison_plot_text_format_number (tile->before);
      const char * const fields[] = { tile->label, value, before, NULL };

      liaison_plot_table_add_row (table, g_strdupv ((char **) fields), g_strdup (tile->query));
    }

  return table;
}

/* Days are no figures. */
static GPtrArray *
list_rows (LiaisonPlot *plot,
           gboolean    *is_ranking)
{
  LiaisonTilePlot *self = LIAISON_TILE_PLOT (plot);
  GPtrArray *rows = liaison_plot_rows_new ();

  *is_ranking = FALSE;
  for (guint i = 0; i < self->tiles->len; i++)
    {
      const Tile *tile = &g_array_index (self->tiles, Tile, i);
      g_autofree char *value = liaison_plot_text_format_number (tile->value);
      g_autofree char *engagements = liaison_plot_text_describe_engagements (tile->listed);

      if (tile->day == 0)
        liaison_plot_rows_add (rows, tile->label, tile->label, tile->value, tile->listed,
                               /* Translators: how many ("Distinct countries"); in "12 engagements" */
                               tile->value == tile->listed ? g_strdup (engagements) : g_strdup_printf (C_("chart", "%s in %s"), value, engagements),
                               g_strdup (tile->query));
    }

  return rows;
}

static void
clear_tile (gpointer data)
{
  Tile *tile = data;

  g_free (tile->label);
  g_free (tile->query);
}

static void
liaison_tile_plot_finalize (GObject *object)
{
  g_array_unref (LIAISON_TILE_PLOT (object)->tiles);

  G_OBJECT_CLASS (liaison_tile_plot_parent_class)->finalize (object);
}

static void
liaison_tile_plot_class_init (LiaisonTilePlotClass *klass)
{
  LiaisonPlotClass *plot_class = LIAISON_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_tile_plot_finalize;
  plot_class->measure = measure;
  plot_class->place = place;
  plot_class->draw = draw;
  plot_class->dup_mark_label = dup_mark_label;
  plot_class->dup_mark_query = dup_mark_query;
  plot_class->create_table = create_table;
  plot_class->list_rows = list_rows;
}

static void
liaison_tile_plot_init (LiaisonTilePlot *self)
{
  self->tiles = g_array_new (FALSE, TRUE, sizeof (Tile));
  g_array_set_clear_func (self->tiles, clear_tile);
}
