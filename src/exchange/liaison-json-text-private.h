/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * liaison_json_text_is:
 * @text: a text that a scan has read, not terminated and without NUL
 * @length: its length in bytes
 * @word: what it perhaps is, not empty
 *
 * Returns: whether @text is @word
 */
static inline gboolean
liaison_json_text_is (const char *text,
                      gsize       length,
                      const char *word)
{
  /* Most are not, and differ at once. */
  return length > 0 && *text == *word && strncmp (text, word, length) == 0 && word[length] == '\0';
}

G_END_DECLS
