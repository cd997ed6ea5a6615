/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-store.h"
#include "liaison-tokens.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_SAVED_SEARCHES (liaison_saved_searches_get_type ())

/**
 * LiaisonSavedSearches:
 *
 * The searches of the sidebar: those that Liaison brings along, and those that a person kept, which can be renamed (F2), moved (Alt+Up and
 * Alt+Down, or dragged), given another icon and deleted (Delete), all from their menu, too.  What they find is counted on a thread of the
 * store, and again some time after it has changed.
 *
 * Property: compact, whether there is room for the icons only.
 * Signals:
 *   "opened" (entity, query): the person wants to see what a search finds
 *   "marked": the search that is being shown is one of these
 *   "told" (message, undo): what was done and whether it can be undone, or why it failed
 */
G_DECLARE_FINAL_TYPE (LiaisonSavedSearches, liaison_saved_searches, LIAISON, SAVED_SEARCHES, GtkWidget)

/**
 * liaison_saved_searches_set_store:
 * @store: (nullable): the store whose searches are shown
 */
void liaison_saved_searches_set_store   (LiaisonSavedSearches *self, LiaisonStore *store);

/**
 * liaison_saved_searches_show_current:
 *
 * Marks the search that is being shown, if any.
 */
void liaison_saved_searches_show_current (LiaisonSavedSearches *self, LiaisonEntity entity, const char *query);

/**
 * liaison_saved_searches_add:
 * @name: what it is called as long as the person does not say otherwise
 *
 * Keeps a search and lets the person name it.
 */
void liaison_saved_searches_add         (LiaisonSavedSearches *self, const char *name, LiaisonEntity entity, const char *query);

G_END_DECLS
