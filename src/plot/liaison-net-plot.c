/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-net-plot-private.h"

#include "liaison-plot-move.h"
#include "liaison-plot-text.h"
#include "liaison-time-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

#define MOST_OURS 30
#define MOST_THEIRS 80
#define MOST_EDGES 260
#define LEAST_WIDTH 280.0
#define LEAST_HEIGHT 320.0

G_DEFINE_FINAL_TYPE (LiaisonNetPlot, liaison_net_plot, LIAISON_TYPE_PLOT)

static const LiaisonChartChoice whoms[] = {
  { "counterpart", NC_("chart", "Counterparts") },
  { "country", NC_("chart", "Countries") },
  { "organisation", NC_("chart", "Organisations") },
  { NULL },
};

static const LiaisonChartOption options[] = {
  { "with", NC_("chart", "Principals with"), whoms },
  { NULL },
};

/* Figures */

static LiaisonGridValue
get_value (LiaisonNetPlot       *self,
           const LiaisonNetNode *node)
{
  return node->is_ours ? liaison_grid_get_row (self->grid, node->line) : liaison_grid_get_column (self->grid, node->line);
}

const char *
liaison_net_plot_get_label (LiaisonNetPlot       *self,
                            const LiaisonNetNode *node)
{
  return get_value (self, node).label;
}

static gint64
get_listed (LiaisonNetPlot *self,
            int             row,
            int             column)
{
  return liaison_grid_figure_listed (liaison_grid_get_figure (self->grid, row, column));
}

/* Those with most: rows and columns are in that order. */
static void
add_nodes (LiaisonNetPlot *self,
           gboolean        is_ours,
           guint           most)
{
  guint n = is_ours ? liaison_grid_get_n_rows (self->grid) : liaison_grid_get_n_columns (self->grid);
  guint added = 0;

  for (guint i = 0; i < n; i++)
    {
      LiaisonNetNode node = { .is_ours = is_ours, .line = i, .value = is_ours ? get_listed (self, i, -1) : get_listed (self, -1, i) };

      if (*get_value (self, &node).key == '\0' || node.value <= 0)
        continue;
      if (added++ < most)
        g_array_append_val (self->nodes, node);
      else
        self->n_left_out++;
      self->maximum = MAX (self->maximum, node.value);
    }
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const LiaisonNetEdge *first = a;
  const LiaisonNetEdge *second = b;

  if (first->weight != second->weight)
    return first->weight < second->weight ? 1 : -1;

  return first->from != second->from ? (int) first->from - (int) second->from : (int) first->to - (int) second->to;
}

static void
add_edges (LiaisonNetPlot *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      LiaisonNetNode *ours = &g_array_index (self->nodes, LiaisonNetNode, i);

      for (guint j = i + 1; ours->is_ours && j < self->nodes->len; j++)
        {
          LiaisonNetNode *theirs = &g_array_index (self->nodes, LiaisonNetNode, j);
          const LiaisonNetEdge edge = { i, j, theirs->is_ours ? 0 : get_listed (self, ours->line, theirs->line) };

          if (edge.weight <= 0)
            continue;
          g_array_append_val (self->edges, edge);
          ours->n_neighbours++;
          theirs->n_neighbours++;
        }
    }
  g_array_sort (self->edges, compare_edges);
}

/* So many lines that nothing is to be seen are left out, the thinnest first, and all of one figure alike where that leaves any. */
static void
drop_thin_edges (LiaisonNetPlot *self)
{
  double dropped;
  guint kept = MOST_EDGES;

  if (self->edges->len <= MOST_EDGES)
    return;

  dropped = g_array_index (self->edges, LiaisonNetEdge, MOST_EDGES).weight;
  while (kept > 0 && g_array_index (self->edges, LiaisonNetEdge, kept - 1).weight <= dropped)
    kept--;
  if (kept == 0)
    kept = MOST_EDGES;
  for (guint i = kept; i < self->edges->len; i++)
    {
      const LiaisonNetEdge *edge = &g_array_index (self->edges, LiaisonNetEdge, i);

      g_array_index (self->nodes, LiaisonNetNode, edge->from).n_neighbours--;
      g_array_index (self->nodes, LiaisonNetNode, edge->to).n_neighbours--;
    }
  self->n_thin = self->edges->len - kept;
  g_array_set_size (self->edges, kept);
}

/* Who met nobody that is shown stands for nothing here. */
static void
drop_lone_nodes (LiaisonNetPlot *self)
{
  for (int i = (int) self->nodes->len - 1; i >= 0; i--)
    {
      if (g_array_index (self->nodes, LiaisonNetNode, i).n_neighbours > 0)
        continue;

      g_array_remove_index (self->nodes, i);
      for (guint j = 0; j < self->edges->len; j++)
        {
          LiaisonNetEdge *edge = &g_array_index (self->edges, LiaisonNetEdge, j);

          edge->from -= (int) edge->from > i;
          edge->to -= (int) edge->to > i;
        }
    }
}

/* How much there is, and what of it is not shown. */
static char *
describe_extent (LiaisonNetPlot *self)
{
  g_autofree char *engagements = liaison_plot_text_describe_engagements (get_listed (self, -1, -1));
  g_autofree char *span = liaison_time_text_query_span (liaison_grid_get_query (self->grid));
  g_autofree char *pairs = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u pair", "%u pairs", self->edges->len), self->edges->len);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_add (parts, engagements);
  g_strv_builder_add (parts, span);
  g_strv_builder_add (parts, pairs);
  if (self->n_thin > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u pair with fewer is not shown", "%u pairs with fewer are not shown", self->n_thin),
                                               self->n_thin);

      g_strv_builder_add (parts, text);
    }
  if (self->n_left_out > 0)
    {
      /* Translators: of principals and counterparts, with few engagements */
      g_autofree char *text = g_strdup_printf (ngettext ("%u name with few is not shown", "%u names with few are not shown", self->n_left_out),
                                               self->n_left_out);

      g_strv_builder_add (parts, text);
    }
  all = g_strv_builder_end (parts);

  return g_strjoinv (" · ", all);
}

static char *
describe (LiaisonNetPlot *self)
{
  g_autofree char *pairs = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u pair", "%u pairs", self->edges->len), self->edges->len);
  const LiaisonNetEdge *most;
  g_autofree char *figure = NULL;

  if (self->edges->len == 0)
    return g_strdup_printf ("%s.", pairs);

  most = &g_array_index (self->edges, LiaisonNetEdge, 0);
  figure = liaison_plot_text_describe_engagements (most->weight);

  /* Translators: "46 pairs"; the two who met most often, and how often: "12 engagements" */
  return g_strdup_printf (C_("chart", "%s, most often %s and %s: %s."), pairs,
                          liaison_net_plot_get_label (self, &g_array_index (self->nodes, LiaisonNetNode, most->from)),
                          liaison_net_plot_get_label (self, &g_array_index (self->nodes, LiaisonNetNode, most->to)), figure);
}

static void
write_texts (LiaisonNetPlot *self)
{
  const LiaisonPlotTexts texts = {
    .title = g_strdup (C_("chart", "Who is connected with whom?")),
    .subtitle = describe_extent (self),
    .rule = g_strdup (_("Counted are engagements that were held, announced and unsourced ones included, in which both took part. The broader a line, the"
                        " more of them; who meet often are near each other.")),
    .description = describe (self),
    .is_empty = self->edges->len == 0,
  };

  liaison_plot_take_texts (LIAISON_PLOT (self), &texts);
}

/* What of it can be looked at, and where that lies. */
static void
arrange (LiaisonNetPlot *self)
{
  drop_thin_edges (self);
  self->strongest = self->edges->len > 0 ? g_array_index (self->edges, LiaisonNetEdge, 0).weight : 1;
  drop_lone_nodes (self);
  self->x = g_new (double, MAX (self->nodes->len, 1));
  self->y = g_new (double, MAX (self->nodes->len, 1));
  liaison_net_layout (self->nodes->len, self->edges, self->x, self->y);
}

static LiaisonPlot *
load (LiaisonDb            *db,
      LiaisonChartRequest  *request,
      GError              **error)
{
  g_autoptr (LiaisonNetPlot) self = g_object_new (LIAISON_TYPE_NET_PLOT, NULL);
  const char *with = liaison_chart_request_get (request, "with");
  gboolean is_whole = liaison_chart_request_is_for_table (request);

  /* One more, for there is a line of those whom nobody names. */
  self->grid = liaison_grid_load_most (db, liaison_chart_request_get_query (request), LIAISON_COUNT_PRINCIPAL, liaison_count_key_parse (with),
                                       is_whole ? 0 : MOST_OURS + 1, is_whole ? 0 : MOST_THEIRS + 1, error);
  if (self->grid == NULL)
    return NULL;

  self->n_left_out = liaison_grid_get_n_dropped (self->grid);
  add_nodes (self, TRUE, is_whole ? G_MAXUINT : MOST_OURS);
  add_nodes (self, FALSE, is_whole ? G_MAXUINT : MOST_THEIRS);
  add_edges (self);
  if (!is_whole)
    arrange (self);
  liaison_plot_key_add (self->key, LIAISON_NET_OURS, C_("chart", "Principals"));
  liaison_plot_key_add (self->key, LIAISON_NET_THEIRS,
                        liaison_chart_choice_get_label (&whoms[g_str_equal (with, "country") ? 1 : g_str_equal (with, "organisation") ? 2 : 0]));
  write_texts (self);

  return LIAISON_PLOT (g_steal_pointer (&self));
}

const LiaisonChartKind liaison_net_chart = { "network", NC_("chart", "Network"), options, load };

static void
measure (LiaisonPlot  *plot,
         PangoContext *context,
         double        for_width,
         double       *width,
         double       *height)
{
  *width = LEAST_WIDTH;
  *height = LEAST_HEIGHT;
}

/* Among nodes as they lie; from line to line by their figures, and up and down to who is at their ends. */
static int
move (LiaisonPlot *plot,
      int          index,
      LiaisonMove  direction)
{
  LiaisonNetPlot *self = LIAISON_NET_PLOT (plot);
  const LiaisonMark *mark = liaison_plot_get_mark (plot, index);
  const LiaisonNetEdge *edge;
  int next;

  if (mark->column == LIAISON_NET_NODE)
    return liaison_plot_move_in_lines (plot, index, direction);

  edge = &g_array_index (self->edges, LiaisonNetEdge, mark->row);
  switch (direction)
    {
    case LIAISON_MOVE_LEFT:
      next = MAX (index - 1, 0);
      break;
    case LIAISON_MOVE_RIGHT:
      next = MIN (index + 1, (int) liaison_plot_get_n_marks (plot) - 1);
      break;
    case LIAISON_MOVE_UP:
      next = liaison_plot_find_mark (plot, edge->from, LIAISON_NET_NODE);
      break;
    case LIAISON_MOVE_DOWN:
    case LIAISON_MOVE_FIRST:
    case LIAISON_MOVE_LAST:
    default:
      next = liaison_plot_find_mark (plot, edge->to, LIAISON_NET_NODE);
      break;
    }

  return next < 0 ? index : next;
}

/* Words */

static char *
dup_mark_label (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  LiaisonNetPlot *self = LIAISON_NET_PLOT (plot);
  g_autofree char *engagements = liaison_plot_text_describe_engagements (mark->value);
  const LiaisonNetEdge *edge;

  if (mark->column == LIAISON_NET_NODE)
    return g_strdup_printf (C_("chart", "%s: %s"), liaison_net_plot_get_label (self, &g_array_index (self->nodes, LiaisonNetNode, mark->row)),
                            engagements);

  edge = &g_array_index (self->edges, LiaisonNetEdge, mark->row);

  return g_strdup_printf (C_("chart", "%s, %s: %s"),
                          liaison_net_plot_get_label (self, &g_array_index (self->nodes, LiaisonNetNode, edge->from)),
                          liaison_net_plot_get_label (self, &g_array_index (self->nodes, LiaisonNetNode, edge->to)), engagements);
}

static char *
dup_mark_query (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  LiaisonNetPlot *self = LIAISON_NET_PLOT (plot);
  const LiaisonNetEdge *edge;

  if (mark->column == LIAISON_NET_NODE)
    {
      const LiaisonNetNode *node = &g_array_index (self->nodes, LiaisonNetNode, mark->row);

      return liaison_grid_dup_query (self->grid, node->is_ours ? node->line : -1, node->is_ours ? -1 : node->line);
    }

  edge = &g_array_index (self->edges, LiaisonNetEdge, mark->row);

  return liaison_grid_dup_query (self->grid, g_array_index (self->nodes, LiaisonNetNode, edge->from).line,
                                 g_array_index (self->nodes, LiaisonNetNode, edge->to).line);
}

static LiaisonPlotTable *
create_table (LiaisonPlot *plot)
{
  LiaisonNetPlot *self = LIAISON_NET_PLOT (plot);
  LiaisonPlotTable *table = liaison_plot_table_new (2);

  liaison_plot_table_add_column (table, C_("chart", "Principal"));
  liaison_plot_table_add_column (table, C_("chart", "With"));
  liaison_plot_table_add_column (table, C_("chart", "Engagements"));

  for (guint i = 0; i < self->edges->len; i++)
    {
      const LiaisonNetEdge *edge = &g_array_index (self->edges, LiaisonNetEdge, i);
      const LiaisonNetNode *ours = &g_array_index (self->nodes, LiaisonNetNode, edge->from);
      const LiaisonNetNode *theirs = &g_array_index (self->nodes, LiaisonNetNode, edge->to);
      g_autofree char *value = liaison_plot_text_format_number (edge->weight);
      const char * const fields[] = { liaison_net_plot_get_label (self, ours), liaison_net_plot_get_label (self, theirs), value, NULL };

      liaison_plot_table_add_row (table, g_strdupv ((char **) fields), liaison_grid_dup_query (self->grid, ours->line, theirs->line));
    }

  return table;
}

/* The same sizes and breadths. */
static void
match (LiaisonPlot *plot,
       LiaisonPlot *other)
{
  LiaisonNetPlot *self = LIAISON_NET_PLOT (plot);

  self->maximum = MAX (self->maximum, LIAISON_NET_PLOT (other)->maximum);
  self->strongest = MAX (self->strongest, LIAISON_NET_PLOT (other)->strongest);
}

static void
liaison_net_plot_finalize (GObject *object)
{
  LiaisonNetPlot *self = LIAISON_NET_PLOT (object);

  g_clear_pointer (&self->grid, liaison_grid_unref);
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_free (self->x);
  g_free (self->y);
  liaison_plot_key_free (self->key);

  G_OBJECT_CLASS (liaison_net_plot_parent_class)->finalize (object);
}

static void
liaison_net_plot_class_init (LiaisonNetPlotClass *klass)
{
  LiaisonPlotClass *plot_class = LIAISON_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_net_plot_finalize;
  plot_class->zooms = TRUE;
  plot_class->measure = measure;
  plot_class->place = liaison_net_plot_place;
  plot_class->draw = liaison_net_plot_draw;
  plot_class->draw_current = liaison_net_plot_draw_current;
  plot_class->trace = liaison_net_plot_trace;
  plot_class->move = move;
  plot_class->dup_mark_label = dup_mark_label;
  plot_class->dup_mark_query = dup_mark_query;
  plot_class->create_table = create_table;
  plot_class->match = match;
}

static void
liaison_net_plot_init (LiaisonNetPlot *self)
{
  liaison_plot_set_stretches (LIAISON_PLOT (self), TRUE);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (LiaisonNetNode));
  self->edges = g_array_new (FALSE, FALSE, sizeof (LiaisonNetEdge));
  self->key = liaison_plot_key_new ();
}
