/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-date-words-private.h"

#include "liaison-day.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* More of a unit are told by a date. */
#define MOST_UNITS 999

gboolean
liaison_date_word_is (const char *word,
                      const char *english,
                      const char *translated)
{
  g_auto (GStrv) names = g_strsplit (english, "|", -1);
  g_auto (GStrv) local = g_strsplit (translated, "|", -1);

  return g_strv_contains ((const char * const *) names, word) || g_strv_contains ((const char * const *) local, word);
}

/* "3", "three", "a"; -1 where it is no number. */
static int
read_count (const char *word)
{
  /* Translators: the numbers from one to twelve, as a person may write them before "days ago", separated by bars */
  const char *translated = C_ ("date", "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve");
  g_auto (GStrv) english = g_strsplit ("one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve", "|", -1);
  g_auto (GStrv) local = g_strsplit (translated, "|", -1);
  guint64 number;

  if (g_ascii_string_to_unsigned (word, 10, 1, MOST_UNITS, &number, NULL))
    return number;
  /* Translators: "a" as in "a week ago"; several words are separated by bars */
  if (liaison_date_word_is (word, "a|an", C_ ("date", "a|an")))
    return 1;

  for (int i = 0; english[i] != NULL; i++)
    {
      if (g_str_equal (english[i], word))
        return i + 1;
    }
  for (int i = 0; local[i] != NULL; i++)
    {
      if (g_str_equal (local[i], word))
        return i + 1;
    }

  return -1;
}

/* The day so many units before @today; 0 where @unit is none. */
static int
go_back (int         today,
         int         count,
         const char *unit)
{
  /* Translators: units as in "3 days ago"; several words are separated by bars */
  if (liaison_date_word_is (unit, "day|days", C_ ("date", "day|days")))
    return liaison_day_add (today, -count);
  /* Translators: units as in "3 weeks ago"; several words are separated by bars */
  if (liaison_date_word_is (unit, "week|weeks", C_ ("date", "week|weeks")))
    return liaison_day_add (today, -7 * count);
  /* Translators: units as in "3 months ago"; several words are separated by bars */
  if (liaison_date_word_is (unit, "month|months", C_ ("date", "month|months")))
    return liaison_day_add_months (today, -count);

  return 0;
}

static gboolean
is_part_of_day (const char *word)
{
  /* Translators: parts of a day as in "this morning"; several words are separated by bars */
  return liaison_date_word_is (word, "morning|noon|afternoon|evening", C_ ("date", "morning|noon|afternoon|evening"));
}

int
liaison_date_words_read (const char * const *words,
                         guint               n_words,
                         int                 today)
{
  int count;

  /* Translators: what a person may type for the evening of the day that it is; several words are separated by bars */
  if (n_words == 1 && liaison_date_word_is (words[0], "tonight", C_ ("date", "tonight")))
    return today;
  /* Translators: "this" as in "this morning"; several words are separated by bars */
  if (n_words == 2 && liaison_date_word_is (words[0], "this", C_ ("date", "this")) && is_part_of_day (words[1]))
    return today;
  /* Translators: the evening before today; several phrases are separated by bars */
  if (n_words == 2 && liaison_date_word_is (words[0], "last", C_ ("date", "last")) && g_str_equal (words[1], "night"))
    return liaison_day_add (today, -1);
  if (n_words == 3 && liaison_date_word_is (words[2], "ago", C_ ("date", "ago")))
    {
      count = read_count (words[0]);
      return count > 0 ? go_back (today, count, words[1]) : 0;
    }

  return 0;
}

int
liaison_date_words_find_weekday (const char *word,
                                 int         weekday,
                                 int         today)
{
  int back = (liaison_day_weekday (today) - weekday + 7) % 7;

  /* Translators: "last" as in "last Tuesday"; several words are separated by bars */
  if (liaison_date_word_is (word, "last|past", C_ ("date", "last|past")))
    return liaison_day_add (today, back == 0 ? -7 : -back);
  /* Translators: "next" as in "next Tuesday"; several words are separated by bars */
  if (liaison_date_word_is (word, "next|coming", C_ ("date", "next|coming")))
    return liaison_day_add (today, 7 - back);

  return 0;
}
