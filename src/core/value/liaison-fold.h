/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * liaison_fold:
 * @text: (nullable): any text; invalid UTF-8 is made valid first, %NULL is empty
 *
 * Reduces a text to what is compared when one searches: words of a–z and 0–9, or of letters of
 * scripts that have no Latin form here, separated by single spaces.
 *
 * - Letters lose case, marks and compatibility forms (NFKD, then without marks: É, ﬁ, Ａ), and
 *   those that do not decompose are spelled: ł l, ø o, đ d, ı i, ß ss, æ ae, œ oe, þ th, ð d.
 * - Cyrillic and Greek become Latin; liaison-fold-tables.c names the standard of each table.
 *   The result depends on the word alone, never on its neighbours, so that a word of a query
 *   folds as the same word in a text does.
 * - Digits of every script become 0–9.
 * - Apostrophes (' ’ ʼ and the like) and invisible formatting fall out without a gap: O'Neill is
 *   "oneill". Everything else that is neither letter nor digit separates words: Jean-Yves is
 *   "jean yves", U.S. is "u s".
 *
 * The result folds to itself. Takes time and memory proportional to the length of @text.
 *
 * Returns: (transfer full): the folded text, empty where @text has no word
 */
char *liaison_fold (const char *text);

/**
 * liaison_fold_name_key:
 * @word: (nullable): a name, folded or not
 *
 * Makes a key under which the usual spellings of one name meet, whatever the language that it
 * was transcribed into: Zelenskyy, Zelensky, Selenskyj and Зеленський all have "selenski". The
 * rules and the reason for each are in liaison-fold-key.c. Each word of several is keyed by itself;
 * a word of one or two letters is its own key, since equating so little finds too much. Being
 * letters of a–z and spaces, keys can be compared, indexed and searched by prefix as folds are.
 *
 * Returns: (transfer full): the key, empty where @word has no word
 */
char *liaison_fold_name_key (const char *word);

/**
 * liaison_fold_search_text:
 * @text: (nullable): any text
 *
 * Makes what goes into the search index: the words of liaison_fold() in their order, then the
 * further forms by which some of them can be found: the name keys that differ from the word, and
 * the part behind an apostrophe ("estaing" of d'Estaing). A word of a query finds the text if
 * its fold or its name key is the prefix of a word in it.
 *
 * Returns: (transfer full): words separated by single spaces
 */
char *liaison_fold_search_text (const char *text);

/**
 * liaison_fold_has_prefix_words:
 * @folded_text: a text from liaison_fold() or liaison_fold_search_text()
 * @folded_words: words from liaison_fold() or liaison_fold_name_key()
 *
 * Tells whether each of the words begins some word of the text, in whatever order: "zel vol" finds
 * "volodymyr zelenskyy". No words at all are found everywhere.
 *
 * Returns: whether all are found
 */
gboolean liaison_fold_has_prefix_words (const char *folded_text,
                                        const char *folded_words);

/**
 * liaison_fold_has_phrase:
 * @folded_text: a text from liaison_fold()
 * @folded_phrase: words from liaison_fold()
 *
 * Tells whether the words stand in the text one after the other, each of them whole: what a
 * quoted phrase of a query asks. No words at all are found everywhere.
 *
 * Returns: whether the phrase is found
 */
gboolean liaison_fold_has_phrase (const char *folded_text,
                                  const char *folded_phrase);

/**
 * LiaisonFoldSpan:
 * @start: the first byte of a part of a text
 * @end: the first byte behind it
 */
typedef struct
{
  guint start;
  guint end;
} LiaisonFoldSpan;

/**
 * liaison_fold_find_words:
 * @text: a text as a person reads it; valid UTF-8
 * @words: words from liaison_fold(), one each, ended by %NULL
 *
 * Tells where the text has what a search for the words finds: the beginnings of its words that fold to one of them, and whole words that have
 * the same name key: Zele in Zelenskyy for "zele", all of Зеленський for "zelensky".
 *
 * Returns: (transfer full) (element-type LiaisonFoldSpan): the places, in their order
 */
GArray *liaison_fold_find_words (const char         *text,
                                 const char * const *words);

G_END_DECLS
