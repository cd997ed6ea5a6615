/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-count.h"
#include "liaison-day.h"

G_BEGIN_DECLS

/**
 * LiaisonSeries:
 *
 * Counted engagements over time: a row of buckets (days, weeks, months…), each a stack of groups.  Every figure carries the query that
 * lists the engagements under it.  Immutable, reference counted, used by any thread.
 */
typedef struct _LiaisonSeries LiaisonSeries;

#define LIAISON_TYPE_SERIES (liaison_series_get_type ())

GType          liaison_series_get_type        (void);

/**
 * liaison_series_load:
 * @query: what is counted
 * @step: the length of a bucket
 *
 * Counts by liaison_count(), with the empty buckets between the first and the last engagement.
 *
 * Returns: (transfer full): the series; %NULL with an error
 */
LiaisonSeries *liaison_series_load            (LiaisonDb *db, LiaisonQuery *query, LiaisonStep step, GError **error);
LiaisonSeries *liaison_series_ref             (LiaisonSeries *series);
void           liaison_series_unref           (LiaisonSeries *series);

LiaisonStep    liaison_series_get_step        (LiaisonSeries *series);
guint          liaison_series_get_n_buckets   (LiaisonSeries *series);

/* The groups that have engagements, in the fixed order of the vocabulary, so that a group keeps its colour everywhere. */
guint          liaison_series_get_n_stacks    (LiaisonSeries *series);
LiaisonGroup   liaison_series_get_group       (LiaisonSeries *series, guint stack);
gint64         liaison_series_get_stack_total (LiaisonSeries *series, guint stack);

/* The first day of a bucket, yyyymmdd. */
int            liaison_series_get_start       (LiaisonSeries *series, guint bucket);

gint64         liaison_series_get_value       (LiaisonSeries *series, guint bucket, guint stack);
gint64         liaison_series_get_total       (LiaisonSeries *series, guint bucket);
gint64         liaison_series_get_maximum     (LiaisonSeries *series);
gint64         liaison_series_get_sum         (LiaisonSeries *series);

/* Counted engagements without a date, and what stated totals add, which no bucket holds. */
gint64         liaison_series_get_undated     (LiaisonSeries *series);

/**
 * liaison_series_get_query:
 * @stack: a stack, or -1 for the whole bucket
 *
 * Returns: (transfer none): the query that lists the engagements under the figure
 */
const char    *liaison_series_get_query       (LiaisonSeries *series, guint bucket, int stack);

/**
 * liaison_series_dup_label:
 *
 * Returns: (transfer full): the bucket's name as a sentence has it: "December 2021", "the week from 6 December 2021"
 */
char          *liaison_series_dup_label       (LiaisonSeries *series, guint bucket);

/**
 * liaison_series_dup_tick:
 *
 * Returns: (transfer full): the bucket's name as an axis has it, short: "Dec", "6 Dec", "Q4"
 */
char          *liaison_series_dup_tick        (LiaisonSeries *series, guint bucket);

/**
 * liaison_series_dup_era:
 *
 * Returns: (transfer full): what stands under the axis where it changes: the year; "" where the tick says it already
 */
char          *liaison_series_dup_era         (LiaisonSeries *series, guint bucket);

/**
 * liaison_step_choose:
 * @first: first day, yyyymmdd
 * @last: last day
 *
 * Returns: the finest step of week, month and year that needs at most 60 buckets
 */
LiaisonStep    liaison_step_choose            (int first, int last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonSeries, liaison_series_unref)

G_END_DECLS
