/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * liaison_json_time_append:
 * @seconds: seconds since 1970, UTC, within the years 1 to 9999
 *
 * Appends a time as RFC 3339 has it, in UTC: 2022-01-14T00:00:00Z
 */
void     liaison_json_time_append (GString *json,
                                   gint64   seconds);

/**
 * liaison_json_time_parse:
 * @text: not terminated
 * @length: its length in bytes
 * @seconds: (out): seconds since 1970, UTC
 *
 * Reads a time in the one form of liaison_json_time_append().
 *
 * Returns: whether @text is one
 */
gboolean liaison_json_time_parse  (const char *text,
                                   gsize       length,
                                   gint64     *seconds);

G_END_DECLS
