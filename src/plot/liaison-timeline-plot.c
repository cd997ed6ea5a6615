/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-timeline-plot-private.h"

#include "liaison-day.h"
#include "liaison-plot-text.h"
#include "liaison-query-edit.h"
#include "liaison-time-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP 6.0
#define SPACING 12.0
#define LEAST_WIDTH 280.0
#define LABEL_SHARE 0.2  /* of the width, at most */
#define POINT_SHARE 0.85 /* of a line of text */
#define BAND_SHARE 1.3

#define MOST_CARD_LINES 8
#define MOST_SPARE 2.0   /* lines of text, over a line of engagements */

/* More of them would push the engagements out of sight. */
#define MOST_BAND_LEVELS 6

G_DEFINE_FINAL_TYPE (LiaisonTimelinePlot, liaison_timeline_plot, LIAISON_TYPE_PLOT)

const LiaisonChartKind liaison_timeline_chart = { "timeline", NC_("chart", "Timeline"), NULL, liaison_timeline_plot_load };

const LiaisonTimelinePoint *
liaison_timeline_plot_get_point (LiaisonTimelinePlot *self,
                                 guint                index)
{
  return &g_array_index (self->points, LiaisonTimelinePoint, index);
}

const LiaisonTimelineLine *
liaison_timeline_plot_get_line (LiaisonTimelinePlot *self,
                                guint                index)
{
  return &g_array_index (self->lines, LiaisonTimelineLine, index);
}

const LiaisonTimelinePost *
liaison_timeline_plot_get_post (LiaisonTimelinePlot *self,
                                guint                band)
{
  return g_ptr_array_index (self->timeline->posts, g_array_index (self->bands, LiaisonTimelineBand, band).post);
}

const LiaisonTimelineItem *
liaison_timeline_plot_get_item (LiaisonTimelinePlot *self,
                                guint                index)
{
  return g_ptr_array_index (self->items, index);
}

double
liaison_timeline_plot_get_x (LiaisonTimelinePlot *self,
                             int                  day)
{
  return self->left + self->room * liaison_day_diff (self->first, day) / (liaison_day_diff (self->first, self->last) + 1);
}

/* Places */

/* The lowest level that is free from @from on; it is taken until @to. */
static guint
take_level (GArray *ends,
            double  from,
            double  to)
{
  for (guint i = 0; i < ends->len; i++)
    {
      if (g_array_index (ends, double, i) <= from)
        {
          g_array_index (ends, double, i) = to;
          return i;
        }
    }
  g_array_append_val (ends, to);

  return ends->len - 1;
}

static void
measure_labels (LiaisonTimelinePlot *self,
                PangoContext        *context,
                double               width)
{
  self->left = 0;
  for (guint i = 0; i < self->lines->len; i++)
    self->left = MAX (self->left, liaison_plot_text_get_width (context, liaison_timeline_plot_get_line (self, i)->label) + 2 * GAP);
  self->left = MIN (self->left, width * LABEL_SHARE);
  self->room = MAX (width - self->left - GAP, 1);
}

/* Posts that were held at one time lie under each other. */
static void
arrange_bands (LiaisonTimelinePlot *self)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->bands->len; i++)
    {
      LiaisonTimelineBand *band = &g_array_index (self->bands, LiaisonTimelineBand, i);
      const LiaisonTimelinePost *post = liaison_timeline_plot_get_post (self, i);
      double from = liaison_timeline_plot_get_x (self, CLAMP (post->first_day, self->first, self->last));
      double to = post->last_day >= self->last ? self->left + self->room : liaison_timeline_plot_get_x (self, liaison_day_add (post->last_day, 1));

      band->from = from;
      band->width = MAX (to - from, 2);
      band->level = take_level (ends, from, from + band->width);
    }
  self->n_band_levels = MIN (ends->len, MOST_BAND_LEVELS);
}

static void
arrange_points (LiaisonTimelinePlot *self,
                PangoContext        *context)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (double));
  guint of_line = G_MAXUINT;

  for (guint i = 0; i < self->points->len; i++)
    {
      LiaisonTimelinePoint *point = &g_array_index (self->points, LiaisonTimelinePoint, i);
      int day = liaison_timeline_plot_get_item (self, point->first)->first_day;
      double from = liaison_timeline_plot_get_x (self, day);
      double to = liaison_timeline_plot_get_x (self, liaison_day_add (point->last_day, 1));

      if (point->line != of_line)
        g_array_set_size (ends, 0);
      of_line = point->line;
      point->width = MAX (to - from, self->size);
      if (point->n > 1)
        {
          g_autofree char *figure = liaison_plot_text_format_number (point->n);

          point->width = MAX (point->width, liaison_plot_text_get_width (context, figure) + GAP);
        }
      /* What is drawn wider than its days is around their middle. */
      point->from = MIN (MAX ((from + to - point->width) / 2, self->left), self->left + self->room - point->width);
      point->level = take_level (ends, point->from, point->from + point->width + 1);
      g_array_index (self->lines, LiaisonTimelineLine, point->line).n_levels = ends->len;
    }
}

/* Places everything for a width; the height that it takes. */
static double
arrange (LiaisonTimelinePlot *self,
         PangoContext        *context,
         double               width)
{
  double line_height = liaison_plot_text_get_height (context);
  double y;

  self->size = round (line_height * POINT_SHARE);
  measure_labels (self, context, width);
  arrange_bands (self);
  arrange_points (self, context);

  self->top = self->n_band_levels * round (line_height * BAND_SHARE) + (self->n_band_levels > 0 ? GAP : 0);
  y = self->top;
  for (guint i = 0; i < self->lines->len; i++)
    {
      LiaisonTimelineLine *line = &g_array_index (self->lines, LiaisonTimelineLine, i);

      y += MAX (line->n_levels * (self->size + 1), line_height) + SPACING;
      line->bottom = y;
    }
  self->bottom = y + GAP;

  return self->bottom + 2 * line_height + 2 * GAP;
}

static void
measure (LiaisonPlot  *plot,
         PangoContext *context,
         double        for_width,
         double       *width,
         double       *height)
{
  *width = LEAST_WIDTH;
  *height = arrange (LIAISON_TIMELINE_PLOT (plot), context, MAX (for_width, LEAST_WIDTH));
}

static void
place_band (LiaisonTimelinePlot *self,
            guint                index)
{
  LiaisonPlot *plot = LIAISON_PLOT (self);
  const LiaisonTimelineBand *band = &g_array_index (self->bands, LiaisonTimelineBand, index);
  double height = round (liaison_plot_get_frame (plot)->line_height * BAND_SHARE);
  const LiaisonMark mark = { LIAISON_SHAPE_BOX, liaison_plot_mirror (plot, band->from, band->width), band->level * height, band->width, height - 2, index,
                             1, liaison_timeline_plot_get_post (self, index)->n_engagements, -1 };

  if (band->level < self->n_band_levels)
    liaison_plot_add_mark (plot, &mark);
}

/* Where there is room, lines keep a distance; a page has an end, and then points lie closer, and over one another. */
static void
place (LiaisonPlot *plot)
{
  LiaisonTimelinePlot *self = LIAISON_TIMELINE_PLOT (plot);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  double height = arrange (self, frame->context, frame->width);
  double room = MAX (frame->height - 2 * frame->line_height - 2 * GAP, 1);
  double scale = height > frame->height ? MAX (room - self->top, 0) / MAX (self->bottom - self->top, 1) : 1;
  double spare = self->lines->len > 0 ? CLAMP ((frame->height - height) / self->lines->len, 0, MOST_SPARE * frame->line_height) : 0;

  for (guint i = 0; i < self->bands->len; i++)
    place_band (self, i);
  for (guint i = 0; i < self->lines->len; i++)
    {
      LiaisonTimelineLine *line = &g_array_index (self->lines, LiaisonTimelineLine, i);

      line->bottom = self->top + (line->bottom - self->top) * scale + (i + 1) * spare;
    }
  self->bottom = self->top + (self->bottom - self->top) * scale + self->lines->len * spare;

  for (guint i = 0; i < self->points->len; i++)
    {
      const LiaisonTimelinePoint *point = liaison_timeline_plot_get_point (self, i);
      double y = liaison_timeline_plot_get_line (self, point->line)->bottom - self->size - point->level * (self->size + 1) * scale;
      const LiaisonMark mark = { LIAISON_SHAPE_BOX, liaison_plot_mirror (plot, point->from, point->width), MAX (y, 0), point->width, self->size, i, 0,
                                 point->n, -1 };

      liaison_plot_add_mark (plot, &mark);
    }
}

/* Days run along; up and down lead to the next level, line or post, wherever it is. */
static int
move (LiaisonPlot *plot,
      int          index,
      LiaisonMove  where)
{
  int next = LIAISON_PLOT_CLASS (liaison_timeline_plot_parent_class)->move (plot, index, where);
  int n = liaison_plot_get_n_marks (plot);
  gboolean forward = where == LIAISON_MOVE_DOWN || (where == LIAISON_MOVE_RIGHT) != liaison_plot_get_frame (plot)->rtl;

  /* On a line, one mark follows the other, so that none is passed by. */
  if (where == LIAISON_MOVE_LEFT || where == LIAISON_MOVE_RIGHT)
    return CLAMP (index + (forward ? 1 : -1), 0, n - 1);

  return next;
}

static gboolean
find_span (LiaisonPlot *plot,
           double       from,
           double       to,
           int         *first,
           int         *last)
{
  LiaisonTimelinePlot *self = LIAISON_TIMELINE_PLOT (plot);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  int n = liaison_day_diff (self->first, self->last) + 1;
  double start = (frame->rtl ? frame->width - to : from) - self->left;
  double end = (frame->rtl ? frame->width - from : to) - self->left;

  if (end < 0 || start >= self->room)
    return FALSE;

  *first = liaison_day_add (self->first, CLAMP ((int) floor (start / self->room * n), 0, n - 1));
  *last = liaison_day_add (self->first, CLAMP ((int) floor (end / self->room * n), 0, n - 1));

  return TRUE;
}

/* Words */

static char *
make_span (const LiaisonTimelineItem *item)
{
  return item->last_day > item->first_day ? liaison_time_text_span (item->first_day, item->last_day) : liaison_time_text_day (item->first_day);
}

/* What it was, and who with whom. */
static char *
describe_item (const LiaisonTimelineItem *item)
{
  const char *title = *item->title != '\0' ? item->title : liaison_vocabulary_get_label (&liaison_forms, item->form);

  if (*item->ours == '\0' || *item->theirs == '\0')
    return g_strdup (title);

  /* Translators: the title of an engagement; those of ours, those of theirs */
  return g_strdup_printf (C_("chart", "%s (%s – %s)"), title, item->ours, item->theirs);
}

static char *
make_post_label (const LiaisonTimelinePost *post)
{
  g_autofree char *engagements = liaison_plot_text_describe_engagements (post->n_engagements);
  g_autofree char *span = liaison_time_text_open_span (post->first_day, post->last_day);

  if (*post->holder != '\0')
    /* Translators: somebody, a title, a span of days, "12 engagements" */
    return g_strdup_printf (C_("chart", "%s, %s, %s: %s"), post->holder, post->title, span, engagements);

  /* Translators: a title, a span of days, "12 engagements" */
  return g_strdup_printf (C_("chart", "%s, %s: %s"), post->title, span, engagements);
}

static char *
dup_mark_label (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  LiaisonTimelinePlot *self = LIAISON_TIMELINE_PLOT (plot);
  const LiaisonTimelinePoint *point;
  const LiaisonTimelineItem *item;
  g_autofree char *engagements = NULL, *span = NULL, *what = NULL;

  if (mark->column == 1)
    return make_post_label (liaison_timeline_plot_get_post (self, mark->row));

  point = liaison_timeline_plot_get_point (self, mark->row);
  item = liaison_timeline_plot_get_item (self, point->first);
  engagements = liaison_plot_text_describe_engagements (point->n);
  span = point->n > 1 ? liaison_time_text_day (item->first_day) : make_span (item);
  what = point->n > 1 ? g_strdup (liaison_timeline_plot_get_line (self, point->line)->label) : describe_item (item);

  /* Translators: a day or days, an engagement or what several are called, "12 engagements" */
  return g_strdup_printf (C_("chart", "%s, %s: %s"), span, what, engagements);
}

/* When, what, and who with whom; of several, what each of the first ones is. */
static char *
dup_mark_card (LiaisonPlot       *plot,
               const LiaisonMark *mark)
{
  LiaisonTimelinePlot *self = LIAISON_TIMELINE_PLOT (plot);
  const LiaisonTimelinePoint *point;
  g_autofree char *span = NULL;
  GString *card;

  if (mark->column == 1)
    return NULL;

  point = liaison_timeline_plot_get_point (self, mark->row);
  span = make_span (liaison_timeline_plot_get_item (self, point->first));
  card = g_string_new (span);
  g_string_append_printf (card, " · %s", liaison_timeline_plot_get_line (self, point->line)->label);
  for (guint i = point->first; i < point->first + MIN (point->n, MOST_CARD_LINES); i++)
    {
      g_autofree char *what = describe_item (liaison_timeline_plot_get_item (self, i));

      g_string_append_printf (card, "\n%s", what);
    }
  if (point->n > MOST_CARD_LINES)
    {
      g_autofree char *rest = liaison_plot_text_dup_rest (point->n - MOST_CARD_LINES);

      g_string_append_printf (card, "\n%s", rest);
    }

  return g_string_free (card, FALSE);
}

/* What begins on the day, of the line. */
static char *
dup_query (LiaisonTimelinePlot        *self,
           const LiaisonTimelinePoint *point)
{
  const LiaisonTimelineLine *line = liaison_timeline_plot_get_line (self, point->line);
  g_autofree char *day = liaison_step_key (LIAISON_STEP_DAY, liaison_timeline_plot_get_item (self, point->first)->first_day);
  g_autofree char *what = line->group == 0 ? g_strdup ("is:container")
                                           : g_strdup_printf ("group:%s", liaison_vocabulary_get_token (&liaison_groups, line->group));
  g_autofree char *terms = g_strdup_printf ("begins:%s %s status:%s", day, what, line->is_planned ? "planned" : "held");

  return liaison_query_add_term (liaison_plot_get_query (LIAISON_PLOT (self)), terms);
}

static char *
dup_mark_query (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  LiaisonTimelinePlot *self = LIAISON_TIMELINE_PLOT (plot);

  if (mark->column == 1)
    return g_strdup (liaison_timeline_plot_get_post (self, mark->row)->query);

  return dup_query (self, liaison_timeline_plot_get_point (self, mark->row));
}

static LiaisonPlotTable *
create_table (LiaisonPlot *plot)
{
  LiaisonTimelinePlot *self = LIAISON_TIMELINE_PLOT (plot);
  LiaisonPlotTable *table = liaison_plot_table_new (5);

  liaison_plot_table_add_column (table, C_("chart", "Time"));
  liaison_plot_table_add_column (table, C_("chart", "Form"));
  liaison_plot_table_add_column (table, C_("chart", "Ours"));
  liaison_plot_table_add_column (table, C_("chart", "Theirs"));
  liaison_plot_table_add_column (table, C_("chart", "Title"));
  liaison_plot_table_add_column (table, C_("chart", "Days"));
  for (guint i = 0; i < self->points->len; i++)
    {
      const LiaisonTimelinePoint *point = liaison_timeline_plot_get_point (self, i);

      for (guint j = point->first; j < point->first + point->n; j++)
        {
          const LiaisonTimelineItem *item = liaison_timeline_plot_get_item (self, j);
          g_autofree char *span = make_span (item);
          g_autofree char *days = liaison_plot_text_format_number (liaison_day_diff (item->first_day, item->last_day) + 1);
          const char * const fields[] = { span, liaison_vocabulary_get_label (&liaison_forms, item->form), item->ours, item->theirs, item->title, days,
                                          NULL };

          liaison_plot_table_add_row (table, g_strdupv ((char **) fields), dup_query (self, point));
        }
    }

  return table;
}

static void
clear_line (gpointer data)
{
  g_free (((LiaisonTimelineLine *) data)->label);
}

static void
liaison_timeline_plot_finalize (GObject *object)
{
  LiaisonTimelinePlot *self = LIAISON_TIMELINE_PLOT (object);

  g_clear_pointer (&self->timeline, liaison_timeline_free);
  g_array_unref (self->lines);
  g_array_unref (self->points);
  g_ptr_array_unref (self->items);
  g_array_unref (self->bands);

  G_OBJECT_CLASS (liaison_timeline_plot_parent_class)->finalize (object);
}

static void
liaison_timeline_plot_class_init (LiaisonTimelinePlotClass *klass)
{
  LiaisonPlotClass *plot_class = LIAISON_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_timeline_plot_finalize;
  plot_class->measure = measure;
  plot_class->place = place;
  plot_class->draw = liaison_timeline_plot_draw;
  plot_class->move = move;
  plot_class->dup_mark_label = dup_mark_label;
  plot_class->dup_mark_card = dup_mark_card;
  plot_class->dup_mark_query = dup_mark_query;
  plot_class->create_table = create_table;
  plot_class->match = liaison_timeline_plot_match;
  plot_class->find_span = find_span;
}

static void
liaison_timeline_plot_init (LiaisonTimelinePlot *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (LiaisonTimelineLine));
  g_array_set_clear_func (self->lines, clear_line);
  self->points = g_array_new (FALSE, FALSE, sizeof (LiaisonTimelinePoint));
  self->items = g_ptr_array_new ();
  self->bands = g_array_new (FALSE, FALSE, sizeof (LiaisonTimelineBand));
}
