/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A report over all engagements of a store, compared with reading the tables of engagements and participations once from their beginning to their
 * end; and what it takes in memory, compared with a tenth of the engagements.
 *
 *   bench-report GENERATE LIAISON N FOLDER
 */

#include "bench-data.h"
#include "bench.h"

#include "liaison-issue.h"
#include "liaison-proposals.h"
#include "liaison-report-writer.h"
#include "liaison-sql-private.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define ROUNDS 3
#define N_HIGHLIGHTS 10

/* An engagement is found, put into words and written; a scan only passes it. */
#define PROPOSALS_GOAL 25
#define PREVIEW_GOAL 100
#define REPORT_GOAL 150
#define MEMORY_GOAL 1.5

/* So many engagements are told in the preview of the window. */
#define N_PREVIEWED 300

typedef struct
{
  LiaisonDb           *db;
  LiaisonReport       *report;
  const char          *path;
  LiaisonReportFormat  format;
  guint                most;
} Work;

static void
scan (gpointer data)
{
  Work *work = data;
  g_autoptr (GError) error = NULL;
  gint64 sum;

  bench_require (liaison_sql_query_integer (work->db, BENCH_SCAN, 0, &sum, &error)
                 && liaison_sql_query_integer (work->db, "SELECT sum (x_level) FROM participation NOT INDEXED", 0, &sum, &error),
                 error, "scan");
}

static void
propose (gpointer data)
{
  Work *work = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals = liaison_proposals_find (work->db, work->report, &error);

  bench_require (proposals != NULL, error, "proposals");
  g_ptr_array_set_size (work->report->highlights, 0);
  liaison_proposals_choose (proposals, work->report, N_HIGHLIGHTS);
}

static void
preview (gpointer data)
{
  Work *work = data;
  const LiaisonComposing composing = { .most = N_PREVIEWED };
  g_autoptr (LiaisonComposition) composition = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = liaison_compose_blocks (work->db, work->report, &composing, &composition, &error);

  bench_require (blocks != NULL, error, "preview");
}

static void
write_report (gpointer data)
{
  Work *work = data;
  const LiaisonComposing composing = { .most = work->most };
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonComposition) composition =
    liaison_report_write_to_file (work->db, work->report, work->format, &composing, work->path, &error);

  bench_require (composition != NULL, error, work->path);
}

static void
compare_memory (Work                *work,
                LiaisonReportFormat  format,
                guint                tenth)
{
  Work part = *work;
  BenchCost all_cost;
  BenchCost tenth_cost;

  part.format = format;
  bench_in_child (write_report, &part, &all_cost);
  part.most = tenth;
  bench_in_child (write_report, &part, &tenth_cost);
  bench_tell (liaison_report_format_get_label (format), BENCH_MEBIBYTES, all_cost.peak, tenth_cost.peak, MEMORY_GOAL);
}

int
main (int    argc,
      char **argv)
{
  g_auto (BenchData) data = { 0 };
  g_autoptr (LiaisonDb) db = NULL;
  g_autoptr (LiaisonReport) report = liaison_report_new ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  Work work = { .report = report, .format = LIAISON_REPORT_HTML };

  bench_data_init (&data, argc, argv);
  bench_data_need_store (&data);
  db = liaison_db_open (data.store, LIAISON_DB_READ, &error);
  bench_require (db != NULL, error, data.store);
  path = g_strconcat (data.store, ".report", NULL);
  work.db = db;
  work.path = path;

  bench_begin ("A report on everything", "liaison", "one scan");
  bench_row ("what is proposed", ROUNDS, propose, scan, &work, PROPOSALS_GOAL);
  bench_row ("highlights and 300 engagements", ROUNDS, preview, scan, &work, PREVIEW_GOAL);
  bench_row ("the whole of it", 1, write_report, scan, &work, REPORT_GOAL);

  bench_begin ("Its memory", "all", "a tenth");
  for (LiaisonReportFormat format = 0; format < LIAISON_N_REPORT_FORMATS; format++)
    compare_memory (&work, format, data.n_engagements / 10);

  g_unlink (path);

  return EXIT_SUCCESS;
}
