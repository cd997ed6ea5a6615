/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-sentence.h"

#include "liaison-number.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
liaison_sentence_append (LiaisonBlock       *block,
                         const LiaisonBlock *from)
{
  for (guint i = 0; i < from->runs->len; i++)
    {
      const LiaisonRun *run = g_ptr_array_index (from->runs, i);

      if (run->kind == LIAISON_RUN_NUMBER)
        liaison_block_add_number (block, run->text, run->figure);
      else if (run->kind == LIAISON_RUN_LINK)
        liaison_block_add_link (block, run->text, run->address);
      else if (run->kind == LIAISON_RUN_NOTE)
        liaison_block_add_note (block, run->text, run->note);
      else if (run->kind == LIAISON_RUN_STRONG)
        liaison_block_add_strong (block, run->text);
      else
        liaison_block_add_text (block, run->text);
    }
}

/* @one: (nullable): the word for one in the gender of what is counted */
static void
add_slot (LiaisonBlock      *block,
          const LiaisonSlot *slot,
          const char        *one)
{
  g_autofree char *number = slot->figure && one ? liaison_number_inflect (slot->text, one) : NULL;

  if (slot->runs)
    liaison_sentence_append (block, slot->runs);
  else if (slot->figure)
    liaison_block_add_number (block, number ? number : slot->text, slot->figure);
  else
    liaison_block_add_text (block, slot->text);
}

static const LiaisonSlot *
find_slot (const LiaisonSlot *slots,
           const char        *start,
           gsize              length)
{
  for (const LiaisonSlot *slot = slots; slot->key; slot++)
    {
      if (strlen (slot->key) == length && strncmp (slot->key, start, length) == 0)
        return slot;
    }

  return NULL;
}

static void
add_stretch (LiaisonBlock *block,
             const char   *start,
             const char   *end)
{
  g_autofree char *stretch = g_strndup (start, end - start);

  liaison_block_add_text (block, stretch);
}

void
liaison_sentence_fill (LiaisonBlock      *block,
                       const char        *sentence,
                       const LiaisonSlot *slots)
{
  const char *done = sentence;

  for (const char *open = strchr (sentence, '{'); open; open = strchr (open + 1, '{'))
    {
      const char *close = strchr (open, '}');
      const char *bar = close ? memchr (open, '|', close - open) : NULL;
      const LiaisonSlot *slot = close ? find_slot (slots, open + 1, (bar ? bar : close) - open - 1) : NULL;
      g_autofree char *one = bar ? g_strndup (bar + 1, close - bar - 1) : NULL;

      if (!slot)
        continue;

      add_stretch (block, done, open);
      add_slot (block, slot, one);
      done = close + 1;
      open = close;
    }

  liaison_block_add_text (block, done);
}

LiaisonBlock *
liaison_sentence_join (GPtrArray *items)
{
  LiaisonBlock *list = liaison_block_new (LIAISON_BLOCK_PARAGRAPH, 0);

  for (guint i = 0; i < items->len; i++)
    {
      if (i > 0)
        liaison_block_add_text (list, i + 1 < items->len ? C_("list", ", ") : C_("list", " and "));
      liaison_sentence_append (list, g_ptr_array_index (items, i));
    }

  return list;
}
