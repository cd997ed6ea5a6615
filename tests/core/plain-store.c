/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain-store.h"

#include "liaison-date.h"

static void
free_part (gpointer data)
{
  PlainPart *part = data;

  g_free (part->uuid);
  g_free (part->seat_country);
  g_free (part->bodiless);
  g_free (part->untitled);
  g_free (part);
}

static void
free_engagement (gpointer data)
{
  PlainEngagement *engagement = data;

  g_free (engagement->uuid);
  g_free (engagement->place);
  g_free (engagement->title_key);
  g_free (engagement->search);
  g_free (engagement->seat);
  g_ptr_array_unref (engagement->parts);
  g_array_unref (engagement->topics);
  g_array_unref (engagement->topic_sensitivities);
  g_free (engagement);
}

static void
free_membership (gpointer data)
{
  PlainMembership *membership = data;

  g_free (membership->country);
  g_free (membership);
}

static int
read_day (const char *text,
          gboolean    last,
          int         open)
{
  LiaisonDate date;

  if (*text == '\0')
    return open;

  g_assert_true (liaison_date_parse (text, &date, NULL));

  return last ? liaison_date_last_day (&date) : liaison_date_first_day (&date);
}

LiaisonSql *
plain_select_all (LiaisonDb  *db,
                  const char *text)
{
  g_autoptr (GError) error = NULL;
  LiaisonSql *sql = liaison_sql_new (db, text, &error);

  g_assert_no_error (error);

  return sql;
}

gboolean
plain_next_row (LiaisonSql *sql)
{
  g_autoptr (GError) error = NULL;
  gboolean is_row = liaison_sql_step (sql, &error);

  g_assert_no_error (error);

  return is_row;
}

static PlainEngagement *
read_engagement (LiaisonSql *sql)
{
  PlainEngagement *engagement = g_new0 (PlainEngagement, 1);
  const char *start = liaison_sql_get_text (sql, 2);
  const char *end = liaison_sql_get_text (sql, 3);
  LiaisonDate date;

  engagement->id = liaison_sql_get_integer (sql, 0);
  engagement->uuid = liaison_sql_dup_uuid (sql, 1);
  engagement->first = read_day (start, FALSE, 0);
  engagement->last = read_day (*end ? end : start, TRUE, 0);
  engagement->minute = *start && liaison_date_parse (start, &date, NULL) ? date.minute : -1;
  engagement->precision = liaison_sql_get_integer (sql, 4);
  engagement->form = liaison_sql_get_integer (sql, 5);
  engagement->status = liaison_sql_get_integer (sql, 6);
  engagement->evidence = liaison_sql_get_integer (sql, 7);
  engagement->initiated = liaison_sql_get_integer (sql, 8);
  engagement->sensitivity = liaison_sql_get_integer (sql, 9);
  engagement->format = liaison_sql_get_integer (sql, 10);
  engagement->told_format = engagement->format;
  engagement->format_sensitivity = liaison_sql_get_integer (sql, 18);
  engagement->parent = liaison_sql_get_integer (sql, 11);
  engagement->place = liaison_sql_dup_text (sql, 12);
  engagement->title_key = liaison_sql_dup_text (sql, 13);
  engagement->search = liaison_sql_dup_text (sql, 14);
  engagement->principal = liaison_sql_get_integer (sql, 15);
  engagement->counterpart = liaison_sql_get_integer (sql, 16);
  engagement->seat = liaison_sql_dup_text (sql, 17);
  engagement->parts = g_ptr_array_new_with_free_func (free_part);
  engagement->topics = g_array_new (FALSE, FALSE, sizeof (gint64));
  engagement->topic_sensitivities = g_array_new (FALSE, FALSE, sizeof (int));

  return engagement;
}

static void
read_engagements (PlainStore *store)
{
  g_autoptr (LiaisonSql) sql = plain_select_all (store->db,
    "SELECT e.id, e.uuid, e.start, e.\"end\", e.precision, e.form, e.status, e.evidence, e.initiated, e.sensitivity, e.format, e.parent,"
    " e.place, e.x_title_key, t.body, e.x_principal, e.x_counterpart, e.x_seat, f.sensitivity"
    " FROM engagement e LEFT JOIN search_text t ON t.id = e.id LEFT JOIN organisation f ON f.id = e.format ORDER BY e.id");

  while (plain_next_row (sql))
    {
      PlainEngagement *engagement = read_engagement (sql);

      g_ptr_array_add (store->engagements, engagement);
      g_hash_table_insert (store->by_id, &engagement->id, engagement);
    }
}

/* As it is told to those who must not hear all of it. */
static void
add_guises (PlainPart *part)
{
  PlainPart *bodiless = g_memdup2 (part, sizeof *part);
  PlainPart *untitled = g_memdup2 (part, sizeof *part);

  bodiless->post_organisation = 0;
  untitled->post_organisation = 0;
  untitled->level = 0;
  untitled->portfolio = 0;
  part->bodiless = bodiless;
  part->untitled = untitled;
}

static void
read_parts (PlainStore *store)
{
  g_autoptr (LiaisonSql) sql = plain_select_all (store->db,
    "SELECT p.id, p.uuid, p.engagement, p.contact, p.organisation, p.head_count, p.side, p.role, p.attendance, p.x_level, p.x_portfolio,"
    " p.x_seat_country, p.x_seat_organisation, t.organisation,"
    " max (p.sensitivity, coalesce (c.sensitivity, 0), coalesce (o.sensitivity, 0), coalesce (s.sensitivity, 0)), t.sensitivity, b.sensitivity"
    " FROM participation p LEFT JOIN post t ON t.id = p.x_post LEFT JOIN contact c ON c.id = p.contact"
    " LEFT JOIN organisation o ON o.id = p.organisation LEFT JOIN organisation s ON s.id = p.x_seat_organisation"
    " LEFT JOIN organisation b ON b.id = t.organisation ORDER BY p.id");

  while (plain_next_row (sql))
    {
      PlainPart *part = g_new0 (PlainPart, 1);

      part->id = liaison_sql_get_integer (sql, 0);
      part->uuid = liaison_sql_dup_uuid (sql, 1);
      part->engagement = liaison_sql_get_integer (sql, 2);
      part->contact = liaison_sql_get_integer (sql, 3);
      part->organisation = liaison_sql_get_integer (sql, 4);
      part->head_count = liaison_sql_get_integer (sql, 5);
      part->side = liaison_sql_get_integer (sql, 6);
      part->role = liaison_sql_get_integer (sql, 7);
      part->attendance = liaison_sql_get_integer (sql, 8);
      part->level = liaison_sql_get_integer (sql, 9);
      part->portfolio = liaison_sql_get_integer (sql, 10);
      part->seat_country = liaison_sql_dup_text (sql, 11);
      part->seat_organisation = liaison_sql_get_integer (sql, 12);
      part->post_organisation = liaison_sql_get_integer (sql, 13);
      part->sensitivity = liaison_sql_get_integer (sql, 14);
      part->post_sensitivity = liaison_sql_get_integer (sql, 15);
      part->body_sensitivity = liaison_sql_get_integer (sql, 16);
      add_guises (part);
      g_ptr_array_add (plain_store_find (store, part->engagement)->parts, part);
    }
}

static void
read_links (PlainStore *store)
{
  g_autoptr (LiaisonSql) topics = plain_select_all (store->db, "SELECT l.owner, l.target, t.sensitivity FROM engagement_topics l JOIN topic t ON t.id = l.target");
  g_autoptr (LiaisonSql) memberships = plain_select_all (store->db, "SELECT \"grouping\", country, organisation, \"from\", \"to\" FROM membership");
  g_autoptr (LiaisonSql) follow_ups = plain_select_all (store->db, "SELECT engagement, status, due FROM follow_up");

  while (plain_next_row (topics))
    {
      PlainEngagement *engagement = plain_store_find (store, liaison_sql_get_integer (topics, 0));
      gint64 topic = liaison_sql_get_integer (topics, 1);
      int sensitivity = liaison_sql_get_integer (topics, 2);

      g_array_append_val (engagement->topics, topic);
      g_array_append_val (engagement->topic_sensitivities, sensitivity);
    }

  while (plain_next_row (memberships))
    {
      PlainMembership *membership = g_new0 (PlainMembership, 1);

      membership->grouping = liaison_sql_get_integer (memberships, 0);
      membership->country = liaison_sql_dup_text (memberships, 1);
      membership->organisation = liaison_sql_get_integer (memberships, 2);
      membership->first = read_day (liaison_sql_get_text (memberships, 3), FALSE, 0);
      membership->last = read_day (liaison_sql_get_text (memberships, 4), TRUE, G_MAXINT);
      g_ptr_array_add (store->memberships, membership);
    }

  while (plain_next_row (follow_ups))
    {
      int status = liaison_sql_get_integer (follow_ups, 1);
      int due = read_day (liaison_sql_get_text (follow_ups, 2), TRUE, G_MAXINT);

      if ((status == LIAISON_FOLLOW_UP_NEEDS_ACTION || status == LIAISON_FOLLOW_UP_IN_PROGRESS) && due < store->today)
        plain_store_find (store, liaison_sql_get_integer (follow_ups, 0))->overdue = TRUE;
    }
}

static gboolean
is_visit (const PlainEngagement *engagement)
{
  return engagement->form == LIAISON_FORM_VISIT_MADE || engagement->form == LIAISON_FORM_VISIT_HOSTED;
}

static gboolean
has_held_child (PlainStore            *store,
                const PlainEngagement *engagement)
{
  for (guint i = 0; i < store->engagements->len; i++)
    {
      const PlainEngagement *other = g_ptr_array_index (store->engagements, i);

      if (other->parent == engagement->id && other->status == LIAISON_STATUS_HELD)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_counterpart (const PlainEngagement *engagement)
{
  for (guint i = 0; i < engagement->parts->len; i++)
    {
      const PlainPart *part = g_ptr_array_index (engagement->parts, i);

      if (part->side == LIAISON_SIDE_THEIRS && plain_takes_part (part))
        return TRUE;
    }

  return FALSE;
}

static LiaisonGroup
get_group (const PlainEngagement *engagement)
{
  static const LiaisonGroup groups[] = {
    [0] = LIAISON_GROUP_UNSPECIFIED,
    [LIAISON_FORM_PHONE_CALL] = LIAISON_GROUP_CALLS,
    [LIAISON_FORM_VIDEO_CALL] = LIAISON_GROUP_CALLS,
    [LIAISON_FORM_MEETING] = LIAISON_GROUP_MEETINGS,
    [LIAISON_FORM_PULL_ASIDE] = LIAISON_GROUP_MEETINGS,
    [LIAISON_FORM_WORKING_MEAL] = LIAISON_GROUP_MEETINGS,
    [LIAISON_FORM_VISIT_MADE] = 0,
    [LIAISON_FORM_VISIT_HOSTED] = 0,
    [LIAISON_FORM_MULTILATERAL_SESSION] = LIAISON_GROUP_SESSIONS,
    [LIAISON_FORM_CEREMONY] = LIAISON_GROUP_CEREMONIES,
    [LIAISON_FORM_LETTER] = LIAISON_GROUP_WRITTEN,
    [LIAISON_FORM_MESSAGE] = LIAISON_GROUP_WRITTEN,
    [LIAISON_FORM_UNSPECIFIED] = LIAISON_GROUP_UNSPECIFIED,
  };

  if (is_visit (engagement))
    return has_counterpart (engagement) ? LIAISON_GROUP_MEETINGS : LIAISON_GROUP_TRAVEL;

  return groups[engagement->form];
}

static void
judge_engagements (PlainStore *store)
{
  for (guint i = 0; i < store->engagements->len; i++)
    {
      PlainEngagement *engagement = g_ptr_array_index (store->engagements, i);
      gboolean is_container = is_visit (engagement) && has_held_child (store, engagement);

      engagement->group = is_container ? 0 : get_group (engagement);
      engagement->counted = engagement->status == LIAISON_STATUS_HELD && !is_container;
    }
}

PlainStore *
plain_store_new (LiaisonDb *db)
{
  PlainStore *store = g_new0 (PlainStore, 1);

  store->db = db;
  store->today = liaison_day_today ();
  store->engagements = g_ptr_array_new_with_free_func (free_engagement);
  store->memberships = g_ptr_array_new_with_free_func (free_membership);
  store->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  store->resolved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  read_engagements (store);
  read_parts (store);
  read_links (store);
  judge_engagements (store);

  return store;
}

void
plain_store_free (PlainStore *store)
{
  g_hash_table_unref (store->by_id);
  g_hash_table_unref (store->resolved);
  g_ptr_array_unref (store->engagements);
  g_ptr_array_unref (store->memberships);
  g_free (store);
}

PlainEngagement *
plain_store_find (PlainStore *store,
                  gint64      id)
{
  return g_hash_table_lookup (store->by_id, &id);
}

gboolean
plain_takes_part (const PlainPart *part)
{
  return part->attendance != LIAISON_ATTENDANCE_DECLINED && part->attendance != LIAISON_ATTENDANCE_ABSENT;
}

static gboolean
speaks (const PlainPart *part)
{
  return part->role == 0 || part->role == LIAISON_ROLE_PRINCIPAL || part->role == LIAISON_ROLE_CHAIR || part->role == LIAISON_ROLE_HOST;
}

gboolean
plain_counts (const PlainPart *part)
{
  return speaks (part) && (part->attendance == 0 || part->attendance == LIAISON_ATTENDANCE_ATTENDED);
}

void
plain_get_organisations (const PlainPart *part,
                         gint64           organisations[4])
{
  const gint64 all[] = { part->seat_organisation, part->organisation, part->post_organisation };
  int n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      gboolean known = all[i] == 0;

      for (int j = 0; j < n; j++)
        known = known || organisations[j] == all[i];
      if (!known)
        organisations[n++] = all[i];
    }
  organisations[n] = 0;
}
