/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-contact-detail.h"

#include "liaison-counting-private.h"
#include "liaison-rows-private.h"
#include "liaison-snapshot.h"

static const char posts_of[] =
  "SELECT t.uuid, t.title, o.uuid, o.name, t.level, t.portfolio, t.tenure, t.\"primary\", t.\"from\", t.\"to\","
  "  ?2 BETWEEN t.x_first_day AND t.x_last_day AS current"
  " FROM contact c CROSS JOIN post t ON t.contact = c.id LEFT JOIN organisation o ON o.id = t.organisation"
  " WHERE c.uuid = ?1 ORDER BY current DESC, t.x_last_day DESC, t.x_first_day DESC, t.\"primary\" DESC, t.id";

static const char figures_of[] =
  "SELECT count (*), total (x_counted), min (CASE WHEN x_counted AND x_first_day > 0 THEN x_first_day END),"
  "  max (CASE WHEN x_counted THEN x_last_day END)"
  " FROM engagement WHERE id IN (SELECT p.engagement FROM contact c CROSS JOIN participation p ON p.contact = c.id"
  "  WHERE c.uuid = ?1 AND " LIAISON_SQL_TAKES_PART ")";

static const char spoken_with[] =
  "SELECT o.uuid, o.name, count (DISTINCT e.id) AS times, max (e.x_last_day) AS last"
  " FROM contact c CROSS JOIN participation p ON p.contact = c.id CROSS JOIN engagement e ON e.id = p.engagement"
  " CROSS JOIN participation q ON q.engagement = e.id AND q.side = 3 - p.side CROSS JOIN contact o ON o.id = q.contact"
  " WHERE c.uuid = ?1 AND p.x_counts AND q.x_counts AND " LIAISON_SQL_SPOKEN
  " GROUP BY o.id ORDER BY times DESC, last DESC, o.x_sort_key";

/* The other side of the two. */
G_STATIC_ASSERT (LIAISON_SIDE_OURS + LIAISON_SIDE_THEIRS == 3);

static void
free_post (gpointer data)
{
  LiaisonPostDetail *post = data;

  g_free (post->uuid);
  g_free (post->title);
  g_clear_pointer (&post->organisation, liaison_reference_free);
  g_free (post->from);
  g_free (post->to);
  g_free (post);
}

static void
free_spoken_with (gpointer data)
{
  LiaisonSpokenWith *spoken = data;

  liaison_reference_free (spoken->contact);
  g_free (spoken);
}

static gpointer
read_post (LiaisonSql *sql)
{
  LiaisonPostDetail *post = g_new0 (LiaisonPostDetail, 1);

  post->uuid = liaison_sql_dup_uuid (sql, 0);
  post->title = liaison_sql_dup_text (sql, 1);
  if (!liaison_sql_is_null (sql, 2))
    post->organisation = liaison_reference_new (liaison_sql_dup_uuid (sql, 2), liaison_sql_dup_text (sql, 3));
  post->level = liaison_sql_get_integer (sql, 4);
  post->portfolio = liaison_sql_get_integer (sql, 5);
  post->tenure = liaison_sql_get_integer (sql, 6);
  post->primary = liaison_sql_get_integer (sql, 7);
  post->from = liaison_sql_dup_text (sql, 8);
  post->to = liaison_sql_dup_text (sql, 9);
  post->current = liaison_sql_get_integer (sql, 10);

  return post;
}

static gpointer
read_spoken_with (LiaisonSql *sql)
{
  LiaisonSpokenWith *spoken = g_new0 (LiaisonSpokenWith, 1);

  spoken->contact = liaison_reference_new (liaison_sql_dup_uuid (sql, 0), liaison_sql_dup_text (sql, 1));
  spoken->times = liaison_sql_get_integer (sql, 2);
  spoken->last_day = liaison_sql_get_integer (sql, 3);

  return spoken;
}

static void
judge_cadence (LiaisonContactDetail *detail,
               int                   day)
{
  gint64 cadence = liaison_record_get_integer (detail->record, LIAISON_CONTACT_CADENCE);

  for (guint i = 0; i < detail->spoken_with->len; i++)
    {
      const LiaisonSpokenWith *spoken = g_ptr_array_index (detail->spoken_with, i);

      detail->last_spoken = MAX (detail->last_spoken, spoken->last_day);
    }

  detail->due_day = liaison_counting_due_day (detail->last_spoken, cadence);
  detail->overdue = liaison_counting_is_overdue (detail->last_spoken, cadence, day)
    && !liaison_record_get_integer (detail->record, LIAISON_CONTACT_ARCHIVED);
}

LiaisonContactDetail *
liaison_contact_detail_load (LiaisonDb   *db,
                             const char  *uuid,
                             int          day,
                             GError     **error)
{
  g_autoptr (LiaisonContactDetail) detail = g_new0 (LiaisonContactDetail, 1);
  g_auto (LiaisonSnapshot) snapshot = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  if (!liaison_snapshot_begin (&snapshot, db, error))
    return NULL;

  if (!(detail->record = liaison_record_load (db, LIAISON_KIND_CONTACT, uuid, error))
      || !(detail->posts = liaison_rows_read (db, posts_of, uuid, day, read_post, free_post, error))
      || !liaison_rows_read_figures (db, figures_of, uuid, &detail->figures, error)
      || !(detail->spoken_with = liaison_rows_read (db, spoken_with, uuid, 0, read_spoken_with, free_spoken_with, error))
      || !(detail->history = liaison_record_history_load (db, LIAISON_KIND_CONTACT, uuid, error)))
    return NULL;

  judge_cadence (detail, day);

  return g_steal_pointer (&detail);
}

void
liaison_contact_detail_free (LiaisonContactDetail *detail)
{
  g_clear_pointer (&detail->record, liaison_record_unref);
  g_clear_pointer (&detail->posts, g_ptr_array_unref);
  g_clear_pointer (&detail->spoken_with, g_ptr_array_unref);
  g_clear_pointer (&detail->history, g_ptr_array_unref);
  g_free (detail);
}
