/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-date-entry.h"

#include "liaison-date-words-private.h"
#include "liaison-error.h"
#include "liaison-fold.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#define MINUTES_AN_HOUR 60
#define YEARS_A_CENTURY 100

/* A month or weekday may be cut off after so many letters: fewer are not unique in English. */
#define SHORTEST_NAME 3

/* Longer texts are no date; what is quoted of them in a message ends there too. */
#define MAX_LENGTH 80

typedef enum { READ_NOTHING, READ_DATE, READ_FAILED } Outcome;

/* The words of a text that are not understood yet, and what the others said. */
typedef struct
{
  GPtrArray  *words;
  int         today;
  LiaisonDate date;
  gboolean    about;
  GError    **error;
} Reader;

static Outcome
refuse (Reader     *reader,
        const char *format,
        ...) G_GNUC_PRINTF (2, 3);

static Outcome
refuse (Reader     *reader,
        const char *format,
        ...)
{
  va_list args;

  va_start (args, format);
  if (reader->error != NULL)
    *reader->error = g_error_new_valist (LIAISON_ERROR, LIAISON_ERROR_SYNTAX, format, args);
  va_end (args);

  return READ_FAILED;
}

/* Lower case, ASCII digits, single spaces: what is left to compare. */
static char *
simplify (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  GString *simple = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == ',')
        g_string_append_c (simple, ' ');
      else if (g_unichar_isdigit (c))
        g_string_append_printf (simple, "%d", g_unichar_digit_value (c));
      else if (c == '~')
        g_string_append (simple, "~ ");
      else
        g_string_append_unichar (simple, c);
    }

  return g_string_free (simple, FALSE);
}

static GPtrArray *
split (const char *text)
{
  g_autofree char *simple = simplify (text);
  g_auto (GStrv) pieces = g_strsplit (simple, " ", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (char **piece = pieces; *piece != NULL; piece++)
    {
      if (**piece != '\0')
        g_ptr_array_add (words, g_strdup (*piece));
    }

  return words;
}

static const char *
get_word (Reader *reader,
          guint   index)
{
  return index < reader->words->len ? reader->words->pdata[index] : "";
}

static void
take_about (Reader *reader)
{
  while (reader->words->len > 0
         /* Translators: words that a person may type before a date that is not exact, separated by bars */
         && liaison_date_word_is (get_word (reader, 0), "about|around|circa|ca|ca.|c.|~", C_ ("date", "about|around|circa|ca|ca.|c.|~")))
    {
      reader->about = TRUE;
      g_ptr_array_remove_index (reader->words, 0);
    }
}

/* Reads the digits at *@text and goes on behind them; -1 where there are none, or more than any date has. */
static int
read_number (const char **text,
             int         *n_digits)
{
  int number = 0;

  *n_digits = 0;
  while (g_ascii_isdigit (**text) && *n_digits < 5)
    {
      number = number * 10 + g_ascii_digit_value (**text);
      (*text)++;
      (*n_digits)++;
    }

  return *n_digits > 0 && *n_digits < 5 ? number : -1;
}

/* "3:30", "15:30", "9am"; @next is the word behind, which may be "pm" and is then part of it. */
static gboolean
read_time (const char *word,
           const char *next,
           int        *minute,
           gboolean   *takes_next)
{
  int n_digits;
  int hours = read_number (&word, &n_digits);
  int minutes = 0;
  gboolean has_minutes = FALSE;
  const char *half;

  if (hours < 0 || n_digits > 2)
    return FALSE;

  if (*word == ':')
    {
      word++;
      minutes = read_number (&word, &n_digits);
      has_minutes = n_digits == 2;
      if (!has_minutes)
        return FALSE;
    }

  half = *word != '\0' ? word : next;
  *takes_next = FALSE;
  if (g_str_equal (half, "am") || g_str_equal (half, "pm"))
    {
      *takes_next = half == next;
      if (hours < 1 || hours > 12)
        return FALSE;
      hours = hours % 12 + (*half == 'p' ? 12 : 0);
    }
  else if (*word != '\0' || !has_minutes)
    {
      return FALSE;
    }

  *minute = hours * MINUTES_AN_HOUR + minutes;

  return hours < 24 && minutes < MINUTES_AN_HOUR;
}

static void
take_time (Reader *reader)
{
  for (guint i = 0; i < reader->words->len; i++)
    {
      gboolean takes_next;

      if (!read_time (get_word (reader, i), get_word (reader, i + 1), &reader->date.minute, &takes_next))
        continue;

      g_ptr_array_remove_range (reader->words, i, takes_next ? 2 : 1);
      /* Translators: a word that a person may type between a day and a time; several are separated by bars */
      if (i > 0 && liaison_date_word_is (get_word (reader, i - 1), "at", C_ ("time", "at")))
        g_ptr_array_remove_index (reader->words, i - 1);
      return;
    }

  reader->date.minute = -1;
}

static void
set_day (Reader *reader,
         int     day)
{
  reader->date.year = day / 10000;
  reader->date.month = day / 100 % 100;
  reader->date.day = day % 100;
}

static int
nearest_century (int two_digits,
                 int today)
{
  int year = today / 10000;
  int near = year - year % YEARS_A_CENTURY + two_digits;

  if (near - year > YEARS_A_CENTURY / 2)
    return near - YEARS_A_CENTURY;
  if (year - near > YEARS_A_CENTURY / 2)
    return near + YEARS_A_CENTURY;

  return near;
}

/* The year in which a day and month come nearest to today. */
static int
nearest_year (int day,
              int month,
              int today)
{
  int year = today / 10000;
  int best = year;
  int distance = G_MAXINT;

  for (int candidate = MAX (year - 1, 1); candidate <= year + 1; candidate++)
    {
      /* 29 February has no day in other years; the check that follows says so. */
      int date = liaison_day_from_parts (candidate, month, MIN (day, liaison_days_in_month (candidate, month)));
      int away = ABS (liaison_day_diff (today, date));

      if (away < distance)
        {
          distance = away;
          best = candidate;
        }
    }

  return best;
}

/* @year is -1 where it was not written, and @n_digits how many digits it was written with. */
static Outcome
take_parts (Reader *reader,
            int     day,
            int     month,
            int     year,
            int     n_digits)
{
  if (month < 1 || month > 12)
    return refuse (reader, _("Months run from 1 to 12."));

  if (year < 0)
    year = nearest_year (day, month, reader->today);
  else if (n_digits == 2)
    year = nearest_century (year, reader->today);

  reader->date.year = year;
  reader->date.month = month;
  reader->date.day = day;

  return READ_DATE;
}

static const char *
get_day_order (void)
{
  const char *locale = setlocale (LC_TIME, NULL);
  g_autoptr (GDateTime) sample = g_date_time_new_utc (2003, 11, 22, 0, 0, 0);
  g_autofree char *text = NULL;
  const char *day;
  const char *month;

  /* The C locale is nobody's own: what it writes says nothing of the person. */
  if (locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX") || g_str_has_prefix (locale, "C."))
    return "";

  text = g_date_time_format (sample, "%x");
  day = text ? strstr (text, "22") : NULL;
  month = text ? strstr (text, "11") : NULL;
  if (day == NULL || month == NULL)
    return "";

  return day < month ? "dm" : "md";
}

static Outcome
refuse_order (Reader *reader,
              int     first,
              int     second,
              int     year)
{
  if (year < 0)
    return refuse (reader, _("This can be two days: write it with the name of the month, as 9 Dec."));

  return refuse (reader, _("This can be two days: write it as %04d-%02d-%02d or %04d-%02d-%02d."),
                 year, first, second, year, second, first);
}

/* Numbers without an agreed order: 9/12/2021. */
static Outcome
take_day_and_month (Reader *reader,
                    int     first,
                    int     second,
                    int     year,
                    int     n_digits)
{
  const char *order = get_day_order ();

  if (second > 12 && first <= 12)
    return take_parts (reader, second, first, year, n_digits);
  if (first > 12 || first == second || g_str_equal (order, "dm"))
    return take_parts (reader, first, second, year, n_digits);
  if (g_str_equal (order, "md"))
    return take_parts (reader, second, first, year, n_digits);

  return refuse_order (reader, first, second, n_digits == 2 ? nearest_century (year, reader->today) : year);
}

/* 2021/12/9, 9.12.2021, 9/12/2021, 9/12, 12/2021. */
static Outcome
take_numbers (Reader *reader)
{
  const char *text = get_word (reader, 0);
  int numbers[3] = { -1, -1, -1 };
  int digits[3] = { 0 };
  char separator = '\0';

  for (int i = 0; i < 3 && *text != '\0'; i++)
    {
      numbers[i] = read_number (&text, &digits[i]);
      if (numbers[i] < 0)
        return READ_NOTHING;
      if (*text == '\0')
        break;
      if (strchr ("./-", *text) == NULL || (separator != '\0' && *text != separator))
        return READ_NOTHING;
      separator = *text++;
    }

  if (*text != '\0' || separator == '\0' || numbers[1] < 0)
    return READ_NOTHING;
  if (digits[0] == 4 && digits[1] <= 2)
    return take_parts (reader, MAX (numbers[2], 0), numbers[1], numbers[0], digits[0]);
  if (digits[0] <= 2 && digits[1] == 4 && numbers[2] < 0)
    return take_parts (reader, 0, numbers[0], numbers[1], digits[1]);
  if (digits[0] > 2 || digits[1] > 2 || digits[2] == 1 || digits[2] == 3)
    return READ_NOTHING;
  /* With full stops every country that writes them puts the day first. */
  if (separator == '.')
    return take_parts (reader, numbers[0], numbers[1], numbers[2], digits[2]);

  return take_day_and_month (reader, numbers[0], numbers[1], numbers[2], digits[2]);
}

/* Finds @word among @n_names names that @format gives for successive days or months from @first on, in the locale's language and in English. */
static int
find_name (const char         *word,
           const char * const *english,
           const char         *formats,
           gboolean            months,
           int                 n_names)
{
  g_autofree char *folded = liaison_fold (word);
  g_auto (GStrv) each = g_strsplit (formats, "|", -1);

  if (strlen (folded) < SHORTEST_NAME)
    return -1;

  for (int i = 0; i < n_names; i++)
    {
      /* 1 January 2001 was a Monday. */
      g_autoptr (GDateTime) sample = g_date_time_new_utc (2001, months ? i + 1 : 1, months ? 1 : i + 1, 0, 0, 0);

      if (g_str_has_prefix (english[i], folded))
        return i;

      for (char **format = each; *format != NULL; format++)
        {
          g_autofree char *name = g_date_time_format (sample, *format);
          g_autofree char *folded_name = liaison_fold (name);

          if (g_str_has_prefix (folded_name, folded))
            return i;
        }
    }

  return -1;
}

static int
find_month (const char *word)
{
  static const char * const english[] = { "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                                          "november", "december" };

  return find_name (word, english, "%B|%OB|%b", TRUE, G_N_ELEMENTS (english)) + 1;
}

/* 1 is Monday; 0 where it is no weekday. */
static int
find_weekday (const char *word)
{
  static const char * const english[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

  return find_name (word, english, "%A|%a", FALSE, G_N_ELEMENTS (english)) + 1;
}

static Outcome
take_weekday (Reader *reader)
{
  int weekday = find_weekday (get_word (reader, 0));

  if (weekday == 0)
    return READ_NOTHING;

  set_day (reader, liaison_day_add (reader->today, -((liaison_day_weekday (reader->today) - weekday + 7) % 7)));

  return READ_DATE;
}

/* "Last Tuesday", "three days ago". */
static Outcome
take_phrase (Reader *reader)
{
  int day = liaison_date_words_read ((const char * const *) reader->words->pdata, reader->words->len, reader->today);
  int weekday = reader->words->len == 2 ? find_weekday (get_word (reader, 1)) : 0;

  if (weekday != 0)
    day = liaison_date_words_find_weekday (get_word (reader, 0), weekday, reader->today);
  if (day == 0)
    return READ_NOTHING;

  set_day (reader, day);

  return READ_DATE;
}

static Outcome
take_relative (Reader *reader)
{
  const char *word = get_word (reader, 0);
  int first;
  int last;

  /* Translators: what a person may type for the day that it is; several words are separated by bars */
  if (liaison_date_word_is (word, "today", C_ ("date", "today")))
    first = last = reader->today;
  /* Translators: what a person may type for the day before today; several words are separated by bars */
  else if (liaison_date_word_is (word, "yesterday", C_ ("date", "yesterday")))
    first = last = liaison_day_add (reader->today, -1);
  /* Translators: what a person may type for the day after today; several words are separated by bars */
  else if (liaison_date_word_is (word, "tomorrow", C_ ("date", "tomorrow")))
    first = last = liaison_day_add (reader->today, 1);
  else if (!liaison_date_parse_query (word, reader->today, &first, &last, NULL) || first != last)
    return READ_NOTHING;

  set_day (reader, first);

  return READ_DATE;
}

static Outcome
take_year (Reader *reader)
{
  const char *text = get_word (reader, 0);
  int n_digits;
  int year = read_number (&text, &n_digits);

  if (*text != '\0' || n_digits != 4)
    return READ_NOTHING;

  reader->date.year = year;

  return READ_DATE;
}

/* "9", "9.", "9th"; 0 for anything else. */
static int
read_day (const char *word)
{
  int n_digits;
  int day = read_number (&word, &n_digits);

  return day > 0 && n_digits <= 2 && liaison_date_word_is (word, "|.|st|nd|rd|th|º", "") ? day : 0;
}

/* "9 Dec 2021", "Dec 9 2021", "Dec 2021", "9 Dec", with a weekday before it perhaps. */
static Outcome
take_named_month (Reader *reader)
{
  int day = 0;
  int month = 0;
  int year = -1;
  int n_digits = 0;

  for (guint i = 0; i < reader->words->len; i++)
    {
      const char *word = get_word (reader, i);
      const char *rest = word;
      int number = read_number (&rest, &n_digits);

      if (number >= 0 && n_digits == 4 && *rest == '\0' && year < 0)
        year = number;
      else if (day == 0 && read_day (word) != 0)
        day = read_day (word);
      else if (month == 0 && find_month (word) != 0)
        month = find_month (word);
      else if (i > 0 || take_weekday (reader) != READ_DATE)
        return READ_NOTHING;
    }

  if (month == 0 || (day == 0 && year < 0))
    return READ_NOTHING;

  return take_parts (reader, day, month, year, 4);
}

static Outcome
take_date (Reader *reader)
{
  static Outcome (*const kinds[]) (Reader *reader) = { take_relative, take_weekday, take_year, take_numbers };

  if (reader->words->len == 0 && reader->date.minute >= 0)
    {
      set_day (reader, reader->today);
      return READ_DATE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (kinds) && reader->words->len == 1; i++)
    {
      Outcome outcome = kinds[i] (reader);

      if (outcome != READ_NOTHING)
        return outcome;
    }

  return take_phrase (reader) == READ_DATE ? READ_DATE : take_named_month (reader);
}

static LiaisonPrecision
get_precision (const Reader *reader)
{
  if (reader->about)
    return LIAISON_PRECISION_ABOUT;
  if (reader->date.minute >= 0)
    return LIAISON_PRECISION_MINUTE;
  if (reader->date.day != 0)
    return LIAISON_PRECISION_DAY;

  return reader->date.month != 0 ? LIAISON_PRECISION_MONTH : LIAISON_PRECISION_YEAR;
}

/* The record's own form, with its "T" or a space before the time. */
static gboolean
take_record_form (Reader     *reader,
                  const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return liaison_date_parse (stripped, &reader->date, NULL);
}

static gboolean
check (Reader *reader)
{
  g_autofree char *text = liaison_date_to_string (&reader->date);
  g_autoptr (GError) error = NULL;
  LiaisonDate date;

  if (reader->date.minute >= 0 && reader->date.day == 0)
    return refuse (reader, _("A time needs its day.")) != READ_FAILED;
  if (liaison_date_parse (text, &date, &error))
    return TRUE;

  g_propagate_error (reader->error, g_steal_pointer (&error));

  return FALSE;
}

gboolean
liaison_date_entry_parse (const char        *text,
                          int                today,
                          LiaisonDateEntry  *entry,
                          GError           **error)
{
  g_autoptr (GPtrArray) words = NULL;
  Reader reader = { NULL, today, { 0, 0, 0, -1 }, FALSE, error };
  Outcome outcome = READ_NOTHING;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (entry != NULL, FALSE);

  if (strlen (text) <= MAX_LENGTH && g_utf8_validate (text, -1, NULL))
    {
      reader.words = words = split (text);
      take_about (&reader);
      if (take_record_form (&reader, text))
        {
          outcome = READ_DATE;
        }
      else
        {
          take_time (&reader);
          outcome = take_date (&reader);
        }
    }

  if (outcome == READ_NOTHING)
    refuse (&reader, _("This cannot be read as a date: write it as 2021-12-09, 9 Dec 2021, 2021-12, 9 Dec 15:30 or yesterday."));
  if (outcome != READ_DATE || !check (&reader))
    return FALSE;

  entry->date = reader.date;
  entry->precision = get_precision (&reader);

  return TRUE;
}

char *
liaison_date_entry_format (const char       *date,
                           LiaisonPrecision  precision)
{
  g_autofree char *text = g_strdup (date);
  LiaisonDate parsed;

  if (!liaison_date_parse (text, &parsed, NULL))
    return g_steal_pointer (&text);

  g_strdelimit (text, "T", ' ');

  /* Translators: an inexact date in an entry; the word is the first of those to be typed before such a date */
  return precision == LIAISON_PRECISION_ABOUT ? g_strdup_printf (C_ ("date entry", "about %s"), text) : g_steal_pointer (&text);
}
