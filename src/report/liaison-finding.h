/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-kind.h"

G_BEGIN_DECLS

/**
 * LiaisonFindingKind:
 * @LIAISON_FINDING_OVERCLAIM: a wording says more than its number; refused
 * @LIAISON_FINDING_WITHHELD: the report itself is not for its audience; refused
 * @LIAISON_FINDING_RESTRICTED: a figure would be another one with what the audience must not hear of
 * @LIAISON_FINDING_UNSUPPORTED: no record bears out a highlight
 * @LIAISON_FINDING_UNSOURCED: an engagement without a source
 * @LIAISON_FINDING_UNTITLED: somebody without a title on that day
 * @LIAISON_FINDING_UNNAMED: an engagement in which nobody of their side is named
 * @LIAISON_FINDING_PLANNED: an engagement that is planned, and its day is over
 * @LIAISON_FINDING_OUTSIDE: a figure leaves out engagements whose imprecise date lies only partly in the span
 * @LIAISON_FINDING_UNDATED: engagements without a date, which are in no span
 * @LIAISON_FINDING_UNCOUNTED: a source states something without a number, or of another period
 *
 * What is to be looked at before a report goes out.
 */
typedef enum {
  LIAISON_FINDING_OVERCLAIM,
  LIAISON_FINDING_WITHHELD,
  LIAISON_FINDING_RESTRICTED,
  LIAISON_FINDING_UNSUPPORTED,
  LIAISON_FINDING_UNSOURCED,
  LIAISON_FINDING_UNTITLED,
  LIAISON_FINDING_UNNAMED,
  LIAISON_FINDING_PLANNED,
  LIAISON_FINDING_OUTSIDE,
  LIAISON_FINDING_UNDATED,
  LIAISON_FINDING_UNCOUNTED,
  LIAISON_N_FINDING_KINDS
} LiaisonFindingKind;

/**
 * LiaisonFinding:
 * @text: one sentence
 * @record_kind: of the record that it leads to; %LIAISON_N_KINDS where it leads to what @query lists
 * @record: (nullable): the UUID of that record
 * @query: (nullable): what lists the engagements that it is about
 */
typedef struct
{
  LiaisonFindingKind  kind;
  char               *text;
  LiaisonKind         record_kind;
  char               *record;
  char               *query;
} LiaisonFinding;

/**
 * LiaisonFindings:
 * @list: (element-type LiaisonFinding): at most %LIAISON_MOST_FINDINGS of each kind
 * @counts: how many there are of each kind
 */
typedef struct
{
  GPtrArray *list;
  guint      counts[LIAISON_N_FINDING_KINDS];
} LiaisonFindings;

/* So many of a kind are told one by one; nobody reads more. */
#define LIAISON_MOST_FINDINGS 100

LiaisonFindings *liaison_findings_new        (void);
void             liaison_findings_free       (LiaisonFindings *findings);

/**
 * liaison_findings_add:
 * @text: (transfer full): one sentence
 */
void             liaison_findings_add        (LiaisonFindings    *findings,
                                              LiaisonFindingKind  kind,
                                              char               *text,
                                              LiaisonKind         record_kind,
                                              const char         *record,
                                              const char         *query);

/**
 * liaison_finding_is_refusal:
 *
 * Returns: whether a report with it is not written
 */
gboolean         liaison_finding_is_refusal  (LiaisonFindingKind kind);

/* What a person reads for the kind: "Without a source". */
const char      *liaison_finding_kind_get_label (LiaisonFindingKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonFindings, liaison_findings_free)

G_END_DECLS
