/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-engagement-detail.h"

#include "liaison-country.h"
#include "liaison-date-format.h"
#include "liaison-rows-private.h"
#include "liaison-snapshot.h"

static const char facts[] =
  "SELECT x_group, x_counted FROM engagement WHERE uuid = ?1";

static const char format_of[] =
  "SELECT o.uuid, o.name FROM engagement e CROSS JOIN organisation o ON o.id = e.format WHERE e.uuid = ?1";

static const char participants_of[] =
  "SELECT p.uuid, c.uuid, c.name, p.head_count, p.title, t.title, t.tenure, p.x_level, p.x_portfolio,"
  "  o.uuid, o.name, p.country, p.x_seat_country, s.uuid, s.name, s.short_name, p.side, p.role, p.attendance, p.x_counts, p.sensitivity"
  " FROM engagement e CROSS JOIN participation p ON p.engagement = e.id"
  " LEFT JOIN contact c ON c.id = p.contact"
  " LEFT JOIN post t ON t.id = p.x_post"
  " LEFT JOIN organisation o ON o.id = coalesce (p.organisation, t.organisation)"
  " LEFT JOIN organisation s ON s.id = p.x_seat_organisation"
  " WHERE e.uuid = ?1 AND p.side = ?2 ORDER BY p.position, p.id";

static const char topics_of[] =
  "SELECT t.uuid, t.name FROM engagement e CROSS JOIN engagement_topics l ON l.owner = e.id CROSS JOIN topic t ON t.id = l.target"
  " WHERE e.uuid = ?1 ORDER BY l.position";

static const char readouts_of[] =
  "SELECT r.uuid, r.title, r.issuer, r.address, r.language, r.published, r.kind, r.side, r.sensitivity"
  " FROM engagement e CROSS JOIN readout_engagements l ON l.target = e.id CROSS JOIN readout r ON r.id = l.owner"
  " WHERE e.uuid = ?1 ORDER BY r.published, r.id";

static const char follow_ups_of[] =
  "SELECT f.uuid, f.text, c.uuid, c.name, f.due, f.status, f.sensitivity"
  " FROM engagement e CROSS JOIN follow_up f ON f.engagement = e.id LEFT JOIN contact c ON c.id = f.owner"
  " WHERE e.uuid = ?1 ORDER BY f.due = '', f.due, f.id";

#define REFERENCE_COLUMNS "r.uuid, r.title, r.start, r.\"end\", r.precision, r.form, r.status"

static const char parent_of[] =
  "SELECT " REFERENCE_COLUMNS " FROM engagement e CROSS JOIN engagement r ON r.id = e.parent WHERE e.uuid = ?1";

static const char children_of[] =
  "SELECT " REFERENCE_COLUMNS " FROM engagement e CROSS JOIN engagement r ON r.parent = e.id"
  " WHERE e.uuid = ?1 ORDER BY r.x_first_day, r.x_minute, r.id";

static void
free_reference (LiaisonReference *reference)
{
  g_clear_pointer (&reference, liaison_reference_free);
}

static void
free_participant (gpointer data)
{
  LiaisonParticipantDetail *participant = data;

  g_free (participant->uuid);
  g_free (participant->contact);
  g_free (participant->name);
  g_free (participant->title);
  free_reference (participant->organisation);
  g_free (participant->seat_country);
  free_reference (participant->seat_organisation);
  g_free (participant->seat);
  g_free (participant);
}

static void
free_readout (gpointer data)
{
  LiaisonReadoutDetail *readout = data;

  g_free (readout->uuid);
  g_free (readout->title);
  g_free (readout->issuer);
  g_free (readout->address);
  g_free (readout->language);
  g_free (readout->published);
  g_free (readout);
}

static void
free_follow_up (gpointer data)
{
  LiaisonFollowUpDetail *follow_up = data;

  g_free (follow_up->uuid);
  g_free (follow_up->text);
  free_reference (follow_up->owner);
  g_free (follow_up->due);
  g_free (follow_up);
}

static void
free_engagement (gpointer data)
{
  LiaisonEngagementReference *engagement = data;

  g_free (engagement->uuid);
  g_free (engagement->title);
  g_free (engagement->date);
  g_free (engagement->start);
  g_free (engagement);
}

/* %NULL where the columns @uuid and @name come from a record that is not there. */
static LiaisonReference *
read_reference (LiaisonSql *sql,
                int         uuid,
                int         name)
{
  if (liaison_sql_is_null (sql, uuid))
    return NULL;

  return liaison_reference_new (liaison_sql_dup_uuid (sql, uuid), liaison_sql_dup_text (sql, name));
}

static void
read_seat (LiaisonSql               *sql,
           LiaisonParticipantDetail *participant)
{
  const char *short_name = liaison_sql_get_text (sql, 15);

  participant->seat_country = liaison_sql_dup_text (sql, 12);
  participant->seat_organisation = read_reference (sql, 13, 14);
  if (participant->seat_organisation)
    participant->seat = g_strdup (*short_name ? short_name : participant->seat_organisation->name);
  else
    participant->seat = g_strdup (liaison_country_get_name (participant->seat_country));
}

static gpointer
read_participant (LiaisonSql *sql)
{
  LiaisonParticipantDetail *participant = g_new0 (LiaisonParticipantDetail, 1);

  participant->uuid = liaison_sql_dup_uuid (sql, 0);
  participant->organisation = read_reference (sql, 9, 10);
  if (!liaison_sql_is_null (sql, 1))
    {
      participant->contact = liaison_sql_dup_uuid (sql, 1);
      participant->name = liaison_sql_dup_text (sql, 2);
    }
  else if (participant->organisation)
    {
      participant->name = g_strdup (participant->organisation->name);
    }
  else
    {
      participant->name = g_strdup (liaison_country_get_name (liaison_sql_get_text (sql, 11)));
    }

  participant->head_count = liaison_sql_get_integer (sql, 3);
  participant->title_overridden = *liaison_sql_get_text (sql, 4) != '\0';
  participant->title = liaison_sql_dup_text (sql, participant->title_overridden ? 4 : 5);
  participant->tenure = liaison_sql_get_integer (sql, 6);
  participant->level = liaison_sql_get_integer (sql, 7);
  participant->portfolio = liaison_sql_get_integer (sql, 8);
  read_seat (sql, participant);
  participant->side = liaison_sql_get_integer (sql, 16);
  participant->role = liaison_sql_get_integer (sql, 17);
  participant->attendance = liaison_sql_get_integer (sql, 18);
  participant->counts = liaison_sql_get_integer (sql, 19);
  participant->sensitivity = liaison_sql_get_integer (sql, 20);

  return participant;
}

static gpointer
read_readout (LiaisonSql *sql)
{
  LiaisonReadoutDetail *readout = g_new0 (LiaisonReadoutDetail, 1);

  readout->uuid = liaison_sql_dup_uuid (sql, 0);
  readout->title = liaison_sql_dup_text (sql, 1);
  readout->issuer = liaison_sql_dup_text (sql, 2);
  readout->address = liaison_sql_dup_text (sql, 3);
  readout->language = liaison_sql_dup_text (sql, 4);
  readout->published = liaison_sql_dup_text (sql, 5);
  readout->kind = liaison_sql_get_integer (sql, 6);
  readout->side = liaison_sql_get_integer (sql, 7);
  readout->sensitivity = liaison_sql_get_integer (sql, 8);

  return readout;
}

static gpointer
read_follow_up (LiaisonSql *sql)
{
  LiaisonFollowUpDetail *follow_up = g_new0 (LiaisonFollowUpDetail, 1);

  follow_up->uuid = liaison_sql_dup_uuid (sql, 0);
  follow_up->text = liaison_sql_dup_text (sql, 1);
  follow_up->owner = read_reference (sql, 2, 3);
  follow_up->due = liaison_sql_dup_text (sql, 4);
  follow_up->status = liaison_sql_get_integer (sql, 5);
  follow_up->sensitivity = liaison_sql_get_integer (sql, 6);

  return follow_up;
}

static gpointer
read_engagement (LiaisonSql *sql)
{
  LiaisonEngagementReference *engagement = g_new0 (LiaisonEngagementReference, 1);
  g_autofree char *end = liaison_sql_dup_text (sql, 3);

  engagement->uuid = liaison_sql_dup_uuid (sql, 0);
  engagement->title = liaison_sql_dup_text (sql, 1);
  engagement->start = liaison_sql_dup_text (sql, 2);
  engagement->date = liaison_date_format_short (engagement->start, end,
                                                liaison_vocabulary_get_token (&liaison_precisions, liaison_sql_get_integer (sql, 4)));
  engagement->form = liaison_sql_get_integer (sql, 5);
  engagement->status = liaison_sql_get_integer (sql, 6);

  return engagement;
}

static gboolean
load_facts (LiaisonDb                *db,
            const char               *uuid,
            LiaisonEngagementDetail  *detail,
            GError                  **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, facts, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  liaison_sql_bind_uuid (sql, 1, uuid);
  if (liaison_sql_step (sql, &failure))
    {
      detail->group = liaison_sql_get_integer (sql, 0);
      detail->counted = liaison_sql_get_integer (sql, 1);
    }

  return liaison_rows_end (&failure, error);
}

static gboolean
load_surroundings (LiaisonDb                *db,
                   const char               *uuid,
                   LiaisonEngagementDetail  *detail,
                   GError                  **error)
{
  g_autoptr (GPtrArray) formats = NULL;
  g_autoptr (GPtrArray) parents = NULL;

  if (!(formats = liaison_rows_read_references (db, format_of, uuid, error))
      || !(parents = liaison_rows_read (db, parent_of, uuid, 0, read_engagement, free_engagement, error))
      || !(detail->children = liaison_rows_read (db, children_of, uuid, 0, read_engagement, free_engagement, error))
      || !(detail->topics = liaison_rows_read_references (db, topics_of, uuid, error))
      || !(detail->readouts = liaison_rows_read (db, readouts_of, uuid, 0, read_readout, free_readout, error))
      || !(detail->follow_ups = liaison_rows_read (db, follow_ups_of, uuid, 0, read_follow_up, free_follow_up, error))
      || !(detail->history = liaison_record_history_load (db, LIAISON_KIND_ENGAGEMENT, uuid, error)))
    return FALSE;

  detail->format = liaison_rows_take_first (formats);
  detail->parent = liaison_rows_take_first (parents);

  return TRUE;
}

static gboolean
load_participants (LiaisonDb    *db,
                   const char   *uuid,
                   LiaisonSide   side,
                   GPtrArray   **participants,
                   GError      **error)
{
  *participants = liaison_rows_read (db, participants_of, uuid, side, read_participant, free_participant, error);

  return *participants != NULL;
}

LiaisonEngagementDetail *
liaison_engagement_detail_load (LiaisonDb   *db,
                                const char  *uuid,
                                GError     **error)
{
  g_autoptr (LiaisonEngagementDetail) detail = g_new0 (LiaisonEngagementDetail, 1);
  g_auto (LiaisonSnapshot) snapshot = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  if (!liaison_snapshot_begin (&snapshot, db, error))
    return NULL;

  detail->record = liaison_record_load (db, LIAISON_KIND_ENGAGEMENT, uuid, error);
  if (!detail->record
      || !load_facts (db, uuid, detail, error)
      || !load_participants (db, uuid, LIAISON_SIDE_OURS, &detail->ours, error)
      || !load_participants (db, uuid, LIAISON_SIDE_THEIRS, &detail->theirs, error)
      || !load_participants (db, uuid, LIAISON_SIDE_THIRD, &detail->third, error)
      || !load_surroundings (db, uuid, detail, error))
    return NULL;

  return g_steal_pointer (&detail);
}

void
liaison_engagement_detail_free (LiaisonEngagementDetail *detail)
{
  g_clear_pointer (&detail->record, liaison_record_unref);
  g_clear_pointer (&detail->format, liaison_reference_free);
  g_clear_pointer (&detail->ours, g_ptr_array_unref);
  g_clear_pointer (&detail->theirs, g_ptr_array_unref);
  g_clear_pointer (&detail->third, g_ptr_array_unref);
  g_clear_pointer (&detail->topics, g_ptr_array_unref);
  g_clear_pointer (&detail->readouts, g_ptr_array_unref);
  g_clear_pointer (&detail->follow_ups, g_ptr_array_unref);
  g_clear_pointer (&detail->parent, free_engagement);
  g_clear_pointer (&detail->children, g_ptr_array_unref);
  g_clear_pointer (&detail->history, g_ptr_array_unref);
  g_free (detail);
}
