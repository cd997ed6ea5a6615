/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * What every benchmark needs.  Figures are ratios of two ways to the same result, taken in turns in one run, since a machine is never as
 * fast as yesterday: medians of CPU time, or what the kernel tells of a process.  A goal that is missed is told and does not fail; a
 * result that is wrong does.
 */

/* The unit of a figure, for the table. */
typedef enum { BENCH_MILLISECONDS, BENCH_MEBIBYTES } BenchUnit;

/**
 * bench_begin:
 * @title: what is measured
 * @ours: the heading over our figures
 * @theirs: the heading over those that they are compared with
 */
void   bench_begin    (const char *title, const char *ours, const char *theirs);

/**
 * bench_tell:
 * @goal: the ratio that is hoped for at most; 0 where there is none
 *
 * Prints a row of the table: both figures, their ratio and the goal.
 */
void   bench_tell     (const char *name, BenchUnit unit, double ours, double theirs, double goal);

/* Prints a line under a row. */
void   bench_remark   (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Ends the program: the result is wrong, so that no figure counts. */
void   bench_fail     (const char *format, ...) G_GNUC_PRINTF (1, 2) G_GNUC_NORETURN;

/* Ends the program where @condition does not hold; @error is told where there is one. */
void   bench_require  (gboolean condition, GError *error, const char *what);

/**
 * BenchFunc:
 *
 * One way to a result.
 */
typedef void (*BenchFunc) (gpointer data);

/**
 * bench_compare:
 * @rounds: how often each is run, the other one fewer times where it takes seconds
 * @ours: (out): the median of its CPU time on this thread, in milliseconds
 *
 * Runs two ways in turns.
 */
void   bench_compare  (guint rounds, BenchFunc our_func, BenchFunc their_func, gpointer data, double *ours, double *theirs);

/* Both of the above. */
void   bench_row      (const char *name, guint rounds, BenchFunc our_func, BenchFunc their_func, gpointer data, double goal);

/* CPU time of this thread, in milliseconds. */
double bench_get_cpu  (void);

/* Sorts @figures; @share is 0.5 for the median. */
double bench_quantile (double *figures, guint n_figures, double share);

/**
 * BenchCost:
 * @cpu: milliseconds in the program and in the kernel
 * @peak: the most memory that was resident, in MiB
 */
typedef struct
{
  double cpu;
  double peak;
} BenchCost;

/**
 * bench_in_child:
 * @func: what to do; the program fails where it does not return
 *
 * Runs @func in a process of its own.
 */
void   bench_in_child (BenchFunc func, gpointer data, BenchCost *cost);

/* Replaces this process by a program, whose standard input is the file @input (nullable) and whose standard output is lost. */
void   bench_exec     (const char * const *command, const char *folder, const char *input);

/* Removes a database with what SQLite may have left beside it. */
void   bench_remove_store (const char *path);

G_END_DECLS
