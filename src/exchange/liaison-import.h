/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-db.h"

G_BEGIN_DECLS

/**
 * LiaisonFormat:
 * @LIAISON_FORMAT_UNKNOWN: what it is shows in the first bytes
 * @LIAISON_FORMAT_JSON: Liaison JSON, the complete store (liaison-json-record.h)
 * @LIAISON_FORMAT_PLAIN: one JSON document with lists of people, organisations and engagements (liaison-plain-private.h)
 */
typedef enum {
  LIAISON_FORMAT_UNKNOWN,
  LIAISON_FORMAT_JSON,
  LIAISON_FORMAT_PLAIN,
} LiaisonFormat;

/**
 * LiaisonRemark:
 * @LIAISON_REMARK_REFUSED: a record was not taken in
 * @LIAISON_REMARK_REPAIRED: it was, but not everything that the file says of it
 */
typedef enum { LIAISON_REMARK_REFUSED, LIAISON_REMARK_REPAIRED } LiaisonRemark;

/**
 * LiaisonRemarkFunc:
 * @place: where in the file: "line 17", "engagement e042"
 * @reason: why, a sentence for people
 */
typedef void (*LiaisonRemarkFunc) (LiaisonRemark remark, const char *place, const char *reason, gpointer user_data);

/**
 * LiaisonImportOptions:
 * @name: what undo calls it: "Import of calls.jsonl"
 * @seed: whether it is what a new store begins with, and so nothing to undo
 * @format: what the file is
 * @strict: whether nothing is taken in where a record is refused
 * @dry_run: whether to leave the store as it is, and only tell what would be done
 * @size: the length of the stream in bytes, for the progress; 0 where it is not known
 * @remark: (nullable): called for every record refused or repaired
 * @progress: (nullable): called now and then: first of what is read, then of what is derived, each of them half of the total
 * @user_data: for both
 */
typedef struct
{
  const char       *name;
  gboolean          seed;
  LiaisonFormat     format;
  gboolean          strict;
  gboolean          dry_run;
  guint64           size;
  LiaisonRemarkFunc remark;
  LiaisonProgress   progress;
  gpointer          user_data;
} LiaisonImportOptions;

typedef struct
{
  guint64 added;
  guint64 changed;
  guint64 same;
  guint64 refused;
  guint64 repaired;
} LiaisonImportResult;

/**
 * liaison_import:
 * @db: a store, in write mode and without an open edit
 * @stream: what is read
 * @result: (out caller-allocates): how many records there were of each fate; also set on failure
 *
 * Reads a stream into a store, as one action that can be undone. A record is known by its UUID: one that is there is changed to what the
 * stream says, and one that is the same already is not touched, so that the same file twice changes nothing. A bad record is told and
 * refused, and the rest goes in. On failure, and when it is cancelled, the store stays as it was. Memory does not grow with the number of
 * records of Liaison JSON.
 *
 * Returns: %FALSE with an error: of the stream, of its text (%LIAISON_ERROR_SYNTAX, %LIAISON_ERROR_NEWER), %LIAISON_ERROR_INVALID where
 *   records were refused and @options say strict, %G_IO_ERROR_CANCELLED, or of the store
 */
gboolean      liaison_import       (LiaisonDb                  *db,
                                    GInputStream               *stream,
                                    const LiaisonImportOptions *options,
                                    LiaisonImportResult        *result,
                                    GCancellable               *cancellable,
                                    GError                    **error);

/**
 * liaison_format_parse:
 * @token: (nullable): "liaison-json" or "plain"
 *
 * Returns: the format, or %LIAISON_FORMAT_UNKNOWN
 */
LiaisonFormat liaison_format_parse (const char *token);

G_END_DECLS
