/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-report-writer-private.h"

#include <string.h>

/* Plain text, in lines that a terminal and an e-mail can show. */
#define WIDTH 78

static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

/* Breaks a text at its blanks. The first line begins with @lead, the others with as many blanks. */
static void
append_wrapped (GString    *out,
                const char *lead,
                const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint indent = measure (lead);
  guint column = indent;

  g_string_append (out, lead);
  for (char **word = words; *word; word++)
    {
      guint width = measure (*word);

      if (column > indent && column + 1 + width > WIDTH)
        {
          g_string_append_printf (out, "\n%*s", (int) indent, "");
          column = indent;
        }
      else if (word > words)
        {
          g_string_append_c (out, ' ');
          column++;
        }
      g_string_append (out, *word);
      column += width;
    }
  g_string_append_c (out, '\n');
}

static char *
dup_block_text (const LiaisonBlock *block)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < block->runs->len; i++)
    {
      const LiaisonRun *run = g_ptr_array_index (block->runs, i);

      if (run->kind == LIAISON_RUN_NOTE)
        g_string_append_printf (text, "[%u]", run->note);
      else
        g_string_append (text, run->text);
    }

  return g_string_free (text, FALSE);
}

static void
append_heading (GString    *out,
                const char *text,
                char        underline)
{
  guint width = MIN (measure (text), WIDTH);

  append_wrapped (out, "", text);
  for (guint i = 0; i < width; i++)
    g_string_append_c (out, underline);
  g_string_append_c (out, '\n');
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
  g_autofree char *text = dup_block_text (block);
  gboolean is_item = block->kind == LIAISON_BLOCK_ITEM;

  /* The items of a list stand close. */
  if (block->kind != LIAISON_BLOCK_TITLE && !(is_item && writer->list_level > 0))
    g_string_append_c (writer->text, '\n');
  writer->list_level = is_item ? block->level : 0;

  if (block->kind == LIAISON_BLOCK_TITLE)
    append_heading (writer->text, text, '=');
  else if (block->kind == LIAISON_BLOCK_HEADING)
    append_heading (writer->text, text, block->level == 1 ? '=' : '-');
  else if (is_item)
    append_wrapped (writer->text, block->level == 1 ? "- " : "    - ", text);
  else
    append_wrapped (writer->text, "", text);

  return TRUE;
}

static gboolean
end (LiaisonReportWriter  *writer,
     GError              **error)
{
  if (writer->notes->len == 0)
    return TRUE;

  g_string_append_c (writer->text, '\n');
  append_heading (writer->text, liaison_report_get_notes_title (), '=');
  g_string_append_c (writer->text, '\n');
  for (guint i = 0; i < writer->notes->len; i++)
    {
      g_autofree char *lead = g_strdup_printf ("[%u] ", i + 1);

      append_wrapped (writer->text, lead, g_ptr_array_index (writer->notes, i));
    }

  return TRUE;
}

const LiaisonReportWriterClass liaison_report_text = { begin, write_block, end };
