/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-keys-private.h"

#include <string.h>

/* 131,072 of 32 bytes each. */
#define LOG_N_ENTRIES 17

typedef struct
{
  guint8 uuid[16];
  gint64 id;
  gint64 kind;
} Entry;

struct _LiaisonKeys
{
  Entry entries[1 << LOG_N_ENTRIES];
};

LiaisonKeys *
liaison_keys_new (void)
{
  return g_new0 (LiaisonKeys, 1);
}

void
liaison_keys_free (LiaisonKeys *keys)
{
  g_free (keys);
}

/* Some UUIDs differ in their first half (the time of version 7), others in their last bytes: all of them move the upper bits of the product. */
static Entry *
get_entry (LiaisonKeys *keys,
           LiaisonKind  kind,
           const guint8 uuid[16])
{
  guint64 halves[2];
  guint64 hash;

  memcpy (halves, uuid, sizeof halves);
  hash = GUINT64_FROM_BE (halves[0]) * G_GUINT64_CONSTANT (0xC2B2AE3D27D4EB4F) ^ GUINT64_FROM_BE (halves[1]) ^ kind;

  return &keys->entries[hash * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) >> (64 - LOG_N_ENTRIES)];
}

void
liaison_keys_add (LiaisonKeys *keys,
                  LiaisonKind  kind,
                  const guint8 uuid[16],
                  gint64       id)
{
  Entry *entry = get_entry (keys, kind, uuid);

  memcpy (entry->uuid, uuid, sizeof entry->uuid);
  entry->kind = kind;
  entry->id = id;
}

gint64
liaison_keys_find (LiaisonKeys *keys,
                   LiaisonKind  kind,
                   const guint8 uuid[16])
{
  const Entry *entry = get_entry (keys, kind, uuid);

  return entry->kind == (gint64) kind && memcmp (entry->uuid, uuid, sizeof entry->uuid) == 0 ? entry->id : 0;
}
