/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-plain-private.h"

#include "liaison-date.h"
#include "liaison-day.h"
#include "liaison-fold.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What people write for a form, folded; tokens of the vocabulary are understood as well. */
static const struct
{
  const char *words;
  LiaisonForm form;
} forms[] = {
  { "call", LIAISON_FORM_PHONE_CALL },
  { "telephone call", LIAISON_FORM_PHONE_CALL },
  { "video", LIAISON_FORM_VIDEO_CALL },
  { "video conference", LIAISON_FORM_VIDEO_CALL },
  { "videoconference", LIAISON_FORM_VIDEO_CALL },
  { "bilateral", LIAISON_FORM_MEETING },
  { "lunch", LIAISON_FORM_WORKING_MEAL },
  { "dinner", LIAISON_FORM_WORKING_MEAL },
  { "breakfast", LIAISON_FORM_WORKING_MEAL },
  { "multilateral", LIAISON_FORM_MULTILATERAL_SESSION },
  { "session", LIAISON_FORM_MULTILATERAL_SESSION },
  { "summit", LIAISON_FORM_MULTILATERAL_SESSION },
  { "", LIAISON_FORM_UNSPECIFIED },
};

/* Of a format these say no more than the form does. */
static const char * const empty_formats[] = { "bilateral", "trip", "trip abroad", "visit", "visit by a foreign leader", "call", "meeting" };

static LiaisonForm
get_visit (const char *direction)
{
  return g_strcmp0 (direction, "incoming") == 0 ? LIAISON_FORM_VISIT_HOSTED : LIAISON_FORM_VISIT_MADE;
}

static LiaisonForm
get_form (LiaisonPlain      *plain,
          LiaisonPlainEntry *entry)
{
  const char *text = liaison_plain_get_text (plain, entry, "form");
  g_autofree char *folded = liaison_fold (text);

  if (strcmp (folded, "visit") == 0)
    return get_visit (liaison_plain_get_text (plain, entry, "direction"));

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (strcmp (folded, forms[i].words) == 0)
        return forms[i].form;
    }
  for (const LiaisonToken *token = liaison_forms.tokens; token->token; token++)
    {
      g_autofree char *words = liaison_fold (token->token);

      if (strcmp (folded, words) == 0)
        return token->value;
    }
  liaison_plain_repair (plain, entry, _("There is no form “%s”; taken as unspecified."), text);

  return LIAISON_FORM_UNSPECIFIED;
}

static LiaisonPrecision
get_precision (const char *start,
               const char *precision)
{
  if (*start == '\0')
    return 0;
  if (*precision)
    return liaison_vocabulary_parse (&liaison_precisions, precision);

  switch (strlen (start))
    {
    case 4:
      return LIAISON_PRECISION_YEAR;

    case 7:
      return LIAISON_PRECISION_MONTH;

    case 10:
      return LIAISON_PRECISION_DAY;

    default:
      return LIAISON_PRECISION_MINUTE;
    }
}

/* What is to come is planned; what has been is taken as held, since a list of engagements says that they were. */
static LiaisonStatus
get_status (const LiaisonDate *start)
{
  return start->year > 0 && liaison_date_first_day (start) > liaison_day_today () ? LIAISON_STATUS_PLANNED : LIAISON_STATUS_HELD;
}

static void
set_dates (LiaisonPlain      *plain,
           LiaisonPlainEntry *entry,
           LiaisonRecord     *record)
{
  const char *start = liaison_plain_get_text (plain, entry, "date");
  const char *end = liaison_plain_get_text (plain, entry, "end_date");
  LiaisonDate first = { 0 };
  LiaisonDate last;
  g_autoptr (GError) reason = NULL;

  liaison_record_set_text (record, LIAISON_ENGAGEMENT_START, start);
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_PRECISION,
                              get_precision (start, liaison_plain_get_text (plain, entry, "date_precision")));
  /* A start that is no date is refused with the record. */
  if (*start)
    liaison_date_parse (start, &first, NULL);
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_STATUS, get_status (&first));

  if (*end == '\0' || strcmp (start, end) == 0)
    return;
  if (*start == '\0')
    liaison_plain_repair (plain, entry, _("The end “%s” is left out, since there is no start."), end);
  else if (!liaison_date_parse (end, &last, &reason))
    liaison_plain_repair (plain, entry, _("The end “%s” is left out: %s"), end, reason->message);
  else if (first.year > 0 && liaison_date_last_day (&last) < liaison_date_first_day (&first))
    liaison_plain_repair (plain, entry, _("The end, %s, is before the start, %s; left out."), end, start);
  else
    liaison_record_set_text (record, LIAISON_ENGAGEMENT_END, end);
}

/* A format that is the name of a grouping is that; what else there is says what the engagement was about. */
static void
set_format (LiaisonPlain      *plain,
            LiaisonPlainEntry *entry,
            LiaisonRecord     *record)
{
  const char *format = liaison_plain_get_text (plain, entry, "format");
  const char *organisation = liaison_plain_find_organisation (plain, format, NULL);
  g_autofree char *folded = liaison_fold (format);

  if (organisation == NULL)
    organisation = g_hash_table_lookup (plain->organisations, format);
  for (gsize i = 0; i < G_N_ELEMENTS (empty_formats); i++)
    {
      if (strcmp (folded, empty_formats[i]) == 0)
        return;
    }

  if (organisation)
    liaison_record_set_text (record, LIAISON_ENGAGEMENT_FORMAT, organisation);
  else
    liaison_record_set_text (record, LIAISON_ENGAGEMENT_PURPOSE, format);
}

/* Where it took place: a visitor's country is not the one that he came to. */
static void
set_place (LiaisonPlain      *plain,
           LiaisonPlainEntry *entry,
           LiaisonRecord     *record,
           GPtrArray         *ours)
{
  const char *country = liaison_plain_get_country (plain, entry, "country");

  if (liaison_record_get_integer (record, LIAISON_ENGAGEMENT_FORM) == LIAISON_FORM_VISIT_HOSTED)
    country = ours->len > 0 ? g_hash_table_lookup (plain->homes, ours->pdata[0]) : NULL;
  liaison_record_set_text (record, LIAISON_ENGAGEMENT_COUNTRY, country);
  liaison_record_set_text (record, LIAISON_ENGAGEMENT_PLACE, liaison_plain_get_text (plain, entry, "place"));
}

static gboolean
set_topics (LiaisonPlain      *plain,
            LiaisonPlainEntry *entry,
            LiaisonRecord     *record,
            GError           **error)
{
  g_autoptr (GPtrArray) names = liaison_plain_get_texts (plain, entry, "topics");
  g_autoptr (GPtrArray) uuids = g_ptr_array_new ();

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *folded = liaison_fold (names->pdata[i]);
      g_autoptr (LiaisonRecord) topic = liaison_plain_new_record (plain, LIAISON_KIND_TOPIC, folded, NULL);
      gboolean taken;

      if (g_hash_table_contains (plain->topics, folded))
        {
          liaison_plain_count_known (plain, topic, g_hash_table_lookup (plain->topics, folded));
        }
      else
        {
          liaison_record_set_text (topic, LIAISON_TOPIC_NAME, names->pdata[i]);
          if (!liaison_plain_put (plain, entry, topic, &taken, error))
            return FALSE;
          if (!taken)
            continue;
          g_hash_table_insert (plain->topics, g_strdup (folded), g_strdup (liaison_record_get_uuid (topic)));
        }
      if (!g_ptr_array_find_with_equal_func (uuids, g_hash_table_lookup (plain->topics, folded), g_str_equal, NULL))
        g_ptr_array_add (uuids, g_hash_table_lookup (plain->topics, folded));
    }
  g_ptr_array_add (uuids, NULL);
  liaison_record_set_list (record, LIAISON_ENGAGEMENT_TOPICS, (const char * const *) uuids->pdata);

  return TRUE;
}

static LiaisonEvidence
get_evidence (LiaisonPlain      *plain,
              LiaisonPlainEntry *entry)
{
  const char *evidence = liaison_plain_get_text (plain, entry, "evidence");

  if (*evidence)
    return liaison_vocabulary_parse (&liaison_evidences, evidence);

  return *liaison_plain_get_text (plain, entry, "source_url") ? LIAISON_EVIDENCE_REPORT : LIAISON_EVIDENCE_NONE;
}

static gboolean
put_participations (LiaisonPlain      *plain,
                    LiaisonPlainEntry *entry,
                    const char        *engagement,
                    GPtrArray         *ids,
                    LiaisonSide        side,
                    GError           **error)
{
  const char *side_token = liaison_vocabulary_get_token (&liaison_sides, side);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *contact = g_hash_table_lookup (plain->people, ids->pdata[i]);
      g_autoptr (LiaisonRecord) record = liaison_plain_new_record (plain, LIAISON_KIND_PARTICIPATION, entry->id, side_token, ids->pdata[i], NULL);
      gboolean taken;

      if (contact == NULL)
        {
          liaison_plain_repair (plain, entry, _("“%s” is not among the people; left out."), (const char *) ids->pdata[i]);
          continue;
        }
      liaison_record_set_text (record, LIAISON_PARTICIPATION_ENGAGEMENT, engagement);
      liaison_record_set_text (record, LIAISON_PARTICIPATION_CONTACT, contact);
      liaison_record_set_integer (record, LIAISON_PARTICIPATION_SIDE, side);
      liaison_record_set_integer (record, LIAISON_PARTICIPATION_POSITION, i + 1);
      if (!liaison_plain_put (plain, entry, record, &taken, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_address (const char *text)
{
  return g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL) && (g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://"));
}

static void
note_source (LiaisonPlain      *plain,
             LiaisonPlainEntry *entry,
             const char        *engagement)
{
  const char *address = liaison_plain_get_text (plain, entry, "source_url");
  GPtrArray *engagements = g_hash_table_lookup (plain->readouts, address);

  if (*address == '\0')
    return;
  if (!is_address (address))
    {
      liaison_plain_repair (plain, entry, _("“%s” is no web address; left out."), address);
      return;
    }

  if (engagements == NULL)
    {
      engagements = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (plain->readouts, g_strdup (address), engagements);
      g_ptr_array_add (plain->addresses, g_strdup (address));
    }
  g_ptr_array_add (engagements, g_strdup (engagement));
}

gboolean
liaison_plain_take_engagement (LiaisonPlain      *plain,
                               LiaisonPlainEntry *entry,
                               GError           **error)
{
  g_autoptr (LiaisonRecord) record = liaison_plain_new_record (plain, LIAISON_KIND_ENGAGEMENT, entry->id, NULL);
  const char *uuid = liaison_record_get_uuid (record);
  g_autoptr (GPtrArray) ours = liaison_plain_get_texts (plain, entry, "ours");
  g_autoptr (GPtrArray) theirs = liaison_plain_get_texts (plain, entry, "theirs");
  gboolean taken;

  liaison_record_set_text (record, LIAISON_ENGAGEMENT_TITLE, liaison_plain_get_text (plain, entry, "title"));
  liaison_record_set_text (record, LIAISON_ENGAGEMENT_SUMMARY, liaison_plain_get_text (plain, entry, "summary"));
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_FORM, get_form (plain, entry));
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_EVIDENCE, get_evidence (plain, entry));
  set_dates (plain, entry, record);
  set_format (plain, entry, record);
  set_place (plain, entry, record, ours);
  if (!set_topics (plain, entry, record, error) || !liaison_plain_put (plain, entry, record, &taken, error))
    return FALSE;
  if (!taken)
    return TRUE;

  note_source (plain, entry, uuid);

  return put_participations (plain, entry, uuid, ours, LIAISON_SIDE_OURS, error) &&
         put_participations (plain, entry, uuid, theirs, LIAISON_SIDE_THEIRS, error);
}

gboolean
liaison_plain_put_readouts (LiaisonPlain *plain,
                            GError      **error)
{
  for (guint i = 0; i < plain->addresses->len; i++)
    {
      const char *address = plain->addresses->pdata[i];
      GPtrArray *engagements = g_hash_table_lookup (plain->readouts, address);
      g_autoptr (LiaisonRecord) record = liaison_plain_new_record (plain, LIAISON_KIND_READOUT, address, NULL);
      LiaisonPlainEntry entry = { .place = (char *) address };
      gboolean taken;

      g_ptr_array_add (engagements, NULL);
      liaison_record_set_text (record, LIAISON_READOUT_ADDRESS, address);
      liaison_record_set_list (record, LIAISON_READOUT_ENGAGEMENTS, (const char * const *) engagements->pdata);
      if (!liaison_plain_put (plain, &entry, record, &taken, error))
        return FALSE;
    }

  return TRUE;
}
