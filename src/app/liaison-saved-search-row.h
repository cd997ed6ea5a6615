/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-saved-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_SAVED_SEARCH_ROW (liaison_saved_search_row_get_type ())

/**
 * LiaisonSavedSearchRow:
 *
 * A search in the sidebar: its icon, its name and how many records it finds.
 *
 * Property: compact, whether there is room for the icon only.
 */
G_DECLARE_FINAL_TYPE (LiaisonSavedSearchRow, liaison_saved_search_row, LIAISON, SAVED_SEARCH_ROW, GtkListBoxRow)

GtkWidget                *liaison_saved_search_row_new        (const LiaisonSavedSearch *search);
const LiaisonSavedSearch *liaison_saved_search_row_get_search (LiaisonSavedSearchRow *self);

/**
 * liaison_saved_search_row_set_count:
 * @count: -1 while it is not known
 */
void                      liaison_saved_search_row_set_count  (LiaisonSavedSearchRow *self, int count);
int                       liaison_saved_search_row_get_count  (LiaisonSavedSearchRow *self);

G_END_DECLS
