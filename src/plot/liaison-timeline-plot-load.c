/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-timeline-plot-private.h"

#include "liaison-plot-text.h"
#include "liaison-time-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* Of the picture, before the first day and after the last one; a month where there is only one day. */
#define MARGIN_SHARE 0.02
#define LEAST_DAYS 28

static int
get_line_rank (const LiaisonTimelineItem *item)
{
  return item->group * 2 + item->is_planned;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const LiaisonTimelineItem *first = *(const LiaisonTimelineItem * const *) a;
  const LiaisonTimelineItem *second = *(const LiaisonTimelineItem * const *) b;
  int order = get_line_rank (first) - get_line_rank (second);

  return order != 0 ? order : first->first_day - second->first_day;
}

static void
add_line (LiaisonTimelinePlot       *self,
          const LiaisonTimelineItem *item)
{
  const char *group = item->group == 0 ? C_("chart", "Visits") : liaison_vocabulary_get_label (&liaison_groups, item->group);
  const LiaisonTimelineLine line = {
    item->group, item->is_planned,
    /* Translators: a group of engagements: "Calls" */
    item->is_planned ? g_strdup_printf (C_("chart", "%s, planned"), group) : g_strdup (group), 0, 0,
  };

  g_array_append_val (self->lines, line);
}

static void
fill_points (LiaisonTimelinePlot *self)
{
  GPtrArray *items = self->timeline->items;

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->items, g_ptr_array_index (items, i));
  g_ptr_array_sort (self->items, compare_items);

  for (guint i = 0; i < self->items->len; i++)
    {
      const LiaisonTimelineItem *item = liaison_timeline_plot_get_item (self, i);
      const LiaisonTimelineItem *before = i > 0 ? liaison_timeline_plot_get_item (self, i - 1) : NULL;

      if (before == NULL || get_line_rank (before) != get_line_rank (item))
        add_line (self, item);
      if (before != NULL && compare_items (&before, &item) == 0)
        {
          LiaisonTimelinePoint *point = &g_array_index (self->points, LiaisonTimelinePoint, self->points->len - 1);

          point->n++;
          point->last_day = MAX (point->last_day, item->last_day);
        }
      else
        {
          const LiaisonTimelinePoint point = { i, 1, item->last_day, self->lines->len - 1, 0, 0, 0 };

          g_array_append_val (self->points, point);
        }
    }
}

/* The days from the first engagement to the last one, with a little before and after. */
static void
choose_days (LiaisonTimelinePlot *self)
{
  int margin;

  self->first = G_MAXINT;
  for (guint i = 0; i < self->points->len; i++)
    {
      const LiaisonTimelinePoint *point = liaison_timeline_plot_get_point (self, i);

      self->first = MIN (self->first, liaison_timeline_plot_get_item (self, point->first)->first_day);
      self->last = MAX (self->last, point->last_day);
    }
  if (self->points->len == 0)
    return;

  margin = MAX ((int) (liaison_day_diff (self->first, self->last) * MARGIN_SHARE), 1);
  if (liaison_day_diff (self->first, self->last) < LEAST_DAYS)
    margin = (LEAST_DAYS - liaison_day_diff (self->first, self->last)) / 2;
  self->first = liaison_day_add (self->first, -margin);
  self->last = liaison_day_add (self->last, margin);
}

/* The posts that were held within the days that are drawn. */
static void
fill_bands (LiaisonTimelinePlot *self)
{
  for (guint i = 0; i < self->timeline->posts->len; i++)
    {
      const LiaisonTimelinePost *post = g_ptr_array_index (self->timeline->posts, i);
      const LiaisonTimelineBand band = { i, 0, 0, 0 };

      if (post->first_day <= self->last && post->last_day >= self->first)
        g_array_append_val (self->bands, band);
    }
}

static void
write_nobody (LiaisonTimelinePlot *self)
{
  const LiaisonPlotTexts texts = {
    .title = g_strdup (C_("chart", "Whose timeline?")),
    .subtitle = g_strdup (_("A timeline is that of one person, country or organisation.")),
    .rule = g_strdup (_("Nothing is counted.")),
    .description = g_strdup (_("Nobody is chosen.")),
    .hint = g_strdup (_("Name one person, country or organisation in the search: with:Kuleba, by:Blinken, country:UA, org:NATO.")),
    .is_empty = TRUE,
  };

  liaison_plot_take_texts (LIAISON_PLOT (self), &texts);
}

static void
write_texts (LiaisonTimelinePlot *self)
{
  LiaisonTimeline *timeline = self->timeline;
  g_autofree char *engagements = NULL, *span = NULL, *counted = NULL, *undated = NULL;
  guint n = 0;
  LiaisonPlotTexts texts = { .is_empty = timeline->items->len == 0 };

  for (guint i = 0; i < timeline->items->len; i++)
    {
      const LiaisonTimelineItem *item = g_ptr_array_index (timeline->items, i);

      n += item->group != 0 && !item->is_planned;
    }

  /* Translators: somebody of ours */
  texts.title = g_strdup_printf (timeline->is_ours ? C_("chart", "When did %s speak?")
                                                   /* Translators: a counterpart, a country, an organisation */
                                                   : C_("chart", "When did we speak with %s?"), timeline->subject);
  engagements = liaison_plot_text_describe_engagements (n);
  if (timeline->items->len > 0)
    {
      span = liaison_time_text_span (((LiaisonTimelineItem *) g_ptr_array_index (timeline->items, 0))->first_day,
                                     ((LiaisonTimelineItem *) g_ptr_array_index (timeline->items, timeline->items->len - 1))->first_day);
    }
  counted = span ? g_strdup_printf (C_("chart", "%s · %s"), engagements, span) : g_strdup (engagements);
  if (timeline->n_undated > 0)
    undated = g_strdup_printf (ngettext ("%u more without a date", "%u more without a date", timeline->n_undated), timeline->n_undated);
  texts.subtitle = undated ? g_strdup_printf ("%s · %s", counted, undated) : g_strdup (counted);
  texts.rule = g_strdup (_("Counted are engagements that were held, announced and unsourced ones included. A visit with engagements inside it is shown,"
                           " and not counted."));
  texts.description = g_strdup_printf ("%s.", counted);
  liaison_plot_take_texts (LIAISON_PLOT (self), &texts);
}

/* The same days, so that what was at one time lies at one place in both. */
void
liaison_timeline_plot_match (LiaisonPlot *plot,
                             LiaisonPlot *other)
{
  LiaisonTimelinePlot *self = LIAISON_TIMELINE_PLOT (plot);

  self->first = MIN (self->first, LIAISON_TIMELINE_PLOT (other)->first);
  self->last = MAX (self->last, LIAISON_TIMELINE_PLOT (other)->last);
  g_array_set_size (self->bands, 0);
  fill_bands (self);
}

LiaisonPlot *
liaison_timeline_plot_load (LiaisonDb            *db,
                            LiaisonChartRequest  *request,
                            GError              **error)
{
  g_autoptr (LiaisonTimelinePlot) self = g_object_new (LIAISON_TYPE_TIMELINE_PLOT, NULL);

  self->timeline = liaison_timeline_load (db, liaison_chart_request_get_query (request), error);
  if (self->timeline == NULL)
    return NULL;

  if (self->timeline->subject == NULL)
    {
      write_nobody (self);
      return LIAISON_PLOT (g_steal_pointer (&self));
    }

  fill_points (self);
  choose_days (self);
  fill_bands (self);
  write_texts (self);

  return LIAISON_PLOT (g_steal_pointer (&self));
}
