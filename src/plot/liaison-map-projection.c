/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-map-projection.h"

#include <math.h>

/* Equal Earth's polynomial. */
#define A1 1.340264
#define A2 -0.081106
#define A3 0.000893
#define A4 0.003796

/* What lies further from the middle of a part of the globe is drawn as if it were so far: it is outside of every picture. */
#define MOST_DISTANCE (130 * G_PI / 180)

/* How often the middle of what should be seen is looked for again. */
#define ROUNDS 4

static LiaisonMapPoint
project_equal_earth (LiaisonGlobePoint point,
                     double            middle)
{
  double theta = asin (sqrt (3) / 2 * sin (point.latitude));
  double t2 = theta * theta;
  double t6 = t2 * t2 * t2;

  return (LiaisonMapPoint) {
    2 * sqrt (3) * (point.longitude - middle) * cos (theta) / (3 * (9 * A4 * t6 * t2 + 7 * A3 * t6 + 3 * A2 * t2 + A1)),
    -theta * (A4 * t6 * t2 + A3 * t6 + A2 * t2 + A1),
  };
}

static LiaisonMapPoint
project_lambert (LiaisonGlobePoint point,
                 LiaisonGlobePoint centre)
{
  double east = point.longitude - centre.longitude;
  double x = cos (point.latitude) * sin (east);
  double y = cos (centre.latitude) * sin (point.latitude) - sin (centre.latitude) * cos (point.latitude) * cos (east);
  double distance = liaison_globe_get_distance (point, centre);
  double length = hypot (x, y);
  double radius = 2 * sin (MIN (distance, MOST_DISTANCE) / 2);

  return length > 0 ? (LiaisonMapPoint) { x / length * radius, -y / length * radius } : (LiaisonMapPoint) { 0, 0 };
}

/* In radii of the globe, around the centre. */
static LiaisonMapPoint
project (const LiaisonMapProjection *projection,
         LiaisonGlobePoint           point)
{
  return projection->is_world ? project_equal_earth (point, projection->centre.longitude) : project_lambert (point, projection->centre);
}

static LiaisonGlobePoint
unproject_lambert (LiaisonMapPoint   point,
                   LiaisonGlobePoint centre)
{
  double radius = hypot (point.x, point.y);
  double distance = 2 * asin (MIN (radius / 2, 1));

  if (radius == 0)
    return centre;

  return (LiaisonGlobePoint) {
    centre.longitude + atan2 (point.x * sin (distance), radius * cos (centre.latitude) * cos (distance) + point.y * sin (centre.latitude) * sin (distance)),
    asin (CLAMP (cos (distance) * sin (centre.latitude) - point.y * sin (distance) * cos (centre.latitude) / radius, -1, 1)),
  };
}

double
liaison_globe_get_distance (LiaisonGlobePoint a,
                            LiaisonGlobePoint b)
{
  double cosine = sin (a.latitude) * sin (b.latitude) + cos (a.latitude) * cos (b.latitude) * cos (a.longitude - b.longitude);

  return acos (CLAMP (cosine, -1, 1));
}

LiaisonMapPoint
liaison_map_projection_project (const LiaisonMapProjection *projection,
                                LiaisonGlobePoint           point)
{
  LiaisonMapPoint result = project (projection, point);

  return (LiaisonMapPoint) { projection->x + result.x * projection->scale, projection->y + result.y * projection->scale };
}

/* The edges of what should be seen: left, top, right, bottom. */
static void
find_bounds (const LiaisonMapProjection *projection,
             const LiaisonGlobePoint    *points,
             const double               *radii,
             guint                       n,
             double                      bounds[4])
{
  bounds[0] = bounds[1] = G_MAXDOUBLE;
  bounds[2] = bounds[3] = -G_MAXDOUBLE;
  for (guint i = 0; i < n; i++)
    {
      LiaisonMapPoint point = project (projection, points[i]);
      double radius = radii ? radii[i] : 0;

      bounds[0] = MIN (bounds[0], point.x - radius);
      bounds[1] = MIN (bounds[1], point.y - radius);
      bounds[2] = MAX (bounds[2], point.x + radius);
      bounds[3] = MAX (bounds[3], point.y + radius);
    }
}

void
liaison_map_projection_fit (LiaisonMapProjection    *projection,
                            const LiaisonGlobePoint *points,
                            const double            *radii,
                            guint                    n,
                            double                   width,
                            double                   height)
{
  double bounds[4];

  g_return_if_fail (n > 0);

  find_bounds (projection, points, radii, n, bounds);
  for (guint i = 0; i < ROUNDS && !projection->is_world; i++)
    {
      const LiaisonMapPoint middle = { (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2 };

      projection->centre = unproject_lambert (middle, projection->centre);
      find_bounds (projection, points, radii, n, bounds);
    }

  projection->scale = MIN (width / MAX (bounds[2] - bounds[0], 0.01), height / MAX (bounds[3] - bounds[1], 0.01));
  projection->x = width / 2 - (bounds[0] + bounds[2]) / 2 * projection->scale;
  projection->y = height / 2 - (bounds[1] + bounds[3]) / 2 * projection->scale;
}
