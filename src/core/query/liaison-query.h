/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-kind.h"

G_BEGIN_DECLS

/**
 * LiaisonQuery:
 *
 * A parsed text of the query language: words and key:value terms, joined by and; immutable and shared between threads.
 *
 * - A word finds what begins with it, folded, or what is spelled otherwise and sounds so; "words in quotation marks" stand one after the other.
 * - A comma between values is or, a minus sign before a term excludes, a repeated key is and.
 * - with, country, org, grouping and level describe one and the same counterpart, by and office one of ours.  A further with, country, level or
 *   by asks for a further participant.
 * - with, by, org, office, grouping, format and topic take a name or a UUID.  A name means the best fit (liaison-names-private.h), and with org,
 *   office and topic what is part of it as well; a UUID means that record alone.
 * - "none" asks for what has none: with, by, country, org, office, level, format, topic, initiated.
 * - from, to and on take days and spans (liaison_date_parse_query()); an engagement matches that overlaps them, one with an imprecise date only
 *   when it lies wholly inside.  begins takes the same: the first day inside the span of the query.
 * - form, group, status, initiated, evidence, level and side take tokens of their vocabularies, place and tag texts.
 * - is takes the states of liaison-query-private.h: counted, container, spoke-with, reached, bilateral, multilateral, hosted, same-rank, announced,
 *   unsourced, unnamed, undated, imprecise, overdue, archived, public, internal, confidential.  "is:same-rank" speaks of the same participations as the
 *   other terms: a counterpart of the same level and portfolio as one of ours.
 * - audience takes public and internal: as though what these must not hear were not there (liaison-audience-private.h).
 */
typedef struct _LiaisonQuery LiaisonQuery;

#define LIAISON_TYPE_QUERY (liaison_query_get_type ())

GType         liaison_query_get_type     (void);

/**
 * LiaisonQueryMistake:
 * @start: first byte of the stretch of the text that is wrong
 * @length: its length in bytes
 * @message: one sentence that says why and what would be right
 */
typedef struct
{
  gsize start;
  gsize length;
  char *message;
} LiaisonQueryMistake;

/**
 * liaison_query_parse:
 * @text: (nullable): what a person typed
 *
 * Parses a query.  Nothing is dropped silently: what cannot be understood is a mistake, and the rest of the text stands.
 *
 * Returns: (transfer full): the query; never %NULL
 */
LiaisonQuery *liaison_query_parse        (const char *text);
LiaisonQuery *liaison_query_ref          (LiaisonQuery *query);
void          liaison_query_unref        (LiaisonQuery *query);
const char   *liaison_query_get_text     (LiaisonQuery *query);
gboolean      liaison_query_is_empty     (LiaisonQuery *query);

/**
 * liaison_query_get_mistakes:
 *
 * Returns: (transfer none) (element-type LiaisonQueryMistake): the mistakes in order of their place, empty where there are none
 */
GPtrArray    *liaison_query_get_mistakes (LiaisonQuery *query);

/**
 * liaison_query_tell_mistake:
 *
 * Makes a %LIAISON_ERROR_SYNTAX error of a mistake, with its place.
 */
void          liaison_query_tell_mistake (LiaisonQuery *query, const LiaisonQueryMistake *mistake, GError **error);

/**
 * liaison_query_check:
 *
 * Returns: whether the query has no mistakes; the first one as a %LIAISON_ERROR_SYNTAX error otherwise, for those who refuse
 */
gboolean      liaison_query_check        (LiaisonQuery *query, GError **error);

/**
 * liaison_query_resolve:
 *
 * Looks up the names of a query in a store.  A name that nobody there has is a mistake too, though the text alone does not show it: it makes the
 * query match nothing, or exclude nothing.
 *
 * Returns: (transfer full) (element-type LiaisonQueryMistake): all mistakes in order of their place, empty where there are none; %NULL with an error
 */
GPtrArray    *liaison_query_resolve      (LiaisonDb *db, LiaisonQuery *query, GError **error);

/**
 * liaison_query_get_span:
 * @first: (out): first day, yyyymmdd, 0 where the query has no lower bound
 * @last: (out): last day, 99999999 where the query has no upper bound
 */
void          liaison_query_get_span     (LiaisonQuery *query, int *first, int *last);

/**
 * LiaisonSortKey:
 * @column: a column of the entity: a LiaisonEngagementColumn, LiaisonContactColumn or LiaisonOrganisationColumn (liaison-row.h)
 */
typedef struct
{
  int      column;
  gboolean descending;
} LiaisonSortKey;

/**
 * liaison_query_ids:
 * @entity: what is listed
 * @sort: the keys, the weightiest first; ends ties by date and key
 * @limit: how many at most, 0 for all
 *
 * Returns: (transfer full) (element-type gint32): the keys of the records that match, in order; others may read the same ones, so that they
 *   are not to be changed; %NULL with an error
 */
GArray       *liaison_query_ids          (LiaisonDb            *db,
                                          LiaisonQuery         *query,
                                          LiaisonEntity         entity,
                                          const LiaisonSortKey *sort,
                                          guint                 n_sort,
                                          guint                 limit,
                                          GError              **error);

/**
 * liaison_query_count:
 *
 * Returns: how many records of @entity match, without their order; -1 with an error
 */
int           liaison_query_count         (LiaisonDb *db, LiaisonQuery *query, LiaisonEntity entity, GError **error);

/**
 * LiaisonTally:
 * @records: engagements that match
 * @counted: of these, the counted ones (the counting rules)
 * @outside: imprecise dates that only partly lie in the span and are therefore left out
 */
typedef struct
{
  guint records;
  guint counted;
  guint outside;
} LiaisonTally;

/**
 * liaison_query_tally:
 *
 * What the head of a list says: "40 records, 29 counted".
 */
gboolean      liaison_query_tally        (LiaisonDb *db, LiaisonQuery *query, LiaisonTally *tally, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonQuery, liaison_query_unref)

G_END_DECLS
