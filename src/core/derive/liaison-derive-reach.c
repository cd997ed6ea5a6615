/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-derive-steps-private.h"

/*
 * What a change reaches.  A record that is new in this transaction (its derived names are still empty) reaches nothing by itself: whatever
 * refers to it is new or changed too, and so touched.  Of one that was there before, the values that matter elsewhere are kept when it is
 * first touched: a note added to a contact with a hundred thousand engagements is no reason to look at them.
 */

#define CONTACT_VALUES \
  "c.name || char (31) || c.given || char (31) || c.additional || char (31) || c.family || char (31) || c.sort_name" \
  " || char (31) || c.other_names || char (31) || c.country"
#define ORGANISATION_NAMES "o.name || char (31) || o.short_name || char (31) || o.other_names"
#define ORGANISATION_PLACE "o.kind || ' ' || o.country || ' ' || coalesce (o.parent, 0)"

/* In temp.touched: a contact one of whose posts was touched. */
#define KIND_HOLDER LIAISON_N_KINDS

gboolean
liaison_derive_sql (LiaisonDb   *db,
                    const char  *text,
                    GError     **error)
{
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, error);

  return sql != NULL && liaison_sql_run (sql, error);
}

gboolean
liaison_derive_make_tables (LiaisonDb  *db,
                            GError    **error)
{
  gint64 n_tables = 0;

  /* A change of the schema, also of temporary tables, makes every statement be prepared again. */
  if (!liaison_sql_query_integer (db, "SELECT count (*) FROM temp.sqlite_schema WHERE name = 'touched'", 0, &n_tables, error))
    return FALSE;

  if (n_tables == 0
      && !liaison_sql_exec (db,
                            "CREATE TEMP TABLE touched (kind INTEGER NOT NULL, id INTEGER NOT NULL, names TEXT, place TEXT,"
                            "  PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID;"
                            "CREATE TEMP TABLE derive_contact (id INTEGER PRIMARY KEY, busy INTEGER NOT NULL DEFAULT 0,"
                            "  placed INTEGER NOT NULL DEFAULT 1) STRICT;" /* 0 where nothing but names has changed, which stand in no participation */
                            "CREATE TEMP TABLE derive_organisation (id INTEGER PRIMARY KEY) STRICT;"
                            "CREATE TEMP TABLE derive_engagement (id INTEGER PRIMARY KEY) STRICT;"
                            "CREATE TEMP TABLE derive_text (id INTEGER PRIMARY KEY, body TEXT) STRICT;",
                            error))
    return FALSE;

  return liaison_derive_clear_tables (db, error);
}

gboolean
liaison_derive_clear_tables (LiaisonDb  *db,
                             GError    **error)
{
  return liaison_derive_sql (db, "DELETE FROM temp.touched", error)
    && liaison_derive_sql (db, "DELETE FROM temp.derive_contact", error)
    && liaison_derive_sql (db, "DELETE FROM temp.derive_organisation", error)
    && liaison_derive_sql (db, "DELETE FROM temp.derive_engagement", error)
    && liaison_derive_sql (db, "DELETE FROM temp.derive_text", error);
}

gboolean
liaison_derive_clear_stale (LiaisonDb  *db,
                            GError    **error)
{
  return liaison_derive_sql (db, "DELETE FROM stale_contact", error)
    && liaison_derive_sql (db, "DELETE FROM stale_text", error)
    && liaison_derive_sql (db, "DELETE FROM stale_traits", error);
}

/* Touching */

#define NOTE "INSERT OR IGNORE INTO temp.touched (kind, id, names, place) "

/* ?1 is the kind that is noted, ?2 the key of the record that is touched. */
static const char note_itself[] = NOTE "VALUES (?1, ?2, NULL, NULL)";

typedef struct
{
  LiaisonKind  touched;
  LiaisonKind  noted;
  const char  *text;
} Note;

static const Note notes[] = {
  { LIAISON_KIND_ORGANISATION, LIAISON_KIND_ORGANISATION,
    NOTE "SELECT ?1, o.id, CASE WHEN o.x_folded <> '' THEN " ORGANISATION_NAMES " END,"
         "  CASE WHEN o.x_folded <> '' THEN " ORGANISATION_PLACE " END FROM organisation AS o WHERE o.id = ?2" },
  { LIAISON_KIND_MEMBERSHIP, LIAISON_KIND_MEMBERSHIP, note_itself },
  { LIAISON_KIND_CONTACT, LIAISON_KIND_CONTACT,
    NOTE "SELECT ?1, c.id, CASE WHEN c.x_folded <> '' THEN " CONTACT_VALUES " END, c.country FROM contact AS c WHERE c.id = ?2" },
  { LIAISON_KIND_POST, LIAISON_KIND_POST, note_itself },
  { LIAISON_KIND_POST, KIND_HOLDER,
    NOTE "SELECT ?1, c.id, NULL, NULL FROM post AS p CROSS JOIN contact AS c ON c.id = p.contact WHERE p.id = ?2 AND c.x_folded <> ''" },
  { LIAISON_KIND_TOPIC, LIAISON_KIND_TOPIC,
    NOTE "SELECT ?1, t.id, CASE WHEN t.x_folded <> '' THEN t.name END, NULL FROM topic AS t WHERE t.id = ?2" },
  { LIAISON_KIND_ENGAGEMENT, LIAISON_KIND_ENGAGEMENT, note_itself },
  { LIAISON_KIND_ENGAGEMENT, LIAISON_KIND_ENGAGEMENT,
    NOTE "SELECT ?1, e.parent, NULL, NULL FROM engagement AS e WHERE e.id = ?2 AND e.parent IS NOT NULL" },
  { LIAISON_KIND_PARTICIPATION, LIAISON_KIND_ENGAGEMENT,
    NOTE "SELECT ?1, p.engagement, NULL, NULL FROM participation AS p WHERE p.id = ?2" },
};

gboolean
liaison_derive_touch (LiaisonDb    *db,
                      LiaisonKind   kind,
                      gint64        id,
                      GError      **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (LiaisonSql) sql = NULL;

      if (notes[i].touched != kind)
        continue;

      sql = liaison_sql_new (db, notes[i].text, error);
      if (sql == NULL)
        return FALSE;

      liaison_sql_bind_integer (sql, 1, notes[i].noted);
      liaison_sql_bind_integer (sql, 2, id);
      if (!liaison_sql_run (sql, error))
        return FALSE;
    }

  return TRUE;
}

/* Following */

typedef struct
{
  LiaisonKind  touched; /* ?1 */
  const char  *text;
} Rule;

#define TOUCHED "FROM temp.touched AS d CROSS JOIN "
#define REACH_ORGANISATION "INSERT OR IGNORE INTO temp.derive_organisation (id) "
#define REACH_CONTACT "INSERT OR IGNORE INTO temp.derive_contact (id) "
#define REACH_ENGAGEMENT "INSERT OR IGNORE INTO temp.derive_engagement (id) "

static const Rule touched_rules[] = {
  { LIAISON_KIND_ENGAGEMENT,
    "INSERT OR IGNORE INTO temp.touched (kind, id) SELECT ?1, e.parent FROM temp.touched AS d CROSS JOIN engagement AS e ON e.id = d.id"
    " WHERE d.kind = ?1 AND e.parent IS NOT NULL" },
  { LIAISON_KIND_ENGAGEMENT, REACH_ENGAGEMENT "SELECT id FROM temp.touched WHERE kind = ?1" },
};

/* In an order in which each finds what it needs. */
static const Rule other_rules[] = {
  /* An organisation's names are in the texts of its own people; its kind, country and parent tell the seats of all under it, too. */
  { LIAISON_KIND_ORGANISATION,
    REACH_ORGANISATION "SELECT o.id " TOUCHED "organisation AS o ON o.id = d.id"
    " WHERE d.kind = ?1 AND d.names IS NOT NULL AND d.names IS NOT " ORGANISATION_NAMES },
  { LIAISON_KIND_ORGANISATION,
    "WITH RECURSIVE under (id) AS ("
    "  SELECT o.id " TOUCHED "organisation AS o ON o.id = d.id"
    "   WHERE d.kind = ?1 AND d.place IS NOT NULL AND d.place IS NOT " ORGANISATION_PLACE
    "  UNION SELECT o.id FROM under CROSS JOIN organisation AS o ON o.parent = under.id) "
    REACH_ORGANISATION "SELECT id FROM under" },

  { LIAISON_KIND_ORGANISATION,
    REACH_CONTACT "SELECT p.contact FROM temp.derive_organisation AS d CROSS JOIN post AS p ON p.organisation = d.id" },
  { LIAISON_KIND_ORGANISATION,
    REACH_CONTACT "SELECT p.contact FROM temp.derive_organisation AS d CROSS JOIN participation AS p ON p.x_seat_organisation = d.id"
    " WHERE p.contact IS NOT NULL" },
  { KIND_HOLDER, REACH_CONTACT "SELECT c.id " TOUCHED "contact AS c ON c.id = d.id WHERE d.kind = ?1" },
  { LIAISON_KIND_CONTACT,
    "INSERT OR IGNORE INTO temp.derive_contact (id, placed) SELECT c.id, d.place IS NOT c.country " TOUCHED "contact AS c ON c.id = d.id"
    " WHERE d.kind = ?1 AND d.names IS NOT NULL AND d.names IS NOT " CONTACT_VALUES },

  { LIAISON_KIND_ORGANISATION,
    REACH_ENGAGEMENT "SELECT p.engagement FROM temp.derive_organisation AS d CROSS JOIN participation AS p ON p.organisation = d.id" },
  { LIAISON_KIND_ORGANISATION,
    REACH_ENGAGEMENT "SELECT p.engagement FROM temp.derive_organisation AS d CROSS JOIN participation AS p ON p.x_seat_organisation = d.id"
    " WHERE p.contact IS NULL" },
  { LIAISON_KIND_ORGANISATION,
    REACH_ENGAGEMENT "SELECT e.id FROM temp.derive_organisation AS d CROSS JOIN engagement AS e ON e.format = d.id" },
  { LIAISON_KIND_TOPIC,
    REACH_ENGAGEMENT "SELECT l.owner " TOUCHED "topic AS t ON t.id = d.id CROSS JOIN engagement_topics AS l ON l.target = t.id"
    " WHERE d.kind = ?1 AND d.names IS NOT NULL AND d.names IS NOT t.name" },
};

static gboolean
follow_rules (LiaisonDb   *db,
              const Rule  *rules,
              gsize        n_rules,
              GError     **error)
{
  for (gsize i = 0; i < n_rules; i++)
    {
      g_autoptr (LiaisonSql) sql = liaison_sql_new (db, rules[i].text, error);

      if (sql == NULL)
        return FALSE;

      liaison_sql_bind_integer (sql, 1, rules[i].touched);
      if (!liaison_sql_run (sql, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
part_contacts (LiaisonDb  *db,
               GError    **error)
{
  return liaison_derive_sql (db,
                             "UPDATE temp.derive_contact SET busy = (SELECT count (*) FROM"
                             " (SELECT 1 FROM participation WHERE contact = derive_contact.id LIMIT "
                             G_STRINGIFY (LIAISON_DERIVE_MOST_AT_ONCE) " + 1)) > " G_STRINGIFY (LIAISON_DERIVE_MOST_AT_ONCE), error)
    && liaison_derive_sql (db,
                           REACH_ENGAGEMENT "SELECT p.engagement FROM temp.derive_contact AS d CROSS JOIN participation AS p ON p.contact = d.id"
                           " WHERE NOT d.busy", error)
    && liaison_derive_sql (db, "REPLACE INTO stale_contact (contact, refreshed_to) SELECT id, 0 FROM temp.derive_contact WHERE busy", error)
    && liaison_derive_sql (db, "DELETE FROM stale_contact WHERE NOT EXISTS (SELECT 1 FROM contact AS c WHERE c.id = stale_contact.contact)",
                           error);
}

gboolean
liaison_derive_reach_touched (LiaisonDb  *db,
                              GError    **error)
{
  gint64 is_partial = 0;

  if (!follow_rules (db, touched_rules, G_N_ELEMENTS (touched_rules), error)
      || !liaison_sql_query_integer (db,
                                     "SELECT EXISTS (SELECT 1 FROM engagement AS e WHERE NOT EXISTS"
                                     " (SELECT 1 FROM temp.derive_engagement AS d WHERE d.id = e.id))", 0, &is_partial, error))
    return FALSE;

  /* Where all are reached already nothing has to be followed, as in a bulk load, which does so without the indices for it. */
  if (!is_partial)
    return liaison_derive_clear_stale (db, error);

  return follow_rules (db, other_rules, G_N_ELEMENTS (other_rules), error) && part_contacts (db, error);
}

gboolean
liaison_derive_reach_all (LiaisonDb  *db,
                          GError    **error)
{
  static const LiaisonKind kinds[] = {
    LIAISON_KIND_ORGANISATION, LIAISON_KIND_MEMBERSHIP, LIAISON_KIND_CONTACT, LIAISON_KIND_POST, LIAISON_KIND_TOPIC, LIAISON_KIND_ENGAGEMENT,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *text = g_strdup_printf ("INSERT OR IGNORE INTO temp.touched (kind, id) SELECT %d, id FROM %s ORDER BY id", kinds[i],
                                               liaison_kind_get_info (kinds[i])->name);

      if (!liaison_sql_exec (db, text, error))
        return FALSE;
    }

  return liaison_derive_sql (db, REACH_ENGAGEMENT "SELECT id FROM engagement ORDER BY id", error);
}
