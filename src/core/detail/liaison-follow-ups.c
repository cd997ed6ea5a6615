/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-follow-ups.h"

#include "liaison-date-format.h"
#include "liaison-date.h"
#include "liaison-rows-private.h"
#include "liaison-snapshot.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

#define IS_OPEN "f.status IN (1, 2)"
#define IS_CLOSED "f.status IN (3, 4)"

G_STATIC_ASSERT (LIAISON_FOLLOW_UP_NEEDS_ACTION == 1 && LIAISON_FOLLOW_UP_IN_PROGRESS == 2);
G_STATIC_ASSERT (LIAISON_FOLLOW_UP_DONE == 3 && LIAISON_FOLLOW_UP_DROPPED == 4);

/* The text of a day that is given as a number. */
#define TEXT_OF(day) "format ('%04d-%02d-%02d', " day " / 10000, " day " / 100 % 100, " day " % 100)"

/* ?1 is today.  As the query language has it (is:overdue): what is due in a month or a year is over with its last day. */
#define IS_OVERDUE IS_OPEN " AND f.due > '' AND f.due < substr (" TEXT_OF ("?1") ", 1, length (f.due))"

static const char counts[] =
  "SELECT count(*) FILTER (WHERE " IS_OPEN "), count(*) FILTER (WHERE " IS_OVERDUE "), count(*) FILTER (WHERE " IS_CLOSED ") FROM follow_up f";

#define COLUMNS \
  "SELECT f.uuid, f.text, c.uuid, c.name, f.due, f.status, " IS_OVERDUE ", e.uuid, e.title, e.start, e.\"end\", e.precision," \
  " max (f.sensitivity, e.sensitivity)" \
  " FROM follow_up f CROSS JOIN engagement e ON e.id = f.engagement LEFT JOIN contact c ON c.id = f.owner"

/* A month or a year stands where its last day would. */
static const char open_ones[] =
  COLUMNS " WHERE " IS_OPEN " ORDER BY f.due = '', f.due || substr ('9999-12-31', length (f.due) + 1), f.id LIMIT ?2";

/* ?2 is the last day that one looks ahead to.  Months and years come with their first day. */
static const char due_ones[] =
  COLUMNS " WHERE " IS_OPEN " AND f.due > '' AND f.due <= " TEXT_OF ("?2") " ORDER BY f.due, f.id";

static const char closed_ones[] = COLUMNS " WHERE " IS_CLOSED " ORDER BY f.modified DESC, f.id DESC LIMIT ?2";

static void
free_item (gpointer data)
{
  LiaisonFollowUp *item = data;

  g_free (item->uuid);
  g_free (item->text);
  g_clear_pointer (&item->owner, liaison_reference_free);
  g_free (item->due);
  liaison_reference_free (item->engagement);
  g_free (item->date);
  g_free (item);
}

static LiaisonFollowUp *
read_item (LiaisonSql *sql)
{
  LiaisonFollowUp *item = g_new0 (LiaisonFollowUp, 1);
  g_autofree char *start = liaison_sql_dup_text (sql, 9);
  g_autofree char *end = liaison_sql_dup_text (sql, 10);

  item->uuid = liaison_sql_dup_uuid (sql, 0);
  item->text = liaison_sql_dup_text (sql, 1);
  if (!liaison_sql_is_null (sql, 2))
    item->owner = liaison_reference_new (liaison_sql_dup_uuid (sql, 2), liaison_sql_dup_text (sql, 3));
  item->due = liaison_sql_dup_text (sql, 4);
  item->status = liaison_sql_get_integer (sql, 5);
  item->overdue = liaison_sql_get_integer (sql, 6);
  item->confidential = liaison_sql_get_integer (sql, 12) == LIAISON_SENSITIVITY_CONFIDENTIAL;
  item->engagement = liaison_reference_new (liaison_sql_dup_uuid (sql, 7), liaison_sql_dup_text (sql, 8));
  item->date = liaison_date_format_short (start, end, liaison_vocabulary_get_token (&liaison_precisions, liaison_sql_get_integer (sql, 11)));

  return item;
}

static gboolean
load_counts (LiaisonDb         *db,
             int                today,
             LiaisonFollowUps  *follow_ups,
             GError           **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, counts, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, today);
  if (liaison_sql_step (sql, &failure))
    {
      follow_ups->n_open = liaison_sql_get_integer (sql, 0);
      follow_ups->n_overdue = liaison_sql_get_integer (sql, 1);
      follow_ups->n_closed = liaison_sql_get_integer (sql, 2);
    }

  return liaison_rows_end (&failure, error);
}

static gboolean
load_items (LiaisonDb         *db,
            gboolean           closed,
            int                today,
            guint              most,
            LiaisonFollowUps  *follow_ups,
            GError           **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, closed ? closed_ones : open_ones, error);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, today);
  liaison_sql_bind_integer (sql, 2, most);
  while (liaison_sql_step (sql, &failure))
    g_ptr_array_add (follow_ups->items, read_item (sql));

  return liaison_rows_end (&failure, error);
}

LiaisonFollowUps *
liaison_follow_ups_load (LiaisonDb  *db,
                         gboolean    closed,
                         int         today,
                         guint       most,
                         GError    **error)
{
  g_autoptr (LiaisonFollowUps) follow_ups = g_new0 (LiaisonFollowUps, 1);
  g_auto (LiaisonSnapshot) snapshot = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  follow_ups->items = g_ptr_array_new_with_free_func (free_item);
  if (!liaison_snapshot_begin (&snapshot, db, error)
      || !load_counts (db, today, follow_ups, error)
      || (most > 0 && !load_items (db, closed, today, most, follow_ups, error)))
    return NULL;

  return g_steal_pointer (&follow_ups);
}

/* The day with which it falls due, of a month or a year its last; 0 where it has no date. */
static int
get_last_day (const LiaisonFollowUp *item)
{
  LiaisonDate date;

  return liaison_date_parse (item->due, &date, NULL) ? liaison_date_last_day (&date) : 0;
}

GPtrArray *
liaison_follow_ups_load_due (LiaisonDb  *db,
                             int         today,
                             guint       days,
                             GError    **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_item);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, due_ones, error);
  int until = liaison_day_add (today, (int) days);
  g_autoptr (GError) failure = NULL;

  if (sql == NULL)
    return NULL;

  liaison_sql_bind_integer (sql, 1, today);
  liaison_sql_bind_integer (sql, 2, until);
  while (liaison_sql_step (sql, &failure))
    {
      LiaisonFollowUp *item = read_item (sql);

      if (get_last_day (item) <= until)
        g_ptr_array_add (items, item);
      else
        free_item (item);
    }

  return liaison_rows_end (&failure, error) ? g_steal_pointer (&items) : NULL;
}

char *
liaison_follow_up_dup_due (const LiaisonFollowUp *item)
{
  g_autofree char *day = liaison_date_format_short (item->due, NULL, NULL);

  if (item->due[0] == '\0')
    return g_strdup ("");
  /* Translators: %s is a date */
  return g_strdup_printf (item->overdue ? _("overdue since %s") : _("due %s"), day);
}

gboolean
liaison_follow_up_is_to_tell (const LiaisonFollowUp *item,
                              const char            *told,
                              int                    next,
                              int                    today)
{
  return g_strcmp0 (item->due, told) != 0 || (next != 0 && next <= today);
}

int
liaison_follow_up_get_next_day (const LiaisonFollowUp *item,
                                int                    today)
{
  int last_day = get_last_day (item);

  return last_day > today ? last_day : 0;
}

LiaisonChanges *
liaison_follow_up_tick (const char *uuid,
                        const char *text,
                        gboolean    done)
{
  /* Translators: names of actions, as in "Undo: Tick “Send the paper”"; %s is what is to be done */
  g_autofree char *name = g_strdup_printf (done ? _("Tick “%s”") : _("Take up “%s” again"), text);
  LiaisonChanges *changes = liaison_changes_new (name);
  g_autoptr (LiaisonRecord) value = liaison_record_new (LIAISON_KIND_FOLLOW_UP, NULL);
  g_autoptr (LiaisonFieldEdit) edit = NULL;

  liaison_record_set_integer (value, LIAISON_FOLLOW_UP_STATUS, done ? LIAISON_FOLLOW_UP_DONE : LIAISON_FOLLOW_UP_NEEDS_ACTION);
  edit = liaison_field_edit_new (LIAISON_FIELD_EDIT_SET, value, LIAISON_FOLLOW_UP_STATUS);
  liaison_changes_edit (changes, LIAISON_KIND_FOLLOW_UP, uuid, edit);

  return changes;
}

void
liaison_follow_ups_free (LiaisonFollowUps *follow_ups)
{
  g_ptr_array_unref (follow_ups->items);
  g_free (follow_ups);
}
