/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-map-plot-private.h"

#include "liaison-plot-text.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DEGREE (G_PI / 180)
#define MARGIN 8.0

#define SMALL 16.0 /* of an area */

/* The least that is worth drawing. */
#define LEAST_AREA 0.3

/* What a map of one country shows around it, at least. */
#define LEAST_RADIUS (5 * DEGREE)

#define MOST_NOTE_LINES 2

#define EUROPE_MIDDLE { 14 * DEGREE, 53 * DEGREE }

/* The middle of the world lies so that no land is cut in two. */
#define WORLD_MIDDLE { 11 * DEGREE, 0 }

/* The edges of Europe: the Azores are not among them. */
static const LiaisonGlobePoint europe[] = {
  { -10 * DEGREE, 38 * DEGREE }, { -24 * DEGREE, 64 * DEGREE }, { 26 * DEGREE, 71.2 * DEGREE }, { 24 * DEGREE, 34.8 * DEGREE },
  { 34 * DEGREE, 34.6 * DEGREE }, { 46 * DEGREE, 40 * DEGREE },
};

static const LiaisonGlobePoint world[] = {
  { -169 * DEGREE, 0 }, { 191 * DEGREE, 0 }, { 11 * DEGREE, 83.7 * DEGREE }, { 11 * DEGREE, -55.9 * DEGREE },
};

void
liaison_map_plot_clear_shape (gpointer data)
{
  LiaisonMapShape *shape = data;

  g_array_unref (shape->points);
  g_array_unref (shape->ends);
}

/* The picture's window on the globe */

static void
fit_to_countries (LiaisonMapPlot *self,
                  double          width,
                  double          height)
{
  guint n;
  const LiaisonMapCountry *countries = liaison_map_outlines_get (&n);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (LiaisonGlobePoint));
  g_autoptr (GArray) radii = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->fitted->len; i++)
    {
      const LiaisonMapCountry *country = &countries[g_array_index (self->fitted, guint, i)];
      double radius = self->fitted->len > 1 ? country->radius : MAX (country->radius, LEAST_RADIUS);

      g_array_append_val (points, country->centre);
      g_array_append_val (radii, radius);
    }
  self->projection.centre = g_array_index (points, LiaisonGlobePoint, 0);
  liaison_map_projection_fit (&self->projection, (const LiaisonGlobePoint *) (gpointer) points->data, (const double *) (gpointer) radii->data,
                              points->len, width, height);
}

static void
fit (LiaisonMapPlot *self,
     double          width,
     double          height)
{
  double inner_width = MAX (width - 2 * MARGIN, 1);
  double inner_height = MAX (height - 2 * MARGIN, 1);

  self->projection = (LiaisonMapProjection) { FALSE, EUROPE_MIDDLE, 1, 0, 0 };
  if (self->is_europe)
    {
      liaison_map_projection_fit (&self->projection, europe, NULL, G_N_ELEMENTS (europe), inner_width, inner_height);
    }
  else if (self->fitted->len > 0)
    {
      fit_to_countries (self, inner_width, inner_height);
    }
  else
    {
      self->projection = (LiaisonMapProjection) { TRUE, WORLD_MIDDLE, 1, 0, 0 };
      liaison_map_projection_fit (&self->projection, world, NULL, G_N_ELEMENTS (world), inner_width, inner_height);
    }
  self->projection.x += MARGIN;
  self->projection.y += MARGIN;
}

/* Outlines, cut off at the edges */

typedef struct { double left, top, right, bottom; } Box;

/* How far a point is inside of one of the four edges. */
static double
get_depth (LiaisonMapPoint point,
           guint           edge,
           const Box      *box)
{
  switch (edge)
    {
    case 0: return point.x - box->left;
    case 1: return box->right - point.x;
    case 2: return point.y - box->top;
    default: return box->bottom - point.y;
    }
}

/* Sutherland and Hodgman's clipping, by one edge. */
static GArray *
cut_at_edge (GArray    *points,
             guint      edge,
             const Box *box)
{
  GArray *kept = g_array_sized_new (FALSE, FALSE, sizeof (LiaisonMapPoint), points->len);

  for (guint i = 0; i < points->len; i++)
    {
      LiaisonMapPoint from = g_array_index (points, LiaisonMapPoint, i);
      LiaisonMapPoint to = g_array_index (points, LiaisonMapPoint, (i + 1) % points->len);
      double from_depth = get_depth (from, edge, box);
      double to_depth = get_depth (to, edge, box);

      if (from_depth >= 0)
        g_array_append_val (kept, from);
      if ((from_depth >= 0) != (to_depth >= 0))
        {
          double share = from_depth / (from_depth - to_depth);
          const LiaisonMapPoint crossing = { from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share };

          g_array_append_val (kept, crossing);
        }
    }

  return kept;
}

static void
measure_ring (LiaisonMapShape *shape,
              GArray          *points,
              double          *largest)
{
  double twice = 0;
  double x = 0;
  double y = 0;

  for (guint i = 0; i < points->len; i++)
    {
      LiaisonMapPoint from = g_array_index (points, LiaisonMapPoint, i);
      LiaisonMapPoint to = g_array_index (points, LiaisonMapPoint, (i + 1) % points->len);
      double cross = from.x * to.y - to.x * from.y;

      twice += cross;
      x += (from.x + to.x) * cross;
      y += (from.y + to.y) * cross;
      shape->left = MIN (shape->left, from.x);
      shape->top = MIN (shape->top, from.y);
      shape->right = MAX (shape->right, from.x);
      shape->bottom = MAX (shape->bottom, from.y);
    }

  shape->area += fabs (twice) / 2;
  if (fabs (twice) <= *largest)
    return;

  *largest = fabs (twice);
  shape->middle = (LiaisonMapPoint) { x / (3 * twice), y / (3 * twice) };
}

/* What of a ring lies in a box. */
static GArray *
cut (GArray    *points,
     const Box *box)
{
  GArray *left = g_array_ref (points);

  for (guint edge = 0; edge < 4 && left->len > 0; edge++)
    {
      GArray *kept = cut_at_edge (left, edge, box);

      g_array_unref (left);
      left = kept;
    }

  return left;
}

static void
add_ring (LiaisonMapPlot       *self,
          LiaisonMapShape      *shape,
          const LiaisonMapRing *ring,
          double                turn,
          const Box            *box,
          double               *largest)
{
  double middle = self->projection.centre.longitude;
  const Box half_turns = { middle - G_PI, -G_PI, middle + G_PI, G_PI };
  g_autoptr (GArray) points = g_array_sized_new (FALSE, FALSE, sizeof (LiaisonMapPoint), ring->n_points);
  g_autoptr (GArray) on_globe = NULL;
  g_autoptr (GArray) inside = NULL;

  for (guint i = 0; i < ring->n_points; i++)
    {
      const LiaisonMapPoint point = { ring->points[i].longitude + turn, ring->points[i].latitude };

      g_array_append_val (points, point);
    }
  on_globe = self->projection.is_world ? cut (points, &half_turns) : g_array_ref (points);
  for (guint i = 0; i < on_globe->len; i++)
    {
      LiaisonMapPoint *point = &g_array_index (on_globe, LiaisonMapPoint, i);

      *point = liaison_map_projection_project (&self->projection, (LiaisonGlobePoint) { point->x, point->y });
    }
  inside = cut (on_globe, box);
  if (inside->len < 3)
    return;

  measure_ring (shape, inside, largest);
  g_array_append_vals (shape->points, inside->data, inside->len);
  g_array_append_val (shape->ends, shape->points->len);
}

/* On a map of the world, what crosses its edge is on both sides of it. */
static void
add_rings (LiaisonMapPlot          *self,
           LiaisonMapShape         *shape,
           const LiaisonMapCountry *country,
           double                   width,
           double                   height)
{
  const Box box = { 0, 0, width, height };
  double largest = 0;

  for (guint i = 0; i < country->n_rings; i++)
    {
      add_ring (self, shape, &country->rings[i], 0, &box, &largest);
      if (!self->projection.is_world)
        continue;
      add_ring (self, shape, &country->rings[i], 2 * G_PI, &box, &largest);
      add_ring (self, shape, &country->rings[i], -2 * G_PI, &box, &largest);
    }
}

static void
add_shape (LiaisonMapPlot *self,
           guint           entry,
           double          width,
           double          height)
{
  guint n;
  LiaisonMapShape shape = { .entry = entry, .left = G_MAXDOUBLE, .top = G_MAXDOUBLE, .right = -G_MAXDOUBLE, .bottom = -G_MAXDOUBLE };

  shape.points = g_array_new (FALSE, FALSE, sizeof (LiaisonMapPoint));
  shape.ends = g_array_new (FALSE, FALSE, sizeof (guint));
  add_rings (self, &shape, &liaison_map_outlines_get (&n)[entry], width, height);
  if (shape.area < LEAST_AREA && g_array_index (self->entries, LiaisonMapEntry, entry).value == 0)
    shape.ends->len = 0;
  if (shape.ends->len == 0 || shape.right - shape.left <= 0 || shape.bottom - shape.top <= 0)
    {
      liaison_map_plot_clear_shape (&shape);
      return;
    }

  self->places[entry] = self->shapes->len;
  g_array_append_val (self->shapes, shape);
}

static void
add_discs (LiaisonMapPlot *self,
           double          width,
           double          height)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));

  for (guint i = 0; i < self->shapes->len; i++)
    {
      LiaisonMapShape *shape = &g_array_index (self->shapes, LiaisonMapShape, i);
      const LiaisonMapEntry *entry = &g_array_index (self->entries, LiaisonMapEntry, shape->entry);
      g_autofree char *figure = NULL;

      liaison_map_plot_place_label (self, shape);
      if (entry->value == 0 || shape->area >= SMALL)
        continue;

      figure = liaison_map_plot_dup_figure (self, entry);
      shape->disc = MAX (LIAISON_PLOT_LEAST_REACH, ceil (liaison_plot_text_get_width (frame->context, figure) / 2) + 4);
      shape->disc = MIN (shape->disc, MIN (width, height) / 2);
    }
  liaison_map_plot_place_discs (self, width, height);
}

/* Notes: what has been reached and is not in the picture */

char *
liaison_map_plot_dup_note (LiaisonMapPlot *self,
                           guint           index)
{
  const LiaisonMapEntry *entry = &g_array_index (self->entries, LiaisonMapEntry, index);
  g_autofree char *figure = liaison_map_plot_dup_figure (self, entry);

  return g_strdup_printf ("%s %s", liaison_map_plot_get_name (self, entry), figure);
}

/* How many are told no more for want of room. */
char *
liaison_map_plot_dup_unnoted (LiaisonMapPlot *self)
{
  /* Translators: countries that are not on the map beside those that are named */
  return g_strdup_printf (ngettext ("and %u other", "and %u others", self->n_unnoted), self->n_unnoted);
}

/* Leaves the notes from @i on to the table, and as many before it as the words that say so need. */
static void
drop_notes (LiaisonMapPlot *self,
            guint           i,
            double          room)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));

  for (;; i--)
    {
      g_autofree char *text = NULL;

      self->n_unnoted += self->notes->len - i;
      g_array_set_size (self->notes, i);
      text = liaison_map_plot_dup_unnoted (self);
      if (i == 0)
        return;
      if (g_array_index (self->notes, LiaisonMapNote, i - 1).x + g_array_index (self->notes, LiaisonMapNote, i - 1).width
          + liaison_plot_text_get_width (frame->context, text) <= room)
        return;
    }
}

/* Returns: how high the notes are */
static double
place_notes (LiaisonMapPlot *self)
{
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (LIAISON_PLOT (self));
  double line = MAX (frame->line_height, 2 * LIAISON_PLOT_LEAST_REACH);
  double x = liaison_plot_text_get_width (frame->context, C_("chart", "Not in the picture:")) + LIAISON_MAP_GAP;
  double y = 0;

  for (guint i = 0; i < self->notes->len; i++)
    {
      LiaisonMapNote *note = &g_array_index (self->notes, LiaisonMapNote, i);
      g_autofree char *text = liaison_map_plot_dup_note (self, note->entry);

      note->width = MIN (liaison_plot_text_get_width (frame->context, text) + 2 * LIAISON_MAP_GAP, frame->width);
      if (x > 0 && x + note->width > frame->width)
        {
          x = 0;
          y += line;
        }
      if (y >= MOST_NOTE_LINES * line)
        {
          drop_notes (self, i, frame->width);
          return y;
        }
      note->x = x;
      note->y = y;
      x += note->width;
    }

  return self->notes->len > 0 ? y + line : 0;
}

static gboolean
is_in_picture (LiaisonMapPlot *self,
               guint           entry,
               double          width,
               double          height)
{
  guint n;
  const LiaisonMapCountry *countries = liaison_map_outlines_get (&n);
  LiaisonMapPoint centre;

  if (entry >= n)
    return FALSE;

  centre = liaison_map_projection_project (&self->projection, countries[entry].centre);

  return self->projection.is_world || (centre.x >= 0 && centre.x <= width && centre.y >= 0 && centre.y <= height
                                       && liaison_globe_get_distance (countries[entry].centre, self->projection.centre) < G_PI_2);
}

static int
compare_notes (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  LiaisonMapPlot *self = user_data;
  const LiaisonMapEntry *first = &g_array_index (self->entries, LiaisonMapEntry, ((const LiaisonMapNote *) a)->entry);
  const LiaisonMapEntry *second = &g_array_index (self->entries, LiaisonMapEntry, ((const LiaisonMapNote *) b)->entry);

  return first->row - second->row;
}

static void
find_notes (LiaisonMapPlot *self,
            double          width,
            double          height)
{
  g_array_set_size (self->notes, 0);
  for (guint i = 0; i < self->entries->len; i++)
    {
      LiaisonMapNote note = { .entry = i };

      if (g_array_index (self->entries, LiaisonMapEntry, i).value > 0 && !is_in_picture (self, i, width, height))
        g_array_append_val (self->notes, note);
    }
  g_array_sort_with_data (self->notes, compare_notes, self);
  self->n_unnoted = 0;
}

/* Marks */

static double
get_share (LiaisonMapPlot        *self,
           const LiaisonMapEntry *entry)
{
  gint64 all = liaison_grid_figure_listed (liaison_grid_get_figure (self->grid, -1, -1));

  return (double) entry->value / MAX (all, 1);
}

static void
add_marks (LiaisonMapPlot *self,
           gboolean        of_discs)
{
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const LiaisonMapShape *shape = &g_array_index (self->shapes, LiaisonMapShape, i);
      const LiaisonMapEntry *entry = &g_array_index (self->entries, LiaisonMapEntry, shape->entry);
      LiaisonMark mark = { LIAISON_SHAPE_OTHER, shape->left, shape->top, shape->right - shape->left, shape->bottom - shape->top, shape->entry,
                           LIAISON_MAP_INSIDE, entry->value, entry->value > 0 ? get_share (self, entry) : -1 };

      if (*entry->code == '\0' || (entry->is_own && entry->value == 0) || shape->has_place != of_discs)
        continue;

      if (of_discs)
        {
          mark.shape = LIAISON_SHAPE_DISC;
          mark.x = shape->disc_place.x - shape->disc;
          mark.y = shape->disc_place.y - shape->disc;
          mark.width = mark.height = 2 * shape->disc;
        }
      liaison_plot_add_mark (LIAISON_PLOT (self), &mark);
    }
}

static void
add_note_marks (LiaisonMapPlot *self)
{
  LiaisonPlot *plot = LIAISON_PLOT (self);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  double line = MAX (frame->line_height, 2 * LIAISON_PLOT_LEAST_REACH);

  for (guint i = 0; i < self->notes->len; i++)
    {
      const LiaisonMapNote *note = &g_array_index (self->notes, LiaisonMapNote, i);
      const LiaisonMapEntry *entry = &g_array_index (self->entries, LiaisonMapEntry, note->entry);
      const LiaisonMark mark = { LIAISON_SHAPE_BOX, liaison_plot_mirror (plot, note->x, note->width), self->notes_top + note->y, note->width, line,
                                 note->entry, LIAISON_MAP_BESIDE, entry->value, get_share (self, entry) };

      if (mark.y + mark.height <= frame->height + 0.5)
        liaison_plot_add_mark (plot, &mark);
    }
}

void
liaison_map_plot_place (LiaisonPlot *plot)
{
  LiaisonMapPlot *self = LIAISON_MAP_PLOT (plot);
  const LiaisonPlotFrame *frame = liaison_plot_get_frame (plot);
  double key_height = liaison_plot_key_place (self->key, plot);
  double notes_height = 0;

  /* What is in the picture depends on its size, and its size on what is not: the second time, both are known. */
  for (guint i = 0; i < 2; i++)
    {
      self->map_height = MAX (frame->height - key_height - notes_height, 1);
      fit (self, frame->width, self->map_height);
      find_notes (self, frame->width, self->map_height);
      notes_height = place_notes (self);
    }
  self->map_height = MAX (frame->height - key_height - notes_height, 1);
  self->key_top = self->map_height + LIAISON_MAP_GAP;
  self->notes_top = self->map_height + key_height;

  liaison_plot_set_view (plot, 0, self->map_height);
  self->projection.scale *= liaison_plot_view (plot, &self->projection.x, &self->projection.y);

  g_array_set_size (self->shapes, 0);
  for (guint i = 0; i < self->n_drawn; i++)
    {
      self->places[i] = -1;
      add_shape (self, i, frame->width, self->map_height);
    }
  add_discs (self, frame->width, self->map_height);
  add_marks (self, FALSE);
  add_marks (self, TRUE);
  add_note_marks (self);
}
