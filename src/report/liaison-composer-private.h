/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-composer.h"
#include "liaison-occasion.h"

G_BEGIN_DECLS

/* A report as it is being composed. */
typedef struct
{
  LiaisonDb              *db;
  const LiaisonReport    *report;
  const LiaisonComposing *composing;
  LiaisonTelling          telling;
  LiaisonCast            *cast;
  LiaisonComposition     *composition;
  guint64                 n_done;
  guint64                 n_all;
  guint                   told_rules[LIAISON_N_RULES]; /* the footnote that tells the rule, 0 where none did yet */
} LiaisonComposer;

/* Hands a block on; with its footnotes. */
gboolean liaison_composer_emit           (LiaisonComposer *composer, LiaisonBlock *block, GError **error);
gboolean liaison_composer_emit_heading   (LiaisonComposer *composer, guint level, const char *text, GError **error);

/* Whether to go on: not where it was cancelled; tells progress. */
gboolean liaison_composer_step           (LiaisonComposer *composer, GError **error);

/* The parts. */
gboolean liaison_composer_add_highlights (LiaisonComposer *composer, GError **error);
gboolean liaison_composer_add_overview   (LiaisonComposer *composer, GError **error);
gboolean liaison_composer_add_annex      (LiaisonComposer *composer, GError **error);

/* What to look at: in general, and of one engagement. */
gboolean liaison_composer_check          (LiaisonComposer *composer, GError **error);
void     liaison_composer_check_occasion (LiaisonComposer *composer, const LiaisonOccasion *occasion);
void     liaison_composer_check_figure   (LiaisonComposer *composer, const LiaisonFigure *figure);

/* Of the report: its query with the span, for the audience, and what else. */
char    *liaison_composer_dup_query      (LiaisonComposer *composer, const char *more);

G_END_DECLS
