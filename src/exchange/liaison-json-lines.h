/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LiaisonJsonLines:
 *
 * The lines of a stream, one at a time. A byte order mark before the first is passed over (RFC 8259, 8.1, allows that); the CR of a line
 * that ends in CR LF is left in it, where it is space between JSON texts.
 */
typedef struct _LiaisonJsonLines LiaisonJsonLines;

typedef enum { LIAISON_JSON_LINE, LIAISON_JSON_LINE_TOO_LONG, LIAISON_JSON_LINES_END, LIAISON_JSON_LINES_ERROR } LiaisonJsonLine;

/**
 * liaison_json_lines_new:
 * @stream: what is read
 * @most_bytes: the length of the longest line that is accepted
 */
LiaisonJsonLines *liaison_json_lines_new        (GInputStream     *stream,
                                                 gsize             most_bytes);
void              liaison_json_lines_free       (LiaisonJsonLines *lines);

/**
 * liaison_json_lines_next:
 * @line: (out): the line without its LF; not terminated; until the next one
 * @length: (out): its length in bytes
 *
 * Returns: %LIAISON_JSON_LINE_TOO_LONG for a line that is passed over, %LIAISON_JSON_LINES_ERROR with @error set where the stream fails
 */
LiaisonJsonLine   liaison_json_lines_next       (LiaisonJsonLines *lines,
                                                 const char      **line,
                                                 gsize            *length,
                                                 GCancellable     *cancellable,
                                                 GError          **error);

/* The number of the line just read, from 1. */
guint64           liaison_json_lines_get_number (LiaisonJsonLines *lines);

/* How many bytes have been read from the stream. */
guint64           liaison_json_lines_get_offset (LiaisonJsonLines *lines);

/* Whether the line just read is the last and ends without LF. */
gboolean          liaison_json_lines_is_open    (LiaisonJsonLines *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonJsonLines, liaison_json_lines_free)

G_END_DECLS
