/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-date-entry.h"
#include "liaison-quick-entry.h"

G_BEGIN_DECLS

/* liaison-quick-entry.c reads a line; its words come from -words.c, dates from -time.c, whom or what they name from -names.c; -read.c
 * says what follows from a name, and -complete.c how a name that is being typed goes on. */

/**
 * LiaisonQuickWord:
 * @start: where it begins in the line, in bytes, with a quotation mark that belongs to it
 * @text: the word, without marks around it
 * @folded: the same folded; several words where it has a hyphen, "" where it has no letter
 * @quoted: whether it stood in quotation marks, and so may hold several words
 * @ends_item: whether a comma or semicolon stands behind it
 * @ends_head: whether a colon does
 */
typedef struct
{
  gsize    start;
  gsize    length;
  char    *text;
  char    *folded;
  gboolean quoted;
  gboolean ends_item;
  gboolean ends_head;
} LiaisonQuickWord;

/* Words that say how others are meant. */
typedef enum {
  LIAISON_QUICK_WITH = 1,
  LIAISON_QUICK_AND,
  LIAISON_QUICK_ABOUT,
  LIAISON_QUICK_IN,
  LIAISON_QUICK_ON,
  LIAISON_QUICK_UNTIL,
  LIAISON_QUICK_FILLER,
} LiaisonQuickJoin;

/* (element-type LiaisonQuickWord) */
GArray *liaison_quick_words_split     (const char *text);

/* @n_words words from @first on, folded and joined by single spaces. */
char   *liaison_quick_words_fold      (GArray *words, guint first, guint n_words);

/* The same as they were typed. */
char   *liaison_quick_words_dup       (GArray *words, guint first, guint n_words);

/* How many of the words from @first on stand together, without a comma or a joining word between them; at most @most. */
guint   liaison_quick_words_get_run   (GArray *words, guint first, guint most);

/* How many words from @first on name a form; 0 where none do. */
guint   liaison_quick_words_find_form (GArray *words, guint first, LiaisonForm *form);

/* The joining word at @place, or 0; @n_words: how many words it has. */
LiaisonQuickJoin liaison_quick_words_find_join (GArray *words, guint place, guint *n_words);

/* Whether there is a dash at @place that stands alone. */
gboolean liaison_quick_words_is_dash (GArray *words, guint place);

/* Whether the word is the one for a format: "format". */
gboolean liaison_quick_words_is_format (GArray *words, guint place);

/**
 * LiaisonQuickTime:
 * @start: its year is 0 while no day is said, its minute -1 while no time is
 *
 * When it was, as far as it was read: the day and the time may stand apart.
 */
typedef struct
{
  GArray     *words;
  int         today;
  LiaisonDate start;
  LiaisonDate end;
  gboolean    has_end;
  gboolean    about;
} LiaisonQuickTime;

void     liaison_quick_time_init        (LiaisonQuickTime *self, GArray *words, int today);

/* Reads a date, two, or a time, from @first on; returns how many words it has, 0 where there is none or it says nothing new. */
guint    liaison_quick_time_read        (LiaisonQuickTime *self, guint first);

/* Whether a date begins at @first that would end what stands before it. */
gboolean liaison_quick_time_begins      (LiaisonQuickTime *self, guint first);

/* Why the word at @place, which looks like a date, is none; %NULL for other words. */
char    *liaison_quick_time_dup_problem (LiaisonQuickTime *self, guint place);

/* The day that was said, or today. */
int      liaison_quick_time_get_day     (LiaisonQuickTime *self);

/* Fills in the dates of @entry. */
void     liaison_quick_time_finish      (LiaisonQuickTime *self, LiaisonQuickEntry *entry);

/**
 * LiaisonQuickName:
 * @n_words: how many words name it; 0 where nothing was found
 * @others: how many others answer to them
 */
typedef struct
{
  guint                   n_words;
  guint                   others;
  char                   *uuid;
  char                   *name;
  char                   *country;
  LiaisonSide             side;         /* of a contact */
  LiaisonOrganisationKind organisation; /* of an organisation */
} LiaisonQuickName;

void     liaison_quick_name_clear (LiaisonQuickName *name);

/**
 * liaison_quick_names_find_contact:
 * @most: how many words may belong to the name
 * @whole: whether only whole words count; otherwise beginnings of at least three letters do
 *
 * Finds the contact that most of the words from @first on name; of several the likeliest: by the family name, not archived, met last.
 */
gboolean liaison_quick_names_find_contact      (LiaisonDb *db, GArray *words, guint first, guint most, gboolean whole,
                                                LiaisonQuickName *name, GError **error);

/* An organisation that is called exactly as the words from @first on. */
gboolean liaison_quick_names_find_organisation (LiaisonDb *db, GArray *words, guint first, guint most, LiaisonQuickName *name, GError **error);

/* A topic that is called exactly so or, unless @exact, one that has all of these words, or at least three letters of each, among others. */
gboolean liaison_quick_names_find_topic        (LiaisonDb *db, GArray *words, guint first, guint most, gboolean exact,
                                                LiaisonQuickName *name, GError **error);

/* A place that engagements name, and its country as the latest of them has it. */
gboolean liaison_quick_names_find_place        (LiaisonDb *db, GArray *words, guint first, guint most, LiaisonQuickName *name, GError **error);

/* A country by its name, or by its code in capitals; reads no store. */
void     liaison_quick_names_find_country      (GArray *words, guint first, guint most, LiaisonQuickName *name);

void     liaison_quick_completion_free         (LiaisonQuickCompletion *completion);

/* What the next name is taken for: whoever comes, a participant, a topic, a place, or where a visit led to. */
typedef enum { LIAISON_QUICK_MODE_ANY, LIAISON_QUICK_MODE_WITH, LIAISON_QUICK_MODE_ABOUT, LIAISON_QUICK_MODE_IN, LIAISON_QUICK_MODE_VISIT } LiaisonQuickMode;

/* A line that is being read. */
typedef struct
{
  LiaisonDb         *db;
  const char        *text;
  GArray            *words;
  LiaisonQuickMode   mode;
  LiaisonQuickTime   time;
  char              *own_country;
  LiaisonQuickEntry *entry;
  GError            *error;
} LiaisonQuickReader;

/* Adds what the words from @first on were understood as. */
LiaisonQuickStretch *liaison_quick_reader_add (LiaisonQuickReader *reader, guint first, guint n_words, LiaisonQuickMeaning meaning, const char *value);

/* Each returns how many words from @first on it has understood; 0 where they are nothing of its kind, or where the store failed. */
typedef guint (*LiaisonQuickReadFunc) (LiaisonQuickReader *reader, guint first);

guint    liaison_quick_read_topic         (LiaisonQuickReader *reader, guint first);
guint    liaison_quick_read_whole_contact (LiaisonQuickReader *reader, guint first);
guint    liaison_quick_read_begun_contact (LiaisonQuickReader *reader, guint first);
guint    liaison_quick_read_organisation  (LiaisonQuickReader *reader, guint first);
guint    liaison_quick_read_country       (LiaisonQuickReader *reader, guint first);
guint    liaison_quick_read_known_place   (LiaisonQuickReader *reader, guint first);
guint    liaison_quick_read_new_place     (LiaisonQuickReader *reader, guint first);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonQuickName, liaison_quick_name_clear)

G_END_DECLS
