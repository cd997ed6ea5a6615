/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-lazy-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_SELECTION (liaison_selection_get_type ())

/**
 * LiaisonSelection:
 *
 * The selection model of the big lists: any number of records, remembered by their keys instead of their positions. The lazy list swaps the
 * ids behind its rows when it is sorted or queried anew; the selection then is where the records went, and comes back with those that were
 * filtered out for a while. A key is a bit: all of a million are selected at once. Heads of groups cannot be selected.
 *
 * Properties: model (#LiaisonLazyList, construct only), n-selected (how many of the records that are listed are selected; notified).
 * Signal "picked": a person (a click, a key, a screen reader) selected something else; never emitted for what code does.
 */
G_DECLARE_FINAL_TYPE (LiaisonSelection, liaison_selection, LIAISON, SELECTION, GObject)

LiaisonSelection *liaison_selection_new            (LiaisonLazyList  *model);

/**
 * liaison_selection_get_selected:
 *
 * Returns: the key of the selected record where it is the only one, else 0; it need not be listed at present
 */
gint32            liaison_selection_get_selected   (LiaisonSelection *self);

/**
 * liaison_selection_set_selected:
 * @id: a record's key, 0 for none
 *
 * Selects a record and no other, whether it is listed or not.
 */
void              liaison_selection_set_selected   (LiaisonSelection *self,
                                                    gint32            id);

/**
 * liaison_selection_set_ids:
 * @ids: keys of records
 *
 * Selects these records and no others.
 */
void              liaison_selection_set_ids        (LiaisonSelection *self,
                                                    const gint32     *ids,
                                                    gsize             n_ids);

/* How many of the records that are listed are selected; one that is listed in several groups is one. */
guint             liaison_selection_get_n_selected (LiaisonSelection *self);

/**
 * liaison_selection_dup_ids:
 *
 * Returns: (transfer full) (element-type gint32): the selected records that are listed, in the order of the list
 */
GArray           *liaison_selection_dup_ids        (LiaisonSelection *self);

/**
 * liaison_selection_get_position:
 *
 * Returns: where the selected record is listed if it is the only one, %GTK_INVALID_LIST_POSITION otherwise
 */
guint             liaison_selection_get_position   (LiaisonSelection *self);

G_END_DECLS
