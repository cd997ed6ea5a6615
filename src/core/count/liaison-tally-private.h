/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-tokens.h"

G_BEGIN_DECLS

/**
 * LiaisonTallies:
 * @size: the keys are below
 * @counted: by key, the counted engagements that a contact or an organisation takes part in
 * @last: by key, the last day of these, as yyyymmdd; 0 where there is none with a date
 *
 * What LIAISON_SQL_OF_CONTACT() and LIAISON_SQL_OF_ORGANISATION() say of one record, of all records in one pass.
 */
typedef struct
{
  guint  size;
  int   *counted;
  int   *last;
} LiaisonTallies;

/**
 * liaison_tallies_new:
 * @entity: contacts or organisations
 *
 * Returns: (transfer full): the tallies; %NULL with an error
 */
LiaisonTallies *liaison_tallies_new  (LiaisonDb *db, LiaisonEntity entity, GError **error);
void            liaison_tallies_free (LiaisonTallies *tallies);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonTallies, liaison_tallies_free)

G_END_DECLS
