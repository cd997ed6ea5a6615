/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-complete.h"
#include "liaison-query-private.h"
#include "liaison-suggest-private.h"

G_BEGIN_DECLS

/**
 * LiaisonCompletePlace:
 * @key: the key behind which one types; %LIAISON_N_QUERY_KEYS for a word that may become one
 * @negative: whether the term excludes
 * @term: where the term begins, in bytes, behind its minus sign
 * @start: where the stretch begins that a completion replaces, in bytes
 * @end: where it ends
 * @typed: what of it stands before the cursor, without a quotation mark
 */
typedef struct
{
  LiaisonQueryKey  key;
  gboolean         negative;
  gsize            term;
  gsize            start;
  gsize            end;
  char            *typed;
} LiaisonCompletePlace;

/**
 * liaison_complete_place_find:
 *
 * Finds out what is being typed at the cursor.
 *
 * Returns: %FALSE inside a phrase and behind a key that there is not: nothing can be said there
 */
gboolean liaison_complete_place_find  (LiaisonCompletePlace *place, const char *text, gsize cursor);
void     liaison_complete_place_clear (LiaisonCompletePlace *place);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonCompletePlace, liaison_complete_place_clear)

/**
 * LiaisonCompleter:
 *
 * Completions as they are being gathered.
 */
typedef struct
{
  LiaisonDb                  *db;
  LiaisonEntity               entity;
  const char                 *text;
  const LiaisonCompletePlace *place;
  LiaisonSuggestText          typed;
  GPtrArray                  *found;
} LiaisonCompleter;

/**
 * liaison_completer_add:
 * @key: the key that @value is one of
 * @value: as it is written, with quotation marks where it needs them
 * @label: what it is called
 * @detail: (nullable): what tells it from others
 *
 * Adds a completion, unless it has been added before.
 */
void     liaison_completer_add        (LiaisonCompleter      *completer,
                                       LiaisonCompletionType  type,
                                       LiaisonQueryKey        key,
                                       const char            *value,
                                       const char            *label,
                                       const char            *detail);

/* Likewise, but @text is not written as a value yet. */
void     liaison_completer_add_text   (LiaisonCompleter      *completer,
                                       LiaisonCompletionType  type,
                                       LiaisonQueryKey        key,
                                       const char            *text,
                                       const char            *label,
                                       const char            *detail);

/* Adds values of a key, at most @limit, whose names begin with what was typed. */
gboolean liaison_completer_add_values (LiaisonCompleter *completer, LiaisonQueryKey key, guint limit, GError **error);

/* Adds values of a key that occur in what the other terms of the query find, at most @limit, the most frequent first. */
gboolean liaison_completer_add_found  (LiaisonCompleter *completer, LiaisonQueryKey key, guint limit, GError **error);

/* Adds what was typed as the day or span that it is, where it is one. */
void     liaison_completer_add_day    (LiaisonCompleter *completer);

/* Adds contacts, each behind the key of its side, at most @limit. */
gboolean liaison_completer_add_people (LiaisonCompleter *completer, guint limit, GError **error);

G_END_DECLS
