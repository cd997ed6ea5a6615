/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-quick-private.h"

#include "liaison-date-format.h"
#include "liaison-day.h"

#include <string.h>

/* The most words that a date is written with. */
#define LONGEST_DATE 6

static LiaisonQuickWord *
get_word (LiaisonQuickTime *self,
          guint             place)
{
  return &g_array_index (self->words, LiaisonQuickWord, place);
}

static guint
get_n_left (LiaisonQuickTime *self,
            guint             first)
{
  return first < self->words->len ? MIN (LONGEST_DATE, self->words->len - first) : 0;
}

static gboolean
may_be_one_date (LiaisonQuickTime *self,
                 guint             first,
                 guint             n_words)
{
  for (guint i = first; i < first + n_words; i++)
    {
      if (get_word (self, i)->quoted || (i + 1 < first + n_words && get_word (self, i)->ends_head))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_half_of_day (const char *word)
{
  return g_ascii_strcasecmp (word, "am") == 0 || g_ascii_strcasecmp (word, "pm") == 0;
}

/* A time alone is of today to the date entry, but has no day of its own: "15:30", "3pm", "3 pm". */
static gboolean
is_time_only (LiaisonQuickTime *self,
              guint             first,
              guint             n_words)
{
  const char *word = get_word (self, first)->text;
  gsize length = strspn (word, "0123456789:");

  return length > 0 && (word[length] == '\0' || is_half_of_day (word + length))
    && (n_words == 1 || (n_words == 2 && is_half_of_day (get_word (self, first + 1)->text)));
}

/* The longest run of words that is a date. */
static guint
find_date (LiaisonQuickTime *self,
           guint             first,
           LiaisonDateEntry *date,
           gboolean         *time_only)
{
  for (guint n = get_n_left (self, first); n > 0; n--)
    {
      g_autofree char *text = liaison_quick_words_dup (self->words, first, n);

      if (!may_be_one_date (self, first, n) || !liaison_date_entry_parse (text, self->today, date, NULL))
        continue;

      *time_only = date->precision == LIAISON_PRECISION_MINUTE && is_time_only (self, first, n);
      return n;
    }

  return 0;
}

/* Where a word is two with a dash between them: "15:30-16:15", "9–11"; the length of the dash is 0 where it is not. */
static const char *
find_dash (const char *word,
           gsize      *length)
{
  const char *dash = strstr (word, "–");

  *length = strlen ("–");
  if (dash == NULL)
    {
      dash = strchr (word, '-');
      *length = 1;
    }
  if (dash == NULL || dash == word || dash[*length] == '\0' || !g_ascii_isdigit (*word))
    *length = 0;

  return dash;
}

/* Two dates with what stands behind them in common: "9-11 Dec". */
static guint
find_span (LiaisonQuickTime *self,
           guint             first,
           LiaisonDateEntry *start,
           LiaisonDateEntry *end,
           gboolean         *time_only)
{
  const char *word = get_word (self, first)->text;
  gsize length;
  const char *dash = find_dash (word, &length);

  for (guint n = length > 0 ? get_n_left (self, first) : 0; n > 0; n--)
    {
      g_autofree char *rest = liaison_quick_words_dup (self->words, first + 1, n - 1);
      g_autofree char *first_text = g_strdup_printf ("%.*s %s", (int) (dash - word), word, rest);
      g_autofree char *last_text = g_strdup_printf ("%s %s", dash + length, rest);

      if (!may_be_one_date (self, first, n)
          || !liaison_date_entry_parse (first_text, self->today, start, NULL)
          || !liaison_date_entry_parse (last_text, self->today, end, NULL))
        continue;

      *time_only = n == 1 && start->precision == LIAISON_PRECISION_MINUTE;
      return n;
    }

  return 0;
}

static gboolean
has_day (LiaisonQuickTime *self)
{
  return self->start.year != 0;
}

static gboolean
has_time (LiaisonQuickTime *self)
{
  return self->start.minute >= 0;
}

/* Puts together what several stretches say: "yesterday … 15:30".  Whether it says something new. */
static gboolean
take_start (LiaisonQuickTime       *self,
            const LiaisonDateEntry *date,
            gboolean                time_only)
{
  if (time_only && !has_time (self))
    {
      self->start.minute = date->date.minute;
      return !has_day (self) || self->start.day != 0;
    }
  if (time_only || has_day (self) || (has_time (self) && (date->date.day == 0 || date->date.minute >= 0)))
    return FALSE;

  self->about = date->precision == LIAISON_PRECISION_ABOUT;
  self->start.year = date->date.year;
  self->start.month = date->date.month;
  self->start.day = date->date.day;
  if (!has_time (self))
    self->start.minute = date->date.minute;

  return TRUE;
}

/* A time alone gets its day when that of the start is known. */
static void
take_end (LiaisonQuickTime       *self,
          const LiaisonDateEntry *date,
          gboolean                time_only)
{
  self->end = date->date;
  if (time_only)
    self->end.year = 0;
  self->has_end = TRUE;
}

/* The second of two dates, with the dash or "to" before it. */
static guint
read_end (LiaisonQuickTime *self,
          guint             first)
{
  LiaisonDateEntry date;
  gboolean time_only = FALSE;
  guint n_join;
  guint n_words;

  if (first + 1 >= self->words->len)
    return 0;

  if (liaison_quick_words_is_dash (self->words, first))
    n_join = 1;
  else if (liaison_quick_words_find_join (self->words, first, &n_join) != LIAISON_QUICK_UNTIL
           && !g_str_equal (get_word (self, first)->folded, "to"))
    return 0;

  n_words = find_date (self, first + n_join, &date, &time_only);
  if (n_words == 0 || (time_only && !has_time (self)) || (!time_only && date.date.day == 0))
    return 0;

  take_end (self, &date, time_only);

  return n_join + n_words;
}

/* The words before a date that belong to it: "on", "at", "from". */
static guint
count_words_before (LiaisonQuickTime *self,
                    guint             first)
{
  guint n_words;
  LiaisonQuickJoin join = liaison_quick_words_find_join (self->words, first, &n_words);

  return join == LIAISON_QUICK_ON || join == LIAISON_QUICK_IN ? n_words : 0;
}

void
liaison_quick_time_init (LiaisonQuickTime *self,
                         GArray           *words,
                         int               today)
{
  const LiaisonQuickTime empty = { words, today, .start = { .minute = -1 }, .end = { .minute = -1 } };

  *self = empty;
}

guint
liaison_quick_time_read (LiaisonQuickTime *self,
                         guint             first)
{
  guint n_before = count_words_before (self, first);
  guint place = first + n_before;
  const LiaisonQuickTime before = *self;
  LiaisonDateEntry start;
  LiaisonDateEntry end;
  gboolean time_only = FALSE;
  guint n_words;

  if (place >= self->words->len)
    return 0;

  n_words = find_span (self, place, &start, &end, &time_only);
  if (n_words > 0)
    {
      take_end (self, &end, time_only);
    }
  else
    {
      n_words = find_date (self, place, &start, &time_only);
      if (n_words == 0)
        return 0;
    }

  if (!take_start (self, &start, time_only))
    {
      *self = before;
      return 0;
    }
  if (!self->has_end)
    n_words += read_end (self, place + n_words);

  return n_before + n_words;
}

gboolean
liaison_quick_time_begins (LiaisonQuickTime *self,
                           guint             first)
{
  guint n_before = count_words_before (self, first);
  LiaisonDateEntry date;
  gboolean time_only;

  /* A bare year may be a part of what stands before it. */
  return first + n_before < self->words->len && find_date (self, first + n_before, &date, &time_only) > 0
    && (n_before > 0 || date.precision != LIAISON_PRECISION_YEAR);
}

char *
liaison_quick_time_dup_problem (LiaisonQuickTime *self,
                                guint             place)
{
  const char *text = get_word (self, place)->text;
  g_autoptr (GError) error = NULL;
  LiaisonDateEntry date;

  if (!g_ascii_isdigit (*text) || strchr (text, '/') == NULL || liaison_date_entry_parse (text, self->today, &date, &error))
    return NULL;

  return g_strdup (error->message);
}

static LiaisonPrecision
get_precision (const LiaisonQuickTime *self)
{
  if (self->about)
    return LIAISON_PRECISION_ABOUT;
  if (self->start.minute >= 0)
    return LIAISON_PRECISION_MINUTE;
  if (self->start.day != 0)
    return LIAISON_PRECISION_DAY;

  return self->start.month != 0 ? LIAISON_PRECISION_MONTH : LIAISON_PRECISION_YEAR;
}

static void
set_day (LiaisonDate *date,
         int          day)
{
  date->year = day / 10000;
  date->month = day / 100 % 100;
  date->day = day % 100;
}

/* What ends at an earlier time than it began ended on the next day; a day before the first is no end. */
static void
finish_end (LiaisonQuickTime  *self,
            LiaisonQuickEntry *entry)
{
  int first_day = liaison_date_first_day (&self->start);
  int last_day;

  if (self->end.year == 0)
    set_day (&self->end, self->end.minute > self->start.minute ? first_day : liaison_day_add (first_day, 1));

  last_day = liaison_date_first_day (&self->end);
  if (last_day > first_day || (last_day == first_day && self->end.minute > self->start.minute))
    entry->end = liaison_date_to_string (&self->end);
}

void
liaison_quick_time_finish (LiaisonQuickTime  *self,
                           LiaisonQuickEntry *entry)
{
  if (!has_day (self) && !has_time (self))
    return;

  if (!has_day (self))
    set_day (&self->start, self->today);
  entry->start = liaison_date_to_string (&self->start);
  entry->precision = get_precision (self);
  if (self->has_end)
    finish_end (self, entry);
}

int
liaison_quick_time_get_day (LiaisonQuickTime *self)
{
  return has_day (self) ? liaison_date_first_day (&self->start) : self->today;
}
