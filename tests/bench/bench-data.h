/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads the table of engagements once: the last column of a row is the last to be reached. */
#define BENCH_SCAN "SELECT sum (length (x_title_key)) FROM engagement NOT INDEXED"

/**
 * BenchData:
 * @liaison: the program
 * @n_engagements: how many are asked for
 * @all: the folder of what generate.c writes for them
 * @tenth: the same for a tenth of them
 * @store: a store that holds them all; whoever writes to it leaves it as it was
 *
 * What the benchmarks work on.  It is made by the first that needs it, kept in the build folder, and made again when a program that it
 * comes from is newer: a build that runs no benchmark should not make it.
 */
typedef struct
{
  char  *liaison;
  guint  n_engagements;
  char  *all;
  char  *tenth;
  char  *store;
} BenchData;

/**
 * bench_data_init:
 * @argv: GENERATE LIAISON N FOLDER, and what else the program takes
 *
 * Reads the arguments that all benchmarks have and makes the files, not the store.
 */
void  bench_data_init       (BenchData *data, int argc, char **argv);

/* Makes the store. */
void  bench_data_need_store (BenchData *data);

/* A large store takes long: enough rounds for a median where there is time for them. */
guint bench_data_get_rounds (BenchData *data, guint rounds);
void  bench_data_clear      (BenchData *data);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BenchData, bench_data_clear)

G_END_DECLS
