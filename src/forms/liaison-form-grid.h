/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_FORM_GRID (liaison_form_grid_get_type ())

/**
 * LiaisonFormGrid:
 *
 * Lays the fields of a form out in two columns where there is room for them at the size of the text, in one otherwise.  A wide editor
 * takes a whole row, and so does whatever is no editor.
 *
 * Properties:
 *   spacing       between columns and rows, in application pixels
 *   halves        whether what is no editor takes one column only
 *   column-chars  how many letters a column has room for at least
 */
G_DECLARE_FINAL_TYPE (LiaisonFormGrid, liaison_form_grid, LIAISON, FORM_GRID, GtkWidget)

G_END_DECLS
