/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-transfer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_IMPORT_REPORT (liaison_import_report_get_type ())

/**
 * LiaisonImportReport:
 *
 * A window that tells what came of an import: how many records were added, changed, the same and refused, and each that was refused.
 */
G_DECLARE_FINAL_TYPE (LiaisonImportReport, liaison_import_report, LIAISON, IMPORT_REPORT, GtkWindow)

/**
 * liaison_import_report_show:
 * @parent: the window that the import was started in
 * @transfer: an import that is over
 */
void liaison_import_report_show (GtkWindow       *parent,
                                 LiaisonTransfer *transfer);

G_END_DECLS
