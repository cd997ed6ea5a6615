/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-map-outlines.h"

G_BEGIN_DECLS

/**
 * LiaisonMapProjection:
 * @is_world: whether the whole globe is shown, and not a part of it
 * @centre: the middle of the map
 * @scale: pixels a radius of the globe
 * @x: where the middle is in the picture
 *
 * How the globe is laid flat, so that areas stay as great as they are: the world by the Equal Earth projection (Šavrič, Patterson and Jenny, 2018), a
 * part of it by Lambert's azimuthal one around its middle (Snyder, "Map Projections", 1987, chapter 24).
 */
typedef struct
{
  gboolean          is_world;
  LiaisonGlobePoint centre;
  double            scale;
  double            x;
  double            y;
} LiaisonMapProjection;

/* A point of the picture. */
typedef struct
{
  double x;
  double y;
} LiaisonMapPoint;

/* Puts a point of the globe into the picture. */
LiaisonMapPoint liaison_map_projection_project (const LiaisonMapProjection *projection, LiaisonGlobePoint point);

/**
 * liaison_map_projection_fit:
 * @points: what should be seen; the centre of the projection is moved to their middle where it is not of the world
 * @radii: (nullable): how far around each of them, in radians
 * @n: how many
 *
 * Sets scale and place so that all of it lies in the rectangle, as large as can be.
 */
void            liaison_map_projection_fit     (LiaisonMapProjection    *projection,
                                                const LiaisonGlobePoint *points,
                                                const double            *radii,
                                                guint                    n,
                                                double                   width,
                                                double                   height);

/* The angle between two points of the globe, in radians. */
double          liaison_globe_get_distance     (LiaisonGlobePoint a, LiaisonGlobePoint b);

G_END_DECLS
