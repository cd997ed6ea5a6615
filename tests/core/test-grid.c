/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "db-fixture.h"
#include "random-query.h"
#include "random-store.h"

#include "liaison-day.h"
#include "liaison-country.h"
#include "liaison-grid.h"
#include "liaison-pair-map-private.h"
#include "liaison-slots-private.h"

#include <stdlib.h>

static LiaisonGrid *
load (LiaisonDb       *db,
      const char      *text,
      LiaisonSubject   subject,
      LiaisonCountKey  by,
      int              and_by,
      LiaisonMeasure   measure)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GError) error = NULL;
  LiaisonGrid *grid = liaison_grid_load (db, query, subject, by, and_by, measure, &error);

  g_assert_no_error (error);

  return grid;
}

static int
read_last_day (LiaisonDb *db,
               gint32     id)
{
  g_autofree char *statement = g_strdup_printf ("SELECT x_last_day FROM engagement WHERE id = %d", id);
  g_autofree char *day = db_fixture_query (db, statement);

  return atoi (day);
}

/* A figure is how many engagements its query lists, and its last day the last of theirs. */
static void
check_figure (LiaisonDb   *db,
              LiaisonGrid *grid,
              int          row,
              int          column)
{
  const LiaisonGridFigure *figure = liaison_grid_get_figure (grid, row, column);
  g_autofree char *text = liaison_grid_dup_query (grid, row, column);
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = liaison_query_ids (db, query, LIAISON_ENTITY_ENGAGEMENTS, NULL, 0, 0, &error);
  gboolean has_last = FALSE;
  int last_day = 0;

  g_assert_no_error (error);
  liaison_query_check (query, &error);
  g_assert_no_error (error);
  if (liaison_grid_get_measure (grid) == LIAISON_MEASURE_ENGAGEMENTS)
    g_assert_cmpint (figure->value - figure->added, ==, ids->len);
  /* Engagements with nobody in them make no figure of people. */
  else if (figure->value == 0 && figure->unnamed == 0)
    return;

  for (guint i = 0; i < ids->len; i++)
    {
      gint32 id = g_array_index (ids, gint32, i);
      int day = MIN (read_last_day (db, id), liaison_day_today ());

      last_day = MAX (last_day, day);
      has_last = has_last || (id == figure->last && day == figure->last_day);
    }
  g_assert_cmpint (figure->last_day, ==, last_day);
  g_assert_true (has_last || last_day == 0);
}

static void
check_grid (LiaisonDb   *db,
            LiaisonGrid *grid)
{
  for (int row = -1; row < (int) liaison_grid_get_n_rows (grid); row++)
    {
      for (int column = -1; column < (int) liaison_grid_get_n_columns (grid); column++)
        check_figure (db, grid, row, column);
    }
}

static void
test_figures (DbFixture     *fixture,
              gconstpointer  data)
{
  static const LiaisonCountKey keys[][2] = {
    { LIAISON_COUNT_PRINCIPAL, LIAISON_COUNT_COUNTRY }, { LIAISON_COUNT_MONTH, LIAISON_COUNT_FORM },
    { LIAISON_COUNT_COUNTRY, LIAISON_COUNT_INITIATED }, { LIAISON_COUNT_DAY, LIAISON_COUNT_LEVEL },
    { LIAISON_COUNT_PRINCIPAL, LIAISON_COUNT_COUNTERPART },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));

  random_store_fill (fixture->db, rand, 50);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      for (int j = 0; j < 3; j++)
        {
          g_autofree char *text = j == 0 ? g_strdup ("") : random_query_new (rand, 2);
          g_autoptr (LiaisonGrid) held = load (fixture->db, text, LIAISON_SUBJECT_HELD, keys[i][0], keys[i][1], LIAISON_MEASURE_ENGAGEMENTS);
          g_autoptr (LiaisonGrid) planned = load (fixture->db, text, LIAISON_SUBJECT_PLANNED, keys[i][0], keys[i][1], LIAISON_MEASURE_ENGAGEMENTS);
          g_autoptr (LiaisonGrid) people = load (fixture->db, text, LIAISON_SUBJECT_HELD, keys[i][0], -1, LIAISON_MEASURE_COUNTERPARTS);

          check_grid (fixture->db, held);
          check_grid (fixture->db, planned);
          check_grid (fixture->db, people);
        }
    }
}

/* How many lines from one on have engagements, that of none left out. */
static guint
count_listed (LiaisonGrid *grid,
              guint        from,
              gboolean     of_rows)
{
  guint n = 0;

  for (guint i = from; i < (of_rows ? liaison_grid_get_n_rows (grid) : liaison_grid_get_n_columns (grid)); i++)
    {
      LiaisonGridValue value = of_rows ? liaison_grid_get_row (grid, i) : liaison_grid_get_column (grid, i);
      const LiaisonGridFigure *figure = of_rows ? liaison_grid_get_figure (grid, i, -1) : liaison_grid_get_figure (grid, -1, i);

      n += *value.key != '\0' && liaison_grid_figure_listed (figure) > 0;
    }

  return n;
}

/* Whether figures of whole lines tell how many rest on announcements, and of which day the last one is, as all figures do without counting fewer. */
static gboolean
lines_tell_all (LiaisonCountKey by,
                LiaisonCountKey and_by)
{
  return by == LIAISON_COUNT_FORM || and_by == LIAISON_COUNT_TOPIC || and_by == LIAISON_COUNT_ORGANISATION
    || (by == LIAISON_COUNT_COUNTRY && and_by == LIAISON_COUNT_LEVEL);
}

static gboolean
pairs_tell_all (LiaisonCountKey and_by)
{
  return and_by != LIAISON_COUNT_GROUP && and_by != LIAISON_COUNT_INITIATED;
}

/* The lines with most are the first of all lines, with the same figures. */
static void
check_most (LiaisonDb       *db,
            const char      *text,
            LiaisonCountKey  by,
            LiaisonCountKey  and_by,
            guint            most_rows,
            guint            most_columns)
{
  gboolean lines_tell = lines_tell_all (by, and_by);
  g_autoptr (LiaisonGrid) all = load (db, text, LIAISON_SUBJECT_HELD, by, and_by, LIAISON_MEASURE_ENGAGEMENTS);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonGrid) most = liaison_grid_load_most (db, liaison_grid_get_query (all), by, and_by, most_rows, most_columns, &error);
  guint n_rows, n_columns;

  g_assert_no_error (error);
  n_rows = liaison_grid_get_n_rows (most);
  n_columns = liaison_grid_get_n_columns (most);
  g_assert_cmpint (n_rows, >=, most_rows > 0 ? MIN (most_rows, liaison_grid_get_n_rows (all)) : liaison_grid_get_n_rows (all));
  g_assert_cmpint (n_columns, >=, most_columns > 0 ? MIN (most_columns, liaison_grid_get_n_columns (all)) : liaison_grid_get_n_columns (all));
  g_assert_cmpint (count_listed (all, n_rows, TRUE) + count_listed (all, n_columns, FALSE), ==, liaison_grid_get_n_dropped (most));

  for (int row = -1; row < (int) n_rows; row++)
    {
      if (row >= 0)
        g_assert_cmpstr (liaison_grid_get_row (most, row).key, ==, liaison_grid_get_row (all, row).key);
      for (int column = -1; column < (int) n_columns; column++)
        {
          const LiaisonGridFigure *figure = liaison_grid_get_figure (most, row, column);
          const LiaisonGridFigure *expected = liaison_grid_get_figure (all, row, column);

          if (column >= 0)
            g_assert_cmpstr (liaison_grid_get_column (most, column).key, ==, liaison_grid_get_column (all, column).key);
          g_assert_cmpint (figure->value, ==, expected->value);
          g_assert_cmpint (figure->added, ==, expected->added);
          g_assert_true (figure->at_least == expected->at_least);
          if (row < 0 && column < 0)
            g_assert_cmpint (figure->announced, ==, expected->announced);
          if (lines_tell || (row >= 0 && column >= 0 && pairs_tell_all (and_by)))
            {
              g_assert_cmpint (figure->announced, ==, expected->announced);
              g_assert_cmpint (figure->last_day, ==, expected->last_day);
            }
        }
    }
}

static void
test_most (DbFixture     *fixture,
           gconstpointer  data)
{
  static const LiaisonCountKey keys[][2] = {
    { LIAISON_COUNT_PRINCIPAL, LIAISON_COUNT_COUNTERPART }, { LIAISON_COUNT_PRINCIPAL, LIAISON_COUNT_COUNTRY },
    { LIAISON_COUNT_COUNTRY, LIAISON_COUNT_LEVEL }, { LIAISON_COUNT_PRINCIPAL, LIAISON_COUNT_TOPIC },
    { LIAISON_COUNT_FORM, LIAISON_COUNT_ORGANISATION }, { LIAISON_COUNT_COUNTERPART, LIAISON_COUNT_GROUP },
    { LIAISON_COUNT_COUNTRY, LIAISON_COUNT_INITIATED }, { LIAISON_COUNT_OUR_LEVEL, LIAISON_COUNT_LEVEL },
  };
  static const guint most[][2] = { { 2, 3 }, { 1, 1 }, { 0, 0 } };
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);

  random_store_fill (fixture->db, rand, 60);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *text = random_query_new (rand, 2);

      for (guint j = 0; j < G_N_ELEMENTS (most); j++)
        {
          check_most (fixture->db, "", keys[i][0], keys[i][1], most[j][0], most[j][1]);
          check_most (fixture->db, text, keys[i][0], keys[i][1], most[j][0], most[j][1]);
        }
    }
}

/* So many principals with so many countries that pairs are counted only once it is known who has most; the first ones meet everybody. */
static void
test_many_rows (DbFixture     *fixture,
                gconstpointer  data)
{
  guint n_countries = 0;

  for (char first = 'A'; first <= 'Z'; first++)
    {
      for (char second = 'A'; second <= 'Z'; second++)
        {
          const char code[] = { first, second, '\0' };

          if (!liaison_country_is_valid (code))
            continue;
          db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 1000 + n_countries++, "name", code, "side", "theirs", "country", code, NULL);
        }
    }

  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *name = g_strdup_printf ("Ours %u", i);
      g_autofree char *engagement = NULL;

      db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, i, "name", name, "side", "ours", NULL);
      db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, i, "form", "phone-call", "status", "held", "start", "2021-12-09", NULL);
      engagement = g_strdup (db_fixture_uuid (LIAISON_KIND_ENGAGEMENT, i));
      db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 3 * i, "engagement", engagement, "contact",
                      db_fixture_uuid (LIAISON_KIND_CONTACT, i), "side", "ours", NULL);
      db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 3 * i + 1, "engagement", engagement, "contact",
                      db_fixture_uuid (LIAISON_KIND_CONTACT, i % 7), "side", "ours", NULL);
      db_fixture_put (fixture->db, LIAISON_KIND_PARTICIPATION, 3 * i + 2, "engagement", engagement, "contact",
                      db_fixture_uuid (LIAISON_KIND_CONTACT, 1000 + i % n_countries), "side", "theirs", NULL);
    }

  g_assert_cmpint (n_countries, >, 200);
  check_most (fixture->db, "", LIAISON_COUNT_PRINCIPAL, LIAISON_COUNT_COUNTRY, 10, 80);
  check_most (fixture->db, "", LIAISON_COUNT_PRINCIPAL, LIAISON_COUNT_COUNTERPART, 3, 20);
}

/* Rows of time ascend with the empty ones between, whatever the order of the engagements. */
static void
test_buckets (DbFixture     *fixture,
              gconstpointer  data)
{
  static const char * const days[] = { "2021-03-09", "2020-11-30", "2021-03-01", "" };
  g_autoptr (LiaisonGrid) grid = NULL;
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    db_fixture_put (fixture->db, LIAISON_KIND_ENGAGEMENT, i, "form", "phone-call", "status", "held", "start", days[i], NULL);

  grid = load (fixture->db, "", LIAISON_SUBJECT_HELD, LIAISON_COUNT_MONTH, -1, LIAISON_MEASURE_ENGAGEMENTS);
  for (guint i = 0; i < liaison_grid_get_n_rows (grid); i++)
    g_string_append_printf (keys, "%s=%d ", liaison_grid_get_row (grid, i).key, (int) liaison_grid_get_figure (grid, i, -1)->value);
  g_assert_cmpstr (keys->str, ==, "2020-11=1 2020-12=0 2021-01=0 2021-02=0 2021-03=2 undated=1 ");
  g_assert_cmpint (liaison_grid_get_figure (grid, -1, -1)->value, ==, 4);
  g_assert_cmpint (liaison_grid_get_maximum (grid), ==, 2);
}

static void
test_pair_map (void)
{
  g_autoptr (LiaisonPairMap) map = liaison_pair_map_new ();
  gboolean is_new;

  for (guint32 i = 0; i < 5000; i++)
    {
      g_assert_cmpint (liaison_pair_map_add (map, i * 7919, i % 3, &is_new), ==, i);
      g_assert_true (is_new);
    }
  for (guint32 i = 0; i < 5000; i++)
    {
      g_assert_cmpint (liaison_pair_map_add (map, i * 7919, i % 3, &is_new), ==, i);
      g_assert_false (is_new);
      g_assert_cmpint (liaison_pair_map_find (map, i * 7919, i % 3 + 3), ==, -1);
    }
}

/* More pairs than a table has room for are looked up, and nothing that was counted before is lost. */
static void
test_slots (void)
{
  g_auto (LiaisonSlots) slots = { NULL };
  g_autoptr (GArray) cells = NULL;
  gint64 sum = 0;

  liaison_slots_init (&slots, 8);
  for (guint32 i = 0; i < 3000; i++)
    {
      for (guint32 again = 0; again <= i % 3; again++)
        liaison_slots_get (&slots, i, i * 7 % 500)->dated++;
    }
  g_assert_nonnull (slots.places);

  cells = liaison_slots_to_cells (&slots);
  g_assert_cmpint (cells->len, ==, 3000);
  for (guint i = 0; i < cells->len; i++)
    {
      const LiaisonCell *cell = &g_array_index (cells, LiaisonCell, i);

      g_assert_cmpint (cell->and_by, ==, cell->by * 7 % 500);
      g_assert_cmpint (cell->dated, ==, cell->by % 3 + 1);
      sum += cell->by;
    }
  g_assert_cmpint (sum, ==, 3000 * 2999 / 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize seed = 1; seed <= 2; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/grid/figures/%u", (guint) seed);

      g_test_add (path, DbFixture, GSIZE_TO_POINTER (seed), db_fixture_set_up, test_figures, db_fixture_tear_down);
    }
  g_test_add ("/grid/most", DbFixture, NULL, db_fixture_set_up, test_most, db_fixture_tear_down);
  g_test_add ("/grid/many-rows", DbFixture, NULL, db_fixture_set_up, test_many_rows, db_fixture_tear_down);
  g_test_add ("/grid/buckets", DbFixture, NULL, db_fixture_set_up, test_buckets, db_fixture_tear_down);
  g_test_add_func ("/grid/pair-map", test_pair_map);
  g_test_add_func ("/grid/slots", test_slots);

  return g_test_run ();
}
