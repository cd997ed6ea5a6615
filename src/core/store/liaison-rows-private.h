/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-figures.h"
#include "liaison-sql-private.h"

G_BEGIN_DECLS

/**
 * LiaisonRowReader:
 *
 * Returns: (transfer full): what the row that @sql stands on says
 */
typedef gpointer (*LiaisonRowReader) (LiaisonSql *sql);

/**
 * liaison_rows_read:
 * @text: a statement; ?1 is @uuid, ?2 is @day
 * @uuid: the record that it is about
 * @day: a day as yyyymmdd; ignored where the statement has no ?2
 * @reader: what to make of a row
 * @free_row: how that is freed
 *
 * Reads all rows of a statement about one record.
 *
 * Returns: (transfer full): what @reader made of the rows, in their order; %NULL with an error
 */
GPtrArray *liaison_rows_read (LiaisonDb        *db,
                              const char       *text,
                              const char       *uuid,
                              int               day,
                              LiaisonRowReader  reader,
                              GDestroyNotify    free_row,
                              GError          **error);

/**
 * liaison_rows_end:
 * @failure: what the last liaison_sql_step() of a loop has set
 *
 * Hands a failure on to the caller.
 *
 * Returns: whether there was none
 */
gboolean   liaison_rows_end (GError **failure, GError **error);

/**
 * liaison_rows_read_references:
 * @text: a statement whose first two columns are a UUID and a name; ?1 is @uuid
 *
 * Returns: (transfer full) (element-type LiaisonReference): its rows; %NULL with an error
 */
GPtrArray *liaison_rows_read_references (LiaisonDb *db, const char *text, const char *uuid, GError **error);

/**
 * liaison_rows_take_first:
 * @rows: what liaison_rows_read() returned
 *
 * Returns: (transfer full) (nullable): the first row, %NULL where there is none
 */
gpointer   liaison_rows_take_first (GPtrArray *rows);

/**
 * liaison_rows_read_figures:
 * @text: a statement of one row, whose columns are those of #LiaisonFigures; ?1 is @uuid
 */
gboolean   liaison_rows_read_figures (LiaisonDb *db, const char *text, const char *uuid, LiaisonFigures *figures, GError **error);

G_END_DECLS
