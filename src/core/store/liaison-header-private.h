/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/* The schema that this program writes: user_version of the file. */
#define LIAISON_SCHEMA_VERSION 6

/**
 * liaison_header_check:
 * @path: a file
 *
 * Judges the first 100 bytes of a file (https://www.sqlite.org/fileformat2.html#the_database_header) before a connection is made: a
 * foreign database that SQLite opens in WAL mode is already changed by it.
 *
 * Returns: whether SQLite may open the file; otherwise a #LiaisonError that says what the file is
 */
gboolean liaison_header_check (const char *path, GError **error);

/**
 * liaison_header_is_older:
 *
 * Returns: whether the file says that its schema is older than the one that this program writes
 */
gboolean liaison_header_is_older (const char *path);

/**
 * liaison_header_has_log:
 *
 * Returns: whether a write-ahead log with something in it lies beside the file, so that the file alone is not complete
 */
gboolean liaison_header_has_log (const char *path);

G_END_DECLS
