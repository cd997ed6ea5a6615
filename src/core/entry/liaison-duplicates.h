/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-record.h"

G_BEGIN_DECLS

/**
 * liaison_duplicates_find:
 * @contact: a contact, in the store or not
 * @posts: (element-type LiaisonRecord): its posts
 *
 * Finds contacts that are likely to be the same person: one of their names or other spellings has the same words as one of @contact's,
 * whatever the order and the transcription (liaison_fold_name_key()), or they hold the same post at the same organisation without an end.
 * Those that were told apart from @contact (LIAISON_KIND_DISTINCTION) are none.
 *
 * Returns: (transfer full) (element-type LiaisonSuggestion): at most @limit of them, by name, each with its latest title; %NULL with an error
 */
GPtrArray *liaison_duplicates_find (LiaisonDb *db, const LiaisonRecord *contact, GPtrArray *posts, guint limit, GError **error);

/**
 * liaison_duplicates_find_engagements:
 * @engagement: an engagement, in the store or not
 * @participations: (element-type LiaisonRecord): who takes part in it
 *
 * Finds engagements that are likely to be the same one: of the same day and form, with the same people on record.  Two that are known to have
 * begun at different minutes are two, and one without a day or without anybody named is like none.
 *
 * Returns: (transfer full) (element-type LiaisonSuggestion): at most @limit of them, each with its date and place; %NULL with an error
 */
GPtrArray *liaison_duplicates_find_engagements (LiaisonDb            *db,
                                                const LiaisonRecord  *engagement,
                                                GPtrArray            *participations,
                                                guint                 limit,
                                                GError              **error);

/**
 * liaison_duplicates_find_organisations:
 * @organisation: an organisation, in the store or not
 *
 * Finds organisations that are likely to be the same one: one of their names, short and other ones included, is the same without accents and
 * capitals as one of @organisation's.  Two that are known to be of different countries are two.
 *
 * Returns: (transfer full) (element-type LiaisonSuggestion): at most @limit of them, by name, each with its kind; %NULL with an error
 */
GPtrArray *liaison_duplicates_find_organisations (LiaisonDb            *db,
                                                  const LiaisonRecord  *organisation,
                                                  guint                 limit,
                                                  GError              **error);

G_END_DECLS
