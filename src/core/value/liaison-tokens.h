/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The closed vocabularies of the records.  Each value has a token (kebab case: what the query language, the command line and the
 * exchange formats say) and a label (translated: what a person reads).  In every vocabulary 0 is "not stated", which the store keeps
 * as 0 and the exchange formats leave out.  The integers are stored: never renumber them.
 */

typedef enum { LIAISON_SENSITIVITY_PUBLIC = 1, LIAISON_SENSITIVITY_INTERNAL, LIAISON_SENSITIVITY_CONFIDENTIAL } LiaisonSensitivity;

typedef enum { LIAISON_SIDE_OURS = 1, LIAISON_SIDE_THEIRS, LIAISON_SIDE_THIRD } LiaisonSide;

typedef enum {
  LIAISON_LEVEL_HEAD_OF_STATE = 1,
  LIAISON_LEVEL_HEAD_OF_GOVERNMENT,
  LIAISON_LEVEL_HEAD_OF_INTERNATIONAL_ORGANISATION,
  LIAISON_LEVEL_MINISTER,
  LIAISON_LEVEL_DEPUTY_MINISTER,
  LIAISON_LEVEL_NATIONAL_SECURITY_ADVISER,
  LIAISON_LEVEL_CHIEF_OF_DEFENCE,
  LIAISON_LEVEL_HEAD_OF_MISSION,
  LIAISON_LEVEL_SENIOR_OFFICIAL,
  LIAISON_LEVEL_OFFICIAL,
} LiaisonLevel;

typedef enum {
  LIAISON_PORTFOLIO_FOREIGN_AFFAIRS = 1,
  LIAISON_PORTFOLIO_DEFENCE,
  LIAISON_PORTFOLIO_ARMED_FORCES,
  LIAISON_PORTFOLIO_FINANCE,
  LIAISON_PORTFOLIO_SECURITY,
  LIAISON_PORTFOLIO_OTHER,
} LiaisonPortfolio;

typedef enum { LIAISON_TENURE_SUBSTANTIVE = 1, LIAISON_TENURE_ACTING, LIAISON_TENURE_INTERIM, LIAISON_TENURE_DESIGNATE } LiaisonTenure;

typedef enum {
  LIAISON_ORGANISATION_STATE = 1,
  LIAISON_ORGANISATION_MINISTRY,
  LIAISON_ORGANISATION_MISSION,
  LIAISON_ORGANISATION_INTERNATIONAL,
  LIAISON_ORGANISATION_GROUPING,
  LIAISON_ORGANISATION_PARLIAMENT,
  LIAISON_ORGANISATION_PARTY,
  LIAISON_ORGANISATION_COMPANY,
  LIAISON_ORGANISATION_NGO,
  LIAISON_ORGANISATION_MEDIA,
} LiaisonOrganisationKind;

typedef enum {
  LIAISON_FORM_PHONE_CALL = 1,
  LIAISON_FORM_VIDEO_CALL,
  LIAISON_FORM_MEETING,
  LIAISON_FORM_PULL_ASIDE,
  LIAISON_FORM_WORKING_MEAL,
  LIAISON_FORM_VISIT_MADE,
  LIAISON_FORM_VISIT_HOSTED,
  LIAISON_FORM_MULTILATERAL_SESSION,
  LIAISON_FORM_CEREMONY,
  LIAISON_FORM_LETTER,
  LIAISON_FORM_MESSAGE,
  LIAISON_FORM_UNSPECIFIED,
} LiaisonForm;

/* The groups of the counting rules; a container (a visit with a held child) is in none. */
typedef enum {
  LIAISON_GROUP_CALLS = 1,
  LIAISON_GROUP_MEETINGS,
  LIAISON_GROUP_UNSPECIFIED,
  LIAISON_GROUP_SESSIONS,
  LIAISON_GROUP_CEREMONIES,
  LIAISON_GROUP_WRITTEN,
  LIAISON_GROUP_TRAVEL,
} LiaisonGroup;

typedef enum {
  LIAISON_PRECISION_MINUTE = 1,
  LIAISON_PRECISION_DAY,
  LIAISON_PRECISION_MONTH,
  LIAISON_PRECISION_YEAR,
  LIAISON_PRECISION_ABOUT,
  LIAISON_PRECISION_BETWEEN,
} LiaisonPrecision;

typedef enum { LIAISON_INITIATED_OURS = 1, LIAISON_INITIATED_THEIRS, LIAISON_INITIATED_MUTUAL, LIAISON_INITIATED_UNKNOWN } LiaisonInitiated;

typedef enum {
  LIAISON_STATUS_PLANNED = 1,
  LIAISON_STATUS_HELD,
  LIAISON_STATUS_NOT_HELD,
  LIAISON_STATUS_CANCELLED,
  LIAISON_STATUS_POSTPONED,
} LiaisonStatus;

typedef enum { LIAISON_EVIDENCE_REPORT = 1, LIAISON_EVIDENCE_ANNOUNCEMENT, LIAISON_EVIDENCE_NONE } LiaisonEvidence;

typedef enum {
  LIAISON_ROLE_PRINCIPAL = 1,
  LIAISON_ROLE_CHAIR,
  LIAISON_ROLE_HOST,
  LIAISON_ROLE_PLUS_ONE,
  LIAISON_ROLE_NOTE_TAKER,
  LIAISON_ROLE_INTERPRETER,
  LIAISON_ROLE_OBSERVER,
} LiaisonRole;

typedef enum {
  LIAISON_ATTENDANCE_ATTENDED = 1,
  LIAISON_ATTENDANCE_INVITED,
  LIAISON_ATTENDANCE_DECLINED,
  LIAISON_ATTENDANCE_ABSENT,
  LIAISON_ATTENDANCE_REPRESENTED,
} LiaisonAttendance;

typedef enum {
  LIAISON_READOUT_PRESS_RELEASE = 1,
  LIAISON_READOUT_JOINT_STATEMENT,
  LIAISON_READOUT_TRANSCRIPT,
  LIAISON_READOUT_INTERNAL_NOTE,
  LIAISON_READOUT_POST,
  LIAISON_READOUT_MEDIA_REPORT,
} LiaisonReadoutKind;

typedef enum {
  LIAISON_FOLLOW_UP_NEEDS_ACTION = 1,
  LIAISON_FOLLOW_UP_IN_PROGRESS,
  LIAISON_FOLLOW_UP_DONE,
  LIAISON_FOLLOW_UP_DROPPED,
} LiaisonFollowUpStatus;

typedef enum { LIAISON_COUNTS_OCCASIONS = 1, LIAISON_COUNTS_HEADS } LiaisonCounts;

typedef enum { LIAISON_BOUND_EXACT = 1, LIAISON_BOUND_AT_LEAST, LIAISON_BOUND_UNSTATED } LiaisonBound;

typedef enum { LIAISON_ENTITY_ENGAGEMENTS = 1, LIAISON_ENTITY_CONTACTS, LIAISON_ENTITY_ORGANISATIONS } LiaisonEntity;

typedef enum { LIAISON_AUDIENCE_PUBLIC = 1, LIAISON_AUDIENCE_INTERNAL } LiaisonAudience;

typedef struct
{
  int         value;
  const char *token;
  const char *context; /* of the label, for gettext */
  const char *label;   /* untranslated */
} LiaisonToken;

/**
 * LiaisonVocabulary:
 * @name: what the vocabulary is called in messages ("form", "status"…)
 * @tokens: its values in the order in which a person is offered them, ended by a %NULL token
 */
typedef struct
{
  const char         *name;
  const LiaisonToken *tokens;
} LiaisonVocabulary;

extern const LiaisonVocabulary liaison_sensitivities, liaison_sides, liaison_levels, liaison_portfolios, liaison_tenures,
  liaison_organisation_kinds, liaison_forms, liaison_groups, liaison_precisions, liaison_initiateds, liaison_statuses,
  liaison_evidences, liaison_roles, liaison_attendances, liaison_readout_kinds, liaison_follow_up_statuses, liaison_countses,
  liaison_bounds, liaison_entities, liaison_audiences;

/**
 * liaison_vocabulary_parse:
 * @vocabulary: a vocabulary
 * @token: (nullable): a token
 *
 * Returns: the value of @token, or 0 where the vocabulary does not have it
 */
int         liaison_vocabulary_parse     (const LiaisonVocabulary *vocabulary, const char *token);

/**
 * liaison_vocabulary_get_token:
 *
 * Returns: the token of @value, or %NULL for 0 and for values that the vocabulary does not have
 */
const char *liaison_vocabulary_get_token (const LiaisonVocabulary *vocabulary, int value);

/**
 * liaison_vocabulary_get_label:
 *
 * Returns: the label of @value in the person's language, or "" for 0 and for values that the vocabulary does not have
 */
const char *liaison_vocabulary_get_label (const LiaisonVocabulary *vocabulary, int value);

/**
 * liaison_vocabulary_list:
 *
 * Returns: (transfer full): the tokens as one text, "report, announcement, none", for messages
 */
char       *liaison_vocabulary_list      (const LiaisonVocabulary *vocabulary);

G_END_DECLS
