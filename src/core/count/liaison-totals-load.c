/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-totals-private.h"

#include "liaison-counting-private.h"
#include "liaison-date.h"
#include "liaison-rows-private.h"

/* The greatest sensitivity of those whom a total names. */
#define NAMED(field, kind) \
  " coalesce ((SELECT max (n.sensitivity) FROM stated_total_" field " l CROSS JOIN " kind " n ON n.id = l.target WHERE l.owner = t.id), 0)"

static const char totals_text[] =
  "SELECT id, uuid, text, sensitivity, counts, form, number, bound, \"from\", \"to\", readout IS NOT NULL, countries,"
  " max (sensitivity," NAMED ("principals", "contact") "," NAMED ("counterparts", "contact") "," NAMED ("offices", "organisation") ","
  "  " NAMED ("organisations", "organisation") ")"
  " FROM stated_total t ORDER BY id";

/* ?1 is the total, ?2 the last day of its period. */
static const char principals_text[] = "SELECT target FROM stated_total_principals WHERE owner = ?1 ORDER BY position";
static const char offices_text[] = "SELECT target FROM stated_total_offices WHERE owner = ?1 ORDER BY position";
static const char counterparts_text[] = "SELECT target FROM stated_total_counterparts WHERE owner = ?1 ORDER BY position";
static const char covered_engagements_text[] = "SELECT target FROM stated_total_covered_engagements WHERE owner = ?1 ORDER BY position";
static const char covered_totals_text[] = "SELECT target FROM stated_total_covered_totals WHERE owner = ?1 ORDER BY position";

/* Of the organisations, a grouping stands for the seats of its members. */
static const char bodies_text[] =
  "SELECT l.target FROM stated_total_organisations l CROSS JOIN organisation b ON b.id = l.target WHERE l.owner = ?1 AND b.kind <> 5"
  " ORDER BY l.position";

/* A country, or a body's key: of a grouping, its members on that day, or itself where it has none. */
static const char seats_text[] =
  "SELECT coalesce (m.country, ''), coalesce (m.organisation, CASE WHEN m.id IS NULL THEN b.id END)"
  " FROM stated_total_organisations l CROSS JOIN organisation b ON b.id = l.target"
  " LEFT JOIN membership m ON b.kind = 5 AND m.\"grouping\" = b.id AND ?2 BETWEEN m.x_first_day AND m.x_last_day"
  " WHERE l.owner = ?1";

/* What a counterpart is on that day: country, organisation of the post, whether it sits for that, level. */
static const char standing_text[] =
  "SELECT c.country, o.organisation, coalesce (b.kind IN (4, 5), 0), coalesce (o.level, 0),"
  "  (WITH RECURSIVE up (id, parent, kind, depth) AS (SELECT b.id, b.parent, b.kind, 0"
  "    UNION ALL SELECT a.id, a.parent, a.kind, up.depth + 1 FROM up CROSS JOIN organisation a ON a.id = up.parent WHERE up.depth < 20)"
  "   SELECT up.id FROM up WHERE up.kind IN (4, 5) ORDER BY up.depth DESC LIMIT 1)"
  " FROM contact c LEFT JOIN post o ON o.id = (SELECT o.id FROM post o WHERE o.contact = c.id AND o.x_first_day <= ?2 AND o.x_last_day >= ?2"
  "  ORDER BY " LIAISON_SQL_POST_ORDER " LIMIT 1)"
  " LEFT JOIN organisation b ON b.id = o.organisation WHERE c.id = ?1";

G_STATIC_ASSERT (LIAISON_ORGANISATION_INTERNATIONAL == 4 && LIAISON_ORGANISATION_GROUPING == 5);

static void
free_total (gpointer data)
{
  liaison_total_free (data);
}

void
liaison_total_free (LiaisonTotal *total)
{
  g_free (total->uuid);
  g_free (total->text);
  g_array_unref (total->principals);
  g_array_unref (total->offices);
  g_array_unref (total->counterparts);
  g_array_unref (total->seats);
  g_array_unref (total->organisations);
  g_array_unref (total->levels);
  g_array_unref (total->covered_engagements);
  g_array_unref (total->covered_totals);
  g_free (total);
}

static GArray *
new_keys (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
add_key (GArray *keys,
         gint64  key)
{
  g_array_append_val (keys, key);
}

/* Periods are required, so what cannot be read is of a damaged store: it covers everything and so is in no span. */
int
liaison_total_read_day (const char *text,
                        gboolean    last)
{
  LiaisonDate date;

  if (!liaison_date_parse (text, &date, NULL))
    return last ? LIAISON_DAY_LAST : LIAISON_DAY_FIRST;

  return last ? liaison_date_last_day (&date) : liaison_date_first_day (&date);
}

static void
read_countries (LiaisonTotal *total,
                const char   *countries)
{
  g_auto (GStrv) codes = g_strsplit (countries, "\n", -1);

  for (char **code = codes; *code; code++)
    {
      if (**code)
        add_key (total->seats, liaison_country_to_value (*code));
    }
}

LiaisonTotal *
liaison_total_new (void)
{
  LiaisonTotal *total = g_new0 (LiaisonTotal, 1);

  total->principals = new_keys ();
  total->offices = new_keys ();
  total->counterparts = new_keys ();
  total->seats = new_keys ();
  total->organisations = new_keys ();
  total->levels = new_keys ();
  total->covered_engagements = new_keys ();
  total->covered_totals = new_keys ();

  return total;
}

static LiaisonTotal *
read_total (LiaisonSql *sql)
{
  LiaisonTotal *total = liaison_total_new ();

  total->id = liaison_sql_get_integer (sql, 0);
  total->uuid = liaison_sql_dup_uuid (sql, 1);
  total->text = liaison_sql_dup_text (sql, 2);
  total->sensitivity = liaison_sql_get_integer (sql, 3);
  total->secrecy = liaison_sql_get_integer (sql, 12);
  total->counts = liaison_sql_get_integer (sql, 4);
  total->form = liaison_sql_get_integer (sql, 5);
  total->number = liaison_sql_get_integer (sql, 6);
  total->bound = liaison_sql_get_integer (sql, 7);
  total->first = liaison_total_read_day (liaison_sql_get_text (sql, 8), FALSE);
  total->last = liaison_total_read_day (liaison_sql_get_text (sql, 9), TRUE);
  total->is_sourced = liaison_sql_get_integer (sql, 10);
  read_countries (total, liaison_sql_get_text (sql, 11));

  return total;
}

static gboolean
read_keys (LiaisonDb           *db,
           const char          *text,
           const LiaisonTotal  *total,
           GArray              *keys,
           GError             **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, total->id);
  while (liaison_sql_step (sql, &failure))
    add_key (keys, liaison_sql_get_integer (sql, 0));

  return liaison_rows_end (&failure, error);
}

static gboolean
read_stated_seats (LiaisonDb     *db,
                   LiaisonTotal  *total,
                   GError       **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, seats_text, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, total->id);
  liaison_sql_bind_integer (sql, 2, total->last);
  while (liaison_sql_step (sql, &failure))
    {
      const char *country = liaison_sql_get_text (sql, 0);

      add_key (total->seats, *country ? liaison_country_to_value (country) : -liaison_sql_get_integer (sql, 1));
    }

  return liaison_rows_end (&failure, error);
}

static gboolean
read_standing (LiaisonDb     *db,
               LiaisonTotal  *total,
               gint64         counterpart,
               gboolean       has_seats,
               gboolean       has_organisations,
               GError       **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, standing_text, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return FALSE;

  liaison_sql_bind_integer (sql, 1, counterpart);
  liaison_sql_bind_integer (sql, 2, total->last);
  if (liaison_sql_step (sql, &failure))
    {
      gint64 topmost = liaison_sql_get_integer (sql, 2) ? liaison_sql_get_integer (sql, 4) : 0;

      if (!has_seats)
        add_key (total->seats, topmost ? -topmost : liaison_country_to_value (liaison_sql_get_text (sql, 0)));
      if (!has_organisations)
        add_key (total->organisations, liaison_sql_get_integer (sql, 1));
      add_key (total->levels, liaison_sql_get_integer (sql, 3));
    }

  return liaison_rows_end (&failure, error);
}

static gboolean
read_links (LiaisonDb     *db,
            LiaisonTotal  *total,
            GError       **error)
{
  gboolean has_seats;
  gboolean has_organisations;

  if (!read_keys (db, principals_text, total, total->principals, error)
      || !read_keys (db, offices_text, total, total->offices, error)
      || !read_keys (db, counterparts_text, total, total->counterparts, error)
      || !read_keys (db, bodies_text, total, total->organisations, error)
      || !read_keys (db, covered_engagements_text, total, total->covered_engagements, error)
      || !read_keys (db, covered_totals_text, total, total->covered_totals, error)
      || !read_stated_seats (db, total, error))
    return FALSE;

  /* What is not stated follows from the counterparts, where these are named. */
  has_seats = total->seats->len > 0;
  has_organisations = total->organisations->len > 0;
  for (guint i = 0; i < total->counterparts->len; i++)
    {
      if (!read_standing (db, total, g_array_index (total->counterparts, gint64, i), has_seats, has_organisations, error))
        return FALSE;
    }

  return TRUE;
}

GPtrArray *
liaison_totals_load (LiaisonDb  *db,
                     GError    **error)
{
  g_autoptr (GPtrArray) totals = g_ptr_array_new_with_free_func (free_total);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, totals_text, error);
  g_autoptr (GError) failure = NULL;

  if (!sql)
    return NULL;

  while (liaison_sql_step (sql, &failure))
    g_ptr_array_add (totals, read_total (sql));
  if (!liaison_rows_end (&failure, error))
    return NULL;

  for (guint i = 0; i < totals->len; i++)
    {
      if (!read_links (db, g_ptr_array_index (totals, i), error))
        return NULL;
    }

  return g_steal_pointer (&totals);
}
