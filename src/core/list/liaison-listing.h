/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-kind.h"

G_BEGIN_DECLS

/**
 * liaison_listing_load:
 * @entity: what is listed
 * @id: a record's key, as liaison_query_ids() gives them
 * @day: the day whose title a contact is listed with, as yyyymmdd
 *
 * A record as a line for machines: its values as they are stored, tokens as words, names in place of links.  For people there is LiaisonRow.
 *
 * Returns: (transfer full): the columns in order, of type a(sv), each a name and a value of type s, b, x or as; %NULL with an error
 */
GVariant *liaison_listing_load (LiaisonDb *db, LiaisonEntity entity, gint32 id, int day, GError **error);

/**
 * liaison_listing_columns:
 *
 * Returns: (transfer none): the names of the columns that liaison_listing_load() gives for @entity, ended by %NULL
 */
const char * const *liaison_listing_columns (LiaisonEntity entity);

G_END_DECLS
