/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-bits-private.h"
#include "liaison-query-private.h"

G_BEGIN_DECLS

/*
 * Whom a query is for.  "audience:public" looks at what is public only: the engagements, and of those who took part the participations that are
 * public and of public contacts and organisations.  Of a post, a format or a topic that is not public nothing is told, as if there were none.
 * "audience:internal" leaves out what is confidential.
 */

/*
 * Who spoke on a side of an engagement, of those whom an audience may hear of, as lists name them: an expression of SQL, of three others.
 */
#define LIAISON_SQL_TOLD_NAMES(engagement, side, most) \
  "(SELECT coalesce (group_concat (n.name, ', '), '') FROM" \
  " (SELECT CASE WHEN c.family <> '' THEN c.family WHEN c.id THEN c.name WHEN o.short_name <> '' THEN o.short_name WHEN o.id THEN o.name" \
  "   ELSE p.country END AS name" \
  "  FROM participation p LEFT JOIN contact c ON c.id = p.contact LEFT JOIN organisation o ON o.id = p.organisation" \
  "  LEFT JOIN organisation s ON s.id = p.x_seat_organisation" \
  "  WHERE p.engagement = " engagement " AND p.side = " side " AND p.x_counts AND" \
  "   max (p.sensitivity, coalesce (c.sensitivity, 0), coalesce (o.sensitivity, 0), coalesce (s.sensitivity, 0)) <= " most \
  "  ORDER BY p.position, p.id) n WHERE n.name <> '')"

/**
 * liaison_audience_get:
 *
 * Returns: the audience that the query asks for; 0 where it is for everybody who can open the store
 */
LiaisonAudience liaison_audience_get         (LiaisonQuery *query);

/* Returns: the greatest sensitivity that an audience may hear of; 0 is everybody who can open the store */
static inline LiaisonSensitivity
liaison_audience_get_most (LiaisonAudience audience)
{
  return audience ? (LiaisonSensitivity) audience : LIAISON_SENSITIVITY_CONFIDENTIAL;
}

/**
 * liaison_audience_find_hidden:
 * @size: the size of a set of participations
 * @hidden: (out) (transfer full) (nullable): the participations that the audience must not hear of; %NULL where there are none
 */
gboolean        liaison_audience_find_hidden (LiaisonDb *db, LiaisonAudience audience, guint size, LiaisonBits **hidden, GError **error);

/**
 * liaison_audience_find_untitled:
 * @size: the size of a set of participations
 * @untitled: (out) (transfer full) (nullable): the participations whose post of the day the audience must not hear of; %NULL where there are none
 */
gboolean        liaison_audience_find_untitled (LiaisonDb *db, LiaisonAudience audience, guint size, LiaisonBits **untitled, GError **error);

/**
 * liaison_audience_find_records:
 * @table: contact, organisation or topic
 *
 * Returns: (transfer full): the records of the table that the audience must not hear of; %NULL with an error
 */
LiaisonBits    *liaison_audience_find_records (LiaisonDb *db, LiaisonAudience audience, const char *table, GError **error);

/**
 * liaison_audience_collect:
 * @bits: where the engagements are added that the audience may hear of
 */
gboolean        liaison_audience_collect     (LiaisonDb *db, LiaisonAudience audience, LiaisonBits *bits, GError **error);

G_END_DECLS
