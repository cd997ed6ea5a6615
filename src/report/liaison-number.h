/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Numbers as a publisher writes them: one to nine in words, others in digits; and what may be said of a number without naming it.
 */

#define LIAISON_NUMBER_LAST_IN_WORDS 9
#define LIAISON_NUMBER_MOST_IN_WORDS 12

/**
 * liaison_number_set_last_in_words:
 * @last: from 0 to %LIAISON_NUMBER_MOST_IN_WORDS; %LIAISON_NUMBER_LAST_IN_WORDS at first
 *
 * Chooses, for all threads, up to which number numbers are written in words; "no" is always a word.
 */
void      liaison_number_set_last_in_words (int last);

/**
 * liaison_number_spell:
 * @at_least: whether it is a lower bound
 *
 * Returns: (transfer full): "seven", "16", "at least 28"
 */
char     *liaison_number_spell         (gint64 number, gboolean at_least);

/**
 * liaison_number_spell_times:
 *
 * Returns: (transfer full): "once", "twice", "seven times", "at least 28 times"
 */
char     *liaison_number_spell_times   (gint64 number, gboolean at_least);

/**
 * liaison_number_spell_loosely:
 *
 * Returns: (transfer full): the most that can be claimed in round words: "more than two dozen" from 25, "more than a dozen" from 13; as
 *   liaison_number_spell() below
 */
char     *liaison_number_spell_loosely (gint64 number, gboolean at_least);

/**
 * liaison_number_inflect:
 * @written: a number as liaison_number_spell() wrote it
 * @one: the word for one in the gender of what is counted
 *
 * Returns: (transfer full): @written, with @one in it where it is the word for one
 */
char     *liaison_number_inflect       (const char *written, const char *one);

/**
 * liaison_number_is_exact:
 * @written: a number as liaison_number_spell() or one of the others below it wrote it, or in digits
 *
 * Returns: whether it says @number and nothing rounder, so that a reader need not be told the number once more
 */
gboolean  liaison_number_is_exact      (const char *written, gint64 number, gboolean at_least);

/**
 * liaison_number_find_overclaim:
 * @wording: a sentence, in any language
 * @number: the number that it speaks of
 *
 * Looks for what says more than the number bears out: "dozens" from 24, "scores" from 40, "more than two dozen" from 25, "more than 30 calls",
 * "nine leaders", "twice".
 *
 * Returns: (transfer full): the phrase that does, as it stands in the wording; %NULL where there is none
 */
char     *liaison_number_find_overclaim (const char *wording, gint64 number);

G_END_DECLS
