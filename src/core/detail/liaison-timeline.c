/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-timeline.h"

#include "liaison-audience-private.h"
#include "liaison-country.h"
#include "liaison-day.h"
#include "liaison-match-private.h"
#include "liaison-query-asks.h"
#include "liaison-query-edit.h"
#include "liaison-rows-private.h"
#include "liaison-snapshot.h"

#include <string.h>

/* Posts of a country or an organisation: more than these are no help to anybody, and the weightiest come first. */
#define MOST_POSTS 16

typedef enum { SUBJECT_CONTACT, SUBJECT_ORGANISATION, SUBJECT_COUNTRY } SubjectType;

typedef struct
{
  LiaisonDb       *db;
  LiaisonQuery    *query;
  LiaisonTimeline *timeline;
  SubjectType      type;
  char            *key; /* a UUID, or the code of a country */
} Load;

#define ITEMS(ours, theirs) \
  "SELECT max (e.x_first_day, ?2), min (e.x_last_day, ?3), e.form, e.x_group, e.status, e.title, " ours ", " theirs ", e.x_first_day" \
  " FROM json_each (?1) j CROSS JOIN engagement e ON e.id = j.value" \
  " WHERE e.status IN (?4, ?5) ORDER BY 1, e.id"

static const char items_text[] = ITEMS ("e.x_ours", "e.x_theirs");

static const char items_for_audience[] = ITEMS (LIAISON_SQL_TOLD_NAMES ("e.id", "1", "?6"), LIAISON_SQL_TOLD_NAMES ("e.id", "2", "?6"));

G_STATIC_ASSERT (LIAISON_SIDE_OURS == 1 && LIAISON_SIDE_THEIRS == 2);

/* ?3 is the most that whoever asks may hear. */
#define IS_TOLD \
  "max (t.sensitivity, c.sensitivity, coalesce ((SELECT b.sensitivity FROM organisation b WHERE b.id = t.organisation), 0)) <= ?3"

/* A person's own posts, dated or not. */
static const char contact_posts[] =
  "SELECT t.x_first_day, t.x_last_day, t.title, '', c.uuid FROM contact c CROSS JOIN post t ON t.contact = c.id WHERE c.uuid = ?1"
  " AND " IS_TOLD
  " ORDER BY t.x_first_day, t.x_last_day, t.id";

/* Those who speak for a country: heads of state and of government, ministers. */
static const char country_posts[] =
  "SELECT t.x_first_day, t.x_last_day, t.title, c.name, c.uuid FROM contact c CROSS JOIN post t ON t.contact = c.id"
  " WHERE c.country = ?1 AND t.level IN (1, 2, 4) AND (t.x_first_day > 0 OR t.x_last_day < 99999999) AND " IS_TOLD
  " ORDER BY t.level, t.x_last_day DESC, t.id LIMIT ?2";

static const char organisation_posts[] =
  "SELECT t.x_first_day, t.x_last_day, t.title, c.name, c.uuid FROM organisation o CROSS JOIN post t ON t.organisation = o.id"
  " CROSS JOIN contact c ON c.id = t.contact WHERE o.uuid = ?1 AND (t.x_first_day > 0 OR t.x_last_day < 99999999) AND " IS_TOLD
  " ORDER BY t.level = 0, t.level, t.x_last_day DESC, t.id LIMIT ?2";

static void
free_item (gpointer data)
{
  LiaisonTimelineItem *item = data;

  g_free (item->title);
  g_free (item->ours);
  g_free (item->theirs);
  g_free (item);
}

static void
free_post (gpointer data)
{
  LiaisonTimelinePost *post = data;

  g_free (post->title);
  g_free (post->holder);
  g_free (post->query);
  g_free (post);
}

/* Whose timeline */

static gboolean
take_record (Load        *load,
             const char  *query_key,
             SubjectType  type,
             GError     **error)
{
  g_autoptr (GPtrArray) records = liaison_query_find_records (load->db, load->query, query_key, error);
  const LiaisonReference *record;

  if (records == NULL)
    return FALSE;
  if (records->len != 1)
    return TRUE;

  record = g_ptr_array_index (records, 0);
  load->type = type;
  load->key = g_strdup (record->uuid);
  load->timeline->subject = g_strdup (record->name);

  return TRUE;
}

static void
take_country (Load *load)
{
  g_auto (GStrv) codes = liaison_query_dup_values (load->query, "country", NULL);

  if (g_strv_length (codes) != 1 || g_str_equal (codes[0], "none"))
    return;

  load->type = SUBJECT_COUNTRY;
  load->key = g_strdup (codes[0]);
  load->timeline->subject = g_strdup (liaison_country_get_name (codes[0]));
}

static gboolean
find_subject (Load    *load,
              GError **error)
{
  if (!take_record (load, "with", SUBJECT_CONTACT, error))
    return FALSE;
  if (load->key == NULL && !take_record (load, "org", SUBJECT_ORGANISATION, error))
    return FALSE;
  if (load->key == NULL)
    take_country (load);
  if (load->key != NULL)
    return TRUE;
  if (!take_record (load, "by", SUBJECT_CONTACT, error))
    return FALSE;

  load->timeline->is_ours = load->key != NULL;

  return TRUE;
}

/* Engagements */

static void
add_item (LiaisonTimeline *timeline,
          LiaisonSql      *sql)
{
  LiaisonTimelineItem *item;

  if (liaison_sql_get_integer (sql, 8) == 0)
    {
      timeline->n_undated += liaison_sql_get_integer (sql, 3) != 0;
      return;
    }

  item = g_new0 (LiaisonTimelineItem, 1);
  item->first_day = liaison_sql_get_integer (sql, 0);
  item->last_day = MAX (liaison_sql_get_integer (sql, 1), item->first_day);
  item->form = liaison_sql_get_integer (sql, 2);
  item->group = liaison_sql_get_integer (sql, 3);
  item->is_planned = liaison_sql_get_integer (sql, 4) == LIAISON_STATUS_PLANNED;
  item->title = liaison_sql_dup_text (sql, 5);
  item->ours = liaison_sql_dup_text (sql, 6);
  item->theirs = liaison_sql_dup_text (sql, 7);
  g_ptr_array_add (timeline->items, item);
}

static gboolean
load_items (Load    *load,
            GError **error)
{
  g_autoptr (LiaisonMatch) match = liaison_match_new_for_list (load->db, load->query, error);
  g_autofree char *list = match ? liaison_bits_to_json (match->engagements) : NULL;
  LiaisonAudience audience = liaison_audience_get (load->query);
  g_autoptr (LiaisonSql) sql = match ? liaison_sql_new (load->db, audience ? items_for_audience : items_text, error) : NULL;
  g_autoptr (GError) failure = NULL;
  int first, last;

  if (sql == NULL)
    return FALSE;

  liaison_query_get_span (load->query, &first, &last);
  liaison_sql_bind_static (sql, 1, list);
  liaison_sql_bind_integer (sql, 2, first);
  liaison_sql_bind_integer (sql, 3, last);
  liaison_sql_bind_integer (sql, 4, LIAISON_STATUS_HELD);
  liaison_sql_bind_integer (sql, 5, LIAISON_STATUS_PLANNED);
  if (audience)
    liaison_sql_bind_integer (sql, 6, audience);
  while (liaison_sql_step (sql, &failure))
    add_item (load->timeline, sql);

  return liaison_rows_end (&failure, error);
}

/* Posts */

static void
append_day (GString    *text,
            const char *key,
            int         day)
{
  g_autofree char *value = day > 0 && day < 99999999 ? liaison_step_key (LIAISON_STEP_DAY, day) : NULL;

  if (value != NULL)
    g_string_append_printf (text, " %s:%s", key, value);
}

/* The engagements of a post's time: of a country or an organisation, those with its holder. */
static char *
make_query (Load       *load,
            LiaisonSql *sql)
{
  GString *text = g_string_new (liaison_query_get_text (load->query));

  if (load->type != SUBJECT_CONTACT)
    {
      g_autofree char *holder = liaison_sql_dup_uuid (sql, 4);

      g_string_append_printf (text, " with:%s", holder);
    }
  append_day (text, "from", liaison_sql_get_integer (sql, 0));
  append_day (text, "to", liaison_sql_get_integer (sql, 1));
  g_string_append (text, " is:counted");

  return g_string_free (text, FALSE);
}

static gboolean
add_post (Load        *load,
          LiaisonSql  *sql,
          GError     **error)
{
  g_autofree char *text = make_query (load, sql);
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  LiaisonTimelinePost *post;
  LiaisonTally tally;

  if (!liaison_query_tally (load->db, query, &tally, error))
    return FALSE;

  post = g_new0 (LiaisonTimelinePost, 1);
  post->first_day = liaison_sql_get_integer (sql, 0);
  post->last_day = liaison_sql_get_integer (sql, 1);
  post->title = liaison_sql_dup_text (sql, 2);
  post->holder = liaison_sql_dup_text (sql, 3);
  post->query = g_steal_pointer (&text);
  post->n_engagements = tally.records;
  g_ptr_array_add (load->timeline->posts, post);

  return TRUE;
}

static gboolean
load_posts (Load    *load,
            GError **error)
{
  static const char * const texts[] = {
    [SUBJECT_CONTACT] = contact_posts,
    [SUBJECT_ORGANISATION] = organisation_posts,
    [SUBJECT_COUNTRY] = country_posts,
  };
  LiaisonAudience audience = liaison_audience_get (load->query);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (load->db, texts[load->type], error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  if (load->type == SUBJECT_COUNTRY)
    liaison_sql_bind_text (sql, 1, load->key);
  else
    liaison_sql_bind_uuid (sql, 1, load->key);
  if (load->type != SUBJECT_CONTACT)
    liaison_sql_bind_integer (sql, 2, MOST_POSTS);
  liaison_sql_bind_integer (sql, 3, liaison_audience_get_most (audience));
  while (liaison_sql_step (sql, &failure))
    {
      if (!add_post (load, sql, error))
        return FALSE;
    }

  return liaison_rows_end (&failure, error);
}

LiaisonTimeline *
liaison_timeline_load (LiaisonDb     *db,
                       LiaisonQuery  *query,
                       GError       **error)
{
  g_auto (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonTimeline) timeline = g_new0 (LiaisonTimeline, 1);
  Load load = { .db = db, .query = query, .timeline = timeline };
  g_autofree char *key = NULL;
  gboolean done;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  timeline->items = g_ptr_array_new_with_free_func (free_item);
  timeline->posts = g_ptr_array_new_with_free_func (free_post);
  if (!liaison_snapshot_begin (&snapshot, db, error))
    return NULL;

  done = find_subject (&load, error);
  key = load.key;
  if (!done || (key != NULL && (!load_items (&load, error) || !load_posts (&load, error))))
    return NULL;

  return g_steal_pointer (&timeline);
}

void
liaison_timeline_free (LiaisonTimeline *timeline)
{
  g_free (timeline->subject);
  g_clear_pointer (&timeline->items, g_ptr_array_unref);
  g_clear_pointer (&timeline->posts, g_ptr_array_unref);
  g_free (timeline);
}
