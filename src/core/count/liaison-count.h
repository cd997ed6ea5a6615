/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query.h"

G_BEGIN_DECLS

/* What engagements are counted by: the command line's --by; tokens by liaison_count_key_parse(). */
typedef enum {
  LIAISON_COUNT_DAY, LIAISON_COUNT_WEEK, LIAISON_COUNT_MONTH, LIAISON_COUNT_QUARTER, LIAISON_COUNT_YEAR,
  LIAISON_COUNT_FORM, LIAISON_COUNT_GROUP, LIAISON_COUNT_COUNTRY, LIAISON_COUNT_PRINCIPAL, LIAISON_COUNT_COUNTERPART,
  LIAISON_COUNT_ORGANISATION, LIAISON_COUNT_FORMAT, LIAISON_COUNT_TOPIC, LIAISON_COUNT_LEVEL, LIAISON_COUNT_INITIATED,
  LIAISON_COUNT_OFFICE, LIAISON_COUNT_OUR_LEVEL, LIAISON_COUNT_TOTAL,
  LIAISON_N_COUNT_KEYS
} LiaisonCountKey;

typedef enum {
  LIAISON_MEASURE_ENGAGEMENTS,
  LIAISON_MEASURE_COUNTERPARTS,
  LIAISON_MEASURE_COUNTRIES,
  LIAISON_MEASURE_ORGANISATIONS,
} LiaisonMeasure;

/* What is counted: what was held, by the counting rules, or what is planned. */
typedef enum { LIAISON_SUBJECT_HELD, LIAISON_SUBJECT_PLANNED } LiaisonSubject;

/**
 * LiaisonCount:
 * @key: 2021-12-09, 2021-W49, 2021-12, 2021-Q4, 2021, an alpha-2 code, a UUID or a token; "undated", or "" for none (no format, no topic…)
 * @label: what a person reads for it
 * @and_key: (nullable): the second key, where there is one
 * @value: the figure
 * @dated: what of it rests on single records; the rest is of stated totals
 * @announced: what of it rests on announcements only
 * @at_least: whether a stated total made it a lower bound
 * @unnamed: unnamed heads beside distinct counterparts
 * @query: the query that lists the engagements under the figure (the counted ones)
 */
typedef struct
{
  char    *key;
  char    *label;
  char    *and_key;
  char    *and_label;
  gint64   value;
  gint64   dated;
  gint64   announced;
  gint64   unnamed;
  gboolean at_least;
  char    *query;
} LiaisonCount;

void       liaison_count_free      (LiaisonCount *count);

int        liaison_count_key_parse     (const char *token);
const char *liaison_count_key_get_token (LiaisonCountKey key);
int        liaison_measure_parse   (const char *token);

/**
 * liaison_count:
 * @and_by: a second key, or -1
 *
 * Counts by the counting rules of the design, the only place that does.  Time keys ascend with the empty buckets included, others are
 * ordered by value, then label.
 *
 * Returns: (transfer full) (element-type LiaisonCount): the figures; %NULL with an error
 */
GPtrArray *liaison_count           (LiaisonDb *db, LiaisonQuery *query, LiaisonCountKey by, int and_by, LiaisonMeasure measure, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonCount, liaison_count_free)

G_END_DECLS
