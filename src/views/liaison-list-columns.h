/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_LIST_COLUMNS (liaison_list_columns_get_type ())

/**
 * LiaisonListColumns:
 *
 * The columns of a list: which of them are shown, in which order and how wide. Until a person chooses, those are shown that there is room
 * for, the weightiest first, as wide as what the first rows say; what is left over goes to the title. A column that a person has sized
 * keeps its width.
 *
 * Signal "changed": a person has chosen, moved or sized a column.
 */
G_DECLARE_FINAL_TYPE (LiaisonListColumns, liaison_list_columns, LIAISON, LIST_COLUMNS, GObject)

/**
 * liaison_list_columns_new:
 * @view: an empty column view, whose model's items are #LiaisonRow; it must go before the columns do
 * @entity: what it lists
 *
 * Puts the columns of @entity into @view, each with a #LiaisonColumnSorter and @header_menu, which may be filled later.
 */
LiaisonListColumns *liaison_list_columns_new           (GtkColumnView        *view,
                                                        LiaisonEntity         entity);

/* What the head of a column shows as a menu. */
void                liaison_list_columns_set_menu      (LiaisonListColumns   *self,
                                                        int                   column,
                                                        GMenuModel           *menu);

/**
 * liaison_list_columns_fit:
 * @width: the width of the list in application pixels
 *
 * Gives the columns their widths, and shows those that there is room for, where the width or the font is another one than before.
 */
void                liaison_list_columns_fit           (LiaisonListColumns   *self,
                                                        int                   width);

/* Measures what the rows say anew, as when another store is listed. */
void                liaison_list_columns_measure_anew  (LiaisonListColumns   *self);

/**
 * liaison_list_columns_set_layout:
 * @order: tokens of columns; what is not among them follows
 * @shown: tokens of the columns that a person has chosen; empty where none were: then it goes by the room
 * @widths: of type a{si}, the widths that a person has given
 */
void                liaison_list_columns_set_layout    (LiaisonListColumns   *self,
                                                        const char *const    *order,
                                                        const char *const    *shown,
                                                        GVariant             *widths);

/* The same as they are now; liaison_list_columns_dup_shown() is empty while it goes by the room. */
char              **liaison_list_columns_dup_order     (LiaisonListColumns   *self);
char              **liaison_list_columns_dup_shown     (LiaisonListColumns   *self);
GVariant           *liaison_list_columns_dup_widths    (LiaisonListColumns   *self);

/**
 * liaison_list_columns_get_visible:
 * @n_columns: (out): how many they are
 *
 * Returns: (transfer full) (array length=n_columns): the columns that are shown, in order
 */
int                *liaison_list_columns_get_visible   (LiaisonListColumns   *self,
                                                        guint                *n_columns);
gboolean            liaison_list_columns_is_visible    (LiaisonListColumns   *self,
                                                        int                   column);
/* Whether nobody has chosen columns, their order or the width of one: what liaison_list_columns_reset() leads back to. */
gboolean            liaison_list_columns_is_automatic  (LiaisonListColumns   *self);

/* What a person does: shows or hides a column, moves it by so many places, makes it wider by so many digits, lets all go by the room again. */
void                liaison_list_columns_show          (LiaisonListColumns   *self,
                                                        int                   column,
                                                        gboolean              visible);
void                liaison_list_columns_move          (LiaisonListColumns   *self,
                                                        int                   column,
                                                        int                   steps);
void                liaison_list_columns_widen         (LiaisonListColumns   *self,
                                                        int                   column,
                                                        int                   digits);
void                liaison_list_columns_reset         (LiaisonListColumns   *self);

/**
 * liaison_list_columns_show_sort:
 * @keys: what the list is sorted by, the weightiest first
 *
 * Puts the arrow on the head of the first column, and a number and an arrow on those of the others.
 */
void                liaison_list_columns_show_sort     (LiaisonListColumns   *self,
                                                        const LiaisonSortKey *keys,
                                                        guint                 n_keys);

G_END_DECLS
