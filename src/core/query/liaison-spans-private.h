/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-bits-private.h"

G_BEGIN_DECLS

/*
 * Dates by the rule: an engagement matches a span when it overlaps it; one whose date is imprecise (a month, a year, between two days)
 * only when it lies wholly inside, else it is told; "about" counts as its stated day; an undated one matches no span.
 */

/**
 * liaison_spans_collect:
 * @first: first day of the span, as yyyymmdd, 0 for no bound
 * @last: its last day, 99999999 for no bound
 * @inside: where the engagements that match are added
 * @outside: where those are added that are left out for their imprecise date
 * @earliest: (inout): the first day of all that were added so far
 */
gboolean liaison_spans_collect (LiaisonDb *db, int first, int last, LiaisonBits *inside, LiaisonBits *outside, int *earliest, GError **error);

/**
 * liaison_spans_collect_beginning:
 * @first: first day of the stretch
 * @last: its last day
 * @span_first: the first day of the query's span, 0 where it has none
 *
 * Adds the engagements whose first day inside the span lies between the two: those that a series over time counts there.
 */
gboolean liaison_spans_collect_beginning (LiaisonDb *db, int first, int last, int span_first, LiaisonBits *bits, GError **error);

G_END_DECLS
