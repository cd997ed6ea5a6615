/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The keys of a list in order, and the rows of a page, compared with a loop in C over the statement that a person would write for it.
 *
 *   bench-lists GENERATE LIAISON N FOLDER
 */

#include "bench-data.h"
#include "bench.h"

#include "liaison-bits-cache-private.h"
#include "liaison-db-private.h"
#include "liaison-list-groups.h"
#include "liaison-order-cache-private.h"
#include "liaison-row-data-private.h"
#include "liaison-row-read-private.h"

#include <stdlib.h>
#include <string.h>

#define ROUNDS 15
#define PAGE 64

/* Of a scan of the table, that a list may take. */
#define MOST_FOR_A_KEY 1.0
#define MOST_FOR_FILTERS 0.1

/* A day's engagements in their order; the newest first. */
#define OLDEST "x_first_day, x_minute, id"
#define NEWEST " ORDER BY x_first_day DESC, x_minute DESC, id DESC"

typedef struct
{
  const char *name;
  const char *query;
  int         column;     /* -1 for the order that nobody asked for */
  guint       limit;
  const char *texts[2];   /* the statements, one after the other */
  int         then_by;    /* a second key, where it is not 0, the date's column */
  int         group;      /* a LiaisonCountKey, where it is not 0, that of days */
} List;

static const List orders[] = {
  { "everything, newest first", "", -1, 0, { "SELECT id FROM engagement" NEWEST } },
  { "the first 200 of it", "", -1, 200, { "SELECT id FROM engagement" NEWEST " LIMIT 200" } },
  { "by form", "", LIAISON_ENGAGEMENT_COLUMN_FORM, 0, { "SELECT id FROM engagement ORDER BY form, " OLDEST } },
  { "by principal", "", LIAISON_ENGAGEMENT_COLUMN_PRINCIPALS, 0,
    { "SELECT id FROM engagement WHERE x_principal IS NULL ORDER BY " OLDEST,
      "SELECT e.id FROM contact c INDEXED BY contact_sort CROSS JOIN engagement e INDEXED BY engagement_principal ON e.x_principal = c.id"
      " ORDER BY c.x_sort_key, c.id, e.x_first_day, e.x_minute, e.id" } },
  { "by counterpart", "", LIAISON_ENGAGEMENT_COLUMN_COUNTERPARTS, 0,
    { "SELECT id FROM engagement WHERE x_counterpart IS NULL ORDER BY " OLDEST,
      "SELECT e.id FROM contact c INDEXED BY contact_sort CROSS JOIN engagement e INDEXED BY engagement_counterpart ON e.x_counterpart = c.id"
      " ORDER BY c.x_sort_key, c.id, e.x_first_day, e.x_minute, e.id" } },
  { "by country", "", LIAISON_ENGAGEMENT_COLUMN_COUNTRIES, 0, { "SELECT id FROM engagement ORDER BY x_seat, " OLDEST } },
  { "by title", "", LIAISON_ENGAGEMENT_COLUMN_TITLE, 0, { "SELECT id FROM engagement ORDER BY x_title_key, " OLDEST } },
  { "by status", "", LIAISON_ENGAGEMENT_COLUMN_STATUS, 0, { "SELECT id FROM engagement ORDER BY status, " OLDEST } },
  { "by format", "", LIAISON_ENGAGEMENT_COLUMN_FORMAT, 0,
    { "SELECT id FROM engagement WHERE format IS NULL ORDER BY " OLDEST,
      "SELECT e.id FROM organisation o INDEXED BY organisation_sort CROSS JOIN engagement e INDEXED BY engagement_format ON e.format = o.id"
      " ORDER BY o.x_sort_key, o.id, e.x_first_day, e.x_minute, e.id" } },
  { "by place", "", LIAISON_ENGAGEMENT_COLUMN_PLACE, 0, { "SELECT id FROM engagement ORDER BY place, " OLDEST } },
  { "by form, then title", "", LIAISON_ENGAGEMENT_COLUMN_FORM, 0, { "SELECT id FROM engagement ORDER BY form, x_title_key, " OLDEST },
    LIAISON_ENGAGEMENT_COLUMN_TITLE },
  { "by country, then place", "", LIAISON_ENGAGEMENT_COLUMN_COUNTRIES, 0, { "SELECT id FROM engagement ORDER BY x_seat, place, " OLDEST },
    LIAISON_ENGAGEMENT_COLUMN_PLACE },
};

/* Who took part, e being the engagement. */
#define PRESENT(side) "SELECT 1 FROM participation p WHERE p.engagement = e.id AND p.side = " side " AND p.attendance NOT IN (3, 4)"
#define SPOKEN "x_counted AND x_group IN (1, 2, 3)"
#define SPEAKS(side) "EXISTS (SELECT 1 FROM participation p WHERE p.engagement = e.id AND p.side = " side " AND p.x_counts)"
#define N_SEATS \
  "(SELECT count (DISTINCT x_seat_country || '/' || coalesce (x_seat_organisation, '')) FROM participation p WHERE p.engagement = e.id AND p.side = 2" \
  " AND p.attendance NOT IN (3, 4) AND (x_seat_country <> '' OR x_seat_organisation IS NOT NULL))"

#define IN_2015 "x_first_day BETWEEN 20150101 AND 20151231"
#define WITH_UA "id IN (SELECT engagement FROM participation WHERE x_seat_country = 'UA' AND side = 2 AND attendance NOT IN (3, 4))"

static const List searches[] = {
  { "everything, newest first", "", -1, 0, { "SELECT id FROM engagement" NEWEST } },
  { "word “ba”", "ba", -1, 0, { "SELECT id FROM engagement WHERE id IN (SELECT rowid FROM search WHERE search MATCH '\"ba\" *')" NEWEST } },
  { "word “gorvamar”", "gorvamar", -1, 0,
    { "SELECT id FROM engagement WHERE id IN (SELECT rowid FROM search WHERE search MATCH '\"gorvamar\" *')" NEWEST } },
  { "words “kul nor”", "kul nor", -1, 0,
    { "SELECT id FROM engagement WHERE id IN (SELECT rowid FROM search WHERE search MATCH '\"kul\" * AND \"nor\" *')" NEWEST } },
  { "form:phone-call", "form:phone-call", -1, 0, { "SELECT id FROM engagement WHERE form = 1" NEWEST } },
  { "form:phone-call from:2015 to:2019", "form:phone-call from:2015 to:2019", -1, 0,
    { "SELECT id FROM engagement WHERE form = 1 AND x_first_day BETWEEN 20150101 AND 20191231" NEWEST } },
  { "form:phone-call status:held is:counted", "form:phone-call status:held is:counted", -1, 0,
    { "SELECT id FROM engagement WHERE form = 1 AND status = 2 AND x_counted" NEWEST } },
  { "country:UA is:counted", "country:UA is:counted", -1, 0,
    { "SELECT id FROM engagement e WHERE x_counted AND EXISTS (SELECT 1 FROM participation p"
      " WHERE p.engagement = e.id AND p.side = 2 AND p.x_seat_country = 'UA' AND p.attendance NOT IN (3, 4))" NEWEST } },
  { "country:UA on:2015", "country:UA on:2015", -1, 0, { "SELECT id FROM engagement WHERE " IN_2015 " AND " WITH_UA NEWEST } },
  { "-form:phone-call", "-form:phone-call", -1, 0, { "SELECT id FROM engagement WHERE form <> 1" NEWEST } },
  { "status:held from:2012", "status:held from:2012", -1, 0,
    { "SELECT id FROM engagement WHERE status = 2 AND x_first_day >= 20120101" NEWEST } },
  { "group:meetings on:2015", "group:meetings on:2015", -1, 0, { "SELECT id FROM engagement WHERE x_group = 2 AND " IN_2015 NEWEST } },
  { "place:Brussels form:meeting", "place:Brussels form:meeting", -1, 0,
    { "SELECT id FROM engagement WHERE place = 'Brussels' AND form = 3" NEWEST } },
  { "is:spoke-with country:UA", "is:spoke-with country:UA", -1, 0,
    { "SELECT id FROM engagement e WHERE x_counted AND x_group IN (1, 2, 3) AND " WITH_UA
      " AND EXISTS (SELECT 1 FROM participation p WHERE p.engagement = e.id AND p.side = 1 AND p.x_counts)" NEWEST } },
  { "is:bilateral on:2015", "is:bilateral on:2015", -1, 0,
    { "SELECT id FROM engagement e WHERE " IN_2015 " AND format IS NULL AND form <> 8 AND (SELECT count (DISTINCT x_seat_country)"
      " FROM participation p WHERE p.engagement = e.id AND p.side = 2 AND p.attendance NOT IN (3, 4)) = 1" NEWEST } },
  { "is:spoke-with", "is:spoke-with", -1, 0, { "SELECT id FROM engagement e WHERE " SPOKEN " AND " SPEAKS ("1") " AND " SPEAKS ("2") NEWEST } },
  { "is:multilateral", "is:multilateral", -1, 0,
    { "SELECT id FROM engagement e WHERE format IS NOT NULL OR form = 8 OR " N_SEATS " > 1" NEWEST } },
  { "is:bilateral country:UA", "is:bilateral country:UA", -1, 0,
    { "SELECT id FROM engagement e WHERE format IS NULL AND form <> 8 AND " N_SEATS " = 1 AND " WITH_UA NEWEST } },
  { "is:same-rank", "is:same-rank", -1, 0,
    { "SELECT id FROM engagement e WHERE EXISTS (SELECT 1 FROM participation p JOIN participation q ON q.engagement = p.engagement"
      " WHERE p.engagement = e.id AND p.side = 1 AND q.side = 2 AND p.x_counts AND q.x_counts AND p.x_level <> 0 AND p.x_level = q.x_level"
      " AND p.x_portfolio <> 0 AND p.x_portfolio = q.x_portfolio)" NEWEST } },
  { "country:none", "country:none", -1, 0,
    { "SELECT id FROM engagement e WHERE EXISTS (" PRESENT ("2") " AND p.x_seat_country = '') OR NOT EXISTS (" PRESENT ("2") ")" NEWEST } },
  { "side:third -level:none", "side:third -level:none", -1, 0,
    { "SELECT id FROM engagement e WHERE EXISTS (" PRESENT ("3") ") AND EXISTS (" PRESENT ("2") ") AND NOT EXISTS (" PRESENT ("2")
      " AND p.x_level = 0)" NEWEST } },
  { "initiated:theirs topic:none", "initiated:theirs topic:none", -1, 0,
    { "SELECT id FROM engagement e WHERE initiated = 2 AND NOT EXISTS (SELECT 1 FROM engagement_topics WHERE owner = e.id)" NEWEST } },
  { "audience:public is:reached", "audience:public is:reached", -1, 0,
    { "SELECT id FROM engagement e WHERE sensitivity = 1 AND " SPOKEN " AND " SPEAKS ("1")
      " AND EXISTS (SELECT 1 FROM participation p WHERE p.engagement = e.id AND p.side = 2 AND (p.x_counts OR (p.attendance = 5 AND p.role < 4)))"
      NEWEST } },
  { "is:unsourced status:held", "is:unsourced status:held", -1, 0,
    { "SELECT id FROM engagement WHERE evidence IN (0, 3) AND status = 2" NEWEST } },
  { "status:held ba from:2012, by title", "status:held ba from:2012", LIAISON_ENGAGEMENT_COLUMN_TITLE, 0,
    { "SELECT id FROM engagement WHERE status = 2 AND x_first_day >= 20120101"
      " AND id IN (SELECT rowid FROM search WHERE search MATCH '\"ba\" *') ORDER BY x_title_key, " OLDEST } },
};

typedef struct
{
  LiaisonDb    *db;
  gboolean      is_first; /* whether each time is the first on its connection */
  gboolean      is_known; /* what the conditions hold for was found before: they have been asked with others, or a letter is typed behind them */
  const List   *list;
  LiaisonQuery *query;
  sqlite3_stmt *statements[2];
  GArray       *ours;
  GArray       *theirs;
} Work;

static sqlite3_stmt *
prepare (LiaisonDb  *db,
         const char *text)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (liaison_db_get_handle (db), text, -1, &statement, NULL) != SQLITE_OK)
    bench_fail ("%s: %s", text, sqlite3_errmsg (liaison_db_get_handle (db)));

  return statement;
}

static void
run_query (gpointer data)
{
  Work *work = data;
  LiaisonSortKey keys[] = { { work->list->column, FALSE }, { work->list->then_by, FALSE } };
  guint n_keys = (work->list->column >= 0) + (work->list->then_by != 0);
  g_autoptr (GError) error = NULL;

  if (!work->is_known)
    liaison_db_set_data (work->db, LIAISON_BITS_CACHE, NULL, NULL);
  if (work->is_first)
    liaison_db_set_data (work->db, LIAISON_ORDER_CACHE, NULL, NULL);
  g_clear_pointer (&work->ours, g_array_unref);
  work->ours = liaison_query_ids (work->db, work->query, LIAISON_ENTITY_ENGAGEMENTS, keys, n_keys, work->list->limit, &error);
  bench_require (work->ours != NULL, error, work->list->name);
}

static void
run_loop (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->theirs, g_array_unref);
  work->theirs = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (gsize i = 0; i < G_N_ELEMENTS (work->statements) && work->statements[i] != NULL; i++)
    {
      while (sqlite3_step (work->statements[i]) == SQLITE_ROW)
        {
          gint32 id = sqlite3_column_int (work->statements[i], 0);

          g_array_append_val (work->theirs, id);
        }
      sqlite3_reset (work->statements[i]);
    }
}

/* The time of reading the table once. */
static double
measure_scan (LiaisonDb *db)
{
  sqlite3_stmt *statement = prepare (db, BENCH_SCAN);
  double figures[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = bench_get_cpu ();

      sqlite3_step (statement);
      figures[i] = bench_get_cpu () - start;
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);

  return bench_quantile (figures, ROUNDS, 0.5);
}

static void
tell_share (const char *when,
            double      time,
            double      scan,
            double      most)
{
  bench_remark ("%s%.2f of a scan of the table, %.0f ms; goal ≤ %.1f %s", when, time / scan, scan, most, time / scan <= most ? "met" : "missed");
}

static void
tell_again (Work   *work,
            double  scan)
{
  double figures[ROUNDS];

  work->is_known = TRUE;
  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = bench_get_cpu ();

      run_query (work);
      figures[i] = bench_get_cpu () - start;
    }
  tell_share ("again: ", bench_quantile (figures, ROUNDS, 0.5), scan, MOST_FOR_FILTERS);
}

static void
bench_list (LiaisonDb  *db,
            const List *list,
            gboolean    is_first,
            double      scan,
            guint       rounds)
{
  g_autoptr (LiaisonQuery) query = liaison_query_parse (list->query);
  g_autofree char *name = NULL;
  Work work = { .db = db, .is_first = is_first, .list = list, .query = query };
  double ours, theirs;

  for (gsize i = 0; i < G_N_ELEMENTS (list->texts) && list->texts[i] != NULL; i++)
    work.statements[i] = prepare (db, list->texts[i]);

  bench_compare (rounds, run_query, run_loop, &work, &ours, &theirs);
  name = g_strdup_printf ("%s (%u)", list->name, work.ours->len);
  bench_tell (name, BENCH_MILLISECONDS, ours, theirs, 1.2);
  if (*list->query == '\0')
    tell_share ("", ours, scan, list->then_by != 0 ? 2 * MOST_FOR_A_KEY : MOST_FOR_A_KEY);
  else if (strchr (list->query, ':'))
    {
      tell_share ("", ours, scan, MOST_FOR_FILTERS);
      tell_again (&work, scan);
    }
  if (work.ours->len != work.theirs->len || memcmp (work.ours->data, work.theirs->data, work.ours->len * sizeof (gint32)) != 0)
    bench_fail ("%s: %u keys, and %u of the statement, or in another order", list->name, work.ours->len, work.theirs->len);

  for (gsize i = 0; i < G_N_ELEMENTS (work.statements); i++)
    sqlite3_finalize (work.statements[i]);
  g_array_unref (work.ours);
  g_array_unref (work.theirs);
}

/* Pages of rows */

typedef struct
{
  LiaisonDb    *db;
  sqlite3_stmt *engagement;
  sqlite3_stmt *participants;
  const gint32 *ids;
  GPtrArray    *rows;
} Page;

static void
load_page (gpointer data)
{
  Page *page = data;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&page->rows, g_ptr_array_unref);
  page->rows = liaison_row_data_load (page->db, LIAISON_ENTITY_ENGAGEMENTS, page->ids, PAGE, &error);
  bench_require (page->rows != NULL, error, "page");
}

static guint
step_all (sqlite3_stmt *statement,
          gint32        id)
{
  guint n_rows = 0;

  sqlite3_bind_int (statement, 1, id);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int column = 0; column < sqlite3_column_count (statement); column++)
        g_free (g_strdup ((const char *) sqlite3_column_text (statement, column)));
      n_rows++;
    }
  sqlite3_reset (statement);

  return n_rows;
}

/* What a row needs is read by two statements: the engagement, and who took part in it. */
static void
step_page (gpointer data)
{
  Page *page = data;

  for (guint i = 0; i < PAGE; i++)
    {
      if (step_all (page->engagement, page->ids[i]) != 1)
        bench_fail ("there is no row %d", page->ids[i]);
      step_all (page->participants, page->ids[i]);
    }
}

static void
bench_page (LiaisonDb  *db,
            const char *name,
            GArray     *ids,
            double      place,
            guint       rounds)
{
  guint first = (guint) (place * (ids->len - PAGE));
  Page page = {
    .db = db,
    .engagement = prepare (db, liaison_row_engagement_text),
    .participants = prepare (db, liaison_row_participants_text),
    .ids = &g_array_index (ids, gint32, first),
  };

  bench_row (name, rounds, load_page, step_page, &page, 1.5);
  for (guint i = 0; i < PAGE; i++)
    {
      const LiaisonRowData *row = page.rows->len == PAGE ? page.rows->pdata[i] : NULL;

      if (row == NULL || row->id != page.ids[i] || *row->texts[LIAISON_ENGAGEMENT_COLUMN_TITLE] == '\0')
        bench_fail ("%s: row %u is not that of the key", name, i);
    }

  g_ptr_array_unref (page.rows);
  sqlite3_finalize (page.engagement);
  sqlite3_finalize (page.participants);
}

/* The rows that took part in most. */
static void
bench_busiest (LiaisonDb     *db,
               const char    *name,
               LiaisonEntity  entity,
               int            column,
               double         scan,
               guint          rounds)
{
  const LiaisonSortKey busiest = { column, TRUE };
  g_autoptr (LiaisonQuery) everything = liaison_query_parse (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = liaison_query_ids (db, everything, entity, &busiest, 1, PAGE, &error);
  g_autofree double *figures = g_new (double, rounds);

  bench_require (ids != NULL, error, name);
  for (guint i = 0; i < rounds; i++)
    {
      g_autoptr (GPtrArray) rows = NULL;
      double start = bench_get_cpu ();

      rows = liaison_row_data_load (db, entity, (const gint32 *) (gpointer) ids->data, ids->len, &error);
      figures[i] = bench_get_cpu () - start;
      bench_require (rows != NULL && rows->len == ids->len, error, name);
    }

  bench_tell (name, BENCH_MILLISECONDS, bench_quantile (figures, rounds, 0.5), scan, 0);
}

/* Queries that nobody waits for any more */

#define STOP_GOAL 250.0

/* Sorts without an index, long words and a short one, and what looks at every participation. */
static const List stale[] = {
  { "by place", "", LIAISON_ENGAGEMENT_COLUMN_PLACE },
  { "by topic", "", LIAISON_ENGAGEMENT_COLUMN_TOPICS },
  { "by country, then place", "", LIAISON_ENGAGEMENT_COLUMN_COUNTRIES, .then_by = LIAISON_ENGAGEMENT_COLUMN_PLACE },
  { "word “s”", "s", -1 },
  { "word “ba”, by title", "ba", LIAISON_ENGAGEMENT_COLUMN_TITLE },
  { "phrase “kul nor”", "\"kul nor\"", -1 },
  { "is:same-rank", "is:same-rank", -1 },
  { "is:bilateral country:UA", "is:bilateral country:UA", -1 },
  { "by country", "", -1, .group = LIAISON_COUNT_COUNTRY },
  { "by principal", "", -1, .group = LIAISON_COUNT_PRINCIPAL },
};

typedef struct
{
  LiaisonDb    *db;
  const List   *list;
  LiaisonQuery *query;
  gint64        end;
} Stale;

static gpointer
answer_cb (gpointer data)
{
  Stale *asked = data;
  const LiaisonSortKey keys[] = { { asked->list->column, FALSE }, { asked->list->then_by, FALSE } };
  guint n_keys = (asked->list->column >= 0) + (asked->list->then_by != 0);
  g_autoptr (GArray) G_GNUC_UNUSED ids = NULL;
  g_autoptr (LiaisonListGroups) G_GNUC_UNUSED groups = NULL;

  if (asked->list->group != 0)
    groups = liaison_list_groups_new (asked->db, asked->query, (LiaisonCountKey) asked->list->group, keys, n_keys, NULL);
  else
    ids = liaison_query_ids (asked->db, asked->query, LIAISON_ENTITY_ENGAGEMENTS, keys, n_keys, 0, NULL);

  asked->end = g_get_monotonic_time ();

  return NULL;
}

static void
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
}

/* How many milliseconds a query goes on after it was cancelled, @delay milliseconds after it began. */
static double
measure_stop (Stale *asked,
              guint  delay)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GThread *thread;
  gint64 start;

  liaison_db_set_data (asked->db, LIAISON_BITS_CACHE, NULL, NULL);
  liaison_db_set_data (asked->db, LIAISON_ORDER_CACHE, NULL, NULL);
  liaison_db_set_cancellable (asked->db, cancellable);
  thread = g_thread_new ("stale", answer_cb, asked);
  g_timeout_add_once (delay, quit_cb, loop);
  g_main_loop_run (loop);
  start = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  g_thread_join (thread);
  liaison_db_set_cancellable (asked->db, NULL);

  return MAX (asked->end - start, 0) / 1e3;
}

static void
bench_stale (LiaisonDb  *db,
             const List *list)
{
  static const guint delays[] = { 1, 5, 10, 20, 40, 80, 160, 320, 640 };
  g_autoptr (LiaisonQuery) query = liaison_query_parse (list->query);
  Stale asked = { db, list, query, 0 };
  double longest = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (delays); i++)
    longest = MAX (longest, measure_stop (&asked, delays[i]));
  bench_tell (list->name, BENCH_MILLISECONDS, longest, STOP_GOAL, 1);
}

int
main (int    argc,
      char **argv)
{
  g_auto (BenchData) data = { 0 };
  g_autoptr (LiaisonDb) db = NULL;
  g_autoptr (LiaisonQuery) everything = liaison_query_parse (NULL);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  double scan;
  guint rounds;

  bench_data_init (&data, argc, argv);
  bench_data_need_store (&data);
  rounds = bench_data_get_rounds (&data, ROUNDS);
  db = liaison_db_open (data.store, LIAISON_DB_READ, &error);
  bench_require (db != NULL, error, data.store);

  scan = measure_scan (db);
  bench_begin ("Keys in order, for the first time", "liaison", "statement");
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    bench_list (db, &orders[i], TRUE, scan, rounds);
  bench_begin ("Keys, where the order is known", "liaison", "statement");
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    bench_list (db, &searches[i], FALSE, scan, rounds);

  bench_begin ("A query goes on after it was cancelled, at most", "liaison", "goal");
  for (gsize i = 0; i < G_N_ELEMENTS (stale); i++)
    bench_stale (db, &stale[i]);

  ids = liaison_query_ids (db, everything, LIAISON_ENTITY_ENGAGEMENTS, NULL, 0, 0, &error);
  bench_require (ids != NULL, error, "keys");
  bench_begin ("64 rows of the list", "liaison", "statements");
  bench_page (db, "at its beginning", ids, 0, ROUNDS * 10);
  bench_page (db, "in its middle", ids, 0.5, ROUNDS * 10);
  bench_page (db, "at its end", ids, 1, ROUNDS * 10);
  bench_begin ("64 rows with their figures", "liaison", "a scan");
  bench_busiest (db, "the busiest contacts", LIAISON_ENTITY_CONTACTS, LIAISON_CONTACT_COLUMN_ENGAGEMENTS, scan, rounds);
  bench_busiest (db, "the busiest organisations", LIAISON_ENTITY_ORGANISATIONS, LIAISON_ORGANISATION_COLUMN_ENGAGEMENTS, scan, rounds);

  return EXIT_SUCCESS;
}
