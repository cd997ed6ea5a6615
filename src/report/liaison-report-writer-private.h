/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-report-writer.h"

G_BEGIN_DECLS

typedef struct _LiaisonReportWriter LiaisonReportWriter;

/**
 * LiaisonReportWriterClass:
 * @begin: writes what comes before the first block
 * @block: writes a block; the notes in it have been gathered
 * @end: writes the notes, and what comes last
 * @data_size: the size of what the format keeps; zeroed
 * @clear: (nullable): clears that
 *
 * How a format is written.
 */
typedef struct
{
  gboolean (*begin) (LiaisonReportWriter *writer, const char *title, GError **error);
  gboolean (*block) (LiaisonReportWriter *writer, const LiaisonBlock *block, GError **error);
  gboolean (*end)   (LiaisonReportWriter *writer, GError **error);
  gsize      data_size;
  void     (*clear) (LiaisonReportWriter *writer);
} LiaisonReportWriterClass;

/**
 * LiaisonReportWriter:
 * @text: what is written is gathered here, and handed on when it is much
 * @notes: (element-type utf8): the footnotes so far, for formats that put them at the end
 * @list_level: of the list that is open
 * @data: of the format
 */
struct _LiaisonReportWriter
{
  const LiaisonReportWriterClass *class;
  GOutputStream                  *stream;
  GCancellable                   *cancellable;
  GString                        *text;
  GPtrArray                      *notes;
  guint                           list_level;
  gpointer                        data;
};

extern const LiaisonReportWriterClass liaison_report_text, liaison_report_markdown, liaison_report_html, liaison_report_odt, liaison_report_pdf;

/* Writes what is gathered. */
gboolean    liaison_report_writer_flush     (LiaisonReportWriter *writer, GError **error);

/* What footnotes stand under. */
const char *liaison_report_get_notes_title  (void);

/* The language of the texts of the program, as BCP 47 has it. */
char       *liaison_report_dup_language     (void);

/* Adds a text as XML and HTML have it. */
void        liaison_report_append_escaped   (GString *markup, const char *text);

G_END_DECLS
