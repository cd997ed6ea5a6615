/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LiaisonPlotTable:
 * @columns: their headings
 * @rows: (element-type GStrv): the fields of each row, as people read them
 * @queries: (element-type utf8): by row, the query that lists the engagements under it; "" where there is none
 * @n_names: how many of the first columns are names and not figures
 *
 * The figures of a plot as a table.
 */
typedef struct
{
  GPtrArray *columns;
  GPtrArray *rows;
  GPtrArray *queries;
  guint      n_names;
} LiaisonPlotTable;

LiaisonPlotTable *liaison_plot_table_new        (guint n_names);
void              liaison_plot_table_free       (LiaisonPlotTable *table);
void              liaison_plot_table_add_column (LiaisonPlotTable *table, const char *heading);

/**
 * liaison_plot_table_add_row:
 * @fields: (transfer full): as many as there are columns
 * @query: (transfer full): the query under the row
 */
void              liaison_plot_table_add_row    (LiaisonPlotTable *table, GStrv fields, char *query);

/* Adds a row that says how many more there are, of which nothing else is told. */
void              liaison_plot_table_add_rest   (LiaisonPlotTable *table, guint n);

/**
 * liaison_plot_table_to_csv:
 *
 * Returns: (transfer full): the table as CSV (RFC 4180); a field that a spreadsheet would take for a formula is put in quotes behind an apostrophe
 */
char             *liaison_plot_table_to_csv     (const LiaisonPlotTable *table);

/**
 * liaison_plot_table_to_text:
 *
 * Returns: (transfer full): the table with tabs between the fields, as one pastes it into another
 */
char             *liaison_plot_table_to_text    (const LiaisonPlotTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonPlotTable, liaison_plot_table_free)

G_END_DECLS
