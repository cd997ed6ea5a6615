/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-list-marks.h"

#include "liaison-fold.h"

#define WORDS_KEY "liaison-list-words"

static void
free_words (gpointer words)
{
  g_strfreev (words);
}

gboolean
liaison_list_marks_set_words (GtkWidget  *list,
                              char      **words)
{
  const char * const *before = g_object_get_data (G_OBJECT (list), WORDS_KEY);
  gboolean is_same = before != NULL ? g_strv_equal (before, (const char * const *) words) : words[0] == NULL;

  g_object_set_data_full (G_OBJECT (list), WORDS_KEY, words, free_words);

  return !is_same;
}

static PangoAttrList *
make_marks (GArray *spans)
{
  PangoAttrList *marks = pango_attr_list_new ();

  for (guint i = 0; i < spans->len; i++)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = g_array_index (spans, LiaisonFoldSpan, i).start;
      bold->end_index = g_array_index (spans, LiaisonFoldSpan, i).end;
      pango_attr_list_insert (marks, bold);
    }

  return marks;
}

void
liaison_list_marks_show (GtkWidget      *list,
                         GtkInscription *inscription)
{
  const char * const *words;
  const char *text;
  g_autoptr (GArray) spans = NULL;
  g_autoptr (PangoAttrList) marks = NULL;

  g_return_if_fail (GTK_IS_WIDGET (list));
  g_return_if_fail (GTK_IS_INSCRIPTION (inscription));

  words = g_object_get_data (G_OBJECT (list), WORDS_KEY);
  text = gtk_inscription_get_text (inscription);
  if (words != NULL && words[0] != NULL && text != NULL)
    spans = liaison_fold_find_words (text, words);
  if (spans != NULL && spans->len > 0)
    marks = make_marks (spans);
  if (marks != NULL || gtk_inscription_get_attributes (inscription) != NULL)
    gtk_inscription_set_attributes (inscription, marks);
}
