/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-suggestion.h"
#include "liaison-tokens.h"

G_BEGIN_DECLS

/**
 * LiaisonQuickMeaning:
 * @LIAISON_QUICK_UNKNOWN: nothing was made of it
 * @LIAISON_QUICK_JOIN: a word that only says how others are meant: "with", "and", "about"
 * @LIAISON_QUICK_FORM: the form of the engagement
 * @LIAISON_QUICK_DATE: when it was, perhaps also when it ended
 * @LIAISON_QUICK_OURS: somebody of ours who took part
 * @LIAISON_QUICK_THEIRS: somebody of theirs, or a country or organisation with nobody named
 * @LIAISON_QUICK_THIRD: a third party
 * @LIAISON_QUICK_FORMAT: the grouping in which it took place
 * @LIAISON_QUICK_TOPIC: what it was about
 * @LIAISON_QUICK_PLACE: where it was
 * @LIAISON_QUICK_SUMMARY: what was said, in the person's words
 *
 * What a stretch of a quick entry was understood as.
 */
typedef enum {
  LIAISON_QUICK_UNKNOWN,
  LIAISON_QUICK_JOIN,
  LIAISON_QUICK_FORM,
  LIAISON_QUICK_DATE,
  LIAISON_QUICK_OURS,
  LIAISON_QUICK_THEIRS,
  LIAISON_QUICK_THIRD,
  LIAISON_QUICK_FORMAT,
  LIAISON_QUICK_TOPIC,
  LIAISON_QUICK_PLACE,
  LIAISON_QUICK_SUMMARY,
} LiaisonQuickMeaning;

/**
 * LiaisonQuickStretch:
 * @start: where it begins in the text, in bytes
 * @length: its length in bytes
 * @value: what it stands for, for people: "Dmytro Kuleba", "Thursday, 13 January 2022, 15:30"; of an unknown stretch why it could not be
 *   understood, "" where there is no more to say
 * @detail: what tells that from others: a title; "" where there is nothing
 * @others: how many others answer to the same words; the likeliest was taken
 * @is_new: whether it is not on record yet
 */
typedef struct
{
  gsize               start;
  gsize               length;
  LiaisonQuickMeaning meaning;
  char               *value;
  char               *detail;
  guint               others;
  gboolean            is_new;
} LiaisonQuickStretch;

/**
 * LiaisonQuickSeat:
 * @who: a contact under its title of the day, or a country or an organisation with nobody named
 */
typedef struct
{
  LiaisonSide        side;
  LiaisonSuggestion *who;
} LiaisonQuickSeat;

/**
 * LiaisonQuickCompletion:
 * @start: where the words begin that it stands for, in bytes; they end with the text
 * @text: the words in full
 * @meant: the contact or topic that they name
 */
typedef struct
{
  gsize              start;
  char              *text;
  LiaisonSuggestion *meant;
} LiaisonQuickCompletion;

/**
 * LiaisonQuickEntry:
 * @stretches: (element-type LiaisonQuickStretch): in order; together they hold every word of the text
 * @form: 0 where none is said
 * @start: a date in its text form, %NULL where none is said
 * @end: (nullable): likewise
 * @precision: of @start; 0 where none is said
 * @seats: (element-type LiaisonQuickSeat): who took part, each once
 * @topics: (element-type LiaisonSuggestion): without a UUID where the topic is not on record yet
 * @format: (nullable): the grouping
 * @place: (nullable): the name of a place
 * @country: (nullable): the code of its country
 * @summary: (nullable): what was said
 * @completion: (nullable): how the last word may go on; see liaison_quick_entry_complete()
 *
 * An engagement as one line says it.
 */
typedef struct
{
  GPtrArray         *stretches;
  LiaisonForm        form;
  char              *start;
  char              *end;
  LiaisonPrecision   precision;
  GPtrArray         *seats;
  GPtrArray         *topics;
  LiaisonSuggestion *format;
  char              *place;
  char              *country;
  char              *summary;

  LiaisonQuickCompletion *completion;
} LiaisonQuickEntry;

/**
 * liaison_quick_entry_parse:
 * @text: what a person typed: "call kuleba yesterday 15:30 about sanctions"
 * @today: the day that relative dates start from, as yyyymmdd; see liaison_day_today()
 *
 * Understands a line by rules, from left to right; nothing is guessed from habit, so that the same line means the same every time as long
 * as the store does.
 *
 * - A word for a form: call, met, video call, lunch, visit to, visit by, letter… in English or in the language of the locale.
 * - Dates and times as in liaison_date_entry_parse(), with on, in or at before them; two with "to" or a dash between them are start and end.
 * - Contacts by words of their names or other spellings, whole or at least three letters of the beginning; organisations by their names
 *   or short names; countries by their names, or by their codes in capitals.  The side is that of the contact.
 * - A grouping, unless "with" stands before it, is the format.
 * - After about, re or regarding: topics, as far as the next date or joining word; one on record by its words or their beginnings, else
 *   a new one.
 * - After in or at, or by a name that places in the store have: the place.
 * - After a colon or a dash that stands alone: the summary, to the end.
 * - What stands in quotation marks belongs together.
 *
 * For the pages queue.
 *
 * Returns: (transfer full): what was understood; %NULL with a failure of the store
 */
LiaisonQuickEntry *liaison_quick_entry_parse (LiaisonDb   *db,
                                              const char  *text,
                                              int          today,
                                              GError     **error);

/**
 * liaison_quick_entry_complete:
 * @entry: what @text was understood as
 * @has_ours: whether somebody of ours takes part whom the text does not name
 * @today: as for liaison_quick_entry_parse()
 *
 * Looks whom, or which topic, the last word may be the beginning of, even of one letter.  Somebody of ours is sought first, and once there is
 * one, somebody of theirs; otherwise it is whom a field for participants would suggest first.  There is no completion for a name in full, nor
 * one that would be understood otherwise than it is meant.
 *
 * For the pages queue.
 *
 * Returns: whether the store could be read
 */
gboolean           liaison_quick_entry_complete (LiaisonQuickEntry *entry,
                                                 LiaisonDb         *db,
                                                 const char        *text,
                                                 gboolean           has_ours,
                                                 int                today,
                                                 GError           **error);

void               liaison_quick_entry_free  (LiaisonQuickEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonQuickEntry, liaison_quick_entry_free)

G_END_DECLS
