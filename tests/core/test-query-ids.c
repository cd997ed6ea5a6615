/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "plain-store.h"
#include "random-query.h"
#include "random-store.h"

#include "liaison-bits-cache-private.h"
#include "liaison-db-private.h"
#include "liaison-order-cache-private.h"
#include "liaison-row.h"

#include <string.h>

#define N_STORES 4
#define N_QUERIES 250

static GArray *
get_ids (LiaisonDb            *db,
         LiaisonQuery         *query,
         LiaisonEntity         entity,
         const LiaisonSortKey *sort,
         guint                 n_sort,
         guint                 limit)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = liaison_query_ids (db, query, entity, sort, n_sort, limit, &error);

  g_assert_no_error (error);

  return ids;
}

static gboolean
has_id (GArray *ids,
        gint32  id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, gint32, i) == id)
        return TRUE;
    }

  return FALSE;
}

static void
check_query (LiaisonDb            *db,
             PlainStore           *store,
             const char           *text,
             const LiaisonSortKey *sort,
             guint                 n_sort)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonTally tally;
  guint records = 0;
  guint counted = 0;
  guint outside = 0;

  liaison_query_check (query, &error);
  g_assert_no_error (error);
  ids = get_ids (db, query, LIAISON_ENTITY_ENGAGEMENTS, sort, n_sort, 0);

  for (guint i = 0; i < store->engagements->len; i++)
    {
      const PlainEngagement *engagement = g_ptr_array_index (store->engagements, i);
      gboolean matches = plain_matches (store, query, engagement);

      if (matches != has_id (ids, engagement->id))
        g_error ("“%s” should %s engagement %d", text, matches ? "find" : "not find", (int) engagement->id);
      records += matches;
      counted += matches && engagement->counted;
      outside += plain_is_outside (store, query, engagement);
    }

  liaison_query_tally (db, query, &tally, &error);
  g_assert_no_error (error);
  if (tally.records != records || tally.counted != counted || tally.outside != outside || ids->len != records)
    g_error ("“%s” has %u records, %u counted, %u outside; told are %u, %u, %u", text, records, counted, outside,
             tally.records, tally.counted, tally.outside);
}

/*
 * Now and then nothing is known: a query is answered with the help of the order that the one before it was listed in, and of its sets.  And now
 * and then the stored traits are not relied on, as while they are made: all participations are looked at.
 */
static void
forget (LiaisonDb *db,
        GRand     *rand)
{
  if (g_rand_int_range (rand, 0, 8) == 0)
    db_fixture_exec (db, g_rand_boolean (rand) ? "DELETE FROM stale_traits" : "INSERT OR IGNORE INTO stale_traits (last) SELECT max (id) FROM engagement");
  if (g_rand_int_range (rand, 0, 4) == 0)
    liaison_db_set_data (db, LIAISON_ORDER_CACHE, NULL, NULL);
  if (g_rand_int_range (rand, 0, 4) == 0)
    liaison_db_set_data (db, LIAISON_BITS_CACHE, NULL, NULL);
}

/* Every query finds what the plain loops find, and its tally says so. */
static void
test_like_plain_loops (DbFixture     *fixture,
                       gconstpointer  data)
{
  static const LiaisonSortKey sorts[][2] = {
    { { LIAISON_ENGAGEMENT_COLUMN_DATE, TRUE } },
    { { LIAISON_ENGAGEMENT_COLUMN_DATE, FALSE }, { LIAISON_ENGAGEMENT_COLUMN_FORM, TRUE } },
    { { LIAISON_ENGAGEMENT_COLUMN_TITLE, FALSE } },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (PlainStore) store = NULL;

  random_store_fill (fixture->db, rand, 80);
  store = plain_store_new (fixture->db);

  for (int i = 0; i < N_QUERIES; i++)
    {
      g_autofree char *text = random_query_new (rand, 5);

      check_query (fixture->db, store, text, sorts[i % G_N_ELEMENTS (sorts)], 1 + i % 2);
      forget (fixture->db, rand);
    }
}

/* Some terms are looked up in one way where few engagements are left, in another one in a span, and in a third one otherwise. */
static void
test_dear_terms (DbFixture     *fixture,
                 gconstpointer  data)
{
  static const char * const terms[] = {
    "is:bilateral", "is:multilateral", "is:same-rank", "is:spoke-with", "is:reached", "is:unsourced,reached", "form:phone-call,meeting,letter",
    "side:ours", "side:theirs", "side:third", "initiated:theirs", "initiated:none", "topic:none", "with:none", "country:none", "org:none", "level:none",
    "by:none", "office:none", "our-level:none",
  };
  static const char * const rest[] = {
    "", "with:Given7", "with:Given9", "country:CH", "by:Given1", "form:letter", "topic:\"Topic 1\"", "on:2021-11", "on:2021-11-05", "from:2021-12",
    "to:2021-10-20", "on:2021-10,2021-12", "on:2021-11 with:Given8", "audience:public on:2021-11",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (PlainStore) store = NULL;

  random_store_fill (fixture->db, rand, 160);
  store = plain_store_new (fixture->db);

  for (gsize i = 0; i < G_N_ELEMENTS (terms) * G_N_ELEMENTS (rest); i++)
    {
      const char *term = terms[i / G_N_ELEMENTS (rest)];
      g_autofree char *text = g_strdup_printf ("%s %s", rest[i % G_N_ELEMENTS (rest)], term);
      g_autofree char *opposite = g_strdup_printf ("%s -%s", rest[i % G_N_ELEMENTS (rest)], term);

      check_query (fixture->db, store, text, NULL, 0);
      check_query (fixture->db, store, opposite, NULL, 0);
      forget (fixture->db, rand);
    }
}

static void
put_seat (DbFixture  *fixture,
          guint       number,
          const char *country,
          const char *attendance)
{
  g_autofree char *name = g_strdup_printf ("Envoy%u", number);

  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, number, "name", name, "side", "theirs", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, number, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 9000),
                  "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, number), "side", "theirs", "seat_country", country,
                  "role", "note-taker", "attendance", attendance, NULL);
}

/* Somebody who is passed over sits between two of one seat. */
static void
test_seat_between (DbFixture     *fixture,
                   gconstpointer  data)
{
  static const char * const queries[] = { "seated is:bilateral", "seated is:multilateral", "with:Envoy9000 is:bilateral" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  g_autoptr (PlainStore) store = NULL;

  random_store_fill (fixture->db, rand, 160);
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, 9000, "title", "Seated", "start", "2021-12-09", "precision", "day", "form", "meeting",
                  "status", "held", NULL);
  put_seat (fixture, 9000, "FR", "attended");
  put_seat (fixture, 9001, "DE", "declined");
  put_seat (fixture, 9002, "FR", "attended");
  store = plain_store_new (fixture->db);

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    check_query (fixture->db, store, queries[i], NULL, 0);
}

/* Where an audience may hear of everybody who took part, it still need not hear of a topic, or of where somebody holds a post. */
static void
test_told_to_fewer (DbFixture     *fixture,
                    gconstpointer  data)
{
  static const char * const queries[] = {
    "audience:public topic:none", "audience:public -topic:none", "topic:none", "audience:public org:none", "audience:public -org:none", "org:none",
    "audience:public is:spoke-with", "audience:public is:bilateral",
  };
  g_autoptr (PlainStore) store = NULL;

  db_fixture_put (fixture->db, LIAISON_KIND_ORGANISATION, 1, "name", "Bureau", "kind", "ministry", "country", "FR", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 1, "name", "Anne", "side", "theirs", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_POST, 1, "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, 1), "title", "Head",
                  "organisation", db_fixture_uuid (LIAISON_KIND_ORGANISATION, 1), NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_TOPIC, 1, "name", "Trade", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, 1, "title", "Call", "start", "2021-12-09", "precision", "day", "form", "phone-call",
                  "status", "held", "topics", db_fixture_uuid (LIAISON_KIND_TOPIC, 1), NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 1, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 1),
                  "contact", db_fixture_uuid (LIAISON_KIND_CONTACT, 1), "side", "theirs", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 2, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, 1),
                  "country", "US", "side", "ours", NULL);
  db_fixture_exec (fixture->db, "UPDATE organisation SET sensitivity = 3; UPDATE topic SET sensitivity = 3");
  store = plain_store_new (fixture->db);

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    check_query (fixture->db, store, queries[i], NULL, 0);
}

/* A store of version 2 has no index of places, and one with very many of them does not use it. */
static void
test_places_without_index (DbFixture     *fixture,
                           gconstpointer  data)
{
  static const char * const queries[] = { "place:kyiv", "-place:Wash", "place:Geneve on:2021-11", "place:\"washington dc\" with:Given7" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (PlainStore) store = NULL;
  g_autoptr (GError) error = NULL;

  random_store_fill (fixture->db, rand, 80);
  liaison_sql_exec (fixture->db, "DROP INDEX engagement_place", &error);
  g_assert_no_error (error);
  store = plain_store_new (fixture->db);

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    check_query (fixture->db, store, queries[i], NULL, 0);
}

/* Order */

typedef struct
{
  PlainStore           *store;
  const LiaisonSortKey *sort;
  guint                 n_sort;
  GHashTable           *contact_keys; /* id → position in order of the names; of organisations negative ids */
  GHashTable           *topics;       /* id → position of the first topic in order of the topics */
} Order;

static void
read_positions (LiaisonDb  *db,
                const char *text,
                int         sign,
                GHashTable *positions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonSql) sql = liaison_sql_new (db, text, &error);
  int position = 0;

  while (liaison_sql_step (sql, &error))
    g_hash_table_insert (positions, GINT_TO_POINTER (sign * (int) liaison_sql_get_integer (sql, 0)), GINT_TO_POINTER (++position));
  g_assert_no_error (error);
}

/* Of one name is one position. */
static void
read_topics (LiaisonDb  *db,
             GHashTable *topics)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonSql) sql =
    liaison_sql_new (db, "SELECT l.owner, dense_rank () OVER (ORDER BY t.x_folded) FROM engagement_topics l JOIN topic t ON t.id = l.target"
                         " WHERE l.position = (SELECT min (position) FROM engagement_topics WHERE owner = l.owner)", &error);

  while (liaison_sql_step (sql, &error))
    g_hash_table_insert (topics, GINT_TO_POINTER ((int) liaison_sql_get_integer (sql, 0)),
                         GINT_TO_POINTER ((int) liaison_sql_get_integer (sql, 1)));
  g_assert_no_error (error);
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

static int
get_position (Order  *order,
              gint64  id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (order->contact_keys, GINT_TO_POINTER ((int) id)));
}

static int
compare_column (Order                 *order,
                int                    column,
                const PlainEngagement *a,
                const PlainEngagement *b)
{
  switch (column)
    {
    case LIAISON_ENGAGEMENT_COLUMN_FORM:
      return compare_numbers (a->form, b->form);
    case LIAISON_ENGAGEMENT_COLUMN_STATUS:
      return compare_numbers (a->status, b->status);
    case LIAISON_ENGAGEMENT_COLUMN_TITLE:
      return strcmp (a->title_key, b->title_key);
    case LIAISON_ENGAGEMENT_COLUMN_PLACE:
      return strcmp (a->place, b->place);
    case LIAISON_ENGAGEMENT_COLUMN_COUNTRIES:
      return strcmp (a->seat, b->seat);
    case LIAISON_ENGAGEMENT_COLUMN_PRINCIPALS:
      return compare_numbers (get_position (order, a->principal), get_position (order, b->principal));
    case LIAISON_ENGAGEMENT_COLUMN_COUNTERPARTS:
      return compare_numbers (get_position (order, a->counterpart), get_position (order, b->counterpart));
    case LIAISON_ENGAGEMENT_COLUMN_FORMAT:
      return compare_numbers (get_position (order, -a->format), get_position (order, -b->format));
    case LIAISON_ENGAGEMENT_COLUMN_TOPICS:
      return compare_numbers (GPOINTER_TO_INT (g_hash_table_lookup (order->topics, GINT_TO_POINTER ((int) a->id))),
                              GPOINTER_TO_INT (g_hash_table_lookup (order->topics, GINT_TO_POINTER ((int) b->id))));
    case LIAISON_ENGAGEMENT_COLUMN_EVIDENCE:
      return compare_numbers (a->evidence, b->evidence);
    case LIAISON_ENGAGEMENT_COLUMN_INITIATED:
      return compare_numbers (a->initiated, b->initiated);
    case LIAISON_ENGAGEMENT_COLUMN_SENSITIVITY:
      return compare_numbers (a->sensitivity, b->sensitivity);
    case LIAISON_ENGAGEMENT_COLUMN_MODIFIED:
      /* They are all set to one time. */
      return 0;
    case LIAISON_ENGAGEMENT_COLUMN_DATE:
    default:
      return a->first != b->first ? compare_numbers (a->first, b->first) : compare_numbers (a->minute, b->minute);
    }
}

static int
compare_engagements (gconstpointer first,
                     gconstpointer second,
                     gpointer      data)
{
  Order *order = data;
  const PlainEngagement *a = plain_store_find (order->store, *(const gint32 *) first);
  const PlainEngagement *b = plain_store_find (order->store, *(const gint32 *) second);
  int result;

  for (guint i = 0; i < order->n_sort; i++)
    {
      result = compare_column (order, order->sort[i].column, a, b);
      if (result != 0)
        return order->sort[i].descending ? -result : result;
    }

  result = compare_column (order, LIAISON_ENGAGEMENT_COLUMN_DATE, a, b);
  if (result == 0)
    result = compare_numbers (a->id, b->id);

  return order->sort[order->n_sort - 1].descending ? -result : result;
}

static void
check_order (DbFixture  *fixture,
             Order      *order,
             const char *text)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GArray) ids = get_ids (fixture->db, query, LIAISON_ENTITY_ENGAGEMENTS, order->sort, order->n_sort, 0);
  g_autoptr (GArray) first = get_ids (fixture->db, query, LIAISON_ENTITY_ENGAGEMENTS, order->sort, order->n_sort, 3);

  for (guint i = 1; i < ids->len; i++)
    g_assert_cmpint (compare_engagements (&g_array_index (ids, gint32, i - 1), &g_array_index (ids, gint32, i), order), <, 0);

  g_assert_cmpuint (first->len, ==, MIN (ids->len, 3));
  g_assert_cmpmem (first->data, first->len * sizeof (gint32), ids->data, first->len * sizeof (gint32));
}

/* By every column and by several, all, many and few, the order is that of the values; and the first ones are the beginning of all. */
static void
test_order (DbFixture     *fixture,
            gconstpointer  data)
{
  static const char * const queries[] = { "", "-is:container", "on:2021-11", "status:held form:meeting", "with:Given7" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) topics = g_hash_table_new (NULL, NULL);
  g_autoptr (PlainStore) store = NULL;
  g_autoptr (GError) error = NULL;

  random_store_fill (fixture->db, rand, 120);
  liaison_sql_exec (fixture->db, "UPDATE engagement SET modified = 1641900000", &error);
  g_assert_no_error (error);
  store = plain_store_new (fixture->db);
  read_positions (fixture->db, "SELECT id FROM contact ORDER BY x_sort_key, id", 1, positions);
  read_positions (fixture->db, "SELECT id FROM organisation ORDER BY x_sort_key, id", -1, positions);
  read_topics (fixture->db, topics);

  for (int column = 0; column < LIAISON_N_ENGAGEMENT_COLUMNS; column++)
    {
      for (int i = 0; i < 8; i++)
        {
          const LiaisonSortKey sort[] = {
            { column, i & 1 },
            { g_rand_int_range (rand, 0, LIAISON_N_ENGAGEMENT_COLUMNS), i & 2 },
            { g_rand_int_range (rand, 0, LIAISON_N_ENGAGEMENT_COLUMNS), i & 4 },
          };
          Order order = { store, sort, 1 + i % 3, positions, topics };

          for (gsize q = 0; q < G_N_ELEMENTS (queries); q++)
            check_order (fixture, &order, queries[q]);
        }
    }
}

static void
test_default_order (DbFixture     *fixture,
                    gconstpointer  data)
{
  const LiaisonSortKey newest_first = { LIAISON_ENGAGEMENT_COLUMN_DATE, TRUE };
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (LiaisonQuery) query = liaison_query_parse (NULL);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) expected = NULL;

  random_store_fill (fixture->db, rand, 40);
  ids = get_ids (fixture->db, query, LIAISON_ENTITY_ENGAGEMENTS, NULL, 0, 0);
  expected = get_ids (fixture->db, query, LIAISON_ENTITY_ENGAGEMENTS, &newest_first, 1, 0);
  g_assert_cmpuint (ids->len, ==, 40);
  g_assert_cmpmem (ids->data, ids->len * sizeof (gint32), expected->data, expected->len * sizeof (gint32));
}

static void
test_empty_store (DbFixture     *fixture,
                  gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int i = 0; i < 50; i++)
    {
      g_autofree char *text = random_query_new (rand, 3);
      g_autoptr (LiaisonQuery) query = liaison_query_parse (text);

      for (LiaisonEntity entity = LIAISON_ENTITY_ENGAGEMENTS; entity <= LIAISON_ENTITY_ORGANISATIONS; entity++)
        {
          g_autoptr (GArray) ids = get_ids (fixture->db, query, entity, NULL, 0, 0);

          g_assert_cmpuint (ids->len, ==, 0);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize seed = 1; seed <= N_STORES; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/query/ids/like-plain-loops/%u", (guint) seed);

      g_autofree char *dear = g_strdup_printf ("/query/ids/dear-terms/%u", (guint) seed);

      g_test_add (path, DbFixture, GSIZE_TO_POINTER (seed), db_fixture_set_up, test_like_plain_loops, db_fixture_tear_down);
      g_test_add (dear, DbFixture, GSIZE_TO_POINTER (seed), db_fixture_set_up, test_dear_terms, db_fixture_tear_down);
    }
  g_test_add ("/query/ids/seat-between", DbFixture, NULL, db_fixture_set_up, test_seat_between, db_fixture_tear_down);
  g_test_add ("/query/ids/told-to-fewer", DbFixture, NULL, db_fixture_set_up, test_told_to_fewer, db_fixture_tear_down);
  g_test_add ("/query/ids/places-without-index", DbFixture, NULL, db_fixture_set_up, test_places_without_index, db_fixture_tear_down);
  g_test_add ("/query/ids/order", DbFixture, NULL, db_fixture_set_up, test_order, db_fixture_tear_down);
  g_test_add ("/query/ids/default-order", DbFixture, NULL, db_fixture_set_up, test_default_order, db_fixture_tear_down);
  g_test_add ("/query/ids/empty-store", DbFixture, NULL, db_fixture_set_up, test_empty_store, db_fixture_tear_down);

  return g_test_run ();
}
