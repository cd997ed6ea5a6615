/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends the folded text. Where tails, an array of gsize, is not NULL, it takes the offsets into out
 * of what follows apostrophes; nothing but a space or the end may follow there. */
void liaison_fold_append (GString    *out,
                          const char *text,
                          GArray     *tails);

/* A letter of the Cyrillic script, lower-case, and how words of three kinds spell it. */
typedef struct
{
  gunichar letter;
  char russian[5];
  char ukrainian[5];
  char serbian[5];
} LiaisonFoldCyrillic;

/* A letter of the Latin or the Greek script, lower-case, and its spelling in a–z. */
typedef struct
{
  gunichar letter;
  char latin[3];
} LiaisonFoldLetter;

/* Each looks a letter up in its table, and gives NULL where the table does not have it. */
const LiaisonFoldCyrillic *liaison_fold_cyrillic_letter (gunichar letter);
const LiaisonFoldLetter *liaison_fold_greek_letter (gunichar letter);
const LiaisonFoldLetter *liaison_fold_latin_letter (gunichar letter);

/* Each spells a run of letters of one script; initial tells that a word begins with it, and
 * has_apostrophe that one stood between the letters. Letters without a spelling stay. */
void liaison_fold_append_cyrillic (GString        *out,
                                   const gunichar *letters,
                                   gsize           n_letters,
                                   gboolean        initial,
                                   gboolean        has_apostrophe);
void liaison_fold_append_greek (GString        *out,
                                const gunichar *letters,
                                gsize           n_letters,
                                gboolean        initial);

/* Appends the name key of one folded word, which may not lie in out. */
void liaison_fold_append_key (GString    *out,
                              const char *word,
                              gsize       length);

G_END_DECLS
