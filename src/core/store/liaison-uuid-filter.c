/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-uuid-filter-private.h"

#include <string.h>

/* Four megabytes.  The bits of a UUID are all in one word, so that looking it up takes one access to memory. */
#define LOG_N_WORDS 19
#define N_BITS 4

struct _LiaisonUuidFilter
{
  guint64 words[1 << LOG_N_WORDS];
};

LiaisonUuidFilter *
liaison_uuid_filter_new (void)
{
  return g_new0 (LiaisonUuidFilter, 1);
}

void
liaison_uuid_filter_free (LiaisonUuidFilter *filter)
{
  g_free (filter);
}

/* Some UUIDs differ in their first half (the time of version 7), others in their last bytes: each bit of both moves all bits of this. */
static guint64
hash (const guint8 uuid[16])
{
  guint64 halves[2];
  guint64 mixed;

  memcpy (halves, uuid, sizeof halves);
  mixed = GUINT64_FROM_BE (halves[0]) * G_GUINT64_CONSTANT (0xC2B2AE3D27D4EB4F) ^ GUINT64_FROM_BE (halves[1]);
  /* The finaliser of MurmurHash3. */
  mixed = (mixed ^ mixed >> 33) * G_GUINT64_CONSTANT (0xFF51AFD7ED558CCD);
  mixed = (mixed ^ mixed >> 33) * G_GUINT64_CONSTANT (0xC4CEB9FE1A85EC53);

  return mixed ^ mixed >> 33;
}

static guint64
get_mask (guint64 hashed)
{
  guint64 mask = 0;

  for (guint i = 0; i < N_BITS; i++)
    mask |= G_GUINT64_CONSTANT (1) << (hashed >> (6 * i) & 63);

  return mask;
}

void
liaison_uuid_filter_add (LiaisonUuidFilter *filter,
                         const guint8       uuid[16])
{
  guint64 hashed = hash (uuid);

  filter->words[hashed >> (64 - LOG_N_WORDS)] |= get_mask (hashed);
}

gboolean
liaison_uuid_filter_has (const LiaisonUuidFilter *filter,
                         const guint8             uuid[16])
{
  guint64 hashed = hash (uuid);
  guint64 mask = get_mask (hashed);

  return (filter->words[hashed >> (64 - LOG_N_WORDS)] & mask) == mask;
}
