/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_REPORT_EDITOR (liaison_report_editor_get_type ())

/**
 * LiaisonReportEditor:
 *
 * What a report is to say, in fields: its name, title, opening, query, span, audience, and its highlights in order.
 *
 * Signal "changed": by the person, after every key.
 */
G_DECLARE_FINAL_TYPE (LiaisonReportEditor, liaison_report_editor, LIAISON, REPORT_EDITOR, GtkWidget)

/**
 * liaison_report_editor_set_report:
 * @report: what is shown and changed from now on; copied
 */
void                 liaison_report_editor_set_report    (LiaisonReportEditor *self, const LiaisonReport *report);

/**
 * liaison_report_editor_get_report:
 *
 * Returns: (transfer none) (nullable): the report as it is now
 */
const LiaisonReport *liaison_report_editor_get_report    (LiaisonReportEditor *self);

/**
 * liaison_report_editor_add_highlight:
 *
 * Adds a highlight at the end, as the person does.
 */
void                 liaison_report_editor_add_highlight (LiaisonReportEditor *self, LiaisonHighlightKind kind, const char *query);

/**
 * liaison_report_editor_choose_parts:
 * @with_notes: whether the numbers bear footnotes
 * @with_annex: whether the records are listed at the end
 *
 * Chooses what goes out with the report.
 */
void                 liaison_report_editor_choose_parts  (LiaisonReportEditor *self, gboolean with_notes, gboolean with_annex);

/* Puts the focus on the name. */
void                 liaison_report_editor_focus         (LiaisonReportEditor *self);

/**
 * liaison_report_editor_focus_highlight:
 * @uuid: of a highlight
 *
 * Gives the focus to a highlight of the report.
 *
 * Returns: whether it has it; there may be no such highlight
 */
gboolean             liaison_report_editor_focus_highlight (LiaisonReportEditor *self, const char *uuid);

G_END_DECLS
