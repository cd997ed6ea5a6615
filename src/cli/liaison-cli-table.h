/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-cli-private.h"

G_BEGIN_DECLS

/* How an answer of many lines is written. */
typedef enum { LIAISON_CLI_TABLE, LIAISON_CLI_JSON, LIAISON_CLI_CSV } LiaisonCliFormat;

/**
 * LiaisonCliTable:
 *
 * Writes lines of one shape to standard output as they come: a JSON array of objects, CSV (RFC 4180), or a table for people, which keeps its
 * lines until the end to align them.
 */
typedef struct _LiaisonCliTable LiaisonCliTable;

/**
 * liaison_cli_format_parse:
 * @name: (nullable): table, json or csv; %NULL is table
 *
 * Returns: %FALSE where it is none of them
 */
gboolean         liaison_cli_format_parse (const char *name, LiaisonCliFormat *format);

/**
 * liaison_cli_table_new:
 * @columns: the names that stand over a table or CSV, ended by %NULL
 */
LiaisonCliTable *liaison_cli_table_new    (LiaisonCliFormat format, const char * const *columns);

/**
 * liaison_cli_table_add:
 * @line: (transfer none): of type a(sv), each value of type s, b, x or as; where columns are missing in it, they stay empty
 *
 * A line of a table or CSV has the columns of the head in its order; a JSON object has what the line has.  In CSV a text that a spreadsheet would
 * take for a formula is put behind an apostrophe.
 */
void             liaison_cli_table_add    (LiaisonCliTable *table, GVariant *line);

/* Writes what is left, and frees the table. */
void             liaison_cli_table_end    (LiaisonCliTable *table);

G_END_DECLS
