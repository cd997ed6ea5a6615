/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-document.h"

/* FIRST STRONG ISOLATE, and the POP DIRECTIONAL ISOLATE that ends it and all that was begun in it. */
#define ISOLATE 0x2068
#define END_OF_ISOLATE 0x2069

static void
free_run (gpointer data)
{
  LiaisonRun *run = data;

  g_free (run->text);
  g_free (run->address);
  g_clear_pointer (&run->figure, liaison_figure_unref);
  g_free (run);
}

LiaisonBlock *
liaison_block_new (LiaisonBlockKind kind,
                   guint            level)
{
  LiaisonBlock *block = g_new0 (LiaisonBlock, 1);

  block->kind = kind;
  block->level = level;
  block->runs = g_ptr_array_new_with_free_func (free_run);

  return block;
}

void
liaison_block_free (LiaisonBlock *block)
{
  g_free (block->engagement);
  g_ptr_array_unref (block->runs);
  g_free (block);
}

static void
free_block (gpointer data)
{
  LiaisonBlock *block = data;

  g_clear_pointer (&block, liaison_block_free);
}

GPtrArray *
liaison_blocks_new (void)
{
  return g_ptr_array_new_with_free_func (free_block);
}

/* Text */

static gboolean
steers_direction (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= ISOLATE);
}

/* What XML 1.0 has no character for (https://www.w3.org/TR/xml/#charsets), and what is no character at all. */
static gboolean
is_dropped (gunichar c)
{
  return g_unichar_iscntrl (c) || (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

char *
liaison_text_inline (const char *text)
{
  GString *line = g_string_new (NULL);
  gboolean is_steered = FALSE;
  gboolean is_spaced = FALSE;
  guint n_isolates = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* A space that does not break is meant; another one is not more than one. */
      if (g_unichar_isspace (c) && c != 0xa0 && c != 0x202f)
        {
          is_spaced = TRUE;
          continue;
        }
      /* An end without a beginning would end the isolate around the text. */
      if (is_dropped (c) || (c == END_OF_ISOLATE && n_isolates == 0))
        continue;

      if (is_spaced)
        g_string_append_c (line, ' ');
      is_spaced = FALSE;
      is_steered = is_steered || steers_direction (c);
      n_isolates += (c >= 0x2066 && c <= ISOLATE) - (c == END_OF_ISOLATE);
      g_string_append_unichar (line, c);
    }

  if (is_spaced)
    g_string_append_c (line, ' ');
  if (is_steered)
    {
      g_string_prepend_unichar (line, ISOLATE);
      for (guint i = 0; i <= n_isolates; i++)
        g_string_append_unichar (line, END_OF_ISOLATE);
    }

  return g_string_free (line, FALSE);
}

/* Runs */

static LiaisonRun *
add_run (LiaisonBlock   *block,
         LiaisonRunKind  kind,
         const char     *text)
{
  LiaisonRun *run = g_new0 (LiaisonRun, 1);

  run->kind = kind;
  run->text = liaison_text_inline (text);
  g_ptr_array_add (block->runs, run);

  return run;
}

void
liaison_block_add_text (LiaisonBlock *block,
                        const char   *text)
{
  if (*text)
    add_run (block, LIAISON_RUN_TEXT, text);
}

void
liaison_block_add_strong (LiaisonBlock *block,
                          const char   *text)
{
  add_run (block, LIAISON_RUN_STRONG, text);
}

void
liaison_block_add_number (LiaisonBlock  *block,
                          const char    *text,
                          LiaisonFigure *figure)
{
  add_run (block, LIAISON_RUN_NUMBER, text)->figure = liaison_figure_ref (figure);
}

void
liaison_block_add_note (LiaisonBlock *block,
                        const char   *text,
                        guint         note)
{
  add_run (block, LIAISON_RUN_NOTE, text)->note = note;
}

void
liaison_block_add_link (LiaisonBlock *block,
                        const char   *text,
                        const char   *address)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);
  gboolean is_web = g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0;

  if (is_web)
    add_run (block, LIAISON_RUN_LINK, text)->address = g_strdup (address);
  else
    add_run (block, LIAISON_RUN_TEXT, text);
}

char *
liaison_block_dup_text (const LiaisonBlock *block)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < block->runs->len; i++)
    {
      const LiaisonRun *run = g_ptr_array_index (block->runs, i);

      if (run->kind != LIAISON_RUN_NOTE)
        g_string_append (text, run->text);
    }

  return g_string_free (text, FALSE);
}

void
liaison_block_gather_notes (const LiaisonBlock *block,
                            GPtrArray          *notes)
{
  for (guint i = 0; i < block->runs->len; i++)
    {
      const LiaisonRun *run = g_ptr_array_index (block->runs, i);

      if (run->kind == LIAISON_RUN_NOTE)
        g_ptr_array_add (notes, g_strdup (run->text));
    }
}
