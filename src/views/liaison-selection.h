/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-lazy-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_SELECTION (liaison_selection_get_type ())

/**
 * LiaisonSelection:
 *
 * The selection model of the big lists: at most one record, remembered by its key instead of its position. The lazy list swaps the ids
 * behind its rows when it is sorted or queried anew; the selection then is where the record went, and comes back with a record that was
 * filtered out for a while.
 *
 * Properties: model (#LiaisonLazyList, construct only), selected (the record's key, 0 for none; notified, also when code sets it).
 * Signal "picked": a person (a click, a key, a screen reader) selected another record; never emitted for what code does.
 */
G_DECLARE_FINAL_TYPE (LiaisonSelection, liaison_selection, LIAISON, SELECTION, GObject)

LiaisonSelection *liaison_selection_new          (LiaisonLazyList  *model);

/**
 * liaison_selection_get_selected:
 *
 * Returns: the key of the selected record, 0 where there is none; it need not be listed at present
 */
gint32            liaison_selection_get_selected (LiaisonSelection *self);

/**
 * liaison_selection_set_selected:
 * @id: a record's key, 0 for none
 *
 * Selects a record, whether it is listed or not.
 */
void              liaison_selection_set_selected (LiaisonSelection *self,
                                                  gint32            id);

/**
 * liaison_selection_get_position:
 *
 * Returns: where the selected record is listed, %GTK_INVALID_LIST_POSITION where it is not
 */
guint             liaison_selection_get_position (LiaisonSelection *self);

G_END_DECLS
