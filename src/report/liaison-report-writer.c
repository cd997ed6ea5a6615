/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-report-writer-private.h"

#include "liaison-file.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much is gathered before it is written. */
#define CHUNK (64 * 1024)

static const struct { const char *token; const char *suffix; const char *label; const LiaisonReportWriterClass *class; } formats[] = {
  [LIAISON_REPORT_TEXT] = { "text", "txt", NC_("format", "Plain text"), &liaison_report_text },
  [LIAISON_REPORT_MARKDOWN] = { "markdown", "md", NC_("format", "Markdown"), &liaison_report_markdown },
  [LIAISON_REPORT_HTML] = { "html", "html", NC_("format", "Web page"), &liaison_report_html },
  [LIAISON_REPORT_ODT] = { "odt", "odt", NC_("format", "OpenDocument text"), &liaison_report_odt },
  [LIAISON_REPORT_PDF] = { "pdf", "pdf", NC_("format", "PDF"), &liaison_report_pdf },
};

G_STATIC_ASSERT (G_N_ELEMENTS (formats) == LIAISON_N_REPORT_FORMATS);

LiaisonReportFormat
liaison_report_format_parse (const char *token)
{
  LiaisonReportFormat format = 0;

  while (format < LIAISON_N_REPORT_FORMATS && g_strcmp0 (formats[format].token, token) != 0)
    format++;

  return format;
}

LiaisonReportFormat
liaison_report_format_guess (const char *path)
{
  const char *dot = strrchr (path, '.');
  LiaisonReportFormat format = 0;

  while (format < LIAISON_N_REPORT_FORMATS && (!dot || g_ascii_strcasecmp (formats[format].suffix, dot + 1) != 0))
    format++;

  return format;
}

const char *
liaison_report_format_get_suffix (LiaisonReportFormat format)
{
  return formats[format].suffix;
}

const char *
liaison_report_format_get_label (LiaisonReportFormat format)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "format", formats[format].label);
}

const char *
liaison_report_get_notes_title (void)
{
  return _("Notes");
}

char *
liaison_report_dup_language (void)
{
  const char *name = g_get_language_names ()[0];
  g_autofree char *bare = g_strndup (name, strcspn (name, ".@"));

  if (g_strcmp0 (bare, "C") == 0 || g_strcmp0 (bare, "POSIX") == 0)
    return g_strdup ("en");

  return g_strdelimit (g_steal_pointer (&bare), "_", '-');
}

void
liaison_report_append_escaped (GString    *markup,
                               const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (markup, escaped);
}

gboolean
liaison_report_writer_flush (LiaisonReportWriter  *writer,
                             GError              **error)
{
  if (!g_output_stream_write_all (writer->stream, writer->text->str, writer->text->len, NULL, writer->cancellable, error))
    return FALSE;
  g_string_truncate (writer->text, 0);

  return TRUE;
}

/* As a sink */

static gboolean
begin_cb (gpointer      sink,
          const char   *title,
          GError      **error)
{
  LiaisonReportWriter *writer = sink;
  g_autofree char *line = liaison_text_inline (title);

  return writer->class->begin (writer, line, error);
}

static gboolean
block_cb (gpointer             sink,
          const LiaisonBlock  *block,
          GError             **error)
{
  LiaisonReportWriter *writer = sink;

  liaison_block_gather_notes (block, writer->notes);

  return writer->class->block (writer, block, error) && (writer->text->len < CHUNK || liaison_report_writer_flush (writer, error));
}

static gboolean
end_cb (gpointer   sink,
        GError   **error)
{
  LiaisonReportWriter *writer = sink;

  return writer->class->end (writer, error) && liaison_report_writer_flush (writer, error);
}

static const LiaisonSink writer_sink = { begin_cb, block_cb, end_cb };

static void
clear_writer (LiaisonReportWriter *writer)
{
  if (writer->class->clear)
    writer->class->clear (writer);
  g_free (writer->data);
  g_string_free (writer->text, TRUE);
  g_ptr_array_unref (writer->notes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonReportWriter, clear_writer)

LiaisonComposition *
liaison_report_write (LiaisonDb               *db,
                      const LiaisonReport     *report,
                      LiaisonReportFormat      format,
                      const LiaisonComposing  *composing,
                      GOutputStream           *stream,
                      GError                 **error)
{
  const LiaisonReportWriterClass *class = formats[format].class;
  LiaisonComposing written = *composing;
  g_auto (LiaisonReportWriter) writer = {
    .class = class,
    .stream = stream,
    .cancellable = composing->cancellable,
    .text = g_string_new (NULL),
    .notes = g_ptr_array_new_with_free_func (g_free),
    .data = class->data_size ? g_malloc0 (class->data_size) : NULL,
  };

  written.sink = &writer_sink;
  written.target = &writer;

  return liaison_compose (db, report, &written, error);
}

typedef struct
{
  LiaisonDb              *db;
  const LiaisonReport    *report;
  LiaisonReportFormat     format;
  const LiaisonComposing *composing;
  LiaisonComposition     *composition; /* what came of it */
} FileReport;

static gboolean
write_cb (GOutputStream  *stream,
          gpointer        user_data,
          GError        **error)
{
  FileReport *file = user_data;

  file->composition = liaison_report_write (file->db, file->report, file->format, file->composing, stream, error);

  return file->composition != NULL;
}

LiaisonComposition *
liaison_report_write_to_file (LiaisonDb               *db,
                              const LiaisonReport     *report,
                              LiaisonReportFormat      format,
                              const LiaisonComposing  *composing,
                              const char              *path,
                              GError                 **error)
{
  FileReport file = { db, report, format, composing, NULL };
  g_autoptr (LiaisonComposition) composition = NULL;
  GError *failure = NULL;
  gboolean success = liaison_file_write (path, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, write_cb, &file,
                                         composing->cancellable, &failure);

  composition = file.composition;
  if (success)
    return g_steal_pointer (&composition);

  if (failure->domain == G_IO_ERROR && failure->code != G_IO_ERROR_CANCELLED)
    g_prefix_error (&failure, _("“%s” cannot be written: "), path);
  g_propagate_error (error, failure);

  return NULL;
}
