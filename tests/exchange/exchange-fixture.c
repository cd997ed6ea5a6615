/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"

#include "liaison-data-resources.h"
#include "liaison-export.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static void
note_remark (LiaisonRemark remark,
             const char   *place,
             const char   *reason,
             gpointer      user_data)
{
  ImportRun *run = user_data;

  g_ptr_array_add (run->remarks, g_strdup_printf ("%s: %s: %s", place, remark == LIAISON_REMARK_REFUSED ? "refused" : "repaired", reason));
}

gboolean
exchange_import (LiaisonDb  *db,
                 ImportRun  *run,
                 const char *text,
                 gsize       length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, length, NULL);

  import_run_clear (run);
  run->remarks = g_ptr_array_new_with_free_func (g_free);
  if (run->options.name == NULL)
    run->options.name = "Test";
  run->options.remark = note_remark;
  run->options.user_data = run;

  return liaison_import (db, stream, &run->options, &run->result, run->cancellable, &run->error);
}

void
exchange_import_all (LiaisonDb  *db,
                     const char *text)
{
  g_auto (ImportRun) run = { 0 };

  exchange_import (db, &run, text, strlen (text));
  g_assert_no_error (run.error);
  if (run.remarks->len > 0)
    g_error ("%s", (char *) run.remarks->pdata[0]);
}

char *
exchange_load_data (const char *name)
{
  g_autofree char *path = g_strconcat ("/io/github/liaison_app/Liaison/data/", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) data = g_resource_lookup_data (liaison_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (data, NULL), g_bytes_get_size (data));
}

char *
exchange_export (LiaisonDb *db,
                 GArray    *engagements)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  liaison_export (db, stream, engagements, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

void
exchange_assert_same (const char *text,
                      const char *expected)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; lines[i] && expected_lines[i]; i++)
    g_assert_cmpstr (lines[i], ==, expected_lines[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (expected_lines));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

char *
exchange_list_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" ", (char **) names->pdata);
}

void
exchange_limit_files (gsize most_bytes)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = most_bytes > 0 ? most_bytes : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

void
import_run_assert_remark (ImportRun  *run,
                          const char *place,
                          const char *reason)
{
  for (guint i = 0; i < run->remarks->len; i++)
    {
      const char *remark = run->remarks->pdata[i];

      if (g_str_has_prefix (remark, place) && remark[strlen (place)] == ':' && strstr (remark, reason))
        return;
    }
  for (guint i = 0; i < run->remarks->len; i++)
    g_test_message ("%s", (char *) run->remarks->pdata[i]);
  g_error ("nothing is said of %s: %s", place, reason);
}

void
import_run_clear (ImportRun *run)
{
  g_clear_pointer (&run->remarks, g_ptr_array_unref);
  g_clear_error (&run->error);
}
