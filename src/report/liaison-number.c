/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-number.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int last_in_words = LIAISON_NUMBER_LAST_IN_WORDS; /* atomic: reports are composed on another thread */

/*
 * Translators: where the word for one has a gender, that of what is counted is written behind a bar in the sentence: "{1|une} séance" has "une" where
 * "{1} appel" has this word.  Leave other numbers as digits where their words have a gender.
 */
static const char * const words[] = {
  NC_("number", "no"), NC_("number", "one"), NC_("number", "two"), NC_("number", "three"), NC_("number", "four"),
  NC_("number", "five"), NC_("number", "six"), NC_("number", "seven"), NC_("number", "eight"), NC_("number", "nine"),
  NC_("number", "ten"), NC_("number", "eleven"), NC_("number", "twelve"),
};

/* What may be said from which number on; the strongest first, so that a longer phrase is found before what is part of it. */
static const struct { const char *phrase; gint64 least; } claims[] = {
  { NC_("claim", "thousands"), 2000 },
  { NC_("claim", "hundreds"), 200 },
  { NC_("claim", "more than a hundred"), 101 },
  { NC_("claim", "over a hundred"), 101 },
  { NC_("claim", "more than four dozen"), 49 },
  { NC_("claim", "over four dozen"), 49 },
  { NC_("claim", "four dozen"), 48 },
  { NC_("claim", "scores"), 40 },
  { NC_("claim", "more than three dozen"), 37 },
  { NC_("claim", "over three dozen"), 37 },
  { NC_("claim", "three dozen"), 36 },
  { NC_("claim", "more than two dozen"), 25 },
  { NC_("claim", "over two dozen"), 25 },
  { NC_("claim", "two dozen"), 24 },
  { NC_("claim", "dozens"), 24 },
  { NC_("claim", "more than a dozen"), 13 },
  { NC_("claim", "over a dozen"), 13 },
  { NC_("claim", "a dozen"), 12 },
  { NC_("claim", "several times"), 3 },
  { NC_("claim", "twice"), 2 },
};

/* What says that a number after it is exceeded, or reached. */
static const struct { const char *phrase; gboolean exceeds; } bounds[] = {
  { NC_("claim", "more than"), TRUE },
  { NC_("claim", "over"), TRUE },
  { NC_("claim", "at least"), FALSE },
};

/* Translators: with commas between them: what is counted in reports, each word as it stands after a number */
static const char counted[] =
  NC_("claim", "calls,meetings,leaders,ministers,counterparts,countries,times,engagements,sessions,visits,members,officials,conversations");

G_STATIC_ASSERT (G_N_ELEMENTS (words) == LIAISON_NUMBER_MOST_IN_WORDS + 1);

void
liaison_number_set_last_in_words (int last)
{
  g_return_if_fail (last >= 0 && last <= LIAISON_NUMBER_MOST_IN_WORDS);

  g_atomic_int_set (&last_in_words, last);
}

static char *
spell_exactly (gint64 number)
{
  if (number >= 0 && number <= g_atomic_int_get (&last_in_words))
    return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "number", words[number]));

  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

char *
liaison_number_spell (gint64   number,
                      gboolean at_least)
{
  g_autofree char *exactly = spell_exactly (number);

  /* Translators: a number that is a lower bound */
  return at_least ? g_strdup_printf (C_("number", "at least %s"), exactly) : g_steal_pointer (&exactly);
}

char *
liaison_number_spell_times (gint64   number,
                            gboolean at_least)
{
  g_autofree char *exactly = spell_exactly (number);
  g_autofree char *times = NULL;

  if (number == 1)
    times = g_strdup (C_("times", "once"));
  else if (number == 2)
    times = g_strdup (C_("times", "twice"));
  else
    times = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s time", "%s times", number), exactly);

  return at_least ? g_strdup_printf (C_("number", "at least %s"), times) : g_steal_pointer (&times);
}

char *
liaison_number_spell_loosely (gint64   number,
                              gboolean at_least)
{
  if (number >= 101)
    return g_strdup (C_("number", "more than a hundred"));
  if (number >= 37)
    return g_strdup (C_("number", "more than three dozen"));
  if (number >= 25)
    return g_strdup (C_("number", "more than two dozen"));
  if (number >= 13)
    return g_strdup (C_("number", "more than a dozen"));

  return liaison_number_spell (number, at_least);
}

char *
liaison_number_inflect (const char *written,
                        const char *one)
{
  g_autofree char *exactly = liaison_number_spell (1, FALSE);
  g_autofree char *at_least = liaison_number_spell (1, TRUE);

  if (g_ascii_isdigit (*exactly))
    return g_strdup (written);
  if (g_str_equal (written, at_least))
    return g_strdup_printf (C_("number", "at least %s"), one);

  return g_strdup (g_str_equal (written, exactly) ? one : written);
}

gboolean
liaison_number_is_exact (const char *written,
                         gint64      number,
                         gboolean    at_least)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autofree char *spelled = liaison_number_spell (number, at_least);
  g_autofree char *times = liaison_number_spell_times (number, at_least);

  /* Nothing rounder can be said of one, whatever its gender. */
  return (number == 1 && g_strcmp0 (written, digits) != 0) || (!at_least && g_strcmp0 (written, digits) == 0) || g_strcmp0 (written, spelled) == 0 || g_strcmp0 (written, times) == 0;
}

/* Overclaims */

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c);
}

/* Where @word stands as a whole word in @text, from @from on; %NULL where it does not. */
static const char *
find_word (const char *text,
           const char *from,
           const char *word)
{
  for (const char *found = strstr (from, word); found; found = strstr (found + 1, word))
    {
      const char *before = g_utf8_find_prev_char (text, found);
      const char *after = found + strlen (word);

      if ((!before || !is_letter (g_utf8_get_char (before))) && !is_letter (g_utf8_get_char (after)))
        return found;
    }

  return NULL;
}

/* A number in digits or words at the beginning of @text; -1 where there is none. */
static gint64
read_number (const char  *text,
             const char **end)
{
  if (g_ascii_isdigit (*text))
    {
      gint64 number = g_ascii_strtoll (text, (char **) end, 10);

      return number;
    }

  for (gsize i = 1; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = g_utf8_strdown (g_dpgettext2 (GETTEXT_PACKAGE, "number", words[i]), -1);

      if (g_str_has_prefix (text, word) && !is_letter (g_utf8_get_char (text + strlen (word))))
        {
          *end = text + strlen (word);
          return i;
        }
    }

  return -1;
}

static const char *
skip_spaces (const char *text)
{
  while (*text && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

static char *
find_phrase (const char *text,
             gint64      number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      g_autofree char *phrase = g_utf8_strdown (g_dpgettext2 (GETTEXT_PACKAGE, "claim", claims[i].phrase), -1);

      if (number < claims[i].least && find_word (text, text, phrase))
        return g_steal_pointer (&phrase);
    }

  return NULL;
}

static char *
find_bound (const char *text,
            gint64      number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      g_autofree char *phrase = g_utf8_strdown (g_dpgettext2 (GETTEXT_PACKAGE, "claim", bounds[i].phrase), -1);

      for (const char *found = find_word (text, text, phrase); found; found = find_word (text, found + 1, phrase))
        {
          const char *end = NULL;
          gint64 claimed = read_number (skip_spaces (found + strlen (phrase)), &end);

          if (claimed >= 0 && (bounds[i].exceeds ? number <= claimed : number < claimed))
            return g_strndup (found, end - found);
        }
    }

  return NULL;
}

/* "nine leaders", "12 times": a number by hand before something that reports count. */
static char *
find_count (const char *text,
            gint64      number)
{
  g_auto (GStrv) nouns = g_strsplit (g_dpgettext2 (GETTEXT_PACKAGE, "claim", counted), ",", -1);
  gboolean at_start = TRUE;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      const char *end = NULL;
      gint64 claimed = at_start ? read_number (p, &end) : -1;

      at_start = !is_letter (g_utf8_get_char (p));
      if (claimed <= number)
        continue;

      for (char **noun = nouns; *noun; noun++)
        {
          const char *after = skip_spaces (end);

          if (g_str_has_prefix (after, *noun) && !is_letter (g_utf8_get_char (after + strlen (*noun))))
            return g_strndup (p, after + strlen (*noun) - p);
        }
    }

  return NULL;
}

char *
liaison_number_find_overclaim (const char *wording,
                               gint64      number)
{
  g_autofree char *text = g_utf8_strdown (wording, -1);
  char *found = find_phrase (text, number);

  if (!found)
    found = find_bound (text, number);

  return found ? found : find_count (text, number);
}
