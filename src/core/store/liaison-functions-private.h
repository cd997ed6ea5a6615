/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * liaison_functions_register:
 * @handle: a connection
 *
 * Adds what SQL cannot do to the statements of this connection.  Nothing in the schema uses these functions (they are marked as
 * SQLITE_DIRECTONLY), so that any program can read a store.
 *
 * - liaison_first_day (date), liaison_last_day (date): the days that the text of a date stands for, yyyymmdd; 0 where it is no date
 * - liaison_minute (date): the minute of its day, -1 where it has none
 * - liaison_sort_key (text): liaison_sort_key_new()
 * - liaison_names (text, …): what finds a record by one of its names, each line of each argument being one: the words of
 *   liaison_fold_search_text() behind a space each, so that LIKE '% kul%' asks for the beginning of a word, and a bar between two
 *   names, so that no phrase reaches from one into the next.  It is never empty.
 *
 * Returns: a result code of SQLite
 */
int liaison_functions_register (sqlite3 *handle);

G_END_DECLS
