/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-suggest-private.h"

#include "liaison-fold.h"

void
liaison_suggest_text_init (LiaisonSuggestText *text,
                           const char         *typed)
{
  guint n_words;

  text->folded = liaison_fold (typed);
  text->words = *text->folded != '\0' ? g_strsplit (text->folded, " ", -1) : g_new0 (char *, 1);
  n_words = g_strv_length (text->words);
  text->keys = g_new0 (char *, n_words + 1);
  for (guint i = 0; i < n_words; i++)
    text->keys[i] = liaison_fold_name_key (text->words[i]);
}

void
liaison_suggest_text_clear (LiaisonSuggestText *text)
{
  g_clear_pointer (&text->folded, g_free);
  g_clear_pointer (&text->words, g_strfreev);
  g_clear_pointer (&text->keys, g_strfreev);
}

void
liaison_suggest_text_bind (const LiaisonSuggestText *text,
                           LiaisonSql               *sql)
{
  liaison_sql_bind_text (sql, 1, text->words[0]);
  liaison_sql_bind_text (sql, 2, text->words[0] != NULL ? text->keys[0] : NULL);
}

gboolean
liaison_suggest_text_matches (const LiaisonSuggestText *text,
                              const char               *folded)
{
  for (guint i = 0; text->words[i] != NULL; i++)
    {
      if (!liaison_fold_has_prefix_words (folded, text->words[i]) && !liaison_fold_has_prefix_words (folded, text->keys[i]))
        return FALSE;
    }

  return TRUE;
}

gboolean
liaison_suggest_text_begins (const LiaisonSuggestText *text,
                             const char               *name)
{
  g_autofree char *folded = liaison_fold (name);

  return g_str_has_prefix (folded, text->folded);
}

static void
clear_candidate (gpointer data)
{
  LiaisonCandidate *candidate = data;

  g_clear_object (&candidate->suggestion);
}

GArray *
liaison_candidates_new (void)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (LiaisonCandidate));

  g_array_set_clear_func (candidates, clear_candidate);

  return candidates;
}

void
liaison_candidates_add (GArray            *candidates,
                        gint64             id,
                        LiaisonSuggestion *suggestion,
                        int                rank,
                        gint64             recent)
{
  LiaisonCandidate candidate = { id, suggestion, rank, recent, candidates->len };

  g_array_append_val (candidates, candidate);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const LiaisonCandidate *first = a;
  const LiaisonCandidate *second = b;

  if (first->rank != second->rank)
    return first->rank - second->rank;
  if (first->recent != second->recent)
    return first->recent > second->recent ? -1 : 1;

  return first->order < second->order ? -1 : 1;
}

void
liaison_candidates_rank (GArray *candidates,
                         guint   limit)
{
  g_array_sort (candidates, compare_candidates);
  if (candidates->len > limit)
    g_array_set_size (candidates, limit);
}

GPtrArray *
liaison_candidates_end (GArray *candidates)
{
  GPtrArray *suggestions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (suggestions, g_steal_pointer (&g_array_index (candidates, LiaisonCandidate, i).suggestion));
  g_array_unref (candidates);

  return suggestions;
}
