/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Makes the large store for benchmarks that are no C programs, and prints its path.
 *
 *   bench-store GENERATE LIAISON N FOLDER
 */

#include "bench-data.h"

#include <stdio.h>
#include <stdlib.h>

int
main (int    argc,
      char **argv)
{
  g_auto (BenchData) data = { 0 };

  bench_data_init (&data, argc, argv);
  bench_data_need_store (&data);
  puts (data.store);

  return EXIT_SUCCESS;
}
