/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Milliseconds after which the other way, which may be a hundred times as slow, is not measured again. */
#define MOST_FOR_THEIRS 5000

void
bench_begin (const char *title,
             const char *ours,
             const char *theirs)
{
  printf ("\n%-46s %12s %12s %7s  %s\n", title, ours, theirs, "ratio", "goal");
  fflush (stdout);
}

void
bench_tell (const char *name,
            BenchUnit   unit,
            double      ours,
            double      theirs,
            double      goal)
{
  const char *suffix = unit == BENCH_MILLISECONDS ? "ms" : "MiB";
  g_autofree char *our_text = g_strdup_printf ("%.*f %s", ours < 10 ? 3 : 0, ours, suffix);
  g_autofree char *their_text = g_strdup_printf ("%.*f %s", theirs < 10 ? 3 : 0, theirs, suffix);
  double ratio = ours / theirs;

  printf ("%-46s %12s %12s %7.2f", name, our_text, their_text, ratio);
  if (goal > 0)
    printf ("  ≤ %.2f %s", goal, ratio <= goal ? "met" : "missed");
  putchar ('\n');
  fflush (stdout);
}

void
bench_remark (const char *format,
              ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  printf ("  %s\n", text);
  fflush (stdout);
}

void
bench_fail (const char *format,
            ...)
{
  va_list arguments;

  fflush (stdout);
  fputs ("Wrong: ", stderr);
  va_start (arguments, format);
  vfprintf (stderr, format, arguments);
  va_end (arguments);
  fputc ('\n', stderr);

  exit (EXIT_FAILURE);
}

void
bench_require (gboolean    condition,
               GError     *error,
               const char *what)
{
  if (!condition)
    bench_fail ("%s: %s", what, error != NULL ? error->message : "failed");
}

double
bench_get_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare_figures (const void *a,
                 const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

double
bench_quantile (double *figures,
                guint   n_figures,
                double  share)
{
  g_assert (n_figures > 0);

  qsort (figures, n_figures, sizeof *figures, compare_figures);

  return figures[MIN ((guint) (n_figures * share), n_figures - 1)];
}

static double
measure (BenchFunc func,
         gpointer  data)
{
  double start = bench_get_cpu ();

  func (data);

  return bench_get_cpu () - start;
}

void
bench_compare (guint      rounds,
               BenchFunc  our_func,
               BenchFunc  their_func,
               gpointer   data,
               double    *ours,
               double    *theirs)
{
  g_autofree double *our_figures = g_new (double, rounds);
  g_autofree double *their_figures = g_new (double, rounds);
  double their_time = 0;
  guint n_theirs = 0;

  /* What both need is in the cache of SQLite and of the system before either is measured. */
  their_func (data);
  our_func (data);

  for (guint i = 0; i < rounds; i++)
    {
      our_figures[i] = measure (our_func, data);
      if (their_time > MOST_FOR_THEIRS)
        continue;
      their_figures[n_theirs] = measure (their_func, data);
      their_time += their_figures[n_theirs++];
    }

  *ours = bench_quantile (our_figures, rounds, 0.5);
  *theirs = bench_quantile (their_figures, n_theirs, 0.5);
}

void
bench_row (const char *name,
           guint       rounds,
           BenchFunc   our_func,
           BenchFunc   their_func,
           gpointer    data,
           double      goal)
{
  double ours, theirs;

  bench_compare (rounds, our_func, their_func, data, &ours, &theirs);
  bench_tell (name, BENCH_MILLISECONDS, ours, theirs, goal);
}

static double
get_milliseconds (const struct timeval *time)
{
  return time->tv_sec * 1e3 + time->tv_usec / 1e3;
}

void
bench_in_child (BenchFunc  func,
                gpointer   data,
                BenchCost *cost)
{
  struct rusage usage;
  pid_t child;
  int status;

  fflush (stdout);
  child = fork ();
  if (child == 0)
    {
      func (data);
      _exit (EXIT_SUCCESS);
    }

  if (child < 0 || wait4 (child, &status, 0, &usage) != child || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    bench_fail ("a process of the benchmark failed");

  cost->cpu = get_milliseconds (&usage.ru_utime) + get_milliseconds (&usage.ru_stime);
  cost->peak = usage.ru_maxrss / 1024.0;
}

void
bench_exec (const char * const *command,
            const char         *folder,
            const char         *input)
{
  int in = open (input != NULL ? input : "/dev/null", O_RDONLY);
  int out = open ("/dev/null", O_WRONLY);

  if (in < 0 || out < 0 || dup2 (in, STDIN_FILENO) < 0 || dup2 (out, STDOUT_FILENO) < 0 || chdir (folder) != 0)
    bench_fail ("%s cannot be read", input != NULL ? input : folder);

  execvp (command[0], (char * const *) command);
  bench_fail ("%s cannot be run", command[0]);
}

void
bench_remove_store (const char *path)
{
  static const char * const suffixes[] = { "", "-journal", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}
