/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-record.h"
#include "liaison-suggestion.h"

G_BEGIN_DECLS

/*
 * What a person may mean who has typed a part of a name.  A word of the text finds a name that has a word beginning so, whatever the
 * spelling (liaison-fold.h); all words must be found.  Names that begin with the text come first, family names before given ones, and
 * among equals what was used last.  All of these read the whole of a small table or a few rows of an index: they are for the pages queue.
 *
 * Returned arrays hold at most @limit LiaisonSuggestions, the likeliest first; %NULL with an error.
 */

/**
 * liaison_suggest_contacts:
 * @text: a part of a name; "" for those who took part lately
 * @side: contacts of this side come first; 0 where it does not matter
 * @day: the titles that are told are those of this day, as yyyymmdd; 0 for the latest ones
 *
 * Archived contacts come last.
 */
GPtrArray *liaison_suggest_contacts      (LiaisonDb    *db,
                                          const char   *text,
                                          LiaisonSide   side,
                                          int           day,
                                          guint         limit,
                                          GError      **error);

/**
 * liaison_suggest_organisations:
 * @text: a part of a name, short name or other name; "" for all
 * @kind: organisations of this kind only; 0 for all
 */
GPtrArray *liaison_suggest_organisations (LiaisonDb                *db,
                                          const char               *text,
                                          LiaisonOrganisationKind   kind,
                                          guint                     limit,
                                          GError                  **error);

/**
 * liaison_suggest_topics:
 * @text: a part of a name; "" for all
 *
 * The detail of a topic is the one that it is a part of.
 */
GPtrArray *liaison_suggest_topics        (LiaisonDb *db, const char *text, guint limit, GError **error);

/**
 * liaison_suggest_visits:
 * @text: a part of the title, "" for all
 * @day: a day as yyyymmdd; visits that hold it come first, then the nearest
 *
 * Suggests what an engagement may be a part of: a visit made or hosted.
 */
GPtrArray *liaison_suggest_visits        (LiaisonDb *db, const char *text, int day, guint limit, GError **error);

/**
 * liaison_suggest_countries:
 * @text: a part of a name, or a code; "" for all
 *
 * Former countries come last.  Reads no store and cannot fail.
 */
GPtrArray *liaison_suggest_countries     (const char *text, guint limit);

/**
 * liaison_suggest_participants:
 *
 * Contacts as from liaison_suggest_contacts(), and behind them countries and international organisations, which take part with nobody
 * named.
 */
GPtrArray *liaison_suggest_participants  (LiaisonDb    *db,
                                          const char   *text,
                                          LiaisonSide   side,
                                          int           day,
                                          guint         limit,
                                          GError      **error);

/**
 * liaison_suggest_engagements:
 * @text: a query; what of it cannot be understood is left out
 *
 * The newest ones that match.
 */
GPtrArray *liaison_suggest_engagements   (LiaisonDb *db, const char *text, guint limit, GError **error);

/**
 * liaison_suggest_totals:
 * @text: words of it; "" for all
 *
 * Stated totals, the latest period first.
 */
GPtrArray *liaison_suggest_totals        (LiaisonDb *db, const char *text, guint limit, GError **error);

/**
 * liaison_suggest_readouts:
 * @text: words of the title, the issuer or the address; "" for all
 *
 * Those that were added last, first.
 */
GPtrArray *liaison_suggest_readouts      (LiaisonDb *db, const char *text, guint limit, GError **error);

/**
 * liaison_suggest_coverable:
 * @total: a stated total, perhaps one that is being edited: it need not be stored
 * @limit: so many engagements, the latest ones, beside those that it covers
 * @n_matches: (out): how many there are, also beyond @limit
 *
 * What the total may include: the counted engagements of its period, in its form, of those of ours that it states with any of those of theirs,
 * the latest first; then what it covers beside them; then other totals of a period within its own that count the same.  Nothing but what it
 * covers is suggested before a period and somebody are stated.
 */
GPtrArray *liaison_suggest_coverable     (LiaisonDb            *db,
                                          const LiaisonRecord  *total,
                                          guint                 limit,
                                          guint                *n_matches,
                                          GError              **error);

G_END_DECLS
