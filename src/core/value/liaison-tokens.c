/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-tokens.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

static const LiaisonToken sensitivities_tokens[] = {
  { LIAISON_SENSITIVITY_PUBLIC, "public", "sensitivity", NC_ ("sensitivity", "Public") },
  { LIAISON_SENSITIVITY_INTERNAL, "internal", "sensitivity", NC_ ("sensitivity", "Internal") },
  { LIAISON_SENSITIVITY_CONFIDENTIAL, "confidential", "sensitivity", NC_ ("sensitivity", "Confidential") },
  { 0 },
};

static const LiaisonToken sides_tokens[] = {
  { LIAISON_SIDE_OURS, "ours", "side", NC_ ("side", "Ours") },
  { LIAISON_SIDE_THEIRS, "theirs", "side", NC_ ("side", "Theirs") },
  { LIAISON_SIDE_THIRD, "third", "side", NC_ ("side", "Third") },
  { 0 },
};

static const LiaisonToken levels_tokens[] = {
  { LIAISON_LEVEL_HEAD_OF_STATE, "head-of-state", "level", NC_ ("level", "Head of state") },
  { LIAISON_LEVEL_HEAD_OF_GOVERNMENT, "head-of-government", "level", NC_ ("level", "Head of government") },
  { LIAISON_LEVEL_HEAD_OF_INTERNATIONAL_ORGANISATION, "head-of-international-organisation", "level", NC_ ("level", "Head of international organisation") },
  { LIAISON_LEVEL_MINISTER, "minister", "level", NC_ ("level", "Minister") },
  { LIAISON_LEVEL_DEPUTY_MINISTER, "deputy-minister", "level", NC_ ("level", "Deputy minister") },
  { LIAISON_LEVEL_NATIONAL_SECURITY_ADVISER, "national-security-adviser", "level", NC_ ("level", "National security adviser") },
  { LIAISON_LEVEL_CHIEF_OF_DEFENCE, "chief-of-defence", "level", NC_ ("level", "Chief of defence") },
  { LIAISON_LEVEL_HEAD_OF_MISSION, "head-of-mission", "level", NC_ ("level", "Head of mission") },
  { LIAISON_LEVEL_SENIOR_OFFICIAL, "senior-official", "level", NC_ ("level", "Senior official") },
  { LIAISON_LEVEL_OFFICIAL, "official", "level", NC_ ("level", "Official") },
  { 0 },
};

static const LiaisonToken portfolios_tokens[] = {
  { LIAISON_PORTFOLIO_FOREIGN_AFFAIRS, "foreign-affairs", "portfolio", NC_ ("portfolio", "Foreign affairs") },
  { LIAISON_PORTFOLIO_DEFENCE, "defence", "portfolio", NC_ ("portfolio", "Defence") },
  { LIAISON_PORTFOLIO_ARMED_FORCES, "armed-forces", "portfolio", NC_ ("portfolio", "Armed forces") },
  { LIAISON_PORTFOLIO_FINANCE, "finance", "portfolio", NC_ ("portfolio", "Finance") },
  { LIAISON_PORTFOLIO_SECURITY, "security", "portfolio", NC_ ("portfolio", "Security") },
  { LIAISON_PORTFOLIO_OTHER, "other", "portfolio", NC_ ("portfolio", "Other") },
  { 0 },
};

static const LiaisonToken tenures_tokens[] = {
  { LIAISON_TENURE_SUBSTANTIVE, "substantive", "tenure", NC_ ("tenure", "Substantive") },
  { LIAISON_TENURE_ACTING, "acting", "tenure", NC_ ("tenure", "Acting") },
  { LIAISON_TENURE_INTERIM, "interim", "tenure", NC_ ("tenure", "Interim") },
  { LIAISON_TENURE_DESIGNATE, "designate", "tenure", NC_ ("tenure", "Designate") },
  { 0 },
};

static const LiaisonToken organisation_kinds_tokens[] = {
  { LIAISON_ORGANISATION_STATE, "state", "kind of organisation", NC_ ("kind of organisation", "State") },
  { LIAISON_ORGANISATION_MINISTRY, "ministry", "kind of organisation", NC_ ("kind of organisation", "Ministry") },
  { LIAISON_ORGANISATION_MISSION, "mission", "kind of organisation", NC_ ("kind of organisation", "Mission") },
  { LIAISON_ORGANISATION_INTERNATIONAL, "international-organisation", "kind of organisation", NC_ ("kind of organisation", "International organisation") },
  { LIAISON_ORGANISATION_GROUPING, "grouping", "kind of organisation", NC_ ("kind of organisation", "Grouping") },
  { LIAISON_ORGANISATION_PARLIAMENT, "parliament", "kind of organisation", NC_ ("kind of organisation", "Parliament") },
  { LIAISON_ORGANISATION_PARTY, "party", "kind of organisation", NC_ ("kind of organisation", "Party") },
  { LIAISON_ORGANISATION_COMPANY, "company", "kind of organisation", NC_ ("kind of organisation", "Company") },
  { LIAISON_ORGANISATION_NGO, "ngo", "kind of organisation", NC_ ("kind of organisation", "Non-governmental organisation") },
  { LIAISON_ORGANISATION_MEDIA, "media", "kind of organisation", NC_ ("kind of organisation", "Media") },
  { 0 },
};

static const LiaisonToken forms_tokens[] = {
  { LIAISON_FORM_PHONE_CALL, "phone-call", "form", NC_ ("form", "Phone call") },
  { LIAISON_FORM_VIDEO_CALL, "video-call", "form", NC_ ("form", "Video call") },
  { LIAISON_FORM_MEETING, "meeting", "form", NC_ ("form", "Meeting") },
  { LIAISON_FORM_PULL_ASIDE, "pull-aside", "form", NC_ ("form", "Pull-aside") },
  { LIAISON_FORM_WORKING_MEAL, "working-meal", "form", NC_ ("form", "Working meal") },
  { LIAISON_FORM_VISIT_MADE, "visit-made", "form", NC_ ("form", "Visit made") },
  { LIAISON_FORM_VISIT_HOSTED, "visit-hosted", "form", NC_ ("form", "Visit hosted") },
  { LIAISON_FORM_MULTILATERAL_SESSION, "multilateral-session", "form", NC_ ("form", "Multilateral session") },
  { LIAISON_FORM_CEREMONY, "ceremony", "form", NC_ ("form", "Ceremony") },
  { LIAISON_FORM_LETTER, "letter", "form", NC_ ("form", "Letter") },
  { LIAISON_FORM_MESSAGE, "message", "form", NC_ ("form", "Message") },
  { LIAISON_FORM_UNSPECIFIED, "unspecified", "form", NC_ ("form", "Unspecified") },
  { 0 },
};

static const LiaisonToken groups_tokens[] = {
  { LIAISON_GROUP_CALLS, "calls", "group", NC_ ("group", "Calls") },
  { LIAISON_GROUP_MEETINGS, "meetings", "group", NC_ ("group", "Meetings") },
  { LIAISON_GROUP_UNSPECIFIED, "unspecified", "group", NC_ ("group", "Unspecified") },
  { LIAISON_GROUP_SESSIONS, "sessions", "group", NC_ ("group", "Sessions") },
  { LIAISON_GROUP_CEREMONIES, "ceremonies", "group", NC_ ("group", "Ceremonies") },
  { LIAISON_GROUP_WRITTEN, "written", "group", NC_ ("group", "Written") },
  { LIAISON_GROUP_TRAVEL, "travel", "group", NC_ ("group", "Travel") },
  { 0 },
};

static const LiaisonToken precisions_tokens[] = {
  { LIAISON_PRECISION_MINUTE, "minute", "precision", NC_ ("precision", "Minute") },
  { LIAISON_PRECISION_DAY, "day", "precision", NC_ ("precision", "Day") },
  { LIAISON_PRECISION_MONTH, "month", "precision", NC_ ("precision", "Month") },
  { LIAISON_PRECISION_YEAR, "year", "precision", NC_ ("precision", "Year") },
  { LIAISON_PRECISION_ABOUT, "about", "precision", NC_ ("precision", "About") },
  { LIAISON_PRECISION_BETWEEN, "between", "precision", NC_ ("precision", "Between") },
  { 0 },
};

static const LiaisonToken initiateds_tokens[] = {
  { LIAISON_INITIATED_OURS, "ours", "initiated", NC_ ("initiated", "Ours") },
  { LIAISON_INITIATED_THEIRS, "theirs", "initiated", NC_ ("initiated", "Theirs") },
  { LIAISON_INITIATED_MUTUAL, "mutual", "initiated", NC_ ("initiated", "Mutual") },
  { LIAISON_INITIATED_UNKNOWN, "unknown", "initiated", NC_ ("initiated", "Unknown") },
  { 0 },
};

static const LiaisonToken statuses_tokens[] = {
  { LIAISON_STATUS_PLANNED, "planned", "status", NC_ ("status", "Planned") },
  { LIAISON_STATUS_HELD, "held", "status", NC_ ("status", "Held") },
  { LIAISON_STATUS_NOT_HELD, "not-held", "status", NC_ ("status", "Not held") },
  { LIAISON_STATUS_CANCELLED, "cancelled", "status", NC_ ("status", "Cancelled") },
  { LIAISON_STATUS_POSTPONED, "postponed", "status", NC_ ("status", "Postponed") },
  { 0 },
};

static const LiaisonToken evidences_tokens[] = {
  { LIAISON_EVIDENCE_REPORT, "report", "evidence", NC_ ("evidence", "Report") },
  { LIAISON_EVIDENCE_ANNOUNCEMENT, "announcement", "evidence", NC_ ("evidence", "Announcement") },
  { LIAISON_EVIDENCE_NONE, "none", "evidence", NC_ ("evidence", "None") },
  { 0 },
};

static const LiaisonToken roles_tokens[] = {
  { LIAISON_ROLE_PRINCIPAL, "principal", "role", NC_ ("role", "Principal") },
  { LIAISON_ROLE_CHAIR, "chair", "role", NC_ ("role", "Chair") },
  { LIAISON_ROLE_HOST, "host", "role", NC_ ("role", "Host") },
  { LIAISON_ROLE_PLUS_ONE, "plus-one", "role", NC_ ("role", "Plus-one") },
  { LIAISON_ROLE_NOTE_TAKER, "note-taker", "role", NC_ ("role", "Note-taker") },
  { LIAISON_ROLE_INTERPRETER, "interpreter", "role", NC_ ("role", "Interpreter") },
  { LIAISON_ROLE_OBSERVER, "observer", "role", NC_ ("role", "Observer") },
  { 0 },
};

static const LiaisonToken attendances_tokens[] = {
  { LIAISON_ATTENDANCE_ATTENDED, "attended", "attendance", NC_ ("attendance", "Attended") },
  { LIAISON_ATTENDANCE_INVITED, "invited", "attendance", NC_ ("attendance", "Invited") },
  { LIAISON_ATTENDANCE_DECLINED, "declined", "attendance", NC_ ("attendance", "Declined") },
  { LIAISON_ATTENDANCE_ABSENT, "absent", "attendance", NC_ ("attendance", "Absent") },
  { LIAISON_ATTENDANCE_REPRESENTED, "represented", "attendance", NC_ ("attendance", "Represented") },
  { 0 },
};

static const LiaisonToken readout_kinds_tokens[] = {
  { LIAISON_READOUT_PRESS_RELEASE, "press-release", "kind of readout", NC_ ("kind of readout", "Press release") },
  { LIAISON_READOUT_JOINT_STATEMENT, "joint-statement", "kind of readout", NC_ ("kind of readout", "Joint statement") },
  { LIAISON_READOUT_TRANSCRIPT, "transcript", "kind of readout", NC_ ("kind of readout", "Transcript") },
  { LIAISON_READOUT_INTERNAL_NOTE, "internal-note", "kind of readout", NC_ ("kind of readout", "Internal note") },
  { LIAISON_READOUT_POST, "post", "kind of readout", NC_ ("kind of readout", "Post") },
  { LIAISON_READOUT_MEDIA_REPORT, "media-report", "kind of readout", NC_ ("kind of readout", "Media report") },
  { 0 },
};

static const LiaisonToken follow_up_statuses_tokens[] = {
  { LIAISON_FOLLOW_UP_NEEDS_ACTION, "needs-action", "status of a follow-up", NC_ ("status of a follow-up", "Needs action") },
  { LIAISON_FOLLOW_UP_IN_PROGRESS, "in-progress", "status of a follow-up", NC_ ("status of a follow-up", "In progress") },
  { LIAISON_FOLLOW_UP_DONE, "done", "status of a follow-up", NC_ ("status of a follow-up", "Done") },
  { LIAISON_FOLLOW_UP_DROPPED, "dropped", "status of a follow-up", NC_ ("status of a follow-up", "Dropped") },
  { 0 },
};

static const LiaisonToken countses_tokens[] = {
  { LIAISON_COUNTS_OCCASIONS, "occasions", "what is counted", NC_ ("what is counted", "Occasions") },
  { LIAISON_COUNTS_HEADS, "heads", "what is counted", NC_ ("what is counted", "Heads") },
  { 0 },
};

static const LiaisonToken bounds_tokens[] = {
  { LIAISON_BOUND_EXACT, "exact", "bound", NC_ ("bound", "Exact") },
  { LIAISON_BOUND_AT_LEAST, "at-least", "bound", NC_ ("bound", "At least") },
  { LIAISON_BOUND_UNSTATED, "unstated", "bound", NC_ ("bound", "Unstated") },
  { 0 },
};

static const LiaisonToken entities_tokens[] = {
  { LIAISON_ENTITY_ENGAGEMENTS, "engagements", "entity", NC_ ("entity", "Engagements") },
  { LIAISON_ENTITY_CONTACTS, "contacts", "entity", NC_ ("entity", "Contacts") },
  { LIAISON_ENTITY_ORGANISATIONS, "organisations", "entity", NC_ ("entity", "Organisations") },
  { 0 },
};

static const LiaisonToken audiences_tokens[] = {
  { LIAISON_AUDIENCE_PUBLIC, "public", "audience", NC_ ("audience", "Public") },
  { LIAISON_AUDIENCE_INTERNAL, "internal", "audience", NC_ ("audience", "Internal") },
  { 0 },
};

const LiaisonVocabulary liaison_sensitivities = { "sensitivity", sensitivities_tokens };
const LiaisonVocabulary liaison_sides = { "side", sides_tokens };
const LiaisonVocabulary liaison_levels = { "level", levels_tokens };
const LiaisonVocabulary liaison_portfolios = { "portfolio", portfolios_tokens };
const LiaisonVocabulary liaison_tenures = { "tenure", tenures_tokens };
const LiaisonVocabulary liaison_organisation_kinds = { "kind of organisation", organisation_kinds_tokens };
const LiaisonVocabulary liaison_forms = { "form", forms_tokens };
const LiaisonVocabulary liaison_groups = { "group", groups_tokens };
const LiaisonVocabulary liaison_precisions = { "precision", precisions_tokens };
const LiaisonVocabulary liaison_initiateds = { "initiated", initiateds_tokens };
const LiaisonVocabulary liaison_statuses = { "status", statuses_tokens };
const LiaisonVocabulary liaison_evidences = { "evidence", evidences_tokens };
const LiaisonVocabulary liaison_roles = { "role", roles_tokens };
const LiaisonVocabulary liaison_attendances = { "attendance", attendances_tokens };
const LiaisonVocabulary liaison_readout_kinds = { "kind of readout", readout_kinds_tokens };
const LiaisonVocabulary liaison_follow_up_statuses = { "status of a follow-up", follow_up_statuses_tokens };
const LiaisonVocabulary liaison_countses = { "what is counted", countses_tokens };
const LiaisonVocabulary liaison_bounds = { "bound", bounds_tokens };
const LiaisonVocabulary liaison_entities = { "entity", entities_tokens };
const LiaisonVocabulary liaison_audiences = { "audience", audiences_tokens };

static const LiaisonToken *
find_value (const LiaisonVocabulary *vocabulary,
            int                      value)
{
  for (const LiaisonToken *token = vocabulary->tokens; token->token; token++)
    {
      if (token->value == value)
        return token;
    }

  return NULL;
}

int
liaison_vocabulary_parse (const LiaisonVocabulary *vocabulary,
                          const char              *token)
{
  g_return_val_if_fail (vocabulary != NULL, 0);

  for (const LiaisonToken *known = vocabulary->tokens; known->token; known++)
    {
      if (g_strcmp0 (known->token, token) == 0)
        return known->value;
    }

  return 0;
}

const char *
liaison_vocabulary_get_token (const LiaisonVocabulary *vocabulary,
                              int                      value)
{
  const LiaisonToken *token = find_value (vocabulary, value);

  return token ? token->token : NULL;
}

const char *
liaison_vocabulary_get_label (const LiaisonVocabulary *vocabulary,
                              int                      value)
{
  const LiaisonToken *token = find_value (vocabulary, value);

  return token ? g_dpgettext2 (GETTEXT_PACKAGE, token->context, token->label) : "";
}

char *
liaison_vocabulary_list (const LiaisonVocabulary *vocabulary)
{
  GString *list = g_string_new (NULL);

  for (const LiaisonToken *token = vocabulary->tokens; token->token; token++)
    g_string_append_printf (list, "%s%s", list->len ? ", " : "", token->token);

  return g_string_free (list, FALSE);
}
