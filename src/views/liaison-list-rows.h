/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * liaison_list_rows_factory_new:
 *
 * The dress of a narrow list: rows of two lines. Of an engagement form and date stand above, who with whom below; of a contact or an
 * organisation the name above, what it is below.
 *
 * Returns: (transfer full): a factory for items that are #LiaisonRow
 */
GtkListItemFactory *liaison_list_rows_factory_new (LiaisonEntity entity);

/**
 * liaison_list_row_describe:
 *
 * Returns: (transfer full): a row in one sentence, as a screen reader says it; "" until it is loaded
 */
char               *liaison_list_row_describe     (LiaisonRow    *row,
                                                   LiaisonEntity  entity);

G_END_DECLS
