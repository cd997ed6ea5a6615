/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-tokens.h"

G_BEGIN_DECLS

/*
 * The kinds of record and their fields, described once.  The store's columns, the change log, Liaison JSON and its schema,
 * validation and the forms are all driven by these tables: a field is added here and in a migration, and nowhere else.
 */

/* In an order in which every record comes after those that it refers to, its own kind excepted. */
typedef enum {
  LIAISON_KIND_ORGANISATION,
  LIAISON_KIND_STORE,
  LIAISON_KIND_MEMBERSHIP,
  LIAISON_KIND_CONTACT,
  LIAISON_KIND_POST,
  LIAISON_KIND_TOPIC,
  LIAISON_KIND_ENGAGEMENT,
  LIAISON_KIND_PARTICIPATION,
  LIAISON_KIND_READOUT,
  LIAISON_KIND_FOLLOW_UP,
  LIAISON_KIND_STATED_TOTAL,
  LIAISON_KIND_SAVED_SEARCH,
  LIAISON_KIND_REPORT,
  LIAISON_KIND_HIGHLIGHT,
  LIAISON_KIND_ISSUE,
  LIAISON_KIND_FORMER,
  LIAISON_KIND_DISTINCTION,
  LIAISON_N_KINDS
} LiaisonKind;

/**
 * LiaisonFieldType:
 * @LIAISON_FIELD_TEXT: one line
 * @LIAISON_FIELD_PROSE: several lines
 * @LIAISON_FIELD_ADDRESS: a web address, http or https
 * @LIAISON_FIELD_DATE: ISO 8601, truncated to what is known: "2021", "2021-12", "2021-12-09", "2021-12-09T15:30"
 * @LIAISON_FIELD_COUNTRY: an ISO 3166-1 alpha-2 code (former codes and XK allowed)
 * @LIAISON_FIELD_LIST: several texts; kept in one column, a line each
 * @LIAISON_FIELD_TOKEN: a value of a vocabulary; an integer in the store, its token elsewhere
 * @LIAISON_FIELD_INTEGER: 0 is "not stated"
 * @LIAISON_FIELD_BOOLEAN: 0 or 1
 * @LIAISON_FIELD_LINK: another record, by its UUID; its integer key in the store
 * @LIAISON_FIELD_LINKS: several other records, in order; a table KIND_FIELD (owner, target, position) in the store
 */
typedef enum {
  LIAISON_FIELD_TEXT,
  LIAISON_FIELD_PROSE,
  LIAISON_FIELD_ADDRESS,
  LIAISON_FIELD_DATE,
  LIAISON_FIELD_COUNTRY,
  LIAISON_FIELD_LIST,
  LIAISON_FIELD_TOKEN,
  LIAISON_FIELD_INTEGER,
  LIAISON_FIELD_BOOLEAN,
  LIAISON_FIELD_LINK,
  LIAISON_FIELD_LINKS,
} LiaisonFieldType;

/**
 * LiaisonFieldFlags:
 * @LIAISON_FIELD_REQUIRED: a record without it is refused
 * @LIAISON_FIELD_OWNER: the link's target owns this record: it is deleted with it
 * @LIAISON_FIELD_CLEARED: when the link's target is deleted, the link is emptied; without this flag the deletion is refused
 */
typedef enum {
  LIAISON_FIELD_PLAIN    = 0,
  LIAISON_FIELD_REQUIRED = 1 << 0,
  LIAISON_FIELD_OWNER    = 1 << 1,
  LIAISON_FIELD_CLEARED  = 1 << 2,
} LiaisonFieldFlags;

typedef struct
{
  const char              *name;       /* column, and key in Liaison JSON */
  LiaisonFieldType         type;
  LiaisonFieldFlags        flags;
  const LiaisonVocabulary *vocabulary; /* of a token */
  LiaisonKind              target;     /* of a link or links */
  const char              *label;      /* untranslated, context "field" */
} LiaisonField;

/**
 * LiaisonKindInfo:
 * @name: table, and "record" in Liaison JSON
 * @label: what a person calls one such record; untranslated, context "kind"
 * @fields: in the order in which they are written
 */
typedef struct
{
  const char         *name;
  const char         *label;
  const LiaisonField *fields;
  guint               n_fields;
} LiaisonKindInfo;

enum { LIAISON_STORE_NAME, LIAISON_STORE_OWN_COUNTRY, LIAISON_STORE_OWN_ORGANISATION, LIAISON_STORE_HOME_ZONE };

enum {
  LIAISON_ORGANISATION_NAME,
  LIAISON_ORGANISATION_SHORT_NAME,
  LIAISON_ORGANISATION_OTHER_NAMES,
  LIAISON_ORGANISATION_KIND,
  LIAISON_ORGANISATION_COUNTRY,
  LIAISON_ORGANISATION_PARENT,
  LIAISON_ORGANISATION_ADDRESS,
  LIAISON_ORGANISATION_NOTE,
  LIAISON_ORGANISATION_ARCHIVED,
};

enum {
  LIAISON_MEMBERSHIP_GROUPING,
  LIAISON_MEMBERSHIP_COUNTRY,
  LIAISON_MEMBERSHIP_ORGANISATION,
  LIAISON_MEMBERSHIP_FROM,
  LIAISON_MEMBERSHIP_TO,
};

enum {
  LIAISON_CONTACT_NAME,
  LIAISON_CONTACT_PREFIX,
  LIAISON_CONTACT_GIVEN,
  LIAISON_CONTACT_ADDITIONAL,
  LIAISON_CONTACT_FAMILY,
  LIAISON_CONTACT_SUFFIX,
  LIAISON_CONTACT_SORT_NAME,
  LIAISON_CONTACT_OTHER_NAMES,
  LIAISON_CONTACT_SIDE,
  LIAISON_CONTACT_COUNTRY,
  LIAISON_CONTACT_EMAIL,
  LIAISON_CONTACT_TELEPHONE,
  LIAISON_CONTACT_NOTE,
  LIAISON_CONTACT_TAGS,
  LIAISON_CONTACT_CADENCE,
  LIAISON_CONTACT_ARCHIVED,
};

enum {
  LIAISON_POST_CONTACT,
  LIAISON_POST_TITLE,
  LIAISON_POST_ORGANISATION,
  LIAISON_POST_LEVEL,
  LIAISON_POST_PORTFOLIO,
  LIAISON_POST_TENURE,
  LIAISON_POST_PRIMARY,
  LIAISON_POST_FROM,
  LIAISON_POST_TO,
};

enum { LIAISON_TOPIC_NAME, LIAISON_TOPIC_PARENT };

enum {
  LIAISON_ENGAGEMENT_TITLE,
  LIAISON_ENGAGEMENT_START,
  LIAISON_ENGAGEMENT_END,
  LIAISON_ENGAGEMENT_PRECISION,
  LIAISON_ENGAGEMENT_ZONE,
  LIAISON_ENGAGEMENT_FORM,
  LIAISON_ENGAGEMENT_FORMAT,
  LIAISON_ENGAGEMENT_PARENT,
  LIAISON_ENGAGEMENT_PLACE,
  LIAISON_ENGAGEMENT_COUNTRY,
  LIAISON_ENGAGEMENT_PURPOSE,
  LIAISON_ENGAGEMENT_SUMMARY,
  LIAISON_ENGAGEMENT_INITIATED,
  LIAISON_ENGAGEMENT_STATUS,
  LIAISON_ENGAGEMENT_EVIDENCE,
  LIAISON_ENGAGEMENT_TOPICS,
};

enum {
  LIAISON_PARTICIPATION_ENGAGEMENT,
  LIAISON_PARTICIPATION_CONTACT,
  LIAISON_PARTICIPATION_ORGANISATION,
  LIAISON_PARTICIPATION_COUNTRY,
  LIAISON_PARTICIPATION_HEAD_COUNT,
  LIAISON_PARTICIPATION_SIDE,
  LIAISON_PARTICIPATION_SEAT_COUNTRY,
  LIAISON_PARTICIPATION_SEAT_ORGANISATION,
  LIAISON_PARTICIPATION_POST,
  LIAISON_PARTICIPATION_ROLE,
  LIAISON_PARTICIPATION_ATTENDANCE,
  LIAISON_PARTICIPATION_TITLE,
  LIAISON_PARTICIPATION_POSITION,
};

enum {
  LIAISON_READOUT_TITLE,
  LIAISON_READOUT_ISSUER,
  LIAISON_READOUT_SIDE,
  LIAISON_READOUT_KIND,
  LIAISON_READOUT_ADDRESS,
  LIAISON_READOUT_LANGUAGE,
  LIAISON_READOUT_PUBLISHED,
  LIAISON_READOUT_ACCESSED,
  LIAISON_READOUT_TEXT,
  LIAISON_READOUT_ENGAGEMENTS,
};

enum {
  LIAISON_FOLLOW_UP_ENGAGEMENT,
  LIAISON_FOLLOW_UP_TEXT,
  LIAISON_FOLLOW_UP_OWNER,
  LIAISON_FOLLOW_UP_DUE,
  LIAISON_FOLLOW_UP_STATUS,
};

enum {
  LIAISON_STATED_TOTAL_TEXT,
  LIAISON_STATED_TOTAL_PRINCIPALS,
  LIAISON_STATED_TOTAL_OFFICES,
  LIAISON_STATED_TOTAL_COUNTERPARTS,
  LIAISON_STATED_TOTAL_COUNTRIES,
  LIAISON_STATED_TOTAL_ORGANISATIONS,
  LIAISON_STATED_TOTAL_COUNTS,
  LIAISON_STATED_TOTAL_FORM,
  LIAISON_STATED_TOTAL_NUMBER,
  LIAISON_STATED_TOTAL_BOUND,
  LIAISON_STATED_TOTAL_FROM,
  LIAISON_STATED_TOTAL_TO,
  LIAISON_STATED_TOTAL_READOUT,
  LIAISON_STATED_TOTAL_COVERED_ENGAGEMENTS,
  LIAISON_STATED_TOTAL_COVERED_TOTALS,
};

enum {
  LIAISON_SAVED_SEARCH_NAME,
  LIAISON_SAVED_SEARCH_ENTITY,
  LIAISON_SAVED_SEARCH_QUERY,
  LIAISON_SAVED_SEARCH_ICON,
  LIAISON_SAVED_SEARCH_POSITION,
};

enum {
  LIAISON_REPORT_NAME,
  LIAISON_REPORT_TITLE,
  LIAISON_REPORT_OPENING,
  LIAISON_REPORT_QUERY,
  LIAISON_REPORT_FROM,
  LIAISON_REPORT_TO,
  LIAISON_REPORT_AUDIENCE,
  LIAISON_REPORT_OVERVIEW_ORDER,
  LIAISON_REPORT_WITH_ANNEX,
  LIAISON_REPORT_WITHOUT_FOOTNOTES,
};

enum {
  LIAISON_HIGHLIGHT_REPORT,
  LIAISON_HIGHLIGHT_MEASURE,
  LIAISON_HIGHLIGHT_QUERY,
  LIAISON_HIGHLIGHT_FROM,
  LIAISON_HIGHLIGHT_TO,
  LIAISON_HIGHLIGHT_WORDING,
  LIAISON_HIGHLIGHT_POSITION,
};

enum {
  LIAISON_ISSUE_REPORT,
  LIAISON_ISSUE_ISSUED,
  LIAISON_ISSUE_TEXT,
  LIAISON_ISSUE_FIGURES,
  LIAISON_ISSUE_RECORDS,
  LIAISON_ISSUE_HASH,
};

/* What a contact or an organisation was before it was merged into another one: the record has the UUID of the one that is gone, so that a
 * file that still names it finds the one that stayed. */
enum { LIAISON_FORMER_CONTACT, LIAISON_FORMER_ORGANISATION };

/* Two contacts that look like one and are not. */
enum { LIAISON_DISTINCTION_CONTACT, LIAISON_DISTINCTION_OTHER };

/**
 * liaison_kind_get_info:
 * @kind: a kind
 *
 * Returns: (transfer none): its description, constant
 */
const LiaisonKindInfo *liaison_kind_get_info   (LiaisonKind kind);

/**
 * liaison_kind_parse:
 * @name: (nullable): a kind's name, as in Liaison JSON
 *
 * Returns: the kind, or %LIAISON_N_KINDS where there is none of that name
 */
LiaisonKind            liaison_kind_parse      (const char *name);

/**
 * liaison_kind_get_label:
 *
 * Returns: (transfer none): what a person calls one such record, translated
 */
const char            *liaison_kind_get_label  (LiaisonKind kind);

/**
 * liaison_kind_find_field:
 * @kind: a kind
 * @name: a field's name
 *
 * Returns: the index of the field, or -1
 */
int                    liaison_kind_find_field (LiaisonKind kind, const char *name);

/**
 * liaison_field_get_label:
 *
 * Returns: (transfer none): what a person calls the field, translated
 */
const char            *liaison_field_get_label (const LiaisonField *field);

/* A record's sensitivity is no field of its kind, but is told, compared and changed as one. */
#define LIAISON_FIELD_SENSITIVITY G_MAXUINT

/**
 * liaison_kind_get_field_label:
 * @field: the index of one of its fields, or %LIAISON_FIELD_SENSITIVITY
 *
 * Returns: (transfer none): what a person calls the field, translated
 */
const char            *liaison_kind_get_field_label (LiaisonKind kind, guint field);

/**
 * liaison_field_is_text:
 *
 * Returns: whether the field's value in a record is a text (a link is one: a UUID)
 */
gboolean               liaison_field_is_text   (const LiaisonField *field);

/**
 * liaison_field_is_list:
 *
 * Returns: whether the field's value in a record is a list of texts (links are one: UUIDs)
 */
gboolean               liaison_field_is_list   (const LiaisonField *field);

G_END_DECLS
