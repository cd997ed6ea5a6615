/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Every kind of chart with every choice, on the sample and on stores in which everything collides, on none, and on one engagement; and where
 * the marks of each are on the sample, by golden files.
 *
 *   test-charts GOLDEN-FOLDER
 *
 * LIAISON_WRITE_GOLDEN writes the golden files anew.
 */

#include "plot-check.h"
#include "plot-fixture.h"
#include "random-query.h"
#include "random-store.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How far a mark may be from where the golden file has it: fonts differ. */
#define TOLERANCE 8.0

static const char *golden_folder;

static LiaisonPlot *
compare (LiaisonDb              *db,
         const LiaisonChartKind *kind,
         const char             *text,
         const char             *against)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (text);
  g_autoptr (LiaisonQuery) other = liaison_query_parse (against);
  g_autoptr (LiaisonChartRequest) request = liaison_chart_request_new (kind, query);
  g_autoptr (GError) error = NULL;
  LiaisonPlot *plot;

  liaison_chart_request_set_against (request, other);
  plot = liaison_chart_request_load (db, request, &error);
  g_assert_no_error (error);

  return plot;
}

/* All choices, one after the other. */
static void
check_kind (LiaisonDb              *db,
            const LiaisonChartKind *kind,
            const char             *text)
{
  g_autoptr (LiaisonPlot) plain = plot_fixture_load (db, kind, text, NULL, NULL);
  g_autofree char *name = g_strdup_printf ("%s “%s”", kind->token, text);

  plot_check_all (name, db, plain);
  for (const LiaisonChartOption *option = kind->options; option != NULL && option->name != NULL; option++)
    {
      for (const LiaisonChartChoice *choice = option->choices + 1; choice->token != NULL; choice++)
        {
          g_autoptr (LiaisonPlot) plot = plot_fixture_load (db, kind, text, option->name, choice->token);
          g_autofree char *full_name = g_strdup_printf ("%s %s=%s", name, option->name, choice->token);

          plot_check_all (full_name, db, plot);
        }
    }
}

static void
test_sample (DbFixture     *fixture,
             gconstpointer  data)
{
  plot_fixture_fill_sample (fixture->db);
  check_kind (fixture->db, data, "");
  check_kind (fixture->db, data, "by:Blinken group:calls");
  check_kind (fixture->db, data, "country:UA");
  check_kind (fixture->db, data, "from:1990 to:1991");
}

static void
check_comparison (LiaisonDb              *db,
                  const LiaisonChartKind *kind,
                  const char             *text,
                  const char             *against)
{
  g_autoptr (LiaisonPlot) plot = compare (db, kind, text, against);
  g_autofree char *name = g_strdup_printf ("%s “%s” against “%s”", kind->token, text, against);

  plot_check_all (name, db, plot);
}

static void
test_compared (DbFixture     *fixture,
               gconstpointer  data)
{
  check_comparison (fixture->db, data, "", "country:UA");
  plot_fixture_fill_sample (fixture->db);
  check_comparison (fixture->db, data, "by:Blinken", "by:Sherman country:UA,RU");
  check_comparison (fixture->db, data, "from:1990 to:1991", "");
  check_comparison (fixture->db, data, "country:UA", "from:1990 to:1991");
}

/* What a mark of one of two plots beside each other says, without the name of its query. */
static char *
dup_own_label (LiaisonPlot *plot,
               guint        index)
{
  g_autofree char *label = liaison_plot_dup_mark_label (plot, index);
  const char *colon = strstr (label, ": ");
  const char *figure = strrchr (label, ':');

  g_assert_nonnull (colon);

  return g_strndup (colon + 2, figure - colon - 2);
}

/* What stands for the same lies at the same place in both panes, however little there is in one of them. */
static void
test_alike (DbFixture     *fixture,
            gconstpointer  data)
{
  const LiaisonChartKind *kind = liaison_chart_kind_find (data);
  gboolean is_timeline = g_str_equal (data, "timeline");
  g_autoptr (LiaisonPlot) plot = NULL;
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_alike = 0;

  plot_fixture_fill_sample (fixture->db);
  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 1, "name", "Ours", "side", "ours", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 902, "name", "Theirs", "side", "theirs", "country", "PL", NULL);
  plot_fixture_put_call (fixture->db, 900, "2019-03-05", 902);
  plot = is_timeline ? compare (fixture->db, kind, "by:Blinken from:2022-01-01", "by:Blinken") : compare (fixture->db, kind, "country:UA", "");
  g_assert_cmpstr (liaison_plot_get_kind (plot), ==, data);
  g_assert_true (liaison_plot_get_ends_now (plot) == g_str_equal (data, "calendar"));

  plot_fixture_layout (plot, 1400, 900);
  for (guint i = 0; i < liaison_plot_get_n_marks (plot); i++)
    {
      const LiaisonMark *mark = liaison_plot_get_mark (plot, i);
      char *label = dup_own_label (plot, i);
      double place = is_timeline ? fmod (mark->x, 712) : mark->y;
      double *first = g_hash_table_lookup (places, label);

      if (first != NULL)
        {
          g_assert_cmpfloat_with_epsilon (place, *first, 0.01);
          n_alike++;
          g_free (label);
          continue;
        }
      g_hash_table_insert (places, label, g_memdup2 (&place, sizeof place));
    }
  g_assert_cmpint (n_alike, >, 5);
}

static void
test_random (DbFixture     *fixture,
             gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20220111);

  random_store_fill (fixture->db, rand, 40);
  check_kind (fixture->db, data, "");
  check_kind (fixture->db, data, "country:UA");
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *text = random_query_new (rand, 2);

      check_kind (fixture->db, data, text);
      check_comparison (fixture->db, data, text, "");
    }
}

static void
test_empty (DbFixture     *fixture,
            gconstpointer  data)
{
  g_autoptr (LiaisonPlot) plot = plot_fixture_load (fixture->db, data, "", NULL, NULL);

  g_assert_true (liaison_plot_get_texts (plot)->is_empty);
  check_kind (fixture->db, data, "");
}

/* One engagement, and then another one so long after it that most of the picture is empty. */
static void
test_few (DbFixture     *fixture,
          gconstpointer  data)
{
  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 1, "name", "Ours", "side", "ours", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 2, "name", "Theirs", "side", "theirs", "country", "UA", NULL);
  plot_fixture_put_call (fixture->db, 1, "2022-01-03", 2);
  check_kind (fixture->db, data, "");
  plot_fixture_put_call (fixture->db, 2, "1866-05-01", 2);
  check_kind (fixture->db, data, "");
}

/* Two hundred counterparts over 160 years, one of whom has more than all the others: what is small can be read beside what is great. */
static void
test_many (DbFixture     *fixture,
           gconstpointer  data)
{
  static const char * const countries[] = { "UA", "PL", "DE", "NO", "CH", "FR" };
  static const char * const texts[] = { "", "country:UA", "with:Busy" };
  guint number = 0;

  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 1, "name", "Ours", "side", "ours", NULL);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", i == 0 ? "Busy" : "Theirs", i);
      g_autofree char *day = g_strdup_printf ("%u-%02u-%02u", 1866 + i * 4 / 5, 1 + i % 12, 1 + i % 28);

      db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 2 + i, "name", name, "side", "theirs", "country", countries[i % G_N_ELEMENTS (countries)], NULL);
      for (guint j = 0; j < (i == 0 ? 250 : 1); j++)
        plot_fixture_put_call (fixture->db, ++number, i == 0 ? "2021-12-09" : day, 2 + i);
    }

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LiaisonPlot) plot = plot_fixture_load (fixture->db, data, texts[i], NULL, NULL);

      plot_check_all (texts[i], fixture->db, plot);
    }
}

/* Where nobody has noted who initiated anything, that is what is drawn, and not an empty picture. */
static void
test_nothing_known (DbFixture     *fixture,
                    gconstpointer  data)
{
  g_autoptr (LiaisonPlot) plot = NULL;

  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 1, "name", "Ours", "side", "ours", NULL);
  db_fixture_put (fixture->db, LIAISON_KIND_CONTACT, 2, "name", "Theirs", "side", "theirs", "country", "UA", NULL);
  plot_fixture_put_call (fixture->db, 1, "2022-01-03", 2);
  plot_fixture_put_call (fixture->db, 2, "2022-01-04", 2);

  plot = plot_fixture_load (fixture->db, liaison_chart_kind_find ("reciprocity"), "", NULL, NULL);
  plot_fixture_layout (plot, 600, 400);
  g_assert_cmpint (liaison_plot_get_n_marks (plot), ==, 1);
  g_assert_cmpint (liaison_plot_get_mark (plot, 0)->value, ==, 2);
  g_assert_cmpfloat (liaison_plot_get_mark (plot, 0)->width, >, 300);
}

/* Golden files */

static gboolean
is_near (const char *line,
         const char *golden)
{
  int numbers[2][7];
  int ends[2];

  if (sscanf (line, "%d %d %d %d %d %d %d %n", &numbers[0][0], &numbers[0][1], &numbers[0][2], &numbers[0][3], &numbers[0][4], &numbers[0][5],
              &numbers[0][6], &ends[0]) != 7
      || sscanf (golden, "%d %d %d %d %d %d %d %n", &numbers[1][0], &numbers[1][1], &numbers[1][2], &numbers[1][3], &numbers[1][4],
                 &numbers[1][5], &numbers[1][6], &ends[1]) != 7)
    return g_str_equal (line, golden);

  for (int i = 0; i < 7; i++)
    {
      if (abs (numbers[0][i] - numbers[1][i]) > (i < 3 ? 0 : TOLERANCE))
        return FALSE;
    }

  return g_str_equal (line + ends[0], golden + ends[1]);
}

static void
check_golden (LiaisonPlot *plot,
              const char  *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (golden_folder, name, NULL);
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) golden = NULL;

  found = plot_check_geometry (plot);
  if (g_getenv ("LIAISON_WRITE_GOLDEN"))
    g_file_set_contents (path, found, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);

  lines = g_strsplit (found, "\n", -1);
  golden = g_strsplit (expected, "\n", -1);
  for (guint i = 0; lines[i] != NULL && golden[i] != NULL; i++)
    {
      if (!is_near (lines[i], golden[i]))
        g_error ("%s, line %u: “%s” is not “%s”", name, i + 1, lines[i], golden[i]);
    }
  g_assert_cmpint (g_strv_length (lines), ==, g_strv_length (golden));
}

static void
test_golden (DbFixture     *fixture,
             gconstpointer  data)
{
  const LiaisonChartKind *kind = data;
  g_autofree char *name = g_strdup_printf ("%s.txt", kind->token);
  g_autoptr (LiaisonPlot) plot = NULL;

  plot_fixture_fill_sample (fixture->db);
  plot = plot_fixture_load (fixture->db, kind, plot_fixture_get_query (kind), NULL, NULL);
  check_golden (plot, name);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  golden_folder = argv[1];

  for (const LiaisonChartKind * const *kind = liaison_chart_kind_get_all (); *kind != NULL; kind++)
    {
      static const struct { const char *name; void (*test) (DbFixture *fixture, gconstpointer data); } tests[] = {
        { "sample", test_sample }, { "golden", test_golden }, { "random", test_random }, { "empty", test_empty }, { "few", test_few },
        { "many", test_many }, { "compared", test_compared },
      };

      for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
        {
          g_autofree char *path = g_strdup_printf ("/charts/%s/%s", (*kind)->token, tests[i].name);

          g_test_add (path, DbFixture, *kind, db_fixture_set_up, tests[i].test, db_fixture_tear_down);
        }
    }

  g_test_add ("/charts/reciprocity/nothing-known", DbFixture, NULL, db_fixture_set_up, test_nothing_known, db_fixture_tear_down);
  g_test_add ("/charts/calendar/alike", DbFixture, "calendar", db_fixture_set_up, test_alike, db_fixture_tear_down);
  g_test_add ("/charts/timeline/alike", DbFixture, "timeline", db_fixture_set_up, test_alike, db_fixture_tear_down);

  return g_test_run ();
}
