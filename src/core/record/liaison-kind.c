/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-kind.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

#define FIELD(name, type, flags, label) { name, LIAISON_FIELD_##type, flags, NULL, 0, label }
#define TOKEN(name, words, flags, label) { name, LIAISON_FIELD_TOKEN, flags, &liaison_##words, 0, label }
#define LINK(name, kind, flags, label) { name, LIAISON_FIELD_LINK, flags, NULL, LIAISON_KIND_##kind, label }
#define LINKS(name, kind, flags, label) { name, LIAISON_FIELD_LINKS, flags, NULL, LIAISON_KIND_##kind, label }

#define PLAIN LIAISON_FIELD_PLAIN
#define REQUIRED LIAISON_FIELD_REQUIRED
#define OWNER LIAISON_FIELD_OWNER
#define CLEARED LIAISON_FIELD_CLEARED

static const LiaisonField organisation_fields[] = {
  [LIAISON_ORGANISATION_NAME] = FIELD ("name", TEXT, REQUIRED, NC_ ("field", "Name")),
  [LIAISON_ORGANISATION_SHORT_NAME] = FIELD ("short_name", TEXT, PLAIN, NC_ ("field", "Short name")),
  [LIAISON_ORGANISATION_OTHER_NAMES] = FIELD ("other_names", LIST, PLAIN, NC_ ("field", "Other names")),
  [LIAISON_ORGANISATION_KIND] = TOKEN ("kind", organisation_kinds, REQUIRED, NC_ ("field", "Kind")),
  [LIAISON_ORGANISATION_COUNTRY] = FIELD ("country", COUNTRY, PLAIN, NC_ ("field", "Country")),
  [LIAISON_ORGANISATION_PARENT] = LINK ("parent", ORGANISATION, CLEARED, NC_ ("field", "Part of")),
  [LIAISON_ORGANISATION_ADDRESS] = FIELD ("address", ADDRESS, PLAIN, NC_ ("field", "Web address")),
  [LIAISON_ORGANISATION_NOTE] = FIELD ("note", PROSE, PLAIN, NC_ ("field", "Note")),
  [LIAISON_ORGANISATION_ARCHIVED] = FIELD ("archived", BOOLEAN, PLAIN, NC_ ("field", "Archived")),
};

static const LiaisonField store_fields[] = {
  [LIAISON_STORE_NAME] = FIELD ("name", TEXT, PLAIN, NC_ ("field", "Name")),
  [LIAISON_STORE_OWN_COUNTRY] = FIELD ("own_country", COUNTRY, PLAIN, NC_ ("field", "Own country")),
  [LIAISON_STORE_OWN_ORGANISATION] = LINK ("own_organisation", ORGANISATION, CLEARED, NC_ ("field", "Own organisation")),
  [LIAISON_STORE_HOME_ZONE] = FIELD ("home_zone", TEXT, PLAIN, NC_ ("field", "Home time zone")),
};

static const LiaisonField membership_fields[] = {
  [LIAISON_MEMBERSHIP_GROUPING] = LINK ("grouping", ORGANISATION, REQUIRED | OWNER, NC_ ("field", "Grouping")),
  [LIAISON_MEMBERSHIP_COUNTRY] = FIELD ("country", COUNTRY, PLAIN, NC_ ("field", "Country")),
  [LIAISON_MEMBERSHIP_ORGANISATION] = LINK ("organisation", ORGANISATION, OWNER, NC_ ("field", "Organisation")),
  [LIAISON_MEMBERSHIP_FROM] = FIELD ("from", DATE, PLAIN, NC_ ("field", "From")),
  [LIAISON_MEMBERSHIP_TO] = FIELD ("to", DATE, PLAIN, NC_ ("field", "To")),
};

static const LiaisonField contact_fields[] = {
  [LIAISON_CONTACT_NAME] = FIELD ("name", TEXT, REQUIRED, NC_ ("field", "Shown name")),
  [LIAISON_CONTACT_PREFIX] = FIELD ("prefix", TEXT, PLAIN, NC_ ("field", "Prefix")),
  [LIAISON_CONTACT_GIVEN] = FIELD ("given", TEXT, PLAIN, NC_ ("field", "Given name")),
  [LIAISON_CONTACT_ADDITIONAL] = FIELD ("additional", TEXT, PLAIN, NC_ ("field", "Additional names")),
  [LIAISON_CONTACT_FAMILY] = FIELD ("family", TEXT, PLAIN, NC_ ("field", "Family name")),
  [LIAISON_CONTACT_SUFFIX] = FIELD ("suffix", TEXT, PLAIN, NC_ ("field", "Suffix")),
  [LIAISON_CONTACT_SORT_NAME] = FIELD ("sort_name", TEXT, PLAIN, NC_ ("field", "Sort name")),
  [LIAISON_CONTACT_OTHER_NAMES] = FIELD ("other_names", LIST, PLAIN, NC_ ("field", "Other names and spellings")),
  [LIAISON_CONTACT_SIDE] = TOKEN ("side", sides, REQUIRED, NC_ ("field", "Side")),
  [LIAISON_CONTACT_COUNTRY] = FIELD ("country", COUNTRY, PLAIN, NC_ ("field", "Country")),
  [LIAISON_CONTACT_EMAIL] = FIELD ("email", LIST, PLAIN, NC_ ("field", "E-mail")),
  [LIAISON_CONTACT_TELEPHONE] = FIELD ("telephone", LIST, PLAIN, NC_ ("field", "Telephone")),
  [LIAISON_CONTACT_NOTE] = FIELD ("note", PROSE, PLAIN, NC_ ("field", "Note")),
  [LIAISON_CONTACT_TAGS] = FIELD ("tags", LIST, PLAIN, NC_ ("field", "Tags")),
  [LIAISON_CONTACT_CADENCE] = FIELD ("cadence", INTEGER, PLAIN, NC_ ("field", "Contact cadence in days")),
  [LIAISON_CONTACT_ARCHIVED] = FIELD ("archived", BOOLEAN, PLAIN, NC_ ("field", "Archived")),
};

static const LiaisonField post_fields[] = {
  [LIAISON_POST_CONTACT] = LINK ("contact", CONTACT, REQUIRED | OWNER, NC_ ("field", "Contact")),
  [LIAISON_POST_TITLE] = FIELD ("title", TEXT, REQUIRED, NC_ ("field", "Title")),
  [LIAISON_POST_ORGANISATION] = LINK ("organisation", ORGANISATION, PLAIN, NC_ ("field", "Organisation")),
  [LIAISON_POST_LEVEL] = TOKEN ("level", levels, PLAIN, NC_ ("field", "Level")),
  [LIAISON_POST_PORTFOLIO] = TOKEN ("portfolio", portfolios, PLAIN, NC_ ("field", "Portfolio")),
  [LIAISON_POST_TENURE] = TOKEN ("tenure", tenures, PLAIN, NC_ ("field", "Tenure")),
  [LIAISON_POST_PRIMARY] = FIELD ("primary", BOOLEAN, PLAIN, NC_ ("field", "Primary")),
  [LIAISON_POST_FROM] = FIELD ("from", DATE, PLAIN, NC_ ("field", "From")),
  [LIAISON_POST_TO] = FIELD ("to", DATE, PLAIN, NC_ ("field", "To")),
};

static const LiaisonField topic_fields[] = {
  [LIAISON_TOPIC_NAME] = FIELD ("name", TEXT, REQUIRED, NC_ ("field", "Name")),
  [LIAISON_TOPIC_PARENT] = LINK ("parent", TOPIC, CLEARED, NC_ ("field", "Part of")),
};

static const LiaisonField engagement_fields[] = {
  [LIAISON_ENGAGEMENT_TITLE] = FIELD ("title", TEXT, REQUIRED, NC_ ("field", "Title")),
  [LIAISON_ENGAGEMENT_START] = FIELD ("start", DATE, PLAIN, NC_ ("field", "Start")),
  [LIAISON_ENGAGEMENT_END] = FIELD ("end", DATE, PLAIN, NC_ ("field", "End")),
  [LIAISON_ENGAGEMENT_PRECISION] = TOKEN ("precision", precisions, PLAIN, NC_ ("field", "Precision of the date")),
  [LIAISON_ENGAGEMENT_ZONE] = FIELD ("zone", TEXT, PLAIN, NC_ ("field", "Time zone")),
  [LIAISON_ENGAGEMENT_FORM] = TOKEN ("form", forms, REQUIRED, NC_ ("field", "Form")),
  [LIAISON_ENGAGEMENT_FORMAT] = LINK ("format", ORGANISATION, PLAIN, NC_ ("field", "Format")),
  [LIAISON_ENGAGEMENT_PARENT] = LINK ("parent", ENGAGEMENT, CLEARED, NC_ ("field", "Part of")),
  [LIAISON_ENGAGEMENT_PLACE] = FIELD ("place", TEXT, PLAIN, NC_ ("field", "Place")),
  [LIAISON_ENGAGEMENT_COUNTRY] = FIELD ("country", COUNTRY, PLAIN, NC_ ("field", "Country")),
  [LIAISON_ENGAGEMENT_PURPOSE] = FIELD ("purpose", TEXT, PLAIN, NC_ ("field", "Purpose")),
  [LIAISON_ENGAGEMENT_SUMMARY] = FIELD ("summary", PROSE, PLAIN, NC_ ("field", "Summary")),
  [LIAISON_ENGAGEMENT_INITIATED] = TOKEN ("initiated", initiateds, PLAIN, NC_ ("field", "Initiated by")),
  [LIAISON_ENGAGEMENT_STATUS] = TOKEN ("status", statuses, REQUIRED, NC_ ("field", "Status")),
  [LIAISON_ENGAGEMENT_EVIDENCE] = TOKEN ("evidence", evidences, PLAIN, NC_ ("field", "Evidence")),
  [LIAISON_ENGAGEMENT_TOPICS] = LINKS ("topics", TOPIC, CLEARED, NC_ ("field", "Topics")),
};

static const LiaisonField participation_fields[] = {
  [LIAISON_PARTICIPATION_ENGAGEMENT] = LINK ("engagement", ENGAGEMENT, REQUIRED | OWNER, NC_ ("field", "Engagement")),
  [LIAISON_PARTICIPATION_CONTACT] = LINK ("contact", CONTACT, PLAIN, NC_ ("field", "Contact")),
  [LIAISON_PARTICIPATION_ORGANISATION] = LINK ("organisation", ORGANISATION, PLAIN, NC_ ("field", "Organisation")),
  [LIAISON_PARTICIPATION_COUNTRY] = FIELD ("country", COUNTRY, PLAIN, NC_ ("field", "Country")),
  [LIAISON_PARTICIPATION_HEAD_COUNT] = FIELD ("head_count", INTEGER, PLAIN, NC_ ("field", "Head count")),
  [LIAISON_PARTICIPATION_SIDE] = TOKEN ("side", sides, REQUIRED, NC_ ("field", "Side")),
  [LIAISON_PARTICIPATION_SEAT_COUNTRY] = FIELD ("seat_country", COUNTRY, PLAIN, NC_ ("field", "On behalf of country")),
  [LIAISON_PARTICIPATION_SEAT_ORGANISATION] = LINK ("seat_organisation", ORGANISATION, PLAIN, NC_ ("field", "On behalf of organisation")),
  [LIAISON_PARTICIPATION_POST] = LINK ("post", POST, CLEARED, NC_ ("field", "Post held in it")),
  [LIAISON_PARTICIPATION_ROLE] = TOKEN ("role", roles, PLAIN, NC_ ("field", "Role")),
  [LIAISON_PARTICIPATION_ATTENDANCE] = TOKEN ("attendance", attendances, PLAIN, NC_ ("field", "Attendance")),
  [LIAISON_PARTICIPATION_TITLE] = FIELD ("title", TEXT, PLAIN, NC_ ("field", "Title on that day")),
  [LIAISON_PARTICIPATION_POSITION] = FIELD ("position", INTEGER, PLAIN, NC_ ("field", "Position")),
};

static const LiaisonField readout_fields[] = {
  [LIAISON_READOUT_TITLE] = FIELD ("title", TEXT, PLAIN, NC_ ("field", "Title")),
  [LIAISON_READOUT_ISSUER] = FIELD ("issuer", TEXT, PLAIN, NC_ ("field", "Issuer")),
  [LIAISON_READOUT_SIDE] = TOKEN ("side", sides, PLAIN, NC_ ("field", "Side")),
  [LIAISON_READOUT_KIND] = TOKEN ("kind", readout_kinds, PLAIN, NC_ ("field", "Kind")),
  [LIAISON_READOUT_ADDRESS] = FIELD ("address", ADDRESS, PLAIN, NC_ ("field", "Web address")),
  [LIAISON_READOUT_LANGUAGE] = FIELD ("language", TEXT, PLAIN, NC_ ("field", "Language")),
  [LIAISON_READOUT_PUBLISHED] = FIELD ("published", DATE, PLAIN, NC_ ("field", "Published")),
  [LIAISON_READOUT_ACCESSED] = FIELD ("accessed", DATE, PLAIN, NC_ ("field", "Accessed")),
  [LIAISON_READOUT_TEXT] = FIELD ("text", PROSE, PLAIN, NC_ ("field", "Text")),
  [LIAISON_READOUT_ENGAGEMENTS] = LINKS ("engagements", ENGAGEMENT, CLEARED, NC_ ("field", "Engagements")),
};

static const LiaisonField follow_up_fields[] = {
  [LIAISON_FOLLOW_UP_ENGAGEMENT] = LINK ("engagement", ENGAGEMENT, REQUIRED | OWNER, NC_ ("field", "Engagement")),
  [LIAISON_FOLLOW_UP_TEXT] = FIELD ("text", TEXT, REQUIRED, NC_ ("field", "Text")),
  [LIAISON_FOLLOW_UP_OWNER] = LINK ("owner", CONTACT, CLEARED, NC_ ("field", "Owner")),
  [LIAISON_FOLLOW_UP_DUE] = FIELD ("due", DATE, PLAIN, NC_ ("field", "Due")),
  [LIAISON_FOLLOW_UP_STATUS] = TOKEN ("status", follow_up_statuses, REQUIRED, NC_ ("field", "Status")),
};

static const LiaisonField stated_total_fields[] = {
  [LIAISON_STATED_TOTAL_TEXT] = FIELD ("text", PROSE, REQUIRED, NC_ ("field", "As stated")),
  [LIAISON_STATED_TOTAL_PRINCIPALS] = LINKS ("principals", CONTACT, PLAIN, NC_ ("field", "Principals")),
  [LIAISON_STATED_TOTAL_OFFICES] = LINKS ("offices", ORGANISATION, PLAIN, NC_ ("field", "Offices")),
  [LIAISON_STATED_TOTAL_COUNTERPARTS] = LINKS ("counterparts", CONTACT, PLAIN, NC_ ("field", "Counterparts")),
  [LIAISON_STATED_TOTAL_COUNTRIES] = FIELD ("countries", LIST, PLAIN, NC_ ("field", "Countries")),
  [LIAISON_STATED_TOTAL_ORGANISATIONS] = LINKS ("organisations", ORGANISATION, PLAIN, NC_ ("field", "Organisations")),
  [LIAISON_STATED_TOTAL_COUNTS] = TOKEN ("counts", countses, REQUIRED, NC_ ("field", "Counts")),
  [LIAISON_STATED_TOTAL_FORM] = TOKEN ("form", forms, PLAIN, NC_ ("field", "Form")),
  [LIAISON_STATED_TOTAL_NUMBER] = FIELD ("number", INTEGER, PLAIN, NC_ ("field", "Number")),
  [LIAISON_STATED_TOTAL_BOUND] = TOKEN ("bound", bounds, REQUIRED, NC_ ("field", "Bound")),
  [LIAISON_STATED_TOTAL_FROM] = FIELD ("from", DATE, REQUIRED, NC_ ("field", "From")),
  [LIAISON_STATED_TOTAL_TO] = FIELD ("to", DATE, REQUIRED, NC_ ("field", "To")),
  [LIAISON_STATED_TOTAL_READOUT] = LINK ("readout", READOUT, PLAIN, NC_ ("field", "Source")),
  [LIAISON_STATED_TOTAL_COVERED_ENGAGEMENTS] = LINKS ("covered_engagements", ENGAGEMENT, CLEARED, NC_ ("field", "Covered engagements")),
  [LIAISON_STATED_TOTAL_COVERED_TOTALS] = LINKS ("covered_totals", STATED_TOTAL, CLEARED, NC_ ("field", "Covered totals")),
};

static const LiaisonField saved_search_fields[] = {
  [LIAISON_SAVED_SEARCH_NAME] = FIELD ("name", TEXT, REQUIRED, NC_ ("field", "Name")),
  [LIAISON_SAVED_SEARCH_ENTITY] = TOKEN ("entity", entities, REQUIRED, NC_ ("field", "Searches")),
  [LIAISON_SAVED_SEARCH_QUERY] = FIELD ("query", TEXT, PLAIN, NC_ ("field", "Query")),
  [LIAISON_SAVED_SEARCH_ICON] = FIELD ("icon", TEXT, PLAIN, NC_ ("field", "Icon")),
  [LIAISON_SAVED_SEARCH_POSITION] = FIELD ("position", INTEGER, PLAIN, NC_ ("field", "Position")),
};

static const LiaisonField report_fields[] = {
  [LIAISON_REPORT_NAME] = FIELD ("name", TEXT, REQUIRED, NC_ ("field", "Name")),
  [LIAISON_REPORT_TITLE] = FIELD ("title", TEXT, PLAIN, NC_ ("field", "Title")),
  [LIAISON_REPORT_OPENING] = FIELD ("opening", PROSE, PLAIN, NC_ ("field", "Opening")),
  [LIAISON_REPORT_QUERY] = FIELD ("query", TEXT, PLAIN, NC_ ("field", "Query")),
  [LIAISON_REPORT_FROM] = FIELD ("from", DATE, PLAIN, NC_ ("field", "From")),
  [LIAISON_REPORT_TO] = FIELD ("to", DATE, PLAIN, NC_ ("field", "To")),
  [LIAISON_REPORT_AUDIENCE] = TOKEN ("audience", audiences, PLAIN, NC_ ("field", "Audience")),
  [LIAISON_REPORT_OVERVIEW_ORDER] = FIELD ("overview_order", TEXT, PLAIN, NC_ ("field", "Order of the overview")),
  [LIAISON_REPORT_WITH_ANNEX] = FIELD ("with_annex", BOOLEAN, PLAIN, NC_ ("field", "With an annex of records")),
  [LIAISON_REPORT_WITHOUT_FOOTNOTES] = FIELD ("without_footnotes", BOOLEAN, PLAIN, NC_ ("field", "Without footnotes")),
};

static const LiaisonField highlight_fields[] = {
  [LIAISON_HIGHLIGHT_REPORT] = LINK ("report", REPORT, REQUIRED | OWNER, NC_ ("field", "Report")),
  [LIAISON_HIGHLIGHT_MEASURE] = FIELD ("measure", TEXT, REQUIRED, NC_ ("field", "Kind")),
  [LIAISON_HIGHLIGHT_QUERY] = FIELD ("query", TEXT, PLAIN, NC_ ("field", "Query")),
  [LIAISON_HIGHLIGHT_FROM] = FIELD ("from", DATE, PLAIN, NC_ ("field", "From")),
  [LIAISON_HIGHLIGHT_TO] = FIELD ("to", DATE, PLAIN, NC_ ("field", "To")),
  [LIAISON_HIGHLIGHT_WORDING] = FIELD ("wording", PROSE, PLAIN, NC_ ("field", "Wording")),
  [LIAISON_HIGHLIGHT_POSITION] = FIELD ("position", INTEGER, PLAIN, NC_ ("field", "Position")),
};

static const LiaisonField issue_fields[] = {
  [LIAISON_ISSUE_REPORT] = LINK ("report", REPORT, REQUIRED | OWNER, NC_ ("field", "Report")),
  [LIAISON_ISSUE_ISSUED] = FIELD ("issued", DATE, REQUIRED, NC_ ("field", "Issued")),
  [LIAISON_ISSUE_TEXT] = FIELD ("text", PROSE, PLAIN, NC_ ("field", "Text")),
  [LIAISON_ISSUE_FIGURES] = FIELD ("figures", PROSE, PLAIN, NC_ ("field", "Figures")),
  [LIAISON_ISSUE_RECORDS] = FIELD ("records", PROSE, PLAIN, NC_ ("field", "Records")),
  [LIAISON_ISSUE_HASH] = FIELD ("hash", TEXT, PLAIN, NC_ ("field", "Hash")),
};

static const LiaisonField former_fields[] = {
  [LIAISON_FORMER_CONTACT] = LINK ("contact", CONTACT, OWNER, NC_ ("field", "Contact")),
  [LIAISON_FORMER_ORGANISATION] = LINK ("organisation", ORGANISATION, OWNER, NC_ ("field", "Organisation")),
};

static const LiaisonField distinction_fields[] = {
  [LIAISON_DISTINCTION_CONTACT] = LINK ("contact", CONTACT, REQUIRED | OWNER, NC_ ("field", "Contact")),
  [LIAISON_DISTINCTION_OTHER] = LINK ("other", CONTACT, REQUIRED | OWNER, NC_ ("field", "Other contact")),
};

#define KIND(symbol, name, label) [LIAISON_KIND_##symbol] = { #name, label, name##_fields, G_N_ELEMENTS (name##_fields) }

static const LiaisonKindInfo kinds[] = {
  KIND (ORGANISATION, organisation, NC_ ("kind", "Organisation")),
  KIND (STORE, store, NC_ ("kind", "Store")),
  KIND (MEMBERSHIP, membership, NC_ ("kind", "Membership")),
  KIND (CONTACT, contact, NC_ ("kind", "Contact")),
  KIND (POST, post, NC_ ("kind", "Post")),
  KIND (TOPIC, topic, NC_ ("kind", "Topic")),
  KIND (ENGAGEMENT, engagement, NC_ ("kind", "Engagement")),
  KIND (PARTICIPATION, participation, NC_ ("kind", "Participation")),
  KIND (READOUT, readout, NC_ ("kind", "Readout")),
  KIND (FOLLOW_UP, follow_up, NC_ ("kind", "Follow-up")),
  KIND (STATED_TOTAL, stated_total, NC_ ("kind", "Stated total")),
  KIND (SAVED_SEARCH, saved_search, NC_ ("kind", "Saved search")),
  KIND (REPORT, report, NC_ ("kind", "Report")),
  KIND (HIGHLIGHT, highlight, NC_ ("kind", "Highlight")),
  KIND (ISSUE, issue, NC_ ("kind", "Issue")),
  /* Translators: what remains of a contact or an organisation that was merged into another one: its UUID */
  KIND (FORMER, former, NC_ ("kind", "Former identity")),
  /* Translators: that two contacts of a similar name are two people */
  KIND (DISTINCTION, distinction, NC_ ("kind", "Distinction")),
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == LIAISON_N_KINDS);

const LiaisonKindInfo *
liaison_kind_get_info (LiaisonKind kind)
{
  g_return_val_if_fail (kind < LIAISON_N_KINDS, NULL);

  return &kinds[kind];
}

LiaisonKind
liaison_kind_parse (const char *name)
{
  LiaisonKind kind = 0;

  while (kind < LIAISON_N_KINDS && g_strcmp0 (kinds[kind].name, name) != 0)
    kind++;

  return kind;
}

const char *
liaison_kind_get_label (LiaisonKind kind)
{
  g_return_val_if_fail (kind < LIAISON_N_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "kind", kinds[kind].label);
}

int
liaison_kind_find_field (LiaisonKind kind,
                         const char *name)
{
  g_return_val_if_fail (kind < LIAISON_N_KINDS, -1);

  for (guint i = 0; i < kinds[kind].n_fields; i++)
    {
      if (g_strcmp0 (kinds[kind].fields[i].name, name) == 0)
        return i;
    }

  return -1;
}

const char *
liaison_field_get_label (const LiaisonField *field)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "field", field->label);
}

const char *
liaison_kind_get_field_label (LiaisonKind kind,
                              guint       field)
{
  return field == LIAISON_FIELD_SENSITIVITY ? _("Sensitivity") : liaison_field_get_label (&liaison_kind_get_info (kind)->fields[field]);
}

gboolean
liaison_field_is_text (const LiaisonField *field)
{
  switch (field->type)
    {
    case LIAISON_FIELD_TEXT:
    case LIAISON_FIELD_PROSE:
    case LIAISON_FIELD_ADDRESS:
    case LIAISON_FIELD_DATE:
    case LIAISON_FIELD_COUNTRY:
    case LIAISON_FIELD_LINK:
      return TRUE;

    case LIAISON_FIELD_LIST:
    case LIAISON_FIELD_LINKS:
    case LIAISON_FIELD_TOKEN:
    case LIAISON_FIELD_INTEGER:
    case LIAISON_FIELD_BOOLEAN:
    default:
      return FALSE;
    }
}

gboolean
liaison_field_is_list (const LiaisonField *field)
{
  return field->type == LIAISON_FIELD_LIST || field->type == LIAISON_FIELD_LINKS;
}
