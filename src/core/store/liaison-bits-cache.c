/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-bits-cache-private.h"

#include "liaison-db-private.h"
#include "liaison-db-version-private.h"

/* 125 kB each in a store of a million engagements. */
#define MOST_KEPT 12

typedef struct
{
  char        *key;
  LiaisonBits *bits;
} Entry;

typedef struct
{
  LiaisonDbVersion version;
  Entry            entries[MOST_KEPT]; /* the one that was used last comes first */
  guint            n_entries;
} Cache;

static void
clear_entry (Entry *entry)
{
  g_free (entry->key);
  liaison_bits_free (entry->bits);
}

static void
clear (Cache *cache)
{
  for (guint i = 0; i < cache->n_entries; i++)
    clear_entry (&cache->entries[i]);
  cache->n_entries = 0;
}

static void
free_cache (gpointer data)
{
  clear (data);
  g_free (data);
}

static Cache *
get_cache (LiaisonDb *db)
{
  Cache *cache = liaison_db_get_data (db, LIAISON_BITS_CACHE);

  if (!cache)
    {
      cache = g_new0 (Cache, 1);
      liaison_db_set_data (db, LIAISON_BITS_CACHE, cache, free_cache);
    }

  return cache;
}

static void
put_first (Cache *cache,
           guint  i,
           Entry  entry)
{
  memmove (&cache->entries[1], &cache->entries[0], i * sizeof (Entry));
  cache->entries[0] = entry;
}

gboolean
liaison_bits_cache_find (LiaisonDb          *db,
                         const char         *key,
                         const LiaisonBits **bits,
                         GError            **error)
{
  Cache *cache = get_cache (db);
  LiaisonDbVersion version;

  *bits = NULL;
  if (!liaison_db_version_read (db, &version, error))
    return FALSE;

  if (!liaison_db_version_equal (&cache->version, &version))
    clear (cache);
  cache->version = version;

  for (guint i = 0; i < cache->n_entries && !*bits; i++)
    {
      if (!g_str_equal (cache->entries[i].key, key))
        continue;

      put_first (cache, i, cache->entries[i]);
      *bits = cache->entries[0].bits;
    }

  return TRUE;
}

void
liaison_bits_cache_keep (LiaisonDb   *db,
                         const char  *key,
                         LiaisonBits *bits)
{
  Cache *cache = get_cache (db);

  /* Of two that are found together one may be there still. */
  for (guint i = 0; i < cache->n_entries; i++)
    {
      if (!g_str_equal (cache->entries[i].key, key))
        continue;

      liaison_bits_free (cache->entries[i].bits);
      cache->entries[i].bits = bits;
      return;
    }

  if (cache->n_entries == MOST_KEPT)
    clear_entry (&cache->entries[--cache->n_entries]);
  put_first (cache, cache->n_entries++, (Entry) { g_strdup (key), bits });
}
