/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-derive-steps-private.h"

#include "liaison-standing-private.h"

/*
 * Derived columns that SQL computes: a SELECT gives the rows whose columns are not what they should be, with the values that they should
 * have, and an UPDATE writes them.  LIMIT -1 keeps SQLite from merging the inner SELECT into the outer one, where it would evaluate each
 * expression twice.
 */
typedef struct
{
  LiaisonKind  kind;
  const char  *columns;
  int          n_columns;
  int          n_parameters;
  const char  *select; /* key, values */
  const char  *update; /* ?1 is the key, the values follow */
} Derivation;

/* ?1 is the kind, ?2 whether sort keys are derived. */
#define FROM_TOUCHED(table) " FROM temp.touched AS d CROSS JOIN " table " AS t ON t.id = d.id WHERE d.kind = ?1 LIMIT -1"

/* A period: open where an end of it is not known. */
#define PERIOD_SELECT(table) \
  "SELECT id, first, last FROM (SELECT t.id, t.x_first_day, t.x_last_day," \
  "  CASE t.\"from\" WHEN '' THEN 0 ELSE liaison_first_day (t.\"from\") END AS first," \
  "  CASE t.\"to\" WHEN '' THEN 99999999 ELSE liaison_last_day (t.\"to\") END AS last" FROM_TOUCHED (table) \
  ") WHERE (first, last) IS NOT (x_first_day, x_last_day)"
#define PERIOD_UPDATE(table) "UPDATE " table " SET x_first_day = ?2, x_last_day = ?3 WHERE id = ?1"

#define NAMES_SELECT(table, sort_name, names) \
  "SELECT id, sort_key, folded FROM (SELECT t.id, t.x_sort_key, t.x_folded, " names " AS folded," \
  "  CASE WHEN ?2 THEN liaison_sort_key (" sort_name ") ELSE t.x_sort_key END AS sort_key" FROM_TOUCHED (table) \
  ") WHERE (sort_key, folded) IS NOT (x_sort_key, x_folded)"
#define NAMES_UPDATE(table) "UPDATE " table " SET x_sort_key = ?2, x_folded = ?3 WHERE id = ?1"

static const Derivation own_columns[] = {
  { LIAISON_KIND_ORGANISATION, "x_sort_key, x_folded", 2, 2,
    NAMES_SELECT ("organisation", "t.name", "liaison_names (t.name, t.short_name, t.other_names)"),
    NAMES_UPDATE ("organisation") },
  { LIAISON_KIND_MEMBERSHIP, "x_first_day, x_last_day", 2, 1, PERIOD_SELECT ("membership"), PERIOD_UPDATE ("membership") },
  { LIAISON_KIND_CONTACT, "x_sort_key, x_folded", 2, 2,
    NAMES_SELECT ("contact",
                  "CASE WHEN t.sort_name <> '' THEN t.sort_name"
                  " WHEN t.family <> '' AND t.given <> '' THEN t.family || ', ' || t.given ELSE t.name END",
                  "liaison_names (t.name, t.given || ' ' || t.additional || ' ' || t.family, t.sort_name, t.other_names)"),
    NAMES_UPDATE ("contact") },
  { LIAISON_KIND_POST, "x_first_day, x_last_day", 2, 1, PERIOD_SELECT ("post"), PERIOD_UPDATE ("post") },
  { LIAISON_KIND_TOPIC, "x_folded", 1, 1,
    "SELECT id, folded FROM (SELECT t.id, t.x_folded, liaison_names (t.name) AS folded" FROM_TOUCHED ("topic")
    ") WHERE folded IS NOT x_folded",
    "UPDATE topic SET x_folded = ?2 WHERE id = ?1" },
  { LIAISON_KIND_ENGAGEMENT, "x_first_day, x_last_day, x_minute, x_title_key", 4, 2,
    "SELECT id, first, max (first, last), minute, title_key"
    " FROM (SELECT t.id, t.x_first_day, t.x_last_day, t.x_minute, t.x_title_key,"
    "  liaison_first_day (t.start) AS first, liaison_minute (t.start) AS minute,"
    "  CASE WHEN t.start = '' THEN 0 WHEN t.\"end\" = '' THEN liaison_last_day (t.start) ELSE liaison_last_day (t.\"end\") END AS last,"
    "  CASE WHEN ?2 THEN liaison_sort_key (t.title) ELSE t.x_title_key END AS title_key" FROM_TOUCHED ("engagement")
    ") WHERE (first, max (first, last), minute, title_key) IS NOT (x_first_day, x_last_day, x_minute, x_title_key)",
    "UPDATE engagement SET x_first_day = ?2, x_last_day = ?3, x_minute = ?4, x_title_key = ?5 WHERE id = ?1" },
};

/* A post of somebody else is no post of this contact, whatever the record says. */
#define GIVEN_POST "(SELECT o.id FROM post AS o WHERE o.id = p.post AND o.contact = p.contact)"

/* An organisation and those that it is part of, the nearest first; a chain that ends in itself ends nevertheless. */
#define UPWARDS(table) \
  "(WITH RECURSIVE up (id, parent, kind, country, depth) AS (" \
  "  SELECT " table ".id, " table ".parent, " table ".kind, " table ".country, 0" \
  "  UNION ALL SELECT a.id, a.parent, a.kind, a.country, up.depth + 1 FROM up CROSS JOIN organisation AS a ON a.id = up.parent" \
  "   WHERE up.depth < 20) "

/* For an office of an international organisation that organisation sits: for the External Action Service the European Union. */
#define TOPMOST_INTERNATIONAL(table) \
  "CASE WHEN " table ".parent IS NULL THEN " table ".id ELSE " \
  UPWARDS (table) "SELECT up.id FROM up WHERE " LIAISON_SQL_IS_INTERNATIONAL ("up") " ORDER BY up.depth DESC LIMIT 1) END"
#define COUNTRY_OF(table) \
  "CASE WHEN " table ".country <> '' OR " table ".parent IS NULL THEN " table ".country ELSE coalesce (" \
  UPWARDS (table) "SELECT up.country FROM up WHERE up.country <> '' ORDER BY up.depth LIMIT 1), '') END"

/*
 * For whom a participant sits, the first of these that is known: what is said by hand; the post's organisation, where that is international;
 * the participating organisation (where it is national, its country); the contact's country, or that of the post's organisation; the
 * participating country.  b is the organisation that decides, w that of the post.
 */
#define SEAT_ORGANISATION \
  "CASE WHEN p.seat_organisation IS NOT NULL THEN p.seat_organisation" \
  " WHEN p.seat_country <> '' THEN NULL" \
  " WHEN " LIAISON_SQL_IS_INTERNATIONAL ("b") " THEN " TOPMOST_INTERNATIONAL ("b") \
  " WHEN b.id IS NOT NULL AND " COUNTRY_OF ("b") " = '' THEN b.id END"
#define SEAT_COUNTRY \
  "CASE WHEN p.seat_organisation IS NOT NULL THEN ''" \
  " WHEN p.seat_country <> '' THEN p.seat_country" \
  " WHEN " LIAISON_SQL_IS_INTERNATIONAL ("b") " THEN ''" \
  " WHEN b.id IS NOT NULL THEN " COUNTRY_OF ("b") \
  " WHEN c.country <> '' THEN c.country" \
  " WHEN w.id IS NOT NULL THEN " COUNTRY_OF ("w") \
  " ELSE p.country END"

/* Not stated is attended, and a principal. */
#define COUNTS "p.attendance IN (0, 1) AND p.role IN (0, 1, 2, 3)"

G_STATIC_ASSERT (LIAISON_ATTENDANCE_ATTENDED == 1);
G_STATIC_ASSERT (LIAISON_ROLE_PRINCIPAL == 1 && LIAISON_ROLE_CHAIR == 2 && LIAISON_ROLE_HOST == 3);

#define PARTICIPATION_COLUMNS "x_day, x_post, x_level, x_portfolio, x_seat_country, x_seat_organisation, x_counts"

#define PARTICIPATION_SELECT(source) \
  "SELECT id, day, post, level, portfolio, seat_country, seat_organisation, counts" \
  " FROM (SELECT p.id, p.x_day, p.x_post, p.x_level, p.x_portfolio, p.x_seat_country, p.x_seat_organisation, p.x_counts," \
  "  e.x_first_day AS day, h.id AS post, coalesce (h.level, 0) AS level, coalesce (h.portfolio, 0) AS portfolio," \
  "  " SEAT_COUNTRY " AS seat_country, " SEAT_ORGANISATION " AS seat_organisation, " COUNTS " AS counts" \
  "  FROM " source \
  "  CROSS JOIN engagement AS e ON e.id = p.engagement" \
  "  LEFT JOIN contact AS c ON c.id = p.contact" \
  "  LEFT JOIN post AS h ON h.id = coalesce (" GIVEN_POST "," \
  "    CASE WHEN e.x_first_day = 0 THEN " LIAISON_SQL_LATEST_POST ("p.contact") " ELSE " LIAISON_SQL_POST_OF_DAY ("p.contact", "e.x_first_day") " END)" \
  "  LEFT JOIN organisation AS w ON w.id = h.organisation" \
  "  LEFT JOIN organisation AS b ON b.id = CASE WHEN " LIAISON_SQL_IS_INTERNATIONAL ("w") " THEN w.id ELSE p.organisation END" \
  "  LIMIT -1)" \
  " WHERE (day, post, level, portfolio, seat_country, seat_organisation, counts) IS NOT (" PARTICIPATION_COLUMNS ")"

#define PARTICIPATION_UPDATE \
  "UPDATE participation SET x_day = ?2, x_post = ?3, x_level = ?4, x_portfolio = ?5, x_seat_country = ?6, x_seat_organisation = ?7," \
  " x_counts = ?8 WHERE id = ?1"

static const Derivation participations_of_engagements = {
  LIAISON_KIND_PARTICIPATION, PARTICIPATION_COLUMNS, 7, 2,
  PARTICIPATION_SELECT ("(SELECT id FROM temp.derive_engagement WHERE id BETWEEN ?1 AND ?2) AS d"
                        " CROSS JOIN participation AS p ON p.engagement = d.id"),
  PARTICIPATION_UPDATE,
};

static const Derivation participations_of_contacts = {
  LIAISON_KIND_PARTICIPATION, PARTICIPATION_COLUMNS, 7, 2,
  PARTICIPATION_SELECT ("(SELECT id FROM temp.derive_contact WHERE busy BETWEEN ?1 AND ?2) AS d CROSS JOIN participation AS p ON p.contact = d.id"),
  PARTICIPATION_UPDATE,
};

static gboolean
write_row (LiaisonSql  *select,
           LiaisonSql  *update,
           int          n_columns,
           GError     **error)
{
  for (int i = 0; i <= n_columns; i++)
    liaison_sql_bind_column (update, i + 1, select, i);

  return liaison_sql_run (update, error);
}

static gboolean
derive (LiaisonDeriveMode  *mode,
        const Derivation   *derivation,
        const gint64        parameters[2],
        GError            **error)
{
  g_autoptr (LiaisonSql) select = liaison_sql_new (mode->db, derivation->select, error);
  g_autoptr (LiaisonSql) update = select ? liaison_sql_new (mode->db, derivation->update, error) : NULL;
  g_autoptr (GError) failure = NULL;

  if (update == NULL)
    return FALSE;

  for (int i = 0; i < derivation->n_parameters; i++)
    liaison_sql_bind_integer (select, i + 1, parameters[i]);

  while (liaison_sql_step (select, &failure))
    {
      if (g_cancellable_set_error_if_cancelled (mode->cancellable, error))
        return FALSE;
      if (mode->found != NULL)
        mode->found (derivation->kind, liaison_sql_get_integer (select, 0), derivation->columns, mode->found_data);
      else if (!write_row (select, update, derivation->n_columns, error))
        return FALSE;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

gboolean
liaison_derive_own_columns (LiaisonDeriveMode  *mode,
                            GError            **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own_columns); i++)
    {
      const gint64 parameters[] = { own_columns[i].kind, mode->sort_keys };

      if (!derive (mode, &own_columns[i], parameters, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
liaison_derive_participations (LiaisonDeriveMode  *mode,
                               gint64              first,
                               gint64              last,
                               GError            **error)
{
  const gint64 parameters[] = { first, last };

  return derive (mode, &participations_of_engagements, parameters, error);
}

gboolean
liaison_derive_busy_participations (LiaisonDeriveMode  *mode,
                                    GError            **error)
{
  const gint64 parameters[] = { TRUE, TRUE };

  return derive (mode, &participations_of_contacts, parameters, error);
}
