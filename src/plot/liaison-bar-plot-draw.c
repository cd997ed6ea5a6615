/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-bar-plot-private.h"

#include <math.h>

#define GAP 6.0
#define ROUND 3.0
#define FOCUS_WIDTH 2.0

static void
set_colour (cairo_t       *cr,
            LiaisonColour  colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

/* @align: 0 puts the text's start at @x, 0.5 its middle, 1 its end. */
static void
draw_text (cairo_t       *cr,
           PangoLayout   *layout,
           LiaisonColour  colour,
           double         x,
           double         y,
           double         align)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  set_colour (cr, colour);
  cairo_move_to (cr, round (x - width * align), round (y));
  pango_cairo_show_layout (cr, layout);
}

static void
draw_number (LiaisonBarPlot *plot,
             cairo_t        *cr,
             LiaisonColour   colour,
             gint64          number,
             double          x,
             double          y,
             double          align)
{
  g_autofree char *text = g_strdup_printf ("%'" G_GINT64_FORMAT, number);
  g_autoptr (PangoLayout) layout = liaison_bar_plot_create_layout (plot, text, TRUE);

  draw_text (cr, layout, colour, x, y, align);
}

static void
draw_keys (LiaisonBarPlot         *plot,
           cairo_t                *cr,
           const LiaisonPlotTheme *theme)
{
  for (guint i = 0; i < plot->keys->len; i++)
    {
      const LiaisonBarKey *key = &g_array_index (plot->keys, LiaisonBarKey, i);
      double swatch_y = key->y + (plot->line_height - plot->swatch) / 2;
      int width;

      pango_layout_get_pixel_size (key->layout, &width, NULL);
      cairo_rectangle (cr, plot->rtl ? key->x + width + GAP : key->x, round (swatch_y), plot->swatch, plot->swatch);
      liaison_plot_theme_fill_group (theme, cr, liaison_series_get_group (plot->series, key->stack));
      draw_text (cr, key->layout, theme->text, plot->rtl ? key->x : key->x + plot->swatch + GAP, key->y, 0);
    }
}

static void
draw_grid (LiaisonBarPlot         *plot,
           cairo_t                *cr,
           const LiaisonPlotTheme *theme)
{
  cairo_set_line_width (cr, 1);
  for (gint64 value = 0; value <= plot->y_last; value += plot->y_step)
    {
      double y = round (liaison_bar_plot_get_y (plot, value)) - 0.5;

      set_colour (cr, value == 0 ? theme->dim : theme->grid);
      cairo_move_to (cr, plot->left, y);
      cairo_line_to (cr, plot->right, y);
      cairo_stroke (cr);
      if (plot->rtl)
        draw_number (plot, cr, theme->dim, value, plot->right + GAP, y - plot->line_height / 2, 0);
      else
        draw_number (plot, cr, theme->dim, value, plot->left - GAP, y - plot->line_height / 2, 1);
    }
}

static double
get_widest_tick (LiaisonBarPlot *plot)
{
  int widest = 0;

  /* Twelve neighbours show all the lengths that months and days have. */
  for (guint i = 0; i < MIN (liaison_series_get_n_buckets (plot->series), 12); i++)
    {
      g_autofree char *tick = liaison_series_dup_tick (plot->series, i);
      g_autoptr (PangoLayout) layout = liaison_bar_plot_create_layout (plot, tick, TRUE);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width);
    }

  return widest;
}

/* A tick for every n-th bucket, so that labels do not touch; under them the year where it begins. */
static void
draw_axis (LiaisonBarPlot         *plot,
           cairo_t                *cr,
           const LiaisonPlotTheme *theme)
{
  guint every = MAX (ceil ((get_widest_tick (plot) + 2 * GAP) / plot->slot), 1);
  g_autofree char *shown_era = NULL;
  double free_from = -G_MAXDOUBLE, free_to = G_MAXDOUBLE;

  for (guint i = 0; i < liaison_series_get_n_buckets (plot->series); i++)
    {
      double middle = liaison_bar_plot_get_slot_x (plot, i) + plot->slot / 2;
      g_autofree char *tick = liaison_series_dup_tick (plot->series, i);
      g_autofree char *era = liaison_series_dup_era (plot->series, i);

      if (i % every == 0)
        {
          g_autoptr (PangoLayout) layout = liaison_bar_plot_create_layout (plot, tick, TRUE);

          draw_text (cr, layout, theme->dim, middle, plot->bottom + GAP, 0.5);
        }

      if (*era != '\0' && g_strcmp0 (era, shown_era) != 0)
        {
          g_autoptr (PangoLayout) layout = liaison_bar_plot_create_layout (plot, era, TRUE);
          double x = liaison_bar_plot_get_slot_x (plot, i) + (plot->rtl ? plot->slot : 0);
          int width;

          g_free (shown_era);
          shown_era = g_strdup (era);
          pango_layout_get_pixel_size (layout, &width, NULL);
          if (plot->rtl ? x > free_to : x < free_from)
            continue;
          draw_text (cr, layout, theme->text, x, plot->bottom + GAP + plot->line_height, plot->rtl ? 1 : 0);
          free_from = x + width + 2 * GAP;
          free_to = x - width - 2 * GAP;
        }
    }
}

static void
add_bar_path (cairo_t              *cr,
              const LiaisonBarMark *mark,
              gboolean              rounded)
{
  double radius = rounded ? MIN (MIN (ROUND, mark->width / 2), mark->height) : 0;

  cairo_new_sub_path (cr);
  if (radius > 0)
    {
      cairo_arc (cr, mark->x + mark->width - radius, mark->y + radius, radius, -G_PI_2, 0);
      cairo_line_to (cr, mark->x + mark->width, mark->y + mark->height);
      cairo_line_to (cr, mark->x, mark->y + mark->height);
      cairo_arc (cr, mark->x + radius, mark->y + radius, radius, G_PI, G_PI + G_PI_2);
    }
  else
    {
      cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
    }
  cairo_close_path (cr);
}

static void
draw_highlight (cairo_t                *cr,
                const LiaisonPlotTheme *theme,
                const LiaisonBarMark   *mark,
                gboolean                focused)
{
  LiaisonBarMark outline = *mark;
  double margin = focused ? FOCUS_WIDTH : 0.5;

  outline.x -= margin;
  outline.y -= margin;
  outline.width += 2 * margin;
  outline.height += 2 * margin;
  set_colour (cr, focused ? theme->accent : theme->text);
  cairo_set_line_width (cr, focused ? FOCUS_WIDTH : 1);
  add_bar_path (cr, &outline, TRUE);
  cairo_stroke (cr);
}

static void
draw_stack (LiaisonBarPlot         *plot,
            cairo_t                *cr,
            const LiaisonPlotTheme *theme,
            const LiaisonBarMark   *mark,
            gboolean                is_top)
{
  add_bar_path (cr, mark, is_top);
  liaison_plot_theme_fill_group (theme, cr, liaison_series_get_group (plot->series, mark->stack));
  if (is_top || mark->height <= 3)
    return;

  /* A hairline of the background keeps stacked marks apart. */
  set_colour (cr, theme->background);
  cairo_rectangle (cr, mark->x, mark->y, mark->width, 1);
  cairo_fill (cr);
}

/* The figure over a bar, where it is not wider than its slot. */
static void
draw_total (LiaisonBarPlot         *plot,
            cairo_t                *cr,
            const LiaisonPlotTheme *theme,
            const LiaisonBarMark   *mark)
{
  if (liaison_bar_plot_measure_number (plot, mark->value, NULL) + 2 <= plot->slot)
    draw_number (plot, cr, theme->text, mark->value, mark->x + mark->width / 2, mark->y - plot->line_height - 1, 0.5);
}

static void
draw_marks (LiaisonBarPlot         *plot,
            cairo_t                *cr,
            const LiaisonPlotTheme *theme)
{
  for (guint i = 0; i < plot->marks->len; i++)
    {
      const LiaisonBarMark *mark = liaison_bar_plot_get_mark (plot, i);

      /* A bucket's stacks come before its whole. */
      if (mark->stack < 0)
        draw_total (plot, cr, theme, mark);
      else
        draw_stack (plot, cr, theme, mark, liaison_bar_plot_get_mark (plot, i + 1)->stack < 0);
    }
}

static void
draw_today (LiaisonBarPlot         *plot,
            cairo_t                *cr,
            const LiaisonPlotTheme *theme,
            int                     today)
{
  LiaisonStep step = liaison_series_get_step (plot->series);

  for (guint i = 0; i < liaison_series_get_n_buckets (plot->series); i++)
    {
      int start = liaison_series_get_start (plot->series, i);
      int next = liaison_step_next (step, start);
      double share, x;

      if (today < start || today >= next)
        continue;

      share = (double) liaison_day_diff (start, today) / liaison_day_diff (start, next);
      x = liaison_bar_plot_get_slot_x (plot, i) + plot->slot * (plot->rtl ? 1 - share : share);
      set_colour (cr, theme->accent);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, round (x) + 0.5, plot->top - plot->line_height);
      cairo_line_to (cr, round (x) + 0.5, plot->bottom);
      cairo_stroke (cr);
      return;
    }
}

void
liaison_bar_plot_draw (LiaisonBarPlot         *plot,
                       cairo_t                *cr,
                       const LiaisonPlotTheme *theme,
                       int                     focused,
                       int                     hovered,
                       int                     today)
{
  g_return_if_fail (plot->context != NULL);

  draw_keys (plot, cr, theme);
  if (liaison_series_get_n_buckets (plot->series) == 0)
    return;

  draw_grid (plot, cr, theme);
  draw_axis (plot, cr, theme);
  draw_marks (plot, cr, theme);
  if (today != 0)
    draw_today (plot, cr, theme, today);
  if (hovered >= 0 && hovered < (int) plot->marks->len)
    draw_highlight (cr, theme, liaison_bar_plot_get_mark (plot, hovered), FALSE);
  if (focused >= 0 && focused < (int) plot->marks->len)
    draw_highlight (cr, theme, liaison_bar_plot_get_mark (plot, focused), TRUE);
}
