/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-draft.h"
#include "liaison-highlight.h"
#include "liaison-record.h"

G_BEGIN_DECLS

/**
 * LiaisonReportHighlight:
 * @uuid: (nullable): its record
 * @kind: %LIAISON_N_HIGHLIGHT_KINDS where the record names none that there is
 * @query: what it tells of; "" is the query of the report
 * @from: the first day, "" is that of the report; @to likewise
 * @wording: a person's own words, "" for the program's
 */
typedef struct
{
  char                 *uuid;
  LiaisonHighlightKind  kind;
  char                 *query;
  char                 *from;
  char                 *to;
  char                 *wording;
  LiaisonSensitivity    sensitivity;
} LiaisonReportHighlight;

/**
 * LiaisonReport:
 * @uuid: (nullable): its record; %NULL of a report that is not kept
 * @highlights: (element-type LiaisonReportHighlight): in order
 * @with_annex: whether the records are listed at the end
 * @without_footnotes: whether the numbers bear no footnotes
 *
 * What a report is to say: a record with its highlights, or one that is asked for once.
 */
typedef struct
{
  char               *uuid;
  char               *name;
  char               *title;
  char               *opening;
  char               *query;
  char               *from;
  char               *to;
  LiaisonAudience     audience;
  char               *overview_order;
  LiaisonSensitivity  sensitivity;
  GPtrArray          *highlights;
  gboolean            with_annex;
  gboolean            without_footnotes;
} LiaisonReport;

/**
 * liaison_report_new:
 *
 * Returns: (transfer full): a report on everything, for the public, without highlights
 */
LiaisonReport *liaison_report_new           (void);
void           liaison_report_free          (LiaisonReport *report);
LiaisonReport *liaison_report_copy          (const LiaisonReport *report);

/**
 * liaison_report_load:
 * @name: the name of a report, or its UUID
 *
 * Returns: (transfer full): the report; %NULL with %LIAISON_ERROR_NOT_FOUND where there is none, or where several have the name
 */
LiaisonReport *liaison_report_load          (LiaisonDb *db, const char *name, GError **error);

/**
 * liaison_report_add_highlight:
 * @query: what it tells of
 */
LiaisonReportHighlight *liaison_report_add_highlight (LiaisonReport *report, LiaisonHighlightKind kind, const char *query);

/**
 * liaison_report_dup_span:
 * @highlight: (nullable): a highlight with perhaps a span of its own
 *
 * Returns: (transfer full): the span as terms of a query: "from:2021-11-29 to:2022-01-11"
 */
char          *liaison_report_dup_span      (const LiaisonReport *report, const LiaisonReportHighlight *highlight);

/**
 * liaison_report_dup_query:
 *
 * Returns: (transfer full): the query of the report or of one of its highlights, with its span, without the audience
 */
char          *liaison_report_dup_query     (const LiaisonReport *report, const LiaisonReportHighlight *highlight);

/**
 * liaison_report_get_telling:
 *
 * Returns: for whom, and as of which day, the report tells: the last of its span, or today where that is earlier
 */
LiaisonTelling liaison_report_get_telling   (const LiaisonReport *report);

/**
 * liaison_report_make_records:
 *
 * Returns: (transfer full) (element-type LiaisonRecord): the report and its highlights as records, which liaison_report_load() reads; new ones
 *   where the report is not kept yet
 */
GPtrArray     *liaison_report_make_records  (const LiaisonReport *report);

/**
 * liaison_report_make_draft:
 * @saved: (nullable): the report as it is in the store
 *
 * Returns: (transfer full): what is edited, which tells what has to be stored and can outlive the program
 */
LiaisonDraft  *liaison_report_make_draft    (const LiaisonReport *report, const LiaisonReport *saved);

/**
 * liaison_report_new_from_draft:
 *
 * Returns: (transfer full): the report that liaison_report_make_draft() was called for
 */
LiaisonReport *liaison_report_new_from_draft (LiaisonDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonReport, liaison_report_free)

G_END_DECLS
