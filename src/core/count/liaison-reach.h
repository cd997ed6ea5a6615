/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-query.h"

G_BEGIN_DECLS

/* What one needs beside figures to tell who has been reached, and who has not. */

/**
 * liaison_reach_list_members:
 * @grouping: the name of a grouping, as in a query
 * @day: a day as yyyymmdd
 *
 * Returns: (transfer full) (element-type utf8): the codes of the countries that are members of the grouping on that day, by name; empty where
 *   no grouping is called so; %NULL with an error
 */
GPtrArray *liaison_reach_list_members (LiaisonDb *db, const char *grouping, int day, GError **error);

/**
 * liaison_reach_dup_ours:
 * @query: what was asked
 * @engagement: the key of an engagement, as #LiaisonGridFigure has the last one
 *
 * Returns: (transfer full): who took part of ours, as lists show it, but for an audience those who spoke and of whom it may hear; "" where there is
 *   no such engagement; %NULL with an error
 */
char      *liaison_reach_dup_ours     (LiaisonDb *db, LiaisonQuery *query, int engagement, GError **error);

/**
 * liaison_reach_dup_own_country:
 *
 * Returns: (transfer full): the country whose engagements the store holds, which is never reached itself; "" where none is set; %NULL with an error
 */
char      *liaison_reach_dup_own_country (LiaisonDb *db, GError **error);

G_END_DECLS
