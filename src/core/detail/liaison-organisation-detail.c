/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-organisation-detail.h"

#include "liaison-counting-private.h"
#include "liaison-country.h"
#include "liaison-rows-private.h"
#include "liaison-snapshot.h"

static const char parent_of[] =
  "SELECT r.uuid, r.name FROM organisation o CROSS JOIN organisation r ON r.id = o.parent WHERE o.uuid = ?1";

static const char children_of[] =
  "SELECT r.uuid, r.name FROM organisation o CROSS JOIN organisation r ON r.parent = o.id WHERE o.uuid = ?1 ORDER BY r.x_sort_key, r.id";

static const char members_of[] =
  "SELECT m.uuid, m.country, r.uuid, r.name, m.\"from\", m.\"to\", ?2 BETWEEN m.x_first_day AND m.x_last_day"
  " FROM organisation o CROSS JOIN membership m ON m.\"grouping\" = o.id LEFT JOIN organisation r ON r.id = m.organisation"
  " WHERE o.uuid = ?1 ORDER BY m.id";

static const char groupings_of[] =
  "SELECT m.uuid, '', r.uuid, r.name, m.\"from\", m.\"to\", ?2 BETWEEN m.x_first_day AND m.x_last_day"
  " FROM organisation o CROSS JOIN membership m ON m.organisation = o.id CROSS JOIN organisation r ON r.id = m.\"grouping\""
  " WHERE o.uuid = ?1 ORDER BY m.id";

static const char people_of[] =
  "SELECT c.uuid, c.name, t.title, t.\"from\", t.\"to\", ?2 BETWEEN t.x_first_day AND t.x_last_day AS current"
  " FROM organisation o CROSS JOIN post t ON t.organisation = o.id CROSS JOIN contact c ON c.id = t.contact"
  " WHERE o.uuid = ?1 ORDER BY current DESC, c.x_sort_key, t.x_last_day DESC, t.id";

static const char figures_of[] =
  "WITH o (id) AS (SELECT id FROM organisation WHERE uuid = ?1)"
  " SELECT count (*), total (x_counted), min (CASE WHEN x_counted AND x_first_day > 0 THEN x_first_day END),"
  "  max (CASE WHEN x_counted THEN x_last_day END)"
  " FROM engagement WHERE id IN ("
  "  SELECT p.engagement FROM o CROSS JOIN participation p ON p.x_seat_organisation = o.id WHERE " LIAISON_SQL_TAKES_PART
  "  UNION ALL SELECT p.engagement FROM o CROSS JOIN participation p ON p.organisation = o.id WHERE " LIAISON_SQL_TAKES_PART
  "  UNION ALL SELECT p.engagement FROM o CROSS JOIN post t ON t.organisation = o.id"
  "   CROSS JOIN participation p ON p.contact = t.contact WHERE p.x_post = t.id AND " LIAISON_SQL_TAKES_PART ")";

static const char sessions_of[] =
  "SELECT count (*), 0, 0, 0 FROM organisation o CROSS JOIN engagement e ON e.format = o.id WHERE o.uuid = ?1 AND " LIAISON_SQL_COUNTED;

static void
free_member (gpointer data)
{
  LiaisonMemberDetail *member = data;

  g_free (member->uuid);
  g_free (member->country);
  g_free (member->organisation);
  g_free (member->name);
  g_free (member->from);
  g_free (member->to);
  g_free (member);
}

static void
free_person (gpointer data)
{
  LiaisonPersonDetail *person = data;

  liaison_reference_free (person->contact);
  g_free (person->title);
  g_free (person->from);
  g_free (person->to);
  g_free (person);
}

static gpointer
read_member (LiaisonSql *sql)
{
  LiaisonMemberDetail *member = g_new0 (LiaisonMemberDetail, 1);

  member->uuid = liaison_sql_dup_uuid (sql, 0);
  member->country = liaison_sql_dup_text (sql, 1);
  member->organisation = liaison_sql_dup_uuid (sql, 2);
  member->name = *member->organisation ? liaison_sql_dup_text (sql, 3) : g_strdup (liaison_country_get_name (member->country));
  member->from = liaison_sql_dup_text (sql, 4);
  member->to = liaison_sql_dup_text (sql, 5);
  member->current = liaison_sql_get_integer (sql, 6);

  return member;
}

static gpointer
read_person (LiaisonSql *sql)
{
  LiaisonPersonDetail *person = g_new0 (LiaisonPersonDetail, 1);

  person->contact = liaison_reference_new (liaison_sql_dup_uuid (sql, 0), liaison_sql_dup_text (sql, 1));
  person->title = liaison_sql_dup_text (sql, 2);
  person->from = liaison_sql_dup_text (sql, 3);
  person->to = liaison_sql_dup_text (sql, 4);
  person->current = liaison_sql_get_integer (sql, 5);

  return person;
}

/* The names of countries are known to the program only, so the store cannot sort by them. */
static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const LiaisonMemberDetail *first = *(const LiaisonMemberDetail * const *) a;
  const LiaisonMemberDetail *second = *(const LiaisonMemberDetail * const *) b;

  if (first->current != second->current)
    return second->current - first->current;

  return g_utf8_collate (first->name, second->name);
}

static GPtrArray *
load_members (LiaisonDb   *db,
              const char  *text,
              const char  *uuid,
              int          day,
              GError     **error)
{
  GPtrArray *members = liaison_rows_read (db, text, uuid, day, read_member, free_member, error);

  if (members)
    g_ptr_array_sort (members, compare_members);

  return members;
}

static gboolean
load_figures (LiaisonDb                  *db,
              const char                 *uuid,
              LiaisonOrganisationDetail  *detail,
              GError                    **error)
{
  LiaisonFigures sessions;

  if (!liaison_rows_read_figures (db, figures_of, uuid, &detail->figures, error)
      || !liaison_rows_read_figures (db, sessions_of, uuid, &sessions, error))
    return FALSE;

  detail->sessions = sessions.records;

  return TRUE;
}

LiaisonOrganisationDetail *
liaison_organisation_detail_load (LiaisonDb   *db,
                                  const char  *uuid,
                                  int          day,
                                  GError     **error)
{
  g_autoptr (LiaisonOrganisationDetail) detail = g_new0 (LiaisonOrganisationDetail, 1);
  g_autoptr (GPtrArray) parents = NULL;
  g_auto (LiaisonSnapshot) snapshot = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  if (!liaison_snapshot_begin (&snapshot, db, error))
    return NULL;

  if (!(detail->record = liaison_record_load (db, LIAISON_KIND_ORGANISATION, uuid, error))
      || !(parents = liaison_rows_read_references (db, parent_of, uuid, error))
      || !(detail->children = liaison_rows_read_references (db, children_of, uuid, error))
      || !(detail->members = load_members (db, members_of, uuid, day, error))
      || !(detail->groupings = load_members (db, groupings_of, uuid, day, error))
      || !(detail->people = liaison_rows_read (db, people_of, uuid, day, read_person, free_person, error))
      || !load_figures (db, uuid, detail, error)
      || !(detail->history = liaison_record_history_load (db, LIAISON_KIND_ORGANISATION, uuid, error)))
    return NULL;

  detail->parent = liaison_rows_take_first (parents);

  return g_steal_pointer (&detail);
}

void
liaison_organisation_detail_free (LiaisonOrganisationDetail *detail)
{
  g_clear_pointer (&detail->record, liaison_record_unref);
  g_clear_pointer (&detail->parent, liaison_reference_free);
  g_clear_pointer (&detail->children, g_ptr_array_unref);
  g_clear_pointer (&detail->members, g_ptr_array_unref);
  g_clear_pointer (&detail->groupings, g_ptr_array_unref);
  g_clear_pointer (&detail->people, g_ptr_array_unref);
  g_clear_pointer (&detail->history, g_ptr_array_unref);
  g_free (detail);
}
