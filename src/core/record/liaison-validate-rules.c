/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-validate-private.h"

#include "liaison-date.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_set (const LiaisonRecord *record,
        guint                field)
{
  return !liaison_record_field_is_empty (record, field);
}

static gboolean
get_date (const LiaisonRecord *record,
          guint                field,
          LiaisonDate         *date)
{
  return is_set (record, field) && liaison_date_parse (liaison_record_get_text (record, field), date, NULL);
}

/* Whether all that @end may be is before all that @start may be; a date that cannot be read is told where it stands. */
static gboolean
is_before (const LiaisonRecord *record,
           guint                end,
           guint                start)
{
  LiaisonDate first, last;

  if (!get_date (record, start, &first) || !get_date (record, end, &last))
    return FALSE;

  if (liaison_date_last_day (&last) != liaison_date_first_day (&first))
    return liaison_date_last_day (&last) < liaison_date_first_day (&first);

  return first.minute >= 0 && last.minute >= 0 && last.minute < first.minute;
}

/* Engagements */

static gboolean
check_precision (const LiaisonRecord  *record,
                 guint                 field,
                 guint                 other,
                 GError              **error)
{
  LiaisonPrecision precision = liaison_record_get_integer (record, field);
  gsize length = strlen (liaison_record_get_text (record, LIAISON_ENGAGEMENT_START));

  if (length == 0)
    return precision == 0 || liaison_validate_refuse (error, _("Nothing can be said of the precision of a start that is not given."));

  switch (precision)
    {
    case LIAISON_PRECISION_MINUTE:
      return length == strlen ("2021-12-09T15:30") || liaison_validate_refuse (error, _("The start must have a time, as in 2021-12-09T15:30."));

    case LIAISON_PRECISION_DAY:
    case LIAISON_PRECISION_ABOUT:
    case LIAISON_PRECISION_BETWEEN:
      return length == strlen ("2021-12-09") || liaison_validate_refuse (error, _("The start must be a day without a time, as in 2021-12-09."));

    case LIAISON_PRECISION_MONTH:
      return length == strlen ("2021-12") || liaison_validate_refuse (error, _("The start must be a month, as in 2021-12."));

    case LIAISON_PRECISION_YEAR:
      return length == strlen ("2021") || liaison_validate_refuse (error, _("The start must be a year, as in 2021."));

    default:
      return liaison_validate_refuse (error, _("Choose how precisely the start is known."));
    }
}

static gboolean
check_end (const LiaisonRecord  *record,
           guint                 field,
           guint                 other,
           GError              **error)
{
  gboolean is_between = liaison_record_get_integer (record, LIAISON_ENGAGEMENT_PRECISION) == LIAISON_PRECISION_BETWEEN;
  LiaisonDate end;

  if (!is_set (record, field))
    return !is_between || liaison_validate_refuse (error, _("Give the last day that it may have been."));
  if (!is_set (record, LIAISON_ENGAGEMENT_START))
    return liaison_validate_refuse (error, _("There is an end, but no start."));
  if (is_between && get_date (record, field, &end) && (end.day == 0 || end.minute >= 0))
    return liaison_validate_refuse (error, _("This must be a day without a time, as in 2021-12-24."));

  return !is_before (record, field, LIAISON_ENGAGEMENT_START) || liaison_validate_refuse (error, _("The end is before the start."));
}

static gboolean
check_zone (const LiaisonRecord  *record,
            guint                 field,
            guint                 other,
            GError              **error)
{
  return !is_set (record, field) || liaison_validate_zone (liaison_record_get_text (record, field), error);
}

/* Participations and memberships */

static gboolean
check_participant (const LiaisonRecord  *record,
                   guint                 field,
                   guint                 other,
                   GError              **error)
{
  guint n_set = is_set (record, LIAISON_PARTICIPATION_CONTACT) + is_set (record, LIAISON_PARTICIPATION_ORGANISATION)
    + is_set (record, LIAISON_PARTICIPATION_COUNTRY);

  /* That nobody takes part is told at the first of the three fields, that there are too many at those that are filled in. */
  if (n_set == 0 && field == LIAISON_PARTICIPATION_CONTACT)
    return liaison_validate_refuse (error, _("Choose a contact, an organisation or a country."));

  return n_set < 2 || !is_set (record, field) || liaison_validate_refuse (error, _("Choose only one: a contact, an organisation or a country."));
}

static gboolean
check_seat (const LiaisonRecord  *record,
            guint                 field,
            guint                 other,
            GError              **error)
{
  return !is_set (record, LIAISON_PARTICIPATION_SEAT_COUNTRY) || !is_set (record, LIAISON_PARTICIPATION_SEAT_ORGANISATION)
    || liaison_validate_refuse (error, _("Choose only one: a country or an organisation."));
}

static gboolean
check_member (const LiaisonRecord  *record,
              guint                 field,
              guint                 other,
              GError              **error)
{
  gboolean has_country = is_set (record, LIAISON_MEMBERSHIP_COUNTRY);
  gboolean has_organisation = is_set (record, LIAISON_MEMBERSHIP_ORGANISATION);

  if (!has_country && !has_organisation && field == LIAISON_MEMBERSHIP_COUNTRY)
    return liaison_validate_refuse (error, _("Choose a country or an organisation."));
  if (field == LIAISON_MEMBERSHIP_ORGANISATION && has_organisation
      && g_str_equal (liaison_record_get_text (record, field), liaison_record_get_text (record, LIAISON_MEMBERSHIP_GROUPING)))
    return liaison_validate_refuse (error, _("A grouping cannot be a member of itself."));

  return !has_country || !has_organisation || liaison_validate_refuse (error, _("Choose only one: a country or an organisation."));
}

static gboolean
check_former (const LiaisonRecord  *record,
              guint                 field,
              guint                 other,
              GError              **error)
{
  return is_set (record, field) != is_set (record, other)
    || liaison_validate_refuse (error, _("Give either the contact or the organisation that it was merged into."));
}

static gboolean
check_distinction (const LiaisonRecord  *record,
                   guint                 field,
                   guint                 other,
                   GError              **error)
{
  return g_strcmp0 (liaison_record_get_text (record, field), liaison_record_get_text (record, other)) != 0
    || liaison_validate_refuse (error, _("A contact cannot be told apart from itself."));
}

/* Periods */

static gboolean
check_period (const LiaisonRecord  *record,
              guint                 field,
              guint                 other,
              GError              **error)
{
  return !is_before (record, field, other) || liaison_validate_refuse (error, _("The end is before the beginning."));
}

/* Others */

static gboolean
check_number (const LiaisonRecord  *record,
              guint                 field,
              guint                 other,
              GError              **error)
{
  gboolean is_stated = liaison_record_get_integer (record, LIAISON_STATED_TOTAL_BOUND) != LIAISON_BOUND_UNSTATED;

  if (is_stated && !is_set (record, field))
    return liaison_validate_refuse (error, _("Give the number that is stated, or choose “Unstated” as its bound."));

  return is_stated || !is_set (record, field) || liaison_validate_refuse (error, _("A number is given, but its bound is “Unstated”."));
}

static gboolean
check_countries (const LiaisonRecord  *record,
                 guint                 field,
                 guint                 other,
                 GError              **error)
{
  for (const char * const *code = liaison_record_get_list (record, field); *code != NULL; code++)
    {
      if (!liaison_validate_country (*code, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_emails (const LiaisonRecord  *record,
              guint                 field,
              guint                 other,
              GError              **error)
{
  for (const char * const *address = liaison_record_get_list (record, field); *address != NULL; address++)
    {
      if (!liaison_validate_email (*address, error))
        return FALSE;
    }

  return TRUE;
}

/* @other: a field that the check looks at as well, where it is not always the same one */
typedef struct
{
  LiaisonKind kind;
  guint       field;
  gboolean  (*check) (const LiaisonRecord *record, guint field, guint other, GError **error);
  guint       other;
} Rule;

static const Rule rules[] = {
  { LIAISON_KIND_STORE, LIAISON_STORE_HOME_ZONE, check_zone },
  { LIAISON_KIND_MEMBERSHIP, LIAISON_MEMBERSHIP_COUNTRY, check_member },
  { LIAISON_KIND_MEMBERSHIP, LIAISON_MEMBERSHIP_ORGANISATION, check_member },
  { LIAISON_KIND_MEMBERSHIP, LIAISON_MEMBERSHIP_TO, check_period, LIAISON_MEMBERSHIP_FROM },
  { LIAISON_KIND_CONTACT, LIAISON_CONTACT_EMAIL, check_emails },
  { LIAISON_KIND_POST, LIAISON_POST_TO, check_period, LIAISON_POST_FROM },
  { LIAISON_KIND_ENGAGEMENT, LIAISON_ENGAGEMENT_PRECISION, check_precision },
  { LIAISON_KIND_ENGAGEMENT, LIAISON_ENGAGEMENT_END, check_end },
  { LIAISON_KIND_ENGAGEMENT, LIAISON_ENGAGEMENT_ZONE, check_zone },
  { LIAISON_KIND_PARTICIPATION, LIAISON_PARTICIPATION_CONTACT, check_participant },
  { LIAISON_KIND_PARTICIPATION, LIAISON_PARTICIPATION_ORGANISATION, check_participant },
  { LIAISON_KIND_PARTICIPATION, LIAISON_PARTICIPATION_COUNTRY, check_participant },
  { LIAISON_KIND_PARTICIPATION, LIAISON_PARTICIPATION_SEAT_ORGANISATION, check_seat },
  { LIAISON_KIND_STATED_TOTAL, LIAISON_STATED_TOTAL_COUNTRIES, check_countries },
  { LIAISON_KIND_STATED_TOTAL, LIAISON_STATED_TOTAL_NUMBER, check_number },
  { LIAISON_KIND_STATED_TOTAL, LIAISON_STATED_TOTAL_TO, check_period, LIAISON_STATED_TOTAL_FROM },
  { LIAISON_KIND_FORMER, LIAISON_FORMER_CONTACT, check_former, LIAISON_FORMER_ORGANISATION },
  { LIAISON_KIND_DISTINCTION, LIAISON_DISTINCTION_OTHER, check_distinction, LIAISON_DISTINCTION_CONTACT },
  { LIAISON_KIND_REPORT, LIAISON_REPORT_TO, check_period, LIAISON_REPORT_FROM },
  { LIAISON_KIND_HIGHLIGHT, LIAISON_HIGHLIGHT_TO, check_period, LIAISON_HIGHLIGHT_FROM },
};

gboolean
liaison_validate_rules (const LiaisonRecord  *record,
                        guint                 field,
                        GError              **error)
{
  LiaisonKind kind = liaison_record_get_kind (record);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (rules[i].kind == kind && rules[i].field == field && !rules[i].check (record, field, rules[i].other, error))
        return FALSE;
    }

  return TRUE;
}
