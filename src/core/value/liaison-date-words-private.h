/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days that are said by words, for liaison-date-entry.c.  Words come in lower case. */

/* Whether a word is one of several, separated by bars: the English ones, and what they are called in the person's language. */
gboolean liaison_date_word_is            (const char *word, const char *english, const char *translated);

/* "three days ago", "a week ago", "this morning", "last night"; 0 where the words are nothing of the kind. */
int      liaison_date_words_read         (const char * const *words, guint n_words, int today);

/* The day of a weekday (1 is Monday) with @word before it: "last Tuesday" is before today, "next Tuesday" after it; 0 for other words. */
int      liaison_date_words_find_weekday (const char *word, int weekday, int today);

G_END_DECLS
