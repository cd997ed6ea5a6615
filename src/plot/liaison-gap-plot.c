/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-gap-plot.h"

#include "liaison-country.h"
#include "liaison-day.h"
#include "liaison-grid.h"
#include "liaison-plot-bars.h"
#include "liaison-plot-key.h"
#include "liaison-plot-text.h"
#include "liaison-query-edit.h"
#include "liaison-reach.h"
#include "liaison-time-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#define GAP 6.0
#define LEAST_WIDTH 300.0
#define MOST_BARS 250
#define BAR_SHARE 0.7
#define LABEL_SHARE 0.3
#define WORDS_SHARE 0.34
#define LEAST_MARK 2.0
#define BREAK 8.0

/* Bars show at least so many times the cadence; those of more days than the most are cut off. */
#define LEAST_CADENCES 2
#define MOST_CADENCES 12

#define LATE_STYLE 6
#define REACHED_STYLE 3

/* Who was reached, or was not. */
typedef struct
{
  char   *key;   /* as the grid has it */
  char   *label;
  char   *ours;  /* who of ours was the last */
  gint64  value; /* the engagements that reached */
  gint64  added; /* what stated totals add, without dates */
  int     day;   /* the last one; 0 for never */
  int     days;  /* since then */
} Bar;

struct _LiaisonGapPlot
{
  LiaisonPlot      parent_instance;

  LiaisonGrid     *grid;
  GArray          *bars;      /* Bar, the longest gap first */
  int              cadence;
  int              scale;     /* the days that the longest bar stands for */
  guint            n_late;
  LiaisonPlotKey  *key;

  guint            n_shown;
  double           top;
  double           pitch;
  double           label_width;
  double           room;
};

G_DEFINE_FINAL_TYPE (LiaisonGapPlot, liaison_gap_plot, LIAISON_TYPE_PLOT)

static const LiaisonChartChoice whoms[] = {
  { "countries", NC_("chart", "Countries") },
  { "Europe", NC_("chart", "Europe") },
  { "EU", NC_("chart", "European Union") },
  { "NATO", NC_("chart", "NATO") },
  { "B9", NC_("chart", "Bucharest Nine") },
  { "G7", NC_("chart", "Group of Seven") },
  { "Quint", NC_("chart", "Quint") },
  { "counterparts", NC_("chart", "Counterparts") },
  { NULL },
};

static const LiaisonChartChoice cadences[] = {
  { "30", NC_("chart", "30 days") },
  { "7", NC_("chart", "7 days") },
  { "14", NC_("chart", "14 days") },
  { "60", NC_("chart", "60 days") },
  { "90", NC_("chart", "90 days") },
  { "180", NC_("chart", "180 days") },
  { "365", NC_("chart", "365 days") },
  { NULL },
};

static const LiaisonChartOption options[] = {
  { "of", NC_("chart", "Of"), whoms },
  { "cadence", NC_("chart", "Within"), cadences },
  { NULL },
};

/* Figures */

static gboolean
is_late (LiaisonGapPlot *self,
         const Bar      *bar)
{
  return bar->day == 0 || bar->days > self->cadence;
}

static gboolean
add_bar (LiaisonGapPlot           *self,
         LiaisonDb                *db,
         const char               *key,
         const char               *label,
         const LiaisonGridFigure  *figure,
         GError                  **error)
{
  Bar bar = { .value = liaison_grid_figure_listed (figure), .added = figure->added, .day = figure->last_day };

  bar.ours = bar.day > 0 ? liaison_reach_dup_ours (db, liaison_grid_get_query (self->grid), figure->last, error) : g_strdup ("");
  if (bar.ours == NULL)
    return FALSE;

  bar.key = g_strdup (key);
  bar.label = g_strdup (label);
  bar.days = bar.day > 0 ? liaison_day_diff (bar.day, liaison_plot_get_frame (LIAISON_PLOT (self))->today) : G_MAXINT;
  self->n_late += is_late (self, &bar);
  if (bar.day > 0)
    self->scale = CLAMP (bar.days, self->scale, self->cadence * MOST_CADENCES);
  g_array_append_val (self->bars, bar);

  return TRUE;
}

/* Those whom anybody has ever reached. */
static gboolean
add_rows (LiaisonGapPlot  *self,
          LiaisonDb       *db,
          guint            most,
          GError         **error)
{
  for (guint i = 0; i < liaison_grid_get_n_rows (self->grid) && self->bars->len < most; i++)
    {
      LiaisonGridValue value = liaison_grid_get_row (self->grid, i);

      if (*value.key != '\0' && !add_bar (self, db, value.key, value.label, liaison_grid_get_figure (self->grid, i, -1), error))
        return FALSE;
    }

  return TRUE;
}

/* The members of a grouping as of today, those among them whom nobody has reached; of countries that are asked for, these alone. */
static gboolean
add_members (LiaisonGapPlot  *self,
             LiaisonDb       *db,
             const char      *grouping,
             GError         **error)
{
  g_autoptr (GPtrArray) members = liaison_reach_list_members (db, grouping, liaison_day_today (), error);
  g_auto (GStrv) asked = liaison_query_dup_values (liaison_grid_get_query (self->grid), "country", NULL);
  static const LiaisonGridFigure nothing = { 0 };

  if (members == NULL)
    return FALSE;

  for (guint i = 0; i < members->len; i++)
    {
      const char *code = g_ptr_array_index (members, i);
      const LiaisonGridFigure *figure = &nothing;

      if (asked[0] != NULL && !g_strv_contains ((const char * const *) asked, code))
        continue;
      for (guint row = 0; row < liaison_grid_get_n_rows (self->grid); row++)
        {
          if (g_str_equal (liaison_grid_get_row (self->grid, row).key, code))
            figure = liaison_grid_get_figure (self->grid, row, -1);
        }
      if (!add_bar (self, db, code, liaison_country_get_name (code), figure, error))
        return FALSE;
    }

  return TRUE;
}

static int
compare_bars (gconstpointer a,
              gconstpointer b)
{
  const Bar *first = a;
  const Bar *second = b;
  int order = (first->days < second->days) - (first->days > second->days);

  return order != 0 ? order : g_utf8_collate (first->label, second->label);
}

static LiaisonGrid *
load_grid (LiaisonDb        *db,
           LiaisonQuery     *query,
           LiaisonCountKey   by,
           GError          **error)
{
  g_autofree char *narrowed = liaison_query_add_term (query, "is:reached");
  g_autoptr (LiaisonQuery) reached = liaison_query_parse (narrowed);

  return liaison_grid_load (db, reached, LIAISON_SUBJECT_HELD, by, -1, LIAISON_MEASURE_ENGAGEMENTS, error);
}

static void
write_texts (LiaisonGapPlot *self,
             LiaisonQuery   *query,
             const char     *of)
{
  g_autofree char *span = liaison_time_text_query_span (query);
  g_autofree char *missing = NULL;
  LiaisonPlotTexts texts = { .title = g_strdup (C_("chart", "Who has not been reached?")), .is_empty = self->bars->len == 0 };

  /* Translators: how many, of how many, within how many days */
  missing = g_strdup_printf (ngettext ("%u of %u not reached in %d day", "%u of %u not reached in %d days", self->cadence),
                             self->n_late, self->bars->len, self->cadence);
  texts.subtitle = g_str_equal (of, "countries") || g_str_equal (of, "counterparts") ? g_strdup_printf ("%s · %s", missing, span)
                                                                                      : g_strdup_printf ("%s · %s · %s", of, missing, span);
  texts.description = g_strdup_printf ("%s.", missing);
  texts.rule = g_strdup (_("Reached is who was spoken with in a call or meeting, by principal, chair or host on our side; theirs may have been"
                           " represented. The days are those since the last one was held."));
  liaison_plot_take_texts (LIAISON_PLOT (self), &texts);
}

static LiaisonPlot *
load (LiaisonDb            *db,
      LiaisonChartRequest  *request,
      GError              **error)
{
  g_autoptr (LiaisonGapPlot) self = g_object_new (LIAISON_TYPE_GAP_PLOT, NULL);
  LiaisonQuery *query = liaison_chart_request_get_query (request);
  const char *of = liaison_chart_request_get (request, "of");
  gboolean of_counterparts = g_str_equal (of, "counterparts");
  gboolean success;
  guint most = liaison_chart_request_is_for_table (request) ? G_MAXUINT : MOST_BARS;

  self->cadence = atoi (liaison_chart_request_get (request, "cadence"));
  self->scale = self->cadence * LEAST_CADENCES;
  self->grid = load_grid (db, query, of_counterparts ? LIAISON_COUNT_COUNTERPART : LIAISON_COUNT_COUNTRY, error);
  if (self->grid == NULL)
    return NULL;

  success = of_counterparts || g_str_equal (of, "countries") ? add_rows (self, db, most, error) : add_members (self, db, of, error);
  if (!success)
    return NULL;

  g_array_sort (self->bars, compare_bars);
  liaison_plot_key_add (self->key, LATE_STYLE, C_("chart", "Not reached in time"));
  liaison_plot_key_add (self->key, REACHED_STYLE, C_("chart", "Reached"));
  liaison_plot_key_add (self->key, LIAISON_PLOT_STYLE_PLANNED, C_("chart", "Never, or at an unknown date"));
  write_texts (self, query, of);

  return LIAISON_PLOT (g_steal_pointer (&self));
}

const LiaisonChartKind liaison_gap_chart = { "gaps", NC_("chart", "Gaps"), options, load };

/* Places */

static void
measure (LiaisonPlot  *plot,
         PangoContext *context,
         double        for_width,
         double       *width,
         double       *height)
{
  LiaisonGapPlot *self = LIAISON_GAP_PLOT (plot);
  double line_height = liaison_plot_text_get_height (context);

  *width = LEAST_WIDTH;
  *height = liaison_plot_bars_get_pitch (line_height) * MAX (self->bars->len, 3) + 5 * line_height;
}

/* The length that stands for so many days. */
static double
get_length (LiaisonGapPlot *self,
            int             days)
{
  return self->room * MIN (days, self->scale) / self->scale;
}

static void
place (LiaisonPlot *plot)
{
  LiaisonGapPlot *self = LIAISON_GAP_PLOT (plot);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  double height;

  self->top = liaison_plot_key_place (self->key, plot) + frame->line_height + GAP;
  self->pitch = liaison_plot_bars_get_pitch (frame->line_height);
  height = round (self->pitch * BAR_SHARE);
  self->n_shown = liaison_plot_bars_fit (plot, self->bars->len, self->top, self->pitch);
  self->label_width = 0;
  for (guint i = 0; i < self->n_shown; i++)
    self->label_width = MAX (self->label_width, liaison_plot_text_get_width (frame->context, g_array_index (self->bars, Bar, i).label));
  self->label_width = MIN (self->label_width, frame->width * LABEL_SHARE);
  self->room = MAX (frame->width * (1 - WORDS_SHARE) - self->label_width - 2 * GAP, 1);

  for (guint i = 0; i < self->n_shown; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);
      double width = MAX (get_length (self, bar->days), LEAST_MARK);
      LiaisonMark mark = { LIAISON_SHAPE_BOX, liaison_plot_mirror (plot, self->label_width + 2 * GAP, width),
                           self->top + i * self->pitch + round ((self->pitch - height) / 2), width, height, i, 0, bar->value, -1 };

      liaison_plot_add_mark (plot, &mark);
    }
}

/* A bar goes from one side to the other for the pointer. */
static int
pick (LiaisonPlot *plot,
      double       x,
      double       y)
{
  LiaisonGapPlot *self = LIAISON_GAP_PLOT (plot);

  if (x < 0 || x > liaison_plot_get_frame (plot)->width || y < self->top)
    return -1;

  return liaison_plot_find_mark (plot, (int) ((y - self->top) / self->pitch), 0);
}

/* Drawing */

static char *
describe_gap (const Bar *bar)
{
  g_autofree char *ago = NULL;

  if (bar->day == 0)
    return g_strdup (bar->value + bar->added > 0 ? C_("chart", "at an unknown date") : C_("chart", "never"));

  ago = liaison_time_text_ago (bar->days);

  /* Translators: "3 days ago", who of ours */
  return *bar->ours ? g_strdup_printf (C_("chart", "%s · %s"), ago, bar->ours) : g_steal_pointer (&ago);
}

/* A bar of more days than there is room for is broken. */
static void
draw_break (LiaisonGapPlot         *self,
            cairo_t                *cr,
            const LiaisonPlotTheme *theme,
            const LiaisonMark      *mark)
{
  double x = mark->x + (liaison_plot_get_frame (LIAISON_PLOT (self))->rtl ? BREAK : mark->width - BREAK);

  for (int i = 0; i < 2; i++)
    {
      cairo_move_to (cr, x - BREAK / 2 + i * BREAK / 2, mark->y + mark->height);
      cairo_line_to (cr, x + i * BREAK / 2, mark->y);
    }
  liaison_colour_set (cr, theme->background);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

/* Where the words beside a bar begin, from the start of reading: not on the line that stands for the cadence. */
static double
get_words_start (LiaisonGapPlot *self,
                 const Bar      *bar)
{
  int days = bar->days <= self->cadence ? self->cadence : bar->days;

  return self->label_width + 2 * GAP + MAX (get_length (self, days), LEAST_MARK) + GAP;
}

static void
draw_bar (LiaisonGapPlot         *self,
          cairo_t                *cr,
          const LiaisonPlotTheme *theme,
          const LiaisonMark      *mark)
{
  LiaisonPlot *plot = LIAISON_PLOT (self);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  const Bar *bar = &g_array_index (self->bars, Bar, mark->row);
  double y = mark->y + (mark->height - frame->line_height) / 2;
  double start = get_words_start (self, bar);
  g_autofree char *words = describe_gap (bar);

  cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
  if (bar->day == 0)
    liaison_plot_theme_fill_planned (theme, cr);
  else
    liaison_plot_theme_fill (theme, cr, is_late (self, bar) ? LATE_STYLE : REACHED_STYLE);
  if (bar->day > 0 && bar->days > self->scale)
    draw_break (self, cr, theme, mark);

  liaison_plot_text_draw (cr, frame->context, theme->text, bar->label, liaison_plot_mirror (plot, self->label_width, 0), y, frame->rtl ? 0 : 1,
                          self->label_width);
  liaison_plot_text_draw (cr, frame->context, theme->text, words, liaison_plot_mirror (plot, start, 0), y, frame->rtl ? 1 : 0,
                          MAX (frame->width - start, 0));
}

/* How often there should be a contact. */
static void
draw_cadence (LiaisonGapPlot         *self,
              cairo_t                *cr,
              const LiaisonPlotTheme *theme)
{
  LiaisonPlot *plot = LIAISON_PLOT (self);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  double x = round (liaison_plot_mirror (plot, self->label_width + 2 * GAP + get_length (self, self->cadence), 0)) + 0.5;
  g_autofree char *days = g_strdup_printf (ngettext ("%d day", "%d days", self->cadence), self->cadence);

  liaison_plot_text_draw (cr, frame->context, theme->dim, days, x, self->top - frame->line_height - 2, 0.5, -1);
  liaison_colour_set (cr, theme->dim);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, self->top - 2);
  cairo_line_to (cr, x, self->top + self->n_shown * self->pitch);
  cairo_stroke (cr);
}

static void
draw (LiaisonPlot            *plot,
      cairo_t                *cr,
      const LiaisonPlotTheme *theme)
{
  LiaisonGapPlot *self = LIAISON_GAP_PLOT (plot);
  double line_height = liaison_plot_get_frame (plot)->line_height;

  liaison_plot_key_draw (self->key, plot, cr, theme);
  draw_cadence (self, cr, theme);
  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    draw_bar (self, cr, theme, liaison_plot_get_mark (plot, i));
  liaison_plot_bars_draw_rest (plot, cr, theme, self->bars->len - self->n_shown, self->label_width + 2 * GAP,
                               self->top + self->n_shown * self->pitch + (self->pitch - line_height) / 2);
}

/* Words */

static char *
dup_mark_label (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  const Bar *bar = &g_array_index (LIAISON_GAP_PLOT (plot)->bars, Bar, mark->row);
  g_autofree char *gap = describe_gap (bar);
  g_autofree char *engagements = liaison_plot_text_describe_engagements (bar->value);

  if (bar->value + bar->added == 0)
    /* Translators: whom nobody has reached */
    return g_strdup_printf (C_("chart", "%s: never reached"), bar->label);

  /* Translators: who was reached, "3 days ago · Blinken", "12 engagements" */
  return g_strdup_printf (C_("chart", "%s: last %s; %s"), bar->label, gap, engagements);
}

static char *
dup_mark_query (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  LiaisonGapPlot *self = LIAISON_GAP_PLOT (plot);

  return liaison_grid_dup_query_of_keys (self->grid, g_array_index (self->bars, Bar, mark->row).key, NULL);
}

static LiaisonPlotTable *
create_table (LiaisonPlot *plot)
{
  LiaisonGapPlot *self = LIAISON_GAP_PLOT (plot);
  LiaisonPlotTable *table = liaison_plot_table_new (1);

  liaison_plot_table_add_column (table, C_("chart", "Name"));
  liaison_plot_table_add_column (table, C_("chart", "Days since"));
  liaison_plot_table_add_column (table, C_("chart", "Last contact"));
  liaison_plot_table_add_column (table, C_("chart", "By"));
  liaison_plot_table_add_column (table, C_("chart", "Engagements"));

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);
      g_autofree char *days = bar->day > 0 ? liaison_plot_text_format_number (bar->days) : g_strdup ("");
      g_autofree char *day = bar->day > 0 ? liaison_time_text_day (bar->day) : describe_gap (bar);
      g_autofree char *engagements = liaison_plot_text_format_number (bar->value);
      const char * const fields[] = { bar->label, days, day, bar->ours, engagements, NULL };

      liaison_plot_table_add_row (table, g_strdupv ((char **) fields), liaison_grid_dup_query_of_keys (self->grid, bar->key, NULL));
    }

  return table;
}

static void
clear_bar (gpointer data)
{
  Bar *bar = data;

  g_free (bar->key);
  g_free (bar->label);
  g_free (bar->ours);
}

static void
liaison_gap_plot_finalize (GObject *object)
{
  LiaisonGapPlot *self = LIAISON_GAP_PLOT (object);

  g_clear_pointer (&self->grid, liaison_grid_unref);
  g_array_unref (self->bars);
  liaison_plot_key_free (self->key);

  G_OBJECT_CLASS (liaison_gap_plot_parent_class)->finalize (object);
}

static void
liaison_gap_plot_class_init (LiaisonGapPlotClass *klass)
{
  LiaisonPlotClass *plot_class = LIAISON_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_gap_plot_finalize;
  plot_class->measure = measure;
  plot_class->abridges = TRUE;
  plot_class->place = place;
  plot_class->draw = draw;
  plot_class->pick = pick;
  plot_class->dup_mark_label = dup_mark_label;
  plot_class->dup_mark_query = dup_mark_query;
  plot_class->create_table = create_table;
}

static void
liaison_gap_plot_init (LiaisonGapPlot *self)
{
  self->bars = g_array_new (FALSE, TRUE, sizeof (Bar));
  g_array_set_clear_func (self->bars, clear_bar);
  self->key = liaison_plot_key_new ();
}
