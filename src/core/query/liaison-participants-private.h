/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-audience-private.h"
#include "liaison-bits-private.h"
#include "liaison-query-private.h"
#include "liaison-traits-private.h"

G_BEGIN_DECLS

/**
 * LiaisonPresence:
 * @LIAISON_PRESENCE_PART: neither declined nor absent
 * @LIAISON_PRESENCE_COUNTS: attended as principal, chair or host: "spoke with"
 * @LIAISON_PRESENCE_REACHED: attended or was represented, as principal, chair or host
 *
 * How a participation must have taken part, for a condition on it to hold.
 */
typedef enum { LIAISON_PRESENCE_PART, LIAISON_PRESENCE_COUNTS, LIAISON_PRESENCE_REACHED } LiaisonPresence;

/**
 * LiaisonParticipants:
 *
 * The participations of a store, as far as conditions on them need to know.
 */
typedef struct
{
  LiaisonDb   *db;
  guint        size;
  int          today;
  LiaisonBits *absent;      /* declined or absent */
  LiaisonBits *represented; /* represented as principal, chair or host */
  LiaisonBits *hidden;      /* what the audience must not hear of; %NULL where it hears of all */
  LiaisonBits *untitled;    /* whose post of the day it must not hear of; %NULL where it hears of all */
  int          audience;    /* 0 for everybody who can open the store */
  const LiaisonBits *among; /* the engagements that are asked for: of others nothing need be found; %NULL for all */
  gboolean     has_span;    /* whether they begin on certain days */
  int          first_day;   /* the first one of these, and the last one; 0 where they may be any */
  int          last_day;
  guint        n_in_span;   /* how many engagements are in it, at most */
} LiaisonParticipants;

/**
 * LiaisonCondition:
 * @key: with, country, org, grouping or level; by, office and our-level ask the same of our side as with, org
 *   and level of theirs
 * @list: what it may be, as an array of JSON: keys, codes or levels; %NULL for none at all
 */
typedef struct
{
  LiaisonQueryKey  key;
  char            *list;
} LiaisonCondition;

LiaisonParticipants *liaison_participants_new  (LiaisonDb *db, int today, GError **error);
void                 liaison_participants_free (LiaisonParticipants *self);

/**
 * liaison_participants_are_present:
 *
 * Returns: whether the participation took part as @presence asks
 */
static inline gboolean
liaison_participants_are_present (LiaisonParticipants *self,
                                  guint                key,
                                  gboolean             counts,
                                  LiaisonPresence      presence)
{
  if (self->hidden && liaison_bits_test (self->hidden, key))
    return FALSE;

  switch (presence)
    {
    case LIAISON_PRESENCE_COUNTS:
      return counts;

    case LIAISON_PRESENCE_REACHED:
      return counts || liaison_bits_test (self->represented, key);

    case LIAISON_PRESENCE_PART:
    default:
      return !liaison_bits_test (self->absent, key);
    }
}

/* Returns: whether the audience must not hear of its post, nor so of its level */
static inline gboolean
liaison_participants_are_untitled (LiaisonParticipants *self,
                                   guint                key)
{
  return self->untitled && liaison_bits_test (self->untitled, key);
}

/* Returns: the greatest sensitivity that the audience may hear of */
static inline LiaisonSensitivity
liaison_participants_get_most (LiaisonParticipants *self)
{
  return liaison_audience_get_most (self->audience);
}

/* Returns: whether so few engagements are asked for that it is quicker to look up who took part in each of them than to look at everybody */
static inline gboolean
liaison_participants_are_few (LiaisonParticipants *self)
{
  return self->among && liaison_bits_are_few (self->among);
}

/**
 * liaison_participants_select:
 * @all: a statement on every engagement
 * @few: the same on those whose keys are bound to ?1, a JSON array for json_each()
 *
 * Prepares that of two statements which reads less.
 *
 * Returns: (transfer full): the statement, ready to be stepped; %NULL with an error
 */
LiaisonSql          *liaison_participants_select  (LiaisonParticipants *self, const char *all, const char *few, GError **error);

/**
 * liaison_participants_collect:
 * @text: a statement whose columns are an engagement and the participation for which it is found, or 0
 * @list: (nullable): what is bound to ?1, a JSON array for json_each()
 * @engagements: where they are added, but for those found by a participation that the audience must not hear of
 */
gboolean             liaison_participants_collect (LiaisonParticipants  *self,
                                                   const char           *text,
                                                   const char           *list,
                                                   LiaisonBits          *engagements,
                                                   GError              **error);

/**
 * liaison_participants_collect_traits:
 * @traits: what an engagement must be, all of it
 * @engagements: where those that are it are added
 * @is_known: (out): %FALSE where what is stored does not tell: to this audience, in a store of an earlier schema, and while the engagements of a
 *   contact have yet to follow what has changed; then nothing is added
 */
gboolean             liaison_participants_collect_traits (LiaisonParticipants  *self,
                                                          LiaisonTraits         traits,
                                                          LiaisonBits          *engagements,
                                                          gboolean             *is_known,
                                                          GError              **error);

/**
 * liaison_participants_collect_traits_or:
 * @text: the statement that finds the same where the traits are not known, as liaison_bits_collect() takes it
 * @a: what is bound to its ?2
 */
gboolean             liaison_participants_collect_traits_or (LiaisonParticipants  *self,
                                                             LiaisonTraits         traits,
                                                             const char           *text,
                                                             gint64                a,
                                                             LiaisonBits          *engagements,
                                                             GError              **error);

/**
 * liaison_participants_match:
 * @side: ours or theirs
 * @conditions: (element-type LiaisonCondition): what one and the same participation meets; none asks only that there is one
 * @engagements: where the engagements with such a participation are added; where conditions ask for none only, also those in which nobody of that
 *   side takes part (and keys that no engagement has)
 * @witnesses: (out) (optional) (nullable): these participations; without conditions it may be %NULL for everyone who is present
 */
gboolean             liaison_participants_match (LiaisonParticipants  *self,
                                                 LiaisonSide           side,
                                                 GPtrArray            *conditions,
                                                 LiaisonPresence       presence,
                                                 LiaisonBits          *engagements,
                                                 LiaisonBits         **witnesses,
                                                 GError              **error);

LiaisonCondition    *liaison_condition_new  (LiaisonQueryKey key, char *list);
void                 liaison_condition_free (LiaisonCondition *condition);

/* Returns: (transfer full) (element-type LiaisonCondition): none yet */
GPtrArray           *liaison_conditions_new (void);

/* Returns: whether somebody has to take part; where all of them ask for none, nobody will do as well */
gboolean             liaison_conditions_ask_for_somebody (GPtrArray *conditions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonParticipants, liaison_participants_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonCondition, liaison_condition_free)

G_END_DECLS
