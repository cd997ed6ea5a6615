/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-time-plot-private.h"

#include "liaison-plot-text.h"
#include "liaison-query-edit.h"
#include "liaison-time-text.h"
#include "liaison-tokens.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* Stacks that can be told apart; what is over goes into one. */
#define MOST_STACKS 7

/* The style of what has no value. */
#define NO_STYLE (LIAISON_PLOT_N_STYLES + 2)
#define OTHERS_STYLE 2

/* More buckets than these are not drawn where nothing is in them. */
#define MOST_BUCKETS 4000

typedef struct
{
  LiaisonDb           *db;
  LiaisonChartRequest *request;
  LiaisonQuery        *query;
  LiaisonTimePlot     *plot;
  LiaisonCountKey      by;
} Load;

static LiaisonGrid *
load_grid (Load            *load,
           LiaisonQuery    *query,
           LiaisonSubject   subject,
           int              and_by,
           GError         **error)
{
  return liaison_grid_load (load->db, query, subject, load->by, and_by, LIAISON_MEASURE_ENGAGEMENTS, error);
}

/* The same query with a further term. */
static LiaisonGrid *
load_narrowed (Load        *load,
               const char  *term,
               GError     **error)
{
  g_autofree char *narrowed = liaison_query_add_term (load->query, term);
  g_autoptr (LiaisonQuery) query = liaison_query_parse (narrowed);

  return load_grid (load, query, LIAISON_SUBJECT_HELD, -1, error);
}

static void
add_stack (LiaisonTimePlot *plot,
           LiaisonGrid     *grid,
           int              column,
           guint            style,
           const char      *label)
{
  LiaisonTimeStack stack = { liaison_grid_ref (grid), column, NULL, style, g_strdup (label), 0 };

  g_array_append_val (plot->stacks, stack);
}

/* Stacks */

static gboolean
add_sides (Load    *load,
           GError **error)
{
  static const struct { const char *term; guint style; const char *label; } sides[] = {
    { "is:bilateral", 0, NC_("chart", "Bilateral") },
    { "is:multilateral", 1, NC_("chart", "Multilateral") },
    { "-is:bilateral -is:multilateral", NO_STYLE, NC_("chart", "Neither") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr (LiaisonGrid) grid = load_narrowed (load, sides[i].term, error);

      if (grid == NULL)
        return FALSE;
      if (liaison_grid_get_figure (grid, -1, -1)->value > 0)
        add_stack (load->plot, grid, -1, sides[i].style, g_dpgettext2 (GETTEXT_PACKAGE, "chart", sides[i].label));
    }

  return TRUE;
}

/* In the fixed order of the vocabulary, so that a value keeps its place and its colour everywhere. */
static void
add_tokens (Load                    *load,
            LiaisonGrid             *grid,
            const LiaisonVocabulary *vocabulary)
{
  for (const LiaisonToken *token = vocabulary->tokens; token->token != NULL; token++)
    {
      for (guint i = 0; i < liaison_grid_get_n_columns (grid); i++)
        {
          LiaisonGridValue value = liaison_grid_get_column (grid, i);

          if (g_str_equal (value.key, token->token))
            add_stack (load->plot, grid, i, token->value - 1, value.label);
        }
    }

  for (guint i = 0; i < liaison_grid_get_n_columns (grid); i++)
    {
      LiaisonGridValue value = liaison_grid_get_column (grid, i);

      if (*value.key == '\0')
        add_stack (load->plot, grid, i, NO_STYLE, value.label);
    }
}

/* Those that have most, and what the others have together. */
static gboolean
add_most (Load         *load,
          LiaisonGrid  *grid,
          const char   *key,
          GError      **error)
{
  g_autoptr (GString) others = g_string_new (NULL);
  g_autoptr (LiaisonGrid) rest = NULL;
  g_autofree char *label = NULL;
  guint n_others = 0;
  guint n = 0;

  for (guint i = 0; i < liaison_grid_get_n_columns (grid); i++)
    {
      LiaisonGridValue value = liaison_grid_get_column (grid, i);

      if (*value.key == '\0')
        continue;
      if (n < MOST_STACKS || liaison_chart_request_is_for_table (load->request))
        {
          add_stack (load->plot, grid, i, n < OTHERS_STYLE ? n : n + 1, value.label);
          n++;
          continue;
        }
      g_string_append_printf (others, "%s%s", n_others > 0 ? "," : "", value.key);
      n_others++;
    }

  if (n_others > 0)
    {
      g_autofree char *term = g_strdup_printf ("%s:%s", key, others->str);

      rest = load_narrowed (load, term, error);
      if (rest == NULL)
        return FALSE;
      label = g_strdup_printf (ngettext ("%u other", "%u others", n_others), n_others);
      add_stack (load->plot, rest, -1, OTHERS_STYLE, label);
    }

  for (guint i = 0; i < liaison_grid_get_n_columns (grid); i++)
    {
      LiaisonGridValue value = liaison_grid_get_column (grid, i);

      if (*value.key == '\0')
        add_stack (load->plot, grid, i, NO_STYLE, value.label);
    }

  return TRUE;
}

static gboolean
add_by_key (Load             *load,
            LiaisonCountKey   key,
            GError          **error)
{
  g_autoptr (LiaisonGrid) grid = load_grid (load, load->query, LIAISON_SUBJECT_HELD, key, error);

  if (grid == NULL)
    return FALSE;

  switch ((int) key)
    {
    case LIAISON_COUNT_GROUP:
      add_tokens (load, grid, &liaison_groups);
      return TRUE;
    case LIAISON_COUNT_FORM:
      add_tokens (load, grid, &liaison_forms);
      return TRUE;
    case LIAISON_COUNT_INITIATED:
      add_tokens (load, grid, &liaison_initiateds);
      return TRUE;
    case LIAISON_COUNT_LEVEL:
      add_tokens (load, grid, &liaison_levels);
      return TRUE;
    case LIAISON_COUNT_COUNTRY:
      return add_most (load, grid, "country", error);
    case LIAISON_COUNT_FORMAT:
    default:
      return add_most (load, grid, "format", error);
    }
}

static gboolean
add_stacks (Load    *load,
            GError **error)
{
  const char *stack = liaison_chart_request_get (load->request, "stack");
  int key = liaison_count_key_parse (stack);

  load->plot->is_partition = key != LIAISON_COUNT_COUNTRY && key != LIAISON_COUNT_LEVEL;
  if (g_str_equal (stack, "sides"))
    return add_sides (load, error);
  if (key >= 0)
    return add_by_key (load, key, error);

  add_stack (load->plot, load->plot->whole.grid, -1, 0, C_("chart", "Engagements"));

  return TRUE;
}

static gboolean
add_planned (Load    *load,
             GError **error)
{
  g_autoptr (LiaisonGrid) grid = NULL;

  if (liaison_chart_request_is (load->request, "planned", "no"))
    return TRUE;

  grid = load_grid (load, load->query, LIAISON_SUBJECT_PLANNED, -1, error);
  if (grid == NULL)
    return FALSE;
  if (liaison_grid_get_figure (grid, -1, -1)->value > 0)
    add_stack (load->plot, grid, -1, LIAISON_PLOT_STYLE_PLANNED, C_("chart", "Planned"));

  return TRUE;
}

/* Buckets */

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Adds the days of a grid that are not there yet. */
static void
add_days (GHashTable  *known,
          GArray      *days,
          LiaisonGrid *grid)
{
  for (guint i = 0; i < liaison_grid_get_n_rows (grid); i++)
    {
      int day = liaison_grid_get_row (grid, i).number;

      if (day > 0 && g_hash_table_add (known, GINT_TO_POINTER (day)))
        g_array_append_val (days, day);
    }
}

/* Every bucket between the first and the last, where they can be drawn. */
static void
fill_days (LiaisonTimePlot *plot)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (int));
  int last;

  add_days (known, plot->days, plot->whole.grid);
  for (guint i = 0; i < plot->stacks->len; i++)
    add_days (known, plot->days, liaison_time_plot_get_stack (plot, i)->grid);
  g_array_sort (plot->days, compare_days);
  if (plot->days->len == 0)
    return;

  last = g_array_index (plot->days, int, plot->days->len - 1);
  for (int day = g_array_index (plot->days, int, 0); day <= last && all->len <= MOST_BUCKETS; day = liaison_step_next (plot->step, day))
    g_array_append_val (all, day);
  if (all->len > MOST_BUCKETS)
    return;

  g_array_set_size (plot->days, 0);
  g_array_append_vals (plot->days, all->data, all->len);
}

static void
find_rows (LiaisonTimePlot  *plot,
           LiaisonTimeStack *stack)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < liaison_grid_get_n_rows (stack->grid); i++)
    g_hash_table_insert (rows, GINT_TO_POINTER ((int) liaison_grid_get_row (stack->grid, i).number), GUINT_TO_POINTER (i + 1));

  stack->rows = g_new (int, plot->days->len);
  for (guint i = 0; i < plot->days->len; i++)
    {
      stack->rows[i] = (int) GPOINTER_TO_UINT (g_hash_table_lookup (rows, GINT_TO_POINTER (liaison_time_plot_get_day (plot, i)))) - 1;
      if (stack->rows[i] >= 0)
        stack->sum += liaison_grid_get_figure (stack->grid, stack->rows[i], stack->column)->value;
    }
}

static void
find_undated (LiaisonTimePlot *plot)
{
  guint n = liaison_grid_get_n_rows (plot->whole.grid);

  /* What has no date comes last. */
  if (n > 0 && liaison_grid_get_row (plot->whole.grid, n - 1).number < 0)
    plot->undated = liaison_grid_get_figure (plot->whole.grid, n - 1, -1)->value;
}

static void
fill_key (LiaisonTimePlot *plot,
          gboolean         has_average)
{
  static const struct { LiaisonStep step; guint window; const char *label; } averages[] = {
    { LIAISON_STEP_DAY, 7, NC_("chart", "Average of 7 days") },
    { LIAISON_STEP_WEEK, 4, NC_("chart", "Average of 4 weeks") },
    { LIAISON_STEP_MONTH, 3, NC_("chart", "Average of 3 months") },
    { LIAISON_STEP_QUARTER, 4, NC_("chart", "Average of 4 quarters") },
    { LIAISON_STEP_YEAR, 5, NC_("chart", "Average of 5 years") },
  };

  for (guint i = 0; i < plot->stacks->len; i++)
    {
      const LiaisonTimeStack *stack = liaison_time_plot_get_stack (plot, i);
      g_autofree char *figure = liaison_plot_text_format_number (stack->sum);
      g_autofree char *label = g_strdup_printf ("%s %s", stack->label, figure);

      if (plot->stacks->len > 1 || stack->style == LIAISON_PLOT_STYLE_PLANNED)
        liaison_plot_key_add (plot->key, stack->style, label);
    }

  for (guint i = 0; has_average && i < G_N_ELEMENTS (averages); i++)
    {
      if (averages[i].step != plot->step || plot->days->len <= averages[i].window)
        continue;
      plot->window = averages[i].window;
      liaison_plot_key_add (plot->key, LIAISON_PLOT_STYLE_LINE, g_dpgettext2 (GETTEXT_PACKAGE, "chart", averages[i].label));
    }
}

static void
finish (Load *load)
{
  LiaisonTimePlot *plot = load->plot;

  fill_days (plot);
  find_rows (plot, &plot->whole);
  for (guint i = 0; i < plot->stacks->len; i++)
    find_rows (plot, &g_array_index (plot->stacks, LiaisonTimeStack, i));
  /* What only stated totals have, or what has no date, is in no bar. */
  for (int i = (int) plot->stacks->len - 1; i >= 0 && !plot->is_comparison; i--)
    {
      if (liaison_time_plot_get_stack (plot, i)->sum == 0)
        g_array_remove_index (plot->stacks, i);
    }
  find_undated (plot);
  fill_key (plot, liaison_chart_request_is (load->request, "average", "yes"));

  for (guint i = 0; i < plot->days->len; i++)
    {
      gint64 height = 0;

      for (guint j = 0; j < plot->stacks->len; j++)
        {
          gint64 value = liaison_time_plot_get_value (plot, i, j);

          height = plot->is_comparison ? MAX (height, value) : height + value;
        }
      plot->maximum = MAX (plot->maximum, height);
    }
}

/* Texts */

static char *
describe (LiaisonTimePlot *plot,
          gint64           sum)
{
  guint n = plot->days->len;
  guint busiest = 0;
  g_autofree char *first = NULL, *last = NULL, *most = NULL, *figure = NULL, *engagements = NULL;

  if (n == 0)
    return g_strdup (_("No engagements."));

  for (guint i = 1; i < n; i++)
    {
      if (liaison_time_plot_get_value (plot, i, -1) > liaison_time_plot_get_value (plot, busiest, -1))
        busiest = i;
    }
  engagements = liaison_plot_text_describe_engagements (sum);
  first = liaison_time_text_label (plot->step, liaison_time_plot_get_day (plot, 0));
  last = liaison_time_text_label (plot->step, liaison_time_plot_get_day (plot, n - 1));
  most = liaison_time_text_label (plot->step, liaison_time_plot_get_day (plot, busiest));
  figure = liaison_plot_text_format_number (liaison_time_plot_get_value (plot, busiest, -1));

  /* Translators: "12 engagements"; from when; to when; the busiest time, and how many then */
  return g_strdup_printf (_("%s, %s to %s; the most in %s: %s."), engagements, first, last, most, figure);
}

static char *
make_subtitle (LiaisonTimePlot *plot,
               gint64           sum)
{
  guint n = plot->days->len;
  g_autofree char *engagements = liaison_plot_text_describe_engagements (sum);
  g_autofree char *span = NULL, *counted = NULL, *rest = NULL;

  if (n == 0)
    return g_steal_pointer (&engagements);

  span = liaison_time_text_span (liaison_time_plot_get_day (plot, 0),
                                 liaison_day_add (liaison_step_next (plot->step, liaison_time_plot_get_day (plot, n - 1)), -1));
  /* Translators: "12 engagements"; the days from the first bar to the end of the last one */
  counted = g_strdup_printf (C_("chart", "%s · %s"), engagements, span);
  if (plot->undated == 0)
    return g_steal_pointer (&counted);

  /* Translators: engagements that no bar shows */
  rest = g_strdup_printf (ngettext ("%d more without a date of its own", "%d more without a date of their own", plot->undated), (int) plot->undated);

  return g_strdup_printf ("%s · %s", counted, rest);
}

static char *
make_comparison_subtitle (LiaisonTimePlot *plot)
{
  const LiaisonTimeStack *first = liaison_time_plot_get_stack (plot, 0);
  const LiaisonTimeStack *second = liaison_time_plot_get_stack (plot, 1);
  g_autofree char *first_figure = liaison_plot_text_describe_engagements (first->sum);
  g_autofree char *second_figure = liaison_plot_text_describe_engagements (second->sum);

  /* Translators: a query and "12 engagements", another query and "3 engagements" */
  return g_strdup_printf (C_("chart", "%s: %s, against %s: %s"), first->label, first_figure, second->label, second_figure);
}

static void
write_texts (Load *load)
{
  LiaisonTimePlot *plot = load->plot;
  gint64 sum = plot->whole.sum;
  const char *more = plot->is_comparison ? NULL : _("One with several countries or levels is in the stack of each, so that a bar can be higher"
                                                    " than the number of engagements.");
  const char *rule = _("Counted are engagements that were held, announced and unsourced ones included. A visit counts by the engagements inside it.");
  const LiaisonPlotTexts texts = {
    .title = g_strdup (C_("chart", "When do we speak?")),
    .subtitle = plot->is_comparison ? make_comparison_subtitle (plot) : make_subtitle (plot, sum),
    .rule = plot->is_partition ? g_strdup (rule) : g_strjoin (" ", rule, more, NULL),
    .tells_queries = plot->is_comparison,
    .description = describe (plot, sum),
    .is_empty = plot->maximum == 0,
  };

  liaison_plot_take_texts (LIAISON_PLOT (plot), &texts);
}

/* From the first day of the first month in which something is to the end of the last one. */
static gboolean
find_months (Load          *load,
             LiaisonQuery  *query,
             int           *first,
             int           *last,
             GError       **error)
{
  g_autoptr (LiaisonGrid) by_month = load_grid (load, query, LIAISON_SUBJECT_HELD, -1, error);

  for (guint i = 0; by_month != NULL && i < liaison_grid_get_n_rows (by_month); i++)
    {
      int day = liaison_grid_get_row (by_month, i).number;

      *first = day > 0 ? MIN (*first, day) : *first;
      *last = day > 0 ? MAX (*last, liaison_day_add (liaison_step_next (LIAISON_STEP_MONTH, day), -1)) : *last;
    }

  return by_month != NULL;
}

/* The step that is asked for, or that which fits the span. */
static gboolean
choose_step (Load    *load,
             GError **error)
{
  static const LiaisonStep steps[] = { LIAISON_STEP_DAY, LIAISON_STEP_WEEK, LIAISON_STEP_MONTH, LIAISON_STEP_QUARTER, LIAISON_STEP_YEAR };
  const char *token = liaison_chart_request_get (load->request, "step");
  LiaisonQuery *against = liaison_chart_request_get_against (load->request);
  int first = G_MAXINT;
  int last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      load->plot->step = steps[i];
      load->by = liaison_step_get_count_key (steps[i]);
      if (g_str_equal (liaison_count_key_get_token (load->by), token))
        return TRUE;
    }

  load->by = LIAISON_COUNT_MONTH;
  if (!find_months (load, load->query, &first, &last, error))
    return FALSE;
  if (against != NULL && !find_months (load, against, &first, &last, error))
    return FALSE;

  load->plot->step = last > 0 ? liaison_step_choose (first, last) : LIAISON_STEP_MONTH;
  load->by = liaison_step_get_count_key (load->plot->step);

  return TRUE;
}

LiaisonPlot *
liaison_time_plot_load (LiaisonDb            *db,
                        LiaisonChartRequest  *request,
                        GError              **error)
{
  g_autoptr (LiaisonTimePlot) plot = g_object_new (LIAISON_TYPE_TIME_PLOT, NULL);
  Load load = { db, request, liaison_chart_request_get_query (request), plot };

  if (!choose_step (&load, error))
    return NULL;

  plot->whole.column = -1;
  plot->whole.grid = load_grid (&load, load.query, LIAISON_SUBJECT_HELD, -1, error);
  if (plot->whole.grid == NULL || !add_stacks (&load, error) || !add_planned (&load, error))
    return NULL;

  finish (&load);
  write_texts (&load);

  return LIAISON_PLOT (g_steal_pointer (&plot));
}

/* All that either query counts, beside each other. */
LiaisonPlot *
liaison_time_plot_load_comparison (LiaisonDb            *db,
                                   LiaisonChartRequest  *request,
                                   GError              **error)
{
  g_autoptr (LiaisonTimePlot) plot = g_object_new (LIAISON_TYPE_TIME_PLOT, NULL);
  LiaisonQuery * const queries[] = { liaison_chart_request_get_query (request), liaison_chart_request_get_against (request) };
  Load load = { db, request, queries[0], plot };

  plot->is_comparison = TRUE;
  if (!choose_step (&load, error))
    return NULL;

  plot->whole.column = -1;
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *name = liaison_chart_name_query (db, queries[i], error);
      g_autoptr (LiaisonGrid) grid = name ? load_grid (&load, queries[i], LIAISON_SUBJECT_HELD, -1, error) : NULL;

      if (grid == NULL)
        return NULL;
      add_stack (plot, grid, -1, i, name);
      if (i == 0)
        plot->whole.grid = liaison_grid_ref (grid);
    }

  finish (&load);
  write_texts (&load);

  return LIAISON_PLOT (g_steal_pointer (&plot));
}
