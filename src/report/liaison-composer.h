/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-document.h"
#include "liaison-finding.h"
#include "liaison-report.h"

G_BEGIN_DECLS

/**
 * LiaisonComposing:
 * @sink: (nullable): what takes the report, and @target that it is called with; %NULL only checks it
 * @strict: whether a report that is to be refused is an error
 * @most: how many engagements are told at most, 0 for all
 * @progress: (nullable): called now and then, with engagements
 *
 * How a report is composed.
 */
typedef struct
{
  const LiaisonSink *sink;
  gpointer           target;
  gboolean           strict;
  guint              most;
  LiaisonProgress    progress;
  gpointer           user_data;
  GCancellable      *cancellable;
} LiaisonComposing;

/**
 * LiaisonComposition:
 * @figures: (element-type LiaisonFigure): every number of the report, in order; the footnote of the first is 1
 * @findings: what is to be looked at before it goes out
 * @n_listed: how many engagements the overview tells
 *
 * What is known of a report once it is composed.
 */
typedef struct
{
  GPtrArray       *figures;
  LiaisonFindings *findings;
  guint            n_listed;
} LiaisonComposition;

/**
 * liaison_compose:
 *
 * Composes a report, as of one moment: title, opening, highlights, the overview of the engagements and, where it is asked for, an annex.  Engagements
 * are read one by one, so that a long report takes no more memory than a short one.
 *
 * Returns: (transfer full): what is known of it; %NULL with an error: %LIAISON_ERROR_INVALID where it is refused, %LIAISON_ERROR_SYNTAX where one of
 *   its queries is at fault
 */
LiaisonComposition *liaison_compose          (LiaisonDb *db, const LiaisonReport *report, const LiaisonComposing *composing, GError **error);

/**
 * liaison_compose_blocks:
 * @composing: how it is composed; its sink is not used
 * @composition: (out) (transfer full): what is known of it
 *
 * Composes a report in memory, for a preview.
 *
 * Returns: (transfer full) (element-type LiaisonBlock): its blocks; %NULL with an error
 */
GPtrArray          *liaison_compose_blocks   (LiaisonDb               *db,
                                              const LiaisonReport     *report,
                                              const LiaisonComposing  *composing,
                                              LiaisonComposition     **composition,
                                              GError                 **error);
void                liaison_composition_free (LiaisonComposition *composition);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonComposition, liaison_composition_free)

G_END_DECLS
