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

/* As a sink: an array of writers, each of which takes the same report */

static gboolean
begin_cb (gpointer      sink,
          const char   *title,
          GError      **error)
{
  GArray *writers = sink;
  g_autofree char *line = liaison_text_inline (title);

  for (guint i = 0; i < writers->len; i++)
    {
      LiaisonReportWriter *writer = &g_array_index (writers, LiaisonReportWriter, i);

      if (!writer->class->begin (writer, line, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
block_cb (gpointer             sink,
          const LiaisonBlock  *block,
          GError             **error)
{
  GArray *writers = sink;

  for (guint i = 0; i < writers->len; i++)
    {
      LiaisonReportWriter *writer = &g_array_index (writers, LiaisonReportWriter, i);

      liaison_block_gather_notes (block, writer->notes);
      if (!writer->class->block (writer, block, error) || (writer->text->len >= CHUNK && !liaison_report_writer_flush (writer, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
end_cb (gpointer   sink,
        GError   **error)
{
  GArray *writers = sink;

  for (guint i = 0; i < writers->len; i++)
    {
      LiaisonReportWriter *writer = &g_array_index (writers, LiaisonReportWriter, i);

      if (!writer->class->end (writer, error) || !liaison_report_writer_flush (writer, error))
        return FALSE;
    }

  return TRUE;
}

static void
init_writer (LiaisonReportWriter       *writer,
             const LiaisonReportOutput *output,
             GCancellable              *cancellable)
{
  writer->class = formats[output->format].class;
  writer->stream = output->stream;
  writer->cancellable = cancellable;
  writer->text = g_string_new (NULL);
  writer->notes = g_ptr_array_new_with_free_func (g_free);
  writer->data = writer->class->data_size ? g_malloc0 (writer->class->data_size) : NULL;
}

static void
clear_writer (gpointer data)
{
  LiaisonReportWriter *writer = data;

  if (writer->class->clear)
    writer->class->clear (writer);
  g_free (writer->data);
  g_string_free (writer->text, TRUE);
  g_ptr_array_unref (writer->notes);
}

LiaisonComposition *
liaison_report_write_outputs (LiaisonDb                  *db,
                              const LiaisonReport        *report,
                              const LiaisonReportOutput  *outputs,
                              guint                       n_outputs,
                              const LiaisonComposing     *composing,
                              GError                    **error)
{
  static const LiaisonSink sink = { begin_cb, block_cb, end_cb };
  g_autoptr (GArray) writers = g_array_new (FALSE, TRUE, sizeof (LiaisonReportWriter));
  LiaisonComposing written = *composing;

  g_array_set_size (writers, n_outputs);
  g_array_set_clear_func (writers, clear_writer);
  for (guint i = 0; i < n_outputs; i++)
    init_writer (&g_array_index (writers, LiaisonReportWriter, i), &outputs[i], composing->cancellable);

  written.sink = &sink;
  written.target = writers;

  return liaison_compose (db, report, &written, error);
}

LiaisonComposition *
liaison_report_write (LiaisonDb               *db,
                      const LiaisonReport     *report,
                      LiaisonReportFormat      format,
                      const LiaisonComposing  *composing,
                      GOutputStream           *stream,
                      GError                 **error)
{
  const LiaisonReportOutput output = { format, stream };

  return liaison_report_write_outputs (db, report, &output, 1, composing, error);
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
