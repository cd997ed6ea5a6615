/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-pair-map-private.h"

#define FIRST_SIZE 64

LiaisonPairMap *
liaison_pair_map_new (void)
{
  LiaisonPairMap *map = g_new0 (LiaisonPairMap, 1);

  map->size = FIRST_SIZE;
  map->keys = g_new (guint64, map->size);
  map->places = g_new0 (guint32, map->size);

  return map;
}

void
liaison_pair_map_free (LiaisonPairMap *map)
{
  g_free (map->keys);
  g_free (map->places);
  g_free (map);
}

static inline guint64
join (guint32 first,
      guint32 second)
{
  return (guint64) first << 32 | second;
}

/* Where the key is, or the free slot where it would be: there always is one, since no more than half of them are taken. */
static inline guint
find_slot (const LiaisonPairMap *map,
           guint64               key)
{
  guint slot = (key ^ key >> 32) * 0x9e3779b97f4a7c15u >> 32 & (map->size - 1);

  while (map->places[slot] != 0 && map->keys[slot] != key)
    slot = (slot + 1) & (map->size - 1);

  return slot;
}

static void
grow (LiaisonPairMap *map)
{
  LiaisonPairMap old = *map;

  map->size *= 2;
  map->keys = g_new (guint64, map->size);
  map->places = g_new0 (guint32, map->size);
  for (guint i = 0; i < old.size; i++)
    {
      guint slot;

      if (old.places[i] == 0)
        continue;
      slot = find_slot (map, old.keys[i]);
      map->keys[slot] = old.keys[i];
      map->places[slot] = old.places[i];
    }
  g_free (old.keys);
  g_free (old.places);
}

guint
liaison_pair_map_add (LiaisonPairMap *map,
                      guint32         first,
                      guint32         second,
                      gboolean       *is_new)
{
  guint64 key = join (first, second);
  guint slot = find_slot (map, key);

  *is_new = map->places[slot] == 0;
  if (!*is_new)
    return map->places[slot] - 1;

  map->keys[slot] = key;
  map->places[slot] = ++map->n;
  if (map->n * 2 > map->size)
    grow (map);

  return map->n - 1;
}

int
liaison_pair_map_find (const LiaisonPairMap *map,
                       guint32               first,
                       guint32               second)
{
  return (int) map->places[find_slot (map, join (first, second))] - 1;
}
