/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Importing Liaison JSON, compared with the sqlite3 shell:
 *
 *   bench-import GENERATE LIAISON N FOLDER ROWS_SCRIPT
 */

#include "bench-data.h"
#include "bench.h"

#include "liaison-importer-private.h"
#include "liaison-new-store.h"
#include "liaison-sql-private.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define ROUNDS 5

/* The tables that the generator fills, and what search reads. */
static const char * const tables[] = {
  "organisation", "contact", "post", "topic", "engagement", "engagement_topics", "participation", "search_text",
};

typedef struct
{
  const char *liaison;
  const char *folder;
  const char *script;   /* of the shell */
  char       *input;    /* the JSON */
  char       *scratch;
  char       *store;
  char       *database; /* the shell's */
} Import;

/* Looking into what came of it */

static sqlite3 *
open_database (const char *path)
{
  sqlite3 *database = NULL;

  if (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    bench_fail ("%s cannot be opened", path);

  return database;
}

/* The first column of all rows, one a line. */
static char *
query (sqlite3    *database,
       const char *text)
{
  GString *rows = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (database, text, -1, &statement, NULL) != SQLITE_OK)
    bench_fail ("%s: %s", text, sqlite3_errmsg (database));
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (rows, "%s%s", rows->len > 0 ? "\n" : "", (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);

  return g_string_free (rows, FALSE);
}

static void
compare_answers (Import     *import,
                 const char *text)
{
  sqlite3 *store = open_database (import->store);
  sqlite3 *database = open_database (import->database);
  g_autofree char *ours = query (store, text);
  g_autofree char *theirs = query (database, text);

  if (!g_str_equal (ours, theirs))
    bench_fail ("%s: %s in the store, %s in the shell's database", text, ours, theirs);
  sqlite3_close (store);
  sqlite3_close (database);
}

/* The ways */

static void
run_shell (gpointer data)
{
  Import *import = data;
  const char *command[] = { "sqlite3", "-batch", "-bail", import->database, NULL };

  bench_exec (command, import->folder, import->script);
}

static void
run_liaison (gpointer data)
{
  Import *import = data;
  g_autofree char *store = g_strconcat ("--store=", import->store, NULL);
  const char *command[] = { import->liaison, "import", store, import->input, NULL };

  bench_exec (command, import->folder, NULL);
}

/* An import that ends where deriving would begin. */
static gboolean
fill_rows (LiaisonDb *db,
           gpointer   data,
           GError   **error)
{
  Import *import = data;
  LiaisonImportOptions options = { .name = "Rows", .format = LIAISON_FORMAT_JSON };
  LiaisonImportResult result = { 0 };
  g_auto (LiaisonImporter) importer = { .db = db, .options = &options, .result = &result };
  g_autoptr (GFile) file = g_file_new_for_path (import->input);
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (g_file_read (file, NULL, error));

  return stream != NULL
    && liaison_importer_begin (&importer, error)
    && liaison_json_import (&importer, stream, error)
    && liaison_sql_exec (db, "COMMIT", error);
}

static void
run_rows (gpointer data)
{
  Import *import = data;
  g_autoptr (GError) error = NULL;

  bench_require (liaison_new_store (import->store, fill_rows, import, &error), error, import->input);
}

/* Returns: what the shell takes */
static double
compare_runs (Import     *import,
              const char *name,
              guint       rounds,
              BenchFunc   our_func,
              double      goal)
{
  g_autofree double *ours = g_new (double, rounds);
  g_autofree double *theirs = g_new (double, rounds);

  for (guint i = 0; i < rounds; i++)
    {
      BenchCost cost;

      bench_remove_store (import->store);
      bench_in_child (our_func, import, &cost);
      ours[i] = cost.cpu;
      bench_remove_store (import->database);
      bench_in_child (run_shell, import, &cost);
      theirs[i] = cost.cpu;
    }

  bench_tell (name, BENCH_MILLISECONDS, bench_quantile (ours, rounds, 0.5), bench_quantile (theirs, rounds, 0.5), goal);

  return bench_quantile (theirs, rounds, 0.5);
}

/* What the same indices and the same search table cost SQLite itself is a floor under both ways. */
static void
tell_floor (Import *rows,
            guint   rounds,
            double  whole)
{
  g_autofree double *alone = g_new (double, rounds);
  double floor;

  for (guint i = 0; i < rounds; i++)
    {
      BenchCost cost;

      bench_remove_store (rows->database);
      bench_in_child (run_shell, rows, &cost);
      alone[i] = cost.cpu;
    }

  floor = whole - bench_quantile (alone, rounds, 0.5);
  bench_remark ("indices and search alone take the shell %.0f ms: no ratio is below %.2f", floor, floor / whole);
}

/* The whole chain in the shell: the rows of a finished store with all that was derived, its indices, its search table. */

static void
append_answer (GString    *script,
               sqlite3    *store,
               const char *text,
               const char *table)
{
  char *statement = sqlite3_mprintf (text, table, table);
  g_autofree char *answer = query (store, statement);

  sqlite3_free (statement);
  g_string_append (script, answer);
}

static void
append_table (GString    *script,
              GString    *dump,
              sqlite3    *store,
              const char *table)
{
  g_string_append_printf (script, "CREATE TABLE %s (", table);
  append_answer (script, store,
                 "SELECT group_concat ('\"' || name || '\" ' || CASE name WHEN 'id' THEN 'INTEGER PRIMARY KEY'"
                 " WHEN 'uuid' THEN 'TEXT NOT NULL UNIQUE' ELSE type END, ', ')"
                 " || CASE WHEN sum (pk) > 1 THEN ', PRIMARY KEY (owner, target)) WITHOUT ROWID' ELSE ')' END"
                 " FROM pragma_table_info (%Q)", table);
  g_string_append_printf (script, ";\n.import %s.csv %s\n", table, table);

  g_string_append_printf (dump, ".once %s.csv\n", table);
  append_answer (dump, store,
                 "SELECT 'SELECT ' || group_concat (CASE name WHEN 'uuid' THEN 'hex (uuid)' ELSE '\"' || name || '\"' END, ', ')"
                 " || ' FROM %q;' FROM pragma_table_info (%Q)", table);
  g_string_append_c (dump, '\n');
}

/* What is empty in a CSV file is no NULL, so the conditions of partial indices are put in other words. */
static void
append_indices (GString *script,
                sqlite3 *store)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      append_answer (script, store,
                     "SELECT replace (sql, 'IS NOT NULL', '<> ''''') || ';' FROM sqlite_schema"
                     " WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = %Q", tables[i]);
      g_string_append_c (script, '\n');
    }

  append_answer (script, store, "SELECT sql || ';' FROM sqlite_schema WHERE name = %Q", "search");
  g_string_append (script,
                   "\nINSERT INTO search (search, rank) VALUES ('hashsize', 16777216);\n"
                   "INSERT INTO search (search) VALUES ('rebuild');\n"
                   "INSERT INTO search (search) VALUES ('optimize');\n");
}

static void
write_file (const char *path,
            GString    *text)
{
  g_autoptr (GError) error = NULL;

  bench_require (g_file_set_contents (path, text->str, text->len, &error), error, path);
}

static void
prepare_chain (Import     *chain,
               const char *rows_script)
{
  sqlite3 *store = open_database (chain->store);
  g_autoptr (GString) script = g_string_new (".mode csv\n");
  g_autoptr (GString) dump = g_string_new (".mode csv\n");
  g_autofree char *dump_path = g_build_filename (chain->scratch, "dump.sql", NULL);
  Import dumping = { .folder = chain->scratch, .script = dump_path, .database = chain->store };
  BenchCost cost;

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    append_table (script, dump, store, tables[i]);
  write_file (rows_script, script);
  append_indices (script, store);
  sqlite3_close (store);

  write_file (chain->script, script);
  write_file (dump_path, dump);
  bench_in_child (run_shell, &dumping, &cost);
}

static void
compare_tables (Import *import,
                gsize   n_tables)
{
  for (gsize i = 0; i < n_tables; i++)
    {
      g_autofree char *text = g_strdup_printf ("SELECT count (*) FROM %s", tables[i]);

      compare_answers (import, text);
    }
}

static void
bench_rows (Import *import,
            guint   rounds)
{
  /* 0.9 of the shell's rows in a second; ours have the columns that follow from them, the shell's only what the file says. */
  compare_runs (import, "rows alone", rounds, run_rows, 1 / 0.9);
  compare_tables (import, G_N_ELEMENTS (tables) - 1);
  compare_answers (import, "SELECT sum (engagement * 7 + contact * 3 + side + position) FROM participation");
}

static void
bench_chain (Import *rows,
             guint   rounds)
{
  Import chain = *rows;
  g_autofree char *script = g_build_filename (rows->scratch, "chain.sql", NULL);
  g_autofree char *rows_script = g_build_filename (rows->scratch, "chain-rows.sql", NULL);
  Import rows_of_chain;
  BenchCost cost;
  double whole;

  bench_remove_store (chain.store);
  bench_in_child (run_liaison, &chain, &cost);
  chain.script = script;
  prepare_chain (&chain, rows_script);

  /* The shell reads what was written from the store, but liaison the JSON. */
  chain.folder = chain.scratch;
  whole = compare_runs (&chain, "with indices, derivation and search", rounds, run_liaison, 0.8);
  compare_tables (&chain, G_N_ELEMENTS (tables));
  compare_answers (&chain, "SELECT count (*) FROM search WHERE search MATCH 'ba*'");
  compare_answers (&chain, "SELECT sum (x_first_day * 3 + x_principal * 7 + x_counterpart + x_counted) FROM engagement");

  rows_of_chain = chain;
  rows_of_chain.script = rows_script;
  tell_floor (&rows_of_chain, rounds, whole);
}

static void
bench_memory (Import     *import,
              const char *small_folder)
{
  Import small = *import;
  g_autofree char *input = g_build_filename (small_folder, "store.jsonl", NULL);
  BenchCost ours, theirs;

  bench_remove_store (import->store);
  bench_in_child (run_liaison, import, &ours);
  small.input = input;
  bench_remove_store (small.store);
  bench_in_child (run_liaison, &small, &theirs);

  bench_begin ("Memory of the import", "all", "a tenth");
  bench_tell ("most that is resident", BENCH_MEBIBYTES, ours.peak, theirs.peak, 1.2);
}

static void
remove_scratch (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_auto (BenchData) data = { 0 };
  Import import = { 0 };
  guint rounds;

  bench_data_init (&data, argc, argv);
  rounds = bench_data_get_rounds (&data, ROUNDS);
  import.liaison = data.liaison;
  import.folder = data.all;
  import.script = argv[argc - 1];
  import.input = g_build_filename (data.all, "store.jsonl", NULL);
  import.scratch = g_dir_make_tmp ("bench-import-XXXXXX", NULL);
  import.store = g_build_filename (import.scratch, "bench.liaison", NULL);
  import.database = g_build_filename (import.scratch, "shell.db", NULL);

  bench_begin ("Import of Liaison JSON", "liaison", "sqlite3");
  bench_rows (&import, rounds);
  bench_chain (&import, rounds);
  bench_memory (&import, data.tenth);

  remove_scratch (import.scratch);
  g_free (import.input);
  g_free (import.scratch);
  g_free (import.store);
  g_free (import.database);

  return EXIT_SUCCESS;
}
