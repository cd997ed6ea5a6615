/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "random-query.h"
#include "random-store.h"

#include "liaison-list-day.h"
#include "liaison-list-groups.h"
#include "liaison-row.h"

#include <string.h>

#define N_QUERIES 40

static const LiaisonCountKey keys[] = { LIAISON_COUNT_MONTH, LIAISON_COUNT_COUNTRY, LIAISON_COUNT_FORMAT, LIAISON_COUNT_PRINCIPAL };

static gint64
sum_counts (LiaisonDb       *db,
            LiaisonQuery    *query,
            LiaisonCountKey  by,
            GHashTable      *figures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = liaison_count (db, query, by, -1, LIAISON_MEASURE_ENGAGEMENTS, &error);
  gint64 sum = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < counts->len; i++)
    {
      const LiaisonCount *count = g_ptr_array_index (counts, i);
      gint64 before = GPOINTER_TO_INT (g_hash_table_lookup (figures, count->label));

      g_hash_table_insert (figures, g_strdup (count->label), GINT_TO_POINTER ((int) (before + count->dated)));
      sum += count->dated;
    }

  return sum;
}

/* The records of a group stand in the order of the ungrouped list, and each record of that is in some group. */
static void
check_ids (const LiaisonListGroups *groups,
           const GArray            *plain)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_heads = 0;
  guint n_records = 0;
  int last = -1;

  for (guint i = 0; i < plain->len; i++)
    g_hash_table_insert (places, GINT_TO_POINTER (g_array_index (plain, gint32, i)), GINT_TO_POINTER ((int) i));

  for (guint i = 0; i < groups->ids->len; i++)
    {
      gint32 id = g_array_index (groups->ids, gint32, i);

      if (id < 0)
        {
          const LiaisonListGroup *group = g_ptr_array_index (groups->groups, n_heads);

          g_assert_cmpint (id, ==, -(gint32) ++n_heads);
          g_assert_cmpuint (group->records, >, 0);
          n_records += group->records;
          last = -1;
          continue;
        }
      g_assert_true (g_hash_table_contains (places, GINT_TO_POINTER (id)));
      g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (places, GINT_TO_POINTER (id))), >, last);
      last = GPOINTER_TO_INT (g_hash_table_lookup (places, GINT_TO_POINTER (id)));
      g_hash_table_add (seen, GINT_TO_POINTER (id));
    }
  g_assert_cmpuint (n_heads, ==, groups->groups->len);
  g_assert_cmpuint (g_hash_table_size (seen), ==, plain->len);
  g_assert_cmpuint (groups->ids->len, ==, n_heads + n_records);
}

static void
check_query (LiaisonDb       *db,
             const char      *text,
             LiaisonCountKey  by)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GHashTable) figures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonListGroups) groups = liaison_list_groups_new (db, query, by, NULL, 0, &error);
  g_autoptr (GArray) plain = NULL;
  gint64 sum = 0;

  g_assert_no_error (error);
  plain = liaison_query_ids (db, query, LIAISON_ENTITY_ENGAGEMENTS, NULL, 0, 0, &error);
  g_assert_no_error (error);
  check_ids (groups, plain);

  /* The heads have the figures that charts and the command line have. */
  g_assert_cmpint (sum_counts (db, query, by, figures), >=, 0);
  for (guint i = 0; i < groups->groups->len; i++)
    {
      const LiaisonListGroup *group = g_ptr_array_index (groups->groups, i);
      gint64 before = GPOINTER_TO_INT (g_hash_table_lookup (figures, group->label));

      g_assert_cmpint (before, >=, group->counted);
      g_hash_table_insert (figures, g_strdup (group->label), GINT_TO_POINTER ((int) (before - group->counted)));
      sum += group->counted;
    }
  g_hash_table_remove_all (figures);
  g_assert_cmpint (sum, ==, sum_counts (db, query, by, figures));
}

static void
test_like_counts (DbFixture     *fixture,
                  gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  random_store_fill (fixture->db, rand, 120);
  for (gsize k = 0; k < G_N_ELEMENTS (keys); k++)
    {
      check_query (fixture->db, "", keys[k]);
      for (int i = 0; i < N_QUERIES; i++)
        {
          g_autofree char *text = random_query_new (rand, 3);

          check_query (fixture->db, text, keys[k]);
        }
    }
}

static void
put (LiaisonDb  *db,
     guint       number,
     const char *start,
     const char *status,
     ...)
{
  va_list countries;
  guint n = 0;

  db_fixture_put (db, LIAISON_KIND_ENGAGEMENT, number, "start", start, "form", "meeting", "status", status, NULL);
  va_start (countries, status);
  for (const char *country = va_arg (countries, const char *); country; country = va_arg (countries, const char *))
    db_fixture_put (db, LIAISON_KIND_PARTICIPATION, 10 * number + n++, "engagement", db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, number),
                    "country", country, "side", "theirs", NULL);
  va_end (countries);
}

static void
assert_group (const LiaisonListGroups *groups,
              guint                    index,
              const char              *label,
              guint                    records,
              guint                    counted)
{
  const LiaisonListGroup *group = g_ptr_array_index (groups->groups, index);

  g_assert_cmpstr (group->label, ==, label);
  g_assert_cmpuint (group->records, ==, records);
  g_assert_cmpuint (group->counted, ==, counted);
}

/* One with two countries stands under both; what is planned is a record, and not counted. */
static void
test_several_countries (DbFixture     *fixture,
                        gconstpointer  data)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonListGroups) groups = NULL;
  g_autoptr (LiaisonListGroups) months = NULL;

  put (fixture->db, 1, "2022-01-11", "held", "UA", "PL", NULL);
  put (fixture->db, 2, "2021-12-09", "held", "UA", NULL);
  put (fixture->db, 3, "2021-12", "planned", "UA", NULL);
  put (fixture->db, 4, "", "held", NULL);

  groups = liaison_list_groups_new (fixture->db, query, LIAISON_COUNT_COUNTRY, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (groups->groups->len, ==, 3);
  assert_group (groups, 0, "Poland", 1, 1);
  assert_group (groups, 1, "Ukraine", 3, 2);
  assert_group (groups, 2, "No country", 1, 1);
  g_assert_cmpuint (groups->n_several, ==, 1);
  g_assert_cmpuint (groups->ids->len, ==, 8);

  months = liaison_list_groups_new (fixture->db, query, LIAISON_COUNT_MONTH, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (months->groups->len, ==, 3);
  assert_group (months, 0, "Jan 2022", 1, 1);
  assert_group (months, 1, "Dec 2021", 2, 1);
  assert_group (months, 2, "undated", 1, 1);
}

static void
assert_day (LiaisonDb    *db,
            const gint32 *ids,
            guint         n_ids,
            int           first,
            int           last,
            guint         number,
            gboolean      exact)
{
  g_autoptr (GError) error = NULL;
  LiaisonListDay day;

  g_assert_true (liaison_list_day_find (db, ids, n_ids, first, last, &day, &error));
  g_assert_no_error (error);
  g_assert_cmpint (day.id, ==, number > 0 ? db_fixture_id (db, LIAISON_KIND_ENGAGEMENT, number) : 0);
  g_assert_cmpint (day.is_exact, ==, exact);
}

static void
test_day (DbFixture     *fixture,
          gconstpointer  data)
{
  LiaisonDb *db = fixture->db;
  gint32 ids[5];

  put (db, 1, "2022-01-11", "held", NULL);
  put (db, 2, "2021-12-09", "held", NULL);
  put (db, 3, "2021-12-24", "held", NULL);
  put (db, 4, "", "held", NULL);
  for (guint i = 0; i < 4; i++)
    ids[i] = db_fixture_id (db, LIAISON_KIND_ENGAGEMENT, i + 1);
  ids[4] = -1;

  assert_day (db, ids, 5, 20211209, 20211209, 2, TRUE);
  assert_day (db, ids, 5, 20211201, 20211231, 3, TRUE);
  assert_day (db, ids, 5, 20220101, 20220101, 3, FALSE);
  assert_day (db, ids, 5, 20200101, 20201231, 2, FALSE);
  /* Only what is listed is found. */
  assert_day (db, ids, 1, 20211209, 20211209, 1, FALSE);
  assert_day (db, &ids[3], 1, 20211209, 20211209, 0, FALSE);
}

static void
add (const char *path,
     void (*test) (DbFixture *fixture, gconstpointer data))
{
  g_test_add (path, DbFixture, NULL, db_fixture_set_up, test, db_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/list-groups/like-counts", test_like_counts);
  add ("/list-groups/several-countries", test_several_countries);
  add ("/list-groups/day", test_day);

  return g_test_run ();
}
