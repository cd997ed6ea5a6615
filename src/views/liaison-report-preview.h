/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_REPORT_PREVIEW (liaison_report_preview_get_type ())

/**
 * LiaisonReportPreview:
 *
 * A report as it will look on paper, in which every number and every engagement leads to its records: by a click, or by Enter where the caret is.
 */
G_DECLARE_FINAL_TYPE (LiaisonReportPreview, liaison_report_preview, LIAISON, REPORT_PREVIEW, GtkWidget)

/**
 * liaison_report_preview_set_blocks:
 * @blocks: (element-type LiaisonBlock): the report
 *
 * Shows a report, and stays where one reads.
 */
void liaison_report_preview_set_blocks (LiaisonReportPreview *self, GPtrArray *blocks);

G_END_DECLS
