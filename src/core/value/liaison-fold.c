/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-fold.h"

#include <string.h>

#include "liaison-fold-private.h"

/* A part behind an apostrophe that is shorter is an ending: Russia's, they're. */
#define MIN_TAIL 3

/* Folding seldom makes a text longer: one allocation is enough for most. */
static GString *
new_string_for (const char *text)
{
  return g_string_sized_new (strlen (text) + 1);
}

static gsize
word_length (const char *words)
{
  return strcspn (words, " ");
}

char *
liaison_fold (const char *text)
{
  GString *out;

  if (text == NULL)
    return g_strdup ("");

  out = new_string_for (text);
  liaison_fold_append (out, text, NULL);

  return g_string_free (out, FALSE);
}

char *
liaison_fold_name_key (const char *word)
{
  g_autofree char *folded = liaison_fold (word);
  GString *key = new_string_for (folded);

  for (const char *p = folded; *p != '\0';)
    {
      gsize length = word_length (p);

      if (key->len > 0)
        g_string_append_c (key, ' ');
      liaison_fold_append_key (key, p, length);

      p += length;
      p += *p == ' ';
    }

  return g_string_free (key, FALSE);
}

static void
append_keys_that_differ (GString    *out,
                         const char *folded)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0';)
    {
      gsize length = word_length (p);

      g_string_truncate (key, 0);
      liaison_fold_append_key (key, p, length);
      if (key->len != length || memcmp (key->str, p, length) != 0)
        {
          g_string_append_c (out, ' ');
          g_string_append_len (out, key->str, (gssize) key->len);
        }

      p += length;
      p += *p == ' ';
    }
}

static void
append_tails (GString    *out,
              const char *folded,
              GArray     *tails)
{
  for (guint i = 0; i < tails->len; i++)
    {
      const char *tail = folded + g_array_index (tails, gsize, i);
      gsize length = word_length (tail);

      if (length >= MIN_TAIL)
        {
          g_string_append_c (out, ' ');
          g_string_append_len (out, tail, (gssize) length);
        }
    }
}

char *
liaison_fold_search_text (const char *text)
{
  g_autoptr (GArray) tails = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GString) folded = NULL;
  GString *out;

  if (text == NULL)
    return g_strdup ("");

  folded = new_string_for (text);
  liaison_fold_append (folded, text, tails);

  out = g_string_sized_new (folded->len + folded->len / 4 + 1);
  g_string_append_len (out, folded->str, (gssize) folded->len);
  append_keys_that_differ (out, folded->str);
  append_tails (out, folded->str, tails);

  return g_string_free (out, FALSE);
}

/* Looks for words where a word of the text begins; whole asks that a word ends behind them too. */
static gboolean
has_at_a_word (const char *text,
               const char *words,
               gsize       length,
               gboolean    whole)
{
  while (text != NULL)
    {
      if (strncmp (text, words, length) == 0 && (!whole || text[length] == ' ' || text[length] == '\0'))
        return TRUE;

      text = strchr (text, ' ');
      if (text != NULL)
        text++;
    }

  return FALSE;
}

gboolean
liaison_fold_has_prefix_words (const char *folded_text,
                               const char *folded_words)
{
  g_return_val_if_fail (folded_text != NULL, FALSE);
  g_return_val_if_fail (folded_words != NULL, FALSE);

  for (const char *p = folded_words; *p != '\0';)
    {
      gsize length = word_length (p);

      if (!has_at_a_word (folded_text, p, length, FALSE))
        return FALSE;

      p += length;
      p += *p == ' ';
    }

  return TRUE;
}

gboolean
liaison_fold_has_phrase (const char *folded_text,
                         const char *folded_phrase)
{
  g_return_val_if_fail (folded_text != NULL, FALSE);
  g_return_val_if_fail (folded_phrase != NULL, FALSE);

  return *folded_phrase == '\0' || has_at_a_word (folded_text, folded_phrase, strlen (folded_phrase), TRUE);
}
