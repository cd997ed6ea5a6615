/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-map-outlines.h"

#include "liaison-map-resources.h"

#include <stdlib.h>
#include <string.h>

#define PATH "/io/github/liaison_app/Liaison/map/countries.txt"
#define UNIT (0.01 * G_PI / 180)
#define DEGREE (G_PI / 180)

static LiaisonMapCountry *countries;
static guint n_countries;

/* An arc: the border between two countries, or a coast. */
static LiaisonMapRing
read_arc (const char *line)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (LiaisonGlobePoint));
  LiaisonMapRing arc;
  char *end = (char *) line;
  int x = 0;
  int y = 0;

  while (*end != '\0')
    {
      LiaisonGlobePoint point;

      x += strtol (end, &end, 10);
      y += strtol (end, &end, 10);
      point = (LiaisonGlobePoint) { x * UNIT, y * UNIT };
      g_array_append_val (points, point);
    }

  arc.n_points = points->len;
  arc.points = (LiaisonGlobePoint *) (gpointer) g_array_free (g_steal_pointer (&points), FALSE);

  return arc;
}

static void
add_point (GArray            *points,
           LiaisonGlobePoint  point)
{
  const LiaisonGlobePoint *last = points->len > 0 ? &g_array_index (points, LiaisonGlobePoint, points->len - 1) : NULL;

  while (last != NULL && point.longitude - last->longitude > G_PI)
    point.longitude -= 2 * G_PI;
  while (last != NULL && point.longitude - last->longitude < -G_PI)
    point.longitude += 2 * G_PI;
  g_array_append_val (points, point);
}

static LiaisonMapRing
read_ring (const char *text,
           GArray     *arcs)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (LiaisonGlobePoint));
  g_auto (GStrv) numbers = g_strsplit (text, ",", -1);
  LiaisonMapRing ring;

  for (guint i = 0; numbers[i] != NULL; i++)
    {
      int number = atoi (numbers[i]);
      const LiaisonMapRing *arc = &g_array_index (arcs, LiaisonMapRing, number >= 0 ? number : ~number);

      /* The last point of an arc is the first of the next one. */
      for (guint j = 0; j + 1 < arc->n_points; j++)
        add_point (points, arc->points[number >= 0 ? j : arc->n_points - 1 - j]);
    }

  ring.n_points = points->len;
  ring.points = (LiaisonGlobePoint *) (gpointer) g_array_free (g_steal_pointer (&points), FALSE);

  return ring;
}

static LiaisonMapCountry
read_country (const char *line,
              GArray     *arcs)
{
  g_auto (GStrv) fields = g_strsplit (line, " ", -1);
  guint n = g_strv_length (fields);
  LiaisonMapCountry country = { 0 };

  g_assert (n > 4);

  if (*fields[0] != '-')
    g_strlcpy (country.code, fields[0], sizeof country.code);
  country.centre = (LiaisonGlobePoint) { g_ascii_strtod (fields[1], NULL) * DEGREE, g_ascii_strtod (fields[2], NULL) * DEGREE };
  country.radius = g_ascii_strtod (fields[3], NULL) * DEGREE;
  country.n_rings = n - 4;
  country.rings = g_new (LiaisonMapRing, country.n_rings);
  for (guint i = 0; i < country.n_rings; i++)
    country.rings[i] = read_ring (fields[4 + i], arcs);

  return country;
}

static void
clear_arc (gpointer data)
{
  g_free (((LiaisonMapRing *) data)->points);
}

static void
read_countries (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (liaison_map_get_resource (), PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GArray) arcs = g_array_new (FALSE, FALSE, sizeof (LiaisonMapRing));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (LiaisonMapCountry));
  g_auto (GStrv) lines = NULL;
  guint line = 0;

  g_assert (bytes != NULL);

  g_array_set_clear_func (arcs, clear_arc);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (; *lines[line] != '\0'; line++)
    {
      if (*lines[line] != '#')
        {
          LiaisonMapRing arc = read_arc (lines[line]);

          g_array_append_val (arcs, arc);
        }
    }
  for (line++; lines[line] != NULL && *lines[line] != '\0'; line++)
    {
      LiaisonMapCountry country = read_country (lines[line], arcs);

      g_array_append_val (all, country);
    }

  n_countries = all->len;
  countries = (LiaisonMapCountry *) (gpointer) g_array_free (g_steal_pointer (&all), FALSE);
}

const LiaisonMapCountry *
liaison_map_outlines_get (guint *n)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      read_countries ();
      g_once_init_leave (&once, 1);
    }
  *n = n_countries;

  return countries;
}

int
liaison_map_outlines_find (const char *code)
{
  guint n;
  const LiaisonMapCountry *all = liaison_map_outlines_get (&n);

  for (guint i = 0; i < n; i++)
    {
      if (*code != '\0' && g_str_equal (all[i].code, code))
        return i;
    }

  return -1;
}
