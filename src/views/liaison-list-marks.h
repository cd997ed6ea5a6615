/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What of the texts of a list a search has found: set bold, so that no colour is needed to see it. */

/**
 * liaison_list_marks_set_words:
 * @list: a list view or a column view
 * @words: (transfer full): folded words, ended by %NULL
 *
 * Remembers what is marked in @list from now on.
 *
 * Returns: whether that is something else than before
 */
gboolean liaison_list_marks_set_words (GtkWidget      *list,
                                       char          **words);

/**
 * liaison_list_marks_show:
 * @inscription: a part of a row of @list
 *
 * Marks what is found in the text that @inscription shows.
 */
void     liaison_list_marks_show      (GtkWidget      *list,
                                       GtkInscription *inscription);

G_END_DECLS
