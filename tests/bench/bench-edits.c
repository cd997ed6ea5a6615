/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Edits by hand in a large store, compared with a transaction that writes the same rows; both committed with synchronous=FULL, so that this is
 * the time that a person waits and not that of the processor.
 *
 *   bench-edits GENERATE LIAISON N FOLDER
 */

#include "bench-data.h"
#include "bench.h"

#include "liaison-changes.h"
#include "liaison-derive-private.h"
#include "liaison-sql-private.h"
#include "liaison-undo.h"

#include <stdlib.h>

#define ROUNDS 200

/* Told beside the ratio. */
#define MOST_MILLISECONDS 2.0

typedef struct
{
  LiaisonDb *db;       /* a copy for us */
  LiaisonDb *plain;    /* and one for plain statements */
  GRand     *rand;
  gint64     greatest;
  char      *uuid;     /* of the engagement that is edited */
  gint64     id;       /* the one that plain statements edit */

  const char * const *texts;
} Work;

static LiaisonDb *
copy_store (const char *store,
            const char *copy)
{
  g_autoptr (GFile) from = g_file_new_for_path (store);
  g_autoptr (GFile) to = g_file_new_for_path (copy);
  g_autoptr (GError) error = NULL;
  LiaisonDb *db;

  bench_remove_store (copy);
  bench_require (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error), error, copy);
  db = liaison_db_open (copy, LIAISON_DB_WRITE, &error);
  bench_require (db != NULL, error, copy);

  return db;
}

static gint64
ask (LiaisonDb  *db,
     const char *text,
     gint64      parameter)
{
  g_autoptr (GError) error = NULL;
  gint64 answer = 0;

  bench_require (liaison_sql_query_integer (db, text, parameter, &answer, &error), error, text);

  return answer;
}

/* What happens between two edits is not measured. */
static void
choose_engagement (Work *work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonSql) sql = liaison_sql_new (work->db, "SELECT uuid FROM engagement WHERE id >= ?1 ORDER BY id LIMIT 1", &error);

  bench_require (sql != NULL, error, "engagement");
  liaison_sql_bind_integer (sql, 1, g_rand_int_range (work->rand, 1, work->greatest + 1));
  bench_require (liaison_sql_step (sql, &error), error, "engagement");
  g_free (work->uuid);
  work->uuid = liaison_sql_dup_uuid (sql, 0);
  work->id = ask (work->plain, "SELECT min (id) FROM engagement WHERE id >= ?1", g_rand_int_range (work->rand, 1, work->greatest + 1));
}

static void
apply (Work           *work,
       LiaisonChanges *changes)
{
  g_autoptr (GError) error = NULL;

  bench_require (liaison_changes_apply (changes, work->db, &error), error, liaison_changes_get_name (changes));
}

static void
change_engagement (Work *work,
                   void (*change) (LiaisonRecord *record))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonRecord) record = liaison_record_load (work->db, LIAISON_KIND_ENGAGEMENT, work->uuid, &error);
  g_autoptr (LiaisonChanges) changes = liaison_changes_new ("Edit engagement");

  bench_require (record != NULL, error, work->uuid);
  change (record);
  liaison_changes_put (changes, record);
  apply (work, changes);
}

/* The same again, by plain statements: ?1 is the engagement. */

#define LOG(kind, operation) \
  "INSERT INTO change (batch, kind, uuid, operation, before, after) SELECT (SELECT max (id) FROM batch), " kind ", randomblob (16), " operation \
  ", '{\"title\":\"gorvamar zheost perostkołu vava\",\"status\":\"held\"}', '{\"title\":\"gorvamar\",\"status\":\"cancelled\"}' WHERE ?1 > 0"

#define BATCH "INSERT INTO batch (uuid, kind, name, time) SELECT randomblob (16), 1, 'Edit engagement', 1642161600 WHERE ?1 > 0"

#define UNINDEX "INSERT INTO search (search, rowid, body) SELECT 'delete', id, body FROM search_text WHERE id = ?1"

#define INDEX "INSERT INTO search (rowid, body) SELECT id, body FROM search_text WHERE id = ?1"

static const char * const status_texts[] = {
  BATCH, "UPDATE engagement SET status = 6 - status, modified = 1642161600, x_counted = NOT x_counted WHERE id = ?1", LOG ("6", "2"), NULL,
};

static const char * const title_texts[] = {
  BATCH, "UPDATE engagement SET title = 'Talks on grain', x_title_key = 'talks on grain', modified = 1642161600 WHERE id = ?1",
  UNINDEX, "UPDATE search_text SET body = 'talks on grain ' || body WHERE id = ?1", INDEX, LOG ("6", "2"), NULL,
};

static const char * const insertion_texts[] = {
  BATCH,
  "INSERT INTO engagement (id, uuid, created, modified, batch, title, start, precision, form, place, summary, status, x_first_day, x_last_day,"
  "  x_group, x_counted, x_principal, x_counterpart, x_seat, x_ours, x_theirs, x_seats, x_title_key)"
  " VALUES (?1, randomblob (16), 1642161600, 1642161600, 1, 'Talks on grain', '2021-12-09', 2, 1, 'Kyiv', 'A summary of what was said',"
  "  2, 20211209, 20211209, 1, 1, 1, 201, 'UA', 'Somebody', 'Somebody', 'UA', 'talks on grain')",
  "INSERT INTO participation (uuid, created, modified, batch, engagement, contact, side, x_day, x_post, x_level, x_seat_country, x_counts)"
  " VALUES (randomblob (16), 1642161600, 1642161600, 1, ?1, 1, 1, 20211209, 1, 1, 'US', 1)",
  "INSERT INTO participation (uuid, created, modified, batch, engagement, contact, side, x_day, x_post, x_level, x_seat_country, x_counts)"
  " VALUES (randomblob (16), 1642161600, 1642161600, 1, ?1, 201, 2, 20211209, 201, 1, 'UA', 1)",
  "INSERT INTO search_text (id, body) VALUES (?1, 'talks on grain | kyiv | a summary of what was said | somebody | under secretary')",
  INDEX, LOG ("6", "1"), LOG ("7", "1"), LOG ("7", "1"), NULL,
};

static const char * const deletion_texts[] = {
  BATCH, UNINDEX, "DELETE FROM search_text WHERE id = ?1", "DELETE FROM engagement_topics WHERE owner = ?1",
  "DELETE FROM participation WHERE engagement = ?1", "DELETE FROM engagement WHERE id = ?1", LOG ("6", "3"), LOG ("7", "3"), LOG ("7", "3"),
  NULL,
};

static void
run_statements (Work               *work,
                const char * const *texts)
{
  g_autoptr (GError) error = NULL;
  gboolean success = liaison_sql_exec (work->plain, "BEGIN IMMEDIATE", &error);

  for (; success && *texts != NULL; texts++)
    {
      g_autoptr (LiaisonSql) sql = liaison_sql_new (work->plain, *texts, &error);

      bench_require (sql != NULL, error, *texts);
      liaison_sql_bind_integer (sql, 1, work->id);
      success = liaison_sql_run (sql, &error);
    }

  bench_require (success && liaison_sql_exec (work->plain, "COMMIT", &error), error, "plain transaction");
}

/* The edits */

static void
turn_status (LiaisonRecord *record)
{
  gboolean is_held = liaison_record_get_integer (record, LIAISON_ENGAGEMENT_STATUS) == LIAISON_STATUS_HELD;

  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_STATUS, is_held ? LIAISON_STATUS_CANCELLED : LIAISON_STATUS_HELD);
}

static void
set_title (LiaisonRecord *record)
{
  g_autofree char *title = g_strconcat ("Talks on grain, ", liaison_record_get_text (record, LIAISON_ENGAGEMENT_TITLE), NULL);

  liaison_record_set_text (record, LIAISON_ENGAGEMENT_TITLE, title);
}

static void
edit_status (Work *work)
{
  change_engagement (work, turn_status);
}

static void
edit_title (Work *work)
{
  change_engagement (work, set_title);
}

static char *
dup_contact (Work        *work,
             LiaisonSide  side)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonSql) sql = liaison_sql_new (work->db, "SELECT uuid FROM contact WHERE side = ?1 ORDER BY x_sort_key LIMIT 1 OFFSET 10", &error);

  bench_require (sql != NULL, error, "contact");
  liaison_sql_bind_integer (sql, 1, side);
  bench_require (liaison_sql_step (sql, &error), error, "contact");

  return liaison_sql_dup_uuid (sql, 0);
}

static void
put_participant (Work           *work,
                 LiaisonChanges *changes,
                 const char     *engagement,
                 LiaisonSide     side)
{
  g_autofree char *contact = dup_contact (work, side);
  g_autoptr (LiaisonRecord) record = liaison_record_new (LIAISON_KIND_PARTICIPATION, NULL);

  liaison_record_set_text (record, LIAISON_PARTICIPATION_ENGAGEMENT, engagement);
  liaison_record_set_text (record, LIAISON_PARTICIPATION_CONTACT, contact);
  liaison_record_set_integer (record, LIAISON_PARTICIPATION_SIDE, side);
  liaison_changes_put (changes, record);
}

static void
edit_new (Work *work)
{
  g_autoptr (LiaisonChanges) changes = liaison_changes_new ("Add engagement");
  g_autoptr (LiaisonRecord) record = liaison_record_new (LIAISON_KIND_ENGAGEMENT, NULL);

  liaison_record_set_text (record, LIAISON_ENGAGEMENT_TITLE, "Talks on grain");
  liaison_record_set_text (record, LIAISON_ENGAGEMENT_START, "2021-12-09");
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_PRECISION, LIAISON_PRECISION_DAY);
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_FORM, LIAISON_FORM_PHONE_CALL);
  liaison_record_set_integer (record, LIAISON_ENGAGEMENT_STATUS, LIAISON_STATUS_HELD);
  liaison_record_set_text (record, LIAISON_ENGAGEMENT_PLACE, "Kyiv");
  liaison_record_set_text (record, LIAISON_ENGAGEMENT_SUMMARY, "A summary of what was said");
  liaison_changes_put (changes, record);
  put_participant (work, changes, liaison_record_get_uuid (record), LIAISON_SIDE_OURS);
  put_participant (work, changes, liaison_record_get_uuid (record), LIAISON_SIDE_THEIRS);
  apply (work, changes);
}

static void
edit_delete (Work *work)
{
  g_autoptr (LiaisonChanges) changes = liaison_changes_new ("Delete engagement");

  liaison_changes_remove (changes, LIAISON_KIND_ENGAGEMENT, work->uuid);
  apply (work, changes);
}

static void
undo (Work *work)
{
  g_autoptr (GError) error = NULL;

  bench_require (liaison_undo (work->db, NULL, &error), error, "undo");
}

typedef struct
{
  const char          *name;
  void               (*edit) (Work *work);
  const char * const  *texts;
  int                  difference; /* in the number of engagements */
  gboolean             inserts;    /* whether the statements need a key that is free */
} Edit;

static const Edit edits[] = {
  { "status", edit_status, status_texts, 0, FALSE },
  { "title", edit_title, title_texts, 0, FALSE },
  { "new engagement of two participants", edit_new, insertion_texts, 1, TRUE },
  { "deletion of an engagement", edit_delete, deletion_texts, -1, FALSE },
  { "undo of that deletion", undo, insertion_texts, 1, TRUE },
};

/* Milliseconds of @ROUNDS edits: what a person waits, and what the processor does in it. */
typedef struct
{
  double waits[ROUNDS];
  double cpu[ROUNDS];
} Times;

static void
measure (Work        *work,
         const Edit  *edit,
         Times       *times,
         guint        i)
{
  gint64 start = g_get_monotonic_time ();
  double cpu = bench_get_cpu ();

  if (edit != NULL)
    edit->edit (work);
  else
    run_statements (work, work->texts);

  times->cpu[i] = bench_get_cpu () - cpu;
  times->waits[i] = (g_get_monotonic_time () - start) / 1e3;
}

static void
tell_times (const char *name,
            Times      *ours,
            Times      *theirs)
{
  double median = bench_quantile (ours->waits, ROUNDS, 0.5);

  bench_tell (name, BENCH_MILLISECONDS, median, bench_quantile (theirs->waits, ROUNDS, 0.5), 0);
  bench_remark ("%s %.0f ms; 19 of 20 within %.2f and %.2f ms; of it the processor %.2f and %.2f ms",
                median <= MOST_MILLISECONDS ? "within" : "above", MOST_MILLISECONDS,
                bench_quantile (ours->waits, ROUNDS, 0.95), bench_quantile (theirs->waits, ROUNDS, 0.95),
                bench_quantile (ours->cpu, ROUNDS, 0.5), bench_quantile (theirs->cpu, ROUNDS, 0.5));
}

static void
bench_edit (Work       *work,
            const Edit *edit)
{
  Times ours, theirs;
  gint64 before = ask (work->db, "SELECT count (*) FROM engagement", 0);
  gint64 after;

  work->texts = edit->texts;
  for (guint i = 0; i < ROUNDS; i++)
    {
      choose_engagement (work);
      if (edit->inserts)
        work->id = ask (work->plain, "SELECT max (id) + 1 FROM engagement", 0);
      measure (work, edit, &ours, i);
      measure (work, NULL, &theirs, i);
    }
  tell_times (edit->name, &ours, &theirs);

  after = ask (work->db, "SELECT count (*) FROM engagement", 0);
  if (after != before + edit->difference * ROUNDS)
    bench_fail ("%s: %" G_GINT64_FORMAT " engagements became %" G_GINT64_FORMAT, edit->name, before, after);
}

/* A contact with very many engagements gets another name: their texts follow in pieces, so that other edits come in between. */

#define MOST_FOR_A_PIECE 50.0

static char *
dup_busiest (Work *work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonSql) sql =
    liaison_sql_new (work->db,
                     "SELECT uuid FROM contact WHERE id = (SELECT contact FROM participation INDEXED BY participation_contact"
                     " WHERE contact IS NOT NULL GROUP BY contact ORDER BY count (*) DESC LIMIT 1)", &error);

  bench_require (sql != NULL && liaison_sql_step (sql, &error), error, "busiest contact");

  return liaison_sql_dup_uuid (sql, 0);
}

static double
rename_contact (Work       *work,
                const char *uuid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonRecord) record = liaison_record_load (work->db, LIAISON_KIND_CONTACT, uuid, &error);
  g_autoptr (LiaisonChanges) changes = liaison_changes_new ("Rename contact");
  gint64 start;

  bench_require (record != NULL, error, uuid);
  liaison_record_set_text (record, LIAISON_CONTACT_NAME, "Quintessa Xylander");
  liaison_changes_put (changes, record);
  start = g_get_monotonic_time ();
  apply (work, changes);

  return (g_get_monotonic_time () - start) / 1e3;
}

static void
bench_rename (Work *work)
{
  g_autofree char *uuid = dup_busiest (work);
  g_autoptr (GArray) waits = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cpus = g_array_new (FALSE, FALSE, sizeof (double));
  double edit = rename_contact (work, uuid);
  gboolean more = TRUE;
  gint64 n_found;

  while (more)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      double cpu = bench_get_cpu ();
      double wait;

      bench_require (liaison_derive_continue (work->db, &more, &error), error, "piece");
      wait = (g_get_monotonic_time () - start) / 1e3;
      cpu = bench_get_cpu () - cpu;
      g_array_append_val (waits, wait);
      g_array_append_val (cpus, cpu);
    }

  n_found = ask (work->db, "SELECT count (*) FROM search WHERE search MATCH '\"quintessa\"'", 0);
  bench_begin ("The busiest contact gets another name", "a piece", "the edit");
  bench_tell ("median of the pieces", BENCH_MILLISECONDS, bench_quantile ((double *) (gpointer) waits->data, waits->len, 0.5), edit, 0);
  bench_remark ("%u pieces for %" G_GINT64_FORMAT " engagements; 19 of 20 within %.0f ms, all within %.0f ms; goal ≤ %.0f", waits->len, n_found,
                bench_quantile ((double *) (gpointer) waits->data, waits->len, 0.95), bench_quantile ((double *) (gpointer) waits->data, waits->len, 1),
                MOST_FOR_A_PIECE);
  bench_remark ("of it the processor: median %.0f ms, 19 of 20 within %.0f ms, all within %.0f ms",
                bench_quantile ((double *) (gpointer) cpus->data, cpus->len, 0.5),
                bench_quantile ((double *) (gpointer) cpus->data, cpus->len, 0.95),
                bench_quantile ((double *) (gpointer) cpus->data, cpus->len, 1));
}

/* Deriving everything anew, compared with writing every row anew */

static void
derive_all (gpointer data)
{
  Work *work = data;
  g_autoptr (GError) error = NULL;

  bench_require (liaison_sql_exec (work->db, "BEGIN IMMEDIATE", &error)
                 && liaison_derive_begin (work->db, &error)
                 && liaison_derive_all (work->db, NULL, NULL, NULL, &error)
                 && liaison_sql_exec (work->db, "ROLLBACK", &error), error, "derive");
}

static void
update_all (gpointer data)
{
  Work *work = data;
  g_autoptr (GError) error = NULL;

  bench_require (liaison_sql_exec (work->plain,
                                   "BEGIN IMMEDIATE; UPDATE engagement SET modified = modified; UPDATE participation SET modified = modified;"
                                   "ROLLBACK", &error), error, "update");
}

static void
count_difference (LiaisonKind  kind,
                  gint64       id,
                  const char  *column,
                  gpointer     user_data)
{
  guint *n_differences = user_data;

  *n_differences += 1;
}

int
main (int    argc,
      char **argv)
{
  g_auto (BenchData) data = { 0 };
  g_autoptr (GError) error = NULL;
  Work work = { 0 };
  guint n_differences = 0;

  bench_data_init (&data, argc, argv);
  bench_data_need_store (&data);
  {
    g_autofree char *ours = g_strconcat (data.store, ".ours", NULL);
    g_autofree char *plain = g_strconcat (data.store, ".plain", NULL);

    work.db = copy_store (data.store, ours);
    work.plain = copy_store (data.store, plain);
    work.rand = g_rand_new_with_seed (1);
    work.greatest = ask (work.db, "SELECT max (id) FROM engagement", 0);

    bench_begin ("Edits, committed", "liaison", "statements");
    for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
      bench_edit (&work, &edits[i]);

    bench_rename (&work);
    bench_require (liaison_derive_verify (work.db, count_difference, &n_differences, NULL, NULL, NULL, &error), error, "verify");
    if (n_differences > 0)
      bench_fail ("%u derived columns are not what they should be", n_differences);

    bench_begin ("Everything derived anew, nothing to write", "liaison", "update");
    bench_row ("all engagements", 1, derive_all, update_all, &work, 0);

    liaison_db_close (work.db);
    liaison_db_close (work.plain);
    bench_remove_store (ours);
    bench_remove_store (plain);
  }
  g_rand_free (work.rand);
  g_free (work.uuid);

  return EXIT_SUCCESS;
}
