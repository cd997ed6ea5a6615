/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-store.h"
#include "liaison-tokens.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_SEARCH_ENTRY (liaison_search_entry_get_type ())

/**
 * LiaisonSearchEntry:
 *
 * The entry for a query, under which one sees how the query may go on (liaison-complete.h).  Down opens the suggestions and goes through them,
 * as Up does; Tab accepts the chosen or the first one, Enter a chosen one, Escape closes them.  All other keys go to the text.  The store
 * is asked on its own thread, and how many records each suggestion would find is asked behind that.
 *
 * A GtkEditable, whose delegate is a GtkSearchEntry.
 *
 * Properties:
 *   suggesting  whether suggestions are shown
 *
 * Signals: "search-changed", "search-started", "activate", "stop-search" as of GtkSearchEntry.
 */
G_DECLARE_FINAL_TYPE (LiaisonSearchEntry, liaison_search_entry, LIAISON, SEARCH_ENTRY, GtkWidget)

/**
 * liaison_search_entry_set_source:
 * @store: (nullable): the store that is searched
 * @entity: what is listed of it
 */
void     liaison_search_entry_set_source         (LiaisonSearchEntry *self, LiaisonStore *store, LiaisonEntity entity);

/**
 * liaison_search_entry_set_recent:
 * @recent: (nullable): texts of earlier queries, the latest first, ended by %NULL
 */
void     liaison_search_entry_set_recent         (LiaisonSearchEntry *self, const char * const *recent);

/* Shows a text without suggesting anything for it. */
void     liaison_search_entry_show_text          (LiaisonSearchEntry *self, const char *text);

/* Goes on typing behind the text. */
void     liaison_search_entry_focus_end          (LiaisonSearchEntry *self);

/**
 * liaison_search_entry_edit:
 * @start: in bytes
 * @end: in bytes
 *
 * Lets a person change what lies there: it is selected, and what may stand in its stead is suggested.
 */
void     liaison_search_entry_edit               (LiaisonSearchEntry *self, gsize start, gsize end);

/* What is typed in @widget goes into the entry. */
void     liaison_search_entry_set_key_capture    (LiaisonSearchEntry *self, GtkWidget *widget);

/**
 * liaison_search_entry_underline:
 * @mistakes: (element-type LiaisonQueryMistake): what could not be understood, by place in the text
 *
 * Returns: (transfer none) (nullable): the sentence on the first mistake that a person is not still typing
 */
const char *liaison_search_entry_underline       (LiaisonSearchEntry *self, GPtrArray *mistakes);

G_END_DECLS
