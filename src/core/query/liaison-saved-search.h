/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-changes.h"
#include "liaison-tokens.h"

G_BEGIN_DECLS

/**
 * LiaisonSavedSearch:
 * @record: (nullable): the record as it is stored, to be copied and changed; %NULL for a search that is built in
 * @name: what it is called
 * @entity: what it lists
 * @query: the text of the query
 * @icon: the name of an icon
 *
 * A search that a person has kept, or one that Liaison brings along.
 */
typedef struct
{
  LiaisonRecord *record;
  char          *name;
  LiaisonEntity  entity;
  char          *query;
  char          *icon;
} LiaisonSavedSearch;

LiaisonSavedSearch *liaison_saved_search_copy (const LiaisonSavedSearch *search);
void                liaison_saved_search_free (LiaisonSavedSearch *search);

/**
 * liaison_saved_searches_load:
 *
 * Returns: (transfer full) (element-type LiaisonSavedSearch): the saved searches of a store in their order; %NULL with an error
 */
GPtrArray *liaison_saved_searches_load     (LiaisonDb *db, GError **error);

/**
 * liaison_saved_searches_built_in:
 *
 * Returns: (transfer full) (element-type LiaisonSavedSearch): the searches that every store has: the last 30 days, what is planned, overdue
 *   follow-ups, contacts past their cadence, what is unsourced, and where nobody is named.  They are no records and cannot be changed.
 */
GPtrArray *liaison_saved_searches_built_in (void);

/**
 * liaison_saved_search_count:
 *
 * Returns: how many records the search lists; -1 with an error
 */
int        liaison_saved_search_count      (LiaisonDb *db, const LiaisonSavedSearch *search, GError **error);

/**
 * liaison_saved_search_icons:
 *
 * Returns: (transfer none): the names of the icons that a saved search can have, ended by %NULL; the first is the usual one
 */
const char * const *liaison_saved_search_icons (void);

/*
 * What a person does with the searches, as changes for the store; empty where nothing would change.
 */

/**
 * liaison_saved_search_create:
 * @position: its place, from 1
 * @uuid: (out) (transfer full): the UUID of the new record
 */
LiaisonChanges *liaison_saved_search_create (const char *name, LiaisonEntity entity, const char *query, guint position, char **uuid);

/**
 * liaison_saved_search_change:
 * @field: name, query or icon, as %LIAISON_SAVED_SEARCH_NAME
 */
LiaisonChanges *liaison_saved_search_change (const LiaisonSavedSearch *search, guint field, const char *text);
LiaisonChanges *liaison_saved_search_delete (const LiaisonSavedSearch *search);

/**
 * liaison_saved_searches_move:
 * @searches: (element-type LiaisonSavedSearch): those of a store, in their order
 * @from: the place of the one to be moved
 * @to: its place then
 */
LiaisonChanges *liaison_saved_searches_move (GPtrArray *searches, guint from, guint to);

/* What an icon of liaison_saved_search_icons() shows, for people. */
const char *liaison_saved_search_icon_label (const char *icon);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonSavedSearch, liaison_saved_search_free)

G_END_DECLS
