/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-derive-traits-private.h"

#include "liaison-rows-private.h"

#include <string.h>

/* Of an engagement */

#define OF_NOBODY_OF_OURS (LIAISON_TRAIT_NO_CONTACT_OF_OURS | LIAISON_TRAIT_NO_OFFICE | LIAISON_TRAIT_NO_LEVEL_OF_OURS)
#define OF_NOBODY_OF_THEIRS \
  (LIAISON_TRAIT_NO_CONTACT | LIAISON_TRAIT_NO_COUNTRY | LIAISON_TRAIT_NO_ORGANISATION | LIAISON_TRAIT_NO_LEVEL)

static gboolean
has_organisation (const LiaisonDeriveParticipation *participation)
{
  return participation->organisation != NULL || participation->derived[LIAISON_DERIVED_SEAT_ORGANISATION] != 0
    || (participation->post != NULL && participation->post->organisation != 0);
}

static LiaisonTraits
get_traits_of_ours (const LiaisonDeriveParticipation *participation)
{
  LiaisonTraits traits = LIAISON_TRAIT_OURS;

  if (participation->derived[LIAISON_DERIVED_COUNTS])
    traits |= LIAISON_TRAIT_OUR_COUNTS;
  if (participation->contact_id == 0)
    traits |= LIAISON_TRAIT_NO_CONTACT_OF_OURS;
  if (!has_organisation (participation))
    traits |= LIAISON_TRAIT_NO_OFFICE;
  if (participation->derived[LIAISON_DERIVED_LEVEL] == 0)
    traits |= LIAISON_TRAIT_NO_LEVEL_OF_OURS;

  return traits;
}

static LiaisonTraits
get_traits_of_theirs (const LiaisonDeriveParticipation *participation)
{
  LiaisonTraits traits = LIAISON_TRAIT_THEIRS;

  if (participation->derived[LIAISON_DERIVED_COUNTS])
    traits |= LIAISON_TRAIT_THEIR_COUNTS | LIAISON_TRAIT_THEIR_REACHED;
  if (participation->is_represented)
    traits |= LIAISON_TRAIT_THEIR_REACHED;
  if (participation->contact_id == 0)
    traits |= LIAISON_TRAIT_NO_CONTACT;
  if (*participation->seat_country == '\0')
    traits |= LIAISON_TRAIT_NO_COUNTRY;
  if (!has_organisation (participation))
    traits |= LIAISON_TRAIT_NO_ORGANISATION;
  if (participation->derived[LIAISON_DERIVED_LEVEL] == 0)
    traits |= LIAISON_TRAIT_NO_LEVEL;

  return traits;
}

static LiaisonTraits
get_traits (const LiaisonDeriveParticipation *participation)
{
  if (participation->is_absent)
    return 0;

  switch (participation->side)
    {
    case LIAISON_SIDE_OURS:
      return get_traits_of_ours (participation);

    case LIAISON_SIDE_THEIRS:
      return get_traits_of_theirs (participation);

    case LIAISON_SIDE_THIRD:
      return LIAISON_TRAIT_THIRD;

    default:
      return 0;
    }
}

static gboolean
has_seat (const LiaisonDeriveParticipation *participation)
{
  return participation->side == LIAISON_SIDE_THEIRS && !participation->is_absent
    && (*participation->seat_country != '\0' || participation->derived[LIAISON_DERIVED_SEAT_ORGANISATION] != 0);
}

static gboolean
have_one_seat (const LiaisonDeriveParticipation *a,
               const LiaisonDeriveParticipation *b)
{
  return a->derived[LIAISON_DERIVED_SEAT_ORGANISATION] == b->derived[LIAISON_DERIVED_SEAT_ORGANISATION]
    && strcmp (a->seat_country, b->seat_country) == 0;
}

/* One seat, several, or none. */
static LiaisonTraits
get_trait_of_seats (const GArray *participations)
{
  const LiaisonDeriveParticipation *first = NULL;

  for (guint i = 0; i < participations->len; i++)
    {
      const LiaisonDeriveParticipation *participation = &g_array_index (participations, LiaisonDeriveParticipation, i);

      if (!has_seat (participation))
        continue;
      if (first == NULL)
        first = participation;
      else if (!have_one_seat (first, participation))
        return LIAISON_TRAIT_MULTILATERAL;
    }

  return first != NULL ? LIAISON_TRAIT_BILATERAL : 0;
}

static gboolean
has_rank (const LiaisonDeriveParticipation *participation,
          LiaisonSide                       side)
{
  return participation->side == side && participation->derived[LIAISON_DERIVED_COUNTS] && participation->derived[LIAISON_DERIVED_LEVEL] != 0
    && participation->derived[LIAISON_DERIVED_PORTFOLIO] != 0;
}

static gboolean
has_peer (const GArray                     *participations,
          const LiaisonDeriveParticipation *ours)
{
  for (guint i = 0; i < participations->len; i++)
    {
      const LiaisonDeriveParticipation *other = &g_array_index (participations, LiaisonDeriveParticipation, i);

      if (has_rank (other, LIAISON_SIDE_THEIRS)
          && other->derived[LIAISON_DERIVED_LEVEL] == ours->derived[LIAISON_DERIVED_LEVEL]
          && other->derived[LIAISON_DERIVED_PORTFOLIO] == ours->derived[LIAISON_DERIVED_PORTFOLIO])
        return TRUE;
    }

  return FALSE;
}

static gboolean
have_one_rank (const GArray *participations)
{
  for (guint i = 0; i < participations->len; i++)
    {
      const LiaisonDeriveParticipation *participation = &g_array_index (participations, LiaisonDeriveParticipation, i);

      if (has_rank (participation, LIAISON_SIDE_OURS) && has_peer (participations, participation))
        return TRUE;
    }

  return FALSE;
}

LiaisonTraits
liaison_derive_traits_of_participations (const GArray *participations,
                                         gboolean      is_formal)
{
  LiaisonTraits traits = is_formal ? LIAISON_TRAIT_MULTILATERAL : get_trait_of_seats (participations);

  for (guint i = 0; i < participations->len; i++)
    traits |= get_traits (&g_array_index (participations, LiaisonDeriveParticipation, i));

  if (!(traits & LIAISON_TRAIT_OURS))
    traits |= OF_NOBODY_OF_OURS;
  if (!(traits & LIAISON_TRAIT_THEIRS))
    traits |= OF_NOBODY_OF_THEIRS;
  if (have_one_rank (participations))
    traits |= LIAISON_TRAIT_SAME_RANK;

  return traits;
}

/* Storing */

struct _LiaisonDeriveTraits
{
  LiaisonDeriveMode *mode;
  LiaisonSql        *select;
  LiaisonSql        *replace;
  gint64             chunk;   /* the one at hand; -1 for none */
  gboolean           differs; /* from what is stored */
  gint64             is_stale; /* whether some have yet to be made, and so cannot be compared */
  guint32            numbers[LIAISON_TRAITS_IN_CHUNK]; /* as they are stored */
};

static gboolean
read_stale (LiaisonDeriveMode  *mode,
            gint64             *is_stale,
            GError            **error)
{
  return liaison_sql_query_integer (mode->db, "SELECT EXISTS (SELECT 1 FROM stale_traits)", 0, is_stale, error);
}

LiaisonDeriveTraits *
liaison_derive_traits_new (LiaisonDeriveMode  *mode,
                           GError            **error)
{
  g_autoptr (LiaisonDeriveTraits) self = g_new0 (LiaisonDeriveTraits, 1);

  self->mode = mode;
  self->chunk = -1;
  self->select = liaison_sql_new (mode->db, "SELECT numbers FROM traits WHERE chunk = ?1", error);
  self->replace = self->select ? liaison_sql_new (mode->db, "REPLACE INTO traits (chunk, numbers) VALUES (?1, ?2)", error) : NULL;
  if (self->replace == NULL || !read_stale (mode, &self->is_stale, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
liaison_derive_traits_free (LiaisonDeriveTraits *self)
{
  g_clear_pointer (&self->select, liaison_sql_free);
  g_clear_pointer (&self->replace, liaison_sql_free);
  g_free (self);
}

static gboolean
read_chunk (LiaisonDeriveTraits  *self,
            gint64                chunk,
            GError              **error)
{
  g_autoptr (GError) failure = NULL;

  memset (self->numbers, 0, sizeof self->numbers);
  liaison_sql_bind_integer (self->select, 1, chunk);
  if (liaison_sql_step (self->select, &failure))
    {
      gsize size;
      const void *numbers = liaison_sql_get_blob (self->select, 0, &size);

      if (size > 0)
        memcpy (self->numbers, numbers, MIN (size, sizeof self->numbers));
    }
  liaison_sql_reset (self->select);
  self->chunk = failure == NULL ? chunk : -1;

  return liaison_rows_end (&failure, error);
}

gboolean
liaison_derive_traits_flush (LiaisonDeriveTraits  *self,
                             GError              **error)
{
  if (!self->differs)
    return TRUE;

  self->differs = FALSE;
  liaison_sql_bind_integer (self->replace, 1, self->chunk);
  liaison_sql_bind_blob (self->replace, 2, self->numbers, sizeof self->numbers);

  return liaison_sql_run (self->replace, error);
}

gboolean
liaison_derive_traits_store (LiaisonDeriveTraits  *self,
                             gint64                engagement,
                             LiaisonTraits         traits,
                             GError              **error)
{
  gint64 chunk = engagement / LIAISON_TRAITS_IN_CHUNK;
  guint32 number = GUINT32_TO_LE ((guint32) traits);
  guint32 *place;

  /* Only in a damaged store a key is negative. */
  if (engagement < 0 || (self->mode->found != NULL && self->is_stale))
    return TRUE;

  place = &self->numbers[engagement % LIAISON_TRAITS_IN_CHUNK];
  if (chunk != self->chunk && (!liaison_derive_traits_flush (self, error) || !read_chunk (self, chunk, error)))
    return FALSE;
  if (*place == number)
    return TRUE;

  if (self->mode->found != NULL)
    {
      self->mode->found (LIAISON_KIND_ENGAGEMENT, engagement, "traits", self->mode->found_data);
      return TRUE;
    }

  *place = number;
  self->differs = TRUE;

  return TRUE;
}

/* Those that are stored for what is no engagement. */
static gboolean
verify_chunk (LiaisonDeriveMode  *mode,
              LiaisonSql         *engagement,
              gint64              first,
              const guint32      *numbers,
              GError            **error)
{
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < LIAISON_TRAITS_IN_CHUNK && failure == NULL; i++)
    {
      if (numbers[i] == 0)
        continue;

      liaison_sql_bind_integer (engagement, 1, first + i);
      if (!liaison_sql_step (engagement, &failure) && failure == NULL)
        mode->found (LIAISON_KIND_ENGAGEMENT, first + i, "traits", mode->found_data);
      liaison_sql_reset (engagement);
    }

  return liaison_rows_end (&failure, error);
}

gboolean
liaison_derive_traits_verify (LiaisonDeriveMode  *mode,
                              GError            **error)
{
  g_autoptr (LiaisonSql) chunks = liaison_sql_new (mode->db, "SELECT chunk, numbers FROM traits ORDER BY chunk", error);
  g_autoptr (LiaisonSql) engagement = chunks ? liaison_sql_new (mode->db, "SELECT 1 FROM engagement WHERE id = ?1", error) : NULL;
  g_autoptr (GError) failure = NULL;

  if (engagement == NULL)
    return FALSE;

  while (failure == NULL && liaison_sql_step (chunks, &failure))
    {
      gint64 chunk = liaison_sql_get_integer (chunks, 0);
      guint32 numbers[LIAISON_TRAITS_IN_CHUNK];
      gsize size;
      const void *stored = liaison_sql_get_blob (chunks, 1, &size);

      if (chunk < 0 || chunk > G_MAXINT32 / LIAISON_TRAITS_IN_CHUNK || size != sizeof numbers)
        {
          mode->found (LIAISON_KIND_ENGAGEMENT, 0, "traits", mode->found_data);
          continue;
        }

      memcpy (numbers, stored, sizeof numbers);
      verify_chunk (mode, engagement, chunk * LIAISON_TRAITS_IN_CHUNK, numbers, &failure);
    }

  return liaison_rows_end (&failure, error);
}
