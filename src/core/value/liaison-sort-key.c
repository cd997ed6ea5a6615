/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-sort-key-private.h"

#include <locale.h>
#include <string.h>

/* No key has room for more: a letter has at least one byte in it. */
#define MOST_LETTERS LIAISON_SORT_KEY_MOST_BYTES

#define FIRST_SURROGATE 0xd800
#define N_SURROGATES 0x800
#define LAST_LETTER 0x10ffff

static const char *
get_locale (void)
{
  return setlocale (LC_COLLATE, NULL);
}

/* The C locale compares bytes: "de Gaulle" would come after "Zeman". */
static gboolean
locale_ignores_language (void)
{
  const char *name = get_locale ();

  return g_str_equal (name, "C") || g_str_has_prefix (name, "C.") || g_str_equal (name, "POSIX");
}

/*
 * GLib writes each weight of glibc's key as if it were a letter.  Some of them are surrogates, which UTF-8 does not have, so that the
 * store would hold a text that is none: these and all above are moved up, which keeps the order.
 */
static char *
make_valid (const char *key)
{
  GString *valid = g_string_sized_new (LIAISON_SORT_KEY_MOST_BYTES);

  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar weight = g_utf8_get_char (p);
      char bytes[6];
      int length;

      if (weight >= FIRST_SURROGATE)
        weight = MIN (weight + N_SURROGATES, LAST_LETTER);
      length = g_unichar_to_utf8 (weight, bytes);
      if (valid->len + length > LIAISON_SORT_KEY_MOST_BYTES)
        break;
      g_string_append_len (valid, bytes, length);
    }

  return g_string_free (valid, FALSE);
}

static gssize
count_bytes (const char *text)
{
  gsize length = strnlen (text, MOST_LETTERS + 1);

  if (length <= MOST_LETTERS)
    return length;

  return g_utf8_offset_to_pointer (text, g_utf8_strlen (text, MOST_LETTERS)) - text;
}

char *
liaison_sort_key_new (const char *text)
{
  gssize length = count_bytes (text);
  g_autofree char *folded = NULL;
  g_autofree char *key = NULL;

  if (locale_ignores_language ())
    {
      folded = g_utf8_casefold (text, length);
      key = g_utf8_collate_key (folded, -1);
    }
  else
    {
      key = g_utf8_collate_key (text, length);
    }

  return make_valid (key);
}

char *
liaison_sort_key_describe (void)
{
  /* Case, marks, Latin letters that languages place differently, two other scripts, punctuation. */
  g_autofree char *sample = liaison_sort_key_new ("aA äz ch-łø Жі Ωα.");

  return g_strconcat (get_locale (), " ", sample, NULL);
}
