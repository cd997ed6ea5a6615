/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The order of a list, changed by dragging its rows.  It is one way of two: keys do the same (Alt and an arrow).
 */

/**
 * LiaisonRowDropFunc:
 * @row: what was dragged, a row of the list or of another one of the same window
 * @place: where it shall stand, from 0 on, once it stands nowhere else
 *
 * Returns: whether it may stand there
 */
typedef gboolean (*LiaisonRowDropFunc) (GtkListBoxRow *row, int place, gpointer user_data);

/* Lets a row be dragged by @handle, which is a part of it, or the row itself. */
void liaison_row_drag_add     (GtkWidget *handle, GtkListBoxRow *row);

/**
 * liaison_row_drag_receive:
 * @area: where a row can be dropped: the list, or what is around it, which is there when the list is empty, too
 * @type: the type of the rows
 * @func: called when one is dropped at another place than its own
 * @user_data: what @func is told; it lives as long as @area
 *
 * While a row is over the area, a line shows where it would stand.
 */
void liaison_row_drag_receive (GtkWidget          *area,
                               GtkListBox         *list,
                               GType               type,
                               LiaisonRowDropFunc  func,
                               gpointer            user_data);

G_END_DECLS
