/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-report-writer-private.h"

#include <string.h>

/* CommonMark (https://spec.commonmark.org/0.30/), a block to a line. */

/* What means something inside a line.  Escaped by a backslash it is a character like others. */
static void
append_inline (GString    *out,
               const char *text)
{
  for (const char *p = text; *p; p++)
    {
      if (strchr ("\\`*_[]<>&|~", *p))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
}

/* What would begin another block: a mark of a heading, a list, a quotation or a line, or a number of a list. */
static void
append_line (GString    *out,
             const char *text,
             gsize       length)
{
  gsize digits = 0;

  while (digits < length && g_ascii_isdigit (text[digits]))
    digits++;

  if (length > 0 && strchr ("#+-=:", *text))
    g_string_append_c (out, '\\');
  else if (digits > 0 && digits < length && strchr (".)", text[digits]))
    {
      g_string_append_len (out, text, digits);
      g_string_append_c (out, '\\');
      text += digits;
      length -= digits;
    }

  g_string_append_len (out, text, length);
}

static void
append_address (GString    *out,
                const char *address)
{
  g_autofree char *escaped = g_uri_escape_string (address, ":/?#@!$&'()*+,;=%~[]", FALSE);

  g_string_append_printf (out, "(<%s>)", escaped);
}

static void
append_run (GString          *out,
            const LiaisonRun *run)
{
  switch (run->kind)
    {
    case LIAISON_RUN_STRONG:
      g_string_append (out, "**");
      append_inline (out, run->text);
      g_string_append (out, "**");
      break;

    case LIAISON_RUN_LINK:
      g_string_append_c (out, '[');
      append_inline (out, run->text);
      g_string_append_c (out, ']');
      append_address (out, run->address);
      break;

    case LIAISON_RUN_NOTE:
      g_string_append_printf (out, "\\[%u\\]", run->note);
      break;

    case LIAISON_RUN_TEXT:
    case LIAISON_RUN_NUMBER:
    default:
      append_inline (out, run->text);
      break;
    }
}

static gboolean
begin (LiaisonReportWriter  *writer,
       const char           *title,
       GError              **error)
{
  return TRUE;
}

static gboolean
write_block (LiaisonReportWriter  *writer,
             const LiaisonBlock   *block,
             GError              **error)
{
  static const char * const marks[] = {
    [LIAISON_BLOCK_TITLE] = "# ", [LIAISON_BLOCK_SUBTITLE] = "", [LIAISON_BLOCK_HEADING] = "## ", [LIAISON_BLOCK_PARAGRAPH] = "",
    [LIAISON_BLOCK_ITEM] = "- ", [LIAISON_BLOCK_NOTE] = "",
  };
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean is_item = block->kind == LIAISON_BLOCK_ITEM;

  for (guint i = 0; i < block->runs->len; i++)
    append_run (line, g_ptr_array_index (block->runs, i));

  if (block->kind != LIAISON_BLOCK_TITLE && !(is_item && writer->list_level > 0))
    g_string_append_c (writer->text, '\n');
  writer->list_level = is_item ? block->level : 0;

  if (is_item && block->level > 1)
    g_string_append (writer->text, "  ");
  if (block->kind == LIAISON_BLOCK_HEADING && block->level > 1)
    g_string_append_c (writer->text, '#');
  g_string_append (writer->text, marks[block->kind]);
  append_line (writer->text, line->str, line->len);
  g_string_append_c (writer->text, '\n');

  return TRUE;
}

static gboolean
end (LiaisonReportWriter  *writer,
     GError              **error)
{
  if (writer->notes->len == 0)
    return TRUE;

  g_string_append_printf (writer->text, "\n## %s\n\n", liaison_report_get_notes_title ());
  for (guint i = 0; i < writer->notes->len; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      append_inline (line, g_ptr_array_index (writer->notes, i));
      g_string_append_printf (writer->text, "%u. ", i + 1);
      append_line (writer->text, line->str, line->len);
      g_string_append_c (writer->text, '\n');
    }

  return TRUE;
}

const LiaisonReportWriterClass liaison_report_markdown = { begin, write_block, end };
