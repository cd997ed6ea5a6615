/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-occasion.h"

#include "liaison-country.h"
#include "liaison-rows-private.h"
#include "liaison-standing-private.h"

#include "liaison-config.h"

#include <glib/gi18n-lib.h>

/* In all of these ?1 is the engagement and ?4 the most that the audience may hear. */
static const char facts_text[] =
  "SELECT e.uuid, e.title, e.start, e.\"end\", e.x_first_day, e.precision, e.form, e.x_group, e.evidence, e.initiated, e.x_counted, e.place,"
  "  CASE WHEN f.short_name <> '' THEN f.short_name ELSE f.name END, v.uuid,"
  "  (SELECT count (*) FROM engagement i WHERE i.parent = e.id AND i.x_counted AND i.sensitivity <= ?4)"
  " FROM engagement e LEFT JOIN organisation f ON f.id = e.format AND f.sensitivity <= ?4"
  " LEFT JOIN engagement v ON v.id = e.parent AND v.sensitivity <= ?4"
  " WHERE e.id = ?1 AND e.sensitivity <= ?4";

/* ?2 is the side, ?3 the day as of which it is told. */
static const char people_text[] =
  "SELECT c.uuid, c.name, c.family, CASE WHEN o.short_name <> '' THEN o.short_name ELSE o.name END, p.country, p.head_count, p.title, t.title, t.tenure, coalesce (t.sensitivity <= ?4, 0),"
  "  CASE WHEN n.sensitivity > ?4 THEN t.title ELSE n.title END, p.x_seat_country, CASE WHEN s.short_name <> '' THEN s.short_name ELSE s.name END, p.role, p.attendance, p.x_counts"
  " FROM participation p LEFT JOIN contact c ON c.id = p.contact"
  " LEFT JOIN organisation o ON o.id = p.organisation"
  " LEFT JOIN organisation s ON s.id = p.x_seat_organisation"
  " LEFT JOIN post t ON t.id = p.x_post"
  " LEFT JOIN post n ON n.id = " LIAISON_SQL_POST_OF_DAY ("p.contact", "?3")
  " WHERE p.engagement = ?1 AND p.side = ?2 AND p.attendance NOT IN (3, 4)"
  "  AND max (p.sensitivity, coalesce (c.sensitivity, 0), coalesce (o.sensitivity, 0), coalesce (s.sensitivity, 0)) <= ?4"
  " ORDER BY p.position, p.id";

G_STATIC_ASSERT (LIAISON_ATTENDANCE_DECLINED == 3 && LIAISON_ATTENDANCE_ABSENT == 4);

static const char sources_text[] =
  "SELECT r.title, r.issuer, r.address, r.published FROM readout_engagements l INDEXED BY readout_engagements_target"
  " CROSS JOIN readout r ON r.id = l.owner WHERE l.target = ?1 AND r.sensitivity <= ?4 ORDER BY r.published, r.id";

static const char inside_text[] =
  "SELECT id FROM engagement WHERE parent = ?1 AND x_counted AND sensitivity <= ?4 ORDER BY x_first_day, x_minute, id";

static void
free_person (gpointer data)
{
  LiaisonPerson *person = data;

  g_clear_pointer (&person, liaison_person_free);
}

static void
free_source (gpointer data)
{
  LiaisonSource *source = data;

  g_free (source->title);
  g_free (source->issuer);
  g_free (source->address);
  g_free (source->published);
  g_free (source);
}

void
liaison_occasion_free (LiaisonOccasion *occasion)
{
  g_free (occasion->uuid);
  g_free (occasion->title);
  g_free (occasion->start);
  g_free (occasion->end);
  g_free (occasion->place);
  g_free (occasion->format);
  g_free (occasion->parent);
  g_clear_pointer (&occasion->ours, g_ptr_array_unref);
  g_clear_pointer (&occasion->theirs, g_ptr_array_unref);
  g_clear_pointer (&occasion->sources, g_ptr_array_unref);
  g_free (occasion);
}

static LiaisonSql *
prepare (LiaisonDb             *db,
         const char            *text,
         gint64                 id,
         const LiaisonTelling  *telling,
         GError               **error)
{
  LiaisonSql *sql = liaison_sql_new (db, text, error);

  if (!sql)
    return NULL;

  liaison_sql_bind_integer (sql, 1, id);
  liaison_sql_bind_integer (sql, 3, telling->day);
  liaison_sql_bind_integer (sql, 4, telling->audience ? (int) telling->audience : LIAISON_SENSITIVITY_CONFIDENTIAL);

  return sql;
}

static void
read_facts (LiaisonSql      *sql,
            LiaisonOccasion *occasion)
{
  occasion->uuid = liaison_sql_dup_uuid (sql, 0);
  occasion->title = liaison_sql_dup_text (sql, 1);
  occasion->start = liaison_sql_dup_text (sql, 2);
  occasion->end = liaison_sql_dup_text (sql, 3);
  occasion->day = liaison_sql_get_integer (sql, 4);
  occasion->precision = liaison_sql_get_integer (sql, 5);
  occasion->form = liaison_sql_get_integer (sql, 6);
  occasion->group = liaison_sql_get_integer (sql, 7);
  occasion->evidence = liaison_sql_get_integer (sql, 8);
  occasion->initiated = liaison_sql_get_integer (sql, 9);
  occasion->counted = liaison_sql_get_integer (sql, 10);
  occasion->place = liaison_sql_dup_text (sql, 11);
  occasion->format = liaison_sql_is_null (sql, 12) ? NULL : liaison_sql_dup_text (sql, 12);
  occasion->parent = liaison_sql_is_null (sql, 13) ? NULL : liaison_sql_dup_uuid (sql, 13);
  occasion->n_inside = liaison_sql_get_integer (sql, 14);
}

static gboolean
load_facts (LiaisonDb             *db,
            const LiaisonTelling  *telling,
            LiaisonOccasion       *occasion,
            GError               **error)
{
  g_autoptr (LiaisonSql) sql = prepare (db, facts_text, occasion->id, telling, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  if (liaison_sql_step (sql, &failure))
    {
      read_facts (sql, occasion);
      return TRUE;
    }

  if (liaison_rows_end (&failure, error))
    g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND, _("An engagement is not there any more."));

  return FALSE;
}

static void
read_names (LiaisonSql    *sql,
            LiaisonPerson *person)
{
  const char *family = liaison_sql_get_text (sql, 2);

  if (!liaison_sql_is_null (sql, 0))
    {
      person->uuid = liaison_sql_dup_uuid (sql, 0);
      person->name = liaison_sql_dup_text (sql, 1);
      person->family = g_strdup (*family ? family : person->name);
    }
  else
    {
      person->name = liaison_sql_is_null (sql, 3) ? g_strdup (liaison_country_get_name (liaison_sql_get_text (sql, 4)))
                                                  : liaison_sql_dup_text (sql, 3);
      person->family = g_strdup (person->name);
    }

  person->seat = liaison_sql_is_null (sql, 12) ? g_strdup (liaison_country_get_name (liaison_sql_get_text (sql, 11)))
                                               : liaison_sql_dup_text (sql, 12);
}

/* A title that was written by hand is of the participation; another one is of the post, and told where that may be. */
static void
read_title (LiaisonSql    *sql,
            LiaisonPerson *person)
{
  gboolean by_hand = *liaison_sql_get_text (sql, 6) != '\0';
  gboolean may_tell = liaison_sql_get_integer (sql, 9);

  if (by_hand)
    person->title = liaison_sql_dup_text (sql, 6);
  else
    person->title = may_tell ? liaison_sql_dup_text (sql, 7) : g_strdup ("");

  person->tenure = by_hand || !may_tell ? 0 : liaison_sql_get_integer (sql, 8);
  person->is_former = !by_hand && *person->title && g_strcmp0 (person->title, liaison_sql_get_text (sql, 10)) != 0;
}

static GPtrArray *
load_people (LiaisonDb             *db,
             const LiaisonTelling  *telling,
             gint64                 id,
             LiaisonSide            side,
             GError               **error)
{
  g_autoptr (LiaisonSql) sql = prepare (db, people_text, id, telling, error);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (free_person);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return NULL;

  liaison_sql_bind_integer (sql, 2, side);
  while (liaison_sql_step (sql, &failure))
    {
      LiaisonPerson *person = g_new0 (LiaisonPerson, 1);

      read_names (sql, person);
      read_title (sql, person);
      person->head_count = liaison_sql_get_integer (sql, 5);
      person->role = liaison_sql_get_integer (sql, 13);
      person->attendance = liaison_sql_get_integer (sql, 14);
      person->counts = liaison_sql_get_integer (sql, 15);
      g_ptr_array_add (people, person);
    }

  return liaison_rows_end (&failure, error) ? g_steal_pointer (&people) : NULL;
}

static GPtrArray *
load_sources (LiaisonDb             *db,
              const LiaisonTelling  *telling,
              gint64                 id,
              GError               **error)
{
  g_autoptr (LiaisonSql) sql = prepare (db, sources_text, id, telling, error);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (free_source);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return NULL;

  while (liaison_sql_step (sql, &failure))
    {
      LiaisonSource *source = g_new0 (LiaisonSource, 1);

      source->title = liaison_sql_dup_text (sql, 0);
      source->issuer = liaison_sql_dup_text (sql, 1);
      source->address = liaison_sql_dup_text (sql, 2);
      source->published = liaison_sql_dup_text (sql, 3);
      g_ptr_array_add (sources, source);
    }

  return liaison_rows_end (&failure, error) ? g_steal_pointer (&sources) : NULL;
}

LiaisonOccasion *
liaison_occasion_load (LiaisonDb             *db,
                       gint64                 id,
                       const LiaisonTelling  *telling,
                       GError               **error)
{
  g_autoptr (LiaisonOccasion) occasion = g_new0 (LiaisonOccasion, 1);

  occasion->id = id;
  if (!load_facts (db, telling, occasion, error)
      || !(occasion->ours = load_people (db, telling, id, LIAISON_SIDE_OURS, error))
      || !(occasion->theirs = load_people (db, telling, id, LIAISON_SIDE_THEIRS, error))
      || !(occasion->sources = load_sources (db, telling, id, error)))
    return NULL;

  return g_steal_pointer (&occasion);
}

GArray *
liaison_occasion_load_inside (LiaisonDb             *db,
                              gint64                 id,
                              const LiaisonTelling  *telling,
                              GError               **error)
{
  g_autoptr (LiaisonSql) sql = prepare (db, inside_text, id, telling, error);
  g_autoptr (GArray) inside = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return NULL;

  while (liaison_sql_step (sql, &failure))
    {
      gint32 key = liaison_sql_get_integer (sql, 0);

      g_array_append_val (inside, key);
    }

  return liaison_rows_end (&failure, error) ? g_steal_pointer (&inside) : NULL;
}
