/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A place on the globe, in radians, east and north. */
typedef struct
{
  double longitude;
  double latitude;
} LiaisonGlobePoint;

/**
 * LiaisonMapRing:
 * @points: its corners; longitudes go on beyond 180° where it crosses the antimeridian
 *
 * A closed line around land, or around what another country has inside.
 */
typedef struct
{
  LiaisonGlobePoint *points;
  guint              n_points;
} LiaisonMapRing;

/**
 * LiaisonMapCountry:
 * @code: ISO 3166-1 alpha-2; "" of land that has none
 * @centre: the middle of its main part, or where one looks for it
 * @radius: of a disc of the area of that part, in radians, 8° at most
 *
 * The land of a country.
 */
typedef struct
{
  char               code[3];
  LiaisonGlobePoint  centre;
  double             radius;
  LiaisonMapRing    *rings;
  guint              n_rings;
} LiaisonMapCountry;

/**
 * liaison_map_outlines_get:
 * @n: (out): how many there are
 *
 * Natural Earth's outlines, as data/map/countries.txt has them; read at the first use, and kept for good.  May be called from every thread.
 *
 * Returns: (transfer none) (array length=n): the countries, in the order of their codes, land without one at the end
 */
const LiaisonMapCountry *liaison_map_outlines_get  (guint *n);

/**
 * liaison_map_outlines_find:
 *
 * Returns: the place of a country among them, -1 where it is not there
 */
int                      liaison_map_outlines_find (const char *code);

G_END_DECLS
