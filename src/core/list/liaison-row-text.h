/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-row.h"
#include "liaison-store.h"

G_BEGIN_DECLS

/**
 * LiaisonRowFormat:
 * @LIAISON_ROW_FORMAT_TEXT: a line for each row, for a letter or a message
 * @LIAISON_ROW_FORMAT_TSV: a table whose cells are separated by tabs, for spreadsheets; what they would take for a formula is put behind an
 *   apostrophe (OWASP, "CSV Injection")
 * @LIAISON_ROW_FORMAT_MARKDOWN: a table of GitHub Flavored Markdown (https://github.github.com/gfm/#tables-extension-)
 *
 * As what rows are copied.
 */
typedef enum { LIAISON_ROW_FORMAT_TEXT, LIAISON_ROW_FORMAT_TSV, LIAISON_ROW_FORMAT_MARKDOWN } LiaisonRowFormat;

/**
 * liaison_row_format_parse:
 * @token: "text", "tsv" or "markdown"
 *
 * Returns: the format, or -1
 */
int    liaison_row_format_parse  (const char *token);

/**
 * liaison_row_text_write:
 * @ids: keys of records of @entity
 * @columns: which columns, in order
 *
 * Writes rows as text, as a list shows them; tables begin with the heads of the columns. Records that are gone are left out.
 *
 * Returns: (transfer full): the text; %NULL with an error
 */
char  *liaison_row_text_write    (LiaisonDb        *db,
                                  LiaisonEntity     entity,
                                  const gint32     *ids,
                                  guint             n_ids,
                                  const int        *columns,
                                  guint             n_columns,
                                  LiaisonRowFormat  format,
                                  GError          **error);

/**
 * liaison_row_text_write_async:
 * @ids: (transfer full) (element-type gint32): keys of records
 *
 * The same on a thread of the store.
 */
void   liaison_row_text_write_async  (LiaisonStore        *store,
                                      LiaisonEntity        entity,
                                      GArray              *ids,
                                      const int           *columns,
                                      guint                n_columns,
                                      LiaisonRowFormat     format,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
char  *liaison_row_text_write_finish (LiaisonStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
