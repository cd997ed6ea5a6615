/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A map from two numbers to their place, in the order in which they came: what counting looks into for each of millions of pairs, where a
 * GHashTable would allocate a key for each of them.
 */
typedef struct
{
  guint64 *keys;
  guint32 *places; /* counted from 1; 0 is free */
  guint    size;   /* a power of two */
  guint    n;
} LiaisonPairMap;

LiaisonPairMap *liaison_pair_map_new  (void);
void            liaison_pair_map_free (LiaisonPairMap *map);

/**
 * liaison_pair_map_add:
 * @is_new: (out): whether the pair was not there yet
 *
 * Returns: the place of the pair
 */
guint           liaison_pair_map_add  (LiaisonPairMap *map, guint32 first, guint32 second, gboolean *is_new);

/**
 * liaison_pair_map_find:
 *
 * Returns: the place of the pair, or -1 where it is not there
 */
int             liaison_pair_map_find (const LiaisonPairMap *map, guint32 first, guint32 second);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonPairMap, liaison_pair_map_free)

G_END_DECLS
