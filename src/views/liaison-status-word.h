/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_STATUS_WORD (liaison_status_word_get_type ())

/**
 * LiaisonStatusWord:
 *
 * The status of an engagement in a column: a quiet word, or one in an outline that is as wide as the word.  Its size never depends on the
 * word: of a #GtkLabel another word would have every cell of the column laid out anew.
 */
G_DECLARE_FINAL_TYPE (LiaisonStatusWord, liaison_status_word, LIAISON, STATUS_WORD, GtkWidget)

GtkWidget *liaison_status_word_new  (void);

/* Shows @word, whether it stands in an outline or not. */
void       liaison_status_word_show (LiaisonStatusWord *self,
                                     const char        *word,
                                     gboolean           outlined);

G_END_DECLS
