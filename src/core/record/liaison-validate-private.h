/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "liaison-validate.h"

G_BEGIN_DECLS

/* Sets an error, and returns FALSE. */
gboolean liaison_validate_refuse  (GError **error, const char *message);

/* Every one of the following answers whether a value may be stored, and tells in one sentence what would be right. */

/* Bytes that a text of one line, and one of several lines, may have. */
#define LIAISON_MOST_LINE_BYTES (1 << 20)
#define LIAISON_MOST_PROSE_BYTES (64 << 20)

/**
 * liaison_validate_line:
 *
 * One line: valid UTF-8 without line breaks and control characters.  Marks of the writing direction are allowed, but an embedding, override or
 * isolate must be ended where it was begun: a line stands between others in lists and reports, whose order it would turn round as well.
 */
gboolean liaison_validate_line    (const char *text, GError **error);

/**
 * liaison_validate_prose:
 *
 * Several lines: tabs and line breaks are allowed, other control characters are not.  The writing direction is nobody's business, since a
 * paragraph ends all that it began (Unicode Standard Annex 9, X8).
 */
gboolean liaison_validate_prose   (const char *text, GError **error);

/* A web address: http or https, with a host. */
gboolean liaison_validate_address (const char *text, GError **error);

/* A UUID as Liaison writes it: in lower case. */
gboolean liaison_validate_uuid    (const char *text, GError **error);

gboolean liaison_validate_country (const char *text, GError **error);
gboolean liaison_validate_date    (const char *text, GError **error);

/* Something that may hold an @: letters before and behind it. */
gboolean liaison_validate_email   (const char *text, GError **error);

/* A name that GTimeZone knows; where the machine has no zones at all, one that has the form of such a name. */
gboolean liaison_validate_zone    (const char *text, GError **error);

/* What the fields of a record say of each other, as far as it is told at @field. */
gboolean liaison_validate_rules   (const LiaisonRecord *record, guint field, GError **error);

G_END_DECLS
