/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-data.h"

#include "bench.h"

#include <glib/gstdio.h>
#include <stdlib.h>

/* From so many engagements on, few rounds must do. */
#define MANY 200000

enum { GENERATE = 1, LIAISON, NUMBER, FOLDER, N_ARGUMENTS };

typedef struct
{
  const char * const *command;
  const char         *folder;
} Command;

static void
run_command (gpointer data)
{
  Command *command = data;

  bench_exec (command->command, command->folder, NULL);
}

static void
run (const char * const *command,
     const char         *folder)
{
  BenchCost cost;

  bench_in_child (run_command, &(Command) { command, folder }, &cost);
}

static gint64
get_time (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + status.st_mtim.tv_nsec : 0;
}

/* Which number the folder was made for is in a file that is written last. */
static void
need_files (const char *generate,
            guint       number,
            const char *folder)
{
  g_autofree char *wanted = g_strdup_printf ("%u", number);
  g_autofree char *stamp = g_build_filename (folder, "number", NULL);
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  const char *command[] = { generate, wanted, folder, NULL };

  if (get_time (stamp) > get_time (generate) && g_file_get_contents (stamp, &found, NULL, NULL) && g_str_equal (found, wanted))
    return;

  bench_require (g_mkdir_with_parents (folder, 0700) == 0, NULL, folder);
  g_unlink (stamp);
  run (command, folder);
  bench_require (g_file_set_contents (stamp, wanted, -1, &error), error, stamp);
}

void
bench_data_init (BenchData  *data,
                 int         argc,
                 char      **argv)
{
  g_autofree char *generate = NULL;

  if (argc < N_ARGUMENTS)
    bench_fail ("usage: %s GENERATE LIAISON N FOLDER", argv[0]);

  generate = g_canonicalize_filename (argv[GENERATE], NULL);
  data->liaison = g_canonicalize_filename (argv[LIAISON], NULL);
  data->n_engagements = atoi (argv[NUMBER]);
  data->all = g_build_filename (argv[FOLDER], "all", NULL);
  data->tenth = g_build_filename (argv[FOLDER], "tenth", NULL);
  data->store = g_build_filename (argv[FOLDER], "bench.liaison", NULL);
  need_files (generate, data->n_engagements, data->all);
  need_files (generate, data->n_engagements / 10, data->tenth);
}

void
bench_data_need_store (BenchData *data)
{
  g_autofree char *stamp = g_build_filename (data->all, "number", NULL);
  g_autofree char *option = g_strconcat ("--store=", data->store, NULL);
  g_autofree char *input = g_build_filename (data->all, "store.jsonl", NULL);
  const char *command[] = { data->liaison, "import", option, input, NULL };
  gint64 made = get_time (data->store);

  if (made > get_time (data->liaison) && made > get_time (stamp))
    return;

  bench_remove_store (data->store);
  run (command, data->all);
}

guint
bench_data_get_rounds (BenchData *data,
                       guint      rounds)
{
  return data->n_engagements < MANY ? rounds : MAX (rounds / 5, 1);
}

void
bench_data_clear (BenchData *data)
{
  g_free (data->liaison);
  g_free (data->all);
  g_free (data->tenth);
  g_free (data->store);
}
