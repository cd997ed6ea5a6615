/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"
#include "liaison-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* The columns of the three lists; also what they are sorted by.  Tokens for the command line: liaison_row_column_parse(). */
typedef enum {
  LIAISON_ENGAGEMENT_COLUMN_DATE,
  LIAISON_ENGAGEMENT_COLUMN_FORM,
  LIAISON_ENGAGEMENT_COLUMN_PRINCIPALS,
  LIAISON_ENGAGEMENT_COLUMN_COUNTERPARTS,
  LIAISON_ENGAGEMENT_COLUMN_COUNTRIES,
  LIAISON_ENGAGEMENT_COLUMN_TITLE,
  LIAISON_ENGAGEMENT_COLUMN_STATUS,
  LIAISON_ENGAGEMENT_COLUMN_FORMAT,
  LIAISON_ENGAGEMENT_COLUMN_PLACE,
  LIAISON_ENGAGEMENT_COLUMN_TOPICS,
  LIAISON_ENGAGEMENT_COLUMN_EVIDENCE,
  LIAISON_ENGAGEMENT_COLUMN_INITIATED,
  LIAISON_ENGAGEMENT_COLUMN_SENSITIVITY,
  LIAISON_ENGAGEMENT_COLUMN_MODIFIED,
  LIAISON_N_ENGAGEMENT_COLUMNS
} LiaisonEngagementColumn;

typedef enum {
  LIAISON_CONTACT_COLUMN_NAME,
  LIAISON_CONTACT_COLUMN_SIDE,
  LIAISON_CONTACT_COLUMN_TITLE,
  LIAISON_CONTACT_COLUMN_COUNTRY,
  LIAISON_CONTACT_COLUMN_ENGAGEMENTS,
  LIAISON_CONTACT_COLUMN_LAST,
  LIAISON_CONTACT_COLUMN_TAGS,
  LIAISON_CONTACT_COLUMN_EMAIL,
  LIAISON_CONTACT_COLUMN_TELEPHONE,
  LIAISON_CONTACT_COLUMN_SENSITIVITY,
  LIAISON_CONTACT_COLUMN_MODIFIED,
  LIAISON_N_CONTACT_COLUMNS
} LiaisonContactColumn;

typedef enum {
  LIAISON_ORGANISATION_COLUMN_NAME,
  LIAISON_ORGANISATION_COLUMN_SHORT_NAME,
  LIAISON_ORGANISATION_COLUMN_KIND,
  LIAISON_ORGANISATION_COLUMN_COUNTRY,
  LIAISON_ORGANISATION_COLUMN_ENGAGEMENTS,
  LIAISON_ORGANISATION_COLUMN_LAST,
  LIAISON_ORGANISATION_COLUMN_PARENT,
  LIAISON_ORGANISATION_COLUMN_SENSITIVITY,
  LIAISON_ORGANISATION_COLUMN_MODIFIED,
  LIAISON_N_ORGANISATION_COLUMNS
} LiaisonOrganisationColumn;

#define LIAISON_TYPE_ROW (liaison_row_get_type ())

/**
 * LiaisonRow:
 *
 * A row of a list: an object that stays the same while what it shows is loaded, dropped and loaded again.  Its properties are flat and have
 * empty defaults, so that an expression never looks through %NULL.  "changed" is emitted when what it shows has changed.
 *
 * Used on the main thread only.
 */
G_DECLARE_FINAL_TYPE (LiaisonRow, liaison_row, LIAISON, ROW, GObject)

/* The record's key; 0 in a row that stands for nothing yet, less in the head of a group. */
gint32      liaison_row_get_id        (LiaisonRow *self);

/**
 * liaison_row_get_group:
 * @records: (out) (optional): how many engagements are in the group
 * @counted: (out) (optional): of these, the counted ones
 *
 * Returns: (transfer none) (nullable): what the group is called that the row is the head of; %NULL where the row is a record
 */
const char *liaison_row_get_group     (LiaisonRow *self, guint *records, guint *counted);

/* Whether its texts are there; a row that is not loaded shows empty cells. */
gboolean    liaison_row_is_loaded     (LiaisonRow *self);

/* "" until it is loaded. */
const char *liaison_row_get_uuid      (LiaisonRow *self);

/**
 * liaison_row_get_text:
 * @column: a column of the list's entity
 *
 * Returns: (transfer none): what a person reads there, in their locale: dates in the short form, labels instead of tokens; "" until loaded
 */
const char *liaison_row_get_text      (LiaisonRow *self, int column);

/**
 * liaison_row_get_whole:
 * @column: a column of the list's entity
 *
 * Returns: (transfer none): what liaison_row_get_text() shortens, a line for each: all who took part, the names of all countries; else the
 *   same text
 */
const char *liaison_row_get_whole     (LiaisonRow *self, int column);

/**
 * liaison_row_get_term:
 * @column: a column of the list's entity
 *
 * Returns: (transfer none): a term of the query language that finds the records with the same value, as "form:phone-call"; "" where there is none
 */
const char *liaison_row_get_term      (LiaisonRow *self, int column);

/* For the icon and the marks of a row; 0 until loaded, and where the entity has none. */
int         liaison_row_get_form        (LiaisonRow *self);
int         liaison_row_get_status      (LiaisonRow *self);
int         liaison_row_get_evidence    (LiaisonRow *self);
int         liaison_row_get_sensitivity (LiaisonRow *self);
int         liaison_row_get_side        (LiaisonRow *self);

/**
 * liaison_row_column_parse:
 * @token: a column's token: date, form, principals, counterparts, countries, title, status, format, place, topics, evidence, initiated,
 *   sensitivity, modified; name, side, title, country, engagements, last, tags, email, telephone, sensitivity, modified; name, short-name,
 *   kind, country, engagements, last, parent, sensitivity, modified
 *
 * Returns: the column, or -1
 */
int         liaison_row_column_parse     (LiaisonEntity entity, const char *token);
const char *liaison_row_column_get_token (LiaisonEntity entity, int column);
/* How many columns an entity has. */
int         liaison_row_column_count     (LiaisonEntity entity);
/* The head of the column, translated. */
const char *liaison_row_column_get_label (LiaisonEntity entity, int column);

G_END_DECLS
