/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-cast.h"
#include "liaison-sentence.h"

G_BEGIN_DECLS

/**
 * LiaisonHighlightKind:
 * @LIAISON_HIGHLIGHT_KIND_LEADERS: with how many leaders a principal has spoken
 * @LIAISON_HIGHLIGHT_KIND_COUNTERPARTS: with how many counterparts
 * @LIAISON_HIGHLIGHT_KIND_SAME_RANK: with how many of the same level and portfolio
 * @LIAISON_HIGHLIGHT_KIND_CALLS_AND_MEETINGS: how many calls and meetings a principal has held
 * @LIAISON_HIGHLIGHT_KIND_SESSIONS: in how many sessions, of which formats
 * @LIAISON_HIGHLIGHT_KIND_FORMATS: in how many calls and meetings of which formats
 * @LIAISON_HIGHLIGHT_KIND_PAIRS: who has spoken how many times with whom
 * @LIAISON_HIGHLIGHT_KIND_FORMAT: how often each principal has engaged a format, bilaterally and in it
 * @LIAISON_HIGHLIGHT_KIND_HOSTED: whom a principal has hosted
 * @LIAISON_HIGHLIGHT_KIND_VISITS: which visits a principal has made
 * @LIAISON_HIGHLIGHT_KIND_REACHED: how many members of a grouping, or of some countries, have been reached, and which have not
 * @LIAISON_HIGHLIGHT_KIND_OFFICE: with how many counterparts in how many countries an office has spoken
 * @LIAISON_HIGHLIGHT_KIND_FURTHER: what sources state of several principals together
 *
 * What a highlight tells.
 */
typedef enum {
  LIAISON_HIGHLIGHT_KIND_LEADERS,
  LIAISON_HIGHLIGHT_KIND_COUNTERPARTS,
  LIAISON_HIGHLIGHT_KIND_SAME_RANK,
  LIAISON_HIGHLIGHT_KIND_CALLS_AND_MEETINGS,
  LIAISON_HIGHLIGHT_KIND_SESSIONS,
  LIAISON_HIGHLIGHT_KIND_FORMATS,
  LIAISON_HIGHLIGHT_KIND_PAIRS,
  LIAISON_HIGHLIGHT_KIND_FORMAT,
  LIAISON_HIGHLIGHT_KIND_HOSTED,
  LIAISON_HIGHLIGHT_KIND_VISITS,
  LIAISON_HIGHLIGHT_KIND_REACHED,
  LIAISON_HIGHLIGHT_KIND_OFFICE,
  LIAISON_HIGHLIGHT_KIND_FURTHER,
  LIAISON_N_HIGHLIGHT_KINDS
} LiaisonHighlightKind;

/**
 * liaison_highlight_kind_parse:
 * @token: a kind as a highlight's record has it: "leaders"
 *
 * Returns: the kind, or %LIAISON_N_HIGHLIGHT_KINDS
 */
LiaisonHighlightKind  liaison_highlight_kind_parse     (const char *token);
const char           *liaison_highlight_kind_get_token (LiaisonHighlightKind kind);

/* What a person reads for the kind: "Leaders spoken with". */
const char           *liaison_highlight_kind_get_label (LiaisonHighlightKind kind);

/**
 * LiaisonHighlight:
 * @query: what it tells of, with its span, without the audience
 * @wording: (nullable): the sentence of a person, with {who} for the principals, {1} for its first number, {1 times} for "twice" and {1 loosely} for
 *   "more than a dozen"; %NULL for the program's own
 *
 * One thing that a report says about a number.
 */
typedef struct
{
  LiaisonHighlightKind  kind;
  char                 *query;
  char                 *wording;
} LiaisonHighlight;

/**
 * LiaisonStatement:
 * @block: the sentences, without footnotes
 * @figures: (element-type LiaisonFigure): the numbers in it, in order
 * @absent: (element-type utf8): the names of principals that its query asks for and of whom it counts nothing; it does not name them
 * @is_supported: whether any record bears it out
 * @overclaim: (nullable): what its wording says more than its number bears out
 *
 * A highlight in words.
 */
typedef struct
{
  LiaisonBlock *block;
  GPtrArray    *figures;
  GPtrArray    *absent;
  gboolean      is_supported;
  char         *overclaim;
} LiaisonStatement;

/**
 * liaison_highlight_state:
 * @cast: who was named so far
 *
 * Counts a highlight and puts it into words.
 *
 * Returns: (transfer full): the statement; %NULL with an error
 */
LiaisonStatement *liaison_highlight_state  (LiaisonDb               *db,
                                            const LiaisonHighlight  *highlight,
                                            const LiaisonTelling    *telling,
                                            LiaisonCast             *cast,
                                            GError                 **error);
void              liaison_statement_free   (LiaisonStatement *statement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonStatement, liaison_statement_free)

G_END_DECLS
