/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most bytes that a key has: about the first sixty letters of a Latin text, whatever its length. */
#define LIAISON_SORT_KEY_MOST_BYTES 128

/**
 * liaison_sort_key_new:
 * @text: valid UTF-8
 *
 * Makes what is stored so that SQLite, which compares bytes, sorts texts as the program's locale does.  Texts that differ only behind
 * what the key has room for share it.  Keys of different locales cannot be compared.
 *
 * Returns: (transfer full): the key, valid UTF-8
 */
char *liaison_sort_key_new      (const char *text);

/**
 * liaison_sort_key_describe:
 *
 * Describes what keys depend on: the locale, and a key of a sample, since the tables of a locale change with the C library.
 *
 * Returns: (transfer full): a text that is the same exactly as long as stored keys can be used
 */
char *liaison_sort_key_describe (void);

G_END_DECLS
