/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The length of a UUID as text, without the terminating NUL. */
#define LIAISON_UUID_LENGTH 36

/**
 * liaison_uuid_new:
 *
 * Makes a new identifier: RFC 9562, version 7. It begins with the time in milliseconds, so that
 * records made one after the other stand at the end of an index over their UUIDs. Within one
 * process each is greater than the one before, also within a millisecond and when the clock
 * steps back (RFC 9562, 6.2, method 1). May be called from every thread.
 *
 * Returns: (transfer full): 36 lower-case characters
 */
char *liaison_uuid_new (void);

/**
 * liaison_uuid_new_from_name:
 * @namespace_uuid: the UUID of the namespace, as text
 * @name: a name that is unique in it
 *
 * Makes the identifier that RFC 9562, version 5, derives from a name: the same name in the same
 * namespace always has the same one.
 *
 * Returns: (transfer full) (nullable): 36 lower-case characters; %NULL if @namespace_uuid is not
 *   a UUID
 */
char *liaison_uuid_new_from_name (const char *namespace_uuid,
                                  const char *name);

/**
 * liaison_uuid_parse:
 * @text: (nullable): what is perhaps a UUID
 * @bytes: (out caller-allocates): its sixteen bytes; untouched where @text is not a UUID
 *
 * Reads the text form of RFC 9562: hexadecimal digits of either case in groups of 8-4-4-4-12,
 * without braces, prefix or space. Every version and variant is accepted, since imported records
 * keep the identifiers that they have.
 *
 * Returns: whether @text is a UUID
 */
gboolean liaison_uuid_parse (const char *text,
                             guint8      bytes[16]);

/**
 * liaison_uuid_is_canonical:
 * @text: at least 36 bytes, which need not be terminated
 *
 * Returns: whether they are a UUID as liaison_uuid_format() writes it
 */
gboolean liaison_uuid_is_canonical (const char *text);

/**
 * liaison_uuid_format:
 * @bytes: sixteen bytes
 * @text: (out caller-allocates): 36 lower-case characters and a NUL
 *
 * Writes a UUID in the text form of RFC 9562.
 */
void liaison_uuid_format (const guint8 bytes[16],
                          char         text[LIAISON_UUID_LENGTH + 1]);

G_END_DECLS
