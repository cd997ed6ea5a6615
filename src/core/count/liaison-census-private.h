/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-count-private.h"

G_BEGIN_DECLS

/**
 * LiaisonCensus:
 * @db: a connection, inside a snapshot
 * @query: what is counted
 * @subject: whether what was held is counted, or what is planned
 * @and_by: a second key, or -1
 * @has_margins: whether the figures by either key alone are wanted as well
 * @most: how many values of the first key are wanted with figures of pairs, those with the greatest figures and all that equal the last of them; 0
 *   for all; @and_most of the second key; only of engagements, and with margins
 * @is_bare: whether figures of whole lines, and of pairs where one key is of engagements, need tell nothing of announced ones and of days
 * @cells: (element-type LiaisonCell): the figures, with what stated totals add; @by_cells, @and_cells and @all_cells those of one key and of none
 * @by_names: (element-type LiaisonValueName): by the codes of @by_values
 *
 * A count as it is made; the first six, @has_margins, @most, @and_most and @is_bare are given.
 */
typedef struct
{
  LiaisonDb        *db;
  LiaisonQuery     *query;
  LiaisonSubject    subject;
  LiaisonCountKey   by;
  int               and_by;
  LiaisonMeasure    measure;
  LiaisonMatch     *match;
  LiaisonBits      *counted;
  LiaisonBits      *announced;
  LiaisonValues    *by_values;
  LiaisonValues    *and_values;
  LiaisonValues    *items;
  GPtrArray        *totals; /* LiaisonTotal */
  GPtrArray        *uses;   /* LiaisonTotalUse, what of them is added */
  gboolean          has_margins;
  guint             most;
  guint             and_most;
  gboolean          is_bare;
  GArray           *cells;
  GArray           *by_cells;  /* NULL without a second key */
  GArray           *and_cells;
  GArray           *all_cells;
  GPtrArray        *by_names;
  GPtrArray        *and_names;
  guint             n_dropped; /* how many values of the first key have no figures, since others have more */
  guint             n_and_dropped;
  int               span_first;
  int               span_last;
} LiaisonCensus;

/* Fills in everything. */
gboolean liaison_census_take  (LiaisonCensus *census, GError **error);
void     liaison_census_clear (LiaisonCensus *census);

/**
 * liaison_census_get_stretch:
 * @first: (inout): the first bucket that has something; of what is to be shown, after it: that of the query's span, where it has such an end
 * @last: (inout): the same of the last one; before @first where nothing has a date
 *
 * Returns: whether the buckets between them can be listed, empty ones included: nobody could look at all of very many
 */
gboolean liaison_census_get_stretch (LiaisonCensus *census, int *first, int *last);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonCensus, liaison_census_clear)

G_END_DECLS
