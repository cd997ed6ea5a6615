/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-fold-private.h"

/* A call of g_string_append() costs more than the letter or two that a spelling has. */
static void
append_spelling (GString    *out,
                 const char *spelling)
{
  for (; *spelling != '\0'; spelling++)
    g_string_append_c (out, *spelling);
}

/* The language that a Cyrillic word shows by its letters, and with it the column of the table. */
typedef enum
{
  WORD_RUSSIAN,
  WORD_UKRAINIAN,
  WORD_SERBIAN,
} WordKind;

static gboolean
is_one_of (gunichar        letter,
           const gunichar *letters)
{
  for (; *letters != 0; letters++)
    if (*letters == letter)
      return TRUE;

  return FALSE;
}

/* ськ and цьк are written in Ukrainian only: Russian has no soft sign in them (Зеленський). */
static gboolean
is_ukrainian_ending (const gunichar *letters,
                     gsize           n_letters,
                     gsize           i)
{
  return letters[i] == U'ь' && i > 0 && i + 1 < n_letters && is_one_of (letters[i - 1], U"сц") && letters[i + 1] == U'к';
}

/* The thirty-two letters without any that one language has for itself. */
static gboolean
is_common (gunichar letter)
{
  return letter >= U'а' && letter <= U'я';
}

/* A word is told by itself alone. Text around it might tell more, but then the same word in a query
 * and in a record would fold differently. */
static WordKind
kind_of_word (const gunichar *letters,
              gsize           n_letters,
              gboolean        has_apostrophe)
{
  WordKind kind = has_apostrophe ? WORD_UKRAINIAN : WORD_RUSSIAN;

  for (gsize i = 0; i < n_letters; i++)
    {
      if (is_common (letters[i]) ? is_ukrainian_ending (letters, n_letters, i) : is_one_of (letters[i], U"єіїґў"))
        kind = WORD_UKRAINIAN;
      else if (is_common (letters[i]))
        continue;
      else if (is_one_of (letters[i], U"ђѓѕјљњћќџ"))
        return WORD_SERBIAN;
      else if (is_one_of (letters[i], U"ғқңүұһәө"))
        return WORD_RUSSIAN;
    }

  return kind;
}

/* е and ё after a vowel, a sign or nothing are heard with a glide (BGN/PCGN 1947, note 1); a hard
 * sign before a consonant is the Bulgarian one (one at the end is Russian of before 1918). */
static const char *
spell_russian (const LiaisonFoldCyrillic *row,
               gunichar                   previous,
               gunichar                   next)
{
  if (is_one_of (row->letter, U"её") && (previous == 0 || is_one_of (previous, U"аеёиоуыэюяйъь")))
    return "ye";

  if (row->letter == U'ъ' && next != 0 && !is_one_of (next, U"аеёиоуыэюя"))
    return "a";

  return row->russian;
}

/* The letters that Resolution 55 spells in another way where a word begins, and зг, which must not
 * become the zh of ж. */
static const char *
spell_ukrainian (const LiaisonFoldCyrillic *row,
                 gunichar                   previous)
{
  if (row->letter == U'г' && previous == U'з')
    return "gh";

  if (previous != 0)
    return row->ukrainian;

  switch (row->letter)
    {
    case U'є':
      return "ye";
    case U'ї':
      return "yi";
    case U'й':
      return "y";
    case U'ю':
      return "yu";
    case U'я':
      return "ya";
    default:
      return row->ukrainian;
    }
}

void
liaison_fold_append_cyrillic (GString        *out,
                              const gunichar *letters,
                              gsize           n_letters,
                              gboolean        initial,
                              gboolean        has_apostrophe)
{
  WordKind kind = kind_of_word (letters, n_letters, has_apostrophe);
  /* A run behind letters of another script does not begin a word; any consonant says so. */
  gunichar previous = initial ? 0 : U'б';

  for (gsize i = 0; i < n_letters; i++)
    {
      const LiaisonFoldCyrillic *row = liaison_fold_cyrillic_letter (letters[i]);

      if (row == NULL)
        g_string_append_unichar (out, letters[i]);
      else if (kind == WORD_UKRAINIAN)
        append_spelling (out, spell_ukrainian (row, previous));
      else if (kind == WORD_SERBIAN)
        append_spelling (out, row->serbian);
      else
        append_spelling (out, spell_russian (row, previous, i + 1 < n_letters ? letters[i + 1] : 0));

      previous = letters[i];
    }
}

/* υ after α, ε and η is v before vowels and voiced consonants, f before the others and at the end
 * (ELOT 743). One that bears a diaeresis is another letter of the table, and stands for itself. */
static const char *
spell_upsilon (gunichar previous,
               gunichar next)
{
  if (previous == U'ο')
    return "u";
  if (!is_one_of (previous, U"αεη"))
    return "y";

  return is_one_of (next, U"αεηιουωβγδζλμνρ") ? "v" : "f";
}

static const char *
spell_greek (const LiaisonFoldLetter *row,
             gunichar                 previous,
             gunichar                 next)
{
  if (row->letter == U'υ')
    return spell_upsilon (previous, next);

  if (row->letter == U'γ' && is_one_of (next, U"γξχ"))
    return "n";

  return row->latin;
}

void
liaison_fold_append_greek (GString        *out,
                           const gunichar *letters,
                           gsize           n_letters,
                           gboolean        initial)
{
  for (gsize i = 0; i < n_letters; i++)
    {
      const LiaisonFoldLetter *row = liaison_fold_greek_letter (letters[i]);
      gunichar previous = i > 0 ? letters[i - 1] : 0;
      gunichar next = i + 1 < n_letters ? letters[i + 1] : 0;

      if (row == NULL)
        {
          g_string_append_unichar (out, letters[i]);
        }
      else if (initial && i == 0 && letters[i] == U'μ' && next == U'π')
        {
          /* μπ at the beginning is the b that Greek has no letter for (Μπακογιάννη). */
          g_string_append_c (out, 'b');
          i++;
        }
      else
        {
          append_spelling (out, spell_greek (row, previous, next));
        }
    }
}
