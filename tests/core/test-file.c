/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define HALF "half of it, "
#define WHOLE HALF "and the rest"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("liaison-file-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "out.txt", NULL);
}

/* Files in the folder that are not the one that was asked for; they are removed. */
static guint
clear_others (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n_others = 0;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      if (g_str_equal (name, "out.txt"))
        continue;
      n_others++;
      g_unlink (path);
    }

  return n_others;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_chmod (fixture->folder, 0700);
  clear_others (fixture);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_content (Fixture    *fixture,
                const char *expected)
{
  g_autofree char *content = NULL;

  g_file_get_contents (fixture->path, &content, NULL, NULL);
  g_assert_cmpstr (content, ==, expected);
}

static gboolean
write_text (GOutputStream  *stream,
            const char     *text,
            GError        **error)
{
  return g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, error) && g_output_stream_flush (stream, NULL, error);
}

static gboolean
write_whole (GOutputStream  *stream,
             gpointer        user_data,
             GError        **error)
{
  return write_text (stream, WHOLE, error);
}

static gboolean
write_half (GOutputStream  *stream,
            gpointer        user_data,
            GError        **error)
{
  g_assert_true (write_text (stream, HALF, error));
  g_set_error_literal (error, LIAISON_ERROR, LIAISON_ERROR_FAILED, "Enough.");

  return FALSE;
}

static gboolean
die_half_way (GOutputStream  *stream,
              gpointer        user_data,
              GError        **error)
{
  if (write_text (stream, HALF, NULL))
    raise (SIGKILL);

  return FALSE;
}

static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (liaison_file_write (fixture->path, G_FILE_CREATE_PRIVATE, write_whole, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_content (fixture, WHOLE);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
  g_assert_true (liaison_file_write (fixture->path, G_FILE_CREATE_PRIVATE, write_whole, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_content (fixture, WHOLE);
  g_assert_cmpuint (clear_others (fixture), ==, 0);
}

static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (liaison_file_write (fixture->path, G_FILE_CREATE_NONE, write_half, NULL, NULL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED);
  g_clear_error (&error);
  assert_content (fixture, NULL);

  g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
  g_assert_false (liaison_file_write (fixture->path, G_FILE_CREATE_NONE, write_half, NULL, NULL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_FAILED);
  assert_content (fixture, "before");
  g_assert_cmpuint (clear_others (fixture), ==, 0);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (liaison_file_write (fixture->path, G_FILE_CREATE_NONE, write_whole, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_content (fixture, NULL);
  g_assert_cmpuint (clear_others (fixture), ==, 0);
}

/* In a process that is killed while it writes. */
static void
write_and_die (Fixture *fixture)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      liaison_file_write (fixture->path, G_FILE_CREATE_REPLACE_DESTINATION, die_half_way, NULL, NULL, NULL);
      _exit (1);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
}

static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  write_and_die (fixture);
  assert_content (fixture, NULL);

  g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
  write_and_die (fixture);
  assert_content (fixture, "before");
}

/* The link stays, and so does what is beside it. */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
  g_assert_cmpint (symlink ("out.txt", link), ==, 0);
  g_assert_true (liaison_file_write (link, G_FILE_CREATE_NONE, write_whole, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_content (fixture, WHOLE);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (clear_others (fixture), ==, 1);
}

/* As with --output=/dev/stdout: what comes into the pipe is all that happens. */
static void
test_pipe (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *end = NULL;
  g_autofree char *link = g_build_filename (fixture->folder, "stdout", NULL);
  char read_back[sizeof WHOLE] = "";
  g_autoptr (GError) error = NULL;
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  end = g_strdup_printf ("/proc/self/fd/%d", ends[1]);
  g_assert_cmpint (symlink (end, link), ==, 0);
  g_assert_true (liaison_file_write (link, G_FILE_CREATE_PRIVATE, write_whole, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (read (ends[0], read_back, sizeof read_back), ==, strlen (WHOLE));
  g_assert_cmpstr (read_back, ==, WHOLE);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  close (ends[0]);
  close (ends[1]);
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "out.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (liaison_file_write (path, G_FILE_CREATE_NONE, write_whole, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *from = g_build_filename (fixture->folder, "from.txt", NULL);
  g_autofree char *checksum = NULL;
  g_autofree char *read = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (liaison_file_copy (from, fixture->path, G_FILE_CREATE_NONE, NULL, NULL, NULL, &error));
  g_assert_error (error, LIAISON_ERROR, LIAISON_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_content (fixture, NULL);

  g_assert_true (g_file_set_contents (from, WHOLE, -1, NULL));
  checksum = liaison_file_copy (from, fixture->path, G_FILE_CREATE_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_content (fixture, WHOLE);
  read = liaison_file_read (fixture->path, NULL, &error);
  g_assert_cmpstr (read, ==, checksum);
  g_assert_cmpuint (clear_others (fixture), ==, 1);
}

static void
add (const char *path,
     void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/file/write", test_write);
  add ("/file/failure", test_failure);
  add ("/file/cancelled", test_cancelled);
  add ("/file/killed", test_killed);
  add ("/file/link", test_link);
  add ("/file/pipe", test_pipe);
  add ("/file/no-folder", test_no_folder);
  add ("/file/copy", test_copy);

  return g_test_run ();
}
