/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-row-data-private.h"
#include "liaison-sql-private.h"

G_BEGIN_DECLS

/* How the row of one record is read; liaison-row-load.c has the rows of contacts and organisations. */

/* One engagement, ?1; and its participants, ?1. */
extern const char liaison_row_engagement_text[];
extern const char liaison_row_participants_text[];

/**
 * liaison_row_read_engagement:
 * @row: stands on the row of liaison_row_engagement_text
 * @more: liaison_row_participants_text, bound to the same engagement
 *
 * Returns: (transfer full): what the row shows; %NULL with an error
 */
LiaisonRowData *liaison_row_read_engagement (LiaisonSql *row, LiaisonSql *more, GError **error);

/* Makes the row of what was gathered; column 0 of @row is the record's UUID. */
LiaisonRowData *liaison_row_read_end        (LiaisonSql *row, const LiaisonRowData *model, const LiaisonRowTexts *texts);

/* Fills in the texts of a column that are the same for all entities. */
void            liaison_row_read_sensitivity (LiaisonRowTexts *texts, int column, int sensitivity);
void            liaison_row_read_modified    (LiaisonRowTexts *texts, int column, gint64 seconds);
void            liaison_row_read_country     (LiaisonRowTexts *texts, int column, const char *code);
void            liaison_row_read_token       (LiaisonRowTexts *texts, int column, const char *key, const LiaisonVocabulary *vocabulary, int value);

/**
 * liaison_row_make_term:
 * @key: a key of the query language
 *
 * Returns: (transfer full): a term with a value in quotation marks; "" where there is no value
 */
char           *liaison_row_make_term       (const char *key, const char *value);

G_END_DECLS
