/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "plain-entities.h"
#include "random-query.h"
#include "random-store.h"

#include "liaison-counting-private.h"
#include "liaison-row-figures-private.h"
#include "liaison-row.h"
#include "liaison-tally-private.h"

#include <string.h>

#define UA_CALL 1
#define PL_MEETING 2
#define N_STORES 4
#define N_QUERIES 250

static GArray *
get_ids (LiaisonDb            *db,
         const char           *text,
         LiaisonEntity         entity,
         const LiaisonSortKey *sort,
         guint                 n_sort)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GError) error = NULL;
  GArray *ids;

  liaison_query_check (query, &error);
  g_assert_no_error (error);
  ids = liaison_query_ids (db, query, entity, sort, n_sort, 0, &error);
  g_assert_no_error (error);

  return ids;
}

static void
assert_found (LiaisonDb     *db,
              LiaisonEntity  entity,
              LiaisonKind    kind,
              const char    *text,
              const char    *expected) /* numbers in order of their names */
{
  g_autoptr (GArray) ids = get_ids (db, text, entity, NULL, 0);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      for (guint number = 1; number < 20; number++)
        {
          g_autoptr (LiaisonRecord) record = liaison_record_load (db, kind, db_fixture_uuid (kind, number), NULL);

          if (record && db_fixture_id (db, kind, number) == g_array_index (ids, gint32, i))
            g_string_append_printf (found, "%s%u", found->len ? " " : "", number);
        }
    }

  if (strcmp (found->str, expected) != 0)
    g_error ("“%s” finds %s instead of %s", text, found->str, expected);
}

/* Two ministries, a body; Blinken 1, Kuleba 2 of Ukraine, Rau 3 of Poland, Stoltenberg 4 of Norway who heads the body, Third 5. */
static void
put_world (LiaisonDb *db)
{
  const char *ours = db_fixture_uuid (LIAISON_KIND_CONTACT, 1);
  const char *kuleba = db_fixture_uuid (LIAISON_KIND_CONTACT, 2);
  const char *rau = db_fixture_uuid (LIAISON_KIND_CONTACT, 3);
  const char *call = db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, UA_CALL);
  const char *meeting = db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, PL_MEETING);

  db_fixture_put (db, LIAISON_KIND_ORGANISATION, 1, "name", "Foreign Ministry of Ukraine", "kind", "ministry", "country", "UA", NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, 2, "name", "North Atlantic Council", "short_name", "NAC", "kind",
                  "international-organisation", NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, 3, "name", "Eastern Flank", "kind", "grouping", "archived", "1", NULL);
  db_fixture_put (db, LIAISON_KIND_ORGANISATION, 4, "name", "Office of the Council", "kind", "international-organisation", "parent",
                  db_fixture_uuid (LIAISON_KIND_ORGANISATION, 2), NULL);
  db_fixture_put (db, LIAISON_KIND_MEMBERSHIP, 1, "grouping", db_fixture_uuid (LIAISON_KIND_ORGANISATION, 3), "country", "PL", NULL);
  db_fixture_put (db, LIAISON_KIND_MEMBERSHIP, 2, "grouping", db_fixture_uuid (LIAISON_KIND_ORGANISATION, 3), "country", "UA", "to", "2020", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 1, "name", "Antony Blinken", "given", "Antony", "family", "Blinken", "side", "ours", "country", "US", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 2, "name", "Dmytro Kuleba", "given", "Dmytro", "family", "Kuleba", "country", "UA", "tags", "Press", "cadence", "30", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 3, "name", "Zbigniew Rau", "given", "Zbigniew", "family", "Rau", "country", "PL", "cadence", "30", "note", "speaks German", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 4, "name", "Jens Stoltenberg", "given", "Jens", "family", "Stoltenberg", "country", "NO", "archived", "1", "cadence", "1", NULL);
  db_fixture_put (db, LIAISON_KIND_CONTACT, 5, "name", "Some Third", "given", "Some", "family", "Third", "side", "third", NULL);
  db_fixture_put (db, LIAISON_KIND_POST, 2, "contact", kuleba, "title", "Foreign Minister", "level", "minister", "organisation",
                  db_fixture_uuid (LIAISON_KIND_ORGANISATION, 1), NULL);
  db_fixture_put (db, LIAISON_KIND_POST, 4, "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, 4), "title", "Secretary General", "level",
                  "head-of-international-organisation", "organisation", db_fixture_uuid (LIAISON_KIND_ORGANISATION, 4), NULL);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, UA_CALL, "start", "2021-11-10", "precision", "day", "form", "phone-call", NULL);
  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, PL_MEETING, "start", "2022-01-10", "precision", "day", "form", "meeting", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 1, "engagement", call, "contact", ours, "side", "ours", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 2, "engagement", call, "contact", kuleba, NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 3, "engagement", meeting, "contact", ours, "side", "ours", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 4, "engagement", meeting, "contact", rau, NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 5, "engagement", meeting, "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, 4), NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 6, "engagement", meeting, "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, 5), "side",
                  "third", NULL);
  db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 7, "engagement", meeting, "contact", kuleba, "attendance", "declined", NULL);
}

static void
test_contacts (DbFixture     *fixture,
               gconstpointer  data)
{
  static const struct { const char *query; const char *found; } cases[] = {
    /* Of themselves. */
    { "", "1 2 3 4 5" },
    { "kuleb", "2" },
    { "minister", "2" },
    { "\"secretary general\"", "4" },
    { "ukraine", "2" },
    { "german -poland", "" },
    { "german", "3" },
    { "country:UA,PL", "2 3" },
    { "-country:UA,PL", "1 4 5" },
    { "country:none", "5" },
    { "side:theirs", "2 3 4" },
    { "tag:press", "2" },
    { "org:NAC", "4" },
    { "org:none side:theirs", "3" },
    { "level:minister", "2" },
    { "grouping:\"Eastern Flank\"", "3" },
    { "is:overdue", "2" },
    { "is:archived", "4" },
    { "is:public side:ours", "1" },
    { "is:internal", "" },
    /* By engagements. */
    { "form:phone-call", "1 2" },
    { "form:meeting", "1 3 4 5" },
    { "form:meeting side:theirs", "3 4" },
    { "form:meeting country:NO", "" },
    { "form:meeting country:PL side:theirs", "3" },
    { "by:blinken", "1 2 3 4" },
    { "by:blinken -form:meeting", "1 2" },
    { "with:kuleba", "1 2" },
    { "is:spoke-with org:NAC", "1 4" },
    { "from:2022 stolten", "4" },
    { "status:planned", "" },
  };

  put_world (fixture->db);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_found (fixture->db, LIAISON_ENTITY_CONTACTS, LIAISON_KIND_CONTACT, cases[i].query, cases[i].found);
}

static void
test_organisations (DbFixture     *fixture,
                    gconstpointer  data)
{
  static const struct { const char *query; const char *found; } cases[] = {
    { "", "3 1 2 4" },
    { "ukrain", "1" },
    { "nac", "2 4" },
    { "country:UA", "1" },
    { "country:none -is:archived", "2 4" },
    { "org:NAC", "2 4" },
    { "grouping:\"Eastern Flank\"", "" },
    { "level:minister", "1" },
    { "side:theirs", "1 4" },
    { "tag:press", "1" },
    { "is:archived", "3" },
    { "is:overdue", "" },
    { "form:phone-call", "1" },
    { "form:meeting", "2 4" },
    { "with:kuleba", "1" },
    { "on:2022-01 level:minister", "" },
  };

  put_world (fixture->db);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_found (fixture->db, LIAISON_ENTITY_ORGANISATIONS, LIAISON_KIND_ORGANISATION, cases[i].query, cases[i].found);
}

static void
assert_order (LiaisonDb            *db,
              LiaisonEntity         entity,
              LiaisonKind           kind,
              const LiaisonSortKey *sort,
              guint                 n_sort,
              guint                 first,
              guint                 last)
{
  g_autoptr (GArray) ids = get_ids (db, "", entity, sort, n_sort);

  g_assert_cmpint (g_array_index (ids, gint32, 0), ==, db_fixture_id (db, kind, first));
  g_assert_cmpint (g_array_index (ids, gint32, ids->len - 1), ==, db_fixture_id (db, kind, last));
}

static void
test_order (DbFixture     *fixture,
            gconstpointer  data)
{
  static const struct { LiaisonSortKey sort[2]; guint n_sort; guint first; guint last; } contacts[] = {
    { { { LIAISON_CONTACT_COLUMN_NAME, TRUE } }, 1, 5, 1 },
    { { { LIAISON_CONTACT_COLUMN_SIDE, FALSE } }, 1, 1, 5 },
    { { { LIAISON_CONTACT_COLUMN_SIDE, TRUE }, { LIAISON_CONTACT_COLUMN_NAME, TRUE } }, 2, 5, 1 },
    { { { LIAISON_CONTACT_COLUMN_TITLE, TRUE } }, 1, 4, 5 },
    { { { LIAISON_CONTACT_COLUMN_COUNTRY, FALSE } }, 1, 5, 1 },
    { { { LIAISON_CONTACT_COLUMN_ENGAGEMENTS, TRUE } }, 1, 1, 5 },
    { { { LIAISON_CONTACT_COLUMN_LAST, FALSE }, { LIAISON_CONTACT_COLUMN_COUNTRY, TRUE } }, 2, 2, 5 },
  };
  static const struct { LiaisonSortKey sort; guint first; guint last; } organisations[] = {
    { { LIAISON_ORGANISATION_COLUMN_NAME, FALSE }, 3, 4 },
    { { LIAISON_ORGANISATION_COLUMN_SHORT_NAME, TRUE }, 2, 4 },
    { { LIAISON_ORGANISATION_COLUMN_COUNTRY, TRUE }, 1, 4 },
    { { LIAISON_ORGANISATION_COLUMN_KIND, FALSE }, 3, 1 },
    { { LIAISON_ORGANISATION_COLUMN_ENGAGEMENTS, FALSE }, 3, 4 },
    { { LIAISON_ORGANISATION_COLUMN_LAST, TRUE }, 2, 3 },
  };

  put_world (fixture->db);
  for (gsize i = 0; i < G_N_ELEMENTS (contacts); i++)
    assert_order (fixture->db, LIAISON_ENTITY_CONTACTS, LIAISON_KIND_CONTACT, contacts[i].sort, contacts[i].n_sort, contacts[i].first,
                  contacts[i].last);
  for (gsize i = 0; i < G_N_ELEMENTS (organisations); i++)
    assert_order (fixture->db, LIAISON_ENTITY_ORGANISATIONS, LIAISON_KIND_ORGANISATION, &organisations[i].sort, 1, organisations[i].first,
                  organisations[i].last);
}

/* The figures of all in one pass are those that each is asked for by itself. */
static void
assert_tallies (LiaisonDb     *db,
                LiaisonEntity  entity,
                const char    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonTallies) tallies = liaison_tallies_new (db, entity, &error);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, &error);
  guint n_figures = 0;

  g_assert_no_error (error);
  while (liaison_sql_step (sql, &error))
    {
      guint key = liaison_sql_get_integer (sql, 0);

      g_assert_cmpuint (key, <, tallies->size);
      g_assert_cmpint (tallies->counted[key], ==, liaison_sql_get_integer (sql, 1));
      g_assert_cmpint (tallies->last[key], ==, liaison_sql_get_integer (sql, 2));
      n_figures += tallies->counted[key] > 0;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_figures, >, 3);
}

#define FIGURES(engagements) \
  "SELECT r.id, (SELECT count (*) FROM engagement e WHERE " LIAISON_SQL_COUNTED " AND e.id IN (" engagements "))," \
  " (SELECT max (e.x_last_day) FROM engagement e WHERE " LIAISON_SQL_COUNTED " AND e.id IN (" engagements "))"

static void
test_tallies (DbFixture     *fixture,
              gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  random_store_fill (fixture->db, rand, 60);
  assert_tallies (fixture->db, LIAISON_ENTITY_CONTACTS, FIGURES (LIAISON_SQL_OF_CONTACT ("r.id")) " FROM contact r");
  assert_tallies (fixture->db, LIAISON_ENTITY_ORGANISATIONS, FIGURES (LIAISON_SQL_OF_ORGANISATION ("r.id")) " FROM organisation r");
}

static void
check_query (PlainStore    *store,
             LiaisonEntity  entity,
             const char    *text)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GArray) ids = get_ids (store->db, text, entity, NULL, 0);
  g_autoptr (GHashTable) expected = plain_find_entities (store, query, entity);

  for (guint i = 0; i < ids->len; i++)
    {
      gint32 id = g_array_index (ids, gint32, i);

      if (!g_hash_table_remove (expected, GINT_TO_POINTER (id)))
        g_error ("“%s” should not find %s %d", text, liaison_vocabulary_get_token (&liaison_entities, (int) entity), id);
    }
  if (g_hash_table_size (expected) > 0)
    g_error ("“%s” should find %u more %s", text, g_hash_table_size (expected), liaison_vocabulary_get_token (&liaison_entities, (int) entity));
}

/* Whatever is asked, of the records themselves or of their engagements: what the plain loops find is found. */
static void
test_like_plain_loops (DbFixture     *fixture,
                       gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (PlainStore) store = NULL;

  random_store_fill (fixture->db, rand, 60);
  store = plain_store_new (fixture->db);
  for (int i = 0; i < N_QUERIES; i++)
    {
      g_autofree char *text = random_query_new (rand, 4);

      check_query (store, LIAISON_ENTITY_CONTACTS, text);
      check_query (store, LIAISON_ENTITY_ORGANISATIONS, text);
    }
}

static const char figures_of_contact[] =
  "SELECT count (*), coalesce (max (e.x_last_day), 0) FROM engagement e WHERE " LIAISON_SQL_COUNTED " AND e.id IN (" LIAISON_SQL_OF_CONTACT ("?1") ")";

static const char figures_of_organisation[] =
  "SELECT count (*), coalesce (max (e.x_last_day), 0) FROM engagement e WHERE " LIAISON_SQL_COUNTED
  " AND e.id IN (" LIAISON_SQL_OF_ORGANISATION ("?1") ")";

/* The figures in rows are those of the statement that says what they are. */
static void
assert_figures (LiaisonDb     *db,
                LiaisonEntity  entity,
                const char    *text)
{
  g_autoptr (GArray) ids = get_ids (db, "", entity, NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonRowFigures) figures = liaison_row_figures_new (db, entity, &error);
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, &error);
  guint n_counted = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      gint32 id = g_array_index (ids, gint32, i);
      guint counted;
      int last;

      liaison_row_figures_read (figures, id, &counted, &last, &error);
      g_assert_no_error (error);
      liaison_sql_reset (sql);
      liaison_sql_bind_integer (sql, 1, id);
      g_assert_true (liaison_sql_step (sql, &error));
      g_assert_cmpuint (counted, ==, liaison_sql_get_integer (sql, 0));
      g_assert_cmpint (last, ==, liaison_sql_get_integer (sql, 1));
      n_counted += counted;
    }
  g_assert_cmpuint (n_counted, >, 0);
}

/* A post that the audience must not hear of leads it nowhere. */
static void
test_secret_post (DbFixture     *fixture,
                  gconstpointer  data)
{
  static const char query[] = "form:phone-call audience:public";

  put_world (fixture->db);
  assert_found (fixture->db, LIAISON_ENTITY_ORGANISATIONS, LIAISON_KIND_ORGANISATION, query, "1");
  db_fixture_exec (fixture->db, "UPDATE post SET sensitivity = 2");
  assert_found (fixture->db, LIAISON_ENTITY_ORGANISATIONS, LIAISON_KIND_ORGANISATION, query, "");
  assert_found (fixture->db, LIAISON_ENTITY_ORGANISATIONS, LIAISON_KIND_ORGANISATION, "form:phone-call", "1");
}

static void
test_figures (DbFixture     *fixture,
              gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);

  random_store_fill (fixture->db, rand, 120);
  assert_figures (fixture->db, LIAISON_ENTITY_CONTACTS, figures_of_contact);
  assert_figures (fixture->db, LIAISON_ENTITY_ORGANISATIONS, figures_of_organisation);

  /* What is kept of a store that has changed is of no use. */
  db_fixture_exec (fixture->db, "UPDATE engagement SET x_counted = NOT x_counted WHERE id % 3 = 0");
  assert_figures (fixture->db, LIAISON_ENTITY_CONTACTS, figures_of_contact);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/query/entities/contacts", DbFixture, NULL, db_fixture_set_up, test_contacts, db_fixture_tear_down);
  g_test_add ("/query/entities/organisations", DbFixture, NULL, db_fixture_set_up, test_organisations, db_fixture_tear_down);
  g_test_add ("/query/entities/order", DbFixture, NULL, db_fixture_set_up, test_order, db_fixture_tear_down);
  g_test_add ("/query/entities/tallies", DbFixture, NULL, db_fixture_set_up, test_tallies, db_fixture_tear_down);
  g_test_add ("/query/entities/secret-post", DbFixture, NULL, db_fixture_set_up, test_secret_post, db_fixture_tear_down);
  g_test_add ("/query/entities/figures", DbFixture, NULL, db_fixture_set_up, test_figures, db_fixture_tear_down);
  for (gsize seed = 1; seed <= N_STORES; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/query/entities/like-plain-loops/%u", (guint) seed);

      g_test_add (path, DbFixture, GSIZE_TO_POINTER (seed), db_fixture_set_up, test_like_plain_loops, db_fixture_tear_down);
    }

  return g_test_run ();
}
