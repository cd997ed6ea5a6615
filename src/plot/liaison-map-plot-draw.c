/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-map-plot-private.h"

#include "liaison-plot-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BORDER 0.8
#define DOT 1.8

static void
trace_shape (cairo_t               *cr,
             const LiaisonMapShape *shape)
{
  guint start = 0;

  for (guint ring = 0; ring < shape->ends->len; ring++)
    {
      guint end = g_array_index (shape->ends, guint, ring);

      for (guint i = start; i < end; i++)
        {
          LiaisonMapPoint point = g_array_index (shape->points, LiaisonMapPoint, i);

          if (i == start)
            cairo_move_to (cr, point.x, point.y);
          else
            cairo_line_to (cr, point.x, point.y);
        }
      cairo_close_path (cr);
      start = end;
    }
}

void
liaison_map_plot_trace (LiaisonPlot       *plot,
                        cairo_t           *cr,
                        const LiaisonMark *mark)
{
  LiaisonMapPlot *self = LIAISON_MAP_PLOT (plot);

  trace_shape (cr, &g_array_index (self->shapes, LiaisonMapShape, self->places[mark->row]));
}

static LiaisonColour
get_ground (LiaisonMapPlot         *self,
            const LiaisonPlotTheme *theme,
            const LiaisonMapEntry  *entry)
{
  return entry->grade < 0 ? theme->grid : liaison_plot_theme_get_shade (theme, liaison_map_plot_get_share (self, entry->grade));
}

/* What has not been reached is hatched where colours do not tell. */
static void
draw_land (LiaisonMapPlot         *self,
           cairo_t                *cr,
           const LiaisonPlotTheme *theme,
           const LiaisonMapShape  *shape)
{
  const LiaisonMapEntry *entry = &g_array_index (self->entries, LiaisonMapEntry, shape->entry);

  cairo_new_path (cr);
  trace_shape (cr, shape);
  if (entry->value == 0)
    {
      liaison_plot_theme_fill_blank (theme, cr);
    }
  else
    {
      liaison_colour_set (cr, get_ground (self, theme, entry));
      cairo_fill_preserve (cr);
    }
  liaison_colour_set (cr, theme->background);
  cairo_set_line_width (cr, BORDER);
  cairo_stroke (cr);
}

static void
draw_label (LiaisonMapPlot         *self,
            cairo_t                *cr,
            const LiaisonPlotTheme *theme,
            const LiaisonMapShape  *shape)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  const LiaisonMapEntry *entry = &g_array_index (self->entries, LiaisonMapEntry, shape->entry);
  LiaisonColour ink = entry->value > 0 ? liaison_plot_theme_get_ink (theme, get_ground (self, theme, entry)) : theme->dim;
  g_autofree char *figure = liaison_map_plot_dup_figure (self, entry);
  double y = shape->label_place.y - frame->line_height / 2;

  /* Nothing can be read on hatching. */
  if (shape->label == LIAISON_MAP_NAME && theme->strong)
    {
      double width = liaison_plot_text_get_width (frame->context, liaison_map_plot_get_name (self, entry)) + 2;

      liaison_colour_set (cr, theme->background);
      cairo_rectangle (cr, shape->label_place.x - width / 2, y, width, frame->line_height);
      cairo_fill (cr);
    }
  if (shape->label == LIAISON_MAP_NAME)
    liaison_plot_text_draw (cr, frame->context, ink, liaison_map_plot_get_name (self, entry), shape->label_place.x, y, 0.5, -1);
  if (shape->label == LIAISON_MAP_FIGURE)
    liaison_plot_text_draw (cr, frame->context, ink, figure, shape->label_place.x, y, 0.5, -1);
  if (shape->label != LIAISON_MAP_NAME_AND_FIGURE)
    return;

  liaison_plot_text_draw (cr, frame->context, ink, liaison_map_plot_get_name (self, entry), shape->label_place.x, y - frame->line_height / 2, 0.5, -1);
  liaison_plot_text_draw (cr, frame->context, ink, figure, shape->label_place.x, y + frame->line_height / 2, 0.5, -1);
}

/* The line from a disc to where its country is. */
static void
draw_leader (cairo_t                *cr,
             const LiaisonPlotTheme *theme,
             const LiaisonMapShape  *shape)
{
  if (hypot (shape->middle.x - shape->disc_place.x, shape->middle.y - shape->disc_place.y) <= shape->disc)
    return;

  liaison_colour_set (cr, theme->text);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, shape->disc_place.x, shape->disc_place.y);
  cairo_line_to (cr, shape->middle.x, shape->middle.y);
  cairo_stroke (cr);
  cairo_arc (cr, shape->middle.x, shape->middle.y, DOT, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_disc (LiaisonMapPlot         *self,
           cairo_t                *cr,
           const LiaisonPlotTheme *theme,
           const LiaisonMapShape  *shape)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  const LiaisonMapEntry *entry = &g_array_index (self->entries, LiaisonMapEntry, shape->entry);
  LiaisonColour ground = get_ground (self, theme, entry);
  g_autofree char *figure = liaison_map_plot_dup_figure (self, entry);

  cairo_new_path (cr);
  cairo_arc (cr, shape->disc_place.x, shape->disc_place.y, MAX (shape->disc - 0.5, 0.1), 0, 2 * G_PI);
  liaison_colour_set (cr, ground);
  cairo_fill_preserve (cr);
  liaison_colour_set (cr, theme->text);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  liaison_plot_text_draw (cr, frame->context, liaison_plot_theme_get_ink (theme, ground), figure, shape->disc_place.x,
                          shape->disc_place.y - frame->line_height / 2, 0.5, -1);
}

static void
draw_note (LiaisonMapPlot         *self,
           cairo_t                *cr,
           const LiaisonPlotTheme *theme,
           const LiaisonMark      *mark)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  g_autofree char *text = liaison_map_plot_dup_note (self, mark->row);

  liaison_plot_text_draw (cr, frame->context, theme->text, text, mark->x + mark->width / 2, mark->y + (mark->height - frame->line_height) / 2, 0.5,
                          mark->width);
}

/* What is not in the picture, between the words that say so and those that say how many more there are. */
static void
draw_notes (LiaisonMapPlot         *self,
            cairo_t                *cr,
            const LiaisonPlotTheme *theme)
{
  LiaisonPlot *plot = LIAISON_PLOT (self);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  g_autofree char *rest = liaison_map_plot_dup_unnoted (self);
  const LiaisonMark *last = NULL;
  double align = frame->rtl ? 1 : 0;

  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    {
      const LiaisonMark *mark = liaison_plot_get_mark (plot, i);

      if (mark->column != LIAISON_MAP_BESIDE)
        continue;
      if (last == NULL)
        liaison_plot_text_draw (cr, frame->context, theme->dim, C_("chart", "Not in the picture:"), frame->rtl ? frame->width : 0,
                                mark->y + (mark->height - frame->line_height) / 2, align, frame->width);
      draw_note (self, cr, theme, mark);
      last = mark;
    }
  if (last != NULL && self->n_unnoted > 0)
    liaison_plot_text_draw (cr, frame->context, theme->dim, rest, frame->rtl ? last->x : last->x + last->width,
                            last->y + (last->height - frame->line_height) / 2, align, -1);
}

static void
draw_key (LiaisonMapPlot         *self,
          cairo_t                *cr,
          const LiaisonPlotTheme *theme)
{
  cairo_save (cr);
  cairo_translate (cr, 0, self->key_top);
  liaison_plot_key_draw (self->key, LIAISON_PLOT (self), cr, theme);
  cairo_restore (cr);
}

void
liaison_map_plot_draw (LiaisonPlot            *plot,
                       cairo_t                *cr,
                       const LiaisonPlotTheme *theme)
{
  LiaisonMapPlot *self = LIAISON_MAP_PLOT (plot);
  const LiaisonMapShape *shapes = (const LiaisonMapShape *) (gpointer) self->shapes->data;

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; i < self->shapes->len; i++)
    draw_land (self, cr, theme, &shapes[i]);
  for (guint i = 0; i < self->shapes->len; i++)
    draw_label (self, cr, theme, &shapes[i]);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      if (shapes[i].has_place)
        draw_leader (cr, theme, &shapes[i]);
    }
  for (guint i = 0; i < self->shapes->len; i++)
    {
      if (shapes[i].has_place)
        draw_disc (self, cr, theme, &shapes[i]);
    }
  cairo_restore (cr);
  draw_key (self, cr, theme);
  draw_notes (self, cr, theme);
}
