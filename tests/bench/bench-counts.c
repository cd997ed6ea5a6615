/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The figures of charts, compared with reading the table of engagements once from its beginning to its end: counted by SQL, as the command line
 * does once, and from the facts in memory, as the window does again and again; then each kind of chart as a whole, and the memory of these facts.
 *
 *   bench-counts GENERATE LIAISON N FOLDER
 */

#include "bench-data.h"
#include "bench.h"

#include "liaison-chart-kind.h"
#include "liaison-count.h"
#include "liaison-grid.h"
#include "liaison-sql-private.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS 10

/* Charts take little time, so that a median of several can be had of very many engagements, too. */
#define LEAST_CHART_ROUNDS 9

typedef struct
{
  const char      *name;
  LiaisonCountKey  by;
  int              and_by;
  LiaisonMeasure   measure;
  const char      *check; /* one figure: that of all keys together, or of the first key where the statement has a parameter */
} Figure;

/* As generate.c makes them, all counted engagements have a date, and everybody took part; see liaison-counting-private.h for the rules. */
#define ALL_COUNTED "SELECT count (*) FROM engagement WHERE x_counted"

#define WITH(condition) \
  "SELECT count (DISTINCT e.id) FROM participation p CROSS JOIN engagement e ON e.id = p.engagement WHERE e.x_counted AND p.side = 2 AND " condition

static const Figure figures[] = {
  { "by month and group", LIAISON_COUNT_MONTH, LIAISON_COUNT_GROUP, LIAISON_MEASURE_ENGAGEMENTS, ALL_COUNTED },
  { "by day", LIAISON_COUNT_DAY, -1, LIAISON_MEASURE_ENGAGEMENTS, ALL_COUNTED },
  { "by form", LIAISON_COUNT_FORM, -1, LIAISON_MEASURE_ENGAGEMENTS, ALL_COUNTED },
  { "by country", LIAISON_COUNT_COUNTRY, -1, LIAISON_MEASURE_ENGAGEMENTS, WITH ("p.x_seat_country = ?1") },
  { "by counterpart", LIAISON_COUNT_COUNTERPART, -1, LIAISON_MEASURE_ENGAGEMENTS,
    WITH ("p.contact = (SELECT id FROM contact WHERE lower (hex (uuid)) = replace (?1, '-', ''))") },
  { "by principal and country", LIAISON_COUNT_PRINCIPAL, LIAISON_COUNT_COUNTRY, LIAISON_MEASURE_ENGAGEMENTS, NULL },
  { "by principal and counterpart", LIAISON_COUNT_PRINCIPAL, LIAISON_COUNT_COUNTERPART, LIAISON_MEASURE_ENGAGEMENTS, NULL },
  { "counterparts by year", LIAISON_COUNT_YEAR, -1, LIAISON_MEASURE_COUNTERPARTS, NULL },
};

typedef struct
{
  LiaisonDb    *db;
  LiaisonQuery *query;
  const Figure *figure;
  GPtrArray    *counts;
  const char   *store;
  const LiaisonChartKind *kind;
} Work;

/* Charts: the first one reads what the others share, which may take so many MiB a million engagements. */
#define FIRST_GOAL 4
#define NEXT_GOAL 0.1
#define MEMORY_GOAL 40.0

static void
count (gpointer data)
{
  Work *work = data;
  const Figure *figure = work->figure;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&work->counts, g_ptr_array_unref);
  work->counts = liaison_count (work->db, work->query, figure->by, figure->and_by, figure->measure, &error);
  bench_require (work->counts != NULL, error, figure->name);
}

static void
scan (gpointer data)
{
  Work *work = data;
  g_autoptr (GError) error = NULL;
  gint64 sum;

  bench_require (liaison_sql_query_integer (work->db, BENCH_SCAN, 0, &sum, &error), error, "scan");
}

static void
check (Work *work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonSql) sql = NULL;
  gboolean is_of_first = strstr (work->figure->check, "?1") != NULL;
  gint64 sum = 0;

  for (guint i = 0; i < work->counts->len; i++)
    {
      const LiaisonCount *one = work->counts->pdata[i];

      if (i == 0 || !is_of_first)
        sum += one->value;
    }

  sql = liaison_sql_new (work->db, work->figure->check, &error);
  bench_require (sql != NULL, error, work->figure->name);
  if (is_of_first)
    liaison_sql_bind_text (sql, 1, ((const LiaisonCount *) work->counts->pdata[0])->key);
  bench_require (liaison_sql_step (sql, &error), error, work->figure->name);
  if (liaison_sql_get_integer (sql, 0) != sum)
    bench_fail ("%s: %" G_GINT64_FORMAT ", and %" G_GINT64_FORMAT " of the statement", work->figure->name, sum, liaison_sql_get_integer (sql, 0));
}

static void
load_grid (gpointer data)
{
  Work *work = data;
  const Figure *figure = work->figure;
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonGrid) grid = liaison_grid_load (work->db, work->query, LIAISON_SUBJECT_HELD, figure->by, figure->and_by, figure->measure, &error);

  bench_require (grid != NULL, error, figure->name);
}

static void
load_first_grid (gpointer data)
{
  Work *work = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDb) db = liaison_db_open (work->store, LIAISON_DB_READ, &error);
  Work first = *work;

  bench_require (db != NULL, error, work->store);
  first.db = db;
  load_grid (&first);
}

/* All of it but the picture itself: figures, names, texts and where things belong. */
static void
load_chart (gpointer data)
{
  Work *work = data;
  g_autoptr (LiaisonChartRequest) request = liaison_chart_request_new (work->kind, work->query);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonPlot) plot = liaison_chart_request_load (work->db, request, &error);

  bench_require (plot != NULL, error, work->kind->token);
}

static double
get_allocated (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (info.uordblks + info.hblkhd) / 1048576.0;
}

/* What a connection keeps once it has counted, beside what reading the table costs it anyway. */
static void
measure_memory (const char   *store,
                LiaisonQuery *query,
                guint         n_engagements)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonDb) db = liaison_db_open (store, LIAISON_DB_READ, &error);
  Work work = { .db = db, .query = query, .figure = &figures[0], .store = store };
  double goal = MAX (MEMORY_GOAL * n_engagements / 1e6, 1);
  double before;

  bench_require (db != NULL, error, store);
  scan (&work);
  before = get_allocated ();
  load_grid (&work);
  bench_begin ("Memory of the facts", "liaison", "at most");
  bench_tell ("kept after the first chart", BENCH_MEBIBYTES, get_allocated () - before, goal, 1);
}

static void
compare_charts (LiaisonDb    *db,
                LiaisonQuery *query,
                guint         rounds)
{
  Work work = { .db = db, .query = query };

  bench_begin ("Kinds of charts", "liaison", "one scan");
  for (const LiaisonChartKind * const *kind = liaison_chart_kind_get_all (); *kind != NULL; kind++)
    {
      work.kind = *kind;
      bench_row ((*kind)->token, rounds, load_chart, scan, &work, NEXT_GOAL);
    }
}

static void
compare_grids (LiaisonDb    *db,
               const char   *store,
               LiaisonQuery *query,
               guint         rounds)
{
  Work work = { .db = db, .query = query, .figure = &figures[0], .store = store };

  bench_begin ("Charts", "liaison", "one scan");
  bench_row ("the first chart", MIN (rounds, 3), load_first_grid, scan, &work, FIRST_GOAL);
  load_grid (&work);
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      work.figure = &figures[i];
      bench_row (figures[i].name, rounds, load_grid, scan, &work, NEXT_GOAL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_auto (BenchData) data = { 0 };
  g_autoptr (LiaisonDb) db = NULL;
  g_autoptr (LiaisonQuery) query = liaison_query_parse (NULL);
  g_autoptr (GError) error = NULL;
  guint rounds;

  bench_data_init (&data, argc, argv);
  bench_data_need_store (&data);
  rounds = bench_data_get_rounds (&data, ROUNDS);
  db = liaison_db_open (data.store, LIAISON_DB_READ, &error);
  bench_require (db != NULL, error, data.store);

  bench_begin ("Figures by SQL", "liaison", "one scan");
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      Work work = { .db = db, .query = query, .figure = &figures[i] };
      g_autofree char *name = NULL;
      double ours, theirs;

      bench_compare (rounds, count, scan, &work, &ours, &theirs);
      name = g_strdup_printf ("%s (%u)", figures[i].name, work.counts->len);
      bench_tell (name, BENCH_MILLISECONDS, ours, theirs, 0);
      if (figures[i].check != NULL)
        check (&work);
      g_ptr_array_unref (work.counts);
    }

  compare_grids (db, data.store, query, rounds);
  compare_charts (db, query, MAX (rounds, LEAST_CHART_ROUNDS));
  measure_memory (data.store, query, data.n_engagements);

  return EXIT_SUCCESS;
}
