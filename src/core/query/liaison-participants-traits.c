/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-participants-private.h"

#include "liaison-bits-cache-private.h"
#include "liaison-rows-private.h"

#include <string.h>

/* ?1 is whether the traits follow what contacts are. */
static const char is_stale[] = "SELECT EXISTS (SELECT 1 FROM stale_traits) OR (?1 AND EXISTS (SELECT 1 FROM stale_contact))";

static const char all_chunks[] = "SELECT chunk, numbers FROM traits";

/* One by one, these are the last ones. */
#define ALL_INITIATED (LIAISON_TRAIT_GROUP - LIAISON_TRAIT_INITIATED)
#define ALL_GROUPS (G_MAXINT32 - LIAISON_TRAIT_GROUP + 1)

/* What an engagement says itself, and so may be told whoever took part. */
#define OF_ITSELF (LIAISON_TRAIT_UNSOURCED | LIAISON_TRAIT_SPOKEN | ALL_INITIATED | ALL_GROUPS)

/* What follows from posts and countries of contacts. */
#define OF_CONTACTS \
  (LIAISON_TRAIT_BILATERAL | LIAISON_TRAIT_MULTILATERAL | LIAISON_TRAIT_SAME_RANK | LIAISON_TRAIT_NO_COUNTRY | LIAISON_TRAIT_NO_ORGANISATION \
   | LIAISON_TRAIT_NO_LEVEL | LIAISON_TRAIT_NO_OFFICE | LIAISON_TRAIT_NO_LEVEL_OF_OURS)

/* Of these an audience may have to hear less where all participations may be told: of topics, and of organisations where somebody holds a post. */
#define TOLD_TO_FEWER (LIAISON_TRAIT_TOPIC | LIAISON_TRAIT_NO_ORGANISATION | LIAISON_TRAIT_NO_OFFICE)

G_STATIC_ASSERT (LIAISON_TRAITS_IN_CHUNK % 64 == 0);

/* Sixty-four numbers, or those that are left. */
static guint64
find_word (const guint8  *numbers,
           gsize          n,
           LiaisonTraits  traits)
{
  guint64 word = 0;

  for (gsize i = 0; i < n; i++)
    {
      guint32 number;

      memcpy (&number, numbers + 4 * i, sizeof number);
      word |= (guint64) ((GUINT32_FROM_LE (number) & traits) == traits) << i;
    }

  return word;
}

static void
add_chunk (LiaisonBits   *bits,
           gint64         chunk,
           const guint8  *numbers,
           gsize          size,
           LiaisonTraits  traits)
{
  gsize n = MIN (size / 4, LIAISON_TRAITS_IN_CHUNK);

  /* In a damaged store a chunk can be anywhere. */
  if (chunk < 0 || chunk > bits->size / LIAISON_TRAITS_IN_CHUNK)
    return;

  for (gsize i = 0; i < n; i += 64)
    {
      gsize first = chunk * LIAISON_TRAITS_IN_CHUNK + i;

      if (first < bits->size)
        bits->words[first / 64] |= find_word (numbers + 4 * i, MIN (MIN (n - i, 64), bits->size - first), traits);
    }
}

static gboolean
read_traits (LiaisonDb      *db,
             LiaisonTraits   traits,
             LiaisonBits    *bits,
             GError        **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, all_chunks, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  while (liaison_sql_step (sql, &failure))
    {
      gsize size;
      const guint8 *numbers = liaison_sql_get_blob (sql, 1, &size);

      add_chunk (bits, liaison_sql_get_integer (sql, 0), numbers, size, traits);
    }

  return liaison_rows_end (&failure, error);
}

/* Whether they are true for the audience. */
static gboolean
are_told (LiaisonParticipants *self,
          LiaisonTraits        traits)
{
  if (!(traits & ~OF_ITSELF))
    return TRUE;

  return !self->hidden && !self->untitled && !(self->audience && traits & TOLD_TO_FEWER);
}

gboolean
liaison_participants_collect_traits (LiaisonParticipants  *self,
                                     LiaisonTraits         traits,
                                     LiaisonBits          *engagements,
                                     gboolean             *is_known,
                                     GError              **error)
{
  g_autofree char *key = g_strdup_printf ("traits %u", (guint) traits);
  g_autoptr (LiaisonBits) found = NULL;
  const LiaisonBits *known;
  gint64 stale;

  *is_known = FALSE;
  if (!are_told (self, traits))
    return TRUE;
  if (!liaison_sql_query_integer (self->db, is_stale, (traits & OF_CONTACTS) != 0, &stale, error) || !liaison_bits_cache_find (self->db, key, &known, error))
    return FALSE;
  if (stale)
    return TRUE;

  *is_known = TRUE;
  if (known)
    {
      liaison_bits_unite (engagements, known);
      return TRUE;
    }

  found = liaison_bits_new (engagements->size);
  if (!read_traits (self->db, traits, found, error))
    return FALSE;

  liaison_bits_unite (engagements, found);
  liaison_bits_cache_keep (self->db, key, g_steal_pointer (&found));

  return TRUE;
}

gboolean
liaison_participants_collect_traits_or (LiaisonParticipants  *self,
                                        LiaisonTraits         traits,
                                        const char           *text,
                                        gint64                a,
                                        LiaisonBits          *engagements,
                                        GError              **error)
{
  gboolean is_known;

  return liaison_participants_collect_traits (self, traits, engagements, &is_known, error)
    && (is_known || liaison_bits_collect (engagements, self->db, text, NULL, a, 0, error));
}
