/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-map-plot-private.h"

#include "liaison-plot-text.h"

#include <math.h>

/* How many places across and down a shape are tried for its label. */
#define TRIES 12

/* How a place for a disc is looked for: so many directions, so far away by so many steps of its radius. */
#define TURNS 16
#define AWAY 5
#define AWAY_STEP 0.9
#define COVER_COST 4.0
#define RIM 12
#define DISC_GAP 2.0
#define PADDING 2.0

/* Whether a point is on land of the shape: a ray from it crosses its outlines an odd number of times. */
static gboolean
holds (const LiaisonMapShape *shape,
       double                 x,
       double                 y)
{
  const LiaisonMapPoint *points = (const LiaisonMapPoint *) (gpointer) shape->points->data;
  gboolean is_inside = FALSE;
  guint start = 0;

  for (guint ring = 0; ring < shape->ends->len; ring++)
    {
      guint end = g_array_index (shape->ends, guint, ring);

      for (guint i = start, before = end - 1; i < end; before = i++)
        {
          if ((points[i].y > y) != (points[before].y > y)
              && x < (points[before].x - points[i].x) * (y - points[i].y) / (points[before].y - points[i].y) + points[i].x)
            is_inside = !is_inside;
        }
      start = end;
    }

  return is_inside;
}

/* Whether a line runs through a box around @x and @y: Liang and Barsky's clipping leaves something of it. */
static gboolean
crosses (LiaisonMapPoint from,
         LiaisonMapPoint to,
         double          x,
         double          y,
         double          width,
         double          height)
{
  const double steps[] = { from.x - to.x, to.x - from.x, from.y - to.y, to.y - from.y };
  const double rooms[] = { from.x - x + width / 2, x + width / 2 - from.x, from.y - y + height / 2, y + height / 2 - from.y };
  double first = 0;
  double last = 1;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i] == 0 && rooms[i] < 0)
        return FALSE;
      if (steps[i] < 0)
        first = MAX (first, rooms[i] / steps[i]);
      else if (steps[i] > 0)
        last = MIN (last, rooms[i] / steps[i]);
    }

  return first <= last;
}

/* Whether all of a box is on land: its middle is, and no outline runs through it. */
static gboolean
holds_box (const LiaisonMapShape *shape,
           double                 x,
           double                 y,
           double                 width,
           double                 height)
{
  const LiaisonMapPoint *points = (const LiaisonMapPoint *) (gpointer) shape->points->data;
  guint start = 0;

  if (!holds (shape, x, y))
    return FALSE;

  for (guint ring = 0; ring < shape->ends->len; ring++)
    {
      guint end = g_array_index (shape->ends, guint, ring);

      for (guint i = start, before = end - 1; i < end; before = i++)
        {
          if (crosses (points[before], points[i], x, y, width, height))
            return FALSE;
        }
      start = end;
    }

  return TRUE;
}

/* Finds the place nearest to the middle where a label of a size lies wholly on land. */
static gboolean
find_place (LiaisonMapShape *shape,
            double           width,
            double           height)
{
  double least = G_MAXDOUBLE;

  if (shape->right - shape->left < width || shape->bottom - shape->top < height)
    return FALSE;

  for (guint i = 0; i <= TRIES * TRIES; i++)
    {
      double x = i == 0 ? shape->middle.x : shape->left + (shape->right - shape->left) * (((i - 1) % TRIES + 0.5) / TRIES);
      double y = i == 0 ? shape->middle.y : shape->top + (shape->bottom - shape->top) * (((i - 1) / TRIES + 0.5) / TRIES);
      double distance = hypot (x - shape->middle.x, y - shape->middle.y);

      if (distance < least && holds_box (shape, x, y, width, height))
        {
          least = distance;
          shape->label_place = (LiaisonMapPoint) { x, y };
        }
    }

  return least < G_MAXDOUBLE;
}

void
liaison_map_plot_place_label (LiaisonMapPlot  *self,
                              LiaisonMapShape *shape)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  const LiaisonMapEntry *entry = &g_array_index (self->entries, LiaisonMapEntry, shape->entry);
  double height = frame->line_height;
  g_autofree char *figure = NULL;
  double figure_width, name_width;

  /* Many are too low for any: how wide it would be need not be known. */
  shape->label = LIAISON_MAP_NO_LABEL;
  if (shape->bottom - shape->top < height)
    return;

  figure = liaison_map_plot_dup_figure (self, entry);
  figure_width = liaison_plot_text_get_width (frame->context, figure) + PADDING;
  name_width = liaison_plot_text_get_width (frame->context, liaison_map_plot_get_name (self, entry)) + PADDING;
  if (entry->value == 0 && *entry->code != '\0' && find_place (shape, name_width, height))
    shape->label = LIAISON_MAP_NAME;
  else if (entry->value > 0 && find_place (shape, MAX (name_width, figure_width), 2 * height))
    shape->label = LIAISON_MAP_NAME_AND_FIGURE;
  else if (entry->value > 0 && *figure != '\0' && find_place (shape, figure_width, height))
    shape->label = LIAISON_MAP_FIGURE;
}

static gboolean
is_free (LiaisonMapPlot        *self,
         const LiaisonMapShape *shape,
         LiaisonMapPoint        place)
{
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const LiaisonMapShape *other = &g_array_index (self->shapes, LiaisonMapShape, i);

      if (other != shape && other->has_place
          && hypot (other->disc_place.x - place.x, other->disc_place.y - place.y) < other->disc + shape->disc + DISC_GAP)
        return FALSE;
    }

  return TRUE;
}

/* How much of a disc would lie on land. */
static double
measure_cover (LiaisonMapPlot        *self,
               const LiaisonMapShape *shape,
               LiaisonMapPoint        place)
{
  guint n = 0;

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const LiaisonMapShape *other = &g_array_index (self->shapes, LiaisonMapShape, i);

      if (place.x + shape->disc < other->left || place.x - shape->disc > other->right || place.y + shape->disc < other->top
          || place.y - shape->disc > other->bottom)
        continue;
      for (guint turn = 0; turn < RIM; turn++)
        n += holds (other, place.x + shape->disc * cos (turn * 2 * G_PI / RIM), place.y + shape->disc * sin (turn * 2 * G_PI / RIM));
    }

  return (double) n / RIM;
}

/* Puts a disc over its country or beside it: where it covers least, and is not far.  Where there is no room, it has none. */
static void
place_disc (LiaisonMapPlot  *self,
            LiaisonMapShape *shape,
            double           width,
            double           height)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i <= TURNS * AWAY; i++)
    {
      double distance = i == 0 ? 0 : shape->disc * (1 + (i - 1) / TURNS) * AWAY_STEP;
      double angle = i * 2 * G_PI / TURNS;
      LiaisonMapPoint place = { shape->middle.x + distance * cos (angle), shape->middle.y + distance * sin (angle) };
      double cost = distance / shape->disc;

      if (place.x < shape->disc || place.x > width - shape->disc || place.y < shape->disc || place.y > height - shape->disc || cost >= least
          || !is_free (self, shape, place))
        continue;
      cost += COVER_COST * measure_cover (self, shape, place);
      if (cost >= least)
        continue;
      least = cost;
      shape->disc_place = place;
    }

  shape->has_place = least < G_MAXDOUBLE;
}

static int
compare_areas (gconstpointer a,
               gconstpointer b)
{
  const LiaisonMapShape *first = *(LiaisonMapShape * const *) a;
  const LiaisonMapShape *second = *(LiaisonMapShape * const *) b;
  int order = (first->area > second->area) - (first->area < second->area);

  return order != 0 ? order : (first->entry > second->entry) - (first->entry < second->entry);
}

void
liaison_map_plot_place_discs (LiaisonMapPlot *self,
                              double          width,
                              double          height)
{
  g_autoptr (GPtrArray) shapes = g_ptr_array_new ();

  for (guint i = 0; i < self->shapes->len; i++)
    {
      LiaisonMapShape *shape = &g_array_index (self->shapes, LiaisonMapShape, i);

      if (shape->disc > 0)
        g_ptr_array_add (shapes, shape);
    }

  /* The smallest are in need most. */
  g_ptr_array_sort (shapes, compare_areas);
  for (guint i = 0; i < shapes->len; i++)
    place_disc (self, g_ptr_array_index (shapes, i), width, height);
}
