/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-person.h"

G_BEGIN_DECLS

/**
 * LiaisonSource:
 * @address: "" where there is none
 * @published: as LiaisonDate writes it, "" where it is not known
 *
 * A readout as a report names it.
 */
typedef struct
{
  char *title;
  char *issuer;
  char *address;
  char *published;
} LiaisonSource;

/**
 * LiaisonOccasion:
 * @start: as LiaisonDate writes it, "" where it is undated; @end likewise
 * @day: its first day as yyyymmdd, 0 where it is undated
 * @format: the short name of the format; %NULL where it has none
 * @parent: the UUID of the visit around it; %NULL where there is none
 * @n_inside: how many counted engagements are inside it
 * @ours: (element-type LiaisonPerson): those of our side who took part, in order; @theirs likewise
 * @sources: (element-type LiaisonSource): by date of publication
 *
 * An engagement as a report tells it: with what its audience may hear, and nothing else.
 */
typedef struct
{
  gint64            id;
  char             *uuid;
  char             *title;
  char             *start;
  char             *end;
  int               day;
  LiaisonPrecision  precision;
  LiaisonForm       form;
  LiaisonGroup      group;
  LiaisonEvidence   evidence;
  LiaisonInitiated  initiated;
  gboolean          counted;
  char             *place;
  char             *format;
  char             *parent;
  guint             n_inside;
  GPtrArray        *ours;
  GPtrArray        *theirs;
  GPtrArray        *sources;
} LiaisonOccasion;

/**
 * liaison_occasion_load:
 * @id: the key of an engagement that the audience may hear of
 *
 * Returns: (transfer full): the engagement; %NULL with an error
 */
LiaisonOccasion *liaison_occasion_load (LiaisonDb *db, gint64 id, const LiaisonTelling *telling, GError **error);
void             liaison_occasion_free (LiaisonOccasion *occasion);

/**
 * liaison_occasion_load_inside:
 *
 * Returns: (transfer full) (element-type gint32): the keys of the counted engagements inside a visit that the audience may hear of, by date
 */
GArray          *liaison_occasion_load_inside (LiaisonDb *db, gint64 id, const LiaisonTelling *telling, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonOccasion, liaison_occasion_free)

G_END_DECLS
