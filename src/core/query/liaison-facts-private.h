/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-bits-private.h"

G_BEGIN_DECLS

/* How many participations an engagement has that do not follow one another. */
#define LIAISON_PARTS_SCATTERED 255

/**
 * LiaisonProfile:
 * @bodies: the organisations that a participation is counted for: its seat, itself, that of its post; 0 for none
 * @country: the seat, as liaison_country_to_value()
 *
 * What many participations have in common.
 */
typedef struct
{
  gint64  country;
  guint32 bodies[3];
  guint32 heads;
  guint32 level;
  guint16 side;
  guint16 counts;
} LiaisonProfile;

/**
 * LiaisonFacts:
 * @days: by key of an engagement, its first day as yyyymmdd, 0 where it is undated; @forms, @groups, @initiateds and @formats (the key of an
 *   organisation, or 0) likewise
 * @first_parts: by key of an engagement, its first participation
 * @n_parts: how many participations follow one another from the first on; %LIAISON_PARTS_SCATTERED where they do not
 * @contacts: by key of a participation: a key, or 0
 * @profiles: (element-type LiaisonProfile): the first one is nobody's
 * @counted: the counted engagements
 * @announced: those that are known from announcements only
 * @planned: those that are planned
 * @are_long: the engagements of more than one day
 * @long_days: their last days, by their keys
 * @n_contacts: the keys of contacts are below
 * @first_day: the first day on which an engagement begins, and @last_day the last one; 0 where all are undated
 * @contact_names: the names of contacts that were asked for, by key (LiaisonValueName); @organisation_names and @topic_names likewise
 *
 * What the figures of a store are counted from, in memory: sixteen bytes for an engagement and six for a participation, each
 * property by itself, since a figure needs few of them.  The rules are those of
 * liaison-match.c and liaison-count-cells.c, which read either these or the same columns by SQL.
 */
typedef struct
{
  guint        n_engagements;
  guint        n_participations;
  guint        n_contacts;
  int          first_day;
  int          last_day;
  int         *days;
  guint8      *forms;
  guint8      *groups;
  guint8      *initiateds;
  guint32     *formats;
  guint32     *first_parts;
  guint8      *n_parts;
  guint32     *contacts;
  guint16     *narrow_profiles; /* by key of a participation; %NULL where there are too many */
  guint32     *wide_profiles;
  GArray      *profiles;
  GHashTable  *scattered; /* engagement → GArray of the keys of its participations */
  GHashTable  *long_days;
  GHashTable  *contact_names;
  GHashTable  *organisation_names;
  GHashTable  *topic_names;
  LiaisonBits *are_long;
  LiaisonBits *all;
  LiaisonBits *counted;
  LiaisonBits *announced;
  LiaisonBits *planned;
} LiaisonFacts;

/**
 * liaison_facts_find:
 * @facts: (out) (transfer none) (nullable): what is kept with the connection, and still so; %NULL where nothing is
 *
 * Called inside a snapshot, as liaison_facts_prepare().
 */
gboolean      liaison_facts_find    (LiaisonDb *db, const LiaisonFacts **facts, GError **error);

/**
 * liaison_facts_prepare:
 *
 * Reads the facts where they are not there or no longer so, to be kept with the connection.  Reads both tables once from beginning to end.
 */
gboolean      liaison_facts_prepare (LiaisonDb *db, GError **error);

/* Between liaison-facts.c and liaison-facts-load.c. */
LiaisonFacts *liaison_facts_load    (LiaisonDb *db, GError **error);
void          liaison_facts_free    (LiaisonFacts *facts);

/* Returns: the last day of an engagement that is long, as yyyymmdd */
int           liaison_facts_get_long_day (const LiaisonFacts *facts, guint engagement);

/* Returns: the last day of an engagement, as yyyymmdd; 0 where it is undated */
static inline int
liaison_facts_get_last_day (const LiaisonFacts *facts,
                            guint               engagement)
{
  if (liaison_bits_test (facts->are_long, engagement))
    return liaison_facts_get_long_day (facts, engagement);

  return facts->days[engagement];
}

static inline guint32
liaison_facts_get_profile (const LiaisonFacts *facts,
                           guint               participation)
{
  return facts->narrow_profiles ? facts->narrow_profiles[participation] : facts->wide_profiles[participation];
}

/**
 * LiaisonParts:
 *
 * The participations of an engagement: @first, @first + 1…, or where these are scattered, the keys.
 */
typedef struct
{
  const guint32 *keys;
  guint          first;
  guint          n;
} LiaisonParts;

LiaisonParts  liaison_facts_get_scattered (const LiaisonFacts *facts, guint engagement);

static inline LiaisonParts
liaison_facts_get_parts (const LiaisonFacts *facts,
                         guint               engagement)
{
  if (facts->n_parts[engagement] == LIAISON_PARTS_SCATTERED)
    return liaison_facts_get_scattered (facts, engagement);

  return (LiaisonParts) { NULL, facts->first_parts[engagement], facts->n_parts[engagement] };
}

static inline guint
liaison_parts_get_key (const LiaisonParts *parts,
                       guint               index)
{
  return parts->keys ? parts->keys[index] : parts->first + index;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonFacts, liaison_facts_free)

G_END_DECLS
