/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-sql-private.h"
#include "liaison-suggest.h"

G_BEGIN_DECLS

/**
 * LiaisonSuggestText:
 * @folded: the whole text, folded
 * @words: its words
 * @keys: their name keys
 *
 * What a person has typed, ready to be compared.
 */
typedef struct
{
  char  *folded;
  char **words;
  char **keys;
} LiaisonSuggestText;

void     liaison_suggest_text_init    (LiaisonSuggestText *text, const char *typed);
void     liaison_suggest_text_clear   (LiaisonSuggestText *text);

/* Binds the first word to ?1 and its key to ?2, as LIAISON_SQL_SUGGESTED() asks for them. */
void     liaison_suggest_text_bind    (const LiaisonSuggestText *text, LiaisonSql *sql);

/* A condition that leaves few rows to be matched: those with the first word. */
#define LIAISON_SQL_SUGGESTED(column) \
  "(?1 = '' OR instr (' ' || " column ", ' ' || ?1) > 0 OR instr (' ' || " column ", ' ' || ?2) > 0)"

/* Whether every word, or its key, begins a word of @folded, a search text. */
gboolean liaison_suggest_text_matches (const LiaisonSuggestText *text, const char *folded);

/* Whether a name begins with the text. */
gboolean liaison_suggest_text_begins  (const LiaisonSuggestText *text, const char *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonSuggestText, liaison_suggest_text_clear)

/* What is suggested for a contact, as of a day, or where that is 0, of its latest post; %NULL with an error. */
LiaisonSuggestion *liaison_suggest_describe_contact (LiaisonDb *db, gint64 id, int day, GError **error);

/* What is suggested for engagements, given by their keys, in their order; %NULL with an error. */
GPtrArray *liaison_suggest_describe_engagements (LiaisonDb *db, const GArray *ids, GError **error);

/**
 * LiaisonCandidate:
 * @rank: smaller is better
 * @recent: larger is better, among equals of rank
 * @order: the place among all that were read, among equals of both
 */
typedef struct
{
  gint64             id;
  LiaisonSuggestion *suggestion; /* (nullable): made later where that is costly */
  int                rank;
  gint64             recent;
  guint              order;
} LiaisonCandidate;

/* An array of candidates that owns their suggestions. */
GArray    *liaison_candidates_new  (void);
void       liaison_candidates_add  (GArray *candidates, gint64 id, LiaisonSuggestion *suggestion, int rank, gint64 recent);

/* Puts the likeliest first and drops what is behind @limit. */
void       liaison_candidates_rank (GArray *candidates, guint limit);

/**
 * liaison_candidates_end:
 * @candidates: (transfer full): ranked candidates, each with its suggestion
 *
 * Returns: (transfer full): the suggestions
 */
GPtrArray *liaison_candidates_end  (GArray *candidates);

G_END_DECLS
