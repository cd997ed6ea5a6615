/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-derive-cache-private.h"
#include "liaison-derive-steps-private.h"

#include "liaison-tokens.h"

G_BEGIN_DECLS

/* The derived columns that are integers. */
enum
{
  LIAISON_DERIVED_DAY,
  LIAISON_DERIVED_POST,
  LIAISON_DERIVED_LEVEL,
  LIAISON_DERIVED_PORTFOLIO,
  LIAISON_DERIVED_SEAT_ORGANISATION,
  LIAISON_DERIVED_COUNTS,
  LIAISON_N_DERIVED
};

/**
 * LiaisonDeriveParticipation:
 * @contact: (nullable): who takes part
 * @organisation: (nullable): or for which organisation nobody is named
 * @country: or for which country; "" otherwise
 * @title: the title that was given by hand for this day; "" otherwise
 * @post: (nullable): the post of the day
 * @seat_organisation: (nullable): for whom the participant sits, unless @seat_country says it
 * @is_absent: whether the participant declined or stayed away
 * @is_represented: whether somebody came instead of a principal, chair or host
 * @is_minor: whether the participant is absent, or is neither principal, chair nor host
 * @derived: what the derived columns should hold
 * @differs: whether they do not
 *
 * A participation with what is derived of it.  What it points to belongs to the cache, the texts to itself.
 */
typedef struct
{
  gint64                           id;
  char                            *uuid;
  LiaisonSide                      side;
  gint64                           position;
  gboolean                         is_absent;
  gboolean                         is_represented;
  gboolean                         is_minor;
  gint64                           contact_id;
  const LiaisonDeriveContact      *contact;
  const LiaisonDeriveOrganisation *organisation;
  char                            *country;
  char                            *title;
  const LiaisonDerivePost         *post;
  const LiaisonDeriveOrganisation *seat_organisation;
  char                            *seat_country;
  gint64                           derived[LIAISON_N_DERIVED];
  gboolean                         differs;
} LiaisonDeriveParticipation;

/**
 * LiaisonDeriveGiven:
 * @day: the first day of the engagement
 *
 * What a participation says itself: keys, 0 where there is none, and texts, "" where there is none.
 */
typedef struct
{
  gint64             contact;
  gint64             organisation;
  gint64             seat_organisation;
  gint64             post;
  const char        *country;
  const char        *seat_country;
  int                day;
  LiaisonRole        role;
  LiaisonAttendance  attendance;
} LiaisonDeriveGiven;

/* Derives a participation: fills in what follows from @given and is not a copy of it. */
gboolean liaison_derive_participation (LiaisonDeriveCache          *cache,
                                       const LiaisonDeriveGiven    *given,
                                       LiaisonDeriveParticipation  *row,
                                       GError                     **error);

/* Binds a derived column that is an integer; of links, 0 is none. */
void     liaison_derive_participation_bind (LiaisonSql *sql, int index, const LiaisonDeriveParticipation *row, int column);

/* The derived columns: the integers in the order of LiaisonDeriveParticipation, the country of the seat last. */
#define LIAISON_DERIVED_COLUMNS "x_day, x_post, x_level, x_portfolio, x_seat_organisation, x_counts, x_seat_country"

/* What participations of one engagement or contact are read and written with. */
typedef struct _LiaisonDeriveParticipations LiaisonDeriveParticipations;

LiaisonDeriveParticipations *liaison_derive_participations_new  (LiaisonDeriveMode *mode, LiaisonDeriveCache *cache, GError **error);
void                         liaison_derive_participations_free (LiaisonDeriveParticipations *participations);

/**
 * liaison_derive_participations_read:
 *
 * Derives the participations of an engagement, and stores or tells what differs.
 *
 * Returns: (transfer none) (element-type LiaisonDeriveParticipation): those of our side first, then theirs, the minor ones of each last,
 *   else by position; it stays until the next call
 */
GArray   *liaison_derive_participations_read       (LiaisonDeriveParticipations *participations, gint64 engagement, GError **error);

/* Derives all of a contact's. */
gboolean  liaison_derive_participations_of_contact (LiaisonDeriveParticipations *participations, gint64 contact, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonDeriveParticipations, liaison_derive_participations_free)

G_END_DECLS
