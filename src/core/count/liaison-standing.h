/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-suggestion.h"
#include "liaison-tokens.h"

G_BEGIN_DECLS

/**
 * liaison_standing_on_day:
 * @contact: a contact
 * @post: (nullable): the post that was said to be held; "" and %NULL leave it to the day
 * @day: a day as yyyymmdd; 0 where none is known
 *
 * Finds under which title somebody takes part in an engagement of that day, as liaison-derive.c does for those in the store.
 *
 * Returns: (transfer full): the contact with its title as detail, and with its country unless the post is one of an international
 *   organisation; %NULL with %LIAISON_ERROR_NOT_FOUND where there is no such contact
 */
LiaisonSuggestion *liaison_standing_on_day (LiaisonDb   *db,
                                            const char  *contact,
                                            const char  *post,
                                            int          day,
                                            GError     **error);

/**
 * liaison_standing_members:
 * @grouping: an organisation
 * @day: a day as yyyymmdd
 *
 * Returns: (transfer full) (element-type LiaisonSuggestion): the countries and organisations that were members of @grouping on that day, by
 *   name, countries first; %NULL with an error
 */
GPtrArray         *liaison_standing_members (LiaisonDb   *db,
                                             const char  *grouping,
                                             int          day,
                                             GError     **error);

/**
 * LiaisonGrouping:
 * @name: its short name, or its name
 * @n_members: how many members it had on the day
 * @is_region: whether it goes by its whole name only, as a part of the world does
 */
typedef struct
{
  char     *uuid;
  char     *name;
  int       n_members;
  gboolean  is_region;
} LiaisonGrouping;

/**
 * liaison_standing_groupings:
 * @day: a day as yyyymmdd
 * @most: the greatest sensitivity of a grouping that is wanted
 *
 * Returns: (transfer full) (element-type LiaisonGrouping): the groupings that had members on that day, those with the fewest first; %NULL with an
 *   error
 */
GPtrArray         *liaison_standing_groupings (LiaisonDb           *db,
                                               int                  day,
                                               LiaisonSensitivity   most,
                                               GError             **error);

G_END_DECLS
