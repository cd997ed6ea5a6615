/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * liaison_json_string_scan:
 * @at: the byte after the opening quotation mark
 * @end: the end of the text
 * @decoded: where the string goes if it holds escapes; only appended to
 * @has_escapes: (out): whether it does; else the string is what stands between @at and the result
 * @reason: (out): on failure, why, in one translated clause
 *
 * Reads a JSON string (RFC 8259, 7) up to its closing quotation mark.
 *
 * Returns: the place of the closing quotation mark; on failure the place of the mistake, with @reason set; @end where the text is cut
 */
const char *liaison_json_string_scan (const char  *at,
                                      const char  *end,
                                      GString     *decoded,
                                      gboolean    *has_escapes,
                                      const char **reason);

/**
 * liaison_json_string_append:
 * @text: (nullable): valid UTF-8
 *
 * Appends @text as a JSON string, with its quotation marks; escapes only what RFC 8259 wants escaped, the short form first, so that
 * a text has one way to be written.
 */
void        liaison_json_string_append (GString    *json,
                                        const char *text);

G_END_DECLS
