/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * liaison_json_number_scan:
 * @at: the first byte, a minus sign or a digit
 * @end: the end of the text
 * @is_integer: (out): whether it has neither fraction nor exponent
 * @integer: (out): its value, where it is an integer
 * @reason: (out): on failure, why, in one translated clause
 *
 * Reads a JSON number (RFC 8259, 6). An integer must fit into 64 bits and any other number into a double, since what is beyond would be
 * read differently by others.
 *
 * Returns: the byte after the number; on failure the place of the mistake, @end where digits are missing there
 */
const char *liaison_json_number_scan (const char  *at,
                                      const char  *end,
                                      gboolean    *is_integer,
                                      gint64      *integer,
                                      const char **reason);

G_END_DECLS
