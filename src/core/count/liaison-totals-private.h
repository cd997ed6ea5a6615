/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-count-private.h"
#include "liaison-count-totals.h"

G_BEGIN_DECLS

/**
 * LiaisonTotal:
 * @secrecy: the greatest sensitivity of its own and of those whom it names
 * @principals: (element-type gint64): keys; @offices, @counterparts, @bodies likewise
 * @seats: (element-type gint64): the seats that it states, or those of its counterparts: a country as liaison_country_to_value() has it, an
 *   organisation as its negative key; of a grouping, those of its members
 * @organisations: (element-type gint64): the organisations that it states, or those of its counterparts
 * @levels: (element-type gint64): of its counterparts
 * @covered_engagements: (element-type gint64): keys
 * @covered_totals: (element-type gint64): keys
 *
 * A stated total with what follows from its fields.
 */
typedef struct
{
  gint64       id;
  char        *uuid;
  char        *text;
  int          sensitivity;
  int          secrecy;
  gint64       counts;
  int          form;
  gint64       number;
  int          bound;
  int          first;
  int          last;
  gboolean     is_sourced;
  GArray      *principals;
  GArray      *offices;
  GArray      *counterparts;
  GArray      *seats;
  GArray      *organisations;
  GArray      *levels;
  GArray      *covered_engagements;
  GArray      *covered_totals;
} LiaisonTotal;

/* A total with nothing in it. */
LiaisonTotal *liaison_total_new  (void);
void          liaison_total_free (LiaisonTotal *total);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonTotal, liaison_total_free)

/* The first or the last day of a bound of a period, as yyyymmdd. */
int           liaison_total_read_day (const char *text, gboolean last);

/**
 * liaison_totals_load:
 *
 * Returns: (transfer full) (element-type LiaisonTotal): all stated totals of a store, by their keys; %NULL with an error
 */
GPtrArray *liaison_totals_load (LiaisonDb *db, GError **error);

/**
 * liaison_total_matches:
 * @inside: (out): whether its period lies wholly in the span
 * @matches: (out): whether all other terms hold of its own fields
 */
gboolean   liaison_total_matches (LiaisonDb *db, const LiaisonTotal *total, LiaisonQuery *query, gboolean *matches, gboolean *inside, GError **error);

/**
 * liaison_total_get_value:
 * @value: (out): the value of @key that all of it has, as in #LiaisonValues
 *
 * Returns: whether it can be credited to one value
 */
gboolean   liaison_total_get_value (const LiaisonTotal *total, LiaisonCountKey key, gint64 *value);

/**
 * liaison_totals_use:
 * @counted: the engagements that the query counts
 * @totals: (element-type LiaisonTotal): all totals
 *
 * Returns: (transfer full) (element-type LiaisonTotalUse): one for each total, in their order, %NULL for those that do not match
 */
GPtrArray *liaison_totals_use (const LiaisonMatch *match, LiaisonQuery *query, const LiaisonBits *counted, GPtrArray *totals, GError **error);

G_END_DECLS
