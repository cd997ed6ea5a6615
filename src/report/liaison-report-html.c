/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-report-writer-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* One file of HTML (https://html.spec.whatwg.org/), which fetches nothing. */

static const char style[] =
  "    :root { color-scheme: light dark; }\n"
  "    body { margin: 2em auto; max-width: 66ch; padding: 0 1em; font-family: serif; line-height: 1.5; }\n"
  "    h1, h2, h3 { line-height: 1.2; text-wrap: balance; }\n"
  "    .span { margin-top: -0.5em; font-style: italic; }\n"
  "    li { margin-block: 0.35em; }\n"
  "    .number { font-variant-numeric: tabular-nums; }\n"
  "    sup { line-height: 0; }\n"
  "    .notes { font-size: 0.85em; }\n"
  "    @media print {\n"
  "      body { margin: 0; max-width: none; font-size: 10.5pt; }\n"
  "      a { color: inherit; text-decoration: none; }\n"
  "      h1, h2, h3 { break-after: avoid; }\n"
  "      li, p { break-inside: avoid; }\n"
  "    }\n";

static void
append_run (GString          *out,
            const LiaisonRun *run)
{
  switch (run->kind)
    {
    case LIAISON_RUN_STRONG:
      g_string_append (out, "<strong>");
      liaison_report_append_escaped (out, run->text);
      g_string_append (out, "</strong>");
      break;

    case LIAISON_RUN_NUMBER:
      g_string_append (out, "<span class=\"number\">");
      liaison_report_append_escaped (out, run->text);
      g_string_append (out, "</span>");
      break;

    case LIAISON_RUN_LINK:
      g_string_append (out, "<a href=\"");
      liaison_report_append_escaped (out, run->address);
      g_string_append (out, "\">");
      liaison_report_append_escaped (out, run->text);
      g_string_append (out, "</a>");
      break;

    case LIAISON_RUN_NOTE:
      g_string_append_printf (out, "<sup><a href=\"#note-%u\" id=\"mark-%u\" role=\"doc-noteref\" aria-label=\"", run->note, run->note);
      /* Translators: what a screen reader says for the mark of a footnote */
      g_string_append_printf (out, _("Note %u"), run->note);
      g_string_append_printf (out, "\">%u</a></sup>", run->note);
      break;

    case LIAISON_RUN_TEXT:
    default:
      liaison_report_append_escaped (out, run->text);
      break;
    }
}

static void
append_runs (GString            *out,
             const LiaisonBlock *block)
{
  for (guint i = 0; i < block->runs->len; i++)
    append_run (out, g_ptr_array_index (block->runs, i));
}

/* Closes and opens lists until an item of @level can begin; 0 is no list. */
static void
set_list_level (LiaisonReportWriter *writer,
                guint                level)
{
  for (; writer->list_level > level; writer->list_level--)
    g_string_append (writer->text, "</li>\n</ul>\n");
  if (writer->list_level == level && level > 0)
    g_string_append (writer->text, "</li>\n");
  for (; writer->list_level < level; writer->list_level++)
    g_string_append (writer->text, "\n<ul>\n");
}

static gboolean
begin (LiaisonReportWriter  *writer,
       const char           *title,
       GError              **error)
{
  g_autofree char *language = liaison_report_dup_language ();

  g_string_append (writer->text, "<!DOCTYPE html>\n<html lang=\"");
  liaison_report_append_escaped (writer->text, language);
  g_string_append (writer->text, "\">\n<head>\n  <meta charset=\"utf-8\">\n"
                                 "  <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n  <title>");
  liaison_report_append_escaped (writer->text, title);
  g_string_append_printf (writer->text, "</title>\n  <style>\n%s  </style>\n</head>\n<body>\n<main>\n", style);

  return TRUE;
}

static gboolean
write_item (LiaisonReportWriter *writer,
            const LiaisonBlock  *block)
{
  set_list_level (writer, block->level);
  if (block->engagement)
    g_string_append_printf (writer->text, "<li data-engagement=\"%s\">", block->engagement);
  else
    g_string_append (writer->text, "<li>");
  append_runs (writer->text, block);

  return TRUE;
}

static gboolean
write_block (LiaisonReportWriter  *writer,
             const LiaisonBlock   *block,
             GError              **error)
{
  const char *tag = "p";
  const char *attributes = "";

  if (block->kind == LIAISON_BLOCK_ITEM)
    return write_item (writer, block);

  if (block->kind == LIAISON_BLOCK_TITLE)
    tag = "h1";
  else if (block->kind == LIAISON_BLOCK_HEADING)
    tag = block->level == 1 ? "h2" : "h3";
  else if (block->kind == LIAISON_BLOCK_SUBTITLE)
    attributes = " class=\"span\"";

  set_list_level (writer, 0);
  g_string_append_printf (writer->text, "<%s%s>", tag, attributes);
  append_runs (writer->text, block);
  g_string_append_printf (writer->text, "</%s>\n", tag);

  return TRUE;
}

static void
append_note (LiaisonReportWriter *writer,
             guint                note)
{
  g_string_append_printf (writer->text, "<li id=\"note-%u\">", note);
  liaison_report_append_escaped (writer->text, g_ptr_array_index (writer->notes, note - 1));
  g_string_append_printf (writer->text, " <a href=\"#mark-%u\" role=\"doc-backlink\" aria-label=\"", note);
  /* Translators: what a screen reader says for the way back from a footnote to its mark */
  liaison_report_append_escaped (writer->text, _("Back to the text"));
  g_string_append (writer->text, "\">↩</a></li>\n");
}

static gboolean
end (LiaisonReportWriter  *writer,
     GError              **error)
{
  set_list_level (writer, 0);
  g_string_append (writer->text, "</main>\n");
  if (writer->notes->len > 0)
    {
      g_string_append (writer->text, "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"notes\">\n<h2 id=\"notes\">");
      liaison_report_append_escaped (writer->text, liaison_report_get_notes_title ());
      g_string_append (writer->text, "</h2>\n<ol>\n");
      for (guint i = 1; i <= writer->notes->len; i++)
        append_note (writer, i);
      g_string_append (writer->text, "</ol>\n</section>\n");
    }
  g_string_append (writer->text, "</body>\n</html>\n");

  return TRUE;
}

const LiaisonReportWriterClass liaison_report_html = { begin, write_block, end };
