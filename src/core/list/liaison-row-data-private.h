/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-row.h"

G_BEGIN_DECLS

/* The most columns that an entity has. */
#define LIAISON_ROW_MOST_COLUMNS 14

/**
 * LiaisonRowData:
 * @id: the record's key; of the head of a group its number, -1 for the first
 * @records: of the head of a group, how many engagements are in it; @counted the counted ones of these
 * @texts: what a person reads, by column; never %NULL
 * @wholes: by column, what the text shortens, a line for each; "" where it is the text itself
 * @terms: by column, a term of the query language that finds what has the same value; "" where there is none
 *
 * What a row shows of a record: made on a thread that reads the store, not changed any more afterwards, and shared by reference.
 */
typedef struct
{
  gint32      id;
  int         form;
  int         status;
  int         evidence;
  int         sensitivity;
  int         side;
  guint       records;
  guint       counted;
  const char *uuid;
  const char *texts[LIAISON_ROW_MOST_COLUMNS];
  const char *wholes[LIAISON_ROW_MOST_COLUMNS];
  const char *terms[LIAISON_ROW_MOST_COLUMNS];
  char        block[]; /* what the pointers above point into */
} LiaisonRowData;

/**
 * LiaisonRowTexts:
 *
 * The texts of a row while they are gathered; %NULL is "".
 */
typedef struct
{
  char *texts[LIAISON_ROW_MOST_COLUMNS];
  char *wholes[LIAISON_ROW_MOST_COLUMNS];
  char *terms[LIAISON_ROW_MOST_COLUMNS];
} LiaisonRowTexts;

void            liaison_row_texts_clear (LiaisonRowTexts *texts);

/**
 * liaison_row_data_new:
 * @model: the numbers; its texts are not looked at
 *
 * Returns: (transfer full): a copy of it all, in one piece
 */
LiaisonRowData *liaison_row_data_new   (const LiaisonRowData  *model,
                                        const char            *uuid,
                                        const LiaisonRowTexts *texts);
LiaisonRowData *liaison_row_data_ref   (LiaisonRowData *data);
void            liaison_row_data_unref (LiaisonRowData *data);

/* Whether both show the same of the same record. */
gboolean        liaison_row_data_equal (const LiaisonRowData *a, const LiaisonRowData *b);

/**
 * liaison_row_data_load:
 * @ids: keys of records of @entity
 *
 * Reads what the rows of some records show, as of one moment.
 *
 * Returns: (transfer full) (element-type LiaisonRowData): those of the records that are there; %NULL with an error
 */
GPtrArray      *liaison_row_data_load  (LiaisonDb *db, LiaisonEntity entity, const gint32 *ids, guint n_ids, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonRowTexts, liaison_row_texts_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonRowData, liaison_row_data_unref)

G_END_DECLS
