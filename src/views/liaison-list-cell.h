/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LiaisonCellKind:
 * @LIAISON_CELL_TEXT: a text
 * @LIAISON_CELL_DATE: a date, whose digits stand under each other
 * @LIAISON_CELL_FIGURE: a text of digits, at the end of the cell
 * @LIAISON_CELL_FIRST: the text of the row's first cell, with a lock where the record is not public
 * @LIAISON_CELL_FORM: an engagement's form, as an icon and a word
 * @LIAISON_CELL_STATUS: an engagement's status, or what its evidence lacks, as an outlined word; that it was held is the rule and
 *   stands there quietly
 */
typedef enum {
  LIAISON_CELL_TEXT,
  LIAISON_CELL_DATE,
  LIAISON_CELL_FIGURE,
  LIAISON_CELL_FIRST,
  LIAISON_CELL_FORM,
  LIAISON_CELL_STATUS,
} LiaisonCellKind;

/**
 * liaison_list_cell_new:
 *
 * Returns: (transfer floating): an empty cell. Its text is a GtkInscription, whose width never depends on its text: of a GtkLabel a jump
 *   through a long list would cost seven times the time
 */
GtkWidget  *liaison_list_cell_new       (LiaisonCellKind kind);

/**
 * liaison_list_cell_show:
 * @cell: a cell of liaison_list_cell_new() of the same @kind
 * @column: the column of @row that it shows
 * @compact: whether a form is its icon alone; its word is told to the pointer and to the screen reader
 */
void        liaison_list_cell_show      (GtkWidget       *cell,
                                         LiaisonCellKind  kind,
                                         LiaisonRow      *row,
                                         int              column,
                                         gboolean         compact);

/**
 * liaison_list_cell_mark:
 * @cell: a cell of liaison_list_cell_new() of the same @kind
 * @list: the list that it is in
 *
 * Marks in the text that the cell shows what was searched for (liaison-list-marks.h).
 */
void        liaison_list_cell_mark      (GtkWidget       *cell,
                                         LiaisonCellKind  kind,
                                         GtkWidget       *list);

/* Returns: the text that a cell of @kind shows of a column */
const char *liaison_list_cell_get_text  (LiaisonCellKind  kind,
                                         LiaisonRow      *row,
                                         int              column);

/* Returns: how much wider than its text a cell is, in application pixels */
int         liaison_list_cell_get_extra_width (LiaisonCellKind kind);

/**
 * liaison_list_cell_get_status:
 * @outlined: (out): whether it is worth an outline
 *
 * Returns: the word that a list shows for the status and the evidence of an engagement; "" until the row is loaded
 */
const char *liaison_list_cell_get_status (LiaisonRow     *row,
                                          gboolean       *outlined);

G_END_DECLS
