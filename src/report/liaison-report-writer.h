/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-composer.h"

G_BEGIN_DECLS

typedef enum {
  LIAISON_REPORT_TEXT,
  LIAISON_REPORT_MARKDOWN,
  LIAISON_REPORT_HTML,
  LIAISON_REPORT_ODT,
  LIAISON_REPORT_PDF,
  LIAISON_N_REPORT_FORMATS
} LiaisonReportFormat;

/**
 * liaison_report_format_parse:
 * @token: "text", "markdown", "html", "odt" or "pdf"
 *
 * Returns: the format, or %LIAISON_N_REPORT_FORMATS
 */
LiaisonReportFormat liaison_report_format_parse         (const char *token);

/**
 * liaison_report_format_guess:
 * @path: the name of a file
 *
 * Returns: the format that its suffix stands for, or %LIAISON_N_REPORT_FORMATS
 */
LiaisonReportFormat liaison_report_format_guess         (const char *path);

/* What the format's files end in, without the dot; and what a person calls it. */
const char         *liaison_report_format_get_suffix    (LiaisonReportFormat format);
const char         *liaison_report_format_get_label     (LiaisonReportFormat format);

/**
 * liaison_report_write:
 * @composing: how it is composed; its sink is not used
 *
 * Composes a report and writes it.
 *
 * Returns: (transfer full): what is known of it; %NULL with an error, and @stream may have had a part of it
 */
LiaisonComposition *liaison_report_write                (LiaisonDb               *db,
                                                         const LiaisonReport     *report,
                                                         LiaisonReportFormat      format,
                                                         const LiaisonComposing  *composing,
                                                         GOutputStream           *stream,
                                                         GError                 **error);

/**
 * LiaisonReportOutput:
 *
 * A format that a report is written in, and what takes it.
 */
typedef struct
{
  LiaisonReportFormat  format;
  GOutputStream       *stream;
} LiaisonReportOutput;

/**
 * liaison_report_write_outputs:
 * @outputs: (array length=n_outputs): what is written
 *
 * As liaison_report_write(), to several at once: the report is composed but one time, and they say the same.
 */
LiaisonComposition *liaison_report_write_outputs        (LiaisonDb                 *db,
                                                         const LiaisonReport       *report,
                                                         const LiaisonReportOutput *outputs,
                                                         guint                      n_outputs,
                                                         const LiaisonComposing    *composing,
                                                         GError                   **error);

/**
 * liaison_report_write_to_file:
 * @path: the file; one that is there is replaced when all is written, and stays as it was when something fails
 *
 * As liaison_report_write(), to a file that only its owner can read.
 */
LiaisonComposition *liaison_report_write_to_file        (LiaisonDb               *db,
                                                         const LiaisonReport     *report,
                                                         LiaisonReportFormat      format,
                                                         const LiaisonComposing  *composing,
                                                         const char              *path,
                                                         GError                 **error);

G_END_DECLS
