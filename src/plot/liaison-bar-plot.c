/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-bar-plot-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_SLOT 5.0
#define MOST_BAR 72.0
#define BAR_SHARE 0.74
#define GAP 6.0
#define LINES_PER_GRID_LINE 3.0

static void
clear_key (gpointer data)
{
  g_clear_object (&((LiaisonBarKey *) data)->layout);
}

LiaisonBarPlot *
liaison_bar_plot_new (LiaisonSeries *series)
{
  LiaisonBarPlot *plot = g_new0 (LiaisonBarPlot, 1);

  plot->series = liaison_series_ref (series);
  plot->marks = g_array_new (FALSE, TRUE, sizeof (LiaisonBarMark));
  plot->keys = g_array_new (FALSE, TRUE, sizeof (LiaisonBarKey));
  g_array_set_clear_func (plot->keys, clear_key);

  return plot;
}

void
liaison_bar_plot_free (LiaisonBarPlot *plot)
{
  liaison_series_unref (plot->series);
  g_array_unref (plot->marks);
  g_array_unref (plot->keys);
  g_clear_object (&plot->context);
  g_free (plot);
}

LiaisonSeries *
liaison_bar_plot_get_series (LiaisonBarPlot *plot)
{
  return plot->series;
}

double
liaison_bar_plot_get_least_width (LiaisonBarPlot *plot)
{
  return liaison_series_get_n_buckets (plot->series) * LEAST_SLOT + 60;
}

PangoLayout *
liaison_bar_plot_create_layout (LiaisonBarPlot *plot,
                                const char     *text,
                                gboolean        small)
{
  PangoLayout *layout = pango_layout_new (plot->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (small)
    pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

int
liaison_bar_plot_measure_number (LiaisonBarPlot *plot,
                                 gint64          number,
                                 int            *height)
{
  g_autofree char *text = g_strdup_printf ("%'" G_GINT64_FORMAT, number);
  g_autoptr (PangoLayout) layout = liaison_bar_plot_create_layout (plot, text, TRUE);
  int width;

  pango_layout_get_pixel_size (layout, &width, height);

  return width;
}

/* A step of 1, 2 or 5 times a power of ten that gives at most @n_lines lines. */
static gint64
choose_step (gint64 maximum,
             double n_lines)
{
  static const int factors[] = { 1, 2, 5 };

  for (gint64 power = 1;; power *= 10)
    {
      for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
        {
          gint64 step = power * factors[i];

          if (ceil ((double) maximum / step) <= n_lines)
            return step;
        }
    }
}

/* Puts the key in as many lines as it needs and tells where the plot below it begins. */
static double
place_keys (LiaisonBarPlot *plot)
{
  double x = 0, y = 0;

  g_array_set_size (plot->keys, 0);
  for (guint i = 0; i < liaison_series_get_n_stacks (plot->series); i++)
    {
      const char *label = liaison_vocabulary_get_label (&liaison_groups, liaison_series_get_group (plot->series, i));
      g_autofree char *text = g_strdup_printf ("%s %'" G_GINT64_FORMAT, label, liaison_series_get_stack_total (plot->series, i));
      LiaisonBarKey key = { i, 0, 0, liaison_bar_plot_create_layout (plot, text, TRUE) };
      int width;
      double needed;

      pango_layout_get_pixel_size (key.layout, &width, NULL);
      needed = plot->swatch + GAP + width + 3 * GAP;
      if (x > 0 && x + needed > plot->width)
        {
          x = 0;
          y += plot->line_height + GAP;
        }
      key.x = plot->rtl ? plot->width - x - needed + 3 * GAP : x;
      key.y = y;
      x += needed;
      g_array_append_val (plot->keys, key);
    }

  return liaison_series_get_n_stacks (plot->series) > 0 ? y + plot->line_height + 3 * GAP : 0;
}

double
liaison_bar_plot_get_slot_x (LiaisonBarPlot *plot,
                             guint           bucket)
{
  return plot->rtl ? plot->right - (bucket + 1) * plot->slot : plot->left + bucket * plot->slot;
}

double
liaison_bar_plot_get_y (LiaisonBarPlot *plot,
                        double          value)
{
  return plot->bottom - (plot->bottom - plot->top) * value / plot->y_last;
}

static void
place_bucket (LiaisonBarPlot *plot,
              guint           bucket)
{
  double x = liaison_bar_plot_get_slot_x (plot, bucket) + (plot->slot - plot->bar) / 2;
  gint64 below = 0;

  if (liaison_series_get_total (plot->series, bucket) == 0)
    return;

  for (guint stack = 0; stack < liaison_series_get_n_stacks (plot->series); stack++)
    {
      gint64 value = liaison_series_get_value (plot->series, bucket, stack);
      double y = liaison_bar_plot_get_y (plot, below + value);
      LiaisonBarMark mark = { bucket, stack, value, x, y, plot->bar, liaison_bar_plot_get_y (plot, below) - y };

      if (value == 0)
        continue;
      g_array_append_val (plot->marks, mark);
      below += value;
    }

  {
    double y = liaison_bar_plot_get_y (plot, below);
    LiaisonBarMark whole = { bucket, -1, below, x, y, plot->bar, plot->bottom - y };

    g_array_append_val (plot->marks, whole);
  }
}

void
liaison_bar_plot_layout (LiaisonBarPlot *plot,
                         PangoContext   *context,
                         double          width,
                         double          height,
                         gboolean        rtl)
{
  guint n = liaison_series_get_n_buckets (plot->series);
  gint64 maximum = MAX (liaison_series_get_maximum (plot->series), 1);
  int number_height, number_width;
  double axis_width;

  g_set_object (&plot->context, context);
  plot->rtl = rtl;
  plot->width = width;
  number_width = liaison_bar_plot_measure_number (plot, maximum, &number_height);
  plot->line_height = number_height;
  plot->swatch = round (number_height * 0.7);

  axis_width = number_width + 2 * GAP;
  plot->left = rtl ? GAP : axis_width;
  plot->right = width - (rtl ? axis_width : GAP);
  plot->top = place_keys (plot) + plot->line_height;
  plot->bottom = MAX (height - 2 * plot->line_height - 2 * GAP, plot->top + 1);
  plot->y_step = choose_step (maximum, MAX ((plot->bottom - plot->top) / (plot->line_height * LINES_PER_GRID_LINE), 1));
  plot->y_last = (maximum + plot->y_step - 1) / plot->y_step * plot->y_step;
  plot->slot = n > 0 ? (plot->right - plot->left) / n : 0;
  plot->bar = CLAMP (plot->slot * BAR_SHARE, 1, MOST_BAR);

  g_array_set_size (plot->marks, 0);
  for (guint i = 0; i < n; i++)
    place_bucket (plot, i);
}

guint
liaison_bar_plot_get_n_marks (LiaisonBarPlot *plot)
{
  return plot->marks->len;
}

const LiaisonBarMark *
liaison_bar_plot_get_mark (LiaisonBarPlot *plot,
                           guint           index)
{
  g_return_val_if_fail (index < plot->marks->len, NULL);

  return &g_array_index (plot->marks, LiaisonBarMark, index);
}

static int
find_mark (LiaisonBarPlot *plot,
           guint           bucket,
           int             stack)
{
  for (guint i = 0; i < plot->marks->len; i++)
    {
      const LiaisonBarMark *mark = liaison_bar_plot_get_mark (plot, i);

      if (mark->bucket == bucket && mark->stack == stack)
        return i;
    }

  return -1;
}

int
liaison_bar_plot_pick (LiaisonBarPlot *plot,
                       double          x,
                       double          y)
{
  int bucket;

  if (plot->slot <= 0 || x < plot->left || x >= plot->right || y < plot->top - plot->line_height || y > plot->bottom)
    return -1;

  bucket = (int) ((plot->rtl ? plot->right - x : x - plot->left) / plot->slot);
  for (guint i = 0; i < plot->marks->len; i++)
    {
      const LiaisonBarMark *mark = liaison_bar_plot_get_mark (plot, i);

      if ((int) mark->bucket == bucket && mark->stack >= 0
          && x >= mark->x && x < mark->x + mark->width && y >= mark->y && y < mark->y + mark->height)
        return i;
    }

  return find_mark (plot, bucket, -1);
}

/* The neighbouring mark in the same stack, or where that bucket does not have it, its whole. */
static int
move_along (LiaisonBarPlot *plot,
            int             index,
            int             direction)
{
  LiaisonBarMark from = *liaison_bar_plot_get_mark (plot, index);
  int whole = -1;

  for (int i = index + direction; i >= 0 && i < (int) plot->marks->len; i += direction)
    {
      const LiaisonBarMark *mark = liaison_bar_plot_get_mark (plot, i);

      if (mark->bucket == from.bucket)
        continue;
      if (whole >= 0 && liaison_bar_plot_get_mark (plot, whole)->bucket != mark->bucket)
        break;
      if (mark->stack == from.stack)
        return i;
      whole = find_mark (plot, mark->bucket, -1);
    }

  return whole >= 0 ? whole : index;
}

static int
move_within (LiaisonBarPlot *plot,
             int             index,
             int             direction)
{
  int next = index + direction;

  if (next < 0 || next >= (int) plot->marks->len
      || liaison_bar_plot_get_mark (plot, next)->bucket != liaison_bar_plot_get_mark (plot, index)->bucket)
    return index;

  return next;
}

int
liaison_bar_plot_move (LiaisonBarPlot *plot,
                       int             index,
                       LiaisonBarMove  move)
{
  if (plot->marks->len == 0)
    return -1;

  if (index < 0 || index >= (int) plot->marks->len)
    return plot->marks->len - 1;

  switch (move)
    {
    case LIAISON_MOVE_EARLIER:
      return move_along (plot, index, -1);
    case LIAISON_MOVE_LATER:
      return move_along (plot, index, 1);
    case LIAISON_MOVE_UP:
      return move_within (plot, index, 1);
    case LIAISON_MOVE_DOWN:
      return move_within (plot, index, -1);
    case LIAISON_MOVE_FIRST:
      return find_mark (plot, liaison_bar_plot_get_mark (plot, 0)->bucket, -1);
    case LIAISON_MOVE_LAST:
    default:
      return plot->marks->len - 1;
    }
}

char *
liaison_bar_plot_dup_mark_label (LiaisonBarPlot *plot,
                                 guint           index)
{
  const LiaisonBarMark *mark = liaison_bar_plot_get_mark (plot, index);
  g_autofree char *bucket = liaison_series_dup_label (plot->series, mark->bucket);
  gint64 total = liaison_series_get_total (plot->series, mark->bucket);

  if (mark->stack < 0)
    {
      /* Translators: a bucket of time ("December 2021"), how many engagements it has */
      return g_strdup_printf (ngettext ("%s: %d engagement", "%s: %d engagements", total), bucket, (int) total);
    }

  /* Translators: a bucket of time, a group of engagements ("Calls"), how many of that group, and of how many in all */
  return g_strdup_printf (_("%s, %s: %d of %d"), bucket,
                          liaison_vocabulary_get_label (&liaison_groups, liaison_series_get_group (plot->series, mark->stack)),
                          (int) mark->value, (int) total);
}

char *
liaison_bar_plot_dup_description (LiaisonBarPlot *plot)
{
  guint n = liaison_series_get_n_buckets (plot->series);
  guint busiest = 0;
  g_autofree char *first = NULL, *last = NULL, *most = NULL;
  gint64 sum = liaison_series_get_sum (plot->series);

  if (sum == 0)
    return g_strdup (_("No engagements."));

  for (guint i = 1; i < n; i++)
    {
      if (liaison_series_get_total (plot->series, i) > liaison_series_get_total (plot->series, busiest))
        busiest = i;
    }
  first = liaison_series_dup_label (plot->series, 0);
  last = liaison_series_dup_label (plot->series, n - 1);
  most = liaison_series_dup_label (plot->series, busiest);

  /* Translators: how many engagements; from when; to when; the busiest time, and how many then */
  return g_strdup_printf (ngettext ("%d engagement, %s to %s; the most in %s: %d.", "%d engagements, %s to %s; the most in %s: %d.", sum),
                          (int) sum, first, last, most, (int) liaison_series_get_maximum (plot->series));
}
