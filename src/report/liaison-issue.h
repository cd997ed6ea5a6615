/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-composer.h"

G_BEGIN_DECLS

/*
 * A report as it was published: its text, its figures with the engagements under them, and a hash over all of it, so that what was said can be held
 * against what the store says later.
 */

/**
 * liaison_issue_make:
 * @report: a report that is kept
 *
 * Composes a report and freezes it.  One that is to be refused is not frozen.
 *
 * Returns: (transfer full): the issue as a record, not yet stored; %NULL with an error
 */
LiaisonRecord *liaison_issue_make    (LiaisonDb *db, const LiaisonReport *report, GCancellable *cancellable, GError **error);

/**
 * liaison_issue_is_intact:
 *
 * Returns: whether text, figures and records of an issue are still those over which its hash was made
 */
gboolean       liaison_issue_is_intact (const LiaisonRecord *issue);

/**
 * liaison_issue_load_newest:
 * @report: the UUID of a report
 *
 * Returns: (transfer full): what was published last; %NULL with %LIAISON_ERROR_NOT_FOUND where nothing was
 */
LiaisonRecord *liaison_issue_load_newest (LiaisonDb *db, const char *report, GError **error);

/**
 * LiaisonDifference:
 * @text: one sentence: "Published 16, now 17: …", or one engagement that makes the difference
 * @engagement: (nullable): that engagement
 * @query: (nullable): what lists the engagements under the figure today
 */
typedef struct
{
  char *text;
  char *engagement;
  char *query;
} LiaisonDifference;

/**
 * liaison_issue_compare:
 * @issue: a published issue of the report
 *
 * Counts the figures of an issue again, and tells what would be different today and why: which engagements have come in, gone or changed.
 *
 * Returns: (transfer full) (element-type LiaisonDifference): the differences in the order of the text, each figure followed by its engagements; empty
 *   where the report would say the same; %NULL with an error
 */
GPtrArray     *liaison_issue_compare (LiaisonDb *db, const LiaisonReport *report, const LiaisonRecord *issue, GCancellable *cancellable, GError **error);

G_END_DECLS
