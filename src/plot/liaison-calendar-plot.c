/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-calendar-plot-private.h"

#include "liaison-day.h"
#include "liaison-plot-text.h"
#include "liaison-time-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP 6.0
#define SPACING 14.0
#define LEAST_CELL 11.0
#define LEAST_SHADE_CELL 5.0 /* on a page that has no room for more; shades are told apart in it, and no figures */
#define EASY_CELL 0.95    /* of a line: its figure can be read in it */
#define MOST_CELL 1.7
#define PLANNED_SHARE 0.4 /* of a cell, beneath what was held */

/* Fewer empty years than these are drawn. */
#define LEAST_GAP 3

G_DEFINE_FINAL_TYPE (LiaisonCalendarPlot, liaison_calendar_plot, LIAISON_TYPE_PLOT)

/* In how many rows a year is broken, and how many weeks the longest of them touches. */
static const struct { int months; int n_weeks; } shapes[] = { { 12, 54 }, { 6, 28 }, { 3, 15 } };

const LiaisonCalendarDay *
liaison_calendar_plot_get_day (LiaisonCalendarPlot *self,
                               guint                index)
{
  return &g_array_index (self->days, LiaisonCalendarDay, index);
}

gint64
liaison_calendar_plot_get_held (LiaisonCalendarPlot      *self,
                                const LiaisonCalendarDay *day)
{
  return day->held < 0 ? 0 : liaison_grid_get_figure (self->held, day->held, -1)->value;
}

static gint64
get_planned (LiaisonCalendarPlot      *self,
             const LiaisonCalendarDay *day)
{
  return day->planned < 0 ? 0 : liaison_grid_get_figure (self->planned, day->planned, -1)->value;
}

/* Figures */

/* The rows of a grid that stand for a day on which there is something, and are listed. */
static gboolean
is_something (LiaisonGrid *grid,
              guint        row)
{
  return row < liaison_grid_get_n_rows (grid) && liaison_grid_get_row (grid, row).number > 0 && liaison_grid_get_figure (grid, row, -1)->value > 0;
}

static int
get_number (LiaisonGrid *grid,
            guint        row)
{
  return row < liaison_grid_get_n_rows (grid) && liaison_grid_get_row (grid, row).number > 0 ? (int) liaison_grid_get_row (grid, row).number : G_MAXINT;
}

/* Both grids ascend, what has no date at their ends. */
static void
fill_days (LiaisonCalendarPlot *self)
{
  guint held = 0;
  guint planned = 0;

  for (;;)
    {
      int held_day = get_number (self->held, held);
      int planned_day = get_number (self->planned, planned);
      LiaisonCalendarDay day = { MIN (held_day, planned_day), -1, -1 };

      if (day.day == G_MAXINT)
        return;
      if (held_day == day.day && is_something (self->held, held))
        day.held = held;
      if (planned_day == day.day && is_something (self->planned, planned))
        day.planned = planned;
      held += held_day == day.day;
      planned += planned_day == day.day;
      if (day.held < 0 && day.planned < 0)
        continue;

      g_array_append_val (self->days, day);
      self->maximum = MAX (self->maximum, liaison_calendar_plot_get_held (self, &day));
    }
}

static void
fill_years (LiaisonCalendarPlot *self)
{
  for (guint i = 0; i < self->days->len; i++)
    {
      int year = liaison_calendar_plot_get_day (self, i)->day / 10000;

      if (self->years->len == 0 || g_array_index (self->years, int, self->years->len - 1) < year)
        g_array_append_val (self->years, year);
    }
  if (self->days->len == 0)
    return;

  self->first = liaison_calendar_plot_get_day (self, 0)->day;
  self->last = liaison_calendar_plot_get_day (self, self->days->len - 1)->day;
}

static void
write_texts (LiaisonCalendarPlot *self)
{
  guint n = self->days->len;
  const LiaisonCalendarDay *busiest = n > 0 ? liaison_calendar_plot_get_day (self, 0) : NULL;
  guint n_held = 0;
  LiaisonPlotTexts texts = { .title = g_strdup (C_("chart", "On which days do we speak?")), .is_empty = n == 0 };
  g_autofree char *engagements = NULL, *span = NULL, *day = NULL, *most = NULL;

  for (guint i = 0; i < n; i++)
    {
      const LiaisonCalendarDay *one = liaison_calendar_plot_get_day (self, i);

      self->sum += liaison_calendar_plot_get_held (self, one);
      n_held += one->held >= 0;
      if (liaison_calendar_plot_get_held (self, one) > liaison_calendar_plot_get_held (self, busiest))
        busiest = one;
    }
  engagements = liaison_plot_text_describe_engagements (self->sum);
  span = n > 0 ? liaison_time_text_span (liaison_calendar_plot_get_day (self, 0)->day, liaison_calendar_plot_get_day (self, n - 1)->day) : NULL;
  /* Translators: "12 engagements"; on how many days; from the first of them to the last */
  texts.subtitle = n == 0 ? g_strdup (engagements)
                          : g_strdup_printf (ngettext ("%s on %u day · %s", "%s on %u days · %s", n_held), engagements, n_held, span);
  texts.rule = g_strdup (_("Counted are engagements that were held, announced and unsourced ones included. A visit counts by the engagements inside it,"
                           " and what takes several days on its first."));
  if (n_held > 0)
    {
      day = liaison_time_text_day (busiest->day);
      most = liaison_plot_text_format_number (self->maximum);
    }
  /* Translators: a day, how many engagements */
  texts.description = n_held > 0 ? g_strdup_printf (_("The busiest day is %s: %s."), day, most) : g_strdup (texts.subtitle);
  liaison_plot_take_texts (LIAISON_PLOT (self), &texts);
}

static LiaisonPlot *
load (LiaisonDb            *db,
      LiaisonChartRequest  *request,
      GError              **error)
{
  g_autoptr (LiaisonCalendarPlot) self = g_object_new (LIAISON_TYPE_CALENDAR_PLOT, NULL);
  LiaisonQuery *query = liaison_chart_request_get_query (request);

  self->held = liaison_grid_load (db, query, LIAISON_SUBJECT_HELD, LIAISON_COUNT_DAY, -1, LIAISON_MEASURE_ENGAGEMENTS, error);
  if (self->held == NULL)
    return NULL;
  self->planned = liaison_grid_load (db, query, LIAISON_SUBJECT_PLANNED, LIAISON_COUNT_DAY, -1, LIAISON_MEASURE_ENGAGEMENTS, error);
  if (self->planned == NULL)
    return NULL;

  fill_days (self);
  fill_years (self);
  self->first_weekday = liaison_time_text_get_first_weekday ();
  if (liaison_grid_get_figure (self->planned, -1, -1)->value > 0)
    liaison_plot_key_add (self->key, LIAISON_PLOT_STYLE_PLANNED, C_("chart", "Planned"));
  write_texts (self);

  return LIAISON_PLOT (g_steal_pointer (&self));
}

const LiaisonChartKind liaison_calendar_chart = { "calendar", NC_("chart", "Calendar"), NULL, load };

/* Places */

static double
measure_labels (LiaisonCalendarPlot *self,
                PangoContext        *context)
{
  double widest = liaison_plot_text_get_width (context, "2020");

  for (int weekday = 1; weekday <= 7; weekday++)
    {
      g_autofree char *name = liaison_time_text_weekday (weekday);

      widest = MAX (widest, liaison_plot_text_get_width (context, name));
    }

  return widest + GAP;
}

/* As long rows as there is room for cells in which one can read. */
static guint
choose_shape (double width,
              double line_height)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS (shapes); i++)
    {
      if (shapes[i].n_weeks * ceil (line_height * EASY_CELL) <= width)
        return i;
    }

  return G_N_ELEMENTS (shapes) - 1;
}

static void
add_block (LiaisonCalendarPlot *self,
           int                  first,
           int                  last,
           gboolean             is_gap)
{
  int back = (liaison_day_weekday (first) - self->first_weekday + 7) % 7;
  const LiaisonCalendarBlock block = { first, last, liaison_day_to_julian (first) - back, 0, is_gap };

  g_array_append_val (self->blocks, block);
}

static void
add_year (LiaisonCalendarPlot *self,
          int                  year,
          int                  months)
{
  for (int month = 1; month <= 12; month += months)
    {
      int begin = liaison_day_from_parts (year, month, 1);
      int end = liaison_day_from_parts (year, month + months - 1, liaison_days_in_month (year, month + months - 1));

      if (end >= self->first && begin <= self->last)
        add_block (self, begin, end, FALSE);
    }
}

static double
get_block_height (LiaisonCalendarPlot        *self,
                  const LiaisonCalendarBlock *block,
                  double                      line_height)
{
  return line_height + SPACING + (block->is_gap ? 0 : 7 * self->cell);
}

/* Puts the blocks beneath each other; returns their height. */
static double
stack_blocks (LiaisonCalendarPlot *self,
              double               line_height)
{
  double y = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      LiaisonCalendarBlock *block = &g_array_index (self->blocks, LiaisonCalendarBlock, i);

      block->y = y;
      y += get_block_height (self, block, line_height);
    }

  return y;
}

/* Makes the blocks for a width; returns their height. */
static double
make_blocks (LiaisonCalendarPlot *self,
             PangoContext        *context,
             double               width,
             double               line_height)
{
  guint shape;
  double room;

  g_array_set_size (self->blocks, 0);
  if (self->days->len == 0)
    return 0;

  self->label_width = measure_labels (self, context);
  room = MAX (width - self->label_width, 1);
  shape = choose_shape (room, line_height);
  self->cell = CLAMP (floor (room / shapes[shape].n_weeks), MIN (LEAST_CELL, room / shapes[shape].n_weeks), round (line_height * MOST_CELL));

  for (guint i = 0; i < self->years->len; i++)
    {
      int year = g_array_index (self->years, int, i);
      int next = i + 1 < self->years->len ? g_array_index (self->years, int, i + 1) : year + 1;

      add_year (self, year, shapes[shape].months);
      if (next - year > LEAST_GAP)
        add_block (self, liaison_day_from_parts (year + 1, 1, 1), liaison_day_from_parts (next - 1, 12, 31), TRUE);
      for (int empty = year + 1; next - year <= LEAST_GAP && empty < next; empty++)
        add_year (self, empty, shapes[shape].months);
    }

  return stack_blocks (self, line_height);
}

static void
measure (LiaisonPlot  *plot,
         PangoContext *context,
         double        for_width,
         double       *width,
         double       *height)
{
  LiaisonCalendarPlot *self = LIAISON_CALENDAR_PLOT (plot);
  double line_height = liaison_plot_text_get_height (context);
  double least = measure_labels (self, context) + shapes[G_N_ELEMENTS (shapes) - 1].n_weeks * LEAST_CELL;

  *width = least;
  *height = make_blocks (self, context, MAX (for_width, least), line_height) + line_height + 2 * GAP;
}

void
liaison_calendar_plot_find_cell (LiaisonCalendarPlot        *self,
                                 const LiaisonCalendarBlock *block,
                                 int                         day,
                                 double                     *x,
                                 double                     *y)
{
  int offset = liaison_day_to_julian (day) - block->monday;
  double line_height = liaison_plot_get_frame (LIAISON_PLOT (self))->line_height;

  *x = liaison_plot_mirror (LIAISON_PLOT (self), self->label_width + offset / 7 * self->cell, self->cell);
  *y = block->y + line_height + 2 + offset % 7 * self->cell;
}

static void
add_mark (LiaisonCalendarPlot        *self,
          const LiaisonCalendarBlock *block,
          guint                       index)
{
  const LiaisonCalendarDay *day = liaison_calendar_plot_get_day (self, index);
  gint64 planned = get_planned (self, day);
  double size = MAX (self->cell - 1, 1);
  double beneath = day->held < 0 ? size : round (size * PLANNED_SHARE);
  LiaisonMark mark = { LIAISON_SHAPE_BOX, 0, 0, size, size, index, 0, liaison_calendar_plot_get_held (self, day), -1 };

  liaison_calendar_plot_find_cell (self, block, day->day, &mark.x, &mark.y);
  if (day->held >= 0)
    {
      mark.share = (double) mark.value / self->sum;
      mark.height = planned > 0 ? MAX (size - beneath, 1) : size;
      liaison_plot_add_mark (LIAISON_PLOT (self), &mark);
    }
  if (planned > 0)
    {
      mark.y += size - beneath;
      mark.height = beneath;
      mark.column = 1;
      mark.value = planned;
      mark.share = -1;
      liaison_plot_add_mark (LIAISON_PLOT (self), &mark);
    }
}

/* A page has an end: where all blocks fit on it by that, the cells become smaller.  Returns the height of the blocks. */
static double
shrink_cells (LiaisonCalendarPlot *self,
              double               height,
              double               room,
              double               line_height)
{
  double excess = height - SPACING - room;
  guint n = 0;
  double cell;

  for (guint i = 0; i < self->blocks->len; i++)
    n += !g_array_index (self->blocks, LiaisonCalendarBlock, i).is_gap;
  cell = n > 0 ? self->cell - ceil (excess / (7 * n)) : self->cell;
  if (excess <= 0.5 || cell < LEAST_SHADE_CELL)
    return height;

  self->cell = cell;

  return stack_blocks (self, line_height);
}

/* What does not fit on it even so are the earliest blocks. */
static void
drop_earliest (LiaisonCalendarPlot *self,
               double               height,
               double               line_height)
{
  double room = height - line_height - SPACING;
  guint n = self->blocks->len;
  double shift;

  for (guint i = n; i > 0; i--)
    {
      room -= get_block_height (self, &g_array_index (self->blocks, LiaisonCalendarBlock, i - 1), line_height);
      if (room < -SPACING && i < n)
        {
          shift = g_array_index (self->blocks, LiaisonCalendarBlock, i).y - line_height - SPACING;
          g_array_remove_range (self->blocks, 0, i);
          for (i = 0; i < self->blocks->len; i++)
            g_array_index (self->blocks, LiaisonCalendarBlock, i).y -= shift;
          return;
        }
    }
}

static void
place (LiaisonPlot *plot)
{
  LiaisonCalendarPlot *self = LIAISON_CALENDAR_PLOT (plot);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  double top = liaison_plot_key_place (self->key, plot);
  double height = make_blocks (self, frame->context, frame->width, frame->line_height);
  guint next = 0;

  height = shrink_cells (self, height, frame->height - top, frame->line_height);
  if (height - SPACING > frame->height - top + 0.5)
    drop_earliest (self, frame->height - top, frame->line_height);
  for (; next < self->days->len && liaison_calendar_plot_get_day (self, next)->day < g_array_index (self->blocks, LiaisonCalendarBlock, 0).first; next++);
  self->n_earlier = next;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      LiaisonCalendarBlock *block = &g_array_index (self->blocks, LiaisonCalendarBlock, i);

      block->y += top;
      for (; next < self->days->len && liaison_calendar_plot_get_day (self, next)->day <= block->last; next++)
        add_mark (self, block, next);
    }
}

/* Days run down, weeks along. */
static int
move (LiaisonPlot *plot,
      int          index,
      LiaisonMove  where)
{
  LiaisonCalendarPlot *self = LIAISON_CALENDAR_PLOT (plot);
  int n = liaison_plot_get_n_marks (plot);
  int day = liaison_calendar_plot_get_day (self, liaison_plot_get_mark (plot, index)->row)->day;
  gboolean forward = (where == LIAISON_MOVE_RIGHT) != liaison_plot_get_frame (plot)->rtl;
  int direction = forward ? 1 : -1;

  if (where == LIAISON_MOVE_UP || where == LIAISON_MOVE_DOWN)
    return CLAMP (index + (where == LIAISON_MOVE_DOWN ? 1 : -1), 0, n - 1);

  for (int i = index + direction; i >= 0 && i < n; i += direction)
    {
      if (direction * liaison_day_diff (day, liaison_calendar_plot_get_day (self, liaison_plot_get_mark (plot, i)->row)->day) >= 7)
        return i;
    }

  return index;
}

/* Words */

static char *
dup_mark_label (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  const LiaisonCalendarDay *day = liaison_calendar_plot_get_day (LIAISON_CALENDAR_PLOT (plot), mark->row);
  g_autofree char *name = liaison_time_text_day (day->day);
  g_autofree char *weekday = liaison_time_text_weekday (liaison_day_weekday (day->day));
  g_autofree char *engagements = liaison_plot_text_describe_engagements (mark->value);

  if (mark->column == 1)
    /* Translators: "Thu", "9 December 2021", "12 engagements" */
    return g_strdup_printf (C_("chart", "%s, %s, planned: %s"), weekday, name, engagements);

  /* Translators: "Thu", "9 December 2021", "12 engagements" */
  return g_strdup_printf (C_("chart", "%s, %s: %s"), weekday, name, engagements);
}

static char *
dup_query (LiaisonCalendarPlot *self,
           guint                index,
           gboolean             is_planned)
{
  const LiaisonCalendarDay *day = liaison_calendar_plot_get_day (self, index);

  return is_planned ? liaison_grid_dup_query (self->planned, day->planned, -1) : liaison_grid_dup_query (self->held, day->held, -1);
}

static char *
dup_mark_query (LiaisonPlot       *plot,
                const LiaisonMark *mark)
{
  return dup_query (LIAISON_CALENDAR_PLOT (plot), mark->row, mark->column == 1);
}

static LiaisonPlotTable *
create_table (LiaisonPlot *plot)
{
  LiaisonCalendarPlot *self = LIAISON_CALENDAR_PLOT (plot);
  LiaisonPlotTable *table = liaison_plot_table_new (1);

  liaison_plot_table_add_column (table, C_("chart", "Day"));
  liaison_plot_table_add_column (table, C_("chart", "Engagements"));
  liaison_plot_table_add_column (table, C_("chart", "Planned"));
  for (guint i = 0; i < self->days->len; i++)
    {
      const LiaisonCalendarDay *day = liaison_calendar_plot_get_day (self, i);
      g_autofree char *name = liaison_time_text_day (day->day);
      g_autofree char *held = liaison_plot_text_format_number (liaison_calendar_plot_get_held (self, day));
      g_autofree char *planned = liaison_plot_text_format_number (get_planned (self, day));
      const char * const fields[] = { name, held, planned, NULL };

      liaison_plot_table_add_row (table, g_strdupv ((char **) fields), dup_query (self, i, day->held < 0));
    }

  return table;
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* The same years, so that they lie beside each other, and the same shades. */
static void
match (LiaisonPlot *plot,
       LiaisonPlot *other_plot)
{
  LiaisonCalendarPlot *self = LIAISON_CALENDAR_PLOT (plot);
  LiaisonCalendarPlot *other = LIAISON_CALENDAR_PLOT (other_plot);

  self->maximum = MAX (self->maximum, other->maximum);
  self->first = MIN (self->first, other->first);
  self->last = MAX (self->last, other->last);
  for (guint i = 0; i < other->years->len; i++)
    {
      int year = g_array_index (other->years, int, i);

      if (g_array_binary_search (self->years, &year, compare_years, NULL))
        continue;
      g_array_append_val (self->years, year);
      g_array_sort (self->years, compare_years);
    }
}

static void
liaison_calendar_plot_finalize (GObject *object)
{
  LiaisonCalendarPlot *self = LIAISON_CALENDAR_PLOT (object);

  g_clear_pointer (&self->held, liaison_grid_unref);
  g_clear_pointer (&self->planned, liaison_grid_unref);
  g_array_unref (self->days);
  g_array_unref (self->years);
  g_array_unref (self->blocks);
  liaison_plot_key_free (self->key);

  G_OBJECT_CLASS (liaison_calendar_plot_parent_class)->finalize (object);
}

static void
liaison_calendar_plot_class_init (LiaisonCalendarPlotClass *klass)
{
  LiaisonPlotClass *plot_class = LIAISON_PLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_calendar_plot_finalize;
  plot_class->measure = measure;
  plot_class->place = place;
  plot_class->draw = liaison_calendar_plot_draw;
  plot_class->move = move;
  plot_class->dup_mark_label = dup_mark_label;
  plot_class->dup_mark_query = dup_mark_query;
  plot_class->create_table = create_table;
  plot_class->match = match;
}

static void
liaison_calendar_plot_init (LiaisonCalendarPlot *self)
{
  liaison_plot_set_ends_now (LIAISON_PLOT (self), TRUE);
  self->days = g_array_new (FALSE, FALSE, sizeof (LiaisonCalendarDay));
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (LiaisonCalendarBlock));
  self->key = liaison_plot_key_new ();
}
