/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-cli-show-private.h"

#include "liaison-cli-private.h"
#include "liaison-contact-detail.h"
#include "liaison-country.h"
#include "liaison-date-format.h"
#include "liaison-day.h"
#include "liaison-engagement-detail.h"
#include "liaison-organisation-detail.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* A text of several lines stays under its head. */
static void
write_line (const char *label,
            const char *value)
{
  g_auto (GStrv) lines = NULL;

  if (value == NULL || *value == '\0')
    return;

  lines = g_strsplit (value, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *head = i == 0 ? g_strconcat (label, ":", NULL) : g_strdup ("");
      int padding = MAX (14 - (int) g_utf8_strlen (head, -1), 1);
      g_autofree char *line = g_strdup_printf ("%s%*s%s\n", head, padding, "", lines[i]);

      liaison_cli_write (line);
    }
}

static void
write_head (const char *title)
{
  liaison_cli_write (title);
  liaison_cli_write ("\n");
}

static char *
join (GPtrArray  *parts,
      const char *separator)
{
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (separator, (char **) parts->pdata);
}

/* "Dmytro Kuleba, Minister for Foreign Affairs (Ukraine)" */
static char *
describe_participant (const LiaisonParticipantDetail *participant)
{
  g_autoptr (GString) text = g_string_new (participant->name);

  if (participant->contact == NULL && participant->head_count > 0)
    g_string_append_printf (text, " × %d", participant->head_count);
  if (*participant->title != '\0')
    g_string_append_printf (text, ", %s", participant->title);
  if (*participant->seat != '\0' && g_strcmp0 (participant->seat, participant->name) != 0)
    g_string_append_printf (text, " (%s)", participant->seat);
  if (participant->role > LIAISON_ROLE_PRINCIPAL)
    g_string_append_printf (text, " · %s", liaison_vocabulary_get_label (&liaison_roles, participant->role));
  if (participant->attendance > LIAISON_ATTENDANCE_ATTENDED)
    g_string_append_printf (text, " · %s", liaison_vocabulary_get_label (&liaison_attendances, participant->attendance));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
write_participants (const char *label,
                    GPtrArray  *participants)
{
  for (guint i = 0; i < participants->len; i++)
    {
      g_autofree char *text = describe_participant (participants->pdata[i]);

      write_line (label, text);
    }
}

static void
write_readouts (GPtrArray *readouts)
{
  for (guint i = 0; i < readouts->len; i++)
    {
      const LiaisonReadoutDetail *readout = readouts->pdata[i];
      g_autoptr (GPtrArray) parts = g_ptr_array_new ();
      g_autofree char *text = NULL;

      if (*readout->title != '\0')
        g_ptr_array_add (parts, readout->title);
      if (*readout->issuer != '\0')
        g_ptr_array_add (parts, readout->issuer);
      if (*readout->published != '\0')
        g_ptr_array_add (parts, readout->published);
      if (*readout->address != '\0')
        g_ptr_array_add (parts, readout->address);
      text = join (parts, " · ");
      write_line (_("Source"), text);
    }
}

static void
write_engagement_reference (const char                       *label,
                            const LiaisonEngagementReference *reference)
{
  g_autofree char *text = g_strdup_printf ("%s · %s · %s", reference->date, reference->title, reference->uuid);

  write_line (label, text);
}

static void
write_follow_ups (GPtrArray *follow_ups)
{
  for (guint i = 0; i < follow_ups->len; i++)
    {
      const LiaisonFollowUpDetail *follow_up = follow_ups->pdata[i];
      g_autofree char *text = g_strdup_printf ("%s · %s%s%s%s%s", follow_up->text,
                                               liaison_vocabulary_get_label (&liaison_follow_up_statuses, follow_up->status),
                                               *follow_up->due ? " · " : "", follow_up->due,
                                               follow_up->owner ? " · " : "", follow_up->owner ? follow_up->owner->name : "");

      write_line (_("Follow-up"), text);
    }
}

static void
write_topics (GPtrArray *topics)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < topics->len; i++)
    g_ptr_array_add (names, ((LiaisonReference *) topics->pdata[i])->name);
  text = join (names, ", ");
  write_line (_("Topics"), text);
}

static gboolean
show_engagement (LiaisonDb            *db,
                 const LiaisonRecord  *record,
                 GError              **error)
{
  g_autoptr (LiaisonEngagementDetail) detail = liaison_engagement_detail_load (db, liaison_record_get_uuid (record), error);
  int precision = liaison_record_get_integer (record, LIAISON_ENGAGEMENT_PRECISION);
  g_autofree char *date = liaison_date_format_long (liaison_record_get_text (record, LIAISON_ENGAGEMENT_START),
                                                    liaison_record_get_text (record, LIAISON_ENGAGEMENT_END),
                                                    liaison_vocabulary_get_token (&liaison_precisions, precision));
  int status = liaison_record_get_integer (record, LIAISON_ENGAGEMENT_STATUS);

  if (detail == NULL)
    return FALSE;

  write_head (liaison_record_get_text (record, LIAISON_ENGAGEMENT_TITLE));
  write_line (_("Date"), date);
  write_line (_("Form"), liaison_vocabulary_get_label (&liaison_forms, liaison_record_get_integer (record, LIAISON_ENGAGEMENT_FORM)));
  write_line (_("Format"), detail->format ? detail->format->name : NULL);
  write_line (_("Place"), liaison_record_get_text (record, LIAISON_ENGAGEMENT_PLACE));
  write_line (_("Status"), liaison_vocabulary_get_label (&liaison_statuses, status));
  write_line (_("Counted"), detail->counted ? liaison_vocabulary_get_label (&liaison_groups, detail->group) : _("no"));
  write_participants (liaison_vocabulary_get_label (&liaison_sides, LIAISON_SIDE_OURS), detail->ours);
  write_participants (liaison_vocabulary_get_label (&liaison_sides, LIAISON_SIDE_THEIRS), detail->theirs);
  write_participants (liaison_vocabulary_get_label (&liaison_sides, LIAISON_SIDE_THIRD), detail->third);
  write_line (_("Purpose"), liaison_record_get_text (record, LIAISON_ENGAGEMENT_PURPOSE));
  write_line (_("Summary"), liaison_record_get_text (record, LIAISON_ENGAGEMENT_SUMMARY));
  write_topics (detail->topics);
  write_readouts (detail->readouts);
  write_follow_ups (detail->follow_ups);
  if (detail->parent != NULL)
    write_engagement_reference (_("Part of"), detail->parent);
  for (guint i = 0; i < detail->children->len; i++)
    write_engagement_reference (_("Inside"), detail->children->pdata[i]);

  return TRUE;
}

static void
write_figures (const LiaisonFigures *figures)
{
  /* Translators: of the engagements of a contact or an organisation: how many records, how many of them count */
  g_autofree char *text = g_strdup_printf (ngettext ("%d record, %d counted", "%d records, %d counted", figures->records),
                                           figures->records, figures->counted);

  write_line (_("Engagements"), text);
}

/* "Minister for Foreign Affairs, Ministry (2020-03-04 – )" */
static char *
describe_tenure (const char *title,
                 const char *organisation,
                 const char *from,
                 const char *to)
{
  return g_strdup_printf ("%s%s%s%s%s%s%s%s", title, organisation ? ", " : "", organisation ? organisation : "",
                          *from || *to ? " (" : "", from, *from || *to ? " – " : "", to, *from || *to ? ")" : "");
}

static gboolean
show_contact (LiaisonDb            *db,
              const LiaisonRecord  *record,
              GError              **error)
{
  g_autoptr (LiaisonContactDetail) detail = liaison_contact_detail_load (db, liaison_record_get_uuid (record), liaison_day_today (), error);
  g_autofree char *others = g_strjoinv (", ", (char **) liaison_record_get_list (record, LIAISON_CONTACT_OTHER_NAMES));
  g_autofree char *tags = g_strjoinv (", ", (char **) liaison_record_get_list (record, LIAISON_CONTACT_TAGS));
  const char *country = liaison_record_get_text (record, LIAISON_CONTACT_COUNTRY);

  if (detail == NULL)
    return FALSE;

  write_head (liaison_record_get_text (record, LIAISON_CONTACT_NAME));
  write_line (_("Side"), liaison_vocabulary_get_label (&liaison_sides, liaison_record_get_integer (record, LIAISON_CONTACT_SIDE)));
  write_line (_("Country"), *country ? liaison_country_get_name (country) : NULL);
  write_line (_("Other names"), others);
  for (guint i = 0; i < detail->posts->len; i++)
    {
      const LiaisonPostDetail *post = detail->posts->pdata[i];
      g_autofree char *text = describe_tenure (post->title, post->organisation ? post->organisation->name : NULL, post->from, post->to);

      write_line (_("Post"), text);
    }
  write_line (_("Tags"), tags);
  write_line (_("Note"), liaison_record_get_text (record, LIAISON_CONTACT_NOTE));
  write_figures (&detail->figures);
  for (guint i = 0; i < detail->spoken_with->len; i++)
    {
      const LiaisonSpokenWith *spoken = detail->spoken_with->pdata[i];
      g_autofree char *text = g_strdup_printf ("%s × %d", spoken->contact->name, spoken->times);

      write_line (_("Spoke with"), text);
    }

  return TRUE;
}

static gboolean
show_organisation (LiaisonDb            *db,
                   const LiaisonRecord  *record,
                   GError              **error)
{
  g_autoptr (LiaisonOrganisationDetail) detail = liaison_organisation_detail_load (db, liaison_record_get_uuid (record), liaison_day_today (),
                                                                                   error);
  const char *country = liaison_record_get_text (record, LIAISON_ORGANISATION_COUNTRY);
  int kind = liaison_record_get_integer (record, LIAISON_ORGANISATION_KIND);

  if (detail == NULL)
    return FALSE;

  write_head (liaison_record_get_text (record, LIAISON_ORGANISATION_NAME));
  write_line (_("Short name"), liaison_record_get_text (record, LIAISON_ORGANISATION_SHORT_NAME));
  write_line (_("Kind"), liaison_vocabulary_get_label (&liaison_organisation_kinds, kind));
  write_line (_("Country"), *country ? liaison_country_get_name (country) : NULL);
  write_line (_("Part of"), detail->parent ? detail->parent->name : NULL);
  write_figures (&detail->figures);
  for (guint i = 0; i < detail->members->len; i++)
    {
      const LiaisonMemberDetail *member = detail->members->pdata[i];
      g_autofree char *text = describe_tenure (member->name, NULL, member->from, member->to);

      write_line (_("Member"), text);
    }
  for (guint i = 0; i < detail->people->len; i++)
    {
      const LiaisonPersonDetail *person = detail->people->pdata[i];
      g_autofree char *text = describe_tenure (person->contact->name, person->title, person->from, person->to);

      write_line (_("Person"), text);
    }

  return TRUE;
}

/* Other kinds have no page of their own. */
static gboolean
show_fields (const LiaisonRecord *record)
{
  const LiaisonKindInfo *info = liaison_kind_get_info (liaison_record_get_kind (record));

  write_head (liaison_kind_get_label (liaison_record_get_kind (record)));
  for (guint i = 0; i < info->n_fields; i++)
    {
      const LiaisonField *field = &info->fields[i];
      g_autofree char *text = NULL;

      if (liaison_record_field_is_empty (record, i))
        continue;

      if (liaison_field_is_text (field))
        text = g_strdup (liaison_record_get_text (record, i));
      else if (liaison_field_is_list (field))
        text = g_strjoinv (", ", (char **) liaison_record_get_list (record, i));
      else if (field->type == LIAISON_FIELD_TOKEN)
        text = g_strdup (liaison_vocabulary_get_label (field->vocabulary, liaison_record_get_integer (record, i)));
      else
        text = g_strdup_printf ("%" G_GINT64_FORMAT, liaison_record_get_integer (record, i));
      write_line (liaison_field_get_label (field), text);
    }

  return TRUE;
}

gboolean
liaison_cli_show_text (LiaisonDb            *db,
                       const LiaisonRecord  *record,
                       GError              **error)
{
  LiaisonKind kind = liaison_record_get_kind (record);

  if (kind == LIAISON_KIND_ENGAGEMENT)
    return show_engagement (db, record, error);
  if (kind == LIAISON_KIND_CONTACT)
    return show_contact (db, record, error);
  if (kind == LIAISON_KIND_ORGANISATION)
    return show_organisation (db, record, error);

  return show_fields (record);
}
