/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The window on a large store, from inside: how long its main thread is away, what a new query and a jump cost it, and its memory.
 *
 *   bench-frames GENERATE LIAISON N FOLDER
 *
 * To be run under run-ui.sh.  The program starts itself again with --window STORE, for the large store and for an empty one, and does there
 * what a person does: it types, sorts and scrolls.  With --first-rows STORE it ends as soon as a frame with the first rows has been painted,
 * and prints when that was, in milliseconds of the monotonic clock, and what CPU time all its threads had taken until then.
 */

#include "bench-data.h"
#include "bench.h"
#include "frames.h"

#include "liaison-application.h"
#include "liaison-db.h"
#include "liaison-lazy-list.h"
#include "liaison-new-store.h"
#include "liaison-row.h"
#include "liaison-sql-private.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_JUMPS 60
#define N_PAGES 200
#define FRAME 16.7
#define SETTLE 3000
#define KEY_INTERVAL 100 /* milliseconds; few type faster, and what a key leaves to do comes before the next */
#define JUMP_GOAL 25.0
#define SWAP_GOAL 10.0
#define MOST_MEBIBYTES 40.0

/* Typed a letter at a time: words of the generator's vocabulary, names, keys of the query language. */
static const char * const searches[] = {
  "bakonya", "gorvamar", "kul nor", "security", "zhe dra", "form:phone-call", "country:UA", "minister", "brussels ba", "x",
};

typedef struct
{
  LiaisonApplication *application;
  GtkColumnView      *view;
  LiaisonLazyList    *list;
  LiaisonDb          *db;           /* for the raw statements */
  LiaisonQuery       *before;       /* what was listed when the key was typed */
  gboolean            is_asked;     /* the list has been asked for something else since */
  gboolean            ids_changed;
  double              swap;         /* CPU time from the beginning of the round to the end of the change of ids */
  GArray             *keys;         /* milliseconds from a key to the painted page, beyond the raw statement */
  GArray             *key_cpu;      /* of the main thread in that time */
  GArray             *swaps;
  GArray             *jumps;
} Bench;

/* Looking for widgets */

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_window (Bench *bench)
{
  return GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (bench->application)));
}

static LiaisonLazyList *
get_list (GtkColumnView *view)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (view);
  g_autoptr (GListModel) list = NULL;

  if (selection == NULL)
    return NULL;

  g_object_get (selection, "model", &list, NULL);

  return LIAISON_IS_LAZY_LIST (list) ? LIAISON_LAZY_LIST (list) : NULL;
}

/* What is waited for */

static gboolean
list_is_there (gpointer data)
{
  Bench *bench = data;
  GtkWidget *window = get_window (bench);
  GtkWidget *view = window != NULL ? find_widget (window, GTK_TYPE_COLUMN_VIEW) : NULL;

  bench->view = view != NULL ? GTK_COLUMN_VIEW (view) : NULL;
  bench->list = view != NULL ? get_list (bench->view) : NULL;

  return bench->list != NULL;
}

static gboolean
is_at_rest (gpointer data)
{
  Bench *bench = data;
  g_autoptr (LiaisonRow) row = g_list_model_get_item (G_LIST_MODEL (bench->list), 0);

  /* Where nothing is found the rows stay for a while, unseen. */
  return !liaison_lazy_list_get_loading (bench->list) && (liaison_lazy_list_get_records (bench->list) == 0
                                                             || (row != NULL && liaison_row_is_loaded (row)));
}

static gboolean
page_is_there (gpointer data)
{
  Bench *bench = data;
  g_autoptr (LiaisonRow) row = NULL;

  /* Rows of the query before may come until the list has been asked for this one. */
  if (!bench->is_asked)
    {
      bench->is_asked = bench->before != liaison_lazy_list_get_query (bench->list);
      bench->ids_changed = FALSE;
      return FALSE;
    }

  row = g_list_model_get_item (G_LIST_MODEL (bench->list), 0);
  if (!liaison_lazy_list_get_loading (bench->list) && liaison_lazy_list_get_records (bench->list) == 0)
    return bench->ids_changed;

  return bench->ids_changed && (row == NULL || liaison_row_is_loaded (row));
}

static void
ids_changed_cb (Bench *bench)
{
  if (!bench->ids_changed)
    bench->swap = frames_get_busy_cpu ();
  bench->ids_changed = TRUE;
}

/* What a person does */

static void
append (GArray *figures,
        double  figure)
{
  g_array_append_val (figures, figure);
}

/* The time of the statement that a person would write for what has been typed so far; 0 where it is no words. */
static double
measure_statement (Bench      *bench,
                   const char *text)
{
  g_autoptr (LiaisonSql) sql = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *all = NULL;
  g_autofree char *expression = NULL;
  double start;

  if (*text == '\0' || strchr (text, ':') != NULL)
    return 0;

  /* Both words by their beginnings: a blank between two of them is an “and” (https://www.sqlite.org/fts5.html#fts5_boolean_operators). */
  words = g_strsplit (text, " ", -1);
  all = g_strjoinv ("\" * \"", words);
  expression = g_strdup_printf ("\"%s\" *", all);
  sql = liaison_sql_new (bench->db, "SELECT rowid FROM search WHERE search MATCH ?1", NULL);
  start = bench_get_cpu ();
  liaison_sql_bind_text (sql, 1, expression);
  while (liaison_sql_step (sql, NULL))
    ;

  return bench_get_cpu () - start;
}

/* A letter goes behind what there is, as a key does it; none takes all away. */
static void
type_cb (gpointer entry,
         gpointer letter)
{
  int position = -1;

  if (letter == NULL)
    gtk_editable_delete_text (entry, 0, -1);
  else
    gtk_editable_insert_text (entry, letter, -1, &position);
  gtk_editable_set_position (entry, -1);
}

/* @text: what there is with the letter that is typed */
static void
type_key (Bench      *bench,
          const char *text)
{
  gsize length = strlen (text);
  GtkWidget *entry = gtk_window_get_focus (GTK_WINDOW (get_window (bench)));
  double statement = measure_statement (bench, text);
  gint64 start = g_get_monotonic_time ();
  double cpu = bench_get_cpu ();

  liaison_query_unref (bench->before);
  bench->before = liaison_query_ref (liaison_lazy_list_get_query (bench->list));
  bench->is_asked = FALSE;
  bench->ids_changed = FALSE;
  frames_run_in_loop (type_cb, entry, length > 0 ? (gpointer) (text + length - 1) : NULL);
  /* A key without its value asks for nothing else; what it costs is not the next one's. */
  if (g_str_has_suffix (text, ":") || g_str_has_suffix (text, " "))
    {
      frames_wait_paint (GTK_WIDGET (bench->view));
      return;
    }

  frames_run_until (text, page_is_there, bench);
  frames_wait_paint (GTK_WIDGET (bench->view));
  append (bench->keys, MAX ((g_get_monotonic_time () - start) / 1e3 - statement, 0));
  append (bench->key_cpu, bench_get_cpu () - cpu);
  append (bench->swaps, bench->swap);
  frames_let_run (KEY_INTERVAL);
}

static void
type_searches (Bench *bench)
{
  gtk_widget_activate_action (get_window (bench), "win.search", NULL);
  frames_let_run (KEY_INTERVAL);
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      for (gsize length = 1; length <= strlen (searches[i]); length++)
        {
          g_autofree char *text = g_strndup (searches[i], length);

          type_key (bench, text);
        }
      frames_run_until ("the whole list", is_at_rest, bench);
      type_key (bench, "");
      frames_run_until ("the whole list", is_at_rest, bench);
    }
}

static void
sort_cb (gpointer view,
         gpointer column)
{
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
}

static void
sort_by_columns (Bench *bench)
{
  GListModel *all = gtk_column_view_get_columns (bench->view);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (all, i);

      if (gtk_column_view_column_get_sorter (column) == NULL || !gtk_column_view_column_get_visible (column))
        continue;

      bench->is_asked = TRUE;
      bench->ids_changed = FALSE;
      frames_run_in_loop (sort_cb, bench->view, column);
      frames_run_until ("the sorted page", page_is_there, bench);
      frames_run_until ("the sorted list", is_at_rest, bench);
    }
}

static void
scroll_cb (gpointer inner,
           gpointer position)
{
  gtk_widget_activate_action (inner, "list.scroll-to-item", "u", GPOINTER_TO_UINT (position));
}

static gboolean
row_is_loaded (gpointer row)
{
  return liaison_row_is_loaded (row);
}

/* Until the texts of the place are painted. */
static void
jump_to (Bench *bench,
         guint  position)
{
  g_autoptr (LiaisonRow) row = g_list_model_get_item (G_LIST_MODEL (bench->list), position);
  double start = bench_get_cpu ();

  frames_run_in_loop (scroll_cb, gtk_widget_get_last_child (GTK_WIDGET (bench->view)), GUINT_TO_POINTER (position));
  frames_wait_paint (GTK_WIDGET (bench->view));
  frames_run_until ("a row", row_is_loaded, row);
  frames_wait_paint (GTK_WIDGET (bench->view));
  append (bench->jumps, bench_get_cpu () - start);
}

static void
jump_about (Bench *bench)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (bench->list));

  for (int i = 0; i < N_JUMPS; i++)
    jump_to (bench, g_rand_int_range (rand, 0, n));
}

static void
scroll_through (Bench *bench)
{
  GtkAdjustment *adjustment =
    gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (gtk_widget_get_last_child (GTK_WIDGET (bench->view))));
  double step = (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)) / N_PAGES;

  for (int i = 0; i <= N_PAGES; i++)
    {
      gtk_adjustment_set_value (adjustment, i * step);
      frames_wait_paint (GTK_WIDGET (bench->view));
    }
}

/* Figures of the window, for the program that started it */

static void
print_quantiles (const char *name,
                 GArray     *figures)
{
  if (figures->len > 0)
    printf ("%s %.1f %.1f\n", name, bench_quantile ((double *) (gpointer) figures->data, figures->len, 0.5),
            bench_quantile ((double *) (gpointer) figures->data, figures->len, 0.95));
}

static void
use_window (Bench *bench)
{
  frames_wait_paint (GTK_WIDGET (bench->view));
  frames_begin_step ("start");
  g_signal_connect_swapped (bench->list, "ids-changed", G_CALLBACK (ids_changed_cb), bench);
  frames_run_until ("the whole list", is_at_rest, bench);
  frames_let_run (SETTLE);
  frames_begin_step (NULL);
  if (g_list_model_get_n_items (G_LIST_MODEL (bench->list)) == 0)
    return;

  frames_begin_step ("typing");
  type_searches (bench);
  frames_begin_step ("sorting");
  sort_by_columns (bench);
  frames_begin_step ("jumping");
  jump_about (bench);
  frames_begin_step ("scrolling");
  scroll_through (bench);
  frames_begin_step (NULL);
  frames_let_run (SETTLE);
}

/* Opens a window on a store in this process. */
static void
open_window (Bench      *bench,
             const char *store)
{
  g_autoptr (GFile) file = g_file_new_for_path (store);
  g_autoptr (GError) error = NULL;

  frames_watch ();
  bench->application = liaison_application_new ();
  bench_require (g_application_register (G_APPLICATION (bench->application), NULL, &error), error, "application");
  g_application_open (G_APPLICATION (bench->application), &file, 1, "");
  frames_run_until ("the list", list_is_there, bench);
}

static gboolean
first_row_is_there (gpointer data)
{
  Bench *bench = data;
  g_autoptr (LiaisonRow) row = g_list_model_get_item (G_LIST_MODEL (bench->list), 0);

  return row != NULL && liaison_row_is_loaded (row);
}

static void
run_first_rows (const char *store)
{
  Bench bench = { 0 };
  struct timespec cpu;

  open_window (&bench, store);
  frames_run_until ("the first row", first_row_is_there, &bench);
  frames_wait_paint (GTK_WIDGET (bench.view));
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &cpu);
  printf ("%.1f %.1f\n", g_get_monotonic_time () / 1e3, cpu.tv_sec * 1e3 + cpu.tv_nsec / 1e6);
  fflush (stdout);
  _exit (EXIT_SUCCESS);
}

static void
run_window (const char *store)
{
  Bench bench = { .before = liaison_query_parse ("") };
  g_autoptr (GError) error = NULL;

  bench.keys = g_array_new (FALSE, FALSE, sizeof (double));
  bench.key_cpu = g_array_new (FALSE, FALSE, sizeof (double));
  bench.swaps = g_array_new (FALSE, FALSE, sizeof (double));
  bench.jumps = g_array_new (FALSE, FALSE, sizeof (double));
  bench.db = liaison_db_open (store, LIAISON_DB_READ, &error);
  bench_require (bench.db != NULL, error, store);

  open_window (&bench, store);
  use_window (&bench);

  print_quantiles ("keys", bench.keys);
  print_quantiles ("key-cpu", bench.key_cpu);
  print_quantiles ("swaps", bench.swaps);
  print_quantiles ("jumps", bench.jumps);
  frames_print_steps ();
  printf ("memory %.1f\n", frames_get_memory ());
  fflush (stdout);
  _exit (EXIT_SUCCESS);
}

/* The program that starts it */

static char *
run_on (const char *program,
        const char *store)
{
  const char *command[] = { program, "--window", store, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status = 0;

  bench_require (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error)
                 && g_spawn_check_wait_status (status, &error), error, store);

  return output;
}

static double
get_memory (const char *output)
{
  const char *line = strstr (output, "memory ");

  bench_require (line != NULL, NULL, "the memory of a window");

  return g_ascii_strtod (line + strlen ("memory "), NULL);
}

static void
tell_figure (const char *name,
             double      median,
             double      high,
             double      goal)
{
  printf ("%-46s %9.1f ms %9.1f ms          ≤ %.1f %s\n", name, median, high, goal, high <= goal ? "met" : "missed");
}

static void
tell_line (const char *line)
{
  char name[32];
  double median, high, longest, cpu;
  guint n_stalls, n_busy;

  if (sscanf (line, "step %31s %u %u %lf %lf", name, &n_stalls, &n_busy, &longest, &cpu) == 5)
    printf ("%-46s %12u %12u %7.0f ms, %.0f of CPU\n", name, n_stalls, n_busy, longest, cpu);
  else if (sscanf (line, "keys %lf %lf", &median, &high) == 2)
    tell_figure ("key to painted page, beyond the statement", median, high, 2 * FRAME);
  else if (sscanf (line, "key-cpu %lf %lf", &median, &high) == 2)
    tell_figure ("of it CPU of the main thread", median, high, 2 * FRAME);
  else if (sscanf (line, "swaps %lf %lf", &median, &high) == 2)
    tell_figure ("another query's rows, CPU", median, high, SWAP_GOAL);
  else if (sscanf (line, "jumps %lf %lf", &median, &high) == 2)
    tell_figure ("jump, CPU of the main thread", median, high, JUMP_GOAL);
}

static void
tell_all (const char *large,
          const char *empty)
{
  g_auto (GStrv) lines = g_strsplit (large, "\n", -1);

  printf ("\n%-46s %12s %12s          %s\n", "In the window", "median", "19 of 20", "goal");
  for (char **line = lines; *line != NULL; line++)
    {
      if (!g_str_has_prefix (*line, "step "))
        tell_line (*line);
    }
  printf ("\n%-46s %12s %12s  %s\n", "Main thread away longer than two frames", "times", "by CPU", "longest");
  for (char **line = lines; *line != NULL; line++)
    {
      if (g_str_has_prefix (*line, "step "))
        tell_line (*line);
    }

  bench_begin ("Memory of the window", "used", "empty");
  bench_tell ("at rest after a hundred searches and all rows", BENCH_MEBIBYTES, get_memory (large), get_memory (empty), 0);
  bench_remark ("%.0f MiB above the empty store; goal ≤ %.0f", get_memory (large) - get_memory (empty), MOST_MEBIBYTES);
}

int
main (int    argc,
      char **argv)
{
  g_auto (BenchData) data = { 0 };
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *large = NULL;
  g_autofree char *empty = NULL;
  g_autoptr (GError) error = NULL;

  if (argc == 3 && g_str_equal (argv[1], "--window"))
    run_window (argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "--first-rows"))
    run_first_rows (argv[2]);

  bench_data_init (&data, argc, argv);
  bench_data_need_store (&data);
  folder = g_dir_make_tmp ("bench-frames-XXXXXX", &error);
  bench_require (folder != NULL, error, "folder");
  path = g_build_filename (folder, "empty.liaison", NULL);
  bench_require (liaison_new_store (path, NULL, NULL, &error), error, path);

  empty = run_on (argv[0], path);
  large = run_on (argv[0], data.store);
  tell_all (large, empty);

  bench_remove_store (path);
  g_rmdir (folder);

  return EXIT_SUCCESS;
}
