/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-fold.h"

#include <string.h>

/* Shorter words are their own keys. */
#define LEAST_KEYED 3

/* Whether a letter goes on with the word that it stands in; apostrophes and marks fall out of it when it is folded. */
static gboolean
is_in_word (gunichar letter)
{
  return g_unichar_isalnum (letter) || g_unichar_ismark (letter) || letter == '\'' || letter == 0x2019 || letter == 0x02bc;
}

static const char *
skip_word (const char *at)
{
  while (is_in_word (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at;
}

/* Where the part of a word ends that folds to as many letters as @length. */
static const char *
find_end (const char *start,
          const char *end,
          gsize       length)
{
  for (const char *at = g_utf8_next_char (start); at < end; at = g_utf8_next_char (at))
    {
      g_autofree char *part = g_strndup (start, at - start);
      g_autofree char *folded = liaison_fold (part);

      /* A mark belongs to the letter before it. */
      if (strlen (folded) >= length && !g_unichar_ismark (g_utf8_get_char (at)))
        return at;
    }

  return end;
}

/* Most words are plain, and need not be folded to be compared. */
static gboolean
begins_plainly (const char *start,
                const char *end,
                const char *word)
{
  gsize length = strlen (word);

  return (gsize) (end - start) >= length && g_ascii_strncasecmp (start, word, length) == 0
    && (start + length == end || (guchar) start[length] < 0x80);
}

static gboolean
begins_by_key (const char *folded,
               const char *word)
{
  g_autofree char *text_key = NULL;
  g_autofree char *word_key = NULL;

  if (strlen (word) < LEAST_KEYED)
    return FALSE;

  text_key = liaison_fold_name_key (folded);
  word_key = liaison_fold_name_key (word);

  return g_str_has_prefix (text_key, word) || (*word_key && (g_str_has_prefix (text_key, word_key) || g_str_has_prefix (folded, word_key)));
}

/* What begins with a small letter is no name. */
static gboolean
may_be_name (const char *start)
{
  return !g_ascii_islower (*start);
}

/* Returns: where what @word finds of the word from @start to @end ends; %NULL where it does not find it */
static const char *
find_in_word (const char *start,
              const char *end,
              const char *word)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (begins_plainly (start, end, word))
    return start + strlen (word);

  text = g_strndup (start, end - start);
  folded = liaison_fold (text);
  if (g_str_has_prefix (folded, word))
    return find_end (start, end, strlen (word));

  return may_be_name (start) && begins_by_key (folded, word) ? end : NULL;
}

GArray *
liaison_fold_find_words (const char         *text,
                         const char * const *words)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (LiaisonFoldSpan));

  g_return_val_if_fail (text != NULL, spans);
  g_return_val_if_fail (words != NULL, spans);

  for (const char *at = text; *words && *at;)
    {
      const char *end = skip_word (at);
      const char *found = NULL;

      for (const char * const *word = words; *word && end > at; word++)
        found = MAX (found, find_in_word (at, end, *word));
      if (found)
        g_array_append_vals (spans, &(LiaisonFoldSpan) { at - text, found - text }, 1);
      at = end > at ? end : g_utf8_next_char (at);
    }

  return spans;
}
