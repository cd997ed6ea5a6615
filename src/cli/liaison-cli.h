/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * liaison_cli_is_verb:
 * @word: (nullable): the first word after the program's name
 *
 * Tells the two uses of the program apart: with a verb it runs without a display, else it opens a window.
 *
 * Returns: whether liaison_cli_main() answers to @word: a verb, or --help or --version
 */
gboolean liaison_cli_is_verb (const char *word);

/**
 * liaison_cli_main:
 * @argc: as main() has it
 * @argv: as main() has it: the program's name, the verb, its options and arguments
 *
 * Runs a verb. What was asked for goes to standard output; what went wrong to standard error, a sentence a line.
 *
 * Returns: the status to exit with: 0 on success, 1 on a failed run or refused records, 2 on wrong usage
 */
int      liaison_cli_main    (int    argc,
                              char **argv);

G_END_DECLS
