/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-map-plot-private.h"

#include "liaison-country.h"
#include "liaison-plot-move.h"
#include "liaison-plot-text.h"
#include "liaison-time-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

#define LEAST_WIDTH 280.0
#define LEAST_HEIGHT 280.0

/* The weakest shade must still be told from land that has none. */
#define LEAST_SHARE 0.25

G_DEFINE_FINAL_TYPE (LiaisonMapPlot, liaison_map_plot, LIAISON_TYPE_PLOT)

static const LiaisonChartChoice parts[] = {
  { "fitted", NC_("chart", "What was reached") },
  { "world", NC_("chart", "World") },
  { "europe", NC_("chart", "Europe") },
  { NULL },
};

static const LiaisonChartChoice shades[] = {
  { "count", NC_("chart", "Engagements") },
  { "days", NC_("chart", "Days since the last") },
  { NULL },
};

static const LiaisonChartOption options[] = {
  { "part", NC_("chart", "Map of"), parts },
  { "shade", NC_("chart", "Shades show"), shades },
  { NULL },
};

const LiaisonChartKind liaison_map_chart = { "map", NC_("chart", "Map"), options, liaison_map_plot_load };

static const LiaisonMapEntry *
get_entry (LiaisonPlot       *plot,
           const LiaisonMark *mark)
{
  return &g_array_index (LIAISON_MAP_PLOT (plot)->entries, LiaisonMapEntry, mark->row);
}

double
liaison_map_plot_get_share (LiaisonMapPlot *self,
                            int             grade)
{
  return self->n_grades < 2 ? 1 : LEAST_SHARE + (1 - LEAST_SHARE) * grade / (self->n_grades - 1);
}

char *
liaison_map_plot_dup_figure (LiaisonMapPlot        *self,
                             const LiaisonMapEntry *entry)
{
  if (entry->value == 0 || (self->shows_days && entry->days < 0))
    return g_strdup ("");

  return self->shows_days ? liaison_time_text_format_days (entry->days) : liaison_plot_text_format_number (entry->value);
}

const char *
liaison_map_plot_get_name (LiaisonMapPlot        *self,
                           const LiaisonMapEntry *entry)
{
  return liaison_country_get_name (entry->code);
}

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

/* Words */

static char *
dup_mark_label (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  const LiaisonMapEntry *entry = get_entry (plot, mark);
  const char *name = liaison_country_get_name (entry->code);
  g_autofree char *engagements = liaison_plot_text_describe_engagements (entry->value);
  g_autofree char *ago = entry->days >= 0 ? liaison_time_text_ago (entry->days) : NULL;

  if (entry->value == 0)
    /* Translators: a country */
    return g_strdup_printf (C_("chart", "%s: no engagement"), name);
  if (ago == NULL)
    return g_strdup_printf (C_("chart", "%s: %s"), name, engagements);

  /* Translators: a country, "12 engagements", "3 days ago" */
  return g_strdup_printf (C_("chart", "%s: %s, the last %s"), name, engagements, ago);
}

static char *
dup_mark_query (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  return liaison_grid_dup_query_of_keys (LIAISON_MAP_PLOT (plot)->grid, get_entry (plot, mark)->code, NULL);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const LiaisonMapEntry *first = *(const LiaisonMapEntry * const *) a;
  const LiaisonMapEntry *second = *(const LiaisonMapEntry * const *) b;

  return first->row - second->row;
}

static LiaisonPlotTable *
create_table (LiaisonPlot *plot)
{
  LiaisonMapPlot *self = LIAISON_MAP_PLOT (plot);
  LiaisonPlotTable *table = liaison_plot_table_new (1);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  liaison_plot_table_add_column (table, C_("chart", "Country"));
  liaison_plot_table_add_column (table, C_("chart", "Engagements"));
  liaison_plot_table_add_column (table, C_("chart", "Days since the last"));

  for (guint i = 0; i < self->entries->len; i++)
    {
      LiaisonMapEntry *entry = &g_array_index (self->entries, LiaisonMapEntry, i);

      if (entry->value > 0)
        g_ptr_array_add (entries, entry);
    }
  g_ptr_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const LiaisonMapEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *value = liaison_plot_text_format_number (entry->value);
      g_autofree char *days = entry->days < 0 ? g_strdup ("") : liaison_plot_text_format_number (entry->days);
      const char * const fields[] = { liaison_country_get_name (entry->code), value, days, NULL };

      liaison_plot_table_add_row (table, g_strdupv ((char **) fields), liaison_grid_dup_query_of_keys (self->grid, entry->code, NULL));
    }

  return table;
}

static void
liaison_map_plot_finalize (GObject *object)
{
  LiaisonMapPlot *self = LIAISON_MAP_PLOT (object);

  g_clear_pointer (&self->grid, liaison_grid_unref);
  g_array_unref (self->entries);
  liaison_plot_key_free (self->key);
  g_array_unref (self->fitted);
  g_array_unref (self->shapes);
  g_free (self->places);
  g_array_unref (self->notes);

  G_OBJECT_CLASS (liaison_map_plot_parent_class)->finalize (object);
}

static void
liaison_map_plot_class_init (LiaisonMapPlotClass *klass)
{
  LiaisonPlotClass *plot_class = LIAISON_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_map_plot_finalize;
  plot_class->zooms = TRUE;
  plot_class->measure = measure;
  plot_class->place = liaison_map_plot_place;
  plot_class->draw = liaison_map_plot_draw;
  plot_class->trace = liaison_map_plot_trace;
  plot_class->move = liaison_plot_move_in_lines;
  plot_class->dup_mark_label = dup_mark_label;
  plot_class->dup_mark_query = dup_mark_query;
  plot_class->create_table = create_table;
  plot_class->match = liaison_map_plot_match;
}

static void
liaison_map_plot_init (LiaisonMapPlot *self)
{
  guint n;

  liaison_plot_set_stretches (LIAISON_PLOT (self), TRUE);
  liaison_map_outlines_get (&n);
  self->places = g_new (int, n);
  self->entries = g_array_new (FALSE, FALSE, sizeof (LiaisonMapEntry));
  self->key = liaison_plot_key_new ();
  self->fitted = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (LiaisonMapShape));
  g_array_set_clear_func (self->shapes, liaison_map_plot_clear_shape);
  self->notes = g_array_new (FALSE, FALSE, sizeof (LiaisonMapNote));
}
