/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-tokens.h"

G_BEGIN_DECLS

/**
 * LiaisonPerson:
 * @uuid: the contact; %NULL where nobody is named
 * @name: the shown name; of nobody named, the organisation or country that took part
 * @family: the family name, or the shown name of somebody without one
 * @head_count: how many took part, where nobody is named; 0 where that is not known
 * @title: on the day; "" where there is none
 * @tenure: in which @title was held
 * @level: on the day
 * @is_former: whether the title is another one on the day as of which it is told, so that "then-" is due
 * @seat: for what the person sits, as people read it; "" where that is not known
 * @counts: whether it attended as principal, chair or host
 *
 * Somebody as a sentence names them: on the day that it tells of.
 */
typedef struct
{
  char              *uuid;
  char              *name;
  char              *family;
  int                head_count;
  char              *title;
  LiaisonTenure      tenure;
  LiaisonLevel       level;
  gboolean           is_former;
  char              *seat;
  LiaisonRole        role;
  LiaisonAttendance  attendance;
  gboolean           counts;
} LiaisonPerson;

/**
 * LiaisonTelling:
 * @audience: whom it is told to, 0 for everybody who can open the store
 * @day: the day as of which it is told, as yyyymmdd
 *
 * For whom, and as of when, something is told.
 */
typedef struct
{
  LiaisonAudience audience;
  int             day;
} LiaisonTelling;

/**
 * liaison_person_load:
 * @contact: the UUID of a contact
 * @day: the day that is told of, as yyyymmdd
 *
 * Returns: (transfer full): the contact with the title of @day; %NULL with %LIAISON_ERROR_NOT_FOUND where there is none, or where the audience must
 *   not hear of it
 */
LiaisonPerson *liaison_person_load (LiaisonDb *db, const char *contact, int day, const LiaisonTelling *telling, GError **error);
void           liaison_person_free (LiaisonPerson *person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonPerson, liaison_person_free)

G_END_DECLS
