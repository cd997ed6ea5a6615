/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-report-writer-private.h"

#include "liaison-zip-private.h"

#include "liaison-config.h"

/* OpenDocument 1.3 text (https://docs.oasis-open.org/office/OpenDocument/v1.3/). */

#define MIMETYPE "application/vnd.oasis.opendocument.text"

/* How much of the content is gathered before it is compressed. */
#define CHUNK (32 * 1024)

#define NAMESPACES \
  " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"" \
  " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"" \
  " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"" \
  " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" \
  " xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\""

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static const char manifest[] =
  XML "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">\n"
  "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"" MIMETYPE "\"/>\n"
  "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\n"
  "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>\n"
  "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>\n"
  "</manifest:manifest>\n";

#define HEADING(name, level, size) \
  "<style:style style:name=\"" name "\" style:family=\"paragraph\" style:parent-style-name=\"Standard\" style:next-style-name=\"Text_20_body\"" \
  " style:default-outline-level=\"" level "\"><style:paragraph-properties fo:keep-with-next=\"always\" fo:margin-top=\"0.5cm\"" \
  " fo:margin-bottom=\"0.2cm\"/><style:text-properties fo:font-size=\"" size "\" fo:font-weight=\"bold\"/></style:style>\n"

#define LEVEL(level, indent) \
  "<text:list-level-style-bullet text:level=\"" level "\" text:bullet-char=\"•\"><style:list-level-properties" \
  " text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment text:label-followed-by=\"listtab\"" \
  " fo:text-indent=\"-0.5cm\" fo:margin-left=\"" indent "\"/></style:list-level-properties></text:list-level-style-bullet>"

static const char styles[] =
  XML "<office:document-styles" NAMESPACES ">\n<office:styles>\n"
  "<style:style style:name=\"Standard\" style:family=\"paragraph\"><style:paragraph-properties fo:margin-bottom=\"0.15cm\"/></style:style>\n"
  "<style:style style:name=\"Text_20_body\" style:display-name=\"Text body\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"/>\n"
  "<style:style style:name=\"Title\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
  "<style:text-properties fo:font-size=\"20pt\" fo:font-weight=\"bold\"/></style:style>\n"
  "<style:style style:name=\"Subtitle\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
  "<style:text-properties fo:font-style=\"italic\"/></style:style>\n"
  "<style:style style:name=\"Footnote\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
  "<style:text-properties fo:font-size=\"8.5pt\"/></style:style>\n"
  HEADING ("Heading_20_1", "1", "15pt") HEADING ("Heading_20_2", "2", "12.5pt")
  "<style:style style:name=\"Strong_20_Emphasis\" style:display-name=\"Strong Emphasis\" style:family=\"text\">"
  "<style:text-properties fo:font-weight=\"bold\"/></style:style>\n"
  "<text:list-style style:name=\"List_20_1\" style:display-name=\"List 1\">" LEVEL ("1", "0.6cm") LEVEL ("2", "1.3cm") "</text:list-style>\n"
  "<text:notes-configuration text:note-class=\"footnote\" text:default-style-name=\"Footnote\" style:num-format=\"1\"/>\n"
  "</office:styles>\n</office:document-styles>\n";

typedef struct
{
  LiaisonZip *zip;
} Odt;

static LiaisonZip *
get_zip (LiaisonReportWriter *writer)
{
  return ((Odt *) writer->data)->zip;
}

static gboolean
add_file (LiaisonReportWriter  *writer,
          const char           *name,
          const char           *text,
          gsize                 length,
          GError              **error)
{
  return liaison_zip_begin_file (get_zip (writer), name, error)
    && liaison_zip_write (get_zip (writer), text, length, error)
    && liaison_zip_end_file (get_zip (writer), error);
}

static gboolean
add_meta (LiaisonReportWriter  *writer,
          const char           *title,
          GError              **error)
{
  g_autofree char *language = liaison_report_dup_language ();
  g_autoptr (GString) meta = g_string_new (XML "<office:document-meta" NAMESPACES "><office:meta><meta:generator>Liaison/" LIAISON_VERSION
                                           "</meta:generator><dc:title>");

  liaison_report_append_escaped (meta, title);
  g_string_append (meta, "</dc:title><dc:language>");
  liaison_report_append_escaped (meta, language);
  g_string_append (meta, "</dc:language></office:meta></office:document-meta>\n");

  return add_file (writer, "meta.xml", meta->str, meta->len, error);
}

/* What is gathered goes into the file that is open. */
static gboolean
compress (LiaisonReportWriter  *writer,
          GError              **error)
{
  gboolean success = liaison_zip_write (get_zip (writer), writer->text->str, writer->text->len, error);

  g_string_truncate (writer->text, 0);

  return success;
}

static gboolean
begin (LiaisonReportWriter  *writer,
       const char           *title,
       GError              **error)
{
  Odt *odt = writer->data;

  odt->zip = liaison_zip_new (writer->stream, writer->cancellable);
  g_string_append (writer->text, XML "<office:document-content" NAMESPACES ">\n<office:body><office:text>\n");

  return liaison_zip_add_stored (odt->zip, "mimetype", MIMETYPE, error)
    && add_meta (writer, title, error)
    && add_file (writer, "styles.xml", styles, sizeof styles - 1, error)
    && liaison_zip_begin_file (odt->zip, "content.xml", error);
}

static void
append_note (GString          *out,
             const LiaisonRun *run)
{
  g_string_append_printf (out, "<text:note text:id=\"note%u\" text:note-class=\"footnote\"><text:note-citation>%u</text:note-citation>"
                               "<text:note-body><text:p text:style-name=\"Footnote\">", run->note, run->note);
  liaison_report_append_escaped (out, run->text);
  g_string_append (out, "</text:p></text:note-body></text:note>");
}

static void
append_run (GString          *out,
            const LiaisonRun *run)
{
  switch (run->kind)
    {
    case LIAISON_RUN_STRONG:
      g_string_append (out, "<text:span text:style-name=\"Strong_20_Emphasis\">");
      liaison_report_append_escaped (out, run->text);
      g_string_append (out, "</text:span>");
      break;

    case LIAISON_RUN_LINK:
      g_string_append (out, "<text:a xlink:type=\"simple\" xlink:href=\"");
      liaison_report_append_escaped (out, run->address);
      g_string_append (out, "\">");
      liaison_report_append_escaped (out, run->text);
      g_string_append (out, "</text:a>");
      break;

    case LIAISON_RUN_NOTE:
      append_note (out, run);
      break;

    case LIAISON_RUN_TEXT:
    case LIAISON_RUN_NUMBER:
    default:
      liaison_report_append_escaped (out, run->text);
      break;
    }
}

/* Closes and opens lists until an item of @level can begin; 0 is no list. */
static void
set_list_level (LiaisonReportWriter *writer,
                guint                level)
{
  for (; writer->list_level > level; writer->list_level--)
    g_string_append (writer->text, "</text:list-item></text:list>\n");
  if (writer->list_level == level && level > 0)
    g_string_append (writer->text, "</text:list-item>\n");
  for (; writer->list_level < level; writer->list_level++)
    g_string_append (writer->text, writer->list_level == 0 ? "<text:list text:style-name=\"List_20_1\">\n" : "<text:list>\n");
  if (level > 0)
    g_string_append (writer->text, "<text:list-item>");
}

static gboolean
write_block (LiaisonReportWriter  *writer,
             const LiaisonBlock   *block,
             GError              **error)
{
  gboolean is_heading = block->kind == LIAISON_BLOCK_HEADING;

  set_list_level (writer, block->kind == LIAISON_BLOCK_ITEM ? block->level : 0);
  if (is_heading)
    g_string_append_printf (writer->text, "<text:h text:style-name=\"Heading_20_%u\" text:outline-level=\"%u\">", block->level, block->level);
  else
    g_string_append_printf (writer->text, "<text:p text:style-name=\"%s\">",
                            block->kind == LIAISON_BLOCK_TITLE ? "Title" : block->kind == LIAISON_BLOCK_SUBTITLE ? "Subtitle" : "Text_20_body");

  for (guint i = 0; i < block->runs->len; i++)
    append_run (writer->text, g_ptr_array_index (block->runs, i));
  g_string_append (writer->text, is_heading ? "</text:h>\n" : "</text:p>\n");

  return writer->text->len < CHUNK || compress (writer, error);
}

static gboolean
end (LiaisonReportWriter  *writer,
     GError              **error)
{
  set_list_level (writer, 0);
  g_string_append (writer->text, "</office:text></office:body>\n</office:document-content>\n");

  return compress (writer, error)
    && liaison_zip_end_file (get_zip (writer), error)
    && add_file (writer, "META-INF/manifest.xml", manifest, sizeof manifest - 1, error)
    && liaison_zip_finish (get_zip (writer), error);
}

static void
clear (LiaisonReportWriter *writer)
{
  Odt *odt = writer->data;

  g_clear_pointer (&odt->zip, liaison_zip_free);
}

const LiaisonReportWriterClass liaison_report_odt = { begin, write_block, end, sizeof (Odt), clear };
