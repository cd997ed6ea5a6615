/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many objects and arrays may be open at once; no format of ours needs more than five. */
#define LIAISON_JSON_MAX_DEPTH 64

/**
 * LiaisonJsonToken:
 * @LIAISON_JSON_ERROR: the text is not JSON, or not JSON that is accepted here
 * @LIAISON_JSON_END: the text is over, and was one value
 * @LIAISON_JSON_KEY: a key of an object; liaison_json_scan_get_text()
 * @LIAISON_JSON_STRING: liaison_json_scan_get_text()
 * @LIAISON_JSON_INTEGER: a number without fraction and exponent; liaison_json_scan_get_integer()
 * @LIAISON_JSON_NUMBER: a number with one of them
 */
typedef enum {
  LIAISON_JSON_ERROR,
  LIAISON_JSON_END,
  LIAISON_JSON_OBJECT,
  LIAISON_JSON_OBJECT_END,
  LIAISON_JSON_ARRAY,
  LIAISON_JSON_ARRAY_END,
  LIAISON_JSON_KEY,
  LIAISON_JSON_STRING,
  LIAISON_JSON_INTEGER,
  LIAISON_JSON_NUMBER,
  LIAISON_JSON_TRUE,
  LIAISON_JSON_FALSE,
  LIAISON_JSON_NULL,
} LiaisonJsonToken;

/**
 * LiaisonJsonScan:
 *
 * A strict reader of JSON (RFC 8259) that gives one token after the other and keeps nothing of what it has read, so that time and memory
 * are bounded by the text. Beyond the grammar it refuses what programs read differently (RFC 8259, 4, 6 and 8.2): keys given twice in an
 * object, integers that do not fit into 64 bits, numbers that no double can hold, the character U+0000, surrogates without their other
 * half, text that is not UTF-8; and values nested deeper than %LIAISON_JSON_MAX_DEPTH.
 *
 * One scan can read many texts one after the other; that is faster than a new scan for each.
 */
typedef struct _LiaisonJsonScan LiaisonJsonScan;

LiaisonJsonScan *liaison_json_scan_new   (void);
void             liaison_json_scan_free  (LiaisonJsonScan *scan);

/**
 * liaison_json_scan_start:
 * @text: the text of one value; must stay until the scan is done with it. It need not end in NUL
 * @length: its length in bytes
 *
 * Begins to read a text.
 */
void             liaison_json_scan_start (LiaisonJsonScan *scan,
                                          const char      *text,
                                          gsize            length);

/**
 * liaison_json_scan_next:
 * @error: return location for a %LIAISON_ERROR_SYNTAX that tells the byte, and the line where the text has several
 *
 * Reads the next token. A duplicate key is found when its object ends, so nothing may be done with an object before that.
 *
 * Returns: the token; after %LIAISON_JSON_ERROR and %LIAISON_JSON_END the text is over
 */
LiaisonJsonToken liaison_json_scan_next  (LiaisonJsonScan *scan,
                                          GError         **error);

/**
 * liaison_json_scan_skip:
 * @token: the first token of a value, as it was just read
 *
 * Reads to the end of a value that nobody wants.
 *
 * Returns: whether there was no mistake in it
 */
gboolean         liaison_json_scan_skip  (LiaisonJsonScan *scan,
                                          LiaisonJsonToken token,
                                          GError         **error);

/**
 * liaison_json_scan_get_text:
 * @length: (out): its length in bytes
 *
 * Returns: (transfer none): the key or string just read, escapes resolved; valid UTF-8 without NUL, not terminated; until the next token
 */
const char      *liaison_json_scan_get_text (LiaisonJsonScan *scan,
                                             gsize           *length);

gint64           liaison_json_scan_get_integer (LiaisonJsonScan *scan);

/**
 * liaison_json_scan_get_place:
 *
 * Returns: (transfer full): where the token just read begins, for messages: "byte 17", or "line 3, byte 5" where the text has several lines
 */
char            *liaison_json_scan_get_place (LiaisonJsonScan *scan);

/**
 * liaison_json_scan_is_cut:
 *
 * Returns: after an error, whether nothing was wrong but that the text ends too early
 */
gboolean         liaison_json_scan_is_cut (LiaisonJsonScan *scan);

/**
 * liaison_json_check:
 * @text: a text
 * @length: its length in bytes
 * @error: return location for a %LIAISON_ERROR_SYNTAX
 *
 * Reads a whole text for its mistakes only, before a reader that is less strict sees it.
 *
 * Returns: whether @text is one JSON value that is accepted here
 */
gboolean         liaison_json_check      (const char      *text,
                                          gsize            length,
                                          GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonJsonScan, liaison_json_scan_free)

G_END_DECLS
