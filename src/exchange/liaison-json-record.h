/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-json-scan.h"
#include "liaison-record.h"

G_BEGIN_DECLS

/*
 * The lines of Liaison JSON, version 1: JSON Lines in UTF-8, a header and then one record a line, driven by the tables of liaison-kind.h.
 * data/liaison-json.schema.json describes them.
 */

#define LIAISON_JSON_FORMAT "liaison-json"
#define LIAISON_JSON_VERSION 1

/**
 * liaison_json_write_header:
 *
 * Appends the first line of a file.
 */
void           liaison_json_write_header (GString *json);

/**
 * liaison_json_read_header:
 * @scan: a scan to read with
 * @line: the first line of a file
 * @length: its length in bytes
 * @error: return location for a %LIAISON_ERROR_SYNTAX where the line is no header, or a %LIAISON_ERROR_NEWER
 *
 * Returns: whether what follows can be read by liaison_json_read_record()
 */
gboolean       liaison_json_read_header  (LiaisonJsonScan *scan,
                                          const char      *line,
                                          gsize            length,
                                          GError         **error);

/**
 * liaison_json_write_record:
 *
 * Appends a record as a line: its keys in the order of liaison-kind.h and its empty fields left out, so that equal records are equal bytes.
 */
void           liaison_json_write_record (GString             *json,
                                          const LiaisonRecord *record);

/**
 * liaison_json_read_record:
 * @scan: a scan to read with
 * @line: a line after the header
 * @length: its length in bytes
 * @error: return location for a %LIAISON_ERROR_SYNTAX, or a %LIAISON_ERROR_INVALID: a key that the kind does not have, a value of
 *   another type, a token that the vocabulary does not have. Both tell the byte
 *
 * Reads a record. Its keys may stand in any order; UUIDs become canonical; created and modified are 0 where they are not given. An empty
 * text or list, 0 and false are the same as a key that is not there. What else a value must be is liaison_validate_record()'s matter.
 *
 * Returns: (transfer full): the record, or %NULL
 */
LiaisonRecord *liaison_json_read_record  (LiaisonJsonScan *scan,
                                          const char      *line,
                                          gsize            length,
                                          GError         **error);

G_END_DECLS
